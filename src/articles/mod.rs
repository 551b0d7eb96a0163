//! What an article is made of; knows text, not corpus.

mod acronyms;
mod attributes;
mod news;
mod quotations;
mod transcripts;
mod zones;

pub use acronyms::{Acronym, acronyms, mentions};
pub use attributes::Attributes;
pub use news::{Article, Facts, looks_like_news};
pub use quotations::{
    How, Quotation, QuotationKind, ReportingVerbs, Rule, Speaker, VerbRow, Voices,
};
pub use transcripts::looks_like_transcript;
pub use zones::{Zone, ZoneKind, ZoneKinds};
