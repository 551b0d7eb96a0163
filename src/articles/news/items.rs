//! List items by their signs and numbers, and rows of tables.

use memchr::memmem;

/// Signs before the items of a list.
const BULLETS: [char; 19] = [
    '→', '➤', '❖', '✦', '•', '‣', '◦', '▪', '▫', '●', '○', '■', '□', '►', '▶', '✓', '✔', '·', '∙',
];

/// Signs that stand before items too, if a space follows.
const DASHES: [char; 6] = ['-', '*', '–', '—', '―', '−'];

/// The bytes of the sign before the item of a list.
pub(super) fn bullet(line: &str) -> Option<usize> {
    let sign = line.chars().next()?;
    let bytes = if line.starts_with("--") {
        2
    } else {
        sign.len_utf8()
    };
    let rest = &line[bytes..];
    let spaced = rest.starts_with([' ', '\t', '\u{A0}']);
    // Who is interrupted goes on so: `-- but I came late.`
    let goes_on = bytes == 2 && sign == '-' && rest.trim_start().starts_with(char::is_lowercase);
    let is_item = BULLETS.contains(&sign) || DASHES.contains(&sign) && spaced && !goes_on;
    (is_item && rest.chars().any(char::is_alphanumeric)).then_some(bytes)
}

/// The bytes of a dash that is glued to what stands behind it: `—Two of them left.`
pub(super) fn glued_dash(line: &str) -> Option<usize> {
    let rest = line.strip_prefix(['—', '–'])?;
    rest.starts_with(char::is_alphanumeric)
        .then(|| line.len() - rest.len())
}

/// Signs that stand before the items of a list, and elsewhere too: a list has more than one of them.
const RARE_BULLETS: [&str; 7] = ["o", "+", ">", "»", "->", "=>", "--"];

/// The bytes of a sign that stands before an item, if others beside it have the same: `o the first`, `-- the second`.
pub(super) fn rare_bullet(line: &str) -> Option<usize> {
    if !line.starts_with(['o', '+', '>', '»', '-', '=']) {
        return None;
    }
    let (sign, rest) = line.split_once([' ', '\t', '\u{A0}'])?;
    (RARE_BULLETS.contains(&sign) && rest.chars().any(char::is_alphanumeric)).then_some(sign.len())
}

/// Whether two lines begin with the same sign that stands before items.
pub(super) fn share_bullet(line: &str, other: &str) -> bool {
    let sign = |line| rare_bullet(line);
    sign(line).is_some_and(|bytes| sign(other) == Some(bytes) && line[..bytes] == other[..bytes])
}

/// The largest number before the item of a list.
pub(super) const MOST_ITEMS: usize = 999;

/// Where the letters before items stand among the numbers, and the small Roman numbers.
const LETTERS: usize = 900;
const ROMANS: usize = 940;
/// Small Roman numbers, from one on.
const ROMAN: [&str; 15] = [
    "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii", "xiii", "xiv", "xv",
];

/// Whether a number is that of the first item of a list: `1.`, `a)`, `(i)`.
pub(super) const fn is_first_item(number: usize) -> bool {
    number == 1 || number == LETTERS + 1 || number == ROMANS + 1
}

/// The number before the item of a list, and the bytes that it takes with its stop or brackets: `1.`, `(1)`, `a)`.
pub(super) fn item_number(paragraph: &str) -> Option<(usize, usize)> {
    item_numbers(paragraph)[0]
}

/// The same as a number or a letter, and as a small Roman number: `i)` may be either.
pub(super) fn item_numbers(paragraph: &str) -> [Option<(usize, usize)>; 2] {
    let bare = paragraph.strip_prefix('(').unwrap_or(paragraph);
    let bytes = bare.bytes();
    let signs = match bare.bytes().next() {
        Some(b'0'..=b'9') => bytes.take_while(u8::is_ascii_digit).count(),
        Some(b'a'..=b'z') => bytes.take_while(u8::is_ascii_lowercase).count(),
        _ => return [None; 2],
    };
    let (label, rest) = bare.split_at(signs);
    let opened = bare.len() < paragraph.len();
    let closed = rest.starts_with(')') || !opened && rest.starts_with('.');
    if label.len() > LABEL || !closed || !rest[1..].starts_with([' ', '\t', '\u{A0}']) {
        return [None; 2];
    }
    let bytes = paragraph.len() - rest.len() + 1;
    let letter = || {
        let letter = label.bytes().next().filter(|_| label.len() == 1)?;
        Some(LETTERS + usize::from(letter.checked_sub(b'a')?) + 1)
    };
    let number = label.parse().ok().filter(|_| label.len() <= DIGITS);
    let roman = ROMAN.iter().position(|roman| *roman == label);
    [
        number.or_else(letter).map(|number| (number, bytes)),
        roman.map(|place| (ROMANS + place + 1, bytes)),
    ]
}

/// The most digits of a number, and the most signs of a label, before an item.
const DIGITS: usize = 3;
const LABEL: usize = 4;

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
