//! Terms: what is counted, normal forms, spellings or values of a layer, as numbers by position.

use std::borrow::Cow;
use std::cmp::{Ordering, Reverse};
use std::ops::Range;

use super::compounds::Compounds;
use super::term_filter::LeftOut;
use crate::corpus::{Corpus, DocId, Part, Position, Scope, TypeId, Vocabulary, Words};
use crate::error::{Error, Result};
use crate::task::Task;

/// The terms of a scope. Their numbers are in no order that a result may rely on.
pub(super) struct Terms<'s> {
    scope: &'s Scope,
    unit: Unit,
    by_part: ByPart<'s>,
    compounds: Option<&'s Compounds>,
}

/// What is counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Unit {
    Norm,
    Type,
    /// The values of a layer. A token without one has no term.
    Layer(usize),
}

impl Unit {
    /// Normal forms, spellings where case counts, or the values of a layer.
    pub(super) fn new(scope: &Scope, case_sensitive: bool, layer: Option<&str>) -> Result<Self> {
        match (layer, case_sensitive) {
            (None, false) => Ok(Self::Norm),
            (None, true) => Ok(Self::Type),
            (Some(layer), false) => scope.corpus().layer(layer).map(Self::Layer),
            (Some(layer), true) => Err(Error::Parameter(format!(
                "case_sensitive must not be true for layer {layer:?}, whose values are counted as they \
                 came"
            ))),
        }
    }

    /// The number of each type or value of a part, by the part's own numbers.
    fn numbers<'p>(self, part: &'p Part, vocabulary: &Vocabulary) -> Cow<'p, [u32]> {
        match self {
            Self::Norm => Cow::Borrowed(part.own_norm_numbers(vocabulary)),
            Self::Type => Cow::Borrowed(part.own_type_numbers()),
            Self::Layer(layer) => {
                let own = part.own_values(layer).iter();
                own.map(|value| value.checked_sub(1).unwrap_or(Numbering::LEFT_OUT))
                    .collect()
            }
        }
    }
}

/// The number of each type, or value of a layer, of each part of the corpus, by the part's own numbers.
struct ByPart<'p> {
    layer: Option<usize>,
    numbers: Vec<Cow<'p, [u32]>>,
}

impl ByPart<'_> {
    /// Replaces `numbers` by those of the tokens of a range within one document.
    fn read(&self, corpus: &Corpus, range: Range<Position>, numbers: &mut Vec<u32>) {
        if range.is_empty() {
            return numbers.clear();
        }
        let part = corpus.part_number_at(range.start);
        self.read_in(corpus, part, range, numbers);
    }

    /// The same of a range in a part of this number.
    fn read_in(
        &self,
        corpus: &Corpus,
        part: usize,
        range: Range<Position>,
        numbers: &mut Vec<u32>,
    ) {
        let of: &[u32] = &self.numbers[part];
        let part = &corpus.parts()[part];
        match self.layer {
            None => part.read_local_types(range, numbers, of),
            Some(layer) => part.read_own_values(layer, range, numbers, of),
        }
    }
}

impl<'s> Terms<'s> {
    pub(super) fn new(scope: &'s Scope, case_sensitive: bool) -> Self {
        let unit = if case_sensitive {
            Unit::Type
        } else {
            Unit::Norm
        };
        Self::of(scope, unit)
    }

    /// The terms of a scope, which are these.
    pub(super) fn of(scope: &'s Scope, unit: Unit) -> Self {
        let vocabulary = scope.corpus().vocabulary();
        let layer = match unit {
            Unit::Layer(layer) => Some(layer),
            Unit::Norm | Unit::Type => None,
        };
        let parts = scope.corpus().parts().iter();
        let numbers = parts.map(|part| unit.numbers(part, vocabulary)).collect();
        Self {
            scope,
            unit,
            by_part: ByPart { layer, numbers },
            compounds: None,
        }
    }

    /// The same, with the tokens of each compound as one term.
    pub(super) fn with_compounds(self, compounds: &'s Compounds) -> Self {
        Self {
            compounds: compounds.found(),
            ..self
        }
    }

    /// The compounds that are terms, if there are any.
    pub(super) fn compounds(&self) -> Option<&'s Compounds> {
        self.compounds
    }

    /// The number of terms of a document that are in view.
    pub(super) fn n_tokens_of(&self, document: DocId) -> u64 {
        n_terms_of(self.scope, self.compounds, document)
    }

    /// Keeps those that are terms, where some tokens have none.
    pub(super) fn retain(&self, terms: &mut Vec<u32>) {
        if let Unit::Layer(_) = self.unit {
            terms.retain(|term| *term != Numbering::LEFT_OUT);
        }
    }

    pub(super) fn scope(&self) -> &'s Scope {
        self.scope
    }

    /// What is counted.
    pub(super) fn unit(&self) -> Unit {
        self.unit
    }

    /// The number of terms in the corpus.
    pub(super) fn len(&self) -> usize {
        let compounds = self
            .compounds
            .map_or(0, |compounds| compounds.names().len());
        self.words().len() + compounds
    }

    pub(super) fn name(&self, term: u32) -> &'s str {
        let (term, n_words) = (term as usize, self.words().len());
        match self.compounds {
            Some(compounds) if term >= n_words => &compounds.names()[term - n_words],
            _ => self.words().get(term),
        }
    }

    /// Replaces `terms` by those of a range within one document; a token without a term has none of these.
    pub(super) fn read(&self, range: Range<Position>, terms: &mut Vec<u32>) {
        self.read_each(range, terms);
        self.retain(terms);
    }

    /// The same, with [`Numbering::LEFT_OUT`] for a token without a term.
    pub(super) fn read_each(&self, range: Range<Position>, terms: &mut Vec<u32>) {
        self.by_part.read(self.scope.corpus(), range.clone(), terms);
        if let Some(compounds) = self.compounds {
            compounds.merge(&range, terms, compounds.terms());
        }
    }

    /// The same of a range in a part of this number, where there are no compounds.
    pub(super) fn read_in(&self, part: usize, range: Range<Position>, terms: &mut Vec<u32>) {
        let corpus = self.scope.corpus();
        self.by_part.read_in(corpus, part, range, terms);
    }

    /// How often each term occurs in the whole corpus.
    pub(super) fn corpus_frequencies(&self) -> Vec<u64> {
        if let Unit::Layer(layer) = self.unit {
            return self.scope.corpus().layers()[layer].counts().to_vec();
        }
        let vocabulary = self.vocabulary();
        let mut frequencies = match self.unit {
            Unit::Norm => vocabulary.norm_frequencies().to_vec(),
            _ => (0..vocabulary.types().len())
                .map(|word| vocabulary.frequency(TypeId::from_index(word)))
                .collect(),
        };
        frequencies.resize(self.len(), 0);
        let mut read = Vec::new();
        for (tokens, kind) in self.compounds.into_iter().flat_map(Compounds::iter) {
            self.by_part.read(self.scope.corpus(), tokens, &mut read);
            for term in &read {
                frequencies[*term as usize] -= 1;
            }
            let compounds = self.compounds.expect("there is one");
            frequencies[compounds.terms()[kind as usize] as usize] += 1;
        }
        frequencies
    }

    /// Those that occur at least so often in the corpus, numbered in the order of their names.
    pub(super) fn alphabetical(&self, min_frequency: u64, task: &Task) -> Result<Numbering> {
        self.alphabetical_but(&LeftOut::default(), min_frequency, task)
    }

    /// The same without some.
    pub(super) fn alphabetical_but(
        &self,
        left_out: &LeftOut,
        min_frequency: u64,
        task: &Task,
    ) -> Result<Numbering> {
        let frequencies = self.corpus_frequencies();
        let is_kept =
            |term: &u32| frequencies[*term as usize] >= min_frequency && !left_out.has(*term);
        Ok(self.numbered(self.in_order(is_kept, task)?))
    }

    /// Some terms in the order of their names.
    pub(super) fn in_order(&self, is_kept: impl Fn(&u32) -> bool, task: &Task) -> Result<Vec<u32>> {
        let Some(places) = self.places(task)? else {
            return self.sorted(is_kept, task);
        };
        let mut order = vec![0; places.len()];
        for (term, place) in (0..).zip(places) {
            order[*place as usize] = term;
        }
        order.retain(is_kept);
        Ok(order)
    }

    /// The place of each term in the order of names, which the vocabulary keeps for normal forms alone.
    pub(super) fn places(&self, task: &Task) -> Result<Option<&'s [u32]>> {
        if !self.are_norms() {
            return Ok(None);
        }
        let places = self.vocabulary().norm_places(|| {
            let mut places = vec![0; self.len()];
            for (place, term) in (0..).zip(self.sorted(|_| true, task)?) {
                places[term as usize] = place;
            }
            Ok(places)
        });
        places.map(Some)
    }

    fn sorted(&self, is_kept: impl Fn(&u32) -> bool, task: &Task) -> Result<Vec<u32>> {
        let terms = 0..u32::try_from(self.len()).expect("fewer than 2^32 terms");
        let keys = terms
            .filter(is_kept)
            .map(|term| (beginning(self.name(term)), term));
        let mut order: Vec<(u128, u32)> = keys.collect();
        task.sort_by(&mut order, |one, two| {
            let first = one.0.cmp(&two.0);
            first.then_with(|| self.name(one.1).cmp(self.name(two.1)))
        })?;
        Ok(order.into_iter().map(|(_, term)| term).collect())
    }

    /// Whether they are the normal forms of single tokens.
    pub(super) fn are_norms(&self) -> bool {
        self.unit == Unit::Norm && self.compounds.is_none()
    }

    /// All, numbered by their frequency in the corpus descending, then by name.
    pub(super) fn by_frequency(&self, task: &Task) -> Result<Numbering> {
        let frequencies = self.corpus_frequencies();
        let mut order = self.in_order(|_| true, task)?;
        // A stable sort leaves terms of one frequency in the order of their names.
        order.sort_by_key(|term| Reverse(frequencies[*term as usize]));
        Ok(self.numbered(order))
    }

    /// The order of two terms by the bytes of their names, or by their places where these are kept.
    pub(super) fn by_name(
        &self,
        task: &Task,
    ) -> Result<impl Fn(u32, u32) -> Ordering + Sync + Send + '_> {
        let places = self.places(task)?;
        Ok(move |one: u32, two: u32| match places {
            Some(places) => places[one as usize].cmp(&places[two as usize]),
            None => self.name(one).cmp(self.name(two)),
        })
    }

    /// All, by their own numbers.
    pub(super) fn unordered(&self) -> Numbering {
        let n_terms = u32::try_from(self.len()).expect("fewer than 2^32 terms");
        self.numbered((0..n_terms).collect())
    }

    /// These terms in this order, the others left out.
    fn numbered(&self, terms: Vec<u32>) -> Numbering {
        let mut numbers = vec![Numbering::LEFT_OUT; self.len()];
        for (number, term) in (0..).zip(&terms) {
            numbers[*term as usize] = number;
        }
        let of_part = |part: &Cow<'_, [u32]>| {
            let of = |term: &u32| numbers.get(*term as usize);
            let number = |term| of(term).copied().unwrap_or(Numbering::LEFT_OUT);
            part.iter().map(number).collect()
        };
        let compounds = self.compounds.map_or(&[][..], Compounds::terms).iter();
        Numbering {
            by_part: ByPart {
                layer: self.by_part.layer,
                numbers: self.by_part.numbers.iter().map(of_part).collect(),
            },
            compounds: compounds.map(|term| numbers[*term as usize]).collect(),
            terms,
        }
    }

    fn vocabulary(&self) -> &'s Vocabulary {
        self.scope.corpus().vocabulary()
    }

    /// The number of the words, behind which compounds have theirs.
    pub(super) fn n_words(&self) -> usize {
        self.words().len()
    }

    fn words(&self) -> &'s Words {
        match self.unit {
            Unit::Norm => self.vocabulary().norms(),
            Unit::Type => self.vocabulary().types(),
            Unit::Layer(layer) => self.scope.corpus().layers()[layer].values(),
        }
    }
}

/// The number of terms of a document that are in view.
pub(super) fn n_terms_of(scope: &Scope, compounds: Option<&Compounds>, document: DocId) -> u64 {
    let Some(compounds) = compounds else {
        return scope.n_tokens_of(document);
    };
    let mut terms = 0;
    scope.each_range(document, |range| terms += compounds.n_units(&range));
    terms
}

/// The first sixteen bytes of a word as a number of the same order.
fn beginning(word: &str) -> u128 {
    let mut bytes = [0; 16];
    let length = word.len().min(bytes.len());
    bytes[..length].copy_from_slice(&word.as_bytes()[..length]);
    u128::from_be_bytes(bytes)
}

/// Some terms in an order of their own, by which they are numbered.
pub(super) struct Numbering {
    /// The number of each type's term, or [`Numbering::LEFT_OUT`].
    by_part: ByPart<'static>,
    /// The number of each compound.
    compounds: Vec<u32>,
    /// The terms in their order.
    terms: Vec<u32>,
}

impl Numbering {
    /// The number of a term that is not among those chosen.
    pub(super) const LEFT_OUT: u32 = u32::MAX;

    /// How many are numbered.
    pub(super) fn len(&self) -> usize {
        self.terms.len()
    }

    /// The term of a number.
    pub(super) fn term(&self, number: u32) -> u32 {
        self.terms[number as usize]
    }

    /// The same terms numbered by how frequent they are, descending, to the power of two; and the number that each
    /// has here, by the one that it has there.
    pub(super) fn by_rank(&self, frequencies: &[u64]) -> (Self, Vec<u32>) {
        let mut numbers: Vec<u32> = (0..).take(self.terms.len()).collect();
        numbers.sort_by_key(|number| Reverse(frequencies[*number as usize].checked_ilog2()));
        let mut ranks = vec![0; numbers.len()];
        for (rank, number) in (0..).zip(&numbers) {
            ranks[*number as usize] = rank;
        }
        let rank = |number: &u32| ranks.get(*number as usize).copied();
        let ranked = |numbers: &[u32]| -> Vec<u32> {
            let ranks = numbers
                .iter()
                .map(|number| rank(number).unwrap_or(Self::LEFT_OUT));
            ranks.collect()
        };
        let parts = self.by_part.numbers.iter();
        let numbering = Self {
            by_part: ByPart {
                layer: self.by_part.layer,
                numbers: parts.map(|part| ranked(part).into()).collect(),
            },
            compounds: ranked(&self.compounds),
            terms: numbers.iter().map(|number| self.term(*number)).collect(),
        };
        (numbering, numbers)
    }

    /// The names in the order of the numbers.
    pub(super) fn names<'s>(&self, of: &Terms<'s>) -> Vec<&'s str> {
        self.terms.iter().map(|term| of.name(*term)).collect()
    }

    /// Replaces `numbers` by those of the terms of a range within one document.
    pub(super) fn read(&self, of: &Terms<'_>, range: Range<Position>, numbers: &mut Vec<u32>) {
        self.by_part.read(of.scope.corpus(), range.clone(), numbers);
        if let Some(compounds) = of.compounds {
            compounds.merge(&range, numbers, &self.compounds);
        }
    }
}
