//! What follows a verb of saying and is no content: `declined to comment`, `told reporters when asked`.

use std::ops::Range;

use super::super::lexicon::Class;
use super::super::phrases::is_verb;
use super::super::verbs::{Frames, Verb};
use super::super::word_list::WordList;
use super::super::words::{Kind, Token};
use super::points_to_time;

/// What somebody may decline to say in so many words: `declined to apologise`.
const OWNED_UP: WordList = WordList::new(&[
    "acknowledge",
    "admit",
    "apologise",
    "apologize",
    "clarify",
    "condemn",
    "concede",
    "deny",
    "endorse",
    "explain",
    "name",
    "promise",
]);

/// `declined to comment`, `declined to be named`, `told reporters when asked`: what follows is no content.
pub(super) fn tells_nothing(tokens: &[Token<'_>], begin: usize, verb: &Verb) -> bool {
    let Some(next) = tokens.get(begin + 1) else {
        return false;
    };
    // `The shares fell, adding to concern that demand was weak`
    if verb.lemma == "add" && tokens[begin].is_word("to") {
        return true;
    }
    let pressed = tokens[begin].is_word("when")
        && next.any(words!["asked", "pressed", "questioned", "reached"]);
    let unsaid = matches!(&*verb.lemma, "refuse" | "decline")
        && tokens[begin].is_word("to")
        && (!tells(tokens, begin + 1) || !next.any(&OWNED_UP));
    // `The plan that she announced last week has failed`
    let timed = verb.frames.has(Frames::NP)
        && points_to_time(tokens, begin)
        && tokens
            .get(begin + 2)
            .is_none_or(|_| is_verb(tokens, begin + 2));
    // `declined to comment on what she called "a rumour"`
    let thing = tokens[begin].is_word("what")
        && verb.particle.last().is_some_and(|last| last == "on")
        && !verb
            .frames
            .has(Frames::NP.or(Frames::THAT).or(Frames::NP_THAT));
    thing || unsaid || pressed || timed || verb.lemma == "tell" && names_programme(tokens, begin)
}

/// Whether a stretch within marks is whom somebody told: `told "Market Talk" on Friday`.
fn names_programme(tokens: &[Token<'_>], at: usize) -> bool {
    let inner = tokens[at]
        .text
        .trim_matches(|mark: char| !mark.is_alphanumeric());
    let closed = tokens[at].before_closing();
    let mut words = inner.split_whitespace();
    tokens[at].quoted().is_some()
        && closed.ends_with(char::is_alphanumeric)
        && words.clone().count() > 1
        && words.all(|word| {
            word.starts_with(char::is_uppercase) || matches!(word, "of" | "the" | "and" | "with")
        })
        && tokens
            .get(at + 1)
            .is_some_and(|next| next.is_word("on") || next.is(Class::TIME))
}

/// Whether a word with what follows it is a verb that reports.
fn tells(tokens: &[Token<'_>], at: usize) -> bool {
    let mut readings = tokens[at].readings().iter();
    readings.any(|(verb, _)| {
        let verb = tokens[at].verb(*verb);
        let mut words = verb.particle.iter().enumerate();
        verb.counts
            && words.all(|(place, word)| {
                tokens
                    .get(at + 1 + place)
                    .is_some_and(|next| next.is_word(word))
            })
    })
}

/// `not to be named` and the like: a condition, no report.
pub(in crate::articles::quotations) fn anonymous(content: &[Token<'_>]) -> bool {
    let named = content.iter().take(9).any(|token| {
        token.any(words![
            "named",
            "identified",
            "quoted",
            "anonymity",
            "anonymous",
            "withheld"
        ])
    });
    let used = content.windows(4).take(9).any(|words| {
        words[0].any(words!["name", "names"]) && words[3].any(words!["used", "published"])
    });
    (named || used) && content[0].any(words!["not", "to", "that", "for", "anonymity"])
}

/// Objects with which a verb says nothing: `claimed victory`, `denied them visas`, `says a great deal`.
const UNSAID: [(&str, &str); 8] = [
    (
        "answer",
        "question questions query queries call calls phone telephone door letter letters email emails prayer \
         prayers inquiry inquiries",
    ),
    (
        "concede",
        "penalty goal goals point points lead ground seat seats defeat",
    ),
    (
        "confirm",
        "place places spot spots qualification promotion relegation",
    ),
    (
        "declare",
        "bankruptcy insolvency war independence interest dividend dividends state emergency",
    ),
    ("argue", "case cases appeal appeals"),
    (
        "claim",
        "victory victories record title titles seat seats life lives prize lead spot win credit throne crown \
         mantle night evening",
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

/// What somebody may threaten, beside whom or what may come to harm: `threatened legal action`.
const THREATS: WordList = WordList::new(&[
    "action",
    "actions",
    "sanctions",
    "tariffs",
    "strike",
    "strikes",
    "retaliation",
    "attack",
    "attacks",
    "war",
    "lawsuit",
    "lawsuits",
    "suit",
    "veto",
    "revenge",
    "reprisals",
    "boycott",
    "shutdown",
    "measures",
    "consequences",
    "walkout",
    "resignation",
    "protests",
    "response",
    "force",
    "fines",
]);

/// What is answered without a word of what was said.
const ANSWERED: WordList =
    WordList::new(&["call", "calls", "phone", "telephone", "door", "doorbell"]);

/// What investors hold.
const HELD: WordList = WordList::new(&[
    "share", "shares", "stock", "stocks", "stake", "stakes", "bonds",
]);

/// Where somebody is admitted to.
const ENTERED: WordList = WordList::new(&[
    "country",
    "hospital",
    "hospitals",
    "university",
    "college",
    "school",
    "prison",
    "ward",
    "clinic",
    "bloc",
    "academy",
]);

/// Within how many words it stands what somebody holds.
const LONGEST_HOLDING: usize = 4;

/// What others said, of which somebody takes note.
const OF_OTHERS: WordList = WordList::new(&[
    "report",
    "reports",
    "statement",
    "statements",
    "remark",
    "remarks",
    "comments",
    "announcement",
    "article",
    "coverage",
]);

/// Whether a phrase is that of an office that gives news, or of those who know: `the press service of the port`, `its
/// sources`.
pub(in crate::articles::quotations) fn is_office(tokens: &[Token<'_>], part: Range<usize>) -> bool {
    const OFFICES: WordList =
        WordList::new(&["service", "office", "department", "source", "sources"]);
    let plain = part
        .clone()
        .all(|at| tokens[at].is_plain() && !is_verb(tokens, at));
    let of = part
        .clone()
        .skip(1)
        .find(|at| tokens[*at].is(Class::PREPOSITION) && tokens[*at].kind == Kind::Word)
        .unwrap_or(part.end);
    plain && of > part.start && tokens[of - 1].any(&OFFICES)
}

/// The words of a part before its first verb, mark or word that joins a clause.
fn before_verb(tokens: &[Token<'_>], part: &Range<usize>) -> impl Iterator<Item = usize> {
    let joins = Class::RELATIVE.or(Class::SUBORDINATOR);
    part.clone().take_while(move |at| {
        let token = &tokens[*at];
        let apart = token.is(joins) && !token.is(Class::PREPOSITION.or(Class::DETERMINER));
        token.is_plain() && !apart && !is_verb(tokens, *at)
    })
}

/// Whether nothing but words of others stands as the object: `noted the reports`, `noted the statement by the port`, but
/// `noted a report by the port`.
fn takes_note(tokens: &[Token<'_>], part: &Range<usize>) -> bool {
    let first = &tokens[part.start];
    let joins = Class::PREPOSITION.or(Class::AND);
    let stop = (part.start..part.end).find(|at| {
        let token = &tokens[*at];
        let apart = token.is(joins) && token.kind == Kind::Word;
        apart || !token.is_plain() || is_verb(tokens, *at)
    });
    // `noted the report was late`
    if stop.is_some_and(|at| is_verb(tokens, at) || tokens[at].quoted().is_some()) {
        return false;
    }
    let stop = stop.unwrap_or(part.end);
    let known = !first.any(words!["a", "an", "one", "another", "no"]);
    known && stop > part.start && tokens[stop - 1].any(&OF_OTHERS)
}

/// Whether an object has nothing to do with telling: `showed no emotion`, `thought better of it`, `threatens our
/// security`, `found 53 people in a van`.
fn is_of_deeds(tokens: &[Token<'_>], part: &Range<usize>, verb: &Verb) -> bool {
    let first = &tokens[part.start];
    let plain = || {
        !part
            .clone()
            .any(|at| is_verb(tokens, at) || tokens[at].quoted().is_some())
    };
    match &*verb.lemma {
        "show" => first.is_word("no"),
        // `China has noted the reports`
        "note" => takes_note(tokens, part),
        // `the number of people admitted to the country`
        "admit to" => part
            .clone()
            .take(LONGEST_HOLDING)
            .take_while(|at| tokens[*at].is_plain() && !is_verb(tokens, *at))
            .any(|at| tokens[at].any(&ENTERED)),
        // `the agency cites the press service of the port`
        "cite" => is_office(tokens, part.clone()),
        // `the officer who answered four of those calls`
        "answer" if first.kind == Kind::Number => {
            let asked = words![
                "questions",
                "question",
                "queries",
                "calls",
                "letters",
                "emails"
            ];
            part.clone()
                .take(LONGEST_HOLDING)
                .any(|at| tokens[at].any(asked))
        }
        "answer" => before_verb(tokens, part).any(|at| tokens[at].any(&ANSWERED)),
        // `The fund, which holds Norland Steel shares`
        "hold" => part
            .clone()
            .take(LONGEST_HOLDING)
            .take_while(|at| tokens[*at].is_plain())
            .any(|at| tokens[at].any(&HELD)),
        // `called up three players`
        "call" => first.any(words!["up", "off", "out", "in"]) && plain(),
        // `cries when she sees her friends`
        "see" => first.is(Class::POSSESSIVE) && plain(),
        "think" => first.any(words!["better", "twice"]),
        "respond" | "reply" => first.is_word("to") && plain(),
        "threaten" => plain() && !part.clone().any(|at| tokens[at].any(&THREATS)),
        "find" => {
            let counted = first.kind == Kind::Number || first.is(Class::NUMBER);
            let people = part.clone().any(|at| tokens[at].is(Class::PERSON));
            // `found them two apprentices`
            let for_them = first.is(Class::OBJECT)
                && part.len() > 2
                && tokens[part.start + 1].is(Class::NUMBER.or(Class::DETERMINER));
            for_them || counted && people && !part.clone().any(|at| is_verb(tokens, at))
        }
        _ => false,
    }
}

pub(super) fn unsaid(tokens: &[Token<'_>], part: &Range<usize>, verb: &Verb) -> bool {
    if is_of_deeds(tokens, part, verb) {
        return true;
    }
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
    if last.is_some_and(|last| last.any(words!["lives", "lead", "places"])) && verb.lemma == "claim"
    {
        return true;
    }
    let apart = verb.lemma == "say" && (stop..part.end).any(|at| is_verb(tokens, at));
    // `said ministers "sabotaged" the deal`
    let marks = (part.start + 1..stop).any(|at| tokens[at].quoted().is_some());
    // `says no deal yet`
    let no_deal = verb.lemma == "say" && tokens[part.start].is_word("no") && part.len() > 2;
    let clause = apart || marks || no_deal || stop < part.end && is_verb(tokens, stop);
    !clause
        && tokens[part.start..stop]
            .iter()
            .any(|token| heads.split_whitespace().any(|head| token.is_word(head)))
}
