//! What a test of one token means in a corpus: the types and values that meet it.

use std::collections::HashMap;

use super::ast::{Expression, Flags, Test};
use super::expressions::as_written;
use super::meaning::Meaning;
use super::refused;
use crate::corpus::{Corpus, Layer, NormId, Part, Position, TypeId, Vocabulary};
use crate::error::{Error, Result};
use crate::query::pattern::{expression, place_and_reason};
use crate::task::Task;
use crate::text::{cased_form, normal_form, without_diacritics};

/// How many words one worker compares at a time.
const WORDS_A_PART: usize = 1 << 13;
/// How many expressions are compared with a word at once.
const EXPRESSIONS_AT_ONCE: usize = 64;

/// An attribute of a token.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Attribute {
    /// The word as it is spelled.
    Word,
    /// Its normal form.
    Norm,
    /// Its value in a layer.
    Layer(usize),
}

impl Attribute {
    pub(super) fn named(name: &str, corpus: &Corpus) -> Result<Self> {
        match name {
            "word" => Ok(Self::Word),
            "norm" => Ok(Self::Norm),
            _ => corpus.layer(name).map(Self::Layer).map_err(|_| {
                let layers = corpus.layers().iter().map(Layer::name);
                Error::unknown(
                    "attribute",
                    name,
                    ["word", "norm"].into_iter().chain(layers),
                )
            }),
        }
    }

    /// Whether two tokens of a part have it in common; none where one of them has no value.
    pub(super) fn is_same(
        self,
        (one, other): (u32, u32),
        part: &Part,
        vocabulary: &Vocabulary,
    ) -> Option<bool> {
        let (one, other) = (Position::new(one), Position::new(other));
        if let Self::Layer(layer) = self {
            let (one, other) = (part.value_at(layer, one), part.value_at(layer, other));
            return (one != 0 && other != 0).then_some(one == other);
        }
        let (one, other) = (part.type_at(one), part.type_at(other));
        let form = |word| cased_form(vocabulary.word(word));
        Some(match self {
            Self::Norm => vocabulary.norm_of(one) == vocabulary.norm_of(other),
            _ => one == other || form(one) == form(other),
        })
    }
}

/// A set of types; without members it stands for all.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Types {
    All,
    /// Ascending, all different.
    Some(Vec<TypeId>),
}

impl Types {
    pub(super) fn of(mut members: Vec<TypeId>) -> Self {
        members.sort_unstable();
        members.dedup();
        Self::Some(members)
    }

    pub(super) fn contains(&self, candidate: TypeId) -> bool {
        match self {
            Self::All => true,
            Self::Some(members) => members.binary_search(&candidate).is_ok(),
        }
    }

    /// How many tokens have one of the types.
    pub(super) fn frequency(&self, vocabulary: &Vocabulary) -> u64 {
        match self {
            Self::All => u64::MAX,
            Self::Some(members) => {
                let frequencies = members.iter().map(|member| vocabulary.frequency(*member));
                frequencies.sum()
            }
        }
    }

    /// All types by their numbers, of a vocabulary of so many.
    pub(super) fn members(&self, n_types: usize) -> Vec<TypeId> {
        match self {
            Self::All => (0..n_types).map(TypeId::from_index).collect(),
            Self::Some(members) => members.clone(),
        }
    }

    pub(super) fn intersection(self, other: Self) -> Self {
        match (self, other) {
            (Self::All, set) | (set, Self::All) => set,
            (Self::Some(mut members), other) => {
                members.retain(|member| other.contains(*member));
                Self::Some(members)
            }
        }
    }

    pub(super) fn complement(self, n_types: usize) -> Self {
        match self {
            Self::All => Self::Some(Vec::new()),
            Self::Some(members) => {
                let mut left_out = members.into_iter().peekable();
                let all = (0..n_types).map(TypeId::from_index);
                let others = all.filter(|word| left_out.next_if_eq(word).is_none());
                Self::Some(others.collect())
            }
        }
    }
}

/// Finds what tests mean in one corpus, for one query.
pub(super) struct Resolver<'v> {
    pub(super) corpus: &'v Corpus,
    query: &'v str,
    task: &'v Task,
    /// What was found for expressions, by how they are written.
    known: HashMap<String, Meaning>,
}

impl<'v> Resolver<'v> {
    pub(super) fn new(corpus: &'v Corpus, query: &'v str, task: &'v Task) -> Self {
        Self {
            corpus,
            query,
            task,
            known: HashMap::new(),
        }
    }

    fn vocabulary(&self) -> &'v Vocabulary {
        self.corpus.vocabulary()
    }

    /// The tokens that may meet a test, references to other tokens being `references`.
    pub(super) fn meaning(&mut self, test: &Test, references: bool) -> Result<Meaning> {
        match test {
            Test::Any => Ok(Meaning::ANY),
            Test::Word(expression) => self.matching(Attribute::Word, expression),
            Test::Attribute {
                attribute,
                equal,
                expression,
            } => {
                let attribute = Attribute::named(attribute, self.corpus)?;
                self.compared(attribute, *equal, expression)
            }
            Test::Reference { attribute, .. } => {
                Attribute::named(attribute, self.corpus)?;
                Ok(if references {
                    Meaning::ANY
                } else {
                    Meaning::nothing()
                })
            }
            Test::All(items) => items.iter().try_fold(Meaning::ANY, |all, item| {
                Ok(all.and(self.meaning(item, references)?))
            }),
            Test::Either(items) => self.alternatives(items, references),
            Test::Not(item) => {
                let meaning = self.meaning(item, !references)?;
                Ok(meaning.complement(self.corpus))
            }
        }
    }

    /// The tokens whose attribute an expression matches as a whole, or does not. A token without a value
    /// does neither.
    pub(super) fn compared(
        &mut self,
        attribute: Attribute,
        equal: bool,
        wanted: &Expression,
    ) -> Result<Meaning> {
        let meaning = self.matching(attribute, wanted)?;
        if equal {
            return Ok(meaning);
        }
        Ok(match meaning.complement(self.corpus) {
            Meaning::Values(layer, mut numbers) => {
                numbers.retain(|number| *number != 0);
                Meaning::Values(layer, numbers)
            }
            others => others,
        })
    }

    fn matching(&mut self, attribute: Attribute, wanted: &Expression) -> Result<Meaning> {
        let key = format!("{attribute:?}{wanted}");
        if let Some(meaning) = self.known.get(&key) {
            return Ok(meaning.clone());
        }
        let meaning = if wanted.is_plain() {
            self.equal(attribute, wanted)?
        } else {
            self.scanned(attribute, wanted.flags, &wanted.compared(), wanted)?
        };
        if meaning == Meaning::nothing()
            && let Some(text) = wanted.literal()
            && matches!(attribute, Attribute::Word | Attribute::Norm)
        {
            self.check_token(&text, wanted)?;
        }
        self.known.insert(key, meaning.clone());
        Ok(meaning)
    }

    /// Refuses what no text of the corpus could have as a token, since its tokenizer cuts it up or leaves it
    /// out.
    fn check_token(&self, text: &str, wanted: &Expression) -> Result<()> {
        let tokenizer = self.corpus.tokenizer();
        let words = tokenizer.words(text);
        if text.is_empty() || words == [text] || tokenizer.is_split_possessive(text) {
            return Ok(());
        }
        let written: Vec<String> = words.iter().map(|word| as_written(word)).collect();
        let message = match written.as_slice() {
            [] => format!("no token is {text:?}, which the corpus's tokenizer leaves out"),
            [one] => format!("no token is {text:?}, of which the tokenizer makes {one}"),
            several => format!(
                "no token is {text:?}, of which the tokenizer makes {}: ask for {}",
                several.len(),
                several.join(" ")
            ),
        };
        Err(refused(self.query, wanted.place.0, message))
    }

    /// The tokens whose attribute is this text.
    fn equal(&self, attribute: Attribute, wanted: &Expression) -> Result<Meaning> {
        let vocabulary = self.vocabulary();
        let flags = wanted.flags;
        let text = wanted.compared();
        let norm = normal_form(&text);
        let any_case = attribute == Attribute::Norm || flags.ignore_case;
        if flags.ignore_diacritics {
            let norm = without_diacritics(&norm);
            return self.words(attribute, any_case, |word| {
                let same = if any_case { norm.as_ref() } else { &text };
                without_diacritics(word) == same
            });
        }
        if let Attribute::Layer(_) = attribute {
            let same = if any_case { norm.as_ref() } else { &text };
            return self.words(attribute, any_case, |value| value == same);
        }
        let norm = vocabulary.find_norm(&norm).into_iter();
        let variants = norm.flat_map(|norm| vocabulary.variants(norm));
        let same = |variant: &TypeId| any_case || cased_form(vocabulary.word(*variant)) == text;
        Ok(Meaning::Types(Types::of(variants.filter(same).collect())))
    }

    /// The tokens that an expression matches; `text` is it, or some that it is one of.
    fn scanned(
        &self,
        attribute: Attribute,
        flags: Flags,
        text: &str,
        wanted: &Expression,
    ) -> Result<Meaning> {
        let any_case = attribute == Attribute::Norm || flags.ignore_case;
        let expression = expression(text, !any_case).map_err(|error| {
            let (_, reason) = place_and_reason(text, &error);
            let message = format!("regular expression is malformed ({reason})");
            refused(self.query, wanted.place.0, message)
        })?;
        self.words(attribute, any_case, |word| {
            if flags.ignore_diacritics {
                expression.is_match(&without_diacritics(word))
            } else {
                expression.is_match(word)
            }
        })
    }

    /// The tokens whose attribute, in its normal form or as it is spelled, meets a condition.
    fn words(
        &self,
        attribute: Attribute,
        any_case: bool,
        holds: impl Fn(&str) -> bool + Sync,
    ) -> Result<Meaning> {
        let vocabulary = self.vocabulary();
        if let Attribute::Layer(layer) = attribute {
            let values = self.corpus.layers()[layer].values();
            let holds = |value: &str| {
                if any_case {
                    holds(&normal_form(value))
                } else {
                    holds(&cased_form(value))
                }
            };
            let numbers = self.numbers(values.len(), |value| holds(values.get(value)))?;
            let numbers = numbers
                .into_iter()
                .map(|value| TypeId::from_index(value + 1).number());
            return Ok(Meaning::Values(layer, numbers.collect()));
        }
        let types = if any_case {
            let norms = vocabulary.norms();
            let numbers = self.numbers(norms.len(), |norm| holds(norms.get(norm)))?;
            let variants = |norm| vocabulary.variants(NormId::from_index(norm));
            numbers.into_iter().flat_map(variants).collect()
        } else {
            let types = vocabulary.types();
            let numbers = self.numbers(types.len(), |word| holds(&cased_form(types.get(word))))?;
            numbers.into_iter().map(TypeId::from_index).collect()
        };
        Ok(Meaning::Types(Types::of(types)))
    }

    /// Those of so many numbers that meet a condition, ascending.
    fn numbers(&self, n: usize, holds: impl Fn(usize) -> bool + Sync) -> Result<Vec<usize>> {
        let starts = (0..n).step_by(WORDS_A_PART).collect();
        let found = self.task.map(starts, |start: usize| {
            let range = start..n.min(start + WORDS_A_PART);
            Ok(range.filter(|number| holds(*number)).collect::<Vec<_>>())
        })?;
        Ok(found.concat())
    }

    /// The tokens that meet one of several tests.
    fn alternatives(&mut self, items: &[Test], references: bool) -> Result<Meaning> {
        let mut groups: Vec<(Attribute, Flags, Vec<&Expression>)> = Vec::new();
        let mut meanings = Vec::new();
        for item in items {
            let Some((attribute, expression)) = item.expression(self.corpus)? else {
                meanings.push(self.meaning(item, references)?);
                continue;
            };
            let key = (attribute, expression.flags);
            let group = groups
                .iter_mut()
                .find(|(of, flags, _)| (*of, *flags) == key);
            match group {
                Some((.., group)) => group.push(expression),
                None => groups.push((attribute, expression.flags, vec![expression])),
            }
        }
        for (attribute, flags, expressions) in groups {
            for some in expressions.chunks(EXPRESSIONS_AT_ONCE) {
                meanings.push(self.any_of(attribute, flags, some)?);
            }
        }
        Ok(Meaning::any_of(meanings))
    }

    /// The tokens that any of some expressions matches, in one pass over the words if they allow it.
    fn any_of(
        &mut self,
        attribute: Attribute,
        flags: Flags,
        some: &[&Expression],
    ) -> Result<Meaning> {
        let part = |expression: &&Expression| format!("(?:{})", expression.compared());
        let joined = some.iter().map(part).collect::<Vec<_>>().join("|");
        match self.scanned(attribute, flags, &joined, some[0]) {
            Err(Error::Query { .. }) => (),
            found => return found,
        }
        // Too large together.
        let each = some
            .iter()
            .map(|expression| self.matching(attribute, expression));
        Ok(Meaning::any_of(each.collect::<Result<Vec<_>>>()?))
    }
}

impl Test {
    /// The attribute and the expression, if that is all and it takes a pass over the words.
    fn expression(&self, corpus: &Corpus) -> Result<Option<(Attribute, &Expression)>> {
        let (attribute, expression) = match self {
            Self::Word(expression) => (Attribute::Word, expression),
            Self::Attribute {
                attribute,
                equal: true,
                expression,
            } => (Attribute::named(attribute, corpus)?, expression),
            _ => return Ok(None),
        };
        Ok((!expression.is_plain()).then_some((attribute, expression)))
    }

    /// Whether it refers to another token.
    pub(super) fn refers(&self) -> bool {
        match self {
            Self::Any | Self::Word(_) | Self::Attribute { .. } => false,
            Self::Reference { .. } => true,
            Self::All(items) | Self::Either(items) => items.iter().any(Self::refers),
            Self::Not(item) => item.refers(),
        }
    }
}
