//! How far a description reaches behind its noun: `aide to the president`, `people familiar with the plan`.

use std::ops::Range;

use super::nouns::singular;
use crate::articles::quotations::lexicon::{Class, class, class_in_small};
use crate::text::{folded, in_small};

/// Which phrase behind a noun belongs to the description of a speaker: `an aide to the president`.
const COMPLETING: [(&str, &[&str]); 5] = [
    (
        "to",
        &[
            "aide",
            "adviser",
            "advisor",
            "ambassador",
            "envoy",
            "assistant",
            "counsel",
            "close",
        ],
    ),
    ("on", &["commissioner", "rapporteur", "envoy"]),
    ("with", &["familiar"]),
    (
        "in",
        &[
            "government",
            "ministry",
            "parliament",
            "court",
            "embassy",
            "authority",
        ],
    ),
    ("at", &["source"]),
];

/// Nouns that say next to nothing without the clause behind them: `people who know him`.
const VAGUE: [&str; 7] = [
    "people",
    "person",
    "sources",
    "source",
    "those",
    "officials",
    "aides",
];
/// How an unnamed source comes to know.
const KNOWING: [&str; 5] = ["direct", "knowledge", "firsthand", "first-hand", "access"];
/// Documents that stand in a newspaper.
const PRINTED: [&str; 6] = ["report", "study", "article", "editorial", "essay", "column"];
/// What is done to documents so that they are known.
const DONE: [&str; 20] = [
    "published",
    "released",
    "issued",
    "compiled",
    "gathered",
    "collected",
    "obtained",
    "reviewed",
    "seen",
    "conducted",
    "commissioned",
    "posted",
    "carried",
    "leaked",
    "provided",
    "produced",
    "prepared",
    "shared",
    "written",
    "filed",
];
/// How many words of such a clause are kept.
const LONGEST_CLAUSE: usize = 9;

/// A description with what completes it between its noun and the verb, or the next stop.
pub(super) fn whole(text: &str, source: &Range<usize>, cue: Option<usize>) -> Option<String> {
    let rest = &text[source.end..];
    let goes_on =
        |mark: char| mark.is_alphanumeric() || matches!(mark, ' ' | '-' | '\'' | '’' | '\n');
    // The stop of `Mr.` is none.
    let titled = |at: usize| {
        let before = &rest[..at];
        let word = before.rsplit(' ').next().unwrap_or(before);
        rest[at..].starts_with(". ") && class_in_small(word).is(Class::TITLE)
    };
    let stop = rest
        .char_indices()
        .find(|(at, mark)| !goes_on(*mark) && !titled(*at))
        .map(|(at, _)| at);
    let stop = source.end + stop.unwrap_or(rest.len());
    let stop = cue
        .filter(|cue| *cue > source.end)
        .map_or(stop, |cue| cue.min(stop));
    let behind = || text[source.end..stop].split_whitespace();
    let words: Vec<&str> = behind().take(LONGEST_CLAUSE + 1).collect();
    let before_verb = cue.is_none_or(|cue| cue > source.end);
    if let Some(clause) = clause(&text[source.clone()], &words, before_verb) {
        return Some(clause);
    }
    if let Some(authored) = authored(&text[source.clone()], &words) {
        return Some(authored);
    }
    if let Some(public) = made_public(&text[source.clone()], &words) {
        return Some(public);
    }
    if let Some(written) = written(&text[source.clone()], &words).filter(|_| before_verb) {
        return Some(written);
    }
    let words = &words[..words.len().min(7)];
    if let Some(part) = of_a_part(&text[source.clone()], words) {
        return Some(part);
    }
    // `three people close to the talks`
    let adjective = words
        .first()
        .filter(|first| matches!(**first, "close" | "familiar"));
    let noun = text[source.clone()].split_whitespace().next_back()?;
    let noun = in_small(adjective.unwrap_or(&noun));
    let vague = matches!(
        noun.as_ref(),
        "people" | "person" | "those" | "sources" | "source"
    );
    let noun = singular(&noun);
    let own = usize::from(adjective.is_some());
    let first = words.get(own)?;
    // `two people in the room`
    let there = matches!(*first, "in" | "inside" | "at" | "on" | "within" | "near")
        && matches!(
            *words.get(1)?,
            "the" | "both" | "his" | "her" | "their" | "attendance"
        );
    if vague && there && words.len() <= 5 && !timed(words) {
        return Some(format!(
            "{} {}",
            folded(&text[source.clone()]),
            words.join(" ")
        ));
    }
    let (_, nouns) = COMPLETING.iter().find(|(of, _)| of == first)?;
    let place = *first != "in" || words.get(1)?.starts_with(char::is_uppercase);
    // `officials with knowledge of the plan`
    let knows = *first == "with" && KNOWING.contains(words.get(1)?);
    let vague =
        VAGUE.contains(&noun.as_ref()) || matches!(noun.as_ref(), "official" | "aide" | "diplomat");
    if knows && vague && (2..7).contains(&words.len()) {
        return Some(format!(
            "{} {}",
            folded(&text[source.clone()]),
            words.join(" ")
        ));
    }
    let fits = place && nouns.contains(&noun.as_ref()) && (2..6).contains(&(words.len() - own));
    (fits && !timed(words))
        .then(|| format!("{} {}", folded(&text[source.clone()]), words.join(" ")))
}

/// `Last month officials`: a phrase without the time before it.
pub(super) fn without_time(phrase: &str) -> &str {
    let joint = ["But ", "And ", "Yet "];
    let bare = joint.iter().find_map(|joint| phrase.strip_prefix(joint));
    let phrase = bare.unwrap_or(phrase);
    let mut words = phrase.splitn(3, ' ');
    let (first, time, rest) = (words.next(), words.next(), words.next());
    let told = first.is_some_and(|first| matches!(first, "Last" | "last" | "This" | "Next"))
        && time.is_some_and(|time| class_in_small(time).is(Class::TIME));
    rest.filter(|_| told).unwrap_or(phrase)
}

/// Whether words behind a noun tell when or on what occasion, or go on with a clause.
fn timed(words: &[&str]) -> bool {
    words[1..].iter().any(|word| {
        let of = class(&word.to_lowercase());
        of.is(Class::TIME
            .or(Class::OCCASION)
            .or(Class::AUXILIARY)
            .or(Class::RELATIVE))
    })
}

/// A description of hardly anything with the clause that tells more: `two people who were there`, `the
/// last candidate to stand here`.
fn clause(source: &str, words: &[&str], before_verb: bool) -> Option<String> {
    let mut own = source.split_whitespace();
    let first = in_small(own.next()?);
    let noun = in_small(source.split_whitespace().next_back()?);
    let opens = *words.first()?;
    let helps = |word: &&&str| class(word).is(Class::AUXILIARY.or(Class::ADVERB));
    let helping = words.iter().rev().take_while(helps).count();
    let words = &words[..words.len() - if before_verb { helping } else { 0 }];
    // `who were there and described what they had heard`
    let and = words.iter().skip(3).position(|word| *word == "and");
    let words = and.map_or(words, |at| &words[..at + 3]);
    // Of an official who speaks, the clause before the verb tells but how they know.
    let one = matches!(noun.as_ref(), "official" | "aide" | "diplomat") && !before_verb;
    let vague = VAGUE.contains(&noun.as_ref()) || one;
    let relative = opens == "who" && first != "the" && vague;
    let ranked = own
        .next()
        .is_some_and(|word| matches!(word, "last" | "first" | "only"));
    let infinitive = opens == "to" && first == "the" && ranked;
    let anonymous = words.iter().any(|word| {
        matches!(
            *word,
            "condition" | "anonymity" | "named" | "identified" | "spoke"
        )
    });
    let fits = (relative || infinitive) && (3..=LONGEST_CLAUSE).contains(&words.len());
    (fits && !anonymous).then(|| format!("{} {}", folded(source), words.join(" ")))
}

/// A document with what was done to it, and by whom or where: `data released by the Harbour Institute`.
fn made_public(source: &str, words: &[&str]) -> Option<String> {
    let noun = in_small(source.split_whitespace().next_back()?);
    let opens = in_small(source.split_whitespace().next()?);
    let told = matches!(
        opens.as_ref(),
        "the" | "this" | "that" | "these" | "those" | "his" | "her" | "its" | "their"
    );
    let (done, rest) = words.split_first()?;
    let place = rest.first().filter(|_| DONE.contains(done))?;
    let last = rest.iter().take(LONGEST_CLAUSE - 1).position(|word| {
        class_in_small(word).is(Class::AUXILIARY.or(Class::RELATIVE).or(Class::TIME))
    });
    let end = last.unwrap_or(rest.len().min(LONGEST_CLAUSE - 1));
    let small =
        |word: &&&str| class(word).is(Class::PREPOSITION.or(Class::AND)) || **word == "last";
    let end = end - rest[..end].iter().rev().take_while(small).count();
    let fits = matches!(*place, "by" | "in") && class(&noun).is(Class::DOCUMENT) && !told;
    (fits && end > 1).then(|| format!("{} {done} {}", folded(source), rest[..end].join(" ")))
}

/// A document with who wrote it, or where it stands: `survey by the Harbour Institute`, `report in the Oban Post`.
fn authored(source: &str, words: &[&str]) -> Option<String> {
    let noun = in_small(source.split_whitespace().next_back()?);
    let (of, rest) = words.split_first()?;
    let printed = *of == "in" && PRINTED.contains(&noun.as_ref());
    let counted = matches!(
        noun.as_ref(),
        "calculations" | "estimates" | "projections" | "estimate" | "tally" | "count"
    );
    if !(*of == "by" && (counted || class(&noun).is(Class::DOCUMENT)) || printed) {
        return None;
    }
    let the = usize::from(
        rest.first()
            .is_some_and(|word| matches!(*word, "the" | "The")),
    );
    let capital = |word: &str| word.starts_with(char::is_uppercase);
    let small = |word: &str| matches!(word, "of" | "for" | "and" | "the" | "on" | "&");
    let named = |word: &&&str| capital(word) || small(word);
    let name: Vec<&str> = rest[the..].iter().take_while(named).copied().collect();
    let end = name.iter().rposition(|word| capital(word))? + 1;
    let owns = name[end - 1].ends_with("'s") || name[end - 1].ends_with("’s");
    let begins = capital(name[0]) && (*of == "by" || the == 1) && !owns;
    // `tally by Pellian officials`
    let goes_on = rest.get(the + end).is_some_and(|next| {
        let behind = Class::PREPOSITION
            .or(Class::AUXILIARY)
            .or(Class::RELATIVE)
            .or(Class::TIME)
            .or(Class::AND);
        next.starts_with(char::is_lowercase) && !class(next).is(behind)
    });
    (begins && !goes_on).then(|| format!("{} {of} {}", folded(source), rest[..the + end].join(" ")))
}

/// A document with those who wrote it, without their name: `A report by the national geology service`.
fn written(source: &str, words: &[&str]) -> Option<String> {
    let noun = in_small(source.split_whitespace().next_back()?);
    let opens = in_small(source.split_whitespace().next()?);
    let (of, by) = words.split_first()?;
    let (the, rest) = by.split_first()?;
    let told = |word: &&str| {
        let class = class_in_small(word);
        let small = Class::PREPOSITION.or(Class::AUXILIARY).or(Class::TIME);
        class.is(small.or(Class::RELATIVE).or(Class::AND))
    };
    let body = rest
        .last()
        .is_some_and(|last| class_in_small(last).is(Class::BODY.or(Class::PERSON)));
    let fits = *of == "by"
        && matches!(*the, "the" | "a" | "an")
        && matches!(opens.as_ref(), "a" | "an")
        && class(&noun).is(Class::DOCUMENT);
    (fits && body && words.len() <= LONGEST_CLAUSE && !rest.iter().any(told))
        .then(|| format!("{} {}", folded(source), words.join(" ")))
}

/// `strategists in both parties`, `sheriffs in her district`
fn of_a_part(source: &str, words: &[&str]) -> Option<String> {
    let noun = in_small(source.split_whitespace().next_back()?);
    let many = noun.ends_with('s') && class(&noun).is(Class::PERSON);
    let owned = matches!(
        *words.get(1)?,
        "both" | "his" | "her" | "its" | "their" | "other"
    );
    let last = words
        .get(2)
        .filter(|word| !class(word).is(Class::TIME.or(Class::OCCASION)))?;
    (many && words[0] == "in" && owned)
        .then(|| format!("{} in {} {last}", folded(source), words[1]))
}
