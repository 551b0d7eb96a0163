//! News text to zones and facts: header lines, headline, byline, dateline, headings, paragraphs, lists,
//! notes, trailers.
//!
//! Lines are brought together to paragraphs by blank lines, indents and the column at which the text
//! was broken (`lines.rs`). What stands before the first paragraph (`top.rs`), between paragraphs
//! (`body.rs`) and behind the last is told by its form (`matter.rs`, `items.rs`, `headings.rs`, `dateline.rs`). Nothing
//! is removed: the zones together hold every visible character.

mod agencies;
mod ahead;
mod bare_places;
mod body;
mod byline_forms;
mod bylines;
mod captions;
mod credits;
mod dateline;
mod dateline_signs;
mod dates;
mod export_labels;
mod exports;
mod expressions;
mod headings;
mod items;
mod lines;
mod matter;
mod narration;
mod other_kinds;
mod page;
mod recognition;
mod reports;
mod sections;
mod signatures;
mod titles;
mod top;
mod trailers;
mod turns;
mod versions;

use std::ops::Range;

use self::body::labelled_place;
pub(super) use self::captions::is_caption;
use self::dateline::dateline;
use self::exports::Export;
use self::lines::units;
pub use self::recognition::looks_like_news;
use self::turns::Labels;
use super::zones::{Zone, ZoneKind, trimmed};
use crate::text::folded;
use jiff::civil::Date;

/// What the article says of itself.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Facts {
    /// The headline, white space folded.
    pub headline: Option<String>,
    /// The day, where day, month and year are all printed.
    pub date: Option<Date>,
    /// The place of the dateline, as printed.
    pub place: Option<String>,
    /// The agency of the dateline, as printed.
    pub agency: Option<String>,
}

/// An article taken apart.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Article {
    /// Its zones in the order of the text, not overlapping.
    pub zones: Vec<Zone>,
    /// What it says of itself.
    pub facts: Facts,
}

/// How many paragraphs from the top a dateline may stand.
const DATELINE_PARAGRAPHS: usize = 10;
/// Place, date and agency of a dateline that stands there, in a paragraph that may go on to `end`.
pub(super) fn dateline_at(
    text: &str,
    span: &Range<usize>,
    end: usize,
) -> Option<(Option<String>, Option<Date>, Option<String>)> {
    let paragraphs = [span.start..end, span.clone()];
    let forms = paragraphs.iter();
    let found = forms
        .filter_map(|paragraph| dateline(text, paragraph))
        .find(|found| found.span.start == span.start)
        .or_else(|| bare_places::bare(text, &paragraphs[0]));
    let Some(found) = found else {
        let place = &text[span.clone()];
        return sections::is_place_alone(place).then(|| (Some(folded(place)), None, None));
    };
    Some((found.place, found.date, found.agency))
}

/// The paragraphs of a text of which nothing is known but its lines, and those that say when a meeting ended.
pub(super) fn paragraphs(text: &str) -> Vec<Zone> {
    let kind = |unit: &Range<usize>| match &text[unit.clone()] {
        words if trailers::is_end(words) => ZoneKind::Trailer,
        words if matter::is_proceedings(words) => ZoneKind::Direction,
        _ => ZoneKind::Paragraph,
    };
    let units = units(text).into_iter();
    units
        .map(|span| Zone {
            kind: kind(&span),
            span,
        })
        .collect()
}

impl Article {
    /// Takes an article apart.
    pub fn parse(text: &str) -> Self {
        Self::of(text, false)
    }

    /// Takes the record of several speakers apart, for which a text is known.
    pub fn parse_transcript(text: &str) -> Self {
        Self::of(text, true)
    }

    fn of(text: &str, recorded: bool) -> Self {
        let mut article = Self::default();
        let mut units = units(text);
        let export = Export::of(text, &units);
        let below = export.as_ref().map(|export| export.below(text, &mut units));
        let signed = Self::signed(text, &mut units);
        let trailers = Self::trailers(text, &mut units);
        let above = export.map_or(0, |export| article.take_export(text, &mut units, &export));
        let units = &units[above..];
        let labels = Labels::of(text, units, recorded);
        let labelled = labelled_place(text, units, &labels);
        let body = if above > 0 {
            0
        } else {
            article.take_top(text, units, (&labels, labelled))
        };
        let place = labelled.map(|unit| units[unit].start);
        article.take_body(text, &units[body..], (&labels, place));
        article.zones.extend(trailers);
        if !signed.is_empty() {
            article.zones.extend(signed);
            article.zones.sort_by_key(|zone| zone.span.start);
        }
        article.zones.extend(below.into_iter().flatten());
        article
    }

    /// Takes the trailers off the end.
    fn trailers(text: &str, units: &mut Vec<Range<usize>>) -> Vec<Zone> {
        let mut trailers = Vec::new();
        if let Some(below) = trailers::boxes_below(text, units) {
            let below = units.split_off(below).into_iter().rev();
            let kind = ZoneKind::Trailer;
            trailers.extend(below.map(|span| Zone { kind, span }));
        }
        while units.len() > 1 && trailers::ends_article(text, units) {
            let span = units.pop().expect("more than one");
            let words = &text[span.clone()];
            let noted = matter::is_note(words) && !trailers::is_trailer(words);
            trailers.push(Zone {
                kind: if noted {
                    ZoneKind::Note
                } else {
                    ZoneKind::Trailer
                },
                span,
            });
        }
        if let Some(last) = units.last_mut()
            && !credits::is_credit(&text[last.clone()])
            && let Some(at) = trailers::inline_trailer(&text[last.clone()])
        {
            let span = last.start + at..last.end;
            *last = trimmed(text, last.start..last.start + at);
            trailers.push(Zone {
                kind: ZoneKind::Trailer,
                span,
            });
        }
        trailers.reverse();
        trailers
    }

    /// Takes the names off with which the entries of a live page are signed.
    fn signed(text: &str, units: &mut [Range<usize>]) -> Vec<Zone> {
        let places = signatures::of_entries(text, units).into_iter();
        let zones = places.map(|(number, place)| {
            let unit = &mut units[number];
            let span = place..unit.end;
            *unit = trimmed(text, unit.start..place);
            Zone {
                kind: ZoneKind::Trailer,
                span,
            }
        });
        zones.collect()
    }

    fn push(&mut self, kind: ZoneKind, span: Range<usize>) {
        if !span.is_empty() {
            self.zones.push(Zone { kind, span });
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::expressions::expression;
    use super::*;

    #[test]
    fn letters_of_cheap_classes_are_those_of_unicode() {
        let whole = |class: &str| expression(&format!("^{class}$"));
        let (letter, capital, small) = (whole(r"\p{L}"), whole(r"\p{Lu}"), whole(r"\p{Ll}"));
        let mut room = [0; 4];
        for sign in '\0'..='\u{52F}' {
            let written: &str = sign.encode_utf8(&mut room);
            // The ordinals `ª` and `º` and the micro sign are left out, as are capitals within blocks of
            // small letters and the signs that modify letters.
            let left_out = matches!(sign, 'ª' | 'º' | 'µ' | '\u{180}'..='\u{385}' | '\u{3AC}'..='\u{3FF}' | '\u{460}'..);
            if sign.is_alphabetic() && !left_out {
                assert!(letter.is_match(written), "{sign:?} {:x}", u32::from(sign));
                let known = capital.is_match(written) && sign.is_uppercase()
                    || small.is_match(written) && sign.is_lowercase();
                assert!(known, "{sign:?} {:x}", u32::from(sign));
            }
            if !sign.is_alphabetic() && sign < '\u{2C2}' {
                let any = [&letter, &capital, &small].map(|class| class.is_match(written));
                assert_eq!(any, [false; 3], "{sign:?}");
            }
        }
    }

    fn zones(text: &str) -> Vec<(&'static str, &str)> {
        let zones = Article::parse(text).zones;
        zones
            .into_iter()
            .map(|zone| (zone.kind.name(), &text[zone.span]))
            .collect()
    }

    #[test]
    fn an_article_with_every_part_is_taken_apart() {
        let text = " date 2031-03-04 Talks open\n\nPORT LUMEN, March 4 (VPS) -- Talks opened.\n\n\
                    A SHARED RIVER\n\n\"We agree,\" said Zoë.\n";
        let expected = [
            ("header", "date 2031-03-04"),
            ("headline", "Talks open"),
            ("dateline", "PORT LUMEN, March 4 (VPS) --"),
            ("paragraph", "Talks opened."),
            ("heading", "A SHARED RIVER"),
            ("paragraph", "\"We agree,\" said Zoë."),
        ];
        assert_eq!(zones(text), expected);
        let facts = Article::parse(text).facts;
        assert_eq!(facts.headline.as_deref(), Some("Talks open"));
        assert_eq!(facts.date, Some(Date::constant(2031, 3, 4)));
        assert_eq!(facts.place.as_deref(), Some("PORT LUMEN"));
        assert_eq!(facts.agency.as_deref(), Some("VPS"));
    }

    #[test]
    fn datelines_of_many_forms_give_place_date_and_agency() {
        let day = Some(Date::constant(2031, 3, 4));
        let rows = [
            (
                "PORT LUMEN, Mar. 4 (VPS) -- Talks",
                "PORT LUMEN",
                Some("VPS"),
                None,
            ),
            (
                "PORT LUMEN, 4 March 2031 (VPS) — Talks",
                "PORT LUMEN",
                Some("VPS"),
                day,
            ),
            ("PORT LUMEN, March 4, 2031 – Talks", "PORT LUMEN", None, day),
            (
                "TALVORA (Northern Wire) - Talks",
                "TALVORA",
                Some("Northern Wire"),
                None,
            ),
            (
                "TALVORA, Verania, Sept 4 (VPS) - Talks",
                "TALVORA, Verania",
                Some("VPS"),
                None,
            ),
            (
                "ST. ELMO-LES-BAINS, June 14 -- Talks",
                "ST. ELMO-LES-BAINS",
                None,
                None,
            ),
            (
                "PORT LUMEN, March 4, VPS -- Talks",
                "PORT LUMEN",
                Some("VPS"),
                None,
            ),
            (
                "[PORT LUMEN, March 4 (VPS)] Talks",
                "PORT LUMEN",
                Some("VPS"),
                None,
            ),
            (
                "St. Amity, Wabash — Talks opened here at noon on Monday",
                "St. Amity, Wabash",
                None,
                None,
            ),
        ];
        for (text, place, agency, date) in rows {
            let found = dateline(text, &(0..text.len())).expect(text);
            assert_eq!(
                (found.place.as_deref(), found.agency.as_deref()),
                (Some(place), agency),
                "{text}"
            );
            assert_eq!(found.date, date, "{text}");
            assert!(text[found.span.end..].starts_with(" Talks"), "{text}");
        }
    }

    #[test]
    fn sentences_are_no_datelines() {
        for text in [
            "THE deal - a good one",
            "Mr. Arce (Verania): Talks",
            "NO -- never",
            "A-B",
            "EASTERN WIRE - Dec. 3, 2029 - 19:42",
        ] {
            assert!(dateline(text, &(0..text.len())).is_none(), "{text}");
        }
    }

    #[test]
    fn zones_hold_every_visible_character() {
        let texts = [
            "2031-03-04\r\nTalks open\r\n\r\nFirst line\r\nsecond line.\r\n\r\nHEADING\r\nThe rest.",
            "HEADLINE IN CAPITALS\n\nOne.\n \nTwo.",
            "one line only",
            "No blank lines.\nHEADING\nAnother paragraph.",
            "\u{feff} \n\n ",
            "",
        ];
        for text in texts {
            let mut rest = 0;
            for zone in Article::parse(text).zones {
                assert!(text[rest..zone.span.start].trim().is_empty(), "{text:?}");
                assert_eq!(
                    text[zone.span.clone()].trim(),
                    &text[zone.span.clone()],
                    "{text:?}"
                );
                rest = zone.span.end;
            }
            assert!(text[rest..].trim().is_empty(), "{text:?}");
        }
    }

    proptest! {
        #[test]
        fn zones_of_any_lines_hold_every_visible_character(
            lines in proptest::collection::vec((0..LINES.len(), 0..ENDS.len(), 0..9usize), 0..14),
        ) {
            let pieces = lines.iter().flat_map(|(line, end, indent)| {
                [&"   "[..*indent / 3], LINES[*line], ENDS[*end]]
            });
            let text: String = pieces.collect();
            let mut rest = 0;
            for zone in Article::parse(&text).zones {
                prop_assert!(text[rest..zone.span.start].trim().is_empty(), "{text:?}");
                prop_assert_eq!(text[zone.span.clone()].trim(), &text[zone.span.clone()]);
                prop_assert!(!zone.span.is_empty());
                rest = zone.span.end;
            }
            prop_assert!(text[rest..].trim().is_empty(), "{text:?}");
            looks_like_news(&text);
        }
    }

    const ENDS: [&str; 6] = ["\n", "\r\n", "\n\n", "\r\n \r\n", "", "\u{2028}"];
    const LINES: [&str; 34] = [
        "date 2031-03-04 Talks open",
        "2031-03-04",
        "By Zoë van Maar and Ann Lee",
        "PORT LUMEN, March 4 (VPS) --",
        "PORT LUMEN — Talks opened.",
        "Lumen, 4 March 2031.",
        "(VPS) - LUMEN, Mar 4 - Talks",
        "Lumen (VPS):",
        "A SHARED RIVER",
        "What Comes Next",
        "1. First",
        "2) second",
        "17. Last",
        "• an item;",
        "- another",
        "(Adds details)",
        "[Applause]",
        "Photo: A. B.",
        "Enditem",
        "said. (END)",
        "(Reporting by Zoë)",
        "ab/cd",
        "###",
        "^By Ann Lee^",
        "^Lumen=",
        "Q Why?",
        "THE PRESIDENT: Because.",
        "a\tb\tc",
        "TRADE-TALKS/UPDATE 2",
        "The meeting rose at 6.15 p.m.",
        "\u{a0}é\u{301}",
        "“We agree,” said Zoë, who came",
        "late and left before the river rose.",
        "MOSCOW. March 4 /VPS/.",
    ];

    #[test]
    fn only_texts_with_a_header_line_or_a_dateline_look_like_news() {
        assert!(looks_like_news(
            " date 2031-03-04 Talks open\n\nTalks opened."
        ));
        assert!(looks_like_news(
            "Talks open\n\nPORT LUMEN, March 4 (VPS) -- Talks opened."
        ));
        assert!(!looks_like_news(
            "Mr President, I thank you.\n\nTHE RIVER\n\nIt is long."
        ));
    }
}
