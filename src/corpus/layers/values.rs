//! The values of one segment's tokens, packed, and what their numbers are in the corpus.

use std::ops::Range;
use std::sync::{Arc, OnceLock};

use arrow_buffer::ScalarBuffer;

use crate::corpus::Position;
use crate::corpus::bits::{PADDING, Packed, pack, width_of};
use crate::corpus::part::Part;
use crate::corpus::store::{FileEntry, LayerFile};

/// The values of a segment's tokens by its own numbers: 0 for none, others from 1.
#[derive(Debug)]
pub(in crate::corpus) struct SegmentValues {
    pub(in crate::corpus) numbers: Packed,
    /// How many different values there are.
    pub(in crate::corpus) n_values: usize,
    /// The file that they were last written to or read from.
    pub(in crate::corpus) saved: OnceLock<LayerFile>,
}

/// A layer of a part of a corpus.
#[derive(Clone, Debug)]
pub(in crate::corpus) struct PartLayer {
    pub(in crate::corpus) segment: Arc<SegmentValues>,
    /// The corpus's number of each of the segment's own, of which the first is 0.
    pub(in crate::corpus) values: ScalarBuffer<u32>,
}

/// The own numbers of a segment without values.
const NONE: &[u32] = &[0];

impl PartLayer {
    /// A layer of these numbers, one a token; none if no token has a value.
    pub(in crate::corpus) fn new(numbers: &[u32]) -> Option<Self> {
        let mut values = numbers.to_vec();
        values.push(0);
        values.sort_unstable();
        values.dedup();
        if values.len() == 1 {
            return None;
        }
        let own = |number: &u32| {
            let place = values.binary_search(number).expect("one of the values");
            u32::try_from(place).expect("no more values than tokens")
        };
        let width = width_of(own(&values[values.len() - 1]));
        let mut bytes = Vec::new();
        pack(numbers.iter().map(own), width, &mut bytes);
        bytes.extend([0; PADDING]);
        let numbers = Packed::over(bytes.into(), width, numbers.len());
        let segment = SegmentValues {
            numbers: numbers.expect("as many as were packed"),
            n_values: values.len() - 1,
            saved: OnceLock::new(),
        };
        Some(Self {
            segment: Arc::new(segment),
            values: values.into(),
        })
    }

    /// A number that a value of the segment has.
    fn known_value(&self, own: u32) -> u32 {
        if own as usize >= self.values.len() {
            self.no_value(own);
        }
        own
    }

    /// Throws that a token has a value that there is not, as those of a damaged file can.
    #[cold]
    fn no_value(&self, own: u32) -> ! {
        let n_values = self.values.len() - 1;
        let message = format!("a token has value {own}, and there are {n_values}");
        let file = self.segment.saved.get().map(|saved| &saved.file);
        FileEntry::wrong_in(file, "token_values", message).throw()
    }

    /// The same values by the numbers of another corpus.
    pub(in crate::corpus) fn renumbered(&self, numbers: &[u32]) -> Self {
        let of = |value: &u32| numbers[*value as usize];
        Self {
            segment: self.segment.clone(),
            values: self.values.iter().map(of).collect(),
        }
    }
}

impl Part {
    fn layer(&self, number: usize) -> Option<&PartLayer> {
        self.layers().get(number)?.as_ref()
    }

    /// The corpus's number of each of the segment's own values, of which the first is 0 for none.
    pub fn own_values(&self, layer: usize) -> &[u32] {
        self.layer(layer).map_or(NONE, |layer| &layer.values)
    }

    /// Whether any of its tokens has a value.
    pub fn has_values(&self, layer: usize) -> bool {
        self.layer(layer).is_some()
    }

    /// The segment's own number of a token's value, 0 for none.
    pub fn own_value_at(&self, layer: usize, position: Position) -> u32 {
        let place = self.local(position) as usize;
        self.layer(layer).map_or(0, |layer| {
            layer.known_value(layer.segment.numbers.get(place))
        })
    }

    /// The number of a token's value, 0 for none.
    pub fn value_at(&self, layer: usize, position: Position) -> u32 {
        self.own_values(layer)[self.own_value_at(layer, position) as usize]
    }

    /// Passes on the segment's own numbers of the values of some tokens, in order.
    pub fn each_own_value(&self, layer: usize, range: Range<Position>, mut pass: impl FnMut(u32)) {
        let range = self.local(range.start) as usize..self.local(range.end) as usize;
        match self.layer(layer) {
            Some(layer) => {
                let numbers = &layer.segment.numbers;
                numbers.read(range, |own| pass(layer.known_value(own)));
            }
            None => range.for_each(|_| pass(0)),
        }
    }

    /// Replaces `numbers` by what some tokens have in `of`, which has one for each of the segment's own
    /// numbers of values.
    pub fn read_own_values(
        &self,
        layer: usize,
        range: Range<Position>,
        numbers: &mut Vec<u32>,
        of: &[u32],
    ) {
        let range = self.local(range.start) as usize..self.local(range.end) as usize;
        if let Some(layer) = self.layer(layer) {
            return layer.segment.numbers.read_into(range, numbers, |own| {
                *of.get(own as usize).unwrap_or_else(|| layer.no_value(own))
            });
        }
        numbers.clear();
        numbers.resize(range.len(), of[0]);
    }
}
