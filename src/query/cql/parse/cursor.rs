//! The lexeme that is read next: whether it is the one that is needed, and what is wrong if not.

use super::super::lex::Lexeme;
use super::super::refused;
use super::Parser;
use crate::error::{Error, Result};

/// How deep groups are nested at most.
const DEPTH: usize = 100;

impl Parser<'_> {
    pub(super) fn peek(&self) -> &Lexeme {
        &self.lexemes[self.next].0
    }

    pub(super) fn ahead_is(&self, sign: &'static str) -> bool {
        let ahead = self.lexemes.get(self.next + 1);
        ahead.is_some_and(|(lexeme, _)| *lexeme == Lexeme::Sign(sign))
    }

    pub(super) fn place(&self) -> usize {
        self.lexemes[self.next].1
    }

    pub(super) fn name(&self) -> Option<String> {
        match self.peek() {
            Lexeme::Name(name) => Some(name.clone()),
            _ => None,
        }
    }

    pub(super) fn take(&mut self, sign: &'static str) -> bool {
        let is_next = *self.peek() == Lexeme::Sign(sign);
        self.next += usize::from(is_next);
        is_next
    }

    pub(super) fn take_word(&mut self, word: &str) -> bool {
        let is_next = matches!(self.peek(), Lexeme::Name(name) if name == word);
        self.next += usize::from(is_next);
        is_next
    }

    pub(super) fn expect(&mut self, sign: &'static str) -> Result<()> {
        if self.take(sign) {
            return Ok(());
        }
        Err(match self.peek() {
            Lexeme::End => self.error(format!("{sign} is missing at the end")),
            other => self.error(format!("{sign} is needed here, got {}", described(other))),
        })
    }

    /// Goes into a group, past its first sign.
    pub(super) fn open(&mut self) -> Result<()> {
        self.deeper()?;
        self.next += 1;
        Ok(())
    }

    pub(super) fn deeper(&mut self) -> Result<()> {
        self.depth += 1;
        if self.depth > DEPTH {
            return Err(self.error(format!("groups are nested at most {DEPTH} deep")));
        }
        Ok(())
    }

    pub(super) fn close(&mut self, sign: &'static str) -> Result<()> {
        self.depth -= 1;
        self.expect(sign)
    }

    pub(super) fn unexpected(&self) -> Error {
        let wanted = "a token is needed, \"…\" or […]";
        match self.peek() {
            Lexeme::End if self.next == 0 => self.error("a query must hold a token, \"…\" or […]"),
            Lexeme::End => self.error(format!("{wanted}, got the end of the query")),
            Lexeme::Name(name) => self.error(unquoted(name)),
            Lexeme::Sign("!") => self.error("! stands within brackets: [word!=\"…\"] or [!(…)]"),
            Lexeme::Sign("&") => self.error("& stands within brackets: [word=\"…\" & norm=\"…\"]"),
            Lexeme::Sign("*" | "?" | "+" | "{") => {
                self.error("a quantifier stands behind a token or a group; any token is []")
            }
            other => self.error(format!("{wanted}, got {}", described(other))),
        }
    }

    pub(super) fn error(&self, message: impl Into<String>) -> Error {
        self.error_at(self.place(), message)
    }

    /// At the lexeme that was read last.
    pub(super) fn error_before(&self, message: &str) -> Error {
        self.error_at(self.lexemes[self.next - 1].1, message)
    }

    pub(super) fn error_at(&self, at: usize, message: impl Into<String>) -> Error {
        refused(self.query, at, message.into())
    }
}

pub(super) fn unquoted(name: &str) -> String {
    match name {
        "MU" | "TAB" => format!(
            "{name} queries are left out; write a gap, as in \"a\" []{{0,5}} \"b\", or combine concordances"
        ),
        "cut" | "expand" => {
            format!("{name} is left out; a concordance is sampled and widened by its methods")
        }
        "meet" | "union" | "overlapping" => {
            format!("{name} is left out; combine concordances with their set operations")
        }
        name => format!("text stands in quotation marks: \"{name}\""),
    }
}

fn described(lexeme: &Lexeme) -> String {
    match lexeme {
        Lexeme::Quoted(..) => "a text in quotation marks".into(),
        Lexeme::Name(name) => format!("{name:?}"),
        Lexeme::Number(number) => format!("the number {number}"),
        Lexeme::Flags(_) => "%, which stands behind a closing quotation mark".into(),
        Lexeme::Sign(sign) => (*sign).to_owned(),
        Lexeme::End => "the end of the query".into(),
    }
}
