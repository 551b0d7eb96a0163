//! Where a content ends before its sentence does: where the narration goes on.

use std::ops::Range;

use super::lexicon::{Class, class};
use super::narration::{apart, goes_on, in_a_move, later, on_occasion, ranked, taken_up};
use super::phrases::{is_verb, named_person};
use super::withheld::withheld;
use super::words::{Kind, Token};

/// How a cue stands, as far as it tells where its content ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Place {
    /// In a main clause.
    Main,
    /// In a relative clause, behind which the main clause goes on.
    Relative,
    /// In a clause before the main one.
    Fronted,
}

/// Where a content ends.
pub(super) fn end(tokens: &[Token<'_>], content: &Range<usize>, place: Place) -> usize {
    let extracted =
        tokens[content.start].is(Class::AUXILIARY) && !tokens[content.start].is_word("do");
    if content.len() > 1 && told_in_marks(tokens, content.start) {
        return content.start + 1;
    }
    let wanted = tokens[content.start].is_word("to") || tokens[content.start].is_gerund();
    let mut finite = false;
    let mut at = content.start;
    while at + 1 < content.end {
        let next = &tokens[at + 1];
        if at > content.start
            && tokens[at].quoted().is_some()
            && on_occasion(tokens, at + 1, content.end)
        {
            return at + 1;
        }
        if at == content.start && acts_behind_marks(tokens, at, content.end) {
            return at + 1;
        }
        if behind_marks(tokens, content, at, place) {
            return at + 1;
        }
        let comma = tokens[at].is_mark(',');
        let joint = if comma { at + 1 } else { at };
        if finite && withheld(tokens, joint, content.end, comma) {
            return at;
        }
        if tokens[at].is_mark(',') && at > content.start {
            // `"…", highlighting the risk`
            let beside = at == content.start + 1
                && tokens[content.start].quoted().is_some()
                && next.is_gerund();
            // What only could be, was not so hours after something.
            let told = || {
                let mut verbs = (content.start..at).filter(|at| is_verb(tokens, *at));
                verbs.clone().next().is_some() && !verbs.any(|verb| tokens[verb].is(Class::MODAL))
            };
            let after = next.is_word("after") && finite && opens_clause(tokens, at + 2);
            let since = after || later(tokens, at + 1);
            if beside || ranked(tokens, at + 1, content.end) || since && !told() {
                return at;
            }
            // `who say they lack equipment, have been digging`
            let pronoun = tokens[content.start].any(&["they", "he", "she", "it", "we"]);
            let resumes = place == Place::Relative
                && (finite || says(tokens, at + 1) || pronoun && at > content.start + 1)
                && resumes(tokens, at + 1);
            let last = !tokens[at + 1..content.end]
                .iter()
                .any(|token| token.is_mark(','));
            let main = place == Place::Fronted && (finite || last) && opens_main(tokens, at + 1);
            let yet = next.is_word("yet") && finite && opens_clause(tokens, at + 2);
            if resumes
                || main
                || yet
                || compares(tokens, at + 1)
                || (finite || wanted) && told_besides(tokens, content.start, at, finite)
                || next.is_word("as")
                    && tokens
                        .get(at + 2)
                        .is_some_and(|next| next.any(&["do", "does", "did"]))
                || next.is_word("only") && tokens.get(at + 2).is_some_and(|next| next.is_word("to"))
                || wanted && next.any(&["after", "before"]) && opens_clause(tokens, at + 2)
                || wanted
                    && next.any(&["and", "but"])
                    && (opens_clause(tokens, at + 2)
                        || tokens
                            .get(at + 2)
                            .is_some_and(|next| next.any(&["others", "many", "some"])))
                || extracted
                || goes_on(next)
                || on_occasion(tokens, at + 1, content.end)
                || taken_up(tokens, at + 1, content.end)
            {
                return at;
            }
        }
        let stretch = at == content.start && next.is_word("and");
        if stretch && holds_verb(&tokens[at], 1) && past_with_object(tokens, at + 2) {
            return at + 1;
        }
        if at > content.start && joins_narration(tokens, content.start, at, wanted, finite) {
            return at;
        }
        if place == Place::Relative && finite && tokens[at].is_dash() && resumes(tokens, at + 1) {
            return at;
        }
        let asked = next.any(&["asked", "pressed", "questioned"]) && tokens[at].is_word("when");
        let others = others(tokens, at + usize::from(comma));
        let told = finite && (asked || others || in_a_move(tokens, at, content.end));
        let behind_dash =
            apart(tokens, at, content.end) || finite && added(tokens, at, content.end);
        if told || at > content.start && behind_dash {
            return at;
        }
        finite |= is_verb(tokens, at) || tokens[at].quoted().is_some() || tokens[at].is_word("to");
        at += 1;
    }
    content.end
}

/// Whether the narration goes on behind marks that hold the comma, as American ones do.
fn behind_marks(tokens: &[Token<'_>], content: &Range<usize>, at: usize, place: Place) -> bool {
    let next = &tokens[at + 1];
    if !(at > content.start || goes_on(next)) || !ends_with_comma(&tokens[at]) {
        return false;
    }
    let beside = next.is_word("and")
        && (opens_clause(tokens, at + 2) || past_with_object(tokens, at + 2))
        || next.any(&["although", "though", "which", "who", "compared"]);
    beside
        || goes_on(next)
        || on_occasion(tokens, at + 1, content.end)
        || taken_up(tokens, at + 1, content.end)
        || place == Place::Fronted && opens_clause(tokens, at + 1)
        || place == Place::Relative && resumes(tokens, at + 1)
}

/// Whether the narration sets something against what was said: `…, down from 56 percent`, `…, even as talks go on`.
fn compares(tokens: &[Token<'_>], at: usize) -> bool {
    let behind = |word: &str| tokens.get(at + 1).is_some_and(|next| next.is_word(word));
    tokens[at].is_word("compared")
        || tokens[at].is_word("even") && behind("as")
        || tokens[at].any(&["down", "up"]) && behind("from")
}

/// Whether a share of those asked stands here against another: `while 39 percent were not`.
fn others(tokens: &[Token<'_>], at: usize) -> bool {
    let share = |token: &Token<'_>| {
        token.any(&["percent", "per"]) || token.is_mark('%') || token.text.ends_with('%')
    };
    let near = &tokens[(at + 1).min(tokens.len())..tokens.len().min(at + 4)];
    tokens[at].is_word("while")
        && near.first().is_some_and(|next| next.kind == Kind::Number)
        && near.iter().any(share)
}

/// Whether the narration says behind marks what else was done: `told his wife "I am done," and left`, `chanted "Go
/// home" and waved flags`.
fn acts_behind_marks(tokens: &[Token<'_>], marks: usize, end: usize) -> bool {
    const ACTED: [&str; 11] = [
        "left", "went", "ran", "threw", "held", "made", "took", "gave", "burst", "fled", "shook",
    ];
    let verb = marks + 2;
    if verb >= end || tokens[marks].quoted().is_none() || !tokens[marks + 1].is_word("and") {
        return false;
    }
    let owned = verb + 1 < end && tokens[verb + 1].is(Class::DETERMINER.or(Class::POSSESSIVE));
    ends_with_comma(&tokens[marks]) && is_verb(tokens, verb)
        || is_past(tokens, verb)
        || owned && tokens[verb].any(&ACTED)
}

/// Where the narration goes on behind what somebody is to do or is called: `told him to leave after he spoke`,
/// `called the vote "a farce" after an hour of talks`.
pub(super) fn of_predicate(tokens: &[Token<'_>], content: &Range<usize>, asked: bool) -> usize {
    let past = |from: usize| {
        let near = from + 1..content.end.min(from + CLAUSE);
        near.take_while(|at| tokens[*at].mark().is_none())
            .find(|at| is_verb(tokens, *at))
            .is_some_and(|at| {
                tokens[at].text.ends_with("ed") || tokens[at].any(&["was", "were", "had", "did"])
            })
    };
    let ends = |at: &usize| {
        let token = &tokens[*at];
        // `see it as a way out while putting it off`, `told him to go while addressing the crews`
        let doing = |at: usize| tokens[at].is_gerund() && (!asked || tokens[at].any(&SPEAKING));
        let besides = token.is_word("while") && (*at + 1..content.end.min(*at + 3)).any(doing);
        if besides {
            return true;
        }
        let marked = tokens[*at - 1].quoted().is_some();
        let joint = token.kind == Kind::Word && token.any(&AROUND);
        let as_well = tokens
            .get(*at + 1)
            .is_some_and(|next| next.any(&["well", "of", "to"]));
        marked && (token.is_dash() || joint && !as_well)
            || asked && token.is_word("after") && past(*at)
    };
    let acted = |at: &usize| {
        tokens[*at].is_word("and")
            && (past_with_object(tokens, *at + 1) || left_for(tokens, *at + 1))
            && !(content.start..*at).any(|at| is_verb(tokens, at) && !tokens[at].is_gerund())
    };
    (content.start + 2..content.end)
        .find(|at| ends(at) || acted(at))
        .map_or(content.end, |at| {
            at - usize::from(tokens[at - 1].is_mark(','))
        })
}

/// Where a clause ends before the verb of the main one: `groups claiming that the vote was stolen gathered`.
pub(super) fn before_main_verb(tokens: &[Token<'_>], content: &Range<usize>) -> usize {
    let opens = Class::AND
        .or(Class::RELATIVE)
        .or(Class::SUBORDINATOR)
        .or(Class::SUBJECT);
    let verb = |at: &usize| is_verb(tokens, *at);
    let Some(first) = (content.start + 1..content.end).find(verb) else {
        return content.end;
    };
    let joined = |at: &usize| {
        verb(at)
            || tokens[*at].is(Class::ADVERB)
            || tokens[*at].text.ends_with("ed")
            || tokens[*at].text.ends_with("en")
    };
    let behind = (first..content.end)
        .find(|at| !joined(at))
        .unwrap_or(content.end);
    // `was stolen gathered`: the last of what looks like one verb.
    let run = (first + 1..behind).rev().find(|at| {
        verb(at)
            && !tokens[*at].is(Class::AUXILIARY)
            && *at > first + 1
            && tokens[first].is(Class::AUXILIARY)
    });
    let later = (behind..content.end).find(|at| {
        let before = &tokens[*at - 1];
        verb(at) && before.mark().is_none() && !before.is(opens)
    });
    run.or(later).unwrap_or(content.end)
}

/// Where a noun phrase ends before another participle with an object: `calling for calm and making an appeal to
/// the union`.
pub(super) fn before_participle(tokens: &[Token<'_>], content: &Range<usize>) -> usize {
    let joins = |at: &usize| {
        let object = tokens.get(*at + 2).is_some_and(|next| {
            let opens = Class::DETERMINER
                .or(Class::POSSESSIVE)
                .or(Class::NUMBER)
                .or(Class::PREPOSITION);
            next.is(opens) || next.kind == Kind::Name
        });
        tokens[*at].is_word("and") && tokens[*at + 1].is_gerund() && object
    };
    let told = |at: usize| is_verb(tokens, at) || tokens[at].is_gerund();
    (content.start + 1..content.end.saturating_sub(1))
        .find(joins)
        .filter(|and| !(content.start..*and).any(told))
        .unwrap_or(content.end)
}

/// Whether somebody left, which is told of the speaker: `and left the room`, `and walked out`.
fn left_for(tokens: &[Token<'_>], at: usize) -> bool {
    let next = tokens.get(at + 1);
    tokens.get(at).is_some_and(|token| {
        token.any(&[
            "left", "flew", "went", "walked", "drove", "sat", "stood", "took", "gave", "began",
        ])
    }) && next.is_some_and(|next| {
        next.is(Class::DETERMINER
            .or(Class::POSSESSIVE)
            .or(Class::PREPOSITION))
            || next.is_word("out")
    })
}

/// Where a content that is no clause ends before one: `denied the charge but the others left`, `expressed
/// regret, given the cost`.
pub(super) fn of_object(tokens: &[Token<'_>], content: &Range<usize>) -> usize {
    let stops = |at: &usize| {
        let Some(next) = tokens.get(*at + 1).filter(|_| *at + 1 < content.end) else {
            return false;
        };
        let word = |token: &Token<'_>, words: &[&str]| token.kind == Kind::Word && token.any(words);
        let mark = tokens[*at].is_mark(',') || tokens[*at].is_dash();
        let aside = mark && word(next, &ASIDE);
        let clause = mark && word(next, &["but", "yet", "so"]) && opens_clause(tokens, *at + 2);
        let but = word(&tokens[*at], &["but"])
            && (opens_clause(tokens, *at + 1)
                || past_with_object(tokens, *at + 1)
                || next.any(&["found", "gave", "took", "made", "kept", "left", "held"]));
        // `denied the charge as has the port`
        let likewise = word(&tokens[*at], &["as"])
            && word(
                next,
                &["has", "have", "had", "did", "does", "do", "was", "were"],
            );
        // `called the plan "a joke" and left`
        let left = word(&tokens[*at], &["and"])
            && tokens[*at - 1].quoted().is_some()
            && next.kind == Kind::Word
            && is_verb(tokens, *at + 1)
            && !next.is(Class::AUXILIARY);
        aside || clause || but || left || likewise
    };
    let mut places = content.start + 1..content.end;
    places.find(stops).unwrap_or(content.end)
}

/// What somebody does while they ask for something.
const SPEAKING: [&str; 10] = [
    "speaking",
    "addressing",
    "visiting",
    "attending",
    "announcing",
    "talking",
    "meeting",
    "touring",
    "appearing",
    "chairing",
];

/// What opens circumstances behind a comma.
const ASIDE: [&str; 6] = [
    "given",
    "despite",
    "amid",
    "following",
    "although",
    "though",
];

/// How far the verb of a clause may stand from its "after".
const CLAUSE: usize = 8;

/// What opens the circumstances in which somebody spoke, behind marks.
const AROUND: [&str; 9] = [
    "after",
    "following",
    "when",
    "while",
    "before",
    "as",
    "despite",
    "amid",
    "during",
];

/// Whether the narration goes on behind a comma and a clause with a denial, a doubt, a contrast or in the present.
fn told_besides(tokens: &[Token<'_>], start: usize, comma: usize, finite: bool) -> bool {
    let next = &tokens[comma + 1];
    let behind = tokens.get(comma + 2);
    next.is_word("nor") && behind.is_some_and(|next| next.is(Class::AUXILIARY))
        || finite
            && (next.is_word("despite") || unclear(tokens, comma + 1) || now(tokens, start, comma))
}

/// Whether the narration goes on in the present behind a clause in the past: `ordered that it be halted, and the port
/// faces a deadline`.
fn now(tokens: &[Token<'_>], start: usize, comma: usize) -> bool {
    let and = &tokens[comma + 1];
    let first = |from: usize, end: usize| {
        (from..end).find(|at| is_verb(tokens, *at) || tokens[*at].is_word("be"))
    };
    let far = tokens.len().min(comma + 14);
    let Some((told, later)) = first(start, comma).zip(first(comma + 2, far)) else {
        return false;
    };
    let past = tokens[told].any(&["was", "were", "had", "would", "could", "might", "did", "be"])
        || tokens[told].text.ends_with("ed");
    let present =
        tokens[later].any(&["is", "are", "has", "have"]) || tokens[later].is(Class::THIRD);
    and.any(&["and", "but"]) && past && present && opens_clause(tokens, comma + 2)
}

/// Whether the narration says that something is not known: `…, although it was not clear whether`.
fn unclear(tokens: &[Token<'_>], at: usize) -> bool {
    let told = |at: usize, words: &[&str]| tokens.get(at).is_some_and(|next| next.any(words));
    told(at, &["although", "though", "but", "and"])
        && told(at + 1, &["it"])
        && told(
            at + 2,
            &[
                "was",
                "is",
                "remained",
                "remains",
                "wasn't",
                "wasn\u{2019}t",
                "isn't",
                "isn\u{2019}t",
            ],
        )
        && (at + 3..at + 6).any(|at| told(at, &["clear", "unclear"]))
}

/// Whether the narration adds something behind the last dash: `— which the port can do by May`.
fn added(tokens: &[Token<'_>], at: usize, end: usize) -> bool {
    tokens[at].is_dash()
        && at + 2 < end
        && tokens[at + 1].any(&["which", "when", "after", "though", "although"])
        && !tokens[at + 1..end].iter().any(Token::is_dash)
}

/// Whether the narration goes on behind a conjunction, after a finite verb or a wish.
fn joins_narration(
    tokens: &[Token<'_>],
    start: usize,
    at: usize,
    wanted: bool,
    finite: bool,
) -> bool {
    if !tokens[at].any(&["and", "but"]) {
        return false;
    }
    let and = tokens[at].is_word("and");
    let object = tokens
        .get(at + 3)
        .is_some_and(|next| next.is(Class::OBJECT));
    let then = and
        && tokens[at + 1].any(&["then", "subsequently", "later"])
        && (past_with_object(tokens, at + 2) || object && is_past(tokens, at + 2));
    let own = !and && tokens[start].is(Class::SUBJECT) && !tokens[at - 1].is_mark(',');
    then || finite && !own && past_behind_modal(tokens, start, at)
        || wanted && past_behind_infinitive(tokens, start, at)
        || finite && of_the_speaker(tokens, start, at)
        || tokens[at - 1].quoted().is_some()
            && (done_to_them(tokens, at)
                || and && in_present(&tokens[at - 1]) && past_with_object(tokens, at + 1))
}

/// Whether a stretch within marks begins with a verb in the present: `the call "reads like a threat"`.
fn in_present(token: &Token<'_>) -> bool {
    let first = token.first_word();
    first.starts_with(char::is_lowercase)
        && class(first).is(Class::THIRD.or(Class::BE).or(Class::HAVE))
}

/// Whether a verb of saying in the past stands here.
fn says(tokens: &[Token<'_>], at: usize) -> bool {
    tokens[at].any(&["said", "says", "told", "added", "wrote"])
}

/// Whether a second verb in the past cannot be of a clause with "would", but goes on with the narration:
/// `said there would be no change and rejected the plan`.
fn past_behind_modal(tokens: &[Token<'_>], start: usize, and: usize) -> bool {
    let Some(modal) = (start..and).find(|at| is_verb(tokens, *at)) else {
        return false;
    };
    let passive = tokens[modal + 1..and].iter().any(|token| {
        token.any(&["have", "had"]) || token.text.len() > 4 && token.text.ends_with("ed")
    });
    tokens[modal].any(&[
        "will", "would", "could", "should", "must", "can", "may", "might", "is", "are",
    ]) && !passive
        && (past_with_object(tokens, and + 1) || acted(tokens, and + 1))
}

/// Whether a verb in the past has an object that a determiner, a possessive or a name opens.
pub(super) fn past_with_object(tokens: &[Token<'_>], at: usize) -> bool {
    let object = tokens.get(at + 1).is_some_and(|next| {
        next.is(Class::DETERMINER.or(Class::POSSESSIVE)) || next.kind == Kind::Name
    });
    object && tokens[at].kind == Kind::Word && is_past(tokens, at)
}

/// Whether something was done by the speaker, in a form that stands behind no modal: `could stay and took a jab at
/// the council`.
fn acted(tokens: &[Token<'_>], at: usize) -> bool {
    const ACTED: [&str; 8] = [
        "took", "gave", "made", "went", "began", "drew", "flew", "swore",
    ];
    let object = tokens.get(at + 1).is_some_and(|next| {
        next.is(Class::DETERMINER
            .or(Class::POSSESSIVE)
            .or(Class::PREPOSITION))
    });
    object && tokens[at].any(&ACTED)
}

/// Whether a verb in the past stands at a place, told by its ending.
fn is_past(tokens: &[Token<'_>], at: usize) -> bool {
    tokens[at].text.ends_with("ed") && !tokens[at].text.ends_with("eed") && is_verb(tokens, at)
}

/// Whether a verb in the past cannot go on with an infinitive: `hoping to run but withdrew`.
fn past_behind_infinitive(tokens: &[Token<'_>], start: usize, and: usize) -> bool {
    let plain = tokens[start + 1..and].iter().all(|token| {
        !token.is(Class::RELATIVE.or(Class::SUBORDINATOR)) || token.is(Class::PREPOSITION)
    }) && !(start + 2..and).any(|at| is_verb(tokens, at));
    let next = &tokens[and + 1];
    let past = next.kind == Kind::Word
        && is_verb(tokens, and + 1)
        && !next.is(Class::AUXILIARY
            .or(Class::BASE)
            .or(Class::BASE_OR_NOUN)
            .or(Class::THIRD))
        && (next.text.ends_with("ed") || next.is(Class::VERB) && !next.text.ends_with('s'));
    plain && past && next.text != "put" && tokens.get(and + 2).is_some()
}

/// Whether a second verb has the subject of the cue, as what is told of is no person: `that it was a joke and
/// resumed his boasts`.
fn of_the_speaker(tokens: &[Token<'_>], start: usize, and: usize) -> bool {
    let thing = tokens[start].any(&["it", "that", "this", "there", "these", "those"])
        && tokens[start + 1].is(Class::AUXILIARY);
    let owned = tokens
        .get(and + 2)
        .is_some_and(|next| next.any(&["his", "her", "their"]));
    thing && (owned || tokens[start].is_word("there")) && is_past(tokens, and + 1)
}

/// Whether the narration says behind marks what the speaker did: `said Orr "knew it" and jailed him`.
fn done_to_them(tokens: &[Token<'_>], and: usize) -> bool {
    let object = tokens.get(and + 2);
    is_past(tokens, and + 1) && object.is_some_and(|next| next.any(&["him", "her", "them"]))
}

/// Whether a whole clause within marks is followed by when and where it was said: `said "it is over" in an
/// interview`.
fn told_in_marks(tokens: &[Token<'_>], at: usize) -> bool {
    let next = &tokens[at + 1];
    let circumstance = next.any(&["in", "at", "during", "on", "while", "when", "as", "after"]);
    tokens[at].quoted().is_some()
        && circumstance
        && (holds_verb(&tokens[at], 1) || opens_contracted(&tokens[at]))
}

/// Whether a stretch within marks begins with a pronoun and its verb in one: `“I’m not a racist”`.
fn opens_contracted(token: &Token<'_>) -> bool {
    let first = token.first_word();
    let Some((pronoun, verb)) = first.split_once(['\'', '’']) else {
        return false;
    };
    let pronoun = ["i", "we", "you", "he", "she", "it", "they"]
        .iter()
        .any(|one| pronoun.eq_ignore_ascii_case(one));
    pronoun && matches!(verb, "m" | "re" | "s" | "ve" | "ll" | "d")
}

/// Whether a stretch within marks has a finite verb behind so many words.
pub(super) fn holds_verb(token: &Token<'_>, skipped: usize) -> bool {
    let words = token.text.split_whitespace();
    let mut words = words.skip(skipped).map(|word| {
        word.trim_matches(|mark: char| !mark.is_alphanumeric())
            .to_lowercase()
    });
    words.any(|word| class(&word).is(Class::AUXILIARY.or(Class::VERB)))
}

/// Whether a stretch within marks ends with a comma.
pub(super) fn ends_with_comma(token: &Token<'_>) -> bool {
    token.quoted().is_some() && {
        let words = token.text.trim_end_matches(['"', '”', '\'', '’', '»']);
        words.len() < token.text.len() && words.ends_with(',')
    }
}

/// Whether a subject stands here, with its verb before the next comma.
pub(super) fn opens_clause(tokens: &[Token<'_>], at: usize) -> bool {
    let Some(first) = tokens.get(at) else {
        return false;
    };
    // `there's`, `it's`
    let pronoun = first.text.split(['\'', '’']).next().unwrap_or_default();
    if pronoun.len() < first.text.len()
        && ["there", "it", "that", "he", "she", "they", "we"]
            .iter()
            .any(|one| pronoun.eq_ignore_ascii_case(one))
    {
        return true;
    }
    let subject = first.kind == Kind::Name
        || first.is(Class::DETERMINER.or(Class::POSSESSIVE).or(Class::SUBJECT))
            && !first.is(Class::RELATIVE);
    let stop = (at..tokens.len().min(at + 12))
        .find(|at| tokens[*at].mark().is_some() || is_verb(tokens, *at));
    subject && stop.is_some_and(|at| is_verb(tokens, at))
}

/// Whether a clause opens here, be it with several people without an article: `critics have said`.
fn opens_main(tokens: &[Token<'_>], at: usize) -> bool {
    let many = tokens.get(at).is_some_and(|first| {
        first.kind == Kind::Word && first.is(Class::SPEAKER) && first.text.ends_with('s')
    });
    // `While nobody would say so, Senator Ida Vell, who runs the port, said`
    let names = tokens[at.min(tokens.len())..]
        .iter()
        .take_while(|token| token.kind == Kind::Name)
        .count();
    let apposed = names > 1
        && tokens.get(at + names).is_some_and(|next| next.is_mark(','))
        && named_person(&tokens[at..at + names]);
    opens_clause(tokens, at) || apposed || many && resumes(tokens, at + 1)
}

/// Whether a finite verb stands here, behind adverbs at most.
pub(super) fn resumes(tokens: &[Token<'_>], at: usize) -> bool {
    let place = (at..tokens.len())
        .find(|at| !(tokens[*at].is(Class::ADVERB) && tokens[*at].kind == Kind::Word));
    place.is_some_and(|place| {
        let token = &tokens[place];
        is_verb(tokens, place) || token.kind == Kind::Word && token.is(Class::VERB.or(Class::THIRD))
    })
}
