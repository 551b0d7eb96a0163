//! Sets of types to places in the text, the rarest token first.

use super::pattern::{Pattern, PatternOptions};
use super::spans::Spans;
use crate::corpus::{Corpus, Position, Scope, TypeSet};
use crate::error::{Error, Result};
use crate::task::Task;

/// How many places are checked between two looks at the task.
const PLACES_A_LOOK: usize = 1 << 16;

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
        let pattern = Pattern::parse(pattern.as_ref(), corpus.tokenizer(), options)?;
        find_phrase(scope, &pattern.resolve(corpus.vocabulary()), task)
    };
    Ok(Spans::union(
        patterns.iter().map(found).collect::<Result<_>>()?,
    ))
}

fn find_phrase(scope: &Scope, slots: &[TypeSet], task: &Task) -> Result<Spans> {
    let corpus = &**scope.corpus();
    let frequency = |set: &TypeSet| -> u64 {
        set.members()
            .iter()
            .map(|word| corpus.vocabulary().count(*word))
            .sum()
    };
    let rarest = (0..slots.len())
        .min_by_key(|slot| frequency(&slots[*slot]))
        .expect("a pattern has at least one slot");
    let mut positions = positions(corpus, &slots[rarest], frequency(&slots[rarest]), task)?;
    scope.retain(&mut positions);
    if slots.len() == 1 {
        return Ok(Spans::of_length(positions, 1));
    }
    let mut starts = Vec::new();
    for part in positions.chunks(PLACES_A_LOOK) {
        task.check()?;
        starts.extend(
            part.iter()
                .filter_map(|place| phrase_start(corpus, slots, rarest, *place)),
        );
    }
    Ok(Spans::of_length(starts, slots.len()))
}

/// All positions of the members of a set, ascending.
fn positions(corpus: &Corpus, set: &TypeSet, frequency: u64, task: &Task) -> Result<Vec<Position>> {
    // Above an eighth of all tokens one pass over them beats merging the lists.
    if set.members().len() > 1 && frequency > corpus.n_tokens() / 8 {
        let mut found = Vec::new();
        for (part, types) in corpus.types().chunks(PLACES_A_LOOK).enumerate() {
            task.check()?;
            let matching = types
                .iter()
                .enumerate()
                .filter(|(_, word)| set.contains(**word));
            found.extend(
                matching.map(|(index, _)| Position::from_index(part * PLACES_A_LOOK + index)),
            );
        }
        return Ok(found);
    }
    let lists = set.members().iter().map(|word| corpus.postings(*word));
    let mut found: Vec<Position> = lists.flatten().copied().collect();
    if set.members().len() > 1 {
        // The stable sort merges the runs that the lists are.
        found.sort();
    }
    Ok(found)
}

/// The first position of a phrase whose slot `rarest` stands at `place`, if the others fit.
fn phrase_start(
    corpus: &Corpus,
    slots: &[TypeSet],
    rarest: usize,
    place: Position,
) -> Option<Position> {
    let first = place.index().checked_sub(rarest)?;
    let types = corpus.types().get(first..first + slots.len())?;
    if !slots
        .iter()
        .zip(types)
        .all(|(slot, word)| slot.contains(*word))
    {
        return None;
    }
    let (_, _, zone) = corpus.zones().at(place);
    let fits = zone.start.index() <= first && first + slots.len() <= zone.end.index();
    fits.then(|| Position::from_index(first))
}
