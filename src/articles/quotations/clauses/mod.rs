//! One sentence: which of its cues report, what, and who.

mod announced;
mod beginnings;
mod behind;
mod below;
mod beside;
mod circumstances;
mod conditions;
mod entries;
mod finite;
mod forward;
mod gapped;
mod inverted;
mod labels;
mod limits;
mod passive;
mod phrases;
mod pieces;
mod place;
mod recording;
mod restrictive;
mod resumed;
mod retorts;
mod short_pieces;
mod unlisted;
mod unreported;
mod untold;

use std::ops::Range;

use super::Rule;
use super::cues::{
    Cue, Mode, agents, cues, few_of_with, had_somebody, inverted_do, issued, made_to,
};
use super::find::{Flow, Found, Stretch};
use super::lexicon::Class;
use super::narration::later;
use super::nominal;
use super::phrases::{is_verb, phrase_before, phrase_end, subject};
use super::tails;
use super::verbs::{Form, Frames, Verb};
use super::words::{Kind, Token};
use inverted::may_say;

/// A sentence and what was found in it so far.
struct Sentence<'a, 't, 'm> {
    tokens: &'a [Token<'t>],
    /// Behind the last token that is no final stop.
    end: usize,
    stretch: &'a Stretch<'t, 'm>,
    headline: bool,
    cues: Vec<Cue>,
    /// The subject to the left of each cue.
    subjects: Vec<Option<Range<usize>>>,
    /// Which tokens are marks that belong to a record already; empty where there are no marks.
    used: Vec<bool>,
    /// The token behind the last cue that reports.
    from: usize,
    last: Option<usize>,
}

/// What a cue reports.
struct Report {
    /// Tokens of the content.
    content: Vec<Range<usize>>,
    source: Option<Range<usize>>,
    rule: Rule,
}

/// With how many cues a sentence is taken to end: nobody writes so many, and the work on a sentence grows with the square
/// of their number and faster.
const MOST_CUES: usize = 40;

/// Finds the quotations of a sentence.
pub(super) fn sentence(
    tokens: &[Token<'_>],
    stretch: &Stretch<'_, '_>,
    flow: &mut Flow,
    found: &mut Found,
) {
    let stops = tokens
        .iter()
        .rev()
        .take_while(|token| matches!(token.kind, Kind::Mark('.' | '!' | '?' | '…' | ';')))
        .count();
    let end = tokens.len() - stops;
    let headline = flow.is_titled();
    let closed = headline
        .then(|| labels::closing_label(&tokens[..end]))
        .flatten();
    let mut cues = cues(&tokens[..closed.unwrap_or(end)]);
    if let Some(next) = cues.get(MOST_CUES) {
        let (sooner, later) = tokens.split_at(next.left.max(cues[MOST_CUES - 1].tokens.end));
        sentence(sooner, stretch, flow, found);
        return sentence(later, stretch, flow, found);
    }
    if headline {
        join_verbs(tokens, &mut cues);
    } else {
        join_list(tokens, &mut cues);
        join_then(tokens, &mut cues);
    }
    // Where nothing but the label reports, it is found as one.
    let closed = closed.filter(|_| !cues.is_empty());
    let subjects: Vec<Option<Range<usize>>> = (0..cues.len())
        .map(|at| {
            let below = below::subject(tokens, &cues, at);
            cues[at].coordinated &= below.is_none();
            below
                .or_else(|| subject_of(tokens, &cues, at))
                .map(|own| behind_pronoun(tokens, own, cues[at].tokens.end))
        })
        .collect();
    for (cue, subject) in cues.iter_mut().zip(&subjects) {
        cue.negated |= subject.as_ref().is_some_and(|found| {
            tokens[found.start].any(words!["neither", "nobody", "none", "no"])
        });
    }
    let mut sentence = Sentence {
        tokens,
        end: closed.unwrap_or(end),
        stretch,
        headline,
        subjects,
        cues,
        used: if stretch.marked.is_empty() {
            Vec::new()
        } else {
            vec![false; tokens.len()]
        },
        from: 0,
        last: None,
    };
    let before = found.records.len();
    if sentence.cues.is_empty() {
        sentence.label(flow, found);
    }
    for number in 0..sentence.cues.len() {
        if let Some(report) = sentence.report(number) {
            sentence.record(number, &report, flow, found);
        }
    }
    sentence.unlisted(flow, found);
    if headline && closed.is_none() {
        sentence.headed(before, flow, found);
        sentence.retort(before, flow, found);
    }
    if let Some(mark) = closed {
        sentence.close(mark + 1..end, flow, found);
    }
    if stretch.depth == 0 && flow.within.is_none() {
        sentence.note_subject(flow, found);
        flow.announced = sentence.announced(flow);
    }
}

/// Takes verbs behind a comma as those of the subject with which a headline begins: `UN says camps full, calls for aid`.
fn join_verbs(tokens: &[Token<'_>], cues: &mut [Cue]) {
    for cue in cues {
        let end = cue.tokens.end;
        let first = &tokens[cue.tokens.start];
        let apart = cue.left > 2
            && (tokens[cue.left - 1].is_mark(',') || tails::ends_with_comma(&tokens[cue.left - 1]));
        // `Leaders back plan, call for truce`
        let base = cue.left == cue.tokens.start
            && first.readings().iter().any(|(_, form)| *form == Form::Base);
        let told = apart
            && (first.text.ends_with('s') || base)
            && cue.mode == Mode::Finite
            && end < tokens.len();
        // `Shares fall, says bank`, but `Vell visits Oban, urges restraint`
        let says = |verb: &Verb| verb.frames.has(Frames::QUOTE.or(Frames::THAT));
        let inverted = || {
            let last = &tokens[tokens.len() - 1];
            // `says Norlandic scholar`, `says Norlandic ministry`, `says weaver`
            let alone = first.is_word("says") && end + 1 == tokens.len() && may_say(tokens, end);
            let trade = end + 2 == tokens.len()
                && tokens[end].kind == Kind::Name
                && (last.is(Class::SPEAKER) || may_say(tokens, end + 1));
            alone
                || trade
                || phrase_end(tokens, end) >= tokens.len()
                    && (last.is(Class::SPEAKER) || last.kind == Kind::Name)
        };
        if told && !(cue.verb(tokens).is_some_and(says) && inverted()) {
            cue.coordinated = true;
        }
    }
}

/// Takes a verb behind a comma and "then" as one of the subject before: `He laughed, then asked which it was`.
fn join_then(tokens: &[Token<'_>], cues: &mut [Cue]) {
    for cue in cues {
        let then = cue.left > 2
            && cue.mode == Mode::Finite
            && tokens[cue.left].is_word("then")
            && tokens[cue.left - 1].is_mark(',');
        let mut before = 1..cue.left.saturating_sub(1);
        if then && before.any(|at| is_verb(tokens, at)) {
            cue.coordinated = true;
        }
    }
}

/// Takes verbs of a list as those of the subject of its first: `insisted that all was well, predicted that prices would
/// fall and left`.
fn join_list(tokens: &[Token<'_>], cues: &mut [Cue]) {
    let past = |at: usize| {
        let mut forms = tokens[at].readings().iter();
        tokens[at].kind == Kind::Word
            && (forms.any(|(_, form)| *form == Form::Past)
                || tokens[at].text.ends_with("ed")
                || tokens[at].is(Class::VERB))
    };
    for number in 1..cues.len() {
        let (before, cue) = (&cues[number - 1], &cues[number]);
        let (from, left) = (before.tokens.end, cue.left);
        let apart = left > from + 1 && left == cue.tokens.start && tokens[left - 1].is_mark(',');
        let told = apart
            && cue.mode == Mode::Finite
            && before.mode == Mode::Finite
            && before.left == before.tokens.start
            && !cue.coordinated
            && past(left)
            && past(before.tokens.start)
            && tokens[from..left - 1]
                .iter()
                .all(|token| !token.is_mark(','));
        let opens = || {
            tokens.get(cue.tokens.end).is_some_and(|next| {
                let noun = Class::DETERMINER.or(Class::POSSESSIVE).or(Class::SUBJECT);
                next.any(words!["that", "to"])
                    || next.is(noun)
                    || next.quoted().is_some()
                    || next.is_plain() && cue.tokens.len() > 1
            })
        };
        // The last of the list stands behind "and".
        let last = || {
            (cue.tokens.end..tokens.len())
                .take_while(|at| tokens[*at].mark().is_none_or(|mark| mark == ','))
                .any(|and| {
                    tokens[and].is(Class::AND)
                        && tokens[and].kind == Kind::Word
                        && tokens.get(and + 1).is_some_and(|_| past(and + 1))
                })
        };
        if told && opens() && last() {
            cues[number].coordinated = true;
        }
    }
}

/// The subject to the left of a cue; it does not reach over an earlier verb.
fn subject_of(tokens: &[Token<'_>], cues: &[Cue], at: usize) -> Option<Range<usize>> {
    let cue = &cues[at];
    let who = asked_before(tokens, cues, at).or_else(|| had_somebody(tokens, cue));
    if who.is_some() {
        return who;
    }
    if !matches!(cue.mode, Mode::Finite | Mode::Stance | Mode::Passive) || cue.coordinated {
        return None;
    }
    let left = cue.left;
    // `We've been telling people`
    if left < tokens.len() && contracted(&tokens[left]) {
        return Some(left..left + 1);
    }
    if let Some(teller) = gapped::teller(tokens, cue) {
        return Some(teller);
    }
    // `At no point did Ida Vell say that`
    if let Some(helps) = inverted_do(tokens, left).filter(|_| cue.mode == Mode::Finite) {
        return Some(helps + 1..left);
    }
    if left < cue.tokens.start
        && let Some(who) = made_to(tokens, left)
    {
        return Some(who);
    }
    let earlier = cues[..at]
        .iter()
        .rev()
        .find(|earlier| earlier.mode == Mode::Finite);
    // `assets, such as the travel related business`
    let such = |found: &Range<usize>| tokens[found.start].is_word("such") && found.end < left;
    let found = subject(tokens, 0, left).filter(|found| !such(found));
    let Some(earlier) = earlier else {
        return found;
    };
    // A second clause has its own: `contend that it is a tax, and the club, a lobby, has promised`.
    // `said officials and advisers believe`
    let joined = |found: &Range<usize>| {
        found.start > earlier.tokens.end
            && tokens[found.start - 1].is_word("and")
            && tokens[earlier.tokens.end..found.start]
                .iter()
                .all(|token| token.mark().is_none())
    };
    let main = earlier.left > 0
        && !tokens[earlier.left - 1].is(Class::RELATIVE)
        && found
            .as_ref()
            .is_none_or(|found| found.end <= earlier.left || joined(found));
    let own = if main {
        // `a report published this month warned`
        subject(tokens, earlier.tokens.end, left).filter(|own| !tokens[own.end - 1].is(Class::TIME))
    } else {
        None
    };
    // It begins behind what joins it, and is not what a participle was done by.
    let own = own.filter(|own| !such(own)).filter(|own| {
        let said = own.start == earlier.tokens.end && !tokens[own.end - 1].is(Class::TIME);
        said || own.start.checked_sub(1).is_some_and(|before| {
            let joint = &tokens[before];
            // `said on Friday the United States and Norland announced`
            joint.mark().is_some()
                || joint.is(Class::TIME)
                || joint.is(Class::AND.or(Class::SUBORDINATOR)) && joint.kind == Kind::Word
        })
    });
    own.or(found)
        .filter(|found| found.start >= earlier.tokens.end || found.end <= earlier.left)
}

/// Who was asked and then says: `Orr was asked whether it was shut and said it was not`.
fn asked_before(tokens: &[Token<'_>], cues: &[Cue], at: usize) -> Option<Range<usize>> {
    let cue = &cues[at];
    let asked = &cues[at.checked_sub(1)?];
    let passive = tokens[asked.tokens.start].is_word("asked")
        && tokens[asked.left..asked.tokens.start]
            .iter()
            .any(|token| token.is(Class::BE));
    let says = cue.coordinated
        && cue.mode == Mode::Finite
        && cue.verb(tokens).is_some_and(|verb| {
            verb.frames.has(Frames::QUOTE) && !verb.doubtful.sense && verb.class != "asking"
        });
    let own = (passive && says).then(|| subject(tokens, 0, asked.left));
    own.flatten().filter(|own| own.end <= asked.left)
}

/// A subject without the relative pronoun before it: `a law that critics say will fail`.
fn behind_pronoun(tokens: &[Token<'_>], subject: Range<usize>, behind: usize) -> Range<usize> {
    // `a claim that fact-checkers say is false`, `a claim that Vell says is false`
    let gap = tokens
        .get(behind)
        .is_some_and(|next| next.is(Class::AUXILIARY))
        && subject.start > 0
        && subject.len() > 1
        && tokens[subject.start].is_word("that")
        && tokens[subject.start - 1].kind == Kind::Word
        && (tokens[subject.start + 1].kind == Kind::Name || tokens[subject.end - 1].ends_in_s());
    let relative = subject.len() == 2
        && subject.start > 0
        && tokens[subject.start].is_word("that")
        && tokens[subject.start - 1].kind == Kind::Word
        && tokens[subject.start + 1].is(Class::SPEAKER)
        && tokens[subject.start + 1].ends_in_s();
    // `What Orr said was, “It is over”`
    let what = subject.start == 0
        && subject.len() > 1
        && tokens[0].is_word("what")
        && tokens[1].kind == Kind::Name;
    subject.start + usize::from(gap || relative || what)..subject.end
}

/// Whether a word is a pronoun and an auxiliary in one: `we've`.
pub(super) fn contracted(token: &Token<'_>) -> bool {
    token.is(Class::AUXILIARY) && pronoun_length(token.text) < token.text.len()
}

/// The length of the pronoun at the beginning of a word such as `they've`, or of the whole word.
fn pronoun_length(word: &str) -> usize {
    let mark = word.find(['\'', '’']).unwrap_or(word.len());
    let pronoun = ["i", "you", "he", "she", "it", "we", "they"]
        .iter()
        .any(|pronoun| word[..mark].eq_ignore_ascii_case(pronoun));
    if pronoun { mark } else { word.len() }
}

/// Whether a participle opens a sentence with how much later something was done: `Hours after saying …, Vell left`.
fn is_later(tokens: &[Token<'_>], cue: &Cue) -> bool {
    cue.tokens.start == 2 && later(tokens, 0)
}

impl Sentence<'_, '_, '_> {
    fn report(&self, number: usize) -> Option<Report> {
        let cue = &self.cues[number];
        match cue.mode {
            Mode::According => self.according(cue),
            Mode::View | Mode::For => self.view(cue),
            Mode::Passive => self.passive(number),
            Mode::Participle if cue.tokens.start <= 1 || is_later(self.tokens, cue) => {
                self.opening(number)
            }
            Mode::Participle | Mode::Attached => {
                let (content, rule) = self.forward(number)?;
                // `"We wait," said Vell, laughing, "and hope."`
                let gesture = cue
                    .verb(self.tokens)
                    .is_some_and(|verb| matches!(&*verb.class, "manner" | "laughing"));
                if gesture && self.used.get(content.start) == Some(&true) {
                    return None;
                }
                let source = || {
                    let document = issued(self.tokens, cue.left);
                    let issuer = document.and_then(|document| document.issuer);
                    // `footage of him describing parks as`
                    let pronoun =
                        cue.left > 0 && self.tokens[cue.left - 1].any(words!["him", "her", "them"]);
                    if pronoun {
                        return cue.left - 1..cue.left;
                    }
                    issuer
                        .or_else(|| few_of_with(self.tokens, cue.left))
                        .unwrap_or_else(|| phrase_before(self.tokens, cue.left))
                };
                Some(Report {
                    content: vec![content],
                    source: (cue.mode == Mode::Attached).then(source),
                    rule,
                })
            }
            Mode::Stance => {
                let source = self.subjects[number].clone();
                if source.is_none() && !(cue.coordinated && self.last.is_some()) {
                    return None;
                }
                // `"I am convinced the pier will fall"`
                let own =
                    |source: &Range<usize>| self.tokens[source.start].any(words!["i", "we", "i'm"]);
                if self.stretch.depth > 0 && source.as_ref().is_some_and(own) {
                    return None;
                }
                let content = nominal::content(self.tokens, cue, self.limit(number))?;
                let content = content.start..tails::end(self.tokens, &content, self.place(cue));
                // `is of the view that`
                let noun = self.tokens[cue.tokens.start].is(Class::REPORT);
                let rule = if noun { Rule::Noun } else { Rule::Adjective };
                Some(Report {
                    content: vec![content],
                    source,
                    rule,
                })
            }
            Mode::Impersonal if agents(self.tokens, cue.tokens.end).0.is_some() => {
                self.passive(number).map(|report| Report {
                    content: report.content[report.content.len() - 1..].to_vec(),
                    ..report
                })
            }
            Mode::Impersonal => self.heard_behind(number).or_else(|| {
                let (content, rule) = self.forward(number)?;
                Some(Report {
                    content: vec![content],
                    source: None,
                    rule,
                })
            }),
            Mode::Noun => {
                let content = nominal::content(self.tokens, cue, self.limit(number))?;
                Some(Report {
                    content: vec![content],
                    source: Some(nominal::possessor(self.tokens, cue)),
                    rule: Rule::Noun,
                })
            }
            Mode::Quoted => self.quoted(number),
            Mode::Finite if self.quotes_another(cue) || self.hides_who(cue) => None,
            Mode::Finite => {
                let report = self.finite(number)?;
                // `an attack the governor said was an act of terror`
                let source = report.source.map(|source| {
                    let own = self.zero_relative(&source);
                    let own =
                        own.filter(|own| !self.tokens[*own].any(words!["both", "all", "each"]));
                    own.unwrap_or(source.start)..source.end
                });
                Some(Report { source, ..report })
            }
        }
    }
}
