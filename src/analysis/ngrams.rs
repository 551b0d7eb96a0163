//! N-grams and skip-grams: sequences of terms within a zone, how often they occur, in how many documents,
//! and how strongly their last word goes with those before it.

use arrow_array::ArrayRef;
use serde_json::json;

use super::association::{Scores, strength};
use super::bigrams::{Bigrams, MOST_WORDS};
use super::compounds::Compounds;
use super::counted::{Counted, Row};
use super::dispersion::{DispersionOptions, Spread, described, score_columns};
use super::entries::{Entry, Packing};
use super::frequency::{Base, FrequencyOptions};
use super::margins::{End, Margin, WordMargin};
use super::partitions::{Events, Neighbours, Sizes, Wanted, count_entries, push_sequences};
use super::ranking::{Names, Ranking};
use super::spreading::{OCCURRENCES_A_ROUND, Spreading};
use super::stretches::{Stretch, Stretches};
use super::terms::{Numbering, Terms};
use crate::corpus::Scope;
use crate::error::{Error, Result};
use crate::stats::Contingency;
use crate::table::{self, Column, Table};
use crate::task::Task;

/// Which sequences are counted, and how they are scored.
#[derive(Clone, Debug, Default)]
pub struct NgramOptions {
    /// The number of terms, 2 to 5.
    pub n: u32,
    /// How many tokens may be left out in between, in all.
    pub skip: u32,
    /// How they are counted and shown.
    pub frequency: FrequencyOptions,
    /// Measures, if there are any.
    pub scores: Option<Scores>,
    /// Over what their dispersion is told, and by which measures; `min_frequency` has no meaning here.
    pub dispersion: Option<DispersionOptions>,
}

/// The most tokens that may be left out.
const MOST_SKIPPED: u32 = 5;

/// N-grams of all terms: group, ngram, frequency, relative frequency, documents, scores.
///
/// Rows are in the order of the groups, then by the first score, or by frequency descending, then by
/// the words. An n-gram lies within one zone. At most about 512 MB are held beyond the result, unless
/// one n-gram makes up much of a corpus.
pub fn ngrams(scope: &Scope, options: &NgramOptions, task: &Task) -> Result<Table> {
    let n = options.n;
    if !(2..=5).contains(&n) {
        return Err(Error::Parameter(format!(
            "n must be 2 to 5, got {n}; frequencies counts single terms"
        )));
    }
    if options.skip > MOST_SKIPPED {
        return Err(Error::Parameter(format!(
            "skip must be at most {MOST_SKIPPED}, got {}",
            options.skip
        )));
    }
    check_measures(options)?;
    check_columns(options)?;
    let counting = &options.frequency;
    let compounds = counting.compounds(scope, task)?;
    let base = Base::of_terms(scope, counting, "ngram", &compounds)?;
    let terms = Terms::of(scope, counting.unit(scope)?).with_compounds(&compounds);
    let patterns = patterns(n as usize, options.skip as usize);
    // A token is in as many skip-grams as there are patterns, at each of its places in them.
    let places = if options.skip == 0 {
        1
    } else {
        patterns.len() * (n + options.skip) as usize
    };
    let least = least_counted(options).div_ceil(places as u64);
    let left_out = counting.left_out(&terms)?;
    let numbering = terms.alphabetical_but(&left_out, least, task)?;
    let (n_terms, n_groups) = (numbering.len(), base.groups.documents().len());
    let reach = n - 1 + options.skip;
    let spread_over = (options.dispersion.as_ref(), compounds.found());
    let spreads = Spread::of_groups(scope, &base.groups, spread_over, task)?;
    let question = Question {
        spreads,
        totals: base.n_events(scope, &compounds, &patterns),
        stretches: Stretches::new(terms, numbering, &base.groups, reach),
        options,
        patterns,
        compounds: &compounds,
        base,
        task,
    };
    let n_numbers = n_terms + usize::from(question.rest().is_some());
    if let Some(packing) = Packing::new(n, n_numbers, n_groups, u64::BITS) {
        question.answer::<u64>(packing)
    } else if let Some(packing) = Packing::new(n, n_numbers, n_groups, u128::BITS) {
        question.answer::<u128>(packing)
    } else {
        Err(Packing::too_narrow(n, n_terms, n_groups))
    }
}

/// The least frequency that is counted: of all, where a score depends on how many different ones there are.
fn least_counted(options: &NgramOptions) -> u64 {
    let all = options.scores.as_ref().is_some_and(Scores::corrects);
    if all {
        0
    } else {
        options.frequency.min_frequency
    }
}

/// Checks that every measure is of as many words.
fn check_measures(options: &NgramOptions) -> Result<()> {
    let mut measures = options.scores.iter().flat_map(Scores::measures);
    let of_two = measures.find(|measure| measure.name.starts_with("lambda"));
    match of_two.filter(|_| options.n > 2) {
        Some(measure) => Err(Error::Parameter(format!(
            "{} is of two words, got n={}: of more it compares all their subsets, and not the last word \
             with those before it; take log_odds_ratio or g2",
            measure.name, options.n
        ))),
        None => Ok(()),
    }
}

/// Checks that no column of the groups is called as a score is; what else there is, [`Base`] checks.
fn check_columns(options: &NgramOptions) -> Result<()> {
    let mut names: Vec<&str> = Vec::new();
    names.extend(options.frequency.by.iter().map(String::as_str));
    if let Some(dispersion) = &options.dispersion {
        names.extend(dispersion.measures.iter().map(String::as_str));
    }
    if let Some(scores) = &options.scores {
        names.push("expected");
        names.extend(scores.measures().iter().map(|measure| measure.name));
    }
    table::check_names(&names)
}

/// The places of `n` tokens, the first of them 0, of which so many are left out in between.
fn patterns(n: usize, skip: usize) -> Vec<Vec<usize>> {
    let mut patterns = vec![vec![0]];
    for length in 1..n {
        let most = length + skip;
        patterns = patterns
            .iter()
            .flat_map(|pattern| {
                let last = *pattern.last().expect("begins with 0");
                (last + 1..=most).map(move |next| [pattern.as_slice(), &[next]].concat())
            })
            .collect();
    }
    patterns
}

/// Arrays with their names.
type Columns = Vec<(String, ArrayRef)>;

struct Question<'q> {
    stretches: Stretches<'q>,
    options: &'q NgramOptions,
    patterns: Vec<Vec<usize>>,
    compounds: &'q Compounds,
    base: Base<'q>,
    /// How many sequences there are in each group, whatever their frequency.
    totals: Vec<u64>,
    /// What the sequences of each group are spread over, if that is asked for.
    spreads: Vec<Spread>,
    task: &'q Task,
}

impl Question<'_> {
    fn answer<E: Entry>(&self, packing: Packing) -> Result<Table> {
        if self.options.skip == 0 {
            let rest = self.rest();
            return self.answered::<E>(&Ngrams { rest }, packing);
        }
        self.answered::<E>(&self.sequences(0..packing.n as usize), packing)
    }

    fn answered<E: Entry>(&self, events: &impl Events, packing: Packing) -> Result<Table> {
        let mut rows = self.rows::<E>(events, packing, self.rest())?;
        let beginnings = rows.iter_mut().flat_map(Counted::take_beginnings).collect();
        let names = Names::new(&self.stretches.names());
        let mut ranking = Ranking::merged(rows, packing, names, self.task)?;
        let mut further = Columns::new();
        if self.is_chosen() {
            let rows = ranking.rows(self.task)?;
            let (chosen, scores) = self.chosen(rows, beginnings, (events, packing))?;
            (ranking, further) = (ranking.reordered(chosen), scores);
        }
        let n = packing.n as usize;
        let labels = self.base.groups.labels().iter();
        let mut columns: Vec<(String, Column)> = labels
            .map(|(name, labels)| (name.clone(), ranking.labels(labels)))
            .collect();
        columns.extend([
            ("ngram".into(), ranking.strings(0..n)),
            ("frequency".into(), ranking.counts(|row| row.frequency)),
            (
                self.base.relative.clone(),
                ranking.scores(self.base.share()),
            ),
            ("documents".into(), ranking.counts(|row| row.documents)),
        ]);
        columns.extend(
            further
                .into_iter()
                .map(|(name, scores)| (name, scores.into())),
        );
        let mut manifest = self.stretches.scope().manifest("ngrams");
        manifest.insert("n".into(), json!(n));
        manifest.insert("skip".into(), json!(self.options.skip));
        manifest.insert("base_ngrams".into(), json!(self.totals));
        let spread = described(self.options.dispersion.as_ref());
        manifest.extend(spread.map(|(name, value)| (name.to_owned(), value)));
        if self.options.dispersion.is_some() {
            let n_parts: Vec<u64> = self.spreads.iter().map(Spread::n_parts).collect();
            manifest.insert("n_parts".into(), json!(n_parts));
        }
        self.base.describe(&mut manifest);
        self.compounds.describe(&mut manifest);
        Scores::describe_any(self.options.scores.as_ref(), &mut manifest);
        Ok(Table::new(columns, manifest))
    }

    fn rows<E: Entry>(
        &self,
        events: &impl Events,
        packing: Packing,
        beginnings: Option<u32>,
    ) -> Result<Vec<Counted<E>>> {
        let (stretches, task) = (&self.stretches, self.task);
        let min_frequency = least_counted(self.options);
        let are_neighbours = packing.n == 2 && self.options.skip == 0;
        if are_neighbours && stretches.is_one_group() && stretches.n_words() <= MOST_WORDS {
            let bigrams = Bigrams {
                stretches,
                packing,
                min_frequency,
                task,
            };
            return bigrams.count(Sizes::USUAL);
        }
        let wanted = Wanted {
            min_frequency,
            beginnings,
        };
        count_entries::<E>(stretches, events, packing, wanted, Sizes::USUAL, task)
    }

    /// What stands for last words without a number, where scores ask how many sequences of three or more words
    /// begin as each does.
    fn rest(&self) -> Option<u32> {
        let options = self.options;
        let asked = options.scores.is_some() && options.skip == 0 && options.n > 2;
        asked.then(|| u32::try_from(self.stretches.n_words()).expect("fewer terms than 2^32"))
    }

    fn sequences(&self, words: std::ops::Range<usize>) -> Sequences<'_> {
        Sequences {
            patterns: &self.patterns,
            words,
        }
    }

    /// Whether rows are left out, or have further columns.
    fn is_chosen(&self) -> bool {
        let options = self.options;
        options.frequency.min_documents > 1
            || options.scores.is_some()
            || options.dispersion.is_some()
    }

    /// The rows in enough documents, with their scores, in the order of the first score of each group.
    fn chosen<E: Entry>(
        &self,
        mut rows: Vec<Row<E>>,
        beginnings: Vec<(E, u32)>,
        (events, packing): (&impl Events, Packing),
    ) -> Result<(Vec<Row<E>>, Columns)> {
        let n_compared = self.n_compared(&rows, packing);
        let least = self.options.frequency.min_frequency;
        rows.retain(|row| {
            let documents = u64::from(row.documents) >= self.options.frequency.min_documents;
            documents && u64::from(row.frequency) >= least
        });
        let mut columns = Columns::new();
        if let Some(dispersion) = &self.options.dispersion {
            let spreading = Spreading {
                stretches: &self.stretches,
                events,
                packing,
                spreads: &self.spreads,
                task: self.task,
            };
            let scores = spreading.scores(&rows, OCCURRENCES_A_ROUND)?;
            columns.extend(score_columns(dispersion, &scores)?);
        }
        let Some(scores) = &self.options.scores else {
            return Ok((rows, columns));
        };
        let tables = self.tables(&rows, beginnings, packing)?;
        let found = self.scores(scores, &tables, (&rows, packing), &n_compared)?;
        let order = self.order(&rows, found.first().map(Vec::as_slice), packing)?;
        let expected = tables.iter().map(Contingency::expected);
        columns.push(("expected".into(), table::scores(expected)));
        for (measure, values) in scores.measures().iter().zip(found) {
            columns.push((measure.name.into(), table::optional_scores(values)));
        }
        let take = |(name, column): (String, ArrayRef)| (name, table::take(&column, &order));
        let rows = order.iter().map(|row| rows[*row as usize]).collect();
        Ok((rows, columns.into_iter().map(take).collect()))
    }

    /// How many rows each group has, where a score depends on it.
    fn n_compared<E: Entry>(&self, rows: &[Row<E>], packing: Packing) -> Vec<u64> {
        let mut found = vec![0; self.base.groups.documents().len()];
        if self.options.scores.as_ref().is_some_and(Scores::corrects) {
            for row in rows {
                found[packing.group(row.key) as usize] += 1;
            }
        }
        found
    }

    /// The scores of each table, by measure; a row is one of as many as its group has.
    fn scores<E: Entry>(
        &self,
        scores: &Scores,
        tables: &[Contingency],
        (rows, packing): (&[Row<E>], Packing),
        n_compared: &[u64],
    ) -> Result<Vec<Vec<Option<f64>>>> {
        if !scores.corrects() {
            return scores.of(tables, tables.len() as u64, self.task);
        }
        let group = |row: &Row<E>| packing.group(row.key) as usize;
        let mut found = vec![Vec::with_capacity(rows.len()); scores.measures().len()];
        let mut tables = tables.iter().copied();
        for run in rows.chunk_by(|left, right| group(left) == group(right)) {
            let own: Vec<Contingency> = tables.by_ref().take(run.len()).collect();
            let n_compared = n_compared[group(&run[0])];
            let of_group = scores.of(&own, n_compared, self.task)?;
            let columns = found.iter_mut().zip(of_group);
            columns.for_each(|(column, scores)| column.extend(scores));
        }
        Ok(found)
    }

    /// The numbers of rows, which are by frequency and words, by group and then by score.
    fn order<E: Entry>(
        &self,
        rows: &[Row<E>],
        scores: Option<&[Option<f64>]>,
        packing: Packing,
    ) -> Result<Vec<u32>> {
        let numbered = (0_u32..).zip(rows);
        let Some(scores) = scores else {
            return Ok(numbered.map(|(number, _)| number).collect());
        };
        let mut order: Vec<_> = numbered
            .zip(scores)
            .map(|((number, row), score)| (packing.group(row.key), strength(*score), number))
            .collect();
        self.task.sort(&mut order, |place| *place)?;
        Ok(order.into_iter().map(|(.., number)| number).collect())
    }

    /// The table of each row: the words before the last against the last.
    fn tables<E: Entry>(
        &self,
        rows: &[Row<E>],
        beginnings: Vec<(E, u32)>,
        packing: Packing,
    ) -> Result<Vec<Contingency>> {
        let first = match self.rest() {
            Some(_) => Margin::Keys(beginnings, End::First),
            None => self.margin(End::First, packing)?,
        };
        let last = self.margin(End::Last, packing)?;
        let tables = self
            .task
            .map(rows.chunks(1 << 14).collect(), |part: &[Row<E>]| {
                let table = |row: &Row<E>| {
                    let group = packing.group(row.key);
                    Contingency::of_counts(
                        row.frequency.into(),
                        first.of(packing, row.key),
                        last.of(packing, row.key),
                        self.totals[group as usize],
                    )
                };
                Ok(part.iter().map(table).collect::<Vec<_>>())
            })?;
        Ok(tables.concat())
    }

    /// How many sequences begin with the words before the last, or end with the last one.
    fn margin<E: Entry>(&self, end: End, packing: Packing) -> Result<Margin<E>> {
        let n = packing.n as usize;
        let (own, words) = match end {
            End::First => (packing.n - 1, 0..n - 1),
            End::Last => (1, n - 1..n),
        };
        if self.options.skip == 0 && own == 1 {
            let n_groups = self.base.groups.documents().len();
            let asked = (packing.n, end);
            if let Some(found) = WordMargin::count(&self.stretches, asked, n_groups, self.task)? {
                return Ok(Margin::Words(found, end));
            }
        }
        let packing = Packing { n: own, ..packing };
        let counts = self.counts::<E>(&self.sequences(words), packing)?;
        Ok(Margin::Keys(counts, end))
    }

    /// How often each key occurs, by key ascending.
    fn counts<E: Entry>(&self, events: &impl Events, packing: Packing) -> Result<Vec<(E, u32)>> {
        let counted = self.rows::<E>(events, packing, None)?;
        let mut counts = Vec::with_capacity(counted.iter().map(Counted::len).sum());
        for counted in counted {
            counts.extend(counted.into_rows().map(|row| (row.key, row.frequency)));
        }
        self.task.sort(&mut counts, |(key, _)| *key)?;
        Ok(counts)
    }
}

/// All sequences, as the text has them; with a `rest`, it stands for last words without a number.
pub(super) struct Ngrams {
    pub(super) rest: Option<u32>,
}

impl Events for Ngrams {
    fn sequences(&self) -> Option<Neighbours> {
        Some(Neighbours { rest: self.rest })
    }

    fn n_in(&self, n_tokens: u64) -> u64 {
        n_tokens
    }

    fn read<E: Entry>(&self, stretch: &Stretch<'_>, packing: Packing, entries: &mut Vec<E>) {
        push_sequences(stretch.numbers, stretch, (packing, self.rest), entries);
    }
}

/// Some words of every sequence, whatever the others are.
struct Sequences<'p> {
    patterns: &'p [Vec<usize>],
    words: std::ops::Range<usize>,
}

impl Events for Sequences<'_> {
    fn n_in(&self, n_tokens: u64) -> u64 {
        n_tokens * self.patterns.len() as u64
    }

    fn read<E: Entry>(&self, stretch: &Stretch<'_>, packing: Packing, entries: &mut Vec<E>) {
        let group = E::from(stretch.group);
        for start in 0..stretch.n_starts {
            let here = &stretch.numbers[start..];
            for pattern in self.patterns {
                if pattern.last().is_some_and(|last| *last >= here.len()) {
                    continue;
                }
                let words = pattern[self.words.clone()].iter().map(|place| here[*place]);
                let packed = words
                    .clone()
                    .fold(E::default(), |words, word| packing.with(words, word));
                if words.into_iter().all(|word| word != Numbering::LEFT_OUT) {
                    entries.push(packing.entry(group, packed, stretch.document));
                }
            }
        }
    }
}
