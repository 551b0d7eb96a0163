//! Those whom a lead only tells, and the paragraphs below it name: `A Danish historian said so. Ida Holm, 44, has …`

use super::super::find::Record;
use super::description::Description;
use super::entity::{Entity, Kind};
use super::introduced::is_title_of;
use super::nouns::keeps_unnamed;
use super::offices::speaks_of_others;
use super::{Play, place};
use crate::articles::quotations::names::{Mentioned, Standing};

/// How many mentions, and paragraphs, are looked at below the lead.
const BELOW: usize = 24;
const NEAR: usize = 3;
/// How well somebody must fit whom the lead only tells.
const SAME: f32 = 1.1;
/// How well one must fit who has the title that a lead tells, where it tells more.
const UNTOLD: f32 = -1.5;
/// How well one must fit who says nothing else.
const TITLED: f32 = 3.0;

impl Play<'_> {
    /// Who is named below a lead that only tells them: `a Danish historian said` and `Ida Holm, a historian
    /// at the university of Aarhus, said`.
    pub(super) fn named_below(
        &self,
        phrase: &Description,
        at: usize,
        record: &Record,
    ) -> Option<usize> {
        let paragraph = self.stage.paragraph(at);
        let from = self.stage.mentions_before(at);
        let to = self.stage.mentions.len().min(from + BELOW);
        // Nobody names themselves in what they say.
        let said = |known: &Entity| {
            let mut content = record.quotation.content.iter();
            content.any(|span| span.contains(&known.first))
        };
        let mut first = true;
        (from..to)
            .take_while(|number| {
                self.stage
                    .paragraph(self.stage.mentions[*number].span.start)
                    <= paragraph + NEAR
            })
            .filter(|number| self.stage.mentions[*number].kind == Mentioned::Name)
            .filter_map(|number| self.stage.who[number])
            .find(|entity| {
                let known = &self.stage.cast.all[*entity];
                let new = known.named && known.first >= at && known.kind == Kind::Person;
                if !new || said(known) {
                    return false;
                }
                let fits = || phrase.fits_person(known);
                // `A judge said …` and, below, `Circuit Judge Ida Vell heard both sides`
                let least = if known.speaks { SAME } else { TITLED };
                let titled = || {
                    self.titles_of(*entity)
                        .any(|title| is_title_of(title, &phrase.noun))
                };
                // `A Liberal lawmaker said …` and, below, `Rep. Ida Vell said`; `The mayor of a port` and, first of all,
                // `Ida Vell, mayor of Oban,`
                let like =
                    || phrase.general & known.groups != 0 || self.is_told_so(*entity, phrase);
                let same = || {
                    known.speaks
                        && (titled() || first && like())
                        && fits().is_some_and(|fit| fit >= UNTOLD)
                };
                let found = fits().is_some_and(|fit| fit >= least)
                    || self.is_the(*entity, phrase)
                    || same();
                first = false;
                found
            })
    }

    /// Who is named first below a lead that only tells somebody, of whom nothing else is told: `A Danish nurse was freed.
    /// Ida Holm, 44, had been held for years. The nurse said`.
    pub(super) fn named_above(&self, entity: usize, at: usize) -> Option<usize> {
        let told = &self.stage.cast.all[entity];
        let lead = self.stage.paragraph(told.first);
        let unnamed = !told.named && told.alias.is_none() && told.kind == Kind::Person;
        if !unnamed || told.definite || lead > 1 {
            return None;
        }
        let phrase = Description::read(&told.name);
        // `A judge has ruled that a driver must pay. Hal Orr, 34, hit a pier`
        if keeps_unnamed(&phrase.noun) || speaks_of_others(&phrase.noun) {
            return None;
        }
        let from = self.stage.mentions_before(told.first + 1);
        let to = self.stage.mentions_before(at).min(from + BELOW);
        let number = (from..to).find(|number| {
            let mention = &self.stage.mentions[*number];
            let who = self.stage.who[*number].map(|who| &self.stage.cast.all[who]);
            let person = who.is_some_and(|who| who.kind == Kind::Person && who.words.len() > 1);
            mention.kind == Mentioned::Name && mention.depth == 0 && person
        })?;
        let mention = &self.stage.mentions[number];
        let named = self.stage.who[number]?;
        let known = &self.stage.cast.all[named];
        let paragraph = self.stage.paragraph(mention.span.start);
        let opens = mention.begin() == mention.sentence && mention.standing == Standing::Subject;
        let begins = opens && self.stage.begins_paragraph(mention.begin());
        let untold = known.roles.is_empty() && mention.title.is_none();
        let fits = !phrase.is_of_other_sex(known) && known.first == mention.span.start;
        let next = paragraph > lead && paragraph <= lead + 2;
        let called = self.stage.is_called(mention) && paragraph <= lead + 2;
        (fits && (begins && untold && next || called)).then_some(named)
    }

    /// The titles before the first name of somebody.
    fn titles_of(&self, entity: usize) -> impl Iterator<Item = &str> {
        let first = self.stage.cast.all[entity].first;
        let range = self.stage.mentions_in(&(first..first + 1));
        let titles = range.filter_map(|number| self.stage.mentions[number].title.as_ref());
        titles.map(|title| &self.stage.cast.text[title.clone()])
    }

    /// Whether what stands beside a name tells the same as a phrase: `Ida Vell, mayor of Oban,`.
    fn is_told_so(&self, entity: usize, phrase: &Description) -> bool {
        let first = self.stage.cast.all[entity].first;
        let range = self.stage.mentions_in(&(first..first + 1));
        let mut roles = range.filter_map(|number| self.stage.mentions[number].role.as_ref());
        roles.any(|role| Description::read(&self.stage.cast.text[role.clone()]).noun == phrase.noun)
    }

    /// Whether a name is told as the one whom the lead tells: `A lawyer for the port` and `Ida Vell, the lawyer, said`.
    fn is_the(&self, entity: usize, phrase: &Description) -> bool {
        let first = self.stage.cast.all[entity].first;
        let range = self.stage.mentions_in(&(first..first + 1));
        let mut roles = range.filter_map(|number| self.stage.mentions[number].role.as_ref());
        roles.any(|role| {
            let told = Description::read(&self.stage.cast.text[role.clone()]);
            let bare =
                told.is_definite() && told.modifiers.is_empty() && told.complement.is_empty();
            bare && told.noun == phrase.noun
        })
    }

    /// Whether somebody without a name goes on to speak behind the one named.
    pub(super) fn speaks_behind(&self, entity: usize, named: usize, records: &[Record]) -> bool {
        let first = self.stage.cast.all[named].first;
        let mut answered = records.iter().zip(&self.answers);
        answered.any(|(record, answer)| {
            answer.is_some_and(|(who, _)| who == entity) && place(record) > first
        })
    }

    /// The first who is named below a lead, at the beginning of a sentence, and speaks, where no more is known of
    /// them than the lead tells: `A man says he was lucky. Juma Orr, from Oban, told the Post`.
    pub(super) fn first_below(&self, phrase: &Description, at: usize) -> Option<usize> {
        let paragraph = self.stage.paragraph(at);
        let from = self.stage.mentions_before(at);
        let to = self.stage.mentions.len().min(from + BELOW);
        let near = |number: &usize| {
            let start = self.stage.mentions[*number].span.start;
            self.stage.paragraph(start) <= paragraph + 1
        };
        let new = |number: &usize| {
            let one = self.stage.who[*number].map(|who| &self.stage.cast.all[who]);
            self.stage.mentions[*number].kind == Mentioned::Name
                && one.is_some_and(|one| {
                    let person = one.kind == Kind::Person || one.words.len() > 1 && one.speaks;
                    one.may_be_person() && person && one.first >= at
                })
        };
        let number = (from..to).take_while(near).find(new)?;
        let mention = &self.stage.mentions[number];
        let entity = self.stage.who[number]?;
        let known = &self.stage.cast.all[entity];
        let fits = phrase.fits_person(known).is_some_and(|fit| fit > -0.5);
        let opens = mention.begin() == mention.sentence && mention.standing == Standing::Subject;
        let of_anybody = known.groups == 0 && phrase.is_of_anybody();
        (known.speaks && opens && fits && of_anybody).then_some(entity)
    }

    /// The first new person who speaks below a lead that begins with `The man`.
    pub(super) fn teased_below(&self, phrase: &Description, at: usize) -> Option<usize> {
        let paragraph = self.stage.paragraph(at);
        let from = self.stage.mentions_before(at);
        let to = self.stage.mentions.len().min(from + BELOW);
        let new = |number: usize| {
            let start = self.stage.mentions[number].span.start;
            let entity = self.stage.who[number]?;
            let known = &self.stage.cast.all[entity];
            let near = self.stage.paragraph(start) <= paragraph + NEAR;
            let person = known.kind == Kind::Person && known.speaks && known.first >= at;
            (near && person && !phrase.is_of_other_sex(known)).then_some(entity)
        };
        (from..to).find_map(new)
    }
}
