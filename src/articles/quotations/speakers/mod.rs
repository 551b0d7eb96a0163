//! Speakers: the sources of an article brought together, each under its full name.
//!
//! First the cast is met: all names, those of one bearer together, with what the text says beside them
//! (`cast.rs`, `naming.rs`). Then the article is gone through in its order: every mention and every speaker
//! is noted (`stage.rs`), and a source without a name is looked for among them, a description by its noun,
//! origin and modifiers (`roles.rs`, `description.rs`), a pronoun by gender, number and place
//! (`pronouns.rs`), the label of a turn by the header (`labels.rs`). What leads to nobody stays a description
//! in the words of the article; a pronoun that leads to nobody has no speaker.

mod barred;
mod bearers;
mod called;
mod cast;
mod charged;
mod companies;
mod contrary;
mod copula;
mod couples;
mod description;
mod echo;
mod entity;
mod extent;
mod fitting;
mod forms;
mod generations;
mod headline;
mod heard;
mod how;
mod introduced;
mod joined;
mod labels;
mod leads;
mod meeting;
mod ministries;
mod named;
pub(super) mod naming;
mod networks;
mod nominated;
pub(super) mod nouns;
mod numbers;
mod offices;
mod owners;
mod pairs;
pub(super) mod places;
mod pronouns;
mod ranks;
mod revealed;
mod roles;
mod several;
mod shares;
mod shown;
mod some;
mod sources;
mod stage;
mod surnamed;
mod things;
mod two_bodies;
mod votes;
mod written;

use std::ops::Range;

use foldhash::fast::FixedState;
use hashbrown::HashMap;

use super::find::{Found, Record};
use super::lexicon::{Class, class_in_small};
use super::names::{Mention, Mentioned, Standing};
use super::turns::Turns;
use super::words::Told;
use super::{Quotation, QuotationKind, Rule, Speaker};
use crate::articles::zones::Zone;
use crate::text::in_small;
use echo::said;
pub use how::How;
use labels::Labels;
use pronouns::Around;
use stage::Stage;

/// Who speaks in a record, and how that is known.
type Answer = Option<(usize, How)>;

/// Gives every record its speaker.
pub(super) fn resolve(
    told: Told<'_>,
    zones: &[Zone],
    turns: &Turns,
    found: &mut Found,
) -> Vec<Speaker> {
    let text = told.text;
    let mut mentions = std::mem::take(&mut found.names);
    if turns.any() {
        labels::introduce(told, zones, &mut mentions);
    }
    mentions.sort_by_key(Mention::order);
    for mention in &mut mentions {
        named::without_staff(text, mention);
    }
    let mut stage = Stage::new(text, zones, mentions);
    stage.vote(&found.records);
    stage.vote_by_possessives();
    let mut labels = if turns.any() {
        Labels::read(turns, zones, &mut stage)
    } else {
        Labels::default()
    };
    for record in &found.records {
        labels.note(&record.quotation);
    }
    let mut play = Play {
        sources: sources(&found.records),
        contents: contents(&found.records),
        begins: begins(&found.records),
        said: said(text, &found.records),
        answers: vec![None; found.records.len()],
        settled: vec![false; found.records.len()],
        played: 0,
        stage,
        labels,
    };
    let mut order: Vec<usize> = (0..found.records.len()).collect();
    order.sort_by_key(|record| (place(&found.records[*record]), *record));
    for number in order {
        play.until(place(&found.records[number]));
        play.settle(number, &found.records, 0);
    }
    for number in 0..found.records.len() {
        if let Some(echo) = play.echo(number, &found.records) {
            let known = play.answers[echo];
            play.answers[number] = known.map(|(speaker, _)| (speaker, How::Continued));
        }
    }
    play.introduce(&found.records);
    play.join_headlines(&found.records);
    leave(&play, &mut found.records)
}

fn place(record: &Record) -> usize {
    let quotation = &record.quotation;
    let source = quotation.source.as_ref().or(quotation.cue.as_ref());
    source
        .or(quotation.content.first())
        .map_or(0, |span| span.start)
}

/// The sources in their order, each with its record.
fn sources(records: &[Record]) -> Vec<(Range<usize>, usize)> {
    let numbered = records.iter().enumerate();
    let mut sources: Vec<(Range<usize>, usize)> = numbered
        .filter_map(|(number, record)| Some((record.quotation.source.clone()?, number)))
        .collect();
    sources.sort_by_key(|(span, number)| (span.start, span.end, *number));
    sources
}

fn begins(records: &[Record]) -> Vec<usize> {
    let first = |record: &Record| {
        record
            .quotation
            .content
            .first()
            .map_or(usize::MAX, |span| span.start)
    };
    records.iter().map(first).collect()
}

/// The contents in their order, each with its record.
fn contents(records: &[Record]) -> Vec<(Range<usize>, usize)> {
    let mut contents: Vec<(Range<usize>, usize)> = records
        .iter()
        .enumerate()
        .flat_map(|(number, record)| {
            let spans = record.quotation.content.iter();
            spans.map(move |span| (span.clone(), number))
        })
        .collect();
    contents.sort_by_key(|(span, number)| (span.start, usize::MAX - span.end, *number));
    contents
}

/// How deep records within records are followed.
const DEEPEST: usize = 8;
/// How many contents are looked at for the one around a place.
const AROUND: usize = 24;

struct Play<'t> {
    stage: Stage<'t>,
    labels: Labels,
    sources: Vec<(Range<usize>, usize)>,
    contents: Vec<(Range<usize>, usize)>,
    /// Where the content of each record begins.
    begins: Vec<usize>,
    answers: Vec<Answer>,
    said: HashMap<String, usize, FixedState>,
    settled: Vec<bool>,
    /// How many mentions have been gone through.
    played: usize,
}

impl Play<'_> {
    /// Goes through the mentions before a place.
    fn until(&mut self, at: usize) {
        while let Some(mention) = self.stage.mentions.get(self.played) {
            if mention.span.start >= at {
                return;
            }
            let number = self.played;
            self.played += 1;
            self.hear(number);
        }
    }

    fn hear(&mut self, number: usize) {
        let mention = &self.stage.mentions[number];
        let (kind, span, standing) = (mention.kind, mention.span.clone(), mention.standing);
        // `her lawyers` may go on with whose campaign has spoken.
        let owns = {
            let rest = &self.stage.cast.text[span.end..];
            rest.starts_with("'s") || rest.starts_with("’s")
        };
        if mention.depth > 0 {
            return;
        }
        self.learn_owner(number);
        if let Some(source) = self.source_around(&span).filter(|_| !owns) {
            self.hear_within(number, source);
            return;
        }
        let described = kind == Mentioned::Description;
        if described && self.stage.is_told(&span) {
            return;
        }
        // What is said about somebody within a report makes them less of a subject.
        let standing = if self
            .around(span.start, None)
            .is_some_and(|(_, record)| !self.labels.is_turn(record))
        {
            standing.min(Standing::Object)
        } else {
            standing
        };
        let text = self.stage.cast.text;
        let entity = match kind {
            Mentioned::Name | Mentioned::Body => {
                let who = self.stage.who[number];
                if let Some(entity) = who {
                    self.stage.learn_behind(entity, span.end);
                }
                who
            }
            Mentioned::Pronoun => {
                let around = self.around_of(span.start, None);
                let ahead = self.stage.named_after_clause(number);
                let meant = ahead.or_else(|| {
                    self.stage
                        .pronoun(&text[span.clone()], span.start, around.as_ref())
                        .map(|found| found.0)
                });
                if let Some(entity) = meant {
                    self.stage.learn_behind(entity, span.end);
                }
                meant
            }
            Mentioned::Description => {
                let phrase = self.stage.description(span.clone());
                let named = self.stage.named_behind_being(&span);
                if let Some(named) = named.or_else(|| self.stage.called_behind(&span)) {
                    self.stage.cast.all[named].learn(&phrase.bare);
                    self.stage.index(named);
                    Some(named)
                } else {
                    // `Vell said the mayor had left` is of another than Vell.
                    let teller = self.around_of(span.start, None);
                    let teller = teller.filter(|around| !around.marks);
                    self.stage
                        .barred
                        .extend(teller.and_then(|teller| teller.speaker));
                    let meant = self.stage.meant(&phrase, span.start).map(|found| found.0);
                    self.stage.barred.clear();
                    Some(meant.unwrap_or_else(|| self.stage.describe(&phrase, span.start)))
                }
            }
        };
        if let Some(entity) = entity {
            self.stage.who[number] = Some(entity);
            self.stage.note(entity, span.start, standing, false);
        }
        if kind == Mentioned::Name
            && let Some(group) = self.stage.listed_as_one(number)
        {
            self.stage.note(group, span.start, standing, false);
        }
    }

    fn is_source(&self, span: &Range<usize>) -> bool {
        self.source_around(span).is_some()
    }

    /// The number of a source around a place.
    fn source_around(&self, span: &Range<usize>) -> Option<usize> {
        let end = self
            .sources
            .partition_point(|(source, _)| source.start <= span.start);
        let mut near = (0..end).rev().take(4);
        near.find(|number| span.start < self.sources[*number].0.end)
    }

    /// The innermost content around a place, of another record than this.
    fn around(&self, at: usize, own: Option<usize>) -> Option<(Range<usize>, usize)> {
        let end = self.contents.partition_point(|(span, _)| span.start <= at);
        let near = self.contents[..end].iter().rev().take(AROUND);
        near.into_iter()
            .find(|(span, record)| at < span.end && Some(*record) != own)
            .cloned()
    }

    fn around_of(&self, at: usize, own: Option<usize>) -> Option<Around> {
        let (mut content, record) = self.around(at, own)?;
        // What their speaker interrupts is one with what comes before.
        if !self.labels.is_turn(record) {
            content.start = self.begins[record].min(content.start);
        }
        Some(Around {
            speaker: self.answers[record].map(|(speaker, _)| speaker),
            marks: self.labels.is_direct(record),
            turn: self.labels.is_turn(record),
            content,
        })
    }

    /// Finds the speaker of a record.
    fn settle(&mut self, number: usize, records: &[Record], depth: usize) {
        if self.settled[number] || depth > DEEPEST {
            return;
        }
        self.settled[number] = true;
        let record = &records[number];
        let at = place(record);
        let outer = self.around(at, Some(number)).map(|(_, outer)| outer);
        for other in outer.into_iter().chain(record.like) {
            self.settle(other, records, depth + 1);
        }
        let mut around = self.around_of(at, Some(number));
        if let Some(around) = &mut around {
            around.marks |= record.within.is_some();
        }
        let quotation = &record.quotation;
        let text = self.stage.cast.text;
        // Whoever says the same elsewhere is known at the end only.
        if self.echo(number, records).is_some() {
            return;
        }
        let answer = match (&quotation.source, &record.named, record.like) {
            (Some(label), ..) if quotation.rule == Rule::Turn => {
                self.labels
                    .answer(&mut self.stage, &text[label.clone()], quotation)
            }
            (Some(source), ..) => {
                let cue = quotation.cue.as_ref().map(|cue| cue.start);
                self.stage.bar(quotation);
                let ahead = self.by_own_account(quotation);
                ahead
                    .or_else(|| self.stage.source(source, cue, around.as_ref()))
                    .or_else(|| self.of_itself(quotation))
            }
            (None, _, Some(like)) => self.answers[like].map(|(speaker, how)| {
                let how = if quotation.rule == Rule::MarksAlone {
                    How::Continued
                } else {
                    how
                };
                (speaker, how)
            }),
            (None, Some(named), None) => self
                .told_as(named, &records[..number])
                .or_else(|| self.stage.source(named, None, around.as_ref()))
                .map(|(speaker, _)| (speaker, How::Continued)),
            (None, None, None) => self.subject(quotation),
        };
        self.stage.barred.clear();
        self.answers[number] = answer;
        if let (Some(source), Some((_, How::Described))) = (&quotation.source, answer) {
            self.stage.note_served(source);
        }
        let narrated = around.as_ref().is_none_or(|around| !around.marks);
        // `I asked Vell whether it was late. She laughed`
        if narrated
            && matches!(answer, None | Some((_, How::First)))
            && let (_, Some(asked)) = self.asks(quotation)
        {
            self.stage.note(asked, at, Standing::Subject, false);
        }
        if let Some((speaker, _)) = answer {
            let outside = narrated && !matches!(answer, Some((_, How::First)));
            if outside || quotation.rule == Rule::Turn {
                let end = quotation
                    .content
                    .last()
                    .map_or(at, |span| span.start.max(at));
                let (asks, asked) = self.asks(quotation);
                let teller = around.as_ref().and_then(|around| around.speaker);
                let nested = teller.is_some_and(|teller| {
                    teller != speaker && self.stage.cast.all[teller].may_be_person()
                });
                let aside = nested && outside || self.is_told_in_passing(quotation);
                let standing = match (asks, aside) {
                    (true, _) => Standing::Aside,
                    (false, true) => Standing::Object,
                    (false, false) => Standing::Subject,
                };
                self.stage
                    .note_up_to(speaker, at..end, standing, !asks && !aside);
                if let Some(asked) = asked {
                    self.stage
                        .note_up_to(asked, at..end, Standing::Subject, false);
                }
                self.stage.cast.all[speaker].speaks |= aside;
            } else {
                self.stage.cast.all[speaker].speaks = true;
            }
        }
    }
}

impl Play<'_> {
    /// Whether somebody is asked, and who, if a person: `A reporter asked Ida Vell what she would do. "Sleep," she said`,
    /// `Orr asked whether Ida Vell would go. She said no`.
    fn asks(&self, quotation: &Quotation) -> (bool, Option<usize>) {
        let (stage, indirect) = (&self.stage, quotation.kind == QuotationKind::Indirect);
        let cue = quotation.cue.as_ref().filter(|_| indirect);
        let Some(cue) = cue.filter(|cue| stage.cast.text[cue.start..].starts_with("asked")) else {
            return (false, None);
        };
        let told = cue.end..quotation.content.first().map_or(cue.end, |span| span.start);
        let asked = stage
            .person_named_in(&told)
            .or_else(|| stage.named_at(told.end));
        (asked.is_some() || stage.names_in(&told), asked)
    }

    /// Who is named behind `By his own account,`.
    fn by_own_account(&self, quotation: &Quotation) -> Answer {
        let (source, cue) = (quotation.source.as_ref()?, quotation.cue.as_ref()?);
        let between = self.stage.cast.text.get(source.end..cue.start)?;
        if between.trim() != "own" {
            return None;
        }
        let next = self.stage.mentions_before(cue.end);
        let mention = self.stage.mentions.get(next)?;
        let sentence = self.stage.sentence(cue.start) == self.stage.sentence(mention.span.start);
        let named = mention.kind == Mentioned::Name && mention.standing == Standing::Subject;
        let entity = self.stage.who[next].filter(|_| named && sentence)?;
        Some((entity, How::PronounUnsure))
    }

    /// The body of which a clause is that "it said", where there is none besides: `The port raised its fees, it said`.
    fn of_itself(&mut self, quotation: &Quotation) -> Answer {
        let (source, content) = (quotation.source.as_ref()?, quotation.content.first()?);
        let word = in_small(&self.stage.cast.text[source.clone()]);
        let thing = quotation.rule == Rule::ClauseThenCue && matches!(word.as_ref(), "it" | "they");
        if !thing || content.end > source.start {
            return None;
        }
        self.stage.barred.clear();
        self.stage.pronoun(&word, source.start, None)
    }

    /// Who a source has turned out to be in the records before.
    fn told_as(&self, source: &Range<usize>, before: &[Record]) -> Answer {
        let mut near = before.iter().zip(&self.answers).rev().take(IN_SENTENCE);
        near.find(|(record, _)| record.quotation.source.as_ref() == Some(source))
            .and_then(|(_, answer)| *answer)
    }

    /// Of whom the clause is in which a cue without a source stands.
    fn subject(&self, quotation: &Quotation) -> Answer {
        let cue = quotation.cue.as_ref()?;
        let text = self.stage.cast.text;
        let before = text[..cue.start].trim_end();
        let last = before.rsplit(char::is_whitespace).next()?;
        // `is said to dislike it` tells nobody, nor does `the court heard`.
        if class_in_small(last).is(Class::BE) || &text[cue.clone()] == "heard" {
            return None;
        }
        let end = self.stage.mentions_before(cue.start);
        let near = self.stage.mentions[..end]
            .iter()
            .enumerate()
            .rev()
            .take(IN_SENTENCE);
        let sentence = self.stage.mentions[..end].last()?.sentence;
        near.take_while(|(_, mention)| mention.sentence == sentence)
            .filter(|(_, mention)| mention.depth == 0 && mention.standing == Standing::Subject)
            .find_map(|(number, _)| self.stage.who[number])
            .map(|entity| (entity, How::Continued))
    }
}

/// How many mentions of a sentence are looked at for its subject.
const IN_SENTENCE: usize = 12;

/// Numbers the speakers in the order in which they first speak, and says so in the records.
fn leave(play: &Play<'_>, records: &mut [Record]) -> Vec<Speaker> {
    let cast = &play.stage.cast;
    let mut numbers = vec![None; cast.all.len()];
    let mut speakers: Vec<Speaker> = Vec::new();
    let mut order: Vec<usize> = (0..records.len()).collect();
    order.sort_by_key(|record| place(&records[*record]));
    for record in order {
        let Some((entity, how)) = play.answers[record] else {
            continue;
        };
        let (entity, how) = cast.all[entity]
            .alias
            .map_or((entity, how), |alias| (alias, How::Ahead));
        let number = *numbers[entity].get_or_insert_with(|| {
            let one = &cast.all[entity];
            speakers.push(Speaker {
                name: one.shown(),
                role: one.role.clone(),
                mentions: one.mentions,
            });
            speakers.len() - 1
        });
        records[record].quotation.speaker = Some(number);
        records[record].quotation.how = Some(how);
    }
    speakers
}
