//! Runs of capitalised words: where a name goes on, and which words are no part of one.

use super::super::lexicon::Class;
use super::super::phrases::{behind_place, is_nickname, is_particle, place_of_office};
use super::super::speakers::places::is_place;
use super::super::spelling::is_sign;
use super::super::word_list::WordList;
use super::super::words::{Kind, Token};
use super::given_in_small;
use super::titles::opens_name;

/// The most words of an editor's before a given name.
const LONGEST_INSERTION: usize = 5;

/// Words that open a sentence before a name and are no part of one.
const OPENING: WordList = WordList::new(&[
    "what",
    "how",
    "why",
    "whatever",
    "whoever",
    "whomever",
    "whichever",
    "wherever",
    "whenever",
    "however",
    "whom",
    "which",
    "whilst",
    "unlike",
    "either",
    "besides",
    "given",
    "beneath",
    "underneath",
    "notwithstanding",
    "versus",
    "maybe",
    "none",
    "hence",
    "otherwise",
    "sometimes",
    "seldom",
    "very",
    "yes",
    "hello",
    "hi",
    "dear",
    "sorry",
    "thanks",
]);
/// Words that do so before a given name; without one they may be a name.
const BEFORE_GIVEN: WordList = WordList::new(&[
    "below", "above", "off", "past", "per", "plus", "minus", "round", "up", "next", "second",
    "third", "last", "same", "watch", "usually", "finally", "late", "young", "old", "poor",
    "little", "big", "new", "long", "upstairs", "told", "led", "slain", "angry", "furious",
    "weary", "calm", "cautious", "defiant", "longtime", "fellow",
]);

/// Whether the first word of a sentence is none of the name behind it: `What Iris Vane called`, `Joining Iris Vane`.
fn opens_before_name(tokens: &[Token<'_>]) -> bool {
    let [first, second, ..] = tokens else {
        return false;
    };
    if first.kind != Kind::Name || second.kind != Kind::Name {
        return false;
    }
    let done = || {
        let small = first.text.len() > 4 && !first.is(Class::SPEAKER.or(Class::TITLE));
        small
            && ["ing", "ed"]
                .iter()
                .any(|ending| first.text.ends_with(ending))
    };
    let named = || given_in_small(second.text).is_some() && given_in_small(first.text).is_none();
    first.any(&OPENING) || (first.any(&BEFORE_GIVEN) || done()) && named()
}

/// The end of a run of capitalised words; the start itself if there is none.
pub(super) fn run_end(tokens: &[Token<'_>], start: usize) -> usize {
    if start == 0 && opens_before_name(tokens) {
        return start;
    }
    // `OSLO Norway's council`
    if start == 0 {
        let place = behind_place(tokens, 0, tokens.len());
        if place > 0 {
            return place;
        }
    }
    // `a partner in Ukraine Iris Vane`
    let placed = start > 0
        && tokens[start - 1].any(words!["in", "from", "to"])
        && tokens.get(start..start + 3).is_some_and(|run| {
            let named = run
                .iter()
                .all(|token| token.kind == Kind::Name && !is_small(token));
            named && is_place(run[0].text) && given_in_small(run[1].text).is_some()
        });
    if placed {
        return start + 1;
    }
    // `UN Coordinator in South Sudan Iris Vane`
    let named = |at: &usize| {
        let behind = tokens.get(*at..at + 2);
        behind.is_some_and(|run| {
            run.iter()
                .all(|token| token.kind == Kind::Name && !is_small(token))
        })
    };
    if start > 0
        && tokens[start - 1].is_word("in")
        && let Some(behind) = place_of_office(tokens, start - 1).filter(named)
    {
        return behind;
    }
    let mut end = start;
    while goes_on(tokens, start, end) {
        end += 1;
    }
    end
}

/// Whether a run of capitalised words goes on with a token.
fn goes_on(tokens: &[Token<'_>], start: usize, at: usize) -> bool {
    let Some(token) = tokens.get(at) else {
        return false;
    };
    let inside = at > start;
    match token.kind {
        Kind::Name => {
            let named = is_named(tokens, start, at);
            (named || inside && joins_firm(tokens, at))
                && !(named && inside && is_sign(token.text))
                && !is_honour_behind(tokens, start, at)
                && !token.is_title()
        }
        // Most words in small letters end the run.
        Kind::Word => {
            inside
                && token.text.len() <= LONGEST_SMALL
                && (is_suffix(token)
                    || token.is_word("plc")
                    || joins_name(tokens, at)
                    || joins_firm(tokens, at))
        }
        Kind::Mark('&') => inside && joins_firm(tokens, at),
        Kind::Mark(_) => inside && is_inserted(tokens, start, at),
        Kind::Quoted(_) => inside && is_nickname(tokens, at),
        Kind::Number | Kind::Genitive => false,
    }
}

/// The longest word in small letters within a name, in bytes: `binti`.
const LONGEST_SMALL: usize = 5;

/// Whether a word with a capital is part of the name that begins at a place.
fn is_named(tokens: &[Token<'_>], start: usize, at: usize) -> bool {
    let token = &tokens[at];
    let inside = || {
        is_suffix(token)
            || token.is_word("plc")
            || is_middle_letter(tokens, at)
            || tokens[at - 1].is_mark('&')
            || is_named_pronoun(tokens, at)
    };
    !is_small(token)
        || is_initial(token)
        || is_given_month(tokens, at)
        || is_given_day(tokens, at)
        || is_edition(tokens, at)
        || is_called_can(tokens, at)
        || is_called_he(tokens, at)
        || at > start && inside()
        || at == start && is_named_adverb(tokens, at)
}

/// Whether a small word joins the parts of a name: `Jan van der Meer`.
fn joins_name(tokens: &[Token<'_>], at: usize) -> bool {
    is_particle(&tokens[at]) && {
        let mut rest = tokens[at..].iter().take(4);
        rest.find(|next| !is_particle(next))
            .is_some_and(|next| next.kind == Kind::Name)
    }
}

/// Whether the name of a firm goes on: `Nut & Bolt`, `Orr and Harry's`.
fn joins_firm(tokens: &[Token<'_>], at: usize) -> bool {
    let and = tokens[at].is_word("and");
    (and || tokens[at].is_mark('&'))
        && tokens.get(at + 1).is_some_and(|next| {
            let owned = || next.text.ends_with("'s") || next.text.ends_with("’s");
            next.kind == Kind::Name && (!and || owned())
        })
}

/// Whether letters behind a name are no part of it; but `the Oban South MP`.
fn is_honour_behind(tokens: &[Token<'_>], start: usize, at: usize) -> bool {
    let told = || start > 0 && tokens[start - 1].any(words!["the", "a", "an"]);
    at > start + 1 && is_honour(tokens, at) && !told()
}

/// A letter without a stop between given name and surname: `Ravi K Oblonde`.
fn is_middle_letter(tokens: &[Token<'_>], at: usize) -> bool {
    let named = |next: &Token<'_>| next.kind == Kind::Name && !is_small(next);
    tokens[at].text == "A"
        && named(&tokens[at - 1])
        && tokens.get(at + 1).is_some_and(named)
        && tokens
            .get(at + 2)
            .is_none_or(|next| next.kind != Kind::Name)
}

/// The bracket that closes what an editor put before a surname: `[the mayor Ida] Vell`.
fn is_inserted(tokens: &[Token<'_>], start: usize, at: usize) -> bool {
    tokens[at].is_mark(']')
        && tokens[start.saturating_sub(LONGEST_INSERTION)..start]
            .iter()
            .any(|token| token.is_mark('['))
        && tokens
            .get(at + 1)
            .is_some_and(|next| next.kind == Kind::Name && !is_small(next))
}

/// A pronoun with a capital of its own within a name: `the group Keep It Ours`.
fn is_named_pronoun(tokens: &[Token<'_>], at: usize) -> bool {
    tokens[at].text.starts_with(char::is_uppercase)
        && tokens[at].any(words!["it", "our", "us", "my", "them"])
        && at > 1
        && tokens[at - 2].kind == Kind::Word
        && tokens
            .get(at + 1)
            .is_some_and(|next| next.kind == Kind::Name)
}

/// `the Just Say No campaign`: an adverb with a capital of its own before a name.
fn is_named_adverb(tokens: &[Token<'_>], at: usize) -> bool {
    let other = Class::DETERMINER
        .or(Class::PREPOSITION)
        .or(Class::SUBJECT)
        .or(Class::SUBORDINATOR)
        .or(Class::AUXILIARY)
        .or(Class::TIME);
    let token = &tokens[at];
    let named = |at: usize| {
        tokens
            .get(at)
            .is_some_and(|next| next.kind == Kind::Name && !is_small(next))
    };
    at > 0
        && token.kind == Kind::Name
        && token.is(Class::ADVERB)
        && !token.is(other)
        && tokens[at - 1].kind == Kind::Word
        && named(at + 1)
        && named(at + 2)
}

/// Letters behind a name that are no part of it.
pub(in crate::articles::quotations) fn is_honour(tokens: &[Token<'_>], at: usize) -> bool {
    const HONOURS: [&str; 12] = [
        "KC", "QC", "SC", "MP", "MEP", "MSP", "CBE", "OBE", "MBE", "PhD", "MD", "DPhil",
    ];
    let honour = tokens
        .get(at)
        .is_some_and(|token| token.kind == Kind::Name && HONOURS.contains(&token.text));
    // `Oban MP Iris Vane`
    honour
        && !tokens
            .get(at + 1)
            .is_some_and(|next| next.kind == Kind::Name && !is_small(next))
}

/// A word that is no part of a name, though a capital may begin it.
pub(super) fn is_small(token: &Token<'_>) -> bool {
    let small = Class::DETERMINER
        .or(Class::PREPOSITION)
        .or(Class::SUBJECT)
        .or(Class::AND)
        .or(Class::POSSESSIVE)
        .or(Class::SUBORDINATOR)
        .or(Class::AUXILIARY)
        .or(Class::ADVERB);
    token.is(small) && !token.is_word("will") && !is_family_name(token)
        || token.is(Class::TIME) && !token.is(Class::TITLE)
        || token.is_word("neither")
        || is_contracted(token)
}

/// A pronoun and a verb in one, at the beginning of a sentence: `I’ve`, `They’re`.
fn is_contracted(token: &Token<'_>) -> bool {
    if token.plain {
        return false;
    }
    let Some((word, _)) = token.text.split_once(['\'', '’']) else {
        return false;
    };
    let words = [
        "i", "you", "he", "she", "it", "we", "they", "that", "there", "what", "let",
    ];
    words.iter().any(|one| word.eq_ignore_ascii_case(one))
}

/// `the editor Can Tezel`, `Will Marsh`: a given name that is an auxiliary as well.
pub(in crate::articles::quotations) fn is_called_can(tokens: &[Token<'_>], at: usize) -> bool {
    let token = &tokens[at];
    // `General Secretary To Minh`
    let to = token.text == "To"
        && at > 0
        && tokens[at - 1].kind == Kind::Name
        && tokens[at - 1].is(Class::PERSON);
    if !(to || matches!(token.text, "Can" | "Will")) || token.kind != Kind::Name {
        return false;
    }
    let named = tokens
        .get(at + 1)
        .is_some_and(|next| next.kind == Kind::Name && !is_small(next));
    let verb = || {
        let next = tokens.get(at + 2);
        next.is_some_and(|next| next.is_mark(',') || next.is(Class::AUXILIARY))
    };
    named && (at > 0 || verb())
}

/// `the spokesperson He Junlan`, `He Junlan added`: a family name that is a pronoun as well.
pub(super) fn is_called_he(tokens: &[Token<'_>], at: usize) -> bool {
    let named = |next: &Token<'_>| {
        next.kind == Kind::Name
            && !is_small(next)
            && !next.is(Class::TITLE)
            && next.text.chars().skip(1).any(char::is_lowercase)
    };
    tokens[at].text == "He"
        && tokens.get(at + 1).is_some_and(named)
        && tokens
            .get(at + 2)
            .is_none_or(|next| next.kind != Kind::Name)
}

/// A month that is somebody's given name: `May Soetanto`.
fn is_given_month(tokens: &[Token<'_>], at: usize) -> bool {
    // `Jan van der Meer`
    let mut behind = tokens[at + 1..].iter().skip_while(|next| is_particle(next));
    let mut named = || {
        let next = behind.next();
        next.is_some_and(|next| next.kind == Kind::Name && !is_small(next))
    };
    let dated = || {
        at > 0
            && tokens[at - 1].any(words![
                "in", "since", "until", "by", "of", "on", "from", "last", "next", "this"
            ])
    };
    tokens[at].any(words!["jan", "jun", "april", "may", "june", "august"]) && named() && !dated()
}

/// A day that is somebody's given name: `Mr Sunday Orr`.
fn is_given_day(tokens: &[Token<'_>], at: usize) -> bool {
    let named = |next: &Token<'_>| next.kind == Kind::Name && !is_small(next);
    at > 0
        && tokens[at].any(words!["sunday", "monday", "friday", "saturday"])
        && tokens[at].kind == Kind::Name
        && opens_name(&tokens[at - 1])
        && tokens[at - 1].kind == Kind::Name
        && tokens.get(at + 1).is_some_and(named)
}

/// `the Evening Standard`, `the Sunday Times`: a time that is part of a newspaper's name.
fn is_edition(tokens: &[Token<'_>], at: usize) -> bool {
    const PAPERS: WordList = WordList::new(&[
        "herald",
        "times",
        "post",
        "standard",
        "mail",
        "telegraph",
        "news",
        "star",
        "express",
        "mirror",
        "chronicle",
        "tribune",
        "independent",
        "observer",
        "echo",
        "journal",
    ]);
    let named = |token: &Token<'_>| token.is_word("the") || token.kind == Kind::Name;
    tokens[at].any(words!["morning", "evening", "sunday", "saturday"])
        && at > 0
        && named(&tokens[at - 1])
        && tokens
            .get(at + 1)
            .is_some_and(|next| next.kind == Kind::Name && next.any(&PAPERS))
}

/// Whether a month, a season or a modal is the last name of somebody: `Karen March`, `Wang Jun`, `Mrs. May`.
pub(in crate::articles::quotations) fn ends_name(
    before: &Token<'_>,
    rest: &str,
    length: usize,
) -> bool {
    if before.kind != Kind::Name {
        return false;
    }
    let word = &rest[..length];
    let jun = word == "Jun" && !before.is(Class::TIME.or(Class::PREPOSITION));
    let month = [
        "March", "April", "June", "August", "Jan", "Summer", "Winter", "Day",
    ];
    let paper = word == "Today" && before.text == "USA";
    // `Theresa May said`
    let surname = month.contains(&word) || matches!(word, "May" | "Will");
    let known =
        || given_in_small(before.text).is_some() || before.is(Class::TITLE) && word != "Will";
    let dated = || {
        let behind = rest[length..].trim_start();
        behind.starts_with(|mark: char| mark.is_ascii_digit())
    };
    (jun || paper || surname && known()) && !dated()
}

/// Names that look like adverbs: `Kelly`, `Reilly`, `Vasily`.
fn is_family_name(token: &Token<'_>) -> bool {
    token.is(Class::ADVERB)
        && (token.text.ends_with("lly") && token.text.len() <= 7
            || given_in_small(token.text).is_some())
        || token.any(words!["Italy", "Connolly"])
}

pub(super) fn is_initial(token: &Token<'_>) -> bool {
    token.text.ends_with('.') && token.text.chars().count() == 2
}

pub(in crate::articles::quotations) fn is_suffix(token: &Token<'_>) -> bool {
    const SUFFIXES: WordList = WordList::new(&["jr", "jr.", "sr", "sr.", "ii", "iii", "iv"]);
    token.any(&SUFFIXES)
}
