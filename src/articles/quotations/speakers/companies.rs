//! Companies and other bodies by less than their whole names: without the form, cut, by initials.

use super::bearers::BEARERS;
use super::cast::Cast;
use super::entity::{Entity, Kind};
use super::naming::plain;
use super::places::place;
use crate::articles::quotations::lexicon::{Class, class};
use crate::articles::quotations::names::given;

/// What a company's name ends with that its initials leave out.
const COMPANY_FORMS: [&str; 10] = [
    "co",
    "company",
    "corp",
    "corporation",
    "inc",
    "ltd",
    "limited",
    "plc",
    "llc",
    "group",
];

/// How many letters are left of a word that is cut, at the least.
const SHORTEST_CUT: usize = 3;

impl Cast<'_> {
    /// The only company whose name begins with two words or more: `Baltic Harbour` for Baltic Harbour Services Ltd.
    pub(super) fn company_called(&self, own: &[String]) -> Option<usize> {
        let bearers = self.by_word.get(own.first()?).filter(|_| own.len() > 1)?;
        let body = |word: &str| class(word).is(Class::SPEAKER);
        let barred = given(&own[0]).is_some()
            || is_form(&own[own.len() - 1])
            || own.iter().any(|word| body(word))
            || place(&own.join(" ")).is_some();
        if barred {
            return None;
        }
        let begins = |number: &usize| {
            let known = &self.all[*number];
            let longer = known.words.len() > own.len() && known.words.starts_with(own);
            // `Legal Aid` for the Legal Aid Society
            let bodily = |last: &String| {
                known.kind == Kind::Body && known.words.len() == own.len() + 1 && body(last)
            };
            let last = known.words.last().filter(|_| longer);
            last.is_some_and(|last| is_form(last) || bodily(last)) || is_cut(own, known)
        };
        let mut found = bearers.iter().take(BEARERS).copied().filter(begins);
        let only = found.next()?;
        found.next().is_none().then_some(only)
    }

    /// Notes the first letters of a body's name, of a company's without its form as well: FEC, or
    /// F.E.C.; NM for the Northern Motor Co.
    pub(super) fn note_initials(&mut self, number: usize, name: &str, body: bool) {
        let initial = |word: &str| word.chars().next().filter(|first| first.is_uppercase());
        let split = name.rsplit_once(' ');
        let called = split.filter(|(_, last)| is_form(&plain(last)));
        let called = called.map_or(name, |(called, _)| called);
        let company = called != name;
        // `the Associated Press`
        let body = body || name.ends_with(" Press");
        if !body && !company {
            return;
        }
        for name in [(body || company).then_some(name), company.then_some(called)]
            .into_iter()
            .flatten()
        {
            let initials: String = name.split_whitespace().filter_map(initial).collect();
            // Two letters are those of two words: the University of Natal is no UN, Arden Inc no AI.
            let both = name == called && name.split_whitespace().count() == 2;
            if initials.len() >= 3 || initials.len() == 2 && both {
                self.initials.entry(initials).or_insert(number);
            }
        }
    }
}

/// A company's name of several words without its form: `Northern Motor` for the Northern Motor Co. One that
/// begins with a given name is somebody's.
pub(super) fn without_form(own: &[String]) -> Option<&[String]> {
    let (last, called) = own.split_last()?;
    let company = called.len() > 1 && is_form(last) && given(&called[0]).is_none();
    company.then_some(called)
}

/// Whether a name is that of a body whose last word is cut: `Vell Tech` for Vell Technologies.
fn is_cut(own: &[String], known: &Entity) -> bool {
    let (Some((cut, first)), Some((last, others))) = (own.split_last(), known.words.split_last())
    else {
        return false;
    };
    first == others
        && !known.woman.is_normal()
        && matches!(known.kind, Kind::Body | Kind::Unknown)
        && cut.len() >= SHORTEST_CUT
        && last.len() > cut.len() + 1
        && last.starts_with(cut.as_str())
}

fn is_form(word: &str) -> bool {
    COMPANY_FORMS.contains(&word)
}
