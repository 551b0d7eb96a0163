//! The limits that other reports set to a content: the next one behind its cue, the last one before it.

use std::ops::Range;

use super::super::content::forward;
use super::super::cues::{Cue, Mode};
use super::super::lexicon::Class;
use super::super::narration::goes_on;
use super::super::phrases::{is_verb, phrase_end, subject};
use super::super::verbs::{Frames, Object};
use super::super::words::{Kind, Token};
use super::Sentence;

/// How many cues a report at the end of a sentence may reach over.
pub(super) const MOST_AROUND: usize = 12;
/// How many tokens may tell when and where something was said.
pub(super) const LONGEST_ADVERBIAL: usize = 20;

/// Whether a verb only reacts to what somebody said: `and criticised what he called "a shame"`.
fn reacts_to_what(tokens: &[Token<'_>], cue: &Cue) -> bool {
    let what = tokens
        .get(cue.tokens.end)
        .is_some_and(|next| next.is_word("what"));
    what && cue
        .verb(tokens)
        .is_some_and(|verb| verb.object == Object::Reaction)
}

impl Sentence<'_, '_, '_> {
    /// The clause to the left of a place: behind the last record, or from the beginning of the sentence
    /// where that record reaches up to the place, or up to a time or a place that belongs to it: `…, Vell said at
    /// a hearing in June, according to`.
    pub(super) fn left_of(&self, place: usize) -> Range<usize> {
        let start = self.clause_start();
        let few = self.cues.partition_point(|cue| cue.tokens.start < place) <= MOST_AROUND;
        // `…, rejecting claims that …, an official said`
        // `Six in ten say it is late, up from half in May, according to a poll`
        let relative = |token: &Token<'_>| {
            token.any(words![
                "which", "who", "where", "up", "down", "compared", "versus"
            ])
        };
        let goes_on = start < place
            && start > 0
            && (goes_on(&self.tokens[start])
                || relative(&self.tokens[start])
                || self.ends_subject(start)
                || self.goes_on_behind_wish(start));
        if start < place && !goes_on || self.from == 0 || !few {
            let left = start.min(place)..place;
            return if few && self.is_adverbial(&left) {
                0..place
            } else {
                left
            };
        }
        let first = (0..place).find(|at| {
            self.tokens[*at].mark().is_none()
                && !(self.tokens[*at].is(Class::AND) && self.tokens[*at].kind == Kind::Word)
        });
        let first = first.unwrap_or(place);
        // `As the Ledger reported, the fire began at noon, according to the police`
        let comma =
            (first..place.min(first + MOST_AROUND)).find(|at| self.tokens[*at].is_mark(','));
        let told = self.tokens[first].is_word("as") && first < place;
        comma.filter(|_| told).map_or(first, |comma| comma + 1)..place
    }

    /// Whether a record ends within the subject of the clause that is reported: `A sign reading "Closed" was stolen, police
    /// said`.
    fn ends_subject(&self, start: usize) -> bool {
        let (tokens, before) = (self.tokens, &self.tokens[start - 1]);
        before.quoted().is_some()
            && !self.ends_with_comma(start - 1)
            && tokens[start].is(Class::BE.or(Class::HAVE).or(Class::MODAL))
            && is_verb(tokens, start)
    }

    /// Whether a clause goes on behind one that tells what somebody was to do: `The bank had offered to wait, but the port
    /// refused, the Ledger reported`.
    fn goes_on_behind_wish(&self, start: usize) -> bool {
        let tokens = self.tokens;
        let cue = self.cues.iter().rev().find(|cue| cue.tokens.end < start);
        let wished = cue.is_some_and(|cue| {
            cue.mode == Mode::Finite
                && tokens[cue.tokens.end].is_word("to")
                && cue
                    .verb(tokens)
                    .is_some_and(|verb| verb.frames.has(Frames::TO))
        });
        wished && tokens[start - 1].is_word("but")
    }

    /// Whether nothing but a time or a place stands in the clause behind a record.
    fn is_adverbial(&self, left: &Range<usize>) -> bool {
        let tokens = self.tokens;
        left.start > 0
            && (1..=LONGEST_ADVERBIAL).contains(&left.len())
            && tokens[left.start].is(Class::PREPOSITION.or(Class::TIME))
            && (tokens[left.start - 1].mark().is_none() || tokens[left.start - 1].is_mark(','))
            && !left
                .clone()
                .any(|at| is_verb(tokens, at) || tokens[at].quoted().is_some())
    }

    /// Where the content of a cue ends at the latest: before a report that goes on or stands beside.
    pub(super) fn limit(&self, number: usize) -> usize {
        let cue = &self.cues[number];
        let opens = cue.left.checked_sub(2).map(|at| &self.tokens[at]);
        let opens = opens.filter(|_| self.tokens[cue.left - 1].is(Class::RELATIVE));
        let ends = |at: &usize| {
            let token = &self.tokens[*at];
            token.is_mark(';')
                || token.is_mark(')') && opens.is_some_and(|opens| opens.is_mark('('))
                || token.is_dash() && opens.is_some_and(Token::is_dash)
        };
        let end = (cue.tokens.end..self.end).find(ends);
        let end = end.or_else(|| self.colon_before_report(number));
        self.next_report(number).min(end.unwrap_or(self.end))
    }

    /// The colon behind which a clause stands that another report at the end of the sentence tells: `She asked for patience:
    /// the line will close, Vell explained`.
    fn colon_before_report(&self, number: usize) -> Option<usize> {
        let tokens = self.tokens;
        let next = self.cues.get(number + 1)?;
        let from = self.cues[number].tokens.end;
        let colon = (from..next.left.max(from)).find(|at| tokens[*at].is_mark(':'))?;
        let teller = self.subjects[number + 1].as_ref()?.start;
        let closes = teller > colon + 2
            && next.mode == Mode::Finite
            && tokens[teller - 1].is_mark(',')
            && self.behind_adverbials(next.tokens.end) >= self.end;
        (closes && (colon + 1..teller).any(|at| is_verb(tokens, at))).then_some(colon)
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
                Mode::Participle
                    if next.tokens.start == next.left
                        || tokens[next.left].any(words!["at", "on"]) =>
                {
                    if self.participle_beside(number, next) {
                        return self.strip(next.left);
                    }
                }
                // `said it backed the plan but had hoped for more`: the tense is that of the content.
                Mode::Finite if next.coordinated => {
                    if self.headline
                        && (tokens[next.left - 1].is_mark(',')
                            || self.ends_with_comma(next.left - 1))
                        || !self.goes_on_within(number, next)
                            && (forward(tokens, next, self.end).is_some()
                                || reacts_to_what(tokens, next))
                    {
                        return self.strip(next.left);
                    }
                }
                // `said it was shut, the court heard`
                Mode::Impersonal if self.cues[at].tokens.end >= self.end => {
                    let court = subject(tokens, 0, next.left).map(|court| court.start);
                    let comma = court.and_then(|court| court.checked_sub(1));
                    if let Some(comma) = comma.filter(|comma| tokens[*comma].is_mark(',')) {
                        return self.strip(comma);
                    }
                }
                Mode::Finite if self.closes(at) => return self.strip(next.left),
                // `…, and Vell is convinced that it is wrong`
                Mode::Stance if self.is_stance_beside(number, at) => {
                    let subject = self.subjects[at].as_ref().map(|subject| subject.start);
                    return self.strip(subject.unwrap_or(next.left));
                }
                Mode::Finite | Mode::Passive => {
                    let Some(subject) = &self.subjects[at] else {
                        continue;
                    };
                    if let Some(end) = self.clause_beside(number, at, subject) {
                        return end;
                    }
                }
                Mode::Attached if before.is_some() => {
                    if let Some(end) = self.attached_beside(number, next) {
                        return self.strip(end);
                    }
                }
                // `said, according to the Ledger, that it was shut`
                Mode::According if self.is_inserted_before_that(next) => {}
                Mode::According
                    if before.is_some_and(|before| before.is_mark(','))
                        || next.left > 0 && self.ends_with_comma(next.left - 1) =>
                {
                    return self.strip(next.left);
                }
                Mode::Quoted => {
                    if let Some(joint) = self.quoted_beside(number, next) {
                        return self.strip(joint);
                    }
                }
                _ => {}
            }
        }
        self.end
    }

    /// Whether "according to" and its source stand between commas, before "that".
    pub(super) fn is_inserted_before_that(&self, cue: &Cue) -> bool {
        let tokens = self.tokens;
        let end = phrase_end(tokens, cue.tokens.end);
        let apart = cue.left > 0 && tokens[cue.left - 1].is_mark(',');
        let that = tokens.get(end + 1).is_some_and(|next| next.is_word("that"));
        apart && that && tokens[end].is_mark(',')
    }

    /// Where the content of a cue ends before a later report that has a subject of its own.
    fn clause_beside(&self, number: usize, at: usize, subject: &Range<usize>) -> Option<usize> {
        let tokens = self.tokens;
        let next = &self.cues[at];
        if let Some(end) = self.asked_before(number, next, subject) {
            return Some(end);
        }
        if self.is_restrictive(number, subject) {
            return Some(self.strip(next.left));
        }
        let joint = subject.start.checked_sub(1).map(|at| &tokens[at])?;
        if self.says_more(number, next, subject) {
            return Some(self.strip(subject.start - 1));
        }
        let apart = joint.is_word("as")
            && subject.start >= 2
            && (tokens[subject.start - 2].is_word("even")
                || tokens[subject.start - 2].is_mark(',')
                || self.says(next) && tokens[subject.start - 2].quoted().is_some());
        // `Norland hopes to join, as Vell put it`
        if apart && next.tokens.end >= self.end {
            return Some(self.strip(subject.start - 1));
        }
        let fronted = self.joint_before(self.cues[number].tokens.end, subject.start);
        if let Some(fronted) = fronted.filter(|_| forward(tokens, next, self.end).is_some()) {
            return Some(self.strip(fronted));
        }
        // `said although the vote was lost, …`
        let told = self.cues[number].tokens.end;
        let that = usize::from(tokens[told].is_word("that"));
        let opening = subject.start == told + that + 1;
        // `…, and even some of the owners admit that it is old`
        let even = usize::from(
            subject.start >= 2
                && joint.is_word("even")
                && tokens[subject.start - 2].is(Class::AND)
                && tokens[subject.start - 2].kind == Kind::Word,
        );
        let joint = &tokens[subject.start - 1 - even];
        let beside = joint.is(Class::AND)
            && joint.kind == Kind::Word
            && !self.lists(number, subject.start - 1)
            || joint.is_mark(';')
            || apart
            || !opening && joint.any(words!["while", "whereas", "although", "though"]);
        if self.holds_within(number, next, subject) {
            return None;
        }
        if let Some(comma) = self.judged_behind(number, subject) {
            return Some(comma);
        }
        let comma = joint.is_mark(',') || self.ends_with_comma(subject.start - 1);
        let tail = comma && self.behind(at, subject).is_some();
        let relative = subject.start >= 2
            && subject.start - 1 > self.cues[number].tokens.end
            && self.tells_further(at, subject);
        if relative {
            return Some(self.strip(subject.start - 1));
        }
        if beside
            && subject.start > self.cues[number].tokens.end
            && (self.answers(next, subject) || forward(tokens, next, self.end).is_some())
            || tail
        {
            return Some(self.strip(subject.start - even));
        }
        None
    }

    /// Whether somebody else is sure of something behind a comma and a conjunction: `…, and Vell is confident that`.
    fn is_stance_beside(&self, number: usize, at: usize) -> bool {
        let (tokens, next) = (self.tokens, &self.cues[at]);
        let Some(subject) = &self.subjects[at] else {
            return false;
        };
        let start = subject.start;
        let that = tokens.get(next.tokens.end);
        // `…, and I am convinced that it is wrong`, but `…, and he was convinced that it was wrong`
        let other = tokens[start].kind == Kind::Name || !tokens[start].is(Class::SUBJECT);
        start > self.cues[number].tokens.end + 1
            && tokens[start - 1].any(words!["and", "but"])
            && tokens[start - 2].is_mark(',')
            && other
            && that.is_some_and(|that| that.is_word("that"))
    }

    /// Where marks end that close with a question or a cry right behind a cue, before a sentence of somebody else: `Orr asked,
    /// "Who did it?" Vell said it was late.`
    fn asked_before(&self, number: usize, next: &Cue, subject: &Range<usize>) -> Option<usize> {
        let tokens = self.tokens;
        let marks = subject.start.checked_sub(1)?;
        let behind = &tokens[self.cues[number].tokens.end.min(marks)..marks];
        let quoted = tokens[marks].quoted()?;
        let words = &self.stretch.text[self.stretch.marked[quoted].inner.clone()];
        let opens = behind
            .last()
            .is_none_or(|last| last.is_mark(',') || last.is_mark(':'));
        let closes = words.ends_with(['?', '!']);
        let apart = opens && closes && marks >= self.cues[number].tokens.end;
        (apart && forward(tokens, next, self.end).is_some()).then_some(subject.start)
    }

    /// Whether a cue is a verb of saying with something behind it.
    fn says(&self, cue: &Cue) -> bool {
        let verb = cue.verb(self.tokens);
        cue.tokens.end < self.end && verb.is_some_and(|verb| verb.lemma == "say")
    }

    /// Whether more is said of what was told, within marks: `“no rash moves” by the port, which he said “would not do”`.
    fn says_more(&self, number: usize, next: &Cue, subject: &Range<usize>) -> bool {
        let tokens = self.tokens;
        self.says(next)
            && tokens[next.tokens.end].quoted().is_some()
            && tokens[subject.start - 1].is_word("which")
            && subject.start - 1 > self.cues[number].tokens.end
            && tokens[subject.start].is(Class::SUBJECT)
    }

    /// Whether somebody answers what was said: `…, but the port denied it`, `…, and the judge agreed`.
    fn answers(&self, next: &Cue, subject: &Range<usize>) -> bool {
        let tokens = self.tokens;
        let joint = &tokens[subject.start - 1];
        let verb = next.verb(tokens);
        let class = verb.map(|verb| &*verb.class);
        let denies = matches!(class, Some("denying" | "disagreeing"))
            || verb.is_some_and(|verb| verb.lemma == "dispute");
        joint.is_word("but") && denies
            || next.tokens.end >= self.end
                && class != Some("discourse")
                && joint.is(Class::AND)
                && subject.start >= 2
                && tokens[subject.start - 2].is_mark(',')
    }

    /// Whether a verb before its subject tells who said the clause to its left: `Norland hopes to join, said Vell`.
    fn closes(&self, number: usize) -> bool {
        let left = self.cues[number].left;
        left > 0
            && self.tokens[left - 1].is_mark(',')
            && self.cues[number].verb(self.tokens).is_some_and(|verb| {
                verb.frames.has(Frames::QUOTE) && !verb.doubtful.sense && verb.lemma != "tell"
            })
            && self.inverted(number).is_some()
    }

    /// Whether "and" closes a list that is the subject of what is told: `said that the Greek, Danish, and Finnish
    /// crews had asked for more`.
    fn lists(&self, number: usize, and: usize) -> bool {
        let tokens = self.tokens;
        let that = self.cues[number].tokens.end;
        that + 2 < and
            && tokens[that].is_word("that")
            && tokens[and - 1].is_mark(',')
            && !(that + 1..and).any(|at| is_verb(tokens, at) || tokens[at].quoted().is_some())
    }

    /// Whether a token is a stretch within marks that ends with a comma.
    pub(super) fn ends_with_comma(&self, at: usize) -> bool {
        self.tokens[at].quoted().is_some_and(|quoted| {
            self.stretch.text[self.stretch.marked[quoted].inner.clone()].ends_with(',')
        })
    }

    /// Whether "even" stands behind a comma and a conjunction: `…, and even some supporters concede that`.
    fn joins_even(&self, even: usize) -> bool {
        let tokens = self.tokens;
        even >= 2 && tokens[even - 1].any(words!["and", "but"]) && tokens[even - 2].is_mark(',')
    }

    /// Without the comma and the conjunction before a token.
    pub(super) fn strip(&self, mut end: usize) -> usize {
        while end > 0
            && (self.tokens[end - 1]
                .mark()
                .is_some_and(|mark| matches!(mark, ',' | ';'))
                || self.tokens[end - 1].is_dash()
                || self.tokens[end - 1].is(Class::AND) && self.tokens[end - 1].kind == Kind::Word
                || self.tokens[end - 1].any(words!["while", "whereas", "although", "though"])
                || self.tokens[end - 1].any(words!["as", "even"])
                    && self.tokens[end].is(Class::SUBJECT)
                // `…, as owners had been told it would`
                || end > 1 && self.tokens[end - 1].is_word("as") && self.tokens[end - 2].is_mark(',')
                || self.tokens[end - 1].is_word("even")
                    && (self.tokens[end].is_word("as") || self.joins_even(end - 1)))
        {
            end -= 1;
        }
        end
    }
}
