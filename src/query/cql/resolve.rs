//! What a test of one token means in a vocabulary: the types that meet it.

use std::collections::HashMap;

use super::ast::{Expression, Flags, Test};
use super::refused;
use crate::corpus::{NormId, TypeId, Vocabulary};
use crate::error::{Error, Result};
use crate::query::pattern::{expression, place_and_reason};
use crate::task::Task;
use crate::text::{cased_form, normal_form, without_diacritics};

/// How many words one worker compares at a time.
const WORDS_A_PART: usize = 1 << 13;
/// How many expressions are compared with a word at once.
const EXPRESSIONS_AT_ONCE: usize = 64;
/// The characters that make an expression more than the characters in it.
const SPECIAL: [char; 14] = [
    '\\', '.', '+', '*', '?', '(', ')', '|', '[', ']', '{', '}', '^', '$',
];

/// The attributes of a token that a vocabulary knows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Attribute {
    /// The word as it is spelled.
    Word,
    /// Its normal form.
    Norm,
}

impl Attribute {
    pub(super) fn named(name: &str) -> Result<Self> {
        match name {
            "word" => Ok(Self::Word),
            "norm" => Ok(Self::Norm),
            _ => Err(Error::unknown("attribute", name, ["word", "norm"])),
        }
    }

    /// Whether two types have it in common.
    pub(super) fn is_same(self, left: TypeId, right: TypeId, vocabulary: &Vocabulary) -> bool {
        let form = |word| cased_form(vocabulary.word(word));
        match self {
            Self::Word => left == right || form(left) == form(right),
            Self::Norm => vocabulary.norm_of(left) == vocabulary.norm_of(right),
        }
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

    fn intersection(self, other: Self) -> Self {
        match (self, other) {
            (Self::All, set) | (set, Self::All) => set,
            (Self::Some(mut members), other) => {
                members.retain(|member| other.contains(*member));
                Self::Some(members)
            }
        }
    }

    fn complement(self, n_types: usize) -> Self {
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

/// Finds types in one vocabulary for one query.
pub(super) struct Resolver<'v> {
    pub(super) vocabulary: &'v Vocabulary,
    query: &'v str,
    task: &'v Task,
    /// What was found for expressions, by how they are written.
    known: HashMap<String, Types>,
}

impl<'v> Resolver<'v> {
    pub(super) fn new(vocabulary: &'v Vocabulary, query: &'v str, task: &'v Task) -> Self {
        Self {
            vocabulary,
            query,
            task,
            known: HashMap::new(),
        }
    }

    /// The types that may meet a test, references to other tokens being `references`.
    pub(super) fn types(&mut self, test: &Test, references: bool) -> Result<Types> {
        match test {
            Test::Any => Ok(Types::All),
            Test::Word(expression) => self.matching(Attribute::Word, expression),
            Test::Attribute {
                attribute,
                equal,
                expression,
            } => {
                let types = self.matching(Attribute::named(attribute)?, expression)?;
                Ok(if *equal { types } else { self.others(types) })
            }
            Test::Reference { attribute, .. } => {
                Attribute::named(attribute)?;
                Ok(if references {
                    Types::All
                } else {
                    Types::Some(Vec::new())
                })
            }
            Test::All(items) => items.iter().try_fold(Types::All, |all, item| {
                Ok(all.intersection(self.types(item, references)?))
            }),
            Test::Either(items) => self.alternatives(items, references),
            Test::Not(item) => {
                let types = self.types(item, !references)?;
                Ok(self.others(types))
            }
        }
    }

    fn others(&self, types: Types) -> Types {
        types.complement(self.vocabulary.types().len())
    }

    /// The types whose attribute an expression matches as a whole.
    pub(super) fn matching(&mut self, attribute: Attribute, wanted: &Expression) -> Result<Types> {
        let key = format!("{attribute:?}{wanted}");
        if let Some(types) = self.known.get(&key) {
            return Ok(types.clone());
        }
        let types = if wanted.is_plain() {
            self.equal(attribute, wanted)?
        } else {
            self.scanned(attribute, wanted.flags, &wanted.compared(), wanted)?
        };
        self.known.insert(key, types.clone());
        Ok(types)
    }

    /// The types that are this text.
    fn equal(&self, attribute: Attribute, wanted: &Expression) -> Result<Types> {
        let vocabulary = self.vocabulary;
        let flags = wanted.flags;
        let text = wanted.compared();
        let norm = normal_form(&text);
        let any_case = attribute == Attribute::Norm || flags.ignore_case;
        if flags.ignore_diacritics {
            let norm = without_diacritics(&norm);
            return self.words(any_case, |word| {
                let same = if any_case { norm.as_ref() } else { &text };
                without_diacritics(word) == same
            });
        }
        let norm = vocabulary.find_norm(&norm).into_iter();
        let variants = norm.flat_map(|norm| vocabulary.variants(norm));
        let same = |variant: &TypeId| any_case || cased_form(vocabulary.word(*variant)) == text;
        Ok(Types::of(variants.filter(same).collect()))
    }

    /// The types that an expression matches; `text` is it, or some that it is one of.
    fn scanned(
        &self,
        attribute: Attribute,
        flags: Flags,
        text: &str,
        wanted: &Expression,
    ) -> Result<Types> {
        let any_case = attribute == Attribute::Norm || flags.ignore_case;
        let expression = expression(text, !any_case).map_err(|error| {
            let (_, reason) = place_and_reason(text, &error);
            let message = format!("regular expression is malformed ({reason})");
            refused(self.query, wanted.place.0, message)
        })?;
        self.words(any_case, |word| {
            if flags.ignore_diacritics {
                expression.is_match(&without_diacritics(word))
            } else {
                expression.is_match(word)
            }
        })
    }

    /// The types whose form, normal or as it is spelled, meets a condition.
    fn words(&self, any_case: bool, holds: impl Fn(&str) -> bool + Sync) -> Result<Types> {
        let vocabulary = self.vocabulary;
        let n_words = if any_case {
            vocabulary.norms().len()
        } else {
            vocabulary.types().len()
        };
        let starts = (0..n_words).step_by(WORDS_A_PART).collect();
        let found = self.task.map(starts, |start: usize| {
            let range = start..n_words.min(start + WORDS_A_PART);
            Ok(if any_case {
                range
                    .filter(|norm| holds(vocabulary.norms().get(*norm)))
                    .flat_map(|norm| vocabulary.variants(NormId::from_index(norm)))
                    .collect::<Vec<_>>()
            } else {
                range
                    .filter(|word| holds(&cased_form(vocabulary.types().get(*word))))
                    .map(TypeId::from_index)
                    .collect()
            })
        })?;
        Ok(Types::of(found.concat()))
    }

    /// The types that meet one of several tests.
    fn alternatives(&mut self, items: &[Test], references: bool) -> Result<Types> {
        let mut groups: Vec<(Attribute, Flags, Vec<&Expression>)> = Vec::new();
        let mut members = Vec::new();
        for item in items {
            let Some((attribute, expression)) = item.expression()? else {
                match self.types(item, references)? {
                    Types::All => return Ok(Types::All),
                    Types::Some(more) => members.extend(more),
                }
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
                members.extend(self.any_of(attribute, flags, some)?);
            }
        }
        Ok(Types::of(members))
    }

    /// The types that any of some expressions matches, in one pass over the words if they allow it.
    fn any_of(
        &mut self,
        attribute: Attribute,
        flags: Flags,
        some: &[&Expression],
    ) -> Result<Vec<TypeId>> {
        let part = |expression: &&Expression| format!("(?:{})", expression.compared());
        let joined = some.iter().map(part).collect::<Vec<_>>().join("|");
        match self.scanned(attribute, flags, &joined, some[0]) {
            Ok(types) => return Ok(types.members(self.vocabulary.types().len())),
            Err(Error::Query { .. }) => (),
            Err(other) => return Err(other),
        }
        // Too large together.
        let mut members = Vec::new();
        for expression in some {
            let types = self.matching(attribute, expression)?;
            members.extend(types.members(self.vocabulary.types().len()));
        }
        Ok(members)
    }
}

impl Test {
    /// The attribute and the expression, if that is all and it takes a pass over the words.
    fn expression(&self) -> Result<Option<(Attribute, &Expression)>> {
        let (attribute, expression) = match self {
            Self::Word(expression) => (Attribute::Word, expression),
            Self::Attribute {
                attribute,
                equal: true,
                expression,
            } => (Attribute::named(attribute)?, expression),
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

impl Expression {
    /// Whether nothing in it stands for anything else.
    fn is_plain(&self) -> bool {
        self.flags.literal || !self.text.contains(SPECIAL)
    }

    /// The text in the form in which words are compared.
    fn compared(&self) -> String {
        let form = cased_form(&self.text);
        if self.flags.ignore_diacritics {
            without_diacritics(&form).into_owned()
        } else {
            form.into_owned()
        }
    }
}
