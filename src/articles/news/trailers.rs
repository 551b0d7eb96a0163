//! Trailers: what stands at the end of an article and says who made it, or that it ends.

use std::ops::Range;
use std::sync::LazyLock;

use regex::Regex;

use super::bylines::{AUTHORS, is_agency_name, is_names, is_signed};
use super::dates::day_in;
use super::expressions::{Expressions, expression, has_any};
use super::matter;
use super::narration::{is_attributed, narrates};
use super::page::is_page_line;
use super::signatures::{behind_sentence, is_signature};
use crate::articles::quotations::is_direction;
use crate::text::tail;

/// How many signs from the end a trailer may begin.
const TRAILER_SIGNS: usize = 60;

static TRAILERS: LazyLock<Expressions> = LazyLock::new(|| {
    Expressions::new(&[
        r"(?i)^[(\[]*(?:\*+\s*)?(?:enditem|the end|end|ends|endit|ende|fin|final|more|end item|item ends|endall|n{4}|[-–—]?\s*30\s*[-–—]?|[-=]0[-=]|(?:#\s*){2,}|-+\s*ends?\s*-+|xxx+)[)\]./]*$",
        r"(?is)^\*?(?:\([A-Z]{2,6}\)\s)?[(\[]?(?:[-–—•]{0,2}\s?)(?:(?:additional|further|with|original|extra)\s+){0,2}(?:reporting|reported|report|writing|editing|edited|compiled|compilation|translated|translation|written|production|produced|text|contributions?|research|graphics?)(?::|\s+(?:in\s+\S+(?:\s\S+)?\s+)?(?:by:?|from|:))\s.{2,}$",
        r"(?is)^[-–—]{0,2}\s?with (?:assistance|contributions|files|help|inputs) (?:by|from)\s.{2,120}$",
        r"(?i)^(?:with (?:\S+ ){1,2}inputs?|more (?:details )?to (?:come|follow)|this is a (?:breaking|developing)(?: news)? story(?:[.,] (?:and )?(?:check back|it will be updated|more).{0,60})?|developing story|notes? (?:for|to) editors:?|contacts?:|(?:acquire|purchase) licensing rights\b.{0,20}|\d{3,5}\*\*\d{3,5}|[$€£]?1(?: [a-z]{3})? ?= ?[\d.,]+ \S+(?: \S+)?)\.?(?: more (?:details )?to (?:come|follow)\.?)?$",
        r"(?i)^(?:e-?mail|tel|telephone|phone|fax|mobile|website)\s*:\s*\S.{0,40}[@\d].{0,40}$",
        r"(?is)^for (?:(?:all|any|further|media|more|press) )*(?:inquiries|enquiries|information|queries)\b[^.]{0,40}(?:\bcontact\b|:).{2,200}$",
        r"(?i)^(?:(?:follow|find|more|read)\s)?.{0,30}\bcoverage\b.{0,20}(?:at|:) (?:https?://|www\.)\S+$",
        r"(?i)^the (?:opinions|views) expressed\b.{0,40}\bare (?:his|her|personal|solely|the author|their|those of)\b.{0,80}$",
        r"(?is)^(?:the (?:author|writer) is an? [^.]{3,200}\.?|anadolu agency website contains only .*|a version of this article appear(?:s|ed) in print .*|[^.]{2,40} can be reached at .{5,160}|[^@]{2,120}\b(?:reach|write to|email|contact) [^.@]{2,30} at \S+@.{3,100}|write to [^@]{2,30} at \S+@\S+|\w+ transcripts? (?:are|is) (?:created|prepared) .*|(?:web|news|copy) editors?\s?:.{2,60}|(?:published by|filed under|related topics)\s?:.{2,80})$",
        r"^(?:SOURCE \p{Lu}.{2,60}|With \p{Lu}{2,6}|dpa(?: [a-z]{1,4}\d?){2,6})$",
        r"(?is)^(?:©|\(c\)|copyright\b|™\s*(?:&|and)\s*©|all rights reserved|our standards:|for more (?:information|news)|(?:\*+\s*)?follow (?:us\b|@|[^.]{2,60} on (?:twitter|facebook|instagram|x)\b)|(?:this (?:article|story|report|piece)(?: by [^.]{2,40})? (?:was |is |has been )?(?:first |originally )?|originally |first )(?:appeared|published|syndicated|reprinted) (?:(?:as|in|on|by|at|from)\b|\p{Lu}\p{L}+\.? \d)|the-\w+-wire$|contact:|contacts?\b.{0,40}@|source:|sources:|distributed by|read more|keep up|sign up|subscribe|press contact|media contact|media inquiries|with (?:files|reporting|inputs) from|(?:tags?|topics?|keywords?|authors?|reporters?|writers?|translators?):|related:|see also).*$",
        // The initials of those who wrote and edited, perhaps with agency, number and time.
        r"^(?:/?[A-Z]{2,6}/?[ \t]+|[\p{Lu}][\p{L}-]{3,24}[ \t]+)?(?:[a-z]{1,4}\d?[/-])+[a-z]{1,4}\d?(?:[ \t]+\d{3,4}[ \t]*(?i:gmt|utc|h)?|[ \t]+\([\p{L}, ]{2,40}\))?$",
        r"^(?:/[A-Z]{2,6}/|[\p{Lu}][\p{L}-]{3,24})[ \t]+(?:[a-z]{2,4}[ \t]*){1,4}$",
        r"^(?:/[A-Z]{2,6}/[ \t]*[a-z]{2,4}(?:/[a-z]{2,4})*|[A-Z]{2,5}[/-][A-Z]{2,5}(?:[/-][A-Z]{2,5})?|[a-z]{2,3}/[A-Z]{2,3}|[A-Z]{2,6}(?:[- ]\d{1,4}){2,}.*)$",
        // Agency or author behind a dash, an address for letters.
        r"^(?:-+[ \t]*\p{Lu}{2,12}|(?:--+|–|—)[ \t]*\p{Lu}[\p{L}.&]{1,15}(?:[ \t]\p{Lu}[\p{L}.&]{1,15})?)$",
        r"^[^\s@]+@[^\s@]+\.\p{L}{2,}$|^\(\p{Lu}{2,6}\)\s\((?:https?://|www\.)\S+\)$",
        r"^[\s_=*~·•.\-–—]{2,}$",
        r"^==+[ \t]*\p{Lu}.{1,40}$",
    ])
});

/// The longest trailer, and the longest of one sentence, in bytes.
const LONGEST: usize = 500;
const LABEL: usize = 120;
/// The fewest units of an article with a line at its end that would be a header line at its top.
const LEAST_UNITS: usize = 3;
/// How many words from the beginning of what is told of an author the role stands.
const ROLE_WORDS: usize = 4;
/// How many lines of the end of a text are looked at.
const LAST_LINES: usize = 4;
/// The most words of the name of an agency or an author.
const SHORT_NAME: usize = 4;

/// What those did who are named before it, at the end of an article.
static HELPED: LazyLock<Regex> = LazyLock::new(|| {
    expression(
        r"(?i)\b(?:contributed (?:to|reporting|research)|reporting from|reported from|assisted in reporting)\b|^(?:Associated Press|AP|AFP|Reuters|CNN|BBC)\b[^.]{2,100} contributed\.$|\b(?:of|from) the [^.]{3,40} contributed\.$|^\(?contributing to this (?:article|report|story)\b",
    )
});

/// The end of a record, with its time.
static END: LazyLock<Regex> = LazyLock::new(|| {
    expression(
        r"^[(\[]?(?:(?i:end|ends|ended|adjourned)(?i: at)?[\s:,-]+\d{1,2}[:.]\d{2}(?:\s*(?i:a\.?m|p\.?m|h)\b\.?)?|\d{1,2}[:.]\d{2}\s*(?i:a\.?m|p\.?m)\b\.?)(?:\s*\(?\p{Lu}{2,4}\)?)?[)\]]?\.?$",
    )
});

/// Trailers at the end of a paragraph's last line, from their first sign or word on.
static INLINE_TRAILER: LazyLock<Expressions> = LazyLock::new(|| {
    Expressions::new(&[
        r"(?is)^(?:[■◼∎]|[(\[]?enditem[)\].]*|\((?:end|ends|more)\)|-\s?30\s?-|#\s?#\s?#|[(\[](?:(?:additional|with) )?(?:reporting|writing|editing|compiled|translated|edited)\b[^()\[\]]{2,300}[)\]]\.?|[(\[](?:with (?:\S+ )?inputs\b|this (?:story|report|article) (?:has|is|was)\b)[^()\[\]]{0,300}[)\]]\.?)(?:\s+\S{1,12})?$",
    ])
});

/// Whether a line says when a meeting ended: `END 1:30 P.M. EST`.
pub(super) fn is_end(line: &str) -> bool {
    line.len() <= 40 && END.is_match(line)
}

/// Whether a line stands at the end of an article and says who made it, or that it ends.
pub(super) fn is_trailer(paragraph: &str) -> bool {
    is_end(paragraph)
        || is_signature(paragraph)
        || is_page_line(paragraph)
        || is_remark(paragraph)
        || is_agency_name(paragraph.trim_matches(|sign: char| "-–—/()[] ".contains(sign)))
        || paragraph.len() <= LONGEST
            && (TRAILERS.is_match(paragraph) && !is_of_body(paragraph)
                || keeps_rights(paragraph)
                || names_sponsors(paragraph)
                || names_desk(paragraph)
                || is_of_author(paragraph)
                || names_helpers(paragraph))
}

/// How trailers begin that are sentences themselves, in small letters.
const TOLD_OF_COPY: [&str; 11] = [
    "all rights",
    "first ",
    "follow ",
    "originally ",
    "our standards",
    "the author",
    "the opinions",
    "the views",
    "the writer",
    "this ",
    "©",
];

/// Whether a paragraph that begins as a trailer does is a sentence of the body: `Written by Vell, the book sold
/// well.`, `Read more books, Vell told pupils.`
fn is_of_body(paragraph: &str) -> bool {
    let small = crate::text::head(paragraph, LABEL).to_lowercase();
    let of_copy = TOLD_OF_COPY.iter().any(|begin| small.starts_with(begin));
    let words = paragraph.split_whitespace().count();
    words >= SENTENCE_WORDS
        && paragraph.ends_with(['.', '!', '?', '”', '"'])
        && (is_attributed(paragraph) || !of_copy && narrates(paragraph))
}

/// The fewest words of a sentence that is told from a trailer.
const SENTENCE_WORDS: usize = 4;

/// Whether the last lines of a text say who reported and edited it, or end as those of an agency do.
pub(super) fn names_reporters(end: &str) -> bool {
    let last = end.trim_end().rsplit('\n').take(LAST_LINES);
    let names = |line: &str| {
        let line = line.trim();
        line == "Enditem"
            || line.contains("diting by ")
                && line.trim_start_matches('(').starts_with("Reporting by ")
            || line.ends_with("contributed to this report.") && names_helpers(line)
    };
    last.into_iter().any(names)
}

/// Whether a line says that the article itself is at its end, whatever notes follow: `ENDS`, `# # #`.
pub(super) fn is_closing(line: &str) -> bool {
    const CLOSING: [&str; 8] = [
        "END", "ENDS", "Ends", "Enditem", "ENDITEM", "###", "# # #", "-30-",
    ];
    let bare = line.trim_matches(|sign: char| "-–—*/()[] ".contains(sign));
    CLOSING.contains(&line) || CLOSING[..5].contains(&bare)
}

/// Titles of boxes below an article, in small letters: what follows them leads elsewhere, or says whom to ask.
const BOXES_BELOW: [&str; 24] = [
    "contact",
    "contacts",
    "for more information",
    "latest news",
    "media contact",
    "media contacts",
    "media inquiries",
    "more from this author",
    "more news",
    "more on this",
    "more on this story",
    "most popular",
    "most read",
    "most viewed",
    "press contact",
    "press contacts",
    "read more",
    "recommended",
    "related",
    "related articles",
    "related stories",
    "related topics",
    "tags",
    "you may also like",
];
/// The most units of such a box, and the most words of one.
const BOX_UNITS: usize = 14;
const BOX_WORDS: usize = 16;

/// Where the boxes below an article begin, if nothing but short lines without stops, trailers and such titles stand
/// behind it to the end.
pub(super) fn boxes_below(text: &str, units: &[Range<usize>]) -> Option<usize> {
    let words = |unit: &Range<usize>| &text[unit.clone()];
    let first = units.len().saturating_sub(BOX_UNITS).max(LEAST_UNITS);
    let short = |line: &str| {
        line.split_whitespace().count() <= BOX_WORDS
            && (!line.ends_with(['.', '!', '”', '"', ':', ';'])
                || line.ends_with("Inc.")
                || line.ends_with("Ltd."))
    };
    let mut below = None;
    for (number, unit) in units.iter().enumerate().skip(first).rev() {
        let line = words(unit);
        if is_box_below(line) {
            below = Some(number);
        } else if !short(line) && !is_trailer(line) {
            break;
        }
    }
    below.filter(|number| number + 1 < units.len())
}

fn is_box_below(line: &str) -> bool {
    if line.len() > LONGEST_BOX {
        return false;
    }
    let small = line.trim_end_matches(':').to_lowercase();
    BOXES_BELOW.contains(&small.as_str())
}

/// The longest title of a box, in bytes.
const LONGEST_BOX: usize = 24;

/// Whether a line says that the copy goes on: `MORE`.
pub(super) fn is_more(line: &str) -> bool {
    let bare = line.trim_matches(['(', ')', '-', ' ']);
    bare == "MORE" || line.len() > bare.len() && bare == "more"
}

/// Whether the last unit is a trailer: by itself, by the trailer above it, or as a line with a day.
pub(super) fn ends_article(text: &str, units: &[Range<usize>]) -> bool {
    let words = |behind: usize| &text[units[units.len() - 1 - behind].clone()];
    let last = words(0);
    let alone = || last.split_whitespace().nth(1).is_none() && last.ends_with(char::is_alphabetic);
    is_trailer(last)
        || units.len() > LEAST_UNITS
            && (matter::is_header(last) && day_in(last).is_some() || is_bracketed(last))
        || units.len() > LEAST_UNITS && (alone() || is_signed(last)) && is_trailer(words(1))
        || is_sent(last) && {
            let sent = (1..units.len().min(SENT_LINES)).find(|behind| !is_sent(words(*behind)));
            sent.is_some_and(|behind| {
                units.len() > LEAST_UNITS + behind && is_trailer(words(behind))
            })
        }
}

/// The most lines of when a report was sent, with its number.
const SENT_LINES: usize = 4;
/// How many digits the number of a report has.
const NUMBER: std::ops::RangeInclusive<usize> = 3..=6;

/// Whether a line is the hour at which a report was sent, or its number: `20:14 LOCAL TIME 17:14 GMT`, `0012`.
fn is_sent(line: &str) -> bool {
    matter::is_moment(line)
        || NUMBER.contains(&line.len()) && line.bytes().all(|sign| sign.is_ascii_digit())
}

/// Whether a line in brackets is a note, or names an agency or an author: `(Northern Wire)`, `(By Ida Vell)`.
fn is_bracketed(line: &str) -> bool {
    let inner = line
        .strip_prefix('(')
        .and_then(|rest| rest.strip_suffix(')'));
    let capital = |word: &str| word.starts_with(char::is_uppercase);
    let names = |inner: &str| {
        inner.split_whitespace().count() <= SHORT_NAME
            && inner.split_whitespace().all(capital)
            && inner.ends_with(char::is_alphanumeric)
            && !is_direction(inner)
    };
    inner.is_some_and(names) || inner.is_some() && matter::is_note(line)
}

/// Whether a line in brackets is about money or about who helped: `($1 = 0.93 euros)`, `(With agency inputs)`.
fn is_remark(paragraph: &str) -> bool {
    let inner = paragraph
        .strip_prefix('(')
        .and_then(|rest| rest.strip_suffix(')'));
    inner.is_some_and(|inner| {
        !inner.contains(['(', '\n'])
            && (inner.contains(" = ") && inner.contains(|sign: char| sign.is_ascii_digit())
                || inner.starts_with("With ") && inner.ends_with("inputs"))
    })
}

/// Whether a paragraph says who may print the article: `The Northern Wire. All rights reserved.`
fn keeps_rights(paragraph: &str) -> bool {
    let small = paragraph.to_lowercase();
    small.trim_end_matches('.').ends_with("all rights reserved")
        || small.contains("may not be published, broadcast")
        || small.starts_with("published ") && day_in(paragraph).is_some() && small.len() <= LABEL
}

/// Whether a paragraph says who pays for such articles: `The Northern Wire receives support from the Vell Foundation. The
/// Wire is solely responsible for all content.`
fn names_sponsors(paragraph: &str) -> bool {
    paragraph.contains(" solely responsible for ")
        && [" support", " funded", " funding"]
            .iter()
            .any(|word| paragraph.contains(word))
        && !paragraph.contains(['“', '"'])
        && !is_attributed(paragraph)
}

/// Whether a line names the editor, in the singular or the plural: `Editor: Ida Vell`.
fn names_desk(line: &str) -> bool {
    let capital = |word: &str| word.starts_with(char::is_uppercase) || word == "and";
    let labels = ["Editor: ", "Editors: "];
    let behind = labels.iter().find_map(|label| line.strip_prefix(label));
    behind.is_some_and(|names| {
        names.split(' ').count() <= DESK_WORDS
            && names.split(' ').all(capital)
            && names.ends_with(char::is_alphabetic)
    })
}

/// The most words of the names of editors.
const DESK_WORDS: usize = 8;

/// Whether a paragraph says who the author is: `Ida Vell is a reporter in Lumen.`
fn is_of_author(paragraph: &str) -> bool {
    let one =
        |told: &str| told.trim_end_matches('.').split(". ").count() == 1 && told.len() <= LABEL;
    // `Ida Vell covers ports for the Northern Wire.`
    let covers = paragraph
        .split_once(" covers ")
        .is_some_and(|(name, told)| {
            is_names(name) && told.contains(" for ") && one(told) && !is_attributed(told)
        });
    let Some((name, told)) = paragraph.split_once(" is ").filter(|_| !covers) else {
        return covers;
    };
    let article = ["a ", "an ", "the "]
        .iter()
        .find_map(|word| told.strip_prefix(word));
    let role = |told: &str| {
        told.split_whitespace()
            .take(ROLE_WORDS)
            .map(|word| word.trim_end_matches(['.', ',']))
            .any(|word| AUTHORS.contains(&word) || word == "fellow")
    };
    is_names(name)
        && article.is_some_and(role)
        && ![" who was ", " who had ", " who died ", " who left "]
            .iter()
            .any(|told| paragraph.contains(told))
        && one(told)
}

/// Whether a short paragraph says who else worked on the article.
fn names_helpers(paragraph: &str) -> bool {
    let may_name = has_any(paragraph, &["contribut", "report"]);
    may_name
        && HELPED.find_iter(paragraph).any(|found| {
            let before = paragraph[..found.start()].chars().count();
            let behind = paragraph[found.end()..].chars().count();
            let opens = before == 0
                && paragraph
                    .trim_start_matches('(')
                    .starts_with(['A', 'C', 'R', 'B']);
            ((2..=120).contains(&before) || opens) && behind <= 160
        })
}

/// Where a trailer begins that stands on the last line of a paragraph.
pub(super) fn inline_trailer(paragraph: &str) -> Option<usize> {
    let tail = paragraph.len() - tail(paragraph, 400).len();
    let opens = |(_, sign): &(usize, char)| {
        matches!(sign, '(' | '[' | '-' | '#' | 'E' | 'e' | '■' | '◼' | '∎')
    };
    let starts = paragraph[tail..]
        .char_indices()
        .rev()
        .filter(opens)
        .take(TRAILER_SIGNS);
    starts
        .map(|(at, _)| tail + at)
        .find(|start| {
            // Behind a sentence.
            let before = paragraph[..*start].trim_end();
            before.len() < *start
                && before.ends_with(['.', '!', '?', '”', '»', '\'', '’', ')', '"'])
                && INLINE_TRAILER.is_match(&paragraph[*start..])
        })
        .or_else(|| behind_sentence(paragraph))
}
