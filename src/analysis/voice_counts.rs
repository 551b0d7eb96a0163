//! Counts of quotations: how often which verbs report, which kinds there are, who speaks, by groups.

use std::cmp::{Ordering, Reverse};
use std::collections::BTreeMap;

use serde_json::json;

use super::frequency::check_names;
use super::heard::{Heard, Mentioned};
use crate::articles::{Quotation, Voices};
use crate::corpus::{DocId, Groups, Metadata, Scope};
use crate::error::{Error, Result};
use crate::table::{self, Table};
use crate::task::Task;

/// What stands before the name of a field that is meant though a metadata column has its name, as in
/// `voice:speaker`.
pub(super) const OF_VOICE: &str = "voice:";

/// How many documents one worker takes at a time.
const DOCUMENTS_A_PART: usize = 16;

/// What quotations are counted by, besides their documents.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum QuotationField {
    /// The lemma of the cue.
    Verb,
    /// Its class.
    VerbClass,
    /// Direct, mixed or indirect.
    Kind,
    /// Who speaks.
    Speaker,
    /// The kind of zone.
    Zone,
    /// The rule that found it.
    Rule,
}

impl QuotationField {
    const ALL: [Self; 6] = [
        Self::Verb,
        Self::VerbClass,
        Self::Kind,
        Self::Speaker,
        Self::Zone,
        Self::Rule,
    ];

    /// The name of the column, as in the table of quotations.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Verb => "verb",
            Self::VerbClass => "verb_class",
            Self::Kind => "kind",
            Self::Speaker => "speaker",
            Self::Zone => "zone",
            Self::Rule => "rule",
        }
    }

    fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|field| field.name() == name)
    }

    /// The field that a name asks for beside these metadata.
    fn asked(name: &str, metadata: &Metadata) -> Option<Self> {
        match name.strip_prefix(OF_VOICE).and_then(Self::from_name) {
            Some(field) => Some(field),
            None if metadata.column(name).is_ok() => None,
            None => Self::from_name(name),
        }
    }

    fn of<'v>(self, quotation: &'v Quotation, voices: &'v Voices) -> Option<&'v str> {
        match self {
            Self::Verb => quotation.verb.as_deref(),
            Self::VerbClass => quotation.class.as_deref(),
            Self::Kind => Some(quotation.kind.name()),
            Self::Speaker => Some(&voices.speakers[quotation.speaker?].name),
            Self::Zone => Some(quotation.zone.name()),
            Self::Rule => Some(quotation.rule.name()),
        }
    }
}

/// The values of the fields that quotations have in common.
type Values = Vec<Option<String>>;

/// How many quotations there are, and in how many documents.
#[derive(Clone, Copy, Default)]
struct Count {
    frequency: u64,
    documents: u64,
}

/// How many quotations in view have each combination of some fields (`verb`, `kind`, …), in groups by
/// metadata columns, `document` or further fields; of all, or of those that mention something.
/// `question` is the name of the verb.
///
/// Columns: the groups, the fields, `frequency` (quotations), `percent` (of those of the group) and
/// `documents`; in the order of the groups, then by frequency descending, then by the fields. Missing
/// values come last. Quotations that lack the first of the fields are left out.
pub fn quotation_counts(
    scope: &Scope,
    question: &str,
    of: &[QuotationField],
    by: &[String],
    mentioned: Option<&Mentioned>,
    task: &Task,
) -> Result<Table> {
    let names: Vec<&str> = of.iter().map(|field| field.name()).collect();
    check_names(
        by,
        &[names.as_slice(), &["frequency", "percent", "documents"]].concat(),
    )?;
    let metadata = scope.corpus().metadata();
    let field = |name: &String| QuotationField::asked(name, metadata);
    let (inner, outer): (Vec<String>, Vec<String>) =
        by.iter().cloned().partition(|name| field(name).is_some());
    for name in &outer {
        if scope.corpus().known_grouping(name)?.is_none() {
            let fields = QuotationField::ALL.map(QuotationField::name).into_iter();
            let known = fields.chain(["document"]).chain(metadata.names());
            return Err(Error::unknown("by", name, known));
        }
    }
    let mut fields: Vec<QuotationField> = inner.iter().filter_map(field).collect();
    let n_groups = fields.len();
    fields.extend(of);
    let names = [inner, names.iter().map(|name| (*name).to_owned()).collect()].concat();
    let groups = Groups::by(scope, &outer)?;
    let heard = Heard::mentioning(scope, mentioned, task)?;
    let counts = counted(&heard, &groups, &fields, n_groups, task)?;
    let mut manifest = heard.manifest(question)?;
    manifest.insert("by".into(), json!(by));
    Ok(Table::new(
        columns(&groups, &names, n_groups, counts),
        manifest,
    ))
}

type Counts = BTreeMap<(usize, Values), Count>;

fn counted(
    heard: &Heard<'_>,
    groups: &Groups,
    fields: &[QuotationField],
    needed: usize,
    task: &Task,
) -> Result<Counts> {
    let documents: Vec<(usize, DocId)> = groups
        .documents()
        .iter()
        .enumerate()
        .flat_map(|(group, documents)| documents.iter().map(move |document| (group, *document)))
        .filter(|(_, document)| heard.may_be_in(*document))
        .collect();
    let parts = task.map(documents.chunks(DOCUMENTS_A_PART).collect(), |part| {
        let mut counts = Counts::new();
        for (group, document) in part {
            task.check()?;
            for (values, frequency) in of_document(heard, *document, fields, needed)? {
                let count = counts.entry((*group, values)).or_default();
                count.frequency += frequency;
                count.documents += 1;
            }
        }
        Ok(counts)
    })?;
    let mut all = Counts::new();
    for (key, part) in parts.into_iter().flatten() {
        let count = all.entry(key).or_default();
        count.frequency += part.frequency;
        count.documents += part.documents;
    }
    Ok(all)
}

fn of_document(
    heard: &Heard<'_>,
    document: DocId,
    fields: &[QuotationField],
    needed: usize,
) -> Result<BTreeMap<Values, u64>> {
    let corpus = heard.scope.corpus();
    let voices = corpus.voices_of(document)?;
    let mut counts = BTreeMap::new();
    for one in &voices.quotations {
        let speaker = QuotationField::Speaker.of(one, &voices);
        if !heard.have(document, one, speaker) {
            continue;
        }
        let values = fields.iter().map(|field| field.of(one, &voices));
        let values: Values = values.map(|value| value.map(str::to_owned)).collect();
        if values[needed].is_some() {
            *counts.entry(values).or_default() += 1;
        }
    }
    Ok(counts)
}

#[expect(clippy::cast_precision_loss, reason = "counts below 2^53")]
fn columns(
    groups: &Groups,
    names: &[String],
    n_groups: usize,
    counts: Counts,
) -> Vec<(String, arrow_array::ArrayRef)> {
    let mut sums: BTreeMap<(usize, Values), u64> = BTreeMap::new();
    for ((group, values), count) in &counts {
        let own = (*group, values[..n_groups].to_vec());
        *sums.entry(own).or_default() += count.frequency;
    }
    let mut rows: Vec<((usize, Values), Count)> = counts.into_iter().collect();
    rows.sort_by(|((group, values), count), ((other, others), other_count)| {
        group
            .cmp(other)
            .then_with(|| missing_last(&values[..n_groups], &others[..n_groups]))
            .then_with(|| Reverse(count.frequency).cmp(&Reverse(other_count.frequency)))
            .then_with(|| missing_last(values, others))
    });
    let numbers: Vec<u32> = rows
        .iter()
        .map(|((group, _), _)| u32::try_from(*group).expect("fewer groups than documents"))
        .collect();
    let labels = groups.labels().iter();
    let mut columns: Vec<(String, arrow_array::ArrayRef)> = labels
        .map(|(name, column)| (name.clone(), table::take(column, &numbers)))
        .collect();
    for (number, name) in names.iter().enumerate() {
        let values = rows.iter().map(|((_, values), _)| values[number].as_ref());
        columns.push((name.clone(), table::optional_strings(values)));
    }
    let percent = rows.iter().map(|((group, values), count)| {
        let sum = sums[&(*group, values[..n_groups].to_vec())];
        count.frequency as f64 * 100.0 / sum as f64
    });
    let percent = table::scores(percent);
    let frequencies = rows.iter().map(|(_, count)| count.frequency);
    columns.push(("frequency".into(), table::counts(frequencies)));
    columns.push(("percent".into(), percent));
    let documents = rows.iter().map(|(_, count)| count.documents);
    columns.push(("documents".into(), table::counts(documents)));
    columns
}

/// The order of values by their bytes, missing ones last.
fn missing_last(left: &[Option<String>], right: &[Option<String>]) -> Ordering {
    let key = |value: &Option<String>| (value.is_none(), value.clone());
    left.iter().map(key).cmp(right.iter().map(key))
}
