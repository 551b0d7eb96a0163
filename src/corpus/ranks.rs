//! Alphabetical order: the place of each normal form, letters first, then accents.

use super::words::Words;
use crate::error::Result;
use crate::task::Task;
use crate::text::without_diacritics;

/// How many words one worker takes at a time: about a millisecond.
const WORDS_A_PART: usize = 1 << 13;
/// Where fewer than one in so many words are new, these are put in among the old.
const FEW: usize = 16;

/// What a word is ordered by: the beginning of its letters as a number for quick comparison, its letters,
/// itself.
type Key<'w> = (u64, &'w str, &'w str);

/// A word that is put in its place. There is one for each word of a corpus, so they are small.
#[derive(Clone, Copy)]
struct New {
    beginning: u64,
    word: u32,
    /// The number of its letters among those that were taken down, or [`ITSELF`].
    letters: u32,
}

/// For a word that is written in nothing but its letters.
const ITSELF: u32 = u32::MAX;

/// Words to be put in their places, with the letters of those that have accents.
#[derive(Default)]
struct NewWords {
    all: Vec<New>,
    letters: Words,
}

impl NewWords {
    /// Some of all words, by number.
    fn of(numbers: &[u32], words: &Words, task: &Task) -> Result<Self> {
        let parts = numbers.chunks(WORDS_A_PART).collect();
        let parts = task.map(parts, |numbers: &[u32]| {
            let mut part = Self::default();
            for number in numbers {
                part.push(*number, words.get(*number as usize))?;
            }
            Ok(part)
        })?;
        let mut new = Self {
            all: Vec::with_capacity(numbers.len()),
            letters: Words::default(),
        };
        for part in parts {
            let before = number_of(new.letters.len());
            new.letters.extend(part.letters.iter())?;
            new.all.extend(part.all.into_iter().map(|word| New {
                letters: if word.letters == ITSELF {
                    ITSELF
                } else {
                    before + word.letters
                },
                ..word
            }));
        }
        Ok(new)
    }

    fn push(&mut self, number: u32, word: &str) -> Result<()> {
        let letters = without_diacritics(word);
        let place = if letters == word {
            ITSELF
        } else {
            self.letters.extend([&letters])?;
            number_of(self.letters.len() - 1)
        };
        self.all.push(New {
            beginning: beginning(&letters),
            word: number,
            letters: place,
        });
        Ok(())
    }
}

impl New {
    /// Its key, given the letters that were taken down.
    fn key<'w>(&self, letters: &'w Words, words: &'w Words) -> Key<'w> {
        let word = words.get(self.word as usize);
        let letters = if self.letters == ITSELF {
            word
        } else {
            letters.get(self.letters as usize)
        };
        (self.beginning, letters, word)
    }
}

/// The first eight bytes of some letters, which are ordered as the letters are.
fn beginning(letters: &str) -> u64 {
    let mut beginning = [0; 8];
    let length = letters.len().min(8);
    beginning[..length].copy_from_slice(&letters.as_bytes()[..length]);
    u64::from_be_bytes(beginning)
}

fn number_of(place: usize) -> u32 {
    u32::try_from(place).expect("fewer words than 2^32")
}

/// The places of all words, from 1, given those of the first of them.
pub(super) fn extended(ranks: &[u32], words: &Words, task: &Task) -> Result<Vec<u32>> {
    let old = if (words.len() - ranks.len()) * FEW < words.len() {
        ranks.len()
    } else {
        0
    };
    let numbers: Vec<u32> = (number_of(old)..number_of(words.len())).collect();
    let NewWords { mut all, letters } = NewWords::of(&numbers, words, task)?;
    task.sort_by(&mut all, |one, other| {
        let by_beginning = one.beginning.cmp(&other.beginning);
        by_beginning.then_with(|| one.key(&letters, words).cmp(&other.key(&letters, words)))
    })?;
    let new = all.iter().map(|new| (new.key(&letters, words), new.word));
    let order = merged(&ranks[..old], new, words);
    let mut ranks = vec![0; words.len()];
    for (rank, word) in (1..).zip(order) {
        ranks[word as usize] = rank;
    }
    Ok(ranks)
}

/// All words in order: the old by their ranks, the new among them where they belong.
fn merged<'w>(ranks: &[u32], new: impl Iterator<Item = (Key<'w>, u32)>, words: &Words) -> Vec<u32> {
    let mut old = vec![0; ranks.len()];
    for (word, rank) in (0..).zip(ranks) {
        old[*rank as usize - 1] = word;
    }
    let mut order = Vec::with_capacity(words.len());
    let mut done = 0;
    for (key, number) in new {
        let is_before = |old: &u32| {
            let word = words.get(*old as usize);
            let letters = without_diacritics(word);
            (beginning(&letters), letters.as_ref(), word) < key
        };
        let behind = done + old[done..].partition_point(is_before);
        order.extend_from_slice(&old[done..behind]);
        order.push(number);
        done = behind;
    }
    order.extend_from_slice(&old[done..]);
    order
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn places_are_those_of_letters_and_then_accents(
            words in prop::collection::btree_set("[abéàe\u{301}ß語]{0,11}", 0..60),
            n_old in any::<prop::sample::Index>(),
        ) {
            let words: Vec<String> = words.into_iter().collect();
            let list = Words::try_new(&words).expect("few words");
            let task = Task::new();
            let mut expected: Vec<&String> = words.iter().collect();
            expected.sort_by_key(|word| (without_diacritics(word).into_owned(), (*word).clone()));
            let at_once = extended(&[], &list, &task).expect("nobody cancels");
            for (word, rank) in words.iter().zip(&at_once) {
                prop_assert_eq!(expected[*rank as usize - 1], word);
            }
            let old = Words::try_new(&words[..n_old.index(words.len() + 1)]).expect("few words");
            let before = extended(&[], &old, &task).expect("nobody cancels");
            prop_assert_eq!(extended(&before, &list, &task).expect("nobody cancels"), at_once);
        }
    }
}
