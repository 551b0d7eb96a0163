//! How evenly sequences are spread over parts, from their counts alone.

use std::ops::Range;

use arrow_array::ArrayRef;
use serde_json::{Value as Json, json};

use super::cut::Cut;
use super::{DispersionOptions, column};
use crate::analysis::compounds::Compounds;
use crate::analysis::terms::n_terms_of;
use crate::corpus::{DocId, Groups, Position, Scope};
use crate::error::{Error, Result};
use crate::stats::{Dispersion, Division, Parts, Share, Size, dispersions};
use crate::task::Task;

/// The parts of what is in view, and the measures that are asked for.
pub(in crate::analysis) struct Spread {
    scope: Scope,
    cut: Cut,
    division: Division,
    sizes: Vec<Size>,
    measures: Vec<&'static Dispersion>,
}

impl Spread {
    /// Those of each group; none if no dispersion is asked for.
    ///
    /// Errors: as of [`new`](Self::new).
    pub(in crate::analysis) fn of_groups(
        scope: &Scope,
        groups: &Groups,
        (options, compounds): (Option<&DispersionOptions>, Option<&Compounds>),
        task: &Task,
    ) -> Result<Vec<Self>> {
        let of_group = |documents: &Vec<DocId>| {
            let group = scope.only(documents.clone(), json!(null));
            options.map(|options| Self::new(&group, options, compounds, task))
        };
        groups.documents().iter().filter_map(of_group).collect()
    }

    /// For sequences of terms, of which compounds are one each.
    ///
    /// Errors: [`Error::Parameter`] for measures that take positions, and for equal parts with compounds.
    pub(in crate::analysis) fn new(
        scope: &Scope,
        options: &DispersionOptions,
        compounds: Option<&Compounds>,
        task: &Task,
    ) -> Result<Self> {
        let measures = dispersions(&options.measures)?;
        if let Some(by_position) = measures.iter().find(|measure| measure.by_position) {
            let message = format!(
                "dispersion must be of measures that take counts, got {:?}, which takes positions",
                by_position.name
            );
            return Err(Error::Parameter(message));
        }
        let cut = match options.parts {
            Some(_) if compounds.is_some() => {
                let message = "parts must be documents or columns with compound, which equal parts \
                               could cut through";
                return Err(Error::Parameter(message.into()));
            }
            Some(n) => Cut::equal(scope, n, None, task)?,
            None => {
                let size = |document: DocId| n_terms_of(scope, compounds, document);
                Cut::by(scope, &options.by, size)?
            }
        };
        Ok(Self {
            scope: scope.clone(),
            division: Division::new(cut.sizes.iter().copied())?,
            sizes: cut.sizes.iter().copied().map(Size::new).collect(),
            cut,
            measures,
        })
    }

    /// The scores of what occurs so often in these parts, each of which is given once.
    pub(in crate::analysis) fn scores(
        &self,
        counts: impl IntoIterator<Item = (u32, u64)>,
    ) -> Result<Vec<Option<f64>>> {
        let shares = counts
            .into_iter()
            .map(|(part, count)| Share::new(count, self.sizes[part as usize]));
        let shares: Vec<Share> = shares.collect();
        let parts = Parts::new(self.division, &shares, None)?;
        Ok(self
            .measures
            .iter()
            .map(|measure| measure.score(&parts))
            .collect())
    }

    /// All that is in view: the number of the part, the document, and the positions.
    pub(in crate::analysis) fn pieces(&self) -> Vec<(u32, DocId, Range<Position>)> {
        self.cut.pieces(&self.scope)
    }

    /// The part of a position in view.
    pub(in crate::analysis) fn part_at(&self, position: Position) -> u32 {
        self.cut.part_at(&self.scope, position).0
    }

    /// How many parts have tokens.
    pub(in crate::analysis) fn n_parts(&self) -> u64 {
        self.division.len()
    }
}

/// What a manifest says of the parts, and the number of those that have tokens.
pub(in crate::analysis) fn described(
    options: Option<&DispersionOptions>,
) -> [(&'static str, Json); 2] {
    let parts = options.map(|options| match options.parts {
        Some(n) => json!(n),
        None => json!(options.by),
    });
    [
        (
            "dispersion",
            json!(options.map(|options| &options.measures)),
        ),
        ("parts", parts.unwrap_or_else(|| json!(["document"]))),
    ]
}

/// The scores of rows as columns, one a measure.
pub(in crate::analysis) fn score_columns(
    options: &DispersionOptions,
    scores: &[Vec<Option<f64>>],
) -> Result<Vec<(String, ArrayRef)>> {
    let measures = dispersions(&options.measures)?.into_iter().enumerate();
    let of = |(at, measure): (usize, &Dispersion)| {
        let own = scores.iter().map(|row| row[at]);
        (measure.name.to_owned(), column(measure, own))
    };
    Ok(measures.map(of).collect())
}
