//! The content behind a cue: what is told, asked, wanted.

mod addressees;
mod adverbials;
mod asides;
mod brackets;
mod circumstances;
mod complementizers;
mod extent;
mod noun_phrase;
mod objects;
mod opening;
mod phrase;
mod predicate;
mod senses;
mod shown;
mod unsaid;
mod weak_clause;

use std::ops::Range;

use super::Rule;
use super::cues::{Cue, Mode};
use super::lexicon::Class;
use super::phrases::{is_verb, phrase_before};
use super::tails::{holds_verb, resumes};
use super::verbs::{Frames, Verb};
use super::word_list::WordList;
use super::words::{Kind, Token};
pub(super) use addressees::addressee;
pub(super) use adverbials::adverbial;
use adverbials::takes_object;
use asides::{is_aside, is_stance};
pub(super) use circumstances::phrase as told_at;
use complementizers::{Opened, opened};
pub(super) use extent::{PLATFORMS, said_in, said_through};
pub(super) use objects::is_share;
use opening::opening;
pub(super) use opening::{INSERTED, is_cleft};
use phrase::phrase_or_clause;
use predicate::asks_to;
pub(super) use senses::judged_as;
use senses::means_else;
pub(super) use shown::{behind_occasion, is_shown, is_shown_there};
use unsaid::tells_nothing;
pub(super) use unsaid::{anonymous, is_office};

/// Whether a name stands here that is the subject of the verb behind it.
fn names_subject(tokens: &[Token<'_>], at: usize, limit: usize) -> bool {
    let inside = |at: &usize| {
        tokens[*at].kind == Kind::Name
            || tokens[*at].quoted().is_some()
            || tokens[*at].kind == Kind::Word
                && tokens[*at].any(words!["of", "the", "for", "and", "to"])
    };
    let end = (at..limit).find(|at| !inside(at)).unwrap_or(limit);
    let titled = end == at + 2 && tokens[at].is_word("the") && tokens[at + 1].quoted().is_some();
    end > at
        && (titled || tokens[at].kind == Kind::Name && tokens[end - 1].kind == Kind::Name)
        && end < limit
        && is_verb(tokens, end)
}

/// The content behind a cue, up to a token, and the rule by which it is one.
pub(super) fn forward(
    tokens: &[Token<'_>],
    cue: &Cue,
    limit: usize,
) -> Option<(Range<usize>, Rule)> {
    let verb = cue.verb(tokens)?;
    let start = cue.tokens.end;
    if start >= limit
        || is_stance(tokens, cue, verb)
        || tells_no_words(tokens, start, limit, verb)
        || tells_of_things(tokens, start, limit, verb)
    {
        return None;
    }
    let rule = |rule| {
        if cue.mode == Mode::Participle {
            Rule::Participle
        } else {
            rule
        }
    };
    if let Some(content) = told_of(tokens, start, limit, verb) {
        return Some((content, rule(Rule::CueThenPhrase)));
    }
    let begin = opening(tokens, start, limit, verb);
    let token = tokens.get(begin).filter(|_| begin < limit)?;
    let behind = |at: usize| (at < limit).then_some(at..limit);
    let frames = verb.frames;
    // `was quoted as saying by the Ledger`
    if cue.mode == Mode::Quoted && token.is_word("by") {
        return None;
    }
    if weighs(tokens, cue, begin, verb) || means_else(tokens, cue, begin..limit, verb) {
        return None;
    }
    let hides = verb.lemma == "insist on" && token.is_word("anonymity");
    if matches!(&*verb.lemma, "ask" | "ask for" | "request" | "demand")
        && anonymous(&tokens[begin..limit])
        || hides
        || tells_nothing(tokens, begin, verb)
    {
        return None;
    }
    let clausal = Frames::THAT.or(Frames::NP_THAT);
    if token.any(words!["citing", "quoting"]) {
        return behind_citation(tokens, begin, limit).map(|told| (told, rule(Rule::CueThenThat)));
    }
    match opened(tokens, cue, begin..limit, verb) {
        Opened::Nothing => return None,
        Opened::Content(at, found) => return behind(at).map(|content| (content, rule(found))),
        Opened::No => (),
    }
    if token.is_mark(':') || token.is_mark(',') || token.is_dash() {
        let next = tokens.get(begin + 1).filter(|_| begin + 1 < limit)?;
        if next.quoted().is_some() && frames.has(Frames::QUOTE.or(clausal)) {
            return behind(begin + 1).map(|content| (content, rule(Rule::CueThenMarks)));
        }
        let told = token.is_mark(':') && frames.has(Frames::QUOTE) && !verb.doubtful.sense;
        return told.then(|| (begin + 1..limit, rule(Rule::CueThenClause)));
    }
    if begin == start && names_thing(tokens, begin, limit, verb)
        || names_or_describes(tokens, start, begin..limit, verb)
    {
        return None;
    }
    if let Some(marks) = announced(tokens, begin, limit).filter(|_| frames.has(Frames::QUOTE)) {
        return behind(marks).map(|content| (content, rule(Rule::CueThenMarks)));
    }
    if token.quoted().is_some() && frames.has(Frames::QUOTE.or(clausal).or(Frames::NP)) {
        return behind(begin).map(|content| (content, rule(Rule::CueThenMarks)));
    }
    let asked = token.is(Class::PREPOSITION)
        && tokens.get(begin + 1).is_some_and(|next| {
            next.any(words!["whom", "which", "what", "where", "when", "whose"])
        })
        && verb.frames.has(Frames::WH);
    let question = token.is(Class::QUESTION) && frames.has(Frames::WH) && !token.is_word("if");
    if question || asked && begin + 1 < limit {
        return behind(begin).map(|content| (content, rule(Rule::CueThenThat)));
    }
    let wanted = tells_what_to_do(tokens, cue, begin, limit, verb);
    let asked = || begin == start && asks_to(tokens, cue, begin, limit, verb);
    let doing = token.is_gerund() && frames.has(Frames::ING);
    if doing || token.is_word("to") && (wanted || asked()) {
        return behind(begin).map(|content| (content, rule(Rule::CueThenVerb)));
    }
    // `told its citizens on Wednesday to leave`
    if token.is_word("to")
        && begin > start
        && frames.has(Frames::NP_TO)
        && infinitive(tokens, begin, limit)
    {
        return behind(start).map(|content| (content, rule(Rule::CueThenPredicate)));
    }
    if begin != start && !told_somebody(verb) && !frames.has(clausal) {
        return None;
    }
    if frames.has(clausal) && (gaps(tokens, cue, begin) || is_bidden(tokens, begin..limit, verb)) {
        return behind(begin).map(|content| (content, rule(Rule::CueThenClause)));
    }
    if is_withheld(tokens, cue, verb) && !token.is(Class::PREPOSITION.or(Class::ADVERB)) {
        let content = extent::object(tokens, begin..limit, verb);
        return Some((content, Rule::CueThenPhrase));
    }
    phrase_or_clause(tokens, begin..limit, verb)
        .filter(|(_, found)| !is_aside(tokens, cue, &(begin..limit), *found))
        .map(|(content, found)| (content, rule(found)))
}

/// Whether an infinitive tells what somebody wants or promises to do.
fn tells_what_to_do(
    tokens: &[Token<'_>],
    cue: &Cue,
    begin: usize,
    limit: usize,
    verb: &Verb,
) -> bool {
    let takes = verb.frames.has(Frames::TO) || says_to(tokens, cue, begin, limit, verb);
    takes && infinitive(tokens, begin, limit)
}

/// Whether somebody says what to do: `He said to wait until May`, but `said to reporters that`, `said to applause`.
fn says_to(tokens: &[Token<'_>], cue: &Cue, to: usize, limit: usize, verb: &Verb) -> bool {
    let next = tokens.get(to + 1).filter(|_| to + 1 < limit);
    verb.lemma == "say"
        && cue.mode == Mode::Finite
        && to == cue.tokens.end
        && tokens[to].is_word("to")
        && cue.left > 0
        && tokens[cue.left - 1].any(words!["he", "she", "they"])
        && next.is_some_and(|next| {
            next.kind == Kind::Word
                && !next.is(Class::SPEAKER.or(Class::BE).or(Class::HAVE))
                && (next.is(Class::BASE) || takes_object(tokens, to + 1, limit))
        })
}

/// Whether a modal stands behind a cue whose subject a relative pronoun opens: `a break that critics hope will doom it`.
fn gaps(tokens: &[Token<'_>], cue: &Cue, begin: usize) -> bool {
    let next = &tokens[begin];
    let modal = next.kind == Kind::Word && next.is(Class::MODAL);
    begin == cue.tokens.end && modal && opens_relative(tokens, cue.left)
}

/// Whether a relative pronoun or "something" stands before the subject that ends at a token.
pub(super) fn opens_relative(tokens: &[Token<'_>], end: usize) -> bool {
    let phrase = phrase_before(tokens, end);
    let pronoun = |at: usize| tokens[at].any(words!["that", "which", "something"]);
    let before = phrase.start.checked_sub(1).is_some_and(pronoun);
    !phrase.is_empty() && (before || phrase.len() > 1 && pronoun(phrase.start) && phrase.start > 0)
}

/// Whether somebody only weighs what to do: `is considering selling`, `is considering whether to sell`.
fn weighs(tokens: &[Token<'_>], cue: &Cue, begin: usize, verb: &Verb) -> bool {
    let whether =
        tokens[cue.tokens.start].is_word("considering") && tokens[begin].is(Class::QUESTION);
    verb.lemma == "consider" && (tokens[begin].text.ends_with("ing") || whether)
}

/// What is told behind whom an agency has it from: `reported citing a source that the road was closed`.
fn behind_citation(tokens: &[Token<'_>], begin: usize, limit: usize) -> Option<Range<usize>> {
    let mut near = begin + 1..limit.min(begin + opening::FAR);
    let that = near.find(|at| !tokens[*at].is_plain() || tokens[*at].is_word("that"))?;
    (tokens[that].is_word("that") && that + 1 < limit).then_some(that + 1..limit)
}

/// The marks behind a colon and a noun that only tells what they are: `offered a simpler explanation: "…"`.
fn announced(tokens: &[Token<'_>], at: usize, limit: usize) -> Option<usize> {
    if !tokens[at].any(words![
        "a", "an", "one", "another", "this", "his", "her", "their"
    ]) {
        return None;
    }
    let mut near = at..limit.saturating_sub(1).min(at + opening::FAR);
    let colon = near.find(|at| !tokens[*at].is_plain() || is_verb(tokens, *at))?;
    let marks = tokens[colon].is_mark(':') && tokens[colon + 1].quoted().is_some();
    marks.then_some(colon + 1)
}

/// Whether a verb only says what something is called: `a boat called "Gull"`, `a boat called Lady of the Isles was sold`.
fn names_thing(tokens: &[Token<'_>], begin: usize, limit: usize, verb: &Verb) -> bool {
    let called = matches!(&*verb.lemma, "call" | "name" | "dub" | "term" | "title");
    // `who leads a group called Harbour Voices, said`
    let names = tokens[begin..limit]
        .iter()
        .take_while(|token| token.kind == Kind::Name)
        .count();
    let end = begin + names;
    let alone = verb.lemma == "call"
        && names > 0
        && (end == limit || tokens[end].is_mark(',') && resumes(tokens, end + 1));
    called && (tokens[begin].quoted().is_some() || alone || names_subject(tokens, begin, limit))
}

/// Whether a verb tells what happened to a thing: `adding to concern that demand is weak`, `concluded on Tuesday with a
/// declaration that called for peace`.
fn tells_of_things(tokens: &[Token<'_>], start: usize, limit: usize, verb: &Verb) -> bool {
    let plain = || (start..limit.min(start + opening::FAR)).take_while(|at| tokens[*at].is_plain());
    let with = |at: usize| {
        tokens[at].is_word("with")
            && tokens
                .get(at + 1)
                .is_some_and(|next| next.any(words!["a", "an", "the", "its", "their"]))
    };
    let ended = || {
        plain()
            .take_while(|at| !tokens[*at].is_word("that"))
            .any(with)
    };
    verb.lemma == "add" && tokens[start].is_word("to") || verb.lemma == "conclude" && ended()
}

/// Whether a verb only asks for one of something or tells a story: `to anybody who asked for one`, `tells the story of a
/// teenager who survives`.
fn tells_no_words(tokens: &[Token<'_>], start: usize, limit: usize, verb: &Verb) -> bool {
    let mut near = tokens[start..limit.min(start + 3)].iter();
    let story = |token: &Token<'_>| token.any(words!["story", "stories", "tale", "tales"]);
    start + 1 == limit && tokens[start].is_word("one") || verb.lemma == "tell" && near.any(story)
}

/// Whether somebody keeps to themselves what follows: `did not disclose the price`.
fn is_withheld(tokens: &[Token<'_>], cue: &Cue, verb: &Verb) -> bool {
    let before = &tokens[cue.left.min(cue.tokens.start)..cue.tokens.start];
    let ought = words!["should", "could", "can", "must", "may", "might", "will"];
    cue.negated
        && cue.mode == Mode::Finite
        && matches!(&*verb.lemma, "disclose" | "divulge" | "reveal" | "specify")
        && !before.iter().any(|token| token.any(ought))
}

/// Verbs of what somebody does or a thing is like, rather than of saying, where a noun phrase is their object.
const DEEDS: WordList = WordList::new(&[
    "continue",
    "demonstrate",
    "encourage",
    "establish",
    "favor",
    "favour",
    "illustrate",
    "maintain",
    "observe",
    "offer",
    "order",
    "publish",
    "put forward",
    "recognise",
    "recognize",
    "reflect",
    "require",
    "resume",
    "return",
]);

/// Whether marks hold a thing that something is done to, and no words that the subject says: `the map reflects "a
/// people at sea"`, `maintains "technical contacts" with the port`.
fn names(tokens: &[Token<'_>], marks: usize, verb: &Verb) -> bool {
    let token = &tokens[marks];
    token.quoted().is_some()
        && DEEDS.has(&verb.lemma)
        && token.first_word().starts_with(char::is_lowercase)
        && !holds_verb(token, 0)
}

/// Whether marks stand before their noun or hold a thing, and no words of anybody: `posting "foul and strong" comments
/// about the draft`, `found "final demand" letters in a drawer`.
fn names_or_describes(tokens: &[Token<'_>], start: usize, part: Range<usize>, verb: &Verb) -> bool {
    let takes_no_object = !verb.frames.has(Frames::NP.or(Frames::NP_PRED)) || verb.lemma == "find";
    let begin = part.start;
    takes_no_object && describes(tokens, part) || begin == start && names(tokens, begin, verb)
}

/// Whether a stretch within marks stands before its noun, with no clause around them.
fn describes(tokens: &[Token<'_>], part: Range<usize>) -> bool {
    let small = Class::PREPOSITION
        .or(Class::AND)
        .or(Class::SUBORDINATOR)
        .or(Class::SUBJECT)
        .or(Class::ADVERB)
        .or(Class::RELATIVE)
        .or(Class::AUXILIARY)
        .or(Class::TIME);
    let noun = tokens.get(part.start + 1).is_some_and(|next| {
        next.kind == Kind::Word && !next.is(small) && !is_verb(tokens, part.start + 1)
    });
    let told =
        |at: usize| is_verb(tokens, at) && !tokens[at].is_gerund() || tokens[at].quoted().is_some();
    tokens[part.start].quoted().is_some()
        && part.len() > 1
        && noun
        && !holds_verb(&tokens[part.start], 0)
        && !(part.start + 1..part.end)
            .take_while(|at| tokens[*at].mark().is_none())
            .any(told)
}

/// How many words the subject of a wish may have.
const LONGEST_SUBJECT: usize = 5;

/// Whether a clause in the base form tells what somebody is to do: `suggested Vell resign`.
fn is_bidden(tokens: &[Token<'_>], part: Range<usize>, verb: &Verb) -> bool {
    let wishes = matches!(
        &*verb.lemma,
        "suggest" | "demand" | "propose" | "recommend" | "insist" | "request" | "ask" | "advise"
    );
    let subject = |at: &usize| {
        let token = &tokens[*at];
        token.kind == Kind::Name
            || token.kind == Kind::Word
                && !token.is(Class::BASE.or(Class::PREPOSITION).or(Class::AND))
                && !is_verb(tokens, *at)
    };
    let far = part.end.min(part.start + LONGEST_SUBJECT);
    let words = (part.start..far).take_while(subject).count();
    let base = part.start + words;
    let last = base.checked_sub(1).map(|at| &tokens[at]);
    let noun = last
        .is_some_and(|last| !last.is(Class::DETERMINER.or(Class::POSSESSIVE).or(Class::ADVERB)));
    wishes
        && words > 0
        && noun
        && base < part.end
        && tokens[base].kind == Kind::Word
        && tokens[base].is(Class::BASE)
}

/// Those who are told of something, beside people and their pronouns.
const TOLD: WordList = WordList::new(&[
    "court",
    "inquiry",
    "reporters",
    "journalists",
    "police",
    "investigators",
    "officers",
    "detectives",
    "lawmakers",
    "parliament",
    "jury",
    "hearing",
    "tribunal",
    "congress",
    "senators",
    "visitors",
]);

/// What somebody is told of: `told the court of their sorrow`, `told Vell about the leak`.
fn told_of(tokens: &[Token<'_>], start: usize, limit: usize, verb: &Verb) -> Option<Range<usize>> {
    let assured = verb.lemma == "assure";
    if !assured && verb.lemma != "tell" {
        return None;
    }
    let far = if assured { opening::FAR } else { 4 };
    let opens_object = |at: usize| {
        let object = Class::DETERMINER.or(Class::POSSESSIVE);
        let plain = |next: &Token<'_>| {
            next.kind == Kind::Word && !next.is(Class::SPEAKER.or(Class::OBJECT))
        };
        tokens
            .get(at)
            .is_some_and(|next| next.is(object) || plain(next))
    };
    let of = (start + 1..limit.min(start + far)).find(|at| {
        tokens[*at].is_word("of") && (!assured || opens_object(*at + 1))
            || !assured && tokens[*at].is_word("about")
    })?;
    let whom = &tokens[start..of];
    let last = &whom[whom.len() - 1];
    let plural = |token: &Token<'_>| token.is(Class::PERSON) && token.ends_in_s();
    let group = last.is(Class::BODY) || last.is_word("delegation");
    let people = assured && (whom.iter().any(plural) || group) && whom.iter().all(Token::is_plain);
    let plain = |token: &Token<'_>| {
        token.kind == Kind::Name
            || token.is(Class::DETERMINER.or(Class::POSSESSIVE).or(Class::OBJECT))
    };
    let somebody = whom[..whom.len() - 1].iter().all(plain)
        && (last.kind == Kind::Name || last.is(Class::OBJECT) || last.any(&TOLD));
    let content = of + 1..limit;
    let opens = tokens.get(of + 1).filter(|_| of + 1 < limit)?;
    // `told the head of the port it was late`
    let clause = content
        .clone()
        .any(|at| is_verb(tokens, at) || tokens[at].is_word("that") || tokens[at].is_word("to"));
    let object = opens.is(Class::DETERMINER.or(Class::POSSESSIVE)) || opens.kind == Kind::Word;
    let marks = content.clone().any(|at| tokens[at].quoted().is_some());
    ((somebody || people) && object && !clause && !marks)
        .then(|| extent::object(tokens, content, verb))
}

/// Whether a time begins here that is told from today: `last week`, `this month`.
pub(super) fn points_to_time(tokens: &[Token<'_>], at: usize) -> bool {
    tokens[at].any(words!["last", "this", "next", "earlier"])
        && tokens.get(at + 1).is_some_and(|next| next.is(Class::TIME))
}

fn infinitive(tokens: &[Token<'_>], to: usize, limit: usize) -> bool {
    tokens.get(to + 1).is_some_and(|next| {
        to + 1 < limit
            && (next.kind == Kind::Word
                && !next.is(Class::DETERMINER.or(Class::POSSESSIVE).or(Class::OBJECT))
                || next.quoted().is_some())
    })
}

/// Whether somebody is told, so that an addressee may stand before the content.
pub(super) fn told_somebody(verb: &Verb) -> bool {
    verb.frames.has(Frames::NP_THAT)
}
