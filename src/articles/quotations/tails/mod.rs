//! Where a content ends before its sentence does: where the narration goes on.

mod circumstances;
mod clause_openings;
mod remarks;
mod second_verbs;
mod within_marks;

use std::ops::Range;

use super::clauses::contracted;
use super::lexicon::Class;
use super::narration::{
    apart, goes_on, in_a_move, later, moves_markets, on_occasion, raises, ranked, strikes,
    taken_up, takes_a_line, takes_a_stand,
};
use super::phrases::is_verb;
use super::withheld::withheld;
use super::word_list::WordList;
use super::words::{Kind, Token};
use circumstances::of_saying;
use clause_openings::says;
pub(super) use clause_openings::{opens_clause, opens_main, resumes};
use remarks::{added, bears_out, compares, others, told_besides, weighs};
pub(super) use second_verbs::past_with_object;
use second_verbs::{acts_behind_marks, acts_then, joins_narration, left_for};
use within_marks::told_in_marks;
pub(super) use within_marks::{ends_as_speech, ends_with_comma, holds_verb};

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
    if content.len() > 1 && told_in_marks(tokens, content.start) {
        return content.start + 1;
    }
    // `chanted "Water is life" and "Go home" as they marched`
    let last = last_marks(tokens, content);
    if last > content.start && last + 1 < content.end && told_in_marks(tokens, last) {
        return last + 1;
    }
    let wanted = is_wanted(&tokens[content.start]);
    let tells = |at: usize| {
        tokens[at].quoted().is_some() || tokens[at].is_word("to") || is_verb(tokens, at)
    };
    let mut finite = false;
    let mut at = content.start;
    while at + 1 < content.end {
        if at > content.start && !may_end(&tokens[at]) {
            finite = finite || tells(at);
            at += 1;
            continue;
        }
        let next = &tokens[at + 1];
        if tokens[at].quoted().is_some()
            && (at > content.start && on_occasion(tokens, at + 1, content.end)
                || of_saying(tokens, at + 1, content.end, false)
                    && !(finite_before(tokens, content.start..at)
                        && (of_clause(tokens, at + 1) || is_felt(tokens, at))))
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
        if (finite || wanted) && withheld(tokens, joint, content.end, comma) {
            return at;
        }
        if comma && at > content.start && behind_comma(tokens, content, at, place, finite) {
            return at;
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
        let asked =
            || tokens[at].is_word("when") && next.any(words!["asked", "pressed", "questioned"]);
        // `said the port was shut before leaving the room`
        let leaves = || {
            tokens[at].is_word("before")
                && (next.any(words![
                    "leaving",
                    "boarding",
                    "walking",
                    "departing",
                    "heading"
                ]) || says_next(tokens, content.start, at))
        };
        // `promised to cut the dues without saying how`
        let untold = wanted && tokens[at].is_word("without") && next.any(&UNTOLD);
        if untold && at > content.start + 1 {
            return at;
        }
        let told = finite
            && (asked() || leaves() || others(tokens, joint) || in_a_move(tokens, at, content.end));
        let behind_dash =
            apart(tokens, at, content.end) || finite && added(tokens, at, content.end);
        if told || at > content.start && behind_dash {
            return at;
        }
        finite = finite || tells(at);
        at += 1;
    }
    content.end
}

/// Whether a content may end before or behind a token, if it is not its first: most words are seen to be none at once.
fn may_end(token: &Token<'_>) -> bool {
    const JOINTS: WordList = WordList::new(&[
        "and", "but", "though", "although", "while", "without", "when", "before", "in",
    ]);
    !token.is_plain() || token.is_dash() || token.any(&JOINTS)
}

/// Whether the narration tells behind "before" what the speaker said next: `said he would run before later saying that he
/// would not`, but `said he had run before saying so`.
fn says_next(tokens: &[Token<'_>], start: usize, before: usize) -> bool {
    let later = usize::from(tokens[before + 1].any(words!["later", "then", "quickly"]));
    let says = tokens.get(before + 1 + later).is_some_and(|next| {
        next.any(words![
            "saying",
            "adding",
            "insisting",
            "conceding",
            "admitting"
        ])
    });
    let earlier = tokens[start..before]
        .iter()
        .any(|token| token.is(Class::HAVE));
    says && !earlier
}

/// The last of several stretches within marks with which a content begins, with nothing but "and" and commas between
/// them.
fn last_marks(tokens: &[Token<'_>], content: &Range<usize>) -> usize {
    let mut last = content.start;
    if tokens[last].quoted().is_none() {
        return last;
    }
    let rest = tokens.iter().enumerate().take(content.end);
    for (at, token) in rest.skip(content.start + 1) {
        if token.quoted().is_some() {
            last = at;
        } else if !(token.is_mark(',') || token.any(words!["and", "or"])) {
            break;
        }
    }
    last
}

fn finite_before(tokens: &[Token<'_>], mut part: Range<usize>) -> bool {
    part.any(|at| is_verb(tokens, at))
}

/// Whether a time tells of the clause before it rather than of the saying: `said it had fallen "sharply" since August`,
/// `said it was "dead" this year`.
fn of_clause(tokens: &[Token<'_>], at: usize) -> bool {
    let long = tokens
        .get(at + 1)
        .is_some_and(|next| next.any(words!["year", "season", "summer", "winter", "spring"]));
    tokens[at].any(words!["since", "for", "next", "until"]) || tokens[at].is_word("this") && long
}

/// Whether what stands behind marks is what somebody was moved by: `said he was "offended" by the remarks`.
fn is_felt(tokens: &[Token<'_>], marks: usize) -> bool {
    let words = tokens[marks].text.split_whitespace();
    let last = words.last().unwrap_or_default();
    let moved = last
        .trim_end_matches(|mark: char| !mark.is_alphanumeric())
        .ends_with("ed");
    let own = Class::DETERMINER.or(Class::POSSESSIVE);
    let by = tokens
        .get(marks + 1)
        .is_some_and(|next| next.any(words!["by", "with", "at"]));
    by && moved
        && tokens
            .get(marks + 2)
            .is_some_and(|next| next.is(own) && !next.any(words!["a", "an"]))
}

/// Whether the narration goes on behind a comma.
fn behind_comma(
    tokens: &[Token<'_>],
    content: &Range<usize>,
    at: usize,
    place: Place,
    finite: bool,
) -> bool {
    let next = &tokens[at + 1];
    let first = &tokens[content.start];
    let extracted = first.is(Class::AUXILIARY) && !first.is_word("do") && !contracted(first);
    let wanted = is_wanted(first);
    // `"…", highlighting the risk`
    let beside =
        at == content.start + 1 && tokens[content.start].quoted().is_some() && next.is_gerund();
    // `that "nothing is off the table", but they have stopped`
    let but = at == content.start + 1
        && tokens[content.start].quoted().is_some()
        && next.is_word("but")
        && tokens
            .get(at + 2)
            .is_some_and(|next| next.any(words!["he", "she", "they"]));
    // What only could be, was not so hours after something.
    let told = || {
        let mut verbs = (content.start..at).filter(|at| is_verb(tokens, *at));
        verbs.clone().next().is_some() && !verbs.any(|verb| tokens[verb].is(Class::MODAL))
    };
    let after = next.is_word("after") && finite && opens_clause(tokens, at + 2);
    let since = after || later(tokens, at + 1);
    if beside || but || ranked(tokens, at + 1, content.end) || since && !told() {
        return true;
    }
    // `who say they lack equipment, have been digging`
    let pronoun = tokens[content.start].any(words!["they", "he", "she", "it", "we"]);
    let resumes = place == Place::Relative
        && (finite || says(tokens, at + 1) || pronoun && at > content.start + 1)
        && resumes(tokens, at + 1);
    let last = !tokens[at + 1..content.end]
        .iter()
        .any(|token| token.is_mark(','));
    let main = place == Place::Fronted && (finite || last) && opens_main(tokens, at + 1);
    let yet = next.is_word("yet") && finite && opens_clause(tokens, at + 2);
    // `…, after which the locks were changed`, `…, without naming it`
    let then = next.any(words!["after", "upon"])
        && tokens.get(at + 2).is_some_and(|next| next.is_word("which"));
    let without =
        next.is_word("without") && tokens.get(at + 2).is_some_and(|next| next.any(&UNTOLD));
    resumes
        || main
        || yet
        || moves_markets(tokens, at + 1, content.end)
        || raises(tokens, at + 1, content.end)
        || finite && acts_then(tokens, at + 1, content.end)
        || at > content.start + 1 && (then || without)
        || finite
            && next.is_word("and")
            && tokens.get(at + 2).is_some_and(|next| next.is_word("when"))
            && first.is(Class::QUESTION)
        || compares(tokens, at + 1)
        || weighs(tokens, at + 1)
        || finite && bears_out(tokens, at + 1, content.end)
        || finite
            && next.any(words!["though", "although"])
            && tokens.get(at + 2).is_some_and(|next| next.is_word("when"))
        || wanted && (that_beside(tokens, content, at + 1) || outdone(tokens, at + 1, content.end))
        || (finite || wanted) && told_besides(tokens, content.start, at, finite)
        || finite
            && next.is_word("but")
            && tokens
                .get(at + 2)
                .is_some_and(|next| next.any(words!["some", "many", "others", "few"]))
            && tokens
                .get(at + 3)
                .is_some_and(|next| next.is(Class::AUXILIARY) && !next.is(Class::MODAL))
        || next.is_word("whereupon")
        || next.is_word("as")
            && tokens
                .get(at + 2)
                .is_some_and(|next| next.any(words!["do", "does", "did"]))
        || next.is_word("only") && tokens.get(at + 2).is_some_and(|next| next.is_word("to"))
        || wanted && next.is_word("while") && tokens.get(at + 2).is_some_and(Token::is_gerund)
        || wanted && next.any(words!["after", "before"]) && opens_clause(tokens, at + 2)
        || wanted
            && next.any(words!["and", "but"])
            && (opens_clause(tokens, at + 2)
                || tokens
                    .get(at + 2)
                    .is_some_and(|next| next.any(words!["others", "many", "some"])))
        || extracted
        || goes_on(next)
        || (finite || wanted) && takes_a_line(tokens, at + 1)
        || finite && (takes_a_stand(tokens, at + 1) || strikes(tokens, at + 1, content.end))
        || on_occasion(tokens, at + 1, content.end)
        || taken_up(tokens, at + 1, content.end)
}

/// Whether the narration says behind what somebody is to do who will not: `pledged to accept it, something that two others
/// will not do`.
fn outdone(tokens: &[Token<'_>], at: usize, end: usize) -> bool {
    tokens[at].is_word("something")
        && tokens.get(at + 1).is_some_and(|next| next.is_word("that"))
        && tokens[..end]
            .last()
            .is_some_and(|last| last.any(words!["do", "done", "did"]))
}

/// Whether a second clause with "that" stands behind an infinitive, beside the first around both: `said that she hopes to
/// be home, that it is late`.
fn that_beside(tokens: &[Token<'_>], content: &Range<usize>, at: usize) -> bool {
    let next = tokens.get(at + 1).filter(|_| at + 1 < content.end);
    tokens[at].is_word("that")
        && next.is_some_and(|next| !next.is(Class::BE) && !next.is_mark(','))
        && tokens[..content.start]
            .iter()
            .any(|token| token.is_word("that"))
        && !tokens[content.start..at]
            .iter()
            .any(|token| token.is_word("that"))
}

/// Whether a content begins with what somebody is to do or did.
fn is_wanted(first: &Token<'_>) -> bool {
    first.is_word("to") || first.is_gerund()
}

/// Whether the narration goes on behind marks that hold the comma, as American ones do.
fn behind_marks(tokens: &[Token<'_>], content: &Range<usize>, at: usize, place: Place) -> bool {
    let next = &tokens[at + 1];
    let main = place == Place::Fronted && opens_clause(tokens, at + 1);
    if !(at > content.start || goes_on(next) || main) || !ends_with_comma(&tokens[at]) {
        return false;
    }
    let beside = next.is_word("and")
        && (opens_main(tokens, at + 2) || past_with_object(tokens, at + 2))
        || next.any(words!["although", "though", "which", "who", "compared"]);
    beside
        || goes_on(next)
        || takes_a_line(tokens, at + 1)
        || on_occasion(tokens, at + 1, content.end)
        || taken_up(tokens, at + 1, content.end)
        || main
        || place == Place::Relative && resumes(tokens, at + 1)
}

/// Where the narration goes on behind what somebody is to do or is called: `told him to leave after he spoke`,
/// `called the vote "a farce" after an hour of talks`.
pub(super) fn of_predicate(tokens: &[Token<'_>], content: &Range<usize>, asked: bool) -> usize {
    let past = |from: usize| {
        let near = from + 1..content.end.min(from + CLAUSE);
        near.take_while(|at| tokens[*at].mark().is_none())
            .find(|at| is_verb(tokens, *at))
            .is_some_and(|at| {
                tokens[at].text.ends_with("ed")
                    || tokens[at].any(words!["was", "were", "had", "did"])
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
            .is_some_and(|next| next.any(words!["well", "of", "to"]));
        let comma = token.is_mark(',') && *at + 1 < content.end;
        let apart = comma
            && (taken_up(tokens, at + 1, content.end)
                || on_occasion(tokens, at + 1, content.end)
                || tokens[*at + 1].is_word("then"));
        marked
            && (token.is_dash()
                || token.is_mark(':')
                || joint && !as_well
                || apart
                || of_saying(tokens, *at, content.end, true))
            || asked && token.is_word("after") && past(*at)
    };
    let acted = |at: &usize| {
        tokens[*at].is_word("and")
            && (past_with_object(tokens, *at + 1) || left_for(tokens, *at + 1))
            && !(content.start..*at).any(|at| is_verb(tokens, at) && !tokens[at].is_gerund())
    };
    // `judged it to be sound and the third could not tell`
    let clause = |at: &usize| {
        tokens[*at].any(words!["and", "but"])
            && tokens[*at].kind == Kind::Word
            && tokens
                .get(*at + 1)
                .is_some_and(|next| next.is(Class::DETERMINER.or(Class::POSSESSIVE)))
            && opens_clause(tokens, *at + 1)
            && !tokens[*at + 2..content.end.min(*at + 8)]
                .iter()
                .take_while(|token| token.is_plain())
                .any(|token| token.is(Class::RELATIVE) || token.any(words!["whom", "whose"]))
            && !(content.start + 1..*at)
                .any(|at| is_verb(tokens, at) && !tokens[at - 1].is_word("to"))
    };
    (content.start + 2..content.end)
        .find(|at| ends(at) || acted(at) || clause(at))
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

/// Where a content that is no clause ends before one: `denied the charge but the others left`, `expressed
/// regret, given the cost`.
pub(super) fn of_object(tokens: &[Token<'_>], content: &Range<usize>) -> usize {
    let stops = |at: &usize| {
        let Some(next) = tokens.get(*at + 1).filter(|_| *at + 1 < content.end) else {
            return false;
        };
        let word =
            |token: &Token<'_>, words: &WordList| token.kind == Kind::Word && token.any(words);
        let mark = tokens[*at].is_mark(',') || tokens[*at].is_dash();
        // `denied the charge in court, painting herself as a victim`
        let painting = mark
            && next.is_gerund()
            && tokens
                .get(*at + 2)
                .is_some_and(|own| own.any(words!["himself", "herself", "itself", "themselves"]));
        let aside = mark && word(next, &ASIDE) || painting;
        let clause =
            mark && word(next, words!["but", "yet", "so"]) && opens_clause(tokens, *at + 2);
        let but = word(&tokens[*at], words!["but"])
            && (opens_clause(tokens, *at + 1)
                || past_with_object(tokens, *at + 1)
                || next.any(words![
                    "found", "gave", "took", "made", "kept", "left", "held"
                ]));
        // `denied the charge as has the port`
        let likewise = word(&tokens[*at], words!["as"])
            && word(
                next,
                words!["has", "have", "had", "did", "does", "do", "was", "were"],
            );
        // `called the plan "a joke" and left`
        let left = word(&tokens[*at], words!["and"])
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
const SPEAKING: WordList = WordList::new(&[
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
]);

/// What somebody leaves out who says something: `…, without naming it`.
const UNTOLD: WordList = WordList::new(&[
    "naming",
    "elaborating",
    "giving",
    "specifying",
    "identifying",
    "providing",
    "offering",
    "saying",
    "mentioning",
    "explaining",
    "citing",
    "disclosing",
    "revealing",
    "going",
]);

/// What opens circumstances behind a comma.
const ASIDE: WordList = WordList::new(&[
    "given",
    "despite",
    "amid",
    "following",
    "although",
    "though",
]);

/// How far the verb of a clause may stand from its "after".
const CLAUSE: usize = 8;

/// What opens the circumstances in which somebody spoke, behind marks.
const AROUND: WordList = WordList::new(&[
    "after",
    "following",
    "when",
    "while",
    "before",
    "as",
    "despite",
    "amid",
    "during",
]);
