//! Whether a clause opens at a token, or goes on there with its finite verb.

use super::super::lexicon::Class;
use super::super::phrases::{is_verb, named_person};
use super::super::words::{Kind, Token};

/// Whether a subject stands here, with its verb before the next comma.
pub(in crate::articles::quotations) fn opens_clause(tokens: &[Token<'_>], at: usize) -> bool {
    let Some(first) = tokens.get(at) else {
        return false;
    };
    // `there's`, `it's`
    let pronoun = first.text.split(['\'', '’']).next().unwrap_or_default();
    if pronoun.len() < first.text.len()
        && ["there", "it", "that", "he", "she", "they", "we"]
            .iter()
            .any(|one| pronoun.eq_ignore_ascii_case(one))
    {
        return true;
    }
    let subject = first.kind == Kind::Name
        || first.is(Class::DETERMINER.or(Class::POSSESSIVE).or(Class::SUBJECT))
            && !first.is(Class::RELATIVE);
    let stop = (at..tokens.len().min(at + 12))
        .find(|at| tokens[*at].mark().is_some() || is_verb(tokens, *at));
    subject && stop.is_some_and(|at| is_verb(tokens, at))
}

/// Whether a clause opens here, be it with several people without an article: `critics have said`.
pub(in crate::articles::quotations) fn opens_main(tokens: &[Token<'_>], at: usize) -> bool {
    let many = tokens.get(at).is_some_and(|first| {
        first.kind == Kind::Word && first.is(Class::SPEAKER) && first.text.ends_with('s')
    });
    // `While nobody would say so, Senator Ida Vell, who runs the port, said`
    let names = tokens[at.min(tokens.len())..]
        .iter()
        .take_while(|token| token.kind == Kind::Name)
        .count();
    let apposed = names > 1
        && tokens.get(at + names).is_some_and(|next| next.is_mark(','))
        && named_person(&tokens[at..at + names]);
    opens_clause(tokens, at) || apposed || many && resumes(tokens, at + 1)
}

/// Whether a finite verb stands here, behind adverbs at most.
pub(in crate::articles::quotations) fn resumes(tokens: &[Token<'_>], at: usize) -> bool {
    let place = (at..tokens.len())
        .find(|at| !(tokens[*at].is(Class::ADVERB) && tokens[*at].kind == Kind::Word));
    place.is_some_and(|place| {
        let token = &tokens[place];
        is_verb(tokens, place) || token.kind == Kind::Word && token.is(Class::VERB.or(Class::THIRD))
    })
}

/// Whether a verb of saying in the past stands here.
pub(super) fn says(tokens: &[Token<'_>], at: usize) -> bool {
    tokens[at].any(words!["said", "says", "told", "added", "wrote"])
}
