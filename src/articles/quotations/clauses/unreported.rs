//! Finite verbs of saying that report nothing.

use std::ops::Range;

use super::super::cues::Cue;
use super::super::lexicon::Class;
use super::super::phrases::named_person;
use super::super::verbs::Form;
use super::super::words::Kind;
use super::{Sentence, contracted};

impl Sentence<'_, '_, '_> {
    /// What events and bodies show is no report of theirs; what documents show is.
    pub(super) fn shown_by_things(&self, lemma: &str, subject: &Range<usize>) -> bool {
        let tokens = &self.tokens[subject.clone()];
        let person = named_person(tokens);
        if lemma == "read" {
            let shown = tokens.iter().any(|token| {
                token.is(Class::DOCUMENT)
                    || token.any(&[
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
                    ])
            });
            return !shown;
        }
        // `The mutiny raised questions`
        if lemma == "raise" {
            let head = tokens.last().expect("a subject has a word");
            return !person && !head.is(Class::PERSON.or(Class::SUBJECT));
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
        let document = tokens.iter().any(|token| {
            token.is(Class::DOCUMENT.or(Class::PERSON))
                || token.any(&["intelligence", "results", "numbers"])
        });
        // `The party put money ahead of safety`
        let ahead = self.tokens[subject.end..self.end]
            .iter()
            .any(|token| token.any(&["ahead", "behind", "above", "below", "before"]));
        let placed = lemma == "put" && ahead && !document && !self.gives_number(subject.end);
        placed || shows && !document && !person && tokens.len() > 1
    }

    /// Whether a number stands somewhere behind a place.
    fn gives_number(&self, from: usize) -> bool {
        self.tokens[from..self.end].iter().any(|token| {
            token.kind == Kind::Number
                || token.is(Class::NUMBER)
                || token.any(&["dozens", "hundreds", "thousands", "millions"])
        })
    }

    /// What a speaker does by saying it: `"I ask for the floor"`.
    pub(super) fn performs(&self, cue: &Cue, subject: &Range<usize>) -> bool {
        let first = &self.tokens[subject.start];
        let Some(verb) = cue.verb(self.tokens) else {
            return false;
        };
        let present = self.tokens[cue.tokens.start].text
            == verb.lemma.split(' ').next().unwrap_or_default()
            || self.tokens[cue.tokens.start].text.ends_with("ing")
                && !self.tokens[cue.left..cue.tokens.start]
                    .iter()
                    .any(|token| token.is_word("been"));
        let own = first.any(&["i", "we", "you"]) && subject.len() == 1
            || contracted(first) && first.text.starts_with(['i', 'I', 'w', 'W', 'y', 'Y']);
        let marked = self.stretch.depth > 0;
        // `"I think it is changing"`, `"We urge all sides to talk"`, `"we discovered that …"`
        let holds = verb.is_held()
            || verb.class == "predicting"
            || matches!(&*verb.lemma, "discover" | "find" | "see");
        let asks = matches!(
            &*verb.class,
            "asking" | "demanding" | "requesting" | "promising" | "proposing"
        );
        own && (marked && (holds || present) || present && asks)
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
            .is_some_and(|before| tokens[before].any(&["if", "unless", "once", "until"]));
        opened && present && cue.left == cue.tokens.start
    }
}
