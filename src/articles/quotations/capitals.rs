//! Headlines in capitals or in Title Case, and headings in capitals that tell who speaks, written as running text is.
//!
//! A word of such a headline is written as the paragraphs write it; one that they have not goes into small
//! letters. No word changes its length in bytes, so that places stay what they are.

use std::borrow::Cow;
use std::ops::Range;

use foldhash::fast::FixedState;
use hashbrown::HashMap;

use super::lexicon::{Class, class, class_in_small};
use super::names::given;
use super::speakers::naming::recased as recased_word;
use super::turn_labels::{Label, LabelKind, label};
use crate::articles::zones::{Zone, ZoneKind};
use crate::text::in_small;

/// The fewest words of a headline in Title Case.
const LEAST: usize = 3;
/// The shortest word that Title Case writes with a capital whatever it is, in bytes.
const LONG: usize = 4;

/// A text with its headlines as running text has them.
pub(super) fn recased<'t>(text: &'t str, zones: &[Zone]) -> Cow<'t, str> {
    let headlines: Vec<&Zone> = zones
        .iter()
        .filter(|zone| zone.kind == ZoneKind::Headline && is_titled(&text[zone.span.clone()]))
        .collect();
    let headings: Vec<&Zone> = zones
        .iter()
        .filter(|zone| zone.kind == ZoneKind::Heading && tells_speaker(&text[zone.span.clone()]))
        .collect();
    if headlines.is_empty() && headings.is_empty() {
        return Cow::Borrowed(text);
    }
    let mut forms: HashMap<String, Option<Cow<'_, str>>, FixedState> = headlines
        .iter()
        .chain(&headings)
        .flat_map(|zone| words(text, zone.span.clone()))
        .map(|span| (text[span].to_lowercase(), None))
        .collect();
    let mut called: Vec<Label> = Vec::new();
    for zone in zones.iter().filter(|zone| zone.kind == ZoneKind::Paragraph) {
        let label = label(text, &zone.span);
        let said = label.as_ref().map_or(zone.span.start, |label| label.end);
        called.extend(label);
        for span in words(text, said..zone.span.end) {
            let word = &text[span];
            if let Some(form) = forms.get_mut(&*in_small(word)) {
                let small = word.starts_with(char::is_lowercase);
                if form.is_none() || small {
                    *form = Some(Cow::Borrowed(word));
                }
            }
        }
    }
    // The capitals of a label are no way to write a name: `MS. VELL:`.
    for label in called {
        let titled = label.kind == LabelKind::Titled;
        for span in words(text, label.source) {
            let word = &text[span];
            let Some(form) = forms.get_mut(&*in_small(word)) else {
                continue;
            };
            let loud = |form: &Cow<'_, str>| !form.contains(char::is_lowercase);
            if form.as_ref().is_none_or(|form| titled && loud(form)) {
                *form = Some(Cow::Owned(recased_word(word)));
            }
        }
    }
    let mut written = text.to_owned();
    for heading in headings {
        let (name, _) = named_part(&text[heading.span.clone()]);
        let last = heading.span.start + name.len();
        for span in words(text, heading.span.clone()) {
            let form = forms.get(&*in_small(&text[span.clone()]));
            let form = form.and_then(Option::as_deref).filter(|form| is_name(form));
            let form = form.map_or_else(
                || in_name(&text[span.clone()], span.end == last),
                str::to_owned,
            );
            if form.len() == span.len() {
                written.replace_range(span.clone(), &form);
            }
        }
    }
    for headline in headlines {
        let spans: Vec<Range<usize>> = words(text, headline.span.clone()).collect();
        for (at, span) in spans.iter().enumerate() {
            let form = |span: &Range<usize>| forms.get(&*in_small(&text[span.clone()]));
            let form = |span| form(span).and_then(Option::as_deref);
            let small = text[span.clone()].to_lowercase();
            // `Tara` before a name that the paragraphs have.
            let named = || spans.get(at + 1).and_then(form).is_some_and(is_name);
            let given = given(&small).filter(|_| named());
            let form = form(span).map_or_else(
                || given.map_or(small.clone(), |_| recased_word(&text[span.clone()])),
                str::to_owned,
            );
            if form.len() == span.len() {
                written.replace_range(span.clone(), &form);
            }
        }
    }
    Cow::Owned(written)
}

/// What stands before the first comma or colon of a heading, and the rest.
pub(super) fn named_part(heading: &str) -> (&str, &str) {
    let end = heading.find([',', ':']).unwrap_or(heading.len());
    (heading[..end].trim_end(), &heading[end..])
}

/// Whether a heading in capitals tells who speaks below it: `HARBOUR MINISTER IDA VELL`, `THE GRAIN BOARD`.
fn tells_speaker(heading: &str) -> bool {
    let (name, _) = named_part(heading);
    let speaks = Class::TITLE.or(Class::PERSON).or(Class::BODY);
    !heading.contains(char::is_lowercase)
        && name.contains(' ')
        && name.ends_with(char::is_alphabetic)
        && name.split(' ').any(|word| class_in_small(word).is(speaks))
}

/// A word of such a heading that the paragraphs have not: small words in small letters, short ones such as `EU` as they
/// are, if no name ends with them.
fn in_name(word: &str, last: bool) -> String {
    let small = word.to_lowercase();
    if class(&small).is(Class::PREPOSITION.or(Class::DETERMINER).or(Class::AND)) {
        return small;
    }
    if word.len() < LONG && !last && given(&small).is_none() {
        return word.to_owned();
    }
    recased_word(word)
}

/// Whether a word is written with a capital and small letters behind it.
fn is_name(word: &str) -> bool {
    word.starts_with(char::is_uppercase) && word.contains(char::is_lowercase)
}

/// Whether every long word has a capital, and there are some.
fn is_titled(headline: &str) -> bool {
    let long: Vec<&str> = headline
        .split_whitespace()
        .map(|word| word.trim_matches(|mark: char| !mark.is_alphanumeric()))
        .filter(|word| word.len() >= LONG && word.chars().any(char::is_alphabetic))
        .collect();
    long.len() >= LEAST && !long.iter().any(|word| word.starts_with(char::is_lowercase))
}

/// The words of a stretch, without the `'s` of a possessive.
fn words(text: &str, part: Range<usize>) -> impl Iterator<Item = Range<usize>> + '_ {
    let mut at = part.start;
    std::iter::from_fn(move || {
        let rest = &text[at..part.end];
        let start = at + rest.find(char::is_alphanumeric)?;
        let rest = &text[start..part.end];
        let length = rest
            .find(|mark: char| !mark.is_alphanumeric() && mark != '-')
            .unwrap_or(rest.len());
        at = start + length;
        Some(start..at)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::articles::Article;

    #[test]
    fn words_of_a_headline_are_written_as_in_the_paragraphs() {
        let rows = [
            (
                "MINISTER VELL SAYS TALKS ARE OVER",
                "minister Vell says talks are over",
            ),
            (
                "Minister Vell Says EU Talks Are Over",
                "minister Vell says EU talks are over",
            ),
            (
                "Vell says the Talks are over",
                "Vell says the Talks are over",
            ),
            ("Straße Und ZÜGE Are Closed", "straße und züge are closed"),
        ];
        let body = "PORT LUMEN, March 4 (VPS) -- Talks with the EU are over, Vell said. Talks failed; talks do.";
        for (headline, expected) in rows {
            let text = format!("{headline}\n\n{body}");
            let zones = Article::parse(&text).zones;
            assert_eq!(&recased(&text, &zones)[..headline.len()], expected);
        }
    }
}
