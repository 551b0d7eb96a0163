//! What agencies put before a headline to say which version it is, or how urgent: `(LEAD)`, `(2nd LD)`, `URGENT:`.

use std::ops::Range;

use super::{Article, trimmed};
use crate::articles::zones::ZoneKind;
use crate::text::folded;

/// The words of such marks, in small letters.
const WORDS: [&str; 14] = [
    "breaking",
    "bulletin",
    "corrected",
    "correction",
    "flash",
    "ld",
    "lead",
    "refile",
    "repeat",
    "rpt",
    "update",
    "updated",
    "urgent",
    "writethru",
];
/// The most words of a mark: `1st Ld-Writethru`.
const MOST_WORDS: usize = 3;
/// The longest mark with its brackets, in bytes.
const LONGEST: usize = 28;

impl Article {
    /// Takes a headline, without the mark before it.
    pub(super) fn push_headline(&mut self, text: &str, span: &Range<usize>) {
        let own = span.start + mark_before(&text[span.clone()]);
        self.push(ZoneKind::Header, trimmed(text, span.start..own));
        let headline = trimmed(text, own..span.end);
        self.facts.headline = Some(folded(&text[headline.clone()]));
        self.push(ZoneKind::Headline, headline);
    }
}

/// The bytes of the mark before a headline. Without brackets it is in capitals or has a number, and a colon behind it:
/// `Update: port opens` is a headline, and so is `(Lead) pipes are dear`.
fn mark_before(headline: &str) -> usize {
    let head = crate::text::head(headline, LONGEST);
    let bracketed = head.strip_prefix(['(', '[']);
    let closed =
        bracketed.map_or_else(|| head.split_once(": "), |rest| rest.split_once([')', ']']));
    let Some((mark, _)) = closed else {
        return 0;
    };
    let loud = !mark.contains(char::is_lowercase) || mark.starts_with(|c: char| c.is_ascii_digit());
    let behind = mark.len() + usize::from(bracketed.is_some()) + 1;
    let rest = headline[behind..].trim_start();
    let goes_on = rest.contains(char::is_lowercase) && rest.contains(' ');
    if loud && is_mark(mark) && goes_on {
        behind
    } else {
        0
    }
}

fn is_mark(mark: &str) -> bool {
    let pieces = || mark.split([' ', '-']);
    let known = |piece: &str| WORDS.contains(&piece.to_lowercase().as_str());
    let number = |piece: &str| piece.starts_with(|sign: char| sign.is_ascii_digit());
    pieces().count() <= MOST_WORDS
        && pieces().any(known)
        && pieces().all(|piece| known(piece) || number(piece))
}
