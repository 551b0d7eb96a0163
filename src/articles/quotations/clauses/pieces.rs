//! Contents in several pieces, around the words that report them.

use std::ops::Range;

use super::super::Rule;
use super::super::cues::{Cue, Mode};
use super::super::lexicon::Class;
use super::super::narration::later;
use super::super::phrases::{is_fronted, is_verb, named_person, phrase_end};
use super::super::tails;
use super::super::verbs::Frames;
use super::super::word_list::WordList;
use super::super::words::{Kind, Token};
use super::{Report, Sentence};

/// Verbs with which the narration says that no more was told.
const NO_MORE: WordList = WordList::new(&[
    "gave",
    "gives",
    "offered",
    "provided",
    "declined",
    "refused",
    "did",
    "didn't",
    "didn’t",
    "cited",
    "stopped",
    "fell",
    "made",
    "left",
    "walked",
    "withheld",
    "hung",
    "named",
    "disclosed",
]);

/// Adverbs that belong to what is said, as they tell when, where or in place of what: `Now, he said, the pier is shut`.
const TOLD_WHEN: WordList = WordList::new(&[
    "now",
    "today",
    "tonight",
    "tomorrow",
    "yesterday",
    "here",
    "instead",
    "often",
    "soon",
]);

/// Verbs with which a clause may end, as nothing needs to follow them.
const HAPPENED: WordList = WordList::new(&[
    "died",
    "fell",
    "rose",
    "happened",
    "arrived",
    "collapsed",
    "disappeared",
    "erupted",
    "exploded",
    "occurred",
    "survived",
    "escaped",
]);

/// Whether a relative pronoun is the subject of a verb right behind it: `who ought to go`, `that sank the boat`.
fn is_behind_relative(tokens: &[Token<'_>], at: usize) -> bool {
    let next = tokens.get(at + 1);
    let past = next.is_some_and(|next| next.text.ends_with("ed") || next.is_word("ought"));
    past || tails::resumes(tokens, at + 1)
}

/// Whether a measure with its unit stands here: `just 20 centimetres below`, `12 kilometres off`.
fn measures(tokens: &[Token<'_>], at: usize) -> bool {
    const UNITS: WordList = WordList::new(&[
        "metre",
        "metres",
        "meter",
        "meters",
        "centimetres",
        "centimeters",
        "millimetres",
        "kilometre",
        "kilometres",
        "kilometer",
        "kilometers",
        "km",
        "mile",
        "miles",
        "feet",
        "inches",
        "points",
        "degrees",
        "percent",
        "%",
    ]);
    let about = usize::from(tokens[at].any(words!["just", "about", "some", "nearly", "only"]));
    let unit = tokens.get(at + about + 1);
    tokens
        .get(at + about)
        .is_some_and(|next| next.kind == Kind::Number || next.is(Class::NUMBER))
        && unit.is_some_and(|unit| unit.any(&UNITS))
}

impl Sentence<'_, '_, '_> {
    /// Whether the comma behind a name opens what its bearer is, not the rest of a clause that ends with a
    /// full verb: `Firms suffer, said Vell, an analyst`.
    pub(super) fn tells_who(&self, left: &Range<usize>, comma: usize) -> bool {
        let tokens = self.tokens;
        let role = comma + 1..phrase_end(tokens, comma + 1).min(self.end);
        let person = |role: &[Token<'_>]| role.iter().any(|token| token.is(Class::PERSON));
        let told = tokens[comma - 1].kind == Kind::Name
            && tokens[role.start].any(words!["a", "an", "the"])
            && person(&tokens[role.clone()])
            && !(role.end < self.end && is_verb(tokens, role.end));
        // `Firms suffer, said the chair of the port, Hal Orr`
        let named = role.end == self.end
            && !role.is_empty()
            && named_person(&tokens[role])
            && tokens.get(left.end + 1..comma).is_some_and(person);
        !tokens[left.end - 1].is(Class::AUXILIARY) && (told || named)
    }

    /// Whether words behind a speaker and a comma, up to the end, only tell of them: `…, said Vell, its chair`, `…, said
    /// Vell, flanked by aides`, `…, said Vell, herself a miner`.
    fn tells_of_speaker(&self, at: usize) -> bool {
        let tokens = self.tokens;
        let (first, next) = (
            &tokens[at],
            tokens.get(at + 1).filter(|_| at + 1 < self.end),
        );
        let Some(next) = next else {
            return first.any(words![
                "however",
                "though",
                "too",
                "meanwhile",
                "himself",
                "herself"
            ]);
        };
        let plain = (at + 1..self.end).all(|at| !is_verb(tokens, at));
        let told = first.is(Class::POSSESSIVE)
            || first.any(words!["himself", "herself", "themselves", "like", "unlike"])
            || first.is_word("no") && next.any(words!["relation", "stranger", "friend", "fan"])
            || first.any(words!["then", "now", "long", "once"]) && !next.is(Class::PREPOSITION)
            || (first.text.ends_with("ed") || first.any(words!["known", "born"]))
                && next.is(Class::PREPOSITION)
                && !next.is_word("to");
        plain && told
    }

    /// Whether a verb of saying ends here.
    fn behind_cue(&self, at: usize) -> bool {
        self.cues.iter().any(|cue| cue.tokens.end == at)
    }

    /// Whether a verb and its auxiliary end a clause before `said Vell`, behind which no more is told of it: `The port was
    /// shut, said Vell, in an interview`, but `…, said Vell, after the storm`.
    fn is_told_whole(&self, left: &Range<usize>, at: usize) -> bool {
        let tokens = self.tokens;
        let inverted = self.cues.iter().any(|cue| cue.tokens.start == left.end + 1);
        let more = tokens[at].is(Class::AND.or(Class::SUBORDINATOR))
            || tokens[at].any(words![
                "following",
                "despite",
                "by",
                "to",
                "for",
                "with",
                "without"
            ]);
        let ended = left.len() >= 3
            && tokens[left.end - 2].is(Class::AUXILIARY)
            && !tokens[left.end - 1].is(Class::AUXILIARY);
        inverted && ended && !more && !tails::resumes(tokens, at)
    }

    /// Whether a report stands between the subject, or what is put before it, and its verb: `The tax, he
    /// said, had paid for it`.
    pub(super) fn parted(&self, left: &Range<usize>, rest: usize) -> bool {
        let tokens = self.tokens;
        if left.is_empty() || rest + 1 >= self.end || !tokens[rest].is_mark(',') {
            return false;
        }
        // `That evening, Vell said, “It was late.”`
        let opens = |first: char| first.is_uppercase() || first.is_ascii_digit();
        let next = &tokens[rest + 1];
        let sentence = next.quoted().is_some() && next.first_word().starts_with(opens);
        let bare = !left.clone().any(|at| tokens[at].quoted().is_some());
        if sentence && bare && self.behind_cue(rest) {
            return false;
        }
        // `The pier would close, Vell said, “within days, not weeks”`
        let fragment = next.quoted().is_some()
            && next.first_word().starts_with(char::is_lowercase)
            && !tails::holds_verb(next, 0);
        if fragment && bare && left.len() > 2 && rest + 2 >= self.end {
            return true;
        }
        // `The pier is shut, said Vell, who runs it`
        let apart = tokens[rest + 1].is(Class::RELATIVE)
            || tokens[rest + 1].any(words!["speaking", "without", "citing"])
            || self.cues.iter().any(|cue| cue.tokens.start == rest + 1)
            || self.tells_who(left, rest)
            || !tokens[left.end - 1].is(Class::AUXILIARY) && self.tells_of_speaker(rest + 1);
        // `Twenty people died, Vell said on Monday, a day after the strike began`
        let whole = || tokens[left.end - 1].any(&HAPPENED) && !tails::resumes(tokens, rest + 1);
        let goes_on = !apart && !whole() && !self.is_told_whole(left, rest + 1);
        if is_verb(tokens, left.end - 1) && left.len() >= 2 && goes_on {
            return true;
        }
        // `It was time, she said, to go home`
        let owed = left.len() >= 3
            && tokens[left.start].is_word("it")
            && tokens[left.start + 1].is(Class::BE)
            && tokens[rest + 1].is_word("to");
        // `It was the senate, she said, that killed it`
        let cleft = left.len() >= 3
            && tokens[left.start].is_word("it")
            && tokens[left.start + 1].any(words!["is", "was", "wasn't", "isn't"])
            && !(left.start + 2..left.end).any(|at| is_verb(tokens, at))
            && tokens[rest + 1].any(words!["who", "that"])
            && is_behind_relative(tokens, rest + 1);
        // `It will reach 11 metres, the bureau says, just 20 centimetres below the record`
        let figure = left.clone().any(|at| is_verb(tokens, at))
            && measures(tokens, rest + 1)
            && !(rest + 1..self.end).any(|at| is_verb(tokens, at) || !tokens[at].is_plain());
        if owed || cleft || figure {
            return true;
        }
        // `It is not, the widow insists, “about the money”`
        let denied = left.len() >= 3
            && tokens[left.end - 1].any(words!["not", "never"])
            && tokens[left.end - 2].is(Class::AUXILIARY);
        if denied && goes_on {
            return true;
        }
        let finite = left.clone().any(|at| is_verb(tokens, at));
        // `But, she said, the pier is safe`
        let joined = left.len() == 1 && tokens[left.start].is(Class::AND);
        let fronted = joined || is_fronted(tokens, left);
        let told = || self.opens_main_clause(rest + 1) || self.opens_in_present(rest + 1);
        if self.is_condition(left) && told() {
            return true;
        }
        let subject = !finite && !fronted || tokens[left.start].is(Class::QUESTION);
        if subject {
            // `Reviews from abroad, Vell said, show it is right`
            let plural = tokens[rest + 1].is(Class::BASE.or(Class::BASE_OR_NOUN))
                && left.clone().any(|at| {
                    let noun = tokens[at].kind == Kind::Word || at == left.start;
                    noun && tokens[at].text.ends_with('s')
                });
            return plural
                || tails::resumes(tokens, rest + 1)
                || self.looks_like_verb(rest + 1)
                || !finite && left.len() <= 6 && tokens[rest + 1].quoted().is_some();
        }
        let conceded = tokens[left.start].any(words![
            "regardless",
            "despite",
            "whatever",
            "however",
            "wherever"
        ]);
        let told = |at: usize| is_verb(tokens, at) || tails::holds_verb(&tokens[at], 0);
        (conceded || !finite && fronted)
            && (rest + 1..self.end).any(told)
            && !tokens[rest + 1].is(Class::RELATIVE.or(Class::SUBORDINATOR))
    }

    /// Whether a word looks like a third person behind a report: `The airline, analysts say, risks a strike`, `The plan,
    /// they say, no longer makes sense`.
    fn looks_like_verb(&self, at: usize) -> bool {
        let (token, next) = (&self.tokens[at], self.tokens.get(at + 1));
        let next = next.filter(|_| at + 1 < self.end);
        let third = token.kind == Kind::Word
            && token.text.len() > 3
            && token.ends_in_s()
            && !token.is(Class::SPEAKER.or(Class::PREPOSITION).or(Class::ADVERB))
            && next.is_some_and(|next| next.mark().is_none() && !next.is(Class::AND));
        third || token.is_word("no") && next.is_some_and(|next| next.is_word("longer"))
    }

    /// The content to the left, and what follows behind a comma as its second half.
    pub(super) fn split(
        &self,
        left: Range<usize>,
        rest: usize,
        number: usize,
    ) -> Vec<Range<usize>> {
        let mut content = vec![left];
        let tokens = self.tokens;
        let rest = self.behind_name(&content[0], rest);
        // `…, says the report, published on Thursday`
        let shown = rest + 1 < self.end
            && tokens[rest].is_mark(',')
            && tokens[rest - 1].is(Class::DOCUMENT)
            && tokens[rest + 1].kind == Kind::Word
            && tokens[rest + 1].text.ends_with("ed");
        // `…, Vell said on Monday, a day after the vote.`
        let since = rest + 1 < self.end
            && tokens[rest].is_mark(',')
            && later(tokens, rest + 1)
            && !(rest + 1..self.end).any(|at| is_verb(tokens, at) || tokens[at].is_mark(','));
        if shown || since {
            return content;
        }
        if self.tells_no_more(rest) {
            return content;
        }
        // `Nevertheless, he said, the plan deserves a look`
        let adverb = content[0].len() == 1
            && tokens[content[0].start].is(Class::ADVERB.or(Class::AND))
            && !tokens[content[0].start].any(&TOLD_WHEN);
        if adverb && rest + 1 < self.end && tokens[rest].is_mark(',') {
            let rest = self.behind_role(rest);
            return self.rest_of(rest, number).into_iter().collect();
        }
        if self.parted(&content[0], rest)
            || rest + 1 < self.end
                && tokens[rest].is_mark(',')
                && tails::resumes(tokens, rest + 1)
                && (tokens[content[0].end - 1].is(Class::AUXILIARY)
                    || !self.tells_of_speaker(rest + 1))
        {
            content.extend(self.rest_of(rest, number));
            return content;
        }
        // `There is a kettle on, a tin of tea and, she says, nothing stronger`
        let list = &tokens[content[0].clone()];
        let listed = list.len() > 2
            && list[list.len() - 1].any(words!["and", "or"])
            && rest + 1 < self.end
            && tokens[rest].is_mark(',');
        if listed {
            content.extend(self.rest_of(rest, number));
            return content;
        }
        let Some(first) = tokens.get(rest + 1).filter(|_| rest + 1 < self.end) else {
            return content;
        };
        if !tokens[rest].is_mark(',') && !tokens[rest].is_dash() {
            return content;
        }
        // `…, Vell said, but only if it is told to by a plan called reckless`
        let only = first.is_word("but")
            && tokens
                .get(rest + 2)
                .is_some_and(|next| next.is_word("only"))
            && tokens.get(rest + 3).is_some_and(|next| {
                next.any(words!["if", "when", "after", "once", "because", "as"])
            });
        // `…, he said, that the pier is old`
        let that = first.is_word("that") && (rest + 2..self.end).any(|at| is_verb(tokens, at));
        if only
            || self.is_short_piece(rest)
            || that
            || self.is_cleft_on(&content[0], rest + 1)
            || self.goes_on_at_place(rest + 1)
        {
            content.extend(self.rest_of(rest, number));
            return content;
        }
        let reports = |cue: &Cue| {
            let doubtful = cue.verb(tokens).is_some_and(|verb| verb.doubtful.sense);
            cue.mode != Mode::For && !(cue.mode == Mode::Finite && doubtful)
        };
        let mut later = self.cues.iter().filter(|cue| cue.tokens.start > rest);
        let later = later.any(reports);
        let joined = first.is(Class::AND) && first.kind == Kind::Word;
        let from = rest + 1 + usize::from(joined && !first.is_word("but"));
        if first.is_word("including") && self.end > from + 1 {
            content.extend(self.rest_of(rest, number));
            return content;
        }
        let marked = joined
            && tokens.get(from).is_some_and(|next| {
                let acts = next.first_word().ends_with("ed") || tails::holds_verb(next, 0);
                next.quoted().is_some() && acts
            });
        let clause = marked || (from..self.end).any(|at| is_verb(tokens, at));
        // `the port said in its report, which was published in May`
        let of_document =
            first.is_word("which") && tokens[rest - 1].is(Class::DOCUMENT.or(Class::OCCASION));
        if of_document {
            return content;
        }
        let reason = first.kind == Kind::Word
            && first.any(words![
                "because", "if", "unless", "although", "even", "provided", "which", "not", "so"
            ]);
        if !later && (joined || reason) && clause && (marked || self.end > from + 2) {
            content.push(rest + 1..self.end);
        }
        content
    }

    /// Whether a clause with "It is" goes on behind its report with "who" or "that": `It is the children, he said, who
    /// suffer`.
    fn is_cleft_on(&self, left: &Range<usize>, at: usize) -> bool {
        let tokens = self.tokens;
        let it = tokens[left.start].is_word("it")
            && left.len() > 2
            && tokens[left.start + 1].is(Class::BE)
            && !(left.start + 2..left.end).any(|at| is_verb(tokens, at));
        it && tokens[at].any(words!["who", "that", "which"]) && at + 2 < self.end
    }

    /// Whether the narration says behind a comma that no more was told, or what was done: `…, Vell said, but gave no
    /// details`, `…, Vell said, and left the room`.
    fn tells_no_more(&self, comma: usize) -> bool {
        let tokens = self.tokens;
        let joined = comma + 2 < self.end
            && tokens[comma].is_mark(',')
            && tokens[comma + 1].is(Class::AND)
            && tokens[comma + 1].kind == Kind::Word;
        joined && tokens[comma + 2].any(&NO_MORE)
    }

    /// What goes on behind the comma at a place, up to where another report limits it: not so `It was shut, police said,
    /// while the port said it was open`.
    fn rest_of(&self, comma: usize, number: usize) -> Option<Range<usize>> {
        let limit = self.limit(number);
        (limit > comma + 1).then_some(comma + 1..limit)
    }

    /// Whether a clause goes on behind its report with where, of which more is told: `Work will begin on Monday, officials
    /// said, at two farms where the virus was found`.
    fn goes_on_at_place(&self, at: usize) -> bool {
        let tokens = self.tokens;
        if tokens[at].kind != Kind::Word || !tokens[at].any(words!["at", "in", "near", "on"]) {
            return false;
        }
        let mut end = phrase_end(tokens, at + 1).min(self.end);
        // `at two farms outside Oban where`
        if end + 1 < self.end && tokens[end].any(words!["outside", "near", "in", "north", "south"])
        {
            end = phrase_end(tokens, end + 1).min(self.end);
        }
        let place = end > at + 1
            && !(at + 1..end)
                .any(|at| tokens[at].is(Class::OCCASION.or(Class::TIME).or(Class::DOCUMENT)))
            && tokens[at + 1].kind != Kind::Name;
        let told = tokens
            .get(end)
            .is_some_and(|next| end < self.end && next.is_word("where"));
        place && told
    }

    /// Behind a name that is put beside the source: `His client, said the lawyer, Hans Mont, was`.
    pub(super) fn behind_name(&self, left: &Range<usize>, rest: usize) -> usize {
        let tokens = self.tokens;
        if rest + 3 >= self.end || !tokens[rest].is_mark(',') {
            return rest;
        }
        let names = (rest + 1..self.end.min(rest + 5))
            .take_while(|at| tokens[*at].kind == Kind::Name)
            .count();
        let comma = rest + 1 + names;
        let apart = names > 0
            && comma + 1 < self.end
            && tokens[comma].is_mark(',')
            && tails::resumes(tokens, comma + 1)
            && !left.clone().any(|at| is_verb(tokens, at));
        if apart { comma } else { rest }
    }

    /// The comma behind an office that is put beside the source: `But, said Vell, head of the port, it is safe`.
    fn behind_role(&self, rest: usize) -> usize {
        let tokens = self.tokens;
        let near = rest + 1..self.end.min(rest + 12);
        let comma = near.clone().find(|at| tokens[*at].is_mark(','));
        let Some(comma) = comma.filter(|at| *at + 2 < self.end) else {
            return rest;
        };
        let role = rest + 1..comma;
        let person = role
            .clone()
            .any(|at| tokens[at].is(Class::PERSON) && tokens[at].kind == Kind::Word);
        if person && !role.clone().any(|at| is_verb(tokens, at)) {
            comma
        } else {
            rest
        }
    }

    /// Marks, the attribution, and the marks behind it that belong to the same quotation.
    pub(super) fn around(
        &self,
        first: Range<usize>,
        source: Range<usize>,
        rest: usize,
        number: usize,
    ) -> Report {
        if let Some(behind) = self.goes_on_behind_term(&first, rest, number) {
            return Report {
                content: vec![first, behind],
                source: Some(source),
                rule: Rule::MarksThenCue,
            };
        }
        let mut content = vec![first];
        // `"I came late," she said, putting on her coat, "and go home."`
        let gesture = |cue: &&Cue| {
            let says = cue.verb(self.tokens).is_some_and(|verb| {
                verb.frames.has(Frames::QUOTE) && !matches!(&*verb.class, "manner" | "laughing")
            });
            cue.mode != Mode::Participle || says
        };
        let stop = self.cues[number + 1..]
            .iter()
            .find(gesture)
            .map_or(self.end, |cue| cue.tokens.start);
        let more = (rest..stop).find(|at| {
            self.tokens[*at].quoted().is_some()
                && *at > 0
                && (self.tokens[at - 1].mark().is_some_and(|mark| mark != '(')
                    || self.tokens[at - 1].any(words!["and", "but"]))
        });
        let more = more.filter(|more| {
            self.tokens[content[0].end - 1].quoted().is_some() && !self.is_of_next(*more, number)
        });
        if let Some(more) = more {
            content.push(more..more + 1);
        }
        Report {
            content,
            source: Some(source),
            rule: Rule::MarksThenCue,
        }
    }

    /// The rest of a clause whose subject ends with a term in marks, behind its report: `The word "loaves," she said, was
    /// a code`.
    fn goes_on_behind_term(
        &self,
        first: &Range<usize>,
        rest: usize,
        number: usize,
    ) -> Option<Range<usize>> {
        let tokens = self.tokens;
        let told = |at: usize| is_verb(tokens, at) && !tokens[at].text.ends_with("ed");
        let rest = self.behind_adverbials(rest);
        let term = first.len() > 1
            && !first.clone().any(told)
            && !tails::holds_verb(&tokens[first.end - 1], 0)
            && rest + 1 < self.end
            && tokens[rest].is_mark(',')
            && tokens[rest + 1].is(Class::AUXILIARY);
        self.rest_of(rest, number).filter(|_| term)
    }

    /// Whether marks behind "and" have an attribution of their own: `"…," said Vell, and "…," said Orr`.
    fn is_of_next(&self, marks: usize, number: usize) -> bool {
        let joined = marks > 0
            && self.tokens[marks - 1].is(Class::AND)
            && self.tokens[marks - 1].kind == Kind::Word;
        let next = self.cues.get(number + 1).filter(|_| joined);
        next.is_some_and(|next| {
            let subject = self.subjects[number + 1].as_ref();
            next.tokens.start == marks + 1
                || subject.is_some_and(|subject| subject.start == marks + 1)
        })
    }
}
