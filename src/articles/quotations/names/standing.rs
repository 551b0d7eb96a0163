//! How much a mention is what its sentence is about.

use std::ops::Range;

use super::super::lexicon::Class;
use super::super::phrases::{is_verb, phrase_end};
use super::super::word_list::WordList;
use super::super::words::{Kind, Token};
use super::Standing;

/// Whether "by" tells who took a stand on something: `The plan was criticised by Iris Vane.`
fn is_agent(tokens: &[Token<'_>], by: usize) -> bool {
    const STANDS: WordList = WordList::new(&[
        "echoed",
        "shared",
        "seconded",
        "backed",
        "supported",
        "criticised",
        "criticized",
        "condemned",
        "opposed",
        "rejected",
        "dismissed",
        "disputed",
        "welcomed",
        "praised",
    ]);
    let thing =
        |noun: &Token<'_>| noun.kind == Kind::Word && !noun.is(Class::PERSON.or(Class::SUBJECT));
    by >= 3
        && tokens[by].is_word("by")
        && tokens[by - 1].any(&STANDS)
        && tokens[by - 2].is(Class::BE)
        && thing(&tokens[by - 3])
}

/// Whether a name is that of a body in which people hold something, or of those for whom they work: `shares in Zephyr`,
/// `analysts at Zephyr`.
pub(super) fn is_held(tokens: &[Token<'_>], at: usize) -> bool {
    const HELD: WordList = WordList::new(&[
        "shares",
        "stock",
        "stake",
        "stakes",
        "interest",
        "holding",
        "investors",
        "shareholders",
    ]);
    let Some([noun, joint]) = at
        .checked_sub(2)
        .map(|from| [&tokens[from], &tokens[from + 1]])
    else {
        return false;
    };
    joint.any(words!["in", "of"]) && noun.any(&HELD)
        || joint.is_word("at")
            && noun.kind != Kind::Number
            && (noun.is(Class::PERSON) || noun.any(words!["workers", "staff", "employees", "jobs"]))
}

/// Nouns for how many there are, of whom a sentence is rather than of the quantity.
pub(super) const QUANTITIES: WordList = WordList::new(&[
    "dozens",
    "hundreds",
    "thousands",
    "scores",
    "number",
    "handful",
]);

/// Whether a phrase is what its sentence is about.
pub(super) fn standing(tokens: &[Token<'_>], place: &Range<usize>) -> Standing {
    let next = tokens.get(place.end);
    // Whose charge or plan a sentence begins with is more to it than other possessors.
    if next.is_some_and(|next| next.kind == Kind::Genitive) {
        let titled = place.start > 0 && tokens[0].is(Class::TITLE);
        let end = phrase_end(tokens, place.end + 1);
        let own = tokens
            .get(end.saturating_sub(1))
            .is_some_and(|noun| noun.is(Class::SPEAKER));
        return match (place.start <= usize::from(titled), own) {
            (true, false) => Standing::Subject,
            (true, true) => Standing::Object,
            (false, _) => Standing::Aside,
        };
    }
    let mut begin = place.start;
    while begin > 0 && tokens[begin - 1].is(Class::DETERMINER.or(Class::TITLE).or(Class::PERSON)) {
        begin -= 1;
    }
    let oblique = begin > 0 && tokens[begin - 1].is(Class::PREPOSITION);
    // `Dozens of protesters stayed`
    let counted = (2..=3).contains(&begin)
        && tokens[begin - 1].is_word("of")
        && tokens[begin - 2].any(&QUANTITIES);
    // `Shares in Zephyr fell`
    let held = begin == 2 && is_held(tokens, begin);
    if oblique && (counted || held || is_agent(tokens, begin - 1)) {
        return Standing::Subject;
    }
    let mut at = place.end;
    while tokens.get(at).is_some_and(|token| token.is(Class::ADVERB)) {
        at += 1;
    }
    // `Teachers at the school went on strike`
    let last = &tokens[place.end - 1];
    let people = last.is(Class::PERSON) && last.text.ends_with('s') || last.is_word("police");
    let many = begin <= 1 && people;
    if many && next.is_some_and(|next| next.any(words!["at", "from", "in", "near", "on"])) {
        at = phrase_end(tokens, at + 1);
    }
    let verb = tokens
        .get(at)
        .is_some_and(|next| next.any(words!["who"]) || is_verb(tokens, at));
    // `The plan to leave Oban caused anger`
    let done = begin > 1
        && tokens[begin - 2].is_word("to")
        && tokens[begin - 1].kind == Kind::Word
        && tokens[begin - 1].is(Class::BASE.or(Class::BASE_OR_NOUN));
    // `The Grain Board counts 23 such cases`
    let counts = begin == 0
        && last.kind == Kind::Name
        && tokens.get(at..at + 2).is_some_and(|next| {
            let plain = next[0].kind == Kind::Word && next[0].ends_in_s();
            plain && !next[0].is(Class::SPEAKER) && next[1].kind == Kind::Number
        });
    let verb = (verb || counts) && !done;
    let apart = next.is_some_and(|next| next.is_mark(',') || next.is_mark('(')) && begin <= 1;
    if (verb || apart) && !oblique {
        Standing::Subject
    } else if oblique {
        Standing::Aside
    } else {
        Standing::Object
    }
}
