//! Labels of archives: what a line with one gives, and whether such lines say that a text is from an archive.

use super::dates::day_in;

/// What a labelled line gives.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Gives {
    Headline,
    Byline,
    Dateline,
    /// The line that says more of the same below a headline.
    Deck,
    /// The words of the article, here or on the next lines.
    Body,
    About,
}

/// What a line says of where the text is from.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Sign {
    /// With any other sign, that it is from an archive.
    Proof,
    /// The same, beside a proof.
    Support,
    /// Nothing: other texts have such lines too.
    Nothing,
}

use Gives::{About, Body, Byline, Dateline, Deck, Headline};
use Sign::{Nothing, Proof, Support};

/// The labels before a colon, in small letters.
pub(super) const LABELS: [(&str, Gives, Sign); 62] = [
    ("headline", Headline, Proof),
    ("title", Headline, Nothing),
    ("byline", Byline, Proof),
    ("author/byline", Byline, Proof),
    ("author", Byline, Nothing),
    ("authors", Byline, Nothing),
    ("dateline", Dateline, Proof),
    ("highlight", Deck, Support),
    ("body", Body, Proof),
    ("full text", Body, Proof),
    ("text", Body, Nothing),
    ("length", About, Proof),
    ("load-date", About, Proof),
    ("publication-type", About, Proof),
    ("publication info", About, Proof),
    ("publication title", About, Proof),
    ("proquest document id", About, Proof),
    ("section", About, Support),
    ("edition", About, Support),
    ("language", About, Support),
    ("language of publication", About, Support),
    ("graphic", About, Support),
    ("journal code", About, Support),
    ("page", About, Support),
    ("pages", About, Support),
    ("source type", About, Support),
    ("word count", About, Support),
    ("index terms", About, Support),
    ("readability", About, Support),
    ("openurl link", About, Support),
    ("abstract", About, Nothing),
    ("acc-no", About, Nothing),
    ("caption", About, Nothing),
    ("city", About, Nothing),
    ("company", About, Nothing),
    ("copyright", About, Nothing),
    ("country", About, Nothing),
    ("country of publication", About, Nothing),
    ("database", About, Nothing),
    ("date", About, Nothing),
    ("distribution", About, Nothing),
    ("document type", About, Nothing),
    ("document url", About, Nothing),
    ("geographic", About, Nothing),
    ("industry", About, Nothing),
    ("issn", About, Nothing),
    ("last updated", About, Nothing),
    ("links", About, Nothing),
    ("location", About, Nothing),
    ("memo", About, Nothing),
    ("organization", About, Nothing),
    ("person", About, Nothing),
    ("place of publication", About, Nothing),
    ("publication date", About, Nothing),
    ("publication year", About, Nothing),
    ("publisher", About, Nothing),
    ("record", About, Nothing),
    ("source", About, Nothing),
    ("state", About, Nothing),
    ("subject", About, Nothing),
    ("ticker", About, Nothing),
    ("url", About, Nothing),
];
/// The longest of them, in bytes.
const LONGEST_LABEL: usize = 24;

/// The codes that stand before the parts of an article, as a column.
const CODES: [&str; 25] = [
    "AN", "ART", "BY", "CO", "CR", "CT", "CY", "ED", "ET", "HD", "IN", "IPC", "IPD", "LA", "LP",
    "NS", "PD", "PG", "PUB", "RE", "RF", "SC", "SE", "SN", "WC",
];
/// The code before all paragraphs but the first.
pub(super) const FURTHER: &str = "TD";
/// Titles of what stands below the words, and languages.
const BELOW: [&str; 4] = ["Classification", "Graphic", "Notes", "Correction"];
const LANGUAGES: [&str; 4] = ["English", "ENGLISH", "French", "Spanish"];
/// How a line goes on that has the words of the article behind its label, in words.
const TEXT_WORDS: usize = 12;

/// A line with a label: what it gives, what it says, and where that stands behind the label.
pub(super) struct Labelled {
    pub(super) gives: Gives,
    pub(super) sign: Sign,
    /// Which label it is: what is told twice by one counts once.
    pub(super) number: usize,
    pub(super) behind: usize,
}

/// The numbers of the signs without a colon, behind those of the labels.
const WORDS: usize = LABELS.len();
const DOCUMENT: usize = WORDS + 1;
pub(super) const COPYRIGHT: usize = WORDS + 2;
pub(super) const CITED: usize = WORDS + 3;
const OTHER: usize = WORDS + 4;

/// The label of a line, if it has one. `coded` says that codes stand before the parts.
pub(super) fn labelled(line: &str, coded: bool) -> Option<Labelled> {
    let short = line.len() <= LONGEST_CITATION;
    with_colon(line)
        .or_else(|| short.then(|| without_colon(line)).flatten())
        .or_else(|| with_code(line).filter(|found| coded || found.sign == Proof))
}

fn with_colon(line: &str) -> Option<Labelled> {
    let bytes = line.as_bytes();
    let colon = memchr::memchr(b':', &bytes[..bytes.len().min(LONGEST_LABEL + 2)])?;
    let label = line[..colon].trim_end();
    let rest = &line[colon + 1..];
    let number = LABELS
        .iter()
        .position(|(known, ..)| known.len() == label.len() && known.eq_ignore_ascii_case(label))?;
    let (name, gives, sign) = LABELS[number];
    let words = || rest.split_whitespace().count();
    let told = match name {
        "length" => rest.trim_end().ends_with(" words"),
        // `Full text: what the minister said` is a headline.
        "body" | "full text" => words() == 0 || words() > TEXT_WORDS,
        _ => true,
    };
    if !told && gives == Body {
        return None;
    }
    let behind = colon + 1 + rest.len() - rest.trim_start().len();
    Some(Labelled {
        gives,
        sign: if told { sign } else { Nothing },
        number,
        behind,
    })
}

fn without_colon(line: &str) -> Option<Labelled> {
    let about = |number, sign| {
        Some(Labelled {
            gives: About,
            sign,
            number,
            behind: line.len(),
        })
    };
    if counts(line, "words") {
        about(WORDS, Proof)
    } else if line == "End of Document" || is_document(line) {
        about(DOCUMENT, Proof)
    } else if is_counted_document(line) {
        about(OTHER, Proof)
    } else if is_copyright(line) {
        about(COPYRIGHT, Support)
    } else if is_citation(line) {
        about(CITED, Support)
    } else if matches!(line, "Body" | "BODY" | "Full Text" | "Full text") {
        Some(Labelled {
            gives: Body,
            sign: Support,
            number: OTHER,
            behind: line.len(),
        })
    } else if LANGUAGES.contains(&line) || BELOW.contains(&line) {
        about(OTHER, Nothing)
    } else {
        None
    }
}

/// A line with a code of two letters or three: `HD Port opens`, `WC 188 words`, `TD`.
pub(super) fn with_code(line: &str) -> Option<Labelled> {
    let capital = |at: usize| line.as_bytes().get(at).is_some_and(u8::is_ascii_uppercase);
    if !capital(0) || !capital(1) {
        return None;
    }
    let code = line.split_whitespace().next()?;
    if !(2..=3).contains(&code.len()) || !(CODES.contains(&code) || code == FURTHER) {
        return None;
    }
    let rest = line[code.len()..].trim_start();
    let (gives, sign) = match code {
        "HD" => (Headline, Nothing),
        "BY" => (Byline, Nothing),
        "LP" | FURTHER => (Body, Nothing),
        "WC" if counts(rest, "words") => (About, Proof),
        "AN" if is_document(rest) => (About, Proof),
        _ => (About, Nothing),
    };
    Some(Labelled {
        gives,
        sign,
        number: if code == "AN" { DOCUMENT } else { WORDS },
        behind: line.len() - rest.len(),
    })
}

/// Whether a line is a number and what is counted: `412 words`.
pub(super) fn counts(line: &str, what: &str) -> bool {
    line.strip_suffix(what).is_some_and(|number| {
        number.ends_with(' ')
            && number.starts_with(|sign: char| sign.is_ascii_digit())
            && number
                .trim_end()
                .bytes()
                .all(|byte| b"0123456789,".contains(&byte))
    })
}

/// Whether a line is the number under which an article is kept: `Document NBDA000020310718ek7i0002x`.
fn is_document(line: &str) -> bool {
    line.strip_prefix("Document ").is_some_and(|id| {
        id.len() >= SHORTEST_ID
            && id.bytes().all(|byte| byte.is_ascii_alphanumeric())
            && id.bytes().take(2).all(|byte| byte.is_ascii_uppercase())
            && id.bytes().filter(u8::is_ascii_digit).count() >= ID_DIGITS
    })
}

/// The shortest of such numbers, and the fewest digits in one.
const SHORTEST_ID: usize = 14;
const ID_DIGITS: usize = 8;

/// Whether a line counts the articles of an export: `2 of 500 DOCUMENTS`, `Document 2 of 500`.
fn is_counted_document(line: &str) -> bool {
    let numbers = line
        .strip_suffix(" DOCUMENTS")
        .or_else(|| line.strip_prefix("Document "));
    numbers.is_some_and(|numbers| {
        let (number, all) = numbers.split_once(" of ").unwrap_or_default();
        let digits =
            |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
        digits(number) && digits(all)
    })
}

/// Whether a line says whose the words are: `(c) 2031 Northern Daily. All rights reserved.`
pub(super) fn is_copyright(line: &str) -> bool {
    line.len() <= LONGEST_CLAIM
        && (["(c) ", "© ", "Copyright "]
            .iter()
            .any(|opening| line.starts_with(opening))
            && line.contains(|sign: char| sign.is_ascii_digit())
            || line
                .trim_end_matches('.')
                .eq_ignore_ascii_case("all rights reserved"))
}

/// The longest line that says whose the words are, and the longest citation, in bytes.
const LONGEST_CLAIM: usize = 120;
const LONGEST_CITATION: usize = 200;

/// Whether a line cites the article: `Vell, Ida. The Northern Post; Lumen [Lumen]. 11 Apr 2031: A.3.`
fn is_citation(line: &str) -> bool {
    line.len() <= LONGEST_CITATION
        && line.contains("; ")
        && line.contains("]. ")
        && line
            .rsplit("]. ")
            .next()
            .is_some_and(|rest| day_in(rest).is_some())
}

/// Whether lines of the top and the end of a text say that it is from an archive.
pub(super) fn prove<'t>(lines: impl Iterator<Item = &'t str>) -> bool {
    let (mut told, mut proven) = (0_u128, false);
    for line in lines {
        if let Some(found) = labelled(line, false).filter(|found| found.sign != Nothing) {
            told |= 1 << found.number;
            proven |= found.sign == Proof;
        }
    }
    proven && told.count_ones() > 1
}

/// Whether a text begins with the fields of a record, the title among them: `Title: Port opens`, `Date: 2031-03-04`.
pub(super) fn is_of_fields<'t>(lines: impl Iterator<Item = &'t str>) -> bool {
    let labels: Vec<Labelled> = lines.map_while(with_colon).take(FIELDS).collect();
    labels.len() == FIELDS && labels.iter().any(|found| found.gives == Headline)
}

/// The fewest of such fields.
const FIELDS: usize = 3;

/// Whether a line stands for itself, whatever column lines are broken at.
pub(super) fn is_labelled(line: &str) -> bool {
    labelled(line, false).is_some_and(|found| found.sign == Proof)
}
