//! Cues: the words of a sentence that may report what somebody says.

use std::ops::Range;

use super::lexicon::Class;
use super::nominal::nominal;
use super::phrases::{is_verb, phrase_before, subject};
use super::verbs::{Form, Frames, Object, VERBS_BY_FORM, Verb};
use super::words::{Kind, Token};

/// How a cue stands in its sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Mode {
    /// A finite verb.
    Finite,
    /// A participle that goes on with a report: `adding`.
    Participle,
    /// The infinitive or participle behind `quoted … as`.
    Quoted,
    /// `according to`.
    According,
    /// `in her view`.
    View,
    /// `for Vell,`.
    For,
    /// `is confident that`.
    Stance,
    /// `his claim that`.
    Noun,
    /// `it has been said that`.
    Impersonal,
    /// A participle behind the noun that speaks: `a letter urging`, `with Vell saying`.
    Attached,
}

/// A cue and what the words around it say of it.
#[derive(Clone, Debug)]
pub(super) struct Cue {
    pub tokens: Range<usize>,
    /// Number of the verb; `None` where the cue is none.
    pub verb: Option<u16>,
    pub mode: Mode,
    pub negated: bool,
    pub questioned: bool,
    /// Where the auxiliaries and adverbs before it begin.
    pub left: usize,
    /// Whether nothing but a conjunction stands before it.
    pub coordinated: bool,
}

impl Cue {
    pub(super) fn verb(&self) -> Option<&'static Verb> {
        self.verb.map(|verb| VERBS_BY_FORM.verb(verb))
    }
}

/// The cues of a sentence in order, none within another.
pub(super) fn cues(tokens: &[Token<'_>]) -> Vec<Cue> {
    let mut found: Vec<Cue> = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        let cue = fixed(tokens, at)
            .or_else(|| nominal(tokens, at).filter(|cue| !of_saying(tokens, cue, found.last())))
            .or_else(|| verbal(tokens, at));
        match cue {
            Some(cue) => {
                at = cue.tokens.end;
                found.push(cue);
            }
            None => at += 1,
        }
    }
    found
}

/// Whether a noun belongs to a verb of saying: `said in his opening remarks that`.
fn of_saying(tokens: &[Token<'_>], cue: &Cue, last: Option<&Cue>) -> bool {
    let preposition =
        cue.left > 0 && tokens[cue.left - 1].any(&["in", "at", "during", "through", "on"]);
    let near = last
        .is_some_and(|last| last.verb.is_some() && cue.left.saturating_sub(last.tokens.end) <= 6);
    cue.mode == Mode::Noun && preposition && near
}

/// Cues that are no verbs.
fn fixed(tokens: &[Token<'_>], at: usize) -> Option<Cue> {
    let token = &tokens[at];
    if !token.is(Class::FIXED) {
        return None;
    }
    let cue = |tokens: Range<usize>, mode| Cue {
        left: tokens.start,
        tokens,
        verb: None,
        mode,
        negated: false,
        questioned: false,
        coordinated: false,
    };
    if token.is_word("according") && tokens.get(at + 1)?.is_word("to") {
        return Some(cue(at..at + 2, Mode::According));
    }
    if token.kind == Kind::Word && !token.is_word("for") && at > 1 {
        let owner = &tokens[at - 1];
        let mut first = at - 1;
        if owner.kind == Kind::Genitive {
            first = (0..at - 1)
                .rev()
                .find(|at| tokens[*at].any(&["in", "by"]))?;
            if at - first > 9 {
                return None;
            }
            return Some(Cue {
                left: first,
                ..cue(at..at + 1, Mode::View)
            });
        }
        let own = owner.any(&["his", "her", "their", "its", "my", "our"]);
        if own && first > 0 && tokens[first - 1].any(&["in", "by"]) {
            first -= 1;
            return Some(Cue {
                left: first,
                ..cue(at..at + 1, Mode::View)
            });
        }
        return None;
    }
    let opens = at == 0 || tokens[at - 1].is(Class::AND);
    if token.is_word("for") && opens {
        let end = super::phrases::phrase_end(tokens, at + 1);
        let speaks = end > at + 1
            && tokens.get(end).is_some_and(|next| next.is_mark(','))
            && (super::phrases::named_person(&tokens[at + 1..end])
                || tokens[end - 1].is(Class::PERSON))
            && !tokens[at + 1].is(Class::POSSESSIVE);
        return speaks.then(|| cue(at..at + 1, Mode::For));
    }
    None
}

/// What stands before a verb, from right to left.
#[derive(Default)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is one thing that was seen"
)]
pub(super) struct Before {
    pub(super) left: usize,
    negated: bool,
    questioned: bool,
    pub(super) be: bool,
    have: bool,
    supported: bool,
    modal: bool,
}

/// Adverbs, auxiliaries, negations and times of day before a verb.
pub(super) fn before(tokens: &[Token<'_>], at: usize) -> Before {
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

fn verbal(tokens: &[Token<'_>], at: usize) -> Option<Cue> {
    let token = &tokens[at];
    if token.readings.is_empty()
        || token.kind == Kind::Number
        || (token.kind == Kind::Name && at > 0)
    {
        return None;
    }
    let before = before(tokens, at);
    let previous = before.left.checked_sub(1).map(|at| &tokens[at]);
    let mut best = None;
    for (verb, form) in token.readings {
        let Some(end) = particle(tokens, at, *verb) else {
            continue;
        };
        let verb_data = VERBS_BY_FORM.verb(*verb);
        if !verb_data.counts && !matches!(verb_data.lemma, "see" | "decline") {
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
    let words = &VERBS_BY_FORM.verb(verb).particle;
    let mut end = at + 1;
    for word in words {
        if !tokens.get(end)?.is_word(word) {
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
    let verb = VERBS_BY_FORM.verb(number);
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
    match form {
        Form::Gerund => {
            if before.be {
                return Some(cue);
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
                    || token.any(&["while", "by", "after", "for", "without"])
            });
            cue.mode = Mode::Participle;
            cue.coordinated = false;
            if behind && span.start > 1 {
                cue.negated |= previous.is_some_and(|token| token.is_word("without"));
                return Some(cue);
            }
            attached(tokens, cue)
        }
        Form::Past => {
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
                    "another", "some", "many", "most", "several", "few", "all", "neither",
                ])
            }) && next.is_some_and(|next| {
                next.is_word("that")
                    || next.quoted().is_some()
                    || next.is(Class::SUBJECT.or(Class::QUESTION))
            });
            if before.be
                || !alone
                    && previous.is_some_and(|token| {
                        token.is(Class::DETERMINER)
                            && !token.is(Class::SUBJECT)
                            && !token.is(Class::NUMBER)
                    })
            {
                return None;
            }
            let noun = previous.is_some_and(|token| {
                token.is(Class::POSSESSIVE) && !token.is_word("her") || token.kind == Kind::Genitive
            });
            if noun
                || previous
                    .is_some_and(|token| token.is(Class::PREPOSITION) && token.kind == Kind::Word)
            {
                return None;
            }
            // A form that is base and past at once, as in `put`, needs a subject like any other.
            if before.modal && !before.have {
                return None;
            }
            Some(cue)
        }
        Form::Third => {
            let wrong = previous.is_none_or(|token| {
                token.is(Class::DETERMINER
                    .or(Class::POSSESSIVE)
                    .or(Class::PREPOSITION))
                    && !token.is(Class::SUBJECT)
                    || token.kind == Kind::Genitive
                    || token.kind == Kind::Number
            });
            if wrong || before.be || before.modal {
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

/// A participle behind the noun that speaks.
fn attached(tokens: &[Token<'_>], mut cue: Cue) -> Option<Cue> {
    if cue.left != cue.tokens.start {
        return None;
    }
    let source = phrase_before(tokens, cue.left);
    let last = tokens[..cue.left].last()?;
    let with = source.start > 0 && tokens[source.start - 1].is_word("with");
    let speaks = last.is(Class::DOCUMENT) && last.kind == Kind::Word
        || with && (last.is(Class::SPEAKER) || last.kind == Kind::Name);
    cue.mode = Mode::Attached;
    (speaks && !source.is_empty()).then_some(cue)
}

/// Whether a form that may be a plural noun is followed by what only a verb is followed by.
fn noun_form_reports(tokens: &[Token<'_>], span: &Range<usize>, verb: &Verb) -> bool {
    let ended = |next: &Token<'_>| matches!(next.kind, Kind::Mark(',' | '.'));
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
    let starts = next.is(Class::DETERMINER
        .or(Class::POSSESSIVE)
        .or(Class::SUBJECT)
        .or(Class::QUESTION))
        || matches!(next.kind, Kind::Name | Kind::Number)
        || next.kind == Kind::Word && (verb.object == Object::Content || !verb.particle.is_empty());
    let clause = !(span.end..tokens.len()).any(|at| is_verb(tokens, at)) || subject;
    subject && starts && clause
}

/// The base form: after an auxiliary, a subject of the plural or `declined to`.
fn base(
    tokens: &[Token<'_>],
    mut cue: Cue,
    before: &Before,
    next: Option<&Token<'_>>,
    verb: &Verb,
) -> Option<Cue> {
    let previous = cue.left.checked_sub(1).map(|at| &tokens[at]);
    let past_too = matches!(
        verb.lemma,
        "put"
            | "put at"
            | "put forward"
            | "put it"
            | "bet"
            | "forecast"
            | "broadcast"
            | "read out"
            | "set out"
            | "let slip"
            | "hit back"
    );
    if before.modal {
        let future = before.negated;
        if future {
            return Some(cue);
        }
        return None;
    }
    if before.supported {
        cue.questioned = !before.negated
            && cue.left > 0
            && tokens[..cue.left]
                .iter()
                .all(|token| !token.is(Class::SUBJECT));
        return Some(cue);
    }
    let previous = previous?;
    // `Did she ever say that …?`
    if tokens[0].is(Class::DO) {
        cue.questioned = true;
        return Some(cue);
    }
    if previous.is_word("to") && cue.left >= 2 {
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
                && (tokens[cue.left - 1].is(Class::AUXILIARY)
                    || tokens[cue.left - 1].is(Class::ADVERB))
            {
                cue.left -= 1;
            }
            return Some(cue);
        }
        if reports_by_infinitive(tokens, left, verb, next) {
            return main_verb(tokens, left).map(|left| Cue { left, ..cue });
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
        return None;
    }
    let plural = previous.is(Class::SUBJECT) && !previous.any(&["he", "she", "it"])
        || matches!(previous.kind, Kind::Word | Kind::Name)
            && (previous.text.ends_with('s')
                || previous.any(&["people", "police", "men", "women"]))
            && !previous.is(Class::PREPOSITION.or(Class::AUXILIARY))
        || previous.is_mark(',')
        || previous.is(Class::AND)
        || past_too
        || !verb.doubtful.noun && plural_subject(tokens, cue.left);
    if !plural || previous.is(Class::PREPOSITION) {
        return None;
    }
    let clear = next.is_some_and(|next| {
        next.is_word("that")
            || next.quoted().is_some()
            || next.is(Class::DETERMINER.or(Class::SUBJECT))
            || next.is_word("to") && verb.frames.has(Frames::TO)
    });
    let safe = !verb.doubtful.noun && !verb.doubtful.sense || clear;
    safe.then_some(cue)
}

/// Whether the subject before a verb is in the plural, whatever stands between: `officials at the ministry`.
fn plural_subject(tokens: &[Token<'_>], left: usize) -> bool {
    let found = subject(tokens, 0, left);
    found.is_some_and(|found| {
        let head = &tokens[found.end - 1];
        found.end < left
            && head.text.len() > 3
            && head.text.ends_with('s')
            && head.is(Class::SPEAKER)
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
    let clause = next.is_some_and(|next| next.is_word("that"))
        || verb.lemma == "tell" && tokens.len() > to + 3;
    clause && BY_INFINITIVE.contains(&verb.lemma)
}

/// Where the main verb begins on which an infinitive depends, if it tells of something that took place.
fn main_verb(tokens: &[Token<'_>], to: usize) -> Option<usize> {
    let main = (to.saturating_sub(12)..to)
        .rev()
        .find(|at| is_verb(tokens, *at))?;
    let token = &tokens[main];
    let apart = tokens[main..to]
        .iter()
        .any(|token| token.mark().is_some() || token.quoted().is_some() || token.is_word("that"));
    let asks = token.readings.iter().any(|(verb, _)| {
        VERBS_BY_FORM
            .verb(*verb)
            .frames
            .has(Frames::NP_TO.or(Frames::TO))
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
