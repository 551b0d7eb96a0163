//! Globs: patterns with wildcards, and patterns as the tokens that a tokenizer makes of them.

use std::borrow::Cow;
use std::ops::Range;

use crate::error::Error;
use crate::text::{Tokenizer, cased_form, normal_form};

/// Letters that stand in for `*` and `?` while a glob is tokenized; a pattern that holds them
/// is read without wildcards. Both are of the class `ALetter` and of no living script.
pub(super) const ANY: char = '\u{10280}';
pub(super) const ONE: char = '\u{10281}';

/// The tokens of a pattern. A possessive by itself is the token that it becomes in a text.
pub(super) fn words<'t>(pattern: &'t str, tokenizer: &Tokenizer) -> Vec<&'t str> {
    let is_possessive = |part: &str| tokenizer.is_split_possessive(part);
    if !pattern.split_whitespace().any(is_possessive) {
        return tokenizer.words(pattern);
    }
    let part = |part: &'t str| {
        if is_possessive(part) {
            vec![part]
        } else {
            tokenizer.words(part)
        }
    };
    pattern.split_whitespace().flat_map(part).collect()
}

/// A glob with letters for its wildcards.
pub(super) fn lettered(glob: &str) -> String {
    let letter = |character| match character {
        '*' => ANY,
        '?' => ONE,
        other => other,
    };
    glob.chars().map(letter).collect()
}

/// The tokens of a glob in the form in which words are compared, [`ANY`] and [`ONE`] its wildcards; none
/// of one that no tokens can match.
pub(super) fn glob_tokens(glob: &str, tokenizer: &Tokenizer, case_sensitive: bool) -> Vec<String> {
    let globbed = Globbed::new(glob, tokenizer);
    if globbed.part_of_no_token().is_some() {
        return Vec::new();
    }
    forms_of(&globbed.tokens().collect::<Vec<_>>(), case_sensitive)
}

/// Tokens in the form in which words are compared.
pub(super) fn forms_of<S: AsRef<str>>(tokens: &[S], case_sensitive: bool) -> Vec<String> {
    let form = |token: &S| form(token.as_ref(), case_sensitive).into_owned();
    tokens.iter().map(form).collect()
}

/// The most sequences of tokens that a pattern is beside the one that it is cut into.
const MOST_UNCUT: usize = 16;

/// What else than [`words`] a pattern may be where words are looked up in a dictionary, with letters for its
/// wildcards: some parts between white space, each of which is cut here, as one token each.
pub(super) fn uncut(pattern: &str, tokenizer: &Tokenizer, is_glob: bool) -> Vec<Vec<String>> {
    if !tokenizer.options().dictionary || pattern.is_ascii() || pattern.contains([ANY, ONE]) {
        return Vec::new();
    }
    let mut all = vec![(Vec::new(), true)];
    for part in pattern.split_whitespace() {
        let (text, tokens) = if is_glob {
            let globbed = Globbed::new(part, tokenizer);
            (
                lettered(part),
                globbed.tokens().map(str::to_owned).collect(),
            )
        } else {
            let words = words(part, tokenizer).into_iter();
            (part.to_owned(), words.map(str::to_owned).collect())
        };
        let tokens: Vec<String> = tokens;
        let may_be_one = tokens.len() > 1 && !part.is_ascii() && all.len() < MOST_UNCUT;
        let mut uncut = all.clone();
        for (all, _) in &mut all {
            all.extend(tokens.clone());
        }
        if may_be_one {
            for (tokens, is_cut) in &mut uncut {
                tokens.push(text.clone());
                *is_cut = false;
            }
            all.append(&mut uncut);
        }
    }
    all.retain(|(_, is_cut)| !is_cut);
    all.into_iter().map(|(tokens, _)| tokens).collect()
}

/// A glob with letters for its wildcards, and where its tokens stand.
pub(super) struct Globbed {
    text: String,
    tokens: Vec<Range<usize>>,
}

impl Globbed {
    pub(super) fn new(glob: &str, tokenizer: &Tokenizer) -> Self {
        let text = lettered(glob);
        let words = words(&text, &tokenizer.of_all_words());
        let places = words.into_iter().map(|word| {
            let start = word.as_ptr() as usize - text.as_ptr() as usize;
            start..start + word.len()
        });
        let mut tokens = rejoined(&text, places, &numbers(&text, tokenizer));
        let is_kept = |token: &str| token.contains([ANY, ONE]) || tokenizer.keeps(token);
        tokens.retain(|token| is_kept(&text[token.clone()]));
        Self { text, tokens }
    }

    pub(super) fn tokens(&self) -> impl Iterator<Item = &str> {
        self.tokens.iter().map(|token| &self.text[token.clone()])
    }

    /// Something beside wildcards that the tokenizer drops, where nothing else is left: every token would
    /// match.
    pub(super) fn part_of_no_token(&self) -> Option<&str> {
        let is_wild = |token: &str| {
            token
                .chars()
                .all(|character| matches!(character, ANY | ONE))
        };
        if self.tokens.is_empty() || !self.tokens().all(is_wild) {
            return None;
        }
        let ends = std::iter::once(0).chain(self.tokens.iter().map(|token| token.end));
        let starts = self.tokens.iter().map(|token| token.start);
        let gaps = ends.zip(starts.chain([self.text.len()]));
        let mut parts = gaps.flat_map(|(end, start)| self.text[end..start].split_whitespace());
        parts.next()
    }
}

/// The error of a pattern with such a part, and what else may have been meant.
pub(super) fn unheld(pattern: &str, part: &str, or: &str) -> Error {
    Error::Parameter(format!(
        "pattern must be of what tokens can hold, and none can hold {part:?}, got {pattern:?}; leave it \
         out, or take a tokenizer that keeps it{or}"
    ))
}

/// Joins what the tokenizer split beside a wildcard, as it does behind an ideograph, and what is one number
/// if the wildcard stands for digits: `中*` and `3.*` are one token each. A possessive or a hyphen beside
/// a wildcard stays split.
fn rejoined(
    text: &str,
    tokens: impl Iterator<Item = Range<usize>>,
    numbers: &[Range<usize>],
) -> Vec<Range<usize>> {
    let mut joined: Vec<Range<usize>> = Vec::new();
    for token in tokens {
        let is_joined = |last: &Range<usize>| {
            let touches = last.end == token.start && touches_wildcard(text, token.start);
            let mut numbers = numbers.iter();
            touches || numbers.any(|one| one.start < last.end && token.start < one.end)
        };
        match joined.last_mut() {
            Some(last) if is_joined(last) => last.end = token.end,
            _ => joined.push(token),
        }
    }
    joined
}

/// Where a wildcard, which may stand for digits, and a digit or another wildcard have a mark between them
/// that joins digits, from the one to behind the other.
fn numbers(text: &str, tokenizer: &Tokenizer) -> Vec<Range<usize>> {
    if !text.contains([ANY, ONE]) {
        return Vec::new();
    }
    let is_wildcard = |character: char| matches!(character, ANY | ONE);
    let characters: Vec<(usize, char)> = text.char_indices().collect();
    let number = |three: &[(usize, char)]| {
        let (before, mark, after) = (three[0].1, three[1].1, three[2].1);
        let may_be_digit = |character: char| is_wildcard(character) || character.is_numeric();
        let may_join = may_be_digit(before) && may_be_digit(after);
        let has_wildcard = is_wildcard(before) || is_wildcard(after);
        let joins = may_join && has_wildcard && tokenizer.joins_digits(mark);
        joins.then(|| three[0].0..three[2].0 + after.len_utf8())
    };
    characters.windows(3).filter_map(number).collect()
}

fn touches_wildcard(text: &str, boundary: usize) -> bool {
    let before = text[..boundary].chars().next_back();
    let after = text[boundary..].chars().next();
    let is_wildcard = |character: Option<char>| matches!(character, Some(ANY | ONE));
    let is_word = |character: Option<char>| character.is_some_and(char::is_alphanumeric);
    is_wildcard(before) && is_word(after) || is_wildcard(after) && is_word(before)
}

/// A word in the form in which words are compared.
pub(super) fn form(word: &str, case_sensitive: bool) -> Cow<'_, str> {
    if case_sensitive {
        cased_form(word)
    } else {
        normal_form(word)
    }
}

/// The regular expression of a glob with letters for its wildcards.
pub(super) fn glob_source(lettered: &str) -> String {
    let source = |character| match character {
        ANY => ".*".to_owned(),
        ONE => ".".to_owned(),
        literal => regex::escape(char::encode_utf8(literal, &mut [0; 4])),
    };
    lettered.chars().map(source).collect()
}
