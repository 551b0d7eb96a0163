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
    /// A matrix with room for so many cells in each row, all 0 until they are filled in; `zeros` gives so
    /// many for the columns and for the counts.
    ///
    /// It holds fewer than 2^31 cells, so that other libraries can take it with 32-bit indices.
    pub fn with_room(
        lengths: &[usize],
        n_columns: usize,
        zeros: impl FnOnce(usize) -> Result<(Vec<u32>, Vec<u64>)>,
    ) -> Result<Self> {
        let cells: usize = lengths.iter().sum();
        if i32::try_from(cells).is_err() || i32::try_from(n_columns).is_err() {
            let message =
                format!("a matrix holds fewer than 2^31 cells, got {cells}; take a subset");
            return Err(Error::Limit(message));
        }
        let mut indptr = vec![0];
        let mut end = 0;
        for length in lengths {
            end += u32::try_from(*length).expect("checked above");
            indptr.push(end);
        }
        let (indices, data) = zeros(cells)?;
        Ok(Self {
            indptr,
            indices,
            data,
            n_columns,
        })
    }

    /// The columns and counts of each row, to be filled in.
    pub fn rows_mut(&mut self) -> impl Iterator<Item = (&mut [u32], &mut [u64])> {
        let (mut indices, mut data) = (&mut *self.indices, &mut *self.data);
        self.indptr.windows(2).map(move |ends| {
            let length = (ends[1] - ends[0]) as usize;
            let columns = indices.split_off_mut(..length).expect("room for every row");
            let counts = data.split_off_mut(..length).expect("room for every row");
            (columns, counts)
        })
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
        let zeros = |cells| Ok((vec![0; cells], vec![0; cells]));
        let mut matrix = Csr::with_room(&[2, 0, 1], 4, zeros).expect("a small matrix");
        let rows = [vec![(0, 2), (3, 1)], vec![], vec![(1, 5)]];
        for ((indices, data), row) in matrix.rows_mut().zip(&rows) {
            for (place, (column, count)) in row.iter().enumerate() {
                (indices[place], data[place]) = (*column, *count);
            }
        }
        assert_eq!(matrix.indptr, [0, 2, 2, 3]);
        assert_eq!(matrix.indices, [0, 3, 1]);
        assert_eq!(matrix.data, [2, 1, 5]);
        assert_eq!(matrix.shape(), (3, 4));
    }
}
