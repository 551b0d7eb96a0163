//! What holds for a match as a whole: conditions on labelled tokens and on metadata.

use arrow_array::cast::AsArray;
use arrow_schema::DataType;

use super::ast::{Constraint, Expression, LabelAttribute, Operand, Operator};
use super::meaning::Meaning;
use super::refused;
use super::resolve::{Attribute, Resolver};
use crate::corpus::{Condition, Corpus, DocId, Metadata, Part, Position, Value, Vocabulary};
use crate::error::{Error, Result};
use crate::query::pattern::{expression, place_and_reason};
use crate::table;
use crate::text::without_diacritics;

/// A constraint, resolved against a corpus.
pub(super) enum Conditions {
    /// What is known of each document.
    Document(Vec<bool>),
    Bound(u8),
    Among {
        token: Token,
        meaning: Meaning,
    },
    Same {
        attribute: Attribute,
        tokens: [Token; 2],
        equal: bool,
    },
    All(Vec<Self>),
    Either(Vec<Self>),
    Not(Box<Self>),
}

/// A token of a match.
#[derive(Clone, Copy)]
pub(super) enum Token {
    First,
    Last,
    Label(u8),
}

/// A match, as conditions ask about it.
pub(super) trait Match {
    /// Where one of its tokens stands; none where no token has the label.
    fn place_of(&self, token: Token) -> Option<u32>;
    fn part(&self) -> &Part;
    fn document(&self) -> DocId;
}

impl Conditions {
    pub(super) fn new(
        constraint: &Constraint,
        labels: &[String],
        corpus: &Corpus,
        query: &str,
        resolver: &mut Resolver<'_>,
    ) -> Result<Self> {
        let mut several = |items: &[Constraint]| -> Result<Vec<Self>> {
            items
                .iter()
                .map(|item| Self::new(item, labels, corpus, query, resolver))
                .collect()
        };
        match constraint {
            Constraint::All(items) => Ok(Self::All(several(items)?)),
            Constraint::Either(items) => Ok(Self::Either(several(items)?)),
            Constraint::Not(item) => {
                let item = Self::new(item, labels, corpus, query, resolver)?;
                Ok(Self::Not(Box::new(item)))
            }
            Constraint::Bound(label) => match token(label, labels) {
                Token::Label(label) => Ok(Self::Bound(label)),
                Token::First | Token::Last => Ok(Self::All(Vec::new())),
            },
            Constraint::Compare {
                left,
                operator,
                right,
            } => {
                if let Some(column) = left.column() {
                    return documents(corpus, column, *operator, right, query).map(Self::Document);
                }
                let attribute = Attribute::named(&left.attribute, corpus)?;
                let equal = *operator == Operator::Equal;
                let own = token(&left.label, labels);
                match right {
                    Operand::Expression(expression) => Ok(Self::Among {
                        token: own,
                        meaning: resolver.compared(attribute, equal, expression)?,
                    }),
                    Operand::Label(LabelAttribute { label, .. }) => Ok(Self::Same {
                        attribute,
                        tokens: [own, token(label, labels)],
                        equal,
                    }),
                    Operand::Number(number) => Err(Error::Parameter(format!(
                        "{left} is compared with a text in quotation marks, got {number}"
                    ))),
                }
            }
        }
    }

    /// Whether the conditions hold in a document, if that is known without a match.
    pub(super) fn in_document(&self, document: DocId) -> Option<bool> {
        match self {
            Self::Document(holds) => Some(holds[document.index()]),
            Self::Bound(_) | Self::Among { .. } | Self::Same { .. } => None,
            Self::All(items) => {
                let mut known = items.iter().map(|item| item.in_document(document));
                if known.clone().any(|known| known == Some(false)) {
                    return Some(false);
                }
                known.all(|known| known.is_some()).then_some(true)
            }
            Self::Either(items) => {
                let mut known = items.iter().map(|item| item.in_document(document));
                if known.clone().any(|known| known == Some(true)) {
                    return Some(true);
                }
                known.all(|known| known.is_some()).then_some(false)
            }
            Self::Not(item) => item.in_document(document).map(|holds| !holds),
        }
    }

    /// Whether the conditions hold for a match. What compares a token that is not there does not hold.
    pub(super) fn hold(&self, found: &impl Match, vocabulary: &Vocabulary) -> bool {
        match self {
            Self::Document(holds) => holds[found.document().index()],
            Self::Bound(label) => found.place_of(Token::Label(*label)).is_some(),
            Self::Among { token, meaning } => found
                .place_of(*token)
                .is_some_and(|place| meaning.contains(found.part(), Position::new(place))),
            Self::Same {
                attribute,
                tokens: [one, other],
                equal,
            } => {
                let places = found.place_of(*one).zip(found.place_of(*other));
                let same =
                    places.and_then(|places| attribute.is_same(places, found.part(), vocabulary));
                same == Some(*equal)
            }
            Self::All(items) => items.iter().all(|item| item.hold(found, vocabulary)),
            Self::Either(items) => items.iter().any(|item| item.hold(found, vocabulary)),
            Self::Not(item) => !item.hold(found, vocabulary),
        }
    }
}

fn token(label: &str, labels: &[String]) -> Token {
    match label {
        "match" => Token::First,
        "matchend" => Token::Last,
        label => {
            let place = labels.iter().position(|known| known == label);
            let place = place.and_then(|place| u8::try_from(place).ok());
            Token::Label(place.expect("constraints ask for their labels"))
        }
    }
}

/// For each document whether its value in a column compares so; a missing value never does.
fn documents(
    corpus: &Corpus,
    column: &str,
    operator: Operator,
    right: &Operand,
    query: &str,
) -> Result<Vec<bool>> {
    let ids;
    let metadata = if column == "id" && corpus.metadata().column("id").is_err() {
        let names = table::strings(corpus.ids().iter());
        ids = Metadata::try_new(vec![("id".into(), names)], corpus.n_documents())?;
        &ids
    } else {
        corpus.metadata()
    };
    let present = metadata.matching(column, &Condition::Between(None, None))?;
    let data_type = metadata.column(column)?.data_type().clone();
    let holds = match (operator, right) {
        (Operator::Equal | Operator::Unequal, Operand::Expression(wanted))
            if data_type == DataType::LargeUtf8 =>
        {
            matching_texts(metadata, column, wanted, query)?
        }
        _ => {
            let value = value(right, &data_type);
            let condition = match operator {
                Operator::Equal | Operator::Unequal => Condition::Among(vec![value]),
                Operator::Less | Operator::AtLeast => Condition::Between(Some(value), None),
                Operator::Greater | Operator::AtMost => Condition::Between(None, Some(value)),
            };
            metadata.matching(column, &condition)?
        }
    };
    let negated = matches!(
        operator,
        Operator::Unequal | Operator::Less | Operator::Greater
    );
    let rows = present.iter().zip(holds);
    Ok(rows
        .map(|(present, holds)| *present && holds != negated)
        .collect())
}

/// What a column is compared with, in the column's own type where it can be read so.
fn value(right: &Operand, column: &DataType) -> Value {
    let text = match right {
        Operand::Expression(expression) => &expression.text,
        Operand::Number(number) => number,
        Operand::Label(label) => &label.attribute,
    };
    let text_itself = || Value::Text(text.clone());
    match column {
        DataType::Int64 | DataType::Float64 => match (text.parse(), text.parse()) {
            (Ok(integer), _) => Value::Integer(integer),
            (_, Ok(real)) => Value::Real(real),
            _ => text_itself(),
        },
        DataType::Boolean => text.parse().map_or_else(|_| text_itself(), Value::Truth),
        _ => text_itself(),
    }
}

/// For each document whether an expression matches all of its text in a column.
fn matching_texts(
    metadata: &Metadata,
    column: &str,
    wanted: &Expression,
    query: &str,
) -> Result<Vec<bool>> {
    let mut source = if wanted.flags.literal {
        regex::escape(&wanted.text)
    } else {
        wanted.text.clone()
    };
    if wanted.flags.ignore_diacritics {
        source = without_diacritics(&source).into_owned();
    }
    let expression = expression(&source, !wanted.flags.ignore_case).map_err(|error| {
        let (_, reason) = place_and_reason(&source, &error);
        let message = format!("regular expression is malformed ({reason})");
        refused(query, wanted.place.0, message)
    })?;
    let holds = |text: &str| {
        if wanted.flags.ignore_diacritics {
            expression.is_match(&without_diacritics(text))
        } else {
            expression.is_match(text)
        }
    };
    let texts = metadata.column(column)?.as_string::<i64>();
    Ok(texts.iter().map(|text| text.is_some_and(holds)).collect())
}
