//! What of a pattern no token can match, since the tokenizer parts words there or leaves it out.
//!
//! `co-operation` and `human\s+rights` are regular expressions that can be read and that no token of a default
//! tokenizer matches; `50%` is a pattern that would find `50` as well. Both are refused, since a count of them
//! would be wrong without a word.

use std::sync::LazyLock;

use regex::Regex;
use regex_syntax::ast::{self, Ast};
use regex_syntax::hir::{Class, Hir, HirKind};

use super::pattern::start_of;
use crate::text::Tokenizer;

/// The most characters of a class that are looked at one by one; a larger one holds some that tokens hold.
const MOST_OF_CLASS: usize = 64;

/// Marks that say what something is, and don't just part words as a comma or a hyphen does.
static SIGNS: LazyLock<Regex> =
    LazyLock::new(|| Regex::new(r"[\p{S}%‰#@]").expect("a well-formed expression"));

/// The first sign, as `%` or `$`, of a pattern of words that no token can hold; one with a mark above it may be a token.
pub(super) fn unheld_sign<'p>(pattern: &'p str, tokenizer: &Tokenizer) -> Option<&'p str> {
    let mut tokens = Vec::new();
    let mut held = |sign: usize| {
        if tokens.is_empty() {
            tokenizer.append_tokens(pattern, 0, &mut tokens);
        }
        let mut spans = tokens
            .iter()
            .map(|token| token.start as usize..token.end as usize);
        spans.any(|span| span.contains(&sign))
    };
    let unheld = SIGNS.find_iter(pattern).find(|sign| {
        let mut characters = sign.as_str().chars();
        characters.all(|character| !may_hold(tokenizer, character)) && !held(sign.start())
    });
    unheld.map(|sign| sign.as_str())
}

/// The byte of a bar outside of brackets in one of several expressions, as in `human rights|civil liberties`:
/// it gives a choice of one token, not of phrases.
pub(super) fn bar_of_phrases(pattern: &str) -> Option<usize> {
    let mut parts = pattern.split_whitespace();
    parts.clone().nth(1)?;
    parts.find_map(|part| {
        let Ok(ast) = ast::parse::Parser::new().parse(part) else {
            return None;
        };
        let Ast::Alternation(alternation) = &ast else {
            return None;
        };
        Some(start_of(part, pattern) + alternation.asts[0].span().end.offset)
    })
}

/// Why no token can match a regular expression, or one of the ways that it gives, and what to write instead.
pub(super) fn unmatched(expression: &str, tokenizer: &Tokenizer) -> Option<String> {
    let hir = regex_syntax::parse(expression).ok()?;
    let ways = match bare(&hir).kind() {
        HirKind::Alternation(ways) => ways.as_slice(),
        _ => std::slice::from_ref(bare(&hir)),
    };
    ways.iter().find_map(|way| match bare(way).kind() {
        HirKind::Literal(literal) => {
            let text = std::str::from_utf8(&literal.0).ok()?;
            no_token(text, tokenizer)
        }
        _ => Walk { tokenizer }.lost(way, true, true).map(parted),
    })
}

/// Why a text is no token, if it is none.
fn no_token(text: &str, tokenizer: &Tokenizer) -> Option<String> {
    // What a dictionary of words cuts by itself may be one word beside others.
    let is_looked_up = tokenizer.options().dictionary && !text.is_ascii();
    let words = tokenizer.words(text);
    if is_looked_up || words == [text] || tokenizer.is_split_possessive(text) {
        return None;
    }
    Some(match words.as_slice() {
        [] => format!("no token is {text:?}, which the corpus's tokenizer leaves out"),
        [one] => {
            format!("no token is {text:?}, of which the tokenizer makes {one:?}; ask for that")
        }
        several => format!(
            "no token is {text:?}, of which the tokenizer makes {}; ask for {:?}, since white space separates \
             tokens",
            several.len(),
            several.join(" ")
        ),
    })
}

fn parted(mark: char) -> String {
    if mark.is_whitespace() {
        return "no token can hold white space, which the expression asks for; put a space between the \
                expressions of two tokens"
            .to_owned();
    }
    format!(
        "no token can hold {:?}, which the tokenizer leaves out between words; put a space in its place, or \
         give what has it as another pattern of a list",
        mark.to_string()
    )
}

/// An expression without the brackets around it.
fn bare(hir: &Hir) -> &Hir {
    match hir.kind() {
        HirKind::Capture(capture) => bare(&capture.sub),
        _ => hir,
    }
}

/// Whether a token can hold a character somewhere.
fn may_hold(tokenizer: &Tokenizer, mark: char) -> bool {
    if mark.is_whitespace() || mark.is_alphanumeric() {
        return !mark.is_whitespace();
    }
    let all = tokenizer.of_all_words();
    // Between letters, digits and those of scripts that join by other marks; alone, twice, and at an end.
    let around = [
        ("", ""),
        ("a", "a"),
        ("1", "1"),
        ("a", "1"),
        ("1", "a"),
        ("א", "א"),
        ("ア", "ア"),
        ("_", "_"),
        ("a", ""),
    ];
    let holds = |(before, after): (&str, &str)| {
        let text = format!("{before}{mark}{after}");
        let twice = format!("{before}{mark}{mark}{after}");
        let held = |text: &str| all.words(text).iter().any(|word| word.contains(mark));
        held(&text) || held(&twice)
    };
    around.into_iter().any(holds)
}

struct Walk<'t> {
    tokenizer: &'t Tokenizer,
}

impl Walk<'_> {
    /// A character that all of what an expression matches holds and no token can; none if there is none.
    fn dead(&self, hir: &Hir) -> Option<char> {
        match hir.kind() {
            HirKind::Empty | HirKind::Look(_) => None,
            HirKind::Literal(literal) => {
                let text = std::str::from_utf8(&literal.0).ok()?;
                text.chars().find(|mark| !may_hold(self.tokenizer, *mark))
            }
            HirKind::Class(class) => self.dead_class(class),
            HirKind::Repetition(repetition) if repetition.min == 0 => None,
            HirKind::Repetition(repetition) => self.dead(&repetition.sub),
            HirKind::Capture(capture) => self.dead(&capture.sub),
            HirKind::Concat(items) => items.iter().find_map(|item| self.dead(item)),
            HirKind::Alternation(ways) => {
                let dead: Option<Vec<char>> = ways.iter().map(|way| self.dead(way)).collect();
                dead?.first().copied()
            }
        }
    }

    fn dead_class(&self, class: &Class) -> Option<char> {
        let Class::Unicode(class) = class else {
            return None;
        };
        let n: usize = class
            .ranges()
            .iter()
            .map(regex_syntax::hir::ClassUnicodeRange::len)
            .sum();
        if n > MOST_OF_CLASS {
            return None;
        }
        let marks = || {
            class
                .ranges()
                .iter()
                .flat_map(|range| range.start()..=range.end())
        };
        let is_dead = marks().all(|mark| !may_hold(self.tokenizer, mark));
        let space = marks().find(|mark| *mark == ' ');
        is_dead.then(|| space.or_else(|| marks().next())).flatten()
    }

    /// The same of one of the ways that an expression gives. What need not be there at the first or last place is no
    /// loss: the word beside such a mark is found without it.
    fn lost(&self, hir: &Hir, first: bool, last: bool) -> Option<char> {
        if let Some(mark) = self.dead(hir) {
            return Some(mark);
        }
        let may_lack = (first || last) && hir.properties().minimum_len() == Some(0);
        let way = |way: &Hir| match self.dead(way) {
            Some(_) if may_lack => None,
            _ => self.lost(way, first, last),
        };
        match hir.kind() {
            HirKind::Repetition(repetition) => way(&repetition.sub),
            HirKind::Capture(capture) => self.lost(&capture.sub, first, last),
            HirKind::Alternation(ways) => ways.iter().find_map(way),
            HirKind::Concat(items) => items.iter().enumerate().find_map(|(number, item)| {
                let (first, last) = (first && number == 0, last && number + 1 == items.len());
                self.lost(item, first, last)
            }),
            HirKind::Empty | HirKind::Look(_) | HirKind::Literal(_) | HirKind::Class(_) => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::{Hyphens, Punctuation, TokenizerOptions};

    fn tokenizer(change: impl Fn(&mut TokenizerOptions)) -> Tokenizer {
        let mut options = TokenizerOptions::default();
        change(&mut options);
        Tokenizer::new(options).expect("valid options")
    }

    #[test]
    fn expressions_that_lose_what_they_ask_for_are_told_from_those_that_do_not() {
        let plain = tokenizer(|_| ());
        let refused = [
            r"human\s+rights",
            "co-operation",
            "co-?operation",
            r"human[\s-]rights",
            "trust|win-win",
            "(win-win)",
            r"\d+%",
            r"co(-|–)operate.*",
            r"U\.S\.",
            r"USA|U\.S\.",
            "(?i)co-operation",
            "(un|non-)lawful",
            r"human\s*rights",
            "[€$]5",
        ];
        for expression in refused {
            assert!(unmatched(expression, &plain).is_some(), "{expression}");
        }
        let taken = [
            "trust",
            "trust.*",
            "[^a-z]+",
            "human.*rights",
            "co.operation",
            r"U\.S\.A",
            "don[’']t",
            r"\(?trust\)?",
            r"(\s|^)trust(\s|$)",
            "(non-)?lawful",
            r"\W?trust",
            "'s",
            r"\d+[.,]\d+",
            "a_b",
            r"3\.5",
            "(a|)b",
            r"U\.S\.?",
            "naïve|na\u{0308}ive",
            "中",
            "[Tt]rust",
            r"\btrust\b",
            ".*",
        ];
        for expression in taken {
            assert_eq!(unmatched(expression, &plain), None, "{expression}");
        }
        let hyphens = tokenizer(|options| options.hyphens = Hyphens::Keep);
        assert_eq!(unmatched("co-?operation", &hyphens), None);
        let marks = tokenizer(|options| options.punctuation = Punctuation::Keep);
        assert_eq!(unmatched("[-%]", &marks), None);
    }

    #[test]
    fn signs_are_refused_where_no_token_holds_them() {
        let plain = tokenizer(|_| ());
        for (pattern, sign) in [
            ("50%", "%"),
            ("$5", "$"),
            ("#metoo", "#"),
            ("5 €", "€"),
            ("C+*", "+"),
        ] {
            assert_eq!(unheld_sign(pattern, &plain), Some(sign), "{pattern}");
        }
        for pattern in [
            "win-win",
            "peace, security",
            "U.S.",
            "“trust”",
            "R&D",
            "and/or",
            "what?",
            "t*",
        ] {
            assert_eq!(unheld_sign(pattern, &plain), None, "{pattern}");
        }
        let marks = tokenizer(|options| options.punctuation = Punctuation::Keep);
        assert_eq!(unheld_sign("50%", &marks), None);
    }
}
