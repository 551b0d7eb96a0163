//! Patterns: a word, a phrase, a glob or a regular expression, to one set of types a token.
//!
//! A pattern goes through the tokenizer of the corpus, so that `win-win` and `SCO's` are found
//! whichever way they were split. Wildcards stand in as letters while they do.

use regex::{Regex, RegexBuilder};

use super::equivalents::refuse_within;
use super::expressions::or_as_expression;
use super::globs::{ANY, Globbed, ONE, form, glob_source, uncut, unheld, words};
use super::unmatched::{bar_of_phrases, unheld_sign, unmatched};
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
    pub(super) slots: Vec<Slot>,
    case_sensitive: bool,
}

#[derive(Clone, Debug)]
pub(super) enum Slot {
    Word(String),
    Expression(Regex),
}

/// The largest compiled regular expression, in bytes.
const EXPRESSION_BYTES: usize = 2 << 20;

impl Pattern {
    /// Reads a pattern. Errors: no word in it, a sign that no token can hold, or a regular expression that is
    /// malformed or that no token can match.
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
        if syntax != Syntax::Regex
            && let Some(sign) = unheld_sign(pattern, tokenizer)
        {
            let Syntax::Glob = syntax else {
                return Err(unheld(pattern, sign, ""));
            };
            return Err(unheld(pattern, sign, or_as_expression(pattern)));
        }
        let slots = match syntax {
            Syntax::Regex => regex_slots(pattern, tokenizer, case_sensitive)?,
            Syntax::Glob if !pattern.contains([ANY, ONE]) => {
                let globbed = Globbed::new(pattern, tokenizer);
                if let Some(part) = globbed.part_of_no_token() {
                    return Err(unheld(pattern, part, or_as_expression(pattern)));
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

fn regex_slots(pattern: &str, tokenizer: &Tokenizer, case_sensitive: bool) -> Result<Vec<Slot>> {
    let slot = |part: &str| {
        let malformed = |error: regex::Error| {
            let (at, reason) = place_and_reason(part, &error);
            let message =
                format!("regular expression is malformed ({reason}); white space separates tokens");
            refused(pattern, start_of(part, pattern) + at, message)
        };
        let expression = expression(part, case_sensitive).map_err(malformed)?;
        Ok(Slot::Expression(expression))
    };
    let slots = pattern.split_whitespace().map(slot);
    let slots = slots.collect::<Result<Vec<_>>>()?;
    if let Some(byte) = bar_of_phrases(pattern) {
        let message = "\"|\" gives a choice of one token, since white space separates tokens; put brackets \
                       around the choice, or give several patterns as a list";
        return Err(refused(pattern, byte, message.into()));
    }
    for part in pattern.split_whitespace() {
        if let Some(why) = unmatched(part, tokenizer) {
            return Err(refused(pattern, start_of(part, pattern), why));
        }
    }
    Ok(slots)
}

/// The byte at which a part of a pattern begins.
pub(super) fn start_of(part: &str, pattern: &str) -> usize {
    part.as_ptr() as usize - pattern.as_ptr() as usize
}

fn refused(pattern: &str, byte: usize, message: String) -> Error {
    Error::Query {
        query: pattern.to_owned(),
        at: pattern[..byte].chars().count(),
        message,
    }
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
