//! The subject of a verb: the noun phrase before it, over appositions, insertions and what is put first.

use std::ops::Range;

use super::super::lexicon::Class;
use super::super::verbs::{Form, Frames};
use super::super::words::{Kind, Token};
use super::antecedent::antecedent;
use super::{is_verb, named_person, phrase_before, phrase_end};

/// A token at which a subject cannot go on to the left.
pub(super) fn is_wall(token: &Token<'_>) -> bool {
    match token.kind {
        Kind::Mark(mark) => !matches!(mark, '(' | ')' | '%' | '$' | '€' | '£' | '&' | '/' | '.'),
        Kind::Quoted(_) => true,
        _ => false,
    }
}

/// The subject that ends before a token, and whether it is divided from it by a comma.
pub(in crate::articles::quotations) fn subject(
    tokens: &[Token<'_>],
    from: usize,
    end: usize,
) -> Option<Range<usize>> {
    if end <= from {
        return None;
    }
    if tokens[end - 1].is_mark(',') {
        return before_apposition(tokens, from, end - 1);
    }
    let last = &tokens[end - 1];
    if is_pronoun(tokens, end - 1) {
        return Some(end - 1..end);
    }
    if last.kind == Kind::Word && last.is_word("who") {
        return antecedent(tokens, from, end - 1).or(Some(end - 1..end));
    }
    // `a committee that says`
    if last.any(&["that", "which"]) && end >= from + 2 && tokens[end - 2].is(Class::SPEAKER) {
        let found = phrase_before(tokens, end - 1);
        if found.start >= from && !found.is_empty() {
            return Some(found);
        }
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

/// Whether a word is a pronoun and the subject of what follows, not the object of what comes before.
fn is_pronoun(tokens: &[Token<'_>], at: usize) -> bool {
    let object = tokens[at].any(&["you", "it"])
        && at > 0
        && (tokens[at - 1].is(Class::PREPOSITION) && !tokens[at - 1].any(&["as", "than"])
            || is_verb(tokens, at - 1));
    tokens[at].any(&["i", "you", "he", "she", "it", "we", "they"]) && !object
}

/// The last chunk that is the name of a person, with nothing behind it but appositions.
fn named_before(tokens: &[Token<'_>], chunks: &[Range<usize>]) -> Option<Range<usize>> {
    let (_, rest) = chunks.split_last()?;
    if rest.len() < 2 {
        return None;
    }
    for (number, chunk) in rest.iter().enumerate().rev() {
        if number > 0 && is_country(tokens, &rest[number - 1], chunk) {
            continue;
        }
        let first = tokens.get(chunk.start).filter(|_| !chunk.is_empty())?;
        // `Foreign Minister Godfrey Mwansa-Peel of Kafunda`
        let from = chunk
            .clone()
            .skip(2)
            .find(|at| tokens[*at].any(&["of", "from"]) && tokens[at - 1].kind == Kind::Name);
        let whole = chunk.clone();
        let chunk = &(chunk.start..from.unwrap_or(chunk.end));
        let named = chunk.len() <= 6
            && named_person(&tokens[chunk.clone()])
            && (from.is_none() || tokens[whole].iter().all(|token| token.kind != Kind::Number))
            && !tokens[chunk.clone()]
                .iter()
                .any(|token| token.is(Class::PREPOSITION.or(Class::AND)))
            && !is_fronted(tokens, chunk);
        if named {
            return Some(chunk.clone());
        }
        if !opens_apposition(first)
            || chunk.clone().any(|at| is_verb(tokens, at)) && !first.is(Class::RELATIVE)
        {
            return None;
        }
    }
    None
}

/// Whether a chunk says where the place before it lies: `a teacher from Delaware, Ohio`.
fn is_country(tokens: &[Token<'_>], before: &Range<usize>, chunk: &Range<usize>) -> bool {
    let names = |range: &Range<usize>| {
        !range.is_empty() && range.clone().all(|at| tokens[at].kind == Kind::Name)
    };
    let placed = (before.clone().skip(1))
        .rev()
        .find(|at| tokens[*at].kind != Kind::Name)
        .is_some_and(|at| {
            at + 1 < before.end && tokens[at].any(&["in", "from", "of", "near", "at", "outside"])
        });
    chunk.len() <= 3 && names(chunk) && placed && !is_fronted(tokens, before)
}

fn opens_apposition(token: &Token<'_>) -> bool {
    token.is(Class::DETERMINER
        .or(Class::SPEAKER)
        .or(Class::NUMBER)
        .or(Class::RELATIVE))
        || token.any(&["former", "formerly", "now", "himself", "herself"])
}

#[expect(
    clippy::needless_range_loop,
    reason = "places in the sentence are what counts"
)]
/// The subject before an apposition, a relative clause or another insertion that ends with a comma.
pub(super) fn before_apposition(
    tokens: &[Token<'_>],
    from: usize,
    comma: usize,
) -> Option<Range<usize>> {
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
    later_clause(tokens, &mut chunks);
    let last = chunks.len().checked_sub(1)?;
    if let Some(found) = named_before(tokens, &chunks) {
        return Some(found);
    }
    // `…, and the club, an advocacy group, has promised`
    let joined = chunks[..last]
        .last()
        .filter(|chunk| !chunk.is_empty() && tokens[chunk.start].is(Class::AND) && chunk.len() > 1);
    if let Some(found) = joined.and_then(|chunk| within(tokens, chunk.start, chunk.end)) {
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

/// Leaves out the clauses before the last that a conjunction opens: `they said so, and Vell, the mayor,`.
fn later_clause(tokens: &[Token<'_>], chunks: &mut Vec<Range<usize>>) {
    let joins = |chunk: &Range<usize>| {
        let joint = &tokens[chunk.start];
        chunk.len() > 1
            && joint.kind == Kind::Word
            && (joint.is(Class::AND) || joint.any(&["while", "whereas", "although", "though"]))
            && !is_verb(tokens, chunk.start + 1)
    };
    let Some(later) = (1..chunks.len()).rev().find(|at| joins(&chunks[*at])) else {
        return;
    };
    let clause = chunks[..later].iter().any(|chunk| {
        !chunk.is_empty()
            && !tokens[chunk.start].is(Class::RELATIVE)
            && chunk.clone().any(|at| is_verb(tokens, at))
    });
    if clause && later + 1 < chunks.len() {
        chunks.drain(..later);
        chunks[0].start += 1;
    }
}

/// Whether a stretch before a comma is an adverbial and no noun phrase.
pub(in crate::articles::quotations) fn is_fronted(
    tokens: &[Token<'_>],
    chunk: &Range<usize>,
) -> bool {
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
    let time = first.is(Class::TIME) && !first.is(Class::TITLE)
        || tokens[chunk.end - 1].is_word("ago")
        || chunk.len() <= 2 && tokens[chunk.end - 1].any(&["away", "elsewhere"]);
    let that = first.is_word("that") && start == 0 && chunk.len() <= 3;
    !that
        && first.is(Class::PREPOSITION
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
    while start < end
        && (tokens[start].is(Class::AND)
            || tokens[start].kind == Kind::Mark('.')
            || tokens[start].is_word("that") && start > 0)
    {
        start += 1;
    }
    // `Only one in four voters`
    while start + 1 < end
        && tokens[start].any(&["only", "just", "even", "fully", "roughly", "nearly"])
        && tokens[start + 1].is(Class::NUMBER.or(Class::DETERMINER))
    {
        start += 1;
    }
    if start >= end {
        return None;
    }
    // `Three weeks ago the Front announced`
    if let Some(ago) = (start + 1..end.min(start + 5)).find(|at| tokens[*at].is_word("ago"))
        && ago + 1 < end
    {
        start = ago + 1;
    }
    if let Some(told) = told(tokens, start, end) {
        return Some(told);
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
            || token.is(Class::RELATIVE) && token.kind == Kind::Word
            || token.any(&["what", "why", "how"]);
        let points = *at > start && tokens[*at - 1].is(Class::PREPOSITION);
        sub && !token.is_word("that") && *at + 1 < end
            || token.is_word("that") && *at + 1 < end && *at > start && !points
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

/// `She said her mother believed`: the subject behind a verb of saying that nothing joins to it.
fn told(tokens: &[Token<'_>], start: usize, end: usize) -> Option<Range<usize>> {
    let says = |at: &usize| {
        let mut readings = tokens[*at].readings().iter();
        readings.any(|(verb, form)| {
            *form == Form::Past && tokens[*at].verb(*verb).frames.has(Frames::THAT)
        })
    };
    let verb = (start + 1..end).rev().find(|at| is_verb(tokens, *at))?;
    let own = &tokens[verb - 1];
    let finite = is_pronoun(tokens, verb - 1) || own.kind == Kind::Name && !own.is(Class::TIME);
    let opens = tokens.get(verb + 1).is_some_and(|next| {
        next.is(Class::DETERMINER.or(Class::POSSESSIVE)) && !next.is_word("that")
            || next.kind == Kind::Name && !next.is(Class::TIME)
    });
    (finite && says(&verb) && opens && phrase_end(tokens, verb + 1) == end).then_some(verb + 1..end)
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
        let dated = token.any(&["last", "this", "next"])
            && tokens.get(at + 1).is_some_and(|next| next.is(Class::TIME));
        if dated || token.any(&["itself", "himself", "herself", "themselves"]) {
            return at;
        }
        if token.kind == Kind::Name || !token.is(Class::PREPOSITION) && !token.is_mark('(') {
            continue;
        }
        let share = token.is_word("in")
            && tokens[at - 1].is(Class::NUMBER)
            && at + 1 < end
            && tokens[at + 1].is(Class::NUMBER);
        let keeps = share || token.any(&["of", "for", "from"]) && !named_person(&tokens[start..at]);
        if !keeps {
            return at;
        }
    }
    end
}
