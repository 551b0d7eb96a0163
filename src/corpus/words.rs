//! Many strings in one buffer.

use std::ops::Range;

use crate::error::{Error, Result};

/// Strings one after the other in one buffer.
#[derive(Clone, Debug, Default)]
pub struct Words {
    text: String,
    ends: Vec<u32>,
}

impl Words {
    /// These strings. Errors: [`Error::Limit`] above 4 GiB.
    pub(super) fn try_new<S: AsRef<str>>(words: impl IntoIterator<Item = S>) -> Result<Self> {
        let mut list = Self::default();
        list.extend(words)?;
        Ok(list)
    }

    /// Strings as they were saved; none if the ends don't cut the text into strings.
    pub(super) fn over(text: String, ends: Vec<u32>) -> Option<Self> {
        let whole = ends.last().copied().unwrap_or(0) as usize == text.len();
        let cuts = || ends.iter().all(|end| text.is_char_boundary(*end as usize));
        (whole && ends.is_sorted() && cuts()).then_some(Self { text, ends })
    }

    /// Adds strings behind those that are here.
    pub(super) fn extend<S: AsRef<str>>(
        &mut self,
        words: impl IntoIterator<Item = S>,
    ) -> Result<()> {
        for word in words {
            self.text.push_str(word.as_ref());
            let end = u32::try_from(self.text.len()).map_err(|_| {
                let message = "words or ids exceed 4 GiB in all; split the corpus";
                Error::Limit(message.into())
            })?;
            self.ends.push(end);
        }
        Ok(())
    }

    /// The number of strings.
    pub fn len(&self) -> usize {
        self.ends.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.ends.is_empty()
    }

    /// The string of this number.
    pub fn get(&self, number: usize) -> &str {
        &self.text[self.bytes(number)]
    }

    /// Where the string of this number lies in [`text`](Self::text).
    pub fn bytes(&self, number: usize) -> Range<usize> {
        let start = number.checked_sub(1).map_or(0, |before| self.ends[before]);
        start as usize..self.ends[number] as usize
    }

    /// The buffer.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Where each string ends in [`text`](Self::text).
    pub(super) fn ends(&self) -> &[u32] {
        &self.ends
    }

    /// All strings in order.
    pub fn iter(&self) -> impl Iterator<Item = &str> {
        (0..self.len()).map(|number| self.get(number))
    }
}
