//! Finite verbs that report: their content and subject before, behind or around them.

use std::ops::Range;

use super::super::Rule;
use super::super::content::{anonymous, is_office};
use super::super::cues::{Cue, Mode, is_outlet};
use super::super::lexicon::Class;
use super::super::phrases::{is_verb, named_person, phrase_end};
use super::super::tails::{self, holds_verb, resumes};
use super::super::verbs::{Frames, Object};
use super::super::word_list::WordList;
use super::super::words::Kind;
use super::limits::LONGEST_ADVERBIAL;
use super::unreported::{WRITTEN_ON, needs_speaker};
use super::{Report, Sentence};

/// What documents show, or do not.
const SHOWN_OR_NOT: WordList = WordList::new(&[
    "evidence",
    "link",
    "links",
    "sign",
    "signs",
    "proof",
    "connection",
    "correlation",
    "difference",
    "differences",
    "reason",
    "grounds",
    "fault",
    "trace",
    "traces",
    "indication",
    "basis",
    "violation",
    "effect",
    "benefit",
    "advantage",
]);

impl Sentence<'_, '_, '_> {
    /// `As Vell put it, …` and `…, as Vell put it`.
    fn as_told(&self, number: usize, subject: &Range<usize>) -> Option<Report> {
        let (tokens, cue) = (self.tokens, &self.cues[number]);
        let before = subject.start.checked_sub(1)?;
        let told = cue.verb(tokens).is_some_and(|verb| {
            !verb.doubtful.sense || matches!(&*verb.lemma, "say" | "tell" | "put it" | "observe")
        });
        let goes_on = tokens
            .get(cue.tokens.end)
            .is_some_and(|next| next.is_word("to"))
            || cue
                .verb(tokens)
                .is_some_and(|verb| verb.class == "discourse");
        if !tokens[before].is_word("as") || !told || goes_on {
            return None;
        }
        let rest = self.behind_adverbials(cue.tokens.end);
        // `But as Vell put it, …`, `Still, as Vell put it, …`, `For now, as Vell put it, …`
        let joint = Class::AND
            .or(Class::ADVERB)
            .or(Class::TIME)
            .or(Class::PREPOSITION);
        let and = before == 1 && tokens[0].is(Class::AND)
            || matches!(before, 2..=4)
                && tokens[before - 1].is_mark(',')
                && tokens[..before - 1].iter().all(|token| token.is(joint));
        let begins = before == 0 || and || before <= self.clause_start();
        let source = Some(subject.clone());
        let comma = tokens
            .get(rest)
            .is_some_and(|token| rest + 1 < self.end && token.is_mark(','));
        if begins && !comma && before == 0 {
            return None;
        }
        if begins && comma {
            return Some(self.told_next(rest + 1..self.limit(number), source));
        }
        if rest < self.end && !tokens[rest].is_mark(',') {
            return None;
        }
        if let Some(quoted) = self.marks_before(before - 1) {
            return Some(self.around(self.content_to(quoted + 1), subject.clone(), rest, number));
        }
        if !tokens[before - 1].is_mark(',') {
            return None;
        }
        let left = self.left_of(before - 1);
        // `because, as she put it, “life is short”`
        let because = before >= 2 && tokens[before - 2].is_word("because");
        if because && comma {
            return Some(self.told_next(rest + 1..self.limit(number).max(rest + 2), source));
        }
        // `Insurers, as one of them puts it, do not mind a fire`
        let goes_on = rest + 2 < self.end
            && tokens[rest].is_mark(',')
            && !left.is_empty()
            && !left.clone().any(|at| is_verb(tokens, at))
            && resumes(tokens, rest + 1);
        if goes_on {
            let content = vec![left, rest + 1..self.limit(number).max(rest + 2)];
            return Some(Report {
                content,
                source,
                rule: Rule::ClauseThenCue,
            });
        }
        (left.len() >= 3).then(|| Report {
            content: vec![left],
            source,
            rule: Rule::ClauseThenCue,
        })
    }

    /// What `as she put it,` tells of, where it stands behind the comma: in marks, or as a clause.
    fn told_next(&self, content: Range<usize>, source: Option<Range<usize>>) -> Report {
        let marks = self.tokens[content.start].quoted().is_some();
        Report {
            content: vec![content],
            source,
            rule: if marks {
                Rule::CueThenMarks
            } else {
                Rule::ClauseThenCue
            },
        }
    }

    /// `… had he denied it`
    fn is_unreal(&self, subject: &Range<usize>) -> bool {
        let had = subject.start.checked_sub(1);
        had.is_some_and(|had| {
            self.tokens[had].is_word("had")
                && self.tokens[subject.start].is(Class::SUBJECT)
                && self.tokens[subject.start].kind == Kind::Word
        })
    }

    /// `"A mess," is how Vell described the plan`.
    fn is_how(&self, subject: &Range<usize>) -> Option<Report> {
        let tokens = self.tokens;
        let how = subject.start.checked_sub(3)?;
        let told =
            tokens[how + 2].any(words!["how", "what"]) && tokens[how + 1].any(words!["is", "was"]);
        let marks = tokens[how].quoted().is_some() && !self.used[how];
        let content = how..how + 1;
        (told && marks).then(|| Report {
            content: vec![content],
            source: Some(subject.clone()),
            rule: Rule::MarksThenCue,
        })
    }

    /// Whether somebody is quoted whose verb of saying follows: `state radio quoted a witness as saying`.
    pub(super) fn quotes_another(&self, cue: &Cue) -> bool {
        let tokens = self.tokens;
        let verb = cue.verb(tokens);
        if !verb.is_some_and(|verb| matches!(&*verb.lemma, "quote" | "cite")) {
            return false;
        }
        let whom = phrase_end(tokens, cue.tokens.end);
        // `quoted Ida Vell, the mayor, as saying`
        let apposed = tokens.get(whom).is_some_and(|next| next.is_mark(','));
        let mut behind = whom + 1..self.end.min(whom + LONGEST_ADVERBIAL);
        let comma = behind
            .find(|at| tokens[*at].is_mark(','))
            .filter(|_| apposed);
        let as_saying = |at: usize| {
            let next = tokens.get(at..at + 2);
            next.is_some_and(|next| next[0].is_word("as") && next[1].text.ends_with("ing"))
        };
        as_saying(whom) || comma.is_some_and(|comma| as_saying(comma + 1))
    }

    /// Whether somebody asks for nothing but not to be named: `a senior official who asked not to be named`.
    pub(super) fn hides_who(&self, cue: &Cue) -> bool {
        let rest = &self.tokens[cue.tokens.end.min(self.end)..self.end];
        let asks = cue
            .verb(self.tokens)
            .is_some_and(|verb| matches!(&*verb.lemma, "ask" | "ask for" | "request"));
        // `spoke on condition of anonymity because they feared reprisals`
        let before = &self.tokens[..cue.left];
        let fears = cue
            .verb(self.tokens)
            .is_some_and(|verb| verb.lemma == "fear")
            && before
                .iter()
                .any(|token| token.any(words!["anonymity", "anonymously", "unnamed"]));
        fears || asks && !rest.is_empty() && anonymous(rest)
    }

    /// A finite verb: behind what is said, between two parts of it, or before it.
    pub(super) fn finite(&self, number: usize) -> Option<Report> {
        let cue = &self.cues[number];
        let tokens = self.tokens;
        let verb = cue.verb(tokens)?;
        let inverts = verb.frames.has(Frames::QUOTE.or(Frames::THAT));
        let reads = verb.lemma == "read";
        if inverts
            && verb.lemma != "tell"
            && !reads
            && !cue.coordinated
            && !cue.negated
            && let Some(report) = self.inverted(number)
        {
            return Some(report);
        }
        if cue.negated
            && let Some(report) = self.untold_question(number)
        {
            return Some(report);
        }
        let subject = self.subjects[number].clone();
        if verb.lemma == "learn" && !self.has_learned(cue, subject.as_ref()?) {
            return None;
        }
        if reads && let Some(report) = self.read_out(number) {
            return Some(report);
        }
        if reads && self.unread(subject.as_ref()?) {
            return None;
        }
        if inverts
            && !cue.negated
            && let Some(report) = subject
                .as_ref()
                .and_then(|subject| self.as_told(number, subject))
        {
            return Some(report);
        }
        if let Some(report) = subject.as_ref().and_then(|subject| self.is_how(subject)) {
            return Some(report);
        }
        if inverts
            && let Some(subject) = &subject
            && !self.performs(cue, subject)
            && let Some(report) = self.behind(number, subject)
        {
            return Some(report);
        }
        let named = subject.is_some() || cue.coordinated || cue.questioned;
        let untold = |subject: &Range<usize>| {
            self.is_unreal(subject)
                || self.is_asked_whether(subject)
                || subject.len() == 1 && tokens[subject.start].is_word("which")
                || self.performs(cue, subject)
                || self.supposed(cue, subject)
                || self.tells_in_general(cue, subject)
                || self.shown_by_things(&verb.lemma, subject)
        };
        if !named
            || cue.coordinated && self.last.is_none() && cue.left <= 2
            || subject.as_ref().is_some_and(untold)
        {
            return None;
        }
        if let Some(report) = subject
            .as_ref()
            .and_then(|subject| self.gapped(cue, subject))
        {
            return Some(report);
        }
        let (content, rule) = self
            .forward(number)
            .or_else(|| self.polled(number, subject.as_ref()?))
            .or_else(|| self.gapped_clause(cue, subject.as_ref()?))?;
        if rule == Rule::CueThenClause && (self.acts(cue, &content) || self.says_it(cue, &content))
        {
            return None;
        }
        if rule == Rule::CueThenPhrase && verb.lemma == "advocate" && self.is_devoted(cue) {
            return None;
        }
        let seen = subject.as_ref().is_some_and(|one| !self.speaks(one));
        // `He found it hard to sleep`
        let felt = rule == Rule::CueThenPredicate
            && tokens[content.start].is_word("it")
            && content.clone().all(|at| tokens[at].quoted().is_none());
        let told = if felt { content.start + 1 } else { content.end };
        let found = verb.lemma == "find" && (felt || rule == Rule::CueThenMarks);
        if seen && needs_speaker(&verb.lemma, rule)
            || found && self.came_upon(subject.as_ref(), &(content.start..told))
        {
            return None;
        }
        let condition = self.condition(subject.as_ref(), rule);
        let source = subject.or_else(|| self.asked(cue));
        Some(Report {
            content: condition.into_iter().chain([content]).collect(),
            source,
            rule,
        })
    }

    /// `a group that advocates tax cuts`
    fn is_devoted(&self, cue: &Cue) -> bool {
        cue.left > 1
            && self.tokens[cue.left - 1].is_word("that")
            && self.tokens[cue.left - 2].is_plain()
    }

    /// Whether a paper or a station has learned what follows: `CNN has learned that`.
    fn has_learned(&self, cue: &Cue, subject: &Range<usize>) -> bool {
        let tokens = self.tokens;
        let has = tokens[cue.left..cue.tokens.start]
            .iter()
            .any(|token| token.is(Class::HAVE));
        let from = cue.tokens.end;
        has && is_outlet(&tokens[subject.end - 1])
            || tokens.get(from).is_some_and(|next| next.is_word("from"))
                && is_office(tokens, from + 1..self.end)
    }

    /// `Asked whether he accepted that it was late, Vell left`
    fn is_asked_whether(&self, subject: &Range<usize>) -> bool {
        let tokens = self.tokens;
        let before = subject.start.checked_sub(1).filter(|at| *at > 0);
        tokens[0].any(words!["asked", "pressed", "questioned"])
            && before.is_some_and(|at| tokens[at].any(words!["whether", "if", "why", "how"]))
            && !tokens[..subject.start]
                .iter()
                .any(|token| token.is_mark(','))
    }

    /// Whether a pronoun stands for what is said: `We have said it many times`.
    fn says_it(&self, cue: &Cue, content: &Range<usize>) -> bool {
        let tokens = self.tokens;
        let said = cue.verb(tokens).is_some_and(|verb| verb.lemma == "say");
        let pronoun = tokens[content.start].any(words!["it", "so"])
            || content.len() <= 2 && tokens[content.start].any(words!["this", "that"]);
        // `he said it every morning as the men filed past`
        let object = content.len() > 2
            && tokens[content.start].is_word("it")
            && tokens[content.start + 1].any(words![
                "every", "again", "twice", "once", "at", "in", "over", "out"
            ]);
        // `said it “accepts the thrust” of the findings`
        let told = |at: usize| is_verb(tokens, at) || tokens[at].quoted().is_some();
        said && (pronoun && !content.clone().any(told) || object)
    }

    /// Whether somebody came upon what the marks name: `he had found "great warmth" there`.
    fn came_upon(&self, subject: Option<&Range<usize>>, content: &Range<usize>) -> bool {
        let tokens = self.tokens;
        let clause = tokens[content.clone()]
            .iter()
            .any(|token| holds_verb(token, 0));
        let somebody = subject.is_some_and(|one| {
            let head = &tokens[one.end - 1];
            head.is(Class::SUBJECT) && !head.is_word("it") || named_person(&tokens[one.clone()])
        });
        somebody && !clause
    }

    /// Whether "who" does something to what looks like a clause: `those who wrote this law have never carried a sack`.
    fn acts(&self, cue: &Cue, content: &Range<usize>) -> bool {
        let tokens = self.tokens;
        let apart = cue.left >= 2 && tokens[cue.left - 2].is_mark(',');
        // `the men who wrote it did not`
        let wrote = cue.verb(tokens).is_some_and(|verb| verb.lemma == "write")
            && tokens[content.start].any(words!["it", "them"]);
        tokens[cue.left - usize::from(cue.left > 0)].is_word("who")
            && cue
                .verb(tokens)
                .is_some_and(|verb| verb.frames.has(Frames::NP))
            && (wrote || !self.opens_with_pronoun(content))
            && !(apart && self.opens_with_auxiliary(content))
    }

    /// Whether a clause begins with its subject, a pronoun: `who warned it would fail`.
    fn opens_with_pronoun(&self, content: &Range<usize>) -> bool {
        let tokens = self.tokens;
        let pronoun = tokens[content.start].any(words!["it", "he", "she", "they", "there", "we"]);
        pronoun && content.len() > 2 && is_verb(tokens, content.start + 1)
    }

    /// Whether the first verb of a clause is an auxiliary, whose subject no relative clause is: `who noted the port
    /// hadn't been asked`.
    fn opens_with_auxiliary(&self, content: &Range<usize>) -> bool {
        let tokens = self.tokens;
        let stops = |at: &usize| {
            let token = &tokens[*at];
            let joins = Class::RELATIVE
                .or(Class::SUBJECT)
                .or(Class::AND)
                .or(Class::SUBORDINATOR);
            token.mark().is_some() || token.is(joins) || is_verb(tokens, *at)
        };
        let first = (content.start + 1..content.end).find(stops);
        first.is_some_and(|at| tokens[at].is(Class::AUXILIARY) && tokens[at].mark().is_none())
    }

    /// `"It is over," read a notice`
    fn read_out(&self, number: usize) -> Option<Report> {
        let report = self.inverted(number)?;
        let mut source = self.tokens[report.source.clone()?].iter();
        source
            .any(|token| token.is(Class::DOCUMENT) || token.any(&WRITTEN_ON))
            .then_some(report)
    }

    /// A judgement on what a relative pronoun stands for: `words that campaigners branded a farce`.
    fn gapped(&self, cue: &Cue, subject: &Range<usize>) -> Option<Report> {
        let (tokens, start) = (self.tokens, cue.tokens.end);
        let before = &tokens[subject.start.checked_sub(1)?];
        let verb = cue.verb(tokens)?;
        let next = tokens.get(start).filter(|_| start < self.end)?;
        // `shows that a clerk called the board`
        let told = |one: &Cue| one.tokens.end + 1 == subject.start && one.mode == Mode::Finite;
        if before.is_word("that") && self.cues.iter().any(told) {
            return None;
        }
        let judged = verb.frames.has(Frames::NP_PRED)
            && verb.object != Object::Content
            && before.any(words!["that", "which", "what", "whom"]);
        if !judged {
            return None;
        }
        if next.quoted().is_some() {
            let quoted = start..start + 1;
            return Some(Report {
                content: vec![quoted],
                source: Some(subject.clone()),
                rule: Rule::CueThenMarks,
            });
        }
        let fits = (next.is(Class::DETERMINER)
            || before.is_word("what")
                && (next.is(Class::POSSESSIVE)
                    || matches!(next.kind, Kind::Word | Kind::Name)
                        && next.class == Class::default()))
            && !next.is_word("that");
        // `what he called a bond he shares with Vell`
        let within = |at: usize| {
            at > start + 1
                && (tokens[at - 1].is(Class::SUBJECT) || tokens[at - 1].is(Class::RELATIVE))
                && tokens[at - 1].kind == Kind::Word
        };
        let stops = |at: &usize| tokens[*at].is_mark(',') || is_verb(tokens, *at) && !within(*at);
        let end = (start..self.end).find(stops);
        let clause = (start..end.unwrap_or(self.end)).any(|at| is_verb(tokens, at));
        let named = !clause
            && end.unwrap_or(self.end) > start + 1
            && tokens[end.unwrap_or(self.end) - 1].kind == Kind::Name;
        let fits = fits && !named;
        let content = start..end.unwrap_or(self.end);
        fits.then(|| Report {
            content: vec![content],
            source: Some(subject.clone()),
            rule: Rule::CueThenPredicate,
        })
    }

    /// What a poll shows: `found the race within the margin of error`.
    fn polled(&self, number: usize, subject: &Range<usize>) -> Option<(Range<usize>, Rule)> {
        let (tokens, cue) = (self.tokens, &self.cues[number]);
        // `A survey for Oban TV last week found Vell ahead`
        let of = (subject.start + 1..subject.end).find(|at| tokens[*at].is(Class::PREPOSITION));
        let head = of.unwrap_or(subject.end) - 1;
        let poll = tokens[head].any(words!["poll", "polls", "survey", "surveys"]);
        let next = tokens.get(cue.tokens.end)?;
        if self.shows_none(cue, subject) {
            let content = cue.tokens.end..self.limit(number);
            return Some((content, Rule::CueThenPhrase));
        }
        let opens = next.is(Class::DETERMINER.or(Class::NUMBER))
            || next.kind == Kind::Name
            || next.any(words!["only", "just", "nearly", "about", "most", "more"]);
        let shows = matches!(&*cue.verb(tokens)?.lemma, "find" | "show");
        if !(poll && opens && shows) {
            return None;
        }
        let content = cue.tokens.end..self.limit(number);
        if content.is_empty() {
            return None;
        }
        let end = tails::end(tokens, &content, self.place(cue));
        Some((content.start..end, Rule::CueThenPredicate))
    }

    /// Whether a document shows that there is none: `The inquiry found no evidence of fraud`.
    fn shows_none(&self, cue: &Cue, subject: &Range<usize>) -> bool {
        let tokens = self.tokens;
        let shows = cue
            .verb(tokens)
            .is_some_and(|verb| matches!(&*verb.lemma, "find" | "show"));
        let none = tokens
            .get(cue.tokens.end)
            .is_some_and(|next| next.any(words!["no", "little"]));
        if !shows || !none {
            return false;
        }
        let end = phrase_end(tokens, cue.tokens.end).min(self.end);
        let mut what = cue.tokens.end..end.min(cue.tokens.end + 4);
        let document = tokens[subject.clone()].iter().any(|token| {
            token.is(Class::DOCUMENT) || token.any(words!["inquiry", "inquest", "inspectors"])
        });
        let named = |at: usize| tokens[at].any(&SHOWN_OR_NOT) || tokens[at].is_word("such");
        document && what.any(named)
    }

    /// The subject of a question: `Did she say that …?`
    fn asked(&self, cue: &Cue) -> Option<Range<usize>> {
        (cue.questioned && self.tokens[0].is(Class::AUXILIARY))
            .then(|| 1..phrase_end(self.tokens, 1).min(cue.left))
            .filter(|source| !source.is_empty())
    }
}
