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

/// Who sends a programme, behind a capital or alone: `CBS News' "Harbour Week"`, `the network's "Harbour Week"`.
const SENDERS: WordList = WordList::new(&[
    "news",
    "tv",
    "radio",
    "television",
    "network",
    "channel",
    "station",
    "broadcaster",
    "nation",
    "business",
    "newsmax",
]);

/// What is aired, behind its name: `the "Harbour Week" podcast`.
const AIRED: WordList = WordList::new(&[
    "podcast",
    "programme",
    "program",
    "show",
    "host",
    "co-host",
    "anchor",
    "moderator",
    "newsletter",
]);

/// Words right before the name of a programme: `said on "Harbour Week"`, `told "Harbour Week"`.
const AIRING: WordList = WordList::new(&["on", "told", "tells", "telling"]);

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
    let last_word = back.next().unwrap_or_default();
    let last = plain(last_word);
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
    let programme = || apart.is_none() && is_title(words.trim_end_matches('.'));
    let several = words.split_whitespace().nth(1).is_some();
    if (sends(last_word) || several && AIRING.has(last)) && programme() {
        return true;
    }
    // `on the "Harbour Week" podcast`
    let behind = text[outer.end..].split_whitespace().next();
    if behind.is_some_and(|next| AIRED.has(plain(next))) && programme() {
        return true;
    }
    let made =
        last.eq_ignore_ascii_case("of") && back.next().is_some_and(|word| MAKERS.has(plain(word)));
    // `called the report "Old News"`
    let judged = || apart.is_none() && back.take(JUDGED).any(|word| JUDGING.has(plain(word)));
    (made || WORKS.has(last) && !judged()) && is_title(words)
}

/// Whether a word is the possessive of a network or a station: `NBC's`, `CBS'`, `the network’s`.
fn sends(word: &str) -> bool {
    let owners = ["'s", "’s", "'", "’"];
    let owner = owners.iter().find_map(|mark| word.strip_suffix(mark));
    owner.is_some_and(|owner| {
        let letters = owner.chars().all(char::is_uppercase) && owner.len() > 1;
        letters || SENDERS.has(owner)
    })
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
