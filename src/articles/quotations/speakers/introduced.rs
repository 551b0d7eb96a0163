//! Those who speak before they are named: `said a woman at the gate. Wanjiru, 34, had walked for hours.`

use std::ops::Range;

use super::super::find::Record;
use super::description::{Description, Opening};
use super::echo::letters;
use super::entity::Kind;
use super::forms::{is_courtesy, last_word};
use super::nouns::keeps_unnamed;
use super::offices::speaks_of_others;
use super::stage::Stage;
use super::{Answer, How, Play, place};
use crate::articles::quotations::marks::marked;
use crate::articles::quotations::names::{Mention, Mentioned, Standing};
use crate::articles::quotations::{QuotationKind, Rule};
use crate::text::in_small;

/// How many mentions are looked at behind a speaker without a name.
const BEHIND: usize = 12;
/// Within how many paragraphs those are named together whom a lead tells.
const BELOW_LEAD: usize = 4;
/// How many letters within marks are the same by no chance.
const FEWEST_LETTERS: usize = 10;
/// Within how many paragraphs and quotations below the same words are looked for.
const SAME_WORDS: usize = 6;
const SAME_RECORDS: usize = 64;
/// How little somebody may fit who says them.
const UNLIKE: f32 = -1.5;
/// Words right before a name by which somebody is introduced.
const CALLED: [&str; 24] = [
    " named as",
    "named him as",
    "named her as",
    "named the man as",
    "named the woman as",
    "named the victim as",
    "named the suspect as",
    "identified him as",
    "identified her as",
    "His name is",
    "Her name is",
    " surnamed",
    " identified by the surname",
    "name as",
    "name only as",
    "identified only as",
    "identified as",
    "himself as",
    "herself as",
    "himself only as",
    "herself only as",
    "only by her first name,",
    "only his first name,",
    "only her first name,",
];

impl Stage<'_> {
    /// `He gave his name as Juma`, `identified himself as Colonel Juma Orr`
    pub(super) fn is_called(&self, mention: &Mention) -> bool {
        let before = self.cast.text[..mention.begin()].trim_end();
        CALLED.iter().any(|words| before.ends_with(words))
    }

    /// Who is named in what stands between a source and its verb: `one of them, who gave his name as Juma, said`.
    pub(super) fn called_beside(&mut self, source: &Range<usize>, cue: usize) -> Option<usize> {
        let beside = self.mentions_in(&(source.end..cue.max(source.end)));
        let named = |number: &usize| {
            let mention = &self.mentions[*number];
            mention.kind == Mentioned::Name && mention.depth == 0 && self.is_called(mention)
        };
        let number = beside.into_iter().find(named)?;
        if let Some(known) = self.who[number] {
            return Some(known);
        }
        let name = &self.cast.text[self.mentions[number].span.clone()];
        let mut description = Description::read(name);
        description.kind = Kind::Person;
        let entity = self.describe(&description, source.start);
        let known = &mut self.cast.all[entity];
        name.clone_into(&mut known.name);
        known.named = true;
        Some(entity)
    }
}

/// Whether a phrase tells somebody by a thing that it only tells itself: `the mayor of a port`.
fn is_of_one(phrase: &str) -> bool {
    phrase.contains(" of a ") || phrase.contains(" of an ")
}

impl Play<'_> {
    /// Gives those who are only described the name by which the article introduces them right after.
    pub(super) fn introduce(&mut self, records: &[Record]) {
        let outer = |(_, record): &(usize, &Record)| record.within.is_none();
        let mut order: Vec<(usize, usize)> = records
            .iter()
            .enumerate()
            .filter(outer)
            .map(|(number, record)| (place(record), number))
            .collect();
        order.sort_unstable();
        for (number, record) in records.iter().enumerate() {
            let (Some((entity, how)), Some(source)) =
                (self.answers[number], &record.quotation.source)
            else {
                continue;
            };
            if matches!(
                how,
                How::Role | How::RoleLike | How::RoleLast | How::RoleDoubtful
            ) {
                let named = self.named_above(entity, source.start);
                if named.is_some() {
                    self.stage.cast.all[entity].alias = named;
                    continue;
                }
            }
            // `Auditor says`, in a headline, and `the auditor said`, in the lead
            let again = how == How::RoleLast && !self.stage.cast.all[entity].named;
            if record.quotation.rule == Rule::Turn || !(how == How::Described || again) {
                continue;
            }
            let known = &self.stage.cast.all[entity];
            let phrase = Description::read(&self.stage.cast.text[source.clone()]);
            if known.kind == Kind::Person && !known.named && known.alias.is_none() {
                let same = self.same_words(number, &phrase, records);
                if same.is_some() {
                    self.stage.cast.all[entity].alias = same;
                    continue;
                }
            }
            let lead = self.stage.paragraph(source.start) <= 1;
            let teased = lead && matches!(phrase.text.as_str(), "The man" | "The woman");
            let told = matches!(phrase.opening, Opening::Indefinite | Opening::Possessive);
            let single = phrase.raw == phrase.noun;
            // `The mayor of a port in the north said`
            let of_one = lead && phrase.is_definite() && is_of_one(&phrase.text);
            let one = (told || teased || of_one) && single;
            let unnamed = single && known.kind == Kind::Person && !known.named;
            let its = phrase.owner.as_deref() == Some("its");
            let definite = its || phrase.is_definite() || phrase.owned;
            if definite && unnamed && known.alias.is_none() && !phrase.is_age() {
                let next = order.partition_point(|(at, _)| *at <= source.end);
                let next = order.get(next).map(|(_, next)| *next);
                let named = next.and_then(|next| {
                    let answer = (&records[next], self.answers[next]);
                    self.named_next(entity, &phrase, source.end, answer)
                });
                if named.is_some() {
                    self.stage.cast.all[entity].alias = named;
                    continue;
                }
            }
            if lead && known.kind == Kind::Group && known.people == 0 && known.alias.is_none() {
                let joint = self.stage.joint_below(&phrase, source.end, BELOW_LEAD);
                self.stage.cast.all[entity].alias = joint;
                continue;
            }
            let person = known.kind == Kind::Person
                || known.kind == Kind::Unknown && phrase.opening == Opening::Indefinite;
            if known.named || known.alias.is_some() || !person || !one {
                continue;
            }
            self.name_introduced(entity, &phrase, source.end);
            if lead && self.stage.cast.all[entity].alias.is_none() {
                let below = self.named_below(&phrase, source.end, record);
                let below = below.filter(|named| {
                    !keeps_unnamed(&phrase.noun) || !self.speaks_behind(entity, *named, records)
                });
                let below = below.or_else(|| {
                    if teased {
                        self.teased_below(&phrase, source.end)
                    } else {
                        self.first_below(&phrase, source.end)
                    }
                });
                self.stage.cast.all[entity].alias = below;
            }
        }
    }

    /// The only one with a name who says below, within marks, what somebody who is only told has within marks:
    /// `An official said it was "not acceptable"` and `"That is not acceptable," Ida Holm said`.
    fn same_words(&self, number: usize, phrase: &Description, records: &[Record]) -> Option<usize> {
        let text = self.stage.cast.text;
        let quotation = &records[number].quotation;
        if quotation.kind == QuotationKind::Indirect {
            return None;
        }
        let at = quotation.source.as_ref()?.start;
        let paragraph = self.stage.paragraph(at);
        let mut words: Vec<String> = Vec::new();
        for span in &quotation.content {
            if quotation.kind == QuotationKind::Direct {
                words.push(letters(&text[span.clone()]));
            } else {
                let marks = marked(text, span.clone());
                words.extend(marks.iter().map(|one| letters(&text[one.inner.clone()])));
            }
        }
        words.retain(|one| one.len() >= FEWEST_LETTERS);
        if words.is_empty() {
            return None;
        }
        let mut named = None;
        let below = records.iter().zip(&self.answers).skip(number + 1);
        for (record, answer) in below.take(SAME_RECORDS) {
            let (Some((who, _)), Some(first)) = (answer, record.quotation.content.first()) else {
                continue;
            };
            let known = &self.stage.cast.all[*who];
            let below =
                first.start > at && self.stage.paragraph(first.start) <= paragraph + SAME_WORDS;
            let person = known.named && known.kind == Kind::Person;
            let direct = record.quotation.kind == QuotationKind::Direct
                && record.quotation.rule != Rule::Turn;
            if !below || !person || !direct {
                continue;
            }
            let says = record.quotation.content.iter().any(|span| {
                let said = letters(&text[span.clone()]);
                words.iter().any(|one| said.contains(one.as_str()))
            });
            if !says || phrase.fits_person(known).is_none_or(|fit| fit < UNLIKE) {
                continue;
            }
            if named.is_some_and(|one| one != *who) {
                return None;
            }
            named = Some(*who);
        }
        named
    }

    /// Who speaks next, if they are new and nothing is said of them: `The president's adviser said … "…," Ida Holm
    /// told the Post`.
    fn named_next(
        &self,
        entity: usize,
        phrase: &Description,
        at: usize,
        (record, answer): (&Record, Answer),
    ) -> Option<usize> {
        let (named, _) = answer?;
        let other = &self.stage.cast.all[named];
        let source = record.quotation.source.as_ref()?;
        let near = self.stage.paragraph(source.start) <= self.stage.paragraph(at) + 1;
        let text = self.stage.cast.text;
        let elected = phrase.is_of_elected() || leads(&phrase.noun) || heads_congress(phrase);
        let of_office = |title: &str| is_title_of(title, &phrase.noun);
        let mut past = false;
        let bare = self.stage.mentions_in(source).all(|number| {
            let mention = &self.stage.mentions[number];
            let title = mention.title.as_ref().map(|title| &text[title.clone()]);
            let role = mention.role.as_ref().map(|role| &text[role.clone()]);
            let elected =
                elected && title.is_some_and(is_of_congress) || title.is_some_and(of_office);
            past |= elected || role.is_some_and(is_past);
            (elected || title.is_none_or(is_polite))
                && (role == title || role.is_none_or(is_past))
                && mention.before.is_none()
        });
        let new = other.named && other.words.len() > 1 && other.first >= source.start;
        let untold = (other.roles.is_empty() || past) && other.kind != Kind::Body;
        let fits = near && bare && new && untold && !phrase.is_of_other_sex(other);
        (fits && named != entity && other.may_be_person()).then_some(named)
    }

    fn name_introduced(&mut self, entity: usize, phrase: &Description, at: usize) {
        let paragraph = self.stage.paragraph(at);
        let indefinite = phrase.opening == Opening::Indefinite;
        let from = self.stage.mentions_before(at);
        let to = self.stage.mentions.len().min(from + BEHIND);
        for number in from..to {
            let mention = &self.stage.mentions[number];
            let far = self.stage.paragraph(mention.span.start) - paragraph;
            if mention.kind != Mentioned::Name || mention.depth > 0 || far > 2 {
                continue;
            }
            let between = self.stage.cast.text.get(at..mention.span.start);
            let beside = between.is_some_and(|words| matches!(words.trim(), "named" | "called"));
            let called = beside || far <= 1 && self.stage.is_called(mention);
            // `A militia leader from the Great Lakes told the court …`
            let aside = mention.sentence <= at && mention.standing == Standing::Aside;
            if aside && !called {
                continue;
            }
            let Some(named) = self.stage.who[number] else {
                if called {
                    let name = &self.stage.cast.text[mention.span.clone()];
                    let known = &mut self.stage.cast.all[entity];
                    name.clone_into(&mut known.name);
                    known.named = true;
                    return;
                }
                continue;
            };
            let other = &self.stage.cast.all[named];
            if !other.may_be_person() {
                continue;
            }
            let new = other.first >= mention.span.start && other.named;
            let right = !phrase.is_of_other_sex(other)
                && (called
                    || indefinite && self.is_told_again(mention, phrase)
                    || indefinite
                        && far <= 1
                        && !phrase.is_of_office()
                        && !speaks_of_others(&phrase.noun)
                        && self.goes_on_with(mention));
            if new && right {
                self.stage.cast.all[entity].alias = Some(named);
                self.stage.cast.all[named].kind = Kind::Person;
            }
            return;
        }
    }

    /// `The woman, Wanjiru,`
    fn is_told_again(&self, mention: &Mention, phrase: &Description) -> bool {
        let before = mention.before.as_ref().or(mention.title.as_ref());
        before.is_some_and(|role| {
            let told = Description::read(&self.stage.cast.text[role.clone()]);
            // `A spokesman for the port said it was. "It is over," spokesman Juan Orr said.`
            let titled = mention.title.is_some() && told.opening == Opening::None;
            (told.is_definite() || titled && speaks_for(&told.noun)) && told.noun == phrase.noun
        })
    }

    /// A sentence that begins with a name and an age, and quotes nobody.
    fn goes_on_with(&self, mention: &Mention) -> bool {
        let text = self.stage.cast.text;
        let aged = mention
            .note
            .as_ref()
            .is_some_and(|note| text[note.clone()].bytes().all(|byte| byte.is_ascii_digit()));
        aged && mention.span.start == mention.sentence
            && mention.standing == Standing::Subject
            && !self.is_source(&mention.span)
    }
}

/// Whether a title is no office.
fn is_polite(title: &str) -> bool {
    is_courtesy(title) || matches!(title, "Dr" | "Dr." | "Prof" | "Prof.")
}

/// Whether a title is that of a member of a congress.
fn is_of_congress(title: &str) -> bool {
    matches!(title.trim_end_matches('.'), "Rep" | "Sen")
}

/// Whether a noun is that of one who leads others in a congress.
fn leads(noun: &str) -> bool {
    matches!(
        noun,
        "chairman" | "chairwoman" | "chair" | "leader" | "whip"
    )
}

/// Whether a phrase tells the head of something in a congress: `the head of the Senate Republican campaign arm`.
fn heads_congress(phrase: &Description) -> bool {
    let of = [
        "House",
        "Senate",
        "Republican",
        "Democratic",
        "congressional",
    ];
    phrase.noun == "head" && phrase.text.split(' ').any(|word| of.contains(&word))
}

/// Whether a title is that of one who is told by a noun: `Gov.` of a governor.
pub(super) fn is_title_of(title: &str, noun: &str) -> bool {
    let last = in_small(last_word(title.trim_end_matches('.')));
    let long: &[&str] = match last.as_ref() {
        "gov" => &["governor"],
        "sen" | "senator" => &["senator", "lawmaker", "legislator"],
        "rep" | "representative" => &["congressman", "congresswoman", "lawmaker", "legislator"],
        "prof" => &["professor"],
        "capt" => &["captain"],
        "sgt" => &["sergeant"],
        "cpl" => &["corporal"],
        "lt" => &["lieutenant"],
        "col" => &["colonel"],
        "maj" => &["major"],
        "gen" => &["general"],
        "adm" => &["admiral"],
        "cmdr" => &["commander"],
        "supt" => &["superintendent"],
        "det" => &["detective"],
        "insp" => &["inspector"],
        "cllr" | "cr" | "coun" => &["councillor"],
        _ => &[],
    };
    last == noun || long.contains(&noun)
}

/// Whether a role is one that somebody had before: `a former president`.
fn is_past(role: &str) -> bool {
    let bare = role
        .strip_prefix("a ")
        .or_else(|| role.strip_prefix("the "));
    bare.unwrap_or(role).starts_with("former ")
}

/// Whether a noun is that of one who speaks for others.
fn speaks_for(noun: &str) -> bool {
    matches!(noun, "spokesman" | "spokeswoman" | "spokesperson")
}
