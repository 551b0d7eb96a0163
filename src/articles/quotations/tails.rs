//! Where a content ends before its sentence does: where the narration goes on.

use std::ops::Range;

use super::lexicon::{Class, class};
use super::phrases::{is_verb, phrase_end};
use super::words::{Kind, Token};

/// Nouns by which the narration takes up what was said: `…, a figure that alarmed both sides`.
const TAKEN_UP: [&str; 26] = [
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
];

/// Participles with which the narration goes on: `…, citing two people close to the talks`.
const GOING_ON: [&str; 19] = [
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
];

/// Participles that tell of the document in which something was said.
const SHOWN: [&str; 10] = [
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
];

/// How a cue stands, as far as it tells where its content ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Place {
    /// In a main clause.
    Main,
    /// In a relative clause, behind which the main clause goes on.
    Relative,
    /// In a clause before the main one.
    Fronted,
}

/// Where a content ends.
pub(super) fn end(tokens: &[Token<'_>], content: &Range<usize>, place: Place) -> usize {
    let extracted =
        tokens[content.start].is(Class::AUXILIARY) && !tokens[content.start].is_word("do");
    if content.len() > 1 && told_in_marks(tokens, content.start) {
        return content.start + 1;
    }
    let wanted = tokens[content.start].is_word("to");
    let mut finite = false;
    let mut at = content.start;
    while at + 1 < content.end {
        let next = &tokens[at + 1];
        if at > content.start
            && tokens[at].quoted().is_some()
            && on_occasion(tokens, at + 1, content.end)
        {
            return at + 1;
        }
        // `told his wife "I am done," and left`
        let left = at == content.start
            && ends_with_comma(&tokens[at])
            && next.is_word("and")
            && at + 2 < content.end
            && is_verb(tokens, at + 2);
        if left {
            return at + 1;
        }
        // American marks hold the comma behind which the narration goes on.
        if at > content.start && ends_with_comma(&tokens[at]) {
            let beside = next.is_word("and") && opens_clause(tokens, at + 2)
                || next.any(&["although", "though", "which", "who"]);
            if beside
                || goes_on(next)
                || on_occasion(tokens, at + 1, content.end)
                || taken_up(tokens, at + 1, content.end)
                || place == Place::Fronted && opens_clause(tokens, at + 1)
                || place == Place::Relative && resumes(tokens, at + 1)
            {
                return at + 1;
            }
        }
        if tokens[at].is_mark(',') && at > content.start {
            // `"…", highlighting the risk`
            let beside = at == content.start + 1
                && tokens[content.start].quoted().is_some()
                && next.text.ends_with("ing")
                && next.text.len() > 5
                && next.kind == Kind::Word;
            let told = || (content.start..at).any(|at| is_verb(tokens, at));
            if beside || ranked(tokens, at + 1, content.end) || later(tokens, at + 1) && !told() {
                return at;
            }
            let resumes = place == Place::Relative && finite && resumes(tokens, at + 1);
            let main = place == Place::Fronted && finite && opens_clause(tokens, at + 1);
            if resumes
                || main
                || next.is_word("compared")
                || next.is_word("as")
                    && tokens
                        .get(at + 2)
                        .is_some_and(|next| next.any(&["do", "does", "did"]))
                || next.is_word("only") && tokens.get(at + 2).is_some_and(|next| next.is_word("to"))
                || wanted && next.any(&["and", "but"]) && opens_clause(tokens, at + 2)
                || extracted
                || goes_on(next)
                || on_occasion(tokens, at + 1, content.end)
                || taken_up(tokens, at + 1, content.end)
            {
                return at;
            }
        }
        let stretch = at == content.start && next.is_word("and");
        if stretch && holds_verb(&tokens[at], 1) && past_with_object(tokens, at + 2) {
            return at + 1;
        }
        if finite
            && at > content.start
            && tokens[at].is_word("and")
            && past_behind_modal(tokens, content.start, at)
        {
            return at;
        }
        if at > content.start
            && tokens[at].any(&["and", "but"])
            && (wanted && past_behind_infinitive(tokens, content.start, at)
                || finite && of_the_speaker(tokens, content.start, at)
                || tokens[at - 1].quoted().is_some() && done_to_them(tokens, at))
        {
            return at;
        }
        if place == Place::Relative && finite && tokens[at].is_dash() && resumes(tokens, at + 1) {
            return at;
        }
        if tokens[at].is_dash() && at > content.start && taken_up(tokens, at + 1, content.end) {
            return at;
        }
        finite |= is_verb(tokens, at) || tokens[at].quoted().is_some() || tokens[at].is_word("to");
        at += 1;
    }
    content.end
}

/// Whether the narration says who did so when: `…, the first member to do so`.
fn ranked(tokens: &[Token<'_>], at: usize, end: usize) -> bool {
    tokens[at].is_word("the")
        && tokens
            .get(at + 1)
            .is_some_and(|next| next.any(&["first", "second", "third", "latest", "last", "only"]))
        && tokens[at + 2..end.min(at + 8).max(at + 2)]
            .windows(2)
            .any(|pair| pair[0].is_word("to") && pair[1].is_word("do"))
}

/// Whether the narration says when it was: `…, hours after the talks`.
fn later(tokens: &[Token<'_>], at: usize) -> bool {
    let times = [
        "hours", "days", "weeks", "months", "years", "minutes", "moments", "just", "shortly", "a",
    ];
    let first = usize::from(tokens[at].is_word("a") || tokens[at].is(Class::NUMBER));
    (first == 1 || tokens[at].any(&times))
        && (at + 1 + first..at + 3 + first).any(|at| {
            tokens
                .get(at)
                .is_some_and(|next| next.any(&["after", "before"]))
        })
}

/// Whether a second verb in the past cannot be of a clause with "would", but goes on with the narration:
/// `said there would be no change and rejected the plan`.
fn past_behind_modal(tokens: &[Token<'_>], start: usize, and: usize) -> bool {
    let Some(modal) = (start..and).find(|at| is_verb(tokens, *at)) else {
        return false;
    };
    let passive = tokens[modal + 1..and].iter().any(|token| {
        token.any(&["have", "had"]) || token.text.len() > 4 && token.text.ends_with("ed")
    });
    tokens[modal].any(&[
        "will", "would", "could", "should", "must", "can", "may", "might", "is", "are",
    ]) && !passive
        && past_with_object(tokens, and + 1)
}

/// Whether a verb in the past has an object that a determiner, a possessive or a name opens.
fn past_with_object(tokens: &[Token<'_>], at: usize) -> bool {
    let object = tokens.get(at + 1).is_some_and(|next| {
        next.is(Class::DETERMINER.or(Class::POSSESSIVE)) || next.kind == Kind::Name
    });
    object && tokens[at].kind == Kind::Word && is_past(tokens, at)
}

/// Whether a verb in the past stands at a place, told by its ending.
fn is_past(tokens: &[Token<'_>], at: usize) -> bool {
    tokens[at].text.ends_with("ed") && is_verb(tokens, at)
}

/// Whether a verb in the past cannot go on with an infinitive: `hoping to run but withdrew`.
fn past_behind_infinitive(tokens: &[Token<'_>], start: usize, and: usize) -> bool {
    let plain = tokens[start + 1..and].iter().all(|token| {
        !token.is(Class::RELATIVE.or(Class::SUBORDINATOR)) || token.is(Class::PREPOSITION)
    }) && !(start + 2..and).any(|at| is_verb(tokens, at));
    let next = &tokens[and + 1];
    let past = next.kind == Kind::Word
        && is_verb(tokens, and + 1)
        && !next.is(Class::AUXILIARY
            .or(Class::BASE)
            .or(Class::BASE_OR_NOUN)
            .or(Class::THIRD))
        && (next.text.ends_with("ed") || next.is(Class::VERB) && !next.text.ends_with('s'));
    plain && past && next.text != "put" && tokens.get(and + 2).is_some()
}

/// Whether a second verb has the subject of the cue, as what is told of is no person: `that it was a joke and
/// resumed his boasts`.
fn of_the_speaker(tokens: &[Token<'_>], start: usize, and: usize) -> bool {
    let thing = tokens[start].any(&["it", "that", "this", "there", "these", "those"])
        && tokens[start + 1].is(Class::AUXILIARY);
    let owned = tokens
        .get(and + 2)
        .is_some_and(|next| next.any(&["his", "her", "their"]));
    thing && (owned || tokens[start].is_word("there")) && is_past(tokens, and + 1)
}

/// Whether the narration says behind marks what the speaker did: `said Orr "knew it" and jailed him`.
fn done_to_them(tokens: &[Token<'_>], and: usize) -> bool {
    let object = tokens.get(and + 2);
    is_past(tokens, and + 1) && object.is_some_and(|next| next.any(&["him", "her", "them"]))
}

/// Whether a whole clause within marks is followed by when and where it was said: `said "it is over" in an
/// interview`.
fn told_in_marks(tokens: &[Token<'_>], at: usize) -> bool {
    let next = &tokens[at + 1];
    let circumstance = next.any(&["in", "at", "during", "on", "while", "when", "as", "after"]);
    tokens[at].quoted().is_some() && circumstance && holds_verb(&tokens[at], 1)
}

/// Whether a stretch within marks has a finite verb behind so many words.
pub(super) fn holds_verb(token: &Token<'_>, skipped: usize) -> bool {
    let words = token.text.split_whitespace();
    let mut words = words.skip(skipped).map(|word| {
        word.trim_matches(|mark: char| !mark.is_alphanumeric())
            .to_lowercase()
    });
    words.any(|word| class(&word).is(Class::AUXILIARY.or(Class::VERB)))
}

/// Whether a stretch within marks ends with a comma.
fn ends_with_comma(token: &Token<'_>) -> bool {
    token.quoted().is_some() && {
        let words = token.text.trim_end_matches(['"', '”', '\'', '’', '»']);
        words.len() < token.text.len() && words.ends_with(',')
    }
}

/// Whether a subject stands here, with its verb before the next comma.
pub(super) fn opens_clause(tokens: &[Token<'_>], at: usize) -> bool {
    let Some(first) = tokens.get(at) else {
        return false;
    };
    let subject = first.kind == Kind::Name
        || first.is(Class::DETERMINER.or(Class::POSSESSIVE).or(Class::SUBJECT))
            && !first.is(Class::RELATIVE);
    let stop = (at..tokens.len().min(at + 12))
        .find(|at| tokens[*at].mark().is_some() || is_verb(tokens, *at));
    subject && stop.is_some_and(|at| is_verb(tokens, at))
}

/// Whether a finite verb stands here, behind adverbs at most.
pub(super) fn resumes(tokens: &[Token<'_>], at: usize) -> bool {
    let place = (at..tokens.len())
        .find(|at| !(tokens[*at].is(Class::ADVERB) && tokens[*at].kind == Kind::Word));
    place.is_some_and(|place| {
        let token = &tokens[place];
        is_verb(tokens, place) || token.kind == Kind::Word && token.is(Class::VERB.or(Class::THIRD))
    })
}

fn goes_on(token: &Token<'_>) -> bool {
    token.text.ends_with("ing") && token.any(&GOING_ON)
}

/// `…, in a statement on Friday` at the very end.
fn on_occasion(tokens: &[Token<'_>], at: usize, end: usize) -> bool {
    if !tokens[at].any(&["in", "during", "at", "on"]) || at + 1 >= end {
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
    }) && tokens[at + 1].is(Class::DETERMINER.or(Class::POSSESSIVE));
    // `in a letter read out to the council`
    let shown = usize::from(phrase < end && tokens[phrase].any(&SHOWN));
    spoken && !(phrase + shown..end).any(|at| is_verb(tokens, at) || tokens[at].is_mark(','))
}

fn taken_up(tokens: &[Token<'_>], at: usize, end: usize) -> bool {
    let article = tokens[at].any(&["a", "an"]);
    let from = at + usize::from(article);
    // `…, a search that has led to a trial`
    let joint = (from + 1..end.min(from + 4)).find(|at| tokens[*at].any(&["that", "which"]));
    let since = joint.is_some_and(|joint| {
        joint + 1 < end
            && tokens[joint + 1].any(&["has", "have"])
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
        noun + 1 < end && next.is(Class::RELATIVE.or(Class::PREPOSITION).or(Class::SUBJECT))
            || noun + 1 == end
    });
    (article || bare) && opened
}

fn is_taken_up(token: &Token<'_>) -> bool {
    token.kind == Kind::Word && (token.is(Class::REPORT) || token.any(&TAKEN_UP))
}
