//! Cues that are adjectives or nouns: `is confident that`, `her view was that`.

use std::ops::Range;

use super::cues::{Cue, Mode, before};
use super::lexicon::Class;
use super::phrases::{is_verb, phrase_before};
use super::word_list::WordList;
use super::words::{Kind, Token};

/// Verbs between a subject and an adjective.
const LINKS: WordList = WordList::new(&[
    "seem", "seems", "seemed", "remain", "remains", "remained", "feel", "feels", "felt", "became",
    "become", "grew", "appeared", "sounded", "grown",
]);
/// The most words between a possessor and the noun.
const ATTRIBUTES: usize = 3;

const LEMMAS: [&str; 72] = [
    "clear",
    "confident",
    "convinced",
    "concerned",
    "worried",
    "afraid",
    "hopeful",
    "optimistic",
    "pessimistic",
    "certain",
    "sure",
    "skeptical",
    "sceptical",
    "adamant",
    "doubtful",
    "positive",
    "fearful",
    "wary",
    "persuaded",
    "unconvinced",
    "satisfied",
    "claim",
    "argument",
    "assertion",
    "contention",
    "belief",
    "view",
    "statement",
    "comment",
    "remark",
    "warning",
    "prediction",
    "suggestion",
    "allegation",
    "accusation",
    "charge",
    "insistence",
    "complaint",
    "promise",
    "pledge",
    "vow",
    "demand",
    "conclusion",
    "finding",
    "announcement",
    "declaration",
    "admission",
    "acknowledgment",
    "acknowledgement",
    "assurance",
    "fear",
    "hope",
    "concern",
    "worry",
    "conviction",
    "opinion",
    "threat",
    "takeaway",
    "proposal",
    "denial",
    "theory",
    "assessment",
    "position",
    "testimony",
    "report",
    "account",
    "idea",
    "notion",
    "rumor",
    "rumour",
    "guess",
    "feeling",
];

/// The lemma of an adjective or a noun that is a cue.
pub(super) fn lemma(token: &Token<'_>) -> Option<&'static str> {
    let same = |word: &str| {
        LEMMAS
            .into_iter()
            .find(|lemma| lemma.eq_ignore_ascii_case(word))
    };
    same(token.text)
        .or_else(|| same(token.text.strip_suffix('s')?))
        .or_else(|| same("worry").filter(|_| token.is_word("worries")))
}

/// The lemma of what stands behind "in her": `view`, `opinion`.
pub(super) fn view(token: &Token<'_>) -> Option<&'static str> {
    const VIEWS: [&str; 14] = [
        "count",
        "view",
        "opinion",
        "words",
        "judgment",
        "judgement",
        "estimation",
        "eyes",
        "reckoning",
        "account",
        "telling",
        "estimate",
        "assessment",
        "reading",
    ];
    VIEWS.into_iter().find(|view| token.is_word(view))
}

/// The cue that begins at a token.
pub(super) fn nominal(tokens: &[Token<'_>], at: usize) -> Option<Cue> {
    let token = &tokens[at];
    if token.kind != Kind::Word || at == 0 {
        return None;
    }
    if token.is(Class::STANCE) {
        return adjective(tokens, at);
    }
    if token.is(Class::REPORT) {
        return of_view(tokens, at).or_else(|| noun(tokens, at));
    }
    None
}

/// What somebody is of: `is of the view that`, `were of the opinion that`.
fn of_view(tokens: &[Token<'_>], at: usize) -> Option<Cue> {
    let held = tokens[at].any(words!["view", "opinion", "belief", "conviction"]);
    let attribute = tokens[at - 1].any(words!["same", "firm", "considered", "strong"]);
    let of = at
        .checked_sub(2 + usize::from(attribute))
        .filter(|_| held)?;
    if !tokens[of].is_word("of") || !tokens[of + 1].is_word("the") {
        return None;
    }
    let next = tokens.get(at + 1)?;
    let clause = next.is_word("that")
        || next.is(Class::SUBJECT) && tokens.get(at + 2).is_some_and(|_| is_verb(tokens, at + 2))
        || bare_clause(tokens, at + 1);
    let found = before(tokens, of);
    let subject = found.left.checked_sub(1).map(|at| &tokens[at])?;
    (found.be && clause).then(|| Cue {
        coordinated: subject.is(Class::AND) && subject.kind == Kind::Word,
        ..cue(at, Mode::Stance, found.left)
    })
}

fn cue(at: usize, mode: Mode, left: usize) -> Cue {
    Cue {
        tokens: at..at + 1,
        verb: None,
        mode,
        negated: false,
        questioned: false,
        left,
        coordinated: false,
    }
}

fn adjective(tokens: &[Token<'_>], at: usize) -> Option<Cue> {
    let next = tokens.get(at + 1)?;
    let clause = next.is_word("that")
        || next.is(Class::SUBJECT) && tokens.get(at + 2).is_some_and(|_| is_verb(tokens, at + 2));
    let found = before(tokens, at);
    if found.be && found.left > 0 && (clause || bare_clause(tokens, at + 1)) {
        let subject = &tokens[found.left - 1];
        let plain = tokens[at].any(words!["clear", "certain", "doubtful"])
            && subject.any(words!["it", "this", "that", "what", "there", "which"]);
        return (!plain).then(|| Cue {
            coordinated: subject.is(Class::AND) && subject.kind == Kind::Word,
            ..cue(at, Mode::Stance, found.left)
        });
    }
    if !clause || found.be || tokens[at].is_word("clear") {
        return None;
    }
    let link = found.left.checked_sub(1)?;
    if !tokens[link].any(&LINKS) {
        return None;
    }
    let left = before(tokens, link).left;
    (left > 0).then(|| cue(at, Mode::Stance, left))
}

/// How many words from a noun its "that" may stand: `his warning a day earlier that`.
const LONGEST_TIME: usize = 6;

/// How many words the subject of a clause without "that" may have.
const LONGEST_SUBJECT: usize = 8;

/// Whether a clause without "that" stands here: `worried the bridge will fall`.
fn bare_clause(tokens: &[Token<'_>], at: usize) -> bool {
    let first = &tokens[at];
    let opens = first.is(Class::DETERMINER.or(Class::POSSESSIVE)) && first.kind == Kind::Word
        || first.kind == Kind::Name && !first.is(Class::TIME)
        || first.is_word("too");
    let end = tokens.len().min(at + LONGEST_SUBJECT);
    let stop = (at + 1..end).find(|at| !tokens[*at].is_plain() || is_verb(tokens, *at));
    opens && stop.is_some_and(|at| is_verb(tokens, at))
}

/// A noun with somebody whose report it is: `her view was that`.
fn noun(tokens: &[Token<'_>], at: usize) -> Option<Cue> {
    if tokens.get(at + 1).is_none() || !is_that(tokens, at + 1) && in_marks(tokens, at).is_none() {
        return None;
    }
    let possessor = (at.saturating_sub(ATTRIBUTES + 1)..at)
        .rev()
        .find(|place| {
            let token = &tokens[*place];
            token.kind != Kind::Word
                || token.is(Class::PREPOSITION
                    .or(Class::AND)
                    .or(Class::POSSESSIVE)
                    .or(Class::DETERMINER))
        })?;
    let token = &tokens[possessor];
    if token.kind == Kind::Genitive {
        let owner = phrase_before(tokens, possessor);
        return (!owner.is_empty()).then(|| cue(at, Mode::Noun, owner.start));
    }
    let pronoun = token.any(words!["his", "her", "their", "its"]);
    pronoun.then(|| cue(at, Mode::Noun, possessor))
}

/// Whether a report is what a noun is: `her view was that it would rain`.
fn is_that(tokens: &[Token<'_>], at: usize) -> bool {
    tokens[at].any(words!["is", "was", "has", "had"])
        && tokens[at + 1..]
            .iter()
            .find(|token| !token.any(words!["been", "always", "simply", "still", "also"]))
            .is_some_and(|next| next.is_word("that"))
        && (!tokens[at].is(Class::HAVE)
            || tokens[at + 1].is_word("been")
            || tokens[at + 1].is_word("always"))
}

/// The "that" behind a noun with which a report within marks begins: `his warning on Monday that "…"`.
fn in_marks(tokens: &[Token<'_>], at: usize) -> Option<usize> {
    let near = at + 1..tokens.len().min(at + LONGEST_TIME);
    let that = near
        .take_while(|at| tokens[*at].is_plain())
        .find(|at| tokens[*at].is_word("that"))?;
    let told = tokens[at + 1..that]
        .iter()
        .all(|token| !token.is(Class::REPORT.or(Class::POSSESSIVE)) && !token.is_gerund());
    let told = told && (at + 1..that).all(|at| !is_verb(tokens, at) || tokens[at].is(Class::BE));
    let marked = tokens.get(that + 1)?;
    // A word or two are hardly a report.
    let enough = marked.quoted().is_some() && marked.text.split_whitespace().nth(2).is_some();
    (told && enough).then_some(that)
}

/// The possessor of a noun that is a cue.
pub(super) fn possessor(tokens: &[Token<'_>], cue: &Cue) -> Range<usize> {
    let genitive = (cue.left..cue.tokens.start).find(|at| tokens[*at].kind == Kind::Genitive);
    cue.left..genitive.unwrap_or(cue.left + 1)
}

/// The content of a nominal cue, up to a token.
pub(super) fn content(tokens: &[Token<'_>], cue: &Cue, limit: usize) -> Option<Range<usize>> {
    let next = tokens.get(cue.tokens.end)?;
    if cue.mode == Mode::Noun
        && let Some(that) = in_marks(tokens, cue.tokens.start)
    {
        return (that + 1 < limit).then_some(that + 1..that + 2);
    }
    if cue.mode == Mode::Noun {
        let that = (cue.tokens.end..limit).find(|at| tokens[*at].is_word("that"))?;
        return (that + 2 < limit).then_some(that + 1..limit);
    }
    let start = cue.tokens.end + usize::from(next.is_word("that"));
    (start + 1 < limit).then_some(start..limit)
}
