//! A verb of saying before its subject: `…, said Ida Vell`.

use std::ops::Range;

use super::super::Rule;
use super::super::lexicon::Class;
use super::super::phrases::{
    counted_end, is_fronted, is_told_of, is_verb, is_whole_clause, joined_end, named_person,
    phrase_end, time_end,
};
use super::super::tails;
use super::super::verbs::{Frames, Verb};
use super::super::word_list::WordList;
use super::super::words::{Kind, Token};
use super::limits::LONGEST_ADVERBIAL;
use super::{Report, Sentence};

/// Whether a clause is the subject of another: `What happened was wrong`.
fn tells_what(tokens: &[Token<'_>], left: &Range<usize>) -> bool {
    let second = |at: usize| {
        let before = &tokens[at - 1];
        tokens[at].is(Class::AUXILIARY) && is_verb(tokens, at - 1) && !before.is(Class::AUXILIARY)
    };
    tokens[left.start].is_word("what") && left.clone().skip(2).any(second)
}

/// Behind the year of a school: `complained Year 6 pupil Ann`.
fn behind_year(tokens: &[Token<'_>], start: usize) -> usize {
    let year = tokens.get(start..start + 3).is_some_and(|words| {
        words[0].any(words!["year", "grade"])
            && words[1].kind == Kind::Number
            && words[2].is(Class::PERSON)
    });
    start + if year { 2 } else { 0 }
}

/// How many words may tell what somebody does before their name.
const LONGEST_TRADE: usize = 3;

/// Words that tell where, when or how behind the speaker: `said Vell online`, `said Vell ahead of the vote`.
const BEHIND: WordList = WordList::new(&[
    "online",
    "live",
    "back",
    "ahead",
    "prior",
    "next",
    "en",
    "minutes",
    "right",
    "tearfully",
    "angrily",
    "calmly",
    "quietly",
    "softly",
    "flatly",
    "bluntly",
    "simply",
    "firmly",
    "recently",
    "backstage",
    "onstage",
    "courtside",
    "mid-flight",
    "citing",
    "quoting",
]);

/// Whether a token may stand behind the speaker whom a verb of saying leads to.
fn ends_source(tokens: &[Token<'_>], at: usize) -> bool {
    let token = &tokens[at];
    let joint = Class::PREPOSITION
        .or(Class::ADVERB)
        .or(Class::TIME)
        .or(Class::RELATIVE)
        .or(Class::SUBORDINATOR)
        .or(Class::AND);
    token.is_mark(',')
        || token.is_mark(':')
        || token.is_mark(';')
        || token.is_dash()
        || token.is_mark('(')
        || token.quoted().is_some()
        || token.is(joint) && !token.is_word("that")
        || token.kind == Kind::Word && (token.any(&BEHIND) || time_end(tokens, at).is_some())
}

/// Whether a word that no list has may be whoever says something, at the end of a headline: `…, says weaver`, but `…, says
/// goodbye`.
pub(super) fn may_say(tokens: &[Token<'_>], at: usize) -> bool {
    const SAID: WordList = WordList::new(&[
        "no", "yes", "sorry", "hello", "goodbye", "thanks", "nothing", "so",
    ]);
    let token = &tokens[at];
    token.kind == Kind::Word
        && token.class == Class::default()
        && !token.is_gerund()
        && !is_verb(tokens, at)
        && !token.any(&SAID)
}

/// Whether a noun phrase names or tells somebody who may speak.
fn is_somebody(phrase: &[Token<'_>]) -> bool {
    let last = &phrase[phrase.len() - 1];
    phrase
        .iter()
        .any(|token| token.is(Class::SPEAKER) || token.kind == Kind::Name)
        || phrase[0].is_word("both") && last.any(words!["sides", "parties"])
        || phrase[0].any(words!["many", "others", "some", "most", "several", "one"])
        || last.text.ends_with("-year-old")
}

/// Whether more is told of people behind their noun: `said three people briefed on the talks`, `said people familiar
/// with the matter`, `said the man leading the search`.
pub(super) fn is_told_behind(tokens: &[Token<'_>], at: usize) -> bool {
    let adjective = tokens[at].text.ends_with("ed") || tokens[at].any(words!["familiar", "close"]);
    let completed = adjective
        && tokens
            .get(at + 1)
            .is_some_and(|next| next.is(Class::PREPOSITION));
    completed && tokens[at - 1].is(Class::PERSON) || is_told_of(tokens, at)
}

/// Whether a comma stands here and "and" behind it, as before the last of a list.
fn lists_more(tokens: &[Token<'_>], at: usize) -> bool {
    let and = tokens.get(at + 1).is_some_and(|next| next.is(Class::AND));
    and && tokens[at].is_mark(',')
}

impl Sentence<'_, '_, '_> {
    /// Whether a clause stands behind the words that open it, and the report ends the sentence or goes on with who speaks:
    /// `In some villages the water rose, said Hal Orr`, `Nearly 40 boats sank, said Hal Orr`.
    pub(super) fn tells_behind_opening(&self, left: &Range<usize>, end: usize) -> bool {
        let tokens = self.tokens;
        let first = &tokens[left.start];
        let joins = first.is(Class::SUBORDINATOR) && !first.is(Class::PREPOSITION);
        let closes = end >= self.end || !tokens[end].is_mark(',') || self.tells_who(left, end);
        let finite = left.clone().skip(1).any(|at| {
            let before = &tokens[at - 1];
            is_verb(tokens, at) && !before.is(Class::RELATIVE) && !before.is_word("to")
        });
        finite && closes && !joins
    }

    /// Behind a clause that tells of the speaker: `In the old quarter, said Hal Orr, who runs a bakery, people “sleep
    /// outside”`.
    fn behind_relative(&self, end: usize) -> Option<usize> {
        let tokens = self.tokens;
        let who = tokens.get(end + 1)?.any(words!["who", "whose"]) && tokens[end].is_mark(',');
        let comma = (end + 2..self.end.min(end + LONGEST_ADVERBIAL).saturating_sub(1))
            .find(|at| tokens[*at].is_mark(','))?;
        let goes_on = tokens[comma + 1].quoted().is_some()
            || self.opens_main_clause(comma + 1)
            || tails::resumes(tokens, comma + 1)
            || (comma + 1..self.end.min(comma + 4)).any(|at| tokens[at].quoted().is_some());
        (who && goes_on).then_some(comma)
    }

    /// The comma behind what somebody is, where the words that are said go on: `said Hal Orr, a lawyer, it will`.
    pub(super) fn behind_apposition(&self, end: usize) -> Option<usize> {
        let tokens = self.tokens;
        let from = end + 1;
        if !tokens.get(end)?.is_mark(',') || from >= self.end {
            return None;
        }
        // `a teacher who lost her house`
        let last = self.end.min(from + LONGEST_ADVERBIAL);
        let who = (from + 1..last).find(|at| tokens[*at].any(words!["who", "whose"]));
        let ends = |at: &usize| {
            let mark = tokens[*at].mark().is_some() || tokens[*at].quoted().is_some();
            mark || who.is_none_or(|who| *at < who) && is_verb(tokens, *at)
        };
        let comma = (from..last).find(ends)?;
        let role = &tokens[from..who.map_or(comma, |who| who.min(comma))];
        let of_person = role.iter().any(|token| token.is(Class::PERSON))
            || role.iter().all(|token| token.kind == Kind::Number)
            || named_person(role);
        let goes_on = tokens[comma].is_mark(',')
            && comma + 1 < self.end
            && (tokens[comma + 1].quoted().is_some()
                || self.opens_main_clause(comma + 1)
                || tails::resumes(tokens, comma + 1));
        (!role.is_empty() && of_person && goes_on).then_some(comma)
    }

    /// Whether what stands behind a verb is a clause that somebody says of whom a relative clause tells: `An official, to
    /// whom it was sent, said a mission due on Monday would go ahead`.
    fn tells_behind_relative(&self, number: usize, phrase: Range<usize>) -> bool {
        let tokens = self.tokens;
        let left = self.cues[number].left;
        let comma = left > 0 && tokens[left - 1].is_mark(',');
        let opens = comma && tokens[phrase.start].is(Class::DETERMINER);
        let Some(subject) = self.subjects[number].as_ref().filter(|_| opens) else {
            return false;
        };
        let relative = |comma: usize| {
            let mut opens = tokens[comma + 1..left].iter().take(2);
            tokens[comma].is_mark(',')
                && opens.any(|token| token.any(words!["who", "which", "whom", "whose"]))
        };
        let told = (subject.end..left - 1).any(relative);
        let stop = (phrase.end..self.end).find(|at| tokens[*at].is_mark(','));
        told && (phrase.end..stop.unwrap_or(self.end)).any(|at| is_verb(tokens, at))
    }

    /// The end of the phrase behind a verb of saying, and of a noun for somebody that a nationality stands before: `says
    /// Norlandic scholar`.
    fn end_of_source(&self, start: usize) -> usize {
        let tokens = self.tokens;
        let end = counted_end(tokens, start, self.end)
            .unwrap_or_else(|| phrase_end(tokens, behind_year(tokens, start)))
            .min(self.end);
        let trade = end < self.end
            && end == start + 1
            && tokens[start].kind == Kind::Name
            && tokens[end].kind == Kind::Word
            && (tokens[end].is(Class::SPEAKER) || self.ends_headline(end..self.end));
        let end = end + usize::from(trade && (end + 1 >= self.end || ends_source(tokens, end + 1)));
        let end = self.behind_unlisted(start, end).unwrap_or(end);
        // `emailed a friend and a colleague, and called` is a list of what was done
        let joined = joined_end(tokens, &(start..end), self.end);
        joined
            .filter(|end| !lists_more(tokens, *end))
            .unwrap_or(end)
    }

    /// Whether a headline ends with one or two words that may be whoever says it: `…, says Norlandic weaver`, `…, says local
    /// weaver`.
    fn ends_headline(&self, words: Range<usize>) -> bool {
        let may_be = |at| may_say(self.tokens, at);
        self.headline && words.end == self.end && words.len() <= 2 && words.into_iter().all(may_be)
    }

    /// The end of a name behind a noun that no list has and the name of a place or a party: `said Norlandic oilman Ida
    /// Vell`.
    fn behind_unlisted(&self, start: usize, end: usize) -> Option<usize> {
        let tokens = self.tokens;
        let is_name = |at: &usize| tokens[*at].kind == Kind::Name && !tokens[*at].is(Class::TIME);
        if end <= start || !(start..end).all(|at| is_name(&at)) {
            return None;
        }
        let noun = |at: &usize| {
            let token = &tokens[*at];
            let plain = token.class == Class::default() || token.is(Class::PERSON);
            token.kind == Kind::Word && plain && !token.is_gerund() && !token.any(&BEHIND)
        };
        let far = self.end.min(end + LONGEST_TRADE);
        let name = end + (end..far).take_while(noun).count();
        let last = name + (name..self.end).take_while(is_name).count();
        let closed = last >= self.end || ends_source(tokens, last);
        (name > end && last >= name + 2 && closed).then_some(last)
    }

    /// Whether a name before a verb is its subject, though somebody stands behind it as well.
    fn has_own_subject(&self, number: usize, left: &Range<usize>, end: usize) -> bool {
        let tokens = self.tokens;
        self.subjects[number].as_ref().is_some_and(|own| {
            let told = is_whole_clause(tokens, own)
                || (left.start..own.start)
                    .any(|at| tokens[at].is(Class::AUXILIARY.or(Class::VERB)));
            // `The bank, which owns the pier, is ready to sell it, said Vell, its chair`, `The buyers, mostly from Oban,
            // stayed away, said Vell`
            let acts = (own.end + 1..left.end).any(|at| {
                let second = at > own.end + 1 || !tokens[own.end].is_mark(',');
                tokens[at - 1].is_mark(',')
                    && is_verb(tokens, at)
                    && (second || !tokens[at].text.ends_with("ed"))
            });
            // `"We had no wish to go" to Norland, said Vell, in Oban`
            let marks = tokens[own.start].quoted().is_some();
            end < self.end && named_person(&tokens[own.clone()]) && !told && !acts && !marks
        })
    }

    /// Whether somebody behind a verb may be its object: `The club, to which he belongs, demanded pay for its players`, but
    /// `Prices could rise, warned Ida Vell, an economist`.
    fn is_object(&self, verb: &Verb, who: Range<usize>) -> bool {
        let tokens = self.tokens;
        let name = |token: &Token<'_>| token.kind == Kind::Name;
        let of = (who.start + 1..who.end).find(|at| tokens[*at].is(Class::PREPOSITION));
        let thing = verb.frames.has(Frames::NP)
            && !tokens[who.start..of.unwrap_or(who.end)]
                .iter()
                .any(|token| token.is(Class::SPEAKER) || name(token));
        let own = &tokens[who.clone()];
        let somebody = named_person(own) || own.last().is_some_and(|last| last.is(Class::SPEAKER));
        let told = somebody
            && own.iter().any(name)
            && verb.frames.has(Frames::THAT.or(Frames::NP_THAT))
            && (who.end >= self.end
                || tokens[who.end].is_mark(',') && !lists_more(tokens, who.end));
        let taking = Frames::NP_AS
            .or(Frames::NP_PRED)
            .or(Frames::NP_TO)
            .or(Frames::NP_PREP);
        thing
            || !verb.frames.has(Frames::QUOTE)
            || verb.doubtful.sense
            || !told && verb.frames.has(taking)
    }

    /// `…, said Vell` and `"…" said Vell`.
    pub(super) fn inverted(&self, number: usize) -> Option<Report> {
        let (tokens, cue) = (self.tokens, &self.cues[number]);
        let start = cue.tokens.end;
        let end = self.end_of_source(start);
        if end <= start || tokens[start].is_word("that") {
            return None;
        }
        if let Some(report) = self.said_first(cue, start..end) {
            return Some(report);
        }
        let before = cue.tokens.start.checked_sub(1)?;
        if self.tells_behind_relative(number, start..end) {
            return None;
        }
        let clear = end >= self.end || ends_source(tokens, end);
        let marks = self.marks_before(before);
        // `"…," says a report of the port titled "Tides"`
        let titled = marks.is_some()
            && tokens[end..self.end]
                .first()
                .is_some_and(|next| next.text.ends_with("ed"))
            && tokens[start..end]
                .iter()
                .any(|token| token.is(Class::SPEAKER));
        let briefed = end < self.end && is_told_behind(tokens, end);
        if !clear && !titled && !briefed {
            return None;
        }
        if let Some(quoted) = marks {
            return Some(self.around(self.content_to(quoted + 1), start..end, end, number));
        }
        if !tokens[before].is_mark(',') {
            return None;
        }
        let said = tokens[cue.tokens.start].any(words!["says", "say", "said"]);
        let person = is_somebody(&tokens[start..end]) || said && self.ends_headline(start..end);
        let left = self.left_of(before);
        // `The report, published on Thursday, says`, but `The buyers, mostly from Oban, stayed away, said the report`
        let named = (start..end).any(|at| tokens[at].kind == Kind::Name);
        let first_comma = left.clone().find(|at| tokens[*at].is_mark(','));
        let put_behind = |at: usize| {
            !named
                && first_comma.is_some_and(|comma| at == comma + 1)
                && tokens[at].text.ends_with("ed")
        };
        // `That claim, wrote Vell in an opinion, “would change the law”`
        let rest = self
            .behind_relative(end)
            .unwrap_or_else(|| self.behind_adverbials(end));
        // `If the pier is old, said Ida Vell, the mayor, it will close`
        let apposed = self
            .behind_apposition(end)
            .filter(|comma| self.parted(&left, *comma));
        let further = rest > end && self.parted(&left, rest);
        let parted = apposed.is_some()
            || further
            || self.parted(&left, end)
            || self.parted(&left, self.behind_name(&left, end));
        let end_of_report = apposed.unwrap_or(if further { rest } else { end });
        let clause = parted
            || left.len() == 2 && is_whole_clause(tokens, &left)
            || self.headline && left.len() >= 2 && end >= self.end
            || left.len() >= 3
                && left.clone().any(|at| {
                    is_verb(tokens, at) && !put_behind(at) || tokens[at].quoted().is_some()
                });
        let own = self.has_own_subject(number, &left, end);
        let closed = end >= self.end
            || briefed
            || tokens[end].is_mark(',')
            || tokens[end].is_mark(';')
            || tokens[end].is_mark('(')
            || tokens[end].is(Class::PREPOSITION.or(Class::TIME).or(Class::RELATIVE));
        let verb = cue.verb(tokens)?;
        let object = self.is_object(verb, start..end);
        if !(person && clause && closed)
            || own
            || object
            || is_fronted(tokens, &left)
                && !tells_what(tokens, &left)
                && !left.clone().any(|at| tokens[at].is_mark(','))
                && !parted
                && !self.tells_behind_opening(&left, end)
        {
            return None;
        }
        Some(Report {
            content: self.split(left, end_of_report, number),
            source: Some(start..end),
            rule: Rule::ClauseThenCue,
        })
    }
}
