//! Who speaks in the next paragraph: `Vell said in a statement:`.

use super::super::cues::Mode;
use super::super::find::Flow;
use super::super::verbs::Frames;
use super::super::{Quotation, Rule};
use super::{Report, Sentence};
use crate::articles::zones::ZoneKind;

impl Sentence<'_, '_, '_> {
    /// The report of a sentence that ends with a colon, if what is said is still to come.
    pub(super) fn announced(&self, flow: &Flow) -> Option<Quotation> {
        let tokens = self.tokens;
        let number = self.cues.len().checked_sub(1)?;
        let cue = &self.cues[number];
        let verb = cue.verb(tokens)?;
        let opens = tokens.last()?.is_mark(':') && flow.zone == Some(ZoneKind::Paragraph);
        let reads = verb.lemma == "read";
        let says = verb.frames.has(Frames::QUOTE) && (reads || !verb.doubtful.sense);
        if !opens || !says || cue.negated || cue.mode != Mode::Finite || self.from >= cue.tokens.end
        {
            return None;
        }
        let source = self.subjects[number].clone()?;
        if reads && self.unread(&source) {
            return None;
        }
        let report = Report {
            content: Vec::new(),
            source: Some(source),
            rule: Rule::CueThenMarks,
        };
        Some(self.told(number, &report))
    }
}
