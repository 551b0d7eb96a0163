//! Frequencies: how often each term occurs, in all or by group, in one pass over the tokens.

use arrow_array::ArrayRef;
use serde_json::json;

use crate::corpus::{DocId, Groups, Position, Scope, TypeId};
use crate::error::{Error, Result};
use crate::stats::Csr;
use crate::table::{self, Table};
use crate::task::Task;

/// How many tokens one worker counts at a time, rounded up to documents.
const TOKENS_A_PART: u64 = 1 << 19;

/// How terms are counted and shown.
#[derive(Clone, Debug, PartialEq)]
pub struct FrequencyOptions {
    /// The metadata columns by which documents are grouped.
    pub by: Vec<String>,
    /// So many tokens are the base of relative frequencies.
    pub per: u64,
    /// Whether spellings are counted apart; otherwise normal forms are.
    pub case_sensitive: bool,
    /// Terms that are rarer in their group are left out.
    pub min_frequency: u64,
}

impl Default for FrequencyOptions {
    fn default() -> Self {
        Self {
            by: Vec::new(),
            per: 1_000_000,
            case_sensitive: false,
            min_frequency: 1,
        }
    }
}

/// How often and in how many documents a term occurs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct TermCount {
    term: u32,
    frequency: u64,
    documents: u64,
}

/// Terms of a scope: spellings, or normal forms. A term's number is that of the type or form.
struct Terms<'s> {
    scope: &'s Scope,
    case_sensitive: bool,
}

impl Terms<'_> {
    fn len(&self) -> usize {
        let vocabulary = self.scope.corpus().vocabulary();
        if self.case_sensitive {
            vocabulary.types().len()
        } else {
            vocabulary.norms().len()
        }
    }

    fn of(&self, word: TypeId) -> u32 {
        let vocabulary = self.scope.corpus().vocabulary();
        if self.case_sensitive {
            word.number()
        } else {
            vocabulary.norm_of(word).number()
        }
    }

    fn name(&self, term: u32) -> &str {
        let vocabulary = self.scope.corpus().vocabulary();
        let words = if self.case_sensitive {
            vocabulary.types()
        } else {
            vocabulary.norms()
        };
        words.get(term as usize)
    }
}

/// Frequencies of all terms: group, term, frequency, relative frequency, documents.
///
/// Rows are in the order of the groups, then by frequency descending, then by term. The relative
/// frequency is frequency × per / tokens of the group in view; the column is `per_million`, or
/// `per_1000` and so on for another base.
pub fn frequencies(scope: &Scope, options: &FrequencyOptions, task: &Task) -> Result<Table> {
    if options.per == 0 {
        return Err(Error::Parameter("per must be at least 1, got 0".into()));
    }
    let relative = relative_name(options.per);
    check_names(&options.by, &["term", "frequency", &relative, "documents"])?;
    let groups = Groups::by(scope, &options.by)?;
    let terms = Terms {
        scope,
        case_sensitive: options.case_sensitive,
    };
    let mut counts = count(&terms, &groups, task)?;
    for group in &mut counts {
        group.retain(|count| count.frequency >= options.min_frequency);
        group.sort_unstable_by(|left, right| {
            let name = |count: &TermCount| terms.name(count.term);
            right
                .frequency
                .cmp(&left.frequency)
                .then_with(|| name(left).cmp(name(right)))
        });
    }
    let tokens: Vec<u64> = groups
        .documents()
        .iter()
        .map(|group| n_tokens(scope, group))
        .collect();
    let mut columns = group_columns(&groups, &counts);
    let rows = || counts.iter().flatten();
    columns.push((
        "term".into(),
        table::strings(rows().map(|row| terms.name(row.term))),
    ));
    columns.push((
        "frequency".into(),
        table::counts(rows().map(|row| row.frequency)),
    ));
    let shares = counts.iter().zip(&tokens).flat_map(|(group, tokens)| {
        group
            .iter()
            .map(|row| relative_frequency(row.frequency, *tokens, options.per))
    });
    columns.push((relative, table::scores(shares)));
    columns.push((
        "documents".into(),
        table::counts(rows().map(|row| row.documents)),
    ));
    let mut manifest = scope.manifest("frequencies");
    manifest.insert("by".into(), json!(options.by));
    manifest.insert("per".into(), json!(options.per));
    manifest.insert("base_tokens".into(), json!(tokens));
    manifest.insert("case_sensitive".into(), json!(options.case_sensitive));
    manifest.insert("min_frequency".into(), json!(options.min_frequency));
    Ok(Table::new(columns, manifest))
}

/// Checks the grouping columns against the others of a table.
fn check_names(by: &[String], own: &[&str]) -> Result<()> {
    table::check_names(
        &by.iter()
            .map(String::as_str)
            .chain(own.iter().copied())
            .collect::<Vec<_>>(),
    )
}

fn relative_name(per: u64) -> String {
    if per == 1_000_000 {
        "per_million".into()
    } else {
        format!("per_{per}")
    }
}

#[expect(clippy::cast_precision_loss, reason = "counts are far below 2^53")]
fn relative_frequency(frequency: u64, tokens: u64, per: u64) -> f64 {
    frequency as f64 * per as f64 / tokens as f64
}

fn n_tokens(scope: &Scope, documents: &[DocId]) -> u64 {
    documents
        .iter()
        .map(|document| scope.n_tokens_of(*document))
        .sum()
}

/// The label of each row's group, one column a grouping column.
fn group_columns(groups: &Groups, counts: &[Vec<TermCount>]) -> Vec<(String, ArrayRef)> {
    let rows: Vec<u32> = (0..)
        .zip(counts)
        .flat_map(|(number, group)| std::iter::repeat_n(number, group.len()))
        .collect();
    let column = |(name, labels): &(String, ArrayRef)| (name.clone(), table::take(labels, &rows));
    groups.labels().iter().map(column).collect()
}

/// A document-term matrix: counts of terms, a row a document or group.
#[derive(Clone, Debug)]
pub struct Dtm {
    /// The counts, rows by terms.
    pub counts: Csr,
    /// The terms, in the order of the columns: by frequency in the corpus, then alphabetically.
    pub terms: Vec<String>,
    /// The label of each row, one column a grouping column.
    pub labels: Vec<(String, ArrayRef)>,
    /// How the matrix came about.
    pub manifest: table::Manifest,
}

/// The document-term matrix by these columns, of which `document` is the id of each document.
pub fn dtm(scope: &Scope, by: &[String], case_sensitive: bool, task: &Task) -> Result<Dtm> {
    if by.is_empty() {
        return Err(Error::Parameter(
            "by must name at least one column, got none".into(),
        ));
    }
    check_names(by, &["term", "frequency"])?;
    let groups = Groups::by(scope, by)?;
    let terms = Terms {
        scope,
        case_sensitive,
    };
    let counts = count(&terms, &groups, task)?;
    let mut occurs = vec![false; terms.len()];
    for count in counts.iter().flatten() {
        occurs[count.term as usize] = true;
    }
    let occurring: Vec<u32> = (0..)
        .zip(&occurs)
        .filter(|(_, occurs)| **occurs)
        .map(|(n, _)| n)
        .collect();
    let mut columns = vec![0; terms.len()];
    for (column, term) in (0..).zip(&occurring) {
        columns[*term as usize] = column;
    }
    let cell = |count: &TermCount| (columns[count.term as usize], count.frequency);
    let rows: Vec<Vec<(u32, u64)>> = counts
        .iter()
        .map(|group| group.iter().map(cell).collect())
        .collect();
    let mut manifest = scope.manifest("dtm");
    manifest.insert("by".into(), json!(by));
    manifest.insert("case_sensitive".into(), json!(case_sensitive));
    Ok(Dtm {
        counts: Csr::from_rows(&rows, occurring.len())?,
        terms: occurring
            .iter()
            .map(|term| terms.name(*term).to_owned())
            .collect(),
        labels: groups.labels().to_vec(),
        manifest,
    })
}

/// The counts of each group, by term ascending.
fn count(terms: &Terms<'_>, groups: &Groups, task: &Task) -> Result<Vec<Vec<TermCount>>> {
    task.expect(terms.scope.n_documents() as u64);
    let parts = task.map(parts(terms.scope, groups), |part| {
        let mut counter = Counter::new(terms.len());
        let shares = part.into_iter().map(|(group, documents)| {
            task.check()?;
            task.advance(documents.len() as u64);
            Ok((group, counter.count(terms, documents)))
        });
        shares.collect::<Result<Vec<_>>>()
    })?;
    let mut groups: Vec<Vec<Vec<TermCount>>> = vec![Vec::new(); groups.documents().len()];
    for (group, counts) in parts.into_iter().flatten() {
        groups[group].push(counts);
    }
    Ok(groups
        .into_iter()
        .map(|parts| added(parts, terms.len()))
        .collect())
}

/// Documents of one group.
type Share<'g> = (usize, &'g [DocId]);

/// Work for the pool: shares of the groups, of about the same number of tokens.
fn parts<'g>(scope: &Scope, groups: &'g Groups) -> Vec<Vec<Share<'g>>> {
    let mut parts = vec![Vec::new()];
    let mut tokens = 0;
    for (group, documents) in groups.documents().iter().enumerate() {
        let mut first = 0;
        for (index, document) in documents.iter().enumerate() {
            tokens += scope.n_tokens_of(*document);
            let full = tokens >= TOKENS_A_PART;
            if full || index + 1 == documents.len() {
                let part = parts.last_mut().expect("there is always a part under way");
                part.push((group, &documents[first..=index]));
                first = index + 1;
            }
            if full {
                tokens = 0;
                parts.push(Vec::new());
            }
        }
    }
    parts
}

/// Dense counts, of which only those touched are read and cleared.
struct Counter {
    frequency: Vec<u32>,
    documents: Vec<u32>,
    /// The number of the last document in which each term was seen, from 1.
    seen: Vec<u32>,
    touched: Vec<u32>,
}

impl Counter {
    fn new(n_terms: usize) -> Self {
        let zeros = || vec![0; n_terms];
        Self {
            frequency: zeros(),
            documents: zeros(),
            seen: zeros(),
            touched: Vec::new(),
        }
    }

    fn count(&mut self, terms: &Terms<'_>, documents: &[DocId]) -> Vec<TermCount> {
        for document in documents {
            let mark = document.number() + 1;
            terms
                .scope
                .each_range(*document, |range| self.add(terms, range, mark));
        }
        self.touched.sort_unstable();
        let mut counts = Vec::with_capacity(self.touched.len());
        for term in self.touched.drain(..) {
            let place = term as usize;
            counts.push(TermCount {
                term,
                frequency: self.frequency[place].into(),
                documents: self.documents[place].into(),
            });
            (self.frequency[place], self.documents[place]) = (0, 0);
        }
        counts
    }

    fn add(&mut self, terms: &Terms<'_>, range: std::ops::Range<Position>, mark: u32) {
        terms.scope.corpus().each_type(range, |word| {
            let term = terms.of(word);
            let place = term as usize;
            if self.frequency[place] == 0 {
                self.touched.push(term);
            }
            self.frequency[place] += 1;
            if self.seen[place] != mark {
                self.seen[place] = mark;
                self.documents[place] += 1;
            }
        });
    }
}

/// The counts of a group whose documents were counted in several parts.
fn added(mut parts: Vec<Vec<TermCount>>, n_terms: usize) -> Vec<TermCount> {
    if parts.len() < 2 {
        return parts.pop().unwrap_or_default();
    }
    let mut sums = vec![(0, 0); n_terms];
    for count in parts.iter().flatten() {
        let sum: &mut (u64, u64) = &mut sums[count.term as usize];
        sum.0 += count.frequency;
        sum.1 += count.documents;
    }
    let counts = (0..).zip(sums).filter(|(_, (frequency, _))| *frequency > 0);
    counts
        .map(|(term, (frequency, documents))| TermCount {
            term,
            frequency,
            documents,
        })
        .collect()
}
