//! The content behind a cue, up to where the narration goes on.

use std::ops::Range;

use super::super::Rule;
use super::super::content::{forward, said_in, said_through};
use super::super::cues::{Cue, Mode};
use super::super::lexicon::Class;
use super::super::phrases::{is_verb, phrase_before, phrase_end};
use super::super::tails::{self, Place, resumes};
use super::super::verbs::{Form, Frames, Verb};
use super::super::word_list::WordList;
use super::super::words::{Kind, Token};
use super::Sentence;
use super::restrictive::resumed_main;

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
                .find(|at| said_in(tokens, *at) || !asked && said_through(tokens, *at))
                .filter(|at| ends_with_time(tokens, *at, end))
                .unwrap_or(end);
        }
        if matches!(rule, Rule::CueThenPredicate | Rule::CueThenPhrase) {
            end = self.object_end(cue, &(content.start..end), place);
        }
        // `ordered the crew to hold back aid for Norland, which is at war`
        if rule == Rule::CueThenPredicate {
            // `alleges that they ordered the crew to go, that they lied`
            let told = |at: &usize| {
                let which = tokens[*at + 1].is_word("which")
                    && tokens[*at + 2].any(words!["is", "are", "has", "have"]);
                let that = tokens[*at + 1].is_word("that")
                    && tokens[*at + 2].is(Class::SUBJECT.or(Class::DETERMINER));
                tokens[*at].is_mark(',') && (which || that)
            };
            let mut places = content.start + 1..end.saturating_sub(2);
            end = places.find(told).unwrap_or(end);
        }
        let restrictive = cue.left >= 2
            && tokens[cue.left - 1].any(words!["who", "that", "which"])
            && tokens[cue.left - 2].is_plain();
        if restrictive && matches!(rule, Rule::CueThenThat | Rule::CueThenClause) {
            let within = content.start..end;
            end = main_verb(tokens, &within)
                .or_else(|| resumed_main(tokens, cue, &within, self.end))
                .unwrap_or(end);
        }
        if rule == Rule::CueThenPhrase {
            end = before_span(tokens, cue, &(content.start..end));
        }
        if cue.mode == Mode::Attached && phrase_before(tokens, cue.left).start == 0 {
            end = tails::before_main_verb(tokens, &(content.start..end));
        }
        if matches!(cue.mode, Mode::Participle | Mode::Attached) {
            end = tails::before_participle(tokens, &(content.start..end));
        }
        // `According to Vell, who said it was late, the boat left`
        if tokens[0].is_word("according") && cue.left > 2 && tokens[cue.left - 1].is_word("who") {
            let main = |at: &usize| tokens[*at].is_mark(',') && tails::opens_clause(tokens, at + 1);
            end = (content.start + 1..end).find(main).unwrap_or(end);
        }
        end = self.before_main(cue, content.start..end).unwrap_or(end);
        // `A sign reading "Closed" was hung on the door`
        if cue.mode == Mode::Attached
            && tokens[content.start].quoted().is_some()
            && content.start + 1 < end
            && resumes(tokens, content.start + 1)
        {
            end = content.start + 1;
        }
        if self.headline {
            end = goes_on_in_headline(tokens, content.start + 1..end).unwrap_or(end);
            end = self.another_says(content.start + 1..end).unwrap_or(end);
            end = self.site(content.start + 2..end).unwrap_or(end);
            end = (content.start + 1..end)
                .find(|at| tokens[*at].is_word("as") && opens_clause(tokens, at + 1, end))
                .unwrap_or(end);
            // `Vell vows ‘harsh response’ after strike`
            let behind = tokens
                .get(content.start + 1)
                .filter(|_| content.start + 1 < end);
            let around =
                behind.is_some_and(|next| next.any(words!["after", "amid", "before", "following"]));
            if tokens[content.start].quoted().is_some() && around {
                end = content.start + 1;
            }
        }
        Some((content.start..end, rule))
    }

    /// The comma before the main clause, where a relative clause tells of somebody named in words that come before it: `Asked
    /// about the mayor, who claimed that it was late, Orr said`.
    fn before_main(&self, cue: &Cue, content: Range<usize>) -> Option<usize> {
        let tokens = self.tokens;
        let opens = tokens[0].is(Class::PREPOSITION)
            || tokens[0].any(words![
                "asked",
                "responding",
                "replying",
                "reacting",
                "commenting",
                "referring",
                "speaking"
            ]);
        let told = cue.left > 2
            && tokens[cue.left - 1].any(words!["who", "which"])
            && tokens[cue.left - 2].is_mark(',')
            && !(1..cue.left - 2).any(|at| is_verb(tokens, at));
        if !opens || !told {
            return None;
        }
        let commas = || (content.start + 1..content.end).filter(|at| tokens[*at].is_mark(','));
        let speaks = |comma: &usize| {
            self.subjects.iter().flatten().any(|own| {
                own.start == comma + 1 || own.start == comma + 2 && tokens[comma + 1].is_word("the")
            })
        };
        commas()
            .find(speaks)
            .or_else(|| commas().find(|comma| tails::opens_main(tokens, comma + 1)))
    }

    /// The comma of a headline behind which another says more: `Vell urges calm, Orr says boats will sail`.
    fn another_says(&self, within: Range<usize>) -> Option<usize> {
        within.into_iter().find(|at| {
            self.tokens[*at].is_mark(',')
                && self.cues.iter().zip(&self.subjects).any(|(cue, subject)| {
                    let own = subject
                        .as_ref()
                        .filter(|own| own.start == at + 1 && own.end == cue.left);
                    own.is_some() && cue.mode == Mode::Finite && cue.tokens.end < self.end
                })
        })
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
        // `In Oban, where Orr described the plan as a joke, owners were tired`
        if place == Place::Fronted {
            let main = |at: &usize| tokens[*at].is_mark(',') && tails::opens_main(tokens, at + 1);
            end = (content.start + 1..end).find(main).unwrap_or(end);
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
        (cue.tokens.end..limit).find_map(|at| {
            let marked = tails::ends_with_comma(&tokens[at]);
            let ends = marked || tokens[at].is_mark(',');
            (ends && tails::opens_clause(tokens, at + 1)).then_some(at + usize::from(marked))
        })
    }
}

/// The verb of the main clause, behind a clause that a relative clause with its subject tells: `A lawmaker who said the
/// vote was stolen has resigned`.
fn main_verb(tokens: &[Token<'_>], content: &Range<usize>) -> Option<usize> {
    let joins = Class::AND
        .or(Class::RELATIVE)
        .or(Class::SUBORDINATOR)
        .or(Class::SUBJECT);
    let apart = |at: &usize| {
        let token = &tokens[*at];
        token.mark().is_some() || token.kind == Kind::Word && token.is(joins)
    };
    let told = |at: usize| {
        is_verb(tokens, at) || tails::holds_verb(&tokens[at], 0) && tokens[at].quoted().is_some()
    };
    let first = (content.start + 1..content.end).find(|at| told(*at))?;
    let main = |at: &usize| {
        let before = &tokens[at - 1];
        tokens[*at].any(words!["has", "have", "was", "were", "is", "are", "will"])
            && tokens[*at].kind == Kind::Word
            && !before.is(Class::AUXILIARY.or(Class::ADVERB))
            && (before.text.ends_with("ed")
                || before.text.ends_with("en")
                || before.is(Class::VERB)
                || before.quoted().is_some())
    };
    let place = (first + 1..content.end).find(main);
    let clear = !(content.start + 1..content.end).any(|at| apart(&at));
    place.filter(|_| clear)
}

/// Where an object ends before how long somebody has been asking for it: `has been calling for talks since May`, `had been
/// warning of a flood for years`.
fn before_span(tokens: &[Token<'_>], cue: &Cue, content: &Range<usize>) -> usize {
    let been = tokens[cue.left..cue.tokens.start]
        .iter()
        .any(|token| token.is_word("been"));
    if !been {
        return content.end;
    }
    let spans = |at: usize| {
        let near = &tokens[at + 1..content.end];
        tokens[at].is_word("since") && !near.is_empty()
            || tokens[at].is_word("for")
                && near.len() <= 3
                && near.last().is_some_and(|last| {
                    last.any(words![
                        "weeks", "months", "years", "decades", "days", "hours", "long"
                    ])
                })
    };
    let mut places = content.start + 1..content.end;
    places.find(|at| spans(*at)).unwrap_or(content.end)
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
            || tokens[at].any(words!["last", "this", "earlier", "late"])
    })
}

/// The comma of a headline behind which its subject does something else: `Vell says port shut, urges calm`.
fn goes_on_in_headline(tokens: &[Token<'_>], mut within: Range<usize>) -> Option<usize> {
    const NOUNS: WordList = WordList::new(&[
        "talks", "reports", "claims", "demands", "plans", "calls", "charges", "fears", "hopes",
        "votes",
    ]);
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
