//! Lookup: how often the categories of a dictionary occur, by token, sentence or document.

use std::cmp::Reverse;
use std::ops::Range;

use arrow_array::ArrayRef;
use serde_json::{Value, json};

use super::compounds::{Compounds, Named, Units};
use super::frequency::check_names;
use super::terms::{Terms, Unit};
use crate::corpus::{DocId, Groups, Position, Scope};
use crate::error::{Error, Result};
use crate::query::{Joined, Lexicon};
use crate::table::{self, Table};
use crate::task::{Scratch, Task};

/// How many documents one worker takes at a time.
const DOCUMENTS_A_PART: usize = 32;
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

/// Which of the matches that lie within each other count.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Overlaps {
    /// All but those within a longer match of the same category.
    Longest,
    /// All but those within a longer match of any category.
    LongestOfAll,
    /// All.
    All,
}

impl Overlaps {
    /// The rule of this name.
    pub fn from_name(name: &str) -> Result<Self> {
        match name {
            "longest" => Ok(Self::Longest),
            "longest_of_all" => Ok(Self::LongestOfAll),
            "all" => Ok(Self::All),
            _ => {
                let known = ["longest", "longest_of_all", "all"];
                Err(Error::unknown("overlaps", name, known))
            }
        }
    }

    /// Matches of one number compete with each other.
    fn scope(self, hit: &Hit) -> u32 {
        match self {
            Self::Longest => hit.category,
            Self::LongestOfAll | Self::All => 0,
        }
    }

    fn name(self) -> &'static str {
        match self {
            Self::Longest => "longest",
            Self::LongestOfAll => "longest_of_all",
            Self::All => "all",
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

/// How often a category or an entry occurs; what can be added up over documents.
#[derive(Clone, Copy, Debug, Default)]
struct Count {
    matches: u64,
    negated: u64,
    /// Sentences with a match.
    sentences: u64,
    documents: u64,
    /// The last position at which a word matched, from 1.
    last: u32,
    /// The last sentence of its part and the last document in which it occurred, from 1.
    seen: (u64, u32),
}

/// The counts of a group, and how many units it has in all.
#[derive(Clone, Debug)]
struct Group {
    counts: Vec<Count>,
    base: u64,
}

/// A match of an entry, within one zone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Hit {
    /// The category, or the entry where entries have rows.
    key: u32,
    category: u32,
    start: u32,
    end: u32,
}

impl Hit {
    /// Whether it is a single word.
    fn is_word(&self) -> bool {
        self.end - self.start == 1
    }
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

impl<'l> Finder<'l> {
    fn new(
        scope: &'l Scope,
        dictionary: &'l LookupDictionary,
        options: &'l LookupOptions,
        task: &Task,
    ) -> Result<Self> {
        let entries = dictionary.entries.iter().map(|(_, glob)| glob);
        let globs: Vec<&String> = entries.chain(&dictionary.negation).collect();
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

impl Count {
    fn of(&self, unit: LookupUnit) -> u64 {
        match unit {
            LookupUnit::Token => self.matches,
            LookupUnit::Sentence => self.sentences,
            LookupUnit::Document => self.documents,
        }
    }
}

fn count(finder: &Finder<'_>, groups: &Groups, task: &Task) -> Result<Vec<Group>> {
    let scope = finder.terms.scope();
    if finder.needs_sentences() {
        // Found before the work is spread: each part finds its own on the pool.
        for part in scope.corpus().parts() {
            part.sentences(task)?;
        }
    }
    task.expect(scope.n_documents() as u64);
    let chunked = |(group, documents): (usize, &'_ Vec<DocId>)| -> Vec<(usize, Vec<DocId>)> {
        let chunks = documents.chunks(DOCUMENTS_A_PART);
        chunks.map(|chunk| (group, chunk.to_vec())).collect()
    };
    let parts = groups.documents().iter().enumerate().flat_map(chunked);
    let readers = Scratch::new();
    let found = task.map(parts.collect(), |(group, documents)| {
        readers.with(Reader::default, |reader| {
            Ok((group, reader.count(finder, &documents, task)?))
        })
    })?;
    let nothing = Group {
        counts: vec![Count::default(); finder.n_keys],
        base: 0,
    };
    let mut sums = vec![nothing; groups.documents().len()];
    for (group, part) in found {
        let sum = &mut sums[group];
        sum.base += part.base;
        for (key, count) in part.counts {
            let sum = &mut sum.counts[key as usize];
            sum.matches += count.matches;
            sum.negated += count.negated;
            sum.sentences += count.sentences;
            sum.documents += count.documents;
        }
    }
    Ok(sums)
}

/// The counts of some documents, without those that are 0.
struct Part {
    counts: Vec<(u32, Count)>,
    base: u64,
}

/// Buffers of one worker.
#[derive(Default)]
struct Reader {
    types: Vec<u32>,
    /// The matches of a zone by their beginning; those of one word may come more than once.
    hits: Vec<Hit>,
    /// The matches of several words, which are few.
    longer: Vec<Hit>,
    /// Where the zone begins.
    first: u32,
    /// The places behind the negations of a zone, ascending.
    negations: Vec<u32>,
    /// The first places of the sentences of a zone.
    sentences: Vec<u32>,
    /// The number of the first of these in its part.
    first_sentence: u64,
    /// The last sentence of the document that was seen.
    last_sentence: Option<u64>,
    counts: Vec<Count>,
    /// The keys whose counts are not 0.
    touched: Vec<u32>,
}

impl Reader {
    fn count(&mut self, finder: &Finder<'_>, documents: &[DocId], task: &Task) -> Result<Part> {
        self.counts.resize(finder.n_keys, Count::default());
        let scope = finder.terms.scope();
        let mut base = 0;
        for document in documents {
            task.check()?;
            task.advance(1);
            let mut zones = Vec::new();
            scope.each_zone_range(*document, |zone| zones.push(zone));
            let (mut tokens, mut sentences) = (0, 0);
            self.last_sentence = None;
            for zone in zones {
                let terms = finder.units().within(&zone);
                tokens += u64::from(terms.end - terms.start);
                self.read(finder, zone, task)?;
                sentences += self.new_sentences();
                self.add(finder, document.number() + 1);
            }
            base += match finder.options.unit {
                LookupUnit::Token => tokens,
                LookupUnit::Sentence => sentences,
                LookupUnit::Document => u64::from(tokens > 0),
            };
        }
        Ok(self.take(base))
    }

    /// The matches of a zone, those left out that do not count.
    fn read(&mut self, finder: &Finder<'_>, zone: Range<Position>, task: &Task) -> Result<()> {
        self.sentences.clear();
        if finder.needs_sentences() {
            let sentences = finder
                .terms
                .scope()
                .corpus()
                .part_at(zone.start)
                .sentences(task)?;
            let last = Position::new(zone.end.number() - 1);
            let numbers = sentences.number_at(zone.start)..=sentences.number_at(last);
            self.first_sentence = *numbers.start() as u64;
            let units = finder.units();
            let first = units.of(zone.start.number());
            self.sentences.extend(numbers.map(|number| {
                let start = sentences.get(number).start.number();
                units.first_from(start).saturating_sub(first)
            }));
        }
        self.first = finder.units().of(zone.start.number());
        finder.terms.read_each(zone.clone(), &mut self.types);
        if let Some(compounds) = finder.compounds.found() {
            compounds.merge(&zone, &mut self.types, &finder.compound_types);
        }
        self.hits.clear();
        self.longer.clear();
        self.negations.clear();
        let entries = &finder.dictionary.entries;
        finder.lexicon.each_match(&self.types, |pattern, places| {
            let Some((category, _)) = entries.get(pattern as usize) else {
                return self.negations.push(places.end);
            };
            let hit = Hit {
                key: if finder.options.entries {
                    pattern
                } else {
                    *category
                },
                category: *category,
                start: places.start,
                end: places.end,
            };
            if hit.is_word() {
                self.hits.push(hit);
            } else {
                self.longer.push(hit);
            }
        });
        self.negations.sort_unstable();
        if !self.longer.is_empty() {
            self.add_longer(finder.options.overlaps);
        }
        Ok(())
    }

    /// Puts the matches of several words among the others, and leaves out what lies within a longer one.
    fn add_longer(&mut self, overlaps: Overlaps) {
        leave_out_nested(&mut self.longer, overlaps);
        if overlaps != Overlaps::All {
            let longer = &self.longer;
            self.hits.retain(|hit| {
                let place = (overlaps.scope(hit), hit.start);
                let before =
                    longer.partition_point(|one| (overlaps.scope(one), one.start) <= place);
                // None lies within another, so of those before it the last reaches the furthest.
                !longer[..before]
                    .last()
                    .is_some_and(|one| overlaps.scope(one) == place.0 && one.end >= hit.end)
            });
        }
        self.longer
            .sort_unstable_by_key(|hit| (hit.start, hit.key, hit.end));
        self.longer.dedup();
        self.hits.append(&mut self.longer);
        // Two runs, which are merged.
        self.hits.sort_by_key(|hit| hit.start);
    }

    /// How many sentences of a zone were not in the one before it, as the one that a speaker's two pieces
    /// stand in is.
    fn new_sentences(&mut self) -> u64 {
        let behind = self.first_sentence + self.sentences.len() as u64;
        let seen = self.last_sentence == Some(self.first_sentence);
        self.last_sentence = behind.checked_sub(1).or(self.last_sentence);
        self.sentences.len() as u64 - u64::from(seen && !self.sentences.is_empty())
    }

    /// Counts the matches of a zone.
    fn add(&mut self, finder: &Finder<'_>, document: u32) {
        for hit in &self.hits {
            let count = &mut self.counts[hit.key as usize];
            let position = self.first + hit.start + 1;
            if hit.is_word() && std::mem::replace(&mut count.last, position) == position {
                // Two entries of a category match the same word.
                continue;
            }
            if count.matches == 0 && count.negated == 0 {
                self.touched.push(hit.key);
            }
            let place = self.sentences.partition_point(|start| *start <= hit.start);
            let sentence_start = place.checked_sub(1).map_or(0, |at| self.sentences[at]);
            if negated(
                &self.negations,
                hit.start,
                sentence_start,
                finder.options.within,
            ) {
                count.negated += 1;
                continue;
            }
            let sentence = self.first_sentence + place as u64;
            count.matches += 1;
            count.documents += u64::from(count.seen.1 != document);
            count.sentences += u64::from(count.seen != (sentence, document));
            count.seen = (sentence, document);
        }
    }

    fn take(&mut self, base: u64) -> Part {
        let taken = self.touched.drain(..).map(|key| {
            let count = std::mem::take(&mut self.counts[key as usize]);
            (key, count)
        });
        Part {
            counts: taken.collect(),
            base,
        }
    }
}

/// Whether a negation ends within so many tokens before a match, in the same sentence.
fn negated(negations: &[u32], start: u32, sentence_start: u32, within: u32) -> bool {
    let earliest = start.saturating_sub(within).max(sentence_start);
    // The last token of the negation is at its end less 1.
    let last = negations.partition_point(|end| *end <= start);
    last > 0 && negations[last - 1] > earliest
}

/// Leaves out what lies within a longer match.
fn leave_out_nested(hits: &mut Vec<Hit>, overlaps: Overlaps) {
    let scope = |hit: &Hit| overlaps.scope(hit);
    if overlaps == Overlaps::All || hits.len() < 2 {
        return;
    }
    hits.sort_unstable_by_key(|hit| (scope(hit), hit.start, Reverse(hit.end)));
    // Of the matches before, the one that reaches the furthest.
    let mut widest: Option<Hit> = None;
    hits.retain(|hit| {
        let before = widest.filter(|before| scope(before) == scope(hit));
        let nested = before.is_some_and(|before| {
            before.end >= hit.end && (before.start, before.end) != (hit.start, hit.end)
        });
        if before.is_none_or(|before| hit.end > before.end) {
            widest = Some(*hit);
        }
        !nested
    });
}
