//! Gerunds that report: `has started asking`, `…, adding that`, `with Vell saying`.

use super::super::lexicon::Class;
use super::super::phrases::phrase_end;
use super::super::verbs::{Form, Object, Verb};
use super::super::word_list::WordList;
use super::super::words::{Kind, Token};
use super::before::{Before, before};
use super::light::{at_moment, light};
use super::nouns::{attached, with_somebody};
use super::{Cue, Mode};

/// How it is known what somebody says: `can be heard saying`.
pub(in crate::articles::quotations) const HEARD: WordList =
    WordList::new(&["heard", "overheard", "recorded", "filmed"]);

/// The gerund: of a finite verb, or a participle that goes on with a report or stands behind who speaks.
pub(super) fn gerund(
    tokens: &[Token<'_>],
    mut cue: Cue,
    before: &Before,
    previous: Option<&Token<'_>>,
    verb: &Verb,
) -> Option<Cue> {
    let start = cue.tokens.start;
    if before.be {
        return Some(cue);
    }
    if let Some(begun) = begun(tokens, &cue).or_else(|| light(tokens, &cue)) {
        return Some(begun);
    }
    // `…, at one point suggesting that`
    if let Some(first) = at_moment(tokens, cue.left) {
        cue.mode = Mode::Participle;
        cue.coordinated = false;
        cue.left = first;
        return Some(cue);
    }
    if previous.is_some_and(|token| token.is_word("as")) {
        cue.mode = Mode::Quoted;
        return Some(cue);
    }
    // `can be heard saying that`
    let heard = cue.left == start
        && cue.left >= 2
        && tokens[cue.left - 1].any(&HEARD)
        && tokens[cue.left - 2].is(Class::BE);
    if heard {
        cue.mode = Mode::Quoted;
        return Some(cue);
    }
    // `Commenting on reports that it would close, Vell said`
    let on = tokens
        .get(cue.tokens.end)
        .is_some_and(|next| next.is_word("on"));
    if verb.lemma == "comment" && on {
        return None;
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
            || token.any(words![
                "while", "when", "by", "before", "after", "for", "without"
            ])
    });
    let behind =
        behind || wrote(tokens, start) || joined(tokens, before.left) || says_why(tokens, start);
    // `…, with the chief economist, Ida Vell, warning`
    let with = || with_somebody(tokens, before.left).is_some();
    // `After saying that it was over, Vell left`
    let behind_first = start == 1
        && tokens[0].any(words![
            "after", "before", "by", "while", "when", "in", "despite"
        ]);
    let opens = start == 0 || behind_first;
    cue.mode = Mode::Participle;
    cue.coordinated = false;
    if (behind && start > 1 || opens) && !with() {
        cue.negated |= previous.is_some_and(|token| token.is_word("without"));
        return Some(cue);
    }
    attached(tokens, cue)
}

/// A gerund behind a verb of beginning or going on: `has started asking`, `kept insisting`.
fn begun(tokens: &[Token<'_>], cue: &Cue) -> Option<Cue> {
    let lead = cue.left.checked_sub(1)?;
    let goes_on = tokens[lead].any(words![
        "started", "starts", "began", "begun", "begins", "keep", "kept", "keeps", "resumed"
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

/// How many words there may be from a verb of joining to the participle that says in what.
const JOINED: usize = 10;

/// Whether a participle says in what somebody joined others: `joined the port in calling for`, `were united in
/// demanding`.
fn joined(tokens: &[Token<'_>], at: usize) -> bool {
    let verbs = words![
        "joined",
        "joins",
        "join",
        "united",
        "unite",
        "followed",
        "unanimous",
        "echoed"
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
        .any(|at| tokens[at].any(verbs))
}

/// Whether a participle says how somebody reacted: `criticised the timing of the talks saying it was wrong`.
fn says_why(tokens: &[Token<'_>], at: usize) -> bool {
    let told = tokens[at].any(words![
        "saying",
        "arguing",
        "calling",
        "claiming",
        "insisting"
    ]);
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
    let verbs = words![
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
        "spoke"
    ];
    let near = at.saturating_sub(WRITTEN)..at;
    let verb = near.rev().find(|at| tokens[*at].any(verbs));
    verb.is_some_and(|verb| {
        let to = tokens[verb + 1].is_word("to");
        // `wrote to her insisting`
        let pronoun = to && verb + 3 == at && tokens[verb + 2].is(Class::OBJECT);
        verb + 1 == at || pronoun || to && phrase_end(tokens, verb + 2) == at
    })
}
