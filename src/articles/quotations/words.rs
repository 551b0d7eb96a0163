//! A word or a mark of a text: a small token with what little is known of it.

use std::ops::Range;

use super::keys::Letters;
use super::known::Known;
use super::lexicon::Class;
use super::marks::is_mark;
use super::reporting::ReportingVerbs;
use super::verbs::{Form, ReadingsId, Verb};
use super::word_list::{Shape, WordList};

/// A text, and the verbs that report in it.
#[derive(Clone, Copy)]
pub(super) struct Told<'t> {
    pub text: &'t str,
    pub verbs: &'t ReportingVerbs,
}

/// A word, a mark, or a whole stretch within quotation marks.
#[derive(Clone, Debug)]
pub(super) struct Token<'t> {
    pub text: &'t str,
    pub span: Range<usize>,
    pub kind: Kind,
    pub class: Class,
    /// Whether it is nothing but letters of ASCII, as it was taken.
    pub plain: bool,
    /// Its first byte in small letters, by which it is told from most words; 0 if it has none.
    first: u8,
    /// Its shape, by which it is told from the words of most lists.
    shape: Shape,
    readings: ReadingsId,
    verbs: &'t ReportingVerbs,
}

/// The marks that close a stretch.
pub(super) const CLOSING: [char; 5] = ['"', '”', '\'', '’', '»'];

/// What a token is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// A word with a capital.
    Name,
    /// A word in small letters.
    Word,
    Number,
    /// The `'s` of a possessive, or the bare apostrophe.
    Genitive,
    Mark(char),
    /// A stretch within marks, by its number.
    Quoted(u32),
}

impl<'t> Token<'t> {
    /// A token that is more than letters of ASCII.
    pub(super) fn new(told: Told<'t>, span: Range<usize>, kind: Kind, known: Known) -> Self {
        let text = &told.text[span.clone()];
        Self {
            text,
            span,
            kind,
            class: known.class,
            plain: false,
            first: first(text),
            shape: Shape::of(text),
            readings: known.readings,
            verbs: told.verbs,
        }
    }

    /// A token of letters of ASCII.
    #[inline]
    pub(super) fn of_letters(told: Told<'t>, start: usize, letters: Letters, known: Known) -> Self {
        let span = start..start + letters.length;
        let text = &told.text[span.clone()];
        Self {
            text,
            span,
            kind: if letters.capital {
                Kind::Name
            } else {
                Kind::Word
            },
            class: known.class,
            plain: true,
            first: letters.key.first(),
            shape: Shape::of(text),
            readings: known.readings,
            verbs: told.verbs,
        }
    }

    pub(super) fn is(&self, class: Class) -> bool {
        self.class.is(class)
    }

    /// Whether it may be a form of a reporting verb.
    pub(super) fn may_report(&self) -> bool {
        self.readings != ReadingsId::default()
    }

    /// What reporting verbs it may be a form of.
    pub(super) fn readings(&self) -> &'t [(u16, Form)] {
        self.verbs.verbs.listed(self.readings)
    }

    /// The verb of this number.
    pub(super) fn verb(&self, number: u16) -> &'t Verb {
        self.verbs.verbs.verb(number)
    }

    pub(super) fn mark(&self) -> Option<char> {
        match self.kind {
            Kind::Mark(mark) => Some(mark),
            _ => None,
        }
    }

    /// Whether this is neither a mark nor a stretch within marks.
    #[inline]
    pub(super) fn is_plain(&self) -> bool {
        self.mark().is_none() && self.quoted().is_none()
    }

    /// What it begins with behind the marks that open it.
    pub(super) fn behind_opening(&self) -> &'t str {
        if self.plain {
            return self.text;
        }
        self.text
            .trim_start_matches(|mark: char| !mark.is_alphanumeric())
    }

    /// Its first word, without the marks that open it.
    pub(super) fn first_word(&self) -> &'t str {
        if self.plain {
            return self.text;
        }
        let words = self.behind_opening();
        words.split(char::is_whitespace).next().unwrap_or_default()
    }

    /// Its text without the marks that close it.
    pub(super) fn before_closing(&self) -> &'t str {
        self.text.trim_end_matches(CLOSING)
    }

    pub(super) fn is_mark(&self, mark: char) -> bool {
        self.kind == Kind::Mark(mark)
    }

    /// Whether it is a word, whatever its case.
    #[inline]
    pub(super) fn is_word(&self, word: &str) -> bool {
        // Length and first letter tell most words apart.
        self.text.len() == word.len()
            && self.first == first(word)
            && self.text.eq_ignore_ascii_case(word)
    }

    /// Whether it is one of some words, whatever its case.
    #[inline]
    pub(super) fn any(&self, words: &WordList) -> bool {
        words.has_shaped(self.shape, self.text)
    }

    /// Whether the ending is that of a plural, or of a verb in the third person.
    #[inline]
    pub(super) fn ends_in_s(&self) -> bool {
        self.text.ends_with('s') && !self.text.ends_with("ss")
    }

    /// Whether this looks like a gerund or a participle of the present.
    pub(super) fn is_gerund(&self) -> bool {
        const NOUNS: WordList = WordList::new(&[
            "wrongdoing",
            "evening",
            "morning",
            "nothing",
            "funding",
            "anything",
            "something",
            "everything",
        ]);
        self.kind == Kind::Word
            && (self.text.len() > 5 && self.text.ends_with("ing") && !self.any(&NOUNS)
                || self.text == "being")
    }

    /// Whether a noun in small letters is one for a person, known or told by its ending: `beekeeper`, `organist`.
    pub(super) fn is_for_person(&self) -> bool {
        const ENDINGS: [&str; 10] = [
            "er", "or", "ist", "ian", "ant", "eer", "man", "woman", "ess", "ee",
        ];
        let told = Class::SPEAKER
            .or(Class::OCCASION)
            .or(Class::TIME)
            .or(Class::PREPOSITION);
        let ends = || {
            self.kind == Kind::Word
                && self.text.len() > 5
                && ENDINGS.iter().any(|ending| self.text.ends_with(ending))
        };
        self.is(Class::PERSON) || !self.is(told) && ends()
    }

    /// Whether it is a title within marks, which names nobody.
    pub(super) fn is_title(&self) -> bool {
        self.kind == Kind::Name && !self.plain && self.text.starts_with(is_mark)
    }

    pub(super) fn quoted(&self) -> Option<usize> {
        match self.kind {
            Kind::Quoted(number) => Some(number as usize),
            _ => None,
        }
    }

    /// Makes it end further on in its text.
    pub(super) fn lengthen(&mut self, text: &'t str, end: usize) {
        self.span.end = end;
        self.text = &text[self.span.clone()];
        self.shape = Shape::of(self.text);
        self.plain = false;
    }

    /// Makes a mark part of a number.
    pub(super) fn join(&mut self) {
        self.kind = Kind::Number;
        self.class = Class::NUMBER;
    }

    pub(super) fn is_dash(&self) -> bool {
        matches!(self.kind, Kind::Mark('–' | '—')) || self.text == "--" || self.text == "-"
    }
}

/// The first byte of a word in small letters; 0 if it has none.
#[inline]
fn first(word: &str) -> u8 {
    word.as_bytes().first().map_or(0, u8::to_ascii_lowercase)
}

/// Where some tokens stand in the text.
pub(super) fn span_of(tokens: &[Token<'_>], range: &Range<usize>) -> Range<usize> {
    tokens[range.start].span.start..tokens[range.end - 1].span.end
}
