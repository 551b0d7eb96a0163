//! The manifest of a saved corpus: which files belong to it, and what is where in them.

use serde::{Deserialize, Serialize};
use xxhash_rust::xxh3::xxh3_64;

use crate::corpus::{Alignment, Format};
use crate::error::{Error, Result};
use crate::text::TokenizerOptions;

/// The name of the file, whose replacement is the moment at which a corpus is saved.
pub(super) const NAME: &str = "manifest.json";
/// The version of the format of a corpus without layers.
pub(super) const VERSION: u32 = 1;
/// The version of a corpus with layers.
pub(super) const LAYERED: u32 = 2;
/// The version of a corpus with reporting verbs of its own, with or without layers.
pub(super) const WITH_VERBS: u32 = 3;
/// The version of a corpus with names of its own for speakers, whatever else it has.
pub(super) const WITH_NAMES: u32 = 4;

const CHECKSUM: &str = ",\n  \"checksum\": \"";

/// What a saved corpus consists of.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Manifest {
    /// Always `hustings corpus`.
    pub(super) format: String,
    pub(super) version: u32,
    /// The version of hustings that wrote it.
    pub(super) hustings: String,
    /// The version of Unicode by which words were cut.
    pub(super) unicode: String,
    pub(super) tokenizer: TokenizerOptions,
    /// How texts were taken apart.
    pub(super) texts: Format,
    pub(super) documents: usize,
    pub(super) tokens: u64,
    /// The hash of ids and texts.
    pub(super) hash: String,
    /// How many of the metadata columns came with the documents; the others were read off the texts.
    pub(super) own_columns: usize,
    pub(super) metadata: FileEntry,
    pub(super) vocabulary: FileEntry,
    pub(super) segments: Vec<SegmentEntry>,
    /// The layers of annotation; none in version 1.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub(super) layers: Vec<LayerEntry>,
    /// The verbs by which quotations are found; none where they are the project's own, as in versions 1 and 2.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) reporting_verbs: Option<FileEntry>,
    /// The names that speakers are given, in version 4.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) speaker_names: Option<FileEntry>,
}

/// A file and its sections.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::corpus) struct FileEntry {
    pub(super) name: String,
    pub(super) bytes: usize,
    pub(super) sections: Vec<Section>,
}

impl FileEntry {
    /// That something about a section is not as it must be.
    pub(super) fn wrong(&self, name: &str, message: impl Into<String>) -> Error {
        let section = self.sections.iter().find(|section| section.name == name);
        let place = section.map_or_else(
            || format!("file {}", self.name),
            |section| self.place(section),
        );
        Error::corrupt(place, message)
    }

    /// The same of a section that may not have been saved.
    pub(in crate::corpus) fn wrong_in(
        file: Option<&Self>,
        name: &str,
        message: impl Into<String>,
    ) -> Error {
        match file {
            Some(file) => file.wrong(name, message),
            None => Error::corrupt(format!("section {name}"), message),
        }
    }

    /// Where a section is, for errors.
    pub(super) fn place(&self, section: &Section) -> String {
        let Section { name, offset, .. } = section;
        format!("file {}, section {name} at byte {offset}", self.name)
    }
}

/// A segment and its file.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::corpus) struct SegmentEntry {
    pub(super) documents: usize,
    pub(super) tokens: usize,
    pub(super) types: usize,
    /// The bits of a token's type.
    pub(super) width: u32,
    pub(in crate::corpus) file: FileEntry,
}

/// A layer: its vocabulary, and the values of each segment's tokens.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct LayerEntry {
    pub(super) name: String,
    /// How what was last annotated lay to the tokens.
    pub(super) alignment: Alignment,
    pub(super) vocabulary: FileEntry,
    /// One a segment; none where no token of it has a value.
    pub(super) segments: Vec<Option<LayerFile>>,
}

/// The values of a segment's tokens in a layer.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::corpus) struct LayerFile {
    pub(super) values: usize,
    /// The bits of a token's value.
    pub(super) width: u32,
    pub(in crate::corpus) file: FileEntry,
}

/// A run of values in a file.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Section {
    pub(super) name: String,
    /// `u8`, `u32` or `u64`.
    pub(super) values: String,
    /// The first byte, a multiple of 64.
    pub(super) offset: usize,
    pub(super) count: usize,
    /// XXH3 (64 bits, seed 0) of the section's bytes, in hexadecimal.
    pub(super) xxh3: String,
}

impl Section {
    /// The bytes of the section; none if there are more than there can be.
    pub(super) fn bytes(&self) -> Option<std::ops::Range<usize>> {
        let width = match self.values.as_str() {
            "u8" => 1,
            "u32" => 4,
            "u64" => 8,
            _ => return None,
        };
        let end = self.offset.checked_add(self.count.checked_mul(width)?)?;
        Some(self.offset..end)
    }
}

/// That a file which belongs to a corpus is not there.
pub(super) fn missing(file: &str) -> Error {
    Error::corrupt(format!("file {file}"), "it is missing")
}

pub(super) fn hex(hash: u64) -> String {
    format!("{hash:016x}")
}

impl Manifest {
    /// All files that belong to the corpus, beside the manifest.
    pub(super) fn files(&self) -> impl Iterator<Item = &FileEntry> {
        let segments = self.segments.iter().map(|segment| &segment.file);
        let layers = self.layers.iter().flat_map(|layer| {
            let values = layer.segments.iter().flatten();
            std::iter::once(&layer.vocabulary).chain(values.map(|values| &values.file))
        });
        [&self.metadata, &self.vocabulary]
            .into_iter()
            .chain(segments)
            .chain(layers)
            .chain(&self.reporting_verbs)
            .chain(&self.speaker_names)
    }

    /// Whether a file of this name belongs to the corpus.
    pub(super) fn has_file(&self, name: &str) -> bool {
        self.files().any(|file| file.name == name)
    }

    /// The manifest as JSON, whose last entry is the checksum of all before it.
    pub(super) fn to_json(&self) -> String {
        let json =
            serde_json::to_string_pretty(self).expect("a manifest has no other keys than strings");
        let body = json
            .strip_suffix("\n}")
            .expect("an object of several lines");
        format!("{body}{CHECKSUM}{}\"\n}}\n", hex(xxh3_64(body.as_bytes())))
    }

    /// A hash of all that a corpus consists of; the version of hustings is no part of it.
    pub(super) fn identity(&self) -> String {
        let anonymous = Self {
            hustings: String::new(),
            ..self.clone()
        };
        hex(xxh3_64(anonymous.to_json().as_bytes()))
    }

    /// The manifest of what [`to_json`](Self::to_json) wrote.
    pub(super) fn from_json(json: &[u8]) -> Result<Self> {
        let damaged = |message: String| Error::corrupt(format!("file {NAME}"), message);
        let text = std::str::from_utf8(json)
            .map_err(|error| damaged(format!("byte {} is no UTF-8", error.valid_up_to())))?;
        let (body, rest) = text.rsplit_once(CHECKSUM).ok_or_else(|| {
            damaged(format!(
                "it ends at byte {} without its checksum",
                text.len()
            ))
        })?;
        if rest != format!("{}\"\n}}\n", hex(xxh3_64(body.as_bytes()))) {
            let message = format!(
                "its checksum, at byte {}, is that of another text",
                body.len()
            );
            return Err(damaged(message));
        }
        let whole = format!("{body}\n}}");
        Self::check_version(&whole)?;
        serde_json::from_str(&whole).map_err(|error| damaged(error.to_string()))
    }

    fn check_version(json: &str) -> Result<()> {
        #[derive(Deserialize)]
        struct Kind {
            format: String,
            version: u32,
        }
        match serde_json::from_str(json) {
            Ok(Kind {
                format,
                version: VERSION..=WITH_NAMES,
            }) if format == FORMAT => Ok(()),
            Ok(Kind { format, version }) if format == FORMAT => Err(Error::Parameter(format!(
                "the corpus has format version {version}, and this hustings reads up to {WITH_NAMES}; \
                 update hustings, or build the corpus anew from its texts"
            ))),
            _ => Err(Error::corrupt(
                format!("file {NAME}"),
                "it is not that of a corpus",
            )),
        }
    }
}

pub(super) const FORMAT: &str = "hustings corpus";
