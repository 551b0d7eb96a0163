//! How far a content reaches behind its cue: to the next report, or to where the narration goes on.

use std::ops::Range;

use super::super::Rule;
use super::super::content::{forward, said_in};
use super::super::cues::{Cue, Mode};
use super::super::lexicon::Class;
use super::super::narration::goes_on;
use super::super::phrases::{is_verb, phrase_before, phrase_end};
use super::super::tails::{self, Place, resumes};
use super::super::verbs::{Form, Frames, Verb};
use super::super::words::{Kind, Token};
use super::Sentence;

/// How many cues a report at the end of a sentence may reach over.
const MOST_AROUND: usize = 12;
/// How many tokens may tell when and where something was said.
pub(super) const LONGEST_ADVERBIAL: usize = 20;

impl Sentence<'_, '_, '_> {
    /// The content behind a cue, up to where the narration goes on.
    pub(super) fn forward(&self, number: usize) -> Option<(Range<usize>, Rule)> {
        let cue = &self.cues[number];
        let tokens = self.tokens;
        let limit = self.limit(number);
        let limit = self.fronted(cue, limit).unwrap_or(limit);
        let limit = self.behind_participle(cue, limit).unwrap_or(limit);
        let (content, rule) = forward(tokens, cue, limit)?;
        let place = self.place(cue);
        let end = tails::end(tokens, &content, place);
        let mut end = self.resumed(number, &(content.start..end), rule);
        // `called on Orr to resign in a speech on Monday`
        let asked = cue
            .verb(tokens)
            .is_some_and(|verb| verb.frames.has(Frames::NP_TO));
        // `calling Orr "a man of the age" — his old nickname`
        let judges = rule == Rule::Participle && cue.verb(tokens).is_some_and(Verb::judges);
        if rule == Rule::CueThenPredicate || judges {
            end = tails::of_predicate(tokens, &(content.start..end), asked);
            end = (content.start + 2..end)
                .find(|at| said_in(tokens, *at))
                .filter(|at| ends_with_time(tokens, *at, end))
                .unwrap_or(end);
        }
        if matches!(rule, Rule::CueThenPredicate | Rule::CueThenPhrase) {
            end = self.object_end(cue, &(content.start..end), place);
        }
        // `ordered the crew to hold back aid for Norland, which is at war`
        if rule == Rule::CueThenPredicate {
            let told = |at: &usize| {
                tokens[*at].is_mark(',')
                    && tokens[*at + 1].is_word("which")
                    && tokens[*at + 2].any(&["is", "are", "has", "have"])
            };
            let mut places = content.start + 1..end.saturating_sub(2);
            end = places.find(told).unwrap_or(end);
        }
        if cue.mode == Mode::Attached && phrase_before(tokens, cue.left).start == 0 {
            end = tails::before_main_verb(tokens, &(content.start..end));
        }
        if matches!(cue.mode, Mode::Participle | Mode::Attached) {
            end = tails::before_participle(tokens, &(content.start..end));
        }
        if self.headline {
            end = goes_on_in_headline(tokens, content.start + 1..end).unwrap_or(end);
            end = self.site(content.start + 2..end).unwrap_or(end);
            end = (content.start + 2..end)
                .find(|at| tokens[*at].is_word("as") && opens_clause(tokens, at + 1, end))
                .unwrap_or(end);
        }
        Some((content.start..end, rule))
    }

    /// Where a content that is no clause ends: before a clause, and with the relative clause of its cue.
    fn object_end(&self, cue: &Cue, content: &Range<usize>, place: Place) -> usize {
        let tokens = self.tokens;
        let mut end = tails::of_object(tokens, content);
        // `Vell, who called the plan a joke, left`
        if place == Place::Relative {
            let goes_on = |at: &usize| tokens[*at].is_mark(',') && resumes(tokens, at + 1);
            end = (content.start + 1..end).find(goes_on).unwrap_or(end);
        }
        let restrictive = cue.left >= 2
            && tokens[cue.left - 1].is_word("who")
            && !tokens[cue.left - 2].is_mark(',');
        // `women who described themselves as independents watched four films`
        if restrictive {
            let main = |at: &usize| is_verb(tokens, *at) && !tokens[*at - 1].is(Class::SUBJECT);
            end = (content.start + 2..end).find(main).unwrap_or(end);
        }
        end
    }

    /// The comma behind a judgement that opens a sentence: `Calling the vote a farce, Vell left`.
    pub(super) fn fronted(&self, cue: &Cue, limit: usize) -> Option<usize> {
        let tokens = self.tokens;
        let verb = cue.verb(tokens)?;
        if cue.mode != Mode::Participle || cue.tokens.start > 0 || !verb.judges() {
            return None;
        }
        (cue.tokens.end..limit)
            .find(|at| tokens[*at].is_mark(',') && tails::opens_clause(tokens, at + 1))
    }

    /// Whether a cue stands in a relative clause behind a comma.
    pub(super) fn place(&self, cue: &Cue) -> Place {
        let tokens = self.tokens;
        let relative = cue.left >= 2
            && tokens[cue.left - 1].any(&["who", "which", "that"])
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
            (1..cue.left).find(|at| tokens[*at].is_word("with") && tokens[*at - 1].is_mark(','));
        let inserted = inserted
            || cue.mode == Mode::Attached
                && with.is_some_and(|with| !(0..with).any(|at| is_verb(tokens, at)));
        // `Vell, who called for calm and urged Orr to wait, said`
        let second = || {
            let at = self
                .cues
                .partition_point(|one| one.tokens.start < cue.tokens.start);
            let before = at.checked_sub(1).map(|at| &self.cues[at]);
            cue.coordinated && before.is_some_and(|before| self.place(before) == Place::Relative)
        };
        // `a speech, in which he said the state was at fault, was`
        if relative || self.subject_behind_which(cue) || inserted || second() {
            Place::Relative
        } else if self.subordinate(cue) {
            Place::Fronted
        } else {
            Place::Main
        }
    }

    /// The subject to the left of a cue.
    fn subject_left_of(&self, cue: &Cue) -> Option<&Range<usize>> {
        let at = self.cues.iter().position(|one| one.tokens == cue.tokens)?;
        self.subjects[at].as_ref()
    }

    /// Whether the subject of a cue stands behind a comma and "in which" or "whose".
    fn subject_behind_which(&self, cue: &Cue) -> bool {
        let tokens = self.tokens;
        let whose = |subject: &Range<usize>| {
            subject.start >= 2
                && tokens[subject.start - 1].is_word("whose")
                && tokens[subject.start - 2].is_mark(',')
        };
        self.subject_left_of(cue).is_some_and(|subject| {
            whose(subject)
                || subject.start >= 3
                    && tokens[subject.start - 1].any(&["which", "whom"])
                    && tokens[subject.start - 2].is(Class::PREPOSITION)
                    && tokens[subject.start - 3].is_mark(',')
        })
    }

    /// Whether a cue stands in a clause that comes before the main one: `When Vell asked whether …, nobody`.
    fn subordinate(&self, cue: &Cue) -> bool {
        let tokens = self.tokens;
        // `While it is clear that Vell agrees that …, the plan`
        let and = usize::from(tokens[0].is(Class::AND));
        let opened = tokens.get(and).is_some_and(|first| {
            first.any(&[
                "while", "although", "though", "if", "because", "whereas", "when",
            ]) || cue.left > 0
                && tokens[cue.left - 1].any(&["that", "which", "who"])
                && first.any(&["citing", "quoting", "referring"])
        });
        if opened
            && !tokens[..cue.tokens.start]
                .iter()
                .any(|token| token.is_mark(','))
        {
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
                    && self.tokens[before].any(&[
                        "when", "after", "as", "while", "if", "although", "though", "because",
                        "since", "before", "once", "until",
                    ])
            })
    }

    /// The clause to the left of a place: behind the last record, or from the beginning of the sentence
    /// where that record reaches up to the place, or up to a time or a place that belongs to it: `…, Vell said at
    /// a hearing in June, according to`.
    pub(super) fn left_of(&self, place: usize) -> Range<usize> {
        let start = self.clause_start();
        let few = self.cues.partition_point(|cue| cue.tokens.start < place) <= MOST_AROUND;
        // `…, rejecting claims that …, an official said`
        let relative = |token: &Token<'_>| token.any(&["which", "who", "where"]);
        let goes_on = start < place
            && start > 0
            && (goes_on(&self.tokens[start]) || relative(&self.tokens[start]));
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
                    if self.participle_beside(number, next) {
                        return self.strip(next.left);
                    }
                }
                // `said it backed the plan but had hoped for more`: the tense is that of the content.
                Mode::Finite if next.coordinated => {
                    if self.headline && tokens[next.left - 1].is_mark(',')
                        || !self.goes_on_within(number, next)
                            && forward(tokens, next, self.end).is_some()
                    {
                        return self.strip(next.left);
                    }
                }
                Mode::Finite if self.closes(at) => return self.strip(next.left),
                Mode::Finite | Mode::Passive => {
                    let Some(subject) = &self.subjects[at] else {
                        continue;
                    };
                    if self.is_restrictive(number, subject) {
                        return self.strip(next.left);
                    }
                    let Some(joint) = subject.start.checked_sub(1).map(|at| &tokens[at]) else {
                        continue;
                    };
                    if self.says_more(number, next, subject) {
                        return self.strip(subject.start - 1);
                    }
                    let apart = joint.is_word("as")
                        && subject.start >= 2
                        && (tokens[subject.start - 2].is_word("even")
                            || tokens[subject.start - 2].is_mark(',')
                            || self.says(next) && tokens[subject.start - 2].quoted().is_some());
                    // `Norland hopes to join, as Vell put it`
                    if apart && next.tokens.end >= self.end {
                        return self.strip(subject.start - 1);
                    }
                    let fronted = self.joint_before(self.cues[number].tokens.end, subject.start);
                    if let Some(fronted) =
                        fronted.filter(|_| forward(tokens, next, self.end).is_some())
                    {
                        return self.strip(fronted);
                    }
                    // `said although the vote was lost, …`
                    let told = self.cues[number].tokens.end;
                    let that = usize::from(tokens[told].is_word("that"));
                    let opening = subject.start == told + that + 1;
                    let beside = joint.is(Class::AND)
                        && joint.kind == Kind::Word
                        && !self.lists(number, subject.start - 1)
                        || joint.is_mark(';')
                        || apart
                        || !opening && joint.any(&["while", "whereas", "although", "though"]);
                    if self.holds_within(number, next, subject) {
                        continue;
                    }
                    if let Some(comma) = self.judged_behind(number, subject) {
                        return comma;
                    }
                    let comma = joint.is_mark(',') || self.ends_with_comma(subject.start - 1);
                    let tail = comma && self.behind(at, subject).is_some();
                    let relative = subject.start >= 2
                        && subject.start - 1 > self.cues[number].tokens.end
                        && self.tells_further(at, subject);
                    if relative {
                        return self.strip(subject.start - 1);
                    }
                    if beside
                        && subject.start > self.cues[number].tokens.end
                        && (self.answers(next, subject)
                            || forward(tokens, next, self.end).is_some())
                        || tail
                    {
                        return self.strip(subject.start);
                    }
                }
                Mode::Attached if before.is_some() => {
                    if let Some(end) = self.attached_beside(number, next) {
                        return self.strip(end);
                    }
                }
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
        let class = next.verb(tokens).map(|verb| &*verb.class);
        joint.is_word("but") && class == Some("denying")
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

    /// Without the comma and the conjunction before a token.
    pub(super) fn strip(&self, mut end: usize) -> usize {
        while end > 0
            && (self.tokens[end - 1]
                .mark()
                .is_some_and(|mark| matches!(mark, ',' | ';'))
                || self.tokens[end - 1].is_dash()
                || self.tokens[end - 1].is(Class::AND) && self.tokens[end - 1].kind == Kind::Word
                || self.tokens[end - 1].any(&["while", "whereas", "although", "though"])
                || self.tokens[end - 1].any(&["as", "even"]) && self.tokens[end].is(Class::SUBJECT)
                || self.tokens[end - 1].is_word("even") && self.tokens[end].is_word("as"))
        {
            end -= 1;
        }
        end
    }
}

/// Whether nothing but a time stands behind the phrase of a place where something was said.
fn ends_with_time(tokens: &[Token<'_>], at: usize, end: usize) -> bool {
    let mut phrase = phrase_end(tokens, at + 1);
    // `in a letter to the board on Friday`
    if phrase < end && tokens[phrase].is_word("to") {
        phrase = phrase_end(tokens, phrase + 1);
    }
    (phrase..end).all(|at| {
        tokens[at].is(Class::TIME.or(Class::PREPOSITION))
            || tokens[at].kind == Kind::Number
            || tokens[at].any(&["last", "this", "earlier", "late"])
    })
}

/// The comma of a headline behind which its subject does something else: `Vell says port shut, urges calm`.
fn goes_on_in_headline(tokens: &[Token<'_>], mut within: Range<usize>) -> Option<usize> {
    const NOUNS: [&str; 10] = [
        "talks", "reports", "claims", "demands", "plans", "calls", "charges", "fears", "hopes",
        "votes",
    ];
    within.find(|at| {
        let next = tokens.get(at + 1);
        tokens[*at].is_mark(',')
            && next.is_some_and(|next| {
                let third = next.readings().iter().any(|(_, form)| *form == Form::Third);
                next.kind == Kind::Word && third && !next.any(&NOUNS)
            })
    })
}

/// Whether a clause stands behind "as", as it does in headlines: `as talks end`.
fn opens_clause(tokens: &[Token<'_>], from: usize, end: usize) -> bool {
    let stop = (from..end)
        .find(|at| tokens[*at].is_word("as"))
        .unwrap_or(end);
    (from + 1..stop.min(from + 6)).any(|at| {
        let base = tokens[at].is(Class::BASE.or(Class::BASE_OR_NOUN));
        is_verb(tokens, at)
            || tokens[at].is(Class::THIRD)
            || base && tokens[at - 1].text.ends_with('s')
    })
}
