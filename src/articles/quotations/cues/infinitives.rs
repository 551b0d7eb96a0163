//! Infinitives that report: `is expected to say`, `was unable to say whether`, `used the speech to argue that`.

use std::ops::Range;

use super::super::lexicon::Class;
use super::super::phrases::{is_verb, phrase_before};
use super::super::verbs::{Frames, Verb};
use super::super::word_list::WordList;
use super::super::words::{Kind, Token};
use super::Cue;
use super::base::SHOWN;
use super::before::before;
use super::light::{begun_to, took_the_floor};

/// The base form behind "to": `is expected to say`, `used the speech to argue that`.
pub(super) fn infinitive(
    tokens: &[Token<'_>],
    mut cue: Cue,
    next: Option<&Token<'_>>,
    verb: &Verb,
) -> Option<Cue> {
    let left = cue.left - 1;
    let lead = &tokens[left - 1];
    if lead.any(words![
        "expected",
        "due",
        "set",
        "likely",
        "scheduled",
        "expects",
        "plans",
        "planned"
    ]) {
        cue.questioned = true;
        cue.left = left - 1;
        while cue.left > 0
            && (tokens[cue.left - 1].is(Class::AUXILIARY) || tokens[cue.left - 1].is(Class::ADVERB))
        {
            cue.left -= 1;
        }
        return Some(cue);
    }
    let unsaid = ["say", "specify", "disclose", "reveal", "confirm"].contains(&&*verb.lemma);
    // `was unable to say whether`, `wasn't immediately able to confirm that`
    if lead.any(words!["unable", "able"]) && unsaid && left >= 2 {
        let being = before(tokens, left - 1);
        if being.be && (being.negated || lead.is_word("unable")) {
            cue.left = being.left;
            cue.negated = true;
            return Some(cue);
        }
    }
    // `has yet to say whether`
    if lead.is_word("yet") && unsaid && left >= 2 && tokens[left - 2].is(Class::HAVE) {
        cue.left = before(tokens, left - 1).left;
        cue.negated = true;
        return Some(cue);
    }
    // `was quick to point out that`
    if lead.any(words!["quick", "careful", "swift", "keen"]) && cue.left >= 3 {
        cue.left = before(tokens, left - 1).left;
        return Some(cue);
    }
    if !verb.doubtful.sense && made_to(tokens, left).is_some() {
        return Some(Cue { left, ..cue });
    }
    if reports_by_infinitive(tokens, left, verb, next) {
        return main_verb(tokens, left).map(|left| Cue { left, ..cue });
    }
    if let Some(left) = latest(tokens, left, verb) {
        return Some(Cue { left, ..cue });
    }
    if let Some(left) = begun_to(tokens, left, verb) {
        return Some(Cue { left, ..cue });
    }
    let says = !verb.doubtful.sense || matches!(&*verb.lemma, "accuse" | "call" | "call for");
    if let Some(left) = took_the_floor(tokens, left).filter(|_| says) {
        return Some(Cue { left, ..cue });
    }
    // `Polls continue to show that`
    let answers = matches!(&*verb.lemma, "respond" | "reply" | "answer");
    let goes_on = lead.is_word("continue") && left >= 2 && !answers && {
        let found = before(tokens, left - 1);
        found.left == left - 1 && !tokens[left - 2].is_word("to")
    };
    if goes_on {
        cue.left = left - 1;
        return Some(cue);
    }
    if let Some(took) = took_to(tokens, left).or_else(|| had_this(tokens, left, next, verb)) {
        cue.left = before(tokens, took).left;
        return Some(cue);
    }
    let calls = lead.any(words![
        "called",
        "phoned",
        "telephoned",
        "rang",
        "emailed",
        "texted"
    ]) && matches!(&*verb.lemma, "ask" | "say" | "tell");
    if calls {
        cue.left = before(tokens, left - 1).left;
        return Some(cue);
    }
    if lead.any(words![
        "continued",
        "continues",
        "used",
        "on",
        "appeared",
        "appears",
        "seemed",
        "seems",
        "rushed",
        "began",
        "sought"
    ]) {
        cue.left = left - 1 - usize::from(lead.is_word("on") && left >= 2);
        return Some(cue);
    }
    None
}

/// Where the verb of somebody stands who had this to say before a colon: `had this to say: "…"`.
fn had_this(
    tokens: &[Token<'_>],
    to: usize,
    next: Option<&Token<'_>>,
    verb: &Verb,
) -> Option<usize> {
    let have = to.checked_sub(2)?;
    let this = tokens[have + 1].is_word("this") && verb.lemma == "say";
    let colon = next.is_some_and(|next| next.is_mark(':'));
    (this && colon && tokens[have].is(Class::HAVE)).then_some(have)
}

/// Whom something made say what an infinitive reports: `which led the harbour board to warn that`, `…, prompting
/// Vell to deny it`.
pub(in crate::articles::quotations) fn made_to(
    tokens: &[Token<'_>],
    to: usize,
) -> Option<Range<usize>> {
    const MADE: WordList = WordList::new(&[
        "prompted",
        "prompts",
        "led",
        "leads",
        "caused",
        "causes",
        "forced",
        "forces",
        "compelled",
        "pushed",
        "drove",
        "driven",
        "spurred",
        "provoked",
        "obliged",
    ]);
    const MAKING: WordList =
        WordList::new(&["prompting", "leading", "causing", "forcing", "provoking"]);
    if !tokens[to].is_word("to") {
        return None;
    }
    // `prompted Ida Vell, head of the board, to call for a vote`
    let closes = to.checked_sub(1).filter(|at| tokens[*at].is_mark(','));
    let opens = closes.and_then(|closes| {
        let mut near = (to.saturating_sub(LONGEST_OUTLET + 2)..closes).rev();
        near.find(|at| tokens[*at].is_mark(','))
    });
    let end = opens.unwrap_or(to);
    let who = phrase_before(tokens, end);
    let made = who.start.checked_sub(1).filter(|_| !who.is_empty())?;
    let behind_comma = made > 0 && tokens[made - 1].is_mark(',');
    let makes = tokens[made].any(&MADE) || behind_comma && tokens[made].any(&MAKING);
    makes.then_some(who)
}

/// The verb of taking to where something was said: `took to the airwaves to denounce`.
fn took_to(tokens: &[Token<'_>], to: usize) -> Option<usize> {
    let near = to.saturating_sub(LONGEST_OUTLET)..to;
    let took = near
        .rev()
        .find(|at| tokens[*at].any(words!["took", "taken"]))?;
    let outlet = took + 2..to;
    let plain = |token: &Token<'_>| matches!(token.kind, Kind::Name | Kind::Word);
    let named = !outlet.is_empty() && tokens[outlet].iter().all(plain);
    (named && tokens[took + 1].is_word("to")).then_some(took)
}

/// How many words tell that somebody took to where something was said.
const LONGEST_OUTLET: usize = 7;

/// Verbs of saying that report as an infinitive too: `used the speech to argue that`.
const BY_INFINITIVE: [&str; 14] = [
    "say",
    "argue",
    "claim",
    "insist",
    "suggest",
    "declare",
    "announce",
    "note",
    "warn",
    "complain",
    "deny",
    "explain",
    "tell",
    "reiterate",
];

fn reports_by_infinitive(
    tokens: &[Token<'_>],
    to: usize,
    verb: &Verb,
    next: Option<&Token<'_>>,
) -> bool {
    let clause = next.is_some_and(|next| {
        next.is_word("that")
            || next.is(Class::SUBJECT.or(Class::DETERMINER).or(Class::POSSESSIVE))
                && (to + 3..tokens.len().min(to + SHOWN)).any(|at| is_verb(tokens, at))
    }) || verb.lemma == "tell" && tokens.len() > to + 3;
    clause && BY_INFINITIVE.contains(&&*verb.lemma)
}

/// How many words there may be from "the first" to the infinitive that belongs to it.
const LONGEST_LATEST: usize = 12;

/// Where the main verb begins before one who did so first or last: `became the latest senator to call for`.
fn latest(tokens: &[Token<'_>], to: usize, verb: &Verb) -> Option<usize> {
    let rank = (to.saturating_sub(LONGEST_LATEST)..to).rev().find(|at| {
        tokens[*at].any(words![
            "latest", "first", "second", "third", "last", "only", "newest"
        ])
    })?;
    let main = rank.checked_sub(2)?;
    let joined = tokens[rank - 1].is_word("the")
        && tokens[main].any(words!["became", "becomes", "become", "is", "was"])
        && !tokens[rank..to].iter().any(|token| token.mark().is_some());
    let found = before(tokens, main);
    let held = !found.negated && !found.modal && found.left > 0 && found.left <= main;
    (joined && held && !verb.doubtful.sense).then_some(found.left)
}

/// Where the main verb begins on which an infinitive depends, if it tells of something that took place.
fn main_verb(tokens: &[Token<'_>], to: usize) -> Option<usize> {
    let main = (to.saturating_sub(12)..to)
        .rev()
        .find(|at| is_verb(tokens, *at))?;
    let token = &tokens[main];
    let apart = tokens[main..to]
        .iter()
        .any(|token| !token.is_plain() || token.is_word("that"));
    let asks = token
        .readings()
        .iter()
        .map(|(verb, _)| token.verb(*verb))
        .any(|verb| {
            let mut words = verb.particle.iter().enumerate();
            verb.frames.has(Frames::NP_TO.or(Frames::TO))
                && words.all(|(at, word)| {
                    tokens
                        .get(main + 1 + at)
                        .is_some_and(|next| next.is_word(word))
                })
        });
    let unreal = token.is(Class::AUXILIARY)
        || token.any(words![
            "want", "wants", "wanted", "need", "needs", "needed", "like", "likes", "liked", "have",
            "seem", "seems", "failed", "fails", "forced", "allowed", "led", "made"
        ]);
    let found = before(tokens, main);
    let held = !found.negated && !found.modal && !found.be;
    (!apart && !asks && !unreal && held && found.left > 0).then_some(found.left)
}
