//! Credits: captions of pictures and who took these.

use std::sync::LazyLock;

use regex::Regex;

use super::expression;
use crate::text::tail;

/// The longest caption with its credit, in bytes.
const CREDIT_BYTES: usize = 700;

static CREDIT: LazyLock<Regex> = LazyLock::new(|| {
    let pictures = "photos?|photographs?|pictures?|images?|graphics?|illustration";
    expression(&format!(
        r"^[(\[]?(?i:(?:(?:file|handout|pool|undated|ap|aerial|stock)\s+)?(?:{pictures}|video|caption|credits?)\s*(?:by|credits?|courtesy(?: of)?|caption)?\s*[:/]|(?:{pictures})\s+(?:by|courtesy of)\s)"
    ))
});

/// A credit behind a caption.
static CREDIT_BEHIND: LazyLock<Regex> = LazyLock::new(|| {
    expression(
        r"(?:\(\p{Lu}\p{L}{1,15}/\p{Lu}\p{Ll}+(?:[ \t]\p{Lu}[\p{L}.'’-]*){1,3}\)|\((?:[^()]*\s)?(?i:photo|image|picture|credit|handout|via ap|pool)[^()]{0,80}\)|\b(?:Photo|Photograph|Picture|Image|Credit|Foto)(?: credit| by)?\s*:\s*\S.{0,80})$",
    )
});

/// The agency and the photographer behind a caption: `REUTERS/Ida Vell/File Photo`.
static PHOTOGRAPHER: LazyLock<Regex> = LazyLock::new(|| {
    let name = r"\p{Lu}\p{L}+(?:[ \t]\p{Lu}[\p{L}.'’-]*){0,3}";
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
    let may_be = tail.ends_with(')') || tail.contains(':');
    let pictured = || {
        let mut strokes = memchr::memchr_iter(b'/', tail.as_bytes());
        strokes.any(|at| PICTURED.iter().any(|agency| tail[..at].ends_with(agency)))
    };
    paragraph.len() <= CREDIT_BYTES
        && (CREDIT.is_match(paragraph)
            || may_be && CREDIT_BEHIND.is_match(tail)
            || pictured() && PHOTOGRAPHER.is_match(tail))
}
