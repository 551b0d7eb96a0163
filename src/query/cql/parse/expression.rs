//! Texts in quotation marks, with their flags and what is escaped in them.

use super::super::ast::{Expression, Flags, Place};
use super::super::lex::Lexeme;
use super::Parser;
use crate::error::Result;
use crate::query::equivalents::{NOT_HERE, SIGN};
use crate::query::pattern::syntax_error;

impl Parser<'_> {
    pub(super) fn expression(&mut self) -> Result<Expression> {
        self.quoted_as(true)
    }

    /// A text in quotation marks with its flags; that of a token has no white space in it.
    pub(super) fn quoted_as(&mut self, of_token: bool) -> Result<Expression> {
        let at = self.place();
        let (Lexeme::Quoted(raw, mark), _) = self.lexemes[self.next].clone() else {
            return Err(self.unexpected());
        };
        if raw.contains(SIGN) {
            return Err(self.error_at(at, NOT_HERE));
        }
        self.next += 1;
        let flags = self.flags()?;
        let text = if flags.literal {
            unescaped(&raw)
        } else {
            escaped(&raw, mark)
        };
        if !flags.literal
            && let Some((byte, reason)) = syntax_error(&text)
        {
            let place = at + 1 + text[..byte].chars().count();
            let message =
                format!("regular expression is malformed ({reason}); %l takes a text literally");
            return Err(self.error_at(place, message));
        }
        let is_plain = flags.literal || !text.contains(['\\', '[', '(', '.', '*', '+', '?', '|']);
        if let (true, true, Some(space)) = (of_token, is_plain, text.find(char::is_whitespace)) {
            let place = at + 1 + text[..space].chars().count();
            let message =
                "a token holds no white space; give each token its quotation marks: \"…\" \"…\"";
            return Err(self.error_at(place, message));
        }
        Ok(Expression {
            text,
            flags,
            place: Place(at),
        })
    }

    fn flags(&mut self) -> Result<Flags> {
        let mut flags = Flags::default();
        while let Lexeme::Flags(letters) = self.peek() {
            for letter in letters.clone().chars() {
                let flag = match letter {
                    'c' => &mut flags.ignore_case,
                    'd' => &mut flags.ignore_diacritics,
                    'l' => &mut flags.literal,
                    _ => {
                        let message =
                            "flags are %c (ignore case), %d (ignore diacritics) and %l (literally)";
                        return Err(self.error(message));
                    }
                };
                *flag = true;
            }
            if matches!(self.peek(), Lexeme::Flags(letters) if letters.is_empty()) {
                return Err(self.error("% is followed by c, d or l"));
            }
            self.next += 1;
        }
        Ok(flags)
    }
}

/// A literal text without the signs that let it hold quotation marks.
fn unescaped(raw: &str) -> String {
    let mut text = String::with_capacity(raw.len());
    let mut marks = raw.chars().peekable();
    while let Some(mark) = marks.next() {
        let escaped = marks.next_if(|next| mark == '\\' && matches!(next, '"' | '\'' | '\\'));
        text.push(escaped.unwrap_or(mark));
    }
    text
}

/// An expression in which every double quotation mark is escaped, whichever stood around it.
fn escaped(raw: &str, mark: char) -> String {
    if mark == '"' {
        return raw.to_owned();
    }
    let mut text = String::with_capacity(raw.len());
    let mut marks = raw.chars();
    while let Some(next) = marks.next() {
        match next {
            '"' => text.push_str("\\\""),
            '\\' => {
                text.push('\\');
                text.extend(marks.next());
            }
            other => text.push(other),
        }
    }
    text
}
