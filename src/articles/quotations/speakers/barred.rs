//! Whom a source can't mean: `Bush must act, he said` is not said by Bush.

use std::ops::Range;

use super::stage::Stage;
use crate::articles::quotations::Quotation;
use crate::articles::quotations::names::{Mentioned, Standing};
use crate::text::in_small;

/// How many mentions within a content are looked at.
const WITHIN: usize = 24;

impl Stage<'_> {
    /// Who is named first in a content, as its subject.
    fn subject_in(&self, content: &Range<usize>) -> Option<usize> {
        let number = self.mentions_in(content).next()?;
        let mention = &self.mentions[number];
        let begin = mention.title.as_ref().map_or(mention.span.start, |title| {
            title.start.min(mention.span.start)
        });
        let opens = begin.saturating_sub(content.start) <= "the ".len();
        let subject = mention.standing == Standing::Subject;
        self.who[number].filter(|_| opens && subject)
    }

    /// Notes who is named within what a source without a name says.
    pub(super) fn bar(&mut self, quotation: &Quotation) {
        self.barred.clear();
        self.said_of = None;
        let source = quotation.source.as_ref();
        let words = source.map_or("", |source| &self.cast.text[source.clone()]);
        // `By his own account, Mr. Doyle never read it`
        if matches!(in_small(words).as_ref(), "his" | "her" | "its" | "their") {
            return;
        }
        self.said_of = quotation
            .content
            .first()
            .and_then(|span| self.subject_in(span));
        for span in &quotation.content {
            for number in self.mentions_in(span).take(WITHIN) {
                let mention = &self.mentions[number];
                let named = matches!(mention.kind, Mentioned::Name | Mentioned::Body);
                let within = mention.span.end <= span.end;
                if let Some(entity) = self.who[number].filter(|_| named && within) {
                    self.barred.push(entity);
                }
            }
        }
    }
}
