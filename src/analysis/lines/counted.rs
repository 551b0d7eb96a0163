//! The lines whose matches are counted as some term, where compounds are terms.

use super::super::Concordance;
use super::super::compounds::{Compounds, Named};
use super::super::terms::{Terms, Unit};
use crate::error::Result;
use crate::task::Task;

impl Concordance {
    /// The numbers of the lines whose matches are counted as this term, with these compounds.
    pub fn counted_as(
        &self,
        term: &str,
        case_sensitive: bool,
        named: &Named,
        task: &Task,
    ) -> Result<Vec<usize>> {
        let scope = self.scope();
        let compounds = Compounds::of_unit(scope, named, (case_sensitive, None), task)?;
        let unit = Unit::new(scope, case_sensitive, None)?;
        let terms = Terms::of(scope, unit).with_compounds(&compounds);
        let mut read = Vec::new();
        let mut is_counted = |line: usize| {
            let (start, end) = self.span(line);
            if compounds.cuts(start, end) {
                return false;
            }
            terms.read_each(start..end, &mut read);
            matches!(read.as_slice(), [own] if terms.name(*own) == term)
        };
        Ok((0..self.len()).filter(|line| is_counted(*line)).collect())
    }
}
