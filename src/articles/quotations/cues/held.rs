//! Judgements behind "for" and somebody, without a comma or behind a pronoun: `For Vell that is no contradiction`.

use super::super::lexicon::Class;
use super::super::phrases::{named_person, phrase_end};
use super::super::word_list::WordList;
use super::super::words::{Kind, Token};

/// What tells how something stands for somebody rather than what they hold: `For Vell it is time to go`, `For Vell it is
/// the third defeat`, `For Vell this is a chance`.
const STANDINGS: WordList = WordList::new(&[
    "time",
    "chance",
    "return",
    "debut",
    "homecoming",
    "first",
    "second",
    "third",
    "fourth",
    "fifth",
    "sixth",
    "last",
    "latest",
    "opportunity",
    "test",
    "due",
    "over",
    "day",
    "week",
    "month",
    "year",
    "night",
    "weekend",
    "season",
    "title",
    "win",
    "victory",
    "defeat",
    "goal",
    "record",
    "anniversary",
    "possible",
    "free",
    "available",
    "now",
    "here",
    "worth",
    "up",
    "back",
]);
/// How far behind its verb a standing is looked for.
const NEAR: usize = 5;
/// The most tokens of what is judged behind a pronoun: `For him the old pier is a ruin`.
const JUDGED: usize = 5;

/// Where those end who hold something to be so behind "for", and where that begins, in the present only: `For Ida Vell
/// that is no contradiction`, `For him, silence is a fault`, but `For Vell it was the end`.
pub(in crate::articles::quotations) fn held(
    tokens: &[Token<'_>],
    at: usize,
) -> Option<(usize, usize)> {
    let first = tokens.get(at + 1)?;
    let pronoun = first.any(words!["him", "her", "them"]);
    let end = if pronoun {
        at + 2
    } else {
        phrase_end(tokens, at + 1)
    };
    if end <= at + 1 || first.is(Class::TIME) {
        return None;
    }
    let source = &tokens[at + 1..end];
    let person = source.last()?.is(Class::PERSON) && !first.is(Class::POSSESSIVE);
    if !pronoun && !named_person(source) && !person {
        return None;
    }
    // `For headmaster Hal Orr in Oban this means another week`
    let placed = tokens.get(end).is_some_and(|next| next.is_word("in"))
        && tokens
            .get(end + 1)
            .is_some_and(|next| next.kind == Kind::Name);
    let behind = if placed {
        phrase_end(tokens, end + 1)
    } else {
        end
    };
    let comma = usize::from(pronoun && tokens.get(behind)?.is_mark(','));
    let start = behind + comma;
    let opens = tokens.get(start)?;
    let pointed = opens.any(words!["it", "that", "this", "these"]);
    // `For her the pier is a home`, but `for her role in it`
    let named = pronoun
        && (!first.is_word("her") || comma == 1 || opens.is(Class::DETERMINER))
        && !opens.is(Class::PREPOSITION.or(Class::AUXILIARY).or(Class::AND));
    let verb = if pointed {
        start + 1
    } else if named {
        (start + 1..tokens.len().min(start + JUDGED))
            .take_while(|at| tokens[*at].is_plain() && !tokens[*at].is(Class::RELATIVE))
            .find(|at| holds(&tokens[*at]))?
    } else {
        return None;
    };
    let standing = || {
        tokens[verb + 1..tokens.len().min(verb + NEAR)]
            .iter()
            .any(|token| token.any(&STANDINGS))
    };
    let means = tokens.get(verb)?.any(words!["means", "mean"]);
    (tokens[verb..].first().is_some_and(holds) && verb + 1 < tokens.len() && (means || !standing()))
        .then_some((end, start))
}

/// Whether a verb in the present tells what something is or means.
fn holds(token: &Token<'_>) -> bool {
    token.any(words![
        "is",
        "are",
        "isn't",
        "isn\u{2019}t",
        "aren't",
        "aren\u{2019}t",
        "means",
        "mean",
        "remains",
        "remain"
    ])
}
