//! Who speaks before a colon or behind a dash: `Vell: pier is safe`, `Pier is safe - harbour master`.

use std::ops::Range;

use super::super::find::{Flow, Found, Record, quotation};
use super::super::is_place;
use super::super::lexicon::{Class, class};
use super::super::phrases::{is_verb, named_person, phrase_before, phrase_end, subject};
use super::super::tails;
use super::super::word_list::WordList;
use super::super::words::{Kind, Token};
use super::super::{Quotation, QuotationKind, Rule};
use super::Sentence;
use super::entries::bids_to;
use crate::articles::zones::ZoneKind;

/// The longest name and office behind marks and a dash, in tokens.
const LONGEST_SIGNATURE: usize = 14;

/// How far from its beginning a label ends, in tokens.
const FAR: usize = 12;

/// The longest label behind a headline, in tokens.
const LONGEST_LABEL: usize = 7;

/// The mark behind which a headline says who says so: `Norland denies raid - ministry`.
pub(super) fn closing_label(tokens: &[Token<'_>]) -> Option<usize> {
    let mark = (0..tokens.len())
        .rev()
        .find(|at| tokens[*at].is_dash() || tokens[*at].is_mark(':'))?;
    let source = mark + 1..tokens.len();
    let last = tokens.last().filter(|_| !source.is_empty())?;
    let head = head_of(&tokens[source.clone()]);
    let speaks = head.is_some_and(|head| head.is(Class::SPEAKER))
        || tokens[mark].is_mark(':') && last.kind == Kind::Name && source.len() <= 2;
    let whole = source.len() <= LONGEST_LABEL && phrase_end(tokens, source.start) == source.end
        || is_role(&tokens[source.clone()]);
    let told = mark >= 4 && (1..mark).any(|at| tells(tokens, at));
    (speaks && whole && told).then_some(mark)
}

/// Whether a phrase is an office in short: `Agri minister`, `Army chief`.
fn is_role(phrase: &[Token<'_>]) -> bool {
    phrase.split_last().is_some_and(|(last, names)| {
        last.kind == Kind::Word
            && last.is(Class::PERSON)
            && (1..3).contains(&names.len())
            && names.iter().all(|token| token.kind == Kind::Name)
    })
}

/// The noun of a phrase: `mayor` of "mayor of Oban".
fn head_of<'a, 't>(phrase: &'a [Token<'t>]) -> Option<&'a Token<'t>> {
    phrase
        .iter()
        .take_while(|token| !token.is_word("of"))
        .last()
}

/// Whether a word in a headline is a verb, or may be one.
fn tells(tokens: &[Token<'_>], at: usize) -> bool {
    let may_be = Class::THIRD.or(Class::VERB).or(Class::AUXILIARY);
    is_verb(tokens, at) || tokens[at].is(may_be) || tokens[at].is_word("to")
}

/// Words before the occasion or the place at which somebody spoke.
const OCCASIONS: WordList = WordList::new(&[
    "after", "ahead", "amid", "at", "before", "during", "from", "in", "to",
]);
/// How often a name is looked for below a headline.
const FIRST_NAMED: usize = 8;

/// What a headline says of its own copy: `Feature: Port opens`.
const LABELS: WordList = WordList::new(&[
    "feature",
    "analysis",
    "exclusive",
    "opinion",
    "update",
    "explainer",
    "factbox",
    "spotlight",
    "commentary",
    "profile",
    "roundup",
    "live",
    "watch",
    "video",
    "editorial",
    "interview",
]);

/// The field that an agency's copy is of: `Trade: Fair opens in Oban`.
const FIELDS: WordList = WordList::new(&[
    "trade",
    "energy",
    "culture",
    "sport",
    "sports",
    "health",
    "education",
    "economy",
    "politics",
    "business",
    "weather",
    "finance",
    "transport",
    "agriculture",
    "environment",
    "science",
    "technology",
    "tourism",
    "defence",
    "defense",
    "security",
    "society",
    "world",
    "crime",
    "football",
    "cricket",
    "tennis",
    "markets",
    "music",
    "religion",
]);

/// The last word of what an agency calls a series: `Economic Watch: Trade grows`.
const SERIES: WordList = WordList::new(&[
    "headlines",
    "headline",
    "watch",
    "focus",
    "insight",
    "insights",
    "spotlight",
    "roundup",
    "briefs",
    "feature",
    "analysis",
    "commentary",
    "update",
    "album",
    "check",
]);

/// Whether a headline tells what one bids another: `Harbour Democrats to Orr: Please stop`.
fn bids(tokens: &[Token<'_>], label: Range<usize>, to: usize) -> bool {
    const BIDDEN: WordList = WordList::new(&[
        "please",
        "don't",
        "don\u{2019}t",
        "drop",
        "stop",
        "get",
        "let",
        "quit",
        "resign",
        "keep",
        "stay",
        "you",
        "we",
        "show",
        "release",
        "give",
        "back",
        "leave",
        "go",
        "do",
        "step",
        "bring",
    ]);
    let name = |at: usize| tokens[at].kind == Kind::Name;
    let both = (label.start..to).all(name) && to + 1 < label.end && (to + 1..label.end).all(name);
    let next = tokens.get(label.end + 1);
    both && tokens[to].is_word("to") && next.is_some_and(|next| next.any(&BIDDEN))
}

/// What somebody says, as a noun: `Vell's answer was short: "…"`.
const SAYINGS: WordList = WordList::new(&[
    "answer",
    "message",
    "reply",
    "response",
    "reaction",
    "words",
    "advice",
    "verdict",
    "conclusion",
    "argument",
    "statement",
    "tweet",
    "explanation",
    "retort",
    "warning",
    "plea",
    "question",
    "slogan",
    "pitch",
    "promise",
    "assessment",
    "comment",
]);

/// Verbs between somebody and a mood.
const SEEMING: WordList = WordList::new(&[
    "was", "were", "is", "are", "sounded", "seemed", "remained", "looked", "appeared",
]);
/// How many words tell a mood: `rather less impressed`.
const LONGEST_MOOD: usize = 4;

/// Whether a claim behind a label ends with its verb within marks: `Vell: Bill 'Kills Jobs'`.
fn goes_on_in_marks(tokens: &[Token<'_>], content: &Range<usize>) -> bool {
    let Some(marks) = content.end.checked_sub(1).filter(|at| *at > content.start) else {
        return false;
    };
    let plain = (content.start..marks).all(|at| tokens[at].is_plain() || tokens[at].is_mark(','));
    let first = tokens[marks].first_word();
    let words = tokens[marks].text.split_whitespace().count();
    let third = words > 1 && first.ends_with('s') && !first.ends_with("ss");
    let noun = matches!(tokens[marks - 1].kind, Kind::Name | Kind::Word)
        && !tokens[marks - 1].is(Class::DETERMINER
            .or(Class::POSSESSIVE)
            .or(Class::PREPOSITION));
    tokens[marks].quoted().is_some()
        && plain
        && noun
        && (third || words > 1 && tails::holds_verb(&tokens[marks], 0))
}

impl Sentence<'_, '_, '_> {
    /// Behind what a headline says of its own copy: `INTERVIEW - World needs peace`, `Economic Watch: Trade grows`.
    pub(super) fn kicker(&self) -> usize {
        let tokens = self.tokens;
        let apart = |at: usize| {
            let mark = tokens.get(at).filter(|_| at + 1 < self.end);
            mark.is_some_and(|mark| mark.is_mark(':') || mark.is_dash())
        };
        if apart(1) && tokens[0].any(&LABELS) {
            2
        } else if apart(2) && tokens[1].any(&SERIES) {
            3
        } else {
            0
        }
    }

    /// Who owns what is told within marks behind a colon: `Vell's message to the county: "…"`.
    fn sayer(&self, colon: usize) -> Option<Range<usize>> {
        let tokens = self.tokens;
        let marks = tokens.get(colon + 1).filter(|_| colon + 1 < self.end)?;
        marks.quoted()?;
        if let Some(own) = self.disposed(colon).or_else(|| self.having_said(colon)) {
            return Some(own);
        }
        let noun = (1..colon).find(|at| tokens[*at].any(&SAYINGS))?;
        let owner = (noun.saturating_sub(3)..noun).rev().find(|at| {
            tokens[*at].kind == Kind::Genitive || tokens[*at].any(words!["his", "her", "their"])
        })?;
        let source = if tokens[owner].kind == Kind::Genitive {
            phrase_before(tokens, owner)
        } else {
            owner..owner + 1
        };
        (!source.is_empty()).then_some(source)
    }

    /// Who has something to say, which stands behind a colon: `Vell had a message for the county: "…"`, `Vell summed it
    /// up: "…"`.
    fn having_said(&self, colon: usize) -> Option<Range<usize>> {
        let tokens = self.tokens;
        let verb = (1..colon).find(|at| is_verb(tokens, *at))?;
        let own = subject(tokens, 0, verb).filter(|own| own.end == verb)?;
        let shares =
            tokens[verb].is(Class::HAVE) || tokens[verb].any(words!["offered", "gave", "shared"]);
        let noun = tokens[verb + 1..colon].iter().any(|token| {
            token.any(&SAYINGS) || token.any(words!["take", "view", "thought", "theory"])
        });
        let summed = tokens[verb].any(words!["summed", "sums"])
            && tokens[verb + 1..colon]
                .iter()
                .any(|token| token.is_word("up"));
        let head = head_of(&tokens[own.clone()])?;
        let person = head.is(Class::PERSON)
            || named_person(&tokens[own.clone()])
            || head.any(words!["he", "she", "they", "another", "others"]);
        (person && (shares && noun || summed)).then_some(own)
    }

    /// Whose mood stands before a colon: `Vell was less impressed: "…"`, `Her deputy is blunter: "…"`.
    fn disposed(&self, colon: usize) -> Option<Range<usize>> {
        let tokens = self.tokens;
        let verb = (1..colon).find(|at| tokens[*at].any(&SEEMING))?;
        let own = subject(tokens, 0, verb).filter(|own| own.end == verb)?;
        let mood = &tokens[verb + 1..colon];
        let last = mood.last()?;
        let plain = mood.len() <= LONGEST_MOOD
            && mood.iter().all(|token| {
                token.any(words!["more", "less"])
                    || token.kind == Kind::Word
                        && !token.is(Class::DETERMINER
                            .or(Class::POSSESSIVE)
                            .or(Class::PREPOSITION)
                            .or(Class::AUXILIARY)
                            .or(Class::SPEAKER)
                            .or(Class::OBJECT))
            });
        let noun = head_of(&tokens[own.clone()])?;
        let person = noun.kind == Kind::Name
            || noun.is(Class::SPEAKER)
            || own.len() == 1 && noun.is(Class::SUBJECT)
            || noun.any(words!["other", "others", "one", "second", "third"]);
        let thing = tokens[own.start].any(words!["it", "this", "that", "there", "which", "what"]);
        let saying = noun.any(&SAYINGS);
        (plain && person && !thing && !saying && !last.is(Class::SUBORDINATOR)).then_some(own)
    }

    /// The last colon of a headline behind which it names who speaks.
    fn named_last(&self, begin: usize, headline: bool) -> Option<usize> {
        let mut last = (0..if headline { self.end } else { 0 }).rev();
        last.find(|at| self.tokens[*at].is_mark(':'))
            .filter(|colon| self.names_speaker(begin.min(*colon)..*colon))
    }

    /// Who speaks and what they say, on both sides of a colon or a dash.
    fn label_parts(
        &self,
        begin: usize,
        (colon, named_last): (Option<usize>, Option<usize>),
        headline: bool,
    ) -> Option<(Range<usize>, Range<usize>)> {
        let tokens = self.tokens;
        Some(if let Some(colon) = named_last {
            (colon + 1..self.end, begin..colon)
        } else if let Some(colon) = colon {
            // `Ray Oximoto, welder: "…"`
            let comma = (begin..colon).find(|at| tokens[*at].is_mark(','));
            let then = tokens[begin].is(Class::ADVERB);
            let named = comma.filter(|comma| {
                !then
                    && (named_person(&tokens[begin..*comma])
                        || self.tells_on_what(begin..*comma, colon))
            });
            // `Vell on dredging: "It is over"`
            let on = (begin + 1..colon).find(|at| tokens[*at].any(words!["on", "in", "to", "at"]));
            let marked = tokens[colon + 1..self.end].first();
            let marked = headline && marked.is_some_and(|next| next.quoted().is_some());
            let bids = on.filter(|on| headline && bids(tokens, begin..colon, *on));
            let named = named.or(on.filter(|_| marked)).or(bids);
            (begin..named.unwrap_or(colon), colon + 1..self.end)
        } else if headline && let Some(dash) = (0..self.end).rev().find(|at| tokens[*at].is_dash())
        {
            (dash + 1..self.end, 0..dash)
        } else {
            return None;
        })
    }

    /// `Vell: pier is safe`, `Pier is safe - harbour master`, `Lee: "…"`.
    pub(super) fn label(&mut self, flow: &mut Flow, found: &mut Found) {
        let tokens = self.tokens;
        let headline = flow.is_titled();
        if !headline && self.signed(flow, found) {
            return;
        }
        let begin =
            usize::from(tokens[0].is_dash() || tokens[0].is_mark('•') || tokens[0].is_mark('*'));
        let kicker = if headline { self.kicker() } else { 0 };
        let begin = begin.max(kicker);
        // `Court gives board a week; Vell: "It is over"`
        let apart = (begin + 1..self.end.saturating_sub(2))
            .rev()
            .find(|at| headline && tokens[*at].is_mark(';') && self.says_marks(at + 1));
        let begin = apart.map_or(begin, |at| at + 1);
        let colon =
            (kicker.max(begin)..self.end.min(begin + FAR)).find(|at| tokens[*at].is_mark(':'));
        // `Harbour dues 'must be lower'`
        let unnamed = headline
            && !tokens.iter().any(|token| token.is_mark(':'))
            && !tokens.iter().any(Token::is_dash)
            && tokens.iter().any(|token| {
                token.quoted().is_some() && token.text.contains(' ') && tails::holds_verb(token, 0)
            });
        if unnamed {
            if let Some((span, kind)) = self.content(0..self.end) {
                let zone = flow.zone.unwrap_or(ZoneKind::Headline);
                found.records.push(Record {
                    quotation: quotation(kind, vec![span], Rule::Label, zone),
                    within: flow.within,
                    like: None,
                    named: None,
                });
            }
            return;
        }
        let named_last = self.named_last(begin, headline);
        let Some((source, content)) = self.label_parts(begin, (colon, named_last), headline) else {
            return;
        };
        if source.is_empty() || content.is_empty() {
            return;
        }
        let marks = content.len() == 1 && tokens[content.start].quoted().is_some();
        // `Vell: ‘Boats wait’`, the title of an entry
        let entry = || marks && named_person(&tokens[source.clone()]);
        let heading = flow.zone == Some(ZoneKind::Heading) && !flow.deck;
        let headed = heading && self.heads_entry(&source, &content);
        if heading && !headed && !entry() {
            return;
        }
        let headline = headline || headed;
        let sayer = colon.and_then(|colon| self.sayer(colon));
        let said = sayer.is_some();
        let source = sayer.unwrap_or(source);
        let end = phrase_end(tokens, source.start);
        let last = &tokens[source.end - 1];
        let whole = end == source.end
            || last.is(Class::PERSON)
                && (source.start..source.end).all(|at| {
                    matches!(tokens[at].kind, Kind::Name | Kind::Word) && !is_verb(tokens, at)
                });
        let kind_of_copy = source.len() == 1
            && (tokens[source.start].any(&LABELS) || tokens[source.start].any(&FIELDS))
            || headline && source.len() == 2 && last.any(&SERIES);
        let speaks = whole
            && !kind_of_copy
            && source.len() <= 5
            && (head_of(&tokens[source.clone()]).is_some_and(|head| head.is(Class::SPEAKER))
                || headline
                    && source.len() <= 2
                    && last.kind == Kind::Name
                    && (named_last.is_some()
                        || content.clone().any(|at| tells(tokens, at))
                        || bids_to(tokens, &content)
                        || self.ends_in_marks(&content)
                            && source.len() == 2
                            && self.is_named_below(&source)
                        || goes_on_in_marks(tokens, &content))
                || marks && last.kind == Kind::Name);
        if !said && (!speaks || !(marks || headline)) {
            return;
        }
        let zone = flow.zone.unwrap_or(ZoneKind::Paragraph);
        let told = self.record_label((content, source), zone, flow, found);
        if told && marks && self.stretch.depth == 0 {
            flow.last = Some(found.records.len() - 1);
        }
    }

    /// Records marks behind which a dash and a name stand, in the same sentence or the next: `"We are late." — Ida Vell,
    /// minister`.
    fn signed(&self, flow: &mut Flow, found: &mut Found) -> bool {
        let tokens = self.tokens;
        let marks = usize::from(tokens[0].quoted().is_some());
        if self.stretch.depth > 0 || !tokens.get(marks).is_some_and(Token::is_dash) {
            return false;
        }
        let begin = marks + 1;
        let comma = (begin..self.end).find(|at| tokens[*at].is_mark(','));
        let name = begin..comma.unwrap_or(self.end);
        let signs = name.len() >= 2
            && self.end <= begin + LONGEST_SIGNATURE
            && named_person(&tokens[name.clone()])
            && tokens[name.clone()]
                .iter()
                .all(|token| token.kind == Kind::Name)
            && !(begin..self.end).any(|at| is_verb(tokens, at));
        if !signs {
            return false;
        }
        if marks == 1 {
            let zone = flow.zone.unwrap_or(ZoneKind::Paragraph);
            return self.record_label((0..1, name), zone, flow, found);
        }
        let Some(last) = flow.last.map(|last| &mut found.records[last]) else {
            return false;
        };
        let alone = last.quotation.rule == Rule::MarksAlone && last.quotation.source.is_none();
        if alone {
            let (first, end) = (&tokens[name.start], &tokens[name.end - 1]);
            last.quotation.source = Some(first.span.start..end.span.end);
            last.quotation.rule = Rule::Label;
            (last.like, last.named) = (None, None);
        }
        alone
    }

    /// What else a headline tells: a label though a verb in it may report, and marks before a colon, of whomever they are:
    /// `Sheriff: man who posted it “not employed”`, `“We are late”: port seeks boats`.
    pub(super) fn headed(&mut self, before: usize, flow: &mut Flow, found: &mut Found) {
        let tokens = self.tokens;
        let colon = tokens.iter().position(|token| token.is_mark(':'));
        let speaks = colon.and_then(|colon| head_of(&tokens[..colon]));
        let speaks = speaks.is_some_and(|head| head.is(Class::SPEAKER));
        if speaks && found.records.len() == before && !self.cues.is_empty() {
            self.label(flow, found);
        }
        let apart = |next: &Token<'_>| next.is_mark(':') || next.is_dash();
        let first = &tokens[0];
        let (Some(quoted), true) = (first.quoted(), tokens.get(1).is_some_and(apart)) else {
            return;
        };
        let span = self.stretch.marked[quoted].inner.clone();
        let words = &self.stretch.text[span.clone()];
        let opens = first
            .first_word()
            .trim_end_matches(|mark: char| !mark.is_alphanumeric());
        let pronoun = Class::SUBJECT.or(Class::POSSESSIVE).or(Class::QUESTION);
        let clause = tails::holds_verb(first, 0)
            || words.contains(['\'', '’', '?', '!'])
            || class(&opens.to_lowercase()).is(pronoun)
                && words.split_whitespace().nth(2).is_some();
        let known = |record: &Record| {
            let mut spans = record.quotation.content.iter();
            spans.any(|other| other.start <= span.start && span.end <= other.end)
        };
        // `“We are late”: Ida Vell on the boats` is the title of a talk.
        let on = phrase_end(tokens, 2);
        let talk = named_person(&tokens[2.min(on)..on])
            && tokens.get(on).is_some_and(|next| next.is_word("on"));
        if clause && !talk && !found.records[before..].iter().any(known) {
            let zone = flow.zone.unwrap_or(ZoneKind::Headline);
            let mut one = quotation(QuotationKind::Direct, vec![span], Rule::Label, zone);
            one.source = self.named_at_occasion();
            found.records.push(Record {
                quotation: one,
                within: flow.within,
                like: None,
                named: None,
            });
        }
    }

    /// Who is named behind marks and a colon with the occasion on which they spoke: `“We are late”: Envoy Vell at harbour
    /// talks`, `“We are late”: Ida Vell in council`.
    fn named_at_occasion(&self) -> Option<Range<usize>> {
        let tokens = self.tokens;
        let last = self.end.min(2 + LONGEST_LABEL);
        let joint = (3..last).find(|at| tokens[*at].any(&OCCASIONS))?;
        let who = &tokens[2..joint];
        let titled = |token: &Token<'_>| {
            token.kind == Kind::Name || token.is(Class::TITLE.or(Class::PERSON))
        };
        let person = who.iter().all(titled) && named_person(who);
        let person = person && self.is_named_below(&(joint - 1..joint));
        person.then(|| who[0].span.start..who[who.len() - 1].span.end)
    }

    /// Whether the article names somebody by these words below, as a sentence goes on, and no thing: `Vell`, but not `Life`
    /// or `the Lumen League`.
    pub(super) fn is_named_below(&self, name: &Range<usize>) -> bool {
        let (first, last) = (&self.tokens[name.start], &self.tokens[name.end - 1]);
        let text = self.stretch.text;
        let name = &text[first.span.start..last.span.end];
        let below = &text[last.span.end..];
        let mut places = memchr::memmem::find_iter(below.as_bytes(), name.as_bytes());
        let (mut named, mut thing) = (false, is_place(name));
        for at in places.by_ref().take(FIRST_NAMED) {
            let before = below[..at].strip_suffix(' ').unwrap_or_default();
            named |= before.ends_with(|mark: char| mark.is_alphanumeric() || ",.-".contains(mark));
            thing |= before.ends_with(" the") || before.ends_with("The");
        }
        named && !thing
    }

    /// Whether somebody is called by one word, with nothing but a colon and marks behind it, from here to the end.
    fn says_marks(&self, at: usize) -> bool {
        let colon = self.end - 2;
        colon > at
            && self.tokens[colon].is_mark(':')
            && self.tokens[colon + 1].quoted().is_some()
            && named_person(&self.tokens[at..colon])
    }

    /// Whether a content of some words ends in marks: `port bill 'is a surrender'`.
    fn ends_in_marks(&self, content: &Range<usize>) -> bool {
        let last = &self.tokens[content.end - 1];
        content.len() >= 2 && last.quoted().is_some() && last.text.contains(' ')
    }

    /// Records what a headline holds as said by the one whom its last words name.
    pub(super) fn close(&self, source: Range<usize>, flow: &Flow, found: &mut Found) {
        let told = (0..source.start - 1, source);
        self.record_label(told, flow.zone.unwrap_or(ZoneKind::Headline), flow, found);
    }

    /// Records a content and the label that is its source; whether there is any.
    fn record_label(
        &self,
        (content, source): (Range<usize>, Range<usize>),
        zone: ZoneKind,
        flow: &Flow,
        found: &mut Found,
    ) -> bool {
        let Some((span, kind)) = self.content(content) else {
            return false;
        };
        let source = &self.tokens[source];
        let (first, last) = (&source[0], &source[source.len() - 1]);
        let one = quotation(kind, vec![span], Rule::Label, zone);
        found.records.push(Record {
            quotation: Quotation {
                source: Some(first.span.start..last.span.end),
                ..one
            },
            within: flow.within,
            like: None,
            named: None,
        });
        true
    }

    /// Whether a headline ends with who says what stands before: `Harbour dues to rise again: council`.
    fn names_speaker(&self, said: Range<usize>) -> bool {
        let (tokens, start) = (self.tokens, said.end + 1);
        let Some(last) = self.end.checked_sub(1).filter(|last| start <= *last) else {
            return false;
        };
        let role = is_role(&tokens[start..self.end]);
        let phrase = role || phrase_end(tokens, start) == self.end && self.end - start <= 4;
        // `"We will act": Norland`
        let marks = said.len() == 1 && tokens[said.start].quoted().is_some();
        let told = said
            .clone()
            .any(|at| tells(tokens, at) || tokens[at].quoted().is_some());
        let enough = |least: usize| marks || said.len() >= least || told && said.len() >= 3;
        let speaks = tokens[last].is(Class::SPEAKER) && enough(if role { 3 } else { 4 })
            || tokens[last].kind == Kind::Name && enough(5) && self.end - start <= 2;
        phrase && speaks
    }
}
