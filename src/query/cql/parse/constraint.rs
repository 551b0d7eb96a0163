//! Constraints behind `::`, and the attributes of labelled tokens that they compare.

use super::super::ast::{Constraint, LabelAttribute, Operand, Operator, Place};
use super::super::lex::Lexeme;
use super::cursor::unquoted;
use super::{OWN_LABELS, Parser};
use crate::error::Result;

impl Parser<'_> {
    /// One constraint, neither negated nor in brackets.
    pub(super) fn single_constraint(&mut self) -> Result<Constraint> {
        match self.peek() {
            Lexeme::Name(name) if self.ahead_is("(") => {
                let message = format!(
                    "functions such as {name}() are left out; compare attributes, as in a.word = b.word"
                );
                Err(self.error(message))
            }
            Lexeme::Name(_) if self.ahead_is(".") => {
                let left = self.label_attribute()?;
                self.relation(left)
            }
            Lexeme::Name(name) => {
                let label = name.clone();
                self.known_label(&label)?;
                self.next += 1;
                Ok(Constraint::Bound(label))
            }
            _ => Err(self.unexpected()),
        }
    }

    fn relation(&mut self, left: LabelAttribute) -> Result<Constraint> {
        const OPERATORS: [(&str, Operator); 6] = [
            ("=", Operator::Equal),
            ("!=", Operator::Unequal),
            ("<", Operator::Less),
            ("<=", Operator::AtMost),
            (">", Operator::Greater),
            (">=", Operator::AtLeast),
        ];
        let at = self.place();
        let Some((_, operator)) = OPERATORS.into_iter().find(|(sign, _)| self.take(sign)) else {
            let message = "= or != is needed, or for metadata <, <=, > or >=";
            return Err(self.error(message));
        };
        let is_metadata = left.column().is_some();
        let is_order = !matches!(operator, Operator::Equal | Operator::Unequal);
        if is_order && !is_metadata {
            return Err(self.error_at(at, "only metadata is ordered; words are = or !="));
        }
        let operand = match self.peek() {
            Lexeme::Quoted(..) if is_order => Operand::Expression(self.quoted_as(false)?),
            Lexeme::Quoted(..) => Operand::Expression(self.quoted_as(!is_metadata)?),
            Lexeme::Number(number) if is_metadata => {
                let number = number.clone();
                self.next += 1;
                Operand::Number(number)
            }
            Lexeme::Name(_) if !is_metadata && self.ahead_is(".") => {
                let at = self.place();
                let other = self.label_attribute()?;
                if other.column().is_some() {
                    return Err(self.error_at(at, "metadata stands on the left of a comparison"));
                }
                if other.attribute != left.attribute {
                    let message = format!(
                        "both sides must be of one attribute, got {:?} and {:?}",
                        left.attribute, other.attribute
                    );
                    return Err(self.error_at(at, message));
                }
                Operand::Label(other)
            }
            Lexeme::Name(name) => {
                let message = unquoted(name);
                return Err(self.error(message));
            }
            _ if is_metadata => return Err(self.error("a value is needed: \"…\" or a number")),
            _ => return Err(self.error("a value is needed: \"…\" or an attribute as in b.word")),
        };
        Ok(Constraint::Compare {
            left,
            operator,
            right: operand,
        })
    }

    /// A label, a full stop and an attribute; the label must be known by now.
    pub(super) fn label_attribute(&mut self) -> Result<LabelAttribute> {
        let place = Place(self.place());
        let label = self.name().expect("a name is ahead");
        if !OWN_LABELS.contains(&label.as_str()) {
            self.known_label(&label)?;
        }
        self.next += 1;
        self.expect(".")?;
        let Some(attribute) = self.name() else {
            return Err(self.error(format!("an attribute is needed, as in {label}.word")));
        };
        self.next += 1;
        Ok(LabelAttribute {
            label,
            attribute,
            place,
        })
    }

    fn known_label(&self, label: &str) -> Result<()> {
        if self.labels.iter().any(|known| known == label) {
            return Ok(());
        }
        let message = if self.labels.is_empty() {
            format!("no token before has the label {label:?}; give it as in {label}:[]")
        } else {
            let labels = &self.labels;
            format!("a label must be one of {labels:?} or \"match\" or \"matchend\", got {label:?}")
        };
        Err(self.error(message))
    }
}

impl LabelAttribute {
    /// The metadata column, if it is one.
    pub(in crate::query::cql) fn column(&self) -> Option<&str> {
        ["document_", "text_"]
            .iter()
            .find_map(|prefix| self.attribute.strip_prefix(prefix))
    }
}
