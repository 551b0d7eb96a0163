//! Verbs as cues: the readings of a word as a form of a reporting verb.

use std::ops::Range;

use super::super::lexicon::Class;
use super::super::phrases::{is_verb, phrase_before, phrase_end};
use super::super::verbs::{Form, Frames, Object, Verb};
use super::super::words::{Kind, Token};
use super::base::base;
use super::{Cue, Mode};

/// What stands before a verb, from right to left.
#[derive(Default)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is one thing that was seen"
)]
pub(in crate::articles::quotations) struct Before {
    pub(in crate::articles::quotations) left: usize,
    pub(super) negated: bool,
    pub(super) questioned: bool,
    pub(in crate::articles::quotations) be: bool,
    pub(super) have: bool,
    pub(super) supported: bool,
    pub(super) modal: bool,
}

/// Adverbs, auxiliaries, negations and times of day before a verb.
pub(in crate::articles::quotations) fn before(tokens: &[Token<'_>], at: usize) -> Before {
    let mut before = Before {
        left: at,
        ..Before::default()
    };
    while before.left > 0 {
        let place = before.left - 1;
        let token = &tokens[place];
        if token.kind == Kind::Name && !token.is(Class::TIME) && place > 0 {
            break;
        }
        if token.is(Class::AUXILIARY) && !(token.is(Class::TIME) && token.kind == Kind::Name) {
            before.be |= token.is(Class::BE);
            before.have |= token.is(Class::HAVE);
            before.supported |= token.is(Class::DO);
            before.modal |= token.is(Class::MODAL);
            before.negated |= token.is(Class::NEGATION);
        } else if place > 0 && is_long(token, &tokens[place - 1]) {
            before.left -= 1;
            continue;
        } else if token.is(Class::NEGATION) && !token.is(Class::SUBJECT) {
            before.negated = true;
        } else if token.is(Class::TIME) && token.kind == Kind::Name && !token.is(Class::TITLE) {
            // `The council on Friday urged`
            let on = place > 0 && tokens[place - 1].any(&["on", "late", "early", "last"]);
            if on {
                before.left -= 1;
            } else if place == 0 {
                break;
            }
        } else if !(token.is(Class::ADVERB) && token.kind == Kind::Word) {
            break;
        }
        before.left -= 1;
    }
    before
}

/// `has long held`, `has twice before warned`.
fn is_long(token: &Token<'_>, before: &Token<'_>) -> bool {
    token.is_word("long") && before.is(Class::HAVE)
        || token.is_word("before") && before.any(&["twice", "once", "never", "often", "times"])
}

pub(super) fn verbal(tokens: &[Token<'_>], at: usize) -> Option<Cue> {
    let token = &tokens[at];
    if !token.may_report() || token.kind == Kind::Number || (token.kind == Kind::Name && at > 0) {
        return None;
    }
    let before = before(tokens, at);
    let previous = before.left.checked_sub(1).map(|at| &tokens[at]);
    let mut best = None;
    for (verb, form) in token.readings() {
        let Some(end) = particle(tokens, at, *verb) else {
            continue;
        };
        let verb_data = token.verb(*verb);
        if !verb_data.counts && !matches!(&*verb_data.lemma, "see" | "decline") {
            // A longer reading that is none takes the word from shorter ones.
            if end > at + 1 {
                return None;
            }
            continue;
        }
        if let Some(cue) = reading(tokens, at..end, (*verb, *form), &before, previous) {
            best = Some(cue);
            break;
        }
    }
    best
}

/// The end of a verb with its particle; one object may stand between them only for `put … at`.
fn particle(tokens: &[Token<'_>], at: usize, verb: u16) -> Option<usize> {
    let words = &tokens[at].verb(verb).particle;
    let mut end = at + 1;
    for word in words {
        // `insisted on Thursday that`
        let day = tokens.get(end + 1).is_some_and(|next| next.is(Class::TIME));
        if !tokens.get(end)?.is_word(word) || word == "on" && day {
            return None;
        }
        end += 1;
    }
    Some(end)
}

fn reading(
    tokens: &[Token<'_>],
    span: Range<usize>,
    (number, form): (u16, Form),
    before: &Before,
    previous: Option<&Token<'_>>,
) -> Option<Cue> {
    let verb = tokens[span.start].verb(number);
    let mut cue = Cue {
        tokens: span.clone(),
        verb: Some(number),
        mode: Mode::Finite,
        negated: before.negated || verb.lemma.ends_with(" to say") && verb.class == "denying",
        questioned: before.questioned,
        left: before.left,
        coordinated: previous.is_some_and(|token| token.is(Class::AND) && token.kind == Kind::Word),
    };
    let next = tokens.get(span.end);
    let relative = is_relative(tokens, before.left);
    match form {
        Form::Gerund => {
            if before.be {
                return Some(cue);
            }
            if let Some(begun) = begun(tokens, &cue) {
                return Some(begun);
            }
            if previous.is_some_and(|token| token.is_word("as")) {
                cue.mode = Mode::Quoted;
                return Some(cue);
            }
            let behind = previous.is_some_and(|token| {
                token.is_mark(',')
                    || token.quoted().is_some()
                    || token.is_dash()
                    || token.is_mark(';')
                    || token.is(Class::AND)
                    || token.any(&["while", "by", "before", "after", "for", "without"])
            });
            let opens = span.start == 0;
            cue.mode = Mode::Participle;
            cue.coordinated = false;
            if behind && span.start > 1 || opens {
                cue.negated |= previous.is_some_and(|token| token.is_word("without"));
                return Some(cue);
            }
            attached(tokens, cue)
        }
        Form::Past => past(tokens, cue, before, relative),
        Form::Third => {
            let wrong = !relative
                && previous.is_none_or(|token| {
                    token.is(Class::DETERMINER
                        .or(Class::POSSESSIVE)
                        .or(Class::PREPOSITION))
                        && !token.is(Class::SUBJECT)
                        || token.kind == Kind::Genitive
                        || token.kind == Kind::Number
                });
            // `joined calls for a truce`
            let thing = verb.doubtful.noun
                || verb
                    .particle
                    .first()
                    .is_some_and(|word| word == "for" || word == "on");
            let taken = previous.is_some_and(|token| token.any(&TAKES_REPORTS));
            if wrong || before.be || before.modal || thing && taken {
                return None;
            }
            if verb.doubtful.noun && !noun_form_reports(tokens, &span, verb) {
                return None;
            }
            Some(cue)
        }
        Form::Base => base(tokens, cue, before, next, verb),
    }
}

/// Verbs whose object is what others say: `rejected claims that`, `joined calls for`.
const TAKES_REPORTS: [&str; 26] = [
    "joined",
    "rejected",
    "echoed",
    "faced",
    "renewed",
    "resisted",
    "prompted",
    "sparked",
    "made",
    "heard",
    "drew",
    "dismissed",
    "received",
    "backed",
    "supported",
    "fuelled",
    "fueled",
    "ignored",
    "issued",
    "repeated",
    "denied",
    "led",
    "raised",
    "rebuffed",
    "welcomed",
    "answered",
];

/// A gerund behind a verb of beginning or going on: `has started asking`, `kept insisting`.
fn begun(tokens: &[Token<'_>], cue: &Cue) -> Option<Cue> {
    let lead = cue.left.checked_sub(1)?;
    let goes_on = tokens[lead].any(&[
        "started", "starts", "began", "begun", "begins", "kept", "keeps", "resumed",
    ]);
    if !goes_on || cue.left != cue.tokens.start {
        return None;
    }
    let before = before(tokens, lead);
    let own = before.left.checked_sub(1).map(|at| &tokens[at]);
    let told = !before.modal && !before.be && own.is_some_and(|own| !own.is_word("to"));
    told.then(|| Cue {
        left: before.left,
        negated: before.negated,
        coordinated: own.is_some_and(|own| own.is(Class::AND) && own.kind == Kind::Word),
        ..cue.clone()
    })
}

/// Whether a participle is that of whom something was done by: `the sum requested by the mayor`.
fn is_reduced(tokens: &[Token<'_>], cue: &Cue, verb: &Verb) -> bool {
    let end = cue.tokens.end;
    let told = |at: usize| {
        tokens[at..phrase_end(tokens, at)]
            .iter()
            .any(|token| token.is(Class::OCCASION.or(Class::TIME).or(Class::NUMBER)))
    };
    let pronoun = cue.left.checked_sub(1).is_some_and(|at| {
        tokens[at].is(Class::SUBJECT) && (tokens[at].kind == Kind::Word || at == 0)
    });
    !pronoun
        && verb.frames.has(Frames::NP)
        && tokens.get(end).is_some_and(|next| next.is_word("by"))
        && tokens
            .get(end + 1)
            .is_some_and(|next| !next.text.ends_with("ing") && !told(end + 1))
}

/// The past form: active, or a passive that reports.
fn past(tokens: &[Token<'_>], mut cue: Cue, before: &Before, relative: bool) -> Option<Cue> {
    let verb = cue.verb(tokens)?;
    let previous = cue.left.checked_sub(1).map(|at| &tokens[at]);
    let next = tokens.get(cue.tokens.end);
    let impersonal = before.be
        && previous.is_some_and(|token| token.is_word("it"))
        && next.is_some_and(|next| next.is_word("that"));
    if impersonal {
        cue.mode = Mode::Impersonal;
        return Some(cue);
    }
    // `and another demanded that`
    let alone = previous.is_some_and(|token| {
        token.any(&[
            "another", "some", "many", "most", "several", "few", "all", "neither", "each", "one",
        ])
    }) && next.is_some_and(|next| {
        next.is_word("that")
            || next.quoted().is_some()
            || next.kind == Kind::Name
            || next.is(Class::SUBJECT
                .or(Class::QUESTION)
                .or(Class::DETERMINER)
                .or(Class::POSSESSIVE))
    });
    if before.be {
        return passive(tokens, cue, before, verb);
    }
    if !alone
        && !relative
        && previous.is_some_and(|token| {
            token.is(Class::DETERMINER) && !token.is(Class::SUBJECT) && !token.is(Class::NUMBER)
        })
    {
        return None;
    }
    let noun = previous.is_some_and(|token| {
        token.is(Class::POSSESSIVE) && !token.is_word("her") || token.kind == Kind::Genitive
    });
    if noun
        || previous.is_some_and(|token| token.is(Class::PREPOSITION) && token.kind == Kind::Word)
    {
        return None;
    }
    // `when asked about the plan`
    let bare = previous.is_some_and(|token| {
        token.any(&[
            "when", "if", "once", "unless", "though", "although", "while", "as",
        ])
    });
    if bare {
        return None;
    }
    if !before.have && is_reduced(tokens, &cue, verb) {
        return None;
    }
    // A form that is base and past at once, as in `put`, needs a subject like any other.
    if before.modal && !before.have {
        return None;
    }
    Some(cue)
}

/// Verbs that report though nobody is named, and what must follow them then.
const PASSIVES: [(&str, &[&str]); 15] = [
    ("urge", &["to"]),
    ("advise", &["to"]),
    ("tell", &["that", "to", "why", "how", "what"]),
    (
        "ask",
        &["whether", "if", "why", "how", "what", "when", "who"],
    ),
    ("warn", &["that"]),
    ("inform", &["that"]),
    ("accuse", &["of"]),
    ("say", &["to"]),
    ("report", &["to"]),
    ("allege", &["to"]),
    ("rumor", &["to"]),
    ("rumour", &["to"]),
    ("describe", &["as"]),
    ("portray", &["as"]),
    ("characterize", &["as"]),
];

/// A passive that reports: `was told that`, `has been described by aides as`, `is said to`.
fn passive(tokens: &[Token<'_>], mut cue: Cue, before: &Before, verb: &Verb) -> Option<Cue> {
    let (_, openings) = PASSIVES.iter().find(|(lemma, _)| **lemma == *verb.lemma)?;
    let end = cue.tokens.end;
    let agent = tokens.get(end)?.is_word("by");
    let behind = if agent {
        phrase_end(tokens, end + 1)
    } else {
        end
    };
    let opens = tokens.get(behind)?.any(openings) && behind != end + 1;
    let named = agent || !matches!(&*verb.lemma, "describe" | "portray" | "characterize");
    let told = cue.left > 0
        && (!before.modal || before.negated)
        && !tokens[cue.left - 1].any(&["to", "it"]);
    cue.mode = Mode::Passive;
    (opens && named && told).then_some(cue)
}

/// Whether `that` or `which` before a verb stands for somebody or something that speaks: `a letter that
/// said`.
fn is_relative(tokens: &[Token<'_>], left: usize) -> bool {
    let word = |at: usize| tokens[at].kind == Kind::Word;
    let direct = left >= 2
        && word(left - 1)
        && tokens[left - 1].any(&["that", "which"])
        && tokens[left - 2].is(Class::SPEAKER);
    let apart = left >= 3
        && word(left - 1)
        && tokens[left - 1].is_word("which")
        && tokens[left - 2].is_mark(',')
        && (tokens[left - 3].is(Class::SPEAKER) || tokens[left - 3].kind == Kind::Name);
    direct || apart
}

/// A participle behind the noun that speaks.
fn attached(tokens: &[Token<'_>], mut cue: Cue) -> Option<Cue> {
    if cue.left != cue.tokens.start {
        return None;
    }
    let source = phrase_before(tokens, cue.left);
    let last = tokens[..cue.left].last()?;
    let with = source.start > 0
        && (tokens[source.start - 1].is_word("with")
            || tokens[source.start - 1].is_word("and") && beside_attached(&tokens[..source.start]));
    let speaks = last.is(Class::DOCUMENT) && last.kind == Kind::Word
        || with
            && (last.is(Class::SPEAKER)
                || last.kind == Kind::Name
                || last.is_word("percent") && source.len() == 2
                || last.any(&["many", "some", "most", "several", "others"]) && source.len() == 1);
    cue.mode = Mode::Attached;
    (speaks && !source.is_empty()).then_some(cue)
}

/// How many tokens back "with" is looked for.
const WITH: usize = 60;

/// Whether somebody with a participle stands before: `with Vell saying …`.
fn beside_attached(tokens: &[Token<'_>]) -> bool {
    let near = &tokens[tokens.len().saturating_sub(WITH)..];
    let with = near.iter().rposition(|token| token.is_word("with"));
    with.is_some_and(|with| {
        near[with..].iter().any(|token| {
            token
                .readings()
                .iter()
                .any(|(_, form)| *form == Form::Gerund)
        })
    })
}

/// Whether a form that may be a plural noun is followed by what only a verb is followed by.
fn noun_form_reports(tokens: &[Token<'_>], span: &Range<usize>, verb: &Verb) -> bool {
    let ended = |next: &Token<'_>| matches!(next.kind, Kind::Mark(',' | '.'));
    // `The ministry notes, "…"`
    let quotes = tokens.get(span.end).is_some_and(|next| next.is_mark(','))
        && tokens
            .get(span.end + 1)
            .is_some_and(|next| next.quoted().is_some());
    let named = |at: usize| tokens[at].is(Class::SPEAKER) || tokens[at].kind == Kind::Name;
    if quotes && verb.frames.has(Frames::QUOTE) && span.start > 0 && named(span.start - 1) {
        return true;
    }
    let Some(next) = tokens.get(span.end).filter(|next| !ended(next)) else {
        // `…, the treasury estimates`
        let phrase = phrase_before(tokens, span.start);
        let spoken = span.start >= 1
            && (tokens[span.start - 1].is(Class::SPEAKER)
                || tokens[span.start - 1].kind == Kind::Name);
        return spoken
            && phrase.len() <= 6
            && phrase.start > 0
            && tokens[phrase.start - 1].is_mark(',');
    };
    let previous = span.start.checked_sub(1).map(|at| &tokens[at]);
    let subject = previous.is_some_and(|token| {
        token.kind == Kind::Name
            || token.is(Class::SUBJECT.or(Class::RELATIVE))
            || token.is(Class::SPEAKER)
            || token.is_mark(',')
            || token.is_mark(')')
            || token.is(Class::ADVERB.or(Class::AND))
    });
    if next.quoted().is_some() || next.is_word("to") && verb.frames.has(Frames::TO) {
        return true;
    }
    if next.is_word("that") {
        return subject;
    }
    // `Court rules worship is legal`
    let bare = previous.is_some_and(|token| token.is(Class::SPEAKER) && !token.text.ends_with('s'))
        && verb.frames.has(Frames::THAT)
        && next.kind == Kind::Word
        && !next.is(Class::PREPOSITION.or(Class::AND))
        && !is_verb(tokens, span.end)
        && !(0..span.start).any(|at| is_verb(tokens, at))
        && (span.end + 1..tokens.len()).any(|at| is_verb(tokens, at));
    if bare {
        return true;
    }
    let starts = next.is(Class::DETERMINER
        .or(Class::POSSESSIVE)
        .or(Class::SUBJECT)
        .or(Class::QUESTION))
        || matches!(next.kind, Kind::Name | Kind::Number)
        || next.kind == Kind::Word && (verb.object == Object::Content || !verb.particle.is_empty());
    let clause = !(span.end..tokens.len()).any(|at| is_verb(tokens, at)) || subject;
    subject && starts && clause
}
