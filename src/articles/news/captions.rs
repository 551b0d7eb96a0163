//! Words before a dash or a colon that say what stands behind it, and name neither a place nor a speaker.

/// Words for kinds of copy, in capitals.
pub(super) const COPY: [&str; 32] = [
    "ADVISORY",
    "ALERT",
    "ANALYSIS",
    "BACKGROUND",
    "BREAKING",
    "COLUMN",
    "COMMENT",
    "CORRECTED",
    "CORRECTION",
    "EDITORIAL",
    "EXCLUSIVE",
    "EXPLAINER",
    "FACTBOX",
    "FEATURE",
    "FILE",
    "FLASH",
    "INTERVIEW",
    "LIVE",
    "MEMORANDUM",
    "NEWS",
    "NOTE",
    "OPINION",
    "PHOTO",
    "PROFILE",
    "READOUT",
    "STATEMENT",
    "SUBJECT",
    "SUMMARY",
    "TIMELINE",
    "UPDATE",
    "URGENT",
    "VIDEO",
];

/// Words for parts of lists, forms and pages, in small letters.
const PARTS: [&str; 56] = [
    "address",
    "age",
    "attachments",
    "cc",
    "chapter",
    "claim",
    "conclusion",
    "cons",
    "contact",
    "contacts",
    "cost",
    "date",
    "debug",
    "definition",
    "e-mail",
    "email",
    "error",
    "example",
    "fact",
    "facts",
    "false",
    "fax",
    "figure",
    "info",
    "ingredients",
    "location",
    "method",
    "myth",
    "myths",
    "name",
    "notes",
    "phone",
    "price",
    "problem",
    "pros",
    "ps",
    "rating",
    "reality",
    "result",
    "results",
    "ruling",
    "section",
    "solution",
    "source",
    "sources",
    "step",
    "subject",
    "tel",
    "telephone",
    "time",
    "tip",
    "title",
    "true",
    "verdict",
    "warning",
    "website",
];

/// What stands above the points of an article, in small letters.
const BOXES: [&str; 14] = [
    "at a glance",
    "key events",
    "highlights",
    "in short",
    "key facts",
    "key points",
    "key takeaways",
    "main points",
    "summary",
    "takeaways",
    "the main points",
    "what we know",
    "what to know",
    "what you need to know",
];

/// Whether a line stands above the points of an article: `Key points`, `AT A GLANCE:`.
pub(super) fn is_box(line: &str) -> bool {
    let small = || line.trim_end_matches(':').to_lowercase().replace('’', "'");
    line.len() <= 24 && BOXES.contains(&small().as_str())
}

/// What stands before a colon in articles that are told by such headings, in small letters.
const RUBRICS: [&str; 34] = [
    "a quick refresher",
    "between the lines",
    "by the numbers",
    "catch up fast",
    "catch up quick",
    "context",
    "driving the news",
    "flashback",
    "for the record",
    "friction point",
    "go deeper",
    "how it works",
    "our thought bubble",
    "reality check",
    "state of play",
    "the backdrop",
    "the backstory",
    "the big picture",
    "the bottom line",
    "the context",
    "the intrigue",
    "the latest",
    "the other side",
    "threat level",
    "what they're saying",
    "what we're watching",
    "what to watch",
    "what's happening",
    "what's next",
    "why it matters",
    "worth noting",
    "yes, but",
    "zoom in",
    "zoom out",
];

/// Whether a label is a heading of the article's: `Why it matters`.
pub(super) fn is_rubric(label: &str) -> bool {
    let may_be = label.len() <= LONGEST_RUBRIC && label.starts_with(char::is_uppercase);
    if label.is_ascii() {
        return may_be && is_one_of(&RUBRICS, label);
    }
    may_be && RUBRICS.contains(&label.to_lowercase().replace('’', "'").as_str())
}

/// Whether words in ASCII are among others, in any case.
fn is_one_of(all: &[&str], words: &str) -> bool {
    let same = |one: &&str| one.len() == words.len() && one.eq_ignore_ascii_case(words);
    all.iter().any(same)
}

/// The longest of them, in bytes.
const LONGEST_RUBRIC: usize = 24;

/// The most words of a point in a box.
const POINT_WORDS: usize = 25;

/// Whether a line may be a point without a bullet below the title of a box: it has no stop.
pub(super) fn is_point(line: &str) -> bool {
    line.ends_with(|sign: char| sign.is_alphanumeric() || "%)'’\"”".contains(sign))
        && (2..=POINT_WORDS).contains(&line.split_whitespace().take(POINT_WORDS + 1).count())
}

/// Whether a label of one word is that of a kind of copy or of a part: `INTERVIEW`, `Name`.
pub(in crate::articles) fn is_caption(label: &str) -> bool {
    let upper = || label.to_uppercase();
    let lower = || label.to_lowercase();
    if label.is_ascii() {
        return label.len() < 16 && (is_one_of(&COPY, label) || is_one_of(&PARTS, label));
    }
    label.len() < 16
        && !label.contains(char::is_whitespace)
        && (COPY.contains(&upper().as_str()) || PARTS.contains(&lower().as_str()))
}
