//! Whoever is told something, between a cue and its content.

use std::ops::Range;

use super::super::clauses::contracted;
use super::super::lexicon::Class;
use super::super::phrases::{is_verb, phrase_end};
use super::super::speakers::places::is_place;
use super::super::verbs::{Frames, Verb};
use super::super::word_list::WordList;
use super::super::words::{Kind, Token};
use super::adverbials::before_an_audience;
use super::opening::FAR;
use super::told_somebody;

/// The end of whoever is told something, or the place itself where nobody is.
pub(super) fn behind_addressee(
    tokens: &[Token<'_>],
    at: usize,
    limit: usize,
    verb: &Verb,
) -> usize {
    if !told_somebody(verb) || at >= limit {
        return at;
    }
    let token = &tokens[at];
    // `advised those living near the port to leave`
    let those = token.is_word("those") && verb.frames.has(Frames::NP_TO) && {
        let near = at + 1..limit.min(at + FAR);
        let to = near.take_while(|at| tokens[*at].is_plain());
        let mut to = to.skip_while(|at| !tokens[*at].is_word("to"));
        to.next()
            .is_some_and(|to| !(at + 1..to).any(|at| tokens[at].is_word("that")))
    };
    if those {
        return at;
    }
    let skips = !token.is_word("that") && token.quoted().is_none() && !token.is(Class::QUESTION);
    let end = addressee(tokens, at).min(limit);
    let next = tokens.get(end).filter(|_| end < limit);
    let told = next.is_some_and(|next| opens_content(tokens, end, next));
    // `promised a bond with Norland` has no addressee
    let object = verb.frames.has(Frames::NP)
        && !(end..limit.min(end + FAR))
            .take_while(|at| !tokens[*at].is_mark(','))
            .any(|at| {
                let next = tokens.get(at + 1).filter(|_| at + 1 < limit);
                // `promised news of the port that was good`
                let told = next.is_some_and(|next| next.is(Class::AUXILIARY));
                tokens[at].is_word("that") && !(verb.lemma == "promise" && told)
            })
        && next.is_none_or(|next| {
            next.is(Class::PREPOSITION.or(Class::TIME).or(Class::ADVERB)) || next.is_mark(',')
        });
    let wanted = verb.frames.has(Frames::NP_TO)
        && before_an_audience(tokens, end).is_none()
        && tokens.get(end).is_some_and(|next| {
            let not = next.is_word("not");
            let to = tokens.get(end + usize::from(not));
            to.is_some_and(|to| to.is_word("to"))
        });
    // `advised people in the port to leave`
    let wanted = wanted || is_asked_there(tokens, end, limit, verb);
    // `cautioned the port against delay`, but `warned him over tea that it was late`
    let that = || {
        let mut near = (end..limit.min(end + FAR)).take_while(|at| tokens[*at].is_plain());
        near.any(|at| tokens[at].is_word("that"))
    };
    let laid = verb.frames.has(Frames::NP_PREP)
        && next.is_some_and(|next| next.any(words!["against", "about", "over"]))
        && !(next.is_some_and(|next| next.is_word("over")) && that());
    let passed = skips && !wanted && !laid && (told && !object || verb.lemma == "tell");
    if passed { end } else { at }
}

/// Whether those who are asked are told by their place before what they are to do: `advised people in the port to leave`.
fn is_asked_there(tokens: &[Token<'_>], end: usize, limit: usize, verb: &Verb) -> bool {
    const PLACING: WordList = WordList::new(&["in", "at", "near", "along", "outside", "around"]);
    let placed = tokens.get(end).is_some_and(|next| next.any(&PLACING));
    let people = end > 0 && tokens[end - 1].kind == Kind::Word;
    if !placed || !people || !verb.frames.has(Frames::NP_TO) || end >= limit {
        return false;
    }
    let place = phrase_end(tokens, end + 1);
    let leaves = tokens.get(place..place + 2).is_some_and(|two| {
        two[0].is_word("to")
            && two[1].kind == Kind::Word
            && !two[1].is(Class::DETERMINER.or(Class::POSSESSIVE).or(Class::OBJECT))
    });
    leaves
        && place < limit
        && before_an_audience(tokens, place).is_none()
        && !tokens[end + 1..place]
            .iter()
            .any(|token| token.is(Class::OCCASION))
}

/// The end of the phrase of whoever is told something.
pub(in crate::articles::quotations) fn addressee(tokens: &[Token<'_>], at: usize) -> usize {
    let mut end = phrase_end(tokens, at);
    let Some(first) = tokens.get(at) else {
        return end;
    };
    // `telling judges he was away`
    let several = first.kind == Kind::Word && first.is(Class::PERSON) && first.ends_in_s();
    if end == at && several {
        return at + 1;
    }
    // `told parliament taxes would rise`
    let assembly = first.any(words![
        "parliament",
        "congress",
        "police",
        "court",
        "council"
    ]);
    if assembly && end > at + 1 && tokens.get(end).is_some_and(|_| is_verb(tokens, end)) {
        return at + 1;
    }
    // `told reporters more than half had left`
    let more = end > at + 1
        && tokens[end - 1].any(words!["more", "fewer", "less"])
        && tokens.get(end).is_some_and(|next| next.is_word("than"));
    if more {
        return end - 1;
    }
    // `told reporters floods in the north had killed 20`
    let plural = |at: usize| tokens[at].kind == Kind::Word && tokens[at].ends_in_s();
    if end > at + 1 && tokens[at].is(Class::PERSON) && plural(at) && plural(at + 1) {
        return at + 1;
    }
    // `told the Oban Wire 20 people had died`
    let counted = (at + 1..end).find(|number| {
        tokens[*number].kind == Kind::Number
            && tokens[number - 1].kind == Kind::Name
            && tokens.get(end).is_some_and(|_| is_verb(tokens, end))
    });
    if let Some(number) = counted {
        return number;
    }
    // `told her people would die`
    let her = tokens.get(at).is_some_and(|token| token.is_word("her"))
        && tokens
            .get(at + 1)
            .is_some_and(|next| next.is(Class::PERSON) && next.kind == Kind::Word)
        && tokens.get(at + 2).is_some_and(|next| next.is(Class::MODAL));
    if her {
        return at + 1;
    }
    // `tells holdouts time is up`, as headlines leave out what divides them.
    let bare = end > at + 1
        && tokens[at].kind == Kind::Word
        && tokens[at].text.ends_with('s')
        && !tokens[at].is(Class::DETERMINER.or(Class::POSSESSIVE))
        && tokens[at + 1].kind != Kind::Genitive
        && !tokens[at + 1].is(Class::PREPOSITION)
        && tokens.get(end).is_some_and(|_| is_verb(tokens, end));
    if bare {
        return at + 1;
    }
    if let Some(name) = told_of(tokens, at..end).or_else(|| told_a_station(tokens, at..end)) {
        return name;
    }
    // `told CNN affiliate KVPS that`
    let partner = end > at
        && tokens[end - 1].kind == Kind::Name
        && tokens
            .get(end)
            .is_some_and(|next| next.any(words!["affiliate", "partner", "sister"]));
    if partner {
        let names = tokens[end + 1..].iter();
        let behind = end + 1 + names.take_while(|token| token.kind == Kind::Name).count();
        if behind > end + 1 {
            return behind;
        }
    }
    // `warned 360 of its crew — half its staff — that`
    if tokens.get(end).is_some_and(Token::is_dash) && end > at {
        let far = tokens.len().min(end + FAR);
        let closed = (end + 1..far).find(|at| tokens[*at].is_dash());
        let that = closed.filter(|dash| {
            tokens
                .get(dash + 1)
                .is_some_and(|next| next.is_word("that"))
        });
        return that.map_or(end, |dash| dash + 1);
    }
    // `told AFP television that`, `told a local news channel that`
    let medium = behind_medium(tokens, end);
    let named = end > at
        && (tokens[end - 1].kind == Kind::Name
            || tokens[end - 1].any(words!["news", "radio", "television", "tv"]));
    if medium > end && named {
        return medium;
    }
    while tokens.get(end).is_some_and(|token| token.is_word("and")) {
        let more = phrase_end(tokens, end + 1);
        let opens = tokens.get(more).is_some_and(|next| {
            next.any(words![
                "that", "to", "whether", "if", "why", "how", "what", "when", "where"
            ])
        });
        if !opens || more == end + 1 {
            break;
        }
        end = more;
    }
    end
}

/// What a paper or a station is, behind its name: `told AFP news agency`.
pub(super) const MEDIA: WordList = WordList::new(&[
    "agency",
    "channel",
    "website",
    "site",
    "outlet",
    "service",
    "programme",
    "program",
    "radio",
    "television",
    "tv",
    "newspaper",
    "paper",
    "magazine",
    "network",
    "podcast",
    "show",
    "station",
    "broadcaster",
    "daily",
    "weekly",
    "tabloid",
]);

/// Behind a noun for a paper or a station.
fn behind_medium(tokens: &[Token<'_>], end: usize) -> usize {
    let medium = |at: usize| {
        tokens
            .get(at)
            .is_some_and(|next| next.kind == Kind::Word && next.any(&MEDIA))
    };
    let kind = tokens.get(end).is_some_and(|next| {
        next.any(words![
            "news",
            "radio",
            "television",
            "tv",
            "public",
            "state",
            "sports",
            "financial",
            "business"
        ])
    });
    if kind && medium(end + 1) {
        end + 2
    } else if medium(end)
        && !tokens
            .get(end + 1)
            .is_some_and(|_| is_verb(tokens, end + 1))
    {
        end + 1
    } else {
        end
    }
}

/// The name behind an addressee of which something is told: `told the county paper Vell had left`.
fn told_of(tokens: &[Token<'_>], phrase: Range<usize>) -> Option<usize> {
    let names = tokens[phrase.clone()].iter().rev();
    let n_names = names.take_while(|token| token.kind == Kind::Name).count();
    let name = phrase.end - n_names;
    let told = n_names > 0 && phrase.end < tokens.len() && is_verb(tokens, phrase.end);
    if !told {
        return None;
    }
    // `told Reuters Norland was ready`
    let wire = n_names > 1 && name == phrase.start && tokens[name].any(&WIRES);
    if wire {
        return Some(name + 1);
    }
    // `told the Oban Wire Iran was ready`
    let last = phrase.end - 1;
    let placed = n_names > 1
        && is_place(tokens[last].text)
        && tokens[phrase.start].is_word("the")
        && phrase.start + 1 == name;
    if placed {
        return Some(last);
    }
    let noun = name.checked_sub(1).filter(|at| *at >= phrase.start)?;
    // `told a crowd of supporters Norland was ready`
    let many = n_names == 1 && tokens[noun].is(Class::PERSON) && tokens[noun].ends_in_s();
    let thing = noun > phrase.start
        && tokens[phrase.start].is(Class::DETERMINER.or(Class::POSSESSIVE))
        && !tokens[noun].is(Class::PREPOSITION.or(Class::TITLE).or(Class::PERSON));
    (tokens[noun].kind == Kind::Word && (many || thing)).then_some(name)
}

/// Agencies and stations that are told things and named without an article.
const WIRES: WordList = WordList::new(&[
    "reuters",
    "afp",
    "ap",
    "cnn",
    "npr",
    "nbc",
    "cbs",
    "abc",
    "bbc",
    "bloomberg",
    "axios",
    "politico",
    "newsweek",
    "xinhua",
    "tass",
    "interfax",
    "cnbc",
    "msnbc",
]);

/// Behind the name of a station, to which something is told of things: `told the BBC fuel and wages were dear`.
fn told_a_station(tokens: &[Token<'_>], phrase: Range<usize>) -> Option<usize> {
    let name = phrase.start + 1;
    let opens = name + 1 < phrase.end && tokens[phrase.start].is_word("the");
    let short = opens
        && tokens[name].kind == Kind::Name
        && tokens[name].text.len() > 1
        && tokens[name].text.chars().all(char::is_uppercase);
    if !short {
        return None;
    }
    let things = &tokens[name + 1..phrase.end];
    let plain = things.iter().all(|token| {
        token.kind == Kind::Word && !token.is(Class::BODY.or(Class::PERSON)) && !token.any(&MEDIA)
    });
    let joint = usize::from(tokens.get(phrase.end)?.is_word("and"));
    let end = if joint == 1 {
        phrase_end(tokens, phrase.end + 1)
    } else {
        phrase.end
    };
    (plain && end < tokens.len() && is_verb(tokens, end)).then_some(name + 1)
}

fn opens_content(tokens: &[Token<'_>], at: usize, next: &Token<'_>) -> bool {
    // `promised us they'd go`, `promised us nothing would change`
    let clause = contracted(next) || next.any(words!["nothing", "everything", "there"]);
    clause && tokens[at - 1].is(Class::OBJECT)
        || next.is_word("that")
        || next.quoted().is_some()
        || next.is(Class::SUBJECT
            .or(Class::DETERMINER)
            .or(Class::POSSESSIVE)
            .or(Class::QUESTION))
        || next.is(Class::PREPOSITION.or(Class::TIME).or(Class::ADVERB))
        || next.is_mark(':')
        || next.is_mark(',')
        || tokens[at - 1].kind != Kind::Name && next.kind == Kind::Name
}
