//! The base form of a verb as a cue: behind an auxiliary, a subject in the plural or a verb that it depends on.

use std::cell::LazyCell;
use std::ops::Range;

use super::super::clauses::contracted;
use super::super::content::{is_cleft, judged_as, opens_relative};
use super::super::lexicon::Class;
use super::super::phrases::{is_verb, phrase_before, subject};
use super::super::verbs::{Frames, Verb};
use super::super::word_list::WordList;
use super::super::words::{Kind, Token};
use super::Cue;
use super::before::Before;
use super::connected::next_of;
use super::infinitives::infinitive;
use super::plurals::{are_joined, fears, plural_subject, stands_for_several};

/// Verbs whose base form is their past as well.
const PAST_TOO: [&str; 12] = [
    "read",
    "put",
    "put at",
    "put forward",
    "put it",
    "bet",
    "forecast",
    "broadcast",
    "read out",
    "set out",
    "let slip",
    "hit back",
];

/// How many tokens a bracket between a share and its verb may hold.
const LONGEST_BRACKET: usize = 5;

/// The base form: after an auxiliary, a subject of the plural or `declined to`.
pub(super) fn base(
    tokens: &[Token<'_>],
    mut cue: Cue,
    before: &Before,
    next: Option<&Token<'_>>,
    verb: &Verb,
) -> Option<Cue> {
    let previous = cue.left.checked_sub(1).map(|at| &tokens[at]);
    let next = next.and_then(|_| next_of(tokens, &cue));
    if before.modal {
        return modal(tokens, cue, before, verb);
    }
    if before.supported {
        cue.questioned = !before.negated
            && cue.left > 0
            && tokens[..cue.left]
                .iter()
                .all(|token| !token.is(Class::SUBJECT));
        return Some(cue);
    }
    // `About a quarter (27 percent) say`
    let bracket = (cue.left.saturating_sub(LONGEST_BRACKET)..cue.left)
        .rev()
        .find(|at| tokens[*at].is_mark('('));
    let counted = bracket
        .filter(|at| *at > 0 && tokens[cue.left - 1].is_mark(')'))
        .map(|at| &tokens[at - 1]);
    let previous = counted.or(previous)?;
    // `At no point did Orr say that`, `Only later did she say that`
    if let Some(helps) = inverted_do(tokens, cue.left) {
        cue.negated |= tokens[..helps].iter().any(denies);
        return Some(cue);
    }
    // `Did she ever say that …?`
    if tokens[0].is(Class::DO) {
        cue.questioned = true;
        return Some(cue);
    }
    if previous.is_word("to") && cue.left >= 2 {
        return infinitive(tokens, cue, next, verb);
    }
    if had_somebody(tokens, &cue).is_some() {
        return Some(cue);
    }
    let sure = is_sure(tokens, &cue, previous, verb) || fears(tokens, &cue, previous, verb);
    let plural = sure
        || previous.is_mark(',')
        || previous.is(Class::AND)
        || PAST_TOO.contains(&&*verb.lemma)
        || stands_for_several(tokens, cue.left, previous, verb)
        || verb.frames.has(Frames::QUOTE.or(Frames::THAT)) && are_joined(tokens, cue.left)
        || (!verb.doubtful.noun
            || next.is_some_and(|next| next.is_word("that"))
                && previous.kind != Kind::Genitive
                && !previous.is(Class::POSSESSIVE)
                && !(1..cue.left).any(|at| is_verb(tokens, at)))
            && plural_subject(tokens, cue.left);
    if !plural || previous.is(Class::PREPOSITION) {
        return None;
    }
    let doubtful = verb.doubtful.noun || verb.doubtful.sense;
    // `would cut pensions and favor "the few"`
    let main = || (0..cue.left).rev().find(|at| is_verb(tokens, *at));
    if doubtful
        && previous.is(Class::AND)
        && main().is_some_and(|at| {
            tokens[at].is(Class::MODAL) || at > 0 && tokens[at - 1].is(Class::MODAL)
        })
    {
        return None;
    }
    let documents = |token: &Token<'_>| token.is(Class::DOCUMENT) && token.text.ends_with('s');
    // `Emails released last month show the board knew`
    // `They used force and fear to win`
    let past = |at: usize| tokens[at].text.ends_with("ed") || tokens[at].is_word("used");
    if verb.doubtful.noun && previous.is(Class::AND) && main().is_some_and(past) {
        return None;
    }
    if previous.is(Class::AND) && wants(tokens, cue.left - 1) {
        return None;
    }
    let far = || cue.tokens.end + 1..tokens.len().min(cue.tokens.end + SHOWN);
    let shown = || {
        verb.frames.has(Frames::THAT)
            && tokens[cue.tokens.end..]
                .iter()
                .take(2)
                .all(|token| token.mark().is_none())
            && far().any(|at| is_verb(tokens, at) || verb.lemma == "show" && tokens[at].is_gerund())
            && (documents(previous)
                || subject(tokens, 0, cue.left)
                    .is_some_and(|found| documents(&tokens[found.end - 1])))
    };
    // `a break that critics hope will doom it`
    let gapped =
        || next.is_some_and(|next| next.is(Class::MODAL)) && opens_relative(tokens, cue.left);
    let judged = || verb.lemma == "see" && judged_as(tokens, &(cue.tokens.end..tokens.len()));
    // `Traders in oil markets estimate Norland is pumping too much`
    let told = || {
        next.is_some_and(|next| next.kind == Kind::Name || next.is(Class::DETERMINER))
            && verb.frames.has(Frames::THAT)
            && far()
                .take_while(|at| tokens[*at].mark().is_none())
                .any(|at| is_verb(tokens, at))
            && (previous.any(words!["they", "we"]) || plural_subject(tokens, cue.left))
    };
    let reports = !doubtful
        || sure
        || is_clear(cue.left, previous, next, verb)
        || judged()
        || gapped()
        || shown()
        || told();
    reports.then_some(cue)
}

/// Whom somebody heard say so: `I had a neighbour tell me that`, `We have people ask us why`.
pub(in crate::articles::quotations) fn had_somebody(
    tokens: &[Token<'_>],
    cue: &Cue,
) -> Option<Range<usize>> {
    let told = tokens.get(cue.tokens.end).is_some_and(|next| {
        next.is(Class::OBJECT) && !next.is(Class::POSSESSIVE) || next.is_word("that")
    });
    let says = tokens[cue.tokens.start].any(words!["tell", "ask", "say"]);
    if !told || !says || cue.left != cue.tokens.start {
        return None;
    }
    let who = phrase_before(tokens, cue.left);
    let had = who.start.checked_sub(1).filter(|_| !who.is_empty())?;
    let heard = tokens[had].any(words![
        "had",
        "have",
        "has",
        "heard",
        "hear",
        "i've",
        "i\u{2019}ve",
        "we've",
        "we\u{2019}ve"
    ]);
    let person = tokens[who.start].any(words!["a", "an", "one"])
        || tokens[who.end - 1].is(Class::PERSON) && who.len() == 1;
    (heard && person).then_some(who)
}

/// Within how many words "to" stands behind whoever is urged.
const OBJECT: usize = 5;

/// Whether what stands around a base form leaves no doubt that it is a verb that reports.
fn is_sure(tokens: &[Token<'_>], cue: &Cue, previous: &Token<'_>, verb: &Verb) -> bool {
    // `Organizers of the recall claim to have won`
    let to = || {
        tokens
            .get(cue.tokens.end)
            .is_some_and(|next| next.is_word("to"))
    };
    let claimed = verb.lemma == "claim" && previous.kind != Kind::Genitive && to();
    // `Police urge public to stay calm`
    let urged = || {
        let near = cue.tokens.end + 1..tokens.len().min(cue.tokens.end + OBJECT);
        let to = near
            .into_iter()
            .find(|at| tokens[*at].is_word("to") || !tokens[*at].is_plain());
        let people =
            previous.is_word("police") || previous.is(Class::PERSON) && previous.ends_in_s();
        people
            && verb.frames.has(Frames::NP_TO)
            && tokens.get(cue.tokens.end).is_some_and(|next| {
                next.kind == Kind::Word
                    && !next.is(Class::PREPOSITION.or(Class::AND).or(Class::AUXILIARY))
            })
            && to.is_some_and(|to| tokens[to].is_word("to"))
    };
    previous.ends_in_s() && says_what(tokens, cue.tokens.end)
        || urged()
        || claimed && plural_subject(tokens, cue.left)
        || shown_at_end(tokens, cue, verb)
        || told_in_print(tokens, cue, verb)
}

/// Whether a sentence ends with what shows it: `Prices fell in May, Labour Department data show`.
fn shown_at_end(tokens: &[Token<'_>], cue: &Cue, verb: &Verb) -> bool {
    let documents = |token: &Token<'_>| {
        token.is_word("data") || token.is(Class::DOCUMENT) && token.text.ends_with('s')
    };
    verb.frames.has(Frames::THAT)
        && cue.tokens.end == tokens.len()
        && subject(tokens, 0, cue.left).is_some_and(|found| {
            found.start > 0
                && tokens[found.start - 1].is_mark(',')
                && documents(&tokens[found.end - 1])
        })
}

/// How many words may be put between a verb and what it is that is said.
const CLEFT: usize = 16;

/// Whether a sentence says with "What" and "is that" what somebody says: `What they fear, though they will not say so, is
/// that`.
fn says_what(tokens: &[Token<'_>], behind: usize) -> bool {
    let apart = tokens.get(behind).is_some_and(|next| next.is_mark(','));
    let far = tokens.len().min(behind + if apart { CLEFT } else { 1 });
    (behind..far).any(|at| is_cleft(tokens, at))
}

/// How many words may stand before the auxiliary of an inverted clause, and how many its subject may have.
const OPENING: usize = 6;
const INVERTED: usize = 6;

/// Words with which such a clause opens.
const INVERTING: WordList = WordList::new(&[
    "at", "never", "nowhere", "nor", "neither", "only", "not", "rarely", "in",
]);

fn denies(token: &Token<'_>) -> bool {
    token.is(Class::NEGATION) || token.any(words!["no", "never", "nowhere", "nor", "neither"])
}

/// The auxiliary of a clause that opens with a denial or "only": `At no point did Orr say that`.
pub(in crate::articles::quotations) fn inverted_do(
    tokens: &[Token<'_>],
    left: usize,
) -> Option<usize> {
    if !tokens[0].any(&INVERTING) {
        return None;
    }
    let near = left.saturating_sub(INVERTED).max(1)..left;
    let helps = near
        .rev()
        .find(|at| tokens[*at].is(Class::DO) && tokens[*at].kind == Kind::Word)?;
    let inverts = |token: &Token<'_>| denies(token) || token.any(words!["only", "rarely"]);
    let inverts = tokens[..helps].iter().any(inverts);
    let plain = tokens[..left].iter().all(Token::is_plain);
    let subject = left > helps + 1 && !(helps + 1..left).any(|at| is_verb(tokens, at));
    (helps <= OPENING && inverts && plain && subject).then_some(helps)
}

/// How many words may tell where something is reported.
const PRINT: usize = 12;

/// Whether people tell where they are read what follows: `Scientists report in the Journal of Fish that`.
fn told_in_print(tokens: &[Token<'_>], cue: &Cue, verb: &Verb) -> bool {
    let near = cue.tokens.end + 1..tokens.len().min(cue.tokens.end + PRINT);
    let mut plain = near.take_while(|at| tokens[*at].is_plain() && !is_verb(tokens, *at));
    verb.lemma == "report"
        && tokens
            .get(cue.tokens.end)
            .is_some_and(|next| next.is_word("in"))
        && plain.any(|at| tokens[at].is_word("that"))
        && plural_subject(tokens, cue.left)
}

/// Within how many words a clause that documents show has its verb.
pub(super) const SHOWN: usize = 8;

/// How far before "and" the infinitive may stand that it goes on with.
const INFINITIVE: usize = 14;

/// Whether "and" goes on with an infinitive that reports nothing: `wanted to meet her and express support`.
fn wants(tokens: &[Token<'_>], and: usize) -> bool {
    let near = and.saturating_sub(INFINITIVE)..and.saturating_sub(1);
    let to = near
        .rev()
        .find(|at| tokens[*at].is_word("to") || is_verb(tokens, *at));
    to.is_some_and(|to| {
        let next = &tokens[to + 1];
        tokens[to].is_word("to")
            && !next.may_report()
            && next.kind == Kind::Word
            && next.is(Class::BASE.or(Class::BASE_OR_NOUN).or(Class::VERB))
    })
}

/// Whether what stands beside a base form makes it a verb that reports.
fn is_clear(left: usize, previous: &Token<'_>, next: Option<&Token<'_>>, verb: &Verb) -> bool {
    // `Scholars hail initiative as anchor`
    let opening = previous.is(Class::PERSON) && previous.text.ends_with('s') && left <= 3;
    // `…, bank records show`
    let closed = next.is_none_or(|next| next.is_mark(','))
        && previous.is(Class::SPEAKER)
        && matches!(&*verb.lemma, "show" | "suggest" | "indicate" | "estimate");
    closed
        || next.is_some_and(|next| {
            next.is_word("that")
                || next.any(words!["whether", "if"])
                    && verb.frames.has(Frames::WH)
                    && !verb.doubtful.sense
                || opening && next.kind == Kind::Name
                || next.quoted().is_some()
                || next.is(Class::DETERMINER.or(Class::SUBJECT))
                || contracted(next)
                || next.is_word("to") && verb.frames.has(Frames::TO)
        })
}

/// Behind a modal: `would not say`, `would only say that`, `neither would say whether`.
fn modal(tokens: &[Token<'_>], cue: Cue, before: &Before, verb: &Verb) -> Option<Cue> {
    let only = tokens[cue.left..=cue.tokens.end.min(tokens.len() - 1)]
        .iter()
        .any(|token| token.is_word("only"));
    let nobody = LazyCell::new(|| {
        subject(tokens, 0, cue.left)
            .is_some_and(|found| tokens[found.start].any(words!["neither", "nobody", "none", "no"]))
    });
    let says = matches!(&*verb.lemma, "say" | "confirm" | "disclose" | "tell");
    // `Customers should not expect prices to fall`: nobody does.
    let advised = tokens[cue.left..cue.tokens.start]
        .iter()
        .any(|token| token.any(words!["should", "must", "ought"]));
    if advised
        && matches!(
            &*verb.lemma,
            "expect" | "assume" | "think" | "believe" | "fear"
        )
    {
        return None;
    }
    let told = before.negated || says && (only || says_what(tokens, cue.tokens.end) || *nobody);
    // `The chancellor will say that`
    let expected = !told && is_expected(tokens, &cue, verb);
    if !(told || expected || cue.questioned) {
        return None;
    }
    Some(Cue {
        negated: cue.negated || *nobody,
        questioned: cue.questioned || expected,
        ..cue
    })
}

/// Verbs that tell what somebody is going to say.
const EXPECTED: [&str; 8] = [
    "say", "tell", "argue", "insist", "warn", "urge", "call on", "call for",
];

/// Whether "will" tells what is expected to be said, by a clause or an object behind it.
fn is_expected(tokens: &[Token<'_>], cue: &Cue, verb: &Verb) -> bool {
    let modal = &tokens[cue.left..cue.tokens.start];
    let will = modal
        .iter()
        .any(|token| token.any(words!["will", "he'll", "she'll", "they'll"]))
        || verb.lemma == "insist" && modal.iter().any(|token| token.is_word("would"));
    let opens = Class::DETERMINER.or(Class::SUBJECT).or(Class::POSSESSIVE);
    // `I will say that it was hard`
    let mut subject = tokens[..=cue.left].iter().rev().take(2);
    let own = subject.any(|token| {
        token.any(words![
            "i", "we", "you", "anybody", "i'll", "we'll", "you'll"
        ])
    }) || cue.left == 0 && tokens[0].is_word("will");
    will && !own
        && EXPECTED.contains(&&*verb.lemma)
        && tokens.get(cue.tokens.end).is_some_and(|next| {
            next.is_word("that")
                || next.quoted().is_some()
                || next.is(opens)
                || next.kind == Kind::Name
                || next.is_mark(':')
                    && tokens
                        .get(cue.tokens.end + 1)
                        .is_some_and(|next| next.quoted().is_some())
        })
}
