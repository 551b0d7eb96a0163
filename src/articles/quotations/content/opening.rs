//! Where a content opens behind its cue.

use super::super::lexicon::Class;
use super::super::phrases::{is_verb, phrase_end};
use super::super::tails::{ends_with_comma, resumes};
use super::super::verbs::{Frames, Verb};
use super::super::word_list::WordList;
use super::super::words::{Kind, Token};
use super::addressees::{MEDIA, addressee, behind_addressee};
use super::adverbials::{SPANS, adverbial, before_an_audience, is_of_court, takes_object};
use super::circumstances::{behind_circumstances, phrase as told_at};
use super::shown::is_shown_behind;
use super::told_somebody;

/// How far the word that opens a content may be from its cue, in tokens.
pub(super) const FAR: usize = 16;

/// How many words may be put between a promise and its infinitive.
pub(super) const SHORT: usize = 5;

/// Where the content opens: behind adverbs, times and places of saying, and the addressee.
pub(super) fn opening(tokens: &[Token<'_>], start: usize, limit: usize, verb: &Verb) -> usize {
    if let Some(end) = behind_broadcast(tokens, start, limit) {
        return end;
    }
    // `vowed to scrap a tax that has hit farmers`
    if is_wanted(tokens, start, limit, verb) {
        return start;
    }
    let mut at = behind_addressee(tokens, start, limit, verb);
    if let Some(end) = asked(tokens, at, limit, verb) {
        return end;
    }
    // `told investigators the same thing: the port was shut`
    if let Some(colon) = behind_same(tokens, at).filter(|colon| colon + 1 < limit) {
        return colon;
    }
    let addressed = told_somebody(verb) || verb.lemma == "ask";
    if let Some(end) = inserted(tokens, start, limit, addressed, verb) {
        return end;
    }
    // `said of the cuts, they would go on`
    if verb.lemma == "say" && tokens.get(at).is_some_and(|token| token.is_word("of")) {
        let end = phrase_end(tokens, at + 1);
        let clause = (end..limit).any(|at| is_verb(tokens, at));
        if end + 2 < limit && tokens[end].is_mark(',') && clause {
            return end + 1;
        }
    }
    // `will not divulge to the board when it is to end`
    if tokens.get(at).is_some_and(|token| token.is_word("to")) && verb.frames.has(Frames::WH) {
        let end = phrase_end(tokens, at + 1);
        let asks = |token: &Token<'_>| token.is(Class::QUESTION) && !token.is_word("who");
        if end > at + 1 && end < limit && asks(&tokens[end]) {
            return end;
        }
    }
    // `said when asked about the plan that`
    if at + 1 < limit
        && tokens[at].is_word("when")
        && tokens[at + 1].any(words!["asked", "pressed", "questioned"])
    {
        let that = (at + 2..limit.min(at + FAR)).find(|at| tokens[*at].is_word("that"));
        let marks = (at + 2..limit.min(at + FAR).saturating_sub(1))
            .find(|at| tokens[*at].is_mark(':') && tokens[at + 1].quoted().is_some());
        return that.or(marks).unwrap_or(at);
    }
    // `told reporters before she left the port that`
    if tokens
        .get(at)
        .is_some_and(|token| token.any(words!["before", "after", "as", "while", "when"]))
        && let Some(that) = behind_circumstance(tokens, at, limit)
    {
        return that;
    }
    // `told anybody who would listen that`
    if at > start && tokens.get(at).is_some_and(|token| token.is_word("who")) {
        let that = (at..limit.min(at + FAR)).find(|at| tokens[*at].is_word("that"));
        return that.unwrap_or(at);
    }
    // `believe with "high confidence" that`, `said on "Harbour Week" that`
    let marked = |at: usize| tokens.get(at).is_some_and(|token| token.quoted().is_some());
    if at + 2 < limit
        && tokens[at].any(words!["with", "in", "on"])
        && marked(at + 1)
        && tokens[at + 2].is_word("that")
    {
        return at + 2;
    }
    // `tweeted using her own account: "…"`
    if tokens.get(at).is_some_and(|token| token.is_word("using")) && verb.frames.has(Frames::QUOTE)
    {
        let colon = (at..limit.min(at + FAR)).find(|at| tokens[*at].is_mark(':'));
        if let Some(colon) = colon {
            return colon;
        }
    }
    if let Some(place) = behind_occasion(tokens, at, limit, verb) {
        return place;
    }
    if verb.frames.has(Frames::THAT.or(Frames::NP_THAT))
        && let Some(that) =
            behind_insertion(tokens, at, limit).or_else(|| behind_phrases(tokens, at, limit))
    {
        return that;
    }
    if at > start
        && let Some(place) = told_where(tokens, at, limit)
    {
        return place;
    }
    loop {
        // `vowed on Thursday to visit the port`
        if is_wanted(tokens, at, limit, verb) {
            return at;
        }
        let next = adverbial(tokens, at, limit);
        if next == at {
            break;
        }
        at = next;
    }
    behind_circumstances(tokens, start, at, limit, verb).unwrap_or(at)
}

/// Whether an infinitive opens here that tells what somebody is to do.
fn is_wanted(tokens: &[Token<'_>], at: usize, limit: usize, verb: &Verb) -> bool {
    at + 1 < limit
        && tokens[at].is_word("to")
        && verb.frames.has(Frames::TO)
        && (is_infinitive(&tokens[at + 1]) || takes_object(tokens, at + 1, limit))
        && before_an_audience(tokens, at).is_none()
}

/// The colon behind words that only announce what follows: `the same thing:`, `the following:`, `this:`.
fn behind_same(tokens: &[Token<'_>], at: usize) -> Option<usize> {
    let announced: [&[&str]; 4] = [
        &["the", "same", "thing"],
        &["the", "same"],
        &["the", "following"],
        &["this"],
    ];
    announced.iter().find_map(|words| {
        let colon = at + words.len();
        let own = tokens.get(at..colon)?.iter().zip(*words);
        let said = own.clone().all(|(token, word)| token.is_word(word));
        (said && tokens.get(colon)?.is_mark(':')).then_some(colon)
    })
}

/// Where the content opens behind a time or a place of saying: `said on Monday that`, `said in a statement to
/// parliament that`.
fn behind_occasion(tokens: &[Token<'_>], at: usize, limit: usize, verb: &Verb) -> Option<usize> {
    let first = tokens.get(at).filter(|_| at < limit)?;
    let spoken = first.any(words![
        "while",
        "speaking",
        "appearing",
        "addressing",
        "testifying"
    ]);
    let last = first.any(words!["last", "earlier"]);
    let occasion = first.is(Class::PREPOSITION.or(Class::ADVERB).or(Class::TIME))
        || first.kind == Kind::Word && first.text.ends_with("ly")
        || spoken && !verb.frames.has(Frames::ING)
        || last && tokens.get(at + 1).is_some_and(|next| next.is(Class::TIME));
    let more = first.any(words!["more", "less"]);
    if !occasion && !more || first.is_word("that") {
        return None;
    }
    let place = (at..limit.min(at + FAR)).find(|place| {
        let token = &tokens[*place];
        token.any(words!["that", "whether"])
            || token.is_mark(':') && !is_of_clock(tokens, *place)
            || token.is_mark(',')
            || token.quoted().is_some()
            || *place > at
                && (is_verb(tokens, *place)
                    && !is_shown_behind(tokens, at, *place)
                    && !is_prepared(tokens, *place)
                    && !token.is(Class::OCCASION)
                    || token.is(Class::AND.or(Class::SUBJECT))
                        && !is_shown_behind(tokens, at, *place + 1))
    })?;
    if place == at || !occasion && !tokens[place].is_mark(':') {
        return None;
    }
    let (opens, last, next) = (&tokens[place], &tokens[place - 1], tokens.get(place + 1));
    // `on that day`, `in a statement that was read`
    let points = || {
        let time = |next: &Token<'_>| {
            next.is(Class::TIME.or(Class::OCCASION)) || next.any(words!["time", "period", "day"])
        };
        let relative = |next: &Token<'_>| next.is(Class::AUXILIARY);
        // `wrote to the corps on behalf of a project that ends here`
        let third = |next: &Token<'_>| {
            next.kind == Kind::Word
                && next.ends_in_s()
                && !next.is(Class::DETERMINER.or(Class::SUBJECT).or(Class::PERSON))
                && is_verb(tokens, place + 1)
                && !(place + 2..limit.min(place + FAR))
                    .take_while(|at| tokens[*at].is_plain())
                    .any(|at| is_verb(tokens, at))
        };
        last.is(Class::PREPOSITION) && next.is_some_and(time)
            || last.kind == Kind::Word && next.is_some_and(third)
            || last.is(Class::DOCUMENT.or(Class::OCCASION)) && next.is_some_and(relative)
            || promises(tokens, at, place, limit, verb)
    };
    let marked = || next.is_some_and(|next| next.quoted().is_some());
    let found = opens.is_word("that") && !points()
        || opens.is_word("whether")
        || opens.is_mark(':')
        || opens.is_mark(',') && marked();
    found.then_some(place)
}

/// Whether a colon stands between an hour and its minutes: `at 9:30`.
fn is_of_clock(tokens: &[Token<'_>], colon: usize) -> bool {
    let number = |token: &Token<'_>| token.kind == Kind::Number && token.text.len() <= 2;
    colon > 0 && number(&tokens[colon - 1]) && tokens.get(colon + 1).is_some_and(number)
}

/// Whether a participle stands before the noun of an occasion, or a noun that is a verb as well behind another: `in prepared
/// remarks`, `in court documents`.
fn is_prepared(tokens: &[Token<'_>], at: usize) -> bool {
    if is_of_court(tokens, at) {
        return true;
    }
    let occasion = Class::OCCASION.or(Class::DOCUMENT);
    tokens[at].text.ends_with("ed")
        && tokens[at - 1].is(Class::PREPOSITION
            .or(Class::DETERMINER)
            .or(Class::POSSESSIVE))
        && tokens.get(at + 1).is_some_and(|next| next.is(occasion))
}

/// The "that" behind a time or a place of saying of which more is told between commas: `said on Monday, a day
/// after the vote, that`, `told her party at a meeting, which began late, that`.
fn behind_insertion(tokens: &[Token<'_>], at: usize, limit: usize) -> Option<usize> {
    let occasion = Class::PREPOSITION.or(Class::ADVERB).or(Class::TIME);
    tokens.get(at).filter(|opens| opens.is(occasion))?;
    let apart = |at: &usize| {
        let token = &tokens[*at];
        token.mark().is_some() || token.quoted().is_some() || is_verb(tokens, *at)
    };
    let first = (at..limit.min(at + FAR)).find(apart)?;
    let next = tokens.get(first + 1).filter(|_| first + 1 < limit)?;
    let goes_on =
        next.is(Class::AND.or(Class::SUBJECT)) || next.is_gerund() && !next.any(&INSERTED);
    if !tokens[first].is_mark(',') || goes_on {
        return None;
    }
    let far = limit.saturating_sub(2).min(first + 2 * FAR);
    // `said on Monday, a day after the vote: "…"`
    let marked = |at: usize| tokens[at].is_mark(':') && tokens[at + 1].quoted().is_some();
    let last = (first + 2..far.max(first + 2))
        .find(|at| tokens[*at].is_mark(',') && tokens[at + 1].is_word("that") || marked(*at))?;
    if marked(last) {
        return Some(last);
    }
    let finite = (last + 2..limit)
        .any(|at| tokens[at].quoted().is_some() || at > last + 2 && is_verb(tokens, at));
    finite.then_some(last + 1)
}

/// Participles that tell on what, where or to whom somebody spoke: `said on Friday, citing satellite images, that`.
pub(in crate::articles::quotations) const INSERTED: WordList = WordList::new(&[
    "citing",
    "quoting",
    "speaking",
    "referring",
    "responding",
    "addressing",
    "commenting",
    "using",
    "replying",
]);

/// The "that" behind phrases without a comma that tell when, how or on what occasion: `said without giving details
/// that`, `told Reuters two days before the vote that`, `said ahead of the talks that`.
fn behind_phrases(tokens: &[Token<'_>], at: usize, limit: usize) -> Option<usize> {
    let (first, next) = (tokens.get(at)?, tokens.get(at + 1)?);
    let counted = first.is(Class::NUMBER) && next.any(&SPANS);
    if let Some(that) = behind_span(tokens, at, limit) {
        return Some(that);
    }
    let timed = counted
        || first.any(words![
            "hours", "days", "minutes", "weeks", "months", "moments", "shortly"
        ]) && next.any(words!["after", "before"]);
    let opens = timed || first.any(words!["ahead", "without", "under", "prior"]);
    if !opens {
        return None;
    }
    let mut near = at + 1..limit.saturating_sub(2).min(at + FAR);
    let that = near.find(|at| !tokens[*at].is_plain() || tokens[*at].is_word("that"))?;
    let between = &tokens[at + 1..that];
    let clause = between
        .iter()
        .any(|token| token.is(Class::AND.or(Class::SUBJECT).or(Class::RELATIVE)));
    (tokens[that].is_word("that") && !clause && that > at + 1).then_some(that)
}

/// The "that" behind how long before or after something it was said: `warned nearly a year before she ran that`.
fn behind_span(tokens: &[Token<'_>], at: usize, limit: usize) -> Option<usize> {
    let word = |at: usize, words: &WordList| tokens.get(at).is_some_and(|next| next.any(words));
    let more = usize::from(word(at, words!["more", "less"]) && word(at + 1, words!["than"]));
    let about = word(
        at,
        words!["nearly", "almost", "about", "over", "roughly", "just"],
    );
    let count = at + 2 * more + usize::from(about);
    let counted = word(count, words!["a", "an"]) || tokens.get(count)?.is(Class::NUMBER);
    let since = word(count + 2, words!["before", "after"]);
    if !counted || !word(count + 1, &SPANS) || !since {
        return None;
    }
    let mut near = count + 3..limit.saturating_sub(2).min(at + FAR);
    let that = near.find(|at| !tokens[*at].is_plain() || tokens[*at].is_word("that"))?;
    (tokens[that].is_word("that") && that > count + 3).then_some(that)
}

/// Whether an infinitive stands here with an object that "that" points at: `vowed to veto that bill`.
fn promises(tokens: &[Token<'_>], at: usize, that: usize, limit: usize, verb: &Verb) -> bool {
    let told = |at: usize| is_verb(tokens, at) || tokens[at].quoted().is_some();
    let wanted = tokens[at].is_word("to") && verb.frames.has(Frames::TO) && that == at + 2;
    wanted && !(that + 1..limit).any(told)
}

/// The "that" behind a clause without a comma that tells when something was said, or the colon before marks.
fn behind_circumstance(tokens: &[Token<'_>], at: usize, limit: usize) -> Option<usize> {
    let mut near = (at + 2..limit.min(at + FAR)).take_while(|at| tokens[*at].is_plain());
    let that = near.find(|at| tokens[*at].is_word("that")).or_else(|| {
        let colon = (at + 2..limit.min(at + FAR)).find(|at| !tokens[*at].is_plain())?;
        let marked = colon + 1 < limit && tokens[colon + 1].quoted().is_some();
        (marked && tokens[colon].is_mark(':')).then_some(colon)
    })?;
    let next = tokens.get(that + 1).filter(|_| that + 1 < limit)?;
    let told = next.quoted().is_some() || (that + 2..limit).any(|at| is_verb(tokens, at));
    let circumstance = (at + 1..that).any(|at| is_verb(tokens, at));
    (circumstance && told && !next.is(Class::AUXILIARY)).then_some(that)
}

/// Behind the title of what somebody spoke to: `told NTV's “Harbour Hour” programme that`.
fn behind_broadcast(tokens: &[Token<'_>], start: usize, limit: usize) -> Option<usize> {
    let named = |at: &usize| {
        let token = &tokens[*at];
        token.kind == Kind::Name || token.kind == Kind::Genitive || token.is_word("the")
    };
    let on = usize::from(tokens[start].any(words!["on", "in", "to"]));
    let title = start + on + (start + on..limit).take_while(named).count();
    let titled = title > start + on && title < limit && tokens[title].quoted().is_some();
    let medium = title + 1 + usize::from(tokens.get(title + 1)?.any(&MEDIA));
    let next = tokens.get(medium).filter(|_| medium < limit)?;
    // `told the “Harbour Hour” programme: “We are late”`, `told the “Harbour Hour” show she was late`
    let opens = next.is_word("that")
        || medium > title + 1
            && (next.is_mark(':')
                || next.is_mark(',')
                || next.quoted().is_some()
                || next.is(Class::DETERMINER.or(Class::POSSESSIVE).or(Class::SUBJECT)));
    (titled && opens).then_some(medium)
}

/// Behind the place where somebody was told something: `told reporters in Oban the port was safe`.
fn told_where(tokens: &[Token<'_>], at: usize, limit: usize) -> Option<usize> {
    let name = |at: &usize| tokens[*at].kind == Kind::Name && !tokens[*at].is(Class::TIME);
    let place = at + 1 + (at + 1..limit).take_while(name).count();
    let opens = |at: usize| {
        tokens[at].is(Class::DETERMINER.or(Class::SUBJECT).or(Class::POSSESSIVE))
            || tokens[at].any(words!["all", "if", "there"])
    };
    let told = place > at + 1 && place + 2 < limit && tokens[at].any(words!["in", "at", "outside"]);
    (told && opens(place) && (place + 1..limit).any(|at| is_verb(tokens, at))).then_some(place)
}

/// Behind what is put between a cue and its "that": `warned, however, that`, `explained to me, very
/// patiently, that`.
fn inserted(
    tokens: &[Token<'_>],
    at: usize,
    limit: usize,
    addressed: bool,
    verb: &Verb,
) -> Option<usize> {
    let to = tokens.get(at)?.any(words!["to", "with"]);
    let first = if to || addressed && tokens[at].mark().is_none() {
        phrase_end(tokens, at + usize::from(to))
    } else {
        at
    };
    let dash = first < limit && tokens[first].is_dash();
    if first >= limit || !(tokens[first].is_mark(',') || tokens[first].is_mark('(') || dash) {
        return None;
    }
    let closes = |at: &usize| {
        dash && tokens[*at].is_dash() || !dash && matches!(tokens[*at].kind, Kind::Mark(',' | ')'))
    };
    let near = first + 1..limit.min(first + FAR);
    let second = near.clone().find(closes)?;
    // `reported, citing Ida Vell, the mayor of Oban, that`
    let cited = tokens[first + 1].any(words!["citing", "quoting"]);
    let last =
        |at: &usize| closes(at) && tokens.get(at + 1).is_some_and(|next| next.is_word("that"));
    let second = near.clone().find(last).filter(|_| cited).unwrap_or(second);
    let next = tokens.get(second + 1)?;
    // `promised, as planned, to lower the dues`
    let wanted =
        first == at && second <= first + SHORT && verb.frames.has(Frames::TO) && next.is_word("to");
    // `that read, in part, "…"`
    let in_part = first == at && second == first + 3 && tokens[first + 1].is_word("in");
    let marks = in_part && verb.frames.has(Frames::QUOTE) && next.quoted().is_some();
    // `asked a lawyer for Oban, Norland, "…"`
    let apposed = addressed && second <= first + SHORT && next.quoted().is_some();
    // `said, simply, "No."`
    let manner = first == at
        && second == first + 2
        && (tokens[first + 1].is(Class::ADVERB) || tokens[first + 1].text.ends_with("ly"))
        && verb.frames.has(Frames::QUOTE)
        && next.quoted().is_some();
    // `inquired, after a pause, what they wanted`
    let asks = verb.frames.has(Frames::WH)
        && next.is(Class::QUESTION)
        && (verb.lemma == "ask" || !next.any(words!["who", "which", "where", "when"]))
        && !(first + 1..second).any(|at| is_verb(tokens, at));
    // `What they fear, though they will not say so, is that the club will shrink`
    if is_cleft(tokens, second + 1) && second + 3 < limit {
        return Some(second + 2);
    }
    let opens = wanted || marks || apposed || manner || asks || next.any(words!["that", "whether"]);
    (opens && second + 1 < limit).then_some(second + 1)
}

/// Whether a sentence that begins with "What" goes on with "is that" at a place: `What they fear is that`.
pub(in crate::articles::quotations) fn is_cleft(tokens: &[Token<'_>], at: usize) -> bool {
    tokens[0].is_word("what")
        && tokens[at].is(Class::BE)
        && tokens.get(at + 1).is_some_and(|next| next.is_word("that"))
}

/// Whether marks tell more of the noun before them, behind which the clause goes on: `the accord, "signed in Oban,"
/// reflects`.
fn is_apposed(tokens: &[Token<'_>], marks: usize) -> bool {
    tokens[marks].first_word().starts_with(char::is_lowercase)
        && ends_with_comma(&tokens[marks])
        && tokens
            .get(marks + 1)
            .is_some_and(|_| resumes(tokens, marks + 1))
}

/// Whether a word behind "to" tells what somebody does, not whom they speak to.
fn is_infinitive(token: &Token<'_>) -> bool {
    token.kind == Kind::Word
        && token.is(Class::BASE.or(Class::BASE_OR_NOUN))
        && !token.is(Class::SPEAKER)
}

/// The end of whoever is asked: `asked the mayor whether`, `wrote to the court: "…"`.
fn asked(tokens: &[Token<'_>], at: usize, limit: usize, verb: &Verb) -> Option<usize> {
    if told_somebody(verb)
        || tokens.get(at)?.is(Class::QUESTION.or(Class::RELATIVE))
        || tokens[at].is_word("that")
    {
        return None;
    }
    // `vowed to build "a wall"`
    let to = tokens[at].is_word("to");
    let does = to && (verb.frames.has(Frames::TO) || verb.lemma == "continue");
    if verb.lemma == "continue" && to || does && tokens.get(at + 1).is_some_and(is_infinitive) {
        return None;
    }
    let asks = verb.lemma == "ask";
    // Whoever else is told something is seen by the marks behind.
    let marks = || {
        let near = tokens.get(at..tokens.len().min(limit + 1));
        near.is_some_and(|near| near.iter().any(|token| token.quoted().is_some()))
    };
    let names_object = verb.frames.has(Frames::NP.or(Frames::NP_PRED));
    if !asks && !(verb.frames.has(Frames::QUOTE) && (to || !names_object) && marks()) {
        return None;
    }
    let mut end = addressee(tokens, at + usize::from(to));
    while asks && end < limit {
        // `asked aides in the Round Office, "Who is it?"`
        let next = told_at(tokens, end, limit, end > at);
        let time = tokens[end].any(words!["last", "this", "on"])
            && tokens.get(end + 1).is_some_and(|next| next.is(Class::TIME));
        let often = tokens[end].any(words!["once", "twice", "again", "repeatedly", "directly"]);
        if next > end {
            end = next;
        } else if often && end > at {
            end += 1;
        } else if time {
            end += 2;
        } else {
            break;
        }
    }
    let next = tokens.get(end).filter(|_| at < end && end < limit)?;
    // `wished to "apologise sincerely"`
    if to && end == at + 1 {
        return None;
    }
    let quoted = next.quoted().is_some()
        || (next.is_mark(',') || next.is_mark(':'))
            && tokens
                .get(end + 1)
                .is_some_and(|next| next.quoted().is_some());
    // `asked the crew by radio what its intentions were`
    if asks && next.is(Class::PREPOSITION) && next.kind == Kind::Word {
        let plain = |place: &usize| {
            tokens[*place].mark().is_none()
                && tokens[*place].quoted().is_none()
                && !tokens[*place].is(Class::AND)
                && !is_verb(tokens, *place)
                && !tokens[*place].is_word("to")
        };
        let far = limit.min(end + FAR);
        let asked = (end..far).find(|place| tokens[*place].is(Class::QUESTION) || !plain(place));
        if let Some(asked) = asked.filter(|at| tokens[*at].is(Class::QUESTION)) {
            return Some(asked);
        }
    }
    let question = next.is(Class::QUESTION) && verb.frames.has(Frames::WH) && asks;
    (question
        || quoted
            && !(next.is_mark(',') && is_apposed(tokens, end + 1))
            && verb.frames.has(Frames::QUOTE)
            && (to || asks || next.quoted().is_none() && !names_object))
        .then_some(end)
}
