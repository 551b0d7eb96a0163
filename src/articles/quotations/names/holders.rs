//! Those who hold an office in a body that is named before them, without a comma: `Chairman of the
//! Standing Committee Hao Jingwen`, `speaker of the upper house Valeria Stoz`.

use std::ops::Range;

use super::super::lexicon::Class;
use super::super::phrases::{is_particle, is_verb};
use super::super::word_list::WordList;
use super::super::words::{Kind, Token};
use super::portfolios::{before_particles, is_ministerial};
use super::titles::opens_name;
use super::{given_in_small, is_small};

/// How many words the name of the body may have, with what belongs to it.
const LONGEST_BODY: usize = 14;
/// The most words of a name.
const LONGEST_NAME: usize = 4;
/// Bodies that have no name of their own behind the noun.
const INSTITUTIONS: WordList = WordList::new(&[
    "house",
    "chamber",
    "parliament",
    "assembly",
    "senate",
    "committee",
    "commission",
    "council",
    "cabinet",
    "ministry",
    "department",
    "government",
    "administration",
    "region",
    "delegation",
    "secretariat",
    "opposition",
    "faction",
    "directorate",
    "inspectorate",
    "headquarters",
    "bureau",
]);

/// What a body or an office is for; a name behind it is another's.
const FIELDS: WordList = WordList::new(&[
    "affairs",
    "fisheries",
    "relations",
    "resources",
    "statistics",
    "budget",
    "prevention",
    "services",
    "rights",
    "sciences",
    "studies",
    "sports",
    "finance",
    "education",
    "health",
    "culture",
    "trade",
    "commerce",
    "industry",
    "energy",
    "agriculture",
    "development",
    "security",
    "policy",
    "cooperation",
    "transport",
    "justice",
    "defense",
]);

/// What may stand before a field: `Local Government`.
const FIELD_KINDS: WordList = WordList::new(&[
    "local",
    "public",
    "social",
    "rural",
    "urban",
    "higher",
    "basic",
    "regional",
    "national",
    "internal",
    "international",
    "civil",
    "digital",
    "foreign",
    "economic",
]);

/// Where the name of a person begins in a run that opens with the body: the start of the run if none does.
pub(super) fn holder_start(tokens: &[Token<'_>], run: &Range<usize>) -> usize {
    let titled = || tokens[run.clone()].iter().any(opens_name);
    if run.len() < 3 || office_held(tokens, run.start).is_none() || titled() {
        return run.start;
    }
    let nobody = |at: usize| {
        tokens[at..run.end]
            .iter()
            .any(|token| token.is(Class::SPEAKER.or(Class::BODY).or(Class::TITLE)))
    };
    // `a spokesman for President Vell` is another.
    let titled = |at: usize| {
        let before = &tokens[at - 1];
        // `a spokesman for Rep. Ida Vell`
        let short = before.text.ends_with('.') && at == run.start + 1;
        before.is(Class::TITLE) && (before.is(Class::PERSON) || short)
    };
    let longest = run.end.saturating_sub(LONGEST_NAME).max(run.start + 1);
    let known = |at: &usize| given_in_small(tokens[*at].text).is_some();
    if let Some(field) = field_end(tokens, run).filter(|at| !nobody(*at)) {
        return field;
    }
    let last = run.end - 2;
    let before = &tokens[last - 1];
    let behind_body = (before.is(Class::BODY) || before.any(&FIELDS)).then_some(last);
    (longest..=last)
        .find(known)
        .or(behind_body)
        .filter(|at| !nobody(*at) && !titled(*at))
        .map_or(run.start, |at| before_particles(tokens, run, at))
}

/// Where the name of a person begins behind words that can only name what an office is for: `Minister for Sustainability
/// Nur Aisyah Rahim`, `leader of the Opposition K. R. Bhat`.
pub(super) fn field_end(tokens: &[Token<'_>], run: &Range<usize>) -> Option<usize> {
    let of_field = |at: &usize| is_field(tokens[*at].text) || tokens[*at].any(&INSTITUTIONS);
    // `Humanitarian Affairs`
    let many = |at: usize| tokens[at].any(&FIELDS) && tokens[at].text.ends_with('s');
    let modifies = |at: &usize| {
        tokens[*at].any(&FIELD_KINDS) && of_field(&(at + 1))
            || many(at + 1) && given_in_small(tokens[*at].text).is_none()
    };
    let in_field = |at: &usize| of_field(at) || at + 1 < run.end && modifies(at);
    let words = run.clone().take_while(in_field).count();
    let start = run.start + words;
    let named = tokens.get(start..run.end)?;
    let length = named.iter().filter(|token| !is_particle(token)).count();
    (words > 0 && (2..=LONGEST_NAME).contains(&length)).then_some(start)
}

/// Whether a word names what an office is for.
pub(in crate::articles::quotations) fn is_field(word: &str) -> bool {
    const ENDINGS: [&str; 9] = [
        "ity", "tion", "tions", "ment", "ness", "ship", "ture", "istry", "ism",
    ];
    let abstract_noun = word.len() > "Charity".len()
        && ENDINGS.iter().any(|ending| word.ends_with(ending))
        && given_in_small(word).is_none();
    abstract_noun || FIELDS.has(word)
}

/// Whether the noun before a name is an institution in which its bearer has an office.
pub(super) fn is_held(tokens: &[Token<'_>], start: usize) -> bool {
    start > 0 && tokens[start - 1].any(&INSTITUTIONS) && office_held(tokens, start).is_some()
}

/// Where the office begins that stands before a body of which the words before `start` are a part.
pub(super) fn office_held(tokens: &[Token<'_>], start: usize) -> Option<usize> {
    let belongs = |at: &usize| {
        let token = &tokens[*at];
        match token.kind {
            Kind::Name => !is_small(token),
            Kind::Word => {
                // `leader of the opposition in the lower house`
                let within = token.is_word("in")
                    && tokens.get(*at + 1).is_some_and(|next| next.is_word("the"));
                within
                    || token.any(words!["of", "for", "on", "to", "and", "the", "at"])
                    || token.is(Class::BODY)
                    || token.readings().is_empty()
                        && !is_verb(tokens, *at)
                        && !token.is(Class::PREPOSITION
                            .or(Class::DETERMINER)
                            .or(Class::SUBJECT)
                            .or(Class::AUXILIARY)
                            .or(Class::SUBORDINATOR)
                            .or(Class::RELATIVE)
                            .or(Class::ADVERB))
            }
            _ => false,
        }
    };
    let is_office = |at: usize| {
        let joined = tokens[at + 1..start]
            .first()
            .is_some_and(|next| next.any(words!["of", "for", "at", "on"]));
        joined
            && (is_ministerial(&tokens[at])
                || tokens[at].is(Class::TITLE) && tokens[at].is(Class::PERSON))
    };
    let from = start.saturating_sub(LONGEST_BODY);
    let mut at = (from..start)
        .rev()
        .take_while(belongs)
        .find(|at| is_office(*at))?;
    while at > 0
        && start - at < LONGEST_BODY
        && (tokens[at - 1].kind == Kind::Name && !is_small(&tokens[at - 1])
            || tokens[at - 1].any(words![
                "deputy",
                "first",
                "vice",
                "special",
                "permanent",
                "acting"
            ]))
    {
        at -= 1;
    }
    Some(at)
}
