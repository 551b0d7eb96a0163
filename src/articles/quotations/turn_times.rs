//! Times beside the labels of turns, as recordings have them: `[00:01] Ida Vell: …`, `Ida Vell (00:01): …`.

/// The most digits of the first part of a time, and of each part behind a colon.
const HOUR_DIGITS: usize = 2;
const DIGITS: usize = 2;

/// The bytes of the time at the head of a paragraph with the space behind it: none unless a capital follows.
pub(in crate::articles) fn time_before(words: &str) -> usize {
    let open = usize::from(words.starts_with(['[', '(']));
    let time = time(&words[open..]);
    if time == 0 {
        return 0;
    }
    let behind = &words[open + time..];
    let closed = behind.strip_prefix([']', ')']);
    let Some(behind) = closed.or_else(|| (open == 0).then_some(behind)) else {
        return 0;
    };
    let rest = behind.trim_start_matches([' ', '\t']);
    if rest.len() < behind.len() && rest.starts_with(char::is_uppercase) {
        words.len() - rest.len()
    } else {
        0
    }
}

/// Where the colon of a label stands, from a byte on: behind the time in brackets, if there is one.
pub(super) fn colon(top: &str, from: usize) -> Option<usize> {
    let first = memchr::memchr(b':', &top.as_bytes()[from..])? + from;
    let before = &top.as_bytes()[from..first];
    let within = memchr::memrchr2(b'[', b'(', before).map(|at| from + at + 1);
    let behind = within.and_then(|start| {
        let end = start + time(&top[start..]);
        (end > start && closes(&top[end..])).then_some(end + 1)
    });
    Some(behind.unwrap_or(first))
}

fn closes(behind: &str) -> bool {
    behind.starts_with("]:") || behind.starts_with("):")
}

/// The bytes of a time: `0:04`, `00:00:04`, `00:00:04.120`.
fn time(words: &str) -> usize {
    let digits = |from: usize| {
        let bytes = words.as_bytes()[from..].iter();
        bytes.take_while(|byte| byte.is_ascii_digit()).count()
    };
    let mut end = digits(0);
    if !(1..=HOUR_DIGITS).contains(&end) {
        return 0;
    }
    let mut parts = 0;
    while words[end..].starts_with(':') && digits(end + 1) == DIGITS {
        end += 1 + DIGITS;
        parts += 1;
    }
    if words[end..].starts_with(['.', ',']) && digits(end + 1) > 0 {
        end += 1 + digits(end + 1);
    }
    if (1..=2).contains(&parts) { end } else { 0 }
}
