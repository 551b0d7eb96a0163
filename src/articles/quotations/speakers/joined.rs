//! People who are named together: `Senators Ida Vell, a Liberal, and Hal Orr of Oban`.

use std::ops::Range;

use super::description::Description;
use super::entity::{Entity, Kind};
use super::nouns::singular;
use super::pairs::NEAR;
use super::places::place;
use super::stage::{Event, Stage};
use crate::articles::quotations::lexicon::{Class, class, class_in_small};
use crate::articles::quotations::names::{Mention, Mentioned};
use crate::articles::quotations::spelling::is_in_capitals;

/// How many mentions may stand between two of a list.
const BETWEEN: usize = 4;
/// The most who are named together.
const MOST: usize = 6;

impl Stage<'_> {
    /// The mentions of a list of people that ends with one; nothing if it stands alone.
    pub(super) fn listed(&self, last: usize) -> Option<Vec<usize>> {
        let before = self.before_in_list(last, &["and"])?;
        let mut joint = vec![last, before];
        while joint.len() < MOST
            && let Some(before) = self.before_in_list(joint[joint.len() - 1], &[","])
        {
            joint.push(before);
        }
        joint.reverse();
        let people: Vec<usize> = joint.iter().filter_map(|at| self.who[*at]).collect();
        let person = |one: &usize| {
            let known = &self.cast.all[*one];
            known.kind == Kind::Person || known.may_be_person() && known.words.len() > 1
        };
        let sure = |one: &usize| self.cast.all[*one].kind == Kind::Person;
        let mut each = people.clone();
        each.sort_unstable();
        each.dedup();
        let all = each.len() == joint.len() && people.iter().all(person);
        (all && people.iter().any(sure)).then_some(joint)
    }

    /// The name before another with nothing but what is told of its bearer and a joint between them.
    fn before_in_list(&self, number: usize, joints: &[&str]) -> Option<usize> {
        let next = &self.mentions[number];
        if next.kind != Mentioned::Name {
            return None;
        }
        // `Ida Vell and her deputy, Hal Orr`
        let told = [&next.title, &next.before].into_iter().flatten();
        let begin = told.map(|told| told.start).min();
        let begin = begin.unwrap_or(next.span.start).min(next.span.start);
        let behind = self.cast.text[..begin].trim_end();
        if !joints.iter().any(|joint| behind.ends_with(joint)) {
            return None;
        }
        let near = number.saturating_sub(BETWEEN)..number;
        let names = near.filter(|at| self.mentions[*at].kind == Mentioned::Name);
        // The first whose role reaches furthest: `Oban` belongs to `Ida Vell of Oban`.
        let fits = |at: &usize| told_up_to(&self.mentions[*at]) <= next.span.start;
        let mut before = None;
        for at in names.filter(fits) {
            let last = before.map_or(0, |last: usize| told_up_to(&self.mentions[last]));
            if self.mentions[at].span.start >= last {
                before = Some(at);
            }
        }
        let before = before?;
        let one = &self.mentions[before];
        // `Green MP and spokesperson Ida Vell`
        let word = self.cast.text[one.span.clone()].rsplit(' ').next();
        let office = |word: &str| is_in_capitals(word) && class_in_small(word).is(Class::PERSON);
        if next.title.is_some() && word.is_some_and(office) {
            return None;
        }
        let between = self.cast.text.get(told_up_to(one)..begin)?;
        let between = between.trim_start_matches([')', ']']).trim();
        let joint = between.strip_prefix(',').map_or(between, str::trim_start);
        let fits = joints.contains(&joint) || joints.contains(&between);
        let same = one.sentence == next.sentence && one.depth == next.depth;
        (fits && same).then_some(before)
    }

    /// The people of a list as one, who are spoken of where it ends.
    pub(super) fn listed_as_one(&mut self, last: usize) -> Option<usize> {
        let joint = self.listed(last)?;
        let people: Vec<usize> = joint.iter().filter_map(|at| self.who[*at]).collect();
        let at = self.mentions[joint[0]].span.start;
        Some(self.together(&people, at))
    }

    /// Two who were named together of late, and are what a noun says.
    pub(super) fn two_listed(&self, each: &Description, at: usize) -> Option<usize> {
        let lately = self.lately(at, NEAR);
        let mut groups = lately.into_iter();
        let fits = |event: &Event| {
            let known = &self.cast.all[event.entity];
            known.people == 2 && each.fits_joint(known)
        };
        groups.find(fits).map(|event| event.entity)
    }

    /// A group of people, with what is told of each.
    pub(super) fn new_joint(&mut self, name: String, people: &[usize], at: usize) -> usize {
        let number = self.new_group(name, at);
        for one in people {
            let one = self.cast.all[*one].clone();
            let group = &mut self.cast.all[number];
            group.groups |= one.groups;
            group.roles.extend(one.roles);
        }
        self.cast.all[number].people = people.len();
        number
    }

    /// The people of a list that a source ends with, if it begins with the first of them or with what they are.
    pub(super) fn list_in(&self, source: &Range<usize>) -> Option<Vec<usize>> {
        let names = |number: &usize| self.mentions[*number].kind == Mentioned::Name;
        let last = self.mentions_in(source).rev().find(names)?;
        let people = self.listed(last)?;
        let first = &self.mentions[people[0]];
        let before = self.cast.text.get(source.start..first.begin())?;
        let before = before.trim_end();
        let told = before.ends_with(',') && class(plural_head(before)).is(Class::PERSON);
        (before.is_empty() || told).then(|| people.iter().filter_map(|at| self.who[*at]).collect())
    }

    /// The people who are named right behind what they are: `Two fishermen, Hal Orr and Tom Berg, said`.
    pub(super) fn listed_behind(&self, source: &Range<usize>) -> Option<Vec<usize>> {
        let text = self.cast.text;
        let head = text[source.clone()].rsplit(' ').next()?;
        if !(head.ends_with('s') || head.ends_with("men")) || !class(head).is(Class::PERSON) {
            return None;
        }
        let from = self.mentions_before(source.end);
        let first = self.mentions.get(from)?;
        if text.get(source.end..first.begin())? != ", " {
            return None;
        }
        let until = self.mentions.len().min(from + MOST);
        let joint = (from + 1..until).rev().find_map(|last| {
            let joint = self.listed(last).filter(|joint| joint[0] == from)?;
            let closed = text[told_up_to(&self.mentions[last])..].starts_with([',', '.']);
            closed.then_some(joint)
        })?;
        Some(joint.iter().filter_map(|at| self.who[*at]).collect())
    }

    /// Those named together below a lead that only tells them: `Two senators` and `Ida Vell and Hal Orr`.
    pub(super) fn joint_below(&self, phrase: &Description, at: usize, far: usize) -> Option<usize> {
        let paragraph = self.paragraph(at);
        let all = self.cast.all.iter().enumerate().rev();
        let mut below: Vec<usize> = all
            .filter(|(_, known)| known.people > 1 && known.speaks && known.first > at)
            .filter(|(_, known)| self.paragraph(known.first) - paragraph <= far)
            .filter(|(_, known)| phrase.fits_joint(known) && phrase.tells_more(known))
            .map(|(number, _)| number)
            .collect();
        below.sort_by_key(|number| self.cast.all[*number].first);
        below.first().copied()
    }
}

impl Description {
    /// Whether it tells of several what is told of those named together.
    pub(super) fn fits_joint(&self, known: &Entity) -> bool {
        let plain = |word: &String| {
            let state = matches!(word.as_str(), "u.s" | "u.k");
            state || class(word).is(Class::NUMBER) || place(word).is_some()
        };
        let right = |word: &String| plain(word) || known.has_role(&singular(word));
        let counted = |word: &&str| count(word).is_some_and(|many| many != known.people);
        let noun = known.has_role(&self.noun) || self.general & known.groups != 0;
        known.people > 1
            && noun
            && self
                .modifiers
                .iter()
                .filter(|word| word.len() > 1)
                .all(right)
            && !self
                .text
                .to_lowercase()
                .split(' ')
                .any(|word| counted(&word))
    }

    /// Whether it tells of people named together more than that they have a say: how many they are, or a role of
    /// theirs. `Officials` may be anybody.
    fn tells_more(&self, known: &Entity) -> bool {
        let text = self.text.to_lowercase();
        known.has_role(&self.noun) || text.split(' ').any(|word| count(word).is_some())
    }
}

fn count(word: &str) -> Option<usize> {
    let numbers = ["two", "three", "four", "five", "six"];
    numbers.iter().position(|one| *one == word).map(|at| at + 2)
}

/// The noun of `The ranking members of both panels,`.
fn plural_head(phrase: &str) -> &str {
    let words = phrase.trim_end_matches(',').split(' ');
    let head = words.take_while(|word| !matches!(*word, "of" | "for" | "from" | "in" | "at"));
    head.last().unwrap_or_default()
}

/// The end of a name with what is told of its bearer behind it.
fn told_up_to(mention: &Mention) -> usize {
    let behind = [&mention.role, &mention.note];
    let ends = behind
        .into_iter()
        .flatten()
        .filter(|told| told.start >= mention.span.end)
        .map(|told| told.end);
    ends.max().unwrap_or(mention.span.end)
}
