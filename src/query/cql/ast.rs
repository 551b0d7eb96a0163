//! A query as it was read; printed, it is read as the same query again.

use std::fmt::{self, Display, Formatter, Write as _};

use crate::articles::{QuotationKind, ZoneKind};

/// A query in CQL. Its printed form states everything that its result depends on.
#[derive(Clone, Debug, PartialEq)]
pub struct Query {
    pub(super) strategy: Strategy,
    pub(super) pattern: Pattern,
    pub(super) constraint: Option<Constraint>,
    pub(super) filters: Vec<Filter>,
}

/// Which of several matches is given.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Strategy {
    /// The shortest from each beginning; of those with one end, the longest.
    #[default]
    Standard,
    /// Those that contain no other.
    Shortest,
    /// Those that no other contains.
    Longest,
    /// The shortest from each beginning.
    Traditional,
}

impl Strategy {
    pub(super) const ALL: [Self; 4] = [
        Self::Standard,
        Self::Shortest,
        Self::Longest,
        Self::Traditional,
    ];

    pub(super) const fn name(self) -> &'static str {
        match self {
            Self::Standard => "standard",
            Self::Shortest => "shortest",
            Self::Longest => "longest",
            Self::Traditional => "traditional",
        }
    }
}

/// A regular expression over tokens.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Pattern {
    /// A token that meets a test; constraints refer to it by its label.
    Token { label: Option<String>, test: Test },
    /// One behind the other, two or more.
    Sequence(Vec<Self>),
    /// Any of two or more.
    Alternation(Vec<Self>),
    /// So many times; without end if there is no most.
    Repeat {
        what: Box<Self>,
        least: u32,
        most: Option<u32>,
    },
    /// Where a region begins.
    Begin(Region),
    /// Where a region ends.
    End(Region),
    /// A region from its first token to its last.
    Whole(Region),
    /// Where the next token meets a test.
    Ahead(Test),
}

/// What a token must be.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Test {
    /// Anything.
    Any,
    /// The word itself, written without brackets.
    Word(Expression),
    /// An attribute that an expression matches, or does not.
    Attribute {
        attribute: String,
        equal: bool,
        expression: Expression,
    },
    /// An attribute that is that of a labelled token, or is not.
    Reference {
        attribute: String,
        equal: bool,
        other: LabelAttribute,
    },
    /// All of two or more.
    All(Vec<Self>),
    /// One of two or more.
    Either(Vec<Self>),
    /// Not so.
    Not(Box<Self>),
}

/// A regular expression for a whole value, or the value itself.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Expression {
    /// As it stands between the quotation marks; every `"` in an expression is escaped.
    pub(super) text: String,
    pub(super) flags: Flags,
    pub(super) place: Place,
}

/// How an expression is compared.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Flags {
    /// `%c`
    pub(super) ignore_case: bool,
    /// `%d`
    pub(super) ignore_diacritics: bool,
    /// `%l`
    pub(super) literal: bool,
}

/// Where something stands in the query, in characters. Queries that differ in it alone are equal.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Place(pub(super) usize);

impl PartialEq for Place {
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

/// An attribute of a labelled token.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct LabelAttribute {
    pub(super) label: String,
    pub(super) attribute: String,
    pub(super) place: Place,
}

/// What holds for a match as a whole.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Constraint {
    /// The label was given to a token.
    Bound(String),
    /// A comparison of an attribute, or of a metadata column of the document.
    Compare {
        left: LabelAttribute,
        operator: Operator,
        right: Operand,
    },
    /// All of two or more.
    All(Vec<Self>),
    /// One of two or more.
    Either(Vec<Self>),
    /// Not so.
    Not(Box<Self>),
}

/// What an attribute is compared with.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Operand {
    Expression(Expression),
    /// As it was written.
    Number(String),
    Label(LabelAttribute),
}

/// How two values are compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Operator {
    Equal,
    Unequal,
    Less,
    AtMost,
    Greater,
    AtLeast,
}

impl Operator {
    const fn sign(self) -> &'static str {
        match self {
            Self::Equal => "=",
            Self::Unequal => "!=",
            Self::Less => "<",
            Self::AtMost => "<=",
            Self::Greater => ">",
            Self::AtLeast => ">=",
        }
    }
}

/// What a match must lie in, or have in it.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Filter {
    pub(super) negated: bool,
    pub(super) extent: Extent,
}

/// Where a match lies, or what lies in it.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Extent {
    /// At most so many tokens.
    WithinTokens(u32),
    /// At most so many neighbouring regions.
    WithinRegions(u32, Region),
    /// A match of another pattern around it.
    Within(Pattern),
    /// A match of another pattern in it.
    Containing(Pattern),
}

/// A stretch of text that has a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Region {
    Sentence,
    Document,
    Zone(ZoneKind),
    /// What is quoted or reported, all of it or of one kind.
    Quotation(Option<QuotationKind>),
}

impl Region {
    /// The region of a name, among them those that other programs use.
    pub(super) fn from_name(name: &str) -> Option<Self> {
        match name {
            "s" | "sentence" => Some(Self::Sentence),
            "document" | "doc" | "text" => Some(Self::Document),
            "quotation" | "q" => Some(Self::Quotation(None)),
            "direct" => Some(Self::Quotation(Some(QuotationKind::Direct))),
            "mixed" => Some(Self::Quotation(Some(QuotationKind::Mixed))),
            "indirect" => Some(Self::Quotation(Some(QuotationKind::Indirect))),
            "p" | "body" => Some(Self::Zone(ZoneKind::Paragraph)),
            _ => {
                let kind = ZoneKind::ALL.into_iter().find(|kind| kind.name() == name);
                kind.map(Self::Zone)
            }
        }
    }

    pub(super) const fn name(self) -> &'static str {
        match self {
            Self::Sentence => "s",
            Self::Document => "document",
            Self::Zone(kind) => kind.name(),
            Self::Quotation(None) => "quotation",
            Self::Quotation(Some(kind)) => kind.name(),
        }
    }
}

impl Display for Query {
    fn fmt(&self, out: &mut Formatter<'_>) -> fmt::Result {
        if self.strategy != Strategy::Standard {
            write!(out, "(?{}) ", self.strategy.name())?;
        }
        write!(out, "{}", self.pattern)?;
        if let Some(constraint) = &self.constraint {
            write!(out, " :: {constraint}")?;
        }
        self.filters
            .iter()
            .try_for_each(|filter| write!(out, " {filter}"))
    }
}

impl Display for Pattern {
    fn fmt(&self, out: &mut Formatter<'_>) -> fmt::Result {
        match self {
            Self::Token { label, test } => {
                if let Some(label) = label {
                    write!(out, "{label}:")?;
                }
                match test {
                    Test::Any => out.write_str("[]"),
                    Test::Word(expression) => write!(out, "{expression}"),
                    test => write!(out, "[{test}]"),
                }
            }
            Self::Sequence(items) => joined(out, items, " ", Self::is_composed),
            Self::Alternation(items) => joined(out, items, " | ", |item| {
                matches!(item, Self::Alternation(_))
            }),
            Self::Repeat { what, least, most } => {
                let grouped = what.is_composed() || matches!(**what, Self::Repeat { .. });
                grouped_if(out, grouped, &**what)?;
                match (least, most) {
                    (0, Some(1)) => out.write_char('?'),
                    (0, None) => out.write_char('*'),
                    (1, None) => out.write_char('+'),
                    (least, None) => write!(out, "{{{least},}}"),
                    (least, Some(most)) if least == most => write!(out, "{{{least}}}"),
                    (least, Some(most)) => write!(out, "{{{least},{most}}}"),
                }
            }
            Self::Begin(region) => write!(out, "<{}>", region.name()),
            Self::End(region) => write!(out, "</{}>", region.name()),
            Self::Whole(region) => write!(out, "<{}/>", region.name()),
            Self::Ahead(test) => write!(out, "[: {test} :]"),
        }
    }
}

impl Pattern {
    /// Whether it needs parentheses to be one of a sequence.
    fn is_composed(&self) -> bool {
        matches!(self, Self::Sequence(_) | Self::Alternation(_))
    }
}

/// Items with a sign between them, those that need it in parentheses.
fn joined<T: Display>(
    out: &mut Formatter<'_>,
    items: &[T],
    sign: &str,
    grouped: impl Fn(&T) -> bool,
) -> fmt::Result {
    for (number, item) in items.iter().enumerate() {
        if number > 0 {
            out.write_str(sign)?;
        }
        grouped_if(out, grouped(item), item)?;
    }
    Ok(())
}

fn grouped_if(out: &mut Formatter<'_>, grouped: bool, item: &impl Display) -> fmt::Result {
    if grouped {
        write!(out, "({item})")
    } else {
        write!(out, "{item}")
    }
}

impl Display for Test {
    fn fmt(&self, out: &mut Formatter<'_>) -> fmt::Result {
        let sign = |equal: &bool| if *equal { "=" } else { "!=" };
        match self {
            Self::Any => Ok(()),
            Self::Word(expression) => write!(out, "word={expression}"),
            Self::Attribute {
                attribute,
                equal,
                expression,
            } => write!(out, "{attribute}{}{expression}", sign(equal)),
            Self::Reference {
                attribute,
                equal,
                other,
            } => write!(out, "{attribute}{}{other}", sign(equal)),
            Self::All(items) => joined(out, items, " & ", |item| {
                matches!(item, Self::All(_) | Self::Either(_))
            }),
            Self::Either(items) => {
                joined(out, items, " | ", |item| matches!(item, Self::Either(_)))
            }
            Self::Not(item) => {
                let grouped = matches!(**item, Self::All(_) | Self::Either(_));
                out.write_char('!')?;
                grouped_if(out, grouped, &**item)
            }
        }
    }
}

impl Display for Constraint {
    fn fmt(&self, out: &mut Formatter<'_>) -> fmt::Result {
        match self {
            Self::Bound(label) => out.write_str(label),
            Self::Compare {
                left,
                operator,
                right,
            } => {
                write!(out, "{left} {} ", operator.sign())?;
                match right {
                    Operand::Expression(expression) => write!(out, "{expression}"),
                    Operand::Number(number) => out.write_str(number),
                    Operand::Label(label) => write!(out, "{label}"),
                }
            }
            Self::All(items) => joined(out, items, " & ", |item| {
                matches!(item, Self::All(_) | Self::Either(_))
            }),
            Self::Either(items) => {
                joined(out, items, " | ", |item| matches!(item, Self::Either(_)))
            }
            Self::Not(item) => {
                let grouped = matches!(**item, Self::All(_) | Self::Either(_));
                out.write_char('!')?;
                grouped_if(out, grouped, &**item)
            }
        }
    }
}

impl Display for LabelAttribute {
    fn fmt(&self, out: &mut Formatter<'_>) -> fmt::Result {
        write!(out, "{}.{}", self.label, self.attribute)
    }
}

impl Display for Expression {
    fn fmt(&self, out: &mut Formatter<'_>) -> fmt::Result {
        out.write_char('"')?;
        for mark in self.text.chars() {
            if self.flags.literal && matches!(mark, '"' | '\\') {
                out.write_char('\\')?;
            }
            out.write_char(mark)?;
        }
        out.write_char('"')?;
        let Flags {
            ignore_case,
            ignore_diacritics,
            literal,
        } = self.flags;
        let marks = [(ignore_case, 'c'), (ignore_diacritics, 'd'), (literal, 'l')];
        let marks: String = marks
            .into_iter()
            .filter_map(|(set, mark)| set.then_some(mark))
            .collect();
        if marks.is_empty() {
            return Ok(());
        }
        write!(out, "%{marks}")
    }
}

impl Display for Filter {
    fn fmt(&self, out: &mut Formatter<'_>) -> fmt::Result {
        if self.negated {
            out.write_str("not ")?;
        }
        match &self.extent {
            Extent::WithinTokens(tokens) => write!(out, "within {tokens}"),
            Extent::WithinRegions(1, region) => write!(out, "within {}", region.name()),
            Extent::WithinRegions(n, region) => write!(out, "within {n} {}", region.name()),
            Extent::Within(pattern) => write!(out, "within ({pattern})"),
            Extent::Containing(pattern) => write!(out, "containing ({pattern})"),
        }
    }
}
