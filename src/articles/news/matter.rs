//! What a line or paragraph is that is no running text: bylines, notes, slugs, credits, trailers,
//! headings, list items, rows of tables.

use std::sync::LazyLock;

use memchr::memmem;
use regex::{Regex, RegexSet};

use super::captions::is_caption;
use super::{expression, expressions};
use crate::text::tail;

/// How many signs from the end a trailer may begin.
const TRAILER_SIGNS: usize = 60;
/// The longest caption with its credit, in bytes.
const CREDIT_BYTES: usize = 700;
/// The longest label, in bytes.
const LABEL_BYTES: usize = 90;
/// The longest label with its colon, in characters.
const LABEL_SIGNS: usize = 72;

static BYLINE: LazyLock<Regex> = LazyLock::new(|| {
    let name = r"(?:\p{Lu}[\p{L}\p{M}.'’-]*|de|del|della|di|da|van|von|der|den|bin|al|el|ter|y)";
    expression(&format!(
        r"^(?:(?:(?i:by|story by|text by|words by|written by|analysis by|opinion by|from)):?[ \t]+{name}(?:[ \t]+{name}){{0,7}}(?:[ \t]+(?i:writers?|reporters?|correspondents?)[ \t]+{name}(?:[ \t]+{name}){{0,7}})?(?:(?:,| and| in| for| \||/|;| of| at| -| –| —)[ \t]+(?:the[ \t]+)?{name}(?:[ \t]+(?:of[ \t]+|and[ \t]+|the[ \t]+)?{name}){{0,7}})*\.?|(?i:(?:by|from|story by)[ \t]+)?(?i:our|a|an|the)[ \t]+(?i:(?:own|special|staff|political|foreign|diplomatic|news)[ \t]+)*(?i:correspondents?|reporters?|staff|newsroom|writers?|bureau)(?:[ \t]+(?i:in|at|from)[ \t]+\p{{Lu}}.*)?|(?i:(?:\p{{L}}+ )?staff (?:writers?|reporters?)|newsroom|agencies))$"
    ))
});

/// The first words of notes without brackets.
const NOTE_WORDS: [&str; 17] = [
    "advisory",
    "attention",
    "attn",
    "clarification",
    "correction",
    "desk",
    "ed",
    "editor",
    "editors",
    "eds",
    "embargo",
    "embargoed",
    "for",
    "not",
    "note",
    "the",
    "this",
];

static NOTES: LazyLock<RegexSet> = LazyLock::new(|| {
    expressions(&[
        r"(?is)^[(\[*]*\s*(?:writes? through|adds?|recasts?|updates?|updating|updated|corrects?|correcting|corrected|removes?|clarifies|fixes|changes|repeats?|refiles?|amends?|edits|trims|rewrites?|leads?|with|new throughout|eds?|editors?|subs?|for use|embargo(?:ed)?|not for|attention|ats?t?n|moving|story|this (?:story|article|report|version|interview|item|dispatch|copy))\b[^.]{0,240}[.:]?\s*[)\]*]+$",
        r"(?is)^(?:editors?|editor['’]s|eds?|desk|writer['’]s)\.?(?:['’]?s)?(?:\s+notes?)?\s*:",
        r"(?is)^(?:attention|attn|advisory|embargo(?:ed)?|not for (?:publication|release)|for (?:immediate )?(?:release|use))\b.{0,120}$",
        r"(?is)^(?:the|this) (?:following )?(?:story|article|report|interview|version|item|transcript|text|dispatch) (?:has been|was|is|contains|originally|first|may)\b.{0,200}$",
        r"(?is)^(?:note|correction|clarification)\s*(?:to (?:readers|editors))?\s*:",
    ])
});

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

static SLUG: LazyLock<Regex> = LazyLock::new(|| {
    expression(
        r"^(?:(?i:slug|bc|urgent|bulletin|flash|update\s*\d*|wrapup\s*\d*|\d+(?:st|nd|rd|th) (?:ld|lead))\b[\s:-]*)?(?:[\p{Lu}\d][\p{Lu}\d]*(?:[-/–]+[\p{Lu}\d]*)+)(?:[ \t,]*(?:\([^()]{1,30}\)|\d(?:st|nd|rd|th)\b.{0,24}|[\p{Lu}\d/ -]{1,30}(?:,.{0,24})?))?$|^BC-.{1,60}$|^(?i:slug)\s*:.{1,60}$",
    )
});

static LABELLED: LazyLock<Regex> = LazyLock::new(|| {
    expression(
        r"^(?i:date|published|publication date|posted|updated|last updated|issued|released|time|source|agency|from|to|subject|section|category|language|byline|location|place|id|doc(?:ument)?(?: no)?\.?|news ?id|priority|keywords?|topics?|copyright|distribution|length|(?:(?:press|media) )?contacts?|(?:press|media) inquiries|for (?:more|further) information(?:,? contact)?|tel(?:ephone)?|phone|fax|e-?mail)\s*:\s*\S.{0,120}$",
    )
});

/// A line of nothing but a day, and perhaps a day of the week, a time, a zone.
static DAY_LINE: LazyLock<Regex> = LazyLock::new(|| {
    expression(
        r"^(?i:(?:published|posted|updated|last updated|issued|released)(?: on| at)?:?\s*)?[(\[]?(?:[\d:.,/年月日|·–-]+|(?i:mon|tue|wed|thu|fri|sat|sun)\p{L}*\.?|(?i:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\p{L}*\.?|(?i:st|nd|rd|th|am|pm|a\.m\.|p\.m\.|gmt|utc|[ecmp][sd]?t|cet|cest|ist|bst|msk|h|hrs|at|of|t|z|local time)\b|\d+(?i:st|nd|rd|th|t|z|h)?[\d:.]*(?i:z|am|pm)?|[\s,|])+[)\]]?$",
    )
});

/// Lines at the top of a speech or a transcript that are neither its title nor its words.
static OCCASION: LazyLock<RegexSet> = LazyLock::new(|| {
    expressions(&[
        r"(?i)^[(\[]?(?:(?:draft |full |rush |unofficial |verbatim )?transcript|as (?:delivered|prepared(?: for delivery)?)|check against delivery|remarks as (?:delivered|prepared.*)|press release|press statement|media release|news release|statement|remarks|speech|address|provisional|agenda|\w+ in brief|news in brief|unofficial translation|original: \w+|.{2,30} local time)[)\]]?:?$",
        r"(?i)^(?:at )?\d{1,2}(?:[:.]\d{2})?\s*(?:a\.?m\.?|p\.?m\.?|noon|gmt|utc|h)(?:\s+\S+){0,3}$",
    ])
});

/// What happened in the room, in a record of a meeting.
static PROCEEDINGS: LazyLock<Regex> = LazyLock::new(|| {
    expression(
        r"^(?i:the|whereupon,? the) (?i:meeting|session|committee|council|hearing|sitting|assembly|debate|house|briefing|call)\s(?i:was|were|rose|adjourned|resumed|met|recessed|stood|is)\b.{0,120}\d.{0,20}$",
    )
});

/// Signs before the items of a list.
const BULLETS: [char; 15] = [
    '•', '‣', '◦', '▪', '▫', '●', '○', '■', '□', '►', '▶', '✓', '✔', '·', '∙',
];
/// Signs that stand before items too, if a space follows.
const DASHES: [char; 6] = ['-', '*', '–', '—', '―', '−'];

/// The bytes of the sign before the item of a list.
pub(super) fn bullet(line: &str) -> Option<usize> {
    let sign = line.chars().next()?;
    let rest = &line[sign.len_utf8()..];
    let spaced = rest.starts_with([' ', '\t', '\u{A0}']);
    let is_item = BULLETS.contains(&sign) || DASHES.contains(&sign) && spaced;
    (is_item && rest.chars().any(char::is_alphanumeric)).then_some(sign.len_utf8())
}

/// The bytes of a dash that is glued to what stands behind it: `—Two of them left.`
pub(super) fn glued_dash(line: &str) -> Option<usize> {
    let rest = line.strip_prefix(['—', '–'])?;
    rest.starts_with(char::is_alphanumeric)
        .then(|| line.len() - rest.len())
}

/// Whether a line names who wrote the article.
pub(super) fn is_byline(line: &str) -> bool {
    line.len() <= 160 && BYLINE.is_match(line)
}

/// Whether a paragraph speaks to editors and readers about the article.
pub(super) fn is_note(paragraph: &str) -> bool {
    let first = paragraph
        .split(|character: char| !character.is_alphabetic())
        .next()
        .unwrap_or("");
    let may_be = paragraph.starts_with(['(', '[', '*'])
        || NOTE_WORDS
            .iter()
            .any(|word| word.eq_ignore_ascii_case(first));
    paragraph.len() <= 400 && may_be && NOTES.is_match(paragraph)
}

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

/// Whether a line is the catch line by which an agency files an article.
pub(super) fn is_slug(line: &str) -> bool {
    line.len() <= 80 && SLUG.is_match(line)
}

/// Whether a line is a label with what it labels, or a day.
pub(super) fn is_header(line: &str) -> bool {
    line.len() <= 140
        && (LABELLED.is_match(line)
            || line.contains(|character: char| character.is_ascii_digit())
                && DAY_LINE.is_match(line))
}

/// Whether a line at the top is of the occasion: what the text is, when and where.
pub(super) fn is_occasion(line: &str) -> bool {
    line.len() <= 100
        && (OCCASION.is_match(line)
            || super::day_in(line).is_some()
                && line.split_whitespace().count() <= 12
                && (!line.ends_with('.') || line.ends_with(".m.")))
}

/// Whether a paragraph tells what happened in the room: in brackets, or as a record has it.
pub(super) fn is_direction(paragraph: &str) -> bool {
    let bracketed = |open: char, close: char| {
        paragraph.starts_with(open)
            && paragraph.trim_end_matches('.').ends_with(close)
            && paragraph.matches(open).count() == 1
    };
    paragraph.len() <= 240 && (bracketed('(', ')') || bracketed('[', ']'))
        || is_proceedings(paragraph)
}

/// Whether a paragraph says that a meeting began or ended, and when.
pub(super) fn is_proceedings(paragraph: &str) -> bool {
    paragraph.len() <= 240 && PROCEEDINGS.is_match(paragraph)
}

/// Whether a paragraph begins with a label, as the turn of a speaker does.
pub(super) fn has_label(paragraph: &str) -> bool {
    let head = &paragraph.as_bytes()[..paragraph.len().min(LABEL_BYTES)];
    let question = paragraph.starts_with(['Q', 'A'])
        && matches!(head.get(1), Some(b' ' | b'\t' | b':' | b'.'));
    let closed = || memchr::memchr2(b':', b'\xE2', head).is_some();
    (question || paragraph.starts_with(char::is_uppercase) && closed())
        && (question && asks(paragraph) || label_end(paragraph).is_some())
        && (!paragraph.starts_with("A ") || paragraph.starts_with("A  "))
        && !is_caption(paragraph.split(':').next().unwrap_or_default())
}

/// Whether `Q` or `A`, with or without a stop, stands before something.
fn asks(paragraph: &str) -> bool {
    let rest = paragraph[1..]
        .strip_prefix(['.', ':'])
        .unwrap_or(&paragraph[1..]);
    let words = rest.trim_start_matches([' ', '\t']);
    words.len() < rest.len()
        && !words.trim_start().is_empty()
        && !words.starts_with(char::is_whitespace)
}

/// Behind the colon, or the stop and dash, of a label of at most so many signs.
fn label_end(paragraph: &str) -> Option<usize> {
    let ended = |rest: &str| rest.is_empty() || rest.starts_with([' ', '\t', '\n']);
    for (at, sign) in paragraph.char_indices().take(LABEL_SIGNS).skip(1) {
        let rest = &paragraph[at + sign.len_utf8()..];
        if sign == ':' {
            return ended(rest).then_some(at + 1);
        }
        if sign == '.' {
            let dash = rest.strip_prefix([' ', '\t']).unwrap_or(rest);
            if dash.strip_prefix(['—', '–']).is_some_and(ended) {
                return Some(at + 1);
            }
        }
        // Combining marks of any script are no letters, and no ASCII.
        let punctuation =
            matches!(sign, '\u{2000}'..='\u{206f}' | '\u{3000}'..='\u{303f}' | '«' | '»');
        let may_be = sign.is_alphanumeric()
            || matches!(sign, '.' | '\'' | '’' | '(' | ')' | ' ' | '-')
            || !sign.is_ascii() && !punctuation && !sign.is_whitespace();
        if !may_be {
            return None;
        }
    }
    None
}

/// Whether a line is nothing but the names of people.
pub(super) fn is_names(line: &str) -> bool {
    line.len() <= 80
        && line.chars().any(char::is_lowercase)
        && line
            .split(", ")
            .flat_map(|names| names.split(" and "))
            .all(|name| {
                let words = name.split_whitespace().count();
                let capital = |word: &str| {
                    word.starts_with(char::is_uppercase)
                        || ["de", "van", "von", "bin", "al"].contains(&word)
                };
                (2..=4).contains(&words)
                    && name.split_whitespace().all(capital)
                    && !name.contains(|character: char| {
                        character.is_ascii_digit() || ":;?!\"".contains(character)
                    })
            })
}

/// The largest number before the item of a list.
pub(super) const MOST_ITEMS: usize = 999;

/// The number before the item of a list, and the bytes that it takes with its stop.
pub(super) fn item_number(paragraph: &str) -> Option<(usize, usize)> {
    let digits = paragraph.find(|character: char| !character.is_ascii_digit())?;
    let number = paragraph
        .get(..digits)?
        .parse()
        .ok()
        .filter(|_| digits <= 3)?;
    let rest = &paragraph[digits..];
    (rest.starts_with(['.', ')']) && rest[1..].starts_with([' ', '\t', '\u{A0}']))
        .then_some((number, digits + 1))
}

/// The most bytes in a column that nothing but spaces divides from the next.
const WIDEST_COLUMN: usize = 60;

/// Whether a line is a row of a table: columns apart, and a number in one.
pub(super) fn is_table_row(line: &str) -> bool {
    let bytes = line.as_bytes();
    if memchr::memchr2(b'\t', b'|', bytes).is_none() && memmem::find(bytes, b"   ").is_none() {
        return false;
    }
    let columns = line
        .split(['\t', '|'])
        .flat_map(|cell| cell.split("   "))
        .filter(|cell| !cell.trim().is_empty());
    let columns: Vec<&str> = columns.collect();
    // Prose that has spaces where its dashes were.
    if !line.contains(['\t', '|']) && columns.iter().any(|cell| cell.len() > WIDEST_COLUMN) {
        return false;
    }
    columns.len() >= 3
        || columns.len() == 2
            && columns[1]
                .trim()
                .starts_with(|c: char| c.is_ascii_digit() || "+-$€£".contains(c))
}
