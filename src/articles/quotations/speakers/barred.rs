//! Whom a source can't mean: `Bush must act, he said` is not said by Bush.

use std::ops::Range;

use super::forms::last_word;
use super::stage::Stage;
use crate::articles::quotations::Quotation;
use crate::articles::quotations::names::{Mention, Mentioned, Standing};
use crate::text::in_small;

/// How many mentions within a content are looked at.
const WITHIN: usize = 24;

impl Stage<'_> {
    /// Who is named first in a content, as its subject.
    fn subject_in(&self, content: &Range<usize>) -> Option<usize> {
        let number = self.mentions_in(content).next()?;
        let mention = &self.mentions[number];
        let opens = mention.begin().saturating_sub(content.start) <= "the ".len();
        let subject = mention.standing == Standing::Subject;
        self.who[number].filter(|_| opens && subject)
    }

    /// Whether a surname only tells of what: `the Vell campaign`.
    fn modifies(&self, entity: usize, mention: &Mention) -> bool {
        let known = &self.cast.all[entity];
        let text = self.cast.text;
        let single = !text[mention.span.clone()].contains(char::is_whitespace);
        let before = text[..mention.span.start].trim_end();
        let article = ["the", "The", "a", "an"].contains(&last_word(before));
        single && article && known.may_be_person() && known.words.len() > 1
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
        // `Another colleague, she says, told her` is said by somebody else.
        let inserted =
            quotation.content.len() > 1 && matches!(in_small(words).as_ref(), "he" | "she");
        self.barred.extend(self.said_of.filter(|_| inserted));
        for span in &quotation.content {
            for number in self.mentions_in(span).take(WITHIN) {
                let mention = &self.mentions[number];
                let named = matches!(mention.kind, Mentioned::Name | Mentioned::Body);
                let within = mention.span.end <= span.end;
                let meant = |entity: &usize| named && within && !self.modifies(*entity, mention);
                if let Some(entity) = self.who[number].filter(meant) {
                    self.barred.push(entity);
                }
            }
        }
    }
}
