//! Labels of turns: the words before a colon, or `Q`, that name who speaks.

use std::ops::Range;

use foldhash::fast::FixedState;
use hashbrown::HashSet;

use super::lexicon::{Class, class_in_small, listed};
use super::names::given;
use super::speakers::places::is_place;
use super::turn_times::{colon, time_before};
use crate::articles::news::is_caption;
use crate::text::{head, in_small, tail};

/// The longest label, in bytes.
const LONGEST: usize = 80;
/// The most words of a name, and of an office behind "the".
const NAME_WORDS: usize = 6;
const OFFICE_WORDS: usize = 9;

/// What a label says of its speaker.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::articles) enum LabelKind {
    /// That it is the one who asks.
    Question,
    /// An office behind "the", or a name behind a title.
    Titled,
    /// A noun for somebody: `MODERATOR`, `Senior official`.
    Noun,
    /// A name, or what may be one.
    Name,
}

/// A label at the head of a paragraph.
#[derive(Clone, Debug)]
pub(in crate::articles) struct Label {
    /// The words that name the speaker.
    pub(in crate::articles) source: Range<usize>,
    /// Where the turn's own words begin.
    pub(in crate::articles) end: usize,
    pub(in crate::articles) kind: LabelKind,
}

/// Words with which speech goes on, and which no list of the lexicon has as such.
const OPENINGS: [&str; 46] = [
    "so",
    "look",
    "okay",
    "ok",
    "yes",
    "yeah",
    "yep",
    "no",
    "hi",
    "hello",
    "hey",
    "thanks",
    "thank",
    "sorry",
    "please",
    "listen",
    "well",
    "right",
    "sure",
    "oh",
    "ah",
    "like",
    "remember",
    "point",
    "bottom",
    "first",
    "second",
    "third",
    "fourth",
    "last",
    "lastly",
    "finally",
    "next",
    "basically",
    "really",
    "actually",
    "honestly",
    "plus",
    "see",
    "let",
    "good",
    "great",
    "meaning",
    "again",
    "today",
    "regarding",
];

/// What a speaker's name does not begin with.
const FUNCTION: Class = Class::ADVERB
    .or(Class::AND)
    .or(Class::SUBORDINATOR)
    .or(Class::PREPOSITION)
    .or(Class::SUBJECT)
    .or(Class::OBJECT)
    .or(Class::POSSESSIVE)
    .or(Class::QUESTION)
    .or(Class::RELATIVE)
    .or(Class::NEGATION)
    .or(Class::BE)
    .or(Class::HAVE)
    .or(Class::DO);

/// What is a name as well: `May`, `Will`, `June`.
const NAMES_TOO: Class = Class::MODAL.or(Class::TIME).or(Class::NUMBER);

/// What stands behind the comma of no label: `So, the point is:`.
const OF_A_CLAUSE: Class = Class::AUXILIARY
    .or(Class::SUBJECT)
    .or(Class::OBJECT)
    .or(Class::SUBORDINATOR)
    .or(Class::RELATIVE)
    .or(Class::NEGATION);

/// The label at the head of a paragraph, or of a line.
pub(in crate::articles) fn label(text: &str, paragraph: &Range<usize>) -> Option<Label> {
    let words = &text[paragraph.clone()];
    if words.starts_with(|mark: char| mark.is_ascii_lowercase()) {
        return None;
    }
    let time = time_before(words);
    if time > 0 {
        return label(text, &(paragraph.start + time..paragraph.end));
    }
    let top = head(words, LONGEST);
    // `Q  And why?`
    if top.starts_with("Q ") || top.starts_with("A ") && words.len() > 3 && top.starts_with("A  ") {
        return Some(Label {
            source: paragraph.start..paragraph.start + 1,
            end: paragraph.start + 1 + words[1..].len() - words[1..].trim_start().len(),
            kind: LabelKind::Question,
        });
    }
    // `Q. And why?`, and the answer below it
    if top.starts_with("Q. ") || top.starts_with("A. ") && answers(&text[..paragraph.start]) {
        return Some(Label {
            source: paragraph.start..paragraph.start + 1,
            end: paragraph.start + 2 + words[2..].len() - words[2..].trim_start().len(),
            kind: LabelKind::Question,
        });
    }
    if let Some(stop) = of_record(top) {
        let rest = &words[stop + 1..];
        // `Ms. VELL of Lumen`
        let named = words[..stop].split(" of ").next().map_or(stop, str::len);
        return Some(Label {
            source: paragraph.start..paragraph.start + named,
            end: paragraph.start + stop + 1 + rest.len() - rest.trim_start().len(),
            kind: LabelKind::Titled,
        });
    }
    let number = numbered(top);
    let colon = colon(top, number)?;
    let name = &top[number..colon];
    let bare = memchr::memchr2(b'(', b'[', name.as_bytes()).map_or(name, |at| &name[..at]);
    let (bare, behind_comma) = bare.split_once(',').unwrap_or((bare, ""));
    let number = number + bare.len() - bare.trim_start().len();
    let bare = bare.trim();
    let kind = kind_of(bare)?;
    if behind_comma.split_whitespace().any(is_of_clause) {
        return None;
    }
    let behind = paragraph.start + colon + 1;
    let rest = &text[behind..paragraph.end];
    if !rest.is_empty() && !rest.starts_with(char::is_whitespace) {
        return None;
    }
    Some(Label {
        source: paragraph.start + number..paragraph.start + number + bare.len(),
        end: behind + rest.len() - rest.trim_start().len(),
        kind,
    })
}

/// Whether a question with its `Q.` stands right above.
fn answers(before: &str) -> bool {
    let above = tail(before, QUESTION_BYTES).trim_end();
    let line = above.rsplit('\n').next().unwrap_or(above);
    line.trim_start().starts_with("Q. ")
}

/// The longest question above an answer, in bytes.
const QUESTION_BYTES: usize = 600;

/// Titles before names in capitals, as congresses print them.
const OF_RECORDS: [&str; 16] = [
    "Admiral",
    "Ambassador",
    "Chairman",
    "Chairwoman",
    "Director",
    "Dr.",
    "General",
    "Governor",
    "Miss",
    "Mr.",
    "Mrs.",
    "Ms.",
    "Representative",
    "Secretary",
    "Senator",
    "The",
];
/// How many bytes the longest of them has.
const LONGEST_TITLE: usize = "Representative".len();
/// What stands behind "The" in such a label.
const OF_CHAIRS: [&str; 11] = [
    "ACTING",
    "CHAIR",
    "CHAIRMAN",
    "CHAIRPERSON",
    "CHAIRWOMAN",
    "CLERK",
    "PRESIDENT",
    "PRESIDING",
    "SPEAKER",
    "VICE",
    "WITNESS",
];
/// The most words of such a label behind its title.
const RECORD_WORDS: usize = 6;

/// Where the stop stands behind a title and a name in capitals, as in the records of congresses: `Mr. VELL. I thank
/// the chair.`, `The SPEAKER pro tempore. The gentleman is recognized.`
pub(in crate::articles) fn of_record(top: &str) -> Option<usize> {
    let longest = &top.as_bytes()[..top.len().min(LONGEST_TITLE + 1)];
    let end = longest.iter().position(|byte| *byte == b' ')?;
    let (title, rest) = (&top[..end], &top[end + 1..]);
    if !rest.starts_with(char::is_uppercase) || !OF_RECORDS.contains(&title) {
        return None;
    }
    let loud = |word: &str| {
        let stem = word.strip_prefix("Mc").unwrap_or(word);
        stem.chars().filter(|mark| mark.is_uppercase()).count() > 1 && is_in_capitals(stem)
    };
    let mut length = title.len();
    for (number, word) in rest.split(' ').take(RECORD_WORDS).enumerate() {
        length += 1 + word.len();
        let bare = word.trim_end_matches('.');
        let goes_on = word.starts_with(char::is_uppercase) || matches!(word, "of" | "pro");
        let office = title != "The" || OF_CHAIRS.contains(&bare);
        if number == 0 && !(loud(bare) && office) || number > 0 && !goes_on && bare != "tempore" {
            return None;
        }
        if bare.len() > 1 && bare.len() < word.len() {
            let said = top[length..].strip_prefix(' ')?;
            let begins = |mark: char| mark.is_uppercase() || "“\"‘([".contains(mark);
            return said.starts_with(begins).then_some(length - 1);
        }
    }
    None
}

/// Behind the number of a paragraph, as in the records of the United Nations.
fn numbered(top: &str) -> usize {
    let digits = top.find(|mark: char| !mark.is_ascii_digit()).unwrap_or(0);
    let behind = top[digits..].strip_prefix('.').map(str::trim_start);
    match behind {
        Some(rest) if (1..=3).contains(&digits) => top.len() - rest.len(),
        _ => 0,
    }
}

fn is_of_clause(word: &str) -> bool {
    class_in_small(word).is(OF_A_CLAUSE)
}

/// What the words of a label say of a speaker; nothing where they name nobody.
fn kind_of(bare: &str) -> Option<LabelKind> {
    let mut pieces = [""; OFFICE_WORDS];
    let mut many = 0;
    let mut small = false;
    for piece in bare.split_whitespace() {
        // Two words may count somebody; most of what stands before a colon is a sentence.
        if small && many > 1 || many == OFFICE_WORDS {
            return None;
        }
        small |= !is_of_label(piece);
        pieces[many] = piece;
        many += 1;
    }
    let pieces = &pieces[..many];
    let (first, last) = (*pieces.first()?, *pieces.last()?);
    if many == 2 && is_counted(first, last) {
        return Some(LabelKind::Noun);
    }
    let the = first.eq_ignore_ascii_case("the");
    let most = if the { OFFICE_WORDS } else { NAME_WORDS };
    let inner = |mark: char| !mark.is_alphanumeric();
    if many > most
        || small
        || last.ends_with(|mark: char| inner(mark) && mark != '.')
        || first.starts_with(inner)
        || is_caption(bare)
        || is_part_of_check(pieces)
        || is_opening(pieces)
    {
        return None;
    }
    let of = |piece: &str| class_in_small(piece.trim_end_matches('.'));
    let titled = |piece: &str| of(piece).is(Class::TITLE.or(Class::PERSON)) || is_title(piece);
    Some(if is_question(bare) {
        LabelKind::Question
    } else if pieces.len() > 1
        && (titled(first) || the && pieces[1..].iter().any(|one| titled(one)))
    {
        LabelKind::Titled
    } else if of(last).is(Class::PERSON) {
        LabelKind::Noun
    } else {
        LabelKind::Name
    })
}

/// Whether a label is that of a part of a check of what was said: `THE FACTS`, `Our ruling`, `Fact check`.
fn is_part_of_check(pieces: &[&str]) -> bool {
    let [first, last] = pieces else {
        return false;
    };
    let owned = ["the", "our"]
        .iter()
        .any(|own| own.eq_ignore_ascii_case(first));
    let check = first.eq_ignore_ascii_case("fact") && last.eq_ignore_ascii_case("check");
    check || owned && is_caption(last)
}

/// Whether a label may have a word: a capital one, or a small one within names and offices.
fn is_of_label(piece: &str) -> bool {
    piece.starts_with(char::is_uppercase)
        || matches!(
            piece,
            "of" | "the" | "for" | "and" | "de" | "van" | "von" | "der" | "al" | "da" | "bin"
        )
}

/// Whether a label counts those whose names nobody knows: `Speaker 1`.
fn is_counted(noun: &str, number: &str) -> bool {
    const COUNTED: [&str; 8] = [
        "speaker",
        "participant",
        "interviewer",
        "interviewee",
        "respondent",
        "moderator",
        "guest",
        "caller",
    ];
    number.bytes().all(|byte| byte.is_ascii_digit())
        && COUNTED.iter().any(|known| known.eq_ignore_ascii_case(noun))
}

fn is_title(piece: &str) -> bool {
    class_in_small(piece).is(Class::TITLE)
}

fn is_question(bare: &str) -> bool {
    let bare = bare.trim_end_matches('.');
    let known = ["q", "question", "interviewer", "reporter"];
    known.iter().any(|one| one.eq_ignore_ascii_case(bare))
}

/// Whether no name begins with a word in small letters, but a sentence may: `so`, `on`.
pub(in crate::articles) fn names_nobody(small: &str) -> bool {
    let of = listed(small).unwrap_or_default();
    let function = of.is(FUNCTION) && !of.is(Class::TITLE.or(Class::PERSON));
    OPENINGS.contains(&small) || function || of.is(NAMES_TOO) && given(small).is_none()
}

/// Whether the words are those with which a sentence begins: `So`, `On Sudan`, `And the ministry`.
fn is_opening(pieces: &[&str]) -> bool {
    let first = pieces[0].trim_end_matches('.');
    let small = in_small(first);
    let of = listed(&small).unwrap_or_default();
    let article = matches!(small.as_ref(), "the" | "a" | "an");
    if of.is(Class::DETERMINER) && (pieces.len() == 1 && first.len() > 1 || !article) {
        return true;
    }
    if OPENINGS.contains(&small.as_ref()) {
        return true;
    }
    // The short forms of titles and initials are words too.
    let abbreviated = pieces[0].ends_with('.') || first.chars().count() == 1;
    !article && !abbreviated && names_nobody(&small)
}

/// Whether a label is in capitals, its last word at least.
fn shouts(words: &str) -> bool {
    let last = words.rsplit(char::is_whitespace).next().unwrap_or(words);
    let capitals = last.chars().filter(|mark| mark.is_uppercase()).count();
    let small = last.chars().filter(|mark| mark.is_lowercase()).count();
    capitals > 1 && capitals > small
}

/// Whether words are given name and surname: capitalised, in no list but that of given names, and no place.
fn is_full_name(words: &str) -> bool {
    let name = |piece: &str| {
        let small = in_small(piece);
        let initial = piece.ends_with('.') && piece.chars().count() == 2;
        initial || !is_in_capitals(piece) && (given(&small).is_some() || listed(&small).is_none())
    };
    (2..=4).contains(&words.split_whitespace().count())
        && words.split_whitespace().all(name)
        && !is_place(words)
}

fn is_in_capitals(piece: &str) -> bool {
    !piece.contains(char::is_lowercase)
}

/// Whether a text checks what was said, claim by claim, and is no record of who spoke.
fn checks_facts(text: &str) -> bool {
    let parts = ["\nTHE FACTS:", "\nFACTS:", "\nTHE CLAIM:"];
    let mut found = parts.iter();
    found.any(|part| memchr::memmem::find(text.as_bytes(), part.as_bytes()).is_some())
}

/// The labels of a text without those that the others show to be none: where speakers are in capitals, a
/// label that is not must have a title or be a full name, or be another way to write one of theirs.
pub(in crate::articles) fn consistent(text: &str, labels: Vec<Label>) -> Vec<Label> {
    if !labels.is_empty() && checks_facts(text) {
        return Vec::new();
    }
    let words = |label: &Label| &text[label.source.clone()];
    let named = || {
        labels
            .iter()
            .filter(|label| label.kind != LabelKind::Question)
    };
    let loud = named().filter(|label| shouts(words(label))).count();
    if loud * 2 <= named().count() || loud == named().count() {
        return labels;
    }
    let last = |words: &str| {
        let last = words.rsplit(char::is_whitespace).next().unwrap_or(words);
        last.to_lowercase()
    };
    let surnames: HashSet<String, FixedState> = named()
        .map(words)
        .filter(|one| shouts(one))
        .map(last)
        .collect();
    let known = |label: &Label| {
        let own = words(label);
        label.kind != LabelKind::Name
            || shouts(own)
            || is_full_name(own)
            || surnames.contains(&last(own))
    };
    let keep: Vec<bool> = labels.iter().map(known).collect();
    let mut keep = keep.into_iter();
    labels
        .into_iter()
        .filter(|_| keep.next().unwrap_or_default())
        .collect()
}
