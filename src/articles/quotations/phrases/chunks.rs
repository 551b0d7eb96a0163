//! Stretches between commas: the subject that they hold.

use std::ops::Range;

use super::super::lexicon::Class;
use super::super::verbs::{Form, Frames};
use super::super::word_list::WordList;
use super::super::words::{Kind, Token};
use super::belonging::{is_house_and_person, is_of_people, is_retired};
use super::fronted::is_fronted;
use super::openings::{behind_amount, behind_joints, behind_place, behind_time};
use super::posts::is_posted;
use super::subject::is_pronoun;
use super::{is_apposed, is_verb, named_person, phrase_end};

/// Whether "and" joins two names right behind a verb of saying, or the day on which it was said, and before a verb:
/// `said on Friday the United States and Norland agreed`.
fn names_two(tokens: &[Token<'_>], and: usize, end: usize) -> bool {
    let is_name = |token: &Token<'_>| token.kind == Kind::Name && !token.is(Class::TIME);
    let the = usize::from(tokens.get(and + 1).is_some_and(|next| next.is_word("the")));
    let second = tokens.get(and + 1 + the..end).unwrap_or_default();
    let first = tokens[..and]
        .iter()
        .rev()
        .take_while(|token| is_name(token));
    let begin = and - first.count();
    let begin_the = usize::from(begin > 0 && tokens[begin - 1].is_word("the"));
    let Some(before) = (begin - begin_the).checked_sub(1).map(|at| &tokens[at]) else {
        return false;
    };
    let said = before.is(Class::TIME) || before.any(words!["said", "says", "that"]);
    begin < and && !second.is_empty() && second.iter().all(is_name) && said
}

/// Whether words before a half say that it is a little more or less.
fn is_about(words: &[Token<'_>]) -> bool {
    let little =
        |token: &Token<'_>| token.any(words!["just", "slightly", "little", "well", "barely"]);
    let article = usize::from(words.first().is_some_and(|first| first.is_word("a")));
    match &words[article..] {
        [small, by] => little(small) && by.any(words!["over", "under"]),
        [small, by, than] => {
            little(small) && by.any(words!["more", "less", "fewer"]) && than.is_word("than")
        }
        _ => false,
    }
}

/// Words before a number that make it less exact.
const ABOUT: WordList = WordList::new(&[
    "about",
    "around",
    "nearly",
    "over",
    "almost",
    "under",
    "roughly",
    "approximately",
    "some",
]);
/// Words that may stand before these: `just over`, `no fewer than`.
const DEGREE: WordList = WordList::new(&["just", "slightly", "only", "well", "barely", "no"]);
/// Words for what is counted behind "a": `about a third`, `only a few`.
#[rustfmt::skip]
const FEW: WordList = WordList::new(&[
    "third", "quarter", "half", "fifth", "tenth", "few", "handful", "couple", "fraction", "dozen", "score", "hundred",
    "thousand",
]);

/// Whether a word may open a number that is not exact.
pub(super) fn is_inexact(token: &Token<'_>) -> bool {
    token.any(&ABOUT) && !token.is_word("some")
        || token.any(&DEGREE)
        || token.any(words!["more", "fewer", "less", "at"])
}

/// Whether a number stands at a token, or "a" before one, a part or a few.
pub(super) fn is_number(tokens: &[Token<'_>], at: usize) -> bool {
    let token = &tokens[at];
    let counts = |next: &Token<'_>| next.is(Class::NUMBER) || next.any(&FEW);
    token.is(Class::NUMBER)
        || token.kind == Kind::Number
        || token.is_word("half")
        || token.is_word("a") && tokens.get(at + 1).is_some_and(counts)
}

/// The end of a number with those whom it counts, and of a ratio with those of whom it is: `two aides`, `6 in 10 U.S.
/// adults`.
pub(super) fn behind_number(tokens: &[Token<'_>], number: usize, end: usize) -> usize {
    let phrase = phrase_end(tokens, number);
    let ratio = phrase + 1 < end
        && (tokens[phrase].any(words!["in", "of"])
            || tokens[phrase].is_word("out") && tokens[phrase + 1].is_word("of"));
    let other = phrase + 1 + usize::from(ratio && tokens[phrase].is_word("out"));
    if !ratio || other >= end || !is_number(tokens, other) {
        return phrase.min(end);
    }
    let of = phrase_end(tokens, other).min(end);
    // `U.S. adults`
    let adults = of < end
        && tokens[of - 1].kind == Kind::Name
        && tokens[of].kind == Kind::Word
        && tokens[of].ends_in_s()
        && !is_verb(tokens, of);
    of + usize::from(adults)
}

/// A number of somebody, made less exact, that a chunk begins with: `about half`, `at least 27 members`, `more than 8
/// in 10 people`.
pub(super) fn counted(tokens: &[Token<'_>], start: usize, end: usize) -> Option<Range<usize>> {
    // `Just over half of the voters`, `A little more than half`
    let short = (start..end.min(start + 4))
        .find(|at| tokens[*at].is_word("half"))
        .filter(|half| is_about(&tokens[start..*half]));
    if let Some(half) = short {
        let of = half + 1 < end && tokens[half + 1].is_word("of");
        let behind = if of {
            phrase_end(tokens, half + 2)
        } else {
            half + 1
        };
        return Some(start..behind.min(end));
    }
    // `Only about half`, `just over 60 members`, `no fewer than nine`
    let degree = tokens[start].any(&DEGREE) && end > start + 2;
    if degree && is_inexact(&tokens[start + 1]) {
        return counted(tokens, start + 1, end).map(|found| start..found.end);
    }
    // `At least 27 members`, `more than a dozen officials`
    let opens = tokens[start].is_word("at") && tokens.get(start + 1)?.any(words!["least", "most"])
        || tokens[start].any(words!["more", "fewer", "less"])
            && tokens.get(start + 1)?.is_word("than");
    let number = start + 1 + usize::from(opens);
    let few = degree && !tokens[start].any(words!["well", "no"]);
    if number >= end || !(opens || few || tokens[start].any(&ABOUT)) || !is_number(tokens, number) {
        return None;
    }
    let behind = behind_number(tokens, number, end);
    let closed = behind >= end || tokens[behind].is(Class::PREPOSITION);
    (behind > number && closed).then_some(start..behind)
}

/// The subject in a stretch without commas, up to its end.
pub(super) fn within(tokens: &[Token<'_>], mut start: usize, end: usize) -> Option<Range<usize>> {
    let mut end = end;
    if start >= end {
        return None;
    }
    // What stands in brackets behind a name.
    if tokens[end - 1].is_mark(')') {
        end = (start..end).rev().find(|at| tokens[*at].is_mark('('))?;
    }
    start = behind_amount(tokens, start, end).unwrap_or(start);
    start = behind_place(tokens, start, end);
    start = behind_joints(tokens, start, end);
    if let Some(named) = behind_time(tokens, &(start..end)) {
        return Some(named);
    }
    if start >= end {
        return None;
    }
    if let Some(told) = told(tokens, start, end) {
        return Some(told);
    }
    if let Some(counted) = counted(tokens, start, end) {
        return Some(counted);
    }
    // A clause before the subject: it begins behind the last word that joins or subordinates.
    let is_finite = |at: &usize| {
        let before = |before: &Token<'_>| before.is_word("to") || before.is_mark('(');
        is_verb(tokens, *at) && !(*at > start && before(&tokens[*at - 1]))
    };
    let verb = (start..end).rev().find(is_finite);
    // `A statement issued by the port and the town`
    let done_by =
        |at: usize| at + 1 < end && tokens[at].text.ends_with("ed") && tokens[at + 1].is_word("by");
    let joint = (start..end).rev().find(|at| {
        let token = &tokens[*at];
        let and = token.is(Class::AND) && token.kind == Kind::Word;
        let sub = token.is(Class::SUBORDINATOR) && !token.is(Class::PREPOSITION)
            || token.is(Class::RELATIVE) && token.kind == Kind::Word
            || token.any(words!["what", "why", "how"]);
        let points = *at > start && tokens[*at - 1].is(Class::PREPOSITION);
        sub && !token.is_word("that") && *at + 1 < end
            || token.is_word("that") && *at + 1 < end && *at > start && !points
            || and
                && !names_two(tokens, *at, end)
                && (start..*at).any(|before| is_verb(tokens, before) && !done_by(before))
    });
    let joint = joint.filter(|joint| verb.is_none_or(|verb| verb < *joint));
    // `It came after the director told …`
    let later = |verb: usize| {
        let finite = tokens[verb].is(Class::VERB.or(Class::AUXILIARY));
        (verb + 1..end - 1)
            .rev()
            .find(|at| tokens[*at].any(words!["after", "before", "until", "as"]))
            .filter(|at| {
                let body =
                    || tokens[end - 1].is(Class::SPEAKER) && phrase_end(tokens, at + 1) >= end;
                finite || is_somebody(tokens, at + 1..end) || tokens[*at].is_word("as") && body()
            })
    };
    let joint = joint.or_else(|| verb.and_then(later));
    // `The comments came after two people briefed on it said so`
    let after = (start + 1..end.saturating_sub(1)).find(|at| {
        let finite = tokens[*at - 1].is(Class::VERB) && is_finite(&(at - 1));
        finite && tokens[*at].any(words!["after", "before"])
    });
    if let Some(after) = after.filter(|_| joint.is_none()) {
        return within(tokens, after + 1, end);
    }
    if let Some(joint) = joint {
        start = joint + 1;
    } else if let Some(verb) = verb
        && let from = behind_attribute(tokens, start, end)
        && verb >= from
    {
        // A participle or a relative clause behind the subject, as in `a report published on Monday`.
        let first = (from..end)
            .find(|at| is_finite(at) || tokens[*at].is(Class::RELATIVE) && *at > start)?;
        let adverbs = (start..first)
            .rev()
            .take_while(|at| tokens[*at].is(Class::ADVERB))
            .count();
        end = first - adverbs;
        if end <= start || tokens[first].is(Class::AUXILIARY) {
            return None;
        }
    }
    if start >= end {
        return None;
    }
    let chunk = start..end;
    if is_fronted(tokens, &chunk) && !tokens[start].is(Class::SUBJECT) {
        // `After Vell reported that`
        let clause = tokens[start].any(words!["after", "before", "since", "until", "as", "while"])
            && start + 1 < end
            && phrase_end(tokens, start + 1) >= end;
        if clause {
            return Some(start + 1..end);
        }
        return fronted_subject(tokens, &chunk);
    }
    let found = start..cut(tokens, start, end);
    (!found.is_empty()).then_some(found)
}

/// Whether a stretch is a clause of its own, no noun phrase with a participle behind it: `Rebels killed 12 people`,
/// not `a report published on Monday`.
pub(in crate::articles::quotations) fn is_whole_clause(
    tokens: &[Token<'_>],
    chunk: &Range<usize>,
) -> bool {
    let relative = |at: usize| tokens[at].is(Class::RELATIVE) && tokens[at].kind == Kind::Word;
    let verb = (chunk.start + 1..chunk.end).find(|at| is_verb(tokens, *at) || relative(*at));
    let Some(verb) = verb else { return false };
    if !relative(verb) {
        return is_finite(tokens, verb, chunk.end);
    }
    // `The bridge that was closed in May will reopen`
    let mut verbs = (verb + 1..chunk.end).filter(|at| is_verb(tokens, *at));
    let first = verbs.next();
    let modal = |at: usize| tokens[at].is(Class::MODAL) && !is_verb(tokens, at - 1);
    first.is_some()
        && verbs.any(|at| modal(at) && !tokens[at - 1].is(Class::AND.or(Class::SUBJECT)))
}

/// Past forms that are no participle, and those of verbs that nothing is done to.
#[rustfmt::skip]
const FINITE_ONLY: WordList = WordList::new(&[
    "appeared", "arose", "arrived", "ate", "became", "began", "belonged", "bit", "blew", "bore", "broke", "came",
    "chose", "collapsed", "died", "disappeared", "drew", "drove", "emerged", "erupted", "existed", "exploded", "fell",
    "flew", "forgave", "forgot", "froze", "gave", "grew", "happened", "hid", "knew", "lasted", "lay", "lived",
    "occurred", "overcame", "oversaw", "overtook", "persisted", "ran", "rang", "remained", "rode", "rose", "sang",
    "sank", "saw", "seemed", "shook", "shrank", "slept", "spoke", "sprang", "stayed", "stole", "stood", "surged",
    "swam", "swore", "threw", "took", "tore", "underwent", "went", "withdrew", "woke", "wore", "worked", "wrote",
]);

/// Whether a verb is finite beyond doubt: by its form, or because it takes an object.
fn is_finite(tokens: &[Token<'_>], at: usize, end: usize) -> bool {
    // Behind these a participle keeps an object: `a group called the Northern Front`.
    const NAMING: WordList = WordList::new(&[
        "called", "named", "dubbed", "known", "given", "shown", "offered", "awarded", "paid",
        "sent", "told", "asked",
    ]);
    let token = &tokens[at];
    let third = token.ends_in_s();
    if token.is(Class::AUXILIARY) || third || token.any(&FINITE_ONLY) {
        return true;
    }
    let next = tokens.get(at + 1).filter(|_| at + 1 < end);
    !token.any(&NAMING)
        && next.is_some_and(|next| {
            let number = next.kind == Kind::Number || next.is(Class::NUMBER);
            let name = next.kind == Kind::Name && !next.is(Class::TIME);
            number
                || name
                || next.is(Class::DETERMINER.or(Class::POSSESSIVE).or(Class::OBJECT))
                    && !next.any(words!["this", "last"])
                || counted(tokens, at + 1, end).is_some()
        })
}

/// Whether a whole stretch names or tells one who speaks: `the editor of a weekly`.
fn is_somebody(tokens: &[Token<'_>], phrase: Range<usize>) -> bool {
    let own = &tokens[phrase.clone()];
    let person = |token: &Token<'_>| token.is(Class::PERSON) && !token.is(Class::OCCASION);
    let name = own.len() == 1 && own[0].kind == Kind::Name && !own[0].is(Class::TIME);
    phrase_end(tokens, phrase.start) >= phrase.end
        && (name || named_person(own) || own.iter().any(person))
}

/// Behind a participle that stands before the noun: `Newly released records of the board`.
fn behind_attribute(tokens: &[Token<'_>], start: usize, end: usize) -> usize {
    let adverbs = (start..end)
        .take_while(|at| tokens[*at].is(Class::ADVERB) && tokens[*at].text.ends_with("ly"))
        .count();
    let at = start + adverbs;
    let attribute = at + 1 < end
        && tokens[at].text.ends_with("ed")
        && tokens[at + 1].is(Class::SPEAKER)
        && tokens[at + 1].kind == Kind::Word;
    if attribute { at + 1 } else { start }
}

/// `She said her mother believed`: the subject behind a verb of saying that nothing joins to it.
fn told(tokens: &[Token<'_>], start: usize, end: usize) -> Option<Range<usize>> {
    let says = |at: &usize| {
        let mut readings = tokens[*at].readings().iter();
        readings.any(|(verb, form)| {
            *form == Form::Past && tokens[*at].verb(*verb).frames.has(Frames::THAT)
        })
    };
    let verb = (start + 1..end).rev().find(|at| is_verb(tokens, *at))?;
    let own = &tokens[verb - 1];
    let finite = is_pronoun(tokens, verb - 1) || own.kind == Kind::Name && !own.is(Class::TIME);
    let opens = tokens.get(verb + 1).is_some_and(|next| {
        next.is(Class::DETERMINER.or(Class::POSSESSIVE)) && !next.is_word("that")
            || next.kind == Kind::Name && !next.is(Class::TIME)
    });
    (finite && says(&verb) && opens && phrase_end(tokens, verb + 1) == end).then_some(verb + 1..end)
}

/// The subject behind an adverbial that no comma divides from it.
pub(super) fn fronted_subject(tokens: &[Token<'_>], chunk: &Range<usize>) -> Option<Range<usize>> {
    if let Some(named) = behind_time(tokens, chunk) {
        return Some(named);
    }
    let begins = |at: &usize| {
        let token = &tokens[*at];
        let before = &tokens[*at - 1];
        let free = !before.is(Class::PREPOSITION
            .or(Class::DETERMINER)
            .or(Class::POSSESSIVE))
            && before.kind != Kind::Genitive;
        let article = token.is(Class::DETERMINER.or(Class::POSSESSIVE)) || token.is(Class::SUBJECT);
        let name = token.kind == Kind::Name
            && !token.is(Class::TIME)
            && (before.kind != Kind::Name
                || before.is(Class::TIME)
                || *at == 1 && before.is(Class::ADVERB));
        free && (article && !token.is_word("that") && token.kind != Kind::Number || name)
    };
    let start = (chunk.start + 1..chunk.end).rev().find(|at| {
        begins(at) && !(*at > chunk.start + 1 && tokens[at - 1].any(words!["and", "of"]))
    });
    if let Some(start) = start {
        return Some(start..cut(tokens, start, chunk.end)).filter(|found| !found.is_empty());
    }
    // `On Friday ministers said`, `Later officials said`.
    let rest = (chunk.start..chunk.end).find(|at| {
        !tokens[*at].is(Class::ADVERB
            .or(Class::TIME)
            .or(Class::PREPOSITION)
            .or(Class::NUMBER))
    })?;
    // `On Monday analysts at Birr said`
    let behind_noun = (rest + 1..chunk.end).find(|at| tokens[*at].is(Class::PREPOSITION));
    let end = behind_noun.unwrap_or(chunk.end);
    let spoken = tokens[rest..end]
        .iter()
        .any(|token| token.is(Class::SPEAKER));
    spoken.then(|| rest..cut(tokens, rest, chunk.end))
}

/// Whether a place behind a name is followed by another name: `Iris Vane of Oban and Hal Orr`.
fn is_joined_behind_place(tokens: &[Token<'_>], of: usize, end: usize) -> bool {
    let names = |from: usize| {
        let rest = tokens.get(from..end).unwrap_or_default();
        rest.iter()
            .take_while(|token| token.kind == Kind::Name)
            .count()
    };
    let place = names(of + 1);
    let and = of + 1 + place;
    let other = and + 1;
    tokens[of].any(words!["of", "from"])
        && place > 0
        && and < end
        && tokens[and].is_word("and")
        && names(other) > 1
        && named_person(&tokens[other..other + names(other)])
}

/// Nouns for large numbers of people: `Thousands of people said`.
const MANY: WordList = WordList::new(&[
    "thousands",
    "millions",
    "scores",
    "hundreds",
    "dozens",
    "tens",
    "crowds",
]);

/// Whether a preposition behind another tells how many or from where: `from around the world`, `of more than 40 states`.
pub(super) fn goes_on_placed(tokens: &[Token<'_>], at: usize) -> bool {
    const PLACING: WordList = WordList::new(&[
        "around", "across", "over", "about", "under", "inside", "outside", "within", "near",
        "behind", "beyond",
    ]);
    let joint =
        |at: usize| tokens[at].any(words!["of", "for", "from"]) && tokens[at].kind == Kind::Word;
    let than = tokens[at].is_word("than")
        && at > 1
        && tokens[at - 1].any(words!["more", "fewer", "less"])
        && joint(at - 2);
    let charge =
        tokens[at].is_word("in") && tokens.get(at + 1).is_some_and(|next| next.text == "Charge");
    charge || than || at > 0 && tokens[at].any(&PLACING) && joint(at - 1)
}

/// Whether a phrase tells who has an office in a body with its name: `The head of the Grain Board (GB)`.
fn heads_named_body(phrase: &[Token<'_>]) -> bool {
    let of = phrase
        .iter()
        .position(|token| token.any(words!["of", "for"]) && token.kind == Kind::Word);
    of.and_then(|of| phrase[..of].last())
        .is_some_and(|office| office.is(Class::PERSON) && !office.ends_in_s())
}

/// Where a noun phrase ends that may be followed by phrases which are no part of the speaker's name.
fn cut(tokens: &[Token<'_>], start: usize, end: usize) -> usize {
    for at in start + 1..end {
        let token = &tokens[at];
        if is_apposed(tokens, at) {
            return at;
        }
        let (before, next) = (&tokens[at - 1], tokens.get(at + 1));
        // `experts attending the forum`
        let opens = |next: &Token<'_>| {
            next.is(Class::DETERMINER.or(Class::POSSESSIVE)) || next.any(words!["to", "that"])
        };
        let attending = before.kind == Kind::Word
            && (before.text.ends_with('s') && !before.is(Class::POSSESSIVE)
                || before.is(Class::SPEAKER) && next.is_some_and(opens));
        // `Villagers living near the border`
        let points = next.is_some_and(|next| next.is(Class::PREPOSITION));
        let staying = before.is(Class::PERSON) && points;
        if token.is_gerund() && (attending || staying) {
            return at;
        }
        let late = token.any(words!["late", "early"]);
        let dated = next.is_some_and(|next| {
            (late || token.any(words!["last", "this", "next"])) && next.is(Class::TIME)
                || late && next.any(words!["on", "in"])
        });
        let earlier = token.kind == Kind::Word && token.any(words!["earlier", "later"]);
        if dated || earlier || token.any(words!["itself", "himself", "herself", "themselves"]) {
            return at;
        }
        // `Iris Vane and about a dozen allies`
        if before.is_word("and") && counted(tokens, at, end).is_some_and(|found| found.end == end) {
            return end;
        }
        if token.kind == Kind::Name || !token.is(Class::PREPOSITION) && !token.is_mark('(') {
            continue;
        }
        // `leaders from Cooperation Organization (SCO) member countries`
        let closed = (at + 1..end.min(at + 4)).find(|at| tokens[*at].is_mark(')'));
        let noun = |at: usize| tokens[at].kind == Kind::Word && !is_verb(tokens, at);
        // `the Dockers' Union (DU) Secretary-General Iris Vane`, `Secretary General Dockers' Union (DU) Iris Vane`
        let titled = |at: usize| {
            named_person(&tokens[at..end])
                && end - at >= 2
                && tokens[at].kind == Kind::Name
                && (tokens[at].is(Class::TITLE.or(Class::PERSON))
                    || tokens[start].is(Class::TITLE)
                    || heads_named_body(&tokens[start..at]))
        };
        let behind = |at: usize| at + 1 < end && (noun(at + 1) || titled(at + 1));
        if token.is_mark('(') && (closed.is_some_and(behind) || is_retired(tokens, at)) {
            continue;
        }
        let share = token.is_word("in")
            && tokens[at - 1].is(Class::NUMBER)
            && at + 1 < end
            && tokens[at + 1].is(Class::NUMBER);
        // `Leader of the Opposition in the Lower House Iris Vane`
        let held = token.any(words!["in", "at"])
            && next.is_some_and(|next| next.is_word("the"))
            && end - at > 4
            && is_house_and_person(&tokens[at + 2..end])
            && heads_named_body(&tokens[start..at]);
        let named = next.is_some_and(|next| next.kind == Kind::Name && !next.is(Class::TIME));
        // `Council on Harbour Relations President Iris Vane`, `University of Oban at Birr professor Iris Vane`
        let of_body = before.kind == Kind::Name && before.is(Class::BODY) && token.is_word("on")
            || token.is_word("at")
                && tokens[start..at]
                    .iter()
                    .any(|word| word.is_word("university"));
        let keeps = share
            || held
            || named && of_body
            || goes_on_placed(tokens, at)
            || is_posted(tokens, at)
            || is_joined_behind_place(tokens, at, end)
            || token.any(words!["of", "for", "from"])
                && (at == start + 1 && (tokens[start].any(&MANY) || is_of_people(tokens, at))
                    || !named_person(&tokens[start..at]));
        if !keeps {
            return at;
        }
    }
    end
}
