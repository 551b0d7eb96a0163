//! Stretches before a comma that are put first: adverbials of time, place and manner, and participles.

use std::ops::Range;

use super::super::lexicon::Class;
use super::super::word_list::WordList;
use super::super::words::{Kind, Token};
use super::is_verb;

/// Whether a stretch before a comma is an adverbial and no noun phrase; nothing is neither.
pub(in crate::articles::quotations) fn is_fronted(
    tokens: &[Token<'_>],
    chunk: &Range<usize>,
) -> bool {
    if chunk.is_empty() {
        return false;
    }
    let mut start = chunk.start;
    if tokens[start].is(Class::AND) && start + 1 < chunk.end {
        start += 1;
    }
    let first = &tokens[start];
    // `At least 40 people`, `As many as 40 people`
    let counted = tokens[start..chunk.end].get(1..3).is_some_and(|next| {
        first.is_word("at") && next[0].any(words!["least", "most"])
            || first.is_word("as") && next[1].is_word("as")
            || first.any(words!["about", "around", "over", "under"]) && next[0].is(Class::NUMBER)
    });
    if counted {
        return false;
    }
    let named = first.kind == Kind::Name && start + 1 < chunk.end && is_verb(tokens, start + 1)
        || first.kind == Kind::Name && start > 0 && chunk.len() == 1
        || first.any(words!["Beijing", "Nanjing", "Chongqing", "Boeing"]);
    let gerund = !named
        && first.text.len() > 5
        && first.text.ends_with("ing")
        && first.kind != Kind::Number
        && tokens
            .get(start + 1)
            .is_none_or(|next| next.kind != Kind::Name || next.is(Class::TIME))
        && !first.is(Class::SPEAKER);
    // `Wednesday's vote was late`, `June was late`
    let told = tokens.get(start + 1).is_some_and(|next| {
        start + 1 < chunk.end && (next.kind == Kind::Genitive || is_verb(tokens, start + 1))
    });
    let time = first.is(Class::TIME) && !first.is(Class::TITLE) && !told
        || tokens[chunk.end - 1].is_word("ago")
        || is_span_of_time(&tokens[start..chunk.end])
        || chunk.len() <= 2 && tokens[chunk.end - 1].any(words!["away", "elsewhere"]);
    // `Just Fix Roads`
    let title = first.kind == Kind::Name
        && first.any(words!["just", "always", "never", "together"])
        && chunk.len() > 2
        && (start..chunk.end).all(|at| tokens[at].kind == Kind::Name);
    if title {
        return false;
    }
    // `That plan will fail`
    let owns = tokens.get(start + 1).is_some_and(|next| {
        next.kind == Kind::Word
            && !next.is(Class::SUBJECT
                .or(Class::DETERMINER)
                .or(Class::POSSESSIVE)
                .or(Class::PREPOSITION))
            && !next.text.ends_with('s')
    });
    // `Even as the port denies it`
    let even = first.is_word("even")
        && tokens
            .get(start + 1)
            .is_some_and(|next| next.any(words!["as", "if", "though", "when", "before", "after"]));
    // `Last year`, `This week`
    let lately = chunk.end - start == 2
        && first.any(words!["last", "this", "next"])
        && tokens[start + 1].is(Class::TIME);
    if lately {
        return true;
    }
    // `Past work has found`
    if first.is_word("past") && owns {
        return false;
    }
    // `There was no plan`
    let there = tokens
        .get(start + 1)
        .is_some_and(|next| next.is(Class::AUXILIARY));
    if first.is_word("there") && there && chunk.len() > 2 {
        return false;
    }
    if is_adverbial(tokens, start..chunk.end) {
        return true;
    }
    let that = first.is_word("that") && start == 0 && (chunk.len() <= 3 || owns);
    !that
        && first.is(Class::PREPOSITION
            .or(Class::SUBORDINATOR)
            .or(Class::QUESTION))
        || first.is(Class::ADVERB)
        || gerund
        || time
        || even
        || first.any(&LEADING)
}

/// Participles that open what is put first, and "to".
const LEADING: WordList = WordList::new(&[
    "citing",
    "quoting",
    "asked",
    "referring",
    "according",
    "given",
    "faced",
    "pressed",
    "based",
    "born",
    "speaking",
    "dated",
    "to",
]);

/// Whether an adverb or a participle opens words that tell when, where or how: `Back in Oslo`, `Flanked by aides`,
/// `Minutes after the vote`, `The day before`.
fn is_adverbial(tokens: &[Token<'_>], words: Range<usize>) -> bool {
    let first = &tokens[words.start];
    let behind = tokens
        .get(words.start + 1)
        .filter(|_| words.start + 1 < words.end);
    let joined = behind.is_some_and(|next| {
        let of = next.any(words![
            "by", "with", "of", "about", "at", "in", "on", "outside"
        ]);
        of && first.any(words![
            "back",
            "together",
            "along",
            "ahead",
            "flanked",
            "joined",
            "accompanied",
            "surrounded",
            "reached",
            "contacted",
            "questioned",
            "told",
            "high",
            "elsewhere",
            "published",
            "released",
            "issued",
            "signed",
            "sent",
            "obtained",
            "posted"
        ]) || next.any(words!["after", "before"])
            && first.any(words![
                "moments", "seconds", "minutes", "hours", "days", "weeks", "months", "years",
                "shortly"
            ])
    });
    let dated = words.len() == 3
        && first.any(words!["the", "a", "one"])
        && behind.is_some_and(|next| {
            next.any(words!["moment", "day", "night", "week", "month", "year"])
        })
        && tokens[words.end - 1].any(words!["before", "earlier", "later"]);
    let conceded = first.is_word("no") && behind.is_some_and(|next| next.is_word("matter"));
    let alone = words!["unlike", "across", "alongside", "through", "whatever"];
    joined || dated || conceded || first.any(alone) || first.is_word("overall") && behind.is_none()
}

/// Whether words only tell how much later or earlier: `Two days later`, `Hours earlier`.
pub(super) fn is_span_of_time(words: &[Token<'_>]) -> bool {
    let Some((last, span)) = words.split_last().filter(|(_, span)| !span.is_empty()) else {
        return false;
    };
    let told = |word: &Token<'_>| {
        word.is(Class::TIME.or(Class::NUMBER))
            || word.kind == Kind::Number
            || word.any(words![
                "a", "an", "few", "several", "some", "many", "half", "moments", "seconds",
                "minutes", "hours", "days", "weeks", "months", "years", "hour", "day", "week",
                "month", "year", "decades"
            ])
    };
    last.any(words!["later", "earlier", "afterwards"]) && span.iter().all(told)
}
