//! Those who are introduced by the network that they work for: `CNN's Ida Vell`, whom the article then calls the host.

use crate::articles::quotations::names::{Mention, Mentioned};
use crate::articles::quotations::word_list::WordList;

/// Radio and television in whose programmes people are asked.
const NETWORKS: WordList = WordList::new(&[
    "cnn",
    "msnbc",
    "cnbc",
    "nbc",
    "abc",
    "cbs",
    "fox",
    "fox news",
    "pbs",
    "npr",
    "c-span",
    "newsmax",
    "univision",
    "telemundo",
    "bbc",
    "itv",
    "sky news",
    "lbc",
    "channel 4",
    "al jazeera",
    "ndtv",
]);

/// What those are who are told so.
pub(super) const ON_AIR: &str = "host anchor presenter moderator interviewer journalist";

/// Whether a name stands behind that of a network to which its bearer belongs, without an office.
pub(super) fn is_on_air(text: &str, mention: &Mention) -> bool {
    let before = &text[..mention.span.start];
    let owner = ["'s ", "’s ", "s' ", "s’ "].iter().find_map(|owns| {
        let stem = before.strip_suffix(owns)?;
        // `Fox News’ Ida Vell`
        Some(if owns.starts_with('s') {
            &before[..=stem.len()]
        } else {
            stem
        })
    });
    let Some(owner) = owner.filter(|_| mention.kind == Mentioned::Name && mention.title.is_none())
    else {
        return false;
    };
    let mut words = owner.rsplitn(3, [' ', '\n']);
    let (last, first) = (words.next().unwrap_or_default(), words.next());
    NETWORKS.has(last) || first.is_some_and(|first| NETWORKS.has(&format!("{first} {last}")))
}
