//! Slots: the words beside a node, and the node itself, by the names that users give them.

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

    /// The slots of these names; an error for any other name, and for one that stands twice.
    pub(super) fn parse_all<S: AsRef<str>>(names: &[S]) -> Result<Vec<Self>> {
        let mut slots = Vec::with_capacity(names.len());
        for name in names.iter().map(AsRef::as_ref) {
            let known = ["L1", "L2", "node", "R1", "R2"];
            let slot = Self::parse(name).ok_or_else(|| Error::unknown("slot", name, known))?;
            if slots.contains(&slot) {
                let message = format!("slots must name each slot once, got {name:?} twice");
                return Err(Error::Parameter(message));
            }
            slots.push(slot);
        }
        if slots.is_empty() {
            let message = "slots must be as in \"R1 R2 R3\", got none";
            return Err(Error::Parameter(message.into()));
        }
        Ok(slots)
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
