//! The subject of a verb: the noun phrase before it, over brackets, titles and clauses.

use std::ops::Range;

use super::super::lexicon::Class;
use super::super::names::is_suffix;
use super::super::tails::ends_with_comma;
use super::super::word_list::WordList;
use super::super::words::{Kind, Token};
use super::antecedent::{antecedent, of_whom};
use super::appositions::{before_apposition, closes_apposition, is_party, names_the_town};
use super::chunks::within;
use super::fields::{before_based, before_fields, body_of_fields, office_of_fields};
use super::nouns::{abbreviated, bracket_before, named_paper};
use super::second::first_named;
use super::{is_fronted, is_nickname, is_verb, named_person, phrase_before};

/// A token at which a subject cannot go on to the left.
pub(super) fn is_wall(token: &Token<'_>) -> bool {
    match token.kind {
        Kind::Mark(mark) => !matches!(mark, '(' | ')' | '%' | '$' | '€' | '£' | '&' | '/' | '.'),
        Kind::Quoted(_) => true,
        _ => false,
    }
}

/// The subject that ends before a token, and whether it is divided from it by a comma.
pub(in crate::articles::quotations) fn subject(
    tokens: &[Token<'_>],
    from: usize,
    end: usize,
) -> Option<Range<usize>> {
    if end <= from {
        return None;
    }
    // `…, that source said`
    let that = end >= from + 3
        && tokens[end - 2].is_word("that")
        && tokens[end - 3].is_mark(',')
        && tokens[end - 1].kind == Kind::Word
        && tokens[end - 1].is(Class::PERSON)
        && !tokens[end - 1].ends_in_s();
    if that {
        return Some(end - 2..end);
    }
    if let Some(many) = before_clause(tokens, from, end) {
        return Some(many);
    }
    if tokens[end - 1].is_dash() {
        let dash = (from..end - 1).rev().find(|at| tokens[*at].is_dash())?;
        let inner = dash.checked_sub(1).filter(|before| *before >= from)?;
        return (!tokens[inner].is_dash())
            .then(|| subject(tokens, from, dash))
            .flatten();
    }
    if let Some(comma) = behind_broadcast(tokens, from, end) {
        return subject(tokens, from, comma);
    }
    if tokens[end - 1].is_mark(',') {
        let found = before_apposition(tokens, from, end - 1);
        // `Captain Iris Vane, said, "…"`
        let whole = from == 0 && end > 2 && named_person(&tokens[..end - 1]);
        return found.or_else(|| whole.then_some(0..end - 1));
    }
    if let Some(comma) = behind_appearance(tokens, from, end) {
        return subject(tokens, from, comma);
    }
    if let Some(before) =
        behind_bracket(tokens, from, end).or_else(|| behind_title(tokens, from, end))
    {
        return subject(tokens, from, before);
    }
    let last = &tokens[end - 1];
    if let Some(paper) = named_paper(tokens, from, end) {
        return Some(paper);
    }
    if is_pronoun(tokens, end - 1) {
        return Some(end - 1..end);
    }
    // `Two sources said so. The other said …`
    let one = last.any(words!["other", "first", "second", "third"]) && end >= from + 2;
    if one && tokens[end - 2].is_word("the") {
        return Some(end - 2..end);
    }
    if last.kind == Kind::Word && last.is_word("who") {
        return antecedent(tokens, from, end - 1).or(Some(end - 1..end));
    }
    // `The council, which has said`
    let apart = end >= from + 3
        && last.is_word("which")
        && (tokens[end - 2].is_mark(',') || tokens[end - 2].is_dash());
    if apart && (tokens[end - 3].is(Class::SPEAKER) || tokens[end - 3].kind == Kind::Name) {
        let found = of_whom(tokens, phrase_before(tokens, end - 2));
        return (found.start >= from && !found.is_empty()).then_some(found);
    }
    if apart && let Some(found) = abbreviated(tokens, from, end - 2) {
        return Some(found);
    }
    // `a committee that says`
    if last.any(words!["that", "which"]) && end >= from + 2 && tokens[end - 2].is(Class::SPEAKER) {
        let found = phrase_before(tokens, end - 1);
        if found.start >= from && !found.is_empty() {
            return Some(found);
        }
    }
    if let Some(document) = before_time_and_that(tokens, from, end) {
        return Some(document);
    }
    behind_mark(tokens, from, end)
}

/// A document with a time or a place before "that": `a lawsuit in the 1970s that accused`.
fn before_time_and_that(tokens: &[Token<'_>], from: usize, end: usize) -> Option<Range<usize>> {
    const LONGEST_PHRASE: usize = 5;
    let that = end
        .checked_sub(1)
        .filter(|at| tokens[*at].any(words!["that", "which"]))?;
    let near = that.saturating_sub(LONGEST_PHRASE).max(from + 1)..that;
    let preposition = near
        .rev()
        .find(|at| tokens[*at].any(words!["in", "on", "from", "last", "this"]))?;
    let time = tokens[preposition + 1..that].iter().all(|token| {
        token.is(Class::TIME)
            || token.is_word("the")
            || token.kind == Kind::Number
            || token.text.starts_with(|first: char| first.is_ascii_digit())
    });
    let noun = &tokens[preposition - 1];
    let document = noun.kind == Kind::Word && noun.is(Class::DOCUMENT);
    let found = phrase_before(tokens, preposition);
    (time && document && that > preposition + 1 && found.start >= from && !found.is_empty())
        .then_some(found)
}

/// The subject behind the last mark before the verb.
fn behind_mark(tokens: &[Token<'_>], from: usize, end: usize) -> Option<Range<usize>> {
    let wall = (from..end)
        .rev()
        .find(|at| is_wall(&tokens[*at]) && !is_nickname(tokens, *at));
    let start = wall.map_or(from, |at| at + 1);
    // `President Iris Vane, Jr. declared`, `The talks in Oban, D.C. showed`
    if let Some(comma) = wall.filter(|at| *at > from && tokens[*at].is_mark(','))
        && end == comma + 2
        && (is_suffix(&tokens[end - 1]) || is_state(&tokens[end - 1]))
        && tokens[comma - 1].kind == Kind::Name
    {
        return behind_mark(tokens, from, comma);
    }
    // `Senator Iris Vane, D-Ohio called it off`
    if let Some(comma) = wall.filter(|at| *at > from && is_party(tokens, &(at + 1..end))) {
        return subject(tokens, from, comma);
    }
    if let Some(the) = wall.and_then(|comma| before_based(tokens, from, comma)) {
        return Some(the..end);
    }
    let start = behind_time(tokens, start, end);
    let found = within(tokens, start, end).map(|found| {
        if let Some(first) = before_fields(tokens, from, &found)
            .or_else(|| office_of_fields(tokens, from, &found))
            .or_else(|| body_of_fields(tokens, from, &found))
        {
            return first..found.end;
        }
        first_named(tokens, from, &found).map_or_else(
            || with_list(tokens, from, found.clone()),
            |first| first..found.end,
        )
    });
    // `Iris Vane, a lawyer in Oban, Ohio said`
    if let Some(comma) = wall.filter(|at| *at > from && tokens[*at].is_mark(','))
        && found
            .as_ref()
            .is_some_and(|found| *found == (comma + 1..end))
        && closes_apposition(tokens, from, comma, end)
    {
        return before_apposition(tokens, from, comma).or(found);
    }
    // `As a friend put it`
    if found.is_none() && start < end && tokens[start].is_word("as") {
        return within(tokens, start + 1, end);
    }
    found
}

/// Whether a token is a state in short, behind the name of a town: `D.C.`, `Ohio.`
fn is_state(token: &Token<'_>) -> bool {
    const STATES: WordList = WordList::new(&[
        "d.c.", "n.y.", "n.j.", "n.c.", "s.c.", "n.d.", "s.d.", "n.h.", "n.m.", "r.i.", "w.va.",
        "calif.", "fla.", "ga.", "ill.", "ind.", "md.", "mass.", "mich.", "minn.", "pa.", "tenn.",
        "va.", "wash.", "wis.", "ariz.", "ala.", "ark.", "colo.", "conn.", "del.", "kan.", "ky.",
        "la.", "miss.", "mo.", "mont.", "neb.", "nev.", "okla.", "ore.", "vt.", "wyo.", "b.c.",
        "ont.", "que.", "n.s.w.",
    ]);
    token.kind == Kind::Name && token.any(&STATES)
}

/// How many words from its pronoun a relative clause has its verb in.
const RELATIVE_VERB: usize = 3;
/// How many words several may have with their clause.
const LONGEST_MANY: usize = 32;

/// Several with a relative clause that ends before the verb: `Firms that obtained a loan say`.
fn before_clause(tokens: &[Token<'_>], from: usize, end: usize) -> Option<Range<usize>> {
    if end - from > LONGEST_MANY {
        return None;
    }
    let plain = |at: usize| tokens[at].is_plain();
    let joins =
        |at: &usize| tokens[*at].is(Class::RELATIVE) && tokens[*at].any(words!["that", "who"]);
    let pronoun = (from + 1..end).find(joins)?;
    let head = &tokens[pronoun - 1];
    let many = head.is(Class::SPEAKER.or(Class::PERSON).or(Class::BODY))
        && head.ends_in_s()
        && head.kind == Kind::Word;
    let verb = pronoun + 1..end.min(pronoun + 1 + RELATIVE_VERB);
    // Behind "that" a participle may be an adjective as well.
    let told = verb
        .clone()
        .any(|at| is_verb(tokens, at) || tokens[at].text.ends_with("ed"));
    let object = end > verb.end + 1 && !(verb.end..end).any(|at| is_verb(tokens, at));
    let bare = (from..pronoun).all(|at| plain(at) && !is_verb(tokens, at));
    (many && told && object && bare && (pronoun..end).all(plain)).then_some(from..pronoun)
}

/// Where the subject of a clause that a span of time opens may begin: `a day after the envoy threatened`.
fn behind_time(tokens: &[Token<'_>], start: usize, end: usize) -> usize {
    let spans = words![
        "second", "seconds", "minute", "minutes", "hour", "hours", "day", "days", "week", "weeks",
        "month", "months", "year", "years", "decades"
    ];
    let joint = (start + 1..end.min(start + 4)).find(|at| {
        let told = words!["after", "before", "later", "earlier", "ago"];
        tokens[*at].any(told) && tokens[*at - 1].any(spans)
    });
    joint.filter(|at| at + 1 < end).map_or(start, |at| at + 1)
}

/// The comma before where somebody appeared, or what is told of them, of which the marks hold the second: `Iris Vane,
/// interviewed on “Harbour Week,” said`, `Iris Vane, who called it “a scar,” said`.
fn behind_appearance(tokens: &[Token<'_>], from: usize, end: usize) -> Option<usize> {
    let marks = end
        .checked_sub(1)
        .filter(|marks| ends_with_comma(&tokens[*marks]))?;
    before_appearance(tokens, from, marks)
}

/// The comma before a participle that tells on which programme somebody appeared, and when: `Iris Vane, appearing on
/// "Harbour Week" Sunday, said`.
fn behind_broadcast(tokens: &[Token<'_>], from: usize, end: usize) -> Option<usize> {
    const LONGEST_TIME: usize = 4;
    let closes = end.checked_sub(1).filter(|at| tokens[*at].is_mark(','))?;
    let near = (closes.saturating_sub(LONGEST_TIME).max(from)..closes).rev();
    let time = |at: &usize| {
        let token = &tokens[*at];
        token.is(Class::TIME) || token.any(words!["on", "last", "this", "earlier", "late", "show"])
    };
    let marks = near.into_iter().find(|at| !time(at))?;
    tokens[marks].quoted()?;
    before_appearance(tokens, from, marks)
}

/// The comma before words that tell where somebody is heard, which marks end.
fn before_appearance(tokens: &[Token<'_>], from: usize, marks: usize) -> Option<usize> {
    let comma = (from..marks).rev().find(|at| tokens[*at].is_mark(','))?;
    let next = &tokens[comma + 1];
    let appears = next.any(words![
        "interviewed",
        "quoted",
        "asked",
        "appearing",
        "speaking",
        "talking",
        "writing",
        "testifying",
        "addressing",
        "who",
        "whose"
    ]);
    (appears && comma > from).then_some(comma)
}

/// Where a bracket with commas in it opens that ends before a token: `Iris Vane (D., Oban) said`.
fn behind_bracket(tokens: &[Token<'_>], from: usize, end: usize) -> Option<usize> {
    let open = bracket_before(tokens, from..end)?;
    let parted = tokens[open..end - 1].iter().skip(1).any(is_wall);
    (open > from && parted).then_some(open)
}

/// Where a document ends whose title stands before a token: `The report, titled "Tides", said`.
fn behind_title(tokens: &[Token<'_>], from: usize, end: usize) -> Option<usize> {
    let titled = end.checked_sub(2).filter(|at| *at > from)?;
    let named = tokens[end - 1].quoted().is_some()
        && tokens[titled].any(words![
            "titled",
            "entitled",
            "headlined",
            "subtitled",
            "captioned"
        ]);
    let comma = usize::from(tokens[titled - 1].is_mark(','));
    (named && titled - comma > from).then_some(titled - comma)
}

/// The whole of a list that opens a clause: `Norway, Sweden and the Netherlands`, `Lawyers, doctors and teachers`.
fn with_list(tokens: &[Token<'_>], from: usize, found: Range<usize>) -> Range<usize> {
    let Some(and) = found.clone().find(|at| tokens[*at].is_word("and")) else {
        return found;
    };
    let ends = and > found.start && and + 1 < found.end;
    let last = and + 1..found.end;
    if !ends || !is_listed(tokens, found.start..and, true) || !is_listed(tokens, last, false) {
        return found;
    }
    let mut start = found.start;
    while start >= from + 2 && tokens[start - 1].is_mark(',') {
        let comma = start - 1;
        let before = (from..comma).rev().find(|at| is_wall(&tokens[*at]));
        let begin = before.map_or(from, |at| at + 1);
        // `The leaders of Norland, Pellia and the Isles`
        let of = (begin..comma).find(|at| tokens[*at].any(words!["of", "for"]));
        if of.is_some_and(|of| holds_list(tokens, begin..comma, of)) {
            return begin..found.end;
        }
        if is_fronted(tokens, &(begin..comma)) {
            break;
        }
        if names_the_town(tokens, &(begin..comma)) {
            break;
        }
        if begin >= comma
            || !is_listed(tokens, begin..comma, false)
            || is_apposed_to(tokens, begin..comma, start..found.end)
        {
            return found;
        }
        start = begin;
    }
    let fronted =
        start > from && tokens[start - 1].is_mark(',') && is_fronted(tokens, &(from..start - 1));
    if start == from && from == 0 || start < found.start && fronted {
        start..found.end
    } else {
        found
    }
}

/// How many words a member of a list may have.
const LONGEST_LISTED: usize = 5;

/// Whether words are a member of a list of those who speak: a name, several people, or a body. One word within it may
/// be the beginning of what the last member ends with: `Police, fire and ambulance services`.
fn is_listed(tokens: &[Token<'_>], words: Range<usize>, within: bool) -> bool {
    let other = Class::TIME.or(Class::PREPOSITION).or(Class::ADVERB);
    let the = usize::from(words.start < words.end && tokens[words.start].is_word("the"));
    let own = &tokens[words.start + the..words.end];
    let plain = |token: &Token<'_>| {
        matches!(token.kind, Kind::Name | Kind::Word | Kind::Genitive) && !token.is(other)
    };
    let Some(last) = own.last() else {
        return false;
    };
    if own.len() > LONGEST_LISTED || !own.iter().all(plain) {
        return false;
    }
    if own.iter().all(|name| name.kind == Kind::Name) {
        return own.len() < 4;
    }
    let verb = |at: usize| tokens[at].kind == Kind::Word && is_verb(tokens, at);
    let speaks = last.is(Class::SPEAKER) || last.any(words!["others", "residents", "locals"]);
    !words.clone().any(verb) && (speaks || within && own.len() == 1)
}

/// Whether the second words tell what the first are: `Iris Vane, the mayor and head of the port`.
fn is_apposed_to(tokens: &[Token<'_>], first: Range<usize>, behind: Range<usize>) -> bool {
    let one = |at: usize| {
        tokens[at].is(Class::PERSON) && !tokens[at].ends_in_s() && tokens[at].kind == Kind::Word
    };
    let comma = behind.clone().find(|at| {
        tokens[*at].is_mark(',') || tokens[*at].is_word("and") && tokens[*at].kind == Kind::Word
    });
    let end = comma.unwrap_or(behind.end);
    let name = tokens[first.end - 1].kind == Kind::Name;
    name && end > behind.start && one(end - 1)
}

/// Whether a list begins behind "of": with those of whom several speak, or with what a ministry is for.
fn holds_list(tokens: &[Token<'_>], words: Range<usize>, of: usize) -> bool {
    if of == words.start || of + 1 >= words.end {
        return false;
    }
    let head = &tokens[of - 1];
    let many = head.is(Class::PERSON.or(Class::SPEAKER)) && head.ends_in_s();
    let office = head.kind == Kind::Name
        && head.any(words![
            "ministry",
            "department",
            "secretariat",
            "office",
            "bureau",
            "institute"
        ]);
    (many || office)
        && is_listed(tokens, of + 1..words.end, true)
        && !(words.start..of).any(|at| is_verb(tokens, at))
}

/// Whether a word is a pronoun and the subject of what follows, not the object of what comes before.
pub(super) fn is_pronoun(tokens: &[Token<'_>], at: usize) -> bool {
    let object = tokens[at].any(words!["you", "it"])
        && at > 0
        && (tokens[at - 1].is(Class::PREPOSITION) && !tokens[at - 1].any(words!["as", "than"])
            || is_verb(tokens, at - 1));
    tokens[at].any(words!["i", "you", "he", "she", "it", "we", "they"]) && !object
}
