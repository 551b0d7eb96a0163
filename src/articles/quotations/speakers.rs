//! Speakers: the sources of an article brought together, each under its full name.
//!
//! A surname leads to the full name, a short form to the long one, a pronoun to whom was spoken of last, a
//! role to the last one of whom the article says it. What leads to nobody stays a description in the
//! words of the article.

use std::ops::Range;

use super::Speaker;
use super::find::{Found, Record};
use super::lexicon::{Class, class};
use super::names::{Name, gender};
use crate::articles::acronyms;

/// Somebody, as far as the article tells.
#[derive(Clone, Debug, Default)]
struct Entity {
    name: String,
    parts: Vec<String>,
    role: Option<String>,
    person: bool,
    plural: bool,
    woman: Option<bool>,
    mentions: usize,
    /// Where it was last spoken of.
    last: usize,
    /// Whether it has spoken.
    speaks: bool,
}

struct Cast<'t> {
    text: &'t str,
    all: Vec<Entity>,
    /// Names in the order of the text: entity and place.
    named: Vec<(usize, usize)>,
    shorts: Vec<(String, String)>,
    /// The last sources and subjects: entity and place.
    recent: Vec<(usize, usize)>,
}

/// Gives every record its speaker.
pub(super) fn resolve(text: &str, found: &mut Found) -> Vec<Speaker> {
    let shorts = acronyms(text)
        .into_iter()
        .map(|found| (text[found.short].to_owned(), folded(&text[found.long])))
        .collect();
    let mut cast = Cast {
        text,
        all: Vec::new(),
        named: Vec::new(),
        shorts,
        recent: Vec::new(),
    };
    cast.meet(&found.names, &found.records);
    let mut order: Vec<usize> = (0..found.records.len()).collect();
    order.sort_by_key(|record| (place(&found.records[*record]), *record));
    let mut subjects = found
        .subjects
        .iter()
        .map(|(span, _)| span.clone())
        .peekable();
    let mut answers: Vec<Option<usize>> = vec![None; found.records.len()];
    for number in order {
        let record = &found.records[number];
        let at = place(record);
        while let Some(span) = subjects.next_if(|span| span.start < at) {
            cast.spoken_of(&span);
        }
        let within = record.within.and_then(|within| answers[within]);
        let speaker = match (&record.quotation.source, &record.named, record.like) {
            (Some(source), ..) => cast.speaker(source, within),
            (None, _, Some(like)) => answers[like],
            (None, Some(named), None) => cast.speaker(named, within),
            (None, None, None) => None,
        };
        answers[number] = speaker;
        if let Some(speaker) = speaker {
            cast.all[speaker].speaks = true;
            if record.within.is_none() {
                cast.recent.push((speaker, at));
                cast.all[speaker].last = at;
            }
        }
    }
    cast.leave(&mut found.records, &answers)
}

fn place(record: &Record) -> usize {
    let quotation = &record.quotation;
    let source = quotation.source.as_ref().or(quotation.cue.as_ref());
    source
        .or(quotation.content.first())
        .map_or(0, |span| span.start)
}

fn folded(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn parts(name: &str) -> Vec<String> {
    name.split_whitespace().map(str::to_lowercase).collect()
}

impl Cast<'_> {
    /// All people whose names the article gives in full.
    fn meet(&mut self, names: &[Name], records: &[Record]) {
        let mut sources: Vec<Range<usize>> = records
            .iter()
            .filter_map(|record| record.quotation.source.clone())
            .collect();
        sources.sort_by_key(|span| span.start);
        for name in names {
            let words = folded(&self.text[name.span.clone()]);
            let single = !words.contains(' ');
            let near = sources.partition_point(|source| source.end < name.span.end);
            let speaks = sources.get(near).is_some_and(|source| {
                source.start <= name.span.start && name.span.end <= source.end
            });
            let known = self.by_name(&words, usize::MAX);
            let entity = match known {
                Some(entity) => entity,
                None if single && !name.person => continue,
                None => {
                    self.all.push(Entity {
                        parts: parts(&words),
                        name: words.clone(),
                        ..Entity::default()
                    });
                    self.all.len() - 1
                }
            };
            let known = &mut self.all[entity];
            if words.len() > known.name.len() && known.person {
                known.parts = parts(&words);
                known.name = words;
            }
            known.person |= name.person || speaks;
            known.woman = known.woman.or(name.woman);
            known.mentions += 1;
            let role = name
                .role
                .as_ref()
                .map(|role| folded(&self.text[role.clone()]));
            if known.role.is_none() {
                known.role = role;
            }
            self.named.push((entity, name.span.start));
        }
    }

    /// Whom a name stands for: all its words are among the words of the full name.
    fn by_name(&self, name: &str, before: usize) -> Option<usize> {
        let words = parts(name);
        let long = self
            .shorts
            .iter()
            .find(|(short, _)| short == name)
            .map(|(_, long)| parts(long));
        let fits = |entity: &Entity, words: &[String]| {
            !words.is_empty()
                && entity.last <= before
                && (words.len() > 1 || entity.person || entity.parts.len() == 1)
                && words.iter().all(|word| entity.parts.contains(word))
        };
        let find = |words: &[String]| {
            let exact = self.all.iter().position(|entity| entity.parts == words);
            let last = || {
                self.all
                    .iter()
                    .rposition(|entity| fits(entity, words) && entity.parts.last() == words.last())
            };
            exact
                .or_else(last)
                .or_else(|| self.all.iter().rposition(|entity| fits(entity, words)))
        };
        long.and_then(|long| find(&long)).or_else(|| find(&words))
    }

    /// A subject of narration, of whom a pronoun may speak next.
    fn spoken_of(&mut self, span: &Range<usize>) {
        let words = folded(&self.text[span.clone()]);
        let name = name_of(&words);
        let known = if name.is_empty() {
            None
        } else {
            self.by_name(&name, usize::MAX)
        };
        if let Some(entity) = known.or_else(|| self.by_role(&words, span.start)) {
            self.recent.push((entity, span.start));
            self.all[entity].last = span.start;
        }
    }

    fn speaker(&mut self, source: &Range<usize>, within: Option<usize>) -> Option<usize> {
        let words = folded(&self.text[source.clone()]);
        let small = words.to_lowercase();
        let at = source.start;
        match small.as_str() {
            "he" | "his" | "him" => return self.person(Some(false), at, within),
            "she" | "her" => return self.person(Some(true), at, within),
            "i" | "my" | "we" | "our" => return within,
            "it" | "its" => return self.thing(at, within, false),
            "they" | "their" => return self.thing(at, within, true),
            "who" | "one" | "nobody" | "others" | "some" | "many" => {
                return (small == "who")
                    .then(|| self.recent.last().map(|(entity, _)| *entity))
                    .flatten();
            }
            _ => {}
        }
        let phrase = [" of ", " for ", " from "]
            .iter()
            .any(|of| words.contains(of));
        let name = if phrase {
            String::new()
        } else {
            name_of(&words)
        };
        if !name.is_empty()
            && let Some(entity) = self.by_name(&name, usize::MAX)
        {
            return Some(entity);
        }
        if let Some(entity) = self.by_role(&words, at) {
            return Some(entity);
        }
        Some(self.described(&words, &name))
    }

    /// The last person of whom a pronoun may speak.
    fn person(&mut self, woman: Option<bool>, at: usize, within: Option<usize>) -> Option<usize> {
        let fits = |entity: &usize| {
            let one = &self.all[*entity];
            Some(*entity) != within
                && !one.plural
                && (one.woman.is_none() || one.woman == woman)
                && (one.person || is_person(&one.name))
        };
        let recent = self
            .recent
            .iter()
            .rev()
            .map(|(entity, _)| *entity)
            .find(|entity| fits(entity));
        let entity = recent.or_else(|| {
            let end = self.named.partition_point(|(_, place)| *place < at);
            self.named[..end]
                .iter()
                .rev()
                .map(|(entity, _)| *entity)
                .find(|entity| fits(entity) && self.all[*entity].person)
        })?;
        self.all[entity].woman = self.all[entity].woman.or(woman);
        Some(entity)
    }

    /// The last body, document or group of which a pronoun may speak.
    fn thing(&self, _at: usize, within: Option<usize>, plural: bool) -> Option<usize> {
        let fits = |entity: &usize| {
            let one = &self.all[*entity];
            Some(*entity) != within
                && !one.person
                && (plural || !one.plural && !is_person(&one.name))
        };
        self.recent
            .iter()
            .rev()
            .map(|(entity, _)| *entity)
            .find(|entity| fits(entity))
    }

    /// The last one of whom the article says what a description says.
    fn by_role(&self, words: &str, at: usize) -> Option<usize> {
        let small = words.to_lowercase();
        let definite = ["the ", "this ", "that ", "both "]
            .iter()
            .any(|article| small.starts_with(article));
        let bare = without_article(&small);
        let kinds: Vec<&str> = bare.split_whitespace().collect();
        let end = kinds
            .iter()
            .position(|word| matches!(*word, "of" | "for" | "from"))
            .unwrap_or(kinds.len());
        let head = *kinds.get(end.checked_sub(1)?)?;
        let named = |entity: &Entity| without_article(&entity.name.to_lowercase()) == bare;
        let same = self
            .all
            .iter()
            .enumerate()
            .filter(|(_, entity)| named(entity) && !entity.person);
        if let Some((entity, _)) = same.max_by_key(|(_, entity)| entity.last) {
            return Some(entity);
        }
        if !definite {
            return None;
        }
        let of = class(head);
        let modifiers = &kinds[..end - 1];
        let roles = |entity: &Entity, word: &str| {
            entity.role.as_ref().is_some_and(|role| {
                role.to_lowercase()
                    .split(|mark: char| !mark.is_alphanumeric() && mark != '-')
                    .any(|one| alike(one, word))
            })
        };
        let by_mention = |entity: usize| {
            let spoken = self
                .recent
                .iter()
                .rev()
                .find(|(one, _)| *one == entity)
                .map(|(_, place)| *place);
            let named = self.named[..self.named.partition_point(|(_, place)| *place < at)]
                .iter()
                .rev()
                .find(|(one, _)| *one == entity)
                .map(|(_, place)| *place);
            spoken.max(named)
        };
        if of.is(Class::PERSON) {
            let people = self
                .all
                .iter()
                .enumerate()
                .filter(|(number, entity)| entity.person && by_mention(*number).is_some());
            let told = people.clone().filter(|(_, entity)| {
                roles(entity, head)
                    && modifiers
                        .iter()
                        .all(|word| roles(entity, word) || !is_origin(word))
            });
            if let Some((entity, _)) = told.max_by_key(|(number, _)| by_mention(*number)) {
                return Some(entity);
            }
            let from = people.clone().filter(|(_, entity)| {
                !modifiers.is_empty() && modifiers.iter().all(|word| roles(entity, word))
            });
            if let Some((entity, _)) = from.max_by_key(|(number, _)| by_mention(*number)) {
                return Some(entity);
            }
            let general = GENERAL.contains(&head)
                && kinds.len() == end
                && modifiers
                    .iter()
                    .all(|word| !is_origin(word) && !SPECIAL.contains(word));
            let sex = gender(head);
            let fits =
                |entity: &Entity| sex.is_none() || entity.woman.is_none() || entity.woman == sex;
            if general {
                let last = self.recent.iter().rev().map(|(entity, _)| *entity);
                return last
                    .into_iter()
                    .find(|entity| self.all[*entity].person && fits(&self.all[*entity]));
            }
            return None;
        }
        let things = self.recent.iter().rev().map(|(entity, _)| *entity);
        things.into_iter().find(|entity| {
            let one = &self.all[*entity];
            !one.person && modifiers.is_empty() && one.parts.iter().any(|part| part == head)
        })
    }

    /// A speaker for whom the article has no more than this description.
    fn described(&mut self, words: &str, name: &str) -> usize {
        let person = !name.is_empty() && name.contains(' ') && is_name_of_person(words);
        let long = self
            .shorts
            .iter()
            .find(|(short, _)| *short == without_article(words))
            .map(|(_, long)| long.clone());
        let text = if person {
            name.to_owned()
        } else {
            long.unwrap_or_else(|| without_article(words).to_owned())
        };
        let last = text
            .split_whitespace()
            .next_back()
            .unwrap_or_default()
            .to_lowercase();
        let head = text.to_lowercase();
        let head = head
            .split(" of ")
            .next()
            .unwrap_or_default()
            .split(" for ")
            .next()
            .unwrap_or_default();
        let noun = head.split_whitespace().next_back().unwrap_or(&last);
        let name = if text.chars().next().is_some_and(char::is_uppercase)
            && !words.starts_with(&text)
            || keeps_capital(&text)
        {
            text.clone()
        } else {
            uncapitalised(&text)
        };
        let entity = Entity {
            parts: parts(&text),
            person,
            plural: noun.ends_with('s')
                && !noun.ends_with("ss")
                && class(noun).is(Class::PERSON)
                && class(noun.trim_end_matches('s')).is(Class::PERSON),
            woman: gender(noun),
            name,
            ..Entity::default()
        };
        self.all.push(entity);
        self.all.len() - 1
    }

    /// Numbers the speakers in the order in which they first speak, and says so in the records.
    fn leave(self, records: &mut [Record], answers: &[Option<usize>]) -> Vec<Speaker> {
        let mut numbers = vec![None; self.all.len()];
        let mut speakers: Vec<Speaker> = Vec::new();
        let mut order: Vec<usize> = (0..records.len()).collect();
        order.sort_by_key(|record| place(&records[*record]));
        for record in order {
            let Some(entity) = answers[record] else {
                continue;
            };
            let number = *numbers[entity].get_or_insert_with(|| {
                let one = &self.all[entity];
                speakers.push(Speaker {
                    name: one.name.clone(),
                    role: one.role.clone(),
                    mentions: one.mentions,
                });
                speakers.len() - 1
            });
            records[record].quotation.speaker = Some(number);
        }
        speakers
    }
}

/// Nouns for people by what they know or do, which stand for whoever spoke last.
const GENERAL: [&str; 24] = [
    "analyst",
    "expert",
    "scholar",
    "official",
    "researcher",
    "academic",
    "diplomat",
    "politician",
    "lawmaker",
    "specialist",
    "observer",
    "commentator",
    "man",
    "woman",
    "scientist",
    "doctor",
    "lawyer",
    "professor",
    "economist",
    "officer",
    "leader",
    "minister",
    "teacher",
    "activist",
];
/// Words that set somebody apart from whoever spoke last.
const SPECIAL: [&str; 6] = ["other", "another", "senior", "second", "unnamed", "former"];

fn is_person(name: &str) -> bool {
    let small = name.to_lowercase();
    let head = small
        .split(" of ")
        .next()
        .unwrap_or_default()
        .split(" for ")
        .next()
        .unwrap_or_default();
    let last = head.split_whitespace().next_back().unwrap_or_default();
    let last = last.rsplit('-').next().unwrap_or(last);
    class(last).is(Class::PERSON)
}

fn is_name_of_person(words: &str) -> bool {
    !words
        .split_whitespace()
        .any(|word| class(&word.to_lowercase()).is(Class::BODY.or(Class::DOCUMENT)))
        && !words.starts_with("The ")
        && !words.starts_with("the ")
}

/// Whether a word of a role says the same as a word of a description.
fn alike(one: &str, other: &str) -> bool {
    let stem = |word: &str| word.trim_end_matches('s').to_owned();
    if stem(one) == stem(other) {
        return true;
    }
    let common = one
        .chars()
        .zip(other.chars())
        .take_while(|(a, b)| a == b)
        .count();
    is_origin(other) && common >= 4 && common * 2 > one.chars().count().min(other.chars().count())
}

/// Whether a word may say where somebody comes from.
fn is_origin(word: &str) -> bool {
    ["ian", "ese", "ish", "an", "i", "kh", "ch", "k", "sh"]
        .iter()
        .any(|ending| word.ends_with(ending))
        && !class(word).is(Class::SPEAKER)
}

fn without_article(words: &str) -> &str {
    let articles = [
        "the ", "The ", "a ", "A ", "an ", "An ", "this ", "This ", "its ", "Its ", "their ",
        "Their ", "his ", "His ", "her ", "Her ", "our ", "Our ", "my ", "My ", "your ", "Your ",
    ];
    articles
        .iter()
        .find_map(|article| words.strip_prefix(article))
        .unwrap_or(words)
}

/// Whether the first word has its capital of its own, not from the beginning of the sentence.
fn keeps_capital(text: &str) -> bool {
    let mut words = text.split_whitespace();
    let first = words.next().unwrap_or_default();
    let more = words.any(|word| word.starts_with(char::is_uppercase));
    let inner = first.chars().skip(1).any(char::is_uppercase);
    let small = first.to_lowercase();
    let known = class(&small).is(Class::SPEAKER.or(Class::NUMBER).or(Class::DETERMINER))
        || small.ends_with('s');
    more || inner || !known
}

fn uncapitalised(text: &str) -> String {
    let mut marks = text.chars();
    marks.next().map_or_else(String::new, |first| {
        first.to_lowercase().chain(marks).collect()
    })
}

/// The name at the end of a source, without titles; empty if it has none.
fn name_of(words: &str) -> String {
    let mut pieces: Vec<&str> = words.split(' ').collect();
    if let Some(comma) = pieces.iter().position(|piece| piece.ends_with(','))
        && comma + 1 < pieces.len()
    {
        pieces.drain(..=comma);
    }
    let end = pieces.len();
    let mut start = end;
    while start > 0 {
        let piece = pieces[start - 1];
        let small = piece.to_lowercase();
        let of = class(&small);
        let title = of.is(Class::TITLE
            .or(Class::PERSON)
            .or(Class::DETERMINER)
            .or(Class::POSSESSIVE));
        let particle = matches!(
            piece,
            "de" | "van" | "von" | "der" | "al" | "bin" | "da" | "di" | "la" | "el" | "du" | "del"
        );
        if title || !(piece.starts_with(char::is_uppercase) || particle && start < end) {
            break;
        }
        start -= 1;
    }
    pieces[start..end]
        .iter()
        .map(|piece| recased(piece))
        .collect::<Vec<_>>()
        .join(" ")
}

/// A name in capitals as it is written elsewhere.
fn recased(piece: &str) -> String {
    let letters = piece.chars().filter(|mark| mark.is_alphabetic());
    let capitals = letters.clone().count() > 4 && letters.clone().all(char::is_uppercase);
    if !capitals {
        return piece.to_owned();
    }
    let mut begins = true;
    piece
        .chars()
        .map(|mark| {
            let shown = if begins {
                mark
            } else {
                mark.to_lowercase().next().unwrap_or(mark)
            };
            begins = !mark.is_alphabetic();
            shown
        })
        .collect()
}
