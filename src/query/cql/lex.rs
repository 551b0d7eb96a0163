//! The signs and words of a query, each with its place.

use super::refused;
use crate::error::Result;

/// A sign or word of the language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Lexeme {
    /// What stands between quotation marks, as it was written, and the mark.
    Quoted(String, char),
    /// The name of an attribute, label or region, or a word of the language.
    Name(String),
    /// A number as it was written.
    Number(String),
    /// The letters behind `%`.
    Flags(String),
    /// Any other sign.
    Sign(&'static str),
    /// Behind the last.
    End,
}

/// The longer signs come before those that they begin with.
const SIGNS: [&str; 29] = [
    "->", "!=", "<=", ">=", "</", "/>", "::", "[:", ":]", "(", ")", "[", "]", "{", "}", "<", ">",
    "=", "&", "|", "!", "?", "*", "+", ",", ".", ":", ";", "@",
];

/// The lexemes of a query with their places in characters; the last is [`Lexeme::End`].
pub(super) fn lexemes(query: &str) -> Result<Vec<(Lexeme, usize)>> {
    let mut lexer = Lexer {
        query,
        rest: query,
        at: 0,
    };
    let mut found = Vec::new();
    loop {
        lexer.take_while(char::is_whitespace);
        let at = lexer.at;
        let lexeme = lexer.next()?;
        let is_last = lexeme == Lexeme::End;
        found.push((lexeme, at));
        if is_last {
            return Ok(found);
        }
    }
}

struct Lexer<'q> {
    query: &'q str,
    rest: &'q str,
    at: usize,
}

impl<'q> Lexer<'q> {
    fn next(&mut self) -> Result<Lexeme> {
        let Some(first) = self.rest.chars().next() else {
            return Ok(Lexeme::End);
        };
        match first {
            '"' | '\'' => self.quoted(first),
            '%' => {
                self.skip(first);
                let letters = self.take_while(char::is_alphabetic);
                Ok(Lexeme::Flags(letters.to_owned()))
            }
            _ if is_name(first) && !first.is_numeric() => {
                Ok(Lexeme::Name(self.take_while(is_name).to_owned()))
            }
            _ if first.is_ascii_digit() => Ok(Lexeme::Number(self.number())),
            '-' if self.rest[1..].starts_with(|mark: char| mark.is_ascii_digit()) => {
                self.skip(first);
                Ok(Lexeme::Number(format!("-{}", self.number())))
            }
            _ => {
                let sign = SIGNS.iter().find(|sign| self.rest.starts_with(**sign));
                let Some(sign) = sign else {
                    return Err(self.unknown(first));
                };
                sign.chars().for_each(|mark| self.skip(mark));
                Ok(Lexeme::Sign(sign))
            }
        }
    }

    fn skip(&mut self, mark: char) {
        self.rest = &self.rest[mark.len_utf8()..];
        self.at += 1;
    }

    fn take_while(&mut self, holds: impl Fn(char) -> bool) -> &'q str {
        let rest = self.rest;
        let len = rest.find(|mark| !holds(mark)).unwrap_or(rest.len());
        self.at += rest[..len].chars().count();
        self.rest = &rest[len..];
        &rest[..len]
    }

    fn number(&mut self) -> String {
        let is_digit = |mark: char| mark.is_ascii_digit();
        let mut number = self.take_while(is_digit).to_owned();
        let is_fraction = |rest: &str| rest[1..].starts_with(is_digit);
        if self.rest.starts_with('.') && is_fraction(self.rest) {
            self.skip('.');
            number.push('.');
            number.push_str(self.take_while(is_digit));
        }
        number
    }

    /// What stands between two quotation marks; one that is doubled or escaped does not end it.
    fn quoted(&mut self, mark: char) -> Result<Lexeme> {
        let start = self.at;
        self.skip(mark);
        let mut text = String::new();
        while let Some(next) = self.rest.chars().next() {
            self.skip(next);
            if next == mark {
                if !self.rest.starts_with(mark) {
                    return Ok(Lexeme::Quoted(text, mark));
                }
                self.skip(mark);
                text.extend(['\\', mark]);
            } else {
                text.push(next);
                if next == '\\'
                    && let Some(escaped) = self.rest.chars().next()
                {
                    self.skip(escaped);
                    text.push(escaped);
                }
            }
        }
        let message = format!("the quotation mark is not closed; end the text with {mark}");
        Err(refused(self.query, start, message))
    }

    fn unknown(&self, mark: char) -> crate::Error {
        let message = match mark {
            '\u{201C}' | '\u{201D}' | '\u{201E}' | '\u{2018}' | '\u{2019}' => {
                "text stands between straight quotation marks: \"…\"".to_owned()
            }
            '/' => {
                "/…/ does not belong to the language; write \"…\" for a token, <s/> for a region"
                    .to_owned()
            }
            '#' => "comments do not belong to the language; leave it out".to_owned(),
            mark => {
                format!("{mark:?} does not belong to the language; text stands in quotation marks")
            }
        };
        refused(self.query, self.at, message)
    }
}

fn is_name(mark: char) -> bool {
    mark.is_alphanumeric() || mark == '_'
}
