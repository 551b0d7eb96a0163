//! Noun phrases without a tagger: where those begin and end that name a speaker.

use std::ops::Range;

use super::lexicon::Class;
use super::verbs::Form;
use super::words::{Kind, Token};

/// Small words within the names of people.
const PARTICLES: [&str; 20] = [
    "de", "del", "della", "di", "da", "do", "dos", "du", "van", "von", "der", "den", "ter", "bin",
    "ibn", "al", "el", "la", "le", "y",
];

/// Whether a word is most likely a finite verb.
pub(super) fn is_verb(tokens: &[Token<'_>], at: usize) -> bool {
    let token = &tokens[at];
    if token.is(Class::AUXILIARY) && !(token.is_word("may") && token.kind == Kind::Name) {
        return true;
    }
    if token.kind != Kind::Word {
        return false;
    }
    let before = at.checked_sub(1).map(|before| &tokens[before]);
    if token.is(Class::VERB) {
        return before.is_none_or(|before| {
            before.kind != Kind::Genitive
                && !before.any(&[
                    "the", "a", "an", "his", "its", "our", "their", "my", "your", "no",
                ])
        });
    }
    if token.is(Class::THIRD) && third_is_verb(tokens, at) {
        return true;
    }
    if token.is(Class::BASE.or(Class::BASE_OR_NOUN)) && base_is_verb(tokens, at) {
        return true;
    }
    let within = before.is_some_and(|before| {
        before.is(Class::DETERMINER
            .or(Class::POSSESSIVE)
            .or(Class::PREPOSITION))
            || before.kind == Kind::Genitive
    });
    if within {
        return false;
    }
    token.text.len() > 4 && token.text.ends_with("ed")
        || token.readings.iter().any(|(_, form)| *form == Form::Past) && before.is_some()
}

/// Whether what begins here may be the object of a verb.
fn opens_object(token: &Token<'_>) -> bool {
    token.is(Class::DETERMINER
        .or(Class::POSSESSIVE)
        .or(Class::OBJECT)
        .or(Class::SUBJECT)
        .or(Class::QUESTION))
        || token.any(&["that", "not"])
        || token.quoted().is_some()
}

/// Whether a third person that may be a plural stands between a subject and an object.
fn third_is_verb(tokens: &[Token<'_>], at: usize) -> bool {
    let Some(mut place) = at.checked_sub(1) else {
        return false;
    };
    while place > 0 && tokens[place].is(Class::ADVERB) && tokens[place].kind == Kind::Word {
        place -= 1;
    }
    let before = &tokens[place];
    if before.any(&["he", "she", "it", "who", "which", "that"]) {
        return true;
    }
    let Some(next) = tokens.get(at + 1) else {
        return false;
    };
    let name = before.kind == Kind::Name;
    let noun = before.kind == Kind::Word
        && !before.text.ends_with('s')
        && !before.is(Class::DETERMINER
            .or(Class::POSSESSIVE)
            .or(Class::PREPOSITION)
            .or(Class::AND)
            .or(Class::NUMBER))
        && !is_verb(tokens, place);
    (name || noun) && opens_object(next)
        || name && next.is(Class::PREPOSITION) && !next.any(&["of", "for", "from"])
}

/// Whether a base form stands behind a subject in the plural.
fn base_is_verb(tokens: &[Token<'_>], at: usize) -> bool {
    let Some(mut place) = at.checked_sub(1) else {
        return false;
    };
    while place > 0 && tokens[place].is(Class::ADVERB) && tokens[place].kind == Kind::Word {
        place -= 1;
    }
    let before = &tokens[place];
    if before.any(&["i", "you", "we", "they", "who"]) {
        return true;
    }
    let plural = before.any(&[
        "people", "police", "men", "women", "children", "many", "some", "others",
    ]) || before.kind == Kind::Word
        && before.text.len() > 3
        && before.text.ends_with('s')
        && !before.text.ends_with("ss")
        && !before.is(Class::VERB.or(Class::PREPOSITION).or(Class::POSSESSIVE));
    let sure = tokens[at].is(Class::BASE);
    plural && (sure || tokens.get(at + 1).is_some_and(opens_object))
}

pub(super) fn is_particle(token: &Token<'_>) -> bool {
    token.kind == Kind::Word && PARTICLES.contains(&token.text)
}

/// Whether a token may stand within a noun phrase, not at its beginning.
fn goes_on(tokens: &[Token<'_>], at: usize) -> bool {
    let token = &tokens[at];
    match token.kind {
        Kind::Name => {
            !token.is(Class::TIME) || token.is(Class::TITLE) || named_like_a_month(tokens, at)
        }
        Kind::Number | Kind::Genitive => true,
        Kind::Word => {
            let small = Class::DETERMINER
                .or(Class::POSSESSIVE)
                .or(Class::SUBJECT)
                .or(Class::OBJECT)
                .or(Class::PREPOSITION)
                .or(Class::AND)
                .or(Class::SUBORDINATOR)
                .or(Class::RELATIVE)
                .or(Class::QUESTION)
                .or(Class::TIME)
                .or(Class::ADVERB);
            !token.is(small) && !is_verb(tokens, at)
        }
        _ => false,
    }
}

/// Whether a word such as `May` or `April` is the first or the last name of somebody.
fn named_like_a_month(tokens: &[Token<'_>], at: usize) -> bool {
    let name = |token: &Token<'_>| token.kind == Kind::Name && !token.is(Class::TIME);
    tokens[at].any(&["may", "april", "june", "august"])
        && (tokens.get(at + 1).is_some_and(name)
            || at > 0
                && name(&tokens[at - 1])
                && tokens
                    .get(at + 1)
                    .is_none_or(|next| next.kind != Kind::Number))
}

/// The end of the noun phrase that begins at a token; the beginning itself if none does.
pub(super) fn phrase_end(tokens: &[Token<'_>], start: usize) -> usize {
    let Some(first) = tokens.get(start) else {
        return start;
    };
    if first.is(Class::SUBJECT.or(Class::OBJECT))
        && first.kind != Kind::Number
        && !first.is(Class::DETERMINER.or(Class::POSSESSIVE))
    {
        return start + 1;
    }
    let mut at = start;
    while at < tokens.len()
        && tokens[at].is(Class::DETERMINER.or(Class::POSSESSIVE).or(Class::NUMBER))
    {
        at += 1;
    }
    let mut named = false;
    while at < tokens.len() {
        let token = &tokens[at];
        let of = token.kind == Kind::Word && token.any(&["of", "for", "from"]);
        if of && at > start && !named_person(&tokens[start..at]) {
            let inner = phrase_end(tokens, at + 1);
            if inner > at + 1 {
                return inner;
            }
            break;
        }
        let both = token.is_word("and")
            && named
            && tokens
                .get(at + 1)
                .is_some_and(|next| next.kind == Kind::Name && !next.is(Class::TIME));
        let small = named
            && token.kind == Kind::Word
            && !is_particle(token)
            && tokens[at - 1].kind == Kind::Name;
        if small && !both && !tokens[start].is(Class::DETERMINER.or(Class::POSSESSIVE)) {
            break;
        }
        if !both && !goes_on(tokens, at) && !is_particle(token) {
            break;
        }
        // After a possessive a determiner is no beginning of another phrase.
        named |= token.kind == Kind::Name;
        at += 1;
    }
    at
}

/// The noun phrase that ends before a token.
pub(super) fn phrase_before(tokens: &[Token<'_>], end: usize) -> Range<usize> {
    let mut start = end;
    while start > 0 {
        let token = &tokens[start - 1];
        let article = token.is(Class::DETERMINER.or(Class::POSSESSIVE)) && token.kind == Kind::Word;
        let joint = start < end && token.kind == Kind::Word && token.any(&["of", "for", "from"]);
        if !(article || joint || goes_on(tokens, start - 1) && end - start < 12) {
            break;
        }
        start -= 1;
        if article && tokens[start].kind != Kind::Genitive {
            break;
        }
    }
    while start < end && tokens[start].any(&["of", "for", "from"]) {
        start += 1;
    }
    start..end
}

/// Whether a phrase ends with the name of a person, not of a body.
pub(super) fn named_person(tokens: &[Token<'_>]) -> bool {
    let names = tokens
        .iter()
        .rev()
        .take_while(|token| token.kind == Kind::Name)
        .count();
    let last = tokens.last();
    let body = tokens[tokens.len() - names..]
        .iter()
        .any(|token| token.is(Class::BODY.or(Class::DOCUMENT)));
    names >= 1
        && !body
        && !last.is_some_and(|last| last.is(Class::SPEAKER.or(Class::TITLE)))
        && (names >= 2 || !tokens[0].is(Class::DETERMINER))
        && !last.is_some_and(|last| {
            last.text.len() > 1
                && last
                    .text
                    .chars()
                    .all(|mark| mark.is_uppercase() || mark == '.')
        })
}

/// A token at which a subject cannot go on to the left.
fn is_wall(token: &Token<'_>) -> bool {
    match token.kind {
        Kind::Mark(mark) => !matches!(mark, '(' | ')' | '%' | '$' | '€' | '£' | '&' | '/' | '.'),
        Kind::Quoted(_) => true,
        _ => false,
    }
}

/// The subject that ends before a token, and whether it is divided from it by a comma.
pub(super) fn subject(tokens: &[Token<'_>], from: usize, end: usize) -> Option<Range<usize>> {
    if end <= from {
        return None;
    }
    if tokens[end - 1].is_mark(',') {
        return before_apposition(tokens, from, end - 1);
    }
    let last = &tokens[end - 1];
    if last.kind == Kind::Word && last.is_word("who") {
        return antecedent(tokens, from, end - 1).or(Some(end - 1..end));
    }
    let wall = (from..end).rev().find(|at| is_wall(&tokens[*at]));
    let start = wall.map_or(from, |at| at + 1);
    let found = within(tokens, start, end);
    // `As a friend put it`
    if found.is_none() && start < end && tokens[start].is_word("as") {
        return within(tokens, start + 1, end);
    }
    found
}

/// What a relative pronoun stands for.
fn antecedent(tokens: &[Token<'_>], from: usize, who: usize) -> Option<Range<usize>> {
    let comma = who > from && tokens[who - 1].is_mark(',');
    let whole = if comma {
        before_apposition(tokens, from, who - 1)
    } else {
        None
    };
    let near = phrase_before(tokens, who - usize::from(comma));
    let near = (near.start.max(from) < near.end).then(|| near.start.max(from)..near.end);
    whole.or(near)
}

/// The last chunk that is the name of a person, with nothing behind it but appositions.
fn named_before(tokens: &[Token<'_>], chunks: &[Range<usize>]) -> Option<Range<usize>> {
    let (_, rest) = chunks.split_last()?;
    if rest.len() < 2 {
        return None;
    }
    for chunk in rest.iter().rev() {
        let first = tokens.get(chunk.start).filter(|_| !chunk.is_empty())?;
        let named = chunk.len() <= 6
            && named_person(&tokens[chunk.clone()])
            && !tokens[chunk.clone()]
                .iter()
                .any(|token| token.is(Class::PREPOSITION.or(Class::AND)))
            && !is_fronted(tokens, chunk);
        if named {
            return Some(chunk.clone());
        }
        let apposition = first.is(Class::DETERMINER
            .or(Class::SPEAKER)
            .or(Class::NUMBER)
            .or(Class::RELATIVE))
            || first.any(&["former", "formerly", "now", "himself", "herself"]);
        if !apposition || chunk.clone().any(|at| is_verb(tokens, at)) && !first.is(Class::RELATIVE)
        {
            return None;
        }
    }
    None
}

#[expect(
    clippy::needless_range_loop,
    reason = "places in the sentence are what counts"
)]
/// The subject before an apposition, a relative clause or another insertion that ends with a comma.
fn before_apposition(tokens: &[Token<'_>], from: usize, comma: usize) -> Option<Range<usize>> {
    let hard = (from..comma)
        .rev()
        .find(|at| is_wall(&tokens[*at]) && !tokens[*at].is_mark(','));
    let start = hard.map_or(from, |at| at + 1);
    let mut chunks = Vec::new();
    let mut begin = start;
    for at in start..=comma {
        if tokens[at].is_mark(',') {
            chunks.push(begin..at);
            begin = at + 1;
        }
    }
    let last = chunks.len().checked_sub(1)?;
    if let Some(found) = named_before(tokens, &chunks) {
        return Some(found);
    }
    let mut skipped = true;
    for chunk in &chunks[..last] {
        let Some(first) = tokens.get(chunk.start).filter(|_| !chunk.is_empty()) else {
            continue;
        };
        let relative = first.is(Class::RELATIVE) && !first.is(Class::DETERMINER);
        if relative && skipped {
            continue;
        }
        skipped = is_fronted(tokens, chunk);
        if skipped {
            // A subject may follow directly on what comes first: `In a letter the mayor, a Liberal, said`.
            let inner = fronted_subject(tokens, chunk);
            if let Some(found) =
                inner.filter(|found| found.end == chunk.end && named_person(&tokens[found.clone()]))
            {
                return Some(found);
            }
            continue;
        }
        let found = within(tokens, chunk.start, chunk.end);
        if found.is_some() {
            return found;
        }
    }
    None
}

/// Whether a stretch before a comma is an adverbial and no noun phrase.
pub(super) fn is_fronted(tokens: &[Token<'_>], chunk: &Range<usize>) -> bool {
    let mut start = chunk.start;
    if tokens[start].is(Class::AND) && start + 1 < chunk.end {
        start += 1;
    }
    let first = &tokens[start];
    let gerund = first.text.len() > 5
        && first.text.ends_with("ing")
        && first.kind != Kind::Number
        && tokens
            .get(start + 1)
            .is_none_or(|next| next.kind != Kind::Name || next.is(Class::TIME))
        && !first.is(Class::SPEAKER);
    let time = first.is(Class::TIME) && !first.is(Class::TITLE);
    first.is(Class::PREPOSITION
        .or(Class::SUBORDINATOR)
        .or(Class::QUESTION))
        || first.is(Class::ADVERB)
        || gerund
        || time
        || first.any(&[
            "asked",
            "referring",
            "according",
            "given",
            "faced",
            "pressed",
            "based",
            "born",
            "speaking",
            "to",
        ])
}

/// The subject in a stretch without commas, up to its end.
fn within(tokens: &[Token<'_>], mut start: usize, end: usize) -> Option<Range<usize>> {
    let mut end = end;
    if start >= end {
        return None;
    }
    // What stands in brackets behind a name.
    if tokens[end - 1].is_mark(')') {
        end = (start..end).rev().find(|at| tokens[*at].is_mark('('))?;
    }
    while start < end && (tokens[start].is(Class::AND) || tokens[start].kind == Kind::Mark('.')) {
        start += 1;
    }
    if start >= end {
        return None;
    }
    // `At least 27 members`, `more than a dozen officials`
    let quantified = end - start > 2
        && (tokens[start].is_word("at") && tokens[start + 1].any(&["least", "most"])
            || tokens[start].any(&["more", "fewer", "less"]) && tokens[start + 1].is_word("than")
            || tokens[start].any(&["about", "around", "nearly", "over"])
                && tokens[start + 1].is(Class::NUMBER))
        && tokens[start + 1..end.min(start + 4)]
            .iter()
            .any(|token| token.is(Class::NUMBER.or(Class::DETERMINER)));
    if quantified {
        let phrase = phrase_end(
            tokens,
            start + 1 + usize::from(!tokens[start + 1].is(Class::NUMBER)),
        );
        if phrase >= end || tokens[phrase].is(Class::PREPOSITION) {
            return Some(start..phrase.min(end));
        }
    }
    // A clause before the subject: it begins behind the last word that joins or subordinates.
    let verb = (start..end).rev().find(|at| is_verb(tokens, *at));
    let joint = (start..end).rev().find(|at| {
        let token = &tokens[*at];
        let and = token.is(Class::AND) && token.kind == Kind::Word;
        let sub = token.is(Class::SUBORDINATOR) && !token.is(Class::PREPOSITION)
            || token.is(Class::RELATIVE) && token.kind == Kind::Word;
        sub && !token.is_word("that") && *at + 1 < end
            || token.is_word("that") && *at + 1 < end && *at > start
            || and && (start..*at).any(|before| is_verb(tokens, before))
    });
    let joint = joint.filter(|joint| verb.is_none_or(|verb| verb < *joint));
    if let Some(joint) = joint {
        start = joint + 1;
    } else if verb.is_some() {
        // A participle or a relative clause behind the subject, as in `a report published on Monday`.
        let first = (start..end)
            .find(|at| is_verb(tokens, *at) || tokens[*at].is(Class::RELATIVE) && *at > start)?;
        let adverbs = (start..first)
            .rev()
            .take_while(|at| tokens[*at].is(Class::ADVERB))
            .count();
        end = first - adverbs;
        if end <= start || tokens[first].is(Class::AUXILIARY) {
            return None;
        }
    }
    if start >= end {
        return None;
    }
    let chunk = start..end;
    if is_fronted(tokens, &chunk) && !tokens[start].is(Class::SUBJECT) {
        return fronted_subject(tokens, &chunk);
    }
    let found = start..cut(tokens, start, end);
    (!found.is_empty()).then_some(found)
}

/// The subject behind an adverbial that no comma divides from it.
fn fronted_subject(tokens: &[Token<'_>], chunk: &Range<usize>) -> Option<Range<usize>> {
    let begins = |at: &usize| {
        let token = &tokens[*at];
        let before = &tokens[*at - 1];
        let free = !before.is(Class::PREPOSITION
            .or(Class::DETERMINER)
            .or(Class::POSSESSIVE))
            && before.kind != Kind::Genitive;
        let article = token.is(Class::DETERMINER.or(Class::POSSESSIVE)) || token.is(Class::SUBJECT);
        let name = token.kind == Kind::Name
            && !token.is(Class::TIME)
            && (before.kind != Kind::Name || before.is(Class::TIME));
        free && (article && !token.is_word("that") && token.kind != Kind::Number || name)
    };
    let start = (chunk.start + 1..chunk.end)
        .rev()
        .find(|at| begins(at) && !(*at > chunk.start + 1 && tokens[at - 1].any(&["and", "of"])));
    if let Some(start) = start {
        return Some(start..cut(tokens, start, chunk.end)).filter(|found| !found.is_empty());
    }
    // `On Friday ministers said`, `Later officials said`.
    let rest = (chunk.start..chunk.end).find(|at| {
        !tokens[*at].is(Class::ADVERB
            .or(Class::TIME)
            .or(Class::PREPOSITION)
            .or(Class::NUMBER))
    })?;
    let spoken = tokens[chunk.end - 1].is(Class::SPEAKER);
    spoken.then_some(rest..chunk.end)
}

/// Where a noun phrase ends that may be followed by phrases which are no part of the speaker's name.
fn cut(tokens: &[Token<'_>], start: usize, end: usize) -> usize {
    for at in start + 1..end {
        let token = &tokens[at];
        // `experts attending the forum`
        let participle = token.kind == Kind::Word
            && token.text.len() > 5
            && token.text.ends_with("ing")
            && tokens[at - 1].kind == Kind::Word
            && tokens[at - 1].text.ends_with('s');
        if participle {
            return at;
        }
        if token.kind == Kind::Name || !token.is(Class::PREPOSITION) && !token.is_mark('(') {
            continue;
        }
        let keeps = token.any(&["of", "for", "from"]) && !named_person(&tokens[start..at]);
        if !keeps {
            return at;
        }
    }
    end
}
