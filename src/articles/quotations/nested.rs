//! The kind of a report whose marks are all those of reports within it.

use std::ops::Range;

use super::{Quotation, QuotationKind};

/// Marks that are no apostrophe.
const DOUBLE: [char; 6] = ['"', '“', '”', '„', '«', '»'];

/// Makes those indirect that have no marks but those of a report within them: `said that Vell had called
/// it "a farce"`. The quotations are in the order of their content.
pub(super) fn settle_kinds(text: &str, quotations: &mut [Quotation]) {
    for at in 0..quotations.len() {
        let one = &quotations[at];
        if one.kind == QuotationKind::Mixed && is_of_others(text, one, &quotations[at + 1..]) {
            quotations[at].kind = QuotationKind::Indirect;
        }
    }
}

fn is_of_others(text: &str, one: &Quotation, later: &[Quotation]) -> bool {
    let end = one.content[one.content.len() - 1].end;
    let within: Vec<Range<usize>> = later
        .iter()
        .take_while(|other| other.content[0].start < end)
        .filter(|other| other.cue.is_some() && other.content[other.content.len() - 1].end <= end)
        .flat_map(|other| other.content.iter().cloned())
        .collect();
    let mut others = 0;
    for span in &one.content {
        for (at, mark) in text[span.clone()].match_indices(DOUBLE) {
            let mark = span.start + at..span.start + at + mark.len();
            let held = |part: &Range<usize>| part.start <= mark.end && mark.start <= part.end;
            if !within.iter().any(held) {
                return false;
            }
            others += 1;
        }
    }
    others > 0
        && !one
            .content
            .iter()
            .any(|span| text[span.clone()].contains('‘'))
}
