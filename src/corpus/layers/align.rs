//! From outer tokens to the tokens of a corpus, by the characters that both have.

use std::cmp::Reverse;
use std::ops::Range;
use std::sync::{Arc, OnceLock};

use super::annotations::{Annotations, Values};
use super::{Alignment, Layer, PartLayer, counts};
use crate::corpus::part::Part;
use crate::corpus::{Corpus, DocId, Position};
use crate::error::{Error, Result};
use crate::task::Task;

/// How many documents one worker takes at a time.
const DOCUMENTS_A_PART: usize = 32;

/// Which value a token gets that several outer tokens have characters in common with.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Several {
    /// That of the first one.
    #[default]
    First,
    /// That of the last one.
    Last,
    /// That of the one with most characters in common, the first of several.
    Longest,
    /// All, with `+` between them.
    Joined,
}

impl Several {
    /// The rule of a name.
    pub fn from_name(name: &str) -> Result<Self> {
        match name {
            "first" => Ok(Self::First),
            "last" => Ok(Self::Last),
            "longest" => Ok(Self::Longest),
            "joined" => Ok(Self::Joined),
            _ => Err(Error::unknown(
                "several",
                name,
                ["first", "last", "longest", "joined"],
            )),
        }
    }
}

/// An outer token that is not exactly one token.
#[derive(Clone, Debug)]
pub(crate) struct Mismatch {
    pub(crate) document: DocId,
    /// Its characters.
    pub(crate) start: u32,
    pub(crate) end: u32,
    pub(crate) kind: MismatchKind,
    /// How many tokens it has characters in common with.
    pub(crate) tokens: u32,
    /// What was not found, where it is not in the text.
    pub(crate) form: Option<String>,
}

/// How an outer token lies to those of a corpus.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum MismatchKind {
    Shared,
    Spread,
    Partial,
    Outside,
    Unplaced,
}

impl MismatchKind {
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Shared => "shared",
            Self::Spread => "spread",
            Self::Partial => "partial",
            Self::Outside => "outside",
            Self::Unplaced => "not found",
        }
    }
}

impl Corpus {
    /// The corpus with layers of annotation on its tokens; its segments are shared.
    ///
    /// A token gets the value of the outer token with which it has characters in common, by `several` if
    /// there are more; an outer token over several tokens gives its value to each. Documents that are
    /// not annotated keep what they have in a layer of that name.
    ///
    /// Errors: [`Error::Parameter`] for characters that a text does not have.
    pub fn annotate(
        &self,
        mut annotations: Annotations,
        several: Several,
        task: &Task,
    ) -> Result<Self> {
        let mut order: Vec<u32> = (0..).take(annotations.rows.starts.len()).collect();
        let rows = &annotations.rows;
        task.sort(&mut order, |row| {
            let row = *row as usize;
            (
                rows.documents[row],
                rows.starts[row],
                Reverse(rows.ends[row]),
            )
        })?;
        let documents: Vec<DocId> = (0..self.n_documents()).map(DocId::from_index).collect();
        let chunks = documents.chunks(DOCUMENTS_A_PART).collect();
        task.expect(documents.len() as u64);
        let found = task.map(chunks, |documents: &[DocId]| {
            let mut found = Found::default();
            for document in documents.iter().filter(|id| annotations.named[id.index()]) {
                task.check()?;
                aligned(self, &annotations, &order, (*document, several), &mut found)?;
            }
            task.advance(documents.len() as u64);
            Ok(found)
        })?;
        let mut alignment = Alignment::default();
        let mut mismatches = Vec::new();
        let mut assigned: Vec<Vec<Assigned>> = vec![Vec::new(); annotations.n_layers()];
        for mut part in found {
            alignment.add(&part.alignment);
            mismatches.append(&mut part.mismatches);
            for (all, own) in assigned.iter_mut().zip(part.assigned) {
                all.extend(own);
            }
        }
        unplaced(&mut annotations, &mut alignment, &mut mismatches);
        let mismatches = Arc::new(mismatches);
        let mut corpus = self.clone();
        let names = std::mem::take(&mut annotations.names);
        let values = std::mem::take(&mut annotations.values);
        for ((name, values), assigned) in names.into_iter().zip(values).zip(assigned) {
            task.check()?;
            corpus = corpus.with_layer(
                name,
                (&values, &assigned, &annotations.named),
                (alignment, mismatches.clone()),
            )?;
        }
        Ok(corpus)
    }

    /// The corpus with one layer more, or another one of that name.
    fn with_layer(
        &self,
        name: String,
        (values, assigned, named): (&Values, &[Assigned], &[bool]),
        (alignment, mismatches): (Alignment, Arc<Vec<Mismatch>>),
    ) -> Result<Self> {
        let known = self.layers.iter().position(|layer| layer.name == name);
        let number = known.unwrap_or(self.layers.len());
        let known_values = known.map(|known| Values::of_words(&self.layers[known].values));
        let mut all = known_values.transpose()?.unwrap_or_default();
        let mut rest = assigned;
        let mut parts = Vec::with_capacity(self.parts.len());
        for part in &self.parts {
            let own = rest.partition_point(|given| given.position < part.positions().end);
            let (own, others) = rest.split_at(own);
            rest = others;
            let mut documents = part.documents_by_number();
            if !documents.any(|document| named[document.index()]) {
                parts.push(part.clone());
                continue;
            }
            let mut given = part.kept(number, named);
            for value in own {
                given[part.local(value.position) as usize] = value.number(values, &mut all)?;
            }
            parts.push(part.clone().with_layer(number, PartLayer::new(&given)));
        }
        let layer = Layer {
            name,
            counts: counts(&parts, number, all.words.len()),
            values: Arc::new(all.words),
            alignment,
            mismatches: Some(mismatches),
            hash: OnceLock::new(),
        };
        let mut corpus = self.clone();
        corpus.parts = parts;
        corpus.origin = OnceLock::new();
        match known {
            Some(known) => corpus.layers[known] = layer,
            None => corpus.layers.push(layer),
        }
        Ok(corpus)
    }
}

impl Part {
    fn documents_by_number(&self) -> impl Iterator<Item = DocId> {
        let documents = self.documents();
        (documents.start.number()..documents.end.number()).map(DocId::new)
    }

    /// The values that its tokens have, without those of documents that are annotated anew.
    fn kept(&self, layer: usize, named: &[bool]) -> Vec<u32> {
        let own = self.own_values(layer);
        let mut values = Vec::new();
        self.read_own_values(layer, self.positions(), &mut values, own);
        let first = self.positions().start.number();
        for document in self.documents_by_number().filter(|id| named[id.index()]) {
            let range = self.document_range(document);
            let places = range.start.number() - first..range.end.number() - first;
            values[places.start as usize..places.end as usize].fill(0);
        }
        values
    }
}

impl Alignment {
    pub(super) fn add(&mut self, other: &Self) {
        self.rows += other.rows;
        self.exact += other.exact;
        self.wider += other.wider;
        self.shared += other.shared;
        self.spread += other.spread;
        self.partial += other.partial;
        self.outside += other.outside;
        self.unplaced += other.unplaced;
    }
}

/// What was not found in the text, among the mismatches.
fn unplaced(
    annotations: &mut Annotations,
    alignment: &mut Alignment,
    mismatches: &mut Vec<Mismatch>,
) {
    let missing = std::mem::take(&mut annotations.unplaced);
    if missing.is_empty() {
        return;
    }
    alignment.rows += missing.len() as u64;
    alignment.unplaced += missing.len() as u64;
    mismatches.extend(missing.into_iter().map(|(document, at, form)| Mismatch {
        document,
        start: at,
        end: at,
        kind: MismatchKind::Unplaced,
        tokens: 0,
        form: Some(form),
    }));
    // Stable: what came first at one place stays first.
    mismatches.sort_by_key(|mismatch| (mismatch.document, mismatch.start));
}

/// A value that a token gets: one, or several to be joined.
#[derive(Clone, Debug)]
struct Assigned {
    position: Position,
    number: u32,
    joined: Option<Box<[u32]>>,
}

impl Assigned {
    /// Its number among all values of a layer; its own is one of those that were given.
    fn number(&self, given: &Values, all: &mut Values) -> Result<u32> {
        let word = |number: u32| given.words.get(number as usize - 1);
        match &self.joined {
            None => all.number(word(self.number)),
            Some(several) => {
                let words: Vec<&str> = several.iter().map(|number| word(*number)).collect();
                all.number(&words.join("+"))
            }
        }
    }
}

/// What one worker found.
#[derive(Default)]
struct Found {
    alignment: Alignment,
    mismatches: Vec<Mismatch>,
    /// For each layer.
    assigned: Vec<Vec<Assigned>>,
}

/// Aligns the outer tokens of one document; `order` has all rows in the order of documents.
fn aligned(
    corpus: &Corpus,
    annotations: &Annotations,
    order: &[u32],
    (document, several): (DocId, Several),
    found: &mut Found,
) -> Result<()> {
    let rows = &annotations.rows;
    let of = |row: &u32| rows.documents[*row as usize];
    let own = order.partition_point(|row| of(row) < document)
        ..order.partition_point(|row| of(row) <= document);
    let own = &order[own];
    let text = corpus.text(document)?;
    let spans = bytes_of(corpus, annotations, document, own)?;
    let range = corpus.document_range(document);
    let mut tokens = Vec::with_capacity(range.end.index() - range.start.index());
    corpus.each_token(range.clone(), |_, bytes| tokens.push(bytes));
    let touched = touched(&spans, &tokens);
    let mut on = vec![Vec::new(); tokens.len()];
    for (place, touched) in touched.iter().enumerate() {
        for token in touched.clone() {
            on[token].push(place);
        }
    }
    for ((row, span), touched) in own.iter().zip(&spans).zip(&touched) {
        let kind = kind(span, touched, &tokens, &on, &mut found.alignment);
        found.mismatches.extend(kind.map(|kind| Mismatch {
            document,
            start: rows.starts[*row as usize],
            end: rows.ends[*row as usize],
            kind,
            tokens: u32::try_from(touched.len()).expect("fewer tokens than 2^32"),
            form: None,
        }));
    }
    found.assigned.resize_with(annotations.n_layers(), Vec::new);
    for (layer, assigned) in annotations.values.iter().zip(&mut found.assigned) {
        for (token, on) in on.iter().enumerate().filter(|(_, on)| !on.is_empty()) {
            let value = |place: &usize| layer.numbers[own[*place] as usize];
            let with_value = on.iter().filter(|place| value(place) != 0);
            let common = |place: &usize| {
                let (span, token) = (&spans[*place], &tokens[token]);
                let shared = span.start.max(token.start)..span.end.min(token.end);
                text[shared].chars().count()
            };
            let position =
                Position::new(range.start.number() + u32::try_from(token).expect("a token"));
            assigned.extend(chosen(with_value.copied(), several, value, common).map(
                |(number, joined)| Assigned {
                    position,
                    number,
                    joined,
                },
            ));
        }
    }
    Ok(())
}

type Choice = (u32, Option<Box<[u32]>>);

/// The value of a token, of those that outer tokens on it have.
fn chosen(
    places: impl Iterator<Item = usize> + Clone,
    several: Several,
    value: impl Fn(&usize) -> u32,
    common: impl Fn(&usize) -> usize,
) -> Option<Choice> {
    let mut values = places.clone();
    let one = match several {
        Several::First => values.next(),
        Several::Last => values.last(),
        // Of equals the first.
        Several::Longest => values.max_by_key(|place| (common(place), Reverse(*place))),
        Several::Joined => {
            let all: Box<[u32]> = places.map(|place| value(&place)).collect();
            return match *all {
                [] => None,
                [one] => Some((one, None)),
                [first, ..] => Some((first, Some(all))),
            };
        }
    };
    one.map(|place| (value(&place), None))
}

/// The bytes of outer tokens in their document.
fn bytes_of(
    corpus: &Corpus,
    annotations: &Annotations,
    document: DocId,
    own: &[u32],
) -> Result<Vec<Range<usize>>> {
    let text = corpus.text(document)?;
    let rows = &annotations.rows;
    let mut bounds: Vec<u32> = own
        .iter()
        .flat_map(|row| [rows.starts[*row as usize], rows.ends[*row as usize]])
        .collect();
    bounds.sort_unstable();
    bounds.dedup();
    let mut places = text
        .char_indices()
        .map(|(byte, _)| byte)
        .chain([text.len()])
        .enumerate();
    let mut bytes = Vec::with_capacity(bounds.len());
    for bound in &bounds {
        let place = places.find(|(character, _)| *character == *bound as usize);
        let Some((_, byte)) = place else {
            let message = format!(
                "start and end must lie within the text of {} characters, got {bound}",
                text.chars().count()
            );
            return Err(Error::text(corpus.ids().name(document), message));
        };
        bytes.push(byte);
    }
    let byte = |character: u32| {
        let place = bounds.binary_search(&character).expect("one of the bounds");
        bytes[place]
    };
    let span = |row: &u32| byte(rows.starts[*row as usize])..byte(rows.ends[*row as usize]);
    Ok(own.iter().map(span).collect())
}

/// For each span the tokens that it has bytes in common with. Spans ascend by their starts.
fn touched(spans: &[Range<usize>], tokens: &[Range<usize>]) -> Vec<Range<usize>> {
    let touched = |span: &Range<usize>| {
        let first = tokens.partition_point(|token| token.end <= span.start);
        let behind = tokens.partition_point(|token| token.start < span.end);
        if span.is_empty() {
            first..first
        } else {
            first..behind.max(first)
        }
    };
    spans.iter().map(touched).collect()
}

/// How a span lies to the tokens that it touches, if it does not fit.
fn kind(
    span: &Range<usize>,
    touched: &Range<usize>,
    tokens: &[Range<usize>],
    on: &[Vec<usize>],
    alignment: &mut Alignment,
) -> Option<MismatchKind> {
    alignment.rows += 1;
    let (kind, count) = if touched.is_empty() {
        (MismatchKind::Outside, &mut alignment.outside)
    } else if touched.len() > 1 {
        (MismatchKind::Spread, &mut alignment.spread)
    } else if on[touched.start].len() > 1 {
        (MismatchKind::Shared, &mut alignment.shared)
    } else {
        let token = &tokens[touched.start];
        if span == token {
            alignment.exact += 1;
            return None;
        }
        if span.start <= token.start && token.end <= span.end {
            alignment.wider += 1;
            return None;
        }
        (MismatchKind::Partial, &mut alignment.partial)
    };
    *count += 1;
    Some(kind)
}
