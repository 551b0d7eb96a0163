//! Titles and offices before a name, and where the name begins behind them.

use std::ops::Range;

use super::super::lexicon::Class;
use super::super::phrases::is_verb;
use super::super::word_list::WordList;
use super::super::words::{Kind, Token};
use super::headed::headed;
use super::holders::{field_end, holder_start, is_held, office_held};
use super::portfolios::{is_ministerial, office_before, office_in_place, post_before};
use super::{given_in_small, is_initial, is_small, is_suffix, short_before};

/// What makes "General" the name of a company and no rank.
const INDUSTRIES: WordList = WordList::new(&[
    "electric",
    "motor",
    "motors",
    "mills",
    "foods",
    "dynamics",
    "atomics",
    "timber",
    "insurance",
    "telephone",
    "cable",
]);

/// Words in small letters before an office with a capital.
const RANKS: WordList = WordList::new(&[
    "state",
    "federal",
    "county",
    "city",
    "national",
    "deputy",
    "former",
    "acting",
    "assistant",
    "interim",
    "then",
    "shadow",
    "retired",
]);

/// Participles that tell of somebody before the office.
const PARTICIPLES: WordList = WordList::new(&[
    "retired",
    "jailed",
    "ousted",
    "disgraced",
    "deposed",
    "exiled",
    "elected",
    "renowned",
    "convicted",
    "imprisoned",
    "detained",
    "accused",
    "suspended",
    "self-described",
]);

/// The title before a name: in the run itself, or the words in small letters before it.
pub(super) fn title(
    tokens: &[Token<'_>],
    run: &Range<usize>,
    start: usize,
) -> Option<Range<usize>> {
    let mut from = run.start;
    let plain = |token: &Token<'_>| {
        token.kind == Kind::Word
            && !token.is(Class::DETERMINER
                .or(Class::POSSESSIVE)
                .or(Class::PREPOSITION)
                .or(Class::AND)
                .or(Class::ADVERB))
            || token.kind == Kind::Name && !is_small(token)
    };
    // `harbour master Björn Aldis`, `White House press secretary Deborah Lentz`, `Secretary of State`
    // `lead author Dr Eva Birk`
    let courtesy = start > run.start && tokens[run.start..start].iter().all(opens_name);
    let heads = heads_before(tokens, from);
    if (start == run.start || courtesy)
        && from > 0
        && (heads || tokens[from - 1].is(Class::PERSON))
        && tokens[from - 1].kind == Kind::Word
    {
        from -= if heads { 3 } else { 1 };
        let told = |token: &Token<'_>| {
            token.kind == Kind::Name || token.readings().is_empty() || token.is_word("press")
        };
        while from > 0
            && run.start - from < 6
            && plain(&tokens[from - 1])
            && (!is_verb(tokens, from - 1) || tokens[from - 1].any(&PARTICIPLES))
            && told(&tokens[from - 1])
        {
            from -= 1;
        }
    } else if start > from
        && !is_behind_another(tokens, from..start)
        && let Some(office) = office_before(tokens, from).or_else(|| post_before(tokens, from))
    {
        from = office;
    } else if (holder_start(tokens, run) > from
        || is_held(tokens, from)
        || is_ranked_behind_body(tokens, run, start)
        || !opens_name(&tokens[from]) && tokens[run.start..start].iter().any(opens_name))
        && let Some(office) = office_held(tokens, from)
    {
        from = office;
    } else if let Some(office) =
        short_before(tokens, from).and_then(|short| office_held(tokens, short.start - 1))
    {
        from = office;
    }
    if from == run.start {
        from = office_in_place(tokens, from).unwrap_or(from);
    }
    if from == run.start && start == from {
        from = headed(tokens, run).unwrap_or(from);
    }
    from = with_second_office(tokens, from, start);
    // `state Treasurer Dora Winn`
    while start > run.start
        && from > 0
        && tokens[from - 1].any(&RANKS)
        && tokens[from - 1].kind == Kind::Word
    {
        from -= 1;
    }
    (from < start).then_some(from..start)
}

/// Whether an office follows one who is joined to its bearer: `Minister of Irrigation Jon Vell and Norwegian Ambassador
/// Iris Vane`.
fn is_behind_another(tokens: &[Token<'_>], office: Range<usize>) -> bool {
    let Some(and) = office
        .start
        .checked_sub(1)
        .filter(|at| tokens[*at].is_word("and"))
    else {
        return false;
    };
    let own = |token: &&Token<'_>| token.kind == Kind::Name && !is_small(token);
    let named = and - tokens[..and].iter().rev().take_while(own).count()..and;
    let held = tokens[office]
        .iter()
        .any(|token| is_ministerial(token) || token.is(Class::PERSON));
    let given = || {
        named
            .clone()
            .skip(1)
            .any(|at| given_in_small(tokens[at].text).is_some())
    };
    held && named.len() > 2 && (field_end(tokens, &named).is_some() || given())
}

/// Whether a rank of one's own stands behind the body in which somebody has an office: `Spokesman for the Foreign
/// Ministry Ambassador Iris Vane`.
fn is_ranked_behind_body(tokens: &[Token<'_>], run: &Range<usize>, start: usize) -> bool {
    const OWN: WordList = WordList::new(&[
        "ambassador",
        "counsellor",
        "brigadier",
        "general",
        "colonel",
        "major",
        "captain",
        "lieutenant",
        "admiral",
        "commodore",
        "engineer",
    ]);
    let own = tokens[run.start..start]
        .iter()
        .rev()
        .take_while(|token| token.any(&OWN));
    let body = start - own.count();
    let the = run.start > 0 && tokens[run.start - 1].is_word("the");
    the && body < start && body > run.start && tokens[body - 1].is(Class::BODY)
}

/// Where the first of two offices of one person begins: `Finance Minister and Deputy Premier Ida Vell`.
fn with_second_office(tokens: &[Token<'_>], from: usize, start: usize) -> usize {
    let joint = from.checked_sub(1).filter(|at| tokens[*at].is_word("and"));
    let Some(and) =
        joint.filter(|and| *and > 0 && from < start && is_ministerial(&tokens[*and - 1]))
    else {
        return from;
    };
    let words = tokens[..and].iter().rev();
    let office = words.take_while(|token| token.kind == Kind::Name && !is_small(token));
    let first = and - office.count();
    // `talks of the Prime Minister and Finance Minister Ida Vell`
    let another = first > 0 && tokens[first - 1].is(Class::DETERMINER.or(Class::POSSESSIVE));
    if first == and || another { from } else { first }
}

/// Whether an office of three words stands before a name: `chief of staff Iris Vane`, `head of state Iris Vane`.
fn heads_before(tokens: &[Token<'_>], start: usize) -> bool {
    let Some([office, of, what]) = start
        .checked_sub(3)
        .and_then(|from| tokens.get(from..start))
    else {
        return false;
    };
    let whose: &WordList = match office.text {
        "chief" => words!["staff", "mission", "party", "police", "protocol"],
        "head" => words!["state", "government", "mission", "delegation", "protocol"],
        _ => return false,
    };
    of.is_word("of") && what.kind == Kind::Word && what.any(whose)
}

/// What a body is, before its name: `Norwegian oil firm Nordolje`, `state news agency KNA`.
pub(super) fn kind_of_body(tokens: &[Token<'_>], run: &Range<usize>) -> Option<Range<usize>> {
    let noun = run.start.checked_sub(1)?;
    let tank = tokens[noun].is_word("tank") && noun > 0 && tokens[noun - 1].is_word("think");
    if tokens[noun].kind != Kind::Word
        || !(tokens[noun].is(Class::BODY) || tank)
        || tokens[noun].is(Class::PERSON)
        || tokens[noun].ends_in_s()
    {
        return None;
    }
    // `head of the state oil company Iris Vane`
    let called = || {
        given_in_small(tokens[run.start].text).is_some() && office_held(tokens, run.start).is_some()
    };
    let held = run.len() > 1 && (is_held(tokens, run.start) || called());
    if held || heads_before(tokens, run.start) || headed(tokens, run).is_some() {
        return None;
    }
    let modifies = |at: &usize| {
        let token = &tokens[*at];
        let name = token.kind == Kind::Name && !is_small(token);
        name || token.kind == Kind::Word
            && !token.is(Class::DETERMINER
                .or(Class::POSSESSIVE)
                .or(Class::PREPOSITION)
                .or(Class::AND)
                .or(Class::ADVERB)
                .or(Class::RELATIVE)
                .or(Class::AUXILIARY))
            && token.readings().is_empty()
            && !is_verb(tokens, *at)
    };
    let noun = noun - usize::from(tank);
    let before = (noun.saturating_sub(5)..noun)
        .rev()
        .take_while(modifies)
        .count();
    let start = noun - before;
    let article = start > 0 && tokens[start - 1].is(Class::DETERMINER.or(Class::POSSESSIVE));
    // `the company Vell runs`
    (before > 0 || !article).then_some(start..run.start)
}

/// The kind and the name of a body with which a sentence begins: `Carmaker Birr Motors said`.
pub(super) fn body_behind_kind(
    tokens: &[Token<'_>],
    run: Range<usize>,
) -> Option<(Range<usize>, Range<usize>)> {
    // `Bank Indonesia`, `Radio Oban`: others may begin a name.
    const KINDS: WordList = WordList::new(&[
        "airline",
        "automaker",
        "broadcaster",
        "carmaker",
        "carrier",
        "chipmaker",
        "conglomerate",
        "drugmaker",
        "insurer",
        "lender",
        "manufacturer",
        "miner",
        "planemaker",
        "regulator",
        "retailer",
        "shipbuilder",
        "steelmaker",
        "startup",
    ]);
    let first = tokens
        .get(run.start)
        .filter(|_| run.start == 0 && run.len() > 1)?;
    let kind = first.any(&KINDS) && first.text[1..].chars().all(char::is_lowercase);
    kind.then_some((0..1, 1..run.end))
}

/// Where the name begins behind the titles in a run.
pub(super) fn title_end(tokens: &[Token<'_>], run: &Range<usize>) -> usize {
    let mut end = run.end;
    while end > run.start + 1 && is_suffix(&tokens[end - 1]) {
        end -= 1;
    }
    // `GP Harbours LLC`, `General Timber`
    let general = tokens[run.start].is_word("general")
        && tokens[run.start..end]
            .get(1)
            .is_some_and(|next| next.any(&INDUSTRIES));
    // `the Ministry of Foreign Affairs`
    let field = tokens[end - 1].is_word("affairs");
    if end > run.start + 1 && (field || is_firm(&tokens[end - 1])) || general {
        return run.start;
    }
    let titles = |at: &usize| {
        let token = &tokens[*at];
        // `Secretary Dean Vell`: a given name that is a noun as well.
        let ranked = || *at > run.start && is_short_rank(&tokens[*at - 1]);
        let called = || {
            let known = || ranked() || given_in_small(token.text).is_some() || token.text == "Nan";
            *at + 2 == end && !token.is(Class::TITLE) && known()
        };
        token.is(Class::TITLE.or(Class::PERSON)) && !is_initial(token) && !called()
    };
    let all = (run.start..end).all(|at| titles(&at) || tokens[at].is(Class::BODY));
    // `Mr Banks`
    let courtesy = end - run.start == 2 && only_courtesy(&tokens[run.start..=run.start]);
    if all && (!courtesy || titles(&(end - 1))) {
        return run.end;
    }
    // The last word of a longer run is a name, though it may be a noun elsewhere: `Tim Cook`.
    let last = if end - run.start > 1 { end - 1 } else { end };
    let found = (run.start..last)
        .rev()
        .find(titles)
        .map_or(run.start, |at| at + 1);
    // `White House Secretary` has no name.
    let rest = tokens[found..end]
        .iter()
        .all(|token| token.is(Class::TITLE) && token.is(Class::PERSON));
    let honoured =
        end - found > 2 && tokens[found].is_word("tan") && tokens[found + 1].is_word("sri");
    // `Datuk Seri Iris Vane`
    let raised = end - found > 2 && found > run.start && tokens[found].any(words!["seri", "sri"]);
    if rest && end > found && found > run.start || is_office(&tokens[run.start..end]) {
        run.end
    } else {
        found + 2 * usize::from(honoured) + usize::from(raised)
    }
}

/// What the name of a company ends with.
const FORMS: WordList = WordList::new(&[
    "llc", "inc", "inc.", "ltd", "ltd.", "plc", "gmbh", "corp", "corp.", "llp", "co", "co.", "ag",
    "nv", "oyj", "spa", "sarl", "bhd", "pty", "pjsc", "jsc",
]);

/// Whether a name ends with the form of a company: `Northern Motor Co`.
pub(super) fn is_firm(token: &Token<'_>) -> bool {
    token.kind == Kind::Name && token.any(&FORMS) || ["SA", "AB", "SE", "AS"].contains(&token.text)
}

/// Ranks and titles in short.
const SHORT_RANKS: WordList = WordList::new(&[
    "cpl.", "sgt.", "capt.", "maj.", "col.", "pvt.", "spc.", "pfc.", "cmdr.", "sen.", "rep.",
    "rev.", "dr.", "mr.", "mrs.", "ms.",
]);

/// A rank in short, behind which a noun is a given name: `Sgt. Deacon Vell`.
fn is_short_rank(token: &Token<'_>) -> bool {
    token.any(&SHORT_RANKS)
}

/// Whether a run ends with an office that nobody is called by: `High Commissioner`.
fn is_office(tokens: &[Token<'_>]) -> bool {
    const OFFICES: WordList = WordList::new(&[
        "minister",
        "president",
        "secretary",
        "spokesman",
        "spokeswoman",
        "spokesperson",
        "ambassador",
        "senator",
        "governor",
        "commissioner",
        "director",
        "chairman",
        "chairwoman",
        "officer",
        "envoy",
        "chancellor",
        "premier",
        "secretary-general",
        "representative",
        "attorney",
        "general",
        "speaker",
        "republican",
        "republicans",
        "democrat",
        "democrats",
        "leader",
        "negotiator",
        "candidate",
    ]);
    let named = || given_in_small(tokens[0].text).is_some();
    tokens.len() >= 2 && tokens.last().is_some_and(|last| last.any(&OFFICES)) && !named()
}

/// What stands before the names of men and women.
const COURTESY: WordList = WordList::new(&[
    "mr", "mr.", "mrs", "mrs.", "ms", "ms.", "miss", "dr", "dr.", "sir", "dame", "lady", "lord",
]);
/// Titles besides, which tell more than that, and stand before a name behind an office all the same.
const HONOURED: WordList = WordList::new(&[
    "prof",
    "prof.",
    "professor",
    "sen",
    "sen.",
    "senator",
    "chief",
    "engr",
    "engr.",
    "barr",
    "barr.",
    "alhaji",
    "hajia",
    "pastor",
    "rev",
    "rev.",
    "tan",
    "sri",
    "datuk",
    "dato",
    "dato'",
    "tun",
    "puan",
    "encik",
    "sheikh",
    "haji",
    "ayatollah",
    "hojjatoleslam",
    "rep",
    "rep.",
    "gov",
    "gov.",
]);

pub(super) fn only_courtesy(title: &[Token<'_>]) -> bool {
    title.iter().all(|token| token.any(&COURTESY))
}

/// Whether a word stands right before a name, whatever office is told before it: `Dr`, `Chief`.
pub(in crate::articles::quotations) fn opens_name(token: &Token<'_>) -> bool {
    token.any(&COURTESY) || token.any(&HONOURED)
}
