//! What stands between brackets: the test that one token must meet.

use super::super::ast::Test;
use super::super::lex::Lexeme;
use super::cursor::unquoted;
use super::{Parser, one_or};
use crate::error::Result;

impl Parser<'_> {
    /// What stands between brackets.
    pub(super) fn bracketed(&mut self, closing: &'static str) -> Result<Test> {
        self.open()?;
        if *self.peek() == Lexeme::Sign(closing) {
            self.close(closing)?;
            return Ok(Test::Any);
        }
        let test = self.test_implication()?;
        self.close(closing)?;
        Ok(test)
    }

    fn test_implication(&mut self) -> Result<Test> {
        let mut left = self.test_either()?;
        let depth = self.depth;
        while self.take("->") {
            self.deeper()?;
            let right = self.test_either()?;
            left = Test::Either(vec![Test::Not(Box::new(left)), right]);
        }
        self.depth = depth;
        Ok(left)
    }

    fn test_either(&mut self) -> Result<Test> {
        let mut items = vec![self.test_all()?];
        while self.take("|") {
            items.push(self.test_all()?);
        }
        Ok(one_or(items, Test::Either))
    }

    fn test_all(&mut self) -> Result<Test> {
        let mut items = vec![self.test()?];
        while self.take("&") {
            items.push(self.test()?);
        }
        Ok(one_or(items, Test::All))
    }

    fn test(&mut self) -> Result<Test> {
        match self.peek() {
            Lexeme::Sign("!") => {
                self.open()?;
                let inner = self.test()?;
                self.depth -= 1;
                Ok(Test::Not(Box::new(inner)))
            }
            Lexeme::Sign("(") => {
                self.open()?;
                let inner = self.test_implication()?;
                self.close(")")?;
                Ok(inner)
            }
            Lexeme::Name(_) => self.comparison(),
            Lexeme::Quoted(..) => {
                Err(self.error("within brackets an attribute is named: [word=\"…\"]"))
            }
            _ => Err(self.unexpected()),
        }
    }

    fn comparison(&mut self) -> Result<Test> {
        let attribute = self.name().expect("a name is ahead");
        self.next += 1;
        let equal = if self.take("=") {
            true
        } else if self.take("!=") {
            false
        } else {
            let message =
                format!("= or != is needed behind {attribute:?}, as in {attribute}=\"…\"");
            return Err(self.error(message));
        };
        match self.peek() {
            // The value of a layer may hold white space.
            Lexeme::Quoted(..) => Ok(Test::Attribute {
                expression: self.quoted_as(["word", "norm"].contains(&attribute.as_str()))?,
                attribute,
                equal,
            }),
            Lexeme::Name(_) if self.ahead_is(".") => {
                let other = self.label_attribute()?;
                Ok(Test::Reference {
                    attribute,
                    equal,
                    other,
                })
            }
            Lexeme::Name(name) => {
                let message = unquoted(name);
                Err(self.error(message))
            }
            _ => Err(self.error("a value stands in quotation marks: \"…\"")),
        }
    }
}
