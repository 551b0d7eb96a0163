//! Documents in, corpus out, in parallel; the same bytes for any number of threads.
//!
//! Documents are cut into shards of a few megabytes. Each shard numbers its words as they come;
//! the shards' vocabularies are merged in order, the words renumbered by a rule that depends on
//! the tokens alone (see `vocabulary`), and the shards' tokens rewritten to it.

use std::ops::Range;
use std::sync::Arc;

use hashbrown::HashMap;
use jiff::civil::Date;
use xxhash_rust::xxh3::xxh3_64;

use super::documents::{Documents, Format};
use super::ids::TypeId;
use super::layer::Layer;
use super::postings::Postings;
use super::regions::Zones;
use super::vocabulary::Vocabulary;
use super::{Corpus, DocId};
use crate::articles::{Article, Facts, Zone, ZoneKind, looks_like_news};
use crate::error::{Error, Result};
use crate::table;
use crate::task::Task;
use crate::text::{Token, Tokenizer};

/// The text of a shard, in bytes, unless one document is larger.
const SHARD_BYTES: usize = 2 << 20;

type Numbers<'t> = HashMap<&'t str, u32, foldhash::fast::RandomState>;

/// What one worker makes of some documents.
#[derive(Default)]
struct Shard<'t> {
    /// The words in the order of their first occurrence, with counts.
    words: Vec<(&'t str, u64)>,
    numbers: Vec<u32>,
    starts: Vec<u32>,
    documents: Vec<Built>,
}

/// What is known of one document beside its tokens.
struct Built {
    tokens: u32,
    zones: Vec<(ZoneKind, Range<u32>, u32)>,
    hash: u64,
    ascii: bool,
    news: bool,
    facts: Facts,
}

impl Corpus {
    /// Tokenizes and indexes documents.
    pub fn build(documents: Documents, tokenizer: Tokenizer, task: &Task) -> Result<Self> {
        documents.check()?;
        task.expect(documents.texts.len() as u64);
        let shards = task.map(shard_ranges(&documents), |range| {
            Shard::build(&documents, range, &tokenizer, task)
        })?;
        let (vocabulary, numbers) = merge_words(&shards, task)?;
        let facts = Built::columns(&shards, documents.format);
        let (zones, firsts) = lay_out(&shards)?;
        let built = || shards.iter().flat_map(|shard| &shard.documents);
        let (hashes, ascii) = (
            built().map(|d| d.hash).collect(),
            built().map(|d| d.ascii).collect(),
        );
        let layer = renumber(shards, &numbers, firsts, task)?;
        let postings = Postings::build(layer.types(), vocabulary.types().len(), task)?;
        Ok(Self {
            ids: documents.ids,
            texts: documents.texts,
            hashes,
            ascii,
            metadata: documents.metadata.with_missing(facts)?,
            tokenizer,
            vocabulary: Arc::new(vocabulary),
            layer,
            postings,
            zones,
        })
    }
}

fn shard_ranges(documents: &Documents) -> Vec<Range<usize>> {
    let mut ranges = Vec::new();
    let (mut first, mut bytes) = (0, 0);
    for (number, text) in documents.texts.iter().enumerate() {
        bytes += text.len();
        if bytes >= SHARD_BYTES {
            ranges.push(first..number + 1);
            (first, bytes) = (number + 1, 0);
        }
    }
    ranges.push(first..documents.texts.len());
    ranges
}

impl<'t> Shard<'t> {
    fn build(
        documents: &'t Documents,
        range: Range<usize>,
        tokenizer: &Tokenizer,
        task: &Task,
    ) -> Result<Self> {
        let mut shard = Self::default();
        let mut numbers = Numbers::default();
        let mut tokens = Vec::new();
        for number in range {
            let text = documents.texts.get(number);
            if u32::try_from(text.len()).is_err() {
                let id = documents.ids.name(DocId::from_index(number));
                return Err(Error::text(id, "text must be below 4 GiB; split it"));
            }
            let (built, zones) = Built::new(text, documents.format);
            shard.documents.push(built);
            for zone in zones {
                tokens.clear();
                tokenize(
                    &text[zone.span.clone()],
                    zone.span.start,
                    tokenizer,
                    &mut tokens,
                    task,
                )?;
                shard.push(text, &zone, &tokens, &mut numbers);
            }
            task.check()?;
            task.advance(1);
        }
        Ok(shard)
    }

    fn push(&mut self, text: &'t str, zone: &Zone, tokens: &[Token], numbers: &mut Numbers<'t>) {
        for token in tokens {
            let word = &text[token.start as usize..token.end as usize];
            let number = *numbers.entry(word).or_insert_with(|| {
                self.words.push((word, 0));
                TypeId::from_index(self.words.len() - 1).number()
            });
            self.words[number as usize].1 += 1;
            self.numbers.push(number);
            self.starts.push(token.start);
        }
        let below_4_gib = |number| u32::try_from(number).expect("a document is below 4 GiB");
        let span = below_4_gib(zone.span.start)..below_4_gib(zone.span.end);
        let document = self
            .documents
            .last_mut()
            .expect("a zone belongs to a document");
        document.tokens += below_4_gib(tokens.len());
        document
            .zones
            .push((zone.kind, span, below_4_gib(tokens.len())));
    }
}

impl Built {
    fn new(text: &str, format: Format) -> (Self, Vec<Zone>) {
        let news = match format {
            Format::Auto => looks_like_news(text),
            Format::News => true,
            Format::Plain => false,
        };
        let whole = Zone {
            kind: ZoneKind::Paragraph,
            span: 0..text.len(),
        };
        let Article { zones, facts } = if news {
            Article::parse(text)
        } else {
            Article {
                zones: vec![whole],
                facts: Facts::default(),
            }
        };
        let (hash, ascii) = (xxh3_64(text.as_bytes()), text.is_ascii());
        (
            Self {
                tokens: 0,
                zones: Vec::new(),
                hash,
                ascii,
                news,
                facts,
            },
            zones,
        )
    }

    /// What the articles say of themselves, as metadata columns.
    fn columns(shards: &[Shard<'_>], format: Format) -> Vec<(String, arrow_array::ArrayRef)> {
        if format == Format::Plain {
            return Vec::new();
        }
        let documents = || shards.iter().flat_map(|shard| &shard.documents);
        let facts = || documents().map(|document| &document.facts);
        let news = format == Format::News || documents().any(|document| document.news);
        let epoch = Date::constant(1970, 1, 1);
        let day = |date: Date| date.since(epoch).expect("days between dates").get_days();
        let mut columns = Vec::new();
        if news {
            columns.extend([
                (
                    "headline",
                    table::optional_strings(facts().map(|facts| facts.headline.as_ref())),
                ),
                (
                    "date",
                    table::dates(facts().map(|facts| facts.date.map(day))),
                ),
                (
                    "place",
                    table::optional_strings(facts().map(|facts| facts.place.as_ref())),
                ),
                (
                    "agency",
                    table::optional_strings(facts().map(|facts| facts.agency.as_ref())),
                ),
            ]);
        }
        if format == Format::Auto {
            let name = |document: &Built| if document.news { "news" } else { "plain" };
            columns.push(("format", table::strings(documents().map(name))));
        }
        columns
            .into_iter()
            .map(|(name, column)| (name.to_owned(), column))
            .collect()
    }
}

/// The text of a piece between two looks at the task, in bytes: some milliseconds.
const PIECE_BYTES: usize = 1 << 18;

/// Tokenizes a zone piece by piece, so that one huge document can be cancelled too.
///
/// Pieces end before an ASCII letter behind a space, where UAX #29 always has a boundary.
fn tokenize(
    text: &str,
    offset: usize,
    tokenizer: &Tokenizer,
    tokens: &mut Vec<Token>,
    task: &Task,
) -> Result<()> {
    let bytes = text.as_bytes();
    let mut start = 0;
    while start < text.len() {
        let after = (start + PIECE_BYTES).min(text.len());
        let end = bytes[after..]
            .windows(2)
            .position(|pair| pair[0] == b' ' && pair[1].is_ascii_alphabetic())
            .map_or(text.len(), |at| after + at + 1);
        let place = u32::try_from(offset + start).expect("a document is below 4 GiB");
        tokenizer.append_tokens(&text[start..end], place, tokens);
        start = end;
        task.check()?;
    }
    Ok(())
}

/// The vocabulary of all shards, and for each shard the types of its words.
fn merge_words(shards: &[Shard<'_>], task: &Task) -> Result<(Vocabulary, Vec<Vec<TypeId>>)> {
    let mut words: Vec<(&str, u64)> = Vec::new();
    let mut numbers = Numbers::default();
    let mut merged: Vec<Vec<u32>> = Vec::with_capacity(shards.len());
    for shard in shards {
        task.check()?;
        let number = |(word, count): &(_, u64)| {
            let number = *numbers.entry(*word).or_insert_with(|| {
                words.push((*word, 0));
                TypeId::from_index(words.len() - 1).number()
            });
            words[number as usize].1 += count;
            number
        };
        merged.push(shard.words.iter().map(number).collect());
    }
    let (vocabulary, types) = Vocabulary::build(&words, task)?;
    let renumber = |shard: Vec<u32>| shard.into_iter().map(|word| types[word as usize]).collect();
    Ok((vocabulary, merged.into_iter().map(renumber).collect()))
}

/// The zones of all documents, and the first position of each document.
fn lay_out(shards: &[Shard<'_>]) -> Result<(Zones, Vec<u32>)> {
    let mut zones = Zones::new();
    let mut firsts = vec![0_u32];
    let mut tokens = 0_u32;
    for document in shards.iter().flat_map(|shard| &shard.documents) {
        tokens = tokens.checked_add(document.tokens).ok_or_else(|| {
            Error::Limit("a corpus holds fewer than 2^32 tokens; split it".into())
        })?;
        firsts.push(tokens);
        for (kind, span, tokens) in &document.zones {
            zones.push(*kind, span.clone(), *tokens);
        }
        zones.close_document();
    }
    Ok((zones, firsts))
}

/// The token arrays of all shards, in the numbers of the vocabulary.
fn renumber(
    shards: Vec<Shard<'_>>,
    types: &[Vec<TypeId>],
    documents: Vec<u32>,
    task: &Task,
) -> Result<Layer> {
    let tokens = shards.iter().map(|shard| shard.numbers.len()).sum();
    let (mut all_types, mut all_starts) = (Vec::with_capacity(tokens), Vec::with_capacity(tokens));
    for (shard, types) in shards.into_iter().zip(types) {
        task.check()?;
        all_types.extend(shard.numbers.iter().map(|number| types[*number as usize]));
        all_starts.extend_from_slice(&shard.starts);
    }
    Ok(Layer::new(all_types, all_starts, documents))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::{Texts, TokenizerOptions};

    #[test]
    fn a_text_tokenized_in_pieces_has_the_tokens_of_the_whole() {
        let text = "The SCO's win-win \u{300}a, 3.5 x. ".repeat(40_000);
        let tokenizer = Tokenizer::new(TokenizerOptions::default()).expect("valid options");
        let (mut whole, mut pieces) = (Vec::new(), Vec::new());
        tokenizer.append_tokens(&text, 7, &mut whole);
        tokenize(&text, 7, &tokenizer, &mut pieces, &Task::new()).expect("nobody cancels");
        assert!(text.len() > 3 * PIECE_BYTES);
        assert_eq!(pieces, whole);
    }

    #[test]
    fn an_empty_corpus_and_empty_documents_build() {
        for texts in [vec![], vec!["", " \n", "one"]] {
            let n = texts.len();
            let documents = Documents::from_texts(texts.into_iter().collect::<Texts>());
            let tokenizer = Tokenizer::new(TokenizerOptions::default()).expect("valid options");
            let corpus = Corpus::build(documents, tokenizer, &Task::new()).expect("a corpus");
            assert_eq!(
                (corpus.n_documents(), corpus.n_tokens()),
                (n, u64::from(n > 0))
            );
        }
    }
}
