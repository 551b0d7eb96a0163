//! What stands between brackets: the test that one token must meet.

use super::super::ast::Test;
use super::super::lex::Lexeme;
use super::Parser;
use super::cursor::unquoted;
use crate::error::Result;

impl Parser<'_> {
    /// What stands between brackets.
    pub(super) fn bracketed(&mut self, closing: &'static str) -> Result<Test> {
        self.open()?;
        if *self.peek() == Lexeme::Sign(closing) {
            self.close(closing)?;
            return Ok(Test::Any);
        }
        let test = self.implication()?;
        self.close(closing)?;
        Ok(test)
    }

    /// One test, neither negated nor in brackets.
    pub(super) fn single_test(&mut self) -> Result<Test> {
        match self.peek() {
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
