//! Descriptions by whose they are: `her advisers`, `their association`, `his wife`.

use std::ops::Range;

use super::How;
use super::description::Description;
use super::entity::Kind;
use super::naming::words;
use super::pronouns::Around;
use super::stage::Stage;

/// Nouns for relatives, who are told by whose they are.
pub(super) const KIN: [&str; 14] = [
    "son", "daughter", "wife", "husband", "mother", "father", "brother", "sister", "widow",
    "cousin", "uncle", "aunt", "nephew", "niece",
];

/// Nouns for those who work for somebody, together.
const STAFF: [&str; 9] = [
    "office",
    "campaign",
    "team",
    "camp",
    "staff",
    "party",
    "group",
    "administration",
    "lawyers",
];

/// Those who report for somebody, and words for whom they do.
const REPORTING: [&str; 4] = ["correspondent", "reporter", "editor", "analyst"];
const MEDIA: [&str; 22] = [
    "correspondent",
    "reporter",
    "editor",
    "bbc",
    "cnn",
    "npr",
    "pbs",
    "abc",
    "cbs",
    "nbc",
    "itv",
    "rte",
    "sabc",
    "nhk",
    "afp",
    "dw",
    "reuters",
    "sky",
    "jazeera",
    "news",
    "guardian",
    "times",
];

/// Where a pronoun within a description tells whose somebody is.
const WITHIN: [(&str, &str); 6] = [
    (" of her ", "her"),
    (" of his ", "his"),
    (" for her ", "her"),
    (" for his ", "his"),
    (" to her ", "her"),
    (" to his ", "his"),
];

/// How many mentions are looked at before those who report for somebody.
const NEAR: usize = 16;

impl Stage<'_> {
    /// `our correspondent`, where the station's Iris Vane has spoken before.
    fn our_own(&self, description: &Description) -> Option<usize> {
        if !REPORTING.contains(&description.noun.as_str()) {
            return None;
        }
        let of_ours = |entity: &usize| {
            let known = &self.cast.all[*entity];
            known.named && known.may_be_person() && MEDIA.iter().any(|word| known.has_role(word))
        };
        self.present().into_iter().find(of_ours)
    }

    /// `her party`, `their association`, `his wife`.
    pub(super) fn owned(
        &mut self,
        description: &Description,
        owner: &str,
        at: usize,
        around: Option<&Around>,
    ) -> (usize, How) {
        if owner == "our"
            && let Some(ours) = self.our_own(description)
        {
            return (ours, How::RoleLike);
        }
        let told = self.told_before(owner, at);
        // `His lawyer said Orr would appeal` may be of Orr's lawyer.
        let barred = std::mem::take(&mut self.barred);
        let possessor = told.or_else(|| self.pronoun(owner, at, around).map(|found| found.0));
        self.barred = barred;
        // `His brother, Tom, said … His brother said …` is Tom, not a brother of his, nor is `His lawyer` a lawyer's lawyer.
        let kin = |one: usize| {
            let noun = description.noun.as_str();
            let known = &self.cast.all[one];
            let role = known.role.as_deref().unwrap_or_default();
            known.has_role(noun) && (KIN.contains(&noun) || is_owned(role))
        };
        let own = possessor.filter(|one| !kin(*one));
        if description.kind == Kind::Person
            && let Some(found) = self
                .meant(description, at)
                .filter(|found| Some(found.0) != own)
        {
            return found;
        }
        if let Some(spouse) = possessor.and_then(|one| self.spouse(one, description, at)) {
            return (spouse, How::RoleLike);
        }
        if let Some(possessor) = possessor.filter(|_| description.kind == Kind::Body)
            && let Some(body) = self.body_of(possessor, description)
        {
            return (body, How::ThingNamed);
        }
        let first_person = matches!(owner, "my" | "our" | "your");
        let named = possessor.and_then(|one| self.named_by_owner(one, description, first_person));
        let Some(name) = named else {
            let same = self.same_words(description);
            let number = same.unwrap_or_else(|| self.describe(description, at));
            return (number, How::Described);
        };
        (self.named_so(name, description, at), How::Described)
    }

    /// Those who work for whoever is named before "whose": `Ida Vell, whose office said`.
    pub(super) fn staff_of_whose(
        &mut self,
        source: &Range<usize>,
        phrase: &str,
    ) -> Option<(usize, How)> {
        let text = self.cast.text;
        let before = text[..source.start].strip_suffix("whose ")?;
        if text[source.end..].starts_with(',') {
            return None;
        }
        let description = Description::read(phrase);
        // `Lutonia, whose minister said`
        let staff = STAFF.contains(&description.noun.as_str());
        let owner = self.nearest_before(before.len()).filter(|owner| {
            let known = &self.cast.all[*owner];
            known.kind == Kind::Person && (staff || known.words.len() > 1)
        })?;
        let name = self.named_by_owner(owner, &description, false)?;
        Some((
            self.named_so(name, &description, source.start),
            How::Described,
        ))
    }

    /// A name with the owner in it for whom a pronoun stands: `one of Vell's strategists`.
    pub(super) fn with_owner_within(
        &mut self,
        name: &str,
        at: usize,
        around: Option<&Around>,
    ) -> Option<String> {
        let (joint, owner) = WITHIN.iter().find_map(|(joint, owner)| {
            let at = name.find(joint)? + joint.len() - owner.len() - 1;
            Some((at, *owner))
        })?;
        let possessor = self.pronoun(owner, at, around)?.0;
        let known = &self.cast.all[possessor];
        if !known.named || known.kind != Kind::Person {
            return None;
        }
        let short = known.short.as_deref();
        let short = short.unwrap_or_else(|| surname(&known.name));
        let rest = &name[joint + owner.len()..];
        Some([&name[..joint], short, "'s", rest].concat())
    }

    /// The one present with such a name, or somebody new who is described and called so.
    pub(super) fn named_so(&mut self, name: String, description: &Description, at: usize) -> usize {
        let same = |one: &usize| self.cast.all[*one].name == name;
        let known = self.present().into_iter().find(same);
        known.unwrap_or_else(|| {
            let number = self.describe(description, at);
            self.cast.all[number].name = name;
            number
        })
    }

    /// Of whom it is said, where those report who belong to them: `Vell left on Monday, his office said`.
    fn told_before(&self, owner: &str, at: usize) -> Option<usize> {
        let woman = match owner {
            "his" => false,
            "her" => true,
            _ => return None,
        };
        let told = self.said_of?;
        let known = &self.cast.all[told];
        if !known.may_be_person() || known.is_of_other_sex(woman, 1.0) {
            return None;
        }
        let sentence = self.sentence(at);
        let before = self.mentions_before(at);
        let mut near = (before.saturating_sub(NEAR)..before).rev();
        near.any(|number| {
            self.who[number] == Some(told)
                && self.sentence(self.mentions[number].span.start) == sentence
        })
        .then_some(told)
    }

    /// The one of another sex with the same surname, for "her husband".
    fn spouse(&self, possessor: usize, description: &Description, at: usize) -> Option<usize> {
        if !matches!(description.noun.as_str(), "husband" | "wife") {
            return None;
        }
        let own = self.cast.all[possessor].words.last()?;
        let woman = description.noun == "wife";
        let may_be = |one: &usize| {
            let known = &self.cast.all[*one];
            *one != possessor
                && known.named
                && known.may_be_person()
                && known.words.len() > 1
                && known.words.last() == Some(own)
                && known.first < at
                && !known.is_of_other_sex(woman, 1.0)
        };
        let mut found = self.present().into_iter().filter(may_be);
        let first = found.next()?;
        found.next().is_none().then_some(first)
    }

    /// `Vell's advisers` for "her advisers".
    fn named_by_owner(
        &self,
        possessor: usize,
        description: &Description,
        first_person: bool,
    ) -> Option<String> {
        let known = &self.cast.all[possessor];
        let noun = description.noun.as_str();
        let name = match known.kind {
            Kind::Group => known.name.as_str(),
            Kind::Person if known.named && KIN.contains(&noun) => known.name.as_str(),
            Kind::Person if known.named && !first_person => {
                let people = matches!(description.kind, Kind::Group | Kind::Person);
                let fits = people || STAFF.contains(&noun);
                fits.then(|| {
                    known
                        .short
                        .as_deref()
                        .unwrap_or_else(|| surname(&known.name))
                })?
            }
            _ => return None,
        };
        // `the Vell administration`, where the article calls it so
        if description.bare == "administration" {
            let whole = format!("{name} administration");
            if self.cast.text.contains(&whole) {
                return Some(whole);
            }
        }
        let many = known.kind == Kind::Group && name.ends_with('s');
        let mark = if many { "'" } else { "'s" };
        Some(format!("{name}{mark} {}", description.bare))
    }

    /// The body of which somebody's role tells: the Civic Front for "her party".
    pub(super) fn body_of(&self, possessor: usize, description: &Description) -> Option<usize> {
        let known = &self.cast.all[possessor];
        // `Ida Vell, who directs the HPU`
        let short = |word: &String| {
            let long = self.cast.shorts.get(&word.to_uppercase())?;
            self.cast.in_full(&words(long), true)
        };
        let mut named = known.roles.iter().filter_map(short);
        let called = named.find(|body| description.fits_thing(&self.cast.all[*body]).is_some());
        if called.is_some() {
            return called;
        }
        let mut bodies = known
            .roles
            .iter()
            .filter_map(|word| self.cast.by_word.get(word))
            .flat_map(|list| list.iter().rev().take(4));
        bodies
            .find(|body| {
                let body = &self.cast.all[**body];
                body.kind == Kind::Body
                    && body
                        .words
                        .iter()
                        .all(|word| known.has_role(&super::nouns::singular(word)))
                    && description.fits_thing(body).is_some()
            })
            .copied()
    }
}

/// Whether a role tells by a pronoun whose somebody is: `his lawyer`.
pub(super) fn is_owned(role: &str) -> bool {
    ["his ", "her ", "their ", "His ", "Her ", "Their "]
        .iter()
        .any(|owner| role.starts_with(owner))
}

pub(super) fn surname(name: &str) -> &str {
    let suffix = |word: &&str| !matches!(*word, "Jr." | "Jr" | "Sr." | "Sr" | "II" | "III" | "IV");
    name.split(' ').rfind(suffix).unwrap_or(name)
}
