//! The content behind a cue: what is told, asked, wanted.

use std::ops::Range;

use super::Rule;
use super::cues::{Cue, Mode};
use super::lexicon::Class;
use super::phrases::{is_verb, phrase_end};
use super::verbs::{Frames, Object, Verb};
use super::words::{Kind, Token};

/// How far the word that opens a content may be from its cue, in tokens.
const FAR: usize = 16;

/// Verbs with more than one sense that mostly report.
const SURE: [&str; 4] = ["see", "put", "feel", "hold"];

/// The content behind a cue, up to a token, and the rule by which it is one.
pub(super) fn forward(
    tokens: &[Token<'_>],
    cue: &Cue,
    limit: usize,
) -> Option<(Range<usize>, Rule)> {
    let verb = cue.verb()?;
    let start = cue.tokens.end;
    if start >= limit {
        return None;
    }
    let rule = |rule| {
        if cue.mode == Mode::Participle {
            Rule::Participle
        } else {
            rule
        }
    };
    let begin = opening(tokens, start, limit, verb);
    let token = tokens.get(begin).filter(|_| begin < limit)?;
    let behind = |at: usize| (at < limit).then_some(at..limit);
    let frames = verb.frames;
    let opened = token.is_word("that") || token.quoted().is_some() || token.is_mark(':');
    let predicated = frames.has(
        Frames::NP_TO
            .or(Frames::NP_AS)
            .or(Frames::NP_PRED)
            .or(Frames::TO),
    );
    let clause = begin == start
        && frames.has(Frames::THAT)
        && !weak_clause(tokens, &(begin..limit), verb)
        && token.is(Class::DETERMINER.or(Class::POSSESSIVE).or(Class::SUBJECT));
    if verb.doubtful.sense && !opened && !predicated && !SURE.contains(&verb.lemma) && !clause {
        return None;
    }
    let sight = verb.lemma == "see"
        && (!tokens[cue.tokens.start].is_word("sees") || token.any(&["things", "it", "them", "a"]));
    if sight && !opened {
        return None;
    }
    let clausal = Frames::THAT.or(Frames::NP_THAT);
    if verb.lemma == "ask" && anonymous(&tokens[begin..limit]) {
        return None;
    }
    if token.is_word("that") && demonstrative(tokens, begin, limit) && frames.has(clausal) {
        return behind(begin).map(|content| (content, rule(Rule::CueThenClause)));
    }
    if token.is_word("that") && opens_clause(tokens, begin, limit) {
        return if frames.has(clausal.or(Frames::QUOTE)) {
            behind(begin + 1).map(|content| (content, rule(Rule::CueThenThat)))
        } else {
            None
        };
    }
    let opens = token.any(&["whether", "if"]);
    if opens && (frames.has(Frames::WH) || cue.negated && frames.has(clausal)) {
        return behind(begin + 1).map(|content| (content, rule(Rule::CueThenThat)));
    }
    if token.is_mark(':') || token.is_mark(',') || token.is_dash() {
        let next = tokens.get(begin + 1).filter(|_| begin + 1 < limit)?;
        if next.quoted().is_some() && frames.has(Frames::QUOTE.or(clausal)) {
            return behind(begin + 1).map(|content| (content, rule(Rule::CueThenMarks)));
        }
        let told = token.is_mark(':') && frames.has(Frames::QUOTE) && !verb.doubtful.sense;
        return told.then(|| (begin + 1..limit, rule(Rule::CueThenClause)));
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
    if token.text.ends_with("ing")
        && token.text.len() > 5
        && frames.has(Frames::ING)
        && token.kind == Kind::Word
    {
        return behind(begin).map(|content| (content, rule(Rule::CueThenVerb)));
    }
    if begin != start && !told_somebody(verb) && !frames.has(clausal) {
        return None;
    }
    phrase_or_clause(tokens, begin..limit, verb).map(|(content, found)| (content, rule(found)))
}

/// `not to be named` and the like: a condition, no report.
fn anonymous(content: &[Token<'_>]) -> bool {
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
    named && content[0].any(&["not", "to", "that", "for"])
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
    that + 2 < limit && tokens[that + 1].kind == Kind::Word && tokens[that + 1].is(Class::AUXILIARY)
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
fn told_somebody(verb: &Verb) -> bool {
    verb.frames.has(Frames::NP_THAT)
}

/// Where the content opens: behind adverbs, times and places of saying, and the addressee.
fn opening(tokens: &[Token<'_>], start: usize, limit: usize, verb: &Verb) -> usize {
    let mut at = start;
    if told_somebody(verb) && at < limit {
        let token = &tokens[at];
        let skips =
            !token.is_word("that") && token.quoted().is_none() && !token.is(Class::QUESTION);
        let end = addressee(tokens, at).min(limit);
        let told = tokens
            .get(end)
            .is_some_and(|next| end < limit && opens_content(tokens, end, next));
        if skips
            && end > at
            && !(verb.frames.has(Frames::NP_TO)
                && tokens.get(end).is_some_and(|next| next.is_word("to")))
            && (told || verb.lemma == "tell")
        {
            at = end;
        }
    }
    if let Some(end) = asked(tokens, at, limit, verb) {
        return end;
    }
    if let Some(end) = inserted(tokens, at, limit) {
        return end;
    }
    // `told anybody who would listen that`
    if at > start && tokens.get(at).is_some_and(|token| token.is_word("who")) {
        let that = (at..limit.min(at + FAR)).find(|at| tokens[*at].is_word("that"));
        return that.unwrap_or(at);
    }
    // `said on Monday that`, `said in a statement to parliament that`
    let near = (at..limit.min(at + FAR)).find(|place| {
        let token = &tokens[*place];
        token.is_word("that")
            || token.is_word("whether")
            || token.is_mark(':')
            || token.is_mark(',')
            || token.quoted().is_some()
            || *place > at && (is_verb(tokens, *place) || token.is(Class::AND.or(Class::SUBJECT)))
    });
    if let Some(place) = near
        && place > at
        && (tokens[at].is(Class::PREPOSITION.or(Class::ADVERB).or(Class::TIME)))
        && (tokens[place].is_word("that")
            || tokens[place].is_word("whether")
            || tokens[place].is_mark(':')
            || tokens[place].is_mark(',')
                && tokens
                    .get(place + 1)
                    .is_some_and(|next| next.quoted().is_some()))
        && !tokens[at].is_word("that")
    {
        return place;
    }
    loop {
        let next = adverbial(tokens, at, limit);
        if next == at {
            return at;
        }
        at = next;
    }
}

/// Behind what is put between a cue and its "that": `warned, however, that`, `explained to me, very
/// patiently, that`.
fn inserted(tokens: &[Token<'_>], at: usize, limit: usize) -> Option<usize> {
    let to = tokens.get(at)?.is_word("to");
    let first = if to { phrase_end(tokens, at + 1) } else { at };
    if first >= limit || !(tokens[first].is_mark(',') || tokens[first].is_mark('(')) {
        return None;
    }
    let second = (first + 1..limit.min(first + FAR))
        .find(|at| matches!(tokens[*at].kind, Kind::Mark(',' | ')')))?;
    let opens = tokens.get(second + 1)?.any(&["that", "whether"]);
    (opens && second + 1 < limit).then_some(second + 1)
}

/// The end of whoever is asked: `asked the mayor whether`, `wrote to the court: "…"`.
fn asked(tokens: &[Token<'_>], at: usize, limit: usize, verb: &Verb) -> Option<usize> {
    if told_somebody(verb)
        || tokens.get(at)?.is(Class::QUESTION.or(Class::RELATIVE))
        || tokens[at].is_word("that")
    {
        return None;
    }
    let mut end = addressee(tokens, at + usize::from(tokens[at].is_word("to")));
    while verb.lemma == "ask" && end < limit {
        let next = adverbial(tokens, end, limit);
        let time = tokens[end].any(&["last", "this", "on"])
            && tokens.get(end + 1).is_some_and(|next| next.is(Class::TIME));
        if next > end {
            end = next;
        } else if time {
            end += 2;
        } else {
            break;
        }
    }
    let next = tokens.get(end).filter(|_| at < end && end < limit)?;
    let quoted = next.quoted().is_some()
        || (next.is_mark(',') || next.is_mark(':'))
            && tokens
                .get(end + 1)
                .is_some_and(|next| next.quoted().is_some());
    let question = next.is(Class::QUESTION) && verb.frames.has(Frames::WH) && verb.lemma == "ask";
    (question
        || quoted
            && verb.frames.has(Frames::QUOTE)
            && (tokens[at].is_word("to")
                || verb.lemma == "ask"
                || next.quoted().is_none() && !verb.frames.has(Frames::NP.or(Frames::NP_PRED))))
    .then_some(end)
}

fn addressee(tokens: &[Token<'_>], at: usize) -> usize {
    let mut end = phrase_end(tokens, at);
    while tokens.get(end).is_some_and(|token| token.is_word("and")) {
        let more = phrase_end(tokens, end + 1);
        let opens = tokens
            .get(more)
            .is_some_and(|next| next.is_word("that") || next.is_word("to"));
        if !opens || more == end + 1 {
            break;
        }
        end = more;
    }
    end
}

fn opens_content(tokens: &[Token<'_>], at: usize, next: &Token<'_>) -> bool {
    next.is_word("that")
        || next.quoted().is_some()
        || next.is(Class::SUBJECT
            .or(Class::DETERMINER)
            .or(Class::POSSESSIVE)
            .or(Class::QUESTION))
        || next.is(Class::PREPOSITION.or(Class::TIME).or(Class::ADVERB))
        || next.is_mark(':')
        || next.is_mark(',')
        || tokens[at - 1].kind != Kind::Name && next.kind == Kind::Name
}

/// The end of an adverbial of saying: a time, a place of speech, an adverb.
fn adverbial(tokens: &[Token<'_>], at: usize, limit: usize) -> usize {
    let Some(token) = tokens.get(at).filter(|_| at < limit) else {
        return at;
    };
    if token.is(Class::TIME)
        && !token.is(Class::TITLE)
        && (token.kind == Kind::Name || token.is(Class::ADVERB))
    {
        let time = |at: &usize| tokens[*at].is(Class::TIME) || tokens[*at].kind == Kind::Number;
        return (at..limit).find(|at| !time(at)).unwrap_or(limit);
    }
    if token.any(&["late", "early"]) && tokens.get(at + 1).is_some_and(|next| next.is(Class::TIME))
    {
        return at + 2;
    }
    if token.kind == Kind::Word
        && token.any(&[
            "earlier",
            "later",
            "again",
            "also",
            "then",
            "aloud",
            "repeatedly",
        ])
    {
        return at + 1;
    }
    if !token.is(Class::PREPOSITION) {
        return at;
    }
    let end = phrase_end(tokens, at + 1).min(limit);
    if token.is_word("on") && tokens.get(at + 1).is_some_and(|next| next.is(Class::TIME)) {
        let time = |at: &usize| tokens[*at].is(Class::TIME) || tokens[*at].kind == Kind::Number;
        return (at + 1..limit).find(|at| !time(at)).unwrap_or(limit);
    }
    let spoken = token.any(&[
        "in", "at", "on", "by", "during", "after", "through", "via", "to", "from", "before", "with",
    ]) && end > at + 1
        && tokens[at + 1..end]
            .iter()
            .any(|token| token.is(Class::OCCASION))
        && end < limit;
    if spoken { end } else { at }
}

/// A content without an opening word: object and predicate, a clause, or a noun phrase.
fn phrase_or_clause(
    tokens: &[Token<'_>],
    part: Range<usize>,
    verb: &Verb,
) -> Option<(Range<usize>, Rule)> {
    let frames = verb.frames;
    let first = &tokens[part.start];
    let has = |words: &[&str]| {
        (part.start + 1..part.end)
            .find(|at| tokens[*at].kind == Kind::Word && tokens[*at].any(words))
    };
    let marks = part.clone().any(|at| tokens[at].quoted().is_some());
    let to = has(&["to"]).filter(|at| infinitive(tokens, *at, part.end));
    if frames.has(Frames::NP_TO)
        && to.is_some_and(|to| !(part.start..to).any(|at| is_verb(tokens, at)))
    {
        return Some((part, Rule::CueThenPredicate));
    }
    if frames.has(Frames::NP_AS) && has(&["as"]).is_some() {
        return Some((part, Rule::CueThenPredicate));
    }
    let reason = has(&["for", "of", "over"])
        .is_some_and(|at| at + 1 < part.end && tokens[at + 1].text.ends_with("ing"));
    if frames.has(Frames::NP_PREP)
        && (verb.object != Object::Reaction || reason && verb.lemma != "thank")
        && has(&["of", "for", "with", "to", "on", "over", "against", "about"]).is_some()
        && !first.is(Class::PREPOSITION)
    {
        return Some((part, Rule::CueThenPredicate));
    }
    if frames.has(Frames::NP_PRED)
        && (marks || predicate(tokens, &part))
        && !first.is(Class::PREPOSITION)
    {
        return Some((part, Rule::CueThenPredicate));
    }
    let alone = part.len() == 1
        && (first.is(Class::SUBJECT.or(Class::OBJECT))
            || first.any(&["so", "this", "that", "nothing", "much"]));
    if alone {
        return None;
    }
    let begins = !first.is(Class::PREPOSITION.or(Class::AND).or(Class::RELATIVE))
        || first.is(Class::DETERMINER)
        || first.any(&[
            "before", "after", "with", "without", "in", "under", "unless", "when", "if", "while",
        ]) && verb.class == "neutral";
    let first_verb = (part.start + 1..part.end).find(|at| is_verb(tokens, *at));
    // `declared an emergency and halted exports`: the verb goes on with the main clause.
    let resumed = first_verb.is_some_and(|at| {
        tokens[at - 1].is(Class::AND) && tokens[at - 1].kind == Kind::Word
            || tokens[at - 1].is_mark(',')
    });
    let plain = !frames.has(Frames::NP.or(Frames::NP_PRED))
        && (part.start + 1..part.end).any(|at| third(tokens, at));
    let finite =
        first_verb.is_some() && !(resumed && frames.has(Frames::NP.or(Frames::NP_PRED))) || plain;
    let sure = verb.class == "neutral" && verb.lemma == "say" || verb.class == "believing";
    if frames.has(Frames::THAT.or(Frames::NP_THAT))
        && begins
        && part.len() >= 2
        && (finite || sure)
        && !weak_clause(tokens, &part, verb)
    {
        return Some((part, Rule::CueThenClause));
    }
    if first.is(Class::PREPOSITION) || first.is(Class::AND) {
        return None;
    }
    match verb.object {
        Object::Content if verb.lemma == "put" && has(&["at"]).is_none() => None,
        Object::Content if frames.has(Frames::NP) => {
            Some((object(tokens, part), Rule::CueThenPhrase))
        }
        Object::Weak if marks => Some((part, Rule::CueThenPhrase)),
        _ => None,
    }
}

/// A noun phrase that is a content, without a second verb of its subject and without a relative clause.
fn object(tokens: &[Token<'_>], part: Range<usize>) -> Range<usize> {
    let end = (part.start + 1..part.end).find(|at| {
        let next = tokens.get(*at + 1).filter(|_| *at + 1 < part.end);
        let and = tokens[*at].is(Class::AND) && tokens[*at].kind == Kind::Word;
        let comma = tokens[*at].is_mark(',');
        and && next.is_some_and(|_| super::tails::resumes(tokens, *at + 1))
            || comma
                && next.is_some_and(|next| {
                    next.any(&["which", "who", "where", "when", "as", "while"])
                        || super::tails::resumes(tokens, *at + 1)
                })
    });
    part.start..end.unwrap_or(part.end)
}

/// Whether a clause is more likely a noun phrase with a relative clause, for verbs that take objects.
fn weak_clause(tokens: &[Token<'_>], part: &Range<usize>, verb: &Verb) -> bool {
    if !verb.frames.has(Frames::NP) && !verb.doubtful.sense && !verb.doubtful.noun {
        return false;
    }
    // The verb must come before a relative pronoun, a preposition and a comma.
    let stop = (part.start + 1..part.end).find(|at| {
        let token = &tokens[*at];
        token.is(Class::RELATIVE.or(Class::PREPOSITION))
            || token.is_mark(',')
            || is_verb(tokens, *at)
    });
    let finite = stop.is_some_and(|at| {
        tokens[at].is(Class::AUXILIARY.or(Class::VERB))
            || is_verb(tokens, at) && !tokens[at].text.ends_with("ed")
    });
    !finite
}

/// The third person of a verb that no list has, behind a noun in the singular.
fn third(tokens: &[Token<'_>], at: usize) -> bool {
    let token = &tokens[at];
    let before = &tokens[at - 1];
    token.kind == Kind::Word
        && token.text.len() > 3
        && token.text.ends_with('s')
        && !token.text.ends_with("ss")
        && !before.is(Class::NUMBER)
        && !before.is(Class::DETERMINER
            .or(Class::POSSESSIVE)
            .or(Class::PREPOSITION))
        && before.kind != Kind::Genitive
        && before.kind != Kind::Number
}

/// Whether an object is followed by a predicate: `called the strike a farce`.
fn predicate(tokens: &[Token<'_>], part: &Range<usize>) -> bool {
    let end = phrase_end(tokens, part.start);
    end > part.start
        && end < part.end
        && tokens.get(end).is_some_and(|next| {
            next.is(Class::DETERMINER.or(Class::POSSESSIVE)) || next.quoted().is_some()
        })
        || part.len() > 2
            && tokens[part.start].is(Class::OBJECT)
            && !tokens[part.start + 1].is(Class::PREPOSITION)
        || part.len() > 2
            && !tokens[part.start].is_word("a")
            && !tokens[part.start].is_word("an")
            && {
                let last = &tokens[part.end - 1];
                last.kind == Kind::Word
                    && [
                        "ble", "ful", "ous", "ive", "ent", "ant", "ful", "less", "al", "ic", "ary",
                    ]
                    .iter()
                    .any(|ending| last.text.ends_with(ending))
            }
}
