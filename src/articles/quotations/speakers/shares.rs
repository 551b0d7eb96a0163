//! Shares of those who were asked: `74 percent`, where the article has said of whom.

use super::How;
use super::description::Description;
use super::entity::Kind;
use super::naming::plain;
use super::stage::Stage;
use crate::articles::quotations::lexicon::{Class, class, is_part};
use crate::text::tail;

/// How far before a share it is looked for of whom it is, in bytes.
const NEAR: usize = 3000;
/// How many shares are looked at for that.
const SHARES: usize = 8;
/// How many words those who were asked are called by: `registered Republican voters`.
const LONGEST_GROUP: usize = 4;

/// What says that a share is not exact, or is small or large.
const ABOUT: [&str; 20] = [
    "just ",
    "only ",
    "about ",
    "around ",
    "nearly ",
    "almost ",
    "roughly ",
    "fully ",
    "some ",
    "over ",
    "under ",
    "slightly ",
    "a little ",
    "well ",
    "barely ",
    "more than ",
    "fewer than ",
    "less than ",
    "at least ",
    "up to ",
];

/// What a share ends with, before those of whom it is.
const OF: [&str; 13] = [
    "Among ",
    "among ",
    "percent of ",
    "per cent of ",
    "pct of ",
    "% of ",
    "half of ",
    "Half of ",
    "third of ",
    "thirds of ",
    "quarter of ",
    "quarters of ",
    "majority of ",
];

/// Plurals of people that name nobody's office.
const ASKED: [&str; 12] = [
    "people",
    "women",
    "men",
    "adults",
    "respondents",
    "households",
    "whites",
    "blacks",
    "teens",
    "teenagers",
    "seniors",
    "graduates",
];

impl Stage<'_> {
    /// Whom a share stands for, with those of whom it is: `74 percent of Norlanders`.
    pub(super) fn share(&mut self, phrase: &str, at: usize) -> Option<(usize, How)> {
        let exact = without_about(phrase);
        let (share, told) = match exact.split_once(" of ") {
            Some((share, group)) => (share, Some(group.to_owned())),
            None => (exact, None),
        };
        if !is_share(&share.to_lowercase()) {
            return None;
        }
        let group = told.or_else(|| self.asked_before(at).map(str::to_owned));
        // `a third` may be another who was asked.
        let ordinal = ["third", "fourth", "fifth"]
            .iter()
            .any(|one| share.ends_with(one));
        if group.is_none() && (share.starts_with("a ") || share.starts_with("A ") && ordinal) {
            return None;
        }
        let share = if share.starts_with(|mark: char| mark.is_ascii_digit()) {
            share.to_owned()
        } else {
            share.to_lowercase()
        };
        let of = if share.contains(" in ") { " " } else { " of " };
        let name = group.map_or(share.clone(), |group| [&share, of, &group].concat());
        let mut described = Description::read(&name);
        described.kind = Kind::Group;
        let same = self
            .present()
            .into_iter()
            .find(|entity| self.cast.all[*entity].name == name);
        let number = same.unwrap_or_else(|| self.describe(&described, at));
        self.cast.all[number].name = name;
        Some((number, How::Described))
    }

    /// Of whom the last share before a place is that says so.
    fn asked_before(&self, at: usize) -> Option<&str> {
        let mut near = tail(&self.cast.text[..at], NEAR);
        for _ in 0..SHARES {
            let (of, length) = OF
                .iter()
                .filter_map(|of| Some((near.rfind(of)?, of.len())))
                .max()?;
            // `Among voters` holds for its sentence.
            let behind = &near[of + length..];
            let among = near[of..of + length].eq_ignore_ascii_case("among ")
                && behind.contains(['.', '\n']);
            if let Some(group) = group(behind).filter(|_| !among) {
                return Some(group);
            }
            near = &near[..of];
        }
        None
    }
}

/// A share without the words before it that say how exact it is.
fn without_about(phrase: &str) -> &str {
    let mut exact = phrase;
    while let Some(rest) = ABOUT.iter().find_map(|about| {
        let (head, rest) = exact.split_at_checked(about.len())?;
        head.eq_ignore_ascii_case(about).then_some(rest)
    }) {
        exact = rest;
    }
    exact
}

/// Whether words in small letters are a share of something: `74 percent`, `two-thirds`, `four in ten`.
fn is_share(words: &str) -> bool {
    let number = |word: &str| {
        word.starts_with(|mark: char| mark.is_ascii_digit()) || class(word).is(Class::NUMBER)
    };
    let sign = |word: &str| word.ends_with('%') && number(word);
    let pieces: Vec<&str> = words.split([' ', '-']).collect();
    match pieces.as_slice() {
        ["half"] | ["a" | "the", "majority" | "plurality"] => true,
        [one] => sign(one),
        [count, "percent" | "pct"] | [count, "per", "cent"] => number(count),
        ["a", part] => is_part(part),
        [count, part] => number(count) && is_part(part),
        [count, "in" | "out", all] | [count, "out", "of", all] => number(count) && number(all),
        _ => false,
    }
}

/// The people with whose plural a text begins, and what tells which: `likely voters`.
fn group(text: &str) -> Option<&str> {
    let mut end = 0;
    for word in text.split(' ').take(LONGEST_GROUP) {
        let own = word.trim_end_matches(|mark: char| !mark.is_alphanumeric());
        end += own.len();
        let small = plain(own);
        let many = small.ends_with('s') && small.len() > 2;
        let capital = own.starts_with(char::is_uppercase);
        if ASKED.contains(&small.as_ref())
            || many && (capital || class(&small).is(Class::PERSON.or(Class::BODY)))
        {
            return Some(&text[..end]);
        }
        let other = Class::AUXILIARY
            .or(Class::VERB)
            .or(Class::PREPOSITION)
            .or(Class::AND)
            .or(Class::RELATIVE);
        if own.len() < word.len() || own.is_empty() || class(&small).is(other) {
            return None;
        }
        end += 1;
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shares_are_told_from_other_numbers() {
        for share in [
            "74 percent",
            "74%",
            "6.5 per cent",
            "half",
            "a third",
            "two-thirds",
            "one in four",
            "6 out of 10",
            "a majority",
        ] {
            assert!(is_share(share), "{share}");
        }
        for other in [
            "74 people",
            "the third",
            "percent",
            "two officials",
            "a first",
            "",
        ] {
            assert!(!is_share(other), "{other}");
        }
    }

    #[test]
    fn a_group_is_a_plural_of_people() {
        assert_eq!(group("likely voters said so"), Some("likely voters"));
        assert_eq!(group("Norlanders, down from"), Some("Norlanders"));
        assert_eq!(group("the year was lost"), None);
        assert_eq!(group("it"), None);
    }
}
