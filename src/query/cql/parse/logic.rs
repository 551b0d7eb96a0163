//! What `->`, `|`, `&`, `!` and brackets join, be it tests of tokens or constraints.

use super::super::ast::{Constraint, Test};
use super::super::lex::Lexeme;
use super::{Parser, one_or};
use crate::error::Result;

/// Something that holds or does not.
pub(super) trait Logical: Sized {
    /// All of two or more.
    fn all(several: Vec<Self>) -> Self;

    /// One of two or more.
    fn either(several: Vec<Self>) -> Self;

    /// Not so.
    fn negated(self) -> Self;

    /// Reads one that is neither negated nor in brackets.
    fn single(parser: &mut Parser<'_>) -> Result<Self>;
}

impl Logical for Test {
    fn all(several: Vec<Self>) -> Self {
        Self::All(several)
    }

    fn either(several: Vec<Self>) -> Self {
        Self::Either(several)
    }

    fn negated(self) -> Self {
        Self::Not(Box::new(self))
    }

    fn single(parser: &mut Parser<'_>) -> Result<Self> {
        parser.single_test()
    }
}

impl Logical for Constraint {
    fn all(several: Vec<Self>) -> Self {
        Self::All(several)
    }

    fn either(several: Vec<Self>) -> Self {
        Self::Either(several)
    }

    fn negated(self) -> Self {
        Self::Not(Box::new(self))
    }

    fn single(parser: &mut Parser<'_>) -> Result<Self> {
        parser.single_constraint()
    }
}

impl Parser<'_> {
    /// Alternatives, of which those behind `->` follow from those before.
    pub(super) fn implication<L: Logical>(&mut self) -> Result<L> {
        let mut left: L = self.either()?;
        let depth = self.depth;
        while self.take("->") {
            self.deeper()?;
            let right = self.either()?;
            left = L::either(vec![left.negated(), right]);
        }
        self.depth = depth;
        Ok(left)
    }

    fn either<L: Logical>(&mut self) -> Result<L> {
        let mut items = vec![self.all()?];
        while self.take("|") {
            items.push(self.all()?);
        }
        Ok(one_or(items, L::either))
    }

    fn all<L: Logical>(&mut self) -> Result<L> {
        let mut items = vec![self.one()?];
        while self.take("&") {
            items.push(self.one()?);
        }
        Ok(one_or(items, L::all))
    }

    fn one<L: Logical>(&mut self) -> Result<L> {
        match self.peek() {
            Lexeme::Sign("!") => {
                self.open()?;
                let inner: L = self.one()?;
                self.depth -= 1;
                Ok(inner.negated())
            }
            Lexeme::Sign("(") => {
                self.open()?;
                let inner = self.implication()?;
                self.close(")")?;
                Ok(inner)
            }
            _ => L::single(self),
        }
    }
}
