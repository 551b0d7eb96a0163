//! Wire copy to zones and facts: header line, headline, dateline, section headings, paragraphs.
//!
//! A text is cut into blocks at blank lines. A header line gives date and headline, a dateline at
//! the head of the first paragraph gives place, date and agency, and a block or line in capitals
//! is a heading. Nothing is removed: the zones together hold every visible character.

use std::ops::Range;
use std::sync::LazyLock;

use jiff::civil::Date;
use regex::Regex;

use super::zones::{Zone, ZoneKind};

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

/// The longest line in capitals, in words, that is taken for a heading.
const HEADING_WORDS: usize = 15;
/// How many blocks from the top a dateline may stand.
const DATELINE_BLOCKS: usize = 6;

static HEADER: LazyLock<Regex> = LazyLock::new(|| {
    expression(
        r"^(?:(?i:date)\b[ \t]*:?[ \t]*)?(?<date>\d{4}-\d{2}-\d{2})(?:[ \t]+(?<headline>\S.*))?$",
    )
});

static DATELINE: LazyLock<Regex> = LazyLock::new(|| {
    const MONTH: &str = r"(?:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?\.?|July?\.?|Aug(?:ust|\.)?|Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)";
    let capitals = r"\p{Lu}[\p{Lu}\p{M}.'’/-]*";
    let place =
        format!(r"{capitals}(?:[ \t]+{capitals})*(?:,[ \t]+\p{{Lu}}[\p{{L}}\p{{M}}.'’ -]*?)??");
    let day = format!(
        r"(?:(?<month>{MONTH})[ \t]+(?<day>\d{{1,2}})|(?<day_first>\d{{1,2}})[ \t]+(?<month_last>{MONTH}))(?:,?[ \t]+(?<year>\d{{4}}))?"
    );
    expression(&format!(
        r"^(?<place>{place})(?:,[ \t]*{day})?[ \t]*(?:\((?<agency>[^()\n]{{2,40}})\))?[ \t]*(?:--|—|–|―|-)(?:[ \t]|\n|$)"
    ))
});

static BLANK_LINES: LazyLock<Regex> = LazyLock::new(|| expression(r"\r?\n[ \t\u{A0}]*\r?\n\s*"));

fn expression(pattern: &str) -> Regex {
    Regex::new(pattern).expect("a constant expression")
}

/// Whether a text has the header line or the dateline of an article.
pub fn looks_like_news(text: &str) -> bool {
    let blocks = blocks(text);
    let header = blocks
        .first()
        .is_some_and(|block| header(text, block).is_some());
    header
        || blocks
            .iter()
            .take(DATELINE_BLOCKS)
            .any(|block| dateline(text, block).is_some())
}

impl Article {
    /// Takes an article apart.
    pub fn parse(text: &str) -> Self {
        let mut article = Self::default();
        let mut blocks = blocks(text);
        if let Some(header) = blocks.first().and_then(|block| header(text, block)) {
            article.take_header(text, &header, &mut blocks);
        }
        let dateline_block = blocks
            .iter()
            .take(DATELINE_BLOCKS)
            .position(|block| dateline(text, block).is_some());
        if article.facts.headline.is_none() && dateline_block != Some(0) {
            article.take_headline(text, &mut blocks);
        }
        for block in blocks {
            article.take_block(text, block);
        }
        article
    }

    fn take_header(&mut self, text: &str, header: &Header, blocks: &mut Vec<Range<usize>>) {
        self.facts.date = header.date;
        self.push(ZoneKind::Header, header.label.clone());
        if let Some(headline) = &header.headline {
            self.facts.headline = Some(folded(&text[headline.clone()]));
            self.push(ZoneKind::Headline, headline.clone());
        }
        let rest = trimmed(text, header.end..blocks[0].end);
        if rest.is_empty() {
            blocks.remove(0);
        } else {
            blocks[0] = rest;
        }
    }

    /// The first block is the headline if it is one line that doesn't end like a sentence.
    fn take_headline(&mut self, text: &str, blocks: &mut Vec<Range<usize>>) {
        let is_headline = |block: &Range<usize>| {
            let line = &text[block.clone()];
            !line.contains('\n') && !line.ends_with(['.', '!', '"', '”', ':', ';', ','])
        };
        if blocks.len() > 1 && is_headline(&blocks[0]) {
            let block = blocks.remove(0);
            self.facts.headline = Some(folded(&text[block.clone()]));
            self.push(ZoneKind::Headline, block);
        }
    }

    /// Headings at the head of a block, then a dateline if the article has none yet, then the rest.
    fn take_block(&mut self, text: &str, block: Range<usize>) {
        let line_end = text[block.clone()]
            .find('\n')
            .map_or(block.end, |at| block.start + at);
        let line = trimmed(text, block.start..line_end);
        if is_heading(&text[line.clone()]) {
            self.push(ZoneKind::Heading, line);
            return self.take_rest(text, line_end..block.end);
        }
        let first = !self
            .zones
            .iter()
            .any(|zone| zone.kind == ZoneKind::Dateline);
        match dateline(text, &block).filter(|_| first) {
            Some(dateline) => {
                let end = dateline.span.end;
                self.facts.place = Some(dateline.place);
                self.facts.agency = dateline.agency;
                self.facts.date = self.facts.date.or(dateline.date);
                self.push(ZoneKind::Dateline, dateline.span);
                self.push(ZoneKind::Paragraph, trimmed(text, end..block.end));
            }
            None => self.push(ZoneKind::Paragraph, block),
        }
    }

    fn take_rest(&mut self, text: &str, rest: Range<usize>) {
        let rest = trimmed(text, rest);
        if !rest.is_empty() {
            self.take_block(text, rest);
        }
    }

    fn push(&mut self, kind: ZoneKind, span: Range<usize>) {
        if !span.is_empty() {
            self.zones.push(Zone { kind, span });
        }
    }
}

/// The visible parts between blank lines; every line is one where no line is blank.
fn blocks(text: &str) -> Vec<Range<usize>> {
    let whole = trimmed(text, 0..text.len());
    let visible = &text[whole.clone()];
    let mut ends: Vec<(usize, usize)> = BLANK_LINES
        .find_iter(visible)
        .map(|gap| (gap.start(), gap.end()))
        .collect();
    if ends.is_empty() {
        ends = visible
            .match_indices('\n')
            .map(|(at, _)| (at, at + 1))
            .collect();
    }
    ends.push((visible.len(), visible.len()));
    let mut start = 0;
    let mut blocks = Vec::with_capacity(ends.len());
    for (end, next) in ends {
        blocks.push(trimmed(text, whole.start + start..whole.start + end));
        start = next;
    }
    blocks.retain(|block| !block.is_empty());
    blocks
}

fn trimmed(text: &str, span: Range<usize>) -> Range<usize> {
    let part = &text[span.clone()];
    let start = span.start + (part.len() - part.trim_start().len());
    start..start + part.trim().len()
}

struct Header {
    date: Option<Date>,
    label: Range<usize>,
    headline: Option<Range<usize>>,
    /// Where the line ends.
    end: usize,
}

fn header(text: &str, block: &Range<usize>) -> Option<Header> {
    let line = text[block.clone()].lines().next()?.trim_end();
    let captures = HEADER.captures(line)?;
    let date = captures.name("date")?;
    let place = |start, end| block.start + start..block.start + end;
    Some(Header {
        date: date.as_str().parse().ok(),
        label: place(0, date.end()),
        headline: captures
            .name("headline")
            .map(|found| place(found.start(), found.end())),
        end: block.start + line.len(),
    })
}

struct Dateline {
    span: Range<usize>,
    place: String,
    agency: Option<String>,
    date: Option<Date>,
}

/// A place in capitals with a day or an agency, closed by a dash.
fn dateline(text: &str, block: &Range<usize>) -> Option<Dateline> {
    let captures = DATELINE.captures(&text[block.clone()])?;
    let part = |name| captures.name(name).map(|found| found.as_str());
    let month = part("month").or(part("month_last"));
    let day = part("day").or(part("day_first"));
    let agency = part("agency").map(folded);
    if day.is_none() && agency.is_none() {
        return None;
    }
    let year = part("year").and_then(|year| year.parse().ok());
    let date =
        year.and_then(|year| Date::new(year, month_number(month?)?, day?.parse().ok()?).ok());
    let length = captures[0].trim_end().len();
    let span = block.start..block.start + length;
    Some(Dateline {
        span,
        place: folded(&captures["place"]),
        agency,
        date,
    })
}

fn month_number(name: &str) -> Option<i8> {
    const MONTHS: [&str; 12] = [
        "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
    ];
    let start = name.get(..3)?.to_lowercase();
    let index = MONTHS.iter().position(|month| *month == start)?;
    i8::try_from(index + 1).ok()
}

/// A short line with letters, none of them small, that isn't a sentence.
fn is_heading(line: &str) -> bool {
    let letters = line
        .chars()
        .filter(|character| character.is_uppercase())
        .count();
    letters > 1
        && !line.chars().any(char::is_lowercase)
        && !line.ends_with(['.', ',', ';', '"', '”'])
        && line.split_whitespace().count() <= HEADING_WORDS
}

fn folded(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

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
        ];
        for (text, place, agency, date) in rows {
            let found = dateline(text, &(0..text.len())).expect(text);
            assert_eq!(
                (found.place.as_str(), found.agency.as_deref()),
                (place, agency),
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
            "Port Lumen (VPS) -- Talks",
            "NO -- never",
            "A-B",
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
