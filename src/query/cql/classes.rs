//! Classes of tokens: those that meet the same tests are one class, found by type and by values.

use std::collections::{BTreeSet, HashMap};
use std::ops::Range;

use super::meaning::Meaning;
use super::resolve::Types;
use crate::corpus::{Corpus, Part, Position};
use crate::error::{Error, Result};

/// How many pairs of a test and a type that meets it are kept at most.
const MEMBERS: usize = 50_000_000;
/// How many tests are put to combinations of types and values at most.
const COMBINED: usize = 20_000_000;

/// The classes of tokens for some tests.
pub(super) struct Classes {
    /// The class of each type; where layers count too, its share of a combination.
    types: Vec<u32>,
    /// Layers that tests ask for, and the share of each of their values.
    layers: Vec<(usize, Vec<u32>)>,
    /// The class of each combination, if layers count.
    combined: Vec<u32>,
    /// For each class the tests that it meets, ascending.
    met: Vec<Vec<u32>>,
}

/// The classes of one part's tokens, by the part's own numbers.
pub(super) struct PartClasses<'c> {
    types: Vec<u32>,
    layers: Vec<(usize, Vec<u32>)>,
    combined: &'c [u32],
}

impl Classes {
    pub(super) fn new(tests: &[Meaning], corpus: &Corpus) -> Result<Self> {
        let mut asked = BTreeSet::new();
        for test in tests {
            test.add_layers(&mut asked);
        }
        let n_types = corpus.vocabulary().types().len();
        if asked.is_empty() {
            let members = tests.iter().map(|test| match test.types() {
                Some(Types::Some(members)) => Some(members.iter().map(|member| member.index())),
                _ => None,
            });
            let (types, met) = told_apart(members, n_types)?;
            return Ok(Self {
                types,
                layers: Vec::new(),
                combined: Vec::new(),
                met,
            });
        }
        Self::combined(tests, corpus, &asked.into_iter().collect::<Vec<_>>())
    }

    /// Classes of combinations: of the types that tests tell apart, and of the values of each layer.
    fn combined(tests: &[Meaning], corpus: &Corpus, asked: &[usize]) -> Result<Self> {
        let mut sets = Sets {
            asked,
            types: Vec::new(),
            values: vec![Vec::new(); asked.len()],
        };
        let rules: Vec<Rule> = tests.iter().map(|test| sets.rule(test)).collect();
        let n_types = corpus.vocabulary().types().len();
        let members = sets
            .types
            .iter()
            .map(|members| Some(members.iter().map(|member| member.index())));
        let (mut types, types_met) = told_apart(members, n_types)?;
        let (mut layers, mut met) = (Vec::new(), vec![types_met]);
        for (layer, sets) in asked.iter().zip(&sets.values) {
            let members = sets
                .iter()
                .map(|set| Some(set.iter().map(|number| *number as usize)));
            let n_values = corpus.layers()[*layer].values().len() + 1;
            let (values, values_met) = told_apart(members, n_values)?;
            layers.push((*layer, values));
            met.push(values_met);
        }
        let n_combinations = met
            .iter()
            .try_fold(1_usize, |product, met| product.checked_mul(met.len()));
        let n_rules: usize = rules.iter().map(Rule::len).sum();
        let n_combinations = n_combinations
            .filter(|n| n.saturating_mul(n_rules.max(1)) <= COMBINED)
            .ok_or_else(|| {
                let message = "the query has too many tests that put words and layers together; ask a \
                               simpler one";
                Error::Limit(message.into())
            })?;
        // A combination is the sum of a share for the type and one for each layer.
        let mut stride = 1;
        let shares = std::iter::once(&mut types).chain(layers.iter_mut().map(|(_, values)| values));
        for (shares, met) in shares.zip(&met) {
            for share in shares {
                *share *= stride;
            }
            stride *= u32::try_from(met.len()).expect("few classes");
        }
        let (combined, classes) = combinations(&rules, &met, n_combinations);
        Ok(Self {
            types,
            layers,
            combined,
            met: classes,
        })
    }

    /// Whether the tokens of a class meet a test.
    pub(super) fn meet(&self, class: u32, test: u32) -> bool {
        self.met[class as usize].binary_search(&test).is_ok()
    }

    /// For each class the tests that it meets, ascending.
    pub(super) fn met(&self) -> &[Vec<u32>] {
        &self.met
    }

    /// The classes of a part's tokens.
    pub(super) fn of_part(&self, part: &Part) -> PartClasses<'_> {
        let class = |number: usize| self.types.get(number).copied().unwrap_or(0);
        let layer = |(layer, shares): &(usize, Vec<u32>)| {
            let own = part.own_values(*layer).iter();
            (*layer, own.map(|value| shares[*value as usize]).collect())
        };
        PartClasses {
            types: part.own_types().map(|word| class(word.index())).collect(),
            layers: self.layers.iter().map(layer).collect(),
            combined: &self.combined,
        }
    }
}

impl PartClasses<'_> {
    /// Replaces `classes` by those of some tokens of the part.
    pub(super) fn read(&self, part: &Part, range: Range<Position>, classes: &mut Vec<u32>) {
        part.read_local_types(range.clone(), classes, &self.types);
        if self.layers.is_empty() {
            return;
        }
        let mut shares = Vec::new();
        for (layer, of_value) in &self.layers {
            part.read_own_values(*layer, range.clone(), &mut shares, of_value);
            for (sum, share) in classes.iter_mut().zip(&shares) {
                *sum += share;
            }
        }
        for class in classes {
            *class = self.combined[*class as usize];
        }
    }
}

/// A test, its sets by number.
enum Rule {
    Any,
    /// The dimension, 0 for types or the place of a layer from 1, and the set.
    Set(usize, u32),
    All(Vec<Self>),
    Either(Vec<Self>),
    Not(Box<Self>),
}

impl Rule {
    fn len(&self) -> usize {
        match self {
            Self::Any | Self::Set(..) => 1,
            Self::All(items) | Self::Either(items) => {
                1 + items.iter().map(Self::len).sum::<usize>()
            }
            Self::Not(item) => 1 + item.len(),
        }
    }

    /// Whether a combination, which is in some sets of each dimension, meets it.
    fn holds(&self, sets: &[&Vec<u32>]) -> bool {
        match self {
            Self::Any => true,
            Self::Set(dimension, set) => sets[*dimension].binary_search(set).is_ok(),
            Self::All(items) => items.iter().all(|item| item.holds(sets)),
            Self::Either(items) => items.iter().any(|item| item.holds(sets)),
            Self::Not(item) => !item.holds(sets),
        }
    }
}

/// The sets that tests are made of.
struct Sets<'m> {
    asked: &'m [usize],
    types: Vec<&'m [crate::corpus::TypeId]>,
    values: Vec<Vec<&'m [u32]>>,
}

impl<'m> Sets<'m> {
    fn rule(&mut self, meaning: &'m Meaning) -> Rule {
        let number = |len: usize| u32::try_from(len).expect("few sets");
        match meaning {
            Meaning::Types(Types::All) => Rule::Any,
            Meaning::Types(Types::Some(members)) => {
                self.types.push(members);
                Rule::Set(0, number(self.types.len() - 1))
            }
            Meaning::Values(layer, numbers) => {
                let place = self
                    .asked
                    .binary_search(layer)
                    .expect("a layer that is asked for");
                self.values[place].push(numbers);
                Rule::Set(place + 1, number(self.values[place].len() - 1))
            }
            Meaning::All(items) => Rule::All(items.iter().map(|item| self.rule(item)).collect()),
            Meaning::Either(items) => {
                Rule::Either(items.iter().map(|item| self.rule(item)).collect())
            }
            Meaning::Not(item) => Rule::Not(Box::new(self.rule(item))),
        }
    }
}

impl Meaning {
    fn add_layers(&self, asked: &mut BTreeSet<usize>) {
        match self {
            Self::Types(_) => (),
            Self::Values(layer, _) => {
                asked.insert(*layer);
            }
            Self::All(items) | Self::Either(items) => {
                for item in items {
                    item.add_layers(asked);
                }
            }
            Self::Not(item) => item.add_layers(asked),
        }
    }
}

/// Numbers that are in the same sets are one class: the class of each number, and the sets of each
/// class. That of no set is the first. What is no set takes its number and no more.
fn told_apart<M: ExactSizeIterator<Item = usize>>(
    sets: impl Iterator<Item = Option<M>>,
    n_numbers: usize,
) -> Result<(Vec<u32>, Vec<Vec<u32>>)> {
    let mut classes = vec![0; n_numbers];
    let mut met = vec![Vec::new()];
    let mut kept = 0;
    for (set, members) in (0..).zip(sets) {
        let Some(members) = members else { continue };
        kept += members.len();
        let mut with_set: HashMap<u32, u32> = HashMap::new();
        for member in members {
            let class = &mut classes[member];
            *class = *with_set.entry(*class).or_insert_with(|| {
                let mut sets: Vec<u32> = met[*class as usize].clone();
                sets.push(set);
                kept += sets.len();
                met.push(sets);
                u32::try_from(met.len() - 1).expect("fewer classes than numbers and sets")
            });
        }
        if kept > MEMBERS {
            let message =
                "the query has too many tests that too many words meet; ask a simpler one";
            return Err(Error::Limit(message.into()));
        }
    }
    Ok((classes, met))
}

/// The class of each combination, and the tests that each class meets.
fn combinations(
    rules: &[Rule],
    met: &[Vec<Vec<u32>>],
    n_combinations: usize,
) -> (Vec<u32>, Vec<Vec<u32>>) {
    let mut classes = vec![Vec::new()];
    let mut known = HashMap::from([(Vec::new(), 0)]);
    let class = |combination: usize| {
        let mut rest = combination;
        let sets = met.iter().map(|met| {
            let own = rest % met.len();
            rest /= met.len();
            &met[own]
        });
        let sets: Vec<&Vec<u32>> = sets.collect();
        let numbered = (0..).zip(rules);
        let tests: Vec<u32> = numbered
            .filter(|(_, rule)| !matches!(rule, Rule::Any) && rule.holds(&sets))
            .map(|(test, _)| test)
            .collect();
        *known.entry(tests).or_insert_with_key(|tests| {
            classes.push(tests.clone());
            u32::try_from(classes.len() - 1).expect("fewer classes than combinations")
        })
    };
    let combined = (0..n_combinations).map(class).collect();
    (combined, classes)
}
