//! Questions put first that somebody does not answer: `Whether she will run her office did not say`.

use super::super::Rule;
use super::super::lexicon::Class;
use super::super::phrases::{is_verb, phrase_before};
use super::super::verbs::Frames;
use super::{Report, Sentence};

impl Sentence<'_, '_, '_> {
    /// The question before whoever does not answer it at the end of the sentence: `Why it was shut, the port would not
    /// say`, but `When he came, he did not say`.
    pub(super) fn untold_question(&self, number: usize) -> Option<Report> {
        let (tokens, cue) = (self.tokens, &self.cues[number]);
        let start = self.clause_start();
        let first = tokens.get(start)?;
        let asks = first.is(Class::QUESTION) || first.is_word("whether");
        let verb = cue.verb(tokens).filter(|_| cue.negated && asks)?;
        let near = || phrase_before(tokens, cue.left);
        let found = self.subjects[number].clone();
        let subject = found
            .filter(|own| own.start >= start + 3)
            .unwrap_or_else(near);
        if subject.is_empty() || !verb.frames.has(Frames::WH) || subject.start < start + 3 {
            return None;
        }
        let comma = usize::from(tokens[subject.start - 1].is_mark(','));
        let content = start..subject.start - comma;
        let ahead = content.clone().any(|at| tokens[at].is(Class::MODAL));
        let timed = first.any(words!["when", "where", "who", "what", "if"]);
        let fits = content.clone().skip(1).any(|at| is_verb(tokens, at))
            && content
                .clone()
                .all(|at| tokens[at].is_plain() || tokens[at].mark().is_none())
            && (!timed || ahead || comma == 0 && !first.any(words!["when", "if"]))
            && self.behind_adverbials(cue.tokens.end) >= self.end;
        fits.then(|| Report {
            content: vec![content],
            source: Some(subject),
            rule: Rule::ClauseThenCue,
        })
    }
}
