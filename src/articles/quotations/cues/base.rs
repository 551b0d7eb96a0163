//! The base form of a verb as a cue: behind an auxiliary, a subject in the plural or a verb that it depends on.

use std::ops::Range;

use super::super::content::{is_share, judged_as};
use super::super::lexicon::Class;
use super::super::phrases::{is_behind_noun, is_verb, phrase_before, subject};
use super::super::verbs::{Frames, Verb};
use super::super::words::{Kind, Token};
use super::Cue;
use super::before::{Before, before};

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
    // `Did she ever say that …?`
    if tokens[0].is(Class::DO) {
        cue.questioned = true;
        return Some(cue);
    }
    if previous.is_word("to") && cue.left >= 2 {
        return infinitive(tokens, cue, next, verb);
    }
    let closes = shown_at_end(tokens, &cue, verb);
    let plural = closes
        || previous.is(Class::SUBJECT) && !previous.any(&["he", "she", "it"])
        || previous.any(&[
            "whom",
            "majority",
            "half",
            "third",
            "quarter",
            "percent",
            "plurality",
        ])
        || is_share(previous)
        || is_ratio(tokens, cue.left)
        || verb.frames.has(Frames::QUOTE) && previous.any(&SOME)
        || matches!(previous.kind, Kind::Word | Kind::Name)
            && (previous.text.ends_with('s') || previous.any(&PEOPLE))
            && !previous.is(Class::PREPOSITION
                .or(Class::AUXILIARY)
                .or(Class::POSSESSIVE))
        || previous.is_mark(',')
        || previous.is(Class::AND)
        || PAST_TOO.contains(&&*verb.lemma)
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
    let shown = (documents(previous)
        || subject(tokens, 0, cue.left).is_some_and(|found| documents(&tokens[found.end - 1])))
        && verb.frames.has(Frames::THAT)
        && tokens[cue.tokens.end..]
            .iter()
            .take(2)
            .all(|token| token.mark().is_none())
        && (cue.tokens.end + 1..tokens.len().min(cue.tokens.end + SHOWN))
            .any(|at| is_verb(tokens, at));
    let judged = verb.lemma == "see" && judged_as(tokens, &(cue.tokens.end..tokens.len()));
    // `Traders in oil markets estimate Norland is pumping too much`
    let far = cue.tokens.end + 1..tokens.len().min(cue.tokens.end + SHOWN);
    let told = next.is_some_and(|next| next.kind == Kind::Name)
        && verb.frames.has(Frames::THAT)
        && plural_subject(tokens, cue.left)
        && far
            .take_while(|at| tokens[*at].mark().is_none())
            .any(|at| is_verb(tokens, at));
    (!doubtful || shown || closes || judged || told || is_clear(cue.left, previous, next, verb))
        .then_some(cue)
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

/// Whether a share ends here that is told as a ratio: `four in 10`.
fn is_ratio(tokens: &[Token<'_>], end: usize) -> bool {
    let number = |token: &Token<'_>| token.kind == Kind::Number || token.is(Class::NUMBER);
    end >= 3
        && number(&tokens[end - 1])
        && tokens[end - 2].any(&["in", "of"])
        && number(&tokens[end - 3])
}

/// The base form behind "to": `is expected to say`, `used the speech to argue that`.
fn infinitive(
    tokens: &[Token<'_>],
    mut cue: Cue,
    next: Option<&Token<'_>>,
    verb: &Verb,
) -> Option<Cue> {
    let left = cue.left - 1;
    let lead = &tokens[left - 1];
    if lead.any(&[
        "expected",
        "due",
        "set",
        "likely",
        "scheduled",
        "expects",
        "plans",
        "planned",
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
    if lead.any(&["unable", "able"]) && unsaid && left >= 2 {
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
    if lead.any(&["quick", "careful", "swift", "keen"]) && cue.left >= 3 {
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
    if let Some(took) = took_to(tokens, left) {
        cue.left = before(tokens, took).left;
        return Some(cue);
    }
    if lead.any(&[
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
        "sought",
    ]) {
        cue.left = left - 1 - usize::from(lead.is_word("on") && left >= 2);
        return Some(cue);
    }
    None
}

/// Whom something made say what an infinitive reports: `which led the harbour board to warn that`, `…, prompting
/// Vell to deny it`.
pub(in crate::articles::quotations) fn made_to(
    tokens: &[Token<'_>],
    to: usize,
) -> Option<Range<usize>> {
    const MADE: [&str; 15] = [
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
    ];
    const MAKING: [&str; 5] = ["prompting", "leading", "causing", "forcing", "provoking"];
    let who = phrase_before(tokens, to);
    let made = who.start.checked_sub(1).filter(|_| !who.is_empty())?;
    let behind_comma = made > 0 && tokens[made - 1].is_mark(',');
    let makes = tokens[made].any(&MADE) || behind_comma && tokens[made].any(&MAKING);
    (makes && tokens[to].is_word("to")).then_some(who)
}

/// The verb of taking to where something was said: `took to the airwaves to denounce`.
fn took_to(tokens: &[Token<'_>], to: usize) -> Option<usize> {
    let near = to.saturating_sub(LONGEST_OUTLET)..to;
    let took = near.rev().find(|at| tokens[*at].any(&["took", "taken"]))?;
    let outlet = took + 2..to;
    let plain = |token: &Token<'_>| matches!(token.kind, Kind::Name | Kind::Word);
    let named = !outlet.is_empty() && tokens[outlet].iter().all(plain);
    (named && tokens[took + 1].is_word("to")).then_some(took)
}

/// How many words tell that somebody took to where something was said.
const LONGEST_OUTLET: usize = 7;

/// Within how many words a clause that documents show has its verb.
const SHOWN: usize = 8;

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
                || next.any(&["whether", "if"])
                    && verb.frames.has(Frames::WH)
                    && !verb.doubtful.sense
                || opening && next.kind == Kind::Name
                || next.quoted().is_some()
                || next.is(Class::DETERMINER.or(Class::SUBJECT))
                || next.is_word("to") && verb.frames.has(Frames::TO)
        })
}

/// Behind a modal: `would not say`, `would only say that`, `neither would say whether`.
fn modal(tokens: &[Token<'_>], mut cue: Cue, before: &Before, verb: &Verb) -> Option<Cue> {
    let only = tokens[cue.left..=cue.tokens.end.min(tokens.len() - 1)]
        .iter()
        .any(|token| token.is_word("only"));
    let nobody = subject(tokens, 0, cue.left)
        .is_some_and(|found| tokens[found.start].any(&["neither", "nobody", "none", "no"]));
    let says = matches!(&*verb.lemma, "say" | "confirm" | "disclose" | "tell");
    cue.negated |= nobody;
    let told = before.negated || says && (only || nobody);
    // `The chancellor will say that`
    cue.questioned |= !told && is_expected(tokens, &cue, verb);
    (told || cue.questioned).then_some(cue)
}

/// How many words the second of two names may have.
const LONGEST_NAME: usize = 4;

/// Whether two names joined by "and" stand before a verb: `Orr and Mr. Vell say`.
fn are_joined(tokens: &[Token<'_>], left: usize) -> bool {
    let near = left.saturating_sub(LONGEST_NAME + 1)..left;
    let and = near.rev().find(|at| tokens[*at].kind != Kind::Name);
    and.is_some_and(|and| {
        and > 0
            && and + 1 < left
            && tokens[and].is_word("and")
            && (tokens[and - 1].kind == Kind::Name || tokens[and - 1].is(Class::PERSON))
            && !tokens[left - 1].is(Class::TIME)
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
        .any(|token| token.any(&["will", "he'll", "she'll", "they'll"]))
        || verb.lemma == "insist" && modal.iter().any(|token| token.is_word("would"));
    let opens = Class::DETERMINER.or(Class::SUBJECT).or(Class::POSSESSIVE);
    // `I will say that it was hard`
    let mut subject = tokens[..=cue.left].iter().rev().take(2);
    let own = subject
        .any(|token| token.any(&["i", "we", "you", "anybody", "i'll", "we'll", "you'll"]))
        || cue.left == 0 && tokens[0].is_word("will");
    will && !own
        && EXPECTED.contains(&&*verb.lemma)
        && tokens.get(cue.tokens.end).is_some_and(|next| {
            next.is_word("that")
                || next.quoted().is_some()
                || next.is(opens)
                || next.kind == Kind::Name
        })
}

/// Nouns in the plural that do not end as others do.
const PEOPLE: [&str; 5] = ["people", "police", "men", "women", "accused"];

/// Words that stand for several people.
const SOME: [&str; 6] = ["some", "many", "most", "several", "few", "others"];

/// Whether the subject before a verb is in the plural, whatever stands between: `officials at the ministry`.
fn plural_subject(tokens: &[Token<'_>], left: usize) -> bool {
    let found = subject(tokens, 0, left);
    found.is_some_and(|found| {
        let of = (found.start + 1..found.end).find(|at| tokens[*at].is(Class::PREPOSITION));
        let mut end = of.unwrap_or(found.end);
        // `sources close to the minister`
        if end - found.start > 1 && is_behind_noun(&tokens[end - 1]) {
            end -= 1;
        }
        let head = &tokens[end - 1];
        if tokens[found.start].is_word("those")
            || found.len() == 1 && tokens[found.start].any(&SOME)
        {
            return true;
        }
        let many = head.text.len() > 3 && head.text.ends_with('s') && head.is(Class::SPEAKER);
        end < left && (many || head.any(&PEOPLE))
    })
}

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
        tokens[*at].any(&[
            "latest", "first", "second", "third", "last", "only", "newest",
        ])
    })?;
    let main = rank.checked_sub(2)?;
    let joined = tokens[rank - 1].is_word("the")
        && tokens[main].any(&["became", "becomes", "become", "is", "was"])
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
        || token.any(&[
            "want", "wants", "wanted", "need", "needs", "needed", "like", "likes", "liked", "have",
            "seem", "seems", "failed", "fails", "forced", "allowed", "led", "made",
        ]);
    let found = before(tokens, main);
    let held = !found.negated && !found.modal && !found.be;
    (!apart && !asks && !unreal && held && found.left > 0).then_some(found.left)
}
