//! Credits: captions of pictures and who took these.

use std::sync::LazyLock;

use regex::Regex;

use super::bylines::is_names;
use super::expression;
use crate::text::tail;

/// The longest caption with its credit, in bytes.
const CREDIT_BYTES: usize = 700;
/// The longest caption behind which photographer and agency stand with no more than a stroke, in bytes.
const LONGEST_SIGNED: usize = 400;
/// What the words behind a dash end with.
const PICTURES: [char; 2] = ['—', '–'];

static CREDIT: LazyLock<Regex> = LazyLock::new(|| {
    let pictures = "photos?|photographs?|pictures?|images?|graphics?|illustration";
    expression(&format!(
        r"^\[\d{{1,2}}/\d{{1,2}}\]\s|^[(\[]?(?i:(?:(?:file|handout|pool|undated|ap|aerial|stock)\s+)?(?:{pictures}|video|caption|credits?)\s*(?:by|credits?|courtesy(?: of)?|caption|source)?\s*[:/]|(?:{pictures})\s+(?:by|courtesy of)\s)"
    ))
});

/// A credit behind a caption.
static CREDIT_BEHIND: LazyLock<Regex> = LazyLock::new(|| {
    expression(
        r"(?:\(\p{Lu}\p{L}{1,15}/\p{Lu}\p{Ll}+(?:\s\p{Lu}[\p{L}.'’-]*){1,3}\)|[—–-]\s\p{Lu}[\p{L} ]{1,24}\s(?:Photo|Image|Picture)s?|\((?:[^()]*\s)?(?i:photo|image|picture|credit|handout|via ap|pool)[^()]{0,80}\)|\b(?:Photo|Photograph|Picture|Image|Credit|Foto)(?: credit| by)?\s*:\s*\S.{0,80})$",
    )
});

/// The agency and the photographer behind a caption: `REUTERS/Ida Vell/File Photo`.
static PHOTOGRAPHER: LazyLock<Regex> = LazyLock::new(|| {
    let name = r"\p{Lu}\p{L}+(?:\s\p{Lu}[\p{L}.'’-]*){0,3}";
    let kind = r"(?i:file photo|pool|handout|file|via reuters)(?: via \p{Lu}+)?";
    let agency = PICTURED.join("|");
    expression(&format!(r"\s(?:{agency})/{name}(?:/{kind}){{0,2}}$"))
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

/// Whether a paragraph belongs to a picture.
pub(super) fn is_credit(paragraph: &str) -> bool {
    let tail = tail(paragraph, 120);
    let may_be = tail.ends_with(')') || tail.contains(':') || tail.contains(PICTURES);
    let pictured = || {
        let mut strokes = memchr::memchr_iter(b'/', tail.as_bytes());
        strokes.any(|at| PICTURED.iter().any(|agency| tail[..at].ends_with(agency)))
    };
    paragraph.len() <= CREDIT_BYTES
        && (CREDIT.is_match(paragraph)
            || may_be && CREDIT_BEHIND.is_match(tail)
            || is_signed(paragraph)
            || pictured() && PHOTOGRAPHER.is_match(tail))
}

/// Whether photographer and agency stand behind a caption: `… on Tuesday. Ida Vell/Northern Wire`.
fn is_signed(paragraph: &str) -> bool {
    let Some((before, agency)) = paragraph.rsplit_once('/') else {
        return false;
    };
    let photographer = before.rsplit_once(". ").map(|(_, name)| name);
    let capitals = |word: &str| word.starts_with(char::is_uppercase);
    photographer.is_some_and(is_names)
        && paragraph.len() <= LONGEST_SIGNED
        && agency.split_whitespace().count() <= 3
        && agency.split_whitespace().all(capitals)
        && agency.ends_with(char::is_alphanumeric)
}
