//! Where the narration takes up what was said: when and in what, what it was, what followed from it.

use super::lexicon::Class;
use super::phrases::{is_verb, phrase_end};
use super::word_list::WordList;
use super::words::{Kind, Token};

/// Nouns by which the narration takes up what was said: `…, a figure that alarmed both sides`.
const TAKEN_UP: WordList = WordList::new(&[
    "blow",
    "setback",
    "boost",
    "snub",
    "change",
    "phrase",
    "term",
    "description",
    "admission",
    "concession",
    "fact",
    "figure",
    "figures",
    "move",
    "explanation",
    "reference",
    "sign",
    "sentiment",
    "stance",
    "step",
    "message",
    "line",
    "nod",
    "notion",
    "idea",
    "position",
    "accusation",
    "rebuke",
    "dig",
    "jab",
    "swipe",
    "shift",
    "departure",
    "reversal",
    "turnaround",
    "echo",
    "comparison",
]);

/// Participles with which the narration goes on: `…, citing two people close to the talks`.
const GOING_ON: WordList = WordList::new(&[
    "becoming",
    "joining",
    "setting",
    "putting",
    "ending",
    "capping",
    "marking",
    "revising",
    "citing",
    "referring",
    "speaking",
    "quoting",
    "drawing",
    "prompting",
    "gesturing",
    "addressing",
    "alluding",
    "invoking",
    "pointing",
    "apparently",
    "echoing",
    "sparking",
    "earning",
    "eliciting",
    "leaving",
    "triggering",
    "deferring",
    "handing",
    "dealing",
    "rejecting",
    "dismissing",
    "signaling",
    "signalling",
    "fueling",
    "fuelling",
    "reigniting",
    "angering",
]);

/// What the narration calls what was said: `said it would cut its rates in a move that surprised many`.
const MOVES: WordList = WordList::new(&[
    "move",
    "blow",
    "bid",
    "reversal",
    "setback",
    "step",
    "shift",
    "turnaround",
]);

/// Participles that tell of the document in which something was said.
const SHOWN: WordList = WordList::new(&[
    "read",
    "seen",
    "obtained",
    "published",
    "posted",
    "released",
    "sent",
    "shared",
    "broadcast",
    "aired",
]);

/// What was said is of its kind: `…, its strongest language yet`.
const FOREMOST: WordList = WordList::new(&[
    "first",
    "latest",
    "strongest",
    "clearest",
    "harshest",
    "toughest",
    "sharpest",
    "bluntest",
    "second",
    "most",
]);

/// What somebody raises who says something: `…, raising fears that war will follow`.
const RAISED: WordList = WordList::new(&[
    "speculation",
    "fears",
    "hopes",
    "questions",
    "doubts",
    "concerns",
    "concern",
    "alarm",
    "eyebrows",
    "expectations",
    "prospects",
]);

/// Whether the narration tells behind a comma what was raised by saying so.
pub(super) fn raises(tokens: &[Token<'_>], at: usize, end: usize) -> bool {
    let mut near = at + 1..end.min(at + 4);
    tokens[at].is_word("raising") && near.any(|at| tokens[at].any(&RAISED))
}

/// Participles of what moves markets.
const MOVING: WordList = WordList::new(&[
    "sending", "pushing", "lifting", "driving", "dragging", "knocking", "boosting", "helping",
    "hitting", "weighing",
]);

/// What is moved.
const MARKETS: WordList = WordList::new(&[
    "shares",
    "share",
    "stock",
    "stocks",
    "yields",
    "futures",
    "bonds",
    "currency",
    "benchmark",
]);

/// How far behind its participle what is moved may stand, in tokens.
const MOVED: usize = 6;

/// Whether the narration says who did so when: `…, the first member to do so`.
pub(super) fn ranked(tokens: &[Token<'_>], at: usize, end: usize) -> bool {
    tokens[at].is_word("the")
        && tokens.get(at + 1).is_some_and(|next| {
            next.any(words!["first", "second", "third", "latest", "last", "only"])
        })
        && tokens[at + 2..end.min(at + 14).max(at + 2)]
            .windows(2)
            .any(|pair| pair[0].is_word("to") && pair[1].any(words!["do", "be"]))
}

/// Whether the narration goes on behind a dash.
pub(super) fn apart(tokens: &[Token<'_>], at: usize, end: usize) -> bool {
    tokens[at].is_dash()
        && at + 1 < end
        && (goes_on(&tokens[at + 1])
            || counted(tokens, at + 1, end)
            || taken_up(tokens, at + 1, end)
            || ranked(tokens, at + 1, end))
}

/// Whether the narration counts what was done among others: `— one of many such visits`.
fn counted(tokens: &[Token<'_>], at: usize, end: usize) -> bool {
    let among = words![
        "many", "several", "few", "the", "a", "his", "her", "their", "its"
    ];
    let of = at + 3 < end && tokens[at + 1].is_word("of");
    of && tokens[at].any(words!["one", "two", "part", "among"]) && tokens[at + 2].any(among)
}

/// Whether the narration says here what was done by saying so: `in a move that surprised many`.
pub(super) fn in_a_move(tokens: &[Token<'_>], at: usize, end: usize) -> bool {
    let opened = at + 3 < end && tokens[at].is_word("in") && tokens[at + 1].any(words!["a", "an"]);
    let noun = |noun: &usize| tokens[*noun].any(&MOVES);
    opened
        && (at + 2..end.min(at + 5)).find(noun).is_some_and(|noun| {
            tokens
                .get(noun + 1)
                .is_some_and(|next| noun + 1 < end && next.any(words!["that", "which", "likely"]))
        })
}

/// Whether the narration says when it was: `…, hours after the talks`.
pub(super) fn later(tokens: &[Token<'_>], at: usize) -> bool {
    let times = words![
        "hours", "days", "weeks", "months", "years", "minutes", "moments", "just", "shortly", "a"
    ];
    let first = usize::from(tokens[at].is_word("a") || tokens[at].is(Class::NUMBER));
    (first == 1 || tokens[at].any(times))
        && (at + 1 + first..at + 3 + first).any(|at| {
            tokens
                .get(at)
                .is_some_and(|next| next.any(words!["after", "before"]))
        })
}

/// Whether a participle stands here with which the narration goes on.
pub(super) fn goes_on(token: &Token<'_>) -> bool {
    token.text.ends_with("ing") && token.any(&GOING_ON)
}

/// Whether the narration says behind a comma what line somebody took by saying so: `…, sticking to his promise`, `…,
/// breaking with her party`, `…, softening its tone`.
pub(super) fn takes_a_line(tokens: &[Token<'_>], at: usize) -> bool {
    let next = |words: &WordList| tokens.get(at + 1).is_some_and(|next| next.any(words));
    let own = words!["his", "her", "their", "its"];
    let is = |words: &WordList| tokens[at].any(words);
    is(words!["sticking"]) && next(words!["to", "with", "by"])
        || is(words!["breaking"]) && next(words!["with"])
        || is(words!["doubling"]) && next(words!["down"])
        || is(words!["brushing", "shrugging", "waving"]) && next(words!["aside", "off", "away"])
        || is(words!["backing"]) && next(words!["away", "off"])
        || is(words!["walking"]) && next(words!["back"])
        || is(words![
            "softening",
            "hardening",
            "toughening",
            "sharpening",
            "moderating"
        ]) && next(own)
        || is(words!["beating", "missing", "topping", "exceeding"])
            && tokens[at + 1..tokens.len().min(at + 4)].iter().any(|next| {
                next.any(words![
                    "forecasts",
                    "expectations",
                    "estimates",
                    "consensus"
                ])
            })
        || is(words!["clearing", "paving", "opening"])
            && tokens[at + 1..tokens.len().min(at + 6)].iter().any(|next| {
                next.any(words![
                    "way",
                    "path",
                    "hurdle",
                    "hurdles",
                    "obstacle",
                    "obstacles",
                    "door",
                    "doors"
                ])
            })
        || is(words!["contradicting"])
        || is(words!["making"])
            && next(words!["him", "her", "them", "it"])
            && is_ranked(tokens, at + 2)
        || is(words!["giving"]) && is_given(tokens, at + 1)
        || is(words!["declining"]) && next(words!["to"])
}

/// Whether a rank stands here: `the fifth senator to do so`, `one of few`.
fn is_ranked(tokens: &[Token<'_>], at: usize) -> bool {
    let word = |at: usize, words: &WordList| tokens.get(at).is_some_and(|next| next.any(words));
    let ordinal = |at: usize| {
        tokens.get(at).is_some_and(|next| {
            next.any(words![
                "latest",
                "only",
                "first",
                "second",
                "third",
                "highest-ranking",
                "most"
            ]) || ["th", "st", "nd", "rd"]
                .iter()
                .any(|end| next.text.ends_with(end))
        })
    };
    word(at, words!["the", "at"]) && (ordinal(at + 1) || word(at + 1, words!["least"]))
        || word(at, words!["one"]) && word(at + 1, words!["of"])
}

/// Whether somebody is given what they need to win: `leaders the votes they need`, `his rival a boost`.
fn is_given(tokens: &[Token<'_>], at: usize) -> bool {
    const NEEDED: WordList = WordList::new(&[
        "votes",
        "majority",
        "boost",
        "victory",
        "win",
        "opening",
        "edge",
        "ammunition",
        "lifeline",
    ]);
    let near = &tokens[at.min(tokens.len())..tokens.len().min(at + GIVEN)];
    let mut plain = near.iter().take_while(|token| token.is_plain());
    plain.any(|token| token.any(&NEEDED))
}

/// How far behind "giving" what is given may stand.
const GIVEN: usize = 6;

/// Whether the narration says behind a comma what else somebody stood for: `…, reaffirming Norland's support for the plan`,
/// `…, stressing the need for trust`, but `…, affirming their support`, which those told of may have done.
pub(super) fn takes_a_stand(tokens: &[Token<'_>], at: usize) -> bool {
    let utters = tokens[at].any(words![
        "affirming",
        "reaffirming",
        "reiterating",
        "stressing",
        "emphasizing",
        "emphasising",
        "underlining"
    ]);
    let object = Class::DETERMINER.or(Class::POSSESSIVE);
    utters
        && tokens.get(at + 1).is_some_and(|next| {
            (next.is(object) || next.kind == Kind::Name || next.any(words!["support", "readiness"]))
                && !next.any(words!["their", "that"])
        })
}

/// Whether the narration says whom it hits or helps: `…, a blow to party leaders`.
pub(super) fn strikes(tokens: &[Token<'_>], at: usize, end: usize) -> bool {
    let mut near = at + 1..end.min(at + 4);
    let noun = near.find(|at| tokens[*at].any(words!["blow", "setback", "boost"]));
    tokens[at].any(words!["a", "an"])
        && noun.is_some_and(|noun| {
            let next = tokens.get(noun + 1).filter(|_| noun + 1 < end);
            next.is_some_and(|next| next.any(words!["to", "for"]))
        })
        && !tokens[at..end].iter().any(|token| token.is_mark(','))
}

/// Whether the narration says how markets took it: `…, sending its shares down 8 percent`.
pub(super) fn moves_markets(tokens: &[Token<'_>], at: usize, end: usize) -> bool {
    let mut near = at + 1..end.min(at + MOVED);
    tokens[at].any(&MOVING) && near.any(|at| tokens[at].any(&MARKETS))
}

/// `…, in a statement on Friday` at the very end.
pub(super) fn on_occasion(tokens: &[Token<'_>], at: usize, end: usize) -> bool {
    if !tokens[at].any(words!["in", "during", "at", "on"]) || at + 1 >= end {
        return false;
    }
    let mut phrase = phrase_end(tokens, at + 1).min(end);
    // `during her March 3 address`
    let timed = (phrase..end.min(phrase + 3))
        .take_while(|at| tokens[*at].is(Class::TIME) || tokens[*at].kind == Kind::Number)
        .count();
    if timed > 0
        && tokens
            .get(phrase + timed)
            .is_some_and(|next| next.is(Class::OCCASION))
    {
        phrase = phrase_end(tokens, phrase + timed).min(end);
    }
    let spoken = (at + 1..phrase).any(|at| {
        let owns = tokens
            .get(at + 1)
            .is_some_and(|next| next.kind == Kind::Genitive);
        tokens[at].is(Class::OCCASION) && !owns
    }) && (tokens[at + 1].is(Class::DETERMINER.or(Class::POSSESSIVE))
        || tokens[at + 1].any(words![
            "separate",
            "joint",
            "televised",
            "prepared",
            "recorded"
        ]));
    // `in a message read aloud to the guild`
    let shown = usize::from(phrase < end && tokens[phrase].any(&SHOWN));
    spoken && !(phrase + shown..end).any(|at| is_verb(tokens, at) || tokens[at].is_mark(','))
}

/// Whether the narration takes up here what was said: `…, a figure that alarmed both sides`.
pub(super) fn taken_up(tokens: &[Token<'_>], at: usize, end: usize) -> bool {
    // `…, something that could delay the vote`
    let something = tokens[at].is_word("something")
        && tokens[at + 1..end.max(at + 1)].first().is_some_and(|next| {
            let then = tokens[at + 1..end].get(1);
            let could = then.is_some_and(|then| then.is(Class::MODAL));
            let opens = Class::DETERMINER.or(Class::POSSESSIVE).or(Class::SUBJECT);
            let named = next.kind == Kind::Name || next.is(opens) && !next.is(Class::RELATIVE);
            next.any(words!["that", "which"]) && could || named
        });
    if something {
        return true;
    }
    // `…, its strongest language yet`
    let foremost = tokens[at].any(words!["its", "his", "her", "their"])
        && tokens[at + 1..end.min(at + 2).max(at + 1)]
            .iter()
            .any(|next| next.any(&FOREMOST));
    if foremost && (at + 2..end).all(|at| tokens[at].is_plain() && !is_verb(tokens, at)) {
        return true;
    }
    let latest = tokens[at].is_word("the")
        && tokens
            .get(at + 1)
            .is_some_and(|next| next.any(words!["latest", "first", "second", "third", "newest"]));
    let article = latest || tokens[at].any(words!["a", "an"]);
    let from = at + usize::from(article) + usize::from(latest);
    if latest && from < end && tokens[from].any(words!["in", "such", "time"]) {
        return true;
    }
    // `…, a search that has cost a fortune`
    let joint = (from + 1..end.min(from + 4)).find(|at| tokens[*at].any(words!["that", "which"]));
    let since = joint.is_some_and(|joint| {
        joint + 1 < end
            && tokens[joint + 1].any(words!["has", "have"])
            && tokens[from..joint]
                .iter()
                .all(|token| token.kind == Kind::Word)
    });
    if article && since {
        return true;
    }
    let Some(noun) = (from..end.min(from + 3)).find(|at| is_taken_up(&tokens[*at])) else {
        return false;
    };
    let bare = noun == from && tokens[noun].text.ends_with('s');
    let opened = tokens.get(noun + 1).is_some_and(|next| {
        // `…, a claim the port rejects`, `…, a charge Norland has made before`
        let subject = next.is(Class::DETERMINER) || next.kind == Kind::Name;
        let figure = tokens[noun].any(words!["figure", "figures", "phrase", "term", "description"]);
        let owned = article && subject && (figure || tokens[noun].is(Class::REPORT));
        let done = next.text.ends_with("ed") || next.is_word("first") || owned;
        noun + 1 < end
            && (done || next.is(Class::RELATIVE.or(Class::PREPOSITION).or(Class::SUBJECT)))
            || noun + 1 == end
    });
    (article || bare) && opened
}

fn is_taken_up(token: &Token<'_>) -> bool {
    token.kind == Kind::Word && (token.is(Class::REPORT) || token.any(&TAKEN_UP))
}
