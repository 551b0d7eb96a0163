//! Reports whose verb names nobody before it: passives, and participles that open a sentence.

use std::ops::Range;

use super::super::Rule;
use super::super::cues::{Cue, HEARD, agents, before, judged_by};
use super::super::lexicon::Class;
use super::super::phrases::{is_verb, phrase_end, subject};
use super::super::tails;
use super::super::verbs::{Frames, Object};
use super::super::word_list::WordList;
use super::super::words::{Kind, Token};
use super::{Report, Sentence};

/// Verbs by which somebody is quoted: `was quoted as saying`, `newspapers quote Vell as saying`.
const QUOTED: WordList = WordList::new(&[
    "quoted", "cited", "quote", "quotes", "cite", "cites", "record", "reported",
]);

/// Whether somebody is quoted or heard by a verb.
pub(super) fn is_quoted(token: &Token<'_>) -> bool {
    token.any(&QUOTED) || token.any(&HEARD)
}

/// What a court hears, from whomever.
fn heard(content: Vec<Range<usize>>, rule: Rule) -> Report {
    Report {
        content,
        source: None,
        rule,
    }
}

impl Sentence<'_, '_, '_> {
    /// A clause at whose end, or within which, stands the court that heard it: `The carer robbed a widow, the court was
    /// told`, `The carer, the court heard, had robbed a widow`.
    pub(super) fn heard_behind(&self, number: usize) -> Option<Report> {
        let (tokens, cue) = (self.tokens, &self.cues[number]);
        let comma = subject(tokens, 0, cue.left)?.start.checked_sub(1)?;
        let rest = self.behind_adverbials(cue.tokens.end);
        let marks = self.marks_before(comma).filter(|_| rest >= self.end);
        if let Some(marks) = marks {
            return Some(heard(vec![self.content_to(marks + 1)], Rule::MarksThenCue));
        }
        let left = self.left_of(comma);
        if !tokens[comma].is_mark(',') || left.is_empty() {
            return None;
        }
        if rest < self.end {
            let content = self.split(left.clone(), rest, number);
            return self
                .parted(&left, rest)
                .then(|| heard(content, Rule::ClauseThenCue));
        }
        let told = self.holds_report(comma) || self.tells_behind_opening(&left, self.end);
        told.then(|| heard(vec![left], Rule::ClauseThenCue))
    }

    /// `was told that …`, `has been described by aides as …`, `are said to …`.
    pub(super) fn passive(&self, number: usize) -> Option<Report> {
        let (tokens, cue) = (self.tokens, &self.cues[number]);
        // `The plan, described by Vell as “unfair,” passed` has its verb still to come.
        let reduced = cue.left == cue.tokens.start;
        if let Some(agent) = judged_by(tokens, cue.tokens.end, cue.verb(tokens)?) {
            let marks = cue.tokens.end..agent.start - 1;
            let subject = self.subjects[number].clone().filter(|_| !reduced);
            return Some(Report {
                content: subject.into_iter().chain([marks]).collect(),
                source: Some(agent),
                rule: Rule::CueThenPredicate,
            });
        }
        let next = tokens
            .get(cue.tokens.end)
            .filter(|_| cue.tokens.end < self.end);
        if next.is_none_or(|next| next.is_mark(','))
            && let Some(report) = self.heard_behind(number)
        {
            return Some(report);
        }
        let (agent, behind) = agents(tokens, cue.tokens.end);
        let opens = tokens.get(behind).filter(|_| behind + 1 < self.end)?;
        let owns = tokens
            .get(behind + 1)
            .is_some_and(|next| next.kind == Kind::Genitive);
        let that = usize::from(opens.any(words!["that", "whether", "if"]) && !owns);
        let content = behind + that..self.limit(number);
        let end = tails::end(tokens, &content, self.place(cue));
        let verb = &*cue.verb(tokens)?.lemma;
        // `said he had been told to go and that he had gone`
        let beside = |at: &usize| {
            let earlier = tokens[..cue.left].iter().any(|token| token.is_word("that"));
            tokens[*at].any(words!["and", "but"])
                && tokens[at + 1].is_word("that")
                && (tokens[content.start].is_word("to") || that == 0 && earlier)
        };
        let mut places = content.start + 1..end.saturating_sub(1).max(content.start + 1);
        let end = places.find(beside).unwrap_or(end);
        // `is put by the port at 480 million, of which a third is spent`
        let comma = (content.start..end).find(|at| tokens[*at].is_mark(','));
        let end = comma.filter(|_| verb == "put").unwrap_or(end);
        let content = content.start..end;
        let mut parts = vec![content];
        let told = matches!(
            verb,
            "tell"
                | "ask"
                | "warn"
                | "inform"
                | "urge"
                | "advise"
                | "assure"
                | "promise"
                | "instruct"
        );
        if reduced && let Some(marks) = (behind..end).find(|at| tokens[*at].quoted().is_some()) {
            parts[0].end = marks + 1;
        }
        if !told
            && !reduced
            && let Some(subject) = self.subjects[number].clone()
            && !tokens[subject.start].is(Class::RELATIVE)
            && !tokens[cue.left - 1].is(Class::RELATIVE)
        {
            parts.insert(0, subject);
        }
        Some(Report {
            content: parts,
            source: agent,
            rule: Rule::CueThenPredicate,
        })
    }

    /// `Vell was quoted as saying that …`, `State television quoted her as saying …`, `can be heard saying …`.
    pub(super) fn quoted(&self, number: usize) -> Option<Report> {
        let cue = &self.cues[number];
        if let Some(report) = self.quoted_behind(cue) {
            return Some(report);
        }
        let (content, rule) = self.forward(number)?;
        let quoted = (0..cue.left)
            .rev()
            .find(|at| is_quoted(&self.tokens[*at]))?;
        // `is on record as saying`
        let on = usize::from(quoted > 0 && self.tokens[quoted - 1].is_word("on"));
        let passive = quoted > on && self.tokens[quoted - on - 1].is(Class::BE.or(Class::ADVERB));
        // `State television quoted the president as saying`
        let told = quoted + 1..phrase_end(self.tokens, quoted + 1);
        // `quoted people familiar with the matter as saying`
        let reaches = told.end < cue.left
            && self.tokens[told.end..cue.left].iter().all(Token::is_plain)
            || self
                .tokens
                .get(told.end)
                .is_some_and(|next| next.is_mark(','));
        if !passive && reaches && !told.is_empty() {
            return Some(Report {
                content: vec![content],
                source: Some(told),
                rule,
            });
        }
        let left = (0..quoted - on)
            .rev()
            .find(|at| !self.tokens[*at].is(Class::AUXILIARY.or(Class::ADVERB)))?
            + 1;
        Some(Report {
            content: vec![content],
            source: subject(self.tokens, 0, left),
            rule,
        })
    }

    /// `"It is over," Vell was quoted as saying by the Ledger`.
    pub(super) fn quoted_behind(&self, cue: &Cue) -> Option<Report> {
        let (tokens, rest) = (self.tokens, cue.tokens.end);
        let ends = rest >= self.end
            || tokens[rest].is_mark(',')
            || tokens[rest].is(Class::PREPOSITION.or(Class::TIME))
            || tokens[rest].any(words!["late", "early"]);
        let quoted = (0..cue.left).rev().find(|at| tokens[*at].any(&QUOTED))?;
        let found = before(tokens, quoted);
        let subject = subject(tokens, 0, found.left)?;
        let place = subject.start.checked_sub(1)?;
        // `"It is over," state television quoted Vell as saying`
        let whom = quoted + 1..phrase_end(tokens, quoted + 1);
        let source = if found.be || whom.is_empty() {
            subject
        } else {
            whom
        };
        let content = match self.marks_before(place) {
            Some(marks) => self.content_to(marks + 1),
            None if tokens[place].is_mark(',') && self.holds_report(place) => self.left_of(place),
            None => return None,
        };
        let rule = if tokens[content.start].quoted().is_some() {
            Rule::MarksThenCue
        } else {
            Rule::ClauseThenCue
        };
        ends.then(|| Report {
            content: vec![content],
            source: Some(source),
            rule,
        })
    }

    /// `Arguing that a truce could not last, Vell said …`.
    pub(super) fn opening(&self, number: usize) -> Option<Report> {
        let tokens = self.tokens;
        let (content, rule) = self.forward(number)?;
        let verb = self.cues[number].verb(tokens)?;
        let clause = tokens[self.cues[number].tokens.end..content.end]
            .iter()
            .any(|token| token.any(words!["that", "whether"]) || token.quoted().is_some());
        // `Calling for calm, Vell left`
        let held = matches!(
            &*verb.class,
            "neutral" | "predicting" | "believing" | "estimating" | "hoping" | "fearing"
        );
        let object = !held && (verb.object == Object::Content || verb.frames.has(Frames::NP_PREP));
        // `Saying the pier was unsafe, the council closed it`
        let says = verb.frames.has(Frames::QUOTE) && verb.frames.has(Frames::THAT);
        if !clause && !object && !says && !verb.frames.has(Frames::NP_AS.or(Frames::NP_PRED)) {
            return None;
        }
        let fronted = self.fronted(&self.cues[number], self.end);
        let end = fronted.or_else(|| self.main_clause(content.start, !object))?;
        let marked = tokens[content.start].quoted().is_some();
        let content = content.start..end;
        (content.len() > 1 || marked || object).then(|| Report {
            content: vec![content],
            source: None,
            rule: if marked { Rule::CueThenMarks } else { rule },
        })
    }

    /// The comma behind what opens a sentence, a clause or a noun phrase, before the subject of the main clause.
    fn main_clause(&self, from: usize, clause: bool) -> Option<usize> {
        let tokens = self.tokens;
        let told = |part: Range<usize>| {
            part.clone()
                .any(|at| is_verb(tokens, at) || tokens[at].quoted().is_some())
        };
        (from + 1..self.end.saturating_sub(2)).find(|at| {
            let next = &tokens[at + 1];
            let many = next.kind == Kind::Word
                && next.text.ends_with('s')
                && (next.is(Class::PERSON)
                    || next.any(words!["thousands", "hundreds", "dozens", "scores"]));
            let subject = next.kind == Kind::Name
                || many
                || next.is(Class::DETERMINER.or(Class::POSSESSIVE).or(Class::SUBJECT))
                    && !next.is(Class::RELATIVE);
            let stop = (at + 1..self.end).find(|at| tokens[*at].is_mark(','));
            tokens[*at].is_mark(',')
                && subject
                && (told(from..*at) || !clause)
                && told(*at + 1..stop.unwrap_or(self.end))
        })
    }
}
