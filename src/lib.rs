//! Corpus linguistics on political discourse: articles in, concordances and frequencies out.
//!
//! ```
//! use std::sync::Arc;
//! use hustings::{Corpus, Documents, Scope, Task, Tokenizer, TokenizerOptions};
//! use hustings::{PatternOptions, concordance};
//!
//! let task = Task::new();
//! let texts = ["Mutual trust comes first.", "Trust, they said, is mutual."];
//! let documents = Documents::from_texts(texts.into_iter().collect());
//! let tokenizer = Tokenizer::new(TokenizerOptions::default())?;
//! let scope = Scope::whole(Arc::new(Corpus::build(documents, tokenizer, &task)?));
//! let lines = concordance(&scope, &["trust"], &PatternOptions::default(), 5, &task)?;
//! assert_eq!(lines.len(), 2);
//! assert_eq!(lines.line(0)?.left, "Mutual");
//! # Ok::<(), hustings::Error>(())
//! ```

// The layers, each of which uses only those above it (tests/test_architecture.py).
#[cfg(any(test, feature = "python"))]
mod allocator;

#[cfg(any(test, feature = "python"))]
#[global_allocator]
static ALLOCATOR: allocator::Allocator = allocator::Allocator;

mod analysis;
mod articles;
mod corpus;
pub mod error;
mod prefetch;
#[cfg(feature = "python")]
mod python;
mod query;
mod stats;
pub mod table;
mod task;
mod text;

pub use analysis::{
    Association, ClusterOptions, CooccurrenceOptions, Marginals, Named, Near, NgramOptions, Node,
    NodePlace, Row, clusters,
};
pub use analysis::{
    Citation, CollocateOptions, Concordance, Context, Dtm, DtmOptions, FrequencyOptions, Highlight,
    Line, LineFilter, Mark, Passage, Scores, Whereabouts, Window, cited, collocates, concordance,
    cooccurrences, dtm, frequencies, measure_table, ngrams, quotation_table, quotations_of_texts,
    ragged_tokens, scores_of, sentence_table, sentences_of_texts, short_hash, speaker_table,
    speaker_totals, token_table, zone_table,
};
pub use analysis::{Direction, FrequencyList, KeynessOptions, Reference, Significance, keyness};
pub use analysis::{
    DispersionOptions, PlotOptions, match_places, pattern_dispersion, term_dispersion,
};
pub use analysis::{LookupDictionary, LookupOptions, LookupUnit, Overlaps, lookup};
pub use analysis::{
    Mentioned, NearDuplicateOptions, QuotationField, ReuseOptions, acronym_table, collapsed,
    near_duplicate_pairs, near_duplicates, quotation_counts, reporting_verb_table, text_reuse,
    with_near_duplicates,
};
pub use analysis::{Series, SimilarityOptions, diversity, readability, similarity};
pub use analysis::{TrendOptions, Trends, trends};
pub use analysis::{alignment_table, layer_table};
pub use articles::{
    Acronym, Article, Attributes, Facts, How, Quotation, QuotationKind, ReportingVerbs, Rule,
    Speaker, VerbRow, Voices, Zone, ZoneKind, ZoneKinds, acronyms, looks_like_news,
    looks_like_transcript, mentions,
};
pub use corpus::{
    Access, BATCH_BYTES, Batch, Batches, Builder, Condition, Corpus, Decoding, DocId, Documents,
    Format, Grouping, Groups, Ids, JsonLines, Metadata, Missing, NormId, Origin, Period, Position,
    Scope, Sentences, SpeakerNames, Taken, TextFiles, TypeId, TypeSet, Value, Vocabulary, Words,
};
pub use corpus::{Alignment, Annotations, Layer, Several};
pub use error::{Error, Result};
pub use query::Lexicon;
pub use query::{PatternOptions, Query, Spans, Syntax, WordFilter, count, find};
pub use stats::{
    Agreement, Contingency, Csr, Level, MEASURES, Measure, MeasureOptions, SYMBOLS, agreement,
    measures_named,
};
pub use stats::{
    Block, Correction, DocumentShare, LANES, Relabellings, Resamples, Samples, Stratum, TermCounts,
    TwoGroups, quantile, quantile_of, rank_sum, upper_tail,
};
pub use stats::{Bootstrap, Fraction, Trend, change_points, trend};
pub use stats::{Comparison, Nearness, Shared};
pub use stats::{
    DISPERSION_SYMBOLS, DISPERSIONS, Dispersion, Distances, Division, Parts, Share, Size,
    dispersions,
};
pub use stats::{DIVERSITIES, DIVERSITY_SYMBOLS, Diversity, DiversityOptions, Profile};
pub use stats::{READABILITIES, READABILITY_SYMBOLS, Readability, TextCounts};
pub use table::{Manifest, Table};
pub use task::{Task, set_threads, threads};
pub use text::syllables;
pub use text::{
    Collation, Hyphens, InstructionSet, Numbers, Possessives, Punctuation, Texts, Token, Tokenizer,
    TokenizerOptions, UNICODE_VERSION, cased_form, decoded, normal_form, sentences,
    sentences_within, without_diacritics, word_bounds,
};
