//! Patterns: alternatives, sequences, quantifiers, groups, labelled tokens and tags of regions.

use super::super::ast::{Pattern, Region, Test};
use super::super::lex::Lexeme;
use super::cursor::unquoted;
use super::{OWN_LABELS, Parser, one_or};
use crate::error::Result;

/// How often something is repeated at most, where there is a most.
const REPETITIONS: u32 = 10_000;

impl Parser<'_> {
    pub(super) fn alternation(&mut self) -> Result<Pattern> {
        let mut items = vec![self.sequence()?];
        while self.take("|") {
            items.push(self.sequence()?);
        }
        Ok(one_or(items, Pattern::Alternation))
    }

    fn sequence(&mut self) -> Result<Pattern> {
        let mut items = Vec::new();
        while let Some(item) = self.repeated()? {
            items.push(item);
        }
        if items.is_empty() {
            return Err(self.unexpected());
        }
        Ok(one_or(items, Pattern::Sequence))
    }

    /// One item with its quantifier; nothing where the sequence ends.
    fn repeated(&mut self) -> Result<Option<Pattern>> {
        let start = self.next;
        let Some(what) = self.item()? else {
            return Ok(None);
        };
        let at = self.place();
        let Some((least, most)) = self.quantifier()? else {
            return Ok(Some(what));
        };
        if matches!(
            what,
            Pattern::Begin(_) | Pattern::End(_) | Pattern::Ahead(_)
        ) {
            return Err(self.error_at(at, "a quantifier stands behind a token or a group"));
        }
        if most == Some(0) || most.is_some_and(|most| most < least) {
            let message = "a quantifier {n,m} must have n at most m and m at least 1";
            return Err(self.error_at(at, message));
        }
        if least.max(most.unwrap_or(0)) > REPETITIONS {
            let message = format!("a quantifier takes at most {REPETITIONS}; * has no end");
            return Err(self.error_at(at, message));
        }
        let behind = self.place();
        if self.quantifier()?.is_some() {
            let message = "a quantifier stands behind a quantifier; group what is repeated: ( … )";
            return Err(self.error_at(behind, message));
        }
        debug_assert!(self.next > start, "something was read");
        Ok(Some(Pattern::Repeat {
            what: Box::new(what),
            least,
            most,
        }))
    }

    fn quantifier(&mut self) -> Result<Option<(u32, Option<u32>)>> {
        if self.take("?") {
            return Ok(Some((0, Some(1))));
        }
        if self.take("*") {
            return Ok(Some((0, None)));
        }
        if self.take("+") {
            return Ok(Some((1, None)));
        }
        if !self.take("{") {
            return Ok(None);
        }
        let least = self.whole_number()?;
        let bounds = if self.take(",") {
            (least.unwrap_or(0), self.whole_number()?)
        } else {
            let exact = least.ok_or_else(|| self.error("a quantifier is {n}, {n,m} or {n,}"))?;
            (exact, Some(exact))
        };
        self.expect("}")?;
        Ok(Some(bounds))
    }

    pub(super) fn whole_number(&mut self) -> Result<Option<u32>> {
        let Lexeme::Number(number) = self.peek() else {
            return Ok(None);
        };
        let Ok(value) = number.parse() else {
            return Err(self.error(format!("a whole number below 2^32 is needed, got {number}")));
        };
        self.next += 1;
        Ok(Some(value))
    }

    fn item(&mut self) -> Result<Option<Pattern>> {
        match self.peek() {
            Lexeme::Quoted(..) => {
                let test = Test::Word(self.expression()?);
                Ok(Some(Pattern::Token { label: None, test }))
            }
            Lexeme::Name(name) => {
                let name = name.clone();
                if self.ahead_is(":") {
                    return self.labelled(name).map(Some);
                }
                if ["within", "containing", "not"].contains(&name.as_str()) {
                    return Ok(None);
                }
                Err(self.error(unquoted(&name)))
            }
            Lexeme::Sign("[") => {
                let test = self.bracketed("]")?;
                Ok(Some(Pattern::Token { label: None, test }))
            }
            Lexeme::Sign("[:") => {
                let at = self.place();
                let test = self.bracketed(":]")?;
                if test == Test::Any {
                    return Err(self.error_at(at, "[: … :] holds what the next token must be"));
                }
                Ok(Some(Pattern::Ahead(test)))
            }
            Lexeme::Sign("(") => {
                self.open()?;
                if *self.peek() == Lexeme::Sign("?") {
                    let message = "a matching strategy stands at the beginning of the query";
                    return Err(self.error(message));
                }
                let inner = self.alternation()?;
                self.close(")")?;
                Ok(Some(inner))
            }
            Lexeme::Sign("<" | "</") => self.tag().map(Some),
            Lexeme::Sign("@") => Err(self
                .error("target and keyword marks (@) are left out; give the token a label: a:[…]")),
            _ => Ok(None),
        }
    }

    fn labelled(&mut self, label: String) -> Result<Pattern> {
        if !self.may_label {
            return Err(self.error("labels stand in the query itself, not within or containing it"));
        }
        if OWN_LABELS.contains(&label.as_str()) {
            let message = format!("{label:?} is the label of every match; choose another name");
            return Err(self.error(message));
        }
        self.next += 2;
        let test = match self.peek() {
            Lexeme::Sign("[") => self.bracketed("]")?,
            Lexeme::Quoted(..) => Test::Word(self.expression()?),
            _ => {
                return Err(self.error(
                    "a label stands before one token, \"…\" or […]; give each token of a group its own",
                ));
            }
        };
        if !self.labels.contains(&label) {
            self.labels.push(label.clone());
        }
        Ok(Pattern::Token {
            label: Some(label),
            test,
        })
    }

    fn tag(&mut self) -> Result<Pattern> {
        let closes = *self.peek() == Lexeme::Sign("</");
        self.next += 1;
        let region = self.region()?;
        if !closes && self.take("/>") {
            return Ok(Pattern::Whole(region));
        }
        if let Lexeme::Name(_) | Lexeme::Sign("=" | "!=") = self.peek() {
            let message = "regions have no attributes; metadata of the document stands behind ::, \
                           as in :: match.document_year = 2031";
            return Err(self.error(message));
        }
        self.expect(">")?;
        Ok(if closes {
            Pattern::End(region)
        } else {
            Pattern::Begin(region)
        })
    }

    pub(super) fn region(&mut self) -> Result<Region> {
        let Some(name) = self.name() else {
            return Err(
                self.error("the name of a region is needed, such as s, paragraph or headline")
            );
        };
        let Some(region) = Region::from_name(&name) else {
            let message = format!(
                "a region must be one of [\"s\", \"paragraph\", \"headline\", \"heading\", \
                 \"dateline\", \"header\", \"document\", \"quotation\", \"direct\", \"mixed\", \"indirect\"], got {name:?}"
            );
            return Err(self.error(message));
        };
        self.next += 1;
        Ok(region)
    }
}
