//! Clauses without a relative pronoun that somebody tells of what stands before them: `a move the government
//! said would help`.

use std::ops::Range;

use super::super::cues::Cue;
use super::super::lexicon::Class;
use super::super::phrases::is_verb;
use super::super::words::{Kind, Token};

/// How many words the phrase may have of those who tell.
const LONGEST: usize = 6;

/// Who tells, where a finite verb without a subject stands behind the cue, which what is told of must be.
pub(super) fn teller(tokens: &[Token<'_>], cue: &Cue) -> Option<Range<usize>> {
    let (left, behind) = (cue.left, cue.tokens.end);
    let next = tokens.get(behind)?;
    let pointed = tokens
        .get(behind + 1)
        .is_none_or(|next| next.is_word("that") || next.mark().is_some());
    let finite = next.kind == Kind::Word
        && next.is(Class::MODAL.or(Class::BE).or(Class::HAVE))
        && !next.is(Class::NEGATION)
        && !pointed;
    if !finite || left < 2 || left != cue.tokens.start {
        return None;
    }
    let noun = |at: usize| {
        let token = &tokens[at];
        token.kind == Kind::Name
            || token.kind == Kind::Word
                && !token.is(Class::DETERMINER
                    .or(Class::POSSESSIVE)
                    .or(Class::PREPOSITION)
                    .or(Class::AND)
                    .or(Class::SUBORDINATOR)
                    .or(Class::RELATIVE)
                    .or(Class::ADVERB)
                    .or(Class::SUBJECT))
                && !is_verb(tokens, at)
    };
    let words = (0..left)
        .rev()
        .take(LONGEST)
        .take_while(|at| noun(*at))
        .count();
    let first = left - words;
    // `something the port said would help`, `something Vell said was untrue`
    if words > 1 && tokens[first].is_word("something") {
        return Some(first + 1..left);
    }
    // `a phrase lawyers in Oban say would allow it`
    let named = (0..left)
        .rev()
        .take_while(|at| tokens[*at].kind == Kind::Name)
        .count();
    let place = left - named;
    let people = place.checked_sub(2).map(|at| &tokens[at]);
    let told = named > 0
        && people.is_some_and(|people| {
            people.kind == Kind::Word && people.is(Class::PERSON) && people.ends_in_s()
        })
        && tokens[place - 1].any(words!["in", "at", "from", "with", "near"])
        && place > 2
        && noun(place - 3);
    if told {
        return Some(place - 2..left);
    }
    let opened = first > 0 && tokens[first - 1].is(Class::DETERMINER.or(Class::POSSESSIVE));
    if words == 0 || !opened {
        return None;
    }
    // `a move the government said would help`
    if first >= 2 && noun(first - 2) && tokens[first - 2].kind == Kind::Word {
        return Some(first - 1..left);
    }
    // `a move miners warned could fail`
    let last = &tokens[left - 1];
    let many = last.text.ends_with('s') || last.any(words!["police", "people"]);
    (words > 1 && many && last.kind == Kind::Word).then_some(left - 1..left)
}
