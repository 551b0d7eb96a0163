//! Offices for a field, before the field and the name: `Minister of Trade, Industry and Supply Iris Vane`.

use std::ops::Range;

use super::super::lexicon::Class;
use super::super::phrases::{is_particle, is_verb, place_of_office, served_office};
use super::super::spelling::is_in_capitals;
use super::super::word_list::WordList;
use super::super::words::{Kind, Token};
use super::holders::field_end;
use super::titles::opens_name;
use super::{given_in_small, is_small};

/// Where the office begins whose field or place a run goes on with: `Minister of`, `Secretary of State
/// for`, `Ambassador to`.
pub(super) fn office_before(tokens: &[Token<'_>], start: usize) -> Option<usize> {
    if let Some(noun) = serving_before(tokens, start) {
        return Some(office_start(tokens, noun));
    }
    let mut of = start.checked_sub(1)?;
    of -= usize::from(of > 0 && tokens[of].is_word("the"));
    // `Minister of Trade and Industry`, `Minister of Trade, Industry and Supply`
    if of >= 2 && tokens[of].is_word("and") {
        of -= usize::from(tokens[of - 1].is_mark(','));
        while of >= 2
            && (tokens[of].is_word("and") || tokens[of].is_mark(','))
            && tokens[of - 1].kind == Kind::Name
        {
            let last = of;
            of -= 1;
            while of > 0 && tokens[of].kind == Kind::Name && !is_small(&tokens[of]) {
                of -= 1;
            }
            if tokens[of].is_mark(',') && !is_field_list(&tokens[of + 1..last]) {
                return None;
            }
        }
    }
    let joint = tokens[of].any(words!["of", "for", "to"]) && tokens[of].kind == Kind::Word;
    let noun = of.checked_sub(1).filter(|_| joint)?;
    // `Secretary of State for`
    if noun >= 2 && tokens[noun - 1].is_word("of") && is_ministerial(&tokens[noun - 2]) {
        return office_before(tokens, noun);
    }
    // `Head of the Republic of`
    if tokens[noun].any(words!["republic", "kingdom"]) && tokens[of].is_word("of") {
        return office_before(tokens, noun);
    }
    // `a spokesman for Ms. Vell` is another.
    let titled =
        tokens[noun].is(Class::TITLE) && tokens[of].is_word("of") || is_ministerial(&tokens[noun]);
    // `Permanent Representative of Kenya to the United Nations`
    let outer = !titled && tokens[noun].kind == Kind::Name && noun > 1 && tokens[of].is_word("to");
    if outer {
        return office_before(tokens, noun).filter(|_| tokens[noun - 1].is_word("of"));
    }
    titled.then(|| office_start(tokens, noun))
}

/// The office of one who serves another office, before it or before the field behind that: `Adviser to the President on
/// Trade`.
fn serving_before(tokens: &[Token<'_>], start: usize) -> Option<usize> {
    let joint = start.checked_sub(1)?;
    let field = tokens[joint].kind == Kind::Word && tokens[joint].any(words!["on", "for"]);
    let served = if field {
        let own = tokens[..joint].iter().rev();
        joint - own.take_while(|token| token.kind == Kind::Name).count()
    } else {
        start
    };
    let to = served.checked_sub(2)?;
    (served_office(tokens, to) == Some(served)).then(|| to - 1)
}

/// Where the office begins in whose place its bearer is, before the name behind: `UN Coordinator in Kenya`.
pub(super) fn office_in_place(tokens: &[Token<'_>], start: usize) -> Option<usize> {
    let joint = (start.saturating_sub(3)..start)
        .rev()
        .find(|at| tokens[*at].is_word("in"))?;
    let held = place_of_office(tokens, joint) == Some(start);
    held.then(|| office_start(tokens, joint - 1))
}

/// Where an office begins of which this is the noun: `Permanent Representative`.
fn office_start(tokens: &[Token<'_>], noun: usize) -> usize {
    let mut office = noun;
    while office > 0
        && noun - office < LONGEST_OFFICE
        && (tokens[office - 1].kind == Kind::Name && !is_small(&tokens[office - 1])
            || tokens[office - 1].any(words!["special", "permanent", "deputy"]))
    {
        office -= 1;
    }
    office
}

/// The longest office before "of", in words.
const LONGEST_OFFICE: usize = 6;

/// Where the name begins behind the field of an office: `Minister of Water Resources Wei Shouren`.
pub(super) fn portfolio_end(tokens: &[Token<'_>], run: &Range<usize>) -> usize {
    let known = |at: usize| given_in_small(tokens[at].text).is_some();
    let names = run.len() >= 3
        && tokens[run.clone()]
            .iter()
            .all(|token| token.kind == Kind::Name || is_particle(token))
        && !known(run.start);
    if !names {
        return run.start;
    }
    let of_office = office_before(tokens, run.start)
        .is_some_and(|office| tokens[office..run.start].iter().any(is_ministerial));
    let posted = !of_office && post_before(tokens, run.start).is_some();
    // What stands behind a title is the name: `Controller of Budget Dr Iris Vane`.
    let titled = tokens[run.clone()].iter().any(opens_name) || tokens[run.start].text == "Charge";
    if !of_office && !posted || titled {
        return run.start;
    }
    let behind_field = field_end(tokens, run);
    let start = behind_field.or_else(|| (run.start + 1..run.end - 1).find(|at| known(*at)));
    // `Minister of Harbours Bill Marsh`
    let nobody = |at: &usize| {
        tokens[at + usize::from(known(*at))..run.end]
            .iter()
            .any(|token| token.is(Class::SPEAKER) && token.text != "Son")
    };
    let first = || {
        let last = run.end - 2;
        let free = !tokens[run.start - 1].is_word("the") || is_union(&tokens[run.start..last]);
        (!posted && free).then_some(last)
    };
    let found = start.or_else(first).filter(|at| !nobody(at));
    found.map_or(run.start, |at| {
        before_particles(tokens, run, behind_initials(tokens, run, at))
    })
}

/// Whether words are what an envoy is sent to: `the UN`, `the United Nations`.
fn is_union(words: &[Token<'_>]) -> bool {
    let short = |token: &Token<'_>| token.text.len() > 1 && is_in_capitals(token.text);
    match words {
        [one] => short(one),
        [_, last] => last.any(words!["nations", "union", "see"]),
        _ => false,
    }
}

/// Where a name begins whose initials have no stops: `India D Y Vell`.
fn behind_initials(tokens: &[Token<'_>], run: &Range<usize>, mut start: usize) -> usize {
    while start > run.start + 1 && tokens[start - 1].text.len() == 1 {
        start -= 1;
    }
    start
}

/// Where a name begins with what stands before its small words: `Karim bin Ali Sadi`, of which `Ali` is known.
pub(super) fn before_particles(tokens: &[Token<'_>], run: &Range<usize>, start: usize) -> usize {
    let mut at = start;
    while at > run.start + 2 && is_particle(&tokens[at - 1]) {
        at -= 1;
    }
    if at < start { at - 1 } else { start }
}

/// Where the last of several fields begins that an office is for, if this is where the first does: `Minister of Trade,
/// Industry and Supply Iris Vane`.
pub(super) fn fields_behind(tokens: &[Token<'_>], start: usize) -> Option<usize> {
    start.checked_sub(2).filter(|noun| {
        tokens[noun + 1].any(words!["of", "for"]) && is_ministerial(&tokens[*noun])
    })?;
    let names = |from: usize| {
        let own = |token: &&Token<'_>| token.kind == Kind::Name && !is_small(token);
        let rest = tokens.get(from..).unwrap_or_default();
        from + rest.iter().take_while(own).count()
    };
    let mut end = names(start);
    let first = end;
    if !is_field_list(&tokens[start..end]) {
        return None;
    }
    while tokens.get(end)?.is_mark(',') && !tokens.get(end + 1)?.is_word("and") {
        let next = names(end + 1);
        if !is_field_list(&tokens[end + 1..next]) {
            return None;
        }
        end = next;
    }
    let comma = usize::from(tokens.get(end)?.is_mark(','));
    let last = end + comma + 1;
    let joined = end > first && tokens.get(end + comma)?.is_word("and");
    let own = &tokens[last..names(last)];
    let held = own.iter().any(|token| token.is(Class::PERSON));
    // `Supply Iris Vane`
    (joined && own.len() > 2 && !held).then_some(last)
}

/// The most words of a field in a list of them.
const LONGEST_FIELD: usize = 3;

/// Whether words may be one field of several for which an office is: no name of anybody, no office.
fn is_field_list(words: &[Token<'_>]) -> bool {
    (1..=LONGEST_FIELD).contains(&words.len())
        && given_in_small(words[0].text).is_none()
        && !words.iter().any(|token| token.is(Class::PERSON))
}

/// Where a post without an article begins before the place where it is held: `media in-charge for Oban`.
pub(super) fn post_before(tokens: &[Token<'_>], start: usize) -> Option<usize> {
    const POSTS: WordList = WordList::new(&[
        "in-charge",
        "incharge",
        "coordinator",
        "co-ordinator",
        "convener",
        "convenor",
        "organiser",
        "organizer",
        "manager",
        "administrator",
        "superintendent",
        "registrar",
        "supervisor",
        "commandant",
        "collector",
        "magistrate",
        "controller",
        "warden",
        "dean",
        "principal",
    ]);
    let noun = start.checked_sub(2)?;
    // `Special Agent in Charge Iris Vane`
    let charge = tokens[start].text == "Charge" && tokens[noun + 1].is_word("in");
    let joined = tokens[noun + 1].any(words!["for", "of", "in", "at"]);
    let told = |at: &usize| {
        let token = &tokens[*at];
        let plain =
            token.kind == Kind::Word && token.readings().is_empty() && !is_verb(tokens, *at);
        token.kind == Kind::Name && !is_small(token)
            || plain
                && !token.is(Class::PREPOSITION
                    .or(Class::AND)
                    .or(Class::DETERMINER)
                    .or(Class::POSSESSIVE))
    };
    let before = (noun.saturating_sub(4)..noun)
        .rev()
        .take_while(told)
        .count();
    let office = noun - before;
    let article = office > 0 && tokens[office - 1].is(Class::DETERMINER.or(Class::POSSESSIVE));
    let post = charge && tokens[noun].is(Class::PERSON) || tokens[noun].any(&POSTS);
    (joined && !article && post).then_some(office)
}

/// Nouns for those who hold an office for a field.
const MINISTERIAL: WordList = WordList::new(&[
    "minister",
    "secretary",
    "secretary-general",
    "under-secretary-general",
    "undersecretary-general",
    "commissioner",
    "undersecretary",
    "director",
    "ministers",
    "ambassador",
    "envoy",
    "representative",
    "coordinator",
    "rapporteur",
    "head",
    "chief",
    "president",
    "speaker",
    "governor",
    "chair",
    "chairman",
    "chairwoman",
    "chairperson",
    "vice-chairman",
    "vice-president",
    "director-general",
    "ceo",
    "leader",
    "mayor",
    "akim",
    "archbishop",
    "bishop",
    "patriarch",
    "metropolitan",
    "chancellor",
    "premier",
]);

pub(super) fn is_ministerial(token: &Token<'_>) -> bool {
    token.any(&MINISTERIAL)
}
