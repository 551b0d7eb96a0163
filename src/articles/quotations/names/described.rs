//! Mentions without a name: descriptions whose noun speaks, and pronouns that are subjects.

use std::ops::Range;

use super::super::lexicon::Class;
use super::super::phrases::{is_fronted, is_verb, phrase_end};
use super::super::words::{Kind, Token};
use super::runs::is_called_he;
use super::standing::QUANTITIES;
use super::{Mention, Mentioned, Standing, blank, roles};

/// The noun phrases without a name, and the pronouns, of a sentence.
pub(super) fn describe(tokens: &[Token<'_>], mentions: &mut Vec<Mention>) {
    // Behind the last of them nothing is a mention.
    let Some(last) = tokens
        .iter()
        .rposition(|token| token.is(Class::SPEAKER) || is_pronoun(token))
    else {
        return;
    };
    let mut at = 0;
    while at <= last {
        let token = &tokens[at];
        if is_pronoun(token) && !is_called_he(tokens, at) {
            let mention = blank(tokens, at..at + 1, Mentioned::Pronoun);
            if mention.standing == Standing::Subject {
                mentions.push(mention);
            }
            at += 1;
            continue;
        }
        // `Norland's central bank`
        let owned = token.kind == Kind::Name
            && tokens
                .get(at + 1)
                .is_some_and(|next| next.kind == Kind::Genitive);
        // `Economists said`, `Among economists, few were glad`
        let fronted = |token: &Token<'_>| {
            token.is(Class::PREPOSITION) || token.any(&["unlike", "among", "like"])
        };
        // `On Monday, teachers at the school walked out`
        // `Privately, senior aides fear it`
        let many = || {
            let mut words = tokens[at..].iter().take(4);
            let told = |word: &Token<'_>| word.text.ends_with('s') && word.is(Class::PERSON);
            let last =
                words.find(|word| told(word) || !word.is_plain() || word.is(Class::PREPOSITION));
            token.kind == Kind::Word
                && last.is_some_and(|last| last.kind == Kind::Word && told(last))
        };
        let behind =
            at > 1 && tokens[at - 1].is_mark(',') && many() && is_fronted(tokens, &(0..at - 1));
        // `It came after ministers met`
        let clause = at > 1
            && tokens[at - 1].any(&["after", "when", "because", "while", "as", "before", "since"])
            && tokens[at - 1].kind == Kind::Word
            && token.is(Class::PERSON)
            && token.kind == Kind::Word
            && token.ends_in_s()
            && tokens.get(at + 1).is_some_and(|_| is_verb(tokens, at + 1));
        let behind = behind || clause;
        let first = at == 0 && !fronted(token) || at == 1 && fronted(&tokens[0]) || behind;
        // `Dozens of protesters stayed`
        let counted = at > 1 && is_quantity(tokens, at);
        let opens = token.is(Class::DETERMINER.or(Class::POSSESSIVE)) || owned || first || counted;
        if !opens || !may_speak(&tokens[at..=last]) {
            at += 1;
            continue;
        }
        // `said that the inquiry`
        if token.is_word("that")
            && tokens
                .get(at + 1)
                .is_some_and(|next| next.is(Class::DETERMINER.or(Class::POSSESSIVE)))
        {
            at += 1;
            continue;
        }
        let end = phrase_end(tokens, at);
        // `the keeper for leaving the gate open`
        let done = |at: &usize| tokens[*at].is_word("for") && tokens[*at + 1].is_gerund();
        let end = (at + 1..end.saturating_sub(1)).find(done).unwrap_or(end);
        let phrase = at..end;
        at = at.max(end.min(at + 1));
        if phrase.is_empty() {
            at += 1;
            continue;
        }
        let head = roles::head(tokens, &phrase);
        if spoken_for(tokens, &phrase, head) {
            let mut mention = blank(tokens, phrase, Mentioned::Description);
            if clause {
                mention.standing = Standing::Subject;
            }
            mentions.push(mention);
        }
        at = at.max(head).max(at + usize::from(at == 0));
    }
}

/// Whether several people stand behind a quantity that opens a sentence: `Dozens of protesters`, `More than 40 workers`.
fn is_quantity(tokens: &[Token<'_>], at: usize) -> bool {
    let noun = &tokens[at];
    let plain = |token: &Token<'_>| token.kind == Kind::Word && !token.is(Class::DETERMINER);
    let people = noun.is(Class::PERSON) && (noun.ends_in_s() || noun.is_word("people"));
    let of = tokens[at - 1].is_word("of")
        && (tokens[at - 2].any(&QUANTITIES)
            || tokens[at - 2].any(&["crowd", "group", "majority", "couple", "dozen"]))
        && (1..at).all(|before| plain(&tokens[before]) || tokens[before].kind == Kind::Number);
    let more = at == 3
        && tokens[0].any(&["more", "fewer", "at"])
        && tokens[1].any(&["than", "least", "most"])
        && (tokens[2].kind == Kind::Number || tokens[2].is(Class::NUMBER));
    people && (of || more)
}

/// Whether a noun that speaks stands before anything that ends every phrase.
fn may_speak(tokens: &[Token<'_>]) -> bool {
    let ends = |token: &Token<'_>| match token.kind {
        Kind::Mark(_) => true,
        // `do` is in names too.
        Kind::Word => token.is(Class::AUXILIARY) && !token.is_word("do"),
        _ => false,
    };
    let mut tokens = tokens.iter();
    tokens
        .find(|token| token.is(Class::SPEAKER) || ends(token))
        .is_some_and(|token| token.is(Class::SPEAKER))
}

fn is_pronoun(token: &Token<'_>) -> bool {
    token.is(Class::SUBJECT) && token.any(&["he", "she", "they", "it"])
}

fn spoken_for(tokens: &[Token<'_>], phrase: &Range<usize>, head: usize) -> bool {
    let noun = &tokens[head];
    let owned = tokens
        .get(phrase.start + 1)
        .is_some_and(|next| next.kind == Kind::Genitive)
        && noun.is(Class::BODY)
        && !noun.is(Class::PERSON);
    let opened = (tokens[phrase.start].is(Class::DETERMINER.or(Class::POSSESSIVE)) || owned)
        && phrase.end - phrase.start > 1;
    let many = noun.text.ends_with('s') && noun.is(Class::PERSON);
    noun.is(Class::SPEAKER)
        && noun.kind == Kind::Word
        && (opened || many)
        && (tokens[phrase.clone()]
            .iter()
            .rev()
            .take_while(|token| token.kind == Kind::Name)
            .count()
            < 2
            || tokens[head + 1..phrase.end]
                .iter()
                .any(|token| token.is(Class::PREPOSITION)))
        || noun.kind == Kind::Name && many && phrase.start == head
}
