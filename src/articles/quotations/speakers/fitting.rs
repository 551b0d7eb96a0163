//! Whom a description may stand for: how well it fits what the article says of somebody or something.

use super::contrary::{are_rivals, is_contrary};
use super::description::{Description, Opening, is_owner};
use super::entity::{Entity, Kind, placed_in};
use super::naming::plain;
use super::nouns::{Groups, general, groups, groups_of_name, singular};
use super::offices::{
    AT_THE_BAR, ELECTED, OF_ANYBODY, OFFICES, SECOND, is_epithet, is_evaluation, is_weight,
};
use super::owners::KIN;
use super::places::{Origin, place};
use crate::articles::quotations::lexicon::{Class, class};
use crate::articles::quotations::word_list::WordList;

/// Those who are no officials of anybody.
const HEADS: [&str; 8] = [
    "president",
    "king",
    "queen",
    "pope",
    "prime",
    "premier",
    "chancellor",
    "senator",
];

/// Whether somebody has an office to which they are elected.
fn holds_office(entity: &Entity) -> bool {
    let alone = ["governor", "mayor", "president", "incumbent"];
    let mut roles = entity.roles.iter().map(String::as_str);
    roles.any(|role| ELECTED.contains(&role) || alone.contains(&role))
}

impl Description {
    /// How well it fits an entity that is a person; nothing if it can't be meant.
    pub(super) fn fits_person(&self, entity: &Entity) -> Option<f32> {
        let mut score = self.fits_noun(entity)?;
        // Nobody calls a president `the official`.
        if matches!(&*self.noun, "official" | "aide" | "staffer" | "diplomat")
            && HEADS.iter().any(|role| entity.has_role(role))
            && !entity.has_role("vice")
        {
            return None;
        }
        if self.is_of_other_sex(entity) {
            return None;
        }
        // The finance minister is not the health minister, nor an Israeli official a U.S. official.
        if entity.has_role(&self.noun) && is_contrary(&self.modifiers, entity)
            || are_rivals(&self.modifiers, entity)
            || self.is_from_elsewhere(entity)
        {
            return None;
        }
        // The attorney general is no attorney.
        let general = matches!(
            &*self.noun,
            "attorney" | "solicitor" | "surgeon" | "secretary"
        );
        if general && entity.has_role("general") && !self.text.contains("eneral") {
            return None;
        }
        let told = !entity.roles.is_empty();
        for (number, word) in self.modifiers.iter().enumerate() {
            if self.is_of_place(number) || word.len() < 2 {
                continue;
            }
            let single = singular(word);
            if entity.has_role(&single) {
                score += if self.is_owner(number) { 1.5 } else { 1.0 };
            } else if single == "democratic" && entity.has_role("democrat") {
                score += 1.0;
            } else if word == "chief" && self.noun == "executive" {
                // `the chief executive` for the boss, who runs it
                score += if entity.has_role("ceo") { 1.0 } else { 0.0 };
            } else if entity.roles.iter().any(|role| alike(role, &single)) {
                score += 2.0;
            } else if self.is_seat(number) {
                score -= 0.2;
            } else if self.is_owner(number) && class(word).is(Class::BODY) {
                // `the bank's economist` is Nordbank's.
                score -= 0.1;
            } else if told && entity.groups != 0 && !is_epithet(word) && !is_weight(word) {
                score -= 0.7;
            }
        }
        // `the first-term Republican` is somebody elected.
        let mut modifiers = self.modifiers.iter();
        if modifiers.any(|word| word.ends_with("-term")) {
            score += if holds_office(entity) { 1.5 } else { -1.5 };
        }
        // The former minister is not the minister.
        let past = |word: &str| matches!(word, "former" | "ex" | "onetime" | "one-time");
        if entity.has_role(&self.noun) {
            let told = self.modifiers.iter().any(|word| past(word));
            let known = entity.roles.iter().any(|role| past(role));
            score -= match (told, known) {
                (true, false) => 2.0,
                (false, true) => 0.4,
                _ => 0.0,
            };
        }
        // The deputy mayor is not the mayor.
        let second = |word: &&String| SECOND.contains(&word.as_str());
        if let Some(word) = self.modifiers.iter().find(second) {
            let own = SECOND.iter().any(|rank| entity.has_role(rank));
            if !own && entity.has_role(&self.noun) {
                return None;
            }
            // `the deputy mayor` for the mayor's deputy
            if own {
                score = score.max(1.5) + f32::from(u8::from(!entity.has_role(word)));
            }
        }
        for origin in &self.origins {
            if entity.origins.contains(origin) {
                score += 2.5;
            } else if entity.origins.iter().any(|known| !known.is_union()) {
                score -= 2.5;
            } else if entity.has_role(&self.noun) && entity.last.is_some() {
                // `the Lutonian minister` is perhaps not the minister of whom the article tells no country.
                score -= 1.3;
            } else {
                score -= 0.3;
            }
        }
        Some(score + self.fits_complement(entity))
    }

    /// Whether it tells another origin than is known.
    fn is_from_elsewhere(&self, entity: &Entity) -> bool {
        let same = |origin| entity.origins.contains(origin) || Origin::is_union(*origin);
        let unknown = !self.origins.is_empty() && !self.origins.iter().any(same);
        unknown && entity.origins.iter().any(|known| !known.is_union())
    }

    /// Whether it tells somebody's age alone: `the 29-year-old`.
    pub(super) fn is_age(&self) -> bool {
        self.noun.ends_with("-year-old")
    }

    /// Whether it tells how many children somebody has: `the father of three`, `the mother-of-two`.
    pub(super) fn counts_children(&self) -> bool {
        let counts = |word: &String| class(word).is(Class::NUMBER);
        let counted = !self.complement.is_empty() && self.complement.iter().all(counts);
        KIN.contains(&self.noun.as_str()) && (counted || self.text.contains("-of-"))
    }

    /// Whether the noun is one for what anybody may be.
    pub(super) fn is_of_anybody(&self) -> bool {
        OF_ANYBODY.contains(&self.noun.as_str())
    }

    /// Whether the noun is one for an office, or for a part in court.
    pub(super) fn is_of_office(&self) -> bool {
        let noun = self.noun.as_str();
        OFFICES.contains(&noun) || AT_THE_BAR.contains(&noun)
    }

    /// Whether the noun is one for somebody elected.
    pub(super) fn is_of_elected(&self) -> bool {
        ELECTED.contains(&self.noun.as_str())
    }

    /// Whether a modifier is written with a capital of its own.
    fn is_capital(&self, word: &str) -> bool {
        let mut pieces = self.text.split(' ').skip(1);
        pieces.any(|piece| piece.starts_with(char::is_uppercase) && plain(piece) == word)
    }

    /// Whether a modifier names the seat of one who is elected: `the Oban South MP`.
    fn is_seat(&self, number: usize) -> bool {
        const PARTIES: [&str; 7] = [
            "democrat",
            "republican",
            "liberal",
            "conservative",
            "socialist",
            "independent",
            "green",
        ];
        let party = PARTIES.contains(&self.noun.as_str());
        if !self.is_definite() || !(party || self.is_of_elected()) {
            return false;
        }
        let piece = self.text.split(' ').nth(number + 1).unwrap_or_default();
        piece.starts_with(char::is_uppercase)
    }

    /// Whether a modifier tells whose somebody is: `Ostar's boss`.
    fn is_owner(&self, number: usize) -> bool {
        if !self.owned {
            return false;
        }
        let skip = usize::from(self.opening != Opening::None);
        let piece = self.text.split(' ').nth(number + skip);
        piece.is_some_and(is_owner)
    }

    /// Whether it tells another sex than is surely known.
    pub(super) fn is_of_other_sex(&self, entity: &Entity) -> bool {
        self.woman
            .is_some_and(|woman| entity.is_of_other_sex(woman, 2.0))
    }

    /// Whether a modifier belongs to the name of a place, as both in `the New York Democrat`.
    fn is_of_place(&self, number: usize) -> bool {
        let word = &self.modifiers[number];
        let two = |first: Option<&String>, second: Option<&String>| {
            let (Some(first), Some(second)) = (first, second) else {
                return false;
            };
            place(&format!("{first} {second}")).is_some()
        };
        let before = number.checked_sub(1).and_then(|at| self.modifiers.get(at));
        place(word).is_some()
            || !self.origins.is_empty()
                && (two(before, Some(word)) || two(Some(word), self.modifiers.get(number + 1)))
    }

    fn fits_noun(&self, entity: &Entity) -> Option<f32> {
        if let Some(age) = self.noun.strip_suffix("-year-old") {
            return match &entity.age {
                Some(told) if told == age => Some(4.0),
                Some(_) => None,
                None if entity.roles.contains(&self.noun) => Some(4.0),
                None => Some(0.0),
            };
        }
        if matches!(self.noun.as_str(), "chief" | "boss" | "head") && self.is_of_house(entity) {
            return Some(4.0);
        }
        // `Her predecessor, Ida Vell,` is the former sheriff.
        let past = self.modifiers.iter().any(|word| word == "former");
        if past && entity.has_role("predecessor") {
            return Some(3.5);
        }
        // A chief minister is no party's chief.
        let other =
            self.noun == "chief" && (entity.has_role("minister") || entity.has_role("justice"));
        if entity.roles.contains(&self.noun) && !other {
            return Some(3.0);
        }
        let executive = entity.has_role("chief") && entity.has_role("executive");
        if self.noun == "ceo" && executive {
            return Some(3.0);
        }
        // The officer is no chief executive officer.
        if self.noun == "officer" && executive {
            return None;
        }
        let parties = [
            "republican",
            "democrat",
            "independent",
            "liberal",
            "conservative",
        ];
        if self.noun == "democrat" && entity.has_role("democratic") {
            return Some(3.0);
        }
        if parties.contains(&self.noun.as_str()) {
            let other = entity
                .roles
                .iter()
                .any(|role| parties.contains(&role.as_str()));
            return (!other).then_some(0.0);
        }
        let in_court = matches!(self.noun.as_str(), "witness" | "defendant" | "accused");
        if in_court
            && entity
                .roles
                .iter()
                .any(|role| AT_THE_BAR.contains(&role.as_str()))
        {
            return None;
        }
        if self.is_origin() {
            return Some(0.0);
        }
        // `the scholar` is a professor of economics rather than whoever wrote the study.
        match (self.general & entity.groups).count_ones() {
            0 => {}
            1 => return Some(1.5),
            _ => return Some(1.7),
        }
        let epithet = self.modifiers.iter().any(|word| is_epithet(word));
        // A party alone is no office: `a Republican` may be the senator.
        let party = |role: &String| {
            parties.contains(&role.as_str())
                || role.ends_with("-term")
                || role == "incumbent"
                || STANDING.has(role)
        };
        let untold = entity.roles.iter().all(party);
        let free = untold || epithet || OF_ANYBODY.contains(&self.noun.as_str());
        // An office needs nobody before it; another noun says something new of somebody known.
        let office = OFFICES.contains(&self.noun.as_str()) || self.noun.ends_with("-general");
        Some(match free {
            true => 0.0,
            false if office && (entity.groups != 0 || self.origins.is_empty()) => -1.5,
            // Nothing is known that would make the noun unlikely.
            false if entity.groups == 0 && !works(entity) => -0.3,
            false if entity.groups == 0 => -1.1,
            false => -0.8,
        })
    }

    /// Whether the house is named at the head of which somebody is: `the Pentagon chief` of a defence secretary.
    fn is_of_house(&self, entity: &Entity) -> bool {
        let has = |house: &str, role: &str| {
            self.modifiers.iter().any(|word| word == house) && entity.has_role(role)
        };
        let defence = entity.has_role("secretary") || entity.has_role("minister");
        defence && (has("pentagon", "defense") || has("pentagon", "defence"))
            || entity.has_role("federal") && has("fed", "reserve")
    }

    /// `the Spaniard`: the noun itself says where somebody comes from.
    fn is_origin(&self) -> bool {
        if self.of_people {
            return true;
        }
        !self.origins.is_empty()
            && self.modifiers.len() < self.origins.len() + usize::from(self.modifiers.is_empty())
            && !class(&self.noun).is(Class::SPEAKER)
    }

    fn fits_complement(&self, entity: &Entity) -> f32 {
        // `the mother of three`
        let counts = |word: &String| class(word).is(Class::NUMBER);
        if self.complement.is_empty() || self.complement.iter().all(counts) {
            return 0.0;
        }
        let known = |word: &String| entity.roles.contains(word) || entity.words.contains(word);
        let right = self.complement.iter().filter(|word| known(word)).count();
        let epithet = self.modifiers.iter().any(|word| is_epithet(word));
        let given = entity.kind == Kind::Unknown && entity.words.len() > 1 && entity.woman != 0.0;
        let untold =
            entity.roles.is_empty() && entity.named && (given || entity.kind == Kind::Person);
        if right * 2 >= self.complement.len() {
            2.0
        } else if epithet && entity.groups == 0 || untold && self.kind == Kind::Person {
            // `the former secretary of state` may tell something new.
            -0.5
        } else {
            -3.0
        }
    }

    /// Whether other words tell a body without a name: the nurses' union is not the teachers' union.
    fn is_told_apart(&self, entity: &Entity) -> bool {
        let Some((noun, told)) = entity
            .words
            .split_last()
            .filter(|_| entity.kind == Kind::Body && !entity.named)
        else {
            return false;
        };
        let plain = |word: &&String| !is_evaluation(word) && !is_weight(word) && !is_epithet(word);
        let mut mine = self.modifiers.iter().filter(plain).peekable();
        let mut theirs = told.iter().filter(plain);
        let known = |word: &String| entity.words.contains(word) || place(word).is_some();
        *noun == self.noun && theirs.next().is_some() && mine.peek().is_some() && !mine.any(known)
    }

    /// Whether a body is of a kind for which the noun may stand.
    pub(super) fn is_like(&self, entity: &Entity) -> bool {
        self.shared_with(entity) != 0
    }

    /// The groups for which the noun may stand to which a body is assigned.
    fn shared_with(&self, entity: &Entity) -> Groups {
        // Most nouns stand for none.
        if self.general == 0 {
            return 0;
        }
        self.general & groups_of(entity)
    }

    /// How well it fits a body, a document or a group.
    pub(super) fn fits_thing(&self, entity: &Entity) -> Option<f32> {
        let document = self.kind == Kind::Document;
        // `the paper` is a study, or the Oban Times.
        let paper = self.noun == "paper" && general("newspaper") & groups_of(entity) != 0;
        if document != (entity.kind == Kind::Document) && !paper || self.is_police_beside(entity) {
            return None;
        }
        // `the letters` are more than one letter.
        if self.raw != self.noun && !entity.named && !entity.words.contains(&self.raw) {
            return None;
        }
        let own = |word: &str| {
            // A plural begins as its noun does.
            let begins = |one: &String| one.bytes().next() == word.bytes().next();
            let mut words = entity.words.iter();
            words.any(|one| begins(one) && (one == word || singular(one) == word))
        };
        if (own(&self.noun) || entity.has_role(&self.noun))
            && (is_contrary(&self.modifiers, entity) || self.is_told_apart(entity))
        {
            return None;
        }
        // `other lawsuits` are not the lawsuit.
        let many = self.raw == self.noun && !entity.words.contains(&self.noun);
        if many && !entity.named && own(&self.noun) && !entity.has_role(&self.noun) {
            return None;
        }
        // `a citizens' group` is no company.
        let firm = matches!(self.noun.as_str(), "company" | "firm" | "business");
        if firm && !entity.named && own("group") {
            return None;
        }
        let noun = if own(&self.noun) {
            3.0
        } else if entity.roles.contains(&self.noun) {
            2.0
        } else if matches!(entity.kind, Kind::Body | Kind::Document)
            || entity.kind == Kind::Unknown && entity.named
        {
            // `the carmaker` is Birr Motors rather than another company.
            match self.shared_with(entity).count_ones() {
                0 if !paper => return None,
                0 | 1 => 1.5,
                _ => 1.9,
            }
        } else {
            return None;
        };
        let mut score = noun;
        let based = self
            .modifiers
            .iter()
            .rposition(|word| word.ends_with("-based"));
        for word in &self.modifiers[based.unwrap_or(0)..] {
            let single = singular(word);
            let union = matches!(
                word.as_str(),
                "u.n" | "un" | "eu" | "u.s" | "us" | "global" | "world" | "regional" | "military"
            );
            let counted = [
                "-nation",
                "-member",
                "-strong",
                "-page",
                "-line",
                "-paragraph",
            ];
            let counted = counted.iter().any(|ending| word.ends_with(ending));
            if (union || counted) && !own(word) {
                let other =
                    placed_in(word).is_some_and(|placed| entity.is_of_another(placed.origin));
                score -= if other { 4.0 } else { 0.2 };
                continue;
            }
            if let Some(placed) = place(word)
                && !own(word)
            {
                score += match entity.origins.as_slice() {
                    [] if entity.is_of_another(placed.origin) => -4.0,
                    // `the Lutonian government` is not the Vell administration.
                    [] if self.noun == "government" && !own(&self.noun) => -4.0,
                    [] => -0.2,
                    known if known.contains(&placed.origin) => 1.0,
                    _ => -1.5,
                };
                continue;
            }
            // `the news agency`
            if word == "news" && self.noun == "agency" {
                continue;
            }
            let known = own(word) || own(&single) || entity.has_role(&single);
            score += match known {
                true => 1.0,
                // `the Vell campaign` is not any campaign
                false if !entity.named && self.is_capital(word) => -3.0,
                false if word.ends_with("-based") => 0.3,
                false => -1.2,
            };
        }
        Some(score + self.fits_complement(entity))
    }
}

/// Words for who stands for an office, which tell no other: `the Republican vice presidential nominee`.
const STANDING: WordList = WordList::new(&[
    "nominee",
    "candidate",
    "contender",
    "hopeful",
    "front-runner",
    "frontrunner",
    "presidential",
    "vice-presidential",
    "gubernatorial",
    "vice",
    "democratic",
    "running",
    "mate",
]);

/// Whether an occupation is told of somebody: a baker is hardly meant by `the striker`.
pub(super) fn works(entity: &Entity) -> bool {
    // What somebody is to others, or for a while, is no trade.
    const TIES: [&str; 24] = [
        "colleague",
        "friend",
        "neighbour",
        "neighbor",
        "partner",
        "predecessor",
        "successor",
        "rival",
        "opponent",
        "ally",
        "counterpart",
        "member",
        "supporter",
        "critic",
        "resident",
        "passenger",
        "person",
        "people",
        "parent",
        "owner",
        "voter",
        "visitor",
        "fellow",
        "native",
    ];
    let trade = |role: &String| {
        let role = role.as_str();
        let tie = TIES.contains(&role) || KIN.contains(&role) || OF_ANYBODY.contains(&role);
        class(role).is(Class::PERSON) && !tie && !role.contains('-')
    };
    entity.named && entity.roles.iter().any(trade)
}

/// The groups to which name and roles assign a body.
fn groups_of(entity: &Entity) -> Groups {
    let named = || {
        // `the European Shipping Agency` is no shipping company.
        let last = entity.words.last();
        let told = last.is_some_and(|last| class(last).is(Class::BODY));
        let of = if told { groups } else { groups_of_name };
        let words = entity.words.iter().map(|word| of(word));
        words.fold(0, |all, one| all | one)
    };
    entity.groups | entity.named_groups.get_or_init(named)
}

/// Whether a word of a role and one of a description are forms of the name of one place.
fn alike(one: &str, other: &str) -> bool {
    let common = one
        .chars()
        .zip(other.chars())
        .take_while(|(a, b)| a == b)
        .count();
    let endings = ["ian", "ese", "ish", "an", "i", "kh", "ch", "k", "sh"];
    endings.iter().any(|ending| other.ends_with(ending))
        && !class(other).is(Class::SPEAKER)
        && common >= 4
        && common * 2 > one.chars().count().min(other.chars().count())
        && common + 4 >= one.chars().count()
}
