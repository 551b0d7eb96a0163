//! Slots: the words beside a node, and the node itself, by the names that users give them; and what is
//! read there.

use crate::corpus::{Corpus, Layer};
use crate::error::{Error, Result};

/// A word by its place in a line, or the node.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Slot {
    /// The word so many places left of the node.
    Left(u32),
    /// The node, all of it.
    Node,
    /// The word so many places right of the node.
    Right(u32),
}

impl Slot {
    /// The slot of a name as in `L1`, `node` or `R2`.
    pub(super) fn parse(name: &str) -> Option<Self> {
        if name == "node" {
            return Some(Self::Node);
        }
        let distance = |side: char| {
            let digits = name.strip_prefix(side)?;
            let is_plain = digits.bytes().all(|digit| digit.is_ascii_digit());
            let distance: u32 = digits.parse().ok()?;
            (is_plain && distance > 0).then_some(distance)
        };
        let left = distance('L').map(Self::Left);
        left.or_else(|| distance('R').map(Self::Right))
    }

    /// What orders slots as they stand in a line.
    pub(super) fn place(self) -> i64 {
        match self {
            Self::Left(distance) => -i64::from(distance),
            Self::Node => 0,
            Self::Right(distance) => distance.into(),
        }
    }
}

/// A slot, and what is read there: words, or the values of a layer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Reading {
    pub(super) slot: Slot,
    pub(super) layer: Option<usize>,
}

impl Reading {
    /// What a name as in `R1` or `R1.lemma` asks for.
    pub(super) fn parse(name: &str, corpus: &Corpus) -> Option<Self> {
        if let Some(slot) = Slot::parse(name) {
            return Some(Self { slot, layer: None });
        }
        let (slot, layer) = name.split_once('.')?;
        let layer = corpus.layer(layer).ok()?;
        Slot::parse(slot).map(|slot| Self {
            slot,
            layer: Some(layer),
        })
    }

    /// The error for a name that stands for nothing, or for a slot of a layer that does not exist.
    pub(super) fn unknown<'n>(
        what: &'static str,
        name: &str,
        known: impl IntoIterator<Item = &'n str>,
        corpus: &Corpus,
    ) -> Error {
        match name.split_once('.') {
            Some((slot, layer)) if Slot::parse(slot).is_some() => {
                Error::unknown("layer", layer, corpus.layers().iter().map(Layer::name))
            }
            _ => Error::unknown(what, name, known),
        }
    }

    /// What these names ask for; an error for any other name, and for one that stands twice.
    pub(super) fn parse_all<S: AsRef<str>>(names: &[S], corpus: &Corpus) -> Result<Vec<Self>> {
        let mut readings = Vec::with_capacity(names.len());
        for name in names.iter().map(AsRef::as_ref) {
            let known = ["L1", "L2", "node", "R1", "R2"];
            let reading = Self::parse(name, corpus);
            let reading = reading.ok_or_else(|| Self::unknown("slot", name, known, corpus))?;
            if readings.contains(&reading) {
                let message = format!("slots must name each slot once, got {name:?} twice");
                return Err(Error::Parameter(message));
            }
            readings.push(reading);
        }
        if readings.is_empty() {
            let message = "slots must be as in \"R1 R2 R3\", got none";
            return Err(Error::Parameter(message.into()));
        }
        Ok(readings)
    }
}
