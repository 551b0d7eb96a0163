//! Texts: a column of strings, borrowed from whoever made it, read by number.

use std::slice;
use std::sync::Arc;

use arrow_array::builder::LargeStringBuilder;
use arrow_array::cast::AsArray;
use arrow_array::{Array, ArrayRef, LargeStringArray, StringArray, StringViewArray};
use arrow_buffer::Buffer;
use arrow_schema::DataType;

use crate::error::{Error, Result};

/// Strings in one or more Arrow arrays, whose memory is shared and never copied.
#[derive(Clone, Debug)]
pub struct Texts {
    chunks: Vec<Chunk>,
    /// The number of the first string of each chunk, and the number of all.
    starts: Vec<usize>,
}

#[derive(Clone, Debug)]
enum Chunk {
    Utf8(StringArray),
    LargeUtf8(LargeStringArray),
    Utf8View(StringViewArray),
}

impl Texts {
    /// Takes Arrow arrays of strings as one column.
    ///
    /// Errors: [`Error::Type`] for another type, [`Error::Text`] naming the row of a null.
    pub fn try_new(arrays: &[ArrayRef]) -> Result<Self> {
        let mut texts = Self {
            chunks: Vec::with_capacity(arrays.len()),
            starts: vec![0],
        };
        for array in arrays {
            let first = texts.len();
            if let Some(row) = (0..array.len()).find(|row| array.is_null(*row)) {
                let message = "text must not be null; drop the row or fill it with \"\"";
                return Err(Error::text(format!("in row {}", first + row), message));
            }
            texts.chunks.push(Chunk::try_new(array)?);
            texts.starts.push(first + array.len());
        }
        Ok(texts)
    }

    /// The number of strings.
    pub fn len(&self) -> usize {
        *self.starts.last().expect("starts begins with 0")
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The string of this number, which must be below [`len`](Self::len).
    pub fn get(&self, number: usize) -> &str {
        let chunk = self.starts.partition_point(|start| *start <= number) - 1;
        self.chunks[chunk].get(number - self.starts[chunk])
    }

    /// All strings in order.
    pub fn iter(&self) -> impl Iterator<Item = &str> {
        self.chunks
            .iter()
            .flat_map(|chunk| (0..chunk.len()).map(|row| chunk.get(row)))
    }

    /// The memory in which the strings lie, but for short ones of string views.
    pub fn buffers(&self) -> impl Iterator<Item = &Buffer> {
        self.chunks.iter().flat_map(Chunk::buffers)
    }

    /// The Arrow arrays behind the strings.
    pub fn arrays(&self) -> Vec<ArrayRef> {
        self.chunks.iter().map(Chunk::array).collect()
    }
}

impl<S: AsRef<str>> FromIterator<S> for Texts {
    fn from_iter<I: IntoIterator<Item = S>>(strings: I) -> Self {
        let mut builder = LargeStringBuilder::new();
        for string in strings {
            builder.append_value(string);
        }
        let array = builder.finish();
        Self {
            starts: vec![0, array.len()],
            chunks: vec![Chunk::LargeUtf8(array)],
        }
    }
}

impl Chunk {
    fn try_new(array: &ArrayRef) -> Result<Self> {
        match array.data_type() {
            DataType::Utf8 => Ok(Self::Utf8(array.as_string().clone())),
            DataType::LargeUtf8 => Ok(Self::LargeUtf8(array.as_string().clone())),
            DataType::Utf8View => Ok(Self::Utf8View(array.as_string_view().clone())),
            DataType::Dictionary(_, values) if values.is_string() => {
                let decoded = decoded(array)?;
                Ok(Self::LargeUtf8(decoded.into_iter().collect()))
            }
            DataType::Null if array.is_empty() => {
                Ok(Self::LargeUtf8(LargeStringArray::new_null(0)))
            }
            other => Err(Error::Type(format!(
                "texts must be a column of strings, got {other}"
            ))),
        }
    }

    fn len(&self) -> usize {
        match self {
            Self::Utf8(array) => array.len(),
            Self::LargeUtf8(array) => array.len(),
            Self::Utf8View(array) => array.len(),
        }
    }

    fn get(&self, row: usize) -> &str {
        match self {
            Self::Utf8(array) => array.value(row),
            Self::LargeUtf8(array) => array.value(row),
            Self::Utf8View(array) => array.value(row),
        }
    }

    fn buffers(&self) -> &[Buffer] {
        match self {
            Self::Utf8(array) => slice::from_ref(array.values()),
            Self::LargeUtf8(array) => slice::from_ref(array.values()),
            Self::Utf8View(array) => array.data_buffers(),
        }
    }

    fn array(&self) -> ArrayRef {
        match self {
            Self::Utf8(array) => Arc::new(array.clone()),
            Self::LargeUtf8(array) => Arc::new(array.clone()),
            Self::Utf8View(array) => Arc::new(array.clone()),
        }
    }
}

/// The strings of a dictionary column, as pandas and polars have for categories, copied.
///
/// Errors: [`Error::Type`] for another column.
pub fn decoded(column: &ArrayRef) -> Result<Vec<Option<String>>> {
    let dictionary = column.as_any_dictionary_opt();
    let not_one = || {
        Error::Type(format!(
            "a column of categories is no {}",
            column.data_type()
        ))
    };
    let dictionary = dictionary.ok_or_else(not_one)?;
    // No key of an empty dictionary is one.
    if dictionary.values().is_empty() {
        return Ok(vec![None; column.len()]);
    }
    let values = Chunk::try_new(dictionary.values())?;
    let keys = dictionary.normalized_keys();
    let value = |(row, key): (usize, &usize)| {
        let missing = column.is_null(row) || dictionary.values().is_null(*key);
        (!missing).then(|| values.get(*key).to_owned())
    };
    Ok(keys.iter().enumerate().map(value).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn strings_are_found_across_chunks_of_every_kind() {
        let arrays: Vec<ArrayRef> = vec![
            Arc::new(StringArray::from(vec!["a", "b"])),
            Arc::new(StringArray::from(Vec::<&str>::new())),
            Arc::new(StringViewArray::from(vec!["c"])),
            Arc::new(LargeStringArray::from(vec!["d", ""])),
        ];
        let texts = Texts::try_new(&arrays).expect("columns of strings");
        let by_number: Vec<&str> = (0..texts.len()).map(|number| texts.get(number)).collect();
        assert_eq!(by_number, ["a", "b", "c", "d", ""]);
        assert_eq!(texts.iter().collect::<Vec<_>>(), by_number);
    }

    #[test]
    fn a_null_is_refused_with_its_row() {
        let arrays: Vec<ArrayRef> = vec![
            Arc::new(StringArray::from(vec!["a"])),
            Arc::new(StringArray::from(vec![Some("b"), None])),
        ];
        let error = Texts::try_new(&arrays).expect_err("row 2 is null");
        assert!(
            error
                .to_string()
                .starts_with("document in row 2: text must not be null"),
            "{error}"
        );
    }
}
