//! Which tokens are near a node, which collocates are given, and against what they are scored.

use serde_json::{Value as Json, json};

use super::super::association::Scores;
use super::super::compounds::Named;
use super::super::term_filter::Naming;
use super::super::windows::Window;
use crate::error::{Error, Result};
use crate::query::PatternOptions;
use crate::table::Manifest;

/// Which tokens are near a node.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Near {
    /// A window as a concordance shows it.
    Window(Window),
    /// So many tokens on the left and on the right, but none outside of a window.
    Within((u32, u32), Window),
    /// The zone of the node.
    Zone,
}

impl Near {
    /// The window of a name.
    pub fn from_name(name: &str) -> Result<Self> {
        match name {
            "zone" => Ok(Self::Zone),
            "sentence" | "paragraph" => Ok(Self::Window(Window::from_name(name)?)),
            _ => {
                let known = ["sentence", "paragraph", "zone"];
                Err(Error::unknown("window", name, known))
            }
        }
    }

    /// The same tokens, as far as they are in the sentence or the paragraph.
    pub fn within(self, name: &str) -> Result<Self> {
        let window = Window::from_name(name).map_err(|_| {
            let known = ["sentence", "paragraph"];
            Error::unknown("within", name, known)
        })?;
        match self.tokens() {
            Some(tokens) => Ok(Self::Within(tokens, window)),
            None => Err(Error::Parameter(
                "within needs a window of tokens: a number or a tuple (left, right)".into(),
            )),
        }
    }

    /// How many tokens it has on either side at most, if it says so.
    pub(super) fn tokens(self) -> Option<(u32, u32)> {
        match self {
            Self::Window(Window::Tokens(left, right)) | Self::Within((left, right), _) => {
                Some((left, right))
            }
            _ => None,
        }
    }

    /// What must be known of the texts to tell what is near.
    pub(super) fn window(self) -> Option<Window> {
        match self {
            Self::Window(window) | Self::Within(_, window) => Some(window),
            Self::Zone => None,
        }
    }

    fn within_json(self) -> Json {
        match self {
            Self::Within(_, window) => window.to_json(),
            _ => Json::Null,
        }
    }

    fn to_json(self) -> Json {
        match self {
            Self::Window(Window::Tokens(left, right)) | Self::Within((left, right), _) => {
                json!([left, right])
            }
            Self::Window(window) => window.to_json(),
            Self::Zone => json!("zone"),
        }
    }
}

/// Whether terms are given that are more or less frequent near the node than expected.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Association {
    /// All terms.
    Both,
    /// Terms that are at least as frequent as expected.
    Positive,
    /// Terms that are rarer than expected.
    Negative,
}

impl Association {
    const NAMES: [(&'static str, Self); 3] = [
        ("both", Self::Both),
        ("positive", Self::Positive),
        ("negative", Self::Negative),
    ];

    /// The direction of this name.
    pub fn from_name(name: &str) -> Result<Self> {
        named("direction", &Self::NAMES, name)
    }
}

/// Where the frequencies of all terms come from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Marginals {
    /// The whole corpus.
    Corpus,
    /// What is in view, and of the group.
    Subset,
}

impl Marginals {
    const NAMES: [(&'static str, Self); 2] = [("corpus", Self::Corpus), ("subset", Self::Subset)];

    /// The marginals of this name.
    pub fn from_name(name: &str) -> Result<Self> {
        named("marginals", &Self::NAMES, name)
    }
}

/// What the row of the tables is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Row {
    /// The tokens in all windows.
    Windows,
    /// The matches of the node.
    Node,
}

impl Row {
    const NAMES: [(&'static str, Self); 2] = [("windows", Self::Windows), ("node", Self::Node)];

    /// The row of this name.
    pub fn from_name(name: &str) -> Result<Self> {
        named("row", &Self::NAMES, name)
    }
}

fn named<T: Copy>(what: &'static str, names: &[(&'static str, T)], name: &str) -> Result<T> {
    let found = names.iter().find(|(known, _)| *known == name);
    let known = names.iter().map(|(known, _)| known);
    found
        .map(|(_, value)| *value)
        .ok_or_else(|| Error::unknown(what, name, known))
}

fn name_of<T: PartialEq>(names: &[(&'static str, T)], value: &T) -> &'static str {
    let found = names.iter().find(|(_, known)| known == value);
    found.map_or("", |(name, _)| name)
}

/// A node: its name, if there are several, and its patterns.
#[derive(Clone, Debug)]
pub struct Node {
    /// What the column of nodes calls it; none for the only one.
    pub name: Option<String>,
    /// The patterns that match it.
    pub patterns: Vec<String>,
    /// Whether these are terms as they are counted, which are none of a layer, in place of patterns.
    pub of_terms: bool,
}

/// Which collocates are counted and given.
#[derive(Clone, Debug)]
pub struct CollocateOptions {
    /// How patterns are read, and whether spellings are counted apart.
    pub search: PatternOptions,
    /// Whether spellings are collocates of their own; a query in CQL says itself how it is read.
    pub case_sensitive: bool,
    /// The layer whose values are collocates, in place of words.
    pub layer: Option<String>,
    /// Which tokens are near.
    pub near: Near,
    /// Collocates that are rarer in the windows are left out.
    pub min_frequency: u64,
    /// Collocates in the windows of fewer documents are left out.
    pub min_documents: u64,
    /// The metadata columns by which documents are grouped.
    pub by: Vec<String>,
    /// Where the frequencies of all terms come from.
    pub marginals: Marginals,
    /// What the row of the tables is.
    pub row: Row,
    /// Whether the tokens of the node, which can be in no window, are left out of all frequencies.
    pub without_node: bool,
    /// Measures, if there are any.
    pub scores: Option<Scores>,
    /// Which terms are given.
    pub direction: Association,
    /// Whether there is a column for each distance.
    pub distances: bool,
    /// Compounds that are one term each.
    pub compounds: Named,
    /// Terms that any of these patterns matches have no rows.
    pub exclude: Vec<String>,
}

/// The most columns of distances.
const MOST_DISTANCES: u32 = 200;

impl CollocateOptions {
    pub(super) fn check(&self) -> Result<()> {
        if self.near.tokens() == Some((0, 0)) {
            return Err(Error::Parameter(
                "window must hold at least one token on either side, got 0".into(),
            ));
        }
        let narrow = |(left, right): (u32, u32)| left.saturating_add(right) <= MOST_DISTANCES;
        if self.distances && !self.near.tokens().is_some_and(narrow) {
            return Err(Error::Parameter(format!(
                "distances need a window of tokens, {MOST_DISTANCES} at most in all; take a number \
                 or a tuple (left, right)"
            )));
        }
        Ok(())
    }

    /// What terms are called by.
    pub(super) fn naming(&self) -> Naming<'_> {
        Naming {
            case_sensitive: self.case_sensitive,
            layer: self.layer.as_deref(),
            compounds: &self.compounds,
        }
    }

    /// Whether terms that are in no window have rows.
    pub(super) fn gives_absent(&self) -> bool {
        let all = self.min_frequency == 0 && self.min_documents == 0;
        all && self.direction != Association::Positive
    }

    pub(super) fn describe(&self, manifest: &mut Manifest) {
        let entries = [
            ("case_sensitive", json!(self.case_sensitive)),
            ("layer", json!(self.layer)),
            ("window", self.near.to_json()),
            ("within", self.near.within_json()),
            ("min_frequency", json!(self.min_frequency)),
            ("min_documents", json!(self.min_documents)),
            ("by", json!(self.by)),
            ("exclude", json!(self.exclude)),
            (
                "marginals",
                json!(name_of(&Marginals::NAMES, &self.marginals)),
            ),
            ("row", json!(name_of(&Row::NAMES, &self.row))),
            ("without_node", json!(self.without_node)),
            (
                "direction",
                json!(name_of(&Association::NAMES, &self.direction)),
            ),
            ("distances", json!(self.distances)),
        ];
        for (name, value) in entries {
            manifest.insert(name.into(), value);
        }
        Scores::describe_any(self.scores.as_ref(), manifest);
    }
}
