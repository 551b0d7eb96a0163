//! From the text of a query to the query, or to the place where it goes wrong.

mod constraint;
mod cursor;
mod expression;
mod logic;
mod pattern;
mod token;

use super::ast::{Extent, Filter, Pattern, Query, Region, Strategy};
use super::lex::{Lexeme, lexemes};
use crate::error::{Error, Result};

/// The longest query, in bytes.
const QUERY_BYTES: usize = 1 << 20;
/// The labels that stand for the first and the last token of every match.
pub(super) const OWN_LABELS: [&str; 2] = ["match", "matchend"];

impl std::str::FromStr for Query {
    type Err = Error;

    fn from_str(query: &str) -> Result<Self> {
        if query.len() > QUERY_BYTES {
            let message = format!(
                "a query takes at most {QUERY_BYTES} bytes, got {}; ask several or use patterns",
                query.len()
            );
            return Err(Error::Limit(message));
        }
        let mut parser = Parser {
            query,
            lexemes: lexemes(query)?,
            next: 0,
            depth: 0,
            labels: Vec::new(),
            may_label: true,
        };
        parser.query()
    }
}

struct Parser<'q> {
    query: &'q str,
    lexemes: Vec<(Lexeme, usize)>,
    next: usize,
    /// How many groups are open.
    depth: usize,
    /// The labels that were given so far.
    labels: Vec<String>,
    /// Whether tokens may have labels here.
    may_label: bool,
}

impl Parser<'_> {
    fn query(&mut self) -> Result<Query> {
        let strategy = self.strategy()?;
        let pattern = self.alternation()?;
        let mut constraint = None;
        let mut filters = Vec::new();
        loop {
            if self.take("::") {
                if constraint.is_some() {
                    return Err(
                        self.error_before("constraints stand behind one ::; join them with &")
                    );
                }
                constraint = Some(self.implication()?);
            } else if let Some(filter) = self.filter()? {
                filters.push(filter);
            } else {
                break;
            }
        }
        self.take(";");
        if *self.peek() != Lexeme::End {
            return Err(self.unexpected());
        }
        Ok(Query {
            strategy,
            pattern,
            constraint,
            filters,
        })
    }

    /// `(?longest)` and its like at the beginning.
    fn strategy(&mut self) -> Result<Strategy> {
        let begins = |at: usize, sign| {
            self.lexemes
                .get(at)
                .is_some_and(|(lexeme, _)| *lexeme == Lexeme::Sign(sign))
        };
        if !(begins(0, "(") && begins(1, "?")) {
            return Ok(Strategy::Standard);
        }
        self.next = 2;
        let named = |name: &str| {
            Strategy::ALL
                .into_iter()
                .find(|strategy| strategy.name() == name)
        };
        let Some(strategy) = self.name().and_then(|name| named(&name)) else {
            let known = Strategy::ALL.map(Strategy::name);
            return Err(self.error(format!("a matching strategy must be one of {known:?}")));
        };
        self.next += 1;
        self.expect(")")?;
        Ok(strategy)
    }

    /// `within` or `containing` and what follows; nothing at another word.
    fn filter(&mut self) -> Result<Option<Filter>> {
        let start = self.next;
        let negated = self.take("!") || self.take_word("not");
        if self.take_word("within") {
            let extent = self.within()?;
            return Ok(Some(Filter { negated, extent }));
        }
        if self.take_word("containing") {
            let extent = Extent::Containing(self.inner_pattern()?);
            return Ok(Some(Filter { negated, extent }));
        }
        if self.next != start {
            return Err(self.error("within or containing is needed behind not"));
        }
        Ok(None)
    }

    fn within(&mut self) -> Result<Extent> {
        let at = self.place();
        match self.whole_number()? {
            Some(0) => Err(self.error_at(at, "within 0 matches nothing; give at least 1")),
            Some(n) if matches!(self.peek(), Lexeme::Name(name) if Region::from_name(name).is_some()) => {
                Ok(Extent::WithinRegions(n, self.region()?))
            }
            Some(n) => Ok(Extent::WithinTokens(n)),
            None if matches!(self.peek(), Lexeme::Name(_)) && !self.ahead_is(":") => {
                Ok(Extent::WithinRegions(1, self.region()?))
            }
            None => Ok(Extent::Within(self.inner_pattern()?)),
        }
    }

    /// A pattern without labels, or the name of a region.
    fn inner_pattern(&mut self) -> Result<Pattern> {
        if matches!(self.peek(), Lexeme::Name(_)) && !self.ahead_is(":") {
            return Ok(Pattern::Whole(self.region()?));
        }
        let outside = std::mem::replace(&mut self.may_label, false);
        let pattern = self.alternation();
        self.may_label = outside;
        pattern
    }
}

/// The one item, or what they are together.
fn one_or<T>(mut items: Vec<T>, several: impl Fn(Vec<T>) -> T) -> T {
    if items.len() == 1 {
        items.remove(0)
    } else {
        several(items)
    }
}
