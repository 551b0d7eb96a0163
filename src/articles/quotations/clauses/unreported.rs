//! Finite verbs of saying that report nothing.

use std::ops::Range;

use super::super::Rule;
use super::super::cues::Cue;
use super::super::lexicon::Class;
use super::super::phrases::named_person;
use super::super::verbs::Form;
use super::super::word_list::WordList;
use super::super::words::{Kind, Token};
use super::{Sentence, contracted};

/// Endings of nouns for what is or happens.
const ABSTRACT: [&str; 10] = [
    "ment", "tion", "sion", "ence", "ance", "ity", "ness", "ure", "ship", "ism",
];

/// What happens to somebody who threatens to.
const HAPPENS: WordList = WordList::new(&[
    "erupt",
    "explode",
    "collapse",
    "unravel",
    "spiral",
    "spill",
    "spread",
    "engulf",
    "overwhelm",
    "overshadow",
    "derail",
    "escalate",
    "become",
    "deepen",
]);

/// What teaches everybody, and reports nothing.
const LIFE: WordList = WordList::new(&[
    "facts",
    "history",
    "experience",
    "events",
    "practice",
    "reality",
]);

/// How those of rank are called instead of by their names: `His Excellency`.
const STYLES: WordList =
    WordList::new(&["excellency", "highness", "majesty", "holiness", "eminence"]);

/// Modals of what somebody is able to.
const CAN: WordList = WordList::new(&[
    "can",
    "could",
    "cannot",
    "can't",
    "can\u{2019}t",
    "couldn't",
    "couldn\u{2019}t",
]);

/// What words are written on, and what is written there.
pub(super) const WRITTEN_ON: WordList = WordList::new(&[
    "sign",
    "signs",
    "banner",
    "banners",
    "placard",
    "placards",
    "caption",
    "headline",
    "inscription",
    "poster",
    "posters",
    "slogan",
    "plaque",
    "line",
    "label",
    "sticker",
    "card",
    "tattoo",
    "graffiti",
    "t-shirt",
    "engraving",
    "motto",
]);

/// Whether a noun stands for something that is or happens, and for nothing that speaks.
fn is_abstract(noun: &Token<'_>) -> bool {
    let single = noun.text.strip_suffix('s').unwrap_or(noun.text);
    noun.kind == Kind::Word
        && !noun.is(Class::SPEAKER)
        && ABSTRACT.iter().any(|ending| single.ends_with(ending))
}

/// Whether a verb reports of people and bodies alone: `The findings underline the danger`.
pub(super) fn needs_speaker(lemma: &str, rule: Rule) -> bool {
    let shows = matches!(lemma, "highlight" | "underscore" | "underline");
    shows && rule == Rule::CueThenPhrase || matches!(lemma, "see" | "point to")
}

impl Sentence<'_, '_, '_> {
    /// Whether a subject is somebody or a body, and no thing.
    pub(super) fn speaks(&self, subject: &Range<usize>) -> bool {
        let tokens = self.tokens;
        let mut places = subject.start + 1..subject.end;
        let of = places.find(|at| tokens[*at].is(Class::PREPOSITION));
        let noun = &tokens[of.unwrap_or(subject.end) - 1];
        noun.kind == Kind::Name
            || noun.is(Class::PERSON.or(Class::BODY))
            || noun.any(&STYLES)
            || noun.is(Class::SUBJECT) && !noun.is_word("it")
    }

    /// What events and bodies show is no report of theirs; what documents show is.
    pub(super) fn shown_by_things(&self, lemma: &str, subject: &Range<usize>) -> bool {
        let tokens = &self.tokens[subject.clone()];
        let person = || named_person(tokens);
        if lemma == "read" {
            let shown = tokens
                .iter()
                .any(|token| token.is(Class::DOCUMENT) || token.any(&WRITTEN_ON));
            return !shown;
        }
        // `It feels that way`
        if lemma == "feel" {
            return tokens.len() == 1 && tokens[0].is_word("it");
        }
        // `The mutiny raised questions`
        if lemma == "raise" {
            let head = tokens.last().expect("a subject has a word");
            let doubted = self.tokens[subject.end..self.end]
                .iter()
                .any(|token| token.any(words!["concern", "concerns", "objection", "objections"]));
            let body = head.is(Class::BODY) && doubted;
            return !person() && !body && !head.is(Class::PERSON.or(Class::SUBJECT));
        }
        // `The row threatens to spread`
        if lemma == "threaten" {
            let behind = &self.tokens[subject.end..self.end];
            let near = behind.iter().take(3).any(|token| token.is_word("to"));
            let to = behind
                .windows(2)
                .any(|pair| pair[0].text.starts_with("threaten") && pair[1].is_word("to"));
            let to = near || to && !tokens[0].is_word("it");
            let happens = behind.windows(3).any(|next| {
                next[0].text.starts_with("threaten")
                    && next[1].is_word("to")
                    && next[2].any(&HAPPENS)
            });
            if happens {
                return true;
            }
            let head = tokens.last().expect("a subject has a word");
            let doer = ["er", "ers", "or", "ors", "ist", "ists", "men", "man"];
            let thing = head.kind == Kind::Word
                && !head.is(Class::SPEAKER)
                && (head.any(words!["it", "that", "which", "this"]) || !head.is(Class::SUBJECT))
                && !doer.iter().any(|ending| head.text.ends_with(ending));
            let owned = tokens.len() > 1 && is_abstract(head);
            return (to || owned) && thing && tokens.len() <= 6;
        }
        // `The presence of the guards suggested that`
        if matches!(lemma, "suggest" | "indicate") {
            let of = tokens[1..]
                .iter()
                .position(|token| token.kind == Kind::Word && token.is(Class::PREPOSITION));
            let head = &tokens[of.unwrap_or(tokens.len() - 1)];
            return !person() && is_abstract(head);
        }
        let shows = matches!(
            lemma,
            "demonstrate"
                | "show"
                | "prove"
                | "illustrate"
                | "imply"
                | "mean"
                | "underscore"
                | "underline"
                | "highlight"
        );
        // `Facts have proven that`, `History teaches that`
        let told_by_life = (shows || matches!(lemma, "teach" | "tell" | "say"))
            && tokens.last().is_some_and(|head| head.any(&LIFE));
        let document = || {
            tokens.iter().any(|token| {
                token.is(Class::DOCUMENT.or(Class::PERSON))
                    || token.any(&STYLES)
                    || token.any(words!["intelligence", "results", "numbers"])
            })
        };
        // `The party put money ahead of safety`
        let ahead = || {
            self.tokens[subject.end..self.end]
                .iter()
                .any(|token| token.any(words!["ahead", "behind", "above", "below", "before"]))
        };
        let placed = lemma == "put" && ahead() && !document() && !self.gives_number(subject.end);
        // `It proves that`, but a poll shows what it shows.
        let it = shows
            && lemma != "show"
            && tokens.len() == 1
            && tokens[0].any(words!["it", "this", "that"]);
        told_by_life || it || placed || shows && tokens.len() > 1 && !document() && !person()
    }

    /// Whether something only lets one know, or somebody only knows: `A siren tells you to run`, `Nobody can tell how it
    /// ends`, but `Nobody could tell the board how it would end`.
    pub(super) fn tells_in_general(&self, cue: &Cue, subject: &Range<usize>) -> bool {
        let tokens = self.tokens;
        if cue.verb(tokens).is_none_or(|verb| verb.lemma != "tell") {
            return false;
        }
        let Some(next) = tokens.get(cue.tokens.end) else {
            return false;
        };
        let head = &tokens[subject.end - 1];
        let thing = head.any(words!["it", "that", "this", "which"])
            || head.kind == Kind::Word
                && !head.is(Class::DOCUMENT.or(Class::SUBJECT))
                && !self.speaks(subject);
        let can = tokens[cue.left..cue.tokens.start]
            .iter()
            .any(|token| token.any(&CAN));
        let known = next.is(Class::QUESTION)
            || next.any(words![
                "whether", "if", "that", "he", "she", "they", "we", "it", "there"
            ]);
        thing && next.is_word("you") || can && known
    }

    /// Whether a number stands somewhere behind a place.
    fn gives_number(&self, from: usize) -> bool {
        self.tokens[from..self.end].iter().any(|token| {
            token.kind == Kind::Number
                || token.is(Class::NUMBER)
                || token.any(words!["dozens", "hundreds", "thousands", "millions"])
        })
    }

    /// What a speaker does by saying it: `"I ask for the floor"`.
    pub(super) fn performs(&self, cue: &Cue, subject: &Range<usize>) -> bool {
        let first = &self.tokens[subject.start];
        let Some(verb) = cue.verb(self.tokens) else {
            return false;
        };
        let own = first.any(words!["i", "we", "you"]) && subject.len() == 1
            || contracted(first) && first.text.starts_with(['i', 'I', 'w', 'W', 'y', 'Y']);
        if !own {
            return false;
        }
        let present = || {
            self.tokens[cue.tokens.start].text == verb.lemma.split(' ').next().unwrap_or_default()
                || self.tokens[cue.tokens.start].text.ends_with("ing")
                    && !self.tokens[cue.left..cue.tokens.start]
                        .iter()
                        .any(|token| token.is_word("been"))
        };
        let marked = self.stretch.depth > 0;
        // `"I tell the crews to wait"`
        let others = self.tokens.get(cue.tokens.end).is_some_and(|next| {
            let own = Class::DETERMINER.or(Class::POSSESSIVE).or(Class::PERSON);
            next.any(words!["him", "them", "people", "everybody", "everyone"])
                || next.is(own) && next.kind == Kind::Word && !next.is_word("that")
        });
        if verb.lemma == "tell" && others && first.is_word("i") {
            return false;
        }
        // `"I think it is changing"`, `"We urge all sides to talk"`, `"we discovered that …"`
        let holds = verb.is_held()
            || verb.class == "predicting"
            || matches!(&*verb.lemma, "discover" | "find" | "see");
        let asks = matches!(
            &*verb.class,
            "asking"
                | "demanding"
                | "requesting"
                | "promising"
                | "proposing"
                | "praising"
                | "criticising"
        ) || matches!(&*verb.lemma, "declare" | "pronounce" | "proclaim");
        marked && holds || (marked || asks) && present()
    }

    /// What somebody is only thought to say or to hold: `if she thinks it is settled`.
    pub(super) fn supposed(&self, cue: &Cue, subject: &Range<usize>) -> bool {
        let tokens = self.tokens;
        let present = {
            let mut forms = tokens[cue.tokens.start].readings().iter();
            forms.any(|(verb, form)| Some(*verb) == cue.verb && *form != Form::Past)
        };
        let opened = subject
            .start
            .checked_sub(1)
            .is_some_and(|before| tokens[before].any(words!["if", "unless", "once", "until"]));
        // `as long as they do not urge`
        if tokens[subject.start].is_word("as") {
            return true;
        }
        opened && present && cue.left == cue.tokens.start
    }
}
