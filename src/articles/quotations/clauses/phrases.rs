//! Phrases that report without a verb: `according to Vell`, `in her view`.

use std::ops::Range;

use super::super::Rule;
use super::super::cues::{Cue, Mode, held};
use super::super::lexicon::Class;
use super::super::phrases::{
    counted_end, is_fronted, is_party, is_verb, joined_end, named_behind, named_person,
    phrase_before, phrase_end, told_end,
};
use super::super::tails;
use super::super::word_list::WordList;
use super::super::words::{Kind, Token};
use super::limits::LONGEST_ADVERBIAL;
use super::{Report, Sentence};

/// Adjectives with which an office begins.
const RANKS: WordList = WordList::new(&[
    "senior",
    "deputy",
    "former",
    "chief",
    "lead",
    "acting",
    "then",
    "assistant",
]);

/// Words that tell more of a source, up to a comma.
const TOLD_OF: WordList = WordList::new(&[
    "close",
    "familiar",
    "aware",
    "made",
    "given",
    "in",
    "who",
    "with",
    "at",
    "on",
    "briefed",
    "involved",
    "present",
    "inside",
    "near",
    "from",
    "knowledgeable",
]);

impl Sentence<'_, '_, '_> {
    /// `According to the head of the port, Ida Vell, it is shut`
    fn according_first(&self, source: Range<usize>) -> Option<Report> {
        let named = named_behind(self.tokens, &source, self.end);
        let told = || told_end(self.tokens, source.end);
        let end = named.or_else(told).unwrap_or(source.end);
        let behind = self.directly_behind(end);
        let content = behind.or_else(|| self.behind_comma(end))?;
        Some(Report {
            content: vec![content],
            source: Some(source),
            rule: Rule::Phrase,
        })
    }

    pub(super) fn according(&self, cue: &Cue) -> Option<Report> {
        let tokens = self.tokens;
        let start = cue.tokens.end;
        let end = counted_end(tokens, start, self.end)
            .unwrap_or_else(|| phrase_end(tokens, behind_adjusted(tokens, start)))
            .min(self.end);
        let end = joined_end(tokens, &(start..end), self.end).unwrap_or(end);
        let ways = words!["method", "formula", "principle", "criteria", "custom"];
        if end <= start
            || tokens[start].any(words!["plan", "plans", "schedule"])
            || tokens[end - 1].any(ways)
        {
            return None;
        }
        let source = Some(start..end);
        let first = cue.tokens.start;
        let joined = first == 1 && tokens[0].is(Class::AND.or(Class::ADVERB));
        let begins = first == 0
            || joined
            || first == self.clause_start()
                && !tokens[first - 1].is_mark(',')
                && !self.ends_with_comma(first - 1);
        if begins {
            return self.according_first(start..end);
        }
        let comma = usize::from(tokens[first - 1].is_mark(','));
        // `according to two people close to him,`, `according to three people in the room,`
        let behind = if tokens
            .get(end)
            .is_some_and(|next| next.any(&TOLD_OF) && end < self.end)
        {
            (end..self.end.min(end + LONGEST_ADVERBIAL))
                .find(|at| tokens[*at].is_mark(','))
                .unwrap_or(end)
        } else {
            // `The wall, according to Hal Orr, a lawyer, will fall`
            self.behind_apposition(end).unwrap_or(end)
        };
        let joint = comma == 1
            && first >= 2
            && tokens[first - 2].kind == Kind::Word
            && tokens[first - 2].is(Class::AND.or(Class::RELATIVE))
            && tokens.get(behind).is_some_and(|next| next.is_mark(','));
        if let Some(content) = self.beside(first, end) {
            return Some(Report {
                content: vec![content],
                source,
                rule: Rule::Phrase,
            });
        }
        if joint {
            let content = behind + 1..self.limit_from(behind + 1);
            return (behind + 2 < self.end).then(|| Report {
                content: vec![content],
                source,
                rule: Rule::Phrase,
            });
        }
        let left = self.reported_before(first - comma);
        if left.is_empty() {
            return None;
        }
        // `While boats are few, according to the port, most of them are old`
        let main = (behind..self.end.min(behind + LONGEST_ADVERBIAL))
            .take_while(|at| !is_verb(tokens, *at))
            .find(|at| tokens[*at].is_mark(','))
            .map(|at| at + 1);
        if let Some(main) = main.filter(|main| self.opens_main(*main))
            && self.is_circumstance(&left)
        {
            let content = main..self.limit_from(main);
            return Some(Report {
                content: vec![content],
                source,
                rule: Rule::Phrase,
            });
        }
        let mut content = vec![left.clone()];
        let inserted = self.is_inserted_before_that(cue);
        if tokens.get(behind).is_some_and(|next| next.is_mark(','))
            && behind + 1 < self.end
            && (inserted || !tokens[behind + 1].is(Class::RELATIVE))
            && (inserted
                || ((!left.clone().any(|at| is_verb(tokens, at))
                    || self.is_cleft(&left, behind + 1))
                    && ((behind + 1..self.end).any(|at| is_verb(tokens, at))
                        || self.goes_on_in_base(&left, behind + 1))
                    || tokens[behind + 1].is_word("including")
                    || tokens[behind + 1].is_word("and") && tails::resumes(tokens, behind + 2)))
        {
            content.push(behind + 1..self.end);
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

    /// The clause behind a source beside another clause: `…, and according to the police he had been drinking`.
    fn beside(&self, first: usize, end: usize) -> Option<Range<usize>> {
        let tokens = self.tokens;
        let joined = first >= 2
            && tokens[first - 1].kind == Kind::Word
            && tokens[first - 1].is(Class::AND)
            && (tokens[first - 2].is_mark(',') || tokens[first - 2].is_mark(';'));
        if !joined || end + 2 >= self.end {
            return None;
        }
        let apart = usize::from(tokens[end].is_mark(','));
        let relative = tokens[end + apart].any(words!["who", "which"]);
        let more = relative || tokens[end].any(words!["familiar", "close", "in", "on"]);
        let comma = if more {
            let last = self.end.min(end + LONGEST_ADVERBIAL);
            (end + 1..last).find(|at| tokens[*at].is_mark(','))
        } else {
            (apart == 1).then_some(end)
        };
        comma
            .filter(|at| at + 2 < self.end)
            .map(|at| at + 1..self.limit_from(at + 1))
            .or_else(|| self.directly_behind(end))
    }

    /// Whether a clause with "what" is the subject of what follows: `What they know, according to Orr, is that`.
    fn is_cleft(&self, left: &Range<usize>, at: usize) -> bool {
        let tokens = self.tokens;
        tokens[left.start].any(words!["what", "where", "who", "why", "how"])
            && tokens[at].any(words!["is", "was", "are", "were"])
    }

    /// Whether a noun in the plural has its verb, which no list has, behind a comma: `His men, according to Orr, mend nets`.
    fn goes_on_in_base(&self, left: &Range<usize>, at: usize) -> bool {
        let tokens = self.tokens;
        let of = left.clone().find(|at| tokens[*at].is(Class::PREPOSITION));
        let head = of.unwrap_or(left.end).checked_sub(1).map(|at| &tokens[at]);
        let plural =
            head.is_some_and(|head| head.ends_in_s() || head.any(words!["men", "women", "people"]));
        let verb = &tokens[at];
        let small = Class::PREPOSITION
            .or(Class::AND)
            .or(Class::RELATIVE)
            .or(Class::DETERMINER)
            .or(Class::ADVERB)
            .or(Class::TIME)
            .or(Class::SPEAKER);
        let object = Class::DETERMINER
            .or(Class::POSSESSIVE)
            .or(Class::NUMBER)
            .or(Class::PREPOSITION)
            .or(Class::OBJECT);
        let next = tokens.get(at + 1).filter(|_| at + 1 < self.end);
        plural
            && verb.kind == Kind::Word
            && !verb.is(small)
            && !verb.ends_in_s()
            && !verb.is_gerund()
            && !verb.text.ends_with("ed")
            && next.is_some_and(|next| next.is(object) && !next.any(words!["of", "for"]))
    }

    /// Whether a main clause begins here: no relative one, and none that is joined to another.
    fn opens_main(&self, at: usize) -> bool {
        let tokens = &self.tokens[..self.end];
        let joins = Class::RELATIVE.or(Class::AND).or(Class::SUBORDINATOR);
        let begins = tokens.get(at).is_some_and(|next| !next.is(joins));
        let stop = (at..self.end).find(|at| tokens[*at].mark().is_some() || is_verb(tokens, *at));
        begins && stop.is_some_and(|at| is_verb(tokens, at))
    }

    /// Whether a clause only tells under what circumstances another holds, which is still to come.
    fn is_circumstance(&self, clause: &Range<usize>) -> bool {
        let tokens = self.tokens;
        let opens = tokens[clause.start].any(words![
            "while", "although", "though", "if", "because", "since", "unless", "whereas", "when",
            "once", "until"
        ]);
        let mut inside = clause.clone().filter(|at| tokens[*at].is_mark(','));
        opens && !inside.any(|at| (at + 1..clause.end).any(|at| is_verb(tokens, at)))
    }

    /// What stands before `according to`, with the report whose addressee ends there: `"…," Vell told his visitors,
    /// according to a cable`.
    fn reported_before(&self, place: usize) -> Range<usize> {
        let (tokens, left) = (self.tokens, self.left_of(place));
        let told = left.start > 0
            && left.start == self.clause_start()
            && phrase_end(tokens, left.start) == left.end
            && tokens[left.start - 1].any(words!["told", "tells", "asked", "informed", "assured"]);
        if told { 0..place } else { left }
    }

    /// The clause right behind an opening phrase that no comma closes.
    fn directly_behind(&self, end: usize) -> Option<Range<usize>> {
        let tokens = self.tokens;
        let next = tokens.get(end).filter(|_| end + 2 < self.end)?;
        let begins = next.is(Class::DETERMINER.or(Class::SUBJECT).or(Class::POSSESSIVE))
            && next.kind != Kind::Name;
        // `According to the ministry over 300 boats were lost`
        let counted = next.any(words!["over", "about", "around", "nearly", "almost"])
            && tokens[end + 1].is(Class::NUMBER)
            || next.is_word("at") && tokens[end + 1].any(words!["least", "most"]);
        let comma = (end..self.end).find(|at| tokens[*at].is_mark(','));
        let told = |stop: usize| (end..stop).any(|at| is_verb(tokens, at));
        let opens = begins && comma.is_none() && told(self.end)
            || counted && told(comma.unwrap_or(self.end));
        opens.then(|| end..self.limit_from(end))
    }

    /// The clause behind the comma after an opening phrase, and behind an apposition within it.
    fn behind_comma(&self, at: usize) -> Option<Range<usize>> {
        let tokens = self.tokens;
        let mut comma = (at..self.end).find(|at| tokens[*at].is_mark(','))?;
        // `According to Iris Vane, D-Ohio, it is shut`, `According to Iris Vane, 34, a nurse, it is shut`
        let source = phrase_before(tokens, comma);
        while let Some(next) = self.note_behind(comma) {
            comma = next;
        }
        let mut start = comma + 1;
        let next = (start..self.end).find(|at| tokens[*at].is_mark(','));
        if let Some(next) = next {
            let chunk = start..next;
            let apposition = chunk
                .clone()
                .all(|at| !is_verb(tokens, at) && tokens[at].quoted().is_none())
                && !chunk.is_empty()
                && self.may_tell_of(&source, &chunk)
                && !is_fronted(tokens, &chunk)
                && (tokens[start].is(Class::DETERMINER)
                    || tokens[start].is(Class::SPEAKER)
                    || tokens[start].any(&RANKS))
                && (tokens[start].any(words!["a", "an"])
                    || chunk.clone().any(|at| tokens[at].is(Class::SPEAKER)))
                || chunk.len() <= 4
                    && tokens[comma - 1].is(Class::SPEAKER)
                    && chunk.clone().all(|at| tokens[at].kind == Kind::Name);
            let whose = chunk
                .clone()
                .any(|at| tokens[at].any(words!["which", "whom"]) && tokens[at - 1].is_word("of"));
            // `According to Vell, damaged lines were repaired, often at night`
            let clause = chunk.clone().skip(1).any(|at| is_verb(tokens, at))
                && !chunk.clone().any(|at| tokens[at].is(Class::RELATIVE));
            let relative = whose
                || tokens[start].is(Class::RELATIVE) && !tokens[start].is_word("that")
                || tokens[start].kind == Kind::Word
                    && !clause
                    && (tokens[start].text.ends_with("ed")
                        || tokens[start]
                            .any(words!["made", "seen", "quoting", "citing", "speaking"]));
            if apposition || relative {
                start = next + 1;
            }
        }
        (start < self.end).then_some(start..self.limit_from(start))
    }

    /// Whether words between commas may tell what the source before them is: `According to Ida Vell, the mayor,`, but
    /// `According to police, the driver, 43, had been drinking`.
    fn may_tell_of(&self, source: &Range<usize>, chunk: &Range<usize>) -> bool {
        let tokens = self.tokens;
        let Some(last) = source.clone().next_back().map(|at| &tokens[at]) else {
            return false;
        };
        let person = chunk.clone().any(|at| tokens[at].is(Class::PERSON));
        if last.kind == Kind::Name {
            let names_person = named_person(&tokens[source.clone()]) && !last.is(Class::BODY);
            return names_person || !person || tokens[chunk.start].any(words!["a", "an"]);
        }
        let article = tokens[source.start].is(Class::DETERMINER.or(Class::POSSESSIVE));
        let one = article && !last.ends_in_s() && !last.is_word("police");
        let named = chunk.clone().all(|at| tokens[at].kind == Kind::Name);
        let apposed = named && (last.is(Class::PERSON) || last.is(Class::BODY) && chunk.len() > 1);
        one && (apposed
            || tokens[chunk.start].any(words!["a", "an"]) && last.is(Class::PERSON) == person)
            || !named && last.is(Class::PERSON) && one
    }

    /// The comma behind party, age or place of one named before a comma.
    fn note_behind(&self, comma: usize) -> Option<usize> {
        let tokens = self.tokens;
        let named = comma > 0 && tokens[comma - 1].kind == Kind::Name;
        let next = (comma + 1..self.end).find(|at| tokens[*at].is_mark(','))?;
        let chunk = comma + 1..next;
        let first = tokens
            .get(chunk.start)
            .filter(|_| named && !chunk.is_empty())?;
        let plain = chunk
            .clone()
            .all(|at| tokens[at].is_plain() && !is_verb(tokens, at));
        let age = chunk.len() == 1 && first.kind == Kind::Number && first.text.len() == 2;
        let of = first.any(words!["of", "from"]) && plain && chunk.len() > 1;
        (age || of || is_party(tokens, &chunk)).then_some(next)
    }

    /// Before the next participle that goes on with the report.
    fn limit_from(&self, start: usize) -> usize {
        let next = self.cues.iter().find(|cue| {
            // `opened its meeting by reading the memo`
            let means = cue.left > 0 && self.tokens[cue.left - 1].is_word("by");
            cue.tokens.start > start && cue.mode == Mode::Participle && !means
        });
        next.map_or(self.end, |cue| self.strip(cue.left))
    }

    pub(super) fn view(&self, cue: &Cue) -> Option<Report> {
        let tokens = self.tokens;
        let of = cue.mode == Mode::View && tokens[cue.tokens.start - 1].is_word("the");
        let judged = (cue.mode == Mode::For)
            .then(|| held(tokens, cue.tokens.start))
            .flatten();
        let (source, behind) = if let Some((end, start)) = judged {
            (cue.tokens.end..end, start)
        } else if of || cue.mode == Mode::For {
            let start = cue.tokens.end + usize::from(of);
            let end = phrase_end(tokens, start).min(self.end);
            (start..end.max(start), end)
        } else {
            let own = usize::from(tokens[cue.tokens.start - 1].is_word("own"));
            let owner = cue.tokens.start - 1 - own;
            let end = if tokens[owner].kind == Kind::Genitive {
                owner
            } else {
                owner + 1
            };
            (cue.left + 1..end, cue.tokens.end)
        };
        let begins = cue.left == 0
            || cue.left == self.clause_start()
            || tokens[cue.left - 1].is(Class::AND)
            || judged.is_some();
        let middle = self.clause_start()..cue.left.saturating_sub(1);
        let middle = if middle.clone().any(|at| is_verb(tokens, at)) {
            phrase_before(tokens, middle.end)
        } else {
            middle
        };
        let split = !begins
            && cue.mode == Mode::View
            && tokens[cue.left - 1].is_mark(',')
            && tokens.get(behind).is_some_and(|next| next.is_mark(','))
            && !middle.clone().any(|at| is_verb(tokens, at))
            && tails::resumes(tokens, behind + 1);
        // `"It is, in my view, late"`
        let owner = tokens.get(source.start)?;
        if self.stretch.depth > 0 && owner.any(words!["my", "our"]) {
            return None;
        }
        // `This, in the scholar's view, will make …`
        if split && !middle.is_empty() {
            return Some(Report {
                content: vec![middle, behind + 1..self.limit_from(behind + 1)],
                source: Some(source),
                rule: Rule::Phrase,
            });
        }
        let content = if begins {
            if let Some((_, start)) = judged {
                start..self.limit_from(start)
            } else if cue.mode == Mode::For {
                // `For the mayor, is it enough?`
                let asked = |content: &Range<usize>| tokens[content.start].is(Class::AUXILIARY);
                let named = source.len() > 1 && named_person(&tokens[source.clone()]);
                self.behind_comma(behind)
                    .filter(|found| !asked(found) && !is_frame(tokens, found, named))?
            } else {
                let comma = usize::from(tokens.get(behind)?.is_mark(','));
                // `In the view of Iris Vane, who drafted it, the pact is lawful`
                let told = of && tokens.get(behind + comma)?.any(words!["who", "which"]);
                let apart = || self.behind_comma(behind);
                let apposed = || {
                    let comma = self.behind_apposition(behind).filter(|_| of)?;
                    (comma + 1 < self.end).then(|| comma + 1..self.limit_from(comma + 1))
                };
                // `In the view of Iris Vane of the guild, the pact is lawful`
                let of_hers = of
                    && comma == 0
                    && tokens[behind].kind == Kind::Word
                    && tokens[behind].any(words!["of", "from", "at", "in"]);
                let content = if comma == 1 && told || of_hers {
                    apart()
                } else {
                    apposed()
                };
                content.unwrap_or(behind + comma..self.limit_from(behind + comma))
            }
        } else {
            let comma = usize::from(tokens[cue.left - 1].is_mark(','));
            self.clause_start()..cue.left - comma
        };
        let marked = content.len() == 1 && tokens[content.start].quoted().is_some();
        ((content.len() > 2 || marked) && !source.is_empty()).then(|| Report {
            content: vec![content],
            source: Some(source),
            rule: Rule::Phrase,
        })
    }
}

/// Nouns by which the narration tells how things stand for somebody: `For Vell, the danger is another`.
const FRAMES: WordList = WordList::new(&[
    "danger",
    "problem",
    "question",
    "questions",
    "stakes",
    "challenge",
    "challenges",
    "goal",
    "goals",
    "calculus",
    "chance",
    "test",
    "risk",
    "risks",
    "task",
    "dilemma",
    "moment",
    "result",
    "outcome",
    "opportunity",
    "strategy",
    "path",
    "trick",
    "trouble",
    "math",
    "arithmetic",
    "priority",
    "aim",
    "difficulty",
    "contest",
    "dangers",
    "problems",
    "issue",
    "issues",
    "choice",
    "timing",
    "maths",
    "results",
]);

/// Whether a clause behind "For Vell," is the frame of the narration, no judgement of hers: `the stakes are high`, `it was
/// a day to forget`, `the debate offers a chance`.
fn is_frame(tokens: &[Token<'_>], clause: &Range<usize>, named: bool) -> bool {
    let Some(verb) = clause.clone().find(|at| is_verb(tokens, *at)) else {
        return false;
    };
    let of = (clause.start..verb).find(|at| tokens[*at].is(Class::PREPOSITION));
    let head = of.unwrap_or(verb).checked_sub(1).map(|at| &tokens[at]);
    let framed = head.is_some_and(|head| head.any(&FRAMES));
    let offers = tokens[verb].any(words![
        "offers",
        "offered",
        "poses",
        "posed",
        "presents",
        "presented"
    ]);
    let it = tokens[clause.start].any(words!["it", "that", "this"]) && verb == clause.start + 1;
    let day = tokens[verb..clause.end].iter().take(FRAME).any(|token| {
        token.any(words![
            "day", "week", "night", "moment", "year", "month", "time"
        ])
    });
    let became = tokens[verb].any(words!["has", "have"])
        && tokens
            .get(verb + 1)
            .is_some_and(|next| next.is_word("become"));
    !named && (framed || offers || it && day || became)
}

/// Within how many words of its verb a day is named.
const FRAME: usize = 5;

/// Behind an adverb and a participle before a noun: `according to seasonally adjusted figures`.
fn behind_adjusted(tokens: &[Token<'_>], start: usize) -> usize {
    let [adverb, participle, ..] = &tokens[start..] else {
        return start;
    };
    let adjusted =
        adverb.kind == Kind::Word && adverb.text.ends_with("ly") && participle.text.ends_with("ed");
    start + if adjusted { 2 } else { 0 }
}
