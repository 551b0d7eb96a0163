//! The short `'s` before a verb in the past, which is "has" or "is": `He's promised to go`, `He's accused of it`.

use super::super::lexicon::Class;
use super::super::verbs::{Frames, Verb};
use super::super::word_list::WordList;
use super::super::words::{Kind, Token};
use super::Cue;

/// Verbs with an infinitive of what the subject itself is to do.
const WANTED: WordList = WordList::new(&[
    "promise",
    "threaten",
    "vow",
    "pledge",
    "offer",
    "refuse",
    "agree",
    "claim",
    "volunteer",
    "swear",
    "decline",
    "propose",
]);

/// Whether `'s` before a verb is "has", as what stands behind the verb tells: an object, a clause or an infinitive that
/// no passive has.
pub(super) fn has_done(tokens: &[Token<'_>], cue: &Cue, verb: &Verb) -> bool {
    let (Some(who), Some(next)) = (before_short(tokens, cue), tokens.get(cue.tokens.end)) else {
        return false;
    };
    if tokens[cue.tokens.start].is(Class::STANCE) {
        return false;
    }
    // `It's estimated that`, `It's claimed to be old`
    let impersonal = who.is_word("it");
    let frames = verb.frames;
    let told = frames.has(Frames::NP_THAT);
    if next.is_word("to") {
        return WANTED.has(&verb.lemma) && !(impersonal && verb.lemma == "claim");
    }
    if impersonal {
        return false;
    }
    let clause = next.is_word("that") || next.is(Class::SUBJECT) && !next.is(Class::OBJECT);
    if clause || next.is(Class::QUESTION) {
        return !told && frames.has(Frames::THAT.or(Frames::WH));
    }
    if opens_speech(tokens, cue.tokens.end) {
        return frames.has(Frames::QUOTE) && !told && !verb.judges();
    }
    has_object(tokens, cue.tokens.end) && (!verb.judges() || is_judged(tokens, cue.tokens.end))
}

/// "He", "she", "it" or "who" before an `'s`, with adverbs at most between that and the verb.
fn before_short<'a, 't>(tokens: &'a [Token<'t>], cue: &Cue) -> Option<&'a Token<'t>> {
    let between = cue.left..cue.tokens.start;
    let mut helps = between.filter(|at| tokens[*at].is(Class::AUXILIARY));
    let (Some(short), None) = (helps.next(), helps.next()) else {
        return None;
    };
    let who = tokens[..short].last()?;
    let is_short = matches!(tokens[short].text, "'s" | "\u{2019}s");
    (is_short && who.any(words!["he", "she", "it", "who"])).then_some(who)
}

/// Whether words that are said open here: marks, or a colon or a comma before them.
fn opens_speech(tokens: &[Token<'_>], at: usize) -> bool {
    let behind = tokens.get(at + 1).and_then(Token::quoted);
    tokens[at].quoted().is_some()
        || matches!(tokens[at].kind, Kind::Mark(',' | ':')) && behind.is_some()
}

/// Whether an object stands here: somebody's name, a pronoun, a noun with its determiner, several people.
fn has_object(tokens: &[Token<'_>], at: usize) -> bool {
    let next = &tokens[at];
    let day = next.is(Class::TIME);
    let many = next.is(Class::PERSON) && next.ends_in_s();
    let object = Class::OBJECT.or(Class::DETERMINER).or(Class::POSSESSIVE);
    !day && (next.kind == Kind::Name || next.is(object) || many)
}

/// Whether what somebody is called stands behind the object: `called the race "rigged"`, `called her a liar`.
fn is_judged(tokens: &[Token<'_>], at: usize) -> bool {
    let end = super::super::phrases::phrase_end(tokens, at);
    let name = tokens[at].kind == Kind::Name || tokens[at].is(Class::OBJECT);
    let opens = |next: &Token<'_>| next.quoted().is_some() || next.any(words!["a", "an", "the"]);
    end > at
        && tokens
            .get(end)
            .is_some_and(|next| opens(next) || name && next.kind == Kind::Word)
}
