//! Everything that can go wrong, one variant for each thing that a caller can do about it.

use std::any::Any;
use std::borrow::Cow;
use std::collections::HashSet;
use std::path::PathBuf;

use unicode_width::UnicodeWidthStr;

mod spelling;

/// The result of every fallible function of the crate.
pub type Result<T, E = Error> = std::result::Result<T, E>;

/// The one error type; messages are one line, lower case, and say what would work.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// A value is outside what the parameter takes: pass another value.
    #[error("{0}")]
    Parameter(String),
    /// A value has the wrong type: convert it.
    #[error("{0}")]
    Type(String),
    /// A name is not among the known ones: pick one of them.
    #[error("{what} must be one of {known:?}{}, got {given:?}", and_more(*more))]
    Unknown {
        /// What is being named, as in `column`.
        what: Cow<'static, str>,
        /// The name that was given.
        given: String,
        /// The names that would work, at most twenty: those most like the given one, then the first.
        known: Vec<String>,
        /// How many more there are.
        more: usize,
    },
    /// A pattern cannot be read: mend it at the caret.
    #[error("{message}\n{}", pointed_at(query, *at))]
    Query {
        /// The pattern as it was given.
        query: String,
        /// The place, in characters from its beginning.
        at: usize,
        /// What is wrong there and what would work.
        message: String,
    },
    /// A text cannot be taken: mend the document named.
    #[error("document {document}: {message}")]
    Text {
        /// The id, file or number of the document.
        document: String,
        /// What is wrong, where, and what would work.
        message: String,
    },
    /// A file cannot be read.
    #[error("cannot read {}: {source}", path.display())]
    Io {
        /// The file.
        path: PathBuf,
        /// What the operating system said.
        source: std::io::Error,
    },
    /// A file cannot be written.
    #[error("cannot write {}: {source}", path.display())]
    Write {
        /// The file.
        path: PathBuf,
        /// What the operating system said.
        source: std::io::Error,
    },
    /// The data is larger than the format holds: split it.
    #[error("{0}")]
    Limit(String),
    /// A citation leads nowhere: the text or the corpus is another one.
    #[error("{0}")]
    Citation(String),
    /// A saved corpus is not what was saved: save it anew or fetch it again.
    #[error("corpus is damaged: {place}: {message}")]
    Corrupt {
        /// The file, section and byte, as far as they are known.
        place: String,
        /// What is wrong there.
        message: String,
    },
    /// The caller asked for the work to stop.
    #[error("cancelled")]
    Cancelled,
}

/// A query on a line of its own, and a caret under one of its characters.
fn pointed_at(query: &str, at: usize) -> String {
    let line: String = query
        .chars()
        .map(|mark| if mark.is_control() { ' ' } else { mark })
        .collect();
    let before: String = line.chars().take(at).collect();
    format!("  {line}\n  {}^", " ".repeat(before.width()))
}

/// How many names that would work a message has.
const SHOWN: usize = 20;
/// Among how many of them, from the first on, those like the given one are looked for: a corpus may have a million ids.
const LOOKED_AT: usize = 100_000;

fn and_more(more: usize) -> String {
    if more == 0 {
        String::new()
    } else {
        format!(" and {more} more")
    }
}

/// Puts those first, of many names, that hold a given one or are held by it, then those written almost like it.
fn near_first(given: &str, known: &mut [String]) {
    if known.len() <= SHOWN {
        return;
    }
    let wanted = given.to_lowercase();
    known.sort_by_cached_key(|name| {
        let name = name.to_lowercase();
        let held = name.len() > 2 && wanted.contains(&name);
        let holds = wanted.len() > 2 && name.contains(&wanted);
        let slips = if held || holds {
            Some(0)
        } else {
            spelling::slips(&wanted, &name)
        };
        slips.unwrap_or(usize::MAX)
    });
}

impl Error {
    /// An unknown name, with twenty of the names that would work, each once: of more than that those first that hold
    /// the given one or are held by it, then those that are written almost as it is, whatever their case.
    pub fn unknown<S: ToString>(
        what: impl Into<Cow<'static, str>>,
        given: impl Into<String>,
        known: impl IntoIterator<Item = S>,
    ) -> Self {
        let given = given.into();
        let mut names = known.into_iter();
        let near = names.by_ref().take(LOOKED_AT);
        let mut known: Vec<String> = near.map(|name| name.to_string()).collect();
        let mut seen = HashSet::new();
        known.retain(|name| seen.insert(name.clone()));
        near_first(&given, &mut known);
        let more = known.len().saturating_sub(SHOWN) + names.count();
        known.truncate(SHOWN);
        Self::Unknown {
            what: what.into(),
            given,
            known,
            more,
        }
    }

    /// An unknown name, with all the names that would work, however many, in the same order.
    pub fn unknown_of_all<S: ToString>(
        what: impl Into<Cow<'static, str>>,
        given: impl Into<String>,
        known: impl IntoIterator<Item = S>,
    ) -> Self {
        let given = given.into();
        let mut known: Vec<String> = known.into_iter().map(|name| name.to_string()).collect();
        near_first(&given, &mut known);
        Self::Unknown {
            what: what.into(),
            given,
            known,
            more: 0,
        }
    }

    /// A column whose name other libraries would cut short at a NUL, or that would end the process.
    pub fn nul_in_name(name: &str) -> Self {
        Self::Parameter(format!(
            "names of columns must hold no NUL character, got {name:?}; rename the column"
        ))
    }

    /// A file that cannot be read.
    pub fn io(path: impl Into<PathBuf>, source: std::io::Error) -> Self {
        Self::Io {
            path: path.into(),
            source,
        }
    }

    /// A file that cannot be written.
    pub fn write(path: impl Into<PathBuf>, source: std::io::Error) -> Self {
        Self::Write {
            path: path.into(),
            source,
        }
    }

    /// A saved corpus that is not what was saved.
    pub fn corrupt(place: impl Into<String>, message: impl Into<String>) -> Self {
        Self::Corrupt {
            place: place.into(),
            message: message.into(),
        }
    }

    /// Unwinds with the error, as a panic would, and without its message: for loops over tokens, which
    /// have no room for a result a token. [`thrown`](Self::thrown) gives it back.
    pub fn throw(self) -> ! {
        std::panic::resume_unwind(Box::new(self))
    }

    /// The error that was [thrown](Self::throw), or the panic that it is.
    pub fn thrown(panic: Box<dyn Any + Send>) -> Result<Self, Box<dyn Any + Send>> {
        panic.downcast().map(|error| *error)
    }

    /// A text that cannot be taken.
    pub fn text(document: impl Into<String>, message: impl Into<String>) -> Self {
        Self::Text {
            document: document.into(),
            message: message.into(),
        }
    }
}
