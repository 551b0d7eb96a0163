//! Entries of a dictionary where sequences of words are one term: what else they are then.

use super::equivalents::SIGN;
use super::globs::{ANY, ONE, form, glob_tokens};
use super::lexicon::fits;
use crate::text::Tokenizer;

/// Sequences of words that are one term each, by their names.
pub(crate) struct Joined<'n> {
    /// The names, each with the globs that stand for it.
    pub named: &'n [(String, Vec<String>)],
    /// The names of terms behind all types, in the order of their numbers.
    pub behind: &'n [String],
}

/// The same in the form in which words are compared.
pub(super) struct Units {
    units: Vec<Unit>,
    case_sensitive: bool,
}

struct Unit {
    name: String,
    patterns: Vec<Vec<Vec<char>>>,
}

impl Units {
    pub(super) fn new(joined: &Joined<'_>, tokenizer: &Tokenizer, case_sensitive: bool) -> Self {
        let pattern = |glob: &String| -> Vec<Vec<char>> {
            let tokens = glob_tokens(glob, tokenizer, case_sensitive);
            tokens.iter().map(|token| token.chars().collect()).collect()
        };
        let units = joined.named.iter().map(|(name, globs)| Unit {
            name: form(name, case_sensitive).into_owned(),
            // What stands for an acronym is no sequence of words.
            patterns: globs
                .iter()
                .filter(|glob| !glob.starts_with(SIGN))
                .map(pattern)
                .collect(),
        });
        Self {
            units: units.collect(),
            case_sensitive,
        }
    }

    /// What else an entry of these tokens is: the term that it names, and its words with each sequence
    /// that is one term as that.
    pub(super) fn others(&self, entry: &str, tokens: &[String]) -> Vec<Vec<String>> {
        let own = form(entry.trim(), self.case_sensitive);
        let named = self.units.iter().find(|unit| unit.name == own);
        let named = named.map(|unit| vec![unit.name.clone()]);
        let mut others: Vec<Vec<String>> = named.into_iter().collect();
        others.push(self.joined(tokens));
        others.retain(|other| other != tokens);
        others.dedup();
        others
    }

    /// Tokens with the terms that stand for some of them, from the left, the longest first.
    fn joined(&self, tokens: &[String]) -> Vec<String> {
        let mut found = Vec::with_capacity(tokens.len());
        let mut at = 0;
        while at < tokens.len() {
            let (name, length) = self.longest(&tokens[at..]).unwrap_or((&tokens[at], 1));
            found.push(name.clone());
            at += length;
        }
        found
    }

    /// The longest term with whose words tokens begin, the first of several, and of how many words it is.
    fn longest(&self, tokens: &[String]) -> Option<(&String, usize)> {
        let is_word = |token: &String| !token.contains([ANY, ONE]);
        let begins = |pattern: &&Vec<Vec<char>>| {
            let own = tokens.get(..pattern.len());
            own.is_some_and(|own| {
                let mut pairs = own.iter().zip(pattern.iter());
                let same = |token: &String, slot: &[char]| token.chars().eq(slot.iter().copied());
                !own.is_empty()
                    && pairs.all(|(token, slot)| {
                        is_word(token) && fits(slot, token) || same(token, slot)
                    })
            })
        };
        let mut longest: Option<(&String, usize)> = None;
        for unit in &self.units {
            let length = unit.patterns.iter().filter(begins).map(Vec::len).max();
            if let Some(length) = length
                && longest.is_none_or(|(_, known)| length > known)
            {
                longest = Some((&unit.name, length));
            }
        }
        longest
    }
}
