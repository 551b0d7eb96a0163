//! From the text of a query to the query, or to the place where it goes wrong.

use super::ast::{
    Constraint, Expression, Extent, Filter, Flags, LabelAttribute, Operand, Operator, Pattern,
    Place, Query, Region, Strategy, Test,
};
use super::lex::{Lexeme, lexemes};
use super::refused;
use crate::error::{Error, Result};
use crate::query::equivalents::{NOT_HERE, SIGN};
use crate::query::pattern::syntax_error;

/// The longest query, in bytes.
const QUERY_BYTES: usize = 1 << 20;
/// How deep groups are nested at most.
const DEPTH: usize = 100;
/// How often something is repeated at most, where there is a most.
const REPETITIONS: u32 = 10_000;
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
                constraint = Some(self.constraint_either()?);
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

    fn alternation(&mut self) -> Result<Pattern> {
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

    fn whole_number(&mut self) -> Result<Option<u32>> {
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

    fn region(&mut self) -> Result<Region> {
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

    /// What stands between brackets.
    fn bracketed(&mut self, closing: &'static str) -> Result<Test> {
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

    /// A label, a full stop and an attribute; the label must be known by now.
    fn label_attribute(&mut self) -> Result<LabelAttribute> {
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

    fn constraint_either(&mut self) -> Result<Constraint> {
        let mut left = self.constraint_alternatives()?;
        let depth = self.depth;
        while self.take("->") {
            self.deeper()?;
            let right = self.constraint_alternatives()?;
            left = Constraint::Either(vec![Constraint::Not(Box::new(left)), right]);
        }
        self.depth = depth;
        Ok(left)
    }

    fn constraint_alternatives(&mut self) -> Result<Constraint> {
        let mut items = vec![self.constraint_all()?];
        while self.take("|") {
            items.push(self.constraint_all()?);
        }
        Ok(one_or(items, Constraint::Either))
    }

    fn constraint_all(&mut self) -> Result<Constraint> {
        let mut items = vec![self.constraint()?];
        while self.take("&") {
            items.push(self.constraint()?);
        }
        Ok(one_or(items, Constraint::All))
    }

    fn constraint(&mut self) -> Result<Constraint> {
        match self.peek() {
            Lexeme::Sign("!") => {
                self.open()?;
                let inner = self.constraint()?;
                self.depth -= 1;
                Ok(Constraint::Not(Box::new(inner)))
            }
            Lexeme::Sign("(") => {
                self.open()?;
                let inner = self.constraint_either()?;
                self.close(")")?;
                Ok(inner)
            }
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

    fn expression(&mut self) -> Result<Expression> {
        self.quoted_as(true)
    }

    /// A text in quotation marks with its flags; that of a token has no white space in it.
    fn quoted_as(&mut self, of_token: bool) -> Result<Expression> {
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

    fn peek(&self) -> &Lexeme {
        &self.lexemes[self.next].0
    }

    fn ahead_is(&self, sign: &'static str) -> bool {
        let ahead = self.lexemes.get(self.next + 1);
        ahead.is_some_and(|(lexeme, _)| *lexeme == Lexeme::Sign(sign))
    }

    fn place(&self) -> usize {
        self.lexemes[self.next].1
    }

    fn name(&self) -> Option<String> {
        match self.peek() {
            Lexeme::Name(name) => Some(name.clone()),
            _ => None,
        }
    }

    fn take(&mut self, sign: &'static str) -> bool {
        let is_next = *self.peek() == Lexeme::Sign(sign);
        self.next += usize::from(is_next);
        is_next
    }

    fn take_word(&mut self, word: &str) -> bool {
        let is_next = matches!(self.peek(), Lexeme::Name(name) if name == word);
        self.next += usize::from(is_next);
        is_next
    }

    fn expect(&mut self, sign: &'static str) -> Result<()> {
        if self.take(sign) {
            return Ok(());
        }
        Err(match self.peek() {
            Lexeme::End => self.error(format!("{sign} is missing at the end")),
            other => self.error(format!("{sign} is needed here, got {}", described(other))),
        })
    }

    /// Goes into a group, past its first sign.
    fn open(&mut self) -> Result<()> {
        self.deeper()?;
        self.next += 1;
        Ok(())
    }

    fn deeper(&mut self) -> Result<()> {
        self.depth += 1;
        if self.depth > DEPTH {
            return Err(self.error(format!("groups are nested at most {DEPTH} deep")));
        }
        Ok(())
    }

    fn close(&mut self, sign: &'static str) -> Result<()> {
        self.depth -= 1;
        self.expect(sign)
    }

    fn unexpected(&self) -> Error {
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

    fn error(&self, message: impl Into<String>) -> Error {
        self.error_at(self.place(), message)
    }

    /// At the lexeme that was read last.
    fn error_before(&self, message: &str) -> Error {
        self.error_at(self.lexemes[self.next - 1].1, message)
    }

    fn error_at(&self, at: usize, message: impl Into<String>) -> Error {
        refused(self.query, at, message.into())
    }
}

impl LabelAttribute {
    /// The metadata column, if it is one.
    pub(super) fn column(&self) -> Option<&str> {
        ["document_", "text_"]
            .iter()
            .find_map(|prefix| self.attribute.strip_prefix(prefix))
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

fn unquoted(name: &str) -> String {
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
