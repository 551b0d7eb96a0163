//! Sets of types to places in the text, the rarest token first.

use super::cql::Query;
use super::equivalents::Equivalents;
use super::expressions::meant_as_expression;
use super::pattern::{Pattern, PatternOptions, Syntax};
use super::spans::Spans;
use crate::corpus::{Corpus, LocalSet, Part, Position, Scope, TypeId, TypeSet};
use crate::error::{Error, Result};
use crate::task::Task;

/// How many places one worker checks at a time.
const PLACES_A_PART: usize = 1 << 14;
/// How many tokens are passed between two looks at the task.
const TOKENS_A_LOOK: u32 = 1 << 16;

/// Where any of the patterns matches within the scope; overlapping matches are all given.
pub fn find<S: AsRef<str>>(
    scope: &Scope,
    patterns: &[S],
    options: PatternOptions,
    task: &Task,
) -> Result<Spans> {
    if patterns.is_empty() {
        return Err(Error::Parameter(
            "patterns must hold at least one pattern, got none".into(),
        ));
    }
    let corpus = scope.corpus();
    let found = |pattern: &S| {
        if options.syntax == Syntax::Cql {
            return pattern.as_ref().parse::<Query>()?.find(scope, task);
        }
        if let Some(equivalents) = Equivalents::parse(pattern.as_ref(), options)? {
            return equivalents.find(scope, options, task);
        }
        let patterns = Pattern::alternatives(pattern.as_ref(), corpus.tokenizer(), options)?;
        let resolved = resolved(corpus, (pattern.as_ref(), &patterns), options)?;
        let spans = resolved.iter().map(|slots| find_phrase(scope, slots, task));
        Ok(Spans::union(spans.collect::<Result<_>>()?))
    };
    Ok(Spans::union(
        patterns.iter().map(found).collect::<Result<_>>()?,
    ))
}

/// How many matches [`find`] would give. A word in the whole of a corpus is not looked for.
pub fn count<S: AsRef<str>>(
    scope: &Scope,
    patterns: &[S],
    options: PatternOptions,
    task: &Task,
) -> Result<u64> {
    if let ([query], Syntax::Cql) = (patterns, options.syntax) {
        return query.as_ref().parse::<Query>()?.count(scope, task);
    }
    let is_word =
        |pattern: &S| Ok::<_, Error>(Equivalents::parse(pattern.as_ref(), options)?.is_none());
    if let ([pattern], Ok(corpus)) = (patterns, scope.whole_corpus("count"))
        && is_word(pattern)?
    {
        let patterns = Pattern::alternatives(pattern.as_ref(), corpus.tokenizer(), options)?;
        let resolved = resolved(corpus, (pattern.as_ref(), &patterns), options)?;
        if let [slots] = resolved.as_slice()
            && let [word] = slots.as_slice()
        {
            return Ok(frequency(corpus, word));
        }
    }
    Ok(find(scope, patterns, options, task)?.len() as u64)
}

/// The types that each token of each of these readings of a pattern may have.
///
/// Errors: a glob that is written as a regular expression, and that none of the corpus's words match.
fn resolved(
    corpus: &Corpus,
    (pattern, readings): (&str, &[Pattern]),
    options: PatternOptions,
) -> Result<Vec<Vec<TypeSet>>> {
    let vocabulary = corpus.vocabulary();
    let resolved: Vec<Vec<TypeSet>> = readings
        .iter()
        .map(|reading| reading.resolve(vocabulary))
        .collect();
    let lacks = |slots: &Vec<TypeSet>| slots.iter().any(|slot| slot.members().is_empty());
    if options.syntax == Syntax::Glob
        && !vocabulary.types().is_empty()
        && resolved.iter().all(lacks)
        && let Some(error) = meant_as_expression(pattern)
    {
        return Err(error);
    }
    Ok(resolved)
}

pub(super) fn frequency(corpus: &Corpus, set: &TypeSet) -> u64 {
    let count = |word: &TypeId| corpus.vocabulary().frequency(*word);
    set.members().iter().map(count).sum()
}

pub(super) fn find_phrase(scope: &Scope, slots: &[TypeSet], task: &Task) -> Result<Spans> {
    let corpus = &**scope.corpus();
    let rarest = (0..slots.len())
        .min_by_key(|slot| frequency(corpus, &slots[*slot]))
        .expect("a pattern has at least one slot");
    let mut positions = positions(
        corpus,
        &slots[rarest],
        frequency(corpus, &slots[rarest]),
        task,
    )?;
    scope.retain(&mut positions);
    if slots.len() == 1 {
        return Ok(Spans::of_length(positions, 1));
    }
    let mut starts = Vec::new();
    let mut rest = positions.as_slice();
    for part in corpus.parts() {
        let own = rest.partition_point(|place| *place < part.positions().end);
        let phrase = Phrase {
            scope,
            part,
            slots: slots.iter().map(|slot| part.local_set(slot)).collect(),
            rarest,
        };
        let found = task.map(rest[..own].chunks(PLACES_A_PART).collect(), |places| {
            Ok(phrase.starts(places))
        })?;
        starts.extend(found.iter().flatten());
        rest = &rest[own..];
    }
    Ok(Spans::of_length(starts, slots.len()))
}

/// All positions of the members of a set, ascending.
pub(super) fn positions(
    corpus: &Corpus,
    set: &TypeSet,
    frequency: u64,
    task: &Task,
) -> Result<Vec<Position>> {
    let mut found = Vec::new();
    // Above an eighth of all tokens one pass over them beats merging the lists.
    if set.members().len() > 1 && frequency > corpus.n_tokens() / 8 {
        for part in corpus.parts() {
            let members = part.local_set(set);
            let mut number = part.positions().start.number();
            let end = part.positions().end;
            while number < end.number() {
                task.check()?;
                let start = Position::new(number);
                let behind = Position::new(number.saturating_add(TOKENS_A_LOOK)).min(end);
                part.each_local_type(start..behind, |local| {
                    if members.contains(local) {
                        found.push(Position::new(number));
                    }
                    number += 1;
                });
            }
        }
        return Ok(found);
    }
    for member in set.members() {
        corpus.append_positions(*member, &mut found)?;
    }
    if set.members().len() > 1 {
        // The stable sort merges the runs that the lists are.
        found.sort();
    }
    Ok(found)
}

/// A phrase in one part of a corpus.
struct Phrase<'p> {
    scope: &'p Scope,
    part: &'p Part,
    slots: Vec<LocalSet>,
    /// The slot whose places are known.
    rarest: usize,
}

impl Phrase<'_> {
    /// The first positions of the phrases whose slot `rarest` stands at one of some ascending places.
    fn starts(&self, places: &[Position]) -> Vec<Position> {
        let mut near = 0;
        let start = |place: &Position| {
            let (first, last) = self.around(*place)?;
            let zone = self.scope.stretch_near(self.part, *place, &mut near);
            (zone.start <= first && last < zone.end).then_some(first)
        };
        places.iter().filter_map(start).collect()
    }

    /// The first and the last position around a place, if the words there fit.
    #[inline]
    fn around(&self, place: Position) -> Option<(Position, Position)> {
        let positions = self.part.positions();
        let first = place
            .number()
            .checked_sub(u32::try_from(self.rarest).ok()?)?;
        let last = first.checked_add(u32::try_from(self.slots.len() - 1).ok()?)?;
        let (first, last) = (Position::new(first), Position::new(last));
        if first < positions.start || last >= positions.end {
            return None;
        }
        let fits = |(position, slot): (u32, &LocalSet)| {
            position == place.number()
                || slot.contains(self.part.local_type_at(Position::new(position)))
        };
        let fit = (first.number()..).zip(&self.slots).all(fits);
        fit.then_some((first, last))
    }
}
