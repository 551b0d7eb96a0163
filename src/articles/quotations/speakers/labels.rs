//! Labels of turns: whom `Q`, `THE PRESIDENT` and `Mr. Arce` stand for.

use foldhash::fast::FixedState;
use hashbrown::{HashMap, HashSet};

use super::How;
use super::called::Called;
use super::description::Description;
use super::entity::{Entity, Kind};
use super::naming::words;
use super::places::is_place;
use super::stage::Stage;
use super::written::Written;
use crate::articles::quotations::lexicon::{Class, class};
use crate::articles::quotations::names::{Mention, Mentioned, collect, gender, given};
use crate::articles::quotations::tokens::Sentences;
use crate::articles::quotations::turn_labels::names_nobody;
use crate::articles::quotations::turns::Turns;
use crate::articles::quotations::words::Told;
use crate::articles::quotations::{Quotation, QuotationKind, Rule};
use crate::articles::zones::{Zone, ZoneKind};
use crate::text::{folded, in_small};

/// What an interview says before its first turn of who asks.
const TALKING: [&str; 12] = [
    "spoke to the ",
    "spoke with the ",
    "talked to the ",
    "talked with the ",
    "talks to the ",
    "speaks to the ",
    "told the ",
    "spoke to ",
    "spoke with ",
    "talked to ",
    "talked with ",
    "interview with ",
];

/// What is known of those who take turns.
#[derive(Debug, Default)]
pub(super) struct Labels {
    /// Who asks, and who answers.
    asks: Option<usize>,
    answers: Option<usize>,
    /// Who has asked last, by their own words.
    asking: Option<usize>,
    /// Where the first turn begins.
    first: usize,
    /// Whom a label was found to stand for.
    known: HashMap<String, (usize, How), FixedState>,
    /// How the words of the labels are written in running text, by their small letters.
    written: Written,
    direct: Vec<bool>,
    turns: Vec<bool>,
}

/// Collects the mentions in header, headline and notes.
pub(super) fn introduce(told: Told<'_>, zones: &[Zone], mentions: &mut Vec<Mention>) {
    let text = told.text;
    let kinds = [
        ZoneKind::Header,
        ZoneKind::Headline,
        ZoneKind::Note,
        ZoneKind::Slug,
        ZoneKind::TableRow,
    ];
    for zone in zones.iter().filter(|zone| kinds.contains(&zone.kind)) {
        for line in text[zone.span.clone()].split_inclusive('\n') {
            let start = line.as_ptr() as usize - text.as_ptr() as usize;
            let part = start..start + line.trim_end().len();
            let from = mentions.len();
            let mut sentences = Sentences::with_room(part.len());
            let numbers = sentences.read(told, &part, &[], std::iter::empty());
            for tokens in sentences.get(numbers) {
                collect(tokens, 0, mentions);
            }
            // `President: Mr. Vasquez-Lund`
            if let Some((office, _)) = line.split_once(':') {
                let end = start + office.trim_end().len();
                for mention in mentions[from..]
                    .iter_mut()
                    .filter(|mention| mention.span.start > end)
                {
                    mention.role = mention.role.take().or(Some(start..end));
                    mention.person = true;
                }
            }
        }
    }
}

impl Labels {
    pub(super) fn read(turns: &Turns, zones: &[Zone], stage: &mut Stage<'_>) -> Self {
        let text = stage.cast.text;
        let mut labels = Self {
            first: turns.first(),
            written: Written::read(text, zones, turns),
            ..Self::default()
        };
        // Whoever is named in full by one label is meant by the surname in another.
        let mut met: HashSet<&str, FixedState> = HashSet::default();
        for source in turns.sources() {
            let label = &text[source.clone()];
            if met.insert(label)
                && let Called::Name(titles, name) = Called::read(label)
                && name.len() > 1
            {
                let name = labels.written.name(&name, !titles.is_empty());
                stage.named(&name, Kind::Person, source.start);
            }
        }
        let intro = zones
            .iter()
            .take_while(|zone| zone.span.start < turns.first())
            .filter(|zone| {
                matches!(
                    zone.kind,
                    ZoneKind::Header | ZoneKind::Headline | ZoneKind::Note | ZoneKind::Paragraph
                )
            })
            .take(6);
        for zone in intro {
            labels.introduce(zone, stage);
        }
        labels
    }

    /// Takes what a zone before the first turn says of who asks and who answers.
    fn introduce(&mut self, zone: &Zone, stage: &mut Stage<'_>) {
        let words = &stage.cast.text[zone.span.clone()];
        let asks = TALKING
            .iter()
            .find_map(|talk| Some(words.find(talk)? + talk.len()));
        if let Some(at) = asks {
            let name: Vec<&str> = words[at..]
                .split_whitespace()
                .take_while(|word| word.starts_with(char::is_uppercase))
                .collect();
            let name = name.join(" ");
            let name = name.trim_end_matches(|mark: char| !mark.is_alphanumeric());
            // `an interview with Tara Vell`, `spoke with Governor Orr`
            let first = name.split(' ').next().unwrap_or_default();
            let small = first.trim_end_matches('.').to_lowercase();
            let person =
                class(&small).is(Class::TITLE.or(Class::PERSON)) || given(&small).is_some();
            if !name.is_empty() && !person {
                self.asks = Some(stage.named(name, Kind::Body, zone.span.start));
            }
        }
        for number in stage.mentions_in(&zone.span) {
            let Some(entity) = stage.who[number] else {
                continue;
            };
            let known = &stage.cast.all[entity];
            if self.answers.is_none()
                && known.kind == Kind::Person
                && known.named
                && Some(entity) != self.asks
            {
                self.answers = Some(entity);
            }
        }
    }

    /// Tells which records are direct, and which are turns.
    pub(super) fn note(&mut self, quotation: &Quotation) {
        self.direct
            .push(quotation.kind == QuotationKind::Direct || quotation.rule == Rule::Turn);
        self.turns.push(quotation.rule == Rule::Turn);
    }

    pub(super) fn is_direct(&self, record: usize) -> bool {
        self.direct.get(record).copied().unwrap_or_default()
    }

    pub(super) fn is_turn(&self, record: usize) -> bool {
        self.turns.get(record).copied().unwrap_or_default()
    }

    /// Whom a label stands for.
    pub(super) fn answer(
        &mut self,
        stage: &mut Stage<'_>,
        label: &str,
        turn: &Quotation,
    ) -> Option<(usize, How)> {
        let label = folded(label);
        let at = turn.source.as_ref().map_or(0, |source| source.start);
        let key = label.to_lowercase();
        match key.trim_end_matches('.') {
            "q" | "question" | "reporter" | "interviewer" => {
                return self
                    .question(stage, turn)
                    .map(|found| (found, How::Interview));
            }
            "a" | "answer" => return self.answers.map(|found| (found, How::Interview)),
            _ => {}
        }
        let source = turn.source.as_ref();
        let in_brackets =
            source.and_then(|source| name_in_brackets(&stage.cast.text[source.end..]));
        let known = self.known.get(&key);
        // Most labels were met before, and have nothing in brackets behind them.
        if let Some(known) = known.filter(|_| in_brackets.is_none()) {
            return Some(*known);
        }
        let called = Called::read(&label);
        let in_brackets = in_brackets.filter(|_| matches!(called, Called::Office(_)));
        if let Some(known) = known.filter(|_| in_brackets.is_none()) {
            return Some(*known);
        }
        let found = match (called, in_brackets) {
            (_, Some(name)) => {
                let pieces: Vec<&str> = name.split_whitespace().collect();
                let name = self.written.name(&pieces, true);
                (stage.named(&name, Kind::Person, at), How::Label)
            }
            (Called::Office(words), None) => stage.office(&words.join(" "), at, self.first),
            (Called::Name(titles, name), None) => {
                (self.named(stage, (&titles, &name), at), How::Label)
            }
        };
        self.known.insert(key, found);
        Some(found)
    }

    /// Who is called by a name, behind titles.
    fn named(&self, stage: &mut Stage<'_>, (titles, name): (&[&str], &[&str]), at: usize) -> usize {
        if let [letters] = name
            && titles.is_empty()
            && let Some(bearer) = of_first_letters(stage, letters, at)
        {
            return bearer;
        }
        let own = words(&name.join(" "));
        let woman = titles.iter().find_map(|title| gender(title));
        let known = match own.as_slice() {
            [single] => stage.cast.namesake_of(single, at, woman, is_name),
            several => stage.cast.in_full(several, false),
        };
        let shown = self.written.name(name, !titles.is_empty());
        let known = known.filter(|known| {
            let entity = &stage.cast.all[*known];
            is_name(entity) && (titles.is_empty() || entity.kind != Kind::Place)
        });
        let Some(known) = known else {
            return stage.named(&shown, Kind::Person, at);
        };
        let entity = &mut stage.cast.all[known];
        let settled: Vec<String> = entity
            .name
            .split(' ')
            .map(|piece| self.written.piece(piece, true))
            .collect();
        if entity.may_be_person() {
            entity.name = settled.join(" ");
        }
        if entity.words.len() == own.len() {
            entity.name = shown;
        }
        known
    }

    /// Who asks: who says so, the one who asked before, the paper.
    fn question(&mut self, stage: &mut Stage<'_>, turn: &Quotation) -> Option<usize> {
        let content = turn.content.first()?;
        let said = &stage.cast.text[content.clone()];
        let follows = said.starts_with("A follow-up")
            || said.starts_with("Follow-up")
            || said.starts_with("Just to follow up");
        if follows && self.asking.is_some() {
            return self.asking;
        }
        let range = stage.mentions_in(&(content.start..content.end.min(content.start + 60)));
        let first = range
            .clone()
            .next()
            .filter(|number| stage.mentions[*number].span.start == content.start);
        let rest =
            first.map(|number| &stage.cast.text[stage.mentions[number].span.end..content.end]);
        let introduced = rest.is_some_and(introduces);
        let person = first
            .filter(|number| introduced && stage.mentions[*number].kind == Mentioned::Name)
            .and_then(|number| stage.who[number])
            .filter(|entity| {
                let known = &stage.cast.all[*entity];
                let surname = known.words.last();
                let speaks = surname.is_some_and(|surname| self.written.labels(surname));
                known.words.len() > 1 && known.may_be_person() && is_name(known) && !speaks
            });
        if let Some(person) = person {
            stage.cast.all[person].kind = Kind::Person;
        }
        self.asking = person;
        person.or(self.asks)
    }
}

/// The only one named before whose first letters a label is: `IV`, where Ida Vell is interviewed.
fn of_first_letters(stage: &Stage<'_>, label: &str, at: usize) -> Option<usize> {
    let letters: String = label.chars().filter(|mark| *mark != '.').collect();
    let short =
        (2..=4).contains(&letters.len()) && letters.bytes().all(|byte| byte.is_ascii_uppercase());
    if !short {
        return None;
    }
    let stands_for = |entity: &Entity| {
        let first = entity.words.iter().filter_map(|word| word.chars().next());
        let own = first.map(|letter| letter.to_ascii_uppercase());
        entity.named && entity.words.len() > 1 && entity.first < at && own.eq(letters.chars())
    };
    let mut bearers = (0..stage.cast.all.len()).filter(|one| stands_for(&stage.cast.all[*one]));
    let first = bearers.next()?;
    bearers.next().is_none().then_some(first)
}

/// Whether what stands behind a name says for whom its bearer asks: `Tara Vell, the Ledger. Why …`,
/// `with Northern Wire`; not `Tara Vell, the President said`.
fn introduces(rest: &str) -> bool {
    let more = rest
        .strip_prefix(", ")
        .or_else(|| rest.strip_prefix(" with "))
        .or_else(|| rest.strip_prefix(" from "));
    let Some(more) = more else {
        return false;
    };
    let end = more
        .find(['.', ',', '?', ';', ':', '—'])
        .unwrap_or(more.len());
    let mut words = more[..end].split_whitespace();
    let capital = |word: &str| word.starts_with(char::is_uppercase);
    let small = |word: &str| matches!(word, "the" | "of" | "and" | "for");
    let first = words.clone().find(|word| !small(word)).unwrap_or_default();
    words.clone().count() <= 6
        && words.all(|word| capital(word) || small(word))
        && capital(first)
        && !names_nobody(&in_small(first))
}

/// Whether a name is one, and not a word before it too: `Joining Orr`, `Thanks Jo`.
fn is_name(entity: &Entity) -> bool {
    let first = entity.words.first().map_or("", String::as_str);
    let participle = first.len() > 5 && first.ends_with("ing") && given(first).is_none();
    let last = entity.words.last().map_or("", String::as_str);
    let verb = class(first).is(Class::BASE)
        || class(first).is(Class::BASE_OR_NOUN) && class(last).is(Class::DOCUMENT);
    let opens = participle || names_nobody(first) || first == "q";
    entity.words.len() < 2 || !(opens || verb && given(first).is_none())
}

/// The name in the brackets behind an office: `The Secretary of State for Transport (Tara Vell)`.
fn name_in_brackets(behind: &str) -> Option<&str> {
    let inner = behind.trim_start().strip_prefix('(')?;
    let end = inner
        .bytes()
        .take(LONGEST_NAME)
        .position(|byte| byte == b')')?;
    let name = &inner[..end];
    let words = name.split_whitespace().count();
    let capital = |word: &str| word.starts_with(char::is_uppercase);
    let is_name = (2..=4).contains(&words) && name.split_whitespace().all(capital);
    (is_name && !is_place(name)).then_some(name)
}

/// The longest name in brackets, in bytes.
const LONGEST_NAME: usize = 60;

impl Stage<'_> {
    /// An entity with a name, known or new.
    fn named(&mut self, name: &str, kind: Kind, at: usize) -> usize {
        let own = words(name);
        if let Some(known) = self.cast.in_full(&own, kind == Kind::Body) {
            return known;
        }
        let mut described = Description::read(name);
        described.kind = kind;
        let number = self.describe(&described, at);
        let entity = &mut self.cast.all[number];
        name.clone_into(&mut entity.name);
        entity.call(own.clone());
        entity.named = true;
        self.cast.index(number, &own);
        number
    }

    /// Who holds an office that a label names: `THE PRESIDENT`.
    /// `turns` is where the first turn begins: who is named in one may be anybody else.
    fn office(&mut self, label: &str, at: usize, turns: usize) -> (usize, How) {
        let small = label.to_lowercase();
        let small = if small.starts_with("the ") {
            small
        } else {
            format!("the {small}")
        };
        let description = Description::read(&small);
        let told = |entity: &usize| {
            let known = &self.cast.all[*entity];
            known.named
                && known.first < turns
                && known.kind == Kind::Person
                && description.fits_person(known).is_some_and(|fit| fit >= 2.5)
        };
        let mut words = vec![description.noun.clone()];
        words.extend(description.modifiers.iter().cloned());
        let holders = self.sharing(&words, &[]);
        let first = holders
            .into_iter()
            .filter(told)
            .min_by_key(|entity| self.cast.all[*entity].first);
        if let Some(holder) = first {
            return (holder, How::Label);
        }
        let same = self
            .present()
            .into_iter()
            .find(|entity| self.cast.all[*entity].name == description.bare);
        let number = same.unwrap_or_else(|| {
            let number = self.describe(&description, at);
            // No name that comes later says who that is.
            self.cast.all[number].definite = false;
            number
        });
        (number, How::Described)
    }
}
