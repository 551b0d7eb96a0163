//! Patterns that choose among words instead of finding them in texts.

use std::collections::HashSet;

use regex::Regex;

use super::globs::{ANY, ONE, form, glob_source, lettered};
use super::pattern::{Pattern, PatternOptions, Slot, Syntax, expression, place_and_reason};
use crate::error::{Error, Result};
use crate::text::{Tokenizer, cased_form};

/// Patterns of one word each.
#[derive(Clone, Debug, Default)]
pub struct WordFilter {
    case_sensitive: bool,
    /// Words that are chosen, in the form in which they are compared.
    words: HashSet<String>,
    expressions: Vec<Regex>,
}

impl WordFilter {
    /// Reads patterns of one word each.
    pub fn parse<S: AsRef<str>>(
        patterns: &[S],
        tokenizer: &Tokenizer,
        options: PatternOptions,
    ) -> Result<Self> {
        let mut filter = Self::of_case(options.case_sensitive);
        for pattern in patterns {
            let pattern = pattern.as_ref();
            if !filter.add(Pattern::alternatives(pattern, tokenizer, options)?) {
                return Err(not_one_word(pattern));
            }
        }
        Ok(filter)
    }

    /// The same, passing over words that are no single token as the tokenizer cuts, as lists of function words made
    /// for others hold them: `it's`, `-`.
    pub fn of_list<S: AsRef<str>>(
        patterns: &[S],
        tokenizer: &Tokenizer,
        case_sensitive: bool,
    ) -> Result<Self> {
        let options = PatternOptions {
            syntax: Syntax::Glob,
            case_sensitive,
        };
        let mut filter = Self::of_case(case_sensitive);
        for pattern in patterns {
            let pattern = pattern.as_ref();
            let word = !pattern.is_empty()
                && !pattern
                    .contains(|mark: char| mark.is_whitespace() || [ANY, ONE].contains(&mark));
            match Pattern::alternatives(pattern, tokenizer, options) {
                Ok(parsed) => {
                    if !filter.add(parsed) && !word {
                        return Err(not_one_word(pattern));
                    }
                }
                Err(_) if word => {}
                Err(error) => return Err(error),
            }
        }
        Ok(filter)
    }

    fn of_case(case_sensitive: bool) -> Self {
        Self {
            case_sensitive,
            ..Self::default()
        }
    }

    /// Adds the patterns of one word among those given; says whether there is any.
    fn add(&mut self, parsed: Vec<Pattern>) -> bool {
        let mut added = false;
        for Pattern { slots, .. } in parsed {
            let Ok([slot]) = <[Slot; 1]>::try_from(slots) else {
                continue;
            };
            added = true;
            match slot {
                Slot::Word(word) => {
                    self.words
                        .insert(form(&word, self.case_sensitive).into_owned());
                }
                Slot::Expression(expression) => self.expressions.push(expression),
            }
        }
        added
    }

    /// Reads patterns of values of a layer, which are compared whole and as they came.
    pub fn of_values<S: AsRef<str>>(patterns: &[S], syntax: Syntax) -> Result<Self> {
        let parse = |pattern: &S| {
            let pattern = pattern.as_ref();
            let source = match syntax {
                Syntax::Regex => pattern.to_owned(),
                Syntax::Glob => glob_source(&lettered(pattern)),
                Syntax::Exact | Syntax::Cql => regex::escape(pattern),
            };
            let refused = |error: regex::Error| {
                let (at, reason) = place_and_reason(&source, &error);
                Error::Query {
                    query: pattern.to_owned(),
                    at: pattern.chars().count().min(at),
                    message: format!("regular expression is malformed ({reason})"),
                }
            };
            expression(&source, true).map_err(refused)
        };
        Ok(Self {
            expressions: patterns.iter().map(parse).collect::<Result<_>>()?,
            ..Self::default()
        })
    }

    /// Whether any of the patterns matches a word, given in the form in which words are counted: normal forms, or
    /// spellings where case is told apart.
    pub fn matches(&self, word: &str) -> bool {
        let word = if self.case_sensitive {
            cased_form(word)
        } else {
            word.into()
        };
        self.words.contains(&*word) || self.expressions.iter().any(|one| one.is_match(&word))
    }
}

fn not_one_word(pattern: &str) -> Error {
    Error::Parameter(format!(
        "pattern must be one word as it is counted, got {pattern:?}"
    ))
}
