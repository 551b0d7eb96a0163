//! Patterns: a word, a phrase, a glob or a regular expression, to one set of types a token.
//!
//! A pattern goes through the tokenizer of the corpus, so that `win-win` and `SCO's` are found
//! whichever way they were split. Wildcards stand in as letters while they do.

use std::borrow::Cow;
use std::ops::Range;

use regex::{Regex, RegexBuilder};

use super::equivalents::refuse_within;
use crate::corpus::{TypeId, TypeSet, Vocabulary};
use crate::error::{Error, Result};
use crate::text::{Tokenizer, cased_form, normal_form};

/// How a pattern is read.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct PatternOptions {
    /// What the characters of the pattern mean.
    pub syntax: Syntax,
    /// Whether `may` and `May` are told apart.
    pub case_sensitive: bool,
}

/// What the characters of a pattern mean.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Syntax {
    /// `*` stands for any characters within a token, `?` for one.
    #[default]
    Glob,
    /// Every character stands for itself.
    Exact,
    /// White space separates tokens; each part is a regular expression for a whole token.
    Regex,
    /// A [`Query`](super::Query), which says itself what is told apart.
    Cql,
}

/// One test a token.
#[derive(Clone, Debug)]
pub(super) struct Pattern {
    slots: Vec<Slot>,
    case_sensitive: bool,
}

#[derive(Clone, Debug)]
enum Slot {
    Word(String),
    Expression(Regex),
}

/// Patterns that choose among words instead of finding them in texts.
#[derive(Clone, Debug)]
pub struct WordFilter(Vec<Pattern>);

impl WordFilter {
    /// Reads patterns of one word each.
    pub fn parse<S: AsRef<str>>(
        patterns: &[S],
        tokenizer: &Tokenizer,
        options: PatternOptions,
    ) -> Result<Self> {
        let parse = |pattern: &S| {
            let pattern = pattern.as_ref();
            let mut parsed = Pattern::alternatives(pattern, tokenizer, options)?;
            parsed.retain(|parsed| parsed.slots.len() == 1);
            if parsed.is_empty() {
                let message = format!("pattern must be one word as it is counted, got {pattern:?}");
                return Err(Error::Parameter(message));
            }
            Ok(parsed)
        };
        let parsed: Result<Vec<Vec<Pattern>>> = patterns.iter().map(parse).collect();
        Ok(Self(parsed?.concat()))
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
            let slot = expression(&source, true)
                .map(Slot::Expression)
                .map_err(refused)?;
            Ok(Pattern {
                slots: vec![slot],
                case_sensitive: false,
            })
        };
        Ok(Self(patterns.iter().map(parse).collect::<Result<_>>()?))
    }

    /// Whether any of the patterns matches a word, given in the form in which words are counted.
    pub fn matches(&self, word: &str) -> bool {
        self.0.iter().any(|pattern| pattern.matches(word))
    }
}

/// The largest compiled regular expression, in bytes.
const EXPRESSION_BYTES: usize = 2 << 20;

/// Letters that stand in for `*` and `?` while a glob is tokenized; a pattern that holds them
/// is read without wildcards. Both are of the class `ALetter` and of no living script.
pub(super) const ANY: char = '\u{10280}';
pub(super) const ONE: char = '\u{10281}';

impl Pattern {
    /// Reads a pattern. Errors: no word in it, or a malformed regular expression.
    pub(super) fn parse(
        pattern: &str,
        tokenizer: &Tokenizer,
        options: PatternOptions,
    ) -> Result<Self> {
        refuse_within(pattern)?;
        let PatternOptions {
            syntax,
            case_sensitive,
        } = options;
        let slots = match syntax {
            Syntax::Regex => regex_slots(pattern, case_sensitive)?,
            Syntax::Glob if !pattern.contains([ANY, ONE]) => {
                let globbed = Globbed::new(pattern, tokenizer);
                if let Some(part) = globbed.part_of_no_token() {
                    return Err(unheld(pattern, part));
                }
                let slot = |token| glob_slot(token, case_sensitive);
                globbed.tokens().map(slot).collect::<Result<_>>()?
            }
            Syntax::Exact | Syntax::Glob | Syntax::Cql => words(pattern, tokenizer)
                .into_iter()
                .map(|word| Slot::Word(word.into()))
                .collect(),
        };
        if slots.is_empty() {
            let message =
                format!("pattern must contain a word that the tokenizer keeps, got {pattern:?}");
            return Err(Error::Parameter(message));
        }
        Ok(Self {
            slots,
            case_sensitive,
        })
    }

    /// A pattern, and what else its words may be in texts: what a dictionary of words cuts here, where it
    /// stands alone, may be one word beside others.
    pub(super) fn alternatives(
        pattern: &str,
        tokenizer: &Tokenizer,
        options: PatternOptions,
    ) -> Result<Vec<Self>> {
        let cut = Self::parse(pattern, tokenizer, options)?;
        let case_sensitive = options.case_sensitive;
        let mut all = vec![cut];
        if options.syntax == Syntax::Glob || options.syntax == Syntax::Exact {
            let is_glob = options.syntax == Syntax::Glob;
            for tokens in uncut(pattern, tokenizer, is_glob) {
                let slot = |token: &String| glob_slot(token, case_sensitive);
                let slots = tokens.iter().map(slot).collect::<Result<_>>()?;
                all.push(Self {
                    slots,
                    case_sensitive,
                });
            }
        }
        Ok(all)
    }

    /// The types that each token may have.
    pub(super) fn resolve(&self, vocabulary: &Vocabulary) -> Vec<TypeSet> {
        self.slots
            .iter()
            .map(|slot| self.resolve_slot(slot, vocabulary))
            .collect()
    }

    /// Whether this is a word that all of the pattern matches, which is given in the form in which
    /// words are counted: normal forms, or spellings where case is told apart.
    fn matches(&self, word: &str) -> bool {
        let [slot] = self.slots.as_slice() else {
            return false;
        };
        match (slot, self.case_sensitive) {
            (Slot::Word(wanted), false) => normal_form(wanted) == word,
            (Slot::Word(wanted), true) => cased_form(wanted) == cased_form(word),
            (Slot::Expression(expression), false) => expression.is_match(word),
            (Slot::Expression(expression), true) => expression.is_match(&cased_form(word)),
        }
    }

    fn resolve_slot(&self, slot: &Slot, vocabulary: &Vocabulary) -> TypeSet {
        let n_types = vocabulary.types().len();
        let members: Vec<TypeId> = match slot {
            Slot::Word(word) => {
                let variants = vocabulary
                    .find_norm(&normal_form(word))
                    .into_iter()
                    .flat_map(|norm| vocabulary.variants(norm));
                let cased = cased_form(word);
                let same = |candidate: &TypeId| cased_form(vocabulary.word(*candidate)) == cased;
                variants
                    .filter(|variant| !self.case_sensitive || same(variant))
                    .collect()
            }
            Slot::Expression(expression) if self.case_sensitive => {
                matching(vocabulary.types().iter(), |word| {
                    expression.is_match(&cased_form(word))
                })
                .map(TypeId::from_index)
                .collect()
            }
            Slot::Expression(expression) => {
                matching(vocabulary.norms().iter(), |norm| expression.is_match(norm))
                    .flat_map(|norm| vocabulary.variants(crate::corpus::NormId::from_index(norm)))
                    .collect()
            }
        };
        TypeSet::new(members, n_types)
    }
}

fn matching<'w>(
    words: impl Iterator<Item = &'w str>,
    holds: impl Fn(&str) -> bool,
) -> impl Iterator<Item = usize> {
    words
        .enumerate()
        .filter(move |(_, word)| holds(word))
        .map(|(number, _)| number)
}

fn regex_slots(pattern: &str, case_sensitive: bool) -> Result<Vec<Slot>> {
    let part =
        |part: &str| {
            let start = part.as_ptr() as usize - pattern.as_ptr() as usize;
            expression(part, case_sensitive).map(Slot::Expression).map_err(|error| {
            let (at, reason) = place_and_reason(part, &error);
            Error::Query {
                query: pattern.to_owned(),
                at: pattern[..start + at].chars().count(),
                message: format!(
                    "regular expression is malformed ({reason}); white space separates tokens"
                ),
            }
        })
        };
    pattern.split_whitespace().map(part).collect()
}

/// The byte at which an expression is wrong, and why.
pub(super) fn place_and_reason(pattern: &str, error: &regex::Error) -> (usize, String) {
    // What the parser takes can still be too large to compile.
    syntax_error(pattern)
        .unwrap_or_else(|| (0, error.to_string().trim_end_matches('.').to_lowercase()))
}

/// The byte at which the syntax of an expression is wrong, and why; nothing for one that can be read.
pub(super) fn syntax_error(pattern: &str) -> Option<(usize, String)> {
    let (span, reason) = match regex_syntax::Parser::new().parse(pattern).err()? {
        regex_syntax::Error::Parse(error) => (*error.span(), error.kind().to_string()),
        regex_syntax::Error::Translate(error) => (*error.span(), error.kind().to_string()),
        other => return Some((0, other.to_string())),
    };
    Some((span.start.offset, reason))
}

/// An expression that must match all of a token.
pub(super) fn expression(pattern: &str, case_sensitive: bool) -> Result<Regex, regex::Error> {
    // Compiled by itself first: a stray bracket must not close the group around it.
    let build = |pattern: &str| {
        RegexBuilder::new(pattern)
            .case_insensitive(!case_sensitive)
            .dot_matches_new_line(true)
            .size_limit(EXPRESSION_BYTES)
            .build()
    };
    build(pattern)?;
    build(&format!(r"\A(?:{pattern})\z"))
}

/// The tokens of a pattern. A possessive by itself is the token that it becomes in a text.
fn words<'t>(pattern: &'t str, tokenizer: &Tokenizer) -> Vec<&'t str> {
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
        all.iter_mut()
            .for_each(|(all, _)| all.extend(tokens.clone()));
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
struct Globbed {
    text: String,
    tokens: Vec<Range<usize>>,
}

impl Globbed {
    fn new(glob: &str, tokenizer: &Tokenizer) -> Self {
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

    fn tokens(&self) -> impl Iterator<Item = &str> {
        self.tokens.iter().map(|token| &self.text[token.clone()])
    }

    /// Something beside wildcards that the tokenizer drops, where nothing else is left: every token would
    /// match.
    fn part_of_no_token(&self) -> Option<&str> {
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

fn unheld(pattern: &str, part: &str) -> Error {
    Error::Parameter(format!(
        "pattern must be of what tokens can hold, and none can hold {part:?}, got {pattern:?}; leave it \
         out, or take a tokenizer that keeps it"
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

/// Where a wildcard, which may stand for digits, and a digit have a mark between them that joins digits,
/// from the one to behind the other.
fn numbers(text: &str, tokenizer: &Tokenizer) -> Vec<Range<usize>> {
    let is_wildcard = |character: char| matches!(character, ANY | ONE);
    let characters: Vec<(usize, char)> = text.char_indices().collect();
    let number = |three: &[(usize, char)]| {
        let (before, mark, after) = (three[0].1, three[1].1, three[2].1);
        let pairs = [(before, after), (after, before)];
        let is_number = |(one, other): (char, char)| is_wildcard(one) && other.is_numeric();
        let joins = pairs.into_iter().any(is_number) && tokenizer.joins_digits(mark);
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

fn glob_slot(token: &str, case_sensitive: bool) -> Result<Slot> {
    if !token.contains([ANY, ONE]) {
        return Ok(Slot::Word(token.to_owned()));
    }
    let source = glob_source(&form(token, case_sensitive));
    let too_long = |_| Error::Parameter(format!("pattern is too long: {} bytes", token.len()));
    // Both sides are in the same form, so the expression compares case as it stands.
    expression(&source, true)
        .map(Slot::Expression)
        .map_err(too_long)
}

/// The regular expression of a glob with letters for its wildcards.
fn glob_source(lettered: &str) -> String {
    let source = |character| match character {
        ANY => ".*".to_owned(),
        ONE => ".".to_owned(),
        literal => regex::escape(char::encode_utf8(literal, &mut [0; 4])),
    };
    lettered.chars().map(source).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::{Hyphens, TokenizerOptions};

    fn matched(words: &[&str], pattern: &str, options: PatternOptions) -> Vec<Vec<String>> {
        let tokenizer = Tokenizer::new(TokenizerOptions::default()).expect("valid options");
        let vocabulary = Vocabulary::of_words(words).expect("a small vocabulary");
        let spelled = |set: TypeSet| {
            let mut words: Vec<String> = set
                .members()
                .iter()
                .map(|word| vocabulary.word(*word).to_owned())
                .collect();
            words.sort();
            words
        };
        let pattern = Pattern::parse(pattern, &tokenizer, options).expect("a pattern");
        pattern
            .resolve(&vocabulary)
            .into_iter()
            .map(spelled)
            .collect()
    }

    #[test]
    fn words_globs_and_expressions_match_whole_types() {
        let words = [
            "Trust", "trust", "TRUST", "trusted", "mistrust", "trust's", "中", "中国",
        ];
        let any_case = PatternOptions::default();
        let cased = PatternOptions {
            case_sensitive: true,
            ..any_case
        };
        let regex = PatternOptions {
            syntax: Syntax::Regex,
            ..any_case
        };
        let cased_regex = PatternOptions {
            syntax: Syntax::Regex,
            ..cased
        };
        let rows: [(&str, PatternOptions, &[&str]); 9] = [
            ("trust", any_case, &["TRUST", "Trust", "trust"]),
            ("Trust", cased, &["Trust"]),
            (
                "trust*",
                any_case,
                &["TRUST", "Trust", "trust", "trust's", "trusted"],
            ),
            ("*TRUST", any_case, &["TRUST", "Trust", "mistrust", "trust"]),
            ("T*", cased, &["TRUST", "Trust"]),
            ("trust??", any_case, &["trust's", "trusted"]),
            ("中*", any_case, &["中", "中国"]),
            (
                "(mis)?trust",
                regex,
                &["TRUST", "Trust", "mistrust", "trust"],
            ),
            ("[a-z]+t", cased_regex, &["mistrust", "trust"]),
        ];
        for (pattern, options, expected) in rows {
            assert_eq!(matched(&words, pattern, options), [expected], "{pattern}");
        }
    }

    #[test]
    fn a_pattern_is_tokenized_as_the_corpus_was() {
        let n_slots = |pattern: &str, hyphens| {
            let options = TokenizerOptions {
                hyphens,
                ..TokenizerOptions::default()
            };
            let tokenizer = Tokenizer::new(options).expect("valid options");
            let parsed = Pattern::parse(pattern, &tokenizer, PatternOptions::default());
            parsed.expect("a pattern").slots.len()
        };
        assert_eq!(n_slots("win-win", Hyphens::Split), 2);
        assert_eq!(n_slots("win-win", Hyphens::Keep), 1);
        assert_eq!(n_slots("win-*", Hyphens::Keep), 1);
        assert_eq!(n_slots("*-win", Hyphens::Split), 2);
        assert_eq!(n_slots("*'s", Hyphens::Split), 2);
        assert_eq!(n_slots("the * of", Hyphens::Split), 3);
        assert_eq!(n_slots("U.*", Hyphens::Split), 1);
        assert_eq!(n_slots("SCO 's", Hyphens::Split), 2);
    }

    #[test]
    fn patterns_that_match_nothing_or_cannot_be_read_are_refused() {
        let parse = |pattern: &str, syntax| {
            let tokenizer = Tokenizer::new(TokenizerOptions::default()).expect("valid options");
            let options = PatternOptions {
                syntax,
                case_sensitive: false,
            };
            Pattern::parse(pattern, &tokenizer, options)
                .expect_err("refused")
                .to_string()
        };
        for pattern in ["", " ", "!!!", "\"", "-"] {
            let message = parse(pattern, Syntax::Glob);
            assert!(
                message.starts_with("pattern must contain a word"),
                "{message}"
            );
        }
        let message = parse("mutual tru(st", Syntax::Regex);
        let expected = "regular expression is malformed (unclosed group); white space separates \
                        tokens\n  mutual tru(st\n            ^";
        assert_eq!(message, expected);
        for pattern in ["a)(b", "(a{1000}){1000}"] {
            assert!(
                parse(pattern, Syntax::Regex).starts_with("regular expression"),
                "{pattern}"
            );
        }
    }
}
