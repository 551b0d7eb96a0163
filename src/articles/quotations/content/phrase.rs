//! Contents without a word that opens them: object and predicate, a clause, a noun phrase.

use std::ops::Range;

use super::super::Rule;
use super::super::lexicon::{Class, class};
use super::super::phrases::{is_verb, phrase_end};

use super::super::verbs::{Frames, Object, Verb};
use super::super::words::{Kind, Token};
use super::objects::{
    DECRYING, has_reason, is_counted, is_pressed, is_stance, is_urged, is_utterance, object,
    unsaid, word_in,
};
use super::{infinitive, points_to_time};

/// Nouns to which an infinitive belongs, and which nobody is asked to do: `challenges her decision to close`.
const TO_DO: [&str; 16] = [
    "decision", "plan", "plans", "effort", "efforts", "bid", "move", "attempt", "attempts",
    "right", "ability", "demand", "proposal", "need", "refusal", "failure",
];

/// A content without an opening word: object and predicate, a clause, or a noun phrase.
pub(super) fn phrase_or_clause(
    tokens: &[Token<'_>],
    part: Range<usize>,
    verb: &Verb,
) -> Option<(Range<usize>, Rule)> {
    let frames = verb.frames;
    let first = &tokens[part.start];
    if is_empty(tokens, &part) || unsaid(tokens, &part, verb) || is_named(tokens, &part, verb) {
        return None;
    }
    let has = |words: &[&str]| word_in(tokens, &part, words);
    // `The steps that he described cannot help`
    if first.is(Class::AUXILIARY) && !frames.has(Frames::THAT.or(Frames::NP_THAT)) {
        return None;
    }
    let marks = part.clone().any(|at| tokens[at].quoted().is_some());
    if frames.has(Frames::NP_AS) && first.is_word("as") && part.len() > 1 {
        return Some((gapped(tokens, part), Rule::CueThenPredicate));
    }
    let to = has(&["to"]).filter(|at| infinitive(tokens, *at, part.end));
    if let Some(to) = to.filter(|to| frames.has(Frames::NP_TO) && !tokens[to - 1].any(&TO_DO))
        && (is_object(tokens, part.start..to)
            || verb.lemma != "tell" && wanted_apart(tokens, &part))
    {
        return Some((part, Rule::CueThenPredicate));
    }
    // `urged both sides "to wait"`
    let wanted = (part.start + 1..part.end).find(|at| opens_with_to(&tokens[*at]));
    if let Some(wanted) = wanted.filter(|_| frames.has(Frames::NP_TO))
        && is_object(tokens, part.start..wanted)
    {
        return Some((part, Rule::CueThenPredicate));
    }
    let clause = |at: usize| {
        (at + 1..part.end.min(at + 4)).any(|at| is_verb(tokens, at))
            && !tokens
                .get(at + 1)
                .is_some_and(|next| next.is(Class::DETERMINER))
    };
    if frames.has(Frames::NP_AS)
        && has(&["as"]).is_some_and(|at| !clause(at))
        && !(first.is(Class::PREPOSITION) && verb.class == "finding")
    {
        return Some((part, Rule::CueThenPredicate));
    }
    if frames.has(Frames::NP_PREP)
        && (verb.object != Object::Reaction || has_reason(tokens, &part) && verb.lemma != "thank")
        && has(&["of", "for", "with", "to", "on", "over", "against", "about"]).is_some()
        && !first.is(Class::PREPOSITION)
    {
        return Some((part, Rule::CueThenPredicate));
    }
    let asks = verb.lemma == "ask" || verb.lemma == "press" && is_pressed(tokens, &part);
    if asks && to.is_none() && asks_for(tokens, &part) {
        return Some((part, Rule::CueThenPredicate));
    }
    // `called her mother`
    let own = first.is_word("her") && part.len() == 2 && tokens[part.start + 1].is(Class::PERSON);
    if own {
        return None;
    }
    if frames.has(Frames::NP_PRED)
        && (marks || predicate(tokens, &part))
        && !first.is(Class::PREPOSITION)
    {
        return Some((part, Rule::CueThenPredicate));
    }
    let alone = (part.len() == 1 || part.len() == 2 && tokens[part.start + 1].is_mark(','))
        && (first.is(Class::SUBJECT.or(Class::OBJECT))
            || first.any(&["so", "this", "that", "nothing", "much"]));
    if alone {
        return None;
    }
    let begins = !first.is(Class::PREPOSITION.or(Class::AND).or(Class::RELATIVE))
        || is_counted(tokens, &part)
        || first.is(Class::DETERMINER)
        || first.any(&[
            "before", "after", "with", "without", "in", "under", "unless", "when", "if", "while",
            "by", "despite", "during", "since", "until", "although", "though", "because", "once",
            "for", "due", "amid", "given",
        ]) && matches!(&*verb.class, "neutral" | "estimating" | "discourse");
    let first_verb = (part.start + 1..part.end).find(|at| is_verb(tokens, *at));
    // `declared an emergency and halted exports`: the verb goes on with the main clause.
    let resumed = first_verb.is_some_and(|at| {
        tokens[at - 1].is(Class::AND) && tokens[at - 1].kind == Kind::Word
            || tokens[at - 1].is_mark(',')
    });
    let reacts = resumed && verb.object == Object::Reaction;
    let plain = !(reacts || frames.has(Frames::NP.or(Frames::NP_PRED)))
        && (part.start + 1..part.end).any(|at| third(tokens, at));
    let joined = first_verb.is_some_and(|at| tokens[at - 1].is(Class::AND));
    let finite = first_verb.is_some()
        && !(resumed && (joined || frames.has(Frames::NP.or(Frames::NP_PRED))))
        || plain;
    // `told her they "weren't late"`
    let marked = (part.start + 1..part.end).any(|at| opens_with_verb(&tokens[at]));
    let sure =
        verb.class == "neutral" && (verb.lemma == "say" || marked) || verb.class == "believing";
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
    noun_phrase(tokens, part, verb)
}

/// Whether marks open with the auxiliary of what stands before them.
fn opens_with_verb(token: &Token<'_>) -> bool {
    let first = token.first_word();
    token.quoted().is_some()
        && first.starts_with(char::is_lowercase)
        && class(first).is(Class::AUXILIARY)
}

/// Whether marks open with an infinitive.
fn opens_with_to(token: &Token<'_>) -> bool {
    token.quoted().is_some() && token.behind_opening().starts_with("to ")
}

/// Whether nothing but a name is told: `identified only as Ivor`, `identified himself as Ivor`.
fn is_named(tokens: &[Token<'_>], part: &Range<usize>, verb: &Verb) -> bool {
    let first = &tokens[part.start];
    let own = first.any(&["himself", "herself", "themselves"]);
    let named = |at: usize| tokens.get(at).is_some_and(|next| next.kind == Kind::Name);
    verb.lemma == "identify" && (first.any(&["as", "only"]) || own && named(part.start + 2))
}

/// Whether nothing is told, but when or why: `said so on Monday`, `said this during a hearing`.
fn is_empty(tokens: &[Token<'_>], part: &Range<usize>) -> bool {
    let first = &tokens[part.start];
    let next = tokens[part.clone()].get(1);
    let again = first.any(&["every", "each"]) && next.is_some_and(|next| next.is_word("time"));
    let when = |next: &Token<'_>| {
        next.is(Class::PREPOSITION.or(Class::TIME).or(Class::ADVERB)) || next.any(&["this", "last"])
    };
    let so = first.any(&["so", "this"]) && next.is_none_or(when) && !owned(tokens, part);
    let reason = first.is_word("because") && !part.clone().any(|at| tokens[at].is_mark(','));
    again || so || reason
}

/// Whether a time owns what follows: `this year's growth`.
fn owned(tokens: &[Token<'_>], part: &Range<usize>) -> bool {
    tokens[part.clone()]
        .get(2)
        .is_some_and(|next| next.kind == Kind::Genitive)
}

/// `asked the board for more time`
fn asks_for(tokens: &[Token<'_>], part: &Range<usize>) -> bool {
    !tokens[part.start].is(Class::PREPOSITION)
        && word_in(tokens, part, &["for"])
            .is_some_and(|at| is_object(tokens, part.start..at) && at + 1 < part.end)
}

/// A noun phrase that is a content by itself.
fn noun_phrase(
    tokens: &[Token<'_>],
    part: Range<usize>,
    verb: &Verb,
) -> Option<(Range<usize>, Rule)> {
    let first = &tokens[part.start];
    let late = first.any(&["when", "while", "until", "once"]);
    if late || is_promised(tokens, &part, verb) || is_warned(tokens, &part, verb) {
        return None;
    }
    match verb.object {
        Object::Content if verb.lemma == "put" => {
            let degree = [
                "at", "closer", "ahead", "behind", "above", "below", "between", "near",
            ];
            let idle = [
                "risk",
                "odds",
                "ease",
                "mercy",
                "disadvantage",
                "stake",
                "peril",
            ];
            let behind = |at: usize| &tokens[at + 1..part.end.min(at + 4).max(at + 1)];
            let mut places = part.clone().skip(1).filter(|at| tokens[*at].any(&degree));
            places
                .find(|at| !behind(*at).iter().any(|next| next.any(&idle)))
                .map(|_| (figure(tokens, part), Rule::CueThenPhrase))
        }
        Object::Reaction if DECRYING.contains(&&*verb.lemma) => {
            let inner = object(tokens, part, verb);
            let told = inner.clone().any(|at| is_utterance(&tokens[at]));
            told.then_some((inner, Rule::CueThenPhrase))
        }
        Object::Content if first.is(Class::OBJECT) && !first.is(Class::POSSESSIVE) => None,
        Object::Content if verb.frames.has(Frames::NP) => {
            Some((object(tokens, part, verb), Rule::CueThenPhrase))
        }
        Object::Finite if is_told(tokens, part.start, verb) && verb.frames.has(Frames::NP) => {
            Some((object(tokens, part, verb), Rule::CueThenPhrase))
        }
        Object::Weak if is_urged(tokens, &part, verb) => Some((part, Rule::CueThenPhrase)),
        Object::Weak if is_stance(tokens, &part, verb) => {
            Some((object(tokens, part, verb), Rule::CueThenPhrase))
        }
        Object::Weak if part.clone().any(|at| tokens[at].quoted().is_some()) => {
            let inner = object(tokens, part.clone(), verb);
            let own = inner.clone().any(|at| tokens[at].quoted().is_some());
            own.then_some((part, Rule::CueThenPhrase))
        }
        _ => None,
    }
}

/// Whether nothing but those who were warned is named: `had warned the port in May`.
fn is_warned(tokens: &[Token<'_>], part: &Range<usize>, verb: &Verb) -> bool {
    if verb.lemma != "warn" {
        return false;
    }
    let first = &tokens[part.start];
    let known = first.is(Class::DETERMINER.or(Class::POSSESSIVE)) && !first.any(&["a", "an", "no"])
        || first.kind == Kind::Name;
    let told = word_in(tokens, part, &["from", "about", "against", "of"]).is_some();
    known && !told && !(part.start + 1..part.end).any(|at| third(tokens, at))
}

/// Whether nothing but those to whom it was promised is named: `what he promised the voters`.
fn is_promised(tokens: &[Token<'_>], part: &Range<usize>, verb: &Verb) -> bool {
    let whom = [
        "people",
        "voters",
        "public",
        "nation",
        "world",
        "electorate",
    ];
    let last = &tokens[part.end - 1];
    let short = part.len() <= LONGEST_ADDRESSEE;
    verb.lemma == "promise"
        && short
        && last.kind == Kind::Word
        && (last.is(Class::PERSON) || last.any(&whom))
}

/// How many tokens an addressee of whom nothing else is said may have.
const LONGEST_ADDRESSEE: usize = 3;

/// Whether a noun phrase is what is told: no pronoun, and not when or how: `announced a day earlier`.
fn is_told(tokens: &[Token<'_>], start: usize, verb: &Verb) -> bool {
    let first = &tokens[start];
    // `2,092 confirmed cases`
    if verb.lemma == "confirm" && first.kind == Kind::Word && first.class == Class::default() {
        return false;
    }
    let end = phrase_end(tokens, start);
    let time = points_to_time(tokens, start) || end > start && tokens[end - 1].is(Class::TIME);
    let at_time = |words: &[&str], at: usize| tokens.get(at).is_some_and(|next| next.any(words));
    !time
        && !first.is(Class::PREPOSITION.or(Class::ADVERB).or(Class::TIME))
        && (!first.is(Class::OBJECT.or(Class::SUBJECT)) || first.is(Class::POSSESSIVE))
        && (!at_time(&["earlier", "later", "ago"], end)
            || at_time(&["this", "that", "last"], end + 1))
}

/// Whether what stands before an infinitive is its subject: `tells suspended mayor to`.
fn is_object(tokens: &[Token<'_>], part: Range<usize>) -> bool {
    let first = &tokens[part.start];
    if first.is(Class::PREPOSITION) && first.any(&["in", "at", "on", "by", "after", "during"]) {
        return false;
    }
    let adjective = usize::from(first.text.ends_with("ed") && first.kind == Kind::Word);
    // `called on the parties concerned to wait`
    let last = part.end - usize::from(part.len() > 1 && is_put_behind(tokens, part.end - 1));
    !(part.start + adjective..last).any(|at| is_verb(tokens, at))
}

/// Whether a participle behind its noun tells who is meant: `all parties involved`, `the countries concerned`.
fn is_put_behind(tokens: &[Token<'_>], at: usize) -> bool {
    tokens[at].any(&["concerned", "involved", "affected"]) && tokens[at - 1].kind == Kind::Word
}

/// Whether a relative clause between commas parts an object from its infinitive: `urged the board, which was
/// to meet on Monday, to resign`.
fn wanted_apart(tokens: &[Token<'_>], part: &Range<usize>) -> bool {
    let commas = || (part.start + 1..part.end).filter(|at| tokens[*at].is_mark(','));
    let (Some(first), Some(second)) = (commas().next(), commas().nth(1)) else {
        return false;
    };
    is_object(tokens, part.start..first)
        && tokens[first + 1].any(&["which", "who", "whose"])
        && tokens.get(second + 1).is_some_and(|to| to.is_word("to"))
        && infinitive(tokens, second + 1, part.end)
}

/// What is said of an object that a relative pronoun stands for: `talks that delegates described as "long"`.
fn gapped(tokens: &[Token<'_>], part: Range<usize>) -> Range<usize> {
    // `described as "a farce" the vote of Monday`
    let object = tokens
        .get(part.start + 2)
        .filter(|_| part.len() > 3)
        .is_some_and(|next| next.is(Class::DETERMINER.or(Class::POSSESSIVE)));
    if tokens[part.start + 1].quoted().is_some() && !object {
        return part.start + 1..part.start + 2;
    }
    let comma = |from: usize| (from..part.end).find(|at| tokens[*at].is_mark(','));
    let Some(first) = comma(part.start) else {
        return part;
    };
    // `described as dirty, crowded, and full of mice`
    let last = (first + 1..part.end.min(first + LONGEST_LIST)).find(|at| {
        tokens[*at].is(Class::AND) && tokens[*at].kind == Kind::Word && tokens[*at - 1].is_mark(',')
    });
    let listed = last.filter(|and| {
        *and > first + 1
            && and + 1 < part.end
            && tokens[and + 1].kind == Kind::Word
            && !tokens[and + 1].is(Class::SUBJECT.or(Class::DETERMINER).or(Class::POSSESSIVE))
            && !tokens[first..part.end.min(and + 3)]
                .iter()
                .any(|token| token.is(Class::AUXILIARY.or(Class::SUBJECT)))
    });
    let end = match listed {
        Some(and) => comma(and + 1).unwrap_or(part.end),
        None => first,
    };
    part.start..end
}

/// How many tokens the members of a list of adjectives may have together.
const LONGEST_LIST: usize = 10;

/// A figure without what it was given in: `put the toll at 40 in a report`.
fn figure(tokens: &[Token<'_>], part: Range<usize>) -> Range<usize> {
    let end = (part.start + 1..part.end).find(|at| {
        tokens[*at].is_word("in")
            && tokens
                .get(at + 1)
                .is_some_and(|next| next.any(&["a", "an"]))
    });
    part.start..end.unwrap_or(part.end)
}

/// Whether a clause is more likely a noun phrase with a relative clause, for verbs that take objects.
pub(super) fn weak_clause(tokens: &[Token<'_>], part: &Range<usize>, verb: &Verb) -> bool {
    // `hopes a rise in prices will help`: no noun has an article right behind it.
    let article = tokens[part.start].is(Class::DETERMINER) && tokens[part.start].kind == Kind::Word;
    // `explained its stance on the plan, which is known`
    let plain = !verb.frames.has(Frames::NP)
        && !verb.doubtful.sense
        && (!verb.doubtful.noun || article)
        && verb.lemma != "explain";
    let fronted = tokens[part.start].is(Class::PREPOSITION) && verb.class == "estimating";
    // `added 40 beds while closing a ward`
    if verb.lemma == "add" && tokens[part.start].is(Class::DETERMINER.or(Class::NUMBER)) {
        let stop = (part.start + 1..part.end).find(|at| {
            let joint = Class::SUBORDINATOR.or(Class::RELATIVE);
            tokens[*at].is_mark(',') || tokens[*at].is(joint) || is_verb(tokens, *at)
        });
        return stop.is_some_and(|at| !is_verb(tokens, at));
    }
    if plain || fronted {
        return false;
    }
    // `announced the port, which was shut, would open`
    let inserted = (part.start + 1..part.end.saturating_sub(1))
        .find(|at| tokens[*at].is_mark(',') && tokens[*at + 1].any(&["which", "who"]));
    let behind = inserted.and_then(|comma| {
        let words = tokens[part.start..comma].iter();
        let plain = words.clone().all(|token| token.mark().is_none());
        let closes = (comma + 2..part.end.saturating_sub(1)).find(|at| tokens[*at].is_mark(','));
        closes.filter(|_| plain)
    });
    if behind.is_some_and(|comma| tokens[comma + 1].is(Class::MODAL.or(Class::HAVE).or(Class::BE)))
    {
        return false;
    }
    // The verb must come before a relative pronoun, a preposition and a comma.
    let stop = (part.start + 1..part.end).find(|at| {
        let token = &tokens[*at];
        token.is(Class::RELATIVE)
            || token.is(Class::PREPOSITION)
                && !matches!(&*verb.lemma, "rule" | "show")
                && !(tokens[*at - 1].is(Class::NUMBER)
                    && tokens
                        .get(*at + 1)
                        .is_some_and(|next| next.is(Class::NUMBER)))
            || token.is_mark(',')
            || is_verb(tokens, *at) && !is_reduced(tokens, *at, part.end)
    });
    // `denied the cuts after the vote would be deeper`
    let verb_at = (part.start + 1..part.end).find(|at| is_verb(tokens, *at));
    let modal = verb_at.is_some_and(|at| {
        tokens[at].any(&["would", "will", "could"])
            && !tokens[part.start..at].iter().any(|token| {
                token.is(Class::RELATIVE.or(Class::SUBJECT)) && token.kind != Kind::Number
                    || token.mark().is_some()
            })
    });
    if modal && verb.class == "denying" {
        return false;
    }
    // `wrote the rule he is breaking`
    let owned = |at: usize| {
        at > part.start + 1
            && tokens[at - 1].any(&["he", "she", "they", "we", "i"])
            && matches!(tokens[at - 2].kind, Kind::Word | Kind::Name)
            && !tokens[at - 2].is(Class::PREPOSITION.or(Class::SUBORDINATOR).or(Class::AND))
    };
    let finite = stop.filter(|at| !owned(*at)).is_some_and(|at| {
        let object = tokens.get(at + 1).is_some_and(|next| {
            let figure = matches!(next.kind, Kind::Number | Kind::Mark('$' | '£' | '€'));
            let many = next.any(&["hundreds", "thousands", "millions", "scores"]);
            figure
                || many
                || next.is(Class::DETERMINER.or(Class::POSSESSIVE))
                || next.kind == Kind::Name
        });
        tokens[at].is(Class::AUXILIARY.or(Class::VERB))
            || is_verb(tokens, at) && (object || !tokens[at].text.ends_with("ed"))
    });
    !finite
}

/// Whether a participle stands behind a plural, of which an auxiliary tells something later: `people diagnosed as
/// ill have`.
fn is_reduced(tokens: &[Token<'_>], at: usize, end: usize) -> bool {
    let token = &tokens[at];
    let behind = tokens.get(at + 1).filter(|_| at + 1 < end);
    let plural = tokens[at - 1].kind == Kind::Word
        && (tokens[at - 1].text.ends_with('s') || tokens[at - 1].is_word("people"));
    let main = (at + 1..end)
        .take_while(|at| tokens[*at].mark().is_none() && !tokens[*at].is(Class::RELATIVE))
        .find(|at| is_verb(tokens, *at));
    token.text.ends_with("ed")
        && plural
        && behind.is_some_and(|next| next.is(Class::PREPOSITION) || next.is_word("as"))
        && main.is_some_and(|at| tokens[at].is(Class::AUXILIARY))
}

/// The third person of a verb that no list has, behind a noun in the singular.
fn third(tokens: &[Token<'_>], at: usize) -> bool {
    let token = &tokens[at];
    let before = &tokens[at - 1];
    token.kind == Kind::Word
        && token.text.len() > 3
        && token.ends_in_s()
        && !before.is(Class::NUMBER)
        && !before.is(Class::DETERMINER
            .or(Class::POSSESSIVE)
            .or(Class::PREPOSITION))
        && before.kind != Kind::Genitive
        && before.kind != Kind::Number
}

/// Endings of adjectives.
const ADJECTIVES: [&str; 11] = [
    "ble", "ful", "ous", "ive", "ent", "ant", "less", "al", "ic", "ary", "ing",
];

/// Whether an object is followed by a predicate: `called the strike a farce`.
fn predicate(tokens: &[Token<'_>], part: &Range<usize>) -> bool {
    let end = phrase_end(tokens, part.start);
    let judged = |next: &Token<'_>| {
        next.is(Class::DETERMINER.or(Class::POSSESSIVE)) && !next.is_word("such")
            || next.quoted().is_some()
    };
    let beside = end > part.start && end < part.end && tokens.get(end).is_some_and(judged);
    let of_it = part.len() >= 2
        && tokens[part.start].is(Class::OBJECT)
        && !tokens[part.start + 1].is(Class::PREPOSITION.or(Class::ADVERB).or(Class::TIME))
        && tokens[part.start + 1].mark().is_none();
    // `considers the port to be safe`
    let be = (end..part.end.saturating_sub(1))
        .any(|at| tokens[at].is_word("to") && tokens[at + 1].is_word("be"));
    beside || of_it || be || is_adjective(tokens, part)
}

/// Whether an object ends with an adjective: `called the plan unworkable`, `called it wholly misleading`.
fn is_adjective(tokens: &[Token<'_>], part: &Range<usize>) -> bool {
    let last = &tokens[part.end - 1];
    let before = &tokens[part.end - 2];
    part.len() > 2
        && !tokens[part.start].any(&["a", "an"])
        && last.kind == Kind::Word
        && ADJECTIVES.iter().any(|ending| last.text.ends_with(ending))
        && (!last.text.ends_with("ing") || before.is(Class::ADVERB) && before.text.ends_with("ly"))
}
