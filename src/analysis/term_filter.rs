//! Terms that patterns choose: those that a table is to have, or is to leave out.

use super::compounds::{Named, folded, is_name};
use super::terms::Terms;
use crate::corpus::Scope;
use crate::error::Result;
use crate::query::{PatternOptions, Syntax, WordFilter};

/// Patterns of words or of values of a layer, and names of compounds.
pub(super) struct TermFilter {
    words: WordFilter,
    names: Vec<String>,
}

/// What terms are called by: their normal forms or spellings, the values of a layer, the names of compounds.
#[derive(Clone, Copy)]
pub(super) struct Naming<'o> {
    pub(super) case_sensitive: bool,
    pub(super) layer: Option<&'o str>,
    pub(super) compounds: &'o Named,
}

impl TermFilter {
    /// Those that patterns ask for.
    ///
    /// Errors: a pattern that is no word as it is counted, or no expression.
    pub(super) fn wanted(
        scope: &Scope,
        patterns: &[String],
        syntax: Syntax,
        of: Naming<'_>,
    ) -> Result<Self> {
        let search = PatternOptions {
            syntax,
            case_sensitive: of.case_sensitive,
        };
        Self::new(patterns, syntax, of, |words| {
            WordFilter::parse(words, scope.corpus().tokenizer(), search)
        })
    }

    /// Those that a list of words with wildcards leaves out.
    ///
    /// Errors: a phrase, or a pattern of words of which none can be a term.
    pub(super) fn excluded(scope: &Scope, patterns: &[String], of: Naming<'_>) -> Result<Self> {
        Self::new(patterns, Syntax::Glob, of, |words| {
            WordFilter::of_list(words, scope.corpus().tokenizer(), of.case_sensitive)
        })
    }

    fn new(
        patterns: &[String],
        syntax: Syntax,
        of: Naming<'_>,
        of_words: impl FnOnce(&[&String]) -> Result<WordFilter>,
    ) -> Result<Self> {
        if of.layer.is_some() {
            let words = WordFilter::of_values(patterns, syntax)?;
            let names = Vec::new();
            return Ok(Self { words, names });
        }
        let case_sensitive = of.case_sensitive;
        let patterns = patterns.iter();
        let (names, words): (Vec<&String>, Vec<&String>) =
            patterns.partition(|pattern| is_name(of.compounds, pattern, case_sensitive));
        let names = names.into_iter();
        Ok(Self {
            words: of_words(&words)?,
            names: names
                .map(|name| folded(name, case_sensitive).into_owned())
                .collect(),
        })
    }

    /// Whether a term is chosen, given as it is counted.
    pub(super) fn has(&self, term: &str) -> bool {
        self.words.matches(term) || self.names.iter().any(|name| name == term)
    }
}

/// Terms that have no rows, by their numbers.
#[derive(Default)]
pub(super) struct LeftOut(Vec<bool>);

impl LeftOut {
    /// Those that a list of words with wildcards leaves out.
    ///
    /// Errors: as of [`TermFilter::excluded`].
    pub(super) fn of(terms: &Terms<'_>, patterns: &[String], of: Naming<'_>) -> Result<Self> {
        if patterns.is_empty() {
            return Ok(Self::default());
        }
        let filter = TermFilter::excluded(terms.scope(), patterns, of)?;
        let numbers = 0..u32::try_from(terms.len()).expect("fewer than 2^32 terms");
        Ok(Self(
            numbers.map(|term| filter.has(terms.name(term))).collect(),
        ))
    }

    pub(super) fn has(&self, term: u32) -> bool {
        self.0.get(term as usize).is_some_and(|left_out| *left_out)
    }
}
