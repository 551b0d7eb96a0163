//! The reporting verbs: read from the resource, found by any of their forms.

use std::borrow::Cow;

use foldhash::fast::FixedState;
use hashbrown::HashMap;

use super::reporting::VerbRow;

/// A reporting verb.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Verb {
    /// As the resource lists it, with its particle.
    pub lemma: Cow<'static, str>,
    /// What the verb does with the words: `neutral`, `arguing`, `denying`, ….
    pub class: Cow<'static, str>,
    /// The words that belong to it besides the verb itself.
    pub(super) particle: Vec<String>,
    pub(super) frames: Frames,
    pub(super) object: Object,
    /// Whether the form is mostly a noun or an adjective, or the verb mostly means something else.
    pub(super) doubtful: Doubt,
    pub(super) counts: bool,
}

impl Verb {
    /// Whether it tells that somebody does not speak: `declined to say`.
    pub(super) fn is_of_nothing_said(&self) -> bool {
        self.class == "denying"
            && ["decline to ", "refuse to "]
                .iter()
                .any(|opening| self.lemma.starts_with(opening))
    }

    /// Whether it only says what somebody takes another for: `calling the vote a farce`.
    pub(super) fn judges(&self) -> bool {
        self.frames.has(Frames::NP_AS.or(Frames::NP_PRED)) && !self.frames.has(Frames::THAT)
    }

    /// Whether it also means a craft: `painting herself as a victim`, but `painted the wall as it dried`.
    pub(super) fn is_of_craft(&self) -> bool {
        matches!(&*self.lemma, "cast" | "paint" | "frame")
    }

    /// Whether it tells what somebody holds or feels, which need not be said.
    pub(super) fn is_held(&self) -> bool {
        matches!(
            &*self.class,
            "believing" | "doubting" | "hoping" | "fearing"
        )
    }
}

/// How easily a form is something else than a report.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Doubt {
    pub noun: bool,
    pub sense: bool,
}

/// What a noun phrase alone is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Object {
    None,
    Content,
    /// A content, but none of a participle.
    Finite,
    Reaction,
    Weak,
}

/// What follows a verb as its content.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Frames(u16);

impl Frames {
    pub(super) const QUOTE: Self = Self(1);
    pub(super) const THAT: Self = Self(2);
    pub(super) const WH: Self = Self(4);
    pub(super) const TO: Self = Self(8);
    pub(super) const ING: Self = Self(16);
    pub(super) const NP: Self = Self(32);
    pub(super) const NP_THAT: Self = Self(64);
    pub(super) const NP_TO: Self = Self(128);
    pub(super) const NP_AS: Self = Self(256);
    pub(super) const NP_PREP: Self = Self(512);
    pub(super) const NP_PRED: Self = Self(1024);

    /// The names of all.
    pub(super) const NAMES: [&'static str; 12] = [
        "quote",
        "that",
        "wh",
        "to",
        "ing",
        "np",
        "np-that",
        "np-to",
        "np-pred",
        "np-as",
        "np-prep",
        "to-np-that",
    ];

    fn read(names: &str) -> Self {
        names
            .split(',')
            .map(Self::named)
            .fold(Self(0), |all, one| Self(all.0 | one.0))
    }

    fn named(name: &str) -> Self {
        match name {
            "quote" => Self::QUOTE,
            "that" | "to-np-that" => Self::THAT,
            "wh" => Self::WH,
            "to" => Self::TO,
            "ing" => Self::ING,
            "np" => Self::NP,
            "np-that" => Self::NP_THAT,
            "np-to" => Self::NP_TO,
            "np-as" => Self::NP_AS,
            "np-prep" => Self::NP_PREP,
            "np-pred" => Self::NP_PRED,
            _ => Self(0),
        }
    }

    pub(super) const fn or(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    pub(super) fn has(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }
}

/// A form of a verb that a word may be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Form {
    Base,
    Third,
    Past,
    Gerund,
}

/// The verbs that a word may be a form of, those with the longest particles first.
pub(super) type Readings = Vec<(u16, Form)>;

/// The number of some readings; those of a word that is no form of a verb by default.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct ReadingsId(u16);

/// All reporting verbs and their forms.
pub(super) struct Verbs {
    all: Vec<Verb>,
    forms: HashMap<String, ReadingsId, FixedState>,
    readings: Vec<Readings>,
}

impl Verbs {
    pub(super) fn new(rows: &[VerbRow]) -> Self {
        let mut verbs = Self {
            all: Vec::new(),
            forms: HashMap::default(),
            readings: vec![Readings::new()],
        };
        for row in rows {
            verbs.add(row);
        }
        let all = &verbs.all;
        for readings in &mut verbs.readings {
            readings.sort_by_key(|(verb, form)| {
                (
                    usize::MAX - all[usize::from(*verb)].particle.len(),
                    *verb,
                    *form as u8,
                )
            });
        }
        verbs
    }

    fn add(&mut self, row: &VerbRow) {
        let number = u16::try_from(self.all.len()).expect("a few thousand verbs");
        let [third, past, participle, gerund, other] = &row.forms;
        for (forms, form) in [
            (&row.verb, Form::Base),
            (third, Form::Third),
            (past, Form::Past),
            (participle, Form::Past),
            (gerund, Form::Gerund),
            (other, Form::Past),
        ] {
            for word in forms.split('|').filter(|word| !word.is_empty()) {
                let form = if word.ends_with("ing") && word.len() > 5 {
                    Form::Gerund
                } else {
                    form
                };
                let readings = self.readings_of(word);
                if !readings.contains(&(number, form)) {
                    readings.push((number, form));
                }
            }
        }
        let particle = row.particle.split(' ').filter(|word| !word.is_empty());
        self.all.push(Verb {
            lemma: row.lemma.clone(),
            class: row.class.clone(),
            particle: particle.map(str::to_owned).collect(),
            frames: Frames::read(&row.frames),
            object: match &*row.object {
                "content" => Object::Content,
                "finite" => Object::Finite,
                "reaction" => Object::Reaction,
                "weak" => Object::Weak,
                _ => Object::None,
            },
            doubtful: Doubt {
                noun: row.ambiguous.contains("noun"),
                sense: row.ambiguous.contains("sense"),
            },
            counts: row.counts,
        });
    }

    fn readings_of(&mut self, word: &str) -> &mut Readings {
        let next = ReadingsId(u16::try_from(self.readings.len()).expect("fewer than 2^16 forms"));
        let number = *self.forms.entry_ref(word).or_insert(next);
        if number == next {
            self.readings.push(Readings::new());
        }
        &mut self.readings[usize::from(number.0)]
    }

    pub(super) fn verb(&self, number: u16) -> &Verb {
        &self.all[usize::from(number)]
    }

    /// All forms.
    pub(super) fn forms(&self) -> impl Iterator<Item = &str> {
        self.forms.keys().map(String::as_str)
    }

    /// What a word in small letters may be a form of.
    pub(super) fn readings(&self, word: &str) -> ReadingsId {
        self.forms.get(word).copied().unwrap_or_default()
    }

    pub(super) fn listed(&self, readings: ReadingsId) -> &[(u16, Form)] {
        &self.readings[usize::from(readings.0)]
    }
}
