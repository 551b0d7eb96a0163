//! What a relative pronoun stands for.

use std::ops::Range;

use super::super::lexicon::Class;
use super::super::speakers::places::is_place;
use super::super::word_list::WordList;
use super::super::words::{Kind, Token};
use super::appositions::before_apposition;
use super::subject::is_wall;
use super::{is_particle, is_verb, named_person, phrase_before};

/// What a relative pronoun stands for.
pub(super) fn antecedent(tokens: &[Token<'_>], from: usize, who: usize) -> Option<Range<usize>> {
    let comma = who > from && tokens[who - 1].is_mark(',');
    // `found by Maja Hoss, 43, who said`
    if let Some(before) = before_age(tokens, from, who) {
        return antecedent(tokens, from, before);
    }
    if comma && let Some(found) = person_before(tokens, from, who - 1) {
        return Some(found);
    }
    if comma && let Some(found) = named_in_apposition(tokens, from, who - 1) {
        return Some(found);
    }
    let whole = if comma {
        before_apposition(tokens, from, who - 1)
    } else {
        None
    };
    let apart = comma || who > from && tokens[who - 1].is_dash();
    let near = phrase_before(tokens, who - usize::from(apart));
    let near = part_of(tokens, near);
    let near = (near.start.max(from) < near.end).then(|| near.start.max(from)..near.end);
    let near = near.map(|near| behind_participle(tokens, near));
    whole.or(near).map(|found| of_whom(tokens, found))
}

/// Those behind the participle of a clause that they are the object of: `, snubbing party leaders who`.
fn behind_participle(tokens: &[Token<'_>], phrase: Range<usize>) -> Range<usize> {
    const ATTRIBUTES: WordList = WordList::new(&[
        "leading",
        "visiting",
        "sitting",
        "voting",
        "working",
        "ruling",
        "reigning",
        "acting",
        "dissenting",
        "serving",
        "surviving",
        "grieving",
        "protesting",
        "competing",
        "opposing",
    ]);
    let first = &tokens[phrase.start];
    let clause = phrase.start > 0 && tokens[phrase.start - 1].is_mark(',');
    let acts = clause && phrase.len() > 1 && first.is_gerund() && !first.any(&ATTRIBUTES);
    phrase.start + usize::from(acts)..phrase.end
}

/// The person alone who is named behind what came from them or was for them: `a rebuke from Senator Iris Vane, who`,
/// `a setback for Vane, who`.
pub(super) fn of_whom(tokens: &[Token<'_>], phrase: Range<usize>) -> Range<usize> {
    let joins = |at: &usize| {
        tokens[*at].kind == Kind::Word && tokens[*at].any(words!["from", "for", "of", "to"])
    };
    let Some(of) = phrase.clone().skip(1).find(joins) else {
        return phrase;
    };
    let behind = of + 1..phrase.end;
    let role = behind
        .clone()
        .take_while(|at| {
            tokens[*at].kind == Kind::Word && tokens[*at].is(Class::PERSON.or(Class::BODY))
        })
        .count();
    let name = behind.start + role..behind.end;
    let named = !name.is_empty()
        && name
            .clone()
            .all(|at| tokens[at].kind == Kind::Name || is_particle(&tokens[at]))
        && (role > 0 || named_person(&tokens[name.clone()]));
    let own = &tokens[phrase.start..of];
    // `a spokesman for Orr`, `the Orr of Oban`, `three of Orr's men`
    let told = own.last().is_none_or(|last| {
        last.is(Class::PERSON.or(Class::NUMBER).or(Class::DETERMINER)) || last.kind == Kind::Name
    });
    let place = behind.len() == 1 && is_place(tokens[behind.start].text);
    if named && !told && !place {
        behind
    } else {
        phrase
    }
}

/// The person whose full name stands before an apposition, within what is told of another: `met Hal Orr, a guard in
/// Oban, who`.
fn named_in_apposition(tokens: &[Token<'_>], from: usize, end: usize) -> Option<Range<usize>> {
    let comma = (from..end).rev().find(|at| is_wall(&tokens[*at]))?;
    let inner = comma + 1..end;
    let told = !inner.is_empty()
        && tokens[comma].is_mark(',')
        && (tokens[inner.start].any(words!["a", "an", "the"])
            || tokens[inner.start].is(Class::PERSON.or(Class::SPEAKER)))
        && !inner
            .clone()
            .any(|at| is_verb(tokens, at) || tokens[at].is(Class::RELATIVE));
    let named = (from..comma)
        .rev()
        .take_while(|at| tokens[*at].kind == Kind::Name);
    let name = named.last()?..comma;
    // Behind a verb or a preposition: a name that opens the clause is found as its subject.
    let particle = name.start > from && is_particle(&tokens[name.start - 1]);
    let start = name.start - usize::from(particle);
    let given = (from..start)
        .rev()
        .take_while(|at| particle && tokens[*at].kind == Kind::Name);
    let name = given.last().unwrap_or(start)..comma;
    let object = name.start > from && tokens[name.start - 1].kind == Kind::Word;
    (told && object && name.len() >= 2 && named_person(&tokens[name.clone()])).then_some(name)
}

/// The person whose full name ends before a relative clause: `a speech by Lisa Prather of the union, who`.
fn person_before(tokens: &[Token<'_>], from: usize, end: usize) -> Option<Range<usize>> {
    let start = (from..end).rev().find(|at| {
        is_wall(&tokens[*at]) || tokens[*at].any(words!["by", "with", "and", "to", "against"])
    })? + 1;
    let stop = (start..end)
        .find(|at| tokens[*at].kind != Kind::Name)
        .unwrap_or(end);
    let named = stop - start >= 2 && named_person(&tokens[start..stop]);
    let belongs = stop == end || tokens[stop].any(words!["of", "from"]);
    (named && belongs).then_some(start..stop)
}

/// The place behind a name and a comma, where nothing but an age stands before a relative pronoun.
fn before_age(tokens: &[Token<'_>], from: usize, who: usize) -> Option<usize> {
    let age = who.checked_sub(2).filter(|age| *age > from + 1)?;
    let aged = tokens[who - 1].is_mark(',')
        && tokens[age].kind == Kind::Number
        && tokens[age].text.len() <= 3
        && tokens[age - 1].is_mark(',')
        && tokens[age - 2].kind == Kind::Name;
    aged.then_some(age)
}

/// `one of the aides`, where only `the aides` is known.
fn part_of(tokens: &[Token<'_>], phrase: Range<usize>) -> Range<usize> {
    let Some(of) = phrase.start.checked_sub(1).filter(|of| *of > 0) else {
        return phrase;
    };
    let some = tokens[of].is_word("of")
        && (tokens[of - 1].is(Class::NUMBER)
            || tokens[of - 1].any(words![
                "some", "several", "many", "most", "none", "both", "all"
            ]));
    if some { of - 1..phrase.end } else { phrase }
}
