//! Voices of lines: the quotation that a node stands in, who speaks there, or that nobody does.

use std::collections::{BTreeSet, HashMap};

use super::columns::Column;
use super::walk::{LineAt, map_lines};
use crate::analysis::Concordance;
use crate::analysis::voice_counts::OF_VOICE;
use crate::corpus::{Position, Utterance};
use crate::error::Result;
use crate::task::Task;
use crate::text::folded;

/// What can be told of whose words a line is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum VoiceOf {
    /// The kind of quotation, or narration.
    Kind,
    /// Who speaks.
    Speaker,
    /// The reporting verb.
    Verb,
    /// Its class.
    VerbClass,
}

impl VoiceOf {
    /// All of them, by the names that users know.
    const NAMED: [(&'static str, Self); 4] = [
        ("speaker", Self::Speaker),
        ("voice", Self::Kind),
        ("verb", Self::Verb),
        ("verb_class", Self::VerbClass),
    ];

    /// The names that users know.
    pub(super) fn names() -> [&'static str; 4] {
        Self::NAMED.map(|(name, _)| name)
    }

    /// What a name asks for that no metadata can have: `voice:speaker` is who speaks, whatever column is called
    /// `speaker`.
    pub(super) fn from_own_name(name: &str) -> Option<Self> {
        Self::from_name(name.strip_prefix(OF_VOICE)?)
    }

    /// What a name asks for.
    pub(super) fn from_name(name: &str) -> Option<Self> {
        let mut named = Self::NAMED.into_iter();
        named.find(|(known, _)| *known == name).map(|(_, of)| of)
    }

    /// What is told of a quotation, or of where there is none.
    pub(super) fn told(self, utterance: Option<Utterance<'_>>) -> Option<String> {
        match self {
            Self::Kind => Some(
                utterance
                    .map_or("narration", |one| one.kind.name())
                    .to_owned(),
            ),
            Self::Speaker => utterance?.speaker.map(str::to_owned),
            Self::Verb => utterance?.verb.map(str::to_owned),
            Self::VerbClass => utterance?.class.map(str::to_owned),
        }
    }
}

impl Concordance {
    /// Finds the quotations that [`utterance`] looks up.
    pub(super) fn prepare_utterances(&self, task: &Task) -> Result<()> {
        for part in self.scope().corpus().parts() {
            part.utterances(task)?;
        }
        Ok(())
    }

    /// What is told of the voice of each line.
    pub(super) fn voices(&self, of: VoiceOf, task: &Task) -> Result<Vec<Option<String>>> {
        self.prepare_utterances(task)?;
        map_lines(self, task, |line| of.told(utterance(line)))
    }

    /// The content of the quotation that each line stands in, as the source has it.
    pub(super) fn quotations(&self, task: &Task) -> Result<Vec<Option<String>>> {
        self.prepare_utterances(task)?;
        let contents = map_lines(self, task, |line| {
            let utterance = utterance(line)?;
            let document = line.part.document_at(Position::new(line.first));
            let source = line.part.source(document);
            let pieces = utterance.content().map(|bytes| {
                let piece = source.excerpt(bytes)?;
                Ok(folded(piece))
            });
            Some(
                pieces
                    .collect::<Result<Vec<_>>>()
                    .map(|pieces| pieces.join(" ")),
            )
        })?;
        contents.into_iter().map(Option::transpose).collect()
    }

    /// The order of lines by their voice: by the letters of what is told, what is not told last.
    pub(super) fn voice_column(
        &self,
        of: VoiceOf,
        descending: bool,
        task: &Task,
    ) -> Result<Column> {
        let told = self.voices(of, task)?;
        let names: BTreeSet<&str> = told.iter().flatten().map(String::as_str).collect();
        let mut names: Vec<&str> = names.into_iter().collect();
        if descending {
            names.reverse();
        }
        let places: HashMap<&str, u32> = names.iter().copied().zip(0..).collect();
        let last = u32::try_from(names.len()).expect("fewer names than lines");
        let mut numbers = vec![0; self.n_spans()];
        for (line, name) in told.iter().enumerate() {
            let number = name.as_ref().map_or(last, |name| places[name.as_str()]);
            numbers[self.span_number(line) as usize] = number;
        }
        Ok(Column::of_spans(numbers))
    }
}

/// The innermost quotation in which the node of a line stands, of those that were found before.
pub(super) fn utterance<'c>(line: &LineAt<'c>) -> Option<Utterance<'c>> {
    let utterances = line.part.utterances(&Task::new()).expect("found before");
    utterances.around(Position::new(line.first), Position::new(line.behind))
}
