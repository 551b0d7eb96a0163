//! Marks that name something: titles of works, nicknames and what is only called so.

use std::ops::Range;

use super::word_list::WordList;

/// Words that lead to a title, whatever its letters: `a report titled "Hunger in the Sahel"`.
const TITLED: WordList = WordList::new(&[
    "titled",
    "entitled",
    "headlined",
    "subtitled",
    "captioned",
    "subheaded",
]);

/// What bears a title: `the play "Tides"`.
const WORKS: WordList = WordList::new(&[
    "album",
    "article",
    "ballad",
    "ballet",
    "book",
    "brochure",
    "bestseller",
    "cartoon",
    "column",
    "comedy",
    "documentary",
    "drama",
    "editorial",
    "essay",
    "exhibit",
    "exhibition",
    "film",
    "hit",
    "hymn",
    "magazine",
    "memoir",
    "movie",
    "musical",
    "novel",
    "novella",
    "opera",
    "painting",
    "pamphlet",
    "paper",
    "play",
    "podcast",
    "poem",
    "programme",
    "program",
    "report",
    "sculpture",
    "series",
    "show",
    "sitcom",
    "song",
    "study",
    "thriller",
    "trilogy",
    "tune",
    "video",
    "website",
]);

/// Who makes a work: `Vell, author of "Tides"`.
const MAKERS: WordList = WordList::new(&[
    "author",
    "co-author",
    "editor",
    "director",
    "star",
    "writer",
    "host",
    "creator",
    "producer",
    "publisher",
    "presenter",
    "co-host",
]);

/// What is given to somebody, or only said so: `Vell, nicknamed "Ice"`, `the so-called "grey zone"`.
const CALLED: WordList = WordList::new(&["nicknamed", "so-called", "aka", "a.k.a."]);

/// What is followed by a thing and what somebody takes it for, and how many words back it is looked for.
const JUDGING: WordList = WordList::new(&[
    "call",
    "calls",
    "called",
    "calling",
    "label",
    "labels",
    "labelled",
    "labeled",
    "brand",
    "branded",
    "dubbed",
    "termed",
    "described",
    "deemed",
]);
const JUDGED: usize = 3;

/// Small words within titles.
const SMALL: [&str; 22] = [
    "a", "an", "and", "as", "at", "by", "de", "for", "from", "in", "into", "of", "on", "or",
    "over", "the", "to", "under", "vs", "with", "without", "la",
];

/// How many words a nickname may have.
const LONGEST_NICKNAME: usize = 5;

/// Whether what stands within marks is a name, by the words before it in its paragraph.
pub(super) fn is_name(
    text: &str,
    part: &Range<usize>,
    outer: &Range<usize>,
    inner: &Range<usize>,
) -> bool {
    let words = &text[inner.clone()];
    let before = text[part.start..outer.start].trim_end();
    let apart = before.strip_suffix(',');
    let mut back = apart.unwrap_or(before).rsplit(char::is_whitespace);
    let last = plain(back.next().unwrap_or_default());
    if TITLED.has(last) {
        return true;
    }
    if apart.is_none() && words.split_whitespace().nth(LONGEST_NICKNAME).is_none() {
        let known = last.eq_ignore_ascii_case("as")
            && back
                .next()
                .is_some_and(|word| plain(word).eq_ignore_ascii_case("known"));
        if known || CALLED.has(last) {
            return true;
        }
    }
    let made =
        last.eq_ignore_ascii_case("of") && back.next().is_some_and(|word| MAKERS.has(plain(word)));
    // `called the report "Old News"`
    let judged = || apart.is_none() && back.take(JUDGED).any(|word| JUDGING.has(plain(word)));
    (made || WORKS.has(last) && !judged()) && is_title(words)
}

/// A word without marks and brackets around it.
fn plain(word: &str) -> &str {
    word.trim_matches(|mark: char| !mark.is_alphanumeric() && mark != '.')
}

/// Whether all words of some length have capitals, as in titles.
fn is_title(words: &str) -> bool {
    let mut pieces = words
        .split_whitespace()
        .map(plain)
        .filter(|word| !word.is_empty());
    let capital =
        |word: &str| word.starts_with(|first: char| first.is_uppercase() || first.is_numeric());
    let ends = !words.trim_end().ends_with(['!', '.']);
    pieces.next().is_some_and(capital)
        && pieces.all(|word| capital(word) || SMALL.contains(&word))
        && ends
}
