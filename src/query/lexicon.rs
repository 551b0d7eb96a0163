//! Lexicons: thousands of patterns, resolved against the vocabulary together and found in one pass.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::ops::Range;

use super::equivalents::refuse_within;
use super::globs::{ANY, ONE, form, forms_of, glob_tokens, lettered, uncut};
use super::joined::{Joined, Units};
use super::unmatched::unheld_sign;
use crate::corpus::{Corpus, Layer, NormId, TypeId, Vocabulary};
use crate::error::Result;
use crate::task::Task;
use crate::text::cased_form;

/// How many slots one worker resolves at a time.
const SLOTS_A_PART: usize = 64;
/// Stands for a slot that every word fits.
const ANY_WORD: u32 = u32::MAX;

/// Patterns of one or more words, or values of a layer, in the form in which a pass over tokens finds them.
pub struct Lexicon {
    /// The slots that each type fits: those of type `t` are `fitting[starts[t]..starts[t + 1]]`,
    /// ascending.
    starts: Vec<u32>,
    fitting: Vec<u32>,
    /// The patterns that are looked for where a slot is met.
    anchored: Vec<Vec<Anchor>>,
    /// The slots of each pattern; none for one without a word.
    patterns: Vec<Vec<u32>>,
    /// The glob that each pattern is of.
    globs: Vec<u32>,
}

/// A pattern and which of its slots it is met by.
#[derive(Clone, Copy)]
struct Anchor {
    pattern: u32,
    offset: u32,
}

impl Lexicon {
    /// Resolves globs against the vocabulary of a corpus, and sequences of words that are one term; such a
    /// term has its number behind all types, unless a type is spelled as its name. One without a word
    /// matches nothing.
    pub(crate) fn new<S: AsRef<str>>(
        corpus: &Corpus,
        globs: &[S],
        joined: &Joined<'_>,
        case_sensitive: bool,
        task: &Task,
    ) -> Result<Self> {
        globs
            .iter()
            .try_for_each(|glob| refuse_within(glob.as_ref()))?;
        let (tokenizer, vocabulary) = (corpus.tokenizer(), corpus.vocabulary());
        let units = Units::new(joined, tokenizer, case_sensitive);
        // One with a sign that no token holds, as `50%`, is not what it is without.
        let held = |glob: &S| unheld_sign(glob.as_ref(), tokenizer).is_none();
        let globs = (0..).zip(globs).filter(|(_, glob)| held(glob));
        let patterns = globs.flat_map(|(number, glob)| {
            let tokens = glob_tokens(glob.as_ref(), tokenizer, case_sensitive);
            let others = units.others(glob.as_ref(), &tokens);
            let uncut = uncut(glob.as_ref(), tokenizer, true).into_iter();
            let uncut = uncut.map(|tokens| forms_of(&tokens, case_sensitive));
            let all = std::iter::once(tokens).chain(others).chain(uncut);
            all.map(move |tokens| (number, tokens))
        });
        let n_types = vocabulary.types().len();
        // Of those that are one term, how often is not known here, and few at any rate.
        let frequency = |number: u32| {
            if (number as usize) < n_types {
                vocabulary.frequency(TypeId::new(number))
            } else {
                0
            }
        };
        let forms = Forms::of_words(vocabulary, joined.behind, case_sensitive, task)?;
        let n_terms = n_types + joined.behind.len();
        Self::resolved(patterns, &forms, (n_terms, frequency), task)
    }

    /// Resolves globs against the values of a layer, which are compared as they came; white space
    /// separates those of one token from those of the next. Where values hold white space themselves, a glob is one
    /// of these as well: `New York`.
    pub fn of_values<S: AsRef<str>>(layer: &Layer, globs: &[S], task: &Task) -> Result<Self> {
        let spaced = |value: &str| value.contains(char::is_whitespace);
        let spaced = layer.values().iter().any(spaced);
        let ways = |glob: &S| -> Vec<Vec<String>> {
            let values: Vec<&str> = glob.as_ref().split_whitespace().collect();
            let whole = (spaced && values.len() > 1).then(|| vec![lettered(&values.join(" "))]);
            let values = values.into_iter().map(lettered).collect();
            std::iter::once(values).chain(whole).collect()
        };
        let counts = layer.counts();
        let frequency = |number: u32| counts[number as usize];
        let forms = Forms::of_values(layer, task)?;
        let globs = (0..).zip(globs);
        let globs =
            globs.flat_map(|(number, glob)| ways(glob).into_iter().map(move |way| (number, way)));
        Self::resolved(globs, &forms, (counts.len(), frequency), task)
    }

    /// Patterns of tokens with wildcards, each with the number of its glob, resolved against forms that
    /// stand for so many types of these frequencies.
    fn resolved(
        globs: impl Iterator<Item = (u32, Vec<String>)>,
        forms: &Forms<'_>,
        (n_types, frequency): (usize, impl Fn(u32) -> u64),
        task: &Task,
    ) -> Result<Self> {
        let mut numbers: BTreeMap<String, u32> = BTreeMap::new();
        let mut patterns = Vec::with_capacity(globs.size_hint().0);
        let mut of_globs = Vec::with_capacity(globs.size_hint().0);
        for (glob, tokens) in globs {
            task.check()?;
            of_globs.push(glob);
            let several = tokens.iter().any(|token| !token.chars().all(is_any));
            let slots = tokens.into_iter().map(|token| {
                if several && token.chars().all(is_any) {
                    return ANY_WORD;
                }
                let next = number(numbers.len());
                *numbers.entry(token).or_insert(next)
            });
            patterns.push(slots.collect::<Vec<u32>>());
        }
        let mut slots: Vec<(u32, String)> = numbers.into_iter().map(|(s, n)| (n, s)).collect();
        slots.sort_unstable();
        let members = task.map(slots.chunks(SLOTS_A_PART).collect(), |part| {
            let of_slot = |(slot, token): &(u32, String)| {
                task.check()?;
                let types = forms.matching(token).into_iter();
                Ok(types.map(|word| (word, *slot)).collect())
            };
            let found: Result<Vec<Vec<(u32, u32)>>> = part.iter().map(of_slot).collect();
            Ok(found?.concat())
        })?;
        let mut pairs = members.concat();
        pairs.sort_unstable();
        let mut starts = vec![0; n_types + 1];
        let mut frequencies = vec![0_u64; slots.len()];
        for (word, slot) in &pairs {
            starts[*word as usize + 1] += 1;
            frequencies[*slot as usize] += frequency(*word);
        }
        for word in 1..starts.len() {
            starts[word] += starts[word - 1];
        }
        let mut anchored = vec![Vec::new(); slots.len()];
        for (pattern, slots) in (0..).zip(&patterns) {
            // Where its rarest word is met, the others are looked at.
            let words = (0..).zip(slots).filter(|(_, slot)| **slot != ANY_WORD);
            let rarest = words.min_by_key(|(_, slot)| frequencies[**slot as usize]);
            if let Some((offset, slot)) = rarest {
                anchored[*slot as usize].push(Anchor { pattern, offset });
            }
        }
        Ok(Self {
            starts,
            fitting: pairs.into_iter().map(|(_, slot)| slot).collect(),
            anchored,
            patterns,
            globs: of_globs,
        })
    }

    /// Passes every match in a stretch of types on: the number of the glob and its places. Matches come in
    /// no order; each of a pattern comes once.
    pub fn each_match(&self, types: &[u32], mut pass: impl FnMut(u32, Range<u32>)) {
        for (place, word) in types.iter().enumerate() {
            for slot in self.slots_of(*word) {
                for anchor in &self.anchored[*slot as usize] {
                    let slots = &self.patterns[anchor.pattern as usize];
                    let Some(start) = place.checked_sub(anchor.offset as usize) else {
                        continue;
                    };
                    let end = start + slots.len();
                    if end <= types.len() && self.fits(slots, &types[start..end]) {
                        let glob = self.globs[anchor.pattern as usize];
                        pass(glob, number(start)..number(end));
                    }
                }
            }
        }
    }

    fn fits(&self, slots: &[u32], types: &[u32]) -> bool {
        if slots.len() == 1 {
            return true;
        }
        let fits = |slot: u32, word: u32| {
            slot == ANY_WORD || self.slots_of(word).binary_search(&slot).is_ok()
        };
        slots
            .iter()
            .zip(types)
            .all(|(slot, word)| fits(*slot, *word))
    }

    /// The slots that a type fits; none for a token without a value, whose number is beyond all.
    #[inline]
    fn slots_of(&self, word: u32) -> &[u32] {
        let word = word as usize;
        let Some(behind) = self.starts.get(word + 1) else {
            return &[];
        };
        &self.fitting[self.starts[word] as usize..*behind as usize]
    }
}

fn is_any(character: char) -> bool {
    character == ANY
}

fn number(index: usize) -> u32 {
    u32::try_from(index).expect("a vocabulary, a text and a lexicon are below 2^32")
}

/// The forms that patterns are compared with, in the order of their bytes, each with its number.
struct Forms<'v> {
    forms: Vec<(Cow<'v, str>, u32)>,
    /// The vocabulary, if forms are normal forms, which stand for several types.
    variants: Option<&'v Vocabulary>,
}

impl<'v> Forms<'v> {
    /// The forms of words, and of terms behind all of them.
    fn of_words(
        vocabulary: &'v Vocabulary,
        behind: &'v [String],
        case_sensitive: bool,
        task: &Task,
    ) -> Result<Self> {
        let (mut forms, variants): (Vec<_>, _) = if case_sensitive {
            (
                vocabulary.types().iter().map(cased_form).zip(0..).collect(),
                None,
            )
        } else {
            let norms = vocabulary.norms().iter().map(Cow::Borrowed);
            (norms.zip(0..).collect(), Some(vocabulary))
        };
        let behind = behind.iter().map(|name| form(name, case_sensitive));
        forms.extend(behind.zip(number(forms.len())..));
        Self::sorted(forms, variants, task)
    }

    fn of_values(layer: &'v Layer, task: &Task) -> Result<Self> {
        let values = layer.values().iter().map(Cow::Borrowed);
        Self::sorted(values.zip(0..).collect(), None, task)
    }

    fn sorted(
        mut forms: Vec<(Cow<'v, str>, u32)>,
        variants: Option<&'v Vocabulary>,
        task: &Task,
    ) -> Result<Self> {
        task.sort_by(&mut forms, |one, other| one.0.cmp(&other.0))?;
        Ok(Self { forms, variants })
    }

    /// The types, or values, that a token of a pattern stands for.
    fn matching(&self, token: &str) -> Vec<u32> {
        let wildcard = token.find([ANY, ONE]);
        let prefix = &token[..wildcard.unwrap_or(token.len())];
        let from = self
            .forms
            .partition_point(|(form, _)| form.as_ref() < prefix);
        let begins = |(form, _): &(Cow<'_, str>, u32)| form.starts_with(prefix);
        let near = self.forms[from..].partition_point(begins);
        let near = &self.forms[from..from + near];
        let pattern: Vec<char> = token[prefix.len()..].chars().collect();
        let mut types = Vec::new();
        for (form, number) in near {
            if fits(&pattern, &form[prefix.len()..]) {
                let Some(vocabulary) = self.variants else {
                    types.push(*number);
                    continue;
                };
                let norm = *number as usize;
                if let Some(behind) = norm.checked_sub(vocabulary.norms().len()) {
                    types.push(self::number(vocabulary.types().len() + behind));
                } else {
                    let variants = vocabulary.variants(NormId::from_index(norm));
                    types.extend(variants.map(TypeId::number));
                }
            }
        }
        types
    }
}

/// Whether a whole word fits the characters of a glob.
pub(super) fn fits(pattern: &[char], word: &str) -> bool {
    let (mut at, mut rest) = (0, word.chars());
    // The last `*`, and the word behind what it has taken so far.
    let mut star: Option<(usize, std::str::Chars<'_>)> = None;
    loop {
        let here = rest.clone().next();
        match (pattern.get(at), here) {
            (None, None) => return true,
            (Some(&ANY), _) => {
                star = Some((at, rest.clone()));
                at += 1;
                continue;
            }
            (Some(expected), Some(found)) if *expected == found || *expected == ONE => {
                at += 1;
                rest.next();
                continue;
            }
            _ => {}
        }
        // It takes one character more.
        let Some((place, taken)) = &mut star else {
            return false;
        };
        if taken.next().is_none() {
            return false;
        }
        at = *place + 1;
        rest = taken.clone();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_glob_fits_whole_words() {
        let rows = [
            ("", "", true),
            ("", "a", false),
            ("a*", "a", true),
            ("a*", "abc", true),
            ("*c", "abcbc", true),
            ("*bc*d", "abcbcd", true),
            ("a?c", "abc", true),
            ("a?c", "ac", false),
            ("*a*b*c", "aabbc", true),
            ("*a*b*c", "aabb", false),
            ("?", "\u{e9}", true),
        ];
        for (glob, word, expected) in rows {
            let pattern: Vec<char> = glob
                .chars()
                .map(|character| match character {
                    '*' => ANY,
                    '?' => ONE,
                    other => other,
                })
                .collect();
            assert_eq!(fits(&pattern, word), expected, "{glob} {word}");
        }
    }
}
