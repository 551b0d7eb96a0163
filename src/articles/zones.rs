//! Zones: the parts of an article, none of which a window, a phrase or an n-gram leaves.

use std::ops::Range;

use crate::error::{Error, Result};

/// A part of an article: what it is and which bytes it takes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Zone {
    /// What the part is.
    pub kind: ZoneKind,
    /// Its bytes, without white space at either end.
    pub span: Range<usize>,
}

/// A part of a text without the white space at either end.
pub(super) fn trimmed(text: &str, part: Range<usize>) -> Range<usize> {
    let words = &text[part.clone()];
    let start = part.start + words.len() - words.trim_start().len();
    start..start + words.trim().len()
}

/// The kinds of zone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub enum ZoneKind {
    /// Words before the headline that label it, as in ` date 2025-11-21`.
    Header,
    /// The title of the article.
    Headline,
    /// Place, date and agency before the first sentence.
    Dateline,
    /// The title of a section.
    Heading,
    /// A paragraph of the body; the whole of a plain text is one.
    Paragraph,
    /// Who wrote the article, with "By".
    Byline,
    /// The sign before the item of a list.
    Bullet,
    /// Words to editors and readers about the article.
    Note,
    /// The catch line by which an agency files the article.
    Slug,
    /// A row of a table.
    TableRow,
    /// Words that belong to a picture.
    Credit,
    /// What happened in the room, in brackets or as a record has it.
    Direction,
    /// Words at the end that say who made the article, or that it ends.
    Trailer,
}

impl ZoneKind {
    /// Every kind, in the order of its number.
    pub const ALL: [Self; 13] = [
        Self::Header,
        Self::Headline,
        Self::Dateline,
        Self::Heading,
        Self::Paragraph,
        Self::Byline,
        Self::Bullet,
        Self::Note,
        Self::Slug,
        Self::TableRow,
        Self::Credit,
        Self::Direction,
        Self::Trailer,
    ];

    /// The name by which users know it.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Header => "header",
            Self::Headline => "headline",
            Self::Dateline => "dateline",
            Self::Heading => "heading",
            Self::Paragraph => "paragraph",
            Self::Byline => "byline",
            Self::Bullet => "bullet",
            Self::Note => "note",
            Self::Slug => "slug",
            Self::TableRow => "table_row",
            Self::Credit => "credit",
            Self::Direction => "direction",
            Self::Trailer => "trailer",
        }
    }
}

/// A set of kinds of zone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ZoneKinds(u16);

impl ZoneKinds {
    /// All kinds.
    pub const ALL: Self = Self((1 << ZoneKind::ALL.len()) - 1);

    /// The kinds of these names; `body` stands for the paragraphs.
    pub fn from_names<S: AsRef<str>>(names: &[S]) -> Result<Self> {
        let mut kinds = Self(0);
        for name in names {
            let name = if name.as_ref() == "body" {
                "paragraph"
            } else {
                name.as_ref()
            };
            let kind = ZoneKind::ALL.into_iter().find(|kind| kind.name() == name);
            let known = || {
                ZoneKind::ALL
                    .map(ZoneKind::name)
                    .into_iter()
                    .chain(["body"])
            };
            kinds.0 |= 1 << kind.ok_or_else(|| Error::unknown("zone", name, known()))? as u8;
        }
        Ok(kinds)
    }

    /// Whether a kind is in the set.
    pub const fn contains(self, kind: ZoneKind) -> bool {
        self.0 & (1 << kind as u8) != 0
    }

    /// The kinds in both sets.
    #[must_use]
    pub const fn intersection(self, other: Self) -> Self {
        Self(self.0 & other.0)
    }

    /// The names of the kinds in the set.
    pub fn names(self) -> Vec<&'static str> {
        let kinds = ZoneKind::ALL
            .into_iter()
            .filter(|kind| self.contains(*kind));
        kinds.map(ZoneKind::name).collect()
    }
}
