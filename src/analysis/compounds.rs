//! Compounds: named sequences of tokens that are counted as one term, found when they are asked for.

use std::borrow::Cow;
use std::cmp::Reverse;
use std::ops::Range;

use serde_json::{Value as Json, json};

use crate::corpus::{NormId, Position, Scope, TypeId, Vocabulary};
use crate::error::{Error, Result};
use crate::query::{PatternOptions, Syntax, WordFilter, find};
use crate::table::Manifest;
use crate::task::Task;
use crate::text::{Tokenizer, normal_form};

/// Names of compounds, each with the patterns that stand for it.
pub type Named = Vec<(String, Vec<String>)>;

/// Where compounds stand in a corpus. None overlaps another: the first wins, of two that begin together
/// the longer one.
#[derive(Debug, Default)]
pub(super) struct Compounds {
    starts: Vec<u32>,
    ends: Vec<u32>,
    /// Which compound stands there.
    kinds: Vec<u32>,
    /// How many tokens fewer there are before each of them, and in all.
    fewer: Vec<u32>,
    /// The term of each compound: that of a word that is spelled as its name, or one behind all words.
    terms: Vec<u32>,
    /// The names of terms behind all words.
    names: Vec<String>,
    named: Named,
}

impl Compounds {
    /// Finds compounds in the whole of a corpus; patterns are globs.
    fn find(scope: &Scope, named: Named, case_sensitive: bool, task: &Task) -> Result<Self> {
        if named.is_empty() {
            return Ok(Self::default());
        }
        let options = PatternOptions {
            syntax: Syntax::Glob,
            case_sensitive,
        };
        let whole = Scope::whole(scope.corpus().clone());
        let mut found = Vec::new();
        for (kind, (_, patterns)) in (0_u32..).zip(&named) {
            let spans = find(&whole, patterns, options, task)?;
            let own = spans
                .iter()
                .filter(|(start, end)| !is_cut(scope, *start, *end));
            found.extend(own.map(|(start, end)| (start.number(), Reverse(end.number()), kind)));
        }
        task.sort(&mut found, |place| *place)?;
        let mut compounds = Self {
            fewer: vec![0],
            ..Self::default()
        };
        for (start, Reverse(end), kind) in found {
            if compounds.ends.last().is_none_or(|last| *last <= start) {
                compounds.push(start..end, kind);
            }
        }
        compounds.name(named, scope.corpus().vocabulary(), case_sensitive)?;
        Ok(compounds)
    }

    /// The same, where words are counted; there are none of a layer's values.
    pub(super) fn of_unit(
        scope: &Scope,
        named: &Named,
        (case_sensitive, layer): (bool, Option<&str>),
        task: &Task,
    ) -> Result<Self> {
        if let (Some(layer), false) = (layer, named.is_empty()) {
            return Err(Error::Parameter(format!(
                "compound must not be given for layer {layer:?}: compounds are made of words"
            )));
        }
        Self::find(scope, named.clone(), case_sensitive, task)
    }

    fn push(&mut self, tokens: Range<u32>, kind: u32) {
        let fewer = self.fewer[self.starts.len()] + (tokens.end - tokens.start - 1);
        self.starts.push(tokens.start);
        self.ends.push(tokens.end);
        self.kinds.push(kind);
        self.fewer.push(fewer);
    }

    fn name(&mut self, named: Named, vocabulary: &Vocabulary, case_sensitive: bool) -> Result<()> {
        let n_words = if case_sensitive {
            vocabulary.types().len()
        } else {
            vocabulary.norms().len()
        };
        for (name, _) in &named {
            let name = if case_sensitive {
                name.clone()
            } else {
                normal_form(name).into_owned()
            };
            if name.trim().is_empty() {
                return Err(Error::Parameter("a compound must have a name".into()));
            }
            let word = word_called(vocabulary, &name, case_sensitive);
            let behind = |place: usize| u32::try_from(n_words + place).expect("few compounds");
            let known = self
                .names
                .iter()
                .position(|other| *other == name)
                .map(behind);
            let term = word.or(known).unwrap_or_else(|| {
                self.names.push(name);
                behind(self.names.len() - 1)
            });
            self.terms.push(term);
        }
        self.named = named;
        Ok(())
    }

    /// Whether there are none to look for.
    pub(super) fn is_empty(&self) -> bool {
        self.named.is_empty()
    }

    /// These, if there are any to look for.
    pub(super) fn found(&self) -> Option<&Self> {
        Some(self).filter(|compounds| !compounds.is_empty())
    }

    /// What they are called, and the patterns that stand for them.
    pub(super) fn named(&self) -> &Named {
        &self.named
    }

    /// The names of the terms that are no words.
    pub(super) fn names(&self) -> &[String] {
        &self.names
    }

    /// Whether a pattern is the name of a compound and holds no word that could be looked for.
    pub(super) fn are_called_without_word(
        &self,
        pattern: &str,
        search: PatternOptions,
        scope: &Scope,
    ) -> bool {
        search.syntax != Syntax::Cql
            && is_name(&self.named, pattern, search.case_sensitive)
            && scope.corpus().tokenizer().words(pattern).is_empty()
    }

    /// The term of each compound.
    pub(super) fn terms(&self) -> &[u32] {
        &self.terms
    }

    /// The number of each compound where words are numbered as types, of a normal form any of them.
    pub(super) fn types(&self, vocabulary: &Vocabulary, case_sensitive: bool) -> Vec<u32> {
        if case_sensitive {
            return self.terms.clone();
        }
        let (n_norms, n_types) = (vocabulary.norms().len(), vocabulary.types().len());
        let of_term = |term: &u32| {
            if let Some(place) = (*term as usize).checked_sub(n_norms) {
                return u32::try_from(n_types + place).expect("few compounds");
            }
            let mut variants = vocabulary.variants(NormId::new(*term));
            variants.next().map_or(u32::MAX, TypeId::number)
        };
        self.terms.iter().map(of_term).collect()
    }

    /// Every one that was found: its tokens and the compound that it is.
    pub(super) fn iter(&self) -> impl Iterator<Item = (Range<Position>, u32)> + '_ {
        let places = self.starts.iter().zip(&self.ends).zip(&self.kinds);
        places.map(|((start, end), kind)| (Position::new(*start)..Position::new(*end), *kind))
    }

    /// Puts one number for the numbers of each compound's tokens; `of` gives that of a compound.
    pub(super) fn merge(&self, range: &Range<Position>, numbers: &mut Vec<u32>, of: &[u32]) {
        let (start, end) = (range.start.number(), range.end.number());
        let mut at = self.starts.partition_point(|first| *first < start);
        if self.starts.get(at).is_none_or(|first| *first >= end) {
            return;
        }
        let (mut read, mut written) = (0, 0);
        while read < numbers.len() {
            let here = start + u32::try_from(read).expect("fewer than 2^32 tokens");
            if self.starts.get(at) == Some(&here) && self.ends[at] <= end {
                numbers[written] = of[self.kinds[at] as usize];
                read += (self.ends[at] - here) as usize;
                at += 1;
            } else {
                numbers[written] = numbers[read];
                read += 1;
            }
            written += 1;
        }
        numbers.truncate(written);
    }

    /// How many terms stand before a position; a compound's tokens all have that before the compound.
    pub(super) fn unit_of(&self, position: u32) -> u32 {
        let behind = self.starts.partition_point(|start| *start <= position);
        match behind.checked_sub(1) {
            Some(last) if position < self.ends[last] => self.starts[last] - self.fewer[last],
            Some(_) => position - self.fewer[behind],
            None => position,
        }
    }

    /// The position of the first token of a term by its number among all.
    pub(super) fn start_of(&self, unit: u32) -> u32 {
        let (mut low, mut high) = (0, self.starts.len());
        while low < high {
            let middle = low.midpoint(high);
            if self.starts[middle] - self.fewer[middle] < unit {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        unit + self.fewer.get(low).copied().unwrap_or(0)
    }

    /// Whether some tokens hold a part of a compound, but not all of it.
    pub(super) fn cuts(&self, start: Position, end: Position) -> bool {
        let (start, end) = (start.number(), end.number());
        let first = self.ends.partition_point(|behind| *behind <= start);
        let behind = self.starts.partition_point(|at| *at < end);
        // Of those that overlap the tokens only the first and the last can reach beyond.
        first < behind && (self.starts[first] < start || self.ends[behind - 1] > end)
    }

    /// Whether a position is in some compound.
    pub(super) fn hold(&self, position: Position) -> bool {
        let behind = self
            .starts
            .partition_point(|start| *start <= position.number());
        behind > 0 && position.number() < self.ends[behind - 1]
    }

    /// The compounds that lie in a range, by which they are.
    pub(super) fn within(
        &self,
        range: &Range<Position>,
    ) -> impl Iterator<Item = (Range<Position>, u32)> + '_ {
        let (start, end) = (range.start.number(), range.end.number());
        let first = self.starts.partition_point(|at| *at < start);
        let behind = self.ends.partition_point(|at| *at <= end);
        let places = first..behind.max(first);
        places.map(|at| {
            let tokens = Position::new(self.starts[at])..Position::new(self.ends[at]);
            (tokens, self.kinds[at])
        })
    }

    /// The tokens of those in view that are of some kinds, in the order of the text.
    pub(super) fn in_view(
        &self,
        scope: &Scope,
        is_wanted: impl Fn(u32) -> bool,
        task: &Task,
    ) -> Result<Vec<(Position, Position)>> {
        let mut found = Vec::new();
        for document in scope.documents() {
            task.check()?;
            scope.each_range(document, |range| {
                let own = self.within(&range).filter(|(_, kind)| is_wanted(*kind));
                found.extend(own.map(|(tokens, _)| (tokens.start, tokens.end)));
            });
        }
        Ok(found)
    }

    /// The number of terms in a range that cuts no compound.
    pub(super) fn n_units(&self, range: &Range<Position>) -> u64 {
        u64::from(self.unit_of(range.end.number()) - self.unit_of(range.start.number()))
    }

    /// What a manifest says.
    pub(super) fn describe(&self, manifest: &mut Manifest) {
        manifest.insert("compound".into(), described(&self.named));
    }
}

/// Numbers of terms for positions.
#[derive(Clone, Copy)]
pub(super) struct Units<'c>(Option<&'c Compounds>);

impl<'c> Units<'c> {
    /// Every token is a term, but for these.
    pub(super) fn new(compounds: Option<&'c Compounds>) -> Self {
        Self(compounds)
    }

    /// Whether every token is a term.
    pub(super) fn are_tokens(self) -> bool {
        self.0.is_none()
    }

    /// How many terms stand before a position.
    pub(super) fn of(self, position: u32) -> u32 {
        self.0
            .map_or(position, |compounds| compounds.unit_of(position))
    }

    /// The terms of some tokens, of which there is one at least.
    pub(super) fn range(self, tokens: &Range<u32>) -> Range<u32> {
        self.of(tokens.start)..self.of(tokens.end - 1) + 1
    }

    /// The number of the first term that begins at a position or behind it.
    pub(super) fn first_from(self, position: u32) -> u32 {
        let unit = self.of(position);
        let cut = self
            .0
            .is_some_and(|compounds| compounds.start_of(unit) < position);
        unit + u32::from(cut)
    }

    /// The position of the first token of a term by its number among all.
    pub(super) fn start_of(self, unit: u32) -> Position {
        Position::new(self.0.map_or(unit, |compounds| compounds.start_of(unit)))
    }

    pub(super) fn positions(self, units: &Range<u32>) -> Range<Position> {
        self.start_of(units.start)..self.start_of(units.end)
    }

    /// The numbers of the terms in a range that cuts no compound.
    pub(super) fn within(self, range: &Range<Position>) -> Range<u32> {
        self.of(range.start.number())..self.of(range.end.number())
    }
}

/// What a manifest says of compounds.
pub(super) fn described(named: &Named) -> Json {
    let named = named.iter();
    let named: Manifest = named
        .map(|(name, patterns)| (name.clone(), json!(patterns)))
        .collect();
    json!(named)
}

/// A name as it is counted.
pub(super) fn folded(name: &str, case_sensitive: bool) -> Cow<'_, str> {
    if case_sensitive {
        name.into()
    } else {
        normal_form(name)
    }
}

/// Whether a pattern is the name of one of these.
pub(super) fn is_name(named: &Named, pattern: &str, case_sensitive: bool) -> bool {
    let pattern = folded(pattern, case_sensitive);
    let is_own = |(name, _): &(String, _)| folded(name, case_sensitive) == pattern;
    named.iter().any(is_own)
}

/// Which of these a pattern of one word matches by their names, or is the name of; a query none.
pub(super) fn called(
    named: &Named,
    pattern: &str,
    search: PatternOptions,
    tokenizer: &Tokenizer,
) -> Vec<bool> {
    if search.syntax == Syntax::Cql {
        return vec![false; named.len()];
    }
    let own = folded(pattern, search.case_sensitive);
    let word = WordFilter::parse(&[pattern], tokenizer, search).ok();
    let is_called = |(name, _): &(String, Vec<String>)| {
        let name = folded(name, search.case_sensitive);
        name == own || word.as_ref().is_some_and(|word| word.matches(&name))
    };
    named.iter().map(is_called).collect()
}

/// The number of the word of this name: of a type where case counts, of a normal form otherwise.
pub(super) fn word_called(
    vocabulary: &Vocabulary,
    name: &str,
    case_sensitive: bool,
) -> Option<u32> {
    let norm = vocabulary.find_norm(&normal_form(name));
    if !case_sensitive {
        return norm.map(NormId::number);
    }
    let mut variants = norm.into_iter().flat_map(|norm| vocabulary.variants(norm));
    let word = variants.find(|word| vocabulary.word(*word) == name);
    word.map(TypeId::number)
}

/// Whether the words of a voice in view begin or end within some tokens.
fn is_cut(scope: &Scope, start: Position, end: Position) -> bool {
    if !scope.is_of_voices() {
        return false;
    }
    let (first, last) = (
        scope.stretch_at(start),
        scope.stretch_at(Position::new(end.number() - 1)),
    );
    first != last || first.is_none() && scope.n_tokens_within(&(start..end)) > 0
}
