//! Groups of lines: how many there are of each node, slot, zone or value, and in how many documents.

use arrow_array::ArrayRef;
use serde_json::{Value as Json, json};

use super::columns::{Column, NODE_WORDS, Place, Words};
use super::slots::{Reading, Slot};
use super::sorting::{Runs, sorted};
use super::voices::VoiceOf;
use crate::analysis::Concordance;
use crate::corpus::{Corpus, DocId, Position, TypeId};
use crate::error::{Error, Result};
use crate::table::{self, Table};
use crate::task::Task;
use crate::text::{normal_form, without_diacritics};

/// How many groups one worker takes at a time.
const GROUPS_A_PART: usize = 1 << 10;

/// What stands for a token without a value beside one that has one.
const NO_VALUE: &str = "_";

type Columns = Vec<(String, ArrayRef)>;

/// What lines are grouped by.
enum Kind {
    Slot(Reading),
    Zone,
    Voice(VoiceOf),
    /// A metadata column, `document`, or periods.
    Metadata,
}

/// Lines that have everything in common that they are grouped by.
struct Group {
    /// The first of them, in the order of the text.
    span: u32,
    lines: u64,
    documents: u64,
}

impl Concordance {
    /// How many lines there are of each node (`node`), word beside it (`L1`, `R1`), `zone`,
    /// `speaker`, `voice`, `document`, metadata value or period, or of each combination.
    ///
    /// Columns: what they are grouped by, `frequency` (lines), `percent` (of all lines) and
    /// `documents`; by frequency descending, then by the columns in order.
    pub fn group(&self, by: &[String], case_sensitive: bool, task: &Task) -> Result<Table> {
        let kinds = kinds(self, by)?;
        let (groups, mut columns) = self.grouped(by, &kinds, case_sensitive, task)?;
        columns.extend(self.figures(&groups));
        let parameters = json!({ "by": by, "case_sensitive": case_sensitive });
        self.group_table("group", &parameters, columns)
    }

    /// How many lines have each sequence of words at some slots.
    ///
    /// Columns: `pattern` (the words with a space between them, as they stand in the line), the
    /// slots, `frequency` (lines), `percent` (of all lines) and `documents`; by frequency
    /// descending, then by the slots in order.
    pub fn patterns(&self, slots: &[String], case_sensitive: bool, task: &Task) -> Result<Table> {
        let parsed = Reading::parse_all(slots, self.scope().corpus())?;
        let kinds: Vec<Kind> = parsed.iter().copied().map(Kind::Slot).collect();
        let (groups, mut columns) = self.grouped(slots, &kinds, case_sensitive, task)?;
        let mut in_line = parsed;
        in_line.sort_by_key(|reading| reading.slot.place());
        let pattern = of_each(&groups, task, |span| {
            let words = in_line
                .iter()
                .filter_map(|slot| self.words(span, *slot, case_sensitive));
            words.collect::<Vec<_>>().join(" ")
        })?;
        columns.insert(0, ("pattern".into(), table::strings(pattern)));
        columns.extend(self.figures(&groups));
        let parameters = json!({ "slots": slots, "case_sensitive": case_sensitive });
        self.group_table("patterns", &parameters, columns)
    }

    fn group_table(&self, step: &str, parameters: &Json, columns: Columns) -> Result<Table> {
        let names: Vec<&str> = columns.iter().map(|(name, _)| name.as_str()).collect();
        table::check_names(&names)?;
        let mut manifest = self.manifest_after(step, parameters, columns[0].1.len());
        manifest.insert("lines".into(), json!(self.len()));
        Ok(Table::new(columns, manifest))
    }

    /// The groups, the largest first, and what each of them has in common.
    fn grouped(
        &self,
        names: &[String],
        kinds: &[Kind],
        case_sensitive: bool,
        task: &Task,
    ) -> Result<(Vec<Group>, Columns)> {
        let corpus = self.scope().corpus();
        let mut columns = Vec::new();
        for (name, kind) in names.iter().zip(kinds) {
            match kind {
                Kind::Slot(Reading { slot, layer }) => {
                    let places = Place::of(*slot, self);
                    let words = match layer {
                        Some(layer) => Words::by_value(self, *layer, task, value_order)?,
                        None if case_sensitive => Words::by_key(self, &places, alphabetical, task)?,
                        None => Words::Alphabet,
                    };
                    let column = |place: Place| Column::word(corpus, place, words.clone());
                    columns.extend(places.into_iter().map(column));
                }
                Kind::Zone => columns.push(Column::zone()),
                Kind::Voice(of) => columns.push(self.voice_column(*of, false, task)?),
                Kind::Metadata => columns.push(Column::metadata(self, name, false)?),
            }
        }
        let groups = self.groups(&sorted(self, &columns, task)?.runs(), task)?;
        let label = |(name, kind): (&String, &Kind)| {
            Ok((
                name.clone(),
                self.label(name, kind, &groups, case_sensitive, task)?,
            ))
        };
        let labels = names.iter().zip(kinds).map(label).collect::<Result<_>>()?;
        Ok((groups, labels))
    }

    fn groups(&self, runs: &Runs, task: &Task) -> Result<Vec<Group>> {
        let runs: Vec<&[u32]> = runs.iter().collect();
        let parts = task.map(
            runs.chunks(GROUPS_A_PART).collect(),
            |runs: &[&[u32]]| {
                let group = |run: &&[u32]| {
                    task.check()?;
                    let mut documents: Vec<DocId> =
                        run.iter().map(|span| self.document_of(*span)).collect();
                    documents.dedup();
                    Ok(Group {
                        span: run[0],
                        lines: run.len() as u64,
                        documents: documents.len() as u64,
                    })
                };
                runs.iter().map(group).collect::<Result<Vec<_>>>()
            },
        )?;
        let mut groups: Vec<Group> = parts.into_iter().flatten().collect();
        // Stable: groups of one size stay in the order of the columns.
        groups.sort_by_key(|group| std::cmp::Reverse(group.lines));
        Ok(groups)
    }

    fn label(
        &self,
        name: &str,
        kind: &Kind,
        groups: &[Group],
        case_sensitive: bool,
        task: &Task,
    ) -> Result<ArrayRef> {
        let corpus = self.scope().corpus();
        Ok(match kind {
            Kind::Slot(slot) => table::optional_strings(of_each(groups, task, |span| {
                self.words(span, *slot, case_sensitive)
            })?),
            Kind::Zone => table::strings(groups.iter().map(|group| {
                let (first, _) = self.match_of(group.span);
                corpus.zone_at(first).0.name()
            })),
            Kind::Voice(of) => table::optional_strings(of_each(groups, task, |span| {
                let (first, behind) = self.match_of(span);
                let part = corpus.part_at(first);
                let utterances = part.utterances(&Task::new()).expect("found before");
                of.told(utterances.around(first, behind))
            })?),
            Kind::Metadata => {
                let documents = groups.iter().map(|group| self.document_of(group.span));
                let numbers: Vec<_> = documents.map(DocId::number).collect();
                corpus.grouping(name)?.values_of(&numbers)?
            }
        })
    }

    /// The words of a match at a slot, or the values of a layer, if it has any there.
    fn words(&self, span: u32, reading: Reading, case_sensitive: bool) -> Option<String> {
        let Reading { slot, layer } = reading;
        let vocabulary = self.scope().corpus().vocabulary();
        let (first, behind) = self.match_of(span);
        let part = self.scope().corpus().part_at(first);
        let zone = self.stretch(part, first, &mut 0);
        let node = (first.number(), behind.number());
        let length = (node.1 - node.0).min(NODE_WORDS);
        let positions: Vec<u32> = match slot {
            Slot::Node => (node.0..node.0 + length).collect(),
            Slot::Left(distance) => Place::Left(distance)
                .position(node, &zone)
                .into_iter()
                .collect(),
            Slot::Right(distance) => Place::Right(distance)
                .position(node, &zone)
                .into_iter()
                .collect(),
        };
        if let Some(layer) = layer {
            let layers = self.scope().corpus().layers();
            let value =
                |position: u32| layers[layer].value(part.value_at(layer, Position::new(position)));
            let values: Vec<Option<&str>> = positions.into_iter().map(value).collect();
            let is_there = values.iter().any(Option::is_some);
            let shown: Vec<&str> = values
                .iter()
                .map(|value| value.unwrap_or(NO_VALUE))
                .collect();
            return is_there.then(|| shown.join(" "));
        }
        let word = |position: u32| {
            let word = part.type_at(Position::new(position));
            if case_sensitive {
                vocabulary.word(word)
            } else {
                vocabulary.norms().get(vocabulary.norm_of(word).index())
            }
        };
        let mut words: Vec<&str> = positions.into_iter().map(word).collect();
        if slot == Slot::Node && node.1 - node.0 > NODE_WORDS {
            words.push("…");
        }
        (!words.is_empty()).then(|| words.join(" "))
    }

    #[expect(clippy::cast_precision_loss, reason = "counts below 2^53")]
    fn figures(&self, groups: &[Group]) -> [(String, ArrayRef); 3] {
        let all = self.len() as f64;
        let percent = |group: &Group| group.lines as f64 * 100.0 / all;
        [
            (
                "frequency".into(),
                table::counts(groups.iter().map(|group| group.lines)),
            ),
            ("percent".into(), table::scores(groups.iter().map(percent))),
            (
                "documents".into(),
                table::counts(groups.iter().map(|group| group.documents)),
            ),
        ]
    }
}

/// What `of` makes of the first match of each group.
fn of_each<T: Send>(groups: &[Group], task: &Task, of: impl Fn(u32) -> T + Sync) -> Result<Vec<T>> {
    let parts = task.map(
        groups.chunks(GROUPS_A_PART).collect(),
        |groups: &[Group]| {
            Ok(groups
                .iter()
                .map(|group| of(group.span))
                .collect::<Vec<T>>())
        },
    )?;
    Ok(parts.into_iter().flatten().collect())
}

fn kinds(lines: &Concordance, by: &[String]) -> Result<Vec<Kind>> {
    if by.is_empty() {
        let message = "by must name at least one column, as in \"R1\" or \"node\", got none";
        return Err(Error::Parameter(message.into()));
    }
    let corpus = lines.scope().corpus();
    let kind = |name: &String| {
        if let Some(reading) = Reading::parse(name, corpus) {
            return Ok(Kind::Slot(reading));
        }
        if name == "zone" {
            return Ok(Kind::Zone);
        }
        if let Some(voice) = VoiceOf::from_own_name(name) {
            return Ok(Kind::Voice(voice));
        }
        if corpus.known_grouping(name)?.is_some() {
            return Ok(Kind::Metadata);
        }
        VoiceOf::from_name(name).map(Kind::Voice).ok_or_else(|| {
            let known = ["node", "L1", "R1", "zone", "document"].into_iter();
            let known = known.chain(VoiceOf::names());
            let known = known.chain(corpus.metadata().names());
            Reading::unknown("by", name, known, corpus)
        })
    };
    by.iter().map(kind).collect()
}

/// The order of values: that of their normal forms, then their own.
fn value_order(value: &str) -> (String, String, String) {
    let norm = normal_form(value);
    let letters = without_diacritics(&norm).into_owned();
    (letters, norm.into_owned(), value.to_owned())
}

/// The order of spellings: that of their normal forms, then their own.
fn alphabetical(corpus: &Corpus, word: TypeId) -> (u32, String) {
    let vocabulary = corpus.vocabulary();
    (vocabulary.rank(word), vocabulary.word(word).to_owned())
}
