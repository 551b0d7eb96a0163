//! Lists of reporting verbs, ready to be looked up: that of the project, or one of a user's own.

use std::borrow::Cow;
use std::collections::HashSet;
use std::sync::LazyLock;

use serde::{Deserialize, Serialize};
use xxhash_rust::xxh3::xxh3_128;

use super::known::Words;
use super::verbs::{Frames, Verbs};
use crate::error::{Error, Result};

const VERBS: &str = include_str!("reporting_verbs.tsv");

/// The most verbs that a list may have.
const MOST_VERBS: usize = 10_000;
/// What a noun phrase behind a verb may be.
const OBJECTS: [&str; 5] = ["", "content", "finite", "reaction", "weak"];
const AMBIGUITIES: [&str; 4] = ["noun", "adjective", "sense", "past_is_base"];

type Text = Cow<'static, str>;

/// A row of the list of reporting verbs, as `docs/annotation.md` describes it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct VerbRow {
    /// The verb with its particle, by which it is known.
    pub lemma: Text,
    /// The infinitive.
    pub verb: Text,
    /// The words that belong to it besides.
    pub particle: Text,
    /// Third person, past, participle and gerund, then further forms divided by `|`.
    pub forms: [Text; 5],
    /// What the verb does with the words.
    pub class: Text,
    /// Whether it reports at all.
    pub counts: bool,
    /// What may follow it as content, divided by commas.
    pub frames: Text,
    /// What a noun phrase alone is.
    pub object: Text,
    /// What else its forms may be, divided by commas.
    pub ambiguous: Text,
}

/// The names of [`VerbRow::forms`].
const FORMS: [&str; 5] = ["third", "past", "participle", "gerund", "other"];

impl VerbRow {
    /// The rows of the project's own list.
    pub fn listed() -> Vec<Self> {
        let lines = VERBS.lines().filter(|line| !line.starts_with('#'));
        let row = |line: &'static str| {
            let fields: Vec<&'static str> = line.split('\t').collect();
            let field = |at: usize| Cow::Borrowed(fields.get(at).copied().unwrap_or_default());
            Self {
                lemma: field(0),
                verb: field(1),
                particle: field(2),
                forms: [3, 4, 5, 6, 7].map(field),
                class: field(8),
                counts: field(9) == "yes",
                frames: field(10),
                object: field(11),
                ambiguous: field(15),
            }
        };
        lines.skip(1).map(row).collect()
    }

    /// Checks a row that a user gave; `number` counts from 0.
    fn check(&self, number: usize) -> Result<()> {
        let refused = |what: String| {
            let verb = &self.lemma;
            Error::Parameter(format!("row {number} of verbs, {verb:?}: {what}"))
        };
        let words = |text: &str| {
            let in_small = text.to_lowercase() == text;
            in_small && text.split(' ').all(|word| !word.is_empty()) && text.trim() == text
        };
        if self.verb.is_empty() || !words(&self.verb) || self.verb.contains(' ') {
            let verb = &self.verb;
            return Err(refused(format!(
                "verb must be one word in small letters, got {verb:?}"
            )));
        }
        if !self.particle.is_empty() && !words(&self.particle) {
            let particle = &self.particle;
            let message = format!("particle must be words in small letters, got {particle:?}");
            return Err(refused(message));
        }
        let whole = format!("{} {}", self.verb, self.particle);
        if self.lemma != whole.trim() {
            let message = format!("lemma must be verb and particle, {:?}", whole.trim());
            return Err(refused(message));
        }
        for (name, form) in FORMS.iter().zip(&self.forms) {
            let missing = form.is_empty() && *name != "other";
            let malformed = form
                .split('|')
                .any(|form| form.contains(' ') || !words(form));
            if missing || malformed && !form.is_empty() {
                let message = format!("{name} must be a form in small letters, got {form:?}");
                return Err(refused(message));
            }
        }
        if self.class.trim().is_empty() {
            return Err(refused("class must be a name, got none".into()));
        }
        self.check_names(refused)
    }

    fn check_names(&self, refused: impl Fn(String) -> Error) -> Result<()> {
        let frames = || names(&self.frames);
        if let Some(unknown) = frames().find(|name| !Frames::NAMES.contains(name)) {
            let known = Frames::NAMES;
            return Err(refused(format!(
                "frames must be of {known:?}, got {unknown:?}"
            )));
        }
        if let Some(unknown) = names(&self.ambiguous).find(|name| !AMBIGUITIES.contains(name)) {
            let message = format!("ambiguous must be of {AMBIGUITIES:?}, got {unknown:?}");
            return Err(refused(message));
        }
        if !OBJECTS.contains(&&*self.object) {
            let object = &self.object;
            return Err(refused(format!(
                "object must be of {OBJECTS:?}, got {object:?}"
            )));
        }
        if self.counts && frames().next().is_none() {
            return Err(refused(
                "frames must name one at least where counts is true".into(),
            ));
        }
        let is_content = matches!(&*self.object, "content" | "finite" | "weak");
        if frames().any(|name| name == "np") != is_content {
            let message = "object must be \"content\", \"finite\" or \"weak\" where \"np\" is \
                           among the frames, and nowhere else";
            return Err(refused(message.into()));
        }
        Ok(())
    }
}

fn names(divided: &str) -> impl Iterator<Item = &str> {
    divided.split(',').filter(|name| !name.is_empty())
}

/// Reporting verbs, found by any of their forms, and what else is known of words.
pub struct ReportingVerbs {
    pub(super) verbs: Verbs,
    pub(super) words: Words,
    rows: Vec<VerbRow>,
    hash: String,
}

static LISTED: LazyLock<ReportingVerbs> = LazyLock::new(|| ReportingVerbs::of(VerbRow::listed()));

impl ReportingVerbs {
    /// Those of the project's own list.
    pub fn listed() -> &'static Self {
        &LISTED
    }

    /// Those of rows of a user's own.
    ///
    /// Errors: [`Error::Parameter`] for a row that cannot be, or a lemma that stands twice, naming it;
    /// [`Error::Limit`] for more than 10,000 rows.
    pub fn new(rows: &[VerbRow]) -> Result<Self> {
        if rows.len() > MOST_VERBS {
            let n_rows = rows.len();
            let message = format!("a list of verbs has at most {MOST_VERBS} rows, got {n_rows}");
            return Err(Error::Limit(message));
        }
        let mut seen = HashSet::new();
        for (number, row) in rows.iter().enumerate() {
            row.check(number)?;
            if !seen.insert(&row.lemma) {
                let verb = &row.lemma;
                let message = format!("row {number} of verbs, {verb:?}: lemma must stand once");
                return Err(Error::Parameter(message));
            }
        }
        Ok(Self::of(rows.to_vec()))
    }

    fn of(rows: Vec<VerbRow>) -> Self {
        let verbs = Verbs::new(&rows);
        Self {
            words: Words::new(&verbs),
            verbs,
            hash: format!("{:032x}", xxh3_128(format!("{rows:?}").as_bytes())),
            rows,
        }
    }

    /// The rows that they were made of.
    pub fn rows(&self) -> &[VerbRow] {
        &self.rows
    }

    /// By which a list is known in a manifest.
    pub fn hash(&self) -> &str {
        &self.hash
    }
}

impl std::fmt::Debug for ReportingVerbs {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(formatter, "ReportingVerbs({})", self.hash)
    }
}
