//! Objects of reporting verbs: those that say nothing, those that are a stance, and reasons.

use std::ops::Range;

use super::super::lexicon::Class;
use super::super::phrases::{is_verb, phrase_end};
use super::super::tails;
use super::super::verbs::{Object, Verb};
use super::super::words::{Kind, Token};

/// Objects with which a verb says nothing: `claimed victory`, `denied them visas`, `says a great deal`.
const UNSAID: [(&str, &str); 6] = [
    (
        "concede",
        "penalty goal goals point points lead ground seat seats",
    ),
    (
        "declare",
        "bankruptcy insolvency war independence interest dividend dividends state emergency",
    ),
    ("argue", "case cases appeal appeals"),
    (
        "claim",
        "victory victories record title titles seat seats life lives prize lead spot win credit throne crown \
         mantle",
    ),
    (
        "deny",
        "access entry visa visas permission bail request requests appeal motion petition application right \
         rights chance opportunity job jobs asylum parole benefits coverage aid entrance service care funding \
         funds",
    ),
    (
        "say",
        "lot deal much little nothing something anything everything prayer goodbye hello word words",
    ),
];

pub(super) fn unsaid(tokens: &[Token<'_>], part: &Range<usize>, verb: &Verb) -> bool {
    let Some((_, heads)) = UNSAID.iter().find(|(lemma, _)| *lemma == verb.lemma) else {
        return false;
    };
    let stop = (part.start..part.end)
        .find(|at| {
            tokens[*at].is(Class::PREPOSITION.or(Class::AND).or(Class::RELATIVE))
                || tokens[*at].mark().is_some()
                || is_verb(tokens, *at)
        })
        .unwrap_or(part.end);
    // `said the deal, worth a lot, was good`
    // `claimed three lives`
    let last = tokens.get(stop).filter(|_| stop + 1 == part.end);
    if last.is_some_and(|last| last.any(&["lives", "lead", "places"])) && verb.lemma == "claim" {
        return true;
    }
    let apart = verb.lemma == "say" && (stop..part.end).any(|at| is_verb(tokens, at));
    let clause = apart || stop < part.end && is_verb(tokens, stop);
    !clause
        && tokens[part.start..stop]
            .iter()
            .any(|token| heads.split_whitespace().any(|head| token.is_word(head)))
}

/// Verbs that utter a stance, and the nouns for one: `stressed the importance of trust`.
const UTTERING: [&str; 9] = [
    "underscore",
    "stress",
    "emphasize",
    "emphasise",
    "underline",
    "highlight",
    "reiterate",
    "reaffirm",
    "affirm",
];
const STANCES: [&str; 16] = [
    "importance",
    "need",
    "necessity",
    "significance",
    "urgency",
    "commitment",
    "support",
    "readiness",
    "willingness",
    "opposition",
    "desire",
    "concern",
    "concerns",
    "determination",
    "call",
    "calls",
];

const DOUBTS: [&str; 9] = [
    "concern",
    "concerns",
    "question",
    "questions",
    "objection",
    "objections",
    "doubt",
    "doubts",
    "fears",
];

/// Whether something is to be done: `stressed keeping the ports open`, not `stressed funding for schools`.
pub(super) fn is_urged(tokens: &[Token<'_>], part: &Range<usize>, verb: &Verb) -> bool {
    let [first, next, ..] = &tokens[part.clone()] else {
        return false;
    };
    UTTERING.contains(&&*verb.lemma)
        && first.is_gerund()
        && next.mark().is_none()
        && (!next.is(Class::PREPOSITION) || next.is_word("to"))
}

pub(super) fn is_stance(tokens: &[Token<'_>], part: &Range<usize>, verb: &Verb) -> bool {
    // `alluded to the fact that the port may close`
    let fact = tokens[part.clone()].get(..3).is_some_and(|words| {
        words[0].is_word("the") && words[1].is_word("fact") && words[2].is_word("that")
    });
    if fact && part.len() > 4 {
        return true;
    }
    let end = phrase_end(tokens, part.start).min(part.end);
    let named = tokens[part.start..end]
        .iter()
        .any(|token| token.any(&STANCES));
    // `raised her concerns about the dam`
    let doubted = verb.lemma == "raise"
        && tokens[part.start..end]
            .iter()
            .any(|token| token.any(&DOUBTS));
    // `announced a plan to build 200 flats`
    let planned = matches!(&*verb.lemma, "announce" | "unveil" | "outline")
        && end > part.start
        && end + 1 < part.end
        && tokens[end - 1].any(&[
            "plan",
            "plans",
            "intention",
            "intentions",
            "proposal",
            "proposals",
        ])
        && tokens[end].is_word("to");
    // `repeated its claim that the islands are its own`
    let again = matches!(
        &*verb.lemma,
        "reiterate" | "repeat" | "restate" | "reaffirm" | "renew"
    ) && end > part.start
        && end + 1 < part.end
        && tokens[part.start].is(Class::DETERMINER.or(Class::POSSESSIVE))
        && (tokens[end - 1].is(Class::REPORT) || tokens[end - 1].any(&HELD))
        && (tokens[end].is_word("that")
            || tokens[end - 1].any(&HELD) && tokens[end].any(&["for", "to"]));
    UTTERING.contains(&&*verb.lemma) && named || doubted || planned || again
}

/// Nouns for what somebody holds or asks, which they say again: `reiterated its stance that`.
const HELD: [&str; 12] = [
    "position", "stance", "call", "calls", "demand", "demands", "offer", "pledge", "promise",
    "threat", "appeal", "plea",
];

/// Where one of some words stands in a part, not as its first.
pub(super) fn word_in(tokens: &[Token<'_>], part: &Range<usize>, words: &[&str]) -> Option<usize> {
    (part.start + 1..part.end).find(|at| tokens[*at].kind == Kind::Word && tokens[*at].any(words))
}

/// Whether a reaction is given a reason in words: `praised him for staying`, `praised him for his "courage"`.
pub(super) fn has_reason(tokens: &[Token<'_>], part: &Range<usize>) -> bool {
    let behind = |at: usize| &tokens[at + 1..part.end];
    let doing = word_in(tokens, part, &["for", "of", "over"])
        .and_then(|at| behind(at).iter().find(|next| !next.is_word("not")))
        .is_some_and(|next| next.text.ends_with("ing"));
    let marked = word_in(tokens, part, &["for"]).is_some_and(|at| {
        behind(at)
            .iter()
            .take(2)
            .any(|token| token.quoted().is_some())
    });
    // `criticised the board for the state of the pier`
    let done = word_in(tokens, part, &["for"]).is_some_and(|at| {
        let next = behind(at).first();
        let told = (part.start..at).any(|at| {
            tokens[at].text.ends_with("ing")
                || is_verb(tokens, at)
                || tokens[at].any(&["support", "call", "calls", "need", "plan", "plans"])
        });
        let time = behind(at).iter().take(3);
        !time
            .clone()
            .any(|token| token.is(Class::TIME.or(Class::NUMBER)))
            && !told
            && next.is_some_and(|next| {
                next.is(Class::DETERMINER.or(Class::POSSESSIVE)) || next.kind == Kind::Name
            })
    });
    doing || marked || done
}

/// Verbs of blame that report what is within marks: `denounced the "cruel and needless raid"`.
pub(super) const DECRYING: [&str; 5] = ["condemn", "denounce", "deplore", "decry", "lament"];

/// Whether a stretch within marks is what somebody said, and no name: three words at least, the first small.
pub(super) fn is_utterance(token: &Token<'_>) -> bool {
    let inner = token
        .text
        .trim_matches(|mark: char| !mark.is_alphanumeric());
    token.quoted().is_some()
        && inner.starts_with(char::is_lowercase)
        && inner.split_whitespace().nth(2).is_some()
}

/// Whether somebody is pressed, and not on or about a thing: `pressed the board for a date`.
pub(super) fn is_pressed(tokens: &[Token<'_>], part: &Range<usize>) -> bool {
    let first = part
        .clone()
        .find(|at| tokens[*at].is(Class::PREPOSITION) && tokens[*at].kind == Kind::Word);
    first.is_some_and(|at| at > part.start && tokens[at].is_word("for"))
}

/// A noun phrase that is a content, without a second verb of its subject and without when and where it was
/// said.
pub(super) fn object(tokens: &[Token<'_>], part: Range<usize>, verb: &Verb) -> Range<usize> {
    let timed = verb.object == Object::Finite || matches!(&*verb.lemma, "express" | "voice");
    let end = (part.start + 1..part.end).find(|at| {
        let next = tokens.get(*at + 1).filter(|_| *at + 1 < part.end);
        let and = tokens[*at].is(Class::AND) && tokens[*at].kind == Kind::Word;
        let comma = tokens[*at].is_mark(',');
        tokens[*at].any(&["after", "amid"])
            || timed && is_when(tokens, *at, part.end)
            || said_in(tokens, *at)
            || verb.lemma == "raise" && tokens[*at].is_word("with")
            || and
                && !tokens[part.start..*at]
                    .iter()
                    .any(|token| token.is_word("between"))
                && next.is_some_and(|next| {
                    tails::resumes(tokens, *at + 1)
                        && !is_attribute(tokens, *at + 1)
                        && !goes_on_to(tokens, part.start, *at)
                        && (is_verb(tokens, *at + 1) || !next.is(Class::THIRD))
                })
            || comma
                && next.is_some_and(|next| {
                    next.any(&["which", "who", "where", "when", "as", "while"])
                        && !is_inserted(tokens, part.start, *at)
                        || tails::resumes(tokens, *at + 1) && !is_listed(tokens, &part, *at)
                        || next.is(Class::AND)
                            && tails::opens_clause(tokens, *at + 2)
                            && !held(tokens, *at + 2)
                })
    });
    part.start..end.unwrap_or(part.end)
}

/// Whether a comma opens what stands between a subject and its verb: `concern that the port, when it closed, lost`.
fn is_inserted(tokens: &[Token<'_>], start: usize, comma: usize) -> bool {
    let that = (start + 1..comma)
        .rev()
        .find(|at| tokens[*at].is_word("that") && tokens[*at - 1].is(Class::REPORT));
    that.is_some_and(|that| !(that + 1..comma).any(|at| is_verb(tokens, at)))
}

/// Whether an infinitive goes on behind "and": `her resolve to finish the line and make it pay`.
fn goes_on_to(tokens: &[Token<'_>], start: usize, and: usize) -> bool {
    let plain = Class::BASE.or(Class::BASE_OR_NOUN);
    let base = tokens[and + 1].is(plain)
        || tokens[and + 1].any(&[
            "make", "take", "come", "give", "keep", "remain", "live", "work", "let", "bring",
            "build", "get", "go", "hold", "meet", "pay", "send", "win", "find", "do", "be", "have",
        ]);
    base && tokens[start..and].iter().any(|token| token.is_word("to"))
}

/// Whether a participle stands before its noun in a list: `in fields such as big data, integrated circuits and`.
fn is_listed(tokens: &[Token<'_>], part: &Range<usize>, comma: usize) -> bool {
    let earlier = (part.start..comma).any(|at| tokens[at].is_mark(','));
    let last = (comma + 3..part.end.min(comma + 8)).any(|at| tokens[at].any(&["and", "or"]));
    earlier && last && is_attribute(tokens, comma + 1)
}

/// Whether a day, a month or a year stands here, and no more of the phrase behind it: `on Friday`, `in July`, `in
/// late 2031`, `last week`.
fn is_when(tokens: &[Token<'_>], at: usize, end: usize) -> bool {
    let time = |token: &Token<'_>| token.is(Class::TIME) && token.kind == Kind::Name;
    let part = |token: &Token<'_>| token.any(&["early", "late", "mid"]) || token.is_dash();
    let first = (at + 1..end).find(|at| !part(&tokens[*at]));
    let day = tokens[at].any(&["on", "in"])
        && first.is_some_and(|first| time(&tokens[first]) || is_year(&tokens[first]));
    let span =
        |token: &Token<'_>| token.any(&["week", "month", "year", "weekend", "summer", "spring"]);
    let ago = tokens[at].any(&["last", "this", "earlier", "later"])
        && (at + 1..end.min(at + 3)).any(|at| span(&tokens[at]));
    let passed = |token: &Token<'_>| {
        time(token)
            || token.kind == Kind::Number
            || part(token)
            || ago && (span(token) || token.any(&["this", "last"]))
    };
    let behind = (at + 1..end).find(|at| !passed(&tokens[*at]));
    // `cuts in 2030 and 2031`
    let dated = first.is_some_and(|first| is_year(&tokens[first]));
    if dated && behind.is_some_and(|at| tokens[at].is(Class::AND)) {
        return false;
    }
    let day = day || ago;
    day && behind.is_none_or(|at| {
        tokens[at].mark().is_some() || tokens[at].is(Class::AND) || said_in(tokens, at)
    })
}

fn is_year(token: &Token<'_>) -> bool {
    token.text.len() == 4 && token.text.starts_with(['1', '2']) && token.kind == Kind::Number
}

/// Where somebody speaks that is their own: `on its channel`.
const OUTLETS: [&str; 14] = [
    "channel",
    "channels",
    "website",
    "site",
    "page",
    "account",
    "accounts",
    "feed",
    "blog",
    "wall",
    "podcast",
    "programme",
    "program",
    "show",
];
/// Documents of a court or an officer: `in her ruling`.
const RULINGS: [&str; 12] = [
    "verdict",
    "ruling",
    "judgment",
    "judgement",
    "decision",
    "opinion",
    "dissent",
    "sentencing",
    "testimony",
    "affidavit",
    "summation",
    "memo",
];

/// Whether it is told here in what something was said: `in a statement`, `at a news conference`.
pub(in crate::articles::quotations) fn said_in(tokens: &[Token<'_>], at: usize) -> bool {
    let phrase = || at + 1..phrase_end(tokens, at + 1);
    let own = |words: &[&str]| {
        let owned = tokens
            .get(at + 1)
            .is_some_and(|next| next.any(&["his", "her", "their", "its"]));
        owned && phrase().last().is_some_and(|last| tokens[last].any(words))
    };
    // `claimed the raid on its Telegram channel`, `noted the gravity of it in his verdict`
    if tokens[at].is_word("on") && own(&OUTLETS) || tokens[at].is_word("in") && own(&RULINGS) {
        return true;
    }
    tokens[at].any(&["in", "at", "during"])
        && tokens
            .get(at + 1)
            .is_some_and(|next| next.any(&["a", "an", "his", "her", "their"]))
        && phrase().any(|at| tokens[at].is(Class::OCCASION) || tokens[at].is_word("exchange"))
}

/// Whether a participle stands before its noun: `closed ports and abandoned boats`.
fn is_attribute(tokens: &[Token<'_>], at: usize) -> bool {
    let small = Class::DETERMINER
        .or(Class::POSSESSIVE)
        .or(Class::PREPOSITION)
        .or(Class::OBJECT)
        .or(Class::SUBJECT)
        .or(Class::ADVERB)
        .or(Class::AND)
        .or(Class::SUBORDINATOR)
        .or(Class::QUESTION)
        .or(Class::TIME);
    let plain = |token: &Token<'_>| token.kind == Kind::Word && !token.is(small);
    tokens[at].text.ends_with("ed") && tokens.get(at + 1).is_some_and(plain)
}

/// Whether a preposition stands between a noun phrase and the next verb, which may then be a participle of
/// it: `the release of the men held in May`.
fn held(tokens: &[Token<'_>], at: usize) -> bool {
    let stop = (at..tokens.len()).find(|at| is_verb(tokens, *at));
    tokens[at..stop.unwrap_or(at)]
        .iter()
        .any(|token| token.kind == Kind::Word && token.is(Class::PREPOSITION))
}

/// Parts of a whole, and round numbers behind an article.
const SHARES: [&str; 5] = ["half", "quarter", "fifth", "tenth", "dozen"];

/// Whether a word is a share: `two-thirds`, `74%`.
pub(in crate::articles::quotations) fn is_share(token: &Token<'_>) -> bool {
    let parts = ["-third", "-quarter", "-fifth", "-tenth"];
    let word = token.text.strip_suffix('s').unwrap_or(token.text);
    parts.iter().any(|part| word.ends_with(part))
        || token.kind == Kind::Number && token.text.ends_with('%')
}

/// Whether a content begins with a number and a word that makes it less exact: `about a third of them`.
pub(super) fn is_counted(tokens: &[Token<'_>], part: &Range<usize>) -> bool {
    let [first, next, rest @ ..] = &tokens[part.clone()] else {
        return false;
    };
    let share = next.is_word("a")
        && rest
            .first()
            .is_some_and(|noun| noun.is(Class::NUMBER) || noun.any(&SHARES));
    let number = share
        || next.is(Class::NUMBER)
        || next.any(&["half", "dozens", "hundreds", "thousands", "millions"])
        || is_share(next)
        || matches!(next.kind, Kind::Mark('$' | '£' | '€'));
    first.is_word("at") && next.any(&["least", "most"])
        || number && first.any(&["about", "around", "over", "under", "between"])
}
