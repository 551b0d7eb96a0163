//! What a query asks for beside the tokens themselves: labels, sentences and quotations.

use super::super::ast::{Constraint, Extent, Filter, Operand, Pattern, Query, Region, Test};
use super::super::parse::OWN_LABELS;

impl Query {
    /// The labels that conditions and references ask for.
    pub(super) fn labels(&self) -> Vec<String> {
        let mut labels = Vec::new();
        if let Some(constraint) = &self.constraint {
            constraint.add_labels(&mut labels);
        }
        self.pattern.add_labels(&mut labels);
        labels.retain(|label| !OWN_LABELS.contains(&label.as_str()));
        labels.sort();
        labels.dedup();
        labels
    }

    pub(super) fn asks_for_sentences(&self) -> bool {
        let is_sentence =
            |filter: &Filter| matches!(filter.extent, Extent::WithinRegions(_, Region::Sentence));
        self.filters.iter().any(is_sentence)
    }

    pub(super) fn asks_for_quotations(&self) -> bool {
        let is_quotation = |filter: &Filter| {
            matches!(
                filter.extent,
                Extent::WithinRegions(_, Region::Quotation(_))
            )
        };
        self.filters.iter().any(is_quotation)
    }
}

impl Constraint {
    fn add_labels(&self, labels: &mut Vec<String>) {
        match self {
            Self::Bound(label) => labels.push(label.clone()),
            Self::Compare { left, right, .. } => {
                if left.column().is_none() {
                    labels.push(left.label.clone());
                }
                if let Operand::Label(other) = right {
                    labels.push(other.label.clone());
                }
            }
            Self::All(items) | Self::Either(items) => {
                for item in items {
                    item.add_labels(labels);
                }
            }
            Self::Not(item) => item.add_labels(labels),
        }
    }
}

impl Pattern {
    fn add_labels(&self, labels: &mut Vec<String>) {
        match self {
            Self::Token { test, .. } | Self::Ahead(test) => test.add_labels(labels),
            Self::Sequence(items) | Self::Alternation(items) => {
                for item in items {
                    item.add_labels(labels);
                }
            }
            Self::Repeat { what, .. } => what.add_labels(labels),
            Self::Begin(_) | Self::End(_) | Self::Whole(_) => (),
        }
    }
}

impl Test {
    fn add_labels(&self, labels: &mut Vec<String>) {
        match self {
            Self::Reference { other, .. } => labels.push(other.label.clone()),
            Self::All(items) | Self::Either(items) => {
                for item in items {
                    item.add_labels(labels);
                }
            }
            Self::Not(item) => item.add_labels(labels),
            Self::Any | Self::Word(_) | Self::Attribute { .. } => (),
        }
    }
}
