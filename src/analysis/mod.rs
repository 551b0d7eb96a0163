//! What one asks of a corpus, one file a question.

mod acronyms;
mod association;
mod bigrams;
mod citations;
mod clusters;
mod collocates;
mod compounds;
mod concordance;
mod cooccurrences;
mod counted;
mod counting;
mod dispersion;
mod diversity;
mod dtm;
mod entries;
mod frequency;
mod heard;
mod key_table;
mod keyness;
mod layers;
mod lines;
mod lookup;
mod margins;
mod matches;
mod near_duplicates;
mod ngrams;
mod occurrences;
mod partitions;
mod places;
mod quotations;
mod quoted_sentences;
mod ranking;
mod readability;
mod reporting_verbs;
mod sentences;
mod series;
mod sheet;
mod similarity;
mod splits;
mod spreading;
mod stretches;
mod tables;
mod term_filter;
mod terms;
mod tokens;
mod trend;
mod voice_counts;
mod windows;
mod word_row;
mod zones;

pub use acronyms::acronym_table;
pub use association::{Scores, measure_table, scores_of};
pub use citations::{Citation, Whereabouts, cited, short_hash};
pub use clusters::{ClusterOptions, NodePlace, clusters};
pub use collocates::{Association, CollocateOptions, Marginals, Near, Node, Row, collocates};
pub use compounds::Named;
pub use concordance::{Concordance, Line, concordance};
pub use cooccurrences::{CooccurrenceOptions, cooccurrences};
pub use dispersion::{
    DispersionOptions, PlotOptions, match_places, pattern_dispersion, term_dispersion,
};
pub use diversity::diversity;
pub use dtm::{Dtm, DtmOptions, dtm};
pub use frequency::{FrequencyOptions, frequencies};
pub use heard::Mentioned;
pub use keyness::{Direction, FrequencyList, KeynessOptions, Reference, Significance, keyness};
pub use layers::{alignment_table, layer_table};
pub use lines::{Context, Highlight, LineFilter, Mark, Passage};
pub use lookup::{LookupDictionary, LookupOptions, LookupUnit, Overlaps, lookup};
pub use near_duplicates::{
    Options as NearDuplicateOptions, ReuseOptions, collapsed, near_duplicate_pairs,
    near_duplicates, text_reuse, with_near_duplicates,
};
pub use ngrams::{NgramOptions, ngrams};
pub use quotations::{quotation_table, quotations_of_texts, speaker_table};
pub use readability::readability;
pub use reporting_verbs::reporting_verb_table;
pub use sentences::{sentence_table, sentences_of_texts};
pub use series::Series;
pub use similarity::{SimilarityOptions, similarity};
pub use tokens::{ragged_tokens, token_table};
pub use trend::{TrendOptions, Trends, trends};
pub use voice_counts::{QuotationField, quotation_counts};
pub use windows::Window;
pub use zones::zone_table;
