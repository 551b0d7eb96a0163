//! Counting the matches of a dictionary in documents, zone by zone.

use std::ops::Range;

use super::overlaps::{Hit, Overlaps, leave_out_nested};
use super::{Finder, LookupUnit};
use crate::corpus::{DocId, Groups, Position};
use crate::error::Result;
use crate::task::{Scratch, Task};

/// How many documents one worker takes at a time.
const DOCUMENTS_A_PART: usize = 32;

/// How often a category or an entry occurs; what can be added up over documents.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Count {
    pub(super) matches: u64,
    pub(super) negated: u64,
    /// Sentences with a match.
    pub(super) sentences: u64,
    pub(super) documents: u64,
    /// The last position at which a word matched, from 1.
    last: u32,
    /// The last sentence of its part and the last document in which it occurred, from 1.
    seen: (u64, u32),
}

/// The counts of a group, and how many units it has in all.
#[derive(Clone, Debug)]
pub(super) struct Group {
    pub(super) counts: Vec<Count>,
    pub(super) base: u64,
}

impl Count {
    pub(super) fn of(&self, unit: LookupUnit) -> u64 {
        match unit {
            LookupUnit::Token => self.matches,
            LookupUnit::Sentence => self.sentences,
            LookupUnit::Document => self.documents,
        }
    }
}

pub(super) fn count(finder: &Finder<'_>, groups: &Groups, task: &Task) -> Result<Vec<Group>> {
    let scope = finder.terms.scope();
    if finder.needs_sentences() {
        // Found before the work is spread: each part finds its own on the pool.
        for part in scope.corpus().parts() {
            part.sentences(task)?;
        }
    }
    task.expect(scope.n_documents() as u64);
    let chunked = |(group, documents): (usize, &'_ Vec<DocId>)| -> Vec<(usize, Vec<DocId>)> {
        let chunks = documents.chunks(DOCUMENTS_A_PART);
        chunks.map(|chunk| (group, chunk.to_vec())).collect()
    };
    let parts = groups.documents().iter().enumerate().flat_map(chunked);
    let readers = Scratch::new();
    let found = task.map(parts.collect(), |(group, documents)| {
        readers.with(Reader::default, |reader| {
            Ok((group, reader.count(finder, &documents, task)?))
        })
    })?;
    let nothing = Group {
        counts: vec![Count::default(); finder.n_keys],
        base: 0,
    };
    let mut sums = vec![nothing; groups.documents().len()];
    for (group, part) in found {
        let sum = &mut sums[group];
        sum.base += part.base;
        for (key, count) in part.counts {
            let sum = &mut sum.counts[key as usize];
            sum.matches += count.matches;
            sum.negated += count.negated;
            sum.sentences += count.sentences;
            sum.documents += count.documents;
        }
    }
    Ok(sums)
}

/// The counts of some documents, without those that are 0.
struct Part {
    counts: Vec<(u32, Count)>,
    base: u64,
}

/// Buffers of one worker.
#[derive(Default)]
struct Reader {
    types: Vec<u32>,
    /// The matches of a zone by their beginning; those of one word may come more than once.
    hits: Vec<Hit>,
    /// The matches of several words, which are few.
    longer: Vec<Hit>,
    /// Where the zone begins.
    first: u32,
    /// The places behind the negations of a zone, ascending.
    negations: Vec<u32>,
    /// The first places of the sentences of a zone.
    sentences: Vec<u32>,
    /// The number of the first of these in its part.
    first_sentence: u64,
    /// The last sentence of the document that was seen.
    last_sentence: Option<u64>,
    counts: Vec<Count>,
    /// The keys whose counts are not 0.
    touched: Vec<u32>,
}

impl Reader {
    fn count(&mut self, finder: &Finder<'_>, documents: &[DocId], task: &Task) -> Result<Part> {
        self.counts.resize(finder.n_keys, Count::default());
        let scope = finder.terms.scope();
        let mut base = 0;
        for document in documents {
            task.check()?;
            task.advance(1);
            let mut zones = Vec::new();
            scope.each_zone_range(*document, |zone| zones.push(zone));
            let (mut tokens, mut sentences) = (0, 0);
            self.last_sentence = None;
            for zone in zones {
                let terms = finder.units().within(&zone);
                tokens += u64::from(terms.end - terms.start);
                self.read(finder, zone, task)?;
                sentences += self.new_sentences();
                self.add(finder, document.number() + 1);
            }
            base += match finder.options.unit {
                LookupUnit::Token => tokens,
                LookupUnit::Sentence => sentences,
                LookupUnit::Document => u64::from(tokens > 0),
            };
        }
        Ok(self.take(base))
    }

    /// The matches of a zone, those left out that do not count.
    fn read(&mut self, finder: &Finder<'_>, zone: Range<Position>, task: &Task) -> Result<()> {
        self.read_sentences(finder, &zone, task)?;
        self.first = finder.units().of(zone.start.number());
        finder.terms.read_each(zone.clone(), &mut self.types);
        if let Some(compounds) = finder.compounds.found() {
            compounds.merge(&zone, &mut self.types, &finder.compound_types);
        }
        self.hits.clear();
        self.longer.clear();
        self.negations.clear();
        let entries = &finder.dictionary.entries;
        finder.lexicon.each_match(&self.types, |pattern, places| {
            let Some((category, _)) = entries.get(pattern as usize) else {
                return self.negations.push(places.end);
            };
            let hit = Hit {
                key: if finder.options.entries {
                    pattern
                } else {
                    *category
                },
                category: *category,
                start: places.start,
                end: places.end,
            };
            if hit.is_word() {
                self.hits.push(hit);
            } else {
                self.longer.push(hit);
            }
        });
        self.negations.sort_unstable();
        if !self.longer.is_empty() {
            self.add_longer(finder.options.overlaps);
        }
        Ok(())
    }

    /// Where the sentences of a zone begin, if they have to be found.
    fn read_sentences(
        &mut self,
        finder: &Finder<'_>,
        zone: &Range<Position>,
        task: &Task,
    ) -> Result<()> {
        self.sentences.clear();
        if finder.needs_sentences() {
            let sentences = finder
                .terms
                .scope()
                .corpus()
                .part_at(zone.start)
                .sentences(task)?;
            let last = Position::new(zone.end.number() - 1);
            let numbers = sentences.number_at(zone.start)..=sentences.number_at(last);
            self.first_sentence = *numbers.start() as u64;
            let units = finder.units();
            let first = units.of(zone.start.number());
            self.sentences.extend(numbers.map(|number| {
                let start = sentences.get(number).start.number();
                units.first_from(start).saturating_sub(first)
            }));
        }
        Ok(())
    }

    /// Puts the matches of several words among the others, and leaves out what lies within a longer one.
    fn add_longer(&mut self, overlaps: Overlaps) {
        leave_out_nested(&mut self.longer, overlaps);
        if overlaps != Overlaps::All {
            let longer = &self.longer;
            self.hits.retain(|hit| {
                let place = (overlaps.scope(hit), hit.start);
                let before =
                    longer.partition_point(|one| (overlaps.scope(one), one.start) <= place);
                // None lies within another, so of those before it the last reaches the furthest.
                !longer[..before]
                    .last()
                    .is_some_and(|one| overlaps.scope(one) == place.0 && one.end >= hit.end)
            });
        }
        self.longer
            .sort_unstable_by_key(|hit| (hit.start, hit.key, hit.end));
        self.longer.dedup();
        self.hits.append(&mut self.longer);
        // Two runs, which are merged.
        self.hits.sort_by_key(|hit| hit.start);
    }

    /// How many sentences of a zone were not in the one before it, as the one that a speaker's two pieces
    /// stand in is.
    fn new_sentences(&mut self) -> u64 {
        let behind = self.first_sentence + self.sentences.len() as u64;
        let seen = self.last_sentence == Some(self.first_sentence);
        self.last_sentence = behind.checked_sub(1).or(self.last_sentence);
        self.sentences.len() as u64 - u64::from(seen && !self.sentences.is_empty())
    }

    /// Counts the matches of a zone.
    fn add(&mut self, finder: &Finder<'_>, document: u32) {
        for hit in &self.hits {
            let count = &mut self.counts[hit.key as usize];
            let position = self.first + hit.start + 1;
            if hit.is_word() && std::mem::replace(&mut count.last, position) == position {
                // Two entries of a category match the same word.
                continue;
            }
            if count.matches == 0 && count.negated == 0 {
                self.touched.push(hit.key);
            }
            let place = self.sentences.partition_point(|start| *start <= hit.start);
            let sentence_start = place.checked_sub(1).map_or(0, |at| self.sentences[at]);
            if negated(
                &self.negations,
                hit.start,
                sentence_start,
                finder.options.within,
            ) {
                count.negated += 1;
                continue;
            }
            let sentence = self.first_sentence + place as u64;
            count.matches += 1;
            count.documents += u64::from(count.seen.1 != document);
            count.sentences += u64::from(count.seen != (sentence, document));
            count.seen = (sentence, document);
        }
    }

    fn take(&mut self, base: u64) -> Part {
        let taken = self.touched.drain(..).map(|key| {
            let count = std::mem::take(&mut self.counts[key as usize]);
            (key, count)
        });
        Part {
            counts: taken.collect(),
            base,
        }
    }
}

/// Whether a negation ends within so many tokens before a match, in the same sentence.
fn negated(negations: &[u32], start: u32, sentence_start: u32, within: u32) -> bool {
    let earliest = start.saturating_sub(within).max(sentence_start);
    // The last token of the negation is at its end less 1.
    let last = negations.partition_point(|end| *end <= start);
    last > 0 && negations[last - 1] > earliest
}
