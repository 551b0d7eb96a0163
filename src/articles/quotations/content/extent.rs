//! How far an object that is told reaches: to what its subject does next, or when and in what it was said.

use std::ops::Range;

use super::super::cues::is_outlet;
use super::super::lexicon::Class;
use super::super::phrases::{is_verb, phrase_end};
use super::super::tails;
use super::super::verbs::{Object, Verb};
use super::super::word_list::WordList;
use super::super::words::{Kind, Token};

/// A noun phrase that is a content, without a second verb of its subject and without when and where it was
/// said.
pub(super) fn object(tokens: &[Token<'_>], part: Range<usize>, verb: &Verb) -> Range<usize> {
    let timed =
        verb.object == Object::Finite || matches!(&*verb.lemma, "express" | "voice" | "report");
    // `expects a vote after 10 on the plan`
    let ahead = verb.class == "predicting";
    let end = (part.start + 1..part.end).find(|at| {
        let next = tokens.get(*at + 1).filter(|_| *at + 1 < part.end);
        let and = tokens[*at].is(Class::AND) && tokens[*at].kind == Kind::Word;
        let comma = tokens[*at].is_mark(',');
        // `threatened a suit and that he meant it`
        let that = and && next.is_some_and(|next| next.is_word("that"));
        let second = that
            && tokens
                .get(*at + 2)
                .is_some_and(|next| next.is(Class::SUBJECT) || next.quoted().is_some())
            && !tokens[part.start..*at]
                .iter()
                .any(|token| token.is_word("that"));
        second
            || tokens[*at].any(words!["after", "amid"])
                && !(ahead && next.is_some_and(|next| next.kind == Kind::Number))
            || tokens[*at].is_word("when") && passed(tokens, *at + 1, part.end)
            || timed && is_when(tokens, *at, part.end)
            || is_day_of_saying(tokens, *at, part.end, verb)
            || said_in(tokens, *at)
            || said_through(tokens, *at)
            || verb.lemma == "raise" && tokens[*at].is_word("with")
            || and
                && !tokens[part.start..*at]
                    .iter()
                    .any(|token| token.is_word("between"))
                && next.is_some_and(|next| {
                    tails::resumes(tokens, *at + 1)
                        && !is_attribute(tokens, *at + 1)
                        && !goes_on_to(tokens, part.start, *at)
                        && (is_verb(tokens, *at + 1) || !next.is(Class::THIRD))
                })
            || comma
                && next.is_some_and(|next| {
                    next.any(words!["which", "who", "where", "when", "as", "while"])
                        && !is_inserted(tokens, part.start, *at)
                        || tails::resumes(tokens, *at + 1)
                            && !is_listed(tokens, &part, *at)
                            && !tells_that_later(tokens, &part, *at)
                        || next.is(Class::AND)
                            && tails::opens_clause(tokens, *at + 2)
                            && !held(tokens, *at + 2)
                })
    });
    part.start..end.unwrap_or(part.end)
}

/// Whether a clause in the past begins here, which tells when somebody asked for something: `asked for a count when her
/// lead fell`, but `expects a vote when the house returns`.
fn passed(tokens: &[Token<'_>], from: usize, end: usize) -> bool {
    let verb = (from..end)
        .take_while(|at| tokens[*at].is_plain())
        .find(|at| is_verb(tokens, *at));
    verb.is_some_and(|at| {
        let token = &tokens[at];
        token.text.ends_with("ed")
            || token.any(words![
                "was", "were", "had", "did", "fell", "rose", "came", "went", "met", "lost", "won",
                "spoke", "took", "left", "began", "broke", "heard", "saw", "told", "said"
            ])
    })
}

/// Whether a comma opens what stands between a subject and its verb: `concern that the port, when it closed, lost`.
fn is_inserted(tokens: &[Token<'_>], start: usize, comma: usize) -> bool {
    let that = (start + 1..comma)
        .rev()
        .find(|at| tokens[*at].is_word("that") && tokens[*at - 1].is(Class::REPORT));
    that.is_some_and(|that| !(that + 1..comma).any(|at| is_verb(tokens, at)))
}

/// Whether a noun that names a report has its "that" behind what is put between: `denied rumours, widely shared, that the
/// port was sold`.
fn tells_that_later(tokens: &[Token<'_>], part: &Range<usize>, comma: usize) -> bool {
    let named = tokens[comma - 1].is(Class::REPORT)
        || tokens[comma - 1].any(words![
            "rumours",
            "rumors",
            "allegations",
            "suggestions",
            "reports"
        ]);
    let closes = (comma + 1..part.end.saturating_sub(1)).find(|at| !tokens[*at].is_plain());
    named && closes.is_some_and(|at| tokens[at].is_mark(',') && tokens[at + 1].is_word("that"))
}

/// Whether an infinitive goes on behind "and": `her resolve to finish the line and make it pay`.
fn goes_on_to(tokens: &[Token<'_>], start: usize, and: usize) -> bool {
    let plain = Class::BASE.or(Class::BASE_OR_NOUN);
    let base = tokens[and + 1].is(plain)
        || tokens[and + 1].any(words![
            "make", "take", "come", "give", "keep", "remain", "live", "work", "let", "bring",
            "build", "get", "go", "hold", "meet", "pay", "send", "win", "find", "do", "be", "have"
        ]);
    base && tokens[start..and].iter().any(|token| token.is_word("to"))
}

/// Whether a participle stands before its noun in a list: `in fields such as big data, integrated circuits and`.
fn is_listed(tokens: &[Token<'_>], part: &Range<usize>, comma: usize) -> bool {
    let earlier = (part.start..comma).any(|at| tokens[at].is_mark(','));
    let last = (comma + 3..part.end.min(comma + 8)).any(|at| tokens[at].any(words!["and", "or"]));
    earlier && last && is_attribute(tokens, comma + 1)
}

/// Whether a day stands here without a preposition, on which something was said: `denied the charges Monday`, but `promised
/// a vote Monday`.
fn is_day_of_saying(tokens: &[Token<'_>], at: usize, end: usize, verb: &Verb) -> bool {
    let day = |token: &Token<'_>| {
        token.kind == Kind::Name && token.is(Class::TIME) && token.text.ends_with("day")
    };
    let ahead = matches!(
        &*verb.class,
        "promising" | "proposing" | "predicting" | "hoping" | "fearing"
    );
    let before = &tokens[at - 1];
    let small = Class::PREPOSITION
        .or(Class::TIME)
        .or(Class::DETERMINER)
        .or(Class::AND);
    let apart = before.is_plain()
        && !before.is(small)
        && !before.any(words!["last", "next", "first", "second", "third", "every"]);
    let behind = tokens[at + 1..end.max(at + 1)]
        .iter()
        .find(|token| !token.is(Class::TIME));
    day(&tokens[at])
        && !ahead
        && apart
        && behind.is_none_or(|next| {
            next.mark().is_some() || next.any(words!["in", "at", "during", "on"])
        })
}

/// Whether a day, a month or a year stands here, and no more of the phrase behind it: `on Friday`, `in July`, `in
/// late 2031`, `last week`.
fn is_when(tokens: &[Token<'_>], at: usize, end: usize) -> bool {
    let time = |token: &Token<'_>| token.is(Class::TIME) && token.kind == Kind::Name;
    let part = |token: &Token<'_>| token.any(words!["early", "late", "mid"]) || token.is_dash();
    let late = tokens[at].any(words!["late", "early"])
        && tokens.get(at + 1).is_some_and(|next| next.is_word("on"));
    let at = at + usize::from(late);
    // `at midnight on Friday`, `by its closing session on Monday`
    if at > 0 && tokens[at].is_word("on") && is_deadline(tokens, at) {
        return false;
    }
    let first = (at + 1..end).find(|at| !part(&tokens[*at]));
    let day = tokens[at].any(words!["on", "in"])
        && first.is_some_and(|first| time(&tokens[first]) || is_year(&tokens[first]));
    let span = |token: &Token<'_>| {
        token.any(words![
            "week", "month", "year", "weekend", "summer", "spring"
        ])
    };
    let ago = tokens[at].any(words!["last", "this", "earlier", "later"])
        && (at + 1..end.min(at + 3)).any(|at| span(&tokens[at]));
    let hour = |token: &Token<'_>| token.any(words!["night", "morning", "evening", "afternoon"]);
    let passed = |token: &Token<'_>| {
        time(token)
            || hour(token)
            || token.kind == Kind::Number
            || part(token)
            || ago && (span(token) || token.any(words!["this", "last"]))
    };
    let behind = (at + 1..end).find(|at| !passed(&tokens[*at]));
    // `cuts in 2030 and 2031`
    let dated = first.is_some_and(|first| is_year(&tokens[first]));
    if dated && behind.is_some_and(|at| tokens[at].is(Class::AND)) {
        return false;
    }
    let day = day || ago;
    day && behind.is_none_or(|at| {
        tokens[at].mark().is_some() || tokens[at].is(Class::AND) || said_in(tokens, at)
    })
}

/// Whether an hour or a deadline ends here, to which a day belongs.
fn is_deadline(tokens: &[Token<'_>], end: usize) -> bool {
    let hour = tokens[end - 1].any(words![
        "midnight", "noon", "dawn", "dusk", "sunset", "sunrise"
    ]);
    let near = end.saturating_sub(FEW)..end;
    hour || near
        .rev()
        .take_while(|at| tokens[*at].is_plain())
        .find(|at| tokens[*at].any(words!["by", "until", "before"]))
        .is_some_and(|by| phrase_end(tokens, by + 1) == end)
}

/// How many tokens a deadline may have.
const FEW: usize = 5;

fn is_year(token: &Token<'_>) -> bool {
    token.text.len() == 4 && token.text.starts_with(['1', '2']) && token.kind == Kind::Number
}

/// Where somebody speaks that is their own: `on its channel`.
pub(super) const OUTLETS: WordList = WordList::new(&[
    "channel",
    "channels",
    "website",
    "site",
    "page",
    "account",
    "accounts",
    "feed",
    "blog",
    "wall",
    "podcast",
    "programme",
    "program",
    "show",
]);
/// Documents of a court or an officer: `in her ruling`.
const RULINGS: WordList = WordList::new(&[
    "verdict",
    "ruling",
    "judgment",
    "judgement",
    "decision",
    "opinion",
    "dissent",
    "sentencing",
    "testimony",
    "affidavit",
    "summation",
    "memo",
]);

/// Whether it is told here in what something was said: `in a statement`, `at a news conference`.
pub(in crate::articles::quotations) fn said_in(tokens: &[Token<'_>], at: usize) -> bool {
    let phrase = || at + 1..phrase_end(tokens, at + 1);
    let own = |words: &WordList| {
        let owned = tokens
            .get(at + 1)
            .is_some_and(|next| next.any(words!["his", "her", "their", "its"]));
        owned && phrase().last().is_some_and(|last| tokens[last].any(words))
    };
    // `claimed the raid on its Telegram channel`, `noted the gravity of it in his verdict`
    if tokens[at].is_word("on") && own(&OUTLETS) || tokens[at].is_word("in") && own(&RULINGS) {
        return true;
    }
    tokens[at].any(words!["in", "at", "during"])
        && tokens
            .get(at + 1)
            .is_some_and(|next| next.any(words!["a", "an", "his", "her", "their"]))
        && phrase().any(|at| tokens[at].is(Class::OCCASION) || tokens[at].is_word("exchange"))
}

/// Platforms and media on which somebody speaks or writes.
pub(in crate::articles::quotations) const PLATFORMS: WordList = WordList::new(&[
    "x",
    "twitter",
    "facebook",
    "instagram",
    "telegram",
    "weibo",
    "youtube",
    "tiktok",
    "linkedin",
    "bluesky",
    "threads",
    "social",
    "media",
    "television",
    "tv",
    "radio",
    "air",
]);

/// Whether a day stands here to which something belongs: `Monday's briefing`.
pub(super) fn is_of_day(tokens: &[Token<'_>], at: usize) -> bool {
    let owns = |next: &Token<'_>| next.kind == Kind::Genitive;
    tokens.get(at).is_some_and(|day| day.is(Class::TIME)) && tokens.get(at + 1).is_some_and(owns)
}

/// Whether it is told here through what medium or on what day's occasion something was said: `on CNN`, `on social media`,
/// `at Monday's briefing`, `in remarks to the board`, `on the Senate floor`.
pub(in crate::articles::quotations) fn said_through(tokens: &[Token<'_>], at: usize) -> bool {
    let Some(first) = tokens.get(at + 1) else {
        return false;
    };
    // `rumours widely shared on social media`
    if tokens[at - 1].text.ends_with("ed") || tokens[at - 1].any(words!["seen", "shown", "made"]) {
        return false;
    }
    if is_of_day(tokens, at + 1) {
        let end = phrase_end(tokens, at + 3);
        let occasion = tokens[at].any(words!["in", "at", "during"]);
        return occasion
            && tokens[at + 3..end.max(at + 3)]
                .iter()
                .any(|token| token.is(Class::OCCASION));
    }
    let end = phrase_end(tokens, at + 1);
    let Some((last, own)) = tokens[at + 1..end.max(at + 1)].split_last() else {
        return false;
    };
    if tokens[at].is_word("on") {
        let named = first.kind == Kind::Name && is_outlet(last);
        let stage = first.is_word("the") && last.any(words!["floor", "sidelines", "trail", "air"]);
        return named || last.any(&PLATFORMS) && !first.is_word("the") || stage && own.len() < 3;
    }
    // `reported $3 million in papers filed on Sunday`
    let papers = tokens[at].is_word("in")
        && own.is_empty()
        && last.any(words![
            "papers",
            "documents",
            "filings",
            "disclosures",
            "records"
        ])
        && tokens
            .get(end)
            .is_some_and(|next| next.any(words!["filed", "submitted", "released", "posted"]));
    if papers {
        return true;
    }
    let told = |token: &Token<'_>| token.any(words!["remarks", "comments", "testimony"]);
    let bare = told(last)
        && own
            .iter()
            .all(|token| token.text.ends_with("ed") || token.text.ends_with("en"));
    tokens[at].is_word("in") && bare
}

/// Whether somebody is asked to do something rather than told of by a participle: `and advised people in the port to move`.
fn asks_people(tokens: &[Token<'_>], at: usize) -> bool {
    const ASKED: WordList = WordList::new(&["advised", "urged", "asked", "warned", "told"]);
    tokens[at].any(&ASKED)
        && tokens.get(at + 1).is_some_and(|next| {
            next.is(Class::PERSON) && next.ends_in_s() || next.is_word("people")
        })
}

/// Whether a participle stands before its noun: `closed ports and abandoned boats`.
fn is_attribute(tokens: &[Token<'_>], at: usize) -> bool {
    if asks_people(tokens, at) {
        return false;
    }
    let small = Class::DETERMINER
        .or(Class::POSSESSIVE)
        .or(Class::PREPOSITION)
        .or(Class::OBJECT)
        .or(Class::SUBJECT)
        .or(Class::ADVERB)
        .or(Class::AND)
        .or(Class::SUBORDINATOR)
        .or(Class::QUESTION)
        .or(Class::TIME);
    let plain = |token: &Token<'_>| token.kind == Kind::Word && !token.is(small);
    tokens[at].text.ends_with("ed") && tokens.get(at + 1).is_some_and(plain)
}

/// Whether a preposition stands between a noun phrase and the next verb, which may then be a participle of
/// it: `the release of the men held in May`.
fn held(tokens: &[Token<'_>], at: usize) -> bool {
    let stop = (at..tokens.len()).find(|at| is_verb(tokens, *at));
    tokens[at..stop.unwrap_or(at)]
        .iter()
        .any(|token| token.kind == Kind::Word && token.is(Class::PREPOSITION))
}
