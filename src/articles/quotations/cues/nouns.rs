//! Verbs beside nouns: participles before and behind them, and forms that may be a plural noun.

use std::ops::Range;

use super::super::clauses::contracted;
use super::super::content::is_share;
use super::super::lexicon::Class;
use super::super::phrases::{is_verb, phrase_before, phrase_end};
use super::super::tails::ends_with_comma;
use super::super::verbs::{Form, Frames, Object, Verb};
use super::super::word_list::WordList;
use super::super::words::{Kind, Token};
use super::behind_speech::is_behind_speech;
use super::connected::goes_on_with_that;
use super::issued::issued;
use super::{Cue, Mode};

/// How many words may stand between a document and its participle.
const FAR: usize = 8;

/// Within how many words a clause without "that" has its verb.
const CLAUSE: usize = 6;

/// A participle behind the noun that speaks.
pub(super) fn attached(tokens: &[Token<'_>], mut cue: Cue) -> Option<Cue> {
    // `released a statement Friday pointing out that`
    if !(cue.left..cue.tokens.start).all(|at| tokens[at].is(Class::TIME)) {
        return None;
    }
    if let Some(document) = issued(tokens, cue.left) {
        cue.left = document.end;
        cue.mode = Mode::Attached;
        return Some(cue);
    }
    if let Some(end) = with_somebody(tokens, cue.left) {
        cue.left = end;
        cue.mode = Mode::Attached;
        return Some(cue);
    }
    // `footage of him describing parks as`
    let shown = cue.left >= 2
        && tokens[cue.left - 1].any(words!["him", "her", "them"])
        && tokens[cue.left - 2].is_word("of");
    if shown {
        cue.mode = Mode::Attached;
        return Some(cue);
    }
    if few_of_with(tokens, cue.left).is_some() {
        cue.mode = Mode::Attached;
        return Some(cue);
    }
    let source = phrase_before(tokens, cue.left);
    let last = tokens[..cue.left].last()?;
    let with = source.start > 0
        && (tokens[source.start - 1].is_word("with")
            || tokens[source.start - 1].is_word("and") && beside_attached(&tokens[..source.start]));
    // `a letter to the board on Friday advising that`
    let clause = tokens.get(cue.tokens.end).is_some_and(|next| {
        next.is_word("that")
            || next.is(Class::SUBJECT.or(Class::DETERMINER).or(Class::POSSESSIVE))
                && (cue.tokens.end + 1..tokens.len().min(cue.tokens.end + CLAUSE))
                    .any(|at| is_verb(tokens, at))
    });
    // `a letter this week urging the board to wait`
    let to = (cue.tokens.end + 1..tokens.len().min(cue.tokens.end + CLAUSE))
        .find(|at| !tokens[*at].is_plain() || tokens[*at].is_word("to"))
        .is_some_and(|at| tokens[at].is_word("to"));
    let wanted = to
        && cue
            .verb(tokens)
            .is_some_and(|verb| verb.frames.has(Frames::NP_TO));
    let clause = clause || wanted;
    let far = (cue.left.saturating_sub(FAR)..cue.left).rev().find(|at| {
        let sent = tokens.get(at + 1).is_some_and(|next| {
            next.any(words!["to", "on", "from", "this", "last", "earlier"]) || next.is(Class::TIME)
        });
        tokens[*at].is(Class::DOCUMENT) && tokens[*at].kind == Kind::Word && sent
    });
    let sent = far.filter(|at| {
        clause
            && !tokens[*at..cue.left]
                .iter()
                .any(|token| !token.is_plain() || token.is(Class::AND))
            && !(*at + 1..cue.left).any(|at| is_verb(tokens, at))
    });
    if let Some(document) = sent {
        cue.left = document + 1;
        cue.mode = Mode::Attached;
        return Some(cue);
    }
    // `Several groups claiming that the vote was stolen gathered in Oban`
    let plural = last.kind == Kind::Word
        && last.text.ends_with('s')
        && last.is(Class::PERSON.or(Class::BODY));
    let gathered = plural && clause && source.start == 0;
    let speaks = gathered
        || last.is(Class::DOCUMENT) && last.kind == Kind::Word
        || with
            && (last.is(Class::SPEAKER)
                || last.kind == Kind::Name
                || last.any(words!["side", "sides"])
                || last.is_word("percent") && source.len() == 2
                || is_share(last)
                || source.len() == 1
                    && (last.is(Class::NUMBER)
                        || last.any(words![
                            "many", "some", "most", "several", "others", "both", "another"
                        ])));
    cue.mode = Mode::Attached;
    (speaks && !source.is_empty()).then_some(cue)
}

/// Some who are told of behind "with": `…, with others saying they would follow`, `…, with several more telling the board
/// that`.
pub(in crate::articles::quotations) fn few_of_with(
    tokens: &[Token<'_>],
    end: usize,
) -> Option<Range<usize>> {
    let last = tokens[..end].last()?;
    let with = (end.saturating_sub(4)..end)
        .rev()
        .find(|at| tokens[*at].is_word("with"))?;
    let words = &tokens[with + 1..end];
    let some = |token: &Token<'_>| {
        token.is(Class::NUMBER)
            || token.any(words![
                "several", "many", "some", "dozens", "a", "few", "others", "more"
            ])
    };
    let few = last.any(words!["others", "more"]) && words.iter().all(some);
    (few && with > 0 && tokens[with - 1].is_mark(',')).then_some(with + 1..end)
}

/// How many tokens somebody may have who is told of behind "with".
const LONGEST_SOURCE: usize = 14;

/// The end of the words for somebody whom more is told of before a participle: `…, with the bank's chief economist, Ida
/// Vell, warning`, `…, with analysts at Birr saying`.
pub(super) fn with_somebody(tokens: &[Token<'_>], end: usize) -> Option<usize> {
    let with = (end.saturating_sub(LONGEST_SOURCE)..end)
        .rev()
        .find(|at| tokens[*at].is_word("with"))?;
    let opens = with > 0 && (tokens[with - 1].is_mark(',') || tokens[with - 1].is_dash());
    let plain = |at: usize| tokens[at].quoted().is_none() && !is_verb(tokens, at);
    if !opens || !(with + 1..end).all(plain) {
        return None;
    }
    let first = phrase_end(tokens, with + 1);
    let spoken = |phrase: Range<usize>| {
        let mut own = tokens[phrase].iter();
        own.any(|token| token.is(Class::SPEAKER) || token.kind == Kind::Name)
    };
    if first == with + 1 || first >= end || !spoken(with + 1..first) {
        return None;
    }
    let told = if tokens[end - 1].is_mark(',') {
        tokens[first].is_mark(',')
    } else {
        let at = tokens[first].any(words!["at", "in", "from", "on", "near", "with"]);
        at && phrase_end(tokens, first + 1) == end
    };
    told.then_some(first)
}

/// How many tokens back "with" is looked for.
const WITH: usize = 60;

/// Whether somebody with a participle stands before: `with Vell saying …`.
fn beside_attached(tokens: &[Token<'_>]) -> bool {
    let near = &tokens[tokens.len().saturating_sub(WITH)..];
    let with = near.iter().rposition(|token| token.is_word("with"));
    with.is_some_and(|with| {
        near[with..].iter().any(|token| {
            token
                .readings()
                .iter()
                .any(|(_, form)| *form == Form::Gerund)
        })
    })
}

/// Whether a plural is that of people with whom a sentence begins: `Still, advocates for the blind said`.
pub(super) fn is_people(tokens: &[Token<'_>], at: usize) -> bool {
    let leads = |token: &Token<'_>| token.is(Class::ADVERB) || token.mark().is_some();
    tokens[at].is(Class::PERSON) && at > 0 && tokens[..at].iter().all(leads)
}

/// Whether the subject of a verb stands behind a relative pronoun that is the subject of what is told: `a ship
/// which the port claims was sold`.
fn is_extracted(tokens: &[Token<'_>], at: usize) -> bool {
    let Some(last) = at.checked_sub(1).map(|at| &tokens[at]) else {
        return false;
    };
    let phrase = phrase_before(tokens, at);
    let spoken = last.kind == Kind::Name
        || last.is(Class::SPEAKER) && !last.text.ends_with('s')
        || last.any(words!["he", "she", "it"]);
    let relative = phrase.start.checked_sub(1);
    spoken
        && relative.is_some_and(|at| {
            // `said that some nation states did so`
            let behind = at > 0
                && (tokens[at - 1].is(Class::PREPOSITION)
                    || tokens[at].is_word("that") && !tokens[at - 1].readings().is_empty());
            tokens[at].any(words!["which", "who", "that"]) && !behind
        })
}

/// Whether nothing but names stands before a verb: `Vell vows: "…"`, but `in Norland and the other states: "…"`.
fn opens(tokens: &[Token<'_>], span: &Range<usize>) -> bool {
    let mut before = tokens[..span.start].iter();
    before.all(|token| token.kind == Kind::Name)
}

/// Whether a form that may be a plural noun is followed by what only a verb is followed by.
pub(super) fn noun_form_reports(tokens: &[Token<'_>], span: &Range<usize>, verb: &Verb) -> bool {
    // `said that the member states had agreed`
    let before = span.start.checked_sub(1).map(|at| &tokens[at]);
    if tokens[span.start].is_word("states")
        && before.is_some_and(|of| of.any(words!["member", "nation"]))
    {
        return false;
    }
    let speech = verb.frames.has(Frames::QUOTE) && is_behind_speech(tokens, span);
    if speech || cites_source(tokens, span) || goes_on_with_that(tokens, span, verb) {
        return true;
    }
    let ended = |next: &Token<'_>| matches!(next.kind, Kind::Mark(',' | '.'));
    // `The ministry notes, "…"`
    let apart = |next: &Token<'_>| next.is_mark(',') || next.is_mark(':') && opens(tokens, span);
    let quotes = tokens.get(span.end).is_some_and(apart)
        && tokens
            .get(span.end + 1)
            .is_some_and(|next| next.quoted().is_some());
    let named = |at: usize| tokens[at].is(Class::SPEAKER) || tokens[at].kind == Kind::Name;
    if quotes && verb.frames.has(Frames::QUOTE) && span.start > 0 && named(span.start - 1) {
        return true;
    }
    let Some(next) = tokens.get(span.end).filter(|next| !ended(next)) else {
        // `…, the treasury estimates`, `As Vell notes, …`
        let phrase = phrase_before(tokens, span.start);
        let spoken = span.start >= 1
            && (tokens[span.start - 1].is(Class::SPEAKER)
                || tokens[span.start - 1].kind == Kind::Name);
        let opens = |before: &Token<'_>| {
            before.is_mark(',') || before.is_word("as") || before.quoted().is_some()
        };
        // `The pier, he notes, is old`
        let pronoun = span.start >= 2 && tokens[span.start - 1].any(words!["he", "she", "it"]);
        if pronoun && verb.frames.has(Frames::QUOTE) && opens(&tokens[span.start - 2]) {
            return true;
        }
        return spoken
            && phrase.len() <= 6
            && match phrase.start {
                0 => tokens[0].is_word("as"),
                first => opens(&tokens[first - 1]),
            };
    };
    // `when donor pledges are fulfilled`, but `Orr hopes she'll win`
    if next.is(Class::AUXILIARY) && !next.any(words!["do", "need"]) && !contracted(next) {
        return is_extracted(tokens, span.start);
    }
    let previous = span.start.checked_sub(1).map(|at| &tokens[at]);
    // `what it calls harbour-led growth`
    if previous.is_some_and(|token| token.any(words!["he", "she", "it"])) {
        return true;
    }
    let subject = previous.is_some_and(may_be_subject);
    if next.quoted().is_some() {
        return true;
    }
    if next.is_word("to") && verb.frames.has(Frames::TO) {
        let joined = previous.is_some_and(|token| token.is(Class::AND));
        return subject && !joined;
    }
    if next.is_word("that") {
        return subject;
    }
    // `Court rules worship is legal`
    let bare = verb.lemma != "state"
        && previous.is_some_and(|token| token.is(Class::SPEAKER) && !token.text.ends_with('s'))
        && verb.frames.has(Frames::THAT)
        && next.kind == Kind::Word
        && !next.is(Class::PREPOSITION.or(Class::AND))
        && !is_verb(tokens, span.end)
        && !(0..span.start).any(|at| is_verb(tokens, at))
        && (span.end + 1..tokens.len()).any(|at| is_verb(tokens, at));
    // `Bank holds rates, signals cuts may be near`
    let second = verb.frames.has(Frames::THAT)
        && previous.is_some_and(|token| token.is_mark(','))
        && next.kind == Kind::Word
        && !next.is(Class::PREPOSITION.or(Class::AND))
        && (span.end + 1..tokens.len().min(span.end + CLAUSE))
            .take_while(|at| tokens[*at].is_plain() && !tokens[*at].is(Class::AND))
            .any(|at| tokens[at].is(Class::AUXILIARY));
    if bare || second {
        return true;
    }
    let starts = next.is(Class::DETERMINER
        .or(Class::POSSESSIVE)
        .or(Class::SUBJECT)
        .or(Class::QUESTION))
        || contracted(next)
        || matches!(
            next.kind,
            Kind::Name | Kind::Number | Kind::Mark('$' | '£' | '€')
        )
        || next.kind == Kind::Word
            && (matches!(verb.object, Object::Content | Object::Finite)
                || !verb.particle.is_empty());
    // `MP brands closure "a disgrace"`
    let judged = verb.frames.has(Frames::NP_PRED)
        && (span.end + 1..tokens.len().min(span.end + CLAUSE))
            .take_while(|at| tokens[*at].mark().is_none())
            .any(|at| tokens[at].quoted().is_some());
    let clause = !(span.end..tokens.len()).any(|at| is_verb(tokens, at)) || subject;
    subject && (starts || judged) && clause && !is_of_need(tokens, span.end, verb)
}

/// Whether who reports, or what stands behind them, may end with a token.
pub(super) fn may_be_subject(token: &Token<'_>) -> bool {
    matches!(token.kind, Kind::Name | Kind::Number)
        || token.is(Class::SUBJECT.or(Class::RELATIVE))
        || token.is(Class::SPEAKER)
        || token.is_mark(',')
        || ends_with_comma(token)
        || token.is_mark(')')
        || token.is(Class::ADVERB.or(Class::AND))
}

/// Whether "need" stands behind a word as its verb: `port claims need to be checked`, but not `Vell stresses need for talks`,
/// `Vell stresses need to act`.
fn is_of_need(tokens: &[Token<'_>], at: usize, verb: &Verb) -> bool {
    let stressed = matches!(&*verb.lemma, "stress" | "underline" | "highlight");
    let noun = tokens
        .get(at + 1)
        .is_some_and(|next| next.is_word("for") || next.is_word("to") && stressed);
    tokens[at].is_word("need") && !noun
}

/// Whether an agency tells at the end of a sentence from whom it has it: `…, Norpress reports citing the ministry`, `…, the
/// agency reports with reference to the police`.
fn cites_source(tokens: &[Token<'_>], span: &Range<usize>) -> bool {
    let word = |at: usize, words: &WordList| tokens.get(at).is_some_and(|next| next.any(words));
    let reference = word(span.end, words!["with"])
        && (span.end + 1..span.end + 3).any(|at| word(at, words!["reference", "link"]));
    let cites = word(span.end, words!["citing", "quoting"]) || reference;
    if !cites || !tokens[span.start].is_word("reports") {
        return false;
    }
    let source = phrase_before(tokens, span.start);
    let comma = source.start.checked_sub(1).filter(|_| !source.is_empty());
    comma.is_some_and(|at| tokens[at].is_mark(',') || tokens[at].quoted().is_some())
}

/// Participles of reporting that stand before nouns: `two suspected plotters`.
const ATTRIBUTES: WordList = WordList::new(&[
    "suspected",
    "proposed",
    "reported",
    "alleged",
    "confirmed",
    "estimated",
    "expected",
    "claimed",
    "announced",
    "recommended",
    "requested",
    "predicted",
    "feared",
    "promised",
    "projected",
    "anticipated",
    "stated",
    "perceived",
    "professed",
    "declared",
    "sworn",
]);

/// Whether a participle stands before its noun: `issued a landmark proposed rule`.
pub(super) fn is_attributive(tokens: &[Token<'_>], cue: &Cue) -> bool {
    let at = cue.tokens.start;
    if cue.left != at || at < 1 || cue.tokens.len() > 1 {
        return false;
    }
    let noun = tokens.get(at + 1).is_some_and(|next| {
        let small = Class::PREPOSITION
            .or(Class::DETERMINER)
            .or(Class::POSSESSIVE)
            .or(Class::SUBJECT)
            .or(Class::OBJECT)
            .or(Class::ADVERB)
            .or(Class::TIME)
            .or(Class::QUESTION)
            .or(Class::AND)
            .or(Class::AUXILIARY);
        next.kind == Kind::Word && !next.is(small)
    });
    let adjective = &tokens[at - 1];
    // `two suspected plotters`, `its own proposed charter`, `with her proposed charter`
    let counted = adjective.is(Class::NUMBER) || adjective.kind == Kind::Number;
    let hers = adjective.is_word("her")
        && at >= 2
        && (is_verb(tokens, at - 2) || tokens[at - 2].is(Class::PREPOSITION));
    let hers = hers || adjective.is_word("own");
    if noun && (counted || hers) && tokens[at].any(&ATTRIBUTES) {
        return true;
    }
    if at < 3 {
        return false;
    }
    let plain = adjective.kind == Kind::Word && adjective.class == Class::default();
    let object = tokens[at - 2].any(words!["a", "an"])
        && (is_verb(tokens, at - 3) || tokens[at - 3].is(Class::PREPOSITION));
    noun && plain && object
}

/// Whether a participle is that of whom something was done by: `the sum requested by the mayor`.
pub(super) fn is_reduced(tokens: &[Token<'_>], cue: &Cue, verb: &Verb) -> bool {
    let end = cue.tokens.end;
    let told = |at: usize| {
        tokens[at..phrase_end(tokens, at)]
            .iter()
            .any(|token| token.is(Class::OCCASION.or(Class::TIME).or(Class::NUMBER)))
    };
    let pronoun = cue.left.checked_sub(1).is_some_and(|at| {
        tokens[at].is(Class::SUBJECT) && (tokens[at].kind == Kind::Word || at == 0)
    });
    !pronoun
        && verb.frames.has(Frames::NP)
        && tokens.get(end).is_some_and(|next| next.is_word("by"))
        && tokens
            .get(end + 1)
            .is_some_and(|next| !next.text.ends_with("ing") && !told(end + 1))
}

/// Whether a participle tells what is held of the noun before it: `a man believed to be armed`, `a market
/// expected to grow`.
pub(super) fn is_held_of(tokens: &[Token<'_>], cue: &Cue, verb: &Verb) -> bool {
    let Some(noun) = cue.left.checked_sub(1).map(|at| &tokens[at]) else {
        return false;
    };
    let to = tokens
        .get(cue.tokens.end)
        .is_some_and(|next| next.is_word("to"));
    let thing = noun.kind == Kind::Word
        && !noun.is(Class::SPEAKER
            .or(Class::SUBJECT)
            .or(Class::RELATIVE)
            .or(Class::AND));
    // `A report expected to be out in May`, `with one in five services expected to run`
    let to_be = tokens
        .get(cue.tokens.end + 1)
        .is_some_and(|next| next.is_word("be"));
    let body = noun.kind == Kind::Word
        && (noun.is(Class::DOCUMENT) || noun.is(Class::BODY) && (to_be || noun.ends_in_s()))
        && !noun.is(Class::PERSON);
    let held = matches!(&*verb.lemma, "believe" | "think" | "suspect" | "understand");
    cue.left == cue.tokens.start && to && (held || verb.lemma == "expect" && (thing || body))
}

/// Whether a number before a verb belongs to a name: `the Child Act 2001 states`.
pub(super) fn is_of_name(tokens: &[Token<'_>], left: usize) -> bool {
    left >= 2 && tokens[left - 2].is(Class::DOCUMENT) && tokens[left - 2].kind == Kind::Name
        || left >= 2 && tokens[left - 2].any(words!["act", "section", "article", "rule"])
}

/// Whether something shows words within marks: `a sign that simply says "Closed"`.
pub(super) fn is_shown(tokens: &[Token<'_>], left: usize, next: Option<&Token<'_>>) -> bool {
    left >= 2
        && next.is_some_and(|next| next.quoted().is_some())
        && tokens[left - 1].any(words!["that", "which"])
        && tokens[left - 2].kind == Kind::Word
        && !tokens[left - 2].is(Class::PREPOSITION)
        && !is_verb(tokens, left - 2)
}

/// Whether `that` or `which` before a verb stands for somebody or something that speaks: `a letter that
/// said`.
pub(super) fn is_relative(tokens: &[Token<'_>], left: usize) -> bool {
    let word = |at: usize| tokens[at].kind == Kind::Word;
    let direct = left >= 2
        && word(left - 1)
        && tokens[left - 1].any(words!["that", "which"])
        && tokens[left - 2].is(Class::SPEAKER);
    let apart = left >= 3
        && word(left - 1)
        && tokens[left - 1].is_word("which")
        && tokens[left - 2].is_mark(',')
        && (tokens[left - 3].is(Class::SPEAKER) || tokens[left - 3].kind == Kind::Name);
    direct || apart || of_document(tokens, left)
}

/// Whether `that` stands behind a document and whose it is: `a report released Monday by the Centre that found`.
fn of_document(tokens: &[Token<'_>], left: usize) -> bool {
    if left < 4 || !tokens[left - 1].is_word("that") || tokens[left - 2].kind == Kind::Word {
        return false;
    }
    let near = left.saturating_sub(2 * FAR)..left - 2;
    near.rev().any(|at| {
        let whose = tokens[at + 1].any(words!["by", "from", "released", "published", "issued"]);
        tokens[at].is(Class::DOCUMENT)
            && tokens[at].kind == Kind::Word
            && whose
            && !tokens[at..left - 1].iter().any(|token| token.is_mark(','))
    })
}
