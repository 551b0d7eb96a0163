//! Some of those told of before: `one of them`, `several of the growers`, `another`, `others`.

use super::How;
use super::description::{Description, Opening};
use super::entity::Kind;
use super::pairs::Pair;
use super::pronouns::Around;
use super::stage::Stage;
use crate::articles::quotations::lexicon::{Class, class};

/// How far back somebody is looked for beside whom `another` is set.
const NEAR: usize = 6;

/// Whether words stand for one more of several, in small letters.
pub(super) fn is_another(words: &str) -> bool {
    matches!(
        words,
        "another"
            | "a second"
            | "a third"
            | "a fourth"
            | "the other"
            | "the first"
            | "the second"
            | "the third"
            | "the fourth"
    )
}

impl Stage<'_> {
    /// Whom words for some of several stand for, in small letters.
    pub(super) fn some(
        &mut self,
        words: &str,
        at: usize,
        around: Option<&Around>,
    ) -> Option<(usize, How)> {
        match words {
            "others" | "some" | "many" => return Some(self.as_told(words, Kind::Group, at)),
            another if is_another(another) => {
                let noun = self.noun_beside(at).unwrap_or_default();
                let name = format!("{words} {noun}");
                return Some(self.as_told(name.trim_end(), Kind::Person, at));
            }
            "all" | "none of them" | "not one of them" => {
                let group = self.pronoun("they", at, around);
                return group.or_else(|| Some(self.as_told(words, Kind::Unknown, at)));
            }
            "each" => return self.group_beside(at).map(|group| (group, How::Thing)),
            _ => {}
        }
        // `Neither candidate would say`
        if let Some(noun) = words
            .strip_prefix("neither ")
            .filter(|noun| !noun.contains(' '))
        {
            let noun = if noun.ends_with('y') || noun.ends_with('s') {
                noun.to_owned()
            } else {
                format!("{noun}s")
            };
            return Some(self.as_told(&noun, Kind::Group, at));
        }
        if matches!(
            words,
            "both of them" | "neither of them" | "neither" | "the two of them"
        ) && let Some(two) = self.two_meant(&Pair::Bare, at)
        {
            return Some((two, How::Both));
        }
        let (some, rest) = words.split_once(" of ")?;
        let them = matches!(rest, "them" | "these" | "those" | "whom");
        match some {
            "one" => {
                let owned = self.with_owner_within(words, at, around);
                let found = self.as_told(words, Kind::Unknown, at);
                if let Some(name) = owned {
                    self.cast.all[found.0].name = name;
                }
                Some(found)
            }
            "several" | "many" | "most" | "all" | "some" if them => {
                let group = self.pronoun("they", at, around);
                group.or_else(|| Some(self.as_told(words, Kind::Group, at)))
            }
            _ if them && class(some).is(Class::NUMBER) => {
                Some(self.as_told(words, Kind::Group, at))
            }
            _ => None,
        }
    }

    /// `One said` is one official where officials have spoken.
    pub(super) fn one_of_those(&mut self, small: &str, at: usize) -> Option<(usize, How)> {
        let noun = self.noun_beside(at).filter(|_| small == "one")?;
        Some(self.as_told(&format!("one {noun}"), Kind::Person, at))
    }

    fn as_told(&mut self, words: &str, kind: Kind, at: usize) -> (usize, How) {
        let mut description = Description::read(words);
        description.kind = kind;
        let number = self.describe(&description, at);
        self.cast.all[number].name = description.bare;
        (number, How::Described)
    }

    /// The group that spoke last in a paragraph.
    fn group_beside(&self, at: usize) -> Option<usize> {
        let paragraph = self.paragraph(at);
        let near = self.recent().take(NEAR);
        near.filter(|event| event.paragraph == paragraph)
            .map(|event| event.entity)
            .find(|entity| self.cast.all[*entity].kind == Kind::Group)
    }

    /// The noun of the last who was told of without a name: `aide` where `one of the aides` spoke.
    fn noun_beside(&self, at: usize) -> Option<String> {
        let paragraph = self.paragraph(at);
        let noun = |entity: usize| {
            let known = &self.cast.all[entity];
            if known.named || known.name.starts_with("another") {
                return None;
            }
            let told = known.name.strip_prefix("one of ").unwrap_or(&known.name);
            let told = Description::read(told);
            let indefinite = told.opening != Opening::Possessive;
            let people = matches!(told.kind, Kind::Person | Kind::Group);
            let noun = if told.noun == "people" {
                "person".to_owned()
            } else {
                told.noun
            };
            (indefinite && people).then_some(noun)
        };
        let near = || {
            let near = self.recent().take(NEAR);
            near.filter(|event| event.paragraph == paragraph)
        };
        // Who speaks is rather one of those who have spoken than of those of whom they did.
        let mut spoke = near().filter(|event| event.spoke);
        let spoken = spoke.find_map(|event| noun(event.entity));
        spoken.or_else(|| near().find_map(|event| noun(event.entity)))
    }
}
