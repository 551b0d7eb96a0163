//! Reports at the end of what is said: `…, Vell said` and `"…" Vell said`.

use std::ops::Range;

use super::super::Rule;
use super::super::content::{forward, is_office};
use super::super::cues::{Cue, Mode};
use super::super::find::ends_open;
use super::super::lexicon::Class;
use super::super::phrases::{
    is_fronted, is_particle, is_party, is_verb, named_person, phrase_end, time_end,
};
use super::super::spelling::is_in_capitals;
use super::super::tails::{holds_verb, resumes};
use super::super::verbs::{Frames, Verb};
use super::super::withheld::withheld;
use super::super::word_list::WordList;
use super::super::words::{Kind, Token};
use super::{Report, Sentence};

/// Participles of what comes before a report and is none of it: `Asked about the pier, Vell said`.
const LEADING: WordList = WordList::new(&[
    "according",
    "asked",
    "pressed",
    "questioned",
    "referring",
    "speaking",
    "reached",
    "given",
    "citing",
]);

/// Adverbs that say of whom something holds beyond others, or of about how many.
const DEGREES: WordList = WordList::new(&[
    "even", "only", "just", "nearly", "almost", "roughly", "perhaps", "exactly",
]);

/// Participles that tell of an office: `presiding judge Ida Vell`.
const IN_OFFICE: WordList = WordList::new(&[
    "presiding",
    "outgoing",
    "leading",
    "ranking",
    "visiting",
    "sitting",
    "investigating",
]);

/// Where a subject begins with such adverbs before it: `"…," even Vell said`, `…, nearly half of them said`.
fn before_degrees(tokens: &[Token<'_>], verb: &Verb, start: usize) -> usize {
    let degree = |at: &usize| tokens[*at].any(&DEGREES);
    // `presiding judge Ida Vell`
    let office = start >= 2 && tokens[start - 1].is(Class::PERSON.or(Class::TITLE));
    let first = start - usize::from(office);
    if first > 0 && tokens[first - 1].any(&IN_OFFICE) {
        return first - 1;
    }
    let says = verb.frames.has(Frames::QUOTE);
    start - (0..start).rev().take_while(|at| says && degree(at)).count()
}

/// Whether a noun is the object of a verb: `From his office, Vell advocated restraint`.
fn has_object(verb: &Verb, next: Option<&Token<'_>>) -> bool {
    let plain = |next: &Token<'_>| {
        next.kind == Kind::Word && next.class == Class::default() && !next.text.ends_with("ly")
    };
    verb.frames.has(Frames::NP)
        && !verb.frames.has(Frames::QUOTE.or(Frames::NP_THAT))
        && next.is_some_and(plain)
}

/// Whether a verb reports of somebody and has no clause: `Hal Orr, the man accused, said`.
fn is_of_somebody(verb: &Verb) -> bool {
    verb.frames.has(Frames::NP_PREP) && !verb.frames.has(Frames::THAT.or(Frames::NP_THAT))
}

/// Whether what is told of may end with a token: with a comma or a dash, or within marks.
fn ends_what_is_told(token: &Token<'_>) -> bool {
    token.is_mark(',') || token.is_dash() || token.quoted().is_some()
}

impl Sentence<'_, '_, '_> {
    /// The token of marks that end right before a cue or its subject.
    pub(super) fn marks_before(&self, before: usize) -> Option<usize> {
        let tokens = self.tokens;
        let comma = tokens[before].is_mark(',') || tokens[before].is_dash();
        let at = if comma {
            before.checked_sub(1)?
        } else {
            before
        };
        let quoted = tokens[at].quoted().filter(|_| !self.used[at])?;
        let ends = comma
            || at == 0
            || self.headline
            || ends_open(self.stretch.text, &self.stretch.marked[quoted]);
        ends.then_some(at)
    }

    /// The token of marks right before a pronoun and a verb of saying that end a sentence, though no comma
    /// closes them: `it was "the end of an age" he added.`
    fn marks_without_comma(&self, number: usize, before: usize) -> Option<usize> {
        let (tokens, cue) = (self.tokens, &self.cues[number]);
        let verb = cue.verb(tokens)?;
        let says = verb.frames.has(Frames::QUOTE) && !verb.doubtful.sense && !cue.negated;
        let ends = self.behind_adverbials(cue.tokens.end) >= self.end;
        let marks = tokens[before].quoted().is_some() && !self.used[before];
        let pronoun = tokens[before + 1].any(words!["he", "she", "they", "it"]);
        (says && ends && marks && pronoun && cue.left == before + 2).then_some(before)
    }

    /// Whether a verb of seeing is one of what somebody found, or a document shows: `…, data from the statistics
    /// office showed`.
    fn is_shown(&self, cue: &Cue, subject: &Range<usize>) -> bool {
        let tokens = self.tokens;
        let of = (subject.start + 1..subject.end).find(|at| tokens[*at].is(Class::PREPOSITION));
        let head = &tokens[of.unwrap_or(subject.end) - 1];
        cue.verb(tokens).is_some_and(|verb| {
            verb.lemma == "find" || verb.lemma == "show" && head.is(Class::DOCUMENT)
        })
    }

    /// Whether a verb with somebody who is asked or told stands behind a report that parts its clause: `In May, she said,
    /// the mayor asked her to stay`.
    fn goes_on_behind_insertion(&self, number: usize, comma: usize) -> bool {
        let (tokens, cue) = (self.tokens, &self.cues[number]);
        let Some(earlier) = number.checked_sub(1).map(|at| &self.cues[at]) else {
            return false;
        };
        let inserted = earlier.mode == Mode::Finite
            && tokens[comma].is_mark(',')
            && earlier.tokens.end == comma
            && self.subjects[number - 1].as_ref().is_some_and(|own| {
                own.end == earlier.left && own.start > 0 && tokens[own.start - 1].is_mark(',')
            });
        let frames = Frames::NP_TO.or(Frames::NP_THAT);
        // `When he was met, the court papers say, he denied the theft`
        let when = words!["when", "after", "once", "before", "while", "if", "since"];
        if inserted && tokens[0].any(when) {
            return true;
        }
        let tells = cue.verb(tokens).is_some_and(|verb| verb.frames.has(frames));
        if !inserted || !tells {
            return false;
        }
        let whom = phrase_end(tokens, cue.tokens.end).min(self.end);
        whom > cue.tokens.end
            && tokens
                .get(whom)
                .filter(|_| whom < self.end)
                .is_some_and(|next| {
                    next.any(words![
                        "to", "that", "not", "whether", "if", "why", "how", "what"
                    ])
                })
    }

    /// Whether a cue tells nothing of what stands before its subject, since it belongs to a relative clause, to what
    /// opens behind it, or to a clause that another report parts.
    fn is_of_another_clause(&self, number: usize, subject: &Range<usize>, before: usize) -> bool {
        let cue = &self.cues[number];
        // `Vell, a scholar who has counted 31 of them, judged it late` is not what a scholar has counted, nor `The League, a
        // group that advocates lower dues, has said so` what a group advocates.
        let before_cue = &self.tokens[cue.left - 1];
        let who = cue.left > subject.end && before_cue.is_word("who");
        let that = before_cue.kind == Kind::Word
            && before_cue.any(words!["that", "which"])
            && cue.left > 1
            && self.tokens[cue.left - 2].is_plain();
        who || that
            || self.is_compared(subject.end..cue.left)
            || self.zero_relative(subject).is_some()
            || self.opens_far_behind(cue)
            || self.goes_on_behind_insertion(number, before)
    }

    /// Whether a clause stands behind a comparison, which nobody reports: `less than critics had claimed`, `half of what her
    /// aides had predicted`.
    fn is_compared(&self, clause: Range<usize>) -> bool {
        let tokens = self.tokens;
        let than = tokens.get(clause.start).filter(|_| clause.len() > 1);
        let of_what = || clause.len() > 2 && tokens[clause.start + 1].is_word("what");
        than.is_some_and(|than| than.is_word("than") || than.is_word("of") && of_what())
    }

    /// `…, Vell said` and `"…" Vell said`.
    pub(super) fn behind(&self, number: usize, subject: &Range<usize>) -> Option<Report> {
        let (tokens, cue) = (self.tokens, &self.cues[number]);
        let start = cue.tokens.end;
        let verb = cue.verb(tokens)?;
        let before = before_degrees(tokens, verb, subject.start).checked_sub(1)?;
        if !ends_what_is_told(&tokens[before]) {
            return None;
        }
        let to = tokens.get(start).filter(|_| start < self.end);
        let wants = verb.frames.has(Frames::TO) && to.is_some_and(|to| to.is_word("to"));
        if tokens[subject.start].is_word("as") || wants || has_object(verb, to) {
            return None;
        }
        if self.is_of_another_clause(number, subject, before) {
            return None;
        }
        // `"…," Ann Vell, chief of the harbour police said`
        if let Some(report) = self.behind_open_apposition(number, before) {
            return Some(report);
        }
        let circumstances = self.circumstances_behind_clause(cue, verb, before);
        if circumstances.is_none() && self.opens_behind(start, self.marks_before(before).is_some())
        {
            return None;
        }
        let quoted = self
            .marks_before(before)
            .or_else(|| self.marks_without_comma(number, before));
        // `Speaking on "Harbour Week," Vell said the pier was shut`
        let leads = |quoted| self.names_occasion(quoted) || self.leads_with_marks(quoted, start);
        if quoted.is_some_and(leads) {
            return None;
        }
        if let Some(quoted) = quoted {
            return Some(self.around(self.content_to(quoted + 1), subject.clone(), start, number));
        }
        // `"…," said Vell, "…," she added`
        if verb.lemma == "begin"
            || is_of_somebody(verb)
            || tokens[before].quoted().is_some()
                && self.used[before]
                && !self.is_leaked(number, subject, before)
            || circumstances.is_none() && self.has_object(cue)
        {
            return None;
        }
        let comma = tokens[before].is_mark(',');
        if !comma && !self.ends_with_comma(before) || cue.negated {
            return None;
        }
        let left = self.behind_told_colon(number, self.left_of(before + usize::from(!comma)));
        let rest = circumstances.unwrap_or_else(|| self.behind_adverbials(start));
        if self.opens_content(&left, start..rest, verb) {
            return None;
        }
        if let Some(content) = self.within_relative(before, rest, number) {
            return Some(Report {
                content: vec![content],
                source: Some(subject.clone()),
                rule: Rule::ClauseThenCue,
            });
        }
        // `Vell says he will run, aide denies split` holds two reports.
        let tells = verb.lemma == "tell" && phrase_end(tokens, start) >= self.end;
        if self.headline && rest > start && rest >= self.end && !tells {
            return None;
        }
        let sense = verb.doubtful.sense;
        let parted = self.parted(&left, rest) && !verb_of_sight(tokens, cue);
        let document = tokens[subject.clone()]
            .iter()
            .any(|token| token.is(Class::SPEAKER));
        let shown = self.is_shown(cue, subject);
        let sight = verb_of_sight(tokens, cue) && !(document && shown);
        let parted = parted || self.parted(&left, rest) && shown && verb.lemma == "show";
        let of_poll = sense && document && shown;
        let ends = rest >= self.end || of_poll && self.is_joined(rest);
        let least = if of_poll { 3 } else { 4 };
        if sense && !parted && (!ends || left.len() < least || sight) {
            return None;
        }
        let told = |at| is_verb(tokens, at) || tokens[at].quoted().is_some();
        // `Board split over hike, minutes show`
        let found = of_poll && (self.headline || may_hold_verb(tokens, &left));
        // A speaker and a verb of saying between commas leave no doubt, whatever the clause holds, nor do
        // they at the end of what may be a short one: `Goats sleep in barns, Vell said.`
        let short = rest >= self.end && (may_hold_verb(tokens, &left) || left.clone().any(told));
        let spoken = !sense
            && verb.frames.has(Frames::QUOTE)
            && (left.len() >= if self.headline { 3 } else { 6 } || short)
            && !is_fronted(tokens, &left)
            && (document || is_somebody(tokens, subject));
        let least = if short && spoken { 2 } else { 3 };
        if !parted && (left.len() < least || !spoken && !found && !left.clone().any(told)) {
            return None;
        }
        let ended = self.is_ended(start, rest);
        let next = tokens.get(rest + 1).filter(|_| rest < self.end);
        let marks = next.is_some_and(|next| next.quoted().is_some());
        if !ended || !parted && marks || self.only_leads(&left, parted) {
            return None;
        }
        let whole = self.stands_alone(&left, rest, spoken || found);
        (whole || parted).then(|| Report {
            content: self.split(left, rest, number),
            source: Some(subject.clone()),
            rule: Rule::ClauseThenCue,
        })
    }

    /// A clause without what an earlier report before a colon tells: `She asked for patience: the line will close, Vell
    /// explained`.
    fn behind_told_colon(&self, number: usize, left: Range<usize>) -> Range<usize> {
        let tokens = self.tokens;
        let colon = left.clone().find(|at| tokens[*at].is_mark(':'));
        let told = colon.filter(|colon| {
            let clause = (colon + 1..left.end).any(|at| is_verb(tokens, at));
            let mut earlier = self.cues[..number].iter();
            clause
                && earlier.any(|cue| {
                    cue.mode == Mode::Finite
                        && left.contains(&cue.tokens.start)
                        && cue.tokens.end < *colon
                })
        });
        told.map_or(left.start, |colon| colon + 1)..left.end
    }

    /// Whether another clause is joined to a report: `Most are tired, a poll finds, but half will vote`.
    fn is_joined(&self, rest: usize) -> bool {
        let joints = words!["but", "and", "while", "although", "though"];
        rest + 1 < self.end && self.tokens[rest].is_mark(',') && self.tokens[rest + 1].any(joints)
    }

    /// Whether others tell of a report that marks close: `Orr told donors that he was “finished,” two people said.`
    fn is_leaked(&self, number: usize, subject: &Range<usize>, marks: usize) -> bool {
        let (tokens, cue) = (self.tokens, &self.cues[number]);
        let Some(earlier) = number.checked_sub(1).map(|at| &self.cues[at]) else {
            return false;
        };
        let others = !tokens[subject.start].any(words!["he", "she", "it", "i", "they", "we"]);
        let says = cue
            .verb(tokens)
            .is_some_and(|verb| verb.frames.has(Frames::QUOTE) && !verb.doubtful.sense);
        let within = earlier.tokens.end <= marks && tokens[marks - 1].is_plain();
        let ends = self.behind_adverbials(cue.tokens.end) >= self.end;
        others && says && within && ends && self.ends_with_comma(marks)
    }

    /// Whether a participle stands before a report that belongs to the speaker, but not `Given the costs, she said, it`.
    fn only_leads(&self, left: &Range<usize>, parted: bool) -> bool {
        let first = &self.tokens[left.start];
        let given = parted && first.is_word("given");
        first.any(&LEADING) && left.len() > 1 && !given || self.is_participial(left)
    }

    /// Whether what stands before a report is a clause that may be said, none that tells when.
    fn stands_alone(&self, left: &Range<usize>, rest: usize, spoken: bool) -> bool {
        let tokens = self.tokens;
        let even = usize::from(tokens[left.start].is_word("even") && left.len() > 1);
        let open = tokens[left.start + even].is(Class::SUBORDINATOR)
            && (even == 1 || !tokens[left.start].is(Class::PREPOSITION))
            && !left.clone().any(|at| tokens[at].is_mark(','))
            && (even == 1 || rest < self.end);
        let when = rest >= self.end && self.tells_when(left);
        !open && !when && (spoken || holds_clause(tokens, left))
    }

    /// The rest of a relative clause, where a report stands between commas behind its pronoun: `a reef that, officials
    /// said, was on no chart`, `Oban, where, officials said, nine people died`.
    fn within_relative(&self, before: usize, rest: usize, number: usize) -> Option<Range<usize>> {
        let tokens = self.tokens;
        if self.cues[number].negated || !tokens[before].is_mark(',') {
            return None;
        }
        let pronoun = before.checked_sub(1).filter(|at| *at > 0)?;
        let opens = tokens[pronoun].kind == Kind::Word
            && tokens[pronoun].any(words!["that", "which", "who", "where", "when", "because"]);
        if !opens || rest >= self.end || !tokens[rest].is_mark(',') {
            return None;
        }
        let limit = self.limit(number);
        if rest + 2 >= limit {
            return None;
        }
        let apart = tokens[pronoun - 1].is_mark(',');
        let goes_on = |at: &usize| tokens[*at].is_mark(',') && resumes(tokens, at + 1);
        let end = (rest + 2..limit.saturating_sub(1))
            .find(goes_on)
            .filter(|_| apart);
        let content = rest + 1..end.unwrap_or(limit);
        content
            .clone()
            .any(|at| is_verb(tokens, at))
            .then_some(content)
    }

    /// Whether a report has ended at a token, behind adverbials from another one on.
    fn is_ended(&self, start: usize, rest: usize) -> bool {
        let tokens = self.tokens;
        let clause = words!["which", "when", "after", "before", "as"];
        rest >= self.end
            || tokens[rest].is_mark(',')
            || tokens[rest].is_mark(';')
            || tokens[rest].is_dash()
            || tokens[rest].any(clause) && rest > start
            // `…, Vell said but did not elaborate`
            || tokens[rest].is_word("but") && withheld(tokens, rest, self.end, false)
            // `…, Vell said in a speech that was cut short`
            || tokens[rest].is_word("that") && rest > start && self.follows_relative(rest)
    }

    /// The end of the circumstances of a report behind a whole clause and a comma.
    fn circumstances_behind_clause(&self, cue: &Cue, verb: &Verb, before: usize) -> Option<usize> {
        // `The roads are shut, the agency cites the press service of the port`
        if verb.lemma == "cite" && is_office(self.tokens, cue.tokens.end..self.end) {
            return Some(self.end);
        }
        let says = verb.frames.has(Frames::QUOTE)
            && verb.frames.has(Frames::THAT.or(Frames::NP_THAT))
            && !verb.doubtful.sense;
        if !says || cue.negated || !self.tokens[before].is_mark(',') {
            return None;
        }
        self.circumstances(cue, verb)
            .filter(|_| self.holds_report(before))
    }

    /// Whether a whole clause ends at a comma, which a report behind it may be of.
    pub(super) fn holds_report(&self, comma: usize) -> bool {
        let tokens = self.tokens;
        let left = self.left_of(comma);
        left.len() >= 3 && holds_clause(tokens, &left) && !is_fronted(tokens, &left)
    }

    /// Whether a clause only says when something was done: `When they asked whether it was safe, she laughed`.
    fn tells_when(&self, clause: &Range<usize>) -> bool {
        let tokens = self.tokens;
        tokens[clause.start].any(words!["when", "after", "as", "once", "while"])
            && !clause.clone().any(|at| tokens[at].is_mark(','))
    }

    /// Whether words that tell when or where end with marks, and what somebody says follows: `Despite the “green tax”, Vell
    /// said prices would fall`.
    fn leads_with_marks(&self, quoted: usize, start: usize) -> bool {
        let tokens = self.tokens;
        let first = self.clause_start();
        let opens = first < quoted
            && (tokens[first].is(Class::PREPOSITION)
                || tokens[first].any(words!["asked", "pressed", "questioned", "speaking"]));
        if !opens || (first + 1..quoted).any(|at| is_verb(tokens, at)) {
            return false;
        }
        let rest = self.behind_adverbials(start);
        let said = rest < self.end && !tokens[rest].is_mark(',') && tokens[rest].quoted().is_none();
        said && (rest..self.end).any(|at| is_verb(tokens, at))
    }

    /// Whether words behind a verb of saying, up to a mark, begin what is said, where only a time or an occasion stands
    /// before: `In a statement, the ministry said about 300 people, many of them children, were there`.
    fn opens_content(&self, left: &Range<usize>, words: Range<usize>, verb: &Verb) -> bool {
        let tokens = self.tokens;
        let finite = |range: Range<usize>| range.into_iter().any(|at| is_verb(tokens, at));
        let adverb = left.len() == 1 && tokens[left.start].is(Class::ADVERB);
        let fronted = adverb || is_fronted(tokens, left);
        if !fronted || finite(left.clone()) || words.is_empty() || !finite(words.end..self.end) {
            return false;
        }
        let article = left.clone().any(|at| tokens[at].any(words!["a", "an"]));
        let occasion = article && left.clone().any(|at| tokens[at].is(Class::OCCASION));
        occasion || !verb.frames.has(Frames::NP_THAT) && begins_noun(tokens, words.start)
    }

    /// Whether marks hold the name of where somebody spoke, behind a participle that opens the sentence.
    fn names_occasion(&self, quoted: usize) -> bool {
        let tokens = self.tokens;
        let first = self.clause_start();
        let words = || tokens[quoted].text.split_whitespace();
        let title = words().all(|word| {
            let word = word.trim_start_matches(|mark: char| !mark.is_alphanumeric());
            word.starts_with(char::is_uppercase) || matches!(word, "the" | "of" | "and" | "with")
        });
        title
            && first < quoted
            && tokens[first].any(words![
                "speaking",
                "appearing",
                "talking",
                "interviewed",
                "asked"
            ])
            && !(first..quoted).any(|at| tokens[at].is_mark(','))
    }

    /// Whether a participle stands first that belongs to the subject: `Long praised by critics, Vell has written`.
    fn is_participial(&self, left: &Range<usize>) -> bool {
        let tokens = self.tokens;
        let adverb = tokens[left.start].is(Class::ADVERB) || tokens[left.start].is_word("long");
        let at = left.start + usize::from(adverb);
        let participle = tokens[at].text.len() > 4 && tokens[at].text.ends_with("ed");
        let next = tokens.get(at + 1).filter(|_| at + 1 < left.end);
        participle
            && next.is_some_and(|next| {
                next.any(words!["as", "by", "in", "on", "at", "with", "for", "from"])
            })
            && !left.clone().any(|at| tokens[at].is_mark(','))
    }

    /// Whether a word that opens a content stands behind a cue: `he insisted on Tuesday night that`.
    fn opens_behind(&self, start: usize, marked: bool) -> bool {
        let tokens = self.tokens;
        let day = |at: &usize| tokens[*at].is(Class::TIME) || tokens[*at].is_word("on");
        let open = (start..self.end).find(|at| !day(at)).unwrap_or(start);
        let later = open > start && open < self.end && tokens[open].is_word("that");
        let next = tokens.get(start).filter(|_| start < self.end);
        later
            || next.is_some_and(|next| {
                next.is(Class::QUESTION) && !(marked && next.any(words!["when", "where"]))
                    || next.is_word("that") && !(marked && self.points_to_somebody(start))
                    || next.is_mark(':')
            })
    }

    /// Whether the content opens behind an insertion: `In Oslo, Vell said on Monday, a day after the vote, that it was
    /// late`.
    fn opens_far_behind(&self, cue: &Cue) -> bool {
        let tokens = self.tokens;
        let that = (cue.tokens.end + 2..self.end)
            .find(|at| tokens[*at].is_word("that") && tokens[at - 1].is_mark(','));
        that.is_some_and(|that| {
            let content = forward(tokens, cue, self.end);
            content.is_some_and(|(content, _)| content.start == that + 1)
        })
    }

    /// Whether "that" points to whom something is told: `"…," Vell told that woman`.
    fn points_to_somebody(&self, that: usize) -> bool {
        let told = self
            .tokens
            .get(that + 1)
            .is_some_and(|next| next.is(Class::SPEAKER));
        let closed = that + 2 >= self.end || self.tokens[that + 2].is_mark(',');
        told && closed
    }

    /// Marks, a name, and an office that no comma divides from the verb.
    fn behind_open_apposition(&self, number: usize, comma: usize) -> Option<Report> {
        let (tokens, cue) = (self.tokens, &self.cues[number]);
        if !tokens[comma].is_mark(',') {
            return None;
        }
        // `Senator Ann Vell, D-Ohio, chief of the harbour police said`
        let party = (comma.saturating_sub(3)..comma)
            .rev()
            .find(|at| tokens[*at].is_mark(','))
            .filter(|at| is_party(tokens, &(at + 1..comma)));
        let behind_name = party.unwrap_or(comma);
        let names = (0..behind_name)
            .rev()
            .take_while(|at| tokens[*at].kind == Kind::Name || is_particle(&tokens[*at]));
        let name = behind_name - names.count()..behind_name;
        let office = tokens
            .get(comma + 1..cue.left)?
            .iter()
            .any(|token| token.is(Class::PERSON));
        let closed = (comma + 1..cue.left).all(|at| tokens[at].mark().is_none());
        let ends = || {
            let rest = self.behind_adverbials(cue.tokens.end);
            rest >= self.end || tokens[rest].is_mark(',')
        };
        // `"…," Vell, a clerk at the Oban Harbour Office told the Post`
        let told = tokens[comma + 1].any(words!["a", "an", "the"]);
        let person =
            name.len() == 1 && told || name.len() > 1 && named_person(&tokens[name.clone()]);
        if !(person && office && closed && ends()) {
            return None;
        }
        let quoted = self.marks_before(name.start.checked_sub(1)?)?;
        let content = self.content_to(quoted + 1);
        Some(self.around(content, name, cue.tokens.end, number))
    }

    /// Whether a verb that tells nobody anything is followed by an object: `…, Vell showed the piano`.
    fn has_object(&self, cue: &Cue) -> bool {
        let Some(next) = self
            .tokens
            .get(cue.tokens.end)
            .filter(|_| cue.tokens.end < self.end)
        else {
            return false;
        };
        let tells = cue
            .verb(self.tokens)
            .is_some_and(|verb| verb.frames.has(Frames::NP_THAT) || verb.lemma == "ask");
        let object = next.is(Class::OBJECT) && !next.is(Class::POSSESSIVE)
            || next.is(Class::DETERMINER.or(Class::POSSESSIVE)) && !next.is(Class::TIME)
            || next.kind == Kind::Name && !next.is(Class::TIME);
        !tells && object && !next.any(words!["this", "that", "himself", "herself", "themselves"])
    }
}

/// Whether the name of somebody, or a pronoun, is a subject.
fn is_somebody(tokens: &[Token<'_>], subject: &Range<usize>) -> bool {
    is_in_capitals(tokens[subject.end - 1].text)
        || named_person(&tokens[subject.clone()])
        || tokens[subject.start].is(Class::SUBJECT)
}

/// Whether a noun phrase begins at a token, and no time.
fn begins_noun(tokens: &[Token<'_>], at: usize) -> bool {
    let token = &tokens[at];
    let counts = |token: &Token<'_>| token.is(Class::NUMBER) || token.kind == Kind::Number;
    let about = token.any(words![
        "about", "nearly", "around", "over", "almost", "some", "up"
    ]);
    let next = tokens.get(at + 1);
    if about {
        return next.is_some_and(|next| counts(next) || next.any(words!["a", "half", "to"]));
    }
    if time_end(tokens, at).is_some() || token.is(Class::TIME) {
        return false;
    }
    let plain = token.kind == Kind::Word
        && !token.text.ends_with("ly")
        && (token.class == Class::default() || token.is(Class::SPEAKER.or(Class::THIRD)));
    counts(token)
        || token.kind == Kind::Name
        || plain
        || token.is(Class::DETERMINER.or(Class::POSSESSIVE))
}

/// Whether a finite verb stands in a clause, or in the marks with which it opens: `"We will go" to Oban`.
fn holds_clause(tokens: &[Token<'_>], left: &Range<usize>) -> bool {
    let first = &tokens[left.start];
    left.clone().any(|at| is_verb(tokens, at)) || first.quoted().is_some() && holds_verb(first, 1)
}

/// Whether a word that may be a base form or a third person stands where a verb may, or first, before an
/// object: `Close the port`.
fn may_hold_verb(tokens: &[Token<'_>], left: &Range<usize>) -> bool {
    let bids = tokens[left.start].is(Class::BASE.or(Class::BASE_OR_NOUN))
        && tokens[left.start..left.end]
            .get(1)
            .is_some_and(|next| next.is(Class::DETERMINER.or(Class::POSSESSIVE)));
    if bids {
        return true;
    }
    let before = Class::DETERMINER
        .or(Class::POSSESSIVE)
        .or(Class::PREPOSITION)
        .or(Class::AND);
    (left.start + 1..left.end).any(|at| {
        let (noun, verb) = (&tokens[at - 1], &tokens[at]);
        verb.kind == Kind::Word
            && verb.is(Class::BASE.or(Class::BASE_OR_NOUN).or(Class::THIRD))
            && matches!(noun.kind, Kind::Word | Kind::Name)
            && !noun.is(before)
    })
}

/// Whether a cue is a verb that seldom reports at the end of a sentence.
fn verb_of_sight(tokens: &[Token<'_>], cue: &Cue) -> bool {
    cue.verb(tokens).is_some_and(|verb| {
        matches!(
            &*verb.lemma,
            "see" | "hold" | "put" | "find" | "show" | "sign" | "mark"
        )
    })
}
