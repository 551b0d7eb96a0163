//! Expressions, made so that they cost little: of classes that are quickly made, and at first without upper bounds.

use std::sync::OnceLock;

use regex::{Regex, RegexBuilder, RegexSet, RegexSetBuilder};

/// What the states of an expression may take: with less, long classes of letters make it give up and
/// search slowly.
const DFA_BYTES: usize = 16 << 20;

pub(super) fn expression(pattern: &str) -> Regex {
    RegexBuilder::new(&cheap(pattern))
        .dfa_size_limit(DFA_BYTES)
        .build()
        .expect("a constant expression")
}

/// Expressions of which one is to match. A bound such as that of `.{2,300}` is made of as many copies, so that all of
/// them would take longer to make than a hundred articles to be taken apart; one is made when a line first matches
/// without its bounds.
pub(super) struct Expressions {
    all: Vec<Bounded>,
    unbounded: RegexSet,
}

struct Bounded {
    pattern: String,
    /// The least of the bounds: lines of no more bytes are within all of them.
    least: usize,
    made: OnceLock<Regex>,
}

impl Bounded {
    fn is_match(&self, line: &str) -> bool {
        let made = || expression(&self.pattern);
        line.len() <= self.least || self.made.get_or_init(made).is_match(line)
    }
}

impl Expressions {
    pub(super) fn new<S: AsRef<str>>(patterns: &[S]) -> Self {
        let patterns = patterns.iter().map(AsRef::as_ref);
        let made = patterns.map(|pattern| {
            let (made, least) = unbounded(pattern);
            let bounded = Bounded {
                pattern: pattern.to_owned(),
                least,
                made: OnceLock::new(),
            };
            (bounded, cheap(&made))
        });
        let (all, made): (Vec<Bounded>, Vec<String>) = made.unzip();
        let unbounded = RegexSetBuilder::new(made).dfa_size_limit(DFA_BYTES).build();
        Self {
            all,
            unbounded: unbounded.expect("constant expressions"),
        }
    }

    /// Whether a line matches one of them without its bounds.
    pub(super) fn may_match(&self, line: &str) -> bool {
        self.unbounded.is_match(line)
    }

    pub(super) fn is_match(&self, line: &str) -> bool {
        let matches = || self.unbounded.matches(line).into_iter();
        self.may_match(line) && matches().any(|number| self.all[number].is_match(line))
    }
}

/// The least upper bound that costs more than it tells.
const LARGE: usize = 12;

/// A pattern with `{2,}` in the place of `{2,300}`, which matches at least the same, and the least of these bounds. Of
/// letters in all scripts, which take longest to make, it has whatever is no white space.
fn unbounded(pattern: &str) -> (String, usize) {
    let mut made = String::with_capacity(pattern.len());
    let mut least = if pattern.contains(r"\w") {
        0
    } else {
        usize::MAX
    };
    let mut rest = pattern;
    while let Some(comma) = rest.find(',') {
        let (before, behind) = rest.split_at(comma + 1);
        made.push_str(before);
        rest = behind;
        let before = &before[..comma];
        let least_of = before.trim_end_matches(|sign: char| sign.is_ascii_digit());
        let counts = least_of.len() < comma && least_of.ends_with('{');
        let closed = rest.find('}').filter(|_| counts);
        let bound = closed.and_then(|end| Some((end, rest[..end].parse::<usize>().ok()?)));
        if let Some((end, bound)) = bound.filter(|(_, bound)| *bound >= LARGE) {
            least = least.min(bound);
            rest = &rest[end..];
        }
    }
    made.push_str(rest);
    (made.replace(r"\w", r"\S"), least)
}

/// Whether a line has one of some parts, which are in small letters and have neither `k` nor `s`: these have forms beyond
/// ASCII, which expressions take for the same.
pub(super) fn has_any(line: &str, parts: &[&str]) -> bool {
    parts.iter().any(|part| {
        let mut windows = line.as_bytes().windows(part.len());
        windows.any(|window| window.eq_ignore_ascii_case(part.as_bytes()))
    })
}

/// Whether a word is one of some in small letters, as an expression takes it: what is beyond ASCII may be any.
pub(super) fn may_be(words: &[&str], word: &str) -> bool {
    !word.is_ascii() || words.iter().any(|known| known.eq_ignore_ascii_case(word))
}

/// What an expression is made of in place of Unicode's classes, whose hundreds of ranges would take a
/// tenth of a second to make before the first article is read: digits and bounds of words are those of
/// ASCII, and from beyond Latin, Greek and Cyrillic whole blocks are letters.
const CLASSES: [(&str, &str); 7] = [
    (r"\b", r"(?-u:\b)"),
    (r"\d", "[0-9]"),
    (r"\p{N}", "[0-9]"),
    (
        r"\p{Lu}",
        r"[A-ZÀ-ÖØ-Þ\u{100}-\u{17F}\u{386}-\u{38F}\u{391}-\u{3AB}\u{400}-\u{42F}\u{460}-\u{556}\u{1E00}-\u{1EFF}]",
    ),
    (
        r"\p{Ll}",
        r"[a-zß-öø-\u{17F}\u{390}\u{3AC}-\u{3CE}\u{430}-\u{587}\u{1E00}-\u{1EFF}]",
    ),
    (
        r"\p{L}",
        r"[A-Za-zÀ-ÖØ-öø-\u{2C1}\u{386}-\u{587}\u{5D0}-\u{5F2}\u{620}-\u{1FFF}\u{3041}-\u{D7FF}]",
    ),
    (r"\p{M}", r"[\u{300}-\u{36F}\u{591}-\u{5C7}]"),
];

/// An expression with classes that are quickly made.
fn cheap(pattern: &str) -> String {
    CLASSES
        .iter()
        .fold(pattern.to_owned(), |made, (class, ranges)| {
            made.replace(class, ranges)
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn large_bounds_are_left_out_and_small_ones_stay() {
        let rows = [
            (r"^a{2}.{2,300}\x{A0}{1,3}$", r"^a{2}.{2,}\x{A0}{1,3}$", 300),
            (r"[^.]{0,24}(?:x,.{2,60})?", r"[^.]{0,}(?:x,.{2,})?", 24),
            (r"a, b{,} c{1,}", r"a, b{,} c{1,}", usize::MAX),
            (r"\w+.{1,30}", r"\S+.{1,}", 0),
        ];
        for (pattern, made, least) in rows {
            assert_eq!(unbounded(pattern), (made.to_owned(), least), "{pattern}");
        }
    }

    #[test]
    fn lines_beyond_a_bound_do_not_match() {
        let few = Expressions::new(&[r"^a.{0,20}z$", r"^b.{0,20}z$"]);
        for (line, found) in [("a--z", true), ("b", false), ("b--z", true)] {
            assert_eq!(few.is_match(line), found, "{line}");
        }
        for (many, found) in [(18, true), (20, true), (21, false)] {
            let line = format!("a{}z", "-".repeat(many));
            assert_eq!(few.is_match(&line), found, "{line}");
        }
    }
}
