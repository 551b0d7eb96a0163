//! Names that a corpus's own speakers go by: several as the articles have them made one.

use std::collections::{BTreeMap, HashMap};

use serde::{Deserialize, Serialize};
use xxhash_rust::xxh3::xxh3_128;

use crate::articles::{Speaker, Voices};
use crate::error::{Error, Result};

/// By each name as articles have it the one that it gives way to; none where it is nobody's.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct SpeakerNames(BTreeMap<String, Option<String>>);

impl SpeakerNames {
    /// Of pairs of a name as articles have it and the one that it gives way to.
    ///
    /// Errors: [`Error::Parameter`] for an empty name, one that gives way to two, and one that both gives way and
    /// is given way to.
    pub fn new(pairs: impl IntoIterator<Item = (String, Option<String>)>) -> Result<Self> {
        let mut names = BTreeMap::new();
        for (found, name) in pairs {
            if found.is_empty() || name.as_deref() == Some("") {
                return Err(Error::Parameter(
                    "names of speakers must not be empty".into(),
                ));
            }
            if let Some(before) = names.insert(found.clone(), name.clone())
                && before != name
            {
                let [before, name] = [before, name]
                    .map(|name| name.map_or_else(|| "nobody".into(), |name| format!("{name:?}")));
                return Err(Error::Parameter(format!(
                    "{found:?} must be one speaker's name, and is that of {before} and {name}"
                )));
            }
        }
        names.retain(|found, name| name.as_ref() != Some(found));
        let both = |name: &&String| names.contains_key(*name);
        if let Some(name) = names.values().flatten().find(both) {
            return Err(Error::Parameter(format!(
                "{name:?} must not be both a speaker and another speaker's name"
            )));
        }
        Ok(Self(names))
    }

    /// The pairs that they were made of.
    pub(crate) fn into_pairs(self) -> impl Iterator<Item = (String, Option<String>)> {
        self.0.into_iter()
    }

    /// The names as articles have them.
    pub(crate) fn found(&self) -> impl Iterator<Item = &str> {
        self.0.keys().map(String::as_str)
    }

    /// The name by which somebody goes.
    pub(crate) fn of(&self, found: String) -> Option<String> {
        match self.0.get(&found) {
            Some(name) => name.clone(),
            None => Some(found),
        }
    }

    /// By which they are known in a manifest.
    pub fn hash(&self) -> String {
        let json = serde_json::to_vec(&self.0).expect("names are strings");
        format!("{:032x}", xxh3_128(&json))
    }

    /// The voices of a document with these names; those of one name are one speaker.
    pub(super) fn given_to(&self, voices: Voices) -> Voices {
        let mut speakers: Vec<Speaker> = Vec::new();
        let mut places: HashMap<String, usize> = HashMap::new();
        let numbers: Vec<Option<usize>> = voices
            .speakers
            .into_iter()
            .map(|speaker| {
                let name = self.of(speaker.name)?;
                let place = *places.entry(name.clone()).or_insert(speakers.len());
                match speakers.get_mut(place) {
                    Some(known) => {
                        known.role = known.role.take().or(speaker.role);
                        known.mentions += speaker.mentions;
                    }
                    None => speakers.push(Speaker { name, ..speaker }),
                }
                Some(place)
            })
            .collect();
        let mut quotations = voices.quotations;
        for one in &mut quotations {
            one.speaker = one.speaker.and_then(|speaker| numbers[speaker]);
            one.how = one.how.filter(|_| one.speaker.is_some());
        }
        Voices {
            quotations,
            speakers,
        }
    }
}
