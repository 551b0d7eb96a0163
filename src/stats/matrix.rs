//! Sparse counts by row, in compressed sparse row form.

use crate::error::{Error, Result};

/// A sparse matrix of counts: row `r` holds `indices[indptr[r]..indptr[r + 1]]` and the counts at
/// the same places of `data`. Indices ascend within a row; no count is zero.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Csr {
    /// Where each row begins, and the number of cells behind them.
    pub indptr: Vec<u32>,
    /// The column of each cell.
    pub indices: Vec<u32>,
    /// The count of each cell.
    pub data: Vec<u64>,
    /// The number of columns.
    pub n_columns: usize,
}

impl Csr {
    /// A matrix of these rows, each of ascending (column, count).
    ///
    /// It holds fewer than 2^31 cells, so that other libraries can take it with 32-bit indices.
    pub fn from_rows(rows: &[Vec<(u32, u64)>], n_columns: usize) -> Result<Self> {
        let cells = rows.iter().map(Vec::len).sum();
        if i32::try_from(cells).is_err() || i32::try_from(n_columns).is_err() {
            let message =
                format!("a matrix holds fewer than 2^31 cells, got {cells}; take a subset");
            return Err(Error::Limit(message));
        }
        let mut matrix = Self {
            indptr: Vec::with_capacity(rows.len() + 1),
            indices: Vec::with_capacity(cells),
            data: Vec::with_capacity(cells),
            n_columns,
        };
        matrix.indptr.push(0);
        for row in rows {
            matrix.indices.extend(row.iter().map(|(column, _)| *column));
            matrix.data.extend(row.iter().map(|(_, count)| *count));
            matrix
                .indptr
                .push(u32::try_from(matrix.indices.len()).expect("checked above"));
        }
        Ok(matrix)
    }

    /// The number of rows and of columns.
    pub fn shape(&self) -> (usize, usize) {
        (self.indptr.len() - 1, self.n_columns)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_stand_one_behind_the_other() {
        let rows = [vec![(0, 2), (3, 1)], vec![], vec![(1, 5)]];
        let matrix = Csr::from_rows(&rows, 4).expect("a small matrix");
        assert_eq!(matrix.indptr, [0, 2, 2, 3]);
        assert_eq!(matrix.indices, [0, 3, 1]);
        assert_eq!(matrix.data, [2, 1, 5]);
        assert_eq!(matrix.shape(), (3, 4));
    }
}
