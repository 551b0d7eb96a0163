//! Matches of a pattern where compounds are one token each.

use super::compounds::{Compounds, called};
use crate::corpus::{Position, Scope};
use crate::error::Result;
use crate::query::{PatternOptions, Spans, find};
use crate::task::Task;

/// Where nodes stand in view: what the patterns match, though it may hold a part of a compound, and the
/// compounds that they call by name.
pub(super) fn nodes<S: AsRef<str>>(
    scope: &Scope,
    patterns: &[S],
    search: PatternOptions,
    compounds: Option<&Compounds>,
    task: &Task,
) -> Result<Spans> {
    let Some(compounds) = compounds else {
        return find(scope, patterns, search, task);
    };
    let words = patterns
        .iter()
        .filter(|pattern| !compounds.are_called_without_word(pattern.as_ref(), search, scope));
    let words: Vec<&S> = words.collect();
    let spans = if words.is_empty() && !patterns.is_empty() {
        Spans::of_pairs(Vec::new())
    } else {
        find(scope, &words, search, task)?
    };
    let tokenizer = scope.corpus().tokenizer();
    let called = patterns
        .iter()
        .map(|pattern| called(compounds.named(), pattern.as_ref(), search, tokenizer));
    let called: Vec<Vec<bool>> = called.collect();
    let is_called = |kind: u32| called.iter().any(|called| called[kind as usize]);
    let own = compounds.in_view(scope, is_called, task)?;
    Ok(Spans::union(vec![spans, Spans::of_pairs(own)]))
}

/// Where a pattern matches in view, in the order of the text: what it matches without cutting a compound,
/// and the compounds that it calls by name.
pub(super) fn matches<S: AsRef<str>>(
    scope: &Scope,
    pattern: &S,
    search: PatternOptions,
    compounds: Option<&Compounds>,
    task: &Task,
) -> Result<Spans> {
    let Some(compounds) = compounds else {
        return find(scope, std::slice::from_ref(pattern), search, task);
    };
    let spans = if compounds.are_called_without_word(pattern.as_ref(), search, scope) {
        Spans::of_pairs(Vec::new())
    } else {
        find(scope, std::slice::from_ref(pattern), search, task)?
    };
    let tokenizer = scope.corpus().tokenizer();
    let called = called(compounds.named(), pattern.as_ref(), search, tokenizer);
    let is_called = |start: Position, end: Position| {
        let mut own = compounds.within(&(start..end));
        own.any(|(tokens, kind)| tokens == (start..end) && called[kind as usize])
    };
    let spans = spans.iter();
    let mut found: Vec<(Position, Position)> = spans
        .filter(|(start, end)| !compounds.cuts(*start, *end) && !is_called(*start, *end))
        .collect();
    if called.contains(&true) {
        found.extend(compounds.in_view(scope, |kind| called[kind as usize], task)?);
        // Two ascending runs, which are merged.
        found.sort();
    }
    Ok(Spans::of_pairs(found))
}
