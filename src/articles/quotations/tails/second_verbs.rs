//! Second verbs behind "and" or "but" that tell what was done, not what was said: `… and left the room`.

use super::super::lexicon::Class;
use super::super::phrases::is_verb;
use super::super::word_list::WordList;
use super::super::words::{Kind, Token};
use super::within_marks::{ends_with_comma, in_present};

/// Whether the narration goes on behind a conjunction, after a finite verb or a wish.
pub(super) fn joins_narration(
    tokens: &[Token<'_>],
    start: usize,
    at: usize,
    wanted: bool,
    finite: bool,
) -> bool {
    if !tokens[at].any(words!["and", "but"]) {
        return false;
    }
    let and = tokens[at].is_word("and");
    let object = tokens
        .get(at + 3)
        .is_some_and(|next| next.is(Class::OBJECT));
    let then = and
        && tokens[at + 1].any(words!["then", "subsequently", "later"])
        && (past_with_object(tokens, at + 2) || object && is_past(tokens, at + 2));
    // `said the plan was dead and left the room`, `demanded that it be shut and sought a reply`
    let person = tokens[start].any(words!["he", "she", "they", "we", "i"])
        || tokens[start].is(Class::PERSON)
        || tokens[start].kind == Kind::Name;
    let gone = and
        && finite
        && !person
        && tokens[at + 1].any(words!["left", "walked", "sought"])
        && left_or_sought(tokens, at + 1);
    if gone {
        return true;
    }
    let own = !and && tokens[start].is(Class::SUBJECT) && !tokens[at - 1].is_mark(',');
    if and && finite && did_besides(tokens, start, at) {
        return true;
    }
    then || finite && !own && past_behind_modal(tokens, start, at)
        || wanted && past_behind_infinitive(tokens, start, at)
        || finite && of_the_speaker(tokens, start, at)
        || tokens[at - 1].quoted().is_some()
            && (done_to_them(tokens, at)
                || and && in_present(&tokens[at - 1]) && past_with_object(tokens, at + 1))
}

/// Whether the narration says behind a comma what the speaker did then: `said it was, then quickly pivoted`.
pub(super) fn acts_then(tokens: &[Token<'_>], at: usize, end: usize) -> bool {
    let but = usize::from(tokens[at].is_word("but"));
    let then = usize::from(
        tokens
            .get(at + but)
            .is_some_and(|next| next.is_word("then")),
    );
    let from = at + but + then;
    let adverb = usize::from(from < end && tokens[from].text.ends_with("ly"));
    let verb = from + adverb;
    let quick = then == 1 || but + adverb == 2;
    let told = (verb..end).any(|at| tokens[at].is_mark(':'));
    verb < end && quick && !told && (is_past(tokens, verb) || left_for(tokens, verb))
}

/// Whether the narration says behind marks what else was done: `told his wife "I am done," and left`, `chanted "Go
/// home" and waved flags`.
pub(super) fn acts_behind_marks(tokens: &[Token<'_>], marks: usize, end: usize) -> bool {
    const ACTED: WordList = WordList::new(&[
        "left", "went", "ran", "threw", "held", "made", "took", "gave", "burst", "fled", "shook",
    ]);
    let verb = marks + 2;
    if verb >= end || tokens[marks].quoted().is_none() || !tokens[marks + 1].is_word("and") {
        return false;
    }
    let owned = verb + 1 < end
        && (tokens[verb + 1].is(Class::DETERMINER.or(Class::POSSESSIVE))
            || tokens[verb + 1].kind == Kind::Word && tokens[verb + 1].ends_in_s());
    ends_with_comma(&tokens[marks]) && is_verb(tokens, verb)
        || is_past(tokens, verb)
        || tokens[verb].is_gerund()
        || owned && tokens[verb].any(&ACTED)
}

/// Whether somebody left, which is told of the speaker: `and left the room`, `and walked out`.
pub(super) fn left_for(tokens: &[Token<'_>], at: usize) -> bool {
    let next = tokens.get(at + 1);
    tokens.get(at).is_some_and(|token| {
        token.any(words![
            "left", "flew", "went", "walked", "drove", "sat", "stood", "took", "gave", "began"
        ])
    }) && next.is_some_and(|next| {
        next.is(Class::DETERMINER
            .or(Class::POSSESSIVE)
            .or(Class::PREPOSITION))
            || next.is_word("out")
    })
}

fn left_or_sought(tokens: &[Token<'_>], at: usize) -> bool {
    let owned = |next: &Token<'_>| next.is(Class::DETERMINER.or(Class::POSSESSIVE));
    left_for(tokens, at) || tokens[at].is_word("sought") && tokens.get(at + 1).is_some_and(owned)
}

/// Whether a second verb in the past cannot be of a clause with "would", but goes on with the narration:
/// `said there would be no change and rejected the plan`.
fn past_behind_modal(tokens: &[Token<'_>], start: usize, and: usize) -> bool {
    let Some(modal) = (start..and).find(|at| is_verb(tokens, *at)) else {
        return false;
    };
    let passive = tokens[modal + 1..and].iter().any(|token| {
        token.any(words!["have", "had"]) || token.text.len() > 4 && token.text.ends_with("ed")
    });
    tokens[modal].any(words![
        "will", "would", "could", "should", "must", "can", "may", "might", "is", "are"
    ]) && !passive
        && (past_with_object(tokens, and + 1) || acted(tokens, and + 1))
}

/// What somebody does by speaking, or at a meeting, beside what is said there.
const DONE: WordList = WordList::new(&[
    "thanked",
    "praised",
    "congratulated",
    "endorsed",
    "lauded",
    "commended",
    "hailed",
    "saluted",
    "welcomed",
    "greeted",
    "criticised",
    "criticized",
    "condemned",
    "slammed",
    "apologised",
    "apologized",
    "pointed",
    "visited",
    "toured",
    "attended",
    "signed",
    "inspected",
    "inaugurated",
    "exchanged",
    "witnessed",
    "adopted",
    "presented",
    "awarded",
    "unveiled",
    "handed",
    "wished",
    "expressed",
    "conveyed",
    "extended",
]);

/// Whether the speaker does something besides behind a clause in the present, with a modal or "was": `said ties were good,
/// and visited a school`, `said he was out and thanked his staff`, but `said she had won and thanked her crew`.
fn did_besides(tokens: &[Token<'_>], start: usize, and: usize) -> bool {
    let verb = and + 1;
    let Some(object) = tokens.get(verb + 1) else {
        return false;
    };
    let owned = object.is(Class::DETERMINER.or(Class::POSSESSIVE))
        || object.kind == Kind::Name
        || object.any(words!["him", "them", "eight", "several"]);
    let to =
        tokens[verb].any(words!["apologised", "apologized", "pointed"]) && object.is_word("to");
    // `shared the view that trade should grow, and set a target`
    let set = tokens[and - 1].is_mark(',')
        && tokens[verb].is_word("set")
        && object.any(words!["a", "an"])
        && tokens
            .get(verb + 2)
            .is_some_and(|noun| noun.any(words!["target", "goal", "deadline", "date"]));
    let done = tokens[verb].any(&DONE) && (owned && !tokens[verb].is_word("pointed") || to);
    let first = (start..and).find(|at| is_verb(tokens, *at));
    let present = first.is_some_and(|at| {
        tokens[at].is(Class::MODAL)
            || tokens[at].any(words!["is", "are", "was", "were", "has", "have"])
            || tokens[at].is(Class::THIRD)
    });
    let earlier = first.is_some_and(|first| {
        (first + 1..and).any(|at| {
            tokens[at].is_word("had")
                || tokens[at].kind == Kind::Word
                    && tokens[at].text.len() > 4
                    && tokens[at].text.ends_with("ed")
                    && is_verb(tokens, at)
        })
    });
    let pointed = tokens[verb].is_word("pointed") && to;
    let had = tokens[start..and].iter().any(|token| token.is_word("had"));
    pointed && !had || (done || set) && present && !earlier
}

/// Whether a verb in the past has an object that a determiner, a possessive or a name opens.
pub(in crate::articles::quotations) fn past_with_object(tokens: &[Token<'_>], at: usize) -> bool {
    let object = tokens.get(at + 1).is_some_and(|next| {
        next.is(Class::DETERMINER.or(Class::POSSESSIVE)) || next.kind == Kind::Name
    });
    object && tokens[at].kind == Kind::Word && is_past(tokens, at)
}

/// Whether something was done by the speaker, in a form that stands behind no modal: `could stay and took a jab at
/// the council`.
fn acted(tokens: &[Token<'_>], at: usize) -> bool {
    const ACTED: WordList = WordList::new(&[
        "took", "gave", "made", "went", "began", "drew", "flew", "swore",
    ]);
    let object = tokens.get(at + 1).is_some_and(|next| {
        next.is(Class::DETERMINER
            .or(Class::POSSESSIVE)
            .or(Class::PREPOSITION))
    });
    object && tokens[at].any(&ACTED)
}

/// Whether a verb in the past stands at a place, told by its ending.
fn is_past(tokens: &[Token<'_>], at: usize) -> bool {
    tokens[at].text.ends_with("ed") && !tokens[at].text.ends_with("eed") && is_verb(tokens, at)
}

/// When something was done after it was promised.
const THEREAFTER: WordList = WordList::new(&["never", "then", "later", "promptly", "eventually"]);

/// Whether a verb in the past cannot go on with an infinitive: `hoping to run but withdrew`.
fn past_behind_infinitive(tokens: &[Token<'_>], start: usize, and: usize) -> bool {
    let plain = tokens[start + 1..and].iter().all(|token| {
        !token.is(Class::RELATIVE.or(Class::SUBORDINATOR)) || token.is(Class::PREPOSITION)
    }) && !(start + 2..and).any(|at| is_verb(tokens, at));
    // `promised to think about it and never called back`
    let verb = and + 1 + usize::from(tokens[and + 1].any(&THEREAFTER));
    let Some(next) = tokens.get(verb) else {
        return false;
    };
    let past = next.kind == Kind::Word
        && is_verb(tokens, verb)
        && !next.is(Class::AUXILIARY
            .or(Class::BASE)
            .or(Class::BASE_OR_NOUN)
            .or(Class::THIRD))
        && (next.text.ends_with("ed") || next.is(Class::VERB) && !next.text.ends_with('s'));
    plain && past && next.text != "put" && tokens.get(verb + 1).is_some()
}

/// Whether a second verb has the subject of the cue, as what is told of is no person: `that it was a joke and
/// resumed his boasts`.
fn of_the_speaker(tokens: &[Token<'_>], start: usize, and: usize) -> bool {
    let thing = tokens[start].any(words!["it", "that", "this", "there", "these", "those"])
        && tokens[start + 1].is(Class::AUXILIARY);
    let owned = tokens
        .get(and + 2)
        .is_some_and(|next| next.any(words!["his", "her", "their"]));
    thing && (owned || tokens[start].is_word("there")) && is_past(tokens, and + 1)
}

/// Whether the narration says behind marks what the speaker did: `said Orr "knew it" and jailed him`.
fn done_to_them(tokens: &[Token<'_>], and: usize) -> bool {
    let object = tokens.get(and + 2);
    is_past(tokens, and + 1) && object.is_some_and(|next| next.any(words!["him", "her", "them"]))
}
