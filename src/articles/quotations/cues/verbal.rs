//! Verbs as cues: the readings of a word as a form of a reporting verb.

use std::cell::LazyCell;
use std::ops::Range;

use super::super::content::{is_office, is_shown_there};
use super::super::lexicon::{Class, class};
use super::super::phrases::{is_verb, phrase_end, subject};
use super::super::verbs::{Form, Frames, Verb};
use super::super::word_list::WordList;
use super::super::words::{Kind, Token};
use super::base::base;
use super::before::{Before, before};
use super::contracted::has_done;
use super::gerunds::gerund;
use super::light::{ENDED, is_outlet};
use super::nouns::{
    is_attributive, is_held_of, is_of_name, is_people, is_reduced, is_relative, is_shown,
    noun_form_reports,
};
use super::particles::particle;
use super::passives::{is_impersonal, is_reduced_judgement, passive};
use super::{Cue, Mode};

pub(super) fn verbal(tokens: &[Token<'_>], at: usize) -> Option<Cue> {
    let token = &tokens[at];
    if !token.may_report() || token.kind == Kind::Number || (token.kind == Kind::Name && at > 0) {
        return None;
    }
    // Most forms are no reading that counts, and are not asked what stands before them.
    let before = LazyCell::new(|| before(tokens, at));
    let previous = || before.left.checked_sub(1).map(|at| &tokens[at]);
    let mut best = None;
    for (verb, form) in token.readings() {
        let Some(end) = particle(tokens, at, *verb) else {
            continue;
        };
        let verb_data = token.verb(*verb);
        let held = || {
            verb_data.lemma == "understand"
                && before.be
                && previous().is_some_and(|token| token.is_word("it"))
                || token.is_word("understands")
                    && (previous().is_some_and(is_outlet) || is_news_agency(tokens, before.left))
        };
        if !verb_data.counts && !matches!(&*verb_data.lemma, "see" | "decline") && !held() {
            // A longer reading that is none takes the word from shorter ones.
            if end > at + 1 {
                return None;
            }
            continue;
        }
        if let Some(cue) = reading(tokens, at..end, (*verb, *form), &before, previous()) {
            best = Some(cue);
            break;
        }
    }
    best
}

/// Whether nothing but an office from which something is known stands behind a verb: `learned from the press service of the
/// port`.
fn names_office(tokens: &[Token<'_>], at: usize) -> bool {
    let end = phrase_end(tokens, at + 1);
    tokens.get(at).is_some_and(|next| next.is_word("from")) && is_office(tokens, at + 1..end)
}

/// Whether the words before a verb name a news agency: `the PA news agency understands`.
fn is_news_agency(tokens: &[Token<'_>], left: usize) -> bool {
    left >= 3
        && tokens[left - 1].is_word("agency")
        && tokens[left - 2].is_word("news")
        && tokens[left - 3].kind == Kind::Name
}

fn reading(
    tokens: &[Token<'_>],
    span: Range<usize>,
    (number, form): (u16, Form),
    before: &Before,
    previous: Option<&Token<'_>>,
) -> Option<Cue> {
    let verb = tokens[span.start].verb(number);
    let cue = Cue {
        tokens: span.clone(),
        verb: Some(number),
        mode: Mode::Finite,
        negated: before.negated || verb.is_of_nothing_said(),
        questioned: before.questioned,
        left: before.left,
        coordinated: previous.is_some_and(|token| token.is(Class::AND) && token.kind == Kind::Word),
    };
    let next = tokens.get(span.end);
    // `would rather not speak of it`
    let wished = before.modal
        && tokens[before.left..span.start]
            .iter()
            .any(|token| token.is_word("rather"));
    if wished {
        return None;
    }
    // `The plan put forward at the forum`
    if verb.lemma == "put forward"
        && next.is_none_or(|next| {
            !next.is_plain() || next.is(Class::PREPOSITION.or(Class::TIME)) || next.is_word("last")
        })
    {
        return None;
    }
    // `would not comment on whether …`, but `commented on the plan: "…"`
    if verb.frames == Frames::WH
        && !verb.particle.is_empty()
        && !next.is_some_and(|next| next.is(Class::QUESTION) || next.any(words!["whether", "if"]))
    {
        return None;
    }
    // `CNN has learned that`, but `was learning that`
    let heard = verb.lemma == "learn" && form == Form::Past && names_office(tokens, span.end);
    if verb.lemma == "learn" && !(form == Form::Past && before.have) && !heard {
        return None;
    }
    // `denied the charge, painting herself as a victim`
    if verb.is_of_craft() && form == Form::Gerund && !before.be {
        return None;
    }
    // `concluded by saying that`
    let by = next.is_some_and(|next| next.is_word("by"))
        && tokens.get(span.end + 1).is_some_and(Token::is_gerund)
        && !tokens
            .get(span.end + 2)
            .is_some_and(|next| next.is_word("out"));
    if by && tokens[span.start].any(&ENDED) {
        return None;
    }
    // `…, which owns 4 percent of the firm`
    if verb.lemma == "own"
        && verb.particle.is_empty()
        && !next.is_some_and(|next| next.is_word("that"))
    {
        return None;
    }
    let relative = is_relative(tokens, before.left) || is_shown(tokens, before.left, next);
    // `Carer robbed widow, court told`
    let told = verb.lemma == "tell" && form == Form::Past && next.is_none();
    if verb.lemma == "hear" || told && !before.be && is_heard_in_court(tokens, before.left) {
        let tells = matches!(form, Form::Past | Form::Third);
        let heard = tells && !before.be && is_heard_in_court(tokens, before.left);
        return heard.then_some(Cue {
            mode: Mode::Impersonal,
            ..cue
        });
    }
    match form {
        Form::Gerund => gerund(tokens, cue, before, previous, verb),
        // `should have suggested that`
        Form::Past if before.modal && before.have && !before.negated => None,
        Form::Past => past(tokens, cue, before, relative),
        Form::Third => third(tokens, cue, before, relative, verb),
        // `The toll was put at 31`
        Form::Base if before.be && verb.lemma == "put at" => None,
        Form::Base => base(tokens, cue, before, next, verb),
    }
}

/// Whether a court or an inquiry heard what follows, from whomever: `The inquest heard that`.
pub(super) fn is_heard_in_court(tokens: &[Token<'_>], left: usize) -> bool {
    const COURTS: WordList = WordList::new(&[
        "jurors",
        "magistrates",
        "court",
        "inquest",
        "inquiry",
        "enquiry",
        "jury",
        "tribunal",
        "hearing",
        "trial",
        "committee",
        "commission",
        "panel",
    ]);
    let Some(own) = subject(tokens, 0, left).map(|own| &tokens[own]) else {
        return false;
    };
    let joint = own
        .iter()
        .skip(1)
        .position(|token| token.is(Class::PREPOSITION));
    let head = &own[joint.map_or(own.len(), |at| at + 1) - 1];
    let opens = own[0].is(Class::DETERMINER.or(Class::POSSESSIVE))
        || head.kind == Kind::Name
        || own.len() == 1;
    opens && head.any(&COURTS)
}

/// The third person, which may be a noun in the plural as well: `calls`.
fn third(
    tokens: &[Token<'_>],
    cue: Cue,
    before: &Before,
    relative: bool,
    verb: &Verb,
) -> Option<Cue> {
    let previous = cue.left.checked_sub(1).map(|at| &tokens[at]);
    let next = tokens.get(cue.tokens.end);
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
    let noun = verb.doubtful.noun;
    // `joined calls for a truce`
    let thing = noun
        || verb
            .particle
            .first()
            .is_some_and(|word| word == "for" || word == "on");
    // `says he has seen it and vows to act`, but `storms, and requests to climb, are not rare`
    let joined = noun && cue.coordinated && next.is_some_and(|next| next.is_word("to"));
    if joined && !says_before(tokens, cue.left) {
        return None;
    }
    // `amid growing calls for an inquiry`
    // `in court documents`, `citing hospital figures`
    let counted = previous.is_some_and(|token| {
        let opens = before.left.checked_sub(2).map(|at| &tokens[at]);
        let plain = token.kind == Kind::Word && !token.is(Class::PERSON);
        let led = opens.is_some_and(|opens| {
            opens.is(Class::PREPOSITION) || opens.any(words!["citing", "quoting"])
        });
        plain && led
    });
    let quotes = verb.frames.has(Frames::QUOTE) && !noun;
    // `rejected Norlandic claims that`
    let named = noun
        && before.left >= 2
        && previous.is_some_and(|token| token.kind == Kind::Name)
        && tokens[before.left - 2].any(&TAKES_REPORTS);
    let taken = counted || named || previous.is_some_and(|token| token.any(&TAKES_REPORTS));
    if wrong
        || before.be
        || before.modal
        || thing && taken
        || is_people(tokens, cue.tokens.start)
        || verb.lemma == "volunteer" && (0..cue.left).any(|at| is_verb(tokens, at))
        || !quotes && goes_on_in_marks(next)
        || thing && is_of_another(tokens, cue.tokens.end)
    {
        return None;
    }
    if noun && !joined && !noun_form_reports(tokens, &cue.tokens, verb) {
        return None;
    }
    Some(cue)
}

/// Whether somebody says something in the present before a place: `says he has seen it and vows to act`.
fn says_before(tokens: &[Token<'_>], at: usize) -> bool {
    tokens[..at].iter().any(|token| {
        let mut readings = token.readings().iter();
        readings.any(|(verb, form)| {
            let verb = token.verb(*verb);
            *form == Form::Third && verb.frames.has(Frames::QUOTE) && !verb.doubtful.noun
        })
    })
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

/// Whether another verb stands behind a noun that looks like one: `Jobless claims also declined in May`, `Norland says
/// Ostarian demands amount to nothing`, `says foreign calls for restraint are empty`.
fn is_of_another(tokens: &[Token<'_>], at: usize) -> bool {
    let amounts = tokens
        .get(at)
        .is_some_and(|next| next.any(words!["amount", "lack", "remain"]));
    let end = phrase_end(tokens, at);
    let are = end > at
        && tokens[at - 1].is(Class::PREPOSITION)
        && tokens
            .get(end)
            .is_some_and(|next| next.any(words!["are", "were", "have", "had"]));
    if amounts || are {
        return true;
    }
    let adverb = |at: usize| tokens[at].is(Class::ADVERB) && tokens[at].kind == Kind::Word;
    let Some(verb) = (at..tokens.len()).find(|at| !adverb(*at)) else {
        return false;
    };
    let past = tokens[verb].text.ends_with("ed") && !tokens[verb].any(words!["need", "speed"])
        || tokens[verb].any(words!["rose", "fell", "grew", "sank"]);
    let object = Class::PREPOSITION.or(Class::ADVERB).or(Class::NUMBER);
    let behind = tokens.get(verb + 1);
    tokens[verb].kind == Kind::Word
        && past
        && is_verb(tokens, verb)
        && behind.is_none_or(|next| {
            next.is(object) || next.kind == Kind::Number || next.mark().is_some()
        })
}

/// Verbs whose object is what others say: `rejected claims that`, `joined calls for`.
const TAKES_REPORTS: WordList = WordList::new(&[
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
]);

/// Whether a participle tells of a document: `a report published on Tuesday concludes`.
fn is_printed(verb: &Verb, previous: Option<&Token<'_>>, next: Option<&Token<'_>>) -> bool {
    let printed = matches!(
        &*verb.lemma,
        "publish" | "release" | "issue" | "post" | "circulate"
    );
    let document = previous.is_some_and(|token| token.is(Class::DOCUMENT));
    let when = next.is_some_and(|next| {
        next.is(Class::TIME.or(Class::PREPOSITION)) || next.any(words!["last", "this", "earlier"])
    });
    printed && document && when
}

/// Whether somebody is asked behind whose name, and a comma, the question is told: `Iris Vane, asked if she would go,
/// said`.
fn is_put_to(tokens: &[Token<'_>], cue: &Cue, verb: &Verb) -> bool {
    let before = cue.left.checked_sub(1);
    let Some(comma) = before.filter(|at| *at > 0 && tokens[*at].is_mark(',')) else {
        return false;
    };
    let bare = verb.lemma.split(' ').next().unwrap_or_default();
    let asked = matches!(bare, "ask" | "press" | "question" | "tell" | "quiz");
    let next = tokens.get(cue.tokens.end);
    let question = !verb.particle.is_empty()
        || next.is_some_and(|next| {
            next.is(Class::QUESTION)
                || next.any(words!["about", "by", "for", "if", "on", "of", "that"])
        });
    let behind = |at: &usize| tokens[*at].is_mark(',') && tokens.get(at + 1).is_some_and(says);
    asked
        && question
        && !(0..comma).any(|at| is_verb(tokens, at))
        && (cue.tokens.end..tokens.len()).find(behind).is_some()
}

/// Whether a token is a verb of saying in the past or the present.
fn says(token: &Token<'_>) -> bool {
    token.any(words![
        "said",
        "says",
        "replied",
        "answered",
        "responded",
        "told",
        "declined",
        "added"
    ])
}

/// Whether a word is a noun for whom something is charged with: `Murder accused 'told friend'`.
fn is_accused(verb: &Verb, before: &Before, next: Option<&Token<'_>>) -> bool {
    verb.lemma == "accuse"
        && !before.be
        && next.is_some_and(|next| next.quoted().is_some() && !next.text.contains(" of "))
}

/// Whether one or some of those told of are the subject of a verb, and what they say follows: `and another demanded that`,
/// `Another wrote: "…"`.
fn stands_alone(tokens: &[Token<'_>], cue: &Cue, verb: &Verb) -> bool {
    const SOME: WordList = WordList::new(&[
        "another", "some", "many", "most", "several", "few", "all", "neither", "each", "one",
        "half",
    ]);
    let some = cue
        .left
        .checked_sub(1)
        .is_some_and(|at| tokens[at].any(&SOME));
    some && tokens.get(cue.tokens.end).is_some_and(|next| {
        next.is_word("that")
            || !verb.particle.is_empty()
            || next.quoted().is_some()
            || next.kind == Kind::Name
            || next.is_word("there")
            || next.is_mark(':')
            || next.is_mark(',') && marks_behind(tokens, cue.tokens.end)
            || next.is(Class::SUBJECT
                .or(Class::QUESTION)
                .or(Class::DETERMINER)
                .or(Class::POSSESSIVE))
    })
}

/// Whether marks stand behind a mark: `Another wrote, "…"`.
fn marks_behind(tokens: &[Token<'_>], at: usize) -> bool {
    tokens
        .get(at + 1)
        .is_some_and(|next| next.quoted().is_some())
}

/// Whether some of those told of say what stands around a verb: `"We are late," another said`, `Some said prices would
/// rise`.
fn some_said(tokens: &[Token<'_>], cue: &Cue) -> bool {
    let Some(some) = cue.left.checked_sub(1) else {
        return false;
    };
    let opens =
        some == 0 || tokens[some - 1].mark().is_some() || tokens[some - 1].quoted().is_some();
    let next = tokens.get(cue.tokens.end);
    let clause = || {
        (cue.tokens.end + 1..tokens.len().min(cue.tokens.end + NEAR))
            .take_while(|at| tokens[*at].is_plain())
            .any(|at| is_verb(tokens, at))
    };
    opens
        && tokens[some].any(words![
            "another", "some", "many", "most", "several", "few", "all", "each"
        ])
        && next.is_none_or(|next| {
            !next.is_plain() || next.is(Class::PREPOSITION.or(Class::TIME)) || clause()
        })
}

/// Whether people were let in somewhere: `refugees admitted to the country`.
fn is_let_in(tokens: &[Token<'_>], cue: &Cue, verb: &Verb) -> bool {
    const INSIDE: WordList = WordList::new(&[
        "country",
        "hospital",
        "school",
        "college",
        "university",
        "union",
        "state",
        "states",
        "ward",
        "program",
        "programme",
        "bar",
        "club",
        "court",
        "prison",
        "academy",
    ]);
    let people = cue.left > 0 && cue.left == cue.tokens.start && tokens[cue.left - 1].ends_in_s();
    let end = phrase_end(tokens, cue.tokens.end);
    let last = end.checked_sub(1).map(|at| &tokens[at]);
    verb.lemma == "admit to" && people && last.is_some_and(|last| last.any(&INSIDE))
}

/// Whether a participle tells what something is held to be that does something: `a seat once considered safe may be in
/// play`.
fn is_considered(tokens: &[Token<'_>], cue: &Cue, verb: &Verb) -> bool {
    let behind = tokens.get(cue.tokens.end..cue.tokens.end + 2);
    verb.lemma == "consider"
        && behind.is_some_and(|behind| {
            behind[0].kind == Kind::Word
                && behind[0].class == Class::default()
                && behind[1].is(Class::AUXILIARY)
        })
}

/// Within how many words a clause without "that" has its verb.
const NEAR: usize = 6;

/// The past form: active, or a passive that reports.
fn past(tokens: &[Token<'_>], mut cue: Cue, before: &Before, relative: bool) -> Option<Cue> {
    let verb = cue.verb(tokens)?;
    let before = &if has_done(tokens, &cue, verb) {
        Before {
            be: false,
            have: true,
            ..*before
        }
    } else {
        *before
    };
    let previous = cue.left.checked_sub(1).map(|at| &tokens[at]);
    let next = tokens.get(cue.tokens.end);
    if is_shown_there(tokens, cue.tokens.start) {
        return None;
    }
    if is_accused(verb, before, next) {
        return None;
    }
    // `The median forecast was for two cuts`
    let is_noun = verb.lemma == "forecast" && next.is_some_and(|next| next.is(Class::BE));
    if is_noun && previous.is_none_or(|token| token.kind == Kind::Word && !token.is(Class::SUBJECT))
    {
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
    let alone = stands_alone(tokens, &cue, verb);
    let alone = alone || verb.lemma == "say" && some_said(tokens, &cue);
    if before.be || is_reduced_judgement(tokens, &cue, verb) {
        return passive(tokens, cue, before, verb);
    }
    // `Two sources said so. The other said …`
    let other = cue.left >= 2
        && tokens[cue.left - 1].any(words!["other", "others", "first"])
        && tokens[cue.left - 2].is_word("the")
        && verb.frames.has(Frames::QUOTE.or(Frames::THAT));
    if !alone
        && !other
        && !relative
        && previous.is_some_and(|token| {
            token.is(Class::DETERMINER) && !token.is(Class::SUBJECT) && !token.is(Class::NUMBER)
                || token.any(words!["a", "an"])
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
    if is_put_to(tokens, &cue, verb) {
        return None;
    }
    // `when asked about the plan`
    let bare = previous.is_some_and(|token| {
        token.any(words![
            "when", "if", "once", "unless", "though", "although", "while", "as"
        ])
    });
    if bare {
        return None;
    }
    if !before.have && (is_reduced(tokens, &cue, verb) || is_held_of(tokens, &cue, verb)) {
        return None;
    }
    if !before.have && is_printed(verb, previous, next) {
        return None;
    }
    if !before.have && is_let_in(tokens, &cue, verb) {
        return None;
    }
    if !before.have && is_considered(tokens, &cue, verb) {
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
