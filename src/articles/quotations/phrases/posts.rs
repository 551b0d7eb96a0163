//! Offices that words join to where their bearers are, or to whom they serve.

use super::super::speakers::places::place_at;
use super::super::words::{Kind, Token};

/// Whether a word joins an office to where or whom its bearer serves, with the name behind: `Ambassador to Lutonia Ben
/// Marsh`, `UN Coordinator in Kenya Ben Marsh`, `Assistant to the President for Harbours Ben Marsh`.
pub(super) fn is_posted(tokens: &[Token<'_>], at: usize) -> bool {
    let names = |from: usize| {
        let rest = tokens.get(from..).unwrap_or_default().iter();
        rest.take_while(|token| token.kind == Kind::Name).count()
    };
    let envoy = || at > 0 && tokens[at - 1].any(words!["ambassador", "envoy", "representative"]);
    match tokens[at].kind {
        Kind::Word if tokens[at].is_word("to") => {
            envoy() && names(at + 1) > 2 || serves(tokens, at)
        }
        Kind::Word if tokens[at].is_word("in") => {
            place_of_office(tokens, at).is_some_and(|behind| names(behind) > 1)
        }
        Kind::Word if tokens[at].any(words!["the", "on"]) => serves(tokens, at),
        _ => false,
    }
}

/// Where a name may begin behind the place of an office that "in" joins to it: `UN Coordinator in South Sudan Ben Marsh`.
pub(in crate::articles::quotations) fn place_of_office(
    tokens: &[Token<'_>],
    joint: usize,
) -> Option<usize> {
    let office = &tokens[joint.checked_sub(1)?];
    let held = office.kind == Kind::Name
        && office.any(words![
            "coordinator",
            "co-ordinator",
            "representative",
            "director",
            "ambassador",
            "envoy",
            "commissioner",
            "consul",
            "commander"
        ]);
    let first = tokens
        .get(joint + 1)
        .filter(|token| token.kind == Kind::Name)?;
    let second = tokens.get(joint + 2).map(|token| token.text);
    let (place, words) = place_at(first.text, second).filter(|_| held)?;
    (!place.people).then_some(joint + 1 + words)
}

/// Whether a word joins the parts of the office of one who serves another office, with the name behind.
fn serves(tokens: &[Token<'_>], at: usize) -> bool {
    const LONGEST_OFFICE: usize = 6;
    let mut near = (at.saturating_sub(LONGEST_OFFICE)..=at).rev();
    let to = near.find(|at| tokens[*at].is_word("to"));
    let Some(office) = to.and_then(|to| served_office(tokens, to)) else {
        return false;
    };
    let names = |from: usize| {
        let rest = tokens[from..].iter();
        from + rest.take_while(|token| token.kind == Kind::Name).count()
    };
    let end = names(office);
    let field = tokens
        .get(end)
        .is_some_and(|joint| joint.kind == Kind::Word && joint.any(words!["on", "for"]));
    let last = if field { end + 1 } else { office };
    at <= last && names(last) > last + 2
}

/// Where an office begins whose bearer another serves, behind "to the": `Adviser to the Prime Minister`.
pub(in crate::articles::quotations) fn served_office(
    tokens: &[Token<'_>],
    to: usize,
) -> Option<usize> {
    let noun = &tokens[to.checked_sub(1)?];
    let the = tokens.get(to + 1).is_some_and(|next| next.is_word("the"));
    let serving = noun.kind == Kind::Name
        && noun.any(words![
            "assistant",
            "adviser",
            "advisor",
            "aide",
            "counsellor",
            "secretary"
        ]);
    let office = tokens
        .get(to + 2)
        .is_some_and(|office| office.kind == Kind::Name);
    (tokens[to].is_word("to") && the && serving && office).then_some(to + 2)
}
