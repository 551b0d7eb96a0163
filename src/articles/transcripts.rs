//! Whether a text is the record of several speakers, by the labels near its top.

use foldhash::fast::FixedState;
use hashbrown::HashMap;

use super::quotations::turn_labels::{Label, LabelKind, consistent, label};
use crate::text::{has_pieces, head};

/// How much of a text is looked at, in bytes.
const TOP_BYTES: usize = 24 << 10;
/// By which paragraph the first speaker must be named.
const OPENING: usize = 8;
/// The fewest labels with titles, or with `Q`, and the fewest of names alone.
const TITLED: usize = 3;
const NAMED: usize = 4;
/// By which line at the latest, and the most words of a line above it that is no paragraph: of the place, the day, the
/// title.
const LATEST: usize = 24;
const HEAD_WORDS: usize = 8;
/// The fewest turns of one speaker who answers all others.
const ANSWERS: usize = 3;
/// How many paragraphs a turn may have in the mean.
const PARAGRAPHS: usize = 12;
/// The fewest words of a turn in the mean: where nobody speaks twice, and where labels are names alone.
const WORDS_ONCE: usize = 8;
const WORDS_NAMED: usize = 4;

/// Of so many turns, one has a word for the speaker or the listener, or a question, unless `Q` is among them.
const SPOKEN: usize = 3;
/// Words for speaker and listener.
const PERSONS: [&str; 12] = [
    "I", "we", "We", "you", "You", "my", "My", "our", "Our", "your", "Your", "us",
];

/// Whether words are said to somebody: by speaker or listener, or as a question.
fn is_spoken(said: &str) -> bool {
    said.contains('?')
        || said
            .split(|mark: char| !mark.is_alphanumeric())
            .any(|word| PERSONS.contains(&word))
}

/// What ends a sentence, and what may stand behind its end.
const STOPS: [char; 11] = ['.', '!', '?', '…', '—', '–', '-', '"', '”', ')', ']'];

/// The labels on the lines of a text's top, and what stands between them.
struct Top<'t> {
    text: &'t str,
    labels: Vec<Label>,
    /// How many paragraphs there are.
    paragraphs: usize,
}

/// Whether several speakers are named in turn near the top of a text: by `Q`, by titles (`MS. VELL:`, `The
/// President:`, `Mr. Arce (Argentina):`), or by names that come again and again.
pub fn looks_like_transcript(text: &str) -> bool {
    Top::of(head(text, TOP_BYTES)).is_some_and(|top| top.takes_turns())
}

/// Whether a line is in brackets, as what happened in the room is: `(SOUNDBITE OF MUSIC)`.
fn is_direction(line: &str) -> bool {
    line.starts_with(['(', '[']) && line.ends_with([')', ']'])
}

/// Whether a line has the length and the end of no paragraph.
fn is_of_head(line: &str) -> bool {
    line.ends_with(char::is_alphanumeric) && !has_pieces(line, HEAD_WORDS + 1)
}

impl<'t> Top<'t> {
    /// The top of a text; nothing if the first label, if there is one, stands too far down.
    fn of(text: &'t str) -> Option<Self> {
        let mut labels: Vec<Label> = Vec::new();
        // Lines without a label, and those of them behind a blank line.
        let (mut lines, mut apart, mut blank) = (0, 0, true);
        // Lines of the head, above the first label.
        let mut heads = 0;
        let mut before = None;
        let mut start = 0;
        for line in text.split('\n') {
            let inner = line.trim_start();
            let from = start + line.len() - inner.len();
            let inner = inner.trim_end();
            start += line.len() + 1;
            if inner.is_empty() {
                blank = true;
                continue;
            }
            let whole = from..from + inner.len();
            // `Mr. President:` alone on a line is an address.
            if let Some(label) = label(text, &whole).filter(|label| label.end < whole.end) {
                let above = if apart > 1 { apart } else { lines };
                let heads = if above > LATEST { 0 } else { heads };
                let before = *before.get_or_insert(above.saturating_sub(heads));
                if before > OPENING {
                    return None;
                }
                labels.push(label);
            } else if !is_direction(inner) {
                lines += 1;
                heads += usize::from(before.is_none() && is_of_head(inner));
                apart += usize::from(blank);
                if before.is_none() && apart > LATEST {
                    return None;
                }
            }
            blank = false;
        }
        let labels = consistent(text, labels);
        Some(Self {
            paragraphs: labels.len() + if apart > 1 { apart } else { lines },
            labels,
            text,
        })
    }

    /// What is said behind the labels, line by line.
    fn said(&self) -> impl Iterator<Item = &'t str> {
        let lines = self.labels.iter().map(|label| &self.text[label.end..]);
        lines.map(|rest| rest.lines().next().unwrap_or_default())
    }

    /// Whether of so many of them something is true.
    fn are(&self, least: usize, told: impl Fn(&str) -> bool) -> bool {
        self.said().filter(|said| told(said)).take(least).count() >= least
    }

    /// Whether there are so many words on them.
    fn has_words(&self, least: usize) -> bool {
        let words = self.said().flat_map(str::split_whitespace);
        words.take(least).count() >= least
    }

    fn takes_turns(&self) -> bool {
        let all = self.labels.len();
        if all < TITLED || all * PARAGRAPHS < self.paragraphs {
            return false;
        }
        let asked = |label: &Label| label.kind == LabelKind::Question;
        let talk = self.labels.iter().any(asked) || self.are(all.div_ceil(SPOKEN), is_spoken);
        // What stands behind the labels of a list is told, not said.
        let marked = |said: &str| said.starts_with(['"', '“', '„', '«']);
        let half = all / 2 + 1;
        if !talk || self.are(half, marked) {
            return false;
        }
        let mut counts: HashMap<&str, usize, FixedState> = HashMap::default();
        for label in &self.labels {
            *counts.entry(&self.text[label.source.clone()]).or_default() += 1;
        }
        let times = |label: &Label| counts[&self.text[label.source.clone()]];
        let titled = |label: &&Label| match label.kind {
            LabelKind::Question | LabelKind::Titled => true,
            LabelKind::Noun => times(label) > 1,
            LabelKind::Name => false,
        };
        let again = counts.values().filter(|count| **count > 1).count();
        let once = || {
            let stopped = |said: &str| said.trim_end().ends_with(STOPS);
            counts.len() > 2 && self.has_words(WORDS_ONCE * all) && self.are(half, stopped)
        };
        let by_titles = self.labels.iter().filter(titled).count() >= TITLED
            && counts.len() > 1
            && (again > 0 || once());
        let by_names = || {
            all >= NAMED
                && again > 1
                && all * 2 >= self.paragraphs
                && self.has_words(WORDS_NAMED * all)
        };
        let most = counts.values().max().copied().unwrap_or_default();
        let by_answers = || {
            all > NAMED
                && most >= ANSWERS
                && most * 2 + 1 >= all
                && all * 2 >= self.paragraphs
                && self.are(all.div_ceil(3), |said| said.contains('?'))
        };
        by_titles || by_names() || by_answers()
    }
}
