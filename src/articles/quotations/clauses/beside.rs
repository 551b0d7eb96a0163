//! Whether a later report stands beside a content or within it.

use std::ops::Range;

use super::super::Rule;
use super::super::content::forward;
use super::super::cues::{Cue, Mode};
use super::super::lexicon::Class;
use super::super::phrases::{is_verb, phrase_before};
use super::super::tails::resumes;
use super::super::verbs::{Form, Frames, Object, Verb};
use super::super::word_list::WordList;
use super::super::words::Kind;
use super::inverted::is_told_behind;
use super::passive::is_quoted;
use super::{Report, Sentence};

/// How many tokens an adverbial before a subject may have.
const FRONTED: usize = 10;

/// How many words a noun may have with which the narration takes up what was said.
const JUDGED: usize = 4;

/// How many words may tell more of somebody before a colon.
const LONGEST_TOLD: usize = 8;

impl Sentence<'_, '_, '_> {
    /// Where somebody with a participle begins, or the "with" before: `…, with Vell saying`.
    pub(super) fn attached_beside(&self, number: usize, next: &Cue) -> Option<usize> {
        let tokens = self.tokens;
        let source = phrase_before(tokens, next.left);
        let joint = &tokens[source.start.checked_sub(1)?];
        let beside = source.start > self.cues[number].tokens.end
            && (joint.is(Class::AND) || joint.is_word("with") || joint.is_mark(','))
            && forward(tokens, next, self.end).is_some();
        beside.then(|| source.start - usize::from(joint.is_word("with")))
    }

    /// Where a clause begins that quotes somebody else: `…, although other papers quoted Vell as saying`.
    pub(super) fn quoted_beside(&self, number: usize, next: &Cue) -> Option<usize> {
        let tokens = self.tokens;
        let from = self.cues[number].tokens.end;
        let verb = (from..next.left).rev().find(|at| is_quoted(&tokens[*at]))?;
        let joint = (from + 1..verb).rev().find(|at| {
            tokens[*at].any(words![
                "although", "though", "while", "whereas", "but", "and"
            ]) && tokens[*at - 1].is_mark(',')
        });
        // `Crews reported a flash, the port was quoted as saying`
        let closes = || {
            let source = self.quoted_behind(next)?.source?;
            (source.start > from && tokens[source.start - 1].is_mark(',')).then_some(source.start)
        };
        joint.map(|joint| joint + 1).or_else(closes)
    }

    /// Whether a participle stands beside a report: behind a comma, or joined to another participle.
    pub(super) fn participle_beside(&self, number: usize, next: &Cue) -> bool {
        let tokens = self.tokens;
        let Some(before) = next.left.checked_sub(1).map(|at| &tokens[at]) else {
            return false;
        };
        let joined = self.cues[number].mode == Mode::Participle && before.is(Class::AND);
        let apart = before.is_mark(',')
            || before.is_dash()
            || before.is_word("while")
            || before.quoted().is_some();
        let reacts = next
            .verb(tokens)
            .is_some_and(|verb| verb.object == Object::Reaction);
        joined && reacts || (joined || apart) && forward(tokens, next, self.end).is_some()
    }

    /// Whether a second clause says what the one who is quoted holds as well: `said it was late and he thought
    /// they would lose`.
    pub(super) fn holds_within(&self, number: usize, next: &Cue, subject: &Range<usize>) -> bool {
        let tokens = self.tokens;
        let cue = &self.cues[number];
        // `said they had tried, but Vell would insist that`
        let mut modal = tokens[next.left..next.tokens.start].iter();
        if next.questioned && modal.any(|token| token.is_word("would")) {
            return true;
        }
        let held = next.verb(tokens).is_some_and(Verb::is_held);
        let told = cue.verb(tokens).is_some_and(|verb| {
            matches!(&*verb.lemma, "say" | "tell" | "add" | "explain" | "argue")
        });
        let joint = subject
            .start
            .checked_sub(1)
            .filter(|at| *at > cue.tokens.end);
        held && told
            && subject.len() == 1
            && tokens[subject.start].any(words!["he", "she", "they", "we", "i"])
            && joint.is_some_and(|at| {
                tokens[at].any(words!["and", "but"]) && !tokens[at - 1].is_mark(',')
            })
    }

    /// Where a content ends before a comma behind which the narration says what else was said of it: `…, a plan she
    /// called reckless`.
    pub(super) fn judged_behind(&self, number: usize, subject: &Range<usize>) -> Option<usize> {
        let tokens = self.tokens;
        let from = self.cues[number].tokens.end;
        let first = subject.start.checked_sub(1)?;
        // `…, an allegation her office denies`
        let told = tokens[subject.start].any(words!["a", "an", "something"]);
        if told
            && first > from
            && self.zero_relative(subject).is_some()
            && let Some(end) = self.before_comma(subject.start)
        {
            return Some(end);
        }
        if first <= from {
            return None;
        }
        // `…, something the port says is untrue`
        if tokens[first].is_word("something") {
            return self.before_comma(first);
        }
        let noun = first.checked_sub(usize::from(tokens[first].any(words!["that", "which"])))?;
        let article = (from + 2..noun)
            .rev()
            .take(JUDGED)
            .find(|at| tokens[*at].any(words!["a", "an"]))?;
        let plain = tokens[article + 1..=noun]
            .iter()
            .all(|token| token.kind == Kind::Word && !token.is(Class::PREPOSITION));
        self.before_comma(article)
            .filter(|_| plain && noun > article)
    }

    /// Where what stands before a comma ends, if one stands before a token, be it within American marks.
    fn before_comma(&self, at: usize) -> Option<usize> {
        let before = at.checked_sub(1)?;
        if self.tokens[before].is_mark(',') {
            return Some(before);
        }
        self.ends_with_comma(before).then_some(at)
    }

    /// Where the subject begins within what looks like one and is a noun with its relative clause: `an allegation
    /// her office denies`.
    pub(super) fn zero_relative(&self, subject: &Range<usize>) -> Option<usize> {
        let tokens = self.tokens;
        let something = tokens[subject.start].is_word("something");
        let opens = something || tokens[subject.start].is(Class::DETERMINER);
        let first = subject.start + if something { 1 } else { 2 };
        let own = (first..subject.end).find(|at| {
            let before = &tokens[*at - 1];
            // `a charge Vell denied`
            let named = tokens[*at].kind == Kind::Name && before.kind == Kind::Word;
            if named && (something || before.is(Class::REPORT)) {
                return true;
            }
            tokens[*at].is(Class::DETERMINER.or(Class::POSSESSIVE))
                && tokens[*at].kind == Kind::Word
                && !tokens[*at].is(Class::NUMBER)
                && before.kind == Kind::Word
                && !before.is(Class::PREPOSITION.or(Class::AND).or(Class::DETERMINER))
        });
        own.filter(|_| opens)
    }

    /// The adverbial behind "but", or behind a comma and "and", that comes before the subject of a later report: `…,
    /// and at a rally last week he called her`, `… but on Monday the port said`.
    pub(super) fn joint_before(&self, from: usize, subject: usize) -> Option<usize> {
        let tokens = self.tokens;
        let joint = (from.max(subject.saturating_sub(FRONTED))..subject)
            .rev()
            .find(|at| tokens[*at].any(words!["and", "but"]))?;
        let apart = tokens[joint].is_word("but") || joint > 0 && tokens[joint - 1].is_mark(',');
        let end = subject - usize::from(tokens[subject - 1].is_mark(','));
        let adverbial = joint + 1 < end
            && joint > from
            && apart
            && tokens[joint + 1].any(words!["in", "at", "on", "during", "last", "later", "then"])
            && !(joint + 1..end).any(|at| is_verb(tokens, at) || tokens[at].mark().is_some());
        adverbial.then_some(joint + 1)
    }

    /// Whether a later cue is that of a relative clause with which the sentence ends: `…, which she argued would
    /// cost jobs`.
    pub(super) fn tells_further(&self, number: usize, subject: &Range<usize>) -> bool {
        let (tokens, cue) = (self.tokens, &self.cues[number]);
        let comma =
            tokens[subject.start - 2].is_mark(',') || self.ends_with_comma(subject.start - 2);
        let next = tokens
            .get(cue.tokens.end)
            .filter(|_| cue.tokens.end < self.end);
        // `is accused of fraud, which she denies`
        let denied = next.is_none();
        let told = denied
            || cue.verb(tokens).is_some_and(|verb| {
                let judged =
                    next.is_some_and(|next| next.quoted().is_some() || next.is(Class::DETERMINER));
                verb.frames.has(Frames::THAT)
                    && !verb.doubtful.sense
                    && next.is_some_and(|next| next.is(Class::AUXILIARY))
                    || verb.frames.has(Frames::NP_PRED) && judged
                    || verb.frames.has(Frames::NP_AS) && next.is_some_and(|next| next.is_word("as"))
            });
        comma
            && told
            && tokens[subject.start - 1].any(words!["which", "whom", "who"])
            && !tokens
                .get(cue.tokens.end..self.end)
                .is_some_and(|rest| rest.iter().any(|token| token.is_mark(',')))
            && !self.resumes_behind_marks(cue.tokens.end)
    }

    /// Whether marks that end with a comma close a relative clause, behind which the clause around it goes on: `the tax,
    /// which Vell called "a joke," would fail`.
    fn resumes_behind_marks(&self, from: usize) -> bool {
        let mut places = from..self.end.saturating_sub(1);
        places.any(|at| self.ends_with_comma(at) && resumes(self.tokens, at + 1))
    }

    /// Whether a second verb has the subject of what is reported: `said it backed the plan but had hoped for
    /// more`, `said they liked it but feared that`.
    pub(super) fn goes_on_within(&self, number: usize, next: &Cue) -> bool {
        let (tokens, cue) = (self.tokens, &self.cues[number]);
        // A verb may reach over the cue before it: then nothing is between them.
        let within = |of: Range<usize>| tokens.get(of).unwrap_or_default();
        let had = |of: Range<usize>| within(of).iter().any(|token| token.is_word("had"));
        let lasting = tokens[next.tokens.start].text.ends_with("ing");
        let present = |cue: &Cue| {
            tokens[cue.tokens.start].text.ends_with('s') && cue.left == cue.tokens.start
        };
        let between = within(cue.tokens.end..next.left);
        let told = between.iter().any(|token| token.text.ends_with("ed"))
            && !between.iter().any(|token| token.is(Class::AUXILIARY));
        let base = next
            .verb(tokens)
            .is_some_and(|verb| tokens[next.tokens.start].text == verb.lemma);
        let earlier = present(cue) && told && !present(next) && !base;
        let past = had(next.left..next.tokens.start) && !had(0..cue.left);
        let then = tokens[next.left..next.tokens.start]
            .iter()
            .any(|token| token.is_word("then"))
            && had(cue.tokens.end..next.left);
        let held = next
            .verb(tokens)
            .is_some_and(|verb| verb.is_held() || verb.lemma == "regret")
            && forward(tokens, cue, self.end).is_some_and(|(content, _)| {
                tokens[content.start].any(words!["he", "she", "it", "they", "we", "i"])
            });
        let comma = next.left >= 2 && tokens[next.left - 2].is_mark(',');
        // `insisted that the player is happy and has asked for more`
        let now =
            |of: Range<usize>, words: &WordList| within(of).iter().any(|token| token.any(words));
        let done = now(next.left..next.tokens.start, words!["has", "have"]);
        let began = tokens[cue.tokens.start].text.ends_with("ed")
            || tokens[cue.tokens.start].any(words!["said", "told", "wrote"]);
        let perfect = done
            && began
            && !now(cue.left..cue.tokens.start, words!["has", "have"])
            && (now(
                cue.tokens.end..next.left,
                words!["is", "are", "has", "have"],
            ) || self.believes_now(cue, next));
        // `says they have visited the station and found a café`
        let visited = present(cue)
            && !present(next)
            && !base
            && next.left == next.tokens.start
            && now(cue.tokens.end..next.left, words!["has", "have"]);
        past || !comma && (perfect || visited)
            || self.agrees_within(cue, next)
            || self.acts_within(cue, next)
            || !comma && (self.came_upon_within(cue, next) || self.concluded_within(cue, next))
            || !comma && (then || held || lasting || earlier)
    }

    /// Whether a verb of deciding goes on with what had been done before: `said officers had read the bid and concluded it
    /// was too low`.
    fn concluded_within(&self, cue: &Cue, next: &Cue) -> bool {
        let tokens = self.tokens;
        let decides = next.verb(tokens).is_some_and(|verb| {
            matches!(
                &*verb.lemma,
                "conclude" | "decide" | "determine" | "discover"
            )
        });
        let had = (cue.tokens.end..next.left).any(|at| tokens[at].is_word("had"));
        decides && had && next.left == next.tokens.start
    }

    /// Whether a verb with another sense goes on with what had been done: `said she had shaken his hand and found it warm`.
    fn came_upon_within(&self, cue: &Cue, next: &Cue) -> bool {
        let tokens = self.tokens;
        let sense = next
            .verb(tokens)
            .is_some_and(|verb| verb.lemma == "find" && verb.doubtful.sense);
        let had = (cue.tokens.end..next.left).any(|at| tokens[at].is_word("had"));
        sense && had && next.left == next.tokens.start
    }

    /// Whether what is said has a verb of holding something in the present: `said the port believes in talks and has asked
    /// for them`.
    fn believes_now(&self, cue: &Cue, next: &Cue) -> bool {
        let tokens = self.tokens;
        (cue.tokens.end..next.left).any(|at| {
            let mut readings = tokens[at].readings().iter();
            let third = |(verb, form): &(u16, Form)| {
                *form == Form::Third && tokens[at].verb(*verb).is_held()
            };
            is_verb(tokens, at) && readings.any(third)
                || tokens[at].any(words![
                    "believes",
                    "considers",
                    "supports",
                    "wants",
                    "expects"
                ])
        })
    }

    /// Whether a second verb goes on with what somebody tells that was done: `said he turned around and told the man to go`,
    /// but `said he wanted peace and told the man to go`.
    fn acts_within(&self, cue: &Cue, next: &Cue) -> bool {
        const ACTS: WordList = WordList::new(&[
            "turned",
            "stood",
            "walked",
            "went",
            "called",
            "phoned",
            "ran",
            "sat",
            "stopped",
            "met",
            "approached",
            "jumped",
            "grabbed",
            "picked",
            "drove",
            "looked",
            "pulled",
            "woke",
            "texted",
            "emailed",
            "knocked",
            "rushed",
            "stepped",
            "hugged",
            "rang",
            "climbed",
            "visited",
            "confronted",
            "entered",
            "crossed",
            "spoke",
            "spoken",
            "talked",
            "interviewed",
            "questioned",
        ]);
        let tokens = self.tokens;
        let content = cue.tokens.end..next.left;
        let first = content.clone().find(|at| is_verb(tokens, *at));
        let acts = first.is_some_and(|at| {
            let had = at > content.start && tokens[at].is_word("had");
            // `said her members had met all three and asked each of them to go`
            let owned = had && at == content.start + 2;
            let owned = owned && tokens[content.start].any(words!["his", "her", "their"]);
            let pronoun = words!["he", "she", "they"];
            let one = owned || at > content.start && tokens[at - 1].any(pronoun);
            let act = at + usize::from(had);
            one && (act < content.end && tokens[act].any(&ACTS))
        });
        let told = cue
            .verb(tokens)
            .is_some_and(|verb| matches!(&*verb.lemma, "say" | "tell" | "add" | "testify"));
        let plain = content.clone().all(|at| tokens[at].is_plain());
        told && acts && plain && next.left == next.tokens.start
    }

    /// Whether a second verb stands in the present behind a cue in the past: `said they like it but fear the cost`.
    fn agrees_within(&self, cue: &Cue, next: &Cue) -> bool {
        let tokens = self.tokens;
        let form = |cue: &Cue, wanted: Form| {
            let readings = tokens[cue.tokens.start].readings();
            readings.contains(&(cue.verb.unwrap_or_default(), wanted))
        };
        let plain = |cue: &Cue| {
            !tokens[cue.left..cue.tokens.start]
                .iter()
                .any(|token| token.is(Class::AUXILIARY))
        };
        let says = tokens[next.tokens.start].is_word("says");
        let told = form(cue, Form::Past) && !form(cue, Form::Base) && !says;
        let present = form(next, Form::Third) || form(next, Form::Base) && !form(next, Form::Past);
        // `said the loss was small but expects more`
        let content = cue.tokens.end..next.left;
        let first = content.clone().find(|at| is_verb(tokens, *at));
        let before = first.is_some_and(|at| {
            tokens[at].any(words![
                "was", "were", "had", "came", "took", "made", "gave", "went", "got"
            ]) || tokens[at].text.ends_with("ed") && !tokens[at].is(Class::AUXILIARY)
        });
        let able = tokens[next.left..next.tokens.start]
            .iter()
            .any(|token| token.any(words!["could", "couldn't", "couldn\u{2019}t"]));
        told && plain(cue) && (able || present && plain(next) && !before)
    }

    /// Whether the subject of a later verb is what a relative clause with this cue tells of: `those who
    /// called him honest said`.
    pub(super) fn is_restrictive(&self, number: usize, subject: &Range<usize>) -> bool {
        let left = self.cues[number].left;
        left >= 2
            && self.tokens[left - 1].is_word("who")
            && !self.tokens[left - 2].is_mark(',')
            && subject.end < left
    }

    /// What is told of the thing that a relative pronoun stands for: `whom police accuse of theft`, `which the
    /// port reported was leaking`.
    pub(super) fn gapped_clause(
        &self,
        cue: &Cue,
        subject: &Range<usize>,
    ) -> Option<(Range<usize>, Rule)> {
        let (tokens, start) = (self.tokens, cue.tokens.end);
        let verb = cue.verb(tokens)?;
        let before = &tokens[subject.start.checked_sub(1)?];
        let relative = before.any(words!["which", "whom", "who", "that"]);
        let next = tokens.get(start).filter(|_| start < self.end)?;
        let laid = verb.frames.has(Frames::NP_PREP)
            && verb.object != Object::Reaction
            && next.any(words!["of", "on", "for"]);
        let verbal = next.is(Class::VERB.or(Class::AUXILIARY)) && next.kind == Kind::Word;
        let told = verb.frames.has(Frames::THAT) && verbal && !verb.doubtful.sense;
        let comma = (start..self.end).find(|at| tokens[*at].is_mark(','));
        let content = start..comma.unwrap_or(self.end);
        let rule = if laid {
            Rule::CueThenPredicate
        } else {
            Rule::CueThenClause
        };
        (relative && (laid || told) && content.len() > 1).then_some((content, rule))
    }

    /// Whether "read" tells of no words: its subject is no document, nor "it" behind marks.
    pub(super) fn unread(&self, subject: &Range<usize>) -> bool {
        let before = subject.start.checked_sub(1);
        // `"We call for calm," it read`
        let marked = self.tokens[subject.start].is_word("it")
            && before.is_some_and(|before| self.marks_before(before).is_some());
        !marked && self.shown_by_things("read", subject)
    }

    /// `Said Vell: "It is over"`.
    pub(super) fn said_first(&self, cue: &Cue, source: Range<usize>) -> Option<Report> {
        let tokens = self.tokens;
        let first = cue.tokens.start == 0 || cue.tokens.start == 1 && tokens[0].is(Class::AND);
        if !first {
            return None;
        }
        let mut told = source.end..self.end.min(source.end + LONGEST_TOLD);
        let colon = told.find(|at| tokens[*at].is_mark(':'))?;
        // `Said one person briefed on the talks: "…"`
        let briefed = colon == source.end || is_told_behind(tokens, source.end);
        let opens = briefed && colon + 1 < self.end && tokens[colon + 1].quoted().is_some();
        let content = colon + 1..colon + 2;
        opens.then(|| Report {
            content: vec![content],
            source: Some(source),
            rule: Rule::CueThenMarks,
        })
    }
}
