//! A second verb of a clause below the main one: `She threatened to leave after a man rose and shouted "Out!"`

use std::ops::Range;

use super::super::cues::{Cue, Mode, before};
use super::super::lexicon::Class;
use super::super::phrases::{is_verb, subject as subject_before};
use super::super::verbs::Form;
use super::super::word_list::WordList;
use super::super::words::{Kind, Token};

/// What opens a clause that tells when or why.
const OPENINGS: WordList = WordList::new(&[
    "when", "after", "before", "while", "until", "because", "once", "where",
]);

/// The subject of the clause below that a cue behind "and" goes on with, where the clause is behind another report.
pub(super) fn subject(tokens: &[Token<'_>], cues: &[Cue], at: usize) -> Option<Range<usize>> {
    let cue = &cues[at];
    let alone = cue.coordinated && cue.mode == Mode::Finite && cue.left == cue.tokens.start;
    let earlier = cues[..at].iter().rev().find(|one| one.mode == Mode::Finite);
    let from = earlier.filter(|_| alone)?.tokens.end;
    let and = cue.left - 1;
    let opens = (from..and)
        .rev()
        .find(|at| tokens[*at].any(&OPENINGS) && tokens[*at].kind == Kind::Word)?;
    let verb = (opens + 2..and).find(|at| is_verb(tokens, *at))?;
    // `They say it was read when few were there and ask for more` tells what they ask now.
    let past = |&(number, form): &(u16, Form)| Some(number) == cue.verb && form == Form::Past;
    let alike = tokens[cue.tokens.start].readings().iter().any(past)
        && !tokens[verb].is(Class::BE.or(Class::MODAL));
    let found = subject_before(tokens, opens + 1, before(tokens, verb).left)?;
    let last = &tokens[found.end - 1];
    // `before Election Day`
    let time = last.is(Class::TIME)
        || last.any(words!["day", "eve", "christmas", "easter", "thanksgiving"]);
    let person =
        last.kind == Kind::Name && !time || last.is(Class::PERSON) && !last.is(Class::SUBJECT);
    // `She left when Vell rose, and called for calm` is about her.
    let joined = tokens[verb..and].iter().all(|token| token.mark().is_none());
    (person && joined && alike).then_some(found)
}
