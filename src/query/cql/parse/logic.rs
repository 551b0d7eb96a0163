//! What `->`, `|`, `&`, `!` and brackets join, be it tests of tokens or constraints.

use super::super::ast::{Constraint, Test};
use super::super::lex::Lexeme;
use super::{Parser, one_or};
use crate::error::Result;

/// Something that holds or does not.
pub(super) trait Logical: Sized {
    /// All of two or more.
    const ALL: fn(Vec<Self>) -> Self;
    /// One of two or more.
    const EITHER: fn(Vec<Self>) -> Self;
    /// Not so.
    const NOT: fn(Box<Self>) -> Self;

    /// Reads one that is neither negated nor in brackets.
    fn single(parser: &mut Parser<'_>) -> Result<Self>;
}

impl Logical for Test {
    const ALL: fn(Vec<Self>) -> Self = Self::All;
    const EITHER: fn(Vec<Self>) -> Self = Self::Either;
    const NOT: fn(Box<Self>) -> Self = Self::Not;

    fn single(parser: &mut Parser<'_>) -> Result<Self> {
        parser.single_test()
    }
}

impl Logical for Constraint {
    const ALL: fn(Vec<Self>) -> Self = Self::All;
    const EITHER: fn(Vec<Self>) -> Self = Self::Either;
    const NOT: fn(Box<Self>) -> Self = Self::Not;

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
            left = L::EITHER(vec![L::NOT(Box::new(left)), right]);
        }
        self.depth = depth;
        Ok(left)
    }

    fn either<L: Logical>(&mut self) -> Result<L> {
        let mut items = vec![self.all()?];
        while self.take("|") {
            items.push(self.all()?);
        }
        Ok(one_or(items, L::EITHER))
    }

    fn all<L: Logical>(&mut self) -> Result<L> {
        let mut items = vec![self.one()?];
        while self.take("&") {
            items.push(self.one()?);
        }
        Ok(one_or(items, L::ALL))
    }

    fn one<L: Logical>(&mut self) -> Result<L> {
        match self.peek() {
            Lexeme::Sign("!") => {
                self.open()?;
                let inner: L = self.one()?;
                self.depth -= 1;
                Ok(L::NOT(Box::new(inner)))
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
