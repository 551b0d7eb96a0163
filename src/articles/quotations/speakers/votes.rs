//! Votes: what pronouns tell of the sex of those who are named before them.

use super::super::find::Record;
use super::stage::Stage;
use crate::articles::quotations::QuotationKind;
use crate::articles::quotations::lexicon::{Class, class_in_small};
use crate::articles::quotations::names::{Mentioned, Standing};
use crate::text::pieces;

/// How many words behind a name are looked at.
const BEHIND: usize = 24;

impl Stage<'_> {
    /// Learns from "Vell said she …" whether Vell is a woman.
    pub(super) fn vote(&mut self, records: &[Record]) {
        let text = self.cast.text;
        for record in records {
            let quotation = &record.quotation;
            let (Some(source), Some(content)) = (&quotation.source, quotation.content.first())
            else {
                continue;
            };
            if quotation.kind == QuotationKind::Direct || content.start < source.end {
                continue;
            }
            let first = text[content.clone()]
                .split_whitespace()
                .next()
                .unwrap_or_default();
            let vote = match first {
                "he" | "his" => -1.0,
                "she" | "her" => 1.0,
                _ => continue,
            };
            if let Some(entity) = self
                .named_in(source)
                .filter(|entity| self.cast.all[*entity].may_be_person())
            {
                let known = &mut self.cast.all[entity];
                if known.woman.abs() < 2.0 {
                    known.woman += vote;
                }
            }
        }
    }

    /// Learns from "Vell sued her employer" that Vell is a woman.
    pub(super) fn vote_by_possessives(&mut self) {
        for number in 0..self.mentions.len() {
            let mention = &self.mentions[number];
            let subject = mention.kind == Mentioned::Name
                && mention.depth == 0
                && mention.standing != Standing::Aside;
            let Some(entity) = self.who[number].filter(|_| subject) else {
                continue;
            };
            let known = &self.cast.all[entity];
            if !known.may_be_person() || known.woman.abs() >= 2.0 {
                continue;
            }
            let rest = &self.cast.text[mention.span.end..];
            if let Some(woman) = told_behind(rest) {
                self.cast.all[entity].woman += if woman { 1.0 } else { -1.0 };
            }
        }
    }
}

/// What the first pronoun behind a name tells, before another name or the end of the sentence.
fn told_behind(rest: &str) -> Option<bool> {
    let mut words = pieces(rest).take(BEHIND).peekable();
    while let Some(word) = words.next() {
        // Most words are neither a pronoun nor the last one.
        if word.bytes().all(|byte| byte.is_ascii_lowercase()) && !is_pronoun(word) {
            continue;
        }
        let bare = word.trim_matches(|mark: char| !mark.is_alphanumeric());
        match bare {
            "his" | "himself" => return Some(false),
            "herself" => return Some(true),
            "her" if bare == word && words.peek().is_some_and(|next| is_noun(next)) => {
                return Some(true);
            }
            _ => {}
        }
        let named = bare.starts_with(char::is_uppercase);
        let ends =
            word.ends_with(['.', '!', '?', ';']) || word.contains(['"', '\u{201c}', '\u{201d}']);
        if named || ends || is_pronoun(bare) {
            return None;
        }
    }
    None
}

/// Whether a word is a pronoun for a woman or a man.
fn is_pronoun(word: &str) -> bool {
    matches!(
        word,
        "he" | "she" | "him" | "her" | "his" | "himself" | "herself"
    )
}

/// Whether a word may be a noun that somebody has.
fn is_noun(word: &str) -> bool {
    let small = word.starts_with(char::is_lowercase);
    let other = Class::PREPOSITION
        .or(Class::DETERMINER)
        .or(Class::SUBORDINATOR)
        .or(Class::AUXILIARY)
        .or(Class::SUBJECT)
        .or(Class::ADVERB)
        .or(Class::AND)
        .or(Class::TIME)
        .or(Class::QUESTION);
    small && !class_in_small(word).is(other)
}
