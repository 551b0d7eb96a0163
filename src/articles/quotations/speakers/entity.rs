//! An entity: somebody or something that an article speaks of, with what it says of it.

use std::cell::OnceCell;

use super::forms::owns;
use super::naming::{plain, without_genitive};
use super::nouns::{Groups, doer, groups, singular};
use super::places::{Origin, Placed, origins, place};
use super::ranks::in_full;
use crate::articles::quotations::lexicon::{Class, class, class_in_small};

/// What an entity is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Kind {
    Person,
    Body,
    Document,
    Place,
    /// Several people.
    Group,
    /// Something that is named and of which no more is known.
    #[default]
    Unknown,
}

/// Plurals in names of what is one.
const SINGLE: [&str; 12] = [
    "times",
    "states",
    "nations",
    "news",
    "affairs",
    "games",
    "islands",
    "emirates",
    "services",
    "communities",
    "sports",
    "series",
];

/// What somebody is called who runs for an office.
const POSTS: [(&str, &str); 3] = [
    ("is running for mayor", "mayoral"),
    ("is running for governor", "gubernatorial"),
    ("is running for president", "presidential"),
];

/// How many words may tell whose somebody is: `the prime minister`.
const LONGEST_OWNER: usize = 3;

/// Somebody or something, as far as the article tells.
#[derive(Clone, Debug, Default)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is one thing that the article tells"
)]
pub(super) struct Entity {
    pub name: String,
    /// The words of the name, as `words` has them.
    pub words: Vec<String>,
    pub kind: Kind,
    /// Whether the article names it, not only describes it.
    pub named: bool,
    /// The one word of it by which the article calls its bearer.
    pub short: Option<String>,
    /// The rank without which the one word of the name is not said: `Pope`, `Lord`.
    pub style: Option<String>,
    /// Whether the article calls them by their given name alone.
    pub by_given: bool,
    /// How many words the longest name has in the narration.
    pub longest: usize,
    /// The role that is shown.
    pub role: Option<String>,
    /// The words of all roles, single, in small letters.
    pub roles: Vec<String>,
    pub groups: Groups,
    /// The groups to which the words of its name assign it, once they are asked for.
    pub named_groups: OnceCell<Groups>,
    pub origins: Vec<Origin>,
    pub age: Option<String>,
    /// Whether it is described with "the" where it comes first.
    pub definite: bool,
    /// The one who is meant, where that is told later only.
    pub alias: Option<usize>,
    /// How surely a woman (above zero) or a man.
    pub woman: f32,
    pub mentions: usize,
    /// Where it is first named, and where it was last spoken of.
    pub first: usize,
    pub last: Option<usize>,
    pub speaks: bool,
    /// Whether somebody has spoken for it.
    pub served: bool,
    /// How many people are named together by it.
    pub people: usize,
}

impl Entity {
    /// Whether it is of the other sex, at least so surely.
    pub(super) fn is_of_other_sex(&self, woman: bool, surely: f32) -> bool {
        (self.woman > 0.0) != woman && self.woman.abs() >= surely
    }

    /// The name by which it is shown: `Lord Marsh`, unless the narration has his name in full.
    pub(super) fn shown(&self) -> String {
        let style = self.style.as_ref().filter(|_| self.longest < 2);
        let name = match (style, &self.short) {
            (Some(_), Some(short)) => short,
            _ => &self.name,
        };
        style.map_or_else(|| name.clone(), |style| format!("{style} {name}"))
    }

    /// Whether its name is a plural, of which nobody is told.
    pub(super) fn is_many(&self, text: &str) -> bool {
        let last = self.words.last().map_or("", String::as_str);
        if !self.named || self.woman != 0.0 || last.len() <= 4 {
            return false;
        }
        let single = singular(last);
        if single == last || SINGLE.contains(&last) {
            return false;
        }
        let before = text[..self.first].trim_end();
        let the = before.ends_with(" the") || before.ends_with("The");
        the || place(&single).is_some_and(|placed| placed.people)
    }

    /// Whether it may be a person.
    pub(super) fn may_be_person(&self) -> bool {
        matches!(self.kind, Kind::Person | Kind::Unknown)
    }

    /// Takes the words of a name.
    pub(super) fn call(&mut self, words: Vec<String>) {
        self.words = words;
        self.named_groups = OnceCell::new();
    }

    /// Takes the words of a role.
    pub(super) fn learn(&mut self, role: &str) {
        let (mut served, mut post) = (false, false);
        self.learn_doing(role);
        for word in behind_owner(role)
            .split(|mark: char| !mark.is_alphanumeric() && !matches!(mark, '-' | '\'' | '’'))
        {
            let word = plain(without_genitive(word));
            // A spokesman for the minister is no minister.
            served = match &*word {
                // `who took up the post of chief executive`
                "of" => !post,
                "for" | "to" => true,
                "and" | "who" | "in" | "at" | "from" => false,
                _ => served,
            };
            post = matches!(&*word, "post" | "position" | "role" | "job" | "title");
            if word.len() < 2 || self.roles.len() > 60 || served && is_one(&word) {
                continue;
            }
            self.groups |= groups(&word);
            let word = singular(&word);
            if let Some(full) = in_full(&word) {
                self.take_role(full);
            }
            if !self.has_role(&word) {
                self.roles.push(word.into_owned());
            }
        }
        origins(role, &mut self.origins);
    }

    /// Takes a word that tells what somebody is, or to what body they belong.
    pub(super) fn take_role(&mut self, word: &str) {
        if !self.has_role(word) {
            self.roles.push(word.to_owned());
        }
    }

    /// Takes what a clause tells that somebody does: `who owns a bakery`, `who served two terms as governor`.
    fn learn_doing(&mut self, role: &str) {
        let Some(clause) = role.strip_prefix("who ") else {
            return;
        };
        let mut words = clause.split(' ');
        let verb = words.next().unwrap_or_default();
        let being = matches!(verb, "is" | "was").then(|| words.next()).flatten();
        let verb = being.unwrap_or(verb);
        let before = verb == "served" && clause.contains(" as ")
            || clause.starts_with("was ") && clause.contains(" until ");
        let sought = POSTS.iter().find(|(office, _)| clause.starts_with(office));
        let told = [
            before.then_some("former"),
            doer(verb),
            sought.map(|(_, adjective)| *adjective),
        ];
        for noun in told.into_iter().flatten() {
            self.groups |= groups(noun);
            if !self.has_role(noun) {
                self.roles.push(noun.to_owned());
            }
        }
    }

    /// Whether a role has a word.
    pub(super) fn has_role(&self, word: &str) -> bool {
        self.roles.iter().any(|role| role == word)
    }

    /// Whether the name says that it is of another country: `the Lutonian army`.
    pub(super) fn is_of_another(&self, origin: Origin) -> bool {
        let placed = || self.words.iter().filter_map(|word| placed_in(word));
        placed().next().is_some() && placed().all(|placed| placed.origin != origin)
    }

    /// Takes party, state and age.
    pub(super) fn note(&mut self, note: &str) {
        let digits = note.len() == 2 && note.bytes().all(|byte| byte.is_ascii_digit());
        if digits {
            self.age = Some(note.to_owned());
            return;
        }
        for (sign, party) in [
            ("R-", "republican"),
            ("D-", "democrat"),
            ("I-", "independent"),
        ] {
            if note.starts_with(sign) {
                self.learn(party);
                self.learn("lawmaker");
            }
        }
        self.learn(note);
    }
}

/// Whether a word is a noun for one person.
fn is_one(word: &str) -> bool {
    let class = class_in_small(word);
    class.is(Class::PERSON) && !class.is(Class::BODY) && singular(word) == word
}

/// What stands behind whose somebody is: the minister's wife is no minister.
fn behind_owner(role: &str) -> &str {
    if !owns(role) {
        return role;
    }
    let owners = ["'s ", "’s "];
    let split = owners.iter().find_map(|owner| role.split_once(owner));
    let Some((owner, rest)) = split else {
        return role;
    };
    // `governor of Oban and the speaker's brother`
    let opens = owner.split(' ').count() <= LONGEST_OWNER;
    let last = owner.rsplit(' ').next().unwrap_or_default();
    let person = class_in_small(last).is(Class::PERSON)
        && !matches!(last, "women" | "men" | "children" | "people");
    if opens && person { rest } else { role }
}

/// The place that a word of a name stands for, with or without its last stop: `u.s`.
pub(super) fn placed_in(word: &str) -> Option<Placed> {
    place(word).or_else(|| place(&format!("{word}.")).filter(|_| word.contains('.')))
}

/// What a noun makes of the thing it names.
pub(super) fn kind_of(noun: &str) -> Kind {
    let of = class(noun);
    let plural = singular(noun) != noun;
    if matches!(noun, "police" | "delegation") {
        Kind::Body
    } else if of.is(Class::PERSON) || noun == "independent" {
        if plural || noun == "people" {
            Kind::Group
        } else {
            Kind::Person
        }
    } else if of.is(Class::BODY) {
        if plural { Kind::Group } else { Kind::Body }
    } else if of.is(Class::DOCUMENT) {
        Kind::Document
    } else {
        Kind::Unknown
    }
}
