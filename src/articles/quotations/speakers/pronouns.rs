//! Pronouns: whom `she`, `it` and `they` stand for, by gender, number, place and standing.

use std::ops::Range;

use super::How;
use super::description::Description;
use super::entity::Kind;
use super::stage::{Event, Stage};
use crate::articles::quotations::names::{Mentioned, Standing};
use crate::text::{in_small, pieces};

/// The report within which a pronoun stands.
#[derive(Clone, Debug)]
pub(super) struct Around {
    pub speaker: Option<usize>,
    /// Whether within quotation marks, or a turn.
    pub marks: bool,
    pub turn: bool,
    pub content: Range<usize>,
}

/// How far ahead of the next the best must be to be taken without doubt.
const CLEAR: f32 = 0.7;
/// What it counts to be the subject of the sentence before.
const JUST: f32 = 1.8;
/// What it counts to have spoken in it, in the paragraph before.
const JUST_ABOVE: f32 = 1.6;
/// What it counts to be its subject there.
const ABOVE: f32 = 0.8;
/// What it counts to be the subject of `fired at what it said were ships`.
const WHAT: f32 = 3.0;
/// What it counts to be the subject of the sentence itself.
const SAME: f32 = 0.8;
/// What it counts to be that where the pronoun opens a clause behind it: `Orr left, although he did not say why`.
const JOINED: f32 = 2.8;
/// The same of one who is surely a person.
const JOINED_PERSON: f32 = 4.6;
/// What such a clause begins with.
const JOINTS: [&str; 5] = [" although ", " though ", " but ", " and ", " because "];
/// What it counts to be named right before the pronoun.
const BESIDE: f32 = 2.0;
/// What the gender counts at most of one who is only told by a noun.
const NOUN: f32 = 1.2;
/// The least that is taken.
const LEAST: f32 = -1.2;

/// How little somebody fits who is hardly meant by a pronoun in their own words.
const UNLIKELY: f32 = -3.0;
/// How much pronouns tell of somebody at most: less than a given name.
const LEARNT: f32 = 1.9;

/// What opens the question that somebody is asked.
const ASKED: [&str; 8] = ["whether", "if", "about", "to", "why", "how", "what", "when"];

/// How many bytes the verb has behind such a source, with the words around it.
const LONGEST_VERB: usize = 24;

/// What stands between a source without a name and whom they know.
const KNOWING: [&str; 20] = [
    " close to",
    " spoke to",
    " spoke with",
    " spoken to",
    " spoken with",
    " talked to",
    " talked with",
    " know",
    " knows",
    " met with",
    " worked for",
    " worked with",
    " works for",
    " work for",
    " loyal to",
    " aide to",
    " aides to",
    " adviser to",
    " advisers to",
    " spokesman for",
];

/// Words that open a clause before the subject of the sentence.
const FRONTED: [&str; 12] = [
    "Asked", "When", "While", "After", "Before", "As", "If", "Although", "Though", "Since",
    "Because", "Despite",
];

/// Whether a description is that of a place where people live.
fn is_of_place(name: &str) -> bool {
    let noun = name.rsplit(' ').next().unwrap_or_default();
    matches!(
        noun,
        "town" | "city" | "village" | "district" | "region" | "province" | "county"
    )
}

impl Stage<'_> {
    /// The person whom "he" or "she" stands for.
    pub(super) fn person(
        &mut self,
        woman: bool,
        at: usize,
        around: Option<&Around>,
    ) -> Option<(usize, How)> {
        if let Some(around) = around.filter(|around| around.marks)
            && let Some(found) = self.told_within(woman, at, around)
        {
            return Some((found, How::Within));
        }
        if let Some(known) = self.known_to_teller(around)
            && !self.cast.all[known].is_of_other_sex(woman, 1.5)
            && around.is_some_and(|around| self.names_nobody(&(around.content.start..at)))
        {
            return Some((known, How::PronounUnsure));
        }
        let sign = if woman { 1.0 } else { -1.0 };
        let fits = |stage: &Self, event: &Event| -> Option<f32> {
            let entity = &stage.cast.all[event.entity];
            let sure = match entity.kind {
                Kind::Person => 0.5,
                // `Twitter`
                Kind::Unknown if entity.words.len() == 1 && !entity.speaks => -2.0,
                // `Qutb Orr left. He …`
                Kind::Unknown if entity.words.len() == 2 && event.standing == Standing::Subject => {
                    -0.4
                }
                Kind::Unknown => -1.0,
                _ => return None,
            };
            let gender = entity.woman * sign;
            let gender: f32 = match gender {
                told if told >= 3.0 => 2.0,
                told if told >= 1.5 => 1.5,
                told if told > 0.0 => 0.7,
                0.0 => 0.0,
                told if told > -1.0 => -0.8,
                told if told > -1.6 => -2.5,
                told if told > -2.5 => -5.0,
                _ => return None,
            };
            // A noun tells of a man, and a name of unknown gender may all the same be nearer.
            let told = if entity.named {
                gender
            } else if entity.woman == 0.0 {
                gender - 0.7
            } else {
                gender.min(NOUN)
            };
            Some(sure + told)
        };
        let (best, score, next) = self.nearest(at, around, fits)?;
        if score < LEAST {
            return None;
        }
        let known = self.cast.all[best].woman * sign;
        // Whom somebody means within marks is seldom said outside of them.
        let marks = around.is_some_and(|around| around.marks);
        if marks && (known < 1.5 || score < 1.5) {
            return None;
        }
        let how = if marks {
            How::Within
        } else if score - next < CLEAR {
            How::PronounDoubtful
        } else if known >= 1.5 {
            How::Pronoun
        } else {
            How::PronounUnsure
        };
        let entity = &mut self.cast.all[best];
        if entity.woman.abs() < LEARNT && how != How::PronounDoubtful {
            entity.woman = (entity.woman + sign).clamp(-LEARNT, LEARNT);
        }
        Some((best, how))
    }

    /// The body, document or group that "it" or "they" stands for.
    pub(super) fn thing(
        &mut self,
        many: bool,
        at: usize,
        around: Option<&Around>,
    ) -> Option<(usize, How)> {
        if let Some(found) = around
            .and_then(|around| self.body_within(at, around))
            .filter(|_| !many)
        {
            return Some((found, How::Within));
        }
        let sentence = self.sentence(at);
        let fits = |stage: &Self, event: &Event| -> Option<f32> {
            let entity = &stage.cast.all[event.entity];
            // `The town lies on the coast. It said …` is about another.
            let kind = match entity.kind {
                Kind::Body if !entity.named && !entity.speaks && is_of_place(&entity.name) => {
                    Kind::Place
                }
                kind => kind,
            };
            let sure = match (kind, many) {
                (Kind::Body | Kind::Document, false) => 0.7,
                (Kind::Group, true) => 1.2,
                (Kind::Body, true) => 0.0,
                // `Lutonia fired at what it said were ships`
                (Kind::Place, false)
                    if event.sentence == sentence && event.standing == Standing::Subject =>
                {
                    0.7
                }
                (Kind::Place, false) => -0.8,
                (Kind::Unknown, false) => -0.2,
                // `Oban United said they would sell him`
                (Kind::Unknown, true) if entity.speaks && entity.named && entity.woman == 0.0 => {
                    -0.3
                }
                // `the Greens`
                (Kind::Unknown, true) if entity.is_many(stage.cast.text) => 0.6,
                _ => return None,
            };
            Some(sure + if entity.speaks { 0.3 } else { 0.0 })
        };
        let (best, score, next) = self.nearest(at, around, fits)?;
        let least = if many { 1.0 } else { 0.0 };
        // `“They say he is well,” said Orr` may be of anybody.
        let within = around.filter(|around| around.marks && !around.turn && many);
        if score < least || within.is_some_and(|around| !self.is_told_within(best, at, around)) {
            return None;
        }
        let how = if score - next < CLEAR {
            How::ThingDoubtful
        } else {
            How::Thing
        };
        Some((best, how))
    }

    /// A body that is a subject before within the same marks.
    fn body_within(&self, at: usize, around: &Around) -> Option<usize> {
        if !around.marks {
            return None;
        }
        let range = self.mentions_in(&(around.content.start..at));
        let from = range.start.max(range.end.saturating_sub(24));
        let bodies = (from..range.end).rev().filter(|number| {
            let mention = &self.mentions[*number];
            mention.standing == Standing::Subject
                && matches!(mention.kind, Mentioned::Name | Mentioned::Body)
        });
        let mut found = bodies.filter_map(|number| self.who[number]);
        found.find(|entity| self.cast.all[*entity].kind == Kind::Body)
    }

    /// The best of those spoken of before a place, its score and that of the next.
    fn nearest(
        &self,
        at: usize,
        around: Option<&Around>,
        fits: impl Fn(&Self, &Event) -> Option<f32>,
    ) -> Option<(usize, f32, f32)> {
        let (sentence, paragraph) = (self.sentence(at), self.paragraph(at));
        let beside = self.beside(at);
        let what = self.cast.text[..at].ends_with("what ");
        let known = self.known_to_teller(around);
        let before = &self.cast.text[..at];
        let joined = JOINTS.iter().any(|joint| before.ends_with(joint));
        let first = |event: &Event| {
            event.standing == Standing::Subject && event.sentence == sentence && !event.spoke
        };
        let mut here = self
            .recent()
            .take_while(|event| event.paragraph == paragraph);
        let opens = !here.any(|event| self.cast.all[event.entity].may_be_person());
        let mut best: Option<(usize, f32)> = None;
        let mut next = f32::MIN;
        for event in self.recent().filter(|event| event.at < at) {
            let own = around.is_some_and(|around| around.speaker == Some(event.entity));
            if own && around.is_some_and(|around| around.marks) {
                continue;
            }
            if self.barred.contains(&event.entity) {
                continue;
            }
            let Some(fit) = fits(self, event) else {
                continue;
            };
            if event.sentence == sentence && self.acts_on(event, at) {
                continue;
            }
            let entity = &self.cast.all[event.entity];
            #[expect(clippy::cast_precision_loss, reason = "small counts for a score")]
            let far = [
                (sentence - event.sentence).min(6) as f32 * 0.8,
                paragraph.saturating_sub(event.paragraph).min(4) as f32 * 0.4,
                entity.mentions.min(5) as f32 * -0.1,
            ];
            let standing = match event.standing {
                Standing::Subject if event.second => 1.4,
                Standing::Subject => 2.0,
                Standing::Object => 1.0,
                Standing::Aside => 0.3,
            };
            let spoke = if event.spoke { 1.2 } else { 0.0 };
            let told = match known {
                Some(known) => known == event.entity,
                None => own,
            };
            let within = if told && fit > UNLIKELY { 2.5 } else { 0.0 };
            let just = event.standing == Standing::Subject
                && !event.second
                && event.sentence + 1 == sentence;
            let just = match just {
                _ if what && first(event) => WHAT,
                true if event.paragraph == paragraph => JUST,
                true if event.spoke && opens => JUST_ABOVE,
                true if opens => ABOVE,
                _ => 0.0,
            };
            let same = if first(event) && !event.second {
                SAME
            } else {
                0.0
            };
            let main =
                event.standing == Standing::Subject && event.sentence == sentence && !event.second;
            let same = match entity.kind {
                _ if !joined || !main || self.is_owned_by_pronoun(event.at) => same,
                Kind::Person => JOINED_PERSON,
                _ => JOINED,
            };
            let beside = if beside == Some(event.at) {
                BESIDE
            } else {
                0.0
            };
            let score =
                fit + standing + spoke + within + just + same + beside - far.iter().sum::<f32>();
            match best {
                Some((entity, known)) if entity == event.entity => {
                    best = Some((entity, known.max(score)));
                }
                Some((_, known)) if known >= score => next = next.max(score),
                _ => {
                    next = best.map_or(next, |(_, known)| next.max(known));
                    best = Some((event.entity, score));
                }
            }
        }
        best.map(|(entity, score)| (entity, score, next))
    }

    /// Whether somebody only does what a sentence opens with, of which its subject is the object: `Pressed by Ida Vell,
    /// he`.
    fn acts_on(&self, event: &Event, at: usize) -> bool {
        let start = event.sentence.checked_sub(1);
        let words = start
            .and_then(|number| self.cast.text.get(*self.sentences.get(number)?..event.at))
            .unwrap_or_default();
        let mut words = pieces(words);
        if !words.next().is_some_and(|first| first.ends_with("ed")) {
            return false;
        }
        // `Asked repeatedly by`
        if !words.by_ref().take(2).any(|word| word == "by") {
            return false;
        }
        // `Asked by the chair, Ida Vell, he`
        let apposed = self.cast.text[..at].trim_end().ends_with(',');
        let words: Vec<&str> = words.collect();
        let last = words.len() - usize::from(apposed && !words.is_empty());
        let opens = |word: &&str| ASKED.contains(word);
        let closes = |word: &&str| word.ends_with(',');
        !words.iter().any(opens) && !words[..last].iter().any(closes)
    }

    /// Whether somebody is told by whose they are, which is whom a pronoun may stand for: `His brother had died, and he said`.
    fn is_owned_by_pronoun(&self, at: usize) -> bool {
        let words = &self.cast.text[at..];
        let owners = ["His ", "his ", "Her ", "her "];
        owners.iter().any(|owner| words.starts_with(owner))
    }

    /// Whether nobody is spoken of within a range.
    fn names_nobody(&self, range: &Range<usize>) -> bool {
        self.mentions_in(range).all(|number| {
            self.mentions[number].standing != Standing::Subject || self.who[number].is_none()
        })
    }

    /// Whom a source without a name knows and tells of: `Two people close to Ida Vell said she`.
    fn known_to_teller(&self, around: Option<&Around>) -> Option<usize> {
        let around = around.filter(|around| !around.marks)?;
        if self.cast.all[around.speaker?].named {
            return None;
        }
        let number = self.mentions_before(around.content.start).checked_sub(1)?;
        let mention = &self.mentions[number];
        let text = self.cast.text;
        let verb = text.get(mention.span.end..around.content.start)?;
        let before = text[mention.sentence..mention.begin().max(mention.sentence)].trim_end();
        let near = verb.len() <= LONGEST_VERB && !verb.contains([',', '.']);
        let joins = KNOWING.iter().any(|joint| before.ends_with(joint));
        let named = mention.kind == Mentioned::Name && near && joins;
        self.who[number].filter(|who| named && self.cast.all[*who].may_be_person())
    }

    /// The subject behind a clause in which a pronoun stands: `Asked whether he would go, Orr laughed`.
    pub(super) fn named_after_clause(&self, pronoun: usize) -> Option<usize> {
        let mention = &self.mentions[pronoun];
        let text = self.cast.text;
        let first = text[mention.sentence..mention.span.start]
            .split_whitespace()
            .next()?;
        if !FRONTED.contains(&first) {
            return None;
        }
        let woman = match in_small(&text[mention.span.clone()]).as_ref() {
            "he" => false,
            "she" => true,
            _ => return None,
        };
        let behind = self.mentions[pronoun + 1..]
            .iter()
            .zip(&self.who[pronoun + 1..]);
        let (named, who) = behind
            .take(4)
            .take_while(|(next, _)| next.sentence == mention.sentence)
            .find(|(next, _)| next.kind == Mentioned::Name && next.depth == 0)?;
        let comma = text[mention.span.end..named.span.start].contains(',');
        let entity = who.filter(|_| comma && named.standing == Standing::Subject)?;
        let known = &self.cast.all[entity];
        (known.may_be_person() && !known.is_of_other_sex(woman, 1.0)).then_some(entity)
    }

    /// Who is named right before a comma and a pronoun: `When I asked her aide, Tara Vell, she said`.
    fn beside(&self, at: usize) -> Option<usize> {
        let mention = self.mentions[..self.mentions_before(at)].last()?;
        let between = self.cast.text.get(mention.span.end..at)?;
        let named = mention.kind == Mentioned::Name && mention.depth == 0;
        (named && between.trim_end() == ",").then_some(mention.span.start)
    }

    /// Whether the same words within marks speak of somebody before a place.
    fn is_told_within(&self, entity: usize, at: usize, around: &Around) -> bool {
        self.mentions_in(&(around.content.start..at))
            .any(|number| self.who[number] == Some(entity))
    }

    /// Somebody of whom the same words within marks speak before.
    fn told_within(&mut self, woman: bool, at: usize, around: &Around) -> Option<usize> {
        let range = self.mentions_in(&(around.content.start..at));
        let from = range.start.max(range.end.saturating_sub(24));
        let own = self.mentions.get(range.end);
        let own = own.filter(|mention| mention.span.start == at);
        let depth = own.map_or(0, |mention| mention.depth);
        for number in (from..range.end).rev() {
            let mention = &self.mentions[number];
            // `“He is late,” a friend said. “He never calls.”` tells nothing of the friend.
            if mention.depth < depth {
                continue;
            }
            let entity = match (mention.kind, self.who[number]) {
                (Mentioned::Name | Mentioned::Description, Some(entity)) => entity,
                (Mentioned::Description, None) => {
                    let description = Description::read(&self.cast.text[mention.span.clone()]);
                    if description.kind != Kind::Person {
                        continue;
                    }
                    let start = mention.span.start;
                    let entity = match description.owner.clone() {
                        // `“My brother said he was well. He said …”`
                        Some(owner) => self.owned(&description, &owner, start, Some(around)).0,
                        None => self.describe(&description, start),
                    };
                    self.who[number] = Some(entity);
                    entity
                }
                _ => continue,
            };
            let known = &self.cast.all[entity];
            let told = known.woman * if woman { 1.0 } else { -1.0 };
            if known.kind == Kind::Person && told > -1.5 && around.speaker != Some(entity) {
                return Some(entity);
            }
        }
        None
    }
}
