//! The whole of a source: what belongs to a noun phrase beyond its noun and its `of`.

use std::ops::Range;

use super::super::lexicon::Class;
use super::super::names::{is_honour, opens_name};
use super::super::word_list::WordList;
use super::super::words::{Kind, Token};
use super::appositions::is_party;
use super::belonging::{authored, is_seated, knowing, working};
use super::nouns::told_end;
use super::subject::is_wall;
use super::{is_fronted, is_verb, named_person, phrase_end};

/// What stands in small letters before the rank and the name of somebody.
const RANKED: WordList = WordList::new(&[
    "retired",
    "former",
    "state",
    "acting",
    "then",
    "city",
    "county",
    "federal",
    "deputy",
    "interim",
    "assistant",
]);
/// How many words a name behind a role may have.
const LONGEST_NAME: usize = 6;
/// How many words what somebody works in may have.
const LONGEST_FIELD: usize = 8;
/// How far a role reaches before the name of its bearer.
const LONGEST_ROLE: usize = 12;
/// The most words in brackets between them.
const LONGEST_BRACKETS: usize = 8;
/// How many words behind the name of a body may tell which of its people are meant.
const LONGEST_GROUP: usize = 3;
/// Prepositions of place or part: `a source in the delegation`.
const PLACING: WordList = WordList::new(&["in", "at", "within", "inside", "across"]);
/// Words behind a noun that are completed by the next phrase, each with its preposition.
const COMPLETED: [(&str, &str); 10] = [
    ("privy", "to"),
    ("familiar", "with"),
    ("close", "to"),
    ("briefed", "on"),
    ("loyal", "to"),
    ("opposed", "to"),
    ("allied", "with"),
    ("linked", "to"),
    ("critical", "of"),
    ("sympathetic", "to"),
];
/// Nouns whose bearer serves somebody.
const SERVING: WordList = WordList::new(&[
    "aide",
    "aides",
    "adviser",
    "advisers",
    "advisor",
    "advisors",
    "ambassador",
    "ambassadors",
    "envoy",
    "envoys",
    "commissioner",
    "representative",
    "representatives",
    "delegate",
    "delegates",
    "counsel",
    "liaison",
    "observer",
    "secretary",
    "nuncio",
]);
/// Adjectives before the name of a place of which a part is meant: `in lower Manhattan`.
const PARTS: WordList = WordList::new(&[
    "lower",
    "upper",
    "northern",
    "southern",
    "eastern",
    "western",
    "central",
    "north",
    "south",
    "east",
    "west",
    "rural",
    "nearby",
    "downtown",
    "neighbouring",
    "neighboring",
]);
/// Places behind their names: `Oban market`.
const HOUSES: WordList = WordList::new(&[
    "camp", "crossing", "market", "airport", "station", "prison", "jail", "province", "district",
    "city", "village", "town", "county", "state",
]);
/// Nouns behind `at the` that tell when.
const ENDS_OF_TIME: WordList = WordList::new(&[
    "time",
    "moment",
    "end",
    "beginning",
    "outset",
    "start",
    "past",
]);
/// Words for people of whom no more is told.
const VAGUE: WordList = WordList::new(&[
    "source",
    "sources",
    "official",
    "officials",
    "people",
    "person",
    "many",
    "some",
    "others",
    "most",
    "those",
    "insiders",
]);

/// A source with the name or the phrase that belongs to it, up to a place where other words begin.
pub(in crate::articles::quotations) fn whole(
    tokens: &[Token<'_>],
    source: Range<usize>,
    verb: usize,
    stop: usize,
) -> Range<usize> {
    let before = source.end <= verb;
    let stop = if before { verb.min(stop) } else { stop };
    if source.is_empty() || source.end > stop {
        return source;
    }
    let ends = |at: usize| {
        at == stop
            || tokens[at].is_mark(',')
            || tokens[at].is_dash()
            || if before {
                is_verb(tokens, at) || tokens[at].is_word("who")
            } else {
                tokens[at].is(Class::TIME)
            }
    };
    // `As long ago as 1934 a commission concluded`
    let dated = source.len() > 2
        && tokens[source.start].kind == Kind::Number
        && tokens[source.start + 1].any(words!["a", "an", "the"]);
    let source = source.start + usize::from(dated)..source.end;
    // `When Ida Vell, a teacher, said`
    let opens = source.len() > 1
        && source.start == 0
        && tokens[0].any(words![
            "when", "while", "although", "though", "because", "if", "as"
        ]);
    let source = source.start + usize::from(opens)..source.end;
    // `61 per cent of Finns`
    if let Some(share) = per_cent(tokens, &source).filter(|end| *end <= stop) {
        return source.start..share;
    }
    let near = before || tokens[verb].is_word("according");
    // `the captain and the mate both said`
    let last = source.end - 1;
    let small = tokens[last].text.starts_with(char::is_lowercase);
    if before && source.len() > 1 && small && tokens[last].any(words!["both", "all", "each"]) {
        return source.start..last;
    }
    let group = named_group(tokens, &source).filter(|end| !before && near && ends(*end));
    let source = source.start..group.unwrap_or(source.end);
    if let Some(end) =
        named_behind(tokens, &source, stop).or_else(|| titled_behind_field(tokens, &source, stop))
    {
        return source.start..end;
    }
    if let Some(role) = role_before(tokens, &source) {
        return role..source.end;
    }
    let not = source.start > 0
        && tokens[source.start].is_word("one")
        && tokens[source.start - 1].is_word("not");
    let source = source.start - usize::from(not)..source.end;
    if let Some(end) = named_behind_short(tokens, &source, stop).filter(|_| !before) {
        return source.start..end;
    }
    let end = behind_fields(tokens, &source, stop)
        .or_else(|| authored(tokens, &source))
        .or_else(|| completed(tokens, &source, stop))
        .or_else(|| working(tokens, &source, stop))
        .or_else(|| placed(tokens, &source, stop))
        .filter(|end| *end <= stop && ends(*end));
    source.start..end.unwrap_or(source.end)
}

/// The end of a body behind two fields, of which the first ended the phrase: `according to the county's culture and tourism
/// bureau`.
fn behind_fields(tokens: &[Token<'_>], source: &Range<usize>, stop: usize) -> Option<usize> {
    let field = |at: usize| {
        let token = &tokens[at];
        token.kind == Kind::Word && !token.is(Class::SPEAKER) && !is_verb(tokens, at)
    };
    let and = source.end;
    let joined = and + 2 < stop && tokens[and].is_word("and") && source.len() > 1;
    let body = tokens.get(and + 2).filter(|_| joined)?;
    let whole = field(and - 1)
        && field(and + 1)
        && body.kind == Kind::Word
        && body.is(Class::BODY)
        && !body.ends_in_s();
    whole.then_some(and + 3)
}

/// The end of a share, with those of whom it is: `61 per cent of Finns`.
fn per_cent(tokens: &[Token<'_>], source: &Range<usize>) -> Option<usize> {
    let number = tokens[source.end - 1].kind == Kind::Number;
    let two = tokens.get(source.end..source.end + 2)?;
    let share = number && two[0].is_word("per") && two[1].is_word("cent");
    let of = tokens
        .get(source.end + 2)
        .is_some_and(|next| next.is_word("of"));
    let end = if of {
        phrase_end(tokens, source.end + 3)
    } else {
        source.end + 2
    };
    share.then_some(end)
}

/// The end of the people or the figures of a body that is named: `according to Admiralty officials`.
fn named_group(tokens: &[Token<'_>], source: &Range<usize>) -> Option<usize> {
    let name = &tokens[source.end - 1];
    if name.kind != Kind::Name || name.is(Class::TIME) {
        return None;
    }
    let plain = |at: &usize| {
        let small = Class::PREPOSITION
            .or(Class::DETERMINER)
            .or(Class::POSSESSIVE)
            .or(Class::ADVERB)
            .or(Class::AND)
            .or(Class::SUBORDINATOR)
            .or(Class::RELATIVE)
            .or(Class::SUBJECT);
        tokens[*at].kind == Kind::Word && !tokens[*at].is(small) && !tokens[*at].is(Class::TIME)
    };
    let words = (source.end..tokens.len().min(source.end + LONGEST_GROUP)).take_while(plain);
    let end = source.end + words.count();
    let last = &tokens[end - 1];
    let many =
        last.is(Class::PERSON) && last.text.ends_with('s') || last.any(words!["police", "staff"]);
    (end > source.end && (many || last.is(Class::DOCUMENT))).then_some(end)
}

/// The end of the name behind a role: `the mayor of Oban, Iris Vane`.
pub(in crate::articles::quotations) fn named_behind(
    tokens: &[Token<'_>],
    source: &Range<usize>,
    stop: usize,
) -> Option<usize> {
    // `The secretary of the GB (Grain Board), Iris Vane`
    let brackets = tokens.get(source.end)?.is_mark('(');
    let closed = |at: &usize| tokens[*at].is_mark(')');
    // `The union's spokesman on ports, Iris Vane`
    let told = tokens[source.end].is_word("on") && tokens[source.end - 1].is(Class::PERSON);
    let comma = if brackets {
        (source.end..stop.min(source.end + LONGEST_BRACKETS)).find(closed)? + 1
    } else if told {
        phrase_end(tokens, source.end + 1)
    } else {
        // `The lawyer representing the family, Iris Vane`
        told_end(tokens, source.end).unwrap_or(source.end)
    };
    let start = comma + 1;
    if start > stop || !is_role(tokens, source) || !tokens.get(comma)?.is_mark(',') {
        return None;
    }
    // `The witness, retired Col. Iris Vane,`
    let ranks = (start..stop)
        .take_while(|at| tokens[*at].kind == Kind::Word && tokens[*at].any(&RANKED))
        .count();
    let start = start + ranks;
    let end = name_end(tokens, start);
    // `The panel's chair, Iris Vane of Oban, said`
    let from = tokens
        .get(end)
        .is_some_and(|next| next.any(words!["of", "from"]) && next.kind == Kind::Word);
    let behind = if from { name_end(tokens, end + 1) } else { end };
    let closed = tokens.get(behind).is_none_or(|next| {
        next.is_mark(',') || next.is_mark('(') || next.is_mark('.') || next.is_dash()
    });
    let listed = tokens
        .get(behind + 1)
        .is_some_and(|next| next.is(Class::AND));
    // `Her lawyer, Iris Vane KC, said`
    // `The aide to Iris Vane, D-Ohio, said`
    if is_party(tokens, &(start..end)) {
        return None;
    }
    let name = end - usize::from(end > start + 2 && is_honour(tokens, end - 1));
    (end <= stop && closed && !listed && is_person(tokens, start..name)).then_some(end)
}

/// The end of the name with a title behind what somebody works in: `Lecturer in tax law Dr Iris Vane`.
fn titled_behind_field(tokens: &[Token<'_>], source: &Range<usize>, stop: usize) -> Option<usize> {
    let of = tokens.get(source.end)?;
    let noun = &tokens[source.end - 1];
    let works =
        noun.is(Class::PERSON) && !noun.ends_in_s() && of.any(words!["in", "of", "for", "at"]);
    let title = (source.end + 2..stop.min(source.end + LONGEST_FIELD))
        .take_while(|at| tokens[*at].is_plain() && !is_verb(tokens, *at))
        .find(|at| tokens[*at].kind == Kind::Name && opens_name(&tokens[*at]))
        .filter(|_| works)?;
    let end = name_end(tokens, title);
    let closed = tokens
        .get(end)
        .is_none_or(|next| next.kind != Kind::Genitive);
    (end <= stop && end > title + 1 && closed).then_some(end)
}

/// The end of the name behind the short form of a body and what its bearer is there: `the Grain Board (GB) chief Ida
/// Vell`.
fn named_behind_short(tokens: &[Token<'_>], source: &Range<usize>, stop: usize) -> Option<usize> {
    let short = shortened(tokens, source)?;
    let role = (short..stop.min(short + LONGEST_GROUP))
        .take_while(|at| tokens[*at].is_plain() && !is_verb(tokens, *at))
        .find(|at| tokens[*at].is(Class::PERSON) && !tokens[*at].ends_in_s())?;
    let end = name_end(tokens, role + 1).min(stop);
    (end > role + 1 && is_person(tokens, role + 1..end)).then_some(end)
}

/// Where the role begins that stands before a name between commas: `His wife, Gloria,`.
fn role_before(tokens: &[Token<'_>], source: &Range<usize>) -> Option<usize> {
    let comma = source.start.checked_sub(1).filter(|at| *at > 0)?;
    let closed = tokens.get(source.end)?.is_mark(',');
    if !closed || !tokens[comma].is_mark(',') || !is_person(tokens, source.clone()) {
        return None;
    }
    let far = comma.saturating_sub(LONGEST_ROLE);
    let wall = (far..comma).rev().find(|at| is_wall(&tokens[*at]));
    let start = wall.map_or(far, |at| at + 1);
    let opens = start == 0 || wall.is_some();
    let and = usize::from(tokens[start].is(Class::AND));
    let role = start + and..comma;
    // `Unlike the minister, Iris Vane, the mayor, said`
    let fronted = is_fronted(tokens, &role);
    (opens && !fronted && is_role(tokens, &role)).then_some(role.start)
}

/// Whether a phrase tells one person by what they are.
fn is_role(tokens: &[Token<'_>], phrase: &Range<usize>) -> bool {
    let Some(first) = tokens.get(phrase.start).filter(|_| phrase.len() > 1) else {
        return false;
    };
    let of = phrase.clone().find(|at| {
        let token = &tokens[*at];
        *at > phrase.start && token.kind == Kind::Word && token.is(Class::PREPOSITION)
    });
    let noun = &tokens[of.unwrap_or(phrase.end) - 1];
    let owned = phrase.clone().any(|at| tokens[at].kind == Kind::Genitive);
    // `Harbour governor, Iris Vane,`
    let bare = first.kind == Kind::Name
        && !tokens[phrase.clone()]
            .iter()
            .any(|token| token.is(Class::AND));
    let opened = first.is(Class::POSSESSIVE) || first.any(words!["the", "a", "an"]);
    // `Chairman of the board, Iris Vane,` at the beginning of a sentence
    let names = |of: usize| tokens[..of].iter().all(|token| token.kind == Kind::Name);
    let heads = phrase.start == 0 && of.is_some_and(names);
    // `The Judge, Iris Vane,`
    let titled = (first.is_word("the") || owned) && noun.is(Class::TITLE);
    (opened || owned || bare)
        && (noun.kind == Kind::Word || heads || titled || opened)
        && noun.is_for_person()
        && !noun.ends_in_s()
        && !phrase.clone().any(|at| is_verb(tokens, at))
}

fn name_end(tokens: &[Token<'_>], start: usize) -> usize {
    let far = tokens.len().min(start + LONGEST_NAME);
    let named = |at: &usize| tokens[*at].kind == Kind::Name || super::is_particle(&tokens[*at]);
    start + (start..far).take_while(named).count()
}

fn is_person(tokens: &[Token<'_>], name: Range<usize>) -> bool {
    let Some(first) = tokens.get(name.start).filter(|_| !name.is_empty()) else {
        return false;
    };
    let small = Class::DETERMINER
        .or(Class::PREPOSITION)
        .or(Class::TIME)
        .or(Class::SUBJECT)
        .or(Class::POSSESSIVE);
    first.kind == Kind::Name && !first.is(small) && named_person(&tokens[name])
}

/// The end of what completes an adjective or a noun: `people close to the talks`, `an aide to the king`.
fn completed(tokens: &[Token<'_>], source: &Range<usize>, stop: usize) -> Option<usize> {
    let serves = tokens[source.end - 1].any(&SERVING);
    let own = COMPLETED.iter().find_map(|(word, of)| {
        if tokens[source.end - 1].is_word(word) && source.len() > 1 {
            Some((source.end, *of))
        } else {
            tokens
                .get(source.end)
                .filter(|next| next.is_word(word))
                .map(|_| (source.end + 1, *of))
        }
    });
    let knows = || knowing(tokens, source.end).map(|of| (of, "of"));
    let own = own.or_else(|| serves.then_some((source.end, "to")));
    let (at, of) = own.or_else(knows)?;
    if at >= stop || !tokens[at].is_word(of) {
        return None;
    }
    let end = phrase_end(tokens, at + 1).min(stop);
    (end > at + 1).then_some(end)
}

/// Whether a word stands behind the noun that it tells of and is completed by what follows: `sources close to`.
pub(in crate::articles::quotations) fn is_behind_noun(token: &Token<'_>) -> bool {
    COMPLETED.iter().any(|(word, _)| token.is_word(word))
}

/// The end of the place or the whole to which a group or a body belongs: `officials in the ministry`. Behind a
/// verb of saying a place may be that of the telling.
fn placed(tokens: &[Token<'_>], source: &Range<usize>, stop: usize) -> Option<usize> {
    let (first, noun) = (&tokens[source.start], &tokens[source.end - 1]);
    let joint = tokens.get(source.end)?;
    let many = noun.is(Class::PERSON) && noun.text.ends_with('s');
    let opening = source.start == 0 && source.len() == 1;
    let party = many
        && noun.any(words![
            "democrats",
            "republicans",
            "conservatives",
            "liberals"
        ]);
    let plain = noun.kind == Kind::Word || party || opening && (many || noun.any(&VAGUE));
    let seated = is_seated(tokens, source, stop);
    let printed = many && joint.is_word("on") && tokens.get(source.end + 1)?.kind == Kind::Name;
    if !(joint.any(&PLACING) || printed) || !(plain || seated) {
        return None;
    }
    let vague = noun.any(&VAGUE);
    let one = first.any(words!["a", "an", "another", "one"]) && noun.is(Class::PERSON);
    let body = noun.is(Class::BODY);
    if !(vague || many || one || body || seated) {
        return None;
    }
    let opens = tokens.get(source.end + 1)?;
    let part = opens.any(&PARTS) && tokens.get(source.end + 2)?.kind == Kind::Name;
    let opened =
        opens.is(Class::DETERMINER.or(Class::POSSESSIVE)) || opens.kind == Kind::Name || part;
    let end = phrase_end(tokens, source.end + 1);
    let end = end.min(stop.max(source.end + 2));
    // `a doctor at al-Shifa hospital`
    let house = opens.kind == Kind::Name
        && tokens.get(end).is_some_and(|next| {
            next.kind == Kind::Word && (next.is(Class::BODY) || next.any(&HOUSES))
        });
    let end = end + usize::from(house);
    if !opened || tokens[end - 1].any(&ENDS_OF_TIME) {
        return None;
    }
    let occasion = Class::TIME.or(Class::OCCASION);
    let told = |at: &usize| !seated && tokens[*at].is(occasion) || is_verb(tokens, *at);
    (end > source.end + 1 && !(source.end + 1..end).any(|at| told(&at))).then_some(end)
}

/// Behind the short form of a name in brackets: `the Grain Board (GB)`.
fn shortened(tokens: &[Token<'_>], source: &Range<usize>) -> Option<usize> {
    let end = source.end + 3;
    let short = tokens.get(source.end + 1)?.text;
    let capitals = short.chars().filter(|mark| mark.is_uppercase()).count();
    let numbered = tokens[source.end - 1].kind == Kind::Number;
    let fits = !numbered
        && tokens[source.end].is_mark('(')
        && tokens.get(end - 1)?.is_mark(')')
        && capitals >= 2
        && !short.contains('-')
        && short.chars().all(char::is_alphanumeric);
    fits.then_some(end)
}
