//! Documents on their way into a corpus: ids, texts, metadata, and the format they are in.

use std::hash::BuildHasher;
use std::ops::Range;
use std::sync::OnceLock;

use arrow_array::LargeStringArray;
use hashbrown::HashTable;
use serde::{Deserialize, Serialize};

use super::ids::DocId;
use super::metadata::Metadata;
use super::words::Words;
use crate::articles::{Article, Facts, Zone, ZoneKind, looks_like_news, looks_like_transcript};
use crate::error::{Error, Result};
use crate::text::Texts;

/// What a corpus is built from.
#[derive(Clone, Debug)]
pub struct Documents {
    /// One id a document.
    pub ids: Ids,
    /// One text a document.
    pub texts: Texts,
    /// One row a document.
    pub metadata: Metadata,
    /// How the texts are taken apart.
    pub format: Format,
}

impl Documents {
    /// Plain texts with generated ids.
    pub fn from_texts(texts: Texts) -> Self {
        let (ids, metadata) = (Ids::generated(texts.len()), Metadata::empty(texts.len()));
        Self {
            ids,
            texts,
            metadata,
            format: Format::Plain,
        }
    }

    /// The bytes of the texts of some rows.
    pub(super) fn bytes(&self, rows: Range<usize>) -> usize {
        rows.map(|row| self.texts.get(row).len()).sum()
    }

    pub(super) fn check(&self) -> Result<()> {
        check(self.texts.len(), &self.ids, &self.metadata)
    }
}

/// Checks that there are an id and a row of metadata for each text, and no column named as the ids.
pub(super) fn check(texts: usize, ids: &Ids, metadata: &Metadata) -> Result<()> {
    for (what, found) in [("ids", ids.len()), ("metadata", metadata.n_rows())] {
        if found != texts {
            let message = format!("{what} must be as many as texts: {found} for {texts} texts");
            return Err(Error::Parameter(message));
        }
    }
    if metadata.names().any(|name| name == "id") {
        let message = "a column \"id\" beside the ids would stand twice in every table; rename it or leave it out, or make it the ids".into();
        return Err(Error::Parameter(message));
    }
    Ok(())
}

/// How texts are taken apart into zones.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Format {
    /// News or a transcript where a text looks like it, plain otherwise; the column `format` says which.
    /// Columns for headline, date, place and agency come only if one text is news or a transcript.
    Auto,
    /// Wire copy: header line, headline, dateline, headings, paragraphs.
    News,
    /// One zone, the whole text.
    Plain,
}

impl Format {
    /// The zones of a text and what it says of itself, and what it was taken for.
    pub fn article(self, text: &str) -> (Article, Taken) {
        let taken = match self {
            Self::Auto => Taken::of(text),
            Self::News => Taken::News,
            Self::Plain => Taken::Plain,
        };
        let article = match taken {
            Taken::Plain => {
                let whole = Zone {
                    kind: ZoneKind::Paragraph,
                    span: 0..text.len(),
                };
                Article {
                    zones: vec![whole],
                    facts: Facts::default(),
                }
            }
            Taken::News => Article::parse(text),
            Taken::Transcript => Article::parse_transcript(text),
        };
        (article, taken)
    }
}

/// What a text is taken for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Taken {
    /// Wire copy.
    News,
    /// The record of several speakers, which is taken apart as wire copy is.
    Transcript,
    /// One zone.
    #[default]
    Plain,
}

impl Taken {
    /// What a text looks like.
    fn of(text: &str) -> Self {
        if looks_like_news(text) {
            Self::News
        } else if looks_like_transcript(text) {
            Self::Transcript
        } else {
            Self::Plain
        }
    }

    /// The name by which users know it.
    pub const fn name(self) -> &'static str {
        match self {
            Self::News => "news",
            Self::Transcript => "transcript",
            Self::Plain => "plain",
        }
    }
}

/// The ids of documents, all different.
#[derive(Clone, Debug, Default)]
pub struct Ids {
    names: Words,
    hashing: foldhash::fast::RandomState,
    /// The numbers of the documents by the hash of their ids, made when the first is looked up.
    numbers: OnceLock<HashTable<u32>>,
}

impl Ids {
    /// These ids. An error names the first that stands twice or is empty, and where.
    pub fn try_new<S: AsRef<str>>(names: impl IntoIterator<Item = S>) -> Result<Self> {
        Self::default().with(names)
    }

    /// These ids behind those that are here. An error names the first that stands twice or is empty.
    pub(super) fn with<S: AsRef<str>>(
        mut self,
        names: impl IntoIterator<Item = S>,
    ) -> Result<Self> {
        self.table();
        let mut numbers = self.numbers.take().unwrap_or_default();
        for name in names {
            let (row, name) = (self.len(), name.as_ref());
            if name.is_empty() {
                let message = format!("ids must not be empty: row {row} is");
                return Err(Error::Parameter(message));
            }
            let hash = |name: &str| self.hashing.hash_one(name);
            let same = |number: &u32| self.names.get(*number as usize) == name;
            if let Some(first) = numbers.find(hash(name), same) {
                let message =
                    format!("ids must be unique: {name:?} is that of rows {first} and {row}");
                return Err(Error::Parameter(message));
            }
            let number = u32::try_from(row)
                .map_err(|_| Error::Limit("a corpus holds fewer than 2^32 documents".into()))?;
            self.names.extend([name])?;
            let names = &self.names;
            numbers.insert_unique(hash(name), number, |old| hash(names.get(*old as usize)));
        }
        self.numbers = OnceLock::from(numbers);
        Ok(self)
    }

    /// These ids; that they differ was seen elsewhere, or will be.
    pub(super) fn unchecked(names: Words) -> Self {
        Self {
            names,
            ..Self::default()
        }
    }

    /// Ids as they were saved, which are known to differ; none if they exceed what ids may be.
    pub(super) fn over(names: &LargeStringArray) -> Option<Self> {
        let offsets = names.value_offsets();
        let place = |offset: i64| usize::try_from(offset).ok();
        let (start, end) = (place(*offsets.first()?)?, place(*offsets.last()?)?);
        let ends = offsets[1..]
            .iter()
            .map(|offset| u32::try_from(place(*offset)? - start).ok());
        let text = String::from_utf8(names.value_data().get(start..end)?.to_vec()).ok()?;
        Words::over(text, ends.collect::<Option<_>>()?).map(Self::unchecked)
    }

    /// `text1`, `text2` and so on.
    pub fn generated(n: usize) -> Self {
        Self::generated_behind(0, n)
    }

    /// The ids that so many documents behind `before` others would have been given.
    pub fn generated_behind(before: usize, n: usize) -> Self {
        Self::default()
            .with((before + 1..=before + n).map(|number| format!("text{number}")))
            .expect("numbered ids are unique")
    }

    fn table(&self) -> &HashTable<u32> {
        self.numbers.get_or_init(|| {
            let mut table = HashTable::with_capacity(self.len());
            let hash = |number: u32| self.hashing.hash_one(self.names.get(number as usize));
            for number in 0..DocId::from_index(self.len()).number() {
                table.insert_unique(hash(number), number, |old| hash(*old));
            }
            table
        })
    }

    /// The number of ids.
    pub fn len(&self) -> usize {
        self.names.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.names.is_empty()
    }

    /// All ids in order.
    pub fn iter(&self) -> impl Iterator<Item = &str> {
        self.names.iter()
    }

    /// The id of a document.
    pub fn name(&self, document: DocId) -> &str {
        self.names.get(document.index())
    }

    /// The document of an id.
    pub fn find(&self, name: &str) -> Option<DocId> {
        let same = |number: &u32| self.names.get(*number as usize) == name;
        let found = self.table().find(self.hashing.hash_one(name), same);
        found.copied().map(DocId::new)
    }
}
