//! Equivalents: an acronym and what it stands for as one pattern, as the articles explain it.
//!
//! Written `≡SCO`, with `|long=…` for one of several things that the letters stand for, and with
//! `|names=without` or `|names=only` for what to do with longer names that begin with the acronym.

use std::collections::BTreeSet;

use super::find::find_phrase;
use super::pattern::{Pattern, PatternOptions, Syntax};
use super::spans::Spans;
use super::spellings::{same_name, spellings};
use crate::articles::ZoneKind;
use crate::corpus::{Corpus, DocId, Position, Scope};
use crate::error::{Error, Result};
use crate::task::Task;

/// What a pattern begins with that stands for an acronym and its equivalents.
pub(super) const SIGN: char = '≡';

/// What is said where equivalents have no meaning: within a phrase or a query, in a dictionary.
pub(super) const NOT_HERE: &str =
    "equiv must be a pattern by itself, as for count or kwic; here, give the forms as words";

/// Refuses a pattern with the sign within.
pub(super) fn refuse_within(pattern: &str) -> Result<()> {
    if pattern.contains(SIGN) {
        return Err(Error::Parameter(format!("{NOT_HERE}, got {pattern:?}")));
    }
    Ok(())
}

/// Longer names that begin with the acronym, as in `SCO Development Bank`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Names {
    With,
    Without,
    Only,
}

/// An acronym and what is asked of it.
#[derive(Debug)]
pub(super) struct Equivalents<'p> {
    short: &'p str,
    long: Option<&'p str>,
    names: Names,
}

/// The last words of the names of bodies and things that somebody founds.
const HEADS: &[&str] = &[
    "academy",
    "agency",
    "alliance",
    "archive",
    "assembly",
    "association",
    "authority",
    "award",
    "bank",
    "board",
    "bulletin",
    "bureau",
    "center",
    "centre",
    "chamber",
    "club",
    "college",
    "commission",
    "committee",
    "company",
    "congress",
    "consortium",
    "corporation",
    "council",
    "court",
    "department",
    "federation",
    "forum",
    "foundation",
    "fund",
    "games",
    "group",
    "holdings",
    "hospital",
    "house",
    "initiative",
    "institute",
    "laboratory",
    "league",
    "library",
    "museum",
    "network",
    "office",
    "party",
    "plaza",
    "press",
    "prize",
    "programme",
    "program",
    "school",
    "secretariat",
    "society",
    "station",
    "studio",
    "team",
    "tower",
    "tribunal",
    "trust",
    "union",
    "university",
];
/// What may stand between the capital words of a name.
const JOINTS: [&str; 5] = ["and", "of", "for", "the", "on"];
/// How many words behind an acronym may belong to a longer name.
const NAME_WORDS: u32 = 8;

impl<'p> Equivalents<'p> {
    /// Reads a pattern that begins with the sign; none if it does not.
    pub(super) fn parse(pattern: &'p str, options: PatternOptions) -> Result<Option<Self>> {
        let Some(rest) = pattern.strip_prefix(SIGN) else {
            return Ok(None);
        };
        if options.syntax == Syntax::Regex {
            let message = "equiv is no regular expression: leave out regex=True";
            return Err(Error::Parameter(message.into()));
        }
        let mut fields = rest.split('|');
        let mut found = Self {
            short: fields.next().unwrap_or_default().trim(),
            long: None,
            names: Names::With,
        };
        for field in fields {
            match field.split_once('=') {
                Some(("long", long)) => found.long = Some(long.trim()),
                Some(("names", "with")) => found.names = Names::With,
                Some(("names", "without")) => found.names = Names::Without,
                Some(("names", "only")) => found.names = Names::Only,
                Some(("names", names)) => {
                    return Err(Error::unknown("names", names, ["with", "without", "only"]));
                }
                _ => {
                    return Err(Error::unknown(
                        "option of equiv",
                        field,
                        ["long=", "names="],
                    ));
                }
            }
        }
        if found.short.is_empty() {
            let message = format!("equiv must be given an acronym, as in \"SCO\", got {pattern:?}");
            return Err(Error::Parameter(message));
        }
        Ok(Some(found))
    }

    /// Where the acronym and what it stands for are, each place once.
    pub(super) fn find(
        &self,
        scope: &Scope,
        options: PatternOptions,
        task: &Task,
    ) -> Result<Spans> {
        let corpus = scope.corpus();
        let explained = self.explained(corpus, task)?;
        let own = |long: &str| self.long.is_none_or(|wanted| same_name(wanted, long));
        let mut longs: BTreeSet<String> = BTreeSet::new();
        longs.extend(self.long.into_iter().flat_map(spellings));
        let meant = explained.iter().filter(|(_, long)| own(long));
        longs.extend(meant.flat_map(|(_, long)| spellings(long)));
        if longs.is_empty() {
            return Err(self.unexplained(corpus, task)?);
        }
        let exact = PatternOptions {
            syntax: Syntax::Exact,
            ..options
        };
        let phrase = |words: &str, options: PatternOptions| {
            let pattern = Pattern::parse(words, corpus.tokenizer(), options)?;
            find_phrase(scope, &pattern.resolve(corpus.vocabulary()), task)
        };
        let mut all = Vec::new();
        for long in &longs {
            all.push(phrase(long, exact)?);
        }
        // Letters in capitals: no `who` for `WHO`.
        let cased = PatternOptions {
            case_sensitive: true,
            ..exact
        };
        for short in self.short_forms(corpus) {
            let mut found = phrase(&short, cased)?;
            if self.long.is_some() {
                let others = others(&explained, own);
                found = kept(&found, |start, _| {
                    !others.contains(&corpus.document_at(start))
                });
            }
            all.push(found);
        }
        let all = outermost(&Spans::union(all));
        Ok(match self.names {
            Names::With => all,
            Names::Without => kept(&all, |_, end| !is_in_longer_name(corpus, end)),
            Names::Only => kept(&all, |_, end| is_in_longer_name(corpus, end)),
        })
    }

    /// The documents that explain the acronym, and what it stands for there.
    fn explained<'c>(&self, corpus: &'c Corpus, task: &Task) -> Result<Vec<(DocId, &'c str)>> {
        let mut explained = Vec::new();
        for part in corpus.parts() {
            let own = part.explanations(task)?;
            let own = own.filter(|one| one.short == self.short);
            explained.extend(own.map(|one| (one.document, one.long)));
        }
        Ok(explained)
    }

    fn unexplained(&self, corpus: &Corpus, task: &Task) -> Result<Error> {
        let mut known = BTreeSet::new();
        for part in corpus.parts() {
            known.extend(part.explanations(task)?.map(|one| one.short));
        }
        let known = known.into_iter().chain(["any other with long="]);
        Ok(Error::unknown(
            "an acronym that an article explains",
            self.short,
            known,
        ))
    }

    /// The letters, their plural, and their possessives where the tokenizer does not split them off.
    fn short_forms(&self, corpus: &Corpus) -> Vec<String> {
        let is_one_token = |form: &String| corpus.tokenizer().words(form).len() == 1;
        let possessives = ["'s", "s'"].map(|ending| format!("{}{ending}", self.short));
        let mut forms = vec![self.short.to_owned(), format!("{}s", self.short)];
        forms.extend(possessives.into_iter().filter(is_one_token));
        forms
    }
}

/// The documents that explain the letters, but not as what is meant.
fn others(explained: &[(DocId, &str)], own: impl Fn(&str) -> bool) -> BTreeSet<DocId> {
    let mut others: BTreeSet<DocId> = explained.iter().map(|(document, _)| *document).collect();
    for (document, long) in explained {
        if own(long) {
            others.remove(document);
        }
    }
    others
}

fn kept(spans: &Spans, keeps: impl Fn(Position, Position) -> bool) -> Spans {
    Spans::of_pairs(
        spans
            .iter()
            .filter(|(start, end)| keeps(*start, *end))
            .collect(),
    )
}

/// The matches that lie in no other.
fn outermost(spans: &Spans) -> Spans {
    let mut pairs: Vec<(Position, Position)> = spans.iter().collect();
    pairs.sort_by_key(|(start, end)| (*start, std::cmp::Reverse(*end)));
    let mut behind = None;
    pairs.retain(|(_, end)| {
        let is_outer = behind.is_none_or(|behind| *end > behind);
        behind = behind.max(Some(*end));
        is_outer
    });
    Spans::of_pairs(pairs)
}

/// Whether capital words that end a name stand behind an acronym, side by side with it.
///
/// In a headline every word may be capital, so nothing is told there.
fn is_in_longer_name(corpus: &Corpus, end: Position) -> bool {
    let last = Position::new(end.number() - 1);
    let part = corpus.part_at(last);
    let (kind, _, zone) = part.zone_at(last);
    if matches!(
        kind,
        ZoneKind::Headline | ZoneKind::Heading | ZoneKind::Header
    ) {
        return false;
    }
    let behind = Position::new(end.number().saturating_add(NAME_WORDS)).min(zone.end);
    let source = part.source(part.document_at(last));
    let mut before: Option<usize> = None;
    let (mut ended, mut found) = (false, false);
    corpus.each_token(last..behind, |_, bytes| {
        let Some(previous) = before.replace(bytes.end) else {
            return;
        };
        let text = source.bytes();
        let gap = text.get(previous..bytes.start).unwrap_or_default();
        let word = text
            .get(bytes)
            .and_then(|word| std::str::from_utf8(word).ok());
        let word = word.unwrap_or_default();
        let is_capital = word.chars().next().is_some_and(char::is_uppercase);
        let joins = gap.len() == 1 && matches!(gap[0], b' ' | b'\n');
        ended |= !joins || !(is_capital || JOINTS.contains(&word));
        let head = word.to_lowercase();
        found |= !ended && is_capital && HEADS.contains(&head.as_str());
    });
    found
}
