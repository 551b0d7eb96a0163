//! Dispersion: how evenly terms, or the matches of patterns, are spread over the parts of a corpus.

mod cells;
mod cut;
mod plot;
mod spread;

use arrow_array::{ArrayRef, Int64Array};
use serde_json::json;

use self::cells::Cells;
use self::cut::{Cut, View};
pub use self::plot::{PlotOptions, match_places};
pub(super) use self::spread::{Spread, described, score_columns};
use super::compounds::{Compounds, Named, Units};
use super::frequency::check_names;
use super::series::{Series, series_manifest};
use super::terms::{Numbering, Terms, Unit, n_terms_of};
use crate::corpus::{Position, Scope};
use crate::error::{Error, Result};
use crate::query::PatternOptions;
use crate::stats::{Dispersion, Distances, Division, Parts, Share, Size, dispersions};
use crate::table::{self, Manifest, Table};
use crate::task::Task;

/// How many occurrences one worker scores at a time, rounded up to terms.
const OCCURRENCES_A_PART: u64 = 1 << 17;
/// How many terms at most.
const TERMS_A_PART: usize = 1 << 10;

/// What the parts are, and which measures are asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DispersionOptions {
    /// The metadata columns whose values make parts of documents; `document` is each for itself.
    pub by: Vec<String>,
    /// So many parts of equal size instead.
    pub parts: Option<u64>,
    /// The names of measures.
    pub measures: Vec<String>,
    /// Terms that are rarer are left out; patterns are not.
    pub min_frequency: u64,
}

/// The parts and measures of one question.
struct Question<'c> {
    cut: Cut,
    division: Division,
    sizes: Vec<Size>,
    measures: Vec<&'static Dispersion>,
    /// The order of the tokens, if a measure needs it.
    view: Option<View<'c>>,
}

/// A frequency and a score for each measure.
struct Row {
    frequency: u64,
    scores: Vec<Option<f64>>,
}

impl<'c> Question<'c> {
    fn new(
        scope: &Scope,
        options: &DispersionOptions,
        compounds: &'c Compounds,
        task: &Task,
    ) -> Result<Self> {
        let found = compounds.found();
        let measures = dispersions(&options.measures)?;
        let cut = match options.parts {
            Some(n) if options.by.is_empty() => Cut::equal(scope, n, found, task)?,
            None if !options.by.is_empty() => Cut::by(scope, &options.by, |document| {
                n_terms_of(scope, found, document)
            })?,
            _ => {
                let message = "either by or parts must be given; by=None goes with parts";
                return Err(Error::Parameter(message.into()));
            }
        };
        let by_position = measures.iter().any(|measure| measure.by_position);
        Ok(Self {
            division: Division::new(cut.sizes.iter().copied())?,
            sizes: cut.sizes.iter().copied().map(Size::new).collect(),
            view: by_position.then(|| View::new(scope, found)),
            cut,
            measures,
        })
    }

    /// The scores of what occurs so often in these parts, at these positions if they are needed.
    fn row(
        &self,
        counts: impl Iterator<Item = (u32, u64)>,
        positions: impl FnOnce() -> Result<Vec<Position>>,
    ) -> Result<Row> {
        let shares = counts.map(|(part, count)| Share::new(count, self.sizes[part as usize]));
        let shares: Vec<Share> = shares.collect();
        let distances = match &self.view {
            Some(view) => Some(Distances::new(&view.places(&positions()?), view.tokens)?),
            None => None,
        };
        let parts = Parts::new(self.division, &shares, distances.as_ref())?;
        let scores = self.measures.iter().map(|measure| measure.score(&parts));
        Ok(Row {
            frequency: parts.frequency(),
            scores: scores.collect(),
        })
    }

    fn describe(&self, options: &DispersionOptions, manifest: &mut Manifest) {
        let by = (!options.by.is_empty()).then_some(&options.by);
        manifest.insert("by".into(), json!(by));
        manifest.insert("parts".into(), json!(options.parts));
        manifest.insert("measures".into(), json!(options.measures));
        manifest.insert("min_frequency".into(), json!(options.min_frequency));
        manifest.insert("n_parts".into(), json!(self.division.len()));
    }

    fn table(&self, name: &str, labels: ArrayRef, rows: &[Row], manifest: Manifest) -> Table {
        let mut columns = vec![
            (name.to_owned(), labels),
            (
                "frequency".to_owned(),
                table::counts(rows.iter().map(|row| row.frequency)),
            ),
        ];
        for (at, measure) in self.measures.iter().enumerate() {
            let scores = rows.iter().map(|row| row.scores[at]);
            columns.push((measure.name.to_owned(), column(measure, scores)));
        }
        Table::new(columns, manifest)
    }
}

/// The scores of a measure as a column.
fn column(measure: &Dispersion, scores: impl Iterator<Item = Option<f64>>) -> ArrayRef {
    if measure.whole {
        whole(scores)
    } else {
        table::optional_scores(scores)
    }
}

#[expect(clippy::cast_possible_truncation, reason = "whole numbers below 2^53")]
fn whole(scores: impl Iterator<Item = Option<f64>>) -> ArrayRef {
    let numbers = scores.map(|score| score.map(|score| score as i64));
    std::sync::Arc::new(numbers.collect::<Int64Array>())
}

/// The dispersion of the matches of each pattern, one row a pattern in their order: pattern, frequency,
/// and a column a measure. A match is where its first token is; each of the compounds named is one token.
pub fn pattern_dispersion(
    scope: &Scope,
    patterns: &[Series],
    search: &PatternOptions,
    (options, compounds): (&DispersionOptions, &Named),
    task: &Task,
) -> Result<Table> {
    let unit = (search.case_sensitive, None);
    let compounds = Compounds::of_unit(scope, compounds, unit, task)?;
    let question = Question::new(scope, options, &compounds, task)?;
    let mut rows = Vec::with_capacity(patterns.len());
    for pattern in patterns {
        let found = pattern.matches(scope, *search, compounds.found(), task)?;
        let positions: Vec<Position> = found.iter().map(|(first, _)| first).collect();
        let counts = question.cut.tally(scope, &positions);
        rows.push(question.row(counts.into_iter(), || Ok(positions))?);
    }
    let mut manifest = series_manifest(scope, "dispersion", patterns, *search)?;
    question.describe(options, &mut manifest);
    manifest.insert("layer".into(), json!(null));
    compounds.describe(&mut manifest);
    let labels = table::strings(patterns.iter().map(|series| series.name.as_str()));
    Ok(question.table("pattern", labels, &rows, manifest))
}

/// The dispersion of all terms that occur at least so often: term, frequency, and a column a measure;
/// by frequency descending, then by term. Each of the compounds named is one term.
pub fn term_dispersion(
    scope: &Scope,
    (options, compounds): (&DispersionOptions, &Named),
    (case_sensitive, layer): (bool, Option<&str>),
    task: &Task,
) -> Result<Table> {
    let unit = (case_sensitive, layer);
    let compounds = Compounds::of_unit(scope, compounds, unit, task)?;
    let question = Question::new(scope, options, &compounds, task)?;
    check_names(&options.measures, &["term", "frequency"])?;
    let unit = Unit::new(scope, case_sensitive, layer)?;
    let terms = Terms::of(scope, unit).with_compounds(&compounds);
    let numbering = terms.by_frequency(task)?;
    let cells = Cells::new(
        &question.cut.count(&terms, &numbering, task)?,
        numbering.len(),
        task,
    )?;
    let mut order: Vec<(u32, u64)> = (0..)
        .zip((0..numbering.len()).map(|number| cells.frequency(number)))
        .filter(|(_, frequency)| *frequency >= options.min_frequency.max(1))
        .collect();
    let by_name = terms.by_name(task)?;
    task.sort_by(&mut order, |one, two| {
        let first = two.1.cmp(&one.1);
        first.then_with(|| by_name(numbering.term(one.0), numbering.term(two.0)))
    })?;
    let positions = Occurrences::new(&terms, &numbering, &question, &cells, task)?;
    let rows = task.map(pieces(&order), |piece| {
        let row = |&(number, _): &(u32, u64)| {
            task.check()?;
            let places = || positions.of(number);
            question.row(cells.of(number as usize), places)
        };
        piece.iter().map(row).collect::<Result<Vec<Row>>>()
    })?;
    let rows: Vec<Row> = rows.into_iter().flatten().collect();
    let mut manifest = scope.manifest("dispersion");
    question.describe(options, &mut manifest);
    manifest.insert("case_sensitive".into(), json!(case_sensitive));
    manifest.insert("layer".into(), json!(layer));
    compounds.describe(&mut manifest);
    let names = order
        .iter()
        .map(|(number, _)| terms.name(numbering.term(*number)));
    Ok(question.table("term", table::strings(names), &rows, manifest))
}

/// Terms in pieces of about the same work, the frequent ones few together.
fn pieces(order: &[(u32, u64)]) -> Vec<&[(u32, u64)]> {
    let (mut pieces, mut first, mut held) = (Vec::new(), 0, 0);
    for (number, (_, frequency)) in order.iter().enumerate() {
        held += frequency;
        if held >= OCCURRENCES_A_PART || number + 1 - first == TERMS_A_PART {
            pieces.push(&order[first..=number]);
            (first, held) = (number + 1, 0);
        }
    }
    pieces.push(&order[first..]);
    pieces
}

/// Where terms occur in view.
struct Occurrences<'t> {
    terms: &'t Terms<'t>,
    numbering: &'t Numbering,
    /// The positions of the values of a layer, or of terms beside compounds, which have no postings: by
    /// number, each ascending, and where those of each number begin.
    read: Option<(Vec<Position>, Vec<usize>)>,
}

impl<'t> Occurrences<'t> {
    fn new(
        terms: &'t Terms<'t>,
        numbering: &'t Numbering,
        question: &Question<'_>,
        cells: &Cells,
        task: &Task,
    ) -> Result<Self> {
        let has_postings = !matches!(terms.unit(), Unit::Layer(_)) && terms.compounds().is_none();
        let read = (!has_postings && question.view.is_some())
            .then(|| read_positions(terms, numbering, cells, task));
        Ok(Self {
            terms,
            numbering,
            read: read.transpose()?,
        })
    }

    /// Where the term of a number occurs, ascending.
    fn of(&self, number: u32) -> Result<Vec<Position>> {
        if let Some((positions, starts)) = &self.read {
            let number = number as usize;
            return Ok(positions[starts[number]..starts[number + 1]].to_vec());
        }
        self.terms.positions_of_word(self.numbering.term(number))
    }
}

fn read_positions(
    terms: &Terms<'_>,
    numbering: &Numbering,
    cells: &Cells,
    task: &Task,
) -> Result<(Vec<Position>, Vec<usize>)> {
    let mut starts = vec![0];
    for number in 0..numbering.len() {
        let frequency = usize::try_from(cells.frequency(number)).expect("in memory");
        starts.push(starts[number] + frequency);
    }
    let mut positions = vec![Position::new(0); starts[numbering.len()]];
    let (mut next, mut read) = (starts.clone(), Vec::new());
    let units = Units::new(terms.compounds());
    for document in terms.scope().documents() {
        task.check()?;
        terms.scope().each_range(document, |range| {
            numbering.read(terms, range.clone(), &mut read);
            for (number, unit) in read.iter().zip(units.of(range.start.number())..) {
                if *number != Numbering::LEFT_OUT {
                    let place = &mut next[*number as usize];
                    positions[*place] = units.start_of(unit);
                    *place += 1;
                }
            }
        });
    }
    Ok((positions, starts))
}
