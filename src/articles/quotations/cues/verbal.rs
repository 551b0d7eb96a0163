//! Verbs as cues: the readings of a word as a form of a reporting verb.

use std::ops::Range;

use super::super::content::is_shown_there;
use super::super::lexicon::{Class, class};
use super::super::phrases::{is_verb, named_like_a_month, phrase_end};
use super::super::verbs::{Form, Frames, Object};
use super::super::words::{Kind, Token};
use super::base::base;
use super::nouns::{
    attached, is_attributive, is_held_of, is_of_name, is_people, is_reduced, is_relative, is_shown,
    noun_form_reports, with_somebody,
};
use super::passives::{is_impersonal, passive};
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

/// How many words may tell on which occasion something was said as well.
const LONGEST_OCCASION: usize = 12;

/// How it is known what somebody said: `is reported to have told`.
const HEARSAY: [&str; 8] = [
    "reported",
    "said",
    "understood",
    "believed",
    "alleged",
    "thought",
    "known",
    "rumoured",
];

/// Adverbs, auxiliaries, negations and times of day before a verb, and what tells on which occasion or by hearsay.
pub(in crate::articles::quotations) fn before(tokens: &[Token<'_>], at: usize) -> Before {
    let mut before = before_alone(tokens, at);
    before.behind_another(tokens);
    before.behind_hearsay(tokens);
    before.behind_occasion(tokens, at);
    before
}

/// What stands before a verb by itself.
fn before_alone(tokens: &[Token<'_>], at: usize) -> Before {
    let mut before = Before {
        left: at,
        ..Before::default()
    };
    while before.left > 0 {
        let place = before.left - 1;
        let token = &tokens[place];
        let named = !token.is(Class::TIME) || named_like_a_month(tokens, place);
        if token.kind == Kind::Name && named && place > 0 {
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
        } else if token.is_word("nor") {
            before.negated = true;
            break;
        } else if token.is(Class::NEGATION)
            && (!token.is(Class::SUBJECT) || is_neither(tokens, place))
        {
            before.negated = true;
        } else if token.is(Class::TIME) && token.kind == Kind::Name && !token.is(Class::TITLE) {
            // `The council on Friday urged`
            let on = place > 0 && tokens[place - 1].any(&["on", "in", "late", "early", "last"]);
            if on {
                before.left -= 1;
            } else if place == 0 {
                break;
            }
        } else if place >= 3
            && token.any(&["past", "weeks", "months", "years", "days"])
            && tokens[place - 2].is_word("in")
            && tokens[place - 3].is(Class::HAVE)
        {
            // `has in the past warned`, `had in recent weeks told`
            before.left -= 2;
        } else if place >= 2
            && token.any(&["week", "month", "year"])
            && tokens[place - 1].is_word("last")
            && tokens[place - 2].is(Class::RELATIVE)
        {
            // `who last week had said`
            before.left -= 1;
        } else if place >= 1 && token.is_word("longer") && tokens[place - 1].is_word("no") {
            // `no longer considers`
            before.negated = true;
            before.left -= 1;
        } else if is_inserted(tokens, place) {
            // `did, however, say`
            before.left -= 2;
        } else if token.is_word("on") && place > 0 && tokens[place - 1].any(&["earlier", "later"]) {
            // `had earlier on told`
            before.left -= 1;
        } else if !(token.is(Class::ADVERB) || token.is_word("likely")) || token.kind != Kind::Word
        {
            break;
        }
        before.left -= 1;
    }
    before
}

impl Before {
    /// Takes what tells when and where between an "and" and its verb: `and in an interview on Monday suggested`.
    fn behind_occasion(&mut self, tokens: &[Token<'_>], verb: usize) {
        let timed = tokens[self.left.saturating_sub(1)..verb]
            .iter()
            .any(|token| token.is(Class::TIME));
        let near = self.left.saturating_sub(LONGEST_OCCASION)..self.left;
        let and = near
            .rev()
            .take_while(|at| tokens[*at].is_plain())
            .find(|at| tokens[*at].is_word("and"));
        let Some(and) = and.filter(|_| timed) else {
            return;
        };
        let mut at = and + 1;
        while at < self.left && tokens[at].kind == Kind::Word && tokens[at].is(Class::PREPOSITION) {
            at = phrase_end(tokens, at + 1).max(at + 1);
        }
        if at == self.left && at > and + 1 {
            self.left = and + 1;
        }
    }

    /// Takes what tells that others say so of whoever reports: `Vell is reported to have told the board`.
    fn behind_hearsay(&mut self, tokens: &[Token<'_>]) {
        let Some(heard) = self.left.checked_sub(2).filter(|_| self.have) else {
            return;
        };
        if tokens[heard + 1].is_word("to") && tokens[heard].any(&HEARSAY) {
            let outer = before_alone(tokens, heard);
            if outer.be && !outer.negated {
                self.left = outer.left;
            }
        }
    }

    /// Takes what stands before the verb that an "or" joins to this one, if they are denied together: `did not
    /// confirm or deny`, `neither confirmed nor denied`.
    fn behind_another(&mut self, tokens: &[Token<'_>]) {
        let Some(joint) = self.left.checked_sub(1) else {
            return;
        };
        let verb = joint.checked_sub(1).filter(|at| tokens[*at].may_report());
        if tokens[joint].any(&["or", "nor"])
            && let Some(verb) = verb
        {
            let first = before_alone(tokens, verb);
            if first.negated {
                *self = first;
            }
        }
    }
}

/// Whether "neither" denies a verb, and is not who did it: `Vell neither confirmed nor denied it`.
fn is_neither(tokens: &[Token<'_>], at: usize) -> bool {
    let apart = Class::AND.or(Class::PREPOSITION);
    tokens[at].is_word("neither")
        && tokens[..at].last().is_some_and(|last| {
            last.mark().is_none() && (last.kind == Kind::Name || !last.is(apart))
        })
}

/// Whether a connective between commas ends with a comma behind an auxiliary: `did, however, say`.
fn is_inserted(tokens: &[Token<'_>], comma: usize) -> bool {
    comma >= 3
        && tokens[comma].is_mark(',')
        && tokens[comma - 1].any(&[
            "however",
            "though",
            "instead",
            "nonetheless",
            "nevertheless",
        ])
        && tokens[comma - 2].is_mark(',')
        && tokens[comma - 3].is(Class::AUXILIARY)
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
        let held = verb_data.lemma == "understand"
            && before.be
            && previous.is_some_and(|token| token.is_word("it"));
        if !verb_data.counts && !held && !matches!(&*verb_data.lemma, "see" | "decline") {
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

/// Whether a verb reports with "that" without a particle too.
fn reports_bare(token: &Token<'_>) -> bool {
    token.readings().iter().any(|(number, _)| {
        let verb = token.verb(*number);
        verb.particle.is_empty() && verb.frames.has(Frames::THAT)
    })
}

/// How many words may tell how long a span of time is: `the past ten years`.
const SPAN: usize = 4;

/// Whether a span of time begins at a place: `argued for many years that`.
fn is_span_of_time(tokens: &[Token<'_>], at: usize) -> bool {
    let counts = Class::DETERMINER.or(Class::NUMBER).or(Class::POSSESSIVE);
    let mut words = tokens[at.min(tokens.len())..].iter().take(SPAN);
    let unit = words
        .find(|word| !(word.is(counts) || word.any(&["last", "past", "long", "more", "than"])));
    unit.is_some_and(|unit| {
        unit.any(&[
            "hours",
            "days",
            "weeks",
            "months",
            "year",
            "years",
            "decades",
            "generations",
            "time",
        ])
    })
}

/// The end of a verb with its particle; one object may stand between them only for `put … at`.
fn particle(tokens: &[Token<'_>], at: usize, verb: u16) -> Option<usize> {
    let words = &tokens[at].verb(verb).particle;
    let mut end = at + 1;
    for word in words {
        // `called Saturday for calm`, `called on Saturday for calm`
        if end == at + 1 {
            let apart = days_between(tokens, end);
            let parted = tokens
                .get(end + apart)
                .is_some_and(|next| next.is_word(word));
            end += if parted { apart } else { 0 };
        }
        // `insisted on Thursday that`
        let day = tokens.get(end + 1).is_some_and(|next| next.is(Class::TIME));
        if !tokens.get(end)?.is_word(word) || word == "on" && day {
            return None;
        }
        if word == "to" && is_told_that(tokens, end + 1) {
            return None;
        }
        if word == "for" && reports_bare(&tokens[at]) && is_span_of_time(tokens, end + 1) {
            return None;
        }
        end += 1;
    }
    Some(end)
}

/// How many words of a day stand between a verb and its particle.
fn days_between(tokens: &[Token<'_>], at: usize) -> usize {
    let day = |at: usize| {
        tokens
            .get(at)
            .is_some_and(|token| token.is(Class::TIME) && token.kind == Kind::Name)
    };
    let on = usize::from(tokens.get(at).is_some_and(|token| token.is_word("on")));
    if day(at + on) { on + 1 } else { 0 }
}

/// Whether "to" leads to somebody who is told: `admitted to her deputy that`.
fn is_told_that(tokens: &[Token<'_>], at: usize) -> bool {
    let end = phrase_end(tokens, at);
    let that = tokens.get(end).is_some_and(|next| next.is_word("that"));
    that && end > at && {
        let last = &tokens[end - 1];
        last.is(Class::SPEAKER.or(Class::PERSON).or(Class::OBJECT))
            || last.kind == Kind::Name
            || last.any(&["audience", "crowd", "press", "public", "court"])
    }
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
        negated: before.negated || verb.is_of_nothing_said(),
        questioned: before.questioned,
        left: before.left,
        coordinated: previous.is_some_and(|token| token.is(Class::AND) && token.kind == Kind::Word),
    };
    let next = tokens.get(span.end);
    let relative = is_relative(tokens, before.left) || is_shown(tokens, before.left, next);
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
            // `a factor when considering whether it is safe`
            if verb.lemma == "consider" && previous.is_some_and(|token| token.is_word("when")) {
                return None;
            }
            let behind = previous.is_some_and(|token| {
                token.is_mark(',')
                    || token.quoted().is_some()
                    || token.is_dash()
                    || token.is_mark(';')
                    || token.is(Class::AND)
                    || token.any(&["while", "when", "by", "before", "after", "for", "without"])
            });
            let behind = behind
                || wrote(tokens, span.start)
                || joined(tokens, before.left)
                || says_why(tokens, span.start);
            // `…, with the chief economist, Ida Vell, warning`
            let with = || with_somebody(tokens, before.left).is_some();
            // `After saying that it was over, Vell left`
            let behind_first = span.start == 1
                && tokens[0].any(&["after", "before", "by", "while", "when", "in", "despite"]);
            let opens = span.start == 0 || behind_first;
            cue.mode = Mode::Participle;
            cue.coordinated = false;
            if (behind && span.start > 1 || opens) && !with() {
                cue.negated |= previous.is_some_and(|token| token.is_word("without"));
                return Some(cue);
            }
            attached(tokens, cue)
        }
        // `should have suggested that`
        Form::Past if before.modal && before.have && !before.negated => None,
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
                            && !token.text.ends_with("-year-old")
                            && !is_of_name(tokens, before.left)
                });
            // `joined calls for a truce`
            let thing = verb.doubtful.noun
                || verb
                    .particle
                    .first()
                    .is_some_and(|word| word == "for" || word == "on");
            // `storms, and requests to climb, are not rare`
            if verb.doubtful.noun && cue.coordinated && next.is_some_and(|next| next.is_word("to"))
            {
                return None;
            }
            // `amid growing calls for an inquiry`
            let counted = previous.is_some_and(|token| {
                token.kind == Kind::Word
                    && token.class == Class::default()
                    && before.left >= 2
                    && tokens[before.left - 2].is(Class::PREPOSITION)
            });
            let quotes = verb.frames.has(Frames::QUOTE) && !verb.doubtful.noun;
            let taken = counted || previous.is_some_and(|token| token.any(&TAKES_REPORTS));
            if wrong
                || before.be
                || before.modal
                || thing && taken
                || is_people(tokens, span.start)
                || !quotes && goes_on_in_marks(next)
                || verb.doubtful.noun && is_of_another(tokens, span.end)
            {
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

/// Whether marks open with the verb of which a noun before them is the subject: `it would mean rates "would have to
/// rise"`.
fn goes_on_in_marks(next: Option<&Token<'_>>) -> bool {
    next.filter(|next| next.quoted().is_some())
        .and_then(|next| next.text.split_whitespace().next())
        .is_some_and(|word| {
            let word = word.trim_start_matches(|mark: char| !mark.is_alphanumeric());
            word.starts_with(char::is_lowercase)
                && class(word).is(Class::MODAL.or(Class::HAVE).or(Class::BE))
        })
}

/// Whether another verb stands behind a noun that looks like one: `Jobless claims also declined in May`.
fn is_of_another(tokens: &[Token<'_>], at: usize) -> bool {
    let adverb = |at: usize| tokens[at].is(Class::ADVERB) && tokens[at].kind == Kind::Word;
    let Some(verb) = (at..tokens.len()).find(|at| !adverb(*at)) else {
        return false;
    };
    let past =
        tokens[verb].text.ends_with("ed") || tokens[verb].any(&["rose", "fell", "grew", "sank"]);
    let object = Class::PREPOSITION.or(Class::ADVERB).or(Class::NUMBER);
    let behind = tokens.get(verb + 1);
    tokens[verb].kind == Kind::Word
        && past
        && is_verb(tokens, verb)
        && behind.is_none_or(|next| {
            next.is(object) || next.kind == Kind::Number || next.mark().is_some()
        })
}

/// How many words there may be from a verb of joining to the participle that says in what.
const JOINED: usize = 10;

/// Whether a participle says in what somebody joined others: `joined the port in calling for`, `were united in
/// demanding`.
fn joined(tokens: &[Token<'_>], at: usize) -> bool {
    let verbs = [
        "joined",
        "joins",
        "join",
        "united",
        "unite",
        "followed",
        "unanimous",
        "echoed",
    ];
    let Some(before) = at
        .checked_sub(1)
        .filter(|before| tokens[*before].is_word("in"))
    else {
        return false;
    };
    let near = before.saturating_sub(JOINED)..before;
    near.rev()
        .take_while(|at| tokens[*at].mark().is_none())
        .any(|at| tokens[at].any(&verbs))
}

/// Whether a participle says how somebody reacted: `criticised the timing of the talks saying it was wrong`.
fn says_why(tokens: &[Token<'_>], at: usize) -> bool {
    let told = tokens[at].any(&["saying", "arguing", "calling", "claiming", "insisting"]);
    let reacts = |at: &usize| {
        let mut verbs = tokens[*at].readings().iter();
        verbs.any(|(verb, form)| {
            *form == Form::Past && tokens[*at].verb(*verb).object == Object::Reaction
        })
    };
    let near = at.saturating_sub(JOINED)..at;
    told && near
        .rev()
        .take_while(|at| tokens[*at].is_plain())
        .any(|at| reacts(&at))
}

/// How many words there may be from a verb of writing to the participle that says what was written.
const WRITTEN: usize = 6;

/// Whether a participle says what somebody wrote or answered: `wrote to her insisting that`.
fn wrote(tokens: &[Token<'_>], at: usize) -> bool {
    let verbs = [
        "wrote",
        "written",
        "emailed",
        "texted",
        "tweeted",
        "posted",
        "messaged",
        "phoned",
        "responded",
        "replied",
        "spoke",
    ];
    let near = at.saturating_sub(WRITTEN)..at;
    let verb = near.rev().find(|at| tokens[*at].any(&verbs));
    verb.is_some_and(|verb| {
        let to = tokens[verb + 1].is_word("to");
        // `wrote to her insisting`
        let pronoun = to && verb + 3 == at && tokens[verb + 2].is(Class::OBJECT);
        verb + 1 == at || pronoun || to && phrase_end(tokens, verb + 2) == at
    })
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

/// The past form: active, or a passive that reports.
fn past(tokens: &[Token<'_>], mut cue: Cue, before: &Before, relative: bool) -> Option<Cue> {
    let verb = cue.verb(tokens)?;
    let previous = cue.left.checked_sub(1).map(|at| &tokens[at]);
    let next = tokens.get(cue.tokens.end);
    if is_shown_there(tokens, cue.tokens.start) {
        return None;
    }
    // `may have urged them to wait`
    if before.modal && before.have && !before.negated && verb.frames.has(Frames::NP_TO) {
        return None;
    }
    if before.be && is_impersonal(tokens, &cue, verb) {
        cue.mode = Mode::Impersonal;
        return Some(cue);
    }
    // `and another demanded that`
    let alone = previous.is_some_and(|token| {
        token.any(&[
            "another", "some", "many", "most", "several", "few", "all", "neither", "each", "one",
            "half",
        ])
    }) && next.is_some_and(|next| {
        next.is_word("that")
            || !verb.particle.is_empty()
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
    // `was welcomed by owners but criticised by the port`
    if cue.coordinated && !before.have && next.is_some_and(|next| next.is_word("by")) {
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
    if !before.have && (is_reduced(tokens, &cue, verb) || is_held_of(tokens, &cue, verb)) {
        return None;
    }
    // `showed reported crime was falling`, `said suspected bomber Hal Orr was there`
    let attribute = cue.left == cue.tokens.start
        && previous.is_some_and(|token| {
            let mut readings = token.readings().iter();
            let says = readings.any(|(verb, _)| token.verb(*verb).frames.has(Frames::THAT));
            token.is_word("whether") || says && is_verb(tokens, cue.left - 1)
        })
        && next.is_some_and(|next| {
            next.kind == Kind::Word && (next.class == Class::default() || next.is(Class::PERSON))
        });
    if attribute || is_attributive(tokens, &cue) {
        return None;
    }
    // A form that is base and past at once, as in `put`, needs a subject like any other.
    if before.modal && !before.have {
        return None;
    }
    Some(cue)
}
