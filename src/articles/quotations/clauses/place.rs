//! In which clause of its sentence a cue stands: the main one, one that comes before it, or a relative one.

use std::ops::Range;

use super::super::cues::{Cue, Mode};
use super::super::lexicon::Class;
use super::super::phrases::is_verb;
use super::super::tails::Place;
use super::Sentence;
use super::limits::MOST_AROUND;

impl Sentence<'_, '_, '_> {
    /// Whether a cue stands in a relative clause behind a comma.
    pub(super) fn place(&self, cue: &Cue) -> Place {
        let tokens = self.tokens;
        let relative = cue.left >= 2
            && tokens[cue.left - 1].any(words!["who", "which", "that"])
            && !tokens[cue.left - 1].is(Class::NUMBER)
            && (tokens[cue.left - 2].is_mark(',') || tokens[cue.left - 2].is_dash());
        // `Vell, saying the state was at fault, released`
        let inserted = cue.mode == Mode::Participle
            && cue.left >= 2
            && tokens[cue.left - 1].is_mark(',')
            && tokens[cue.left - 2].mark().is_none()
            && !tokens[..cue.left]
                .iter()
                .any(|token| token.quoted().is_some())
            && !(0..cue.left).any(|at| is_verb(tokens, at));
        // `The bank, with its chief, Ida Vell, warning that rates would rise, fell`
        let with =
            || (1..cue.left).find(|at| tokens[*at].is_word("with") && tokens[*at - 1].is_mark(','));
        let inserted = inserted
            || cue.mode == Mode::Attached
                && with().is_some_and(|with| !(0..with).any(|at| is_verb(tokens, at)));
        // `Vell, who called for calm and urged Orr to wait, said`
        let second = || {
            let at = self
                .cues
                .partition_point(|one| one.tokens.start < cue.tokens.start);
            let before = at.checked_sub(1).map(|at| &self.cues[at]);
            cue.coordinated
                && (before.is_some_and(|before| self.place(before) == Place::Relative)
                    || self.goes_on_relative(cue))
        };
        // `a speech, in which he said the state was at fault, was`
        if relative || self.subject_behind_which(cue) || inserted || second() {
            Place::Relative
        } else if self.subordinate(cue) || self.in_fronted_place(cue) {
            Place::Fronted
        } else {
            Place::Main
        }
    }

    /// Whether a cue goes on with a relative clause behind a comma whose first verb reports nothing: `Vell, who has insulted
    /// a rival and suggested that`.
    fn goes_on_relative(&self, cue: &Cue) -> bool {
        let tokens = self.tokens;
        let Some(and) = cue.left.checked_sub(1) else {
            return false;
        };
        let mark = (0..and).rev().find(|at| !tokens[*at].is_plain());
        let Some(comma) = mark.filter(|at| *at > 0 && tokens[*at].is_mark(',')) else {
            return false;
        };
        let who = tokens[comma + 1].any(words!["who", "which"]);
        let mut verbs = comma + 2..and;
        who && verbs.any(|at| is_verb(tokens, at)) && !(0..comma).any(|at| is_verb(tokens, at))
    }

    /// The subject to the left of a cue.
    fn subject_left_of(&self, cue: &Cue) -> Option<&Range<usize>> {
        let at = self.cues.iter().position(|one| one.tokens == cue.tokens)?;
        self.subjects[at].as_ref()
    }

    /// Whether the subject of a cue stands behind a comma and "in which" or "whose".
    fn subject_behind_which(&self, cue: &Cue) -> bool {
        let tokens = self.tokens;
        // `a fire, which officials believe started in a stove, raced`
        let gapped = cue.tokens.end < self.end && is_verb(tokens, cue.tokens.end);
        let whose = |subject: &Range<usize>| {
            subject.start >= 2
                && (tokens[subject.start - 1].is_word("whose")
                    || gapped && tokens[subject.start - 1].any(words!["which", "who"]))
                && tokens[subject.start - 2].is_mark(',')
        };
        self.subject_left_of(cue).is_some_and(|subject| {
            whose(subject)
                || subject.start >= 3
                    && tokens[subject.start - 1].any(words!["which", "whom"])
                    && tokens[subject.start - 2].is(Class::PREPOSITION)
                    && tokens[subject.start - 3].is_mark(',')
        })
    }

    /// Whether a cue tells more of a place with which the sentence begins: `In Oban, where Orr described the plan as a joke,
    /// owners were tired`.
    fn in_fronted_place(&self, cue: &Cue) -> bool {
        let tokens = self.tokens;
        let subject = self.subject_left_of(cue);
        let place = tokens[0].any(words!["in", "at", "across", "outside", "near"]);
        subject.is_some_and(|subject| {
            let behind = subject.start >= 3
                && tokens[subject.start - 1].is_word("where")
                && tokens[subject.start - 2].is_mark(',');
            place && behind && !(0..subject.start - 2).any(|at| !tokens[at].is_plain())
        })
    }

    /// Whether a participle goes on with a clause that comes before the main one: `As he left, telling reporters that it
    /// was over, the crowd cheered`.
    fn goes_on_in_front(&self, cue: &Cue) -> bool {
        let tokens = self.tokens;
        let when = words!["when", "as", "after", "before", "while", "once", "since"];
        let mut commas = (0..cue.left).filter(|at| tokens[*at].is_mark(','));
        let first = commas.next();
        cue.mode == Mode::Participle
            && tokens[0].any(when)
            && first.is_some_and(|first| first + 1 == cue.left)
            && tokens[..cue.left]
                .iter()
                .all(|token| token.quoted().is_none())
    }

    /// Whether a cue stands in a clause that comes before the main one: `When Vell asked whether …, nobody`.
    fn subordinate(&self, cue: &Cue) -> bool {
        let tokens = self.tokens;
        // `While it is clear that Vell agrees that …, the plan`
        let and = usize::from(tokens[0].is(Class::AND));
        let opened = tokens.get(and).is_some_and(|first| {
            first.any(words![
                "while", "although", "though", "if", "because", "whereas", "when"
            ]) || cue.left > 0
                && tokens[cue.left - 1].any(words!["that", "which", "who"])
                && first.any(words!["citing", "quoting", "referring"])
        });
        let apart = tokens[..cue.tokens.start]
            .iter()
            .any(|token| token.is_mark(','));
        // `When Ida Vell, a teacher, told her doctor that it was late, he`
        let apposed = || {
            let subject = self.subject_left_of(cue);
            subject.is_some_and(|subject| subject.start <= and + 1 && subject.end > and)
        };
        if opened && (!apart || apposed()) || self.goes_on_in_front(cue) {
            return true;
        }
        self.subject_left_of(cue)
            .and_then(|subject| subject.start.checked_sub(1))
            .is_some_and(|before| {
                // `Last month, after the coroner concluded that …, she`
                let opening = before <= MOST_AROUND
                    && before > 1
                    && tokens[before - 1].is_mark(',')
                    && !(0..before - 1)
                        .any(|at| tokens[at].quoted().is_some() || is_verb(tokens, at));
                // `said that while critics feared delay, the work`
                let that = before > 0 && tokens[before - 1].is_word("that");
                (before <= 1 || opening || that)
                    && self.tokens[before].any(words![
                        "when", "after", "as", "while", "if", "although", "though", "because",
                        "since", "before", "once", "until"
                    ])
            })
    }
}
