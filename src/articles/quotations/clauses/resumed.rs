//! Where a clause around a report goes on behind its content.

use std::ops::Range;

use super::super::Rule;
use super::super::cues::{Cue, Mode};
use super::super::lexicon::Class;
use super::super::phrases::is_verb;
use super::super::tails;
use super::super::verbs::Frames;
use super::super::word_list::WordList;
use super::super::words::Kind;
use super::Sentence;

/// Words with which a clause or a phrase opens that comes before the main clause.
const OPENING: WordList = WordList::new(&[
    "despite",
    "after",
    "before",
    "while",
    "without",
    "since",
    "with",
    "by",
    "following",
    "in",
]);

/// How many words the name of a paper may have.
const LONGEST_SITE: usize = 4;

impl Sentence<'_, '_, '_> {
    /// Where the content of a cue ends as the clause around it goes on.
    pub(super) fn resumed(&self, number: usize, content: &Range<usize>, rule: Rule) -> usize {
        let places = [
            self.behind_gap(number, content),
            self.joined_to_outer(number, content, rule),
            self.subject_goes_on(content, rule),
        ];
        places.into_iter().flatten().min().unwrap_or(content.end)
    }

    /// The comma behind a participle in what comes before the main clause: `Despite Vell writing to clubs,
    /// urging them to play, Orr stayed`.
    pub(super) fn behind_participle(&self, cue: &Cue, limit: usize) -> Option<usize> {
        let tokens = self.tokens;
        let and = usize::from(tokens[0].any(words!["and", "but", "yet", "so"]));
        let opened = cue.mode == Mode::Participle
            && cue.left > and + 1
            && tokens.get(and).is_some_and(|first| first.any(&OPENING))
            && !(and..cue.left).any(|at| is_verb(tokens, at))
            && cue
                .verb(tokens)
                .is_some_and(|verb| verb.frames.has(Frames::NP_TO.or(Frames::NP_AS)));
        (cue.tokens.end..limit)
            .rev()
            .find(|at| opened && tokens[*at].is_mark(',') && tails::opens_clause(tokens, at + 1))
    }

    /// The verb of whoever a report within a relative clause tells of: `The man who police say shot a guard was
    /// arrested`.
    fn behind_gap(&self, number: usize, content: &Range<usize>) -> Option<usize> {
        let tokens = self.tokens;
        let subject = self.subjects[number].as_ref()?;
        let before = subject.start.checked_sub(2)?;
        let gap = tokens[before + 1].any(words!["who", "which", "that"])
            && tokens[before].mark().is_none()
            && !(0..=before).any(|at| is_verb(tokens, at))
            && is_verb(tokens, content.start);
        let joint = Class::AND
            .or(Class::RELATIVE)
            .or(Class::SUBJECT)
            .or(Class::SUBORDINATOR);
        let clear = (content.start + 1..content.end).take_while(|at| {
            let small = tokens[*at].is(Class::PREPOSITION.or(Class::DETERMINER));
            tokens[*at].mark().is_none()
                && !tokens[*at].is_word("that")
                && (small || !tokens[*at].is(joint))
        });
        let mut clear = clear.skip(1);
        clear.find(|at| {
            gap && is_verb(tokens, *at) && tokens[*at].is(Class::AUXILIARY.or(Class::VERB))
        })
    }

    /// A second "that", which is of the report around this one: `said they hope it will open soon but that the
    /// day was open`.
    fn joined_to_outer(&self, number: usize, content: &Range<usize>, rule: Rule) -> Option<usize> {
        let tokens = self.tokens;
        let opened = |cue: &Cue| {
            tokens[cue.tokens.end..content.start]
                .iter()
                .any(|token| token.is_word("that"))
        };
        let outer = self.cues[..number]
            .iter()
            .any(|cue| cue.mode == Mode::Finite && cue.tokens.end < content.start && opened(cue));
        let rules = [
            Rule::CueThenClause,
            Rule::CueThenPhrase,
            Rule::CueThenPredicate,
            Rule::CueThenVerb,
        ];
        if !outer || !rules.contains(&rule) {
            return None;
        }
        let that = (content.start + 2..content.end).find(|at| {
            tokens[*at].is_word("that") && tokens[at - 1].any(words!["and", "but", "or"])
        })?;
        Some(self.strip(that))
    }

    /// The auxiliary of a second verb with the subject of the cue, behind a content that is no clause: `called
    /// the vote void but has shown no proof`.
    fn subject_goes_on(&self, content: &Range<usize>, rule: Rule) -> Option<usize> {
        let tokens = self.tokens;
        if !matches!(rule, Rule::CueThenPredicate | Rule::CueThenPhrase) {
            return None;
        }
        let joint = (content.start + 1..content.end.saturating_sub(1)).find(|at| {
            tokens[*at].any(words!["and", "but"]) && self.goes_on_with(at + 1, content)
        })?;
        let clause = (content.start..joint).any(|at| {
            let base = at > 0 && tokens[at - 1].is_word("to");
            is_verb(tokens, at) && !base
                || tokens[at].is(Class::RELATIVE) && !tokens[at].is(Class::DETERMINER)
        });
        (!clause).then(|| self.strip(joint + 1))
    }

    /// Whether a finite verb stands here that no content without a clause goes on with.
    fn goes_on_with(&self, at: usize, content: &Range<usize>) -> bool {
        let tokens = self.tokens;
        let told = (content.start..at).any(|at| tokens[at].is_word("to"));
        let base = tokens[at].any(words!["have", "do", "be", "need"]);
        let object = tokens
            .get(at + 1)
            .filter(|_| at + 1 < content.end)
            .is_some_and(|next| next.any(words!["it", "him", "them", "to"]));
        let past = tokens[at].kind == Kind::Word && tokens[at].text.ends_with("ed");
        tokens[at].is(Class::AUXILIARY) && !(told && base)
            || tails::past_with_object(tokens, at)
            || object && past && is_verb(tokens, at)
    }

    /// The condition before a report, which is of what is said: `If the vote fails, Vell said, he would go`.
    pub(super) fn condition(
        &self,
        subject: Option<&Range<usize>>,
        rule: Rule,
    ) -> Option<Range<usize>> {
        let tokens = self.tokens;
        let clause = matches!(rule, Rule::CueThenClause | Rule::CueThenThat);
        let subject = subject.filter(|_| clause)?;
        let comma = subject.start.checked_sub(1)?;
        let first = &tokens[0];
        let opened = first.any(words!["if", "should", "unless"])
            || first.is_word("even") && tokens.get(1).is_some_and(|next| next.is_word("if"));
        let asked = tokens[..comma].iter().any(|token| token.is_word("asked"));
        let own = tokens[subject.start].any(words!["i", "we", "you", "it", "that"]);
        let whole = self.from == 0 && comma > 1 && tokens[comma].is_mark(',');
        (opened && whole && !(asked || own) && self.stretch.depth == 0).then_some(0..comma)
    }

    /// The dash behind which a headline names the paper that it stands in: `Vell says pier is shut - Harbour
    /// News`.
    pub(super) fn site(&self, part: Range<usize>) -> Option<usize> {
        let tokens = self.tokens;
        let dash = part
            .rev()
            .find(|at| tokens[*at].is_dash() || tokens[*at].is_mark('|'))?;
        let name = dash + 1..self.end;
        let named = !name.is_empty()
            && name.len() <= LONGEST_SITE
            && name.clone().all(|at| {
                matches!(tokens[at].kind, Kind::Name | Kind::Word)
                    && !tokens[at].is(Class::THIRD)
                    && !is_verb(tokens, at)
            });
        named.then_some(dash)
    }
}
