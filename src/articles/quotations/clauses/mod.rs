//! One sentence: which of its cues report, what, and who.

mod finite;
mod phrases;
mod pieces;
mod recording;

use std::ops::Range;

use super::Rule;
use super::content::forward;
use super::cues::{Cue, Mode, cues};
use super::find::{Flow, Found, Stretch};
use super::lexicon::Class;
use super::nominal;
use super::phrases::{phrase_before, subject};
use super::tails::{self, Place};
use super::words::{Kind, Token};

/// A sentence and what was found in it so far.
struct Sentence<'a, 't, 'm> {
    tokens: &'a [Token<'t>],
    /// Behind the last token that is no final stop.
    end: usize,
    stretch: &'a Stretch<'t, 'm>,
    cues: Vec<Cue>,
    /// The subject to the left of each cue.
    subjects: Vec<Option<Range<usize>>>,
    /// Which tokens are marks that belong to a record already.
    used: Vec<bool>,
    /// The token behind the last cue that reports.
    from: usize,
    last: Option<usize>,
}

/// What a cue reports.
struct Report {
    /// Tokens of the content.
    content: Vec<Range<usize>>,
    source: Option<Range<usize>>,
    rule: Rule,
}

/// Finds the quotations of a sentence.
pub(super) fn sentence(
    tokens: &[Token<'_>],
    stretch: &Stretch<'_, '_>,
    flow: &mut Flow,
    found: &mut Found,
) {
    let stops = tokens
        .iter()
        .rev()
        .take_while(|token| matches!(token.kind, Kind::Mark('.' | '!' | '?' | '…' | ';')))
        .count();
    let end = tokens.len() - stops;
    let cues = cues(&tokens[..end]);
    let subjects: Vec<Option<Range<usize>>> = (0..cues.len())
        .map(|at| subject_of(tokens, &cues, at))
        .collect();
    let mut sentence = Sentence {
        tokens,
        end,
        stretch,
        subjects,
        cues,
        used: vec![false; tokens.len()],
        from: 0,
        last: None,
    };
    if sentence.cues.is_empty() {
        sentence.label(flow, found);
    }
    for number in 0..sentence.cues.len() {
        if let Some(report) = sentence.report(number) {
            sentence.record(number, &report, flow, found);
        }
    }
    if stretch.depth == 0 && flow.within.is_none() {
        sentence.note_subject(flow, found);
    }
}

/// The subject to the left of a cue; it does not reach over an earlier verb.
fn subject_of(tokens: &[Token<'_>], cues: &[Cue], at: usize) -> Option<Range<usize>> {
    let cue = &cues[at];
    if !matches!(cue.mode, Mode::Finite | Mode::Stance) || cue.coordinated {
        return None;
    }
    let left = cue.left;
    // `We've been telling people`
    if left < tokens.len() && contracted(&tokens[left]) {
        return Some(left..left + 1);
    }
    subject(tokens, 0, left).filter(|found| {
        let earlier = cues[..at]
            .iter()
            .rev()
            .find(|earlier| earlier.mode == Mode::Finite);
        earlier.is_none_or(|earlier| found.start >= earlier.tokens.end || found.end <= earlier.left)
    })
}

/// Whether a word is a pronoun and an auxiliary in one: `we've`.
fn contracted(token: &Token<'_>) -> bool {
    token.is(Class::AUXILIARY) && pronoun_length(token.text) < token.text.len()
}

/// The length of the pronoun at the beginning of a word such as `they've`, or of the whole word.
fn pronoun_length(word: &str) -> usize {
    let mark = word.find(['\'', '’']).unwrap_or(word.len());
    let pronoun = ["i", "you", "he", "she", "it", "we", "they"]
        .iter()
        .any(|pronoun| word[..mark].eq_ignore_ascii_case(pronoun));
    if pronoun { mark } else { word.len() }
}

impl Sentence<'_, '_, '_> {
    fn report(&self, number: usize) -> Option<Report> {
        let cue = &self.cues[number];
        match cue.mode {
            Mode::According => self.according(cue),
            Mode::View | Mode::For => self.view(cue),
            Mode::Participle | Mode::Attached => {
                let (content, rule) = self.forward(number)?;
                let source = phrase_before(self.tokens, cue.left);
                Some(Report {
                    content: vec![content],
                    source: (cue.mode == Mode::Attached).then_some(source),
                    rule,
                })
            }
            Mode::Stance => {
                let source = self.subjects[number].clone()?;
                let content = nominal::content(self.tokens, cue, self.limit(number))?;
                let content = content.start..tails::end(self.tokens, &content, self.place(cue));
                Some(Report {
                    content: vec![content],
                    source: Some(source),
                    rule: Rule::Adjective,
                })
            }
            Mode::Impersonal => {
                let (content, rule) = self.forward(number)?;
                Some(Report {
                    content: vec![content],
                    source: None,
                    rule,
                })
            }
            Mode::Noun => {
                let content = nominal::content(self.tokens, cue, self.limit(number))?;
                Some(Report {
                    content: vec![content],
                    source: Some(nominal::possessor(self.tokens, cue)),
                    rule: Rule::Noun,
                })
            }
            Mode::Quoted => {
                let (content, rule) = self.forward(number)?;
                let quoted = (0..cue.left)
                    .rev()
                    .find(|at| self.tokens[*at].any(&["quoted", "cited"]))?;
                let left = (0..quoted)
                    .rev()
                    .find(|at| !self.tokens[*at].is(Class::AUXILIARY.or(Class::ADVERB)))?
                    + 1;
                Some(Report {
                    content: vec![content],
                    source: subject(self.tokens, 0, left),
                    rule,
                })
            }
            Mode::Finite => self.finite(number),
        }
    }

    /// The content behind a cue, up to where the narration goes on.
    fn forward(&self, number: usize) -> Option<(Range<usize>, Rule)> {
        let cue = &self.cues[number];
        let (content, rule) = forward(self.tokens, cue, self.limit(number))?;
        let end = tails::end(self.tokens, &content, self.place(cue));
        Some((content.start..end, rule))
    }

    /// Whether a cue stands in a relative clause behind a comma.
    fn place(&self, cue: &Cue) -> Place {
        let tokens = self.tokens;
        let relative = cue.left >= 2
            && tokens[cue.left - 1].any(&["who", "which", "that"])
            && !tokens[cue.left - 1].is(Class::NUMBER)
            && tokens[cue.left - 2].is_mark(',');
        if relative {
            Place::Relative
        } else {
            Place::Main
        }
    }

    /// The clause to the left of a place: behind the last record, or from the beginning of the sentence
    /// where that record reaches up to the place.
    fn left_of(&self, place: usize) -> Range<usize> {
        let start = self.clause_start();
        if start < place || self.from == 0 {
            return start.min(place)..place;
        }
        let first = (0..place).find(|at| {
            self.tokens[*at].mark().is_none()
                && !(self.tokens[*at].is(Class::AND) && self.tokens[*at].kind == Kind::Word)
        });
        first.unwrap_or(place)..place
    }

    /// Where the content of a cue ends at the latest: before a report that goes on or stands beside.
    fn limit(&self, number: usize) -> usize {
        let semicolon =
            (self.cues[number].tokens.end..self.end).find(|at| self.tokens[*at].is_mark(';'));
        self.next_report(number).min(semicolon.unwrap_or(self.end))
    }

    #[expect(
        clippy::collapsible_match,
        reason = "the arms read as what stands behind a cue"
    )]
    fn next_report(&self, number: usize) -> usize {
        let tokens = self.tokens;
        for (at, next) in self.cues.iter().enumerate().skip(number + 1) {
            let before = next.left.checked_sub(1).map(|at| &tokens[at]);
            match next.mode {
                Mode::Participle if next.tokens.start == next.left => {
                    if before.is_some_and(|before| {
                        before.is_mark(',')
                            || before.is_dash()
                            || before.is_word("while")
                            || before.quoted().is_some()
                    }) && forward(tokens, next, self.end).is_some()
                    {
                        return self.strip(next.left);
                    }
                }
                // `said it backed the plan but had hoped for more`: the tense is that of the content.
                Mode::Finite if next.coordinated => {
                    let inner = tokens[next.left..next.tokens.start]
                        .iter()
                        .any(|token| token.is_word("had"))
                        && !tokens[..self.cues[number].left]
                            .iter()
                            .any(|token| token.is_word("had"));
                    if !inner && forward(tokens, next, self.end).is_some() {
                        return self.strip(next.left);
                    }
                }
                Mode::Finite => {
                    let Some(subject) = &self.subjects[at] else {
                        continue;
                    };
                    let Some(joint) = subject.start.checked_sub(1).map(|at| &tokens[at]) else {
                        continue;
                    };
                    let beside = joint.is(Class::AND) && joint.kind == Kind::Word
                        || joint.is_mark(';')
                        || joint.any(&["while", "whereas", "although", "though"]);
                    let tail = joint.is_mark(',') && self.behind(at, subject).is_some();
                    if beside
                        && subject.start > self.cues[number].tokens.end
                        && forward(tokens, next, self.end).is_some()
                        || tail
                    {
                        return self.strip(subject.start);
                    }
                }
                Mode::According if before.is_some_and(|before| before.is_mark(',')) => {
                    return self.strip(next.left);
                }
                _ => {}
            }
        }
        self.end
    }

    /// Without the comma and the conjunction before a token.
    fn strip(&self, mut end: usize) -> usize {
        while end > 0
            && (self.tokens[end - 1]
                .mark()
                .is_some_and(|mark| matches!(mark, ',' | ';'))
                || self.tokens[end - 1].is_dash()
                || self.tokens[end - 1].is(Class::AND) && self.tokens[end - 1].kind == Kind::Word
                || self.tokens[end - 1].any(&["while", "whereas", "although", "though"]))
        {
            end -= 1;
        }
        end
    }
}
