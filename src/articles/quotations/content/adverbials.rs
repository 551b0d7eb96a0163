//! Adverbials between a cue and its content: when, where and how somebody says it.

use std::ops::Range;

use super::super::lexicon::Class;
use super::super::phrases::{is_verb, phrase_end, time_end};
use super::super::speakers::places::is_place;
use super::super::word_list::WordList;
use super::super::words::{Kind, Token};
use super::shown::{behind_shown, is_shown};

/// The end of an adverbial of saying: a time, a place of speech, an adverb.
pub(in crate::articles::quotations) fn adverbial(
    tokens: &[Token<'_>],
    at: usize,
    limit: usize,
) -> usize {
    let Some(token) = tokens.get(at).filter(|_| at < limit) else {
        return at;
    };
    let owns = tokens
        .get(at + 1)
        .is_some_and(|next| next.kind == Kind::Genitive);
    if token.is(Class::TIME)
        && !owns
        && !token.is(Class::TITLE)
        && (token.kind == Kind::Name || token.is(Class::ADVERB))
    {
        return date_end(tokens, at, limit);
    }
    if let Some(end) = late(tokens, at, limit) {
        return end;
    }
    if let Some(end) = told_when(tokens, at).filter(|end| *end < limit) {
        return end;
    }
    if let Some(end) = before_an_audience(tokens, at).filter(|end| *end < limit) {
        return end;
    }
    if let Some(end) = time_end(tokens, at).filter(|end| *end < limit && opens(&tokens[*end])) {
        return end;
    }
    let times = token.is(Class::NUMBER)
        && tokens
            .get(at + 1)
            .is_some_and(|next| next.any(words!["times", "occasions"]));
    if times && at + 2 < limit {
        return at + 2;
    }
    // `ruled 5-4 that the law was void`
    let votes = token.kind == Kind::Number && token.text.contains(['-', '–']);
    if votes && tokens.get(at + 1).is_some_and(|next| next.is_word("that")) {
        return at + 1;
    }
    if token.is_word("only") && tokens.get(at + 1).is_some_and(|next| next.is_word("that")) {
        return at + 1;
    }
    if token.any(words!["last", "this", "earlier"]) && is_past_time(tokens, at, limit) {
        return at + 2;
    }
    if token.kind == Kind::Word
        && token.any(words![
            "earlier",
            "later",
            "again",
            "also",
            "then",
            "aloud",
            "repeatedly"
        ])
    {
        return at + 1;
    }
    if tells_manner(tokens, at) {
        return at + 1;
    }
    if !token.is(Class::PREPOSITION) {
        return at;
    }
    prepositional(tokens, at, limit)
}

/// Whether what somebody says may begin with a token.
fn opens(token: &Token<'_>) -> bool {
    let opens = Class::DETERMINER
        .or(Class::POSSESSIVE)
        .or(Class::SUBJECT)
        .or(Class::PREPOSITION);
    token.kind != Kind::Genitive
        && (token.mark().is_some()
            || token.quoted().is_some()
            || token.kind == Kind::Name
            || token.any(words!["that", "whether", "there", "if", "all"])
            || token.is(opens))
}

/// Behind an hour with its minutes: `said at 9:30 that`, `said at 9:30 p.m. that`.
fn clock_end(tokens: &[Token<'_>], at: usize) -> Option<usize> {
    let [hour, colon, minute, rest @ ..] = tokens.get(at..)? else {
        return None;
    };
    let number = |token: &Token<'_>| token.kind == Kind::Number && token.text.len() <= 2;
    let half = |token: &&Token<'_>| token.any(words!["am", "pm", "a.m", "p.m", "a.m.", "p.m."]);
    let told = number(hour) && colon.is_mark(':') && number(minute);
    told.then(|| at + 3 + rest.iter().take(1).filter(half).count())
}

/// Whether papers of a court stand here, whose noun is a verb as well: `in court documents`.
pub(super) fn is_of_court(tokens: &[Token<'_>], at: usize) -> bool {
    at > 0
        && tokens[at].any(words!["documents", "records", "papers"])
        && tokens[at - 1].is_word("court")
}

/// What is written on an occasion, in the plural.
const WRITTEN: WordList = WordList::new(&[
    "posts",
    "tweets",
    "messages",
    "letters",
    "interviews",
    "statements",
]);

/// The end of a phrase with a preposition that tells when or in what somebody says something.
fn prepositional(tokens: &[Token<'_>], at: usize, limit: usize) -> usize {
    let token = &tokens[at];
    if token.is_word("at")
        && let Some(end) = clock_end(tokens, at + 1).filter(|end| *end < limit)
    {
        return end;
    }
    if token.is_word("on") && tokens.get(at + 1).is_some_and(|next| next.is(Class::TIME)) {
        return date_end(tokens, at + 1, limit);
    }
    // `said in July`, `said in late March 2019`, `said in mid-June`
    if token.any(words!["in", "since"]) {
        let part = tokens
            .get(at + 1)
            .is_some_and(|next| next.any(words!["late", "early"]));
        let month = at + 1 + usize::from(part);
        let time = |at: &usize| {
            tokens[*at].is(Class::TIME) && tokens[*at].kind == Kind::Name
                || *at == month && tokens[*at].text.starts_with("mid-")
                || tokens[*at].kind == Kind::Number && *at > month
        };
        let behind = (month..limit).find(|at| !time(at)).unwrap_or(limit);
        if behind > month {
            return behind;
        }
    }
    let end = phrase_end(tokens, at + 1).min(limit);
    let end = end + usize::from(end < limit && is_of_court(tokens, end));
    let end = before_subject(tokens, at + 1..end, limit).unwrap_or(end);
    let end = named_occasion(tokens, at, limit).unwrap_or(end);
    let past = token.is_word("in")
        && tokens[at + 1..end]
            .iter()
            .any(|token| token.any(words!["past", "recent"]));
    if past && end < limit {
        return end;
    }
    let spoken = token.any(words![
        "in", "at", "on", "by", "during", "after", "through", "via", "to", "from", "before", "with"
    ]) && end > at + 1
        && tokens[at + 1..end]
            .iter()
            .any(|token| token.is(Class::OCCASION) || token.any(&WRITTEN))
        && end < limit;
    if !spoken && broadcast(tokens, at..end, limit) {
        return end;
    }
    if !spoken {
        return at;
    }
    if is_shown(tokens, end) {
        return behind_shown(tokens, end, limit);
    }
    if !(tokens[end].is_word("to") && tokens[end - 1].is(Class::OCCASION)) {
        return end;
    }
    // `said in the letter to the board there was no need`
    // `vowed in the letter to close the port`
    if takes_object(tokens, end + 1, limit) {
        return end;
    }
    let whom = phrase_end(tokens, end + 1).min(limit);
    let opens = whom < limit
        && (tokens[whom].is(Class::DETERMINER.or(Class::SUBJECT)) || tokens[whom].is_word("there"));
    if whom > end + 1 && opens { whom } else { end }
}

/// Whether a word that no list has, and that is no plural, has an object behind it, as a verb does: `repeal the law`.
pub(super) fn takes_object(tokens: &[Token<'_>], at: usize, limit: usize) -> bool {
    let Some(word) = tokens.get(at).filter(|_| at < limit) else {
        return false;
    };
    let noun = Class::DETERMINER
        .or(Class::POSSESSIVE)
        .or(Class::PERSON)
        .or(Class::BODY)
        .or(Class::PREPOSITION)
        .or(Class::ADVERB);
    let plain = word.kind == Kind::Word && !word.is(noun) && !word.ends_in_s();
    let object = Class::DETERMINER.or(Class::POSSESSIVE).or(Class::OBJECT);
    plain
        && tokens
            .get(at + 1)
            .filter(|_| at + 1 < limit)
            .is_some_and(|next| next.is(object) && !next.is_word("that"))
}

/// Behind an occasion that a day or a feast is named before: `said in his Sunday address`, `said in her New Year message`.
fn named_occasion(tokens: &[Token<'_>], at: usize, limit: usize) -> Option<usize> {
    const FAR: usize = 5;
    let opens = Class::DETERMINER.or(Class::POSSESSIVE);
    let name = |at: &usize| tokens[*at].kind == Kind::Name;
    let far = limit.min(at + FAR);
    let noun = (at + 2..far).find(|at| !name(at))?;
    let timed = (at + 2..noun).any(|at| tokens[at].is(Class::TIME));
    let occasion = tokens[noun].kind == Kind::Word && tokens[noun].is(Class::OCCASION);
    (tokens[at + 1].is(opens) && timed && occasion).then_some(noun + 1)
}

/// Where a name begins behind the noun of an occasion, as the subject of what was said: `said in a statement Norland was
/// ready`.
fn before_subject(tokens: &[Token<'_>], phrase: Range<usize>, limit: usize) -> Option<usize> {
    let words = tokens.get(phrase.clone())?.iter().rev();
    let name = phrase.end - words.take_while(|token| token.kind == Kind::Name).count();
    let noun = name.checked_sub(1).filter(|at| *at > phrase.start)?;
    let occasion = tokens[noun].kind == Kind::Word && tokens[noun].is(Class::OCCASION);
    let article = tokens[phrase.start].any(words!["a", "an", "the"]);
    let named = name < phrase.end && phrase.end < limit && !tokens[name].is(Class::TIME);
    (article && occasion && named && is_verb(tokens, phrase.end)).then_some(name)
}

/// `last week`, `this month` before what is said.
fn is_past_time(tokens: &[Token<'_>], at: usize, limit: usize) -> bool {
    let time = tokens.get(at + 1).is_some_and(|next| next.is(Class::TIME));
    let opens = tokens
        .get(at + 2)
        .filter(|_| at + 2 < limit)
        .is_some_and(opens);
    time && opens
}

/// How somebody says something.
const MANNERS: WordList = WordList::new(&[
    "publicly",
    "privately",
    "openly",
    "bluntly",
    "flatly",
    "plainly",
    "explicitly",
    "definitely",
    "definitively",
    "quietly",
    "angrily",
    "jokingly",
    "candidly",
    "wryly",
]);

/// Whether an adverb says how somebody says what follows: `said publicly she would go`, `would not say definitely
/// what they plan`.
fn tells_manner(tokens: &[Token<'_>], at: usize) -> bool {
    let opens = Class::SUBJECT
        .or(Class::DETERMINER)
        .or(Class::POSSESSIVE)
        .or(Class::QUESTION);
    let follows =
        |next: &Token<'_>| next.is(opens) || next.kind == Kind::Name || next.is_word("whether");
    // `has not said either when it opens`
    let either = tokens[at].is_word("either")
        && tokens
            .get(at + 1)
            .is_some_and(|next| next.is(Class::QUESTION) || next.is_word("whether"));
    either
        || tokens[at].kind == Kind::Word
            && tokens[at].any(&MANNERS)
            && tokens.get(at + 1).is_some_and(follows)
}

/// How long ago something was said.
pub(super) const SPANS: WordList = WordList::new(&[
    "minutes", "hours", "days", "weeks", "months", "years", "decades", "hour", "week", "month",
    "year", "decade",
]);

/// Behind `months ago`, `a year ago`, `for the first time`.
fn told_when(tokens: &[Token<'_>], at: usize) -> Option<usize> {
    let mut near = (at + 1..tokens.len().min(at + 3)).filter(|at| tokens[*at].is_word("ago"));
    if let Some(ago) = near.next().filter(|ago| tokens[*ago - 1].any(&SPANS)) {
        return Some(ago + 1);
    }
    let said = ["for", "the", "first", "time"];
    let words = tokens.get(at..at + said.len())?;
    let first = words
        .iter()
        .zip(said)
        .all(|(token, word)| token.is_word(word));
    first.then_some(at + said.len())
}

/// How those who listened took what was said.
const TAKEN: WordList = WordList::new(&[
    "applause", "laughter", "cheers", "jeers", "boos", "gasps", "groans", "silence", "surprise",
    "acclaim",
]);

/// Behind how something was said and taken: `said under oath`, `told the hall to loud applause`, `said at the time`.
pub(super) fn before_an_audience(tokens: &[Token<'_>], at: usize) -> Option<usize> {
    let next = tokens.get(at + 1)?;
    if tokens[at].is_word("under") && next.is_word("oath") {
        return Some(at + 2);
    }
    let the_time = next.is_word("the") && tokens.get(at + 2)?.is_word("time");
    if tokens[at].is_word("at") && the_time {
        let opens = Class::DETERMINER.or(Class::SUBJECT).or(Class::POSSESSIVE);
        let clause = tokens.get(at + 3)?;
        let opens = clause.is(opens) || clause.any(words!["that", "there", "all", "if"]);
        return opens.then_some(at + 3);
    }
    if !tokens[at].is_word("to") {
        return None;
    }
    let taken = (at + 1..tokens.len().min(at + 4)).find(|at| tokens[*at].any(&TAKEN))?;
    (taken == at + 1 || tokens[at + 1].is_plain()).then_some(taken + 1)
}

/// Behind what tells how late in a day or a month: `said late on Monday`, `said early Friday`.
fn late(tokens: &[Token<'_>], at: usize, limit: usize) -> Option<usize> {
    if !tokens[at].any(words!["late", "early"]) {
        return None;
    }
    let on = tokens.get(at + 1)?.any(words!["on", "in"]);
    let date = at + 1 + usize::from(on);
    let told = tokens.get(date)?.is(Class::TIME);
    told.then(|| date_end(tokens, date, limit))
}

/// Where a date ends: a number behind a day of the week counts what follows, `said on Monday 20 people died`.
fn date_end(tokens: &[Token<'_>], at: usize, limit: usize) -> usize {
    let dated = |at: usize| {
        let weekday = at > 0 && tokens[at - 1].text.ends_with("day");
        tokens[at].kind == Kind::Number
            && (!weekday || tokens.get(at + 1).is_some_and(|next| next.is(Class::TIME)))
    };
    let time = |at: &usize| tokens[*at].is(Class::TIME) || dated(*at);
    (at..limit).find(|at| !time(at)).unwrap_or(limit)
}

/// Whether a phrase tells where or by whom something was made known: `said on Twitter the port would close`,
/// `said through a spokesman he would run`.
fn broadcast(tokens: &[Token<'_>], phrase: Range<usize>, limit: usize) -> bool {
    let (preposition, own) = (&tokens[phrase.start], &tokens[phrase.start + 1..phrase.end]);
    let (Some(first), Some(last)) = (own.first(), own.last()) else {
        return false;
    };
    let named = first.kind == Kind::Name && last.kind == Kind::Name && !is_place(first.text);
    let media = last.any(words!["media", "tv", "television", "radio", "air"]);
    let on = preposition.is_word("on") && (named || media);
    let speaks = last.any(words![
        "spokesman",
        "spokeswoman",
        "spokesperson",
        "lawyer",
        "lawyers",
        "interpreter",
        "translator",
        "aide"
    ]);
    let through = preposition.any(words!["through", "via"]) && speaks;
    (on || through) && (phrase.end + 1..limit).any(|at| is_verb(tokens, at))
}
