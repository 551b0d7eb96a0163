//! Reports behind verbs that tell little themselves: `spent the day telling voters that`, `limited himself to saying that`,
//! `took the stage to accuse`, `has come to believe that`.

use super::super::lexicon::Class;
use super::super::phrases::is_verb;
use super::super::spelling::is_in_capitals;
use super::super::verbs::Verb;
use super::super::word_list::WordList;
use super::super::words::{Kind, Token};
use super::Cue;
use super::before::before;

/// How many words may stand between such a verb and the report.
const FAR: usize = 10;

/// What somebody spends who goes on saying something.
const SPENT: WordList = WordList::new(&[
    "time",
    "day",
    "days",
    "week",
    "weeks",
    "month",
    "months",
    "year",
    "years",
    "hour",
    "hours",
    "minutes",
    "decade",
    "decades",
    "weekend",
    "morning",
    "afternoon",
    "evening",
    "night",
    "summer",
    "career",
    "campaign",
    "session",
    "speech",
    "meeting",
]);

/// A finite cue that begins with another verb, if that tells of something that took place.
fn behind(tokens: &[Token<'_>], cue: &Cue, verb: usize) -> Option<Cue> {
    let found = before(tokens, verb);
    let own = found.left.checked_sub(1).map(|at| &tokens[at])?;
    let told = !found.negated && !found.modal && !found.be && !own.is_word("to");
    told.then(|| Cue {
        left: found.left,
        coordinated: own.is(Class::AND) && own.kind == Kind::Word,
        ..cue.clone()
    })
}

/// A gerund behind what somebody spent, kept to or ended with: `has spent weeks arguing that`, `limited herself to saying
/// that`, `concluded by saying that`.
pub(super) fn light(tokens: &[Token<'_>], cue: &Cue) -> Option<Cue> {
    let last = cue
        .left
        .checked_sub(1)
        .filter(|_| cue.left == cue.tokens.start)?;
    let spent = (last.saturating_sub(FAR)..last)
        .rev()
        .find(|at| is_verb(tokens, *at) || !tokens[*at].is_plain())
        .filter(|at| tokens[*at].any(words!["spent", "spends", "spend"]));
    if let Some(spent) = spent.filter(|_| tokens[last].any(&SPENT)) {
        return behind(tokens, cue, spent);
    }
    let verb = last.checked_sub(1)?;
    let out = tokens
        .get(cue.tokens.end)
        .is_some_and(|next| next.is_word("out"));
    if tokens[last].is_word("by") && tokens[verb].any(&ENDED) && !out {
        return behind(tokens, cue, verb);
    }
    // `has gone on record saying that`
    let on = verb.checked_sub(1)?;
    let record = tokens[last].is_word("record") && tokens[verb].is_word("on");
    if record && tokens[on].any(words!["gone", "went", "goes", "go"]) {
        return behind(tokens, cue, on);
    }
    // `stopped short of saying that`
    let short = tokens[last].is_word("of") && tokens[verb].is_word("short");
    if short && tokens[on].any(words!["stopped", "stops", "stop"]) {
        return behind(tokens, cue, on).map(|cue| Cue {
            negated: true,
            ..cue
        });
    }
    let own = words!["himself", "herself", "itself", "themselves"];
    let kept = verb.checked_sub(1)?;
    let keeps = tokens[kept].any(words![
        "limited",
        "limits",
        "confined",
        "confines",
        "restricted",
        "restricts",
        "contented"
    ]);
    let to = tokens[last].any(words!["to", "with"]) && tokens[verb].any(own) && keeps;
    to.then(|| behind(tokens, cue, kept)).flatten()
}

/// Verbs of answering and ending with which "by" and a gerund are one report.
pub(super) const ENDED: WordList = WordList::new(&[
    "concluded",
    "concludes",
    "responded",
    "responds",
    "replied",
    "replies",
    "answered",
    "answers",
]);

/// Where an adverbial of time begins behind a comma, with a participle behind it: `, at one point suggesting that`, `, at
/// every stop telling crowds that`.
pub(super) fn at_moment(tokens: &[Token<'_>], at: usize) -> Option<usize> {
    const MOMENTS: WordList = WordList::new(&[
        "point",
        "points",
        "times",
        "stage",
        "stages",
        "stop",
        "stops",
        "turn",
        "moment",
        "moments",
        "occasion",
        "occasions",
        "rally",
    ]);
    let comma = (at.saturating_sub(5)..at)
        .rev()
        .find(|at| !tokens[*at].is_plain())?;
    let words = tokens.get(comma + 1..at).filter(|words| words.len() > 1)?;
    let moment = words[0].any(words!["at", "on"]) && words[words.len() - 1].any(&MOMENTS);
    (moment && tokens[comma].is_mark(',')).then_some(comma + 1)
}

/// Where somebody begins to hold something: `has begun to suspect that`, `have come to believe that`, `are starting to
/// worry that`.
pub(super) fn begun_to(tokens: &[Token<'_>], to: usize, verb: &Verb) -> Option<usize> {
    let lead = to.checked_sub(1)?;
    let found = before(tokens, lead);
    let perfect = found.have && tokens[lead].any(words!["begun", "started", "come", "grown"]);
    let progressive = found.be && tokens[lead].any(words!["beginning", "starting", "coming"]);
    let past = tokens[lead].any(words!["started", "starts", "begins"]) && found.left == lead;
    let held = verb.is_held() || !tokens[lead].any(words!["come", "coming", "grown"]);
    let told = (perfect || progressive || past) && held && !verb.doubtful.sense;
    (told && !found.modal && !found.negated && found.left > 0).then_some(found.left)
}

/// Where the verb begins that tells how somebody came to speak: `used the speech to accuse`, `took the stage to call`,
/// `jumped in to deny`.
pub(super) fn took_the_floor(tokens: &[Token<'_>], to: usize) -> Option<usize> {
    const FLOORS: WordList = WordList::new(&[
        "stage",
        "floor",
        "podium",
        "microphone",
        "mic",
        "lectern",
        "stand",
        "pulpit",
        "platform",
    ]);
    const CHANCES: WordList = WordList::new(&[
        "opportunity",
        "occasion",
        "chance",
        "platform",
        "podium",
        "pulpit",
        "forum",
        "column",
        "account",
        "appearance",
    ]);
    let near = (to.saturating_sub(FAR)..to).rev();
    let verb = near
        .take_while(|at| tokens[*at].is_plain())
        .find(|at| is_verb(tokens, *at))?;
    let words = &tokens[verb + 1..to];
    let last = words.last();
    let is = |verbs: &WordList| tokens[verb].any(verbs);
    let used = is(words!["used", "uses"])
        && words
            .iter()
            .any(|token| token.is(Class::OCCASION) || token.any(&CHANCES));
    let took = is(words!["took", "takes"]) && last.is_some_and(|last| last.any(&FLOORS));
    let joined = is(words![
        "jumped", "jumps", "stepped", "steps", "weighed", "chimed", "broke", "cut"
    ]) && last
        .is_some_and(|last| words.len() == 1 && last.any(words!["in", "forward"]));
    let stood = is(words!["rose"]) && words.is_empty()
        || is(words!["stood"]) && words.len() == 1 && words[0].is_word("up");
    let aired = is(words!["went", "goes"])
        && words.len() == 2
        && words[0].is_word("on")
        && words[1].any(words![
            "television",
            "tv",
            "air",
            "radio",
            "twitter",
            "facebook"
        ]);
    let found = before(tokens, verb);
    let held = !found.negated && !found.modal && !found.be && found.left > 0;
    (held && (used || took || joined || stood || aired)).then_some(found.left)
}

/// Whether the name of a paper or a station ends with a word: `CNN has learned`, `the Oban Times understands`.
pub(in crate::articles::quotations) fn is_outlet(last: &Token<'_>) -> bool {
    const PAPERS: WordList = WordList::new(&[
        "post",
        "times",
        "journal",
        "herald",
        "tribune",
        "news",
        "politico",
        "examiner",
        "ledger",
        "courier",
        "gazette",
        "bloomberg",
        "reuters",
        "axios",
        "guardian",
        "telegraph",
        "mail",
        "mirror",
        "star",
        "globe",
        "chronicle",
        "standard",
        "press",
        "independent",
    ]);
    last.kind == Kind::Name && (is_in_capitals(last.text) || last.any(&PAPERS))
}
