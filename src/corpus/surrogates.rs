//! Surrogates: escapes in JSON that stand for half a character, as dumps of cut texts have them.

/// An escape as it is written: `\ud83d`.
const ESCAPE: usize = 6;

/// A line of JSON in which U+FFFD stands for each surrogate without its other half, and where the
/// first of them begins, in bytes; none if there is none.
pub(super) fn mended(line: &str) -> Option<(usize, String)> {
    let bytes = line.as_bytes();
    let mut halves = Vec::new();
    let mut at = 0;
    while let Some(next) = memchr::memchr(b'\\', &bytes[at..]) {
        at += next;
        at += match (unit(bytes, at), unit(bytes, at + ESCAPE)) {
            (Some(0xD800..=0xDBFF), Some(0xDC00..=0xDFFF)) => 2 * ESCAPE,
            (Some(0xD800..=0xDFFF), _) => {
                halves.push(at);
                ESCAPE
            }
            // What is escaped can itself be a backslash.
            _ => 2,
        };
        at = at.min(bytes.len());
    }
    let first = *halves.first()?;
    let mut mended = line.to_owned();
    for at in halves {
        mended.replace_range(at..at + ESCAPE, "\\ufffd");
    }
    Some((first, mended))
}

/// The code unit that is escaped here, if one is.
fn unit(bytes: &[u8], at: usize) -> Option<u16> {
    let digits = bytes.get(at..at + ESCAPE)?.strip_prefix(b"\\u")?;
    let digits = std::str::from_utf8(digits).ok()?;
    let all = digits.bytes().all(|digit| digit.is_ascii_hexdigit());
    all.then(|| u16::from_str_radix(digits, 16).ok())?
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// The text that code units are, by the decoder of Rust itself.
    fn expected(units: &[u16]) -> String {
        String::from_utf16_lossy(units)
    }

    /// Units of halves, of characters, of backslashes and quotes.
    fn unit_of_any_kind() -> impl Strategy<Value = u16> {
        prop_oneof![
            0xD7FE_u16..=0xE001,
            Just(0xD83D),
            Just(0xDE00),
            Just(u16::from(b'\\')),
            Just(u16::from(b'"')),
            Just(u16::from(b'u')),
        ]
    }

    proptest! {
        #[test]
        fn a_mended_line_says_what_its_units_say_without_the_lone_ones(
            units in prop::collection::vec(unit_of_any_kind(), 0..9),
        ) {
            let escaped = |unit: &u16| match *unit {
                0x5C => "\\\\".to_owned(),
                0x22 => "\\\"".to_owned(),
                0x75 => "u".to_owned(),
                unit => format!("\\u{unit:04X}"),
            };
            let line = format!("\"{}\"", units.iter().map(escaped).collect::<String>());
            let found = mended(&line);
            let text = found.as_ref().map_or(&line, |(_, mended)| mended);
            let read: String = serde_json::from_str(text).expect("JSON without lone surrogates");
            prop_assert_eq!(read, expected(&units));
            prop_assert_eq!(found.is_some(), String::from_utf16(&units).is_err());
        }
    }
}
