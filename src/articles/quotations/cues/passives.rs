//! Passives that report.

use std::ops::Range;

use super::super::clauses::contracted;
use super::super::content::{adverbial, points_to_time};
use super::super::lexicon::Class;
use super::super::phrases::{is_verb, phrase_end, subject};
use super::super::verbs::{Frames, Verb};
use super::super::word_list::WordList;
use super::super::words::{Kind, Token};
use super::before::Before;
use super::verbal::is_heard_in_court;
use super::{Cue, Mode};

/// Verbs that report though nobody is named, and what must follow them then.
const PASSIVES: [(&str, &WordList); 30] = [
    ("hail", words!["as"]),
    ("praise", words!["as"]),
    ("condemn", words!["as"]),
    ("dismiss", words!["as"]),
    ("denounce", words!["as"]),
    ("urge", words!["to"]),
    ("advise", words!["to"]),
    ("tell", words!["that", "to", "why", "how", "what"]),
    (
        "ask",
        words!["whether", "if", "why", "how", "what", "when", "who", ":"],
    ),
    ("warn", words!["that"]),
    ("inform", words!["that"]),
    ("assure", words!["that"]),
    ("promise", words!["that"]),
    ("instruct", words!["to"]),
    ("accuse", words!["of"]),
    ("suspect", words!["of"]),
    ("believe", words!["to"]),
    ("think", words!["to"]),
    ("say", words!["to"]),
    ("report", words!["to"]),
    ("allege", words!["to"]),
    ("rumor", words!["to"]),
    ("rumour", words!["to"]),
    ("describe", words!["as"]),
    ("portray", words!["as"]),
    ("characterize", words!["as"]),
    ("see", words!["as"]),
    ("view", words!["as"]),
    ("regard", words!["as"]),
    ("put", words!["at"]),
];

/// Verbs that report in the passive only where the article says by whom.
const BY_SOMEBODY: [&str; 12] = [
    "hail",
    "praise",
    "condemn",
    "dismiss",
    "denounce",
    "describe",
    "portray",
    "characterize",
    "see",
    "view",
    "regard",
    "put",
];

/// What is held by nobody who is named, though no "that" follows: `it is feared the bridge may fall`.
const HELD: [&str; 10] = [
    "hope",
    "fear",
    "think",
    "believe",
    "understand",
    "allege",
    "claim",
    "suspect",
    "estimate",
    "rumour",
];

/// Within how many tokens the verb of a clause stands that no "that" opens.
const CLAUSE: usize = 8;
/// The same where a relative clause stands between.
const FAR: usize = 16;

/// Whether a passive behind "it" tells what is said: `it was claimed that`, `it is hoped the road will open`.
pub(super) fn is_impersonal(tokens: &[Token<'_>], cue: &Cue, verb: &Verb) -> bool {
    if cue.left == 0 || !tokens[cue.left - 1].is_word("it") {
        return false;
    }
    // `It was reported earlier that`, `It has been argued by merchants that`
    let earlier = tokens
        .get(cue.tokens.end)
        .is_some_and(|next| next.is(Class::ADVERB) && next.kind == Kind::Word);
    let (agents, behind) = agents(tokens, cue.tokens.end);
    let at = match agents {
        None if earlier => cue.tokens.end + 1,
        _ => behind,
    };
    let Some(next) = tokens.get(at) else {
        return false;
    };
    let held = || {
        let near = cue.tokens.end + 1..tokens.len().min(cue.tokens.end + CLAUSE);
        let opens = next.is(Class::DETERMINER.or(Class::POSSESSIVE).or(Class::SUBJECT))
            || matches!(next.kind, Kind::Name | Kind::Number);
        opens
            && near
                .take_while(|at| tokens[*at].mark().is_none())
                .any(|at| is_verb(tokens, at))
    };
    next.is_word("that")
        || next.any(words!["how", "why", "whether"]) && verb.frames.has(Frames::WH)
        || HELD.contains(&&*verb.lemma) && held()
}

/// Whether "it" before a passive is somebody who was told: `it was told by the port that`.
fn told_to_it(lemma: &str) -> bool {
    matches!(
        lemma,
        "tell" | "inform" | "warn" | "urge" | "advise" | "assure" | "instruct"
    )
}

/// Whether somebody is promised what follows: `had been promised a hand in it`, but `The road was promised a year ago`.
fn is_promised(tokens: &[Token<'_>], cue: &Cue, verb: &Verb, at: usize) -> bool {
    const COUNTED: WordList = WordList::new(&["a", "an", "the", "no", "more", "another"]);
    if verb.lemma != "promise" {
        return false;
    }
    let opens = tokens
        .get(at)
        .is_some_and(|next| next.any(&COUNTED) || next.kind == Kind::Mark('$'));
    let somebody = || {
        let apart = tokens[cue.left - 1].is_mark(',');
        let own = subject(tokens, 0, cue.left).filter(|_| apart);
        let head = &tokens[own.map_or(cue.left, |own| own.end) - 1];
        head.is(Class::SUBJECT.or(Class::SPEAKER)) && !head.any(words!["it", "that", "which"])
            || head.kind == Kind::Name
    };
    opens && cue.left > 0 && !points_to_time(tokens, at) && somebody()
}

/// Whether several people whom a clause between commas or at the end names were told the rest: `The pier, residents were
/// told, would close`.
fn are_told(tokens: &[Token<'_>], left: usize) -> bool {
    left > 1
        && tokens[left - 1].is(Class::PERSON)
        && tokens[left - 1].ends_in_s()
        && tokens[left - 2].is_mark(',')
}

/// Whether a sentence begins with whoever was told something and an auxiliary in one: `I've been told not to smile`.
fn is_told_of_pronoun(first: &Token<'_>) -> bool {
    first.is(Class::HAVE.or(Class::BE)) && contracted(first)
}

/// Whether a clause begins here that no "that" opens: a subject, with what is put behind it between commas, and
/// its verb.
fn opens_clause(tokens: &[Token<'_>], at: usize) -> bool {
    let Some(first) = tokens.get(at) else {
        return false;
    };
    let plural = first.kind == Kind::Word
        && !first.is(Class::PREPOSITION
            .or(Class::ADVERB)
            .or(Class::AUXILIARY)
            .or(Class::TIME))
        && first.ends_in_s();
    let there = first.is_word("there")
        && tokens
            .get(at + 1)
            .is_some_and(|next| next.is(Class::BE.or(Class::MODAL)));
    let opens = plural
        || there
        || first.kind == Kind::Name
        || first.is(Class::DETERMINER
            .or(Class::POSSESSIVE)
            .or(Class::SUBJECT)
            .or(Class::NUMBER))
            && !first.is(Class::RELATIVE);
    if !opens {
        return false;
    }
    let stop = (at + 1..tokens.len().min(at + CLAUSE)).find(|at| {
        tokens[*at].mark().is_some() || tokens[*at].is(Class::RELATIVE) || is_verb(tokens, *at)
    });
    let Some(found) = stop else {
        return false;
    };
    if tokens[found].is_mark(',')
        && tokens
            .get(found + 1)
            .is_some_and(|next| next.any(words!["including", "among", "such"]))
    {
        let second =
            (found + 1..tokens.len().min(found + CLAUSE)).find(|at| tokens[*at].is_mark(','));
        return second.is_some_and(|comma| comma + 1 < tokens.len() && is_verb(tokens, comma + 1));
    }
    // `was told the wall which broke was old`
    if tokens[found].is(Class::RELATIVE) {
        let verbs = (found + 1..tokens.len().min(found + FAR))
            .take_while(|at| tokens[*at].mark().is_none())
            .filter(|at| {
                let before = &tokens[*at - 1];
                is_verb(tokens, *at) && !is_verb(tokens, *at - 1) && !before.is(Class::AND)
            });
        return verbs.count() > 1;
    }
    tokens[found].mark().is_none() && is_verb(tokens, found)
}

/// A passive that reports: `was told that`, `has been described by aides as`, `is said to`.
pub(super) fn passive(
    tokens: &[Token<'_>],
    mut cue: Cue,
    before: &Before,
    verb: &Verb,
) -> Option<Cue> {
    // `Vell is reported to have told the board`
    let told = tokens
        .get(cue.tokens.end + 2)
        .zip(tokens.get(cue.tokens.end + 1));
    if told.is_some_and(|(told, have)| have.is_word("have") && told.may_report()) {
        return None;
    }
    cue.mode = Mode::Passive;
    if !before.be {
        return Some(cue);
    }
    if judged_by(tokens, cue.tokens.end, verb).is_some() && cue.left > 0 && !before.modal {
        return Some(cue);
    }
    // `The carer robbed a widow, the court was told`
    let next = tokens.get(cue.tokens.end);
    let apart = || {
        let court = subject(tokens, 0, cue.left);
        court.is_some_and(|court| court.start > 0 && tokens[court.start - 1].is_mark(','))
    };
    let ends = next.is_none_or(|next| next.is_mark(',') && apart()) && verb.lemma == "tell";
    if ends && !before.modal && (is_heard_in_court(tokens, cue.left) || are_told(tokens, cue.left))
    {
        return Some(cue);
    }
    let (_, openings) = PASSIVES.iter().find(|(lemma, _)| **lemma == *verb.lemma)?;
    let (agents, behind) = agents(tokens, cue.tokens.end);
    let complete = agents
        .as_ref()
        .is_none_or(|agents| !agents.is_empty() || behind > agents.end);
    // `was told she could not fly`
    let bare = matches!(&*verb.lemma, "tell" | "inform" | "warn" | "assure")
        && opens_clause(tokens, behind)
        || is_promised(tokens, &cue, verb, behind);
    // `had been told not to speak`
    let not = tokens[behind.min(tokens.len() - 1)].is_word("not")
        && openings.has("to")
        && tokens
            .get(behind + 1)
            .is_some_and(|next| next.is_word("to"));
    let opens = (bare || not || tokens.get(behind)?.any(openings)) && complete;
    // `was seen by police as he left`
    let clause = verb.lemma == "see"
        && tokens.get(behind + 1).is_some_and(|next| {
            let phrase = phrase_end(tokens, behind + 1);
            next.is(Class::SUBJECT) && next.kind == Kind::Word
                || phrase < tokens.len() && is_verb(tokens, phrase)
        });
    if clause {
        return None;
    }
    let named = agents.is_some() || !BY_SOMEBODY.contains(&&*verb.lemma);
    // `I've been told not to smile`
    let told = if cue.left == 0 {
        is_told_of_pronoun(&tokens[0])
    } else {
        (!before.modal || before.negated)
            && !tokens[cue.left - 1].is_word("to")
            && (told_to_it(&verb.lemma) || !tokens[cue.left - 1].is_word("it"))
    };
    (opens && named && told).then_some(cue)
}

/// Whether a participle tells as what somebody judges the noun before it, in marks: `The plan, described by Vell as “unfair,”
/// passed`, `a plan dubbed “unfair” by Vell`.
pub(super) fn is_reduced_judgement(tokens: &[Token<'_>], cue: &Cue, verb: &Verb) -> bool {
    let Some(before) = tokens[..cue.left].last() else {
        return false;
    };
    let first = &tokens[cue.left];
    let bare = cue.left == cue.tokens.start && first.text.ends_with("ed");
    if !bare && !first.is_word("seen") {
        return false;
    }
    let noun = before.is_mark(',')
        || before.kind == Kind::Word
            && !before.is(Class::AUXILIARY.or(Class::ADVERB).or(Class::AND));
    if judged_by(tokens, cue.tokens.end, verb).is_some() {
        return noun;
    }
    let by = tokens
        .get(cue.tokens.end)
        .is_some_and(|next| next.is_word("by"));
    if !noun || !by || !verb.frames.has(Frames::NP_AS) {
        return false;
    }
    let (agents, behind) = agents(tokens, cue.tokens.end);
    let marks = tokens
        .get(behind + 1..tokens.len().min(behind + 4))
        .unwrap_or_default();
    agents.is_some_and(|agents| !agents.is_empty())
        && tokens.get(behind).is_some_and(|next| next.is_word("as"))
        && marks.iter().any(|token| token.quoted().is_some())
}

/// By whom something is judged in marks behind a passive: `was branded “reckless” by the union`.
pub(in crate::articles::quotations) fn judged_by(
    tokens: &[Token<'_>],
    marks: usize,
    verb: &Verb,
) -> Option<Range<usize>> {
    // `was described as “reckless” by the union`
    let named = tokens.get(marks)?.is_word("as") && verb.frames.has(Frames::NP_AS);
    let marks = marks + usize::from(named);
    let judged = named || verb.frames.has(Frames::NP_PRED);
    let judged = judged && tokens.get(marks)?.quoted().is_some();
    let by = tokens.get(marks + 1)?.is_word("by");
    let agent = marks + 2..phrase_end(tokens, marks + 2);
    (judged && by && !agent.is_empty()).then_some(agent)
}

/// By whom something is said, if the words behind a passive tell that, and where what is said may begin: `by the
/// union and the old guild repeatedly`.
pub(in crate::articles::quotations) fn agents(
    tokens: &[Token<'_>],
    passive_end: usize,
) -> (Option<Range<usize>>, usize) {
    // `had been told shortly after dawn that`, `was asked three times by reporters whether`
    let from = behind_time(tokens, passive_end);
    // `It has been argued, mostly by merchants, that`
    let aside = usize::from(tokens.get(from).is_some_and(|next| next.is_mark(',')));
    let mostly = aside
        + usize::from(tokens.get(from + aside).is_some_and(|next| {
            next.any(words![
                "mostly", "mainly", "chiefly", "largely", "notably", "not"
            ])
        }));
    let by = tokens.get(from + mostly).filter(|next| next.is_word("by"));
    let agents = by.map(|_| {
        let start = from + mostly + 1;
        let end = before_charge(tokens, passive_end - 1, start..phrase_end(tokens, start));
        let joined = end > start && tokens.get(end).is_some_and(|next| next.is_word("and"));
        if joined {
            start..phrase_end(tokens, end + 1).max(end)
        } else {
            start..end
        }
    });
    let behind = agents.as_ref().map_or(from, |agents| agents.end);
    let closes = agents.is_some() && tokens.get(behind).is_some_and(|next| next.is_mark(','));
    let behind = behind_time(tokens, behind + if closes { aside } else { 0 });
    let often = tokens
        .get(behind)
        .is_some_and(|next| next.any(words!["twice", "repeatedly", "again", "yesterday", "later"]));
    (agents, behind + usize::from(often))
}

/// Where those end by whom somebody is accused: before what they are accused of, `was accused by the union of lying`.
fn before_charge(tokens: &[Token<'_>], verb: usize, agents: Range<usize>) -> usize {
    if !tokens[verb].any(words!["accused", "suspected", "convicted"]) || is_of(tokens, agents.end) {
        return agents.end;
    }
    let mut places = agents.clone().skip(1).rev();
    places.find(|at| is_of(tokens, *at)).unwrap_or(agents.end)
}

fn is_of(tokens: &[Token<'_>], at: usize) -> bool {
    tokens.get(at).is_some_and(|token| token.is_word("of"))
}

/// Behind adverbials of time: `on Monday`, `three times`, `shortly after dawn`.
fn behind_time(tokens: &[Token<'_>], from: usize) -> usize {
    let soon = tokens.get(from..from + 2).is_some_and(|two| {
        two[0].any(words!["shortly", "soon", "just"]) && two[1].any(words!["after", "before"])
    });
    let mut at = if soon {
        phrase_end(tokens, from + 2)
    } else {
        from
    };
    loop {
        let next = adverbial(tokens, at, tokens.len());
        if next == at {
            return at;
        }
        at = next;
    }
}
