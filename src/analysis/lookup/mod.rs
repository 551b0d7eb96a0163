//! Lookup: how often the categories of a dictionary occur, by token, sentence or document.

mod counting;
mod overlaps;

use arrow_array::ArrayRef;
use serde_json::{Value, json};

use super::compounds::{Compounds, Named, Units};
use super::frequency::check_names;
use super::terms::{Terms, Unit};
use crate::corpus::{Groups, Scope};
use crate::error::{Error, Result};
use crate::query::{Joined, Lexicon};
use crate::table::{self, Table};
use crate::task::Task;
use crate::text::normal_form;

use counting::{Count, Group, count};
pub use overlaps::Overlaps;

/// How many rows a table of categories or entries may have.
const MOST_ROWS: usize = 1 << 26;

/// What is counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LookupUnit {
    /// Matches.
    Token,
    /// Sentences with a match.
    Sentence,
    /// Documents with a match.
    Document,
}

impl LookupUnit {
    /// The unit of this name.
    pub fn from_name(name: &str) -> Result<Self> {
        match name {
            "token" => Ok(Self::Token),
            "sentence" => Ok(Self::Sentence),
            "document" => Ok(Self::Document),
            _ => Err(Error::unknown(
                "unit",
                name,
                ["token", "sentence", "document"],
            )),
        }
    }

    fn name(self) -> &'static str {
        match self {
            Self::Token => "token",
            Self::Sentence => "sentence",
            Self::Document => "document",
        }
    }
}

/// A dictionary as a lookup takes it.
#[derive(Clone, Debug, Default)]
pub struct LookupDictionary {
    /// The names of the categories.
    pub categories: Vec<String>,
    /// The number of the category and the glob of each entry.
    pub entries: Vec<(u32, String)>,
    /// What negates a match behind it.
    pub negation: Vec<String>,
    /// What the manifest says of the dictionary.
    pub described: Value,
}

/// How a lookup counts.
#[derive(Clone, Debug)]
pub struct LookupOptions {
    /// The metadata columns by which documents are grouped.
    pub by: Vec<String>,
    /// What is counted.
    pub unit: LookupUnit,
    /// Which overlapping matches count.
    pub overlaps: Overlaps,
    /// So many tokens before a match a negation may stand.
    pub within: u32,
    /// Whether each entry has a row, in place of each category.
    pub entries: bool,
    /// Whether spellings are told apart.
    pub case_sensitive: bool,
    /// The layer whose values are looked up, in place of words.
    pub layer: Option<String>,
    /// Sequences of words that are one term.
    pub compounds: Named,
}

/// How often every category, or entry, occurs in every group of documents.
///
/// Rows are in the order of the groups, then of the dictionary.
pub fn lookup(
    scope: &Scope,
    dictionary: &LookupDictionary,
    options: &LookupOptions,
    task: &Task,
) -> Result<Table> {
    let finder = Finder::new(scope, dictionary, options, task)?;
    check_names(&options.by, &finder.columns())?;
    let groups = Groups::by(scope, &options.by)?;
    let n_rows = groups.documents().len().saturating_mul(finder.n_keys);
    if n_rows > MOST_ROWS {
        let message = format!(
            "a table of a lookup has at most {MOST_ROWS} rows, and this would have {n_rows}; take a \
             subset, or leave out by or entries"
        );
        return Err(Error::Limit(message));
    }
    let counts = count(&finder, &groups, task)?;
    let columns = finder.table(&groups, &counts);
    let mut manifest = scope.manifest("lookup");
    manifest.extend([
        ("dictionary".into(), dictionary.described.clone()),
        ("by".into(), json!(options.by)),
        ("unit".into(), json!(options.unit.name())),
        ("overlaps".into(), json!(options.overlaps.name())),
        ("negation".into(), json!(dictionary.negation)),
        ("within".into(), json!(options.within)),
        ("entries".into(), json!(options.entries)),
        ("case_sensitive".into(), json!(options.case_sensitive)),
        ("layer".into(), json!(options.layer)),
        (
            "base".into(),
            json!(counts.iter().map(|group| group.base).collect::<Vec<_>>()),
        ),
    ]);
    finder.compounds.describe(&mut manifest);
    Ok(Table::new(columns, manifest))
}

/// All that is needed to find what a dictionary has in a zone.
struct Finder<'l> {
    terms: Terms<'l>,
    lexicon: Lexicon,
    compounds: Compounds,
    /// The number of each compound for the lexicon.
    compound_types: Vec<u32>,
    dictionary: &'l LookupDictionary,
    options: &'l LookupOptions,
    n_keys: usize,
}

/// What is looked for as a negation: `n't` is the end of a word, `don't`.
fn contraction(negation: &str) -> String {
    match normal_form(negation).as_ref() {
        "n't" => "*n't".into(),
        _ => negation.to_owned(),
    }
}

impl<'l> Finder<'l> {
    fn new(
        scope: &'l Scope,
        dictionary: &'l LookupDictionary,
        options: &'l LookupOptions,
        task: &Task,
    ) -> Result<Self> {
        let entries = dictionary.entries.iter().map(|(_, glob)| glob);
        let negations: Vec<String> = dictionary
            .negation
            .iter()
            .map(|one| contraction(one))
            .collect();
        let globs: Vec<&String> = entries.chain(&negations).collect();
        let n_keys = if options.entries {
            dictionary.entries.len()
        } else {
            dictionary.categories.len()
        };
        let (corpus, cased) = (scope.corpus(), options.case_sensitive);
        let layer = options.layer.as_deref();
        let compounds = Compounds::of_unit(scope, &options.compounds, (cased, layer), task)?;
        let joined = Joined {
            named: compounds.named(),
            behind: compounds.names(),
        };
        let (unit, lexicon) = match Unit::new(scope, cased, layer)? {
            Unit::Layer(layer) => {
                let values = &corpus.layers()[layer];
                (
                    Unit::Layer(layer),
                    Lexicon::of_values(values, &globs, task)?,
                )
            }
            // Which spellings an entry stands for is up to the lexicon.
            Unit::Norm | Unit::Type => {
                let lexicon = Lexicon::new(corpus, &globs, &joined, cased, task)?;
                (Unit::Type, lexicon)
            }
        };
        Ok(Self {
            terms: Terms::of(scope, unit),
            lexicon,
            compound_types: compounds.types(corpus.vocabulary(), cased),
            compounds,
            dictionary,
            options,
            n_keys,
        })
    }

    /// The numbers of terms, which are tokens but for compounds.
    fn units(&self) -> Units<'_> {
        Units::new(self.compounds.found())
    }

    /// Whether sentences have to be found.
    fn needs_sentences(&self) -> bool {
        self.options.unit == LookupUnit::Sentence || !self.dictionary.negation.is_empty()
    }

    /// The columns behind those of the groups.
    fn columns(&self) -> Vec<&'static str> {
        let mut columns = vec!["category"];
        if self.options.entries {
            columns.push("entry");
        }
        columns.extend(match self.options.unit {
            LookupUnit::Token => ["frequency", "per_million"],
            LookupUnit::Sentence => ["sentences", "share"],
            LookupUnit::Document => ["documents", "share"],
        });
        if self.options.unit == LookupUnit::Token {
            columns.push("documents");
        }
        if !self.dictionary.negation.is_empty() {
            columns.push("negated");
        }
        columns
    }

    /// The category and, if it has a row of its own, the entry of a key.
    fn names(&self, key: usize) -> (&str, &str) {
        if self.options.entries {
            let (category, glob) = &self.dictionary.entries[key];
            (&self.dictionary.categories[*category as usize], glob)
        } else {
            (&self.dictionary.categories[key], "")
        }
    }

    #[expect(clippy::cast_precision_loss, reason = "counts are far below 2^53")]
    fn table(&self, groups: &Groups, counts: &[Group]) -> Vec<(String, ArrayRef)> {
        let number = |group: usize| u32::try_from(group).expect("fewer than 2^32 groups");
        let rows: Vec<u32> = (0..counts.len())
            .flat_map(|group| std::iter::repeat_n(number(group), self.n_keys))
            .collect();
        let labels = groups.labels().iter();
        let mut columns: Vec<(String, ArrayRef)> = labels
            .map(|(name, labels)| (name.clone(), table::take(labels, &rows)))
            .collect();
        let all = || {
            let keyed = |group| (0..self.n_keys).map(move |key| (group, key));
            counts.iter().flat_map(keyed)
        };
        let share = |(group, key): (&Group, usize)| {
            let part = group.counts[key].of(self.options.unit) as f64;
            let factor = if self.options.unit == LookupUnit::Token {
                1e6
            } else {
                1.0
            };
            (group.base > 0).then(|| part * factor / group.base as f64)
        };
        let of = |value: fn(&Count) -> u64| {
            table::counts(all().map(|(group, key)| value(&group.counts[key])))
        };
        for name in self.columns() {
            let column = match name {
                "category" => table::strings(all().map(|(_, key)| self.names(key).0)),
                "entry" => table::strings(all().map(|(_, key)| self.names(key).1)),
                "frequency" => of(|count| count.matches),
                "sentences" => of(|count| count.sentences),
                "documents" => of(|count| count.documents),
                "negated" => of(|count| count.negated),
                _ => table::optional_scores(all().map(share)),
            };
            columns.push((name.to_owned(), column));
        }
        columns
    }
}
