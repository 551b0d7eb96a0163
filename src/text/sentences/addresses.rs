//! What stands between sentences of messages and pages: addresses, times, faces, notes.

use std::ops::Range;

use crate::text::head;

/// The marks behind an address that are none of it.
const BEHIND: [char; 10] = ['.', ',', ';', ':', '!', '?', ')', '"', '\'', ']'];

/// The end of the address of which a mark is part, and whether a sentence ends there: where white space
/// follows and then a capital, a digit or another address.
pub(super) fn address(text: &str, at: usize) -> (usize, bool) {
    let rest = &text[at..];
    let length = rest.find(char::is_whitespace).unwrap_or(rest.len());
    let address = rest[..length].trim_end_matches(BEHIND);
    let next = rest[length..].trim_start();
    let begins = next.starts_with(|first: char| first.is_uppercase() || first.is_ascii_digit());
    let ends = begins || next.starts_with("http");
    (at + address.len(), address.len() == length && ends)
}

/// The length of a face such as `:-)` at the beginning; 0 if there is none.
pub(super) fn face(text: &str) -> usize {
    let bytes = head(text, 8).as_bytes();
    let [b':' | b';' | b'=', rest @ ..] = bytes else {
        return 0;
    };
    let nose = usize::from(matches!(rest, [b'-' | b'o' | b'\'' | b'^', ..]));
    let mouths = rest[nose..].iter();
    let mouths = mouths
        .take_while(|mouth| b")(DPp|]/\\".contains(mouth))
        .count();
    let end = 1 + nose + mouths;
    let alone = bytes.get(end).is_none_or(u8::is_ascii_whitespace);
    if mouths > 0 && alone { end } else { 0 }
}

/// The length of notes such as `23` or ` [2] [a]` behind a stop; 0 if there are none.
pub(super) fn notes(text: &str, before: &str) -> usize {
    let digits = head(text, 4).bytes().take_while(u8::is_ascii_digit).count();
    let spaced = text
        .as_bytes()
        .get(digits)
        .is_none_or(u8::is_ascii_whitespace);
    let word = |mark: char| mark.is_lowercase() || matches!(mark, ')' | '”');
    if (1..=3).contains(&digits) && spaced && before.ends_with(word) {
        return digits;
    }
    let mut end = 0;
    while let Some(note) = text[end..].trim_start_matches(' ').strip_prefix('[') {
        let label = head(note, 24)
            .split_once(']')
            .map_or("", |(label, _)| label);
        let number = label.bytes().all(|byte| byte.is_ascii_digit());
        if label.is_empty() || !(number || label.len() == 1 || label.ends_with("needed")) {
            break;
        }
        end = text.len() - note.len() + label.len() + 1;
    }
    end
}

/// The date and time around the colon of a time, as they stand over messages: `03/04/2031 08:15 AM`.
pub(super) fn time_stamp(text: &str, colon: usize) -> Option<Range<usize>> {
    let bytes = text.as_bytes();
    let mut end = colon;
    while matches!(bytes[end..], [b':', b'0'..=b'9', b'0'..=b'9', ..]) {
        end += 3;
    }
    if matches!(bytes[end..], [b' ', b'A' | b'P', b'M', ..]) {
        end += 3;
    }
    let begin = colon.saturating_sub("03/04/2031 08".len());
    let before = &bytes[begin..colon];
    let hour = before.iter().rposition(|byte| *byte == b' ')?;
    let outside = |byte: &u8| !byte.is_ascii_digit() && *byte != b'/';
    let start = before[..hour]
        .iter()
        .rposition(outside)
        .map_or(0, |at| at + 1);
    let date = &before[start..hour];
    let parts = date.split(|byte| *byte == b'/').count();
    let clock = end > colon && before[hour + 1..].iter().all(u8::is_ascii_digit);
    let followed = bytes.get(end) == Some(&b' ');
    (clock && followed && parts == 3 && date.len() > 5).then_some(begin + start..end)
}
