//! Lines taken by their numbers.

use serde_json::{Value as Json, json};

use crate::analysis::Concordance;
use crate::error::{Error, Result};

impl Concordance {
    /// The lines of these numbers, in their order.
    pub fn take(&self, numbers: &[usize]) -> Result<Self> {
        if let Some(number) = numbers.iter().find(|number| **number >= self.len()) {
            let lines = self.len();
            let message = format!("numbers of lines must be below {lines}, got {number}");
            return Err(Error::Parameter(message));
        }
        let parameters = json!({ "numbers": numbers });
        Ok(self.taken(&parameters, numbers.iter().copied()))
    }

    /// `n` lines from `start` on, each `step` lines from the one before; `parameters` say so as users
    /// do.
    ///
    /// All must be among the lines.
    #[must_use]
    pub fn slice(&self, (start, step, n): (usize, isize, usize), parameters: &Json) -> Self {
        let mut next = start;
        let numbers = (0..n).map(|_| {
            let number = next;
            next = next.wrapping_add_signed(step);
            number
        });
        self.taken(parameters, numbers)
    }

    fn taken(&self, parameters: &Json, numbers: impl Iterator<Item = usize>) -> Self {
        let order = numbers.map(|number| self.span_number(number)).collect();
        self.stepped("take", parameters, order)
    }
}
