//! Trailers: what stands at the end of an article and says who made it, or that it ends.

use std::sync::LazyLock;

use regex::{Regex, RegexSet};

use super::{expression, expressions};
use crate::text::tail;

/// How many signs from the end a trailer may begin.
const TRAILER_SIGNS: usize = 60;

static TRAILERS: LazyLock<RegexSet> = LazyLock::new(|| {
    expressions(&[
        r"(?i)^[(\[]*(?:\*+\s*)?(?:enditem|the end|end|ends|endit|ende|fin|final|more|end item|endall|-?\s*30\s*-?|(?:#\s*){2,}|-+\s*ends?\s*-+|xxx+)[)\].]*$",
        r"(?is)^[(\[]?(?:(?:additional|further|with|original|extra)\s+)?(?:reporting|report|writing|editing|edited|compiled|compilation|translated|translation|written|production|produced|text|contributions?|research|graphics?)\s+(?:in\s+\S+(?:\s\S+)?\s+)?(?:by|from|:)\s.{2,}$",
        r"(?is)^(?:©|\(c\)|copyright\b|™\s*(?:&|and)\s*©|all rights reserved|our standards:|for more (?:information|news)|(?:\*+\s*)?follow (?:us\b|@|[^.]{2,60} on (?:twitter|facebook|instagram|x)\b)|(?:this (?:article|story|report|piece) (?:was |is |has been )?(?:first |originally )?|originally |first )(?:appeared|published|syndicated|reprinted) (?:in|on|by|at|from)\b|the-\w+-wire$|contact:|contacts?\b.{0,40}@|source:|sources:|distributed by|read more|keep up|sign up|subscribe|press contact|media contact|media inquiries|with (?:files|reporting|inputs) from|tags?:|related:|see also).*$",
        // The initials of those who wrote and edited, perhaps with agency, number and time.
        r"^(?:/?[A-Z]{2,6}/?[ \t]+|[\p{Lu}][\p{L}-]{3,24}[ \t]+)?(?:[a-z]{1,4}\d?[/-])+[a-z]{1,4}\d?(?:[ \t]+\d{3,4}[ \t]*(?i:gmt|utc|h)?)?$",
        r"^(?:/[A-Z]{2,6}/|[\p{Lu}][\p{L}-]{3,24})[ \t]+(?:[a-z]{2,4}[ \t]*){1,4}$",
        r"^(?:/[A-Z]{2,6}/[ \t]*[a-z]{2,4}(?:/[a-z]{2,4})*|[A-Z]{2,5}[/-][A-Z]{2,5}(?:[/-][A-Z]{2,5})?|[a-z]{2,3}/[A-Z]{2,3}|[A-Z]{2,6}(?:[- ]\d{1,4}){2,}.*)$",
        // Agency or author behind a dash, an address for letters.
        r"^(?:-+[ \t]*\p{Lu}{2,12}|(?:--+|–|—)[ \t]*\p{Lu}[\p{L}.&]{1,15}(?:[ \t]\p{Lu}[\p{L}.&]{1,15})?)$",
        r"^[^\s@]+@[^\s@]+\.\p{L}{2,}$",
        r"^[\s_=*~·•.\-–—]{2,}$",
        r"^==+[ \t]*\p{Lu}.{1,40}$",
    ])
});

/// What those did who are named before it, at the end of an article.
static HELPED: LazyLock<Regex> = LazyLock::new(|| {
    expression(
        r"(?i)\b(?:contributed (?:to|reporting|research)|reporting from|reported from|assisted in reporting)\b",
    )
});

/// The end of a record, with its time.
static END: LazyLock<Regex> = LazyLock::new(|| {
    expression(
        r"^[(\[]?(?:(?i:end|ends|ended|adjourned)(?i: at)?[\s:,-]+\d{1,2}[:.]\d{2}(?:\s*(?i:a\.?m|p\.?m|h)\b\.?)?|\d{1,2}[:.]\d{2}\s*(?i:a\.?m|p\.?m)\b\.?)(?:\s*\(?\p{Lu}{2,4}\)?)?[)\]]?\.?$",
    )
});

/// Trailers at the end of a paragraph's last line, from their first sign or word on.
static INLINE_TRAILER: LazyLock<Regex> = LazyLock::new(|| {
    expression(
        r"(?is)^(?:[■◼∎]|[(\[]?enditem[)\].]*|\((?:end|ends|more)\)|-\s?30\s?-|#\s?#\s?#|[(\[](?:(?:additional|with) )?(?:reporting|writing|editing|compiled|translated|edited)\b[^()\[\]]{2,300}[)\]]\.?)(?:\s+\S{1,12})?$",
    )
});

/// Whether a line says when a meeting ended: `END 1:30 P.M. EST`.
pub(super) fn is_end(line: &str) -> bool {
    line.len() <= 40 && END.is_match(line)
}

/// Whether a line stands at the end of an article and says who made it, or that it ends.
pub(super) fn is_trailer(paragraph: &str) -> bool {
    is_end(paragraph)
        || paragraph.len() <= 500 && (TRAILERS.is_match(paragraph) || names_helpers(paragraph))
}

/// Whether a short paragraph says who else worked on the article.
fn names_helpers(paragraph: &str) -> bool {
    HELPED.find_iter(paragraph).any(|found| {
        let before = paragraph[..found.start()].chars().count();
        let behind = paragraph[found.end()..].chars().count();
        (2..=120).contains(&before) && behind <= 160
    })
}

/// Where a trailer begins that stands on the last line of a paragraph.
pub(super) fn inline_trailer(paragraph: &str) -> Option<usize> {
    let tail = paragraph.len() - tail(paragraph, 400).len();
    let opens = |(_, sign): &(usize, char)| "([-#Ee■◼∎".contains(*sign);
    let starts = paragraph[tail..]
        .char_indices()
        .rev()
        .filter(opens)
        .take(TRAILER_SIGNS);
    starts.map(|(at, _)| tail + at).find(|start| {
        // Behind a sentence.
        let before = paragraph[..*start].trim_end();
        before.len() < *start
            && before.ends_with(['.', '!', '?', '”', '»', '\'', '’', ')', '"'])
            && INLINE_TRAILER.is_match(&paragraph[*start..])
    })
}
