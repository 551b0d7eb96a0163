//! The content behind a cue: what is told, asked, wanted.

mod addressees;
mod adverbials;
mod objects;
mod opening;
mod phrase;
mod shown;

use std::ops::Range;

use super::Rule;
use super::clauses::contracted;
use super::cues::{Cue, Mode};
use super::lexicon::Class;
use super::phrases::is_verb;
use super::tails::holds_verb;
use super::verbs::{Frames, Object, Verb};
use super::words::{Kind, Token};
pub(super) use addressees::addressee;
pub(super) use objects::{is_share, said_in};
use opening::opening;
use phrase::{phrase_or_clause, weak_clause};
pub(super) use shown::{is_shown, is_shown_there};

/// Whether a name stands here that is the subject of the verb behind it.
fn names_subject(tokens: &[Token<'_>], at: usize, limit: usize) -> bool {
    let inside = |at: &usize| {
        tokens[*at].kind == Kind::Name
            || tokens[*at].quoted().is_some()
            || tokens[*at].kind == Kind::Word && tokens[*at].any(&["of", "the", "for", "and", "to"])
    };
    let end = (at..limit).find(|at| !inside(at)).unwrap_or(limit);
    let titled = end == at + 2 && tokens[at].is_word("the") && tokens[at + 1].quoted().is_some();
    end > at
        && (titled || tokens[at].kind == Kind::Name && tokens[end - 1].kind == Kind::Name)
        && end < limit
        && is_verb(tokens, end)
}

/// Verbs with more than one sense that mostly report.
const SURE: [&str; 4] = ["see", "put", "feel", "hold"];

/// The content behind a cue, up to a token, and the rule by which it is one.
pub(super) fn forward(
    tokens: &[Token<'_>],
    cue: &Cue,
    limit: usize,
) -> Option<(Range<usize>, Rule)> {
    let verb = cue.verb(tokens)?;
    let start = cue.tokens.end;
    if start >= limit || is_stance(tokens, cue, verb) {
        return None;
    }
    // `to anybody who asked for one`
    if start + 1 == limit && tokens[start].is_word("one") {
        return None;
    }
    let rule = |rule| {
        if cue.mode == Mode::Participle {
            Rule::Participle
        } else {
            rule
        }
    };
    if let Some(content) = told_of(tokens, start, limit, verb) {
        return Some((content, rule(Rule::CueThenPhrase)));
    }
    let begin = opening(tokens, start, limit, verb);
    let token = tokens.get(begin).filter(|_| begin < limit)?;
    let behind = |at: usize| (at < limit).then_some(at..limit);
    let frames = verb.frames;
    // `was quoted as saying by the Ledger`
    if cue.mode == Mode::Quoted && token.is_word("by") {
        return None;
    }
    let considers = verb.lemma == "consider" && token.text.ends_with("ing");
    if considers || means_else(tokens, cue, begin..limit, verb) {
        return None;
    }
    if matches!(&*verb.lemma, "ask" | "ask for" | "request" | "demand")
        && anonymous(&tokens[begin..limit])
        || tells_nothing(tokens, begin, verb)
    {
        return None;
    }
    let clausal = Frames::THAT.or(Frames::NP_THAT);
    match opened(tokens, cue, begin..limit, verb) {
        Opened::Nothing => return None,
        Opened::Content(at, found) => return behind(at).map(|content| (content, rule(found))),
        Opened::No => (),
    }
    if token.is_mark(':') || token.is_mark(',') || token.is_dash() {
        let next = tokens.get(begin + 1).filter(|_| begin + 1 < limit)?;
        if next.quoted().is_some() && frames.has(Frames::QUOTE.or(clausal)) {
            return behind(begin + 1).map(|content| (content, rule(Rule::CueThenMarks)));
        }
        let told = token.is_mark(':') && frames.has(Frames::QUOTE) && !verb.doubtful.sense;
        return told.then(|| (begin + 1..limit, rule(Rule::CueThenClause)));
    }
    // `a boat called "Gull"`
    let names = matches!(&*verb.lemma, "call" | "name" | "dub" | "term" | "title");
    if token.quoted().is_some() && names && begin == cue.tokens.end {
        return None;
    }
    // `a boat called Lady of the Isles was sold`
    if names && begin == cue.tokens.end && names_subject(tokens, begin, limit) {
        return None;
    }
    // `posting "foul and strong" comments about the draft`
    if !frames.has(Frames::NP.or(Frames::NP_PRED)) && describes(tokens, begin..limit) {
        return None;
    }
    if token.quoted().is_some() && frames.has(Frames::QUOTE.or(clausal).or(Frames::NP)) {
        return behind(begin).map(|content| (content, rule(Rule::CueThenMarks)));
    }
    let asked = token.is(Class::PREPOSITION)
        && tokens
            .get(begin + 1)
            .is_some_and(|next| next.any(&["whom", "which", "what", "where", "when", "whose"]))
        && verb.frames.has(Frames::WH);
    if asked && begin + 1 < limit {
        return behind(begin).map(|content| (content, rule(Rule::CueThenThat)));
    }
    if token.is(Class::QUESTION) && frames.has(Frames::WH) && !token.is_word("if") {
        return behind(begin).map(|content| (content, rule(Rule::CueThenThat)));
    }
    if token.is_word("to") && frames.has(Frames::TO) && infinitive(tokens, begin, limit) {
        return behind(begin).map(|content| (content, rule(Rule::CueThenVerb)));
    }
    if token.is_gerund() && frames.has(Frames::ING) {
        return behind(begin).map(|content| (content, rule(Rule::CueThenVerb)));
    }
    if begin != start && !told_somebody(verb) && !frames.has(clausal) {
        return None;
    }
    if frames.has(clausal) && is_bidden(tokens, begin..limit, verb) {
        return behind(begin).map(|content| (content, rule(Rule::CueThenClause)));
    }
    if is_withheld(tokens, cue, verb) && !token.is(Class::PREPOSITION.or(Class::ADVERB)) {
        let content = objects::object(tokens, begin..limit, verb);
        return Some((content, Rule::CueThenPhrase));
    }
    phrase_or_clause(tokens, begin..limit, verb)
        .filter(|(_, found)| !is_aside(tokens, cue, &(begin..limit), *found))
        .map(|(content, found)| (content, rule(found)))
}

/// Whether somebody keeps to themselves what follows: `did not disclose the price`.
fn is_withheld(tokens: &[Token<'_>], cue: &Cue, verb: &Verb) -> bool {
    let before = &tokens[cue.left.min(cue.tokens.start)..cue.tokens.start];
    let ought = ["should", "could", "can", "must", "may", "might", "will"];
    cue.negated
        && cue.mode == Mode::Finite
        && matches!(&*verb.lemma, "disclose" | "divulge" | "reveal" | "specify")
        && !before.iter().any(|token| token.any(&ought))
}

/// Whether a stretch within marks stands before its noun, with no clause around them.
fn describes(tokens: &[Token<'_>], part: Range<usize>) -> bool {
    let small = Class::PREPOSITION
        .or(Class::AND)
        .or(Class::SUBORDINATOR)
        .or(Class::SUBJECT)
        .or(Class::ADVERB)
        .or(Class::RELATIVE)
        .or(Class::AUXILIARY)
        .or(Class::TIME);
    let noun = tokens.get(part.start + 1).is_some_and(|next| {
        next.kind == Kind::Word && !next.is(small) && !is_verb(tokens, part.start + 1)
    });
    let told =
        |at: usize| is_verb(tokens, at) && !tokens[at].is_gerund() || tokens[at].quoted().is_some();
    tokens[part.start].quoted().is_some()
        && part.len() > 1
        && noun
        && !holds_verb(&tokens[part.start], 0)
        && !(part.start + 1..part.end)
            .take_while(|at| tokens[*at].mark().is_none())
            .any(told)
}

/// How many words the subject of a wish may have.
const LONGEST_SUBJECT: usize = 5;

/// Whether a clause in the base form tells what somebody is to do: `suggested Vell resign`.
fn is_bidden(tokens: &[Token<'_>], part: Range<usize>, verb: &Verb) -> bool {
    let wishes = matches!(
        &*verb.lemma,
        "suggest" | "demand" | "propose" | "recommend" | "insist" | "request" | "ask" | "advise"
    );
    let subject = |at: &usize| {
        let token = &tokens[*at];
        token.kind == Kind::Name
            || token.kind == Kind::Word
                && !token.is(Class::BASE.or(Class::PREPOSITION).or(Class::AND))
                && !is_verb(tokens, *at)
    };
    let far = part.end.min(part.start + LONGEST_SUBJECT);
    let words = (part.start..far).take_while(subject).count();
    let base = part.start + words;
    let last = base.checked_sub(1).map(|at| &tokens[at]);
    let noun = last
        .is_some_and(|last| !last.is(Class::DETERMINER.or(Class::POSSESSIVE).or(Class::ADVERB)));
    wishes
        && words > 0
        && noun
        && base < part.end
        && tokens[base].kind == Kind::Word
        && tokens[base].is(Class::BASE)
}

/// What the word tells with which a content may open.
enum Opened {
    /// It is no such word.
    No,
    /// That there is no content.
    Nothing,
    /// Where the content begins.
    Content(usize, Rule),
}

/// Whether "that", "whether" or "if" opens a content.
fn opened(tokens: &[Token<'_>], cue: &Cue, part: Range<usize>, verb: &Verb) -> Opened {
    let (begin, limit, frames) = (part.start, part.end, verb.frames);
    let (token, next) = (&tokens[begin], tokens.get(begin + 1));
    let clausal = Frames::THAT.or(Frames::NP_THAT);
    if token.is_word("that") {
        if demonstrative(tokens, begin, limit) && frames.has(clausal) {
            return Opened::Content(begin, Rule::CueThenClause);
        }
        // `have denied that and stood by it`
        if next.is_some_and(|next| next.is_word("and") && next.kind == Kind::Word) {
            return Opened::Nothing;
        }
        let bracketed = next.is_some_and(|next| next.is_mark(']'));
        if !bracketed && opens_clause(tokens, begin, limit) {
            let quotes = frames.has(Frames::QUOTE) && !verb.doubtful.sense;
            return if frames.has(clausal) || quotes {
                Opened::Content(begin + 1, Rule::CueThenThat)
            } else {
                Opened::Nothing
            };
        }
    }
    // `What she said was that the pier would close`
    let that = next.is_some_and(|next| begin + 2 < limit && next.is_word("that"));
    if token.is(Class::BE) && that && frames.has(clausal) {
        return Opened::Content(begin + 2, Rule::CueThenThat);
    }
    if is_condition(tokens, cue, part, verb) {
        return Opened::Content(begin, Rule::CueThenClause);
    }
    let asks = frames.has(Frames::WH) || cue.negated && frames.has(clausal);
    if token.any(&["whether", "if"]) && asks {
        return Opened::Content(begin + 1, Rule::CueThenThat);
    }
    Opened::No
}

/// Those who are told of something, beside people and their pronouns.
const TOLD: [&str; 16] = [
    "court",
    "inquiry",
    "reporters",
    "journalists",
    "police",
    "investigators",
    "officers",
    "detectives",
    "lawmakers",
    "parliament",
    "jury",
    "hearing",
    "tribunal",
    "congress",
    "senators",
    "visitors",
];

/// What somebody is told of: `told the court of their sorrow`, `told Vell about the leak`.
fn told_of(tokens: &[Token<'_>], start: usize, limit: usize, verb: &Verb) -> Option<Range<usize>> {
    let of = (start + 1..limit.min(start + 4)).find(|at| tokens[*at].any(&["of", "about"]))?;
    let whom = &tokens[start..of];
    let last = &whom[whom.len() - 1];
    let plain = |token: &Token<'_>| {
        token.kind == Kind::Name
            || token.is(Class::DETERMINER.or(Class::POSSESSIVE).or(Class::OBJECT))
    };
    let somebody = whom[..whom.len() - 1].iter().all(plain)
        && (last.kind == Kind::Name || last.is(Class::OBJECT) || last.any(&TOLD));
    let content = of + 1..limit;
    let opens = tokens.get(of + 1).filter(|_| of + 1 < limit)?;
    // `told the head of the port it was late`
    let clause = content
        .clone()
        .any(|at| is_verb(tokens, at) || tokens[at].is_word("that") || tokens[at].is_word("to"));
    let object = opens.is(Class::DETERMINER.or(Class::POSSESSIVE)) || opens.kind == Kind::Word;
    let marks = content.clone().any(|at| tokens[at].quoted().is_some());
    (verb.lemma == "tell" && somebody && object && !clause && !marks)
        .then(|| objects::object(tokens, content, verb))
}

/// Whether "if" opens a condition of what is said, not what is asked: `said if the port closed, many would leave`.
fn is_condition(tokens: &[Token<'_>], cue: &Cue, part: Range<usize>, verb: &Verb) -> bool {
    let tells = verb.frames.has(Frames::QUOTE) && verb.frames.has(Frames::THAT.or(Frames::NP_THAT));
    let asks =
        verb.class == "asking" || matches!(&*verb.lemma, "know" | "see" | "decide" | "learn");
    let finite = (part.start + 1..part.end)
        .filter(|at| is_verb(tokens, *at) && !is_verb(tokens, *at - 1))
        .count();
    tokens[part.start].is_word("if")
        && tells
        && !asks
        && !cue.negated
        && !cue.questioned
        && finite > 1
}

/// Whether the first verb behind a reaction is of no clause that is said: `criticised the answer, which has led to
/// losses`, `criticised the plan saying it was late`.
fn tells_besides(tokens: &[Token<'_>], part: &Range<usize>) -> bool {
    let relative = |at: usize| {
        tokens[at].any(&["which", "who"]) && at > part.start && tokens[at - 1].is_mark(',')
    };
    let first = part.clone().find(|at| is_verb(tokens, *at));
    let before = part.start..first.unwrap_or(part.end);
    before.clone().any(relative)
        || before
            .clone()
            .any(|at| tokens[at].is_gerund() && tokens[at].may_report())
}

/// Whether a participle tells what somebody hoped to reach or took into account: `, hoping to prevent a loss that …`,
/// `Counting that loss, the port has …`.
fn is_stance(tokens: &[Token<'_>], cue: &Cue, verb: &Verb) -> bool {
    let to = tokens[cue.tokens.end].is_word("to");
    let stance = to && matches!(&*verb.lemma, "hope" | "expect") || verb.lemma == "count";
    cue.mode == Mode::Participle && stance
}

/// Whether a participle tells what somebody did or showed besides, and goes on with no report: `…, highlighting
/// the need for trust`, `by calling for calm`, `hailing the vote as a triumph`.
fn is_aside(tokens: &[Token<'_>], cue: &Cue, part: &Range<usize>, found: Rule) -> bool {
    let Some(verb) = cue.verb(tokens) else {
        return false;
    };
    let participle = cue.mode == Mode::Participle;
    let means = participle && cue.left > 0 && tokens[cue.left - 1].is_word("by");
    let stance = (participle || cue.mode == Mode::Attached)
        && matches!(verb.object, Object::Weak | Object::Finite);
    let marks = || part.clone().any(|at| tokens[at].quoted().is_some());
    let unsaid = cue.negated && verb.lemma == "mention" && found == Rule::CueThenPhrase;
    let reacts = participle && verb.object == Object::Reaction && !marks();
    let danger = participle && verb.lemma == "threaten" && !marks();
    let bare = verb.object == Object::Reaction && found == Rule::CueThenClause && !marks();
    let besides = bare && tells_besides(tokens, part);
    danger || besides || reacts || unsaid || (stance || means) && found == Rule::CueThenPhrase
}

/// Whether what follows a verb with more than one sense shows that it does not report.
fn means_else(tokens: &[Token<'_>], cue: &Cue, part: Range<usize>, verb: &Verb) -> bool {
    let (token, frames) = (&tokens[part.start], verb.frames);
    let marked = token.is_mark(',')
        && tokens[part.start + 1..part.end]
            .first()
            .is_some_and(|next| next.quoted().is_some());
    let opened = token.is_word("that") || token.quoted().is_some() || token.is_mark(':') || marked;
    let predicated = frames.has(
        Frames::NP_TO
            .or(Frames::NP_AS)
            .or(Frames::NP_PRED)
            .or(Frames::TO),
    );
    let subject = token.is(Class::DETERMINER.or(Class::POSSESSIVE).or(Class::SUBJECT))
        || token.is_word("there")
        || matches!(&*verb.lemma, "rule" | "find" | "show")
            && matches!(token.kind, Kind::Word | Kind::Name)
            && !token.is(Class::PREPOSITION.or(Class::ADVERB));
    let clause = || {
        part.start == cue.tokens.end
            && frames.has(Frames::THAT)
            && subject
            && !weak_clause(tokens, &part, verb)
    };
    // `has committed to cutting dues`
    let bound =
        verb.lemma == "commit to" && cue.left < cue.tokens.start && token.text.ends_with("ing");
    let sure = opened || bound || predicated || SURE.contains(&&*verb.lemma);
    if verb.doubtful.sense && !sure && !clause() {
        return true;
    }
    let sight = verb.lemma == "see"
        && (!tokens[cue.tokens.start].is_word("sees") || token.any(&["things", "it", "them", "a"]));
    let seen = verb.lemma == "see" && token.quoted().is_some();
    let judged = tokens[cue.tokens.start].any(&["see", "sees"]) && judged_as(tokens, &part);
    sight && !opened && !judged || seen
}

/// Within how many tokens a judgement stands behind its verb.
const NEAR: usize = 9;

/// Whether "as" with a judgement stands behind an object: `sees the plan as a way out`, `sees as inevitable`.
pub(super) fn judged_as(tokens: &[Token<'_>], part: &Range<usize>) -> bool {
    let near = part.start..part.end.min(part.start + NEAR);
    let stop = near.clone().find(|at| {
        tokens[*at].is_word("as") || tokens[*at].mark().is_some() || is_verb(tokens, *at)
    });
    stop.is_some_and(|at| {
        let next = tokens.get(at + 1).filter(|_| at + 1 < part.end);
        let clause = (at + 1..part.end.min(at + 5)).any(|at| is_verb(tokens, at));
        tokens[at].is_word("as")
            && next.is_some_and(|next| {
                next.any(&["a", "an"])
                    || next.quoted().is_some()
                    || next.kind == Kind::Word && !next.is(Class::DETERMINER) && !clause
            })
    })
}

/// What somebody may decline to say in so many words: `declined to apologise`.
const OWNED_UP: [&str; 12] = [
    "acknowledge",
    "admit",
    "apologise",
    "apologize",
    "clarify",
    "condemn",
    "concede",
    "deny",
    "endorse",
    "explain",
    "name",
    "promise",
];

/// Whether a time begins here that is told from today: `last week`, `this month`.
fn points_to_time(tokens: &[Token<'_>], at: usize) -> bool {
    tokens[at].any(&["last", "this", "next", "earlier"])
        && tokens.get(at + 1).is_some_and(|next| next.is(Class::TIME))
}

/// `declined to comment`, `declined to be named`, `told reporters when asked`: what follows is no content.
fn tells_nothing(tokens: &[Token<'_>], begin: usize, verb: &Verb) -> bool {
    let Some(next) = tokens.get(begin + 1) else {
        return false;
    };
    let pressed =
        tokens[begin].is_word("when") && next.any(&["asked", "pressed", "questioned", "reached"]);
    let unsaid = matches!(&*verb.lemma, "refuse" | "decline")
        && tokens[begin].is_word("to")
        && (!tells(tokens, begin + 1) || !next.any(&OWNED_UP));
    // `The plan that she announced last week has failed`
    let timed = verb.frames.has(Frames::NP)
        && points_to_time(tokens, begin)
        && tokens
            .get(begin + 2)
            .is_none_or(|_| is_verb(tokens, begin + 2));
    unsaid || pressed || timed || verb.lemma == "tell" && names_programme(tokens, begin)
}

/// Whether a stretch within marks is whom somebody told: `told "Market Talk" on Friday`.
fn names_programme(tokens: &[Token<'_>], at: usize) -> bool {
    let inner = tokens[at]
        .text
        .trim_matches(|mark: char| !mark.is_alphanumeric());
    let closed = tokens[at].text.trim_end_matches(['"', '”', '\'', '’', '»']);
    let mut words = inner.split_whitespace();
    tokens[at].quoted().is_some()
        && closed.ends_with(char::is_alphanumeric)
        && words.clone().count() > 1
        && words.all(|word| {
            word.starts_with(char::is_uppercase) || matches!(word, "of" | "the" | "and" | "with")
        })
        && tokens
            .get(at + 1)
            .is_some_and(|next| next.is_word("on") || next.is(Class::TIME))
}

/// Whether a word with what follows it is a verb that reports.
fn tells(tokens: &[Token<'_>], at: usize) -> bool {
    let mut readings = tokens[at].readings().iter();
    readings.any(|(verb, _)| {
        let verb = tokens[at].verb(*verb);
        let mut words = verb.particle.iter().enumerate();
        verb.counts
            && words.all(|(place, word)| {
                tokens
                    .get(at + 1 + place)
                    .is_some_and(|next| next.is_word(word))
            })
    })
}

/// `not to be named` and the like: a condition, no report.
pub(in crate::articles::quotations) fn anonymous(content: &[Token<'_>]) -> bool {
    let named = content.iter().take(9).any(|token| {
        token.any(&[
            "named",
            "identified",
            "quoted",
            "anonymity",
            "anonymous",
            "withheld",
        ])
    });
    let used = content
        .windows(4)
        .take(9)
        .any(|words| words[0].any(&["name", "names"]) && words[3].any(&["used", "published"]));
    (named || used) && content[0].any(&["not", "to", "that", "for", "anonymity"])
}

/// Whether `that` opens a clause and is no pronoun.
fn opens_clause(tokens: &[Token<'_>], that: usize, limit: usize) -> bool {
    that + 2 < limit
        || tokens
            .get(that + 1)
            .is_some_and(|next| next.quoted().is_some())
}

/// Whether `that` is the subject of what follows: `said that was unfair`.
fn demonstrative(tokens: &[Token<'_>], that: usize, limit: usize) -> bool {
    let behind = |at: usize| {
        tokens
            .get(at)
            .filter(|next| at < limit && next.kind == Kind::Word)
    };
    // `said that still happens`
    let adverb = behind(that + 1)
        .is_some_and(|next| next.is(Class::ADVERB) && !next.is_word("there"))
        && behind(that + 2)
            .is_some_and(|next| next.is(Class::VERB.or(Class::AUXILIARY).or(Class::THIRD)));
    // Not so `said that she'd go`.
    let verb = behind(that + 1).is_some_and(|next| next.is(Class::AUXILIARY) && !contracted(next));
    that + 2 < limit && (adverb || verb)
}

fn infinitive(tokens: &[Token<'_>], to: usize, limit: usize) -> bool {
    tokens.get(to + 1).is_some_and(|next| {
        to + 1 < limit
            && (next.kind == Kind::Word
                && !next.is(Class::DETERMINER.or(Class::POSSESSIVE).or(Class::OBJECT))
                || next.quoted().is_some())
    })
}

/// Whether somebody is told, so that an addressee may stand before the content.
pub(super) fn told_somebody(verb: &Verb) -> bool {
    verb.frames.has(Frames::NP_THAT)
}
