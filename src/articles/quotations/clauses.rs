//! One sentence: which of its cues report, what, and who.

use std::ops::Range;

use super::content::forward;
use super::cues::{Cue, Mode, cues};
use super::find::{Flow, Found, Record, Stretch, ends_open, quotation};
use super::lexicon::Class;
use super::nominal;
use super::phrases::{is_fronted, is_verb, named_person, phrase_before, phrase_end, subject};
use super::tails::{self, Place};
use super::verbs::Frames;
use super::words::{Kind, Token};
use super::{QuotationKind, Rule};
use crate::articles::zones::ZoneKind;

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

    /// `As Vell put it, …` and `…, as Vell put it`.
    fn as_told(&self, number: usize, subject: &Range<usize>) -> Option<Report> {
        let (tokens, cue) = (self.tokens, &self.cues[number]);
        let before = subject.start.checked_sub(1)?;
        let told = cue.verb().is_some_and(|verb| {
            !verb.doubtful.sense || matches!(verb.lemma, "say" | "tell" | "put it" | "observe")
        });
        let goes_on = tokens
            .get(cue.tokens.end)
            .is_some_and(|next| next.is_word("to"))
            || cue.verb().is_some_and(|verb| verb.class == "discourse");
        if !tokens[before].is_word("as") || !told || goes_on {
            return None;
        }
        let rest = self.behind_adverbials(cue.tokens.end);
        let begins = before == 0 || before <= self.clause_start();
        let source = Some(subject.clone());
        if begins {
            let comma = tokens
                .get(rest)
                .filter(|token| rest + 1 < self.end && token.is_mark(','));
            comma?;
            let content = rest + 1..self.limit(number);
            return Some(Report {
                content: vec![content],
                source,
                rule: if tokens[rest + 1].quoted().is_some() {
                    Rule::CueThenMarks
                } else {
                    Rule::ClauseThenCue
                },
            });
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
        (left.len() >= 3).then(|| Report {
            content: vec![left],
            source,
            rule: Rule::ClauseThenCue,
        })
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

    /// A finite verb: behind what is said, between two parts of it, or before it.
    fn finite(&self, number: usize) -> Option<Report> {
        let cue = &self.cues[number];
        let tokens = self.tokens;
        let verb = cue.verb()?;
        let inverts = verb.frames.has(Frames::QUOTE.or(Frames::THAT));
        if inverts
            && verb.lemma != "tell"
            && !cue.coordinated
            && !cue.negated
            && let Some(report) = self.inverted(number)
        {
            return Some(report);
        }
        let subject = self.subjects[number].clone();
        if inverts
            && !cue.negated
            && let Some(report) = subject
                .as_ref()
                .and_then(|subject| self.as_told(number, subject))
        {
            return Some(report);
        }
        if inverts
            && let Some(subject) = &subject
            && let Some(report) = self.behind(number, subject)
        {
            return Some(report);
        }
        let named = subject.is_some() || cue.coordinated || cue.questioned;
        if !named {
            return None;
        }
        let relative = subject
            .as_ref()
            .is_some_and(|subject| subject.len() == 1 && tokens[subject.start].is_word("which"));
        if relative {
            return None;
        }
        if cue.coordinated && self.last.is_none() && cue.left <= 2 {
            return None;
        }
        if subject
            .as_ref()
            .is_some_and(|subject| self.performs(cue, subject))
        {
            return None;
        }
        // What events and bodies show is no report of theirs; what documents show is.
        let shows = matches!(
            verb.lemma,
            "demonstrate"
                | "show"
                | "prove"
                | "illustrate"
                | "imply"
                | "mean"
                | "underscore"
                | "underline"
        );
        let documents = |subject: &Range<usize>| {
            tokens[subject.clone()]
                .iter()
                .any(|token| token.is(Class::DOCUMENT.or(Class::PERSON)))
        };
        let named_one = |subject: &Range<usize>| named_person(&tokens[subject.clone()]);
        if shows
            && subject.as_ref().is_some_and(|subject| {
                !documents(subject) && !named_one(subject) && subject.len() > 1
            })
        {
            return None;
        }
        let (content, rule) = self.forward(number)?;
        let acts = tokens[cue.left - usize::from(cue.left > 0)].is_word("who")
            && rule == Rule::CueThenClause
            && verb.frames.has(Frames::NP);
        if acts {
            return None;
        }
        let source = subject.or_else(|| self.asked(cue));
        Some(Report {
            content: vec![content],
            source,
            rule,
        })
    }

    /// What a speaker does by saying it: `"I ask for the floor"`.
    fn performs(&self, cue: &Cue, subject: &Range<usize>) -> bool {
        let first = &self.tokens[subject.start];
        let Some(verb) = cue.verb() else { return false };
        let present = self.tokens[cue.tokens.start].text
            == verb.lemma.split(' ').next().unwrap_or_default()
            || self.tokens[cue.tokens.start].text.ends_with("ing");
        first.any(&["i", "we"])
            && subject.len() == 1
            && present
            && matches!(
                verb.class,
                "asking" | "demanding" | "requesting" | "promising" | "proposing"
            )
    }

    /// The subject of a question: `Did she say that …?`
    fn asked(&self, cue: &Cue) -> Option<Range<usize>> {
        (cue.questioned && self.tokens[0].is(Class::AUXILIARY))
            .then(|| 1..phrase_end(self.tokens, 1).min(cue.left))
            .filter(|source| !source.is_empty())
    }

    /// `…, said Vell` and `"…" said Vell`.
    fn inverted(&self, number: usize) -> Option<Report> {
        let (tokens, cue) = (self.tokens, &self.cues[number]);
        let before = cue.tokens.start.checked_sub(1)?;
        let start = cue.tokens.end;
        let end = phrase_end(tokens, start).min(self.end);
        if end <= start || tokens[start].is_word("that") {
            return None;
        }
        let clear = end >= self.end
            || tokens[end].is_mark(',')
            || tokens[end].is_mark(':')
            || tokens[end].is_dash()
            || tokens[end].is_mark('(')
            || tokens[end].quoted().is_some()
            || tokens[end].is(Class::PREPOSITION
                .or(Class::ADVERB)
                .or(Class::TIME)
                .or(Class::RELATIVE)
                .or(Class::SUBORDINATOR)
                .or(Class::AND))
                && !tokens[end].is_word("that");
        if !clear {
            return None;
        }
        let marks = self.marks_before(before);
        if let Some(quoted) = marks {
            return Some(self.around(self.content_to(quoted + 1), start..end, end, number));
        }
        if !tokens[before].is_mark(',') {
            return None;
        }
        let person = named_person(&tokens[start..end])
            || tokens[start..end]
                .iter()
                .any(|token| token.is(Class::SPEAKER))
            || tokens[start..end]
                .iter()
                .any(|token| token.kind == Kind::Name);
        let left = self.left_of(before);
        let parted = self.parted(&left, end);
        let clause = parted
            || left.len() >= 3
                && left
                    .clone()
                    .any(|at| is_verb(tokens, at) || tokens[at].quoted().is_some());
        let own = self.subjects[number]
            .as_ref()
            .is_some_and(|own| end < self.end && named_person(&tokens[own.clone()]));
        let closed = end >= self.end
            || tokens[end].is_mark(',')
            || tokens[end].is(Class::PREPOSITION.or(Class::TIME).or(Class::RELATIVE));
        let verb = cue.verb()?;
        let object = !verb.frames.has(Frames::QUOTE) || verb.doubtful.sense;
        if !(person && clause && closed)
            || own
            || object
            || is_fronted(tokens, &left)
                && !left.clone().any(|at| tokens[at].is_mark(','))
                && !parted
        {
            return None;
        }
        Some(Report {
            content: self.split(left, end, number),
            source: Some(start..end),
            rule: Rule::ClauseThenCue,
        })
    }

    /// The token of marks that end right before a cue or its subject.
    fn marks_before(&self, before: usize) -> Option<usize> {
        let tokens = self.tokens;
        let comma = tokens[before].is_mark(',') || tokens[before].is_dash();
        let at = if comma {
            before.checked_sub(1)?
        } else {
            before
        };
        let quoted = tokens[at].quoted().filter(|_| !self.used[at])?;
        let ends = comma || at == 0 || ends_open(self.stretch.text, &self.stretch.marked[quoted]);
        ends.then_some(at)
    }

    /// `…, Vell said` and `"…" Vell said`.
    fn behind(&self, number: usize, subject: &Range<usize>) -> Option<Report> {
        let (tokens, cue) = (self.tokens, &self.cues[number]);
        let start = cue.tokens.end;
        let before = subject.start.checked_sub(1)?;
        let that = tokens.get(start).is_some_and(|next| {
            next.is(Class::QUESTION) || next.is_word("that") || next.is_mark(':')
        }) && start < self.end;
        if that {
            return None;
        }
        if let Some(quoted) = self.marks_before(before) {
            return Some(self.around(self.content_to(quoted + 1), subject.clone(), start, number));
        }
        let left = self.left_of(before);
        let rest = self.behind_adverbials(start);
        let parted = self.parted(&left, rest);
        let doubtful = cue.verb().is_some_and(|verb| verb.doubtful.sense)
            && !parted
            && (rest < self.end || left.len() < 4 || verb_of_sight(cue));
        if !tokens[before].is_mark(',') || cue.negated || doubtful {
            return None;
        }
        if !parted
            && (left.len() < 3
                || !left
                    .clone()
                    .any(|at| is_verb(tokens, at) || tokens[at].quoted().is_some()))
        {
            return None;
        }
        let ended = rest >= self.end || tokens[rest].is_mark(',') || tokens[rest].is_dash();
        if !ended
            || !parted
                && tokens
                    .get(rest + 1)
                    .is_some_and(|next| rest < self.end && next.quoted().is_some())
        {
            return None;
        }
        let asked = tokens[left.start].any(&[
            "asked",
            "pressed",
            "questioned",
            "referring",
            "speaking",
            "reached",
            "given",
            "citing",
        ]);
        if asked && left.len() > 1 {
            return None;
        }
        let open = tokens[left.start].is(Class::SUBORDINATOR)
            && !tokens[left.start].is(Class::PREPOSITION)
            && !left.clone().any(|at| tokens[at].is_mark(','))
            && rest < self.end;
        let whole = !open && left.clone().any(|at| is_verb(tokens, at));
        if !whole && !parted {
            return None;
        }
        Some(Report {
            content: self.split(left, rest, number),
            source: Some(subject.clone()),
            rule: Rule::ClauseThenCue,
        })
    }

    /// Whether a report stands between the subject, or what is put before it, and its verb: `The tax, he
    /// said, had paid for it`.
    fn parted(&self, left: &Range<usize>, rest: usize) -> bool {
        let tokens = self.tokens;
        if left.is_empty() || rest + 1 >= self.end || !tokens[rest].is_mark(',') {
            return false;
        }
        if is_verb(tokens, left.end - 1) && left.len() >= 2 {
            return true;
        }
        let finite = left.clone().any(|at| is_verb(tokens, at));
        let fronted = is_fronted(tokens, left);
        let subject = !finite && !fronted || tokens[left.start].is(Class::QUESTION);
        if subject {
            return tails::resumes(tokens, rest + 1)
                || !finite && left.len() <= 6 && tokens[rest + 1].quoted().is_some();
        }
        let clause = (rest + 1..self.end).any(|at| is_verb(tokens, at));
        !finite
            && fronted
            && clause
            && !tokens[rest + 1].is(Class::RELATIVE.or(Class::SUBORDINATOR))
    }

    /// The content to the left, and what follows behind a comma as its second half.
    fn split(&self, left: Range<usize>, rest: usize, number: usize) -> Vec<Range<usize>> {
        let mut content = vec![left];
        let tokens = self.tokens;
        if self.parted(&content[0], rest)
            || rest + 1 < self.end && tokens[rest].is_mark(',') && tails::resumes(tokens, rest + 1)
        {
            let limit = self.limit(number).max(rest + 2);
            content.push(rest + 1..limit);
            return content;
        }
        let Some(first) = tokens.get(rest + 1).filter(|_| rest + 1 < self.end) else {
            return content;
        };
        if !tokens[rest].is_mark(',') && !tokens[rest].is_dash() {
            return content;
        }
        let later = self
            .cues
            .iter()
            .any(|cue| cue.tokens.start > rest && cue.mode != Mode::For);
        let joined = first.is(Class::AND) && first.kind == Kind::Word;
        let from = rest + 1 + usize::from(joined && !first.is_word("but"));
        let clause = (from..self.end).any(|at| is_verb(tokens, at));
        let reason = first.kind == Kind::Word
            && first.any(&[
                "because", "if", "unless", "although", "even", "provided", "which", "not", "so",
            ]);
        if !later && (joined || reason) && clause && self.end > from + 2 {
            content.push(from..self.end);
        }
        content
    }

    /// Marks, the attribution, and the marks behind it that belong to the same quotation.
    fn around(
        &self,
        first: Range<usize>,
        source: Range<usize>,
        rest: usize,
        number: usize,
    ) -> Report {
        let mut content = vec![first];
        let stop = self
            .cues
            .get(number + 1)
            .map_or(self.end, |cue| cue.tokens.start);
        let more = (rest..stop).find(|at| {
            self.tokens[*at].quoted().is_some()
                && *at > 0
                && (self.tokens[at - 1].mark().is_some()
                    || self.tokens[at - 1].any(&["and", "but"]))
        });
        if let Some(more) = more.filter(|_| self.tokens[content[0].end - 1].quoted().is_some()) {
            content.push(more..more + 1);
        }
        Report {
            content,
            source: Some(source),
            rule: Rule::MarksThenCue,
        }
    }

    /// Content from where the clause begins up to a token.
    fn content_to(&self, end: usize) -> Range<usize> {
        let start = self.clause_start().min(end - 1);
        let before = &self.tokens[start..end - 1];
        let words = before
            .iter()
            .any(|token| matches!(token.kind, Kind::Word | Kind::Name | Kind::Number));
        let conjunction = before.len() == 1 && before[0].is(Class::AND);
        if words && !conjunction {
            start..end
        } else {
            end - 1..end
        }
    }

    /// Where the clause under way begins: behind the last record.
    fn clause_start(&self) -> usize {
        let mut start = self.from;
        while start < self.end
            && (self.tokens[start].mark().is_some()
                || start > 0
                    && self.tokens[start].is(Class::AND)
                    && self.tokens[start].kind == Kind::Word)
        {
            start += 1;
        }
        start
    }

    /// Behind adverbs, times and addressees that may follow a cue at the end.
    fn behind_adverbials(&self, start: usize) -> usize {
        let tokens = self.tokens;
        let stop = (start..self.end)
            .find(|at| {
                tokens[*at]
                    .mark()
                    .is_some_and(|mark| mark != '(' && mark != ')')
                    || tokens[*at].quoted().is_some()
            })
            .unwrap_or(self.end);
        let adverbial = (start..stop).all(|at| !is_verb(tokens, at))
            && tokens.get(start).is_none_or(|first| {
                start == stop
                    || first.is(Class::PREPOSITION
                        .or(Class::ADVERB)
                        .or(Class::TIME)
                        .or(Class::OBJECT))
                    || stop - start <= 6
            });
        if adverbial { stop } else { start }
    }

    fn according(&self, cue: &Cue) -> Option<Report> {
        let tokens = self.tokens;
        let start = cue.tokens.end;
        let end = phrase_end(tokens, start).min(self.end);
        if end <= start || tokens[start].any(&["plan", "plans", "schedule"]) {
            return None;
        }
        let source = Some(start..end);
        let first = cue.tokens.start;
        let begins = first == 0 || first == self.clause_start() && !tokens[first - 1].is_mark(',');
        if begins {
            let content = self
                .directly_behind(end)
                .or_else(|| self.behind_comma(end))?;
            return Some(Report {
                content: vec![content],
                source,
                rule: Rule::Phrase,
            });
        }
        let comma = usize::from(tokens[first - 1].is_mark(','));
        let joint = comma == 1
            && first >= 2
            && tokens[first - 2].kind == Kind::Word
            && tokens[first - 2].is(Class::AND.or(Class::RELATIVE))
            && tokens.get(end).is_some_and(|next| next.is_mark(','));
        let content = end + 1..self.limit_from(end + 1);
        if joint {
            return (end + 2 < self.end).then(|| Report {
                content: vec![content],
                source,
                rule: Rule::Phrase,
            });
        }
        let left = self.left_of(first - comma);
        if left.is_empty() {
            return None;
        }
        let mut content = vec![left.clone()];
        if tokens.get(end).is_some_and(|next| next.is_mark(','))
            && end + 1 < self.end
            && !left.clone().any(|at| is_verb(tokens, at))
        {
            content.push(end + 1..self.end);
        }
        if content.len() == 1 && left.len() == 1 && tokens[left.start].quoted().is_some() {
            return Some(Report {
                content,
                source,
                rule: Rule::MarksThenCue,
            });
        }
        Some(Report {
            content,
            source,
            rule: Rule::Phrase,
        })
    }

    /// The clause right behind an opening phrase that no comma closes.
    fn directly_behind(&self, end: usize) -> Option<Range<usize>> {
        let tokens = self.tokens;
        let next = tokens.get(end).filter(|_| end + 2 < self.end)?;
        let opens = next.is(Class::DETERMINER.or(Class::SUBJECT).or(Class::POSSESSIVE))
            && next.kind != Kind::Name
            && (end..self.end).any(|at| is_verb(tokens, at))
            && !tokens[..self.end]
                .iter()
                .skip(end)
                .any(|token| token.is_mark(','));
        opens.then(|| end..self.limit_from(end))
    }

    /// The clause behind the comma after an opening phrase, and behind an apposition within it.
    fn behind_comma(&self, at: usize) -> Option<Range<usize>> {
        let tokens = self.tokens;
        let comma = (at..self.end).find(|at| tokens[*at].is_mark(','))?;
        let mut start = comma + 1;
        let next = (start..self.end).find(|at| tokens[*at].is_mark(','));
        if let Some(next) = next {
            let chunk = start..next;
            let apposition = chunk
                .clone()
                .all(|at| !is_verb(tokens, at) && tokens[at].quoted().is_none())
                && !chunk.is_empty()
                && !is_fronted(tokens, &chunk)
                && (tokens[start].is(Class::DETERMINER) || tokens[start].is(Class::SPEAKER))
                && chunk.clone().any(|at| tokens[at].is(Class::SPEAKER))
                || chunk.len() <= 4
                    && tokens[comma - 1].is(Class::SPEAKER)
                    && chunk.clone().all(|at| tokens[at].kind == Kind::Name);
            let relative = tokens[start].is(Class::RELATIVE) && !tokens[start].is_word("that")
                || tokens[start].kind == Kind::Word
                    && (tokens[start].text.ends_with("ed")
                        || tokens[start].any(&["made", "seen", "quoting", "citing", "speaking"]));
            if apposition || relative {
                start = next + 1;
            }
        }
        (start < self.end).then_some(start..self.limit_from(start))
    }

    /// Before the next participle that goes on with the report.
    fn limit_from(&self, start: usize) -> usize {
        let next = self
            .cues
            .iter()
            .find(|cue| cue.tokens.start > start && cue.mode == Mode::Participle);
        next.map_or(self.end, |cue| self.strip(cue.left))
    }

    fn view(&self, cue: &Cue) -> Option<Report> {
        let tokens = self.tokens;
        let (source, behind) = if cue.mode == Mode::For {
            let end = phrase_end(tokens, cue.tokens.end).min(self.end);
            (cue.tokens.end..end, end)
        } else {
            let owner = cue.tokens.start - 1;
            let end = if tokens[owner].kind == Kind::Genitive {
                owner
            } else {
                owner + 1
            };
            (cue.left + 1..end, cue.tokens.end)
        };
        let begins =
            cue.left == 0 || cue.left == self.clause_start() || tokens[cue.left - 1].is(Class::AND);
        let content = if begins {
            if cue.mode == Mode::For {
                self.behind_comma(behind)?
            } else {
                let comma = usize::from(tokens.get(behind)?.is_mark(','));
                behind + comma..self.limit_from(behind + comma)
            }
        } else {
            let comma = usize::from(tokens[cue.left - 1].is_mark(','));
            self.clause_start()..cue.left - comma
        };
        (content.len() > 2 && !source.is_empty()).then(|| Report {
            content: vec![content],
            source: Some(source),
            rule: Rule::Phrase,
        })
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

    fn record(&mut self, number: usize, report: &Report, flow: &mut Flow, found: &mut Found) {
        let tokens = self.tokens;
        let cue = self.cues[number].clone();
        let mut kind = None;
        let mut content = Vec::new();
        for part in &report.content {
            let Some((span, of)) = self.content(part.clone()) else {
                continue;
            };
            kind = Some(kind.map_or(of, |before| {
                if before == of {
                    of
                } else {
                    QuotationKind::Mixed
                }
            }));
            content.push(span);
            for at in part.clone() {
                self.used[at] |= tokens[at].quoted().is_some();
            }
        }
        let Some(kind) = kind else { return };
        let span =
            |part: &Range<usize>| tokens[part.start].span.start..tokens[part.end - 1].span.end;
        let verb = cue.verb();
        let lemma = match cue.mode {
            Mode::According => Some("according to"),
            Mode::For => Some("for"),
            Mode::View => Some("view"),
            Mode::Stance | Mode::Noun => nominal::lemma(&tokens[cue.tokens.start]),
            _ => verb.map(|verb| verb.lemma),
        };
        let mut one = quotation(
            kind,
            content,
            report.rule,
            flow.zone.unwrap_or(ZoneKind::Paragraph),
        );
        one.cue = Some(span(&cue.tokens));
        one.source = report
            .source
            .as_ref()
            .filter(|source| !source.is_empty())
            .map(|source| {
                let first = &tokens[source.start];
                let short = source.len() == 1 && contracted(first);
                let end = first.span.start + pronoun_length(first.text);
                if short {
                    first.span.start..end
                } else {
                    span(source)
                }
            });
        one.verb = lemma;
        one.class = Some(verb.map_or("neutral", |verb| verb.class));
        one.negated = cue.negated;
        one.questioned = cue.questioned;
        let named = if one.source.is_none() && self.last.is_none() {
            let first = (0..cue.left).find(|at| is_verb(tokens, *at));
            first
                .and_then(|first| subject(tokens, 0, first))
                .map(|found| span(&found))
        } else {
            None
        };
        found.records.push(Record {
            quotation: one,
            within: flow.within,
            like: if report.source.is_none() {
                self.last
            } else {
                None
            },
            named,
        });
        let this = found.records.len() - 1;
        self.last = Some(this);
        self.from = cue
            .tokens
            .end
            .max(report.source.as_ref().map_or(0, |source| source.end))
            .max(report.content.last().map_or(0, |part| part.end));
        if self.stretch.depth == 0 && flow.within.is_none() {
            let marks = report
                .content
                .iter()
                .flat_map(Clone::clone)
                .filter_map(|at| tokens[at].quoted())
                .next_back();
            if kind == QuotationKind::Direct || report.rule == Rule::MarksThenCue {
                flow.last = Some(this);
            } else {
                flow.last = None;
            }
            flow.open = marks
                .filter(|quoted| !self.stretch.marked[*quoted].closed)
                .map(|_| this);
            if flow.last.is_none() && marks.is_none() {
                flow.last = None;
            }
        }
    }

    /// The span of a content in bytes, and its kind by the marks in it.
    fn content(&self, part: Range<usize>) -> Option<(Range<usize>, QuotationKind)> {
        let tokens = self.tokens;
        let (mut start, mut end) = (part.start, part.end);
        while start < end && matches!(tokens[start].kind, Kind::Mark(',' | ';' | ':')) {
            start += 1;
        }
        while end > start
            && (matches!(tokens[end - 1].kind, Kind::Mark(',' | ';' | ':'))
                || tokens[end - 1].is_dash())
        {
            end -= 1;
        }
        if start >= end {
            return None;
        }
        if end == start + 1
            && let Some(quoted) = tokens[start].quoted()
        {
            return Some((
                self.stretch.marked[quoted].inner.clone(),
                QuotationKind::Direct,
            ));
        }
        let marks = (start..end).any(|at| tokens[at].quoted().is_some());
        let kind = if marks {
            QuotationKind::Mixed
        } else {
            QuotationKind::Indirect
        };
        let span = tokens[start].span.start..tokens[end - 1].span.end;
        Some((span, kind))
    }

    /// `Vell: pier is safe`, `Pier is safe - harbour master`, `Lee: "…"`.
    fn label(&mut self, flow: &mut Flow, found: &mut Found) {
        let tokens = self.tokens;
        let begin =
            usize::from(tokens[0].is_dash() || tokens[0].is_mark('•') || tokens[0].is_mark('*'));
        let colon = (0..self.end.min(12)).find(|at| tokens[*at].is_mark(':'));
        let headline = flow.zone == Some(ZoneKind::Headline);
        let (source, content) = if let Some(colon) = colon {
            // `Ray Oximoto, welder: "…"`
            let comma = (begin..colon).find(|at| tokens[*at].is_mark(','));
            let named = comma.filter(|comma| named_person(&tokens[begin..*comma]));
            (begin..named.unwrap_or(colon), colon + 1..self.end)
        } else if let Some(dash) = (0..self.end)
            .rev()
            .find(|at| tokens[*at].is_dash())
            .filter(|_| headline)
        {
            (dash + 1..self.end, 0..dash)
        } else {
            return;
        };
        if source.is_empty() || content.is_empty() || flow.zone == Some(ZoneKind::Heading) {
            return;
        }
        let marks = content.len() == 1 && tokens[content.start].quoted().is_some();
        let end = phrase_end(tokens, source.start);
        let last = &tokens[source.end - 1];
        let speaks = end == source.end
            && source.len() <= 5
            && (last.is(Class::SPEAKER)
                || headline
                    && source.len() <= 2
                    && last.kind == Kind::Name
                    && content.clone().any(|at| is_verb(tokens, at))
                || marks && last.kind == Kind::Name);
        if !speaks || !(marks || headline) {
            return;
        }
        let Some((span, kind)) = self.content(content) else {
            return;
        };
        let mut one = quotation(
            kind,
            vec![span],
            Rule::Label,
            flow.zone.unwrap_or(ZoneKind::Paragraph),
        );
        one.source = Some(tokens[source.start].span.start..tokens[source.end - 1].span.end);
        found.records.push(Record {
            quotation: one,
            within: flow.within,
            like: None,
            named: None,
        });
        if marks && self.stretch.depth == 0 {
            flow.last = Some(found.records.len() - 1);
        }
    }

    /// Keeps the subject of a sentence for pronouns to come.
    fn note_subject(&self, flow: &mut Flow, found: &mut Found) {
        let tokens = self.tokens;
        let first = (1..self.end).find(|at| is_verb(tokens, *at));
        let span = first.and_then(|first| subject(tokens, 0, first));
        if let Some(span) = span.filter(|span| !tokens[span.start].is(Class::SUBJECT)) {
            found.subjects.push((
                tokens[span.start].span.start..tokens[span.end - 1].span.end,
                flow.paragraph,
            ));
        }
        if self.last.is_none() {
            flow.last = None;
        }
    }
}

/// Whether a cue is a verb that seldom reports at the end of a sentence.
fn verb_of_sight(cue: &Cue) -> bool {
    cue.verb().is_some_and(|verb| {
        matches!(
            verb.lemma,
            "see" | "hold" | "put" | "find" | "show" | "sign" | "mark"
        )
    })
}
