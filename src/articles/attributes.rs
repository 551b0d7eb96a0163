//! What single zones say: place, date and agency of a dateline, label and speaker of a turn.

use std::ops::Range;

use jiff::civil::Date;

use super::news::dateline_at;
use super::quotations::{ReportingVerbs, turns_of};
use super::zones::{Zone, ZoneKind};

/// What a zone says of itself; all that is missing is not told.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Attributes {
    /// Where a dateline was written.
    pub place: Option<String>,
    /// The day that a dateline names with its year.
    pub date: Option<Date>,
    /// The agency that a dateline names.
    pub agency: Option<String>,
    /// The words that name the speaker at the beginning of a turn, in bytes.
    pub label: Option<Range<usize>>,
    /// Who speaks in the turn that the zone belongs to.
    pub speaker: Option<String>,
}

impl Attributes {
    /// Those of each zone of a text.
    pub fn of(text: &str, zones: &[Zone], verbs: &ReportingVerbs) -> Vec<Self> {
        let mut found: Vec<Self> = turns_of(text, zones, verbs);
        for (number, zone) in zones.iter().enumerate() {
            if zone.kind != ZoneKind::Dateline {
                continue;
            }
            // The paragraph that it begins tells it from others of its form.
            let next = zones
                .get(number + 1)
                .map_or(zone.span.end, |next| next.span.end);
            if let Some((place, date, agency)) = dateline_at(text, &zone.span, next) {
                let own = &mut found[number];
                (own.place, own.date, own.agency) = (place, date, agency);
            }
        }
        found
    }
}
