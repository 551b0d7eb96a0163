//! Credits: captions of pictures and who took these.

use std::sync::LazyLock;

use regex::Regex;

use super::agencies::AGENCIES;
use super::bylines::{is_agency_name, is_names};
use super::expressions::{Expressions, expression, has_any};
use super::narration::{is_attributed, narrates};
use crate::text::tail;

/// The longest caption with its credit, in bytes.
const CREDIT_BYTES: usize = 700;
/// The longest caption behind which photographer and agency stand with no more than a stroke, in bytes.
const LONGEST_SIGNED: usize = 400;
/// The longest name of an agency behind a caption, with its dash, in bytes.
const LONGEST_AGENCY: usize = 48;
/// The longest line of a credit alone, in bytes.
const LONGEST_LINE: usize = 80;
/// What the words behind a dash end with.
const PICTURES: [char; 2] = ['—', '–'];

static CREDIT: LazyLock<Regex> = LazyLock::new(|| {
    let pictures = "photos?|photographs?|pictures?|images?|graphics?|illustration";
    expression(&format!(
        r"^\[\d{{1,2}}/\d{{1,2}}\]\s|^FILE\s?[—–]\s|^(?i:credits?)\s?(?:\.\.\.|…)|^[(\[]?(?i:(?:(?:file|handout|pool|undated|ap|aerial|stock)\s+)?(?:{pictures}|video|caption|charts?|maps?|pics?|credits?)\s*(?:by|credits?|courtesy(?: of)?|caption|source)?\s*[:/]|(?:{pictures})\s+(?:by|courtesy of)\s)"
    ))
});

/// A credit behind a caption.
static CREDIT_BEHIND: LazyLock<Expressions> = LazyLock::new(|| {
    Expressions::new(&[
        r"(?:\(\p{Lu}\p{L}{1,15}/\p{Lu}\p{Ll}+(?:\s\p{Lu}[\p{L}.'’-]*){1,3}\)|[—–-]\s\p{Lu}[\p{L} ]{1,24}\s(?:Photo|Image|Picture)s?|\((?:[^()]*\s)?(?i:photo|image|picture|credit|handout|via ap|pool)[^()]{0,80}\)|\b(?:Photo|PHOTO|Photograph|Picture|Image|Credit|Foto)(?: credit| by)?\s*:\s*\S.{0,80})$",
    ])
});

/// The same in square brackets, with the photographer first, or behind a stroke: `[Ida Vell/Northern Wire]`.
static CREDIT_IN_BRACKETS: LazyLock<Expressions> = LazyLock::new(|| {
    Expressions::new(&[
        r"(?:[\[(](?:(?i:file)[:/]?\s?)?\p{Lu}[\p{L}.'’-]+(?:\s\p{Lu}[\p{L}.'’-]*){1,3}/[\p{L} /]{2,40}[\])]|\[(?i:photo|file photo|image|picture|credit|file)[/:]\s?[^\[\]]{2,60}\]|[.”]\s\|\s(?:\p{Lu}[^|.]{2,40}/)?(?:AP|AFP|Reuters|EPA|PTI|Getty)(?:\s(?:Photo|Images))?)$",
    ])
});

/// How a caption begins that says what its picture shows: `Photo taken on March 4, 2031 shows the pier.`
static SHOWN: LazyLock<Regex> = LazyLock::new(|| {
    expression(
        r"^(?i:(?:an?|this|the)\s)?(?i:(?:aerial|file|undated|handout|combination|combined|drone)\s){0,2}(?i:photo|picture|image|screenshot|screengrab)\s(?i:taken|released|provided|shows)\b",
    )
});

/// The agency and the photographer behind a caption: `REUTERS/Ida Vell/File Photo`.
static PHOTOGRAPHER: LazyLock<Regex> = LazyLock::new(|| {
    let name = r"\p{Lu}\p{L}+(?:\s\p{Lu}[\p{L}.'’-]*){0,3}";
    let kind = r"(?i:file photo|pool|handout|file|via reuters)(?: via \p{Lu}+)?";
    let agency = PICTURED.join("|");
    expression(&format!(r"(?:^|\s)(?:{agency})/{name}(?:/{kind}){{0,2}}$"))
});

/// What stands before the photographer's stroke.
const PICTURED: [&str; 8] = [
    "REUTERS",
    "AFP",
    "AP",
    "EPA",
    "Xinhua",
    "TASS",
    "GETTY IMAGES",
    "Getty Images",
];

/// Lines that say what kind of picture stands there, or whose archive it is from, in small letters.
const KINDS: [&str; 13] = [
    "afp",
    "ap photo",
    "afp via getty images",
    "file image",
    "file photo",
    "file picture",
    "getty images",
    "image caption",
    "image source",
    "representational image",
    "reuters",
    "xinhua",
    "representative image",
];

/// Whether a paragraph belongs to a picture.
pub(super) fn is_credit(paragraph: &str) -> bool {
    let tail = tail(paragraph, 120);
    let may_be = || tail.ends_with(')') || tail.contains(':') || tail.contains(PICTURES);
    let in_brackets = || tail.ends_with([')', ']']) || tail.contains(" | ");
    let pictured = || {
        let mut strokes = memchr::memchr_iter(b'/', tail.as_bytes());
        strokes.any(|at| PICTURED.iter().any(|agency| tail[..at].ends_with(agency)))
    };
    paragraph.len() <= CREDIT_BYTES
        && (opens_as_credit(paragraph) && CREDIT.is_match(paragraph) && !is_attributed(paragraph)
            || paragraph.starts_with("(Cover: ")
            || ends_as_credit(tail) && may_be() && CREDIT_BEHIND.is_match(tail)
            || ends_with_stroke(tail) && in_brackets() && CREDIT_IN_BRACKETS.is_match(tail)
            || is_signed(paragraph)
            || is_caption_of_agency(paragraph)
            || is_line(paragraph)
            || pictured() && PHOTOGRAPHER.is_match(tail))
}

/// The first two letters of the words with which credits begin.
const OPENINGS: [[u8; 2]; 17] = [
    *b"ae", *b"ap", *b"ca", *b"ch", *b"cr", *b"fi", *b"gr", *b"ha", *b"il", *b"im", *b"ma", *b"ph",
    *b"pi", *b"po", *b"st", *b"un", *b"vi",
];

/// Whether a paragraph begins with letters of the expression of a credit, which few do.
fn opens_as_credit(paragraph: &str) -> bool {
    let bare = paragraph.strip_prefix(['(', '[']).unwrap_or(paragraph);
    let letters = bare.as_bytes().first_chunk::<2>();
    letters.is_some_and(|letters| {
        !letters.is_ascii() || OPENINGS.contains(&letters.map(|letter| letter.to_ascii_lowercase()))
    }) || paragraph.starts_with('[')
}

/// Words for pictures behind a bracket, before a colon and at the end.
const IN_BRACKETS: [&str; 7] = [
    "photo", "image", "picture", "credit", "handout", "via ap", "pool",
];
const BEFORE_COLON: [&str; 9] = [
    "Photo",
    "PHOTO",
    "Photograph",
    "Picture",
    "Image",
    "Credit",
    "Foto",
    " credit",
    " by",
];
const LAST: [&str; 6] = ["Photo", "Photos", "Image", "Images", "Picture", "Pictures"];

/// Whether a paragraph ends with what the expression of a credit behind a caption has.
fn ends_as_credit(tail: &str) -> bool {
    let bracketed = || {
        let inner = tail.strip_suffix(')')?.rsplit_once('(')?.1;
        Some(inner.contains('/') || has_any(inner, &IN_BRACKETS))
    };
    let labelled = || {
        memchr::memchr_iter(b':', tail.as_bytes()).any(|colon| {
            let before = tail[..colon].trim_end();
            BEFORE_COLON.iter().any(|word| before.ends_with(word))
        })
    };
    bracketed() == Some(true) || labelled() || LAST.iter().any(|word| tail.ends_with(word))
}

/// Whether a paragraph ends with what the expression of a credit in square brackets or behind a stroke has.
fn ends_with_stroke(tail: &str) -> bool {
    memchr::memchr2(b'/', b'|', tail.as_bytes()).is_some()
        || tail.ends_with(']') && tail.contains(':')
}

/// Whether photographer and agency stand behind a caption: `… on Tuesday. Ida Vell/Northern Wire`.
fn is_signed(paragraph: &str) -> bool {
    let Some((before, agency)) = paragraph.rsplit_once('/') else {
        return false;
    };
    let photographer = before.rsplit_once(". ").map(|(_, name)| name);
    photographer.is_some_and(is_names) && paragraph.len() <= LONGEST_SIGNED && may_be_agency(agency)
}

/// Whether words behind a stroke may be an agency, perhaps with the one that hands its pictures on: `AFP via
/// Getty Images`.
fn may_be_agency(words: &str) -> bool {
    let capitals = |word: &str| word.starts_with(char::is_uppercase);
    let (first, via) = words.split_once(" via ").unwrap_or((words, "A"));
    [first, via].iter().all(|name| {
        name.split_whitespace().count() <= 3
            && name.split_whitespace().all(capitals)
            && name.ends_with(char::is_alphanumeric)
    })
}

/// Whether an agency is known to have pictures.
fn has_pictures(agency: &str) -> bool {
    let first = agency.split([' ', '/']).next().unwrap_or_default();
    PICTURED.contains(&agency)
        || AGENCIES.contains(&first)
        || [
            "CFP",
            "CGTN",
            "Getty",
            "Pool",
            "REUTERS",
            "EPA",
            "Shutterstock",
            "VCG",
        ]
        .contains(&first)
        || is_agency_name(agency)
}

/// Whether a caption of one sentence, which tells of nothing that has happened, ends with an agency: `Vell speaks
/// in Lumen. — AFP`, `Photo taken on March 4 shows the pier. (Xinhua)`, `The pier, March 4. /CGTN`.
fn is_caption_of_agency(paragraph: &str) -> bool {
    let end = tail(paragraph, LONGEST_AGENCY);
    let divided = || !end.is_ascii() && end.contains(PICTURES) || end.contains(" /");
    if paragraph.len() > LONGEST_SIGNED || !end.ends_with(')') && !divided() {
        return false;
    }
    let bracketed = || {
        let (caption, agency) = paragraph.strip_suffix(')')?.rsplit_once(" (")?;
        Some((caption, agency))
    };
    let dashed = || {
        let (caption, agency) = paragraph.rsplit_once(['—', '–'])?;
        Some((caption, agency.trim_start()))
    };
    let stroked = || paragraph.rsplit_once(" /");
    let Some((caption, agency)) = bracketed().or_else(dashed).or_else(stroked) else {
        return false;
    };
    let caption = caption.trim_end();
    let told = || narrates(caption) || caption.contains(['“', '"', '‘']) || caption.contains(". ");
    caption.ends_with('.') && has_pictures(agency) && (SHOWN.is_match(caption) || !told())
}

/// Whether a line is a credit and nothing else: `Ida Vell/Getty Images`, `REUTERS/Ida Vell`, `Courtesy of Ida
/// Vell`, `© VPS / Ida Vell`, `File photo`.
fn is_line(line: &str) -> bool {
    if line.len() > LONGEST_LINE || line.ends_with(['.', '?', '!', ':']) {
        return false;
    }
    let bare = line.trim_matches(|sign: char| "()[]".contains(sign));
    let small = bare.to_lowercase();
    let courtesy = || {
        let rest = line
            .strip_prefix("Courtesy of ")
            .or_else(|| line.strip_prefix("Courtesy "));
        rest.is_some_and(|rest| rest.starts_with(char::is_uppercase))
    };
    let stroke = || {
        let (first, last) = line.split_once('/').filter(|_| !line.starts_with("By "))?;
        let (first, last) = (first.trim_end(), last.trim_start());
        let behind = is_names(first) && may_be_agency(last.replace('/', " ").as_str());
        Some(behind && has_pictures(last) || PICTURED.contains(&first) && is_names(last))
    };
    let via = || {
        let (first, last) = line.split_once(" via ")?;
        Some(is_names(first) && has_pictures(last))
    };
    KINDS.contains(&small.as_str())
        || line.starts_with('©')
        || courtesy()
        || stroke().or_else(via) == Some(true)
}

/// Whether a line between paragraphs says for whom a picture was taken: `Ida Vell for The Northern Wire`. At
/// the top it says so of the article.
pub(super) fn is_for_paper(line: &str) -> bool {
    line.len() <= LONGEST_LINE
        && line.split_once(" for ").is_some_and(|(name, paper)| {
            is_names(name) && is_agency_name(paper.strip_prefix("The ").unwrap_or(paper))
        })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const PIECES: [&str; 30] = [
        "[1/2] ",
        "FILE — ",
        "Credits … ",
        "(",
        ")",
        "[",
        "]",
        "Handout ",
        "ſtock ",
        "Stock ",
        "photo",
        "Photos",
        "IMAGE",
        "Picture",
        "Image",
        "caption",
        "map",
        " by ",
        " credit",
        " courtesy of ",
        ": ",
        "/",
        " | ",
        " — ",
        "Ida Vell",
        "Reuters",
        "via AP",
        "pool",
        ". ",
        "x",
    ];

    proptest! {
        #[test]
        fn no_credit_is_passed_over(
            pieces in proptest::collection::vec(0..PIECES.len(), 1..9),
        ) {
            let line: String = pieces.iter().map(|piece| PIECES[*piece]).collect();
            prop_assert!(opens_as_credit(&line) || !CREDIT.is_match(&line), "{line:?}");
            prop_assert!(ends_as_credit(&line) || !CREDIT_BEHIND.is_match(&line), "{line:?}");
            prop_assert!(ends_with_stroke(&line) || !CREDIT_IN_BRACKETS.is_match(&line), "{line:?}");
        }
    }
}
