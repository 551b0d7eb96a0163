//! Documents on their way into a corpus: ids, texts, metadata, and the format they are in.

use hashbrown::HashMap;

use super::ids::DocId;
use super::metadata::Metadata;
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

    pub(super) fn check(&self) -> Result<()> {
        let texts = self.texts.len();
        for (what, found) in [
            ("ids", self.ids.len()),
            ("metadata", self.metadata.n_rows()),
        ] {
            if found != texts {
                let message = format!("{what} must be as many as texts: {found} for {texts} texts");
                return Err(Error::Parameter(message));
            }
        }
        if self.metadata.names().any(|name| name == "id") {
            let message = "metadata must not have a column \"id\"; pass it as the ids".into();
            return Err(Error::Parameter(message));
        }
        Ok(())
    }
}

/// How texts are taken apart into zones.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// News where a text looks like it, plain otherwise; the column `format` says which. Columns
    /// for headline, date, place and agency come only if one text is news.
    Auto,
    /// Wire copy: header line, headline, dateline, headings, paragraphs.
    News,
    /// One zone, the whole text.
    Plain,
}

/// The ids of documents, all different.
#[derive(Clone, Debug, Default)]
pub struct Ids {
    names: Vec<String>,
    numbers: HashMap<String, u32, foldhash::fast::RandomState>,
}

impl Ids {
    /// These ids. An error names the first that stands twice or is empty, and where.
    pub fn try_new(names: Vec<String>) -> Result<Self> {
        let mut numbers =
            HashMap::with_capacity_and_hasher(names.len(), foldhash::fast::RandomState::default());
        for (number, name) in names.iter().enumerate() {
            if name.is_empty() {
                return Err(Error::Parameter(format!(
                    "ids must not be empty: row {number} is"
                )));
            }
            let unique = u32::try_from(number)
                .map_err(|_| Error::Limit("a corpus holds fewer than 2^32 documents".into()))?;
            if let Some(first) = numbers.insert(name.clone(), unique) {
                return Err(Error::Parameter(format!(
                    "ids must be unique: {name:?} is that of rows {first} and {number}"
                )));
            }
        }
        Ok(Self { names, numbers })
    }

    /// `text1`, `text2` and so on.
    pub fn generated(n: usize) -> Self {
        let names = (1..=n).map(|number| format!("text{number}")).collect();
        Self::try_new(names).expect("numbered ids are unique")
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
        self.names.iter().map(String::as_str)
    }

    /// The id of a document.
    pub fn name(&self, document: DocId) -> &str {
        &self.names[document.index()]
    }

    /// The document of an id.
    pub fn find(&self, name: &str) -> Option<DocId> {
        self.numbers.get(name).copied().map(DocId::new)
    }
}
