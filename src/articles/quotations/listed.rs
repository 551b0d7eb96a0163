//! Lists of what somebody says: `The keepers demand:`, and an item a line below.

use std::ops::Range;

use super::find::{Flow, Found};
use crate::articles::zones::ZoneKind;

/// The signs of items.
const BULLETS: [char; 9] = ['-', '•', '*', '–', '—', '·', '▪', '►', '‣'];

/// Whether an item of a list begins here, behind its bullet or its number.
pub(super) fn is_item(text: &str, start: usize) -> bool {
    let line = text[..start].rsplit('\n').next().unwrap_or_default().trim();
    let number = line.strip_suffix(['.', ')']);
    line.chars().count() == 1 && line.starts_with(BULLETS)
        || number.is_some_and(|number| {
            (1..=2).contains(&number.len()) && number.bytes().all(|sign| sign.is_ascii_digit())
        })
}

/// An item without the sign that divides it from the next.
pub(super) fn item(text: &str, said: Range<usize>) -> Range<usize> {
    let words = &text[said.clone()];
    let bare = words.trim_end_matches([';', ',', '.']);
    // `…; and`
    let bare = bare.strip_suffix("; and").unwrap_or(bare);
    said.start..said.start + bare.len()
}

/// Takes an item as what the sentence above the list says is told, as it took the one before.
pub(super) fn go_on(text: &str, said: Range<usize>, flow: &mut Flow, found: &mut Found) {
    let Some(record) = flow.listed.take() else {
        return;
    };
    let marked = text[said.clone()].starts_with(['"', '“', '‘', '«']);
    if flow.zone != Some(ZoneKind::Paragraph) || marked || !is_item(text, said.start) {
        return;
    }
    let content = &mut found.records[record].quotation.content;
    content.push(item(text, said));
    flow.listed = Some(record);
    flow.within = Some(record);
}
