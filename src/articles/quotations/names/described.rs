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
    let mut ahead = Ahead::default();
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
        if !ahead.may_speak(&tokens[..=last], at)
            || !opens(tokens, at)
            || ahead.is_behind_joint(tokens, at)
        {
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
            let clause = follows_joint(tokens, phrase.start);
            let mut mention = blank(tokens, phrase, Mentioned::Description);
            if clause {
                mention.standing = Standing::Subject;
            }
            mentions.push(mention);
        }
        at = at.max(head).max(at + usize::from(at == 0));
    }
}

/// Whether a phrase without a name may begin at a token.
fn opens(tokens: &[Token<'_>], at: usize) -> bool {
    let token = &tokens[at];
    // `Norland's central bank`
    let owned = || {
        token.kind == Kind::Name
            && tokens
                .get(at + 1)
                .is_some_and(|next| next.kind == Kind::Genitive)
    };
    // `Economists said`, `Among economists, few were glad`
    let fronted = |token: &Token<'_>| {
        token.is(Class::PREPOSITION) || token.any(words!["unlike", "among", "like"])
    };
    token.is(Class::DETERMINER.or(Class::POSSESSIVE))
        || owned()
        || match at {
            0 => !fronted(token),
            1 => fronted(&tokens[0]),
            // `Dozens of protesters stayed`
            _ => {
                follows_fronted(tokens, at) || follows_joint(tokens, at) || is_quantity(tokens, at)
            }
        }
}

/// Whether people stand behind what is put first: `On Monday, teachers at the school walked out`, `Privately, senior
/// aides fear it`.
fn follows_fronted(tokens: &[Token<'_>], at: usize) -> bool {
    if tokens[at].kind != Kind::Word || !tokens[at - 1].is_mark(',') {
        return false;
    }
    let mut words = tokens[at..].iter().take(4);
    let many = |word: &Token<'_>| word.text.ends_with('s') && word.is(Class::PERSON);
    let last = words.find(|word| many(word) || !word.is_plain() || word.is(Class::PREPOSITION));
    last.is_some_and(|last| last.kind == Kind::Word && many(last))
        && is_fronted(tokens, &(0..at - 1))
}

/// Whether people stand behind what joins a clause: `It came after ministers met`.
fn follows_joint(tokens: &[Token<'_>], at: usize) -> bool {
    let token = &tokens[at];
    at > 1
        && token.is(Class::PERSON)
        && token.kind == Kind::Word
        && token.ends_in_s()
        && tokens[at - 1].kind == Kind::Word
        && tokens[at - 1].any(words![
            "after", "when", "because", "while", "as", "before", "since"
        ])
        && tokens.get(at + 1).is_some_and(|_| is_verb(tokens, at + 1))
}

/// Whether several people stand behind a quantity that opens a sentence: `Dozens of protesters`, `More than 40 workers`.
fn is_quantity(tokens: &[Token<'_>], at: usize) -> bool {
    let noun = &tokens[at];
    let plain = |token: &Token<'_>| token.kind == Kind::Word && !token.is(Class::DETERMINER);
    if !noun.is(Class::PERSON) || !(noun.ends_in_s() || noun.is_word("people")) {
        return false;
    }
    let of = tokens[at - 1].is_word("of")
        && (tokens[at - 2].any(&QUANTITIES)
            || tokens[at - 2].any(words!["crowd", "group", "majority", "couple", "dozen"]))
        && (1..at).all(|before| plain(&tokens[before]) || tokens[before].kind == Kind::Number);
    let more = at == 3
        && tokens[0].any(words!["more", "fewer", "at"])
        && tokens[1].any(words!["than", "least", "most"])
        && (tokens[2].kind == Kind::Number || tokens[2].is(Class::NUMBER));
    of || more
}

/// What the next words hold.
#[derive(Default)]
struct Ahead {
    /// Behind the first noun that speaks, or the first word that ends every phrase.
    end: usize,
    /// Whether it is a noun that speaks.
    speaks: bool,
}

impl Ahead {
    /// Whether a noun that speaks stands at a place, or behind it before anything that ends every phrase.
    fn may_speak(&mut self, tokens: &[Token<'_>], at: usize) -> bool {
        let ends = |token: &Token<'_>| match token.kind {
            Kind::Mark(_) => true,
            // `do` is in names too.
            Kind::Word => token.is(Class::AUXILIARY) && !token.is_word("do"),
            _ => false,
        };
        if at >= self.end {
            let mut rest = tokens[at..].iter();
            let found = rest.position(|token| token.is(Class::SPEAKER) || ends(token));
            self.end = found.map_or(tokens.len(), |found| at + found + 1);
            self.speaks = found.is_some_and(|found| tokens[at + found].is(Class::SPEAKER));
        }
        self.speaks
    }

    /// Whether a preposition or a relative pronoun stands before that noun, with no pronoun that is a mention: before
    /// these every phrase has its own noun, so that none that begins here speaks.
    fn is_behind_joint(&self, tokens: &[Token<'_>], at: usize) -> bool {
        let joint = |token: &Token<'_>| {
            token.kind == Kind::Word && token.is(Class::PREPOSITION.or(Class::RELATIVE))
        };
        let between = tokens.get(at + 1..self.end - 1).unwrap_or_default();
        between.iter().any(joint) && !between.iter().any(is_pronoun)
    }
}

fn is_pronoun(token: &Token<'_>) -> bool {
    token.is(Class::SUBJECT) && token.any(words!["he", "she", "they", "it"])
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
