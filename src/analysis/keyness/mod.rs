//! Keyness: the terms of a target that are more, less or just as frequent as in a reference.
//!
//! All that is counted is a whole number: tokens and occurrences by document (`sides.rs`, `counts.rs`). What is
//! computed from these numbers is computed once, at the end (`rows.rs`, `inference.rs`).

mod counts;
mod inference;
mod lexicon;
mod options;
mod rows;
mod sequences;
mod sheet;
mod sides;
mod spreads;

use serde_json::{Value as Json, json};

use self::counts::{Comparison, Counted};
use self::inference::Tests;
use self::rows::Rows;
pub use options::{Direction, FrequencyList, KeynessOptions, Reference, Significance};

use super::frequency::check_names;
use super::term_filter::{Naming, TermFilter};
use crate::corpus::{Groups, Scope};
use crate::error::{Error, Result};
use crate::table::{Manifest, Table};
use crate::task::Task;

/// The key terms of a target, or of each of its groups: counts, scores and tests, a row a term.
///
/// Rows are in the order of the groups, then by the first measure, then by term.
pub fn keyness(
    target: &Scope,
    reference: &Reference,
    options: &KeynessOptions,
    task: &Task,
) -> Result<Table> {
    let measures = options.checked()?;
    check(target, reference, options)?;
    let groups = Groups::by(target, &options.by)?;
    check_names(&options.by, &sheet::names(options))?;
    let keeps = compared_terms(target, options)?;
    let counted = match reference {
        Reference::Rest if options.by.is_empty() => {
            let rest = Reference::Scope(target.others());
            Counted::new(target, &rest, options, task)?
        }
        _ => Counted::new(target, reference, options, task)?,
    };
    let mut found = Vec::with_capacity(groups.documents().len());
    // A permutation test tells its own progress, group by group.
    let is_counted = options.significance != Some(Significance::Permutation);
    if is_counted {
        task.restart();
        task.expect(groups.documents().len() as u64);
    }
    for group in groups.documents() {
        let comparison = counted.comparison(group);
        let question = rows::Question {
            options,
            measures: &measures,
            counted: &counted,
        };
        found.push(question.answer(&comparison, &keeps, task)?);
        if is_counted {
            task.advance(1);
        }
    }
    let manifest = manifest(target, reference, options, &found);
    sheet::table(&groups, &found, (options, &counted), manifest, task)
}

/// What was found for a group: its rows, and what all of them share.
struct Found {
    rows: Rows,
    /// How many terms were compared, in whatever direction.
    n_terms: usize,
    bases: Bases,
    tests: Tests,
}

/// The documents and tokens of target and reference; a list has no documents.
#[derive(Clone, Copy, Debug)]
struct Bases {
    tokens: [u64; 2],
    documents: [Option<u64>; 2],
}

impl Bases {
    fn of(comparison: &Comparison<'_>) -> Self {
        Self {
            tokens: comparison.tokens(),
            documents: comparison.n_documents(),
        }
    }
}

/// Checks that target and reference can be compared in the ways asked for.
fn check(target: &Scope, reference: &Reference, options: &KeynessOptions) -> Result<()> {
    match reference {
        Reference::Rest => check_rest(target, options),
        Reference::List(_) if options.significance.is_some() => Err(Error::Parameter(
            "significance must be None beside a frequency list, which has no documents to test by"
                .into(),
        )),
        Reference::List(_) => Ok(()),
        Reference::Scope(other) => check_scope(target, other, options),
    }
}

fn check_rest(target: &Scope, options: &KeynessOptions) -> Result<()> {
    if options.by.is_empty() && target.n_documents() == target.corpus().n_documents() {
        let message = "reference must be given for a whole corpus: another corpus, a subset or a \
                       frequency list; or compare its groups by=";
        return Err(Error::Parameter(message.into()));
    }
    Ok(())
}

fn check_scope(target: &Scope, reference: &Scope, options: &KeynessOptions) -> Result<()> {
    let (own, other) = (target.corpus().tokenizer(), reference.corpus().tokenizer());
    if own.options() != other.options() {
        let message = "reference must be tokenized as the target was; build it with the same \
                       tokenizer";
        return Err(Error::Parameter(message.into()));
    }
    let (documents, tokens) = target.shared(reference);
    if tokens {
        return Err(Error::Parameter(format!(
            "reference must not share tokens with the target, got {documents} documents in both; \
             None stands for all documents that are not in the target"
        )));
    }
    if documents > 0 && options.significance.is_some() {
        return Err(Error::Parameter(format!(
            "significance must be None where target and reference are parts of the same documents, \
             got {documents} in both"
        )));
    }
    Ok(())
}

/// Which terms are compared.
fn compared_terms<'o>(
    target: &Scope,
    options: &'o KeynessOptions,
) -> Result<impl Fn(&str) -> bool + 'o> {
    let of = Naming {
        case_sensitive: options.case_sensitive,
        layer: options.layer.as_deref(),
        compounds: &options.compounds,
    };
    let wanted = options.patterns.as_ref();
    let wanted = wanted.map(|patterns| TermFilter::wanted(target, patterns, options.syntax, of));
    let wanted = wanted.transpose()?;
    let excluded = Some(&options.exclude).filter(|patterns| !patterns.is_empty());
    let excluded = excluded.map(|patterns| TermFilter::excluded(target, patterns, of));
    let excluded = excluded.transpose()?;
    // A sequence is of the words between its spaces: one of them is enough for either.
    let is_sequence = options.ngrams > 1;
    let any = move |filter: &TermFilter, term: &str| {
        is_sequence && term.split(' ').any(|word| filter.has(word)) || filter.has(term)
    };
    Ok(move |term: &str| {
        wanted.as_ref().is_none_or(|wanted| any(wanted, term))
            && !excluded
                .as_ref()
                .is_some_and(|excluded| any(excluded, term))
    })
}

fn manifest(
    target: &Scope,
    reference: &Reference,
    options: &KeynessOptions,
    found: &[Found],
) -> Manifest {
    let mut manifest = target.manifest("keyness");
    manifest.insert("reference".into(), reference.described());
    manifest.insert("reference_tokens".into(), json!(reference.tokens()));
    manifest.extend(options.described());
    let each = |value: fn(&Found) -> Json| -> Json { found.iter().map(value).collect() };
    let entries = [
        ("compared_tokens", each(|group| json!(group.bases.tokens))),
        (
            "compared_documents",
            each(|group| json!(group.bases.documents)),
        ),
        ("terms_compared", each(|group| json!(group.n_terms))),
        ("tests", each(|group| json!(group.tests.n))),
        (
            "relabellings",
            each(|group| json!(group.tests.relabellings)),
        ),
    ];
    manifest.extend(entries.map(|(name, value)| (name.to_owned(), value)));
    manifest
}
