//! Words for offices and ranks, by what they say of those who have them.

/// Nouns for what anybody may be, whatever else is told of them.
pub(super) const OF_ANYBODY: [&str; 26] = [
    "man",
    "woman",
    "witness",
    "politician",
    "defendant",
    "plaintiff",
    "suspect",
    "accused",
    "survivor",
    "native",
    "veteran",
    "pensioner",
    "teenager",
    "retiree",
    "grandmother",
    "grandfather",
    "mother",
    "father",
    "widow",
    "widower",
    "billionaire",
    "millionaire",
    "laureate",
    "winner",
    "guest",
    "host",
];

/// Nouns of which one may be known to all.
pub(super) const OFFICES: &[&str] = &[
    "president",
    "minister",
    "premier",
    "chancellor",
    "governor",
    "mayor",
    "king",
    "queen",
    "pope",
    "speaker",
    "chief",
    "head",
    "director",
    "spokesman",
    "spokeswoman",
    "spokesperson",
    "ambassador",
    "commissioner",
    "chairman",
    "chairwoman",
    "secretary",
    "judge",
    "prosecutor",
    "attorney",
];

/// Those who are elected somewhere.
pub(super) const ELECTED: [&str; 14] = [
    "mp",
    "mep",
    "msp",
    "td",
    "mla",
    "senator",
    "congressman",
    "congresswoman",
    "lawmaker",
    "representative",
    "assemblyman",
    "assemblywoman",
    "councillor",
    "councilor",
];

/// Those who ask in court.
pub(super) const AT_THE_BAR: [&str; 10] = [
    "judge",
    "lawyer",
    "attorney",
    "barrister",
    "prosecutor",
    "counsel",
    "kc",
    "qc",
    "defence",
    "magistrate",
];

/// Others who speak of somebody's case rather than of their own.
const INQUIRING: [&str; 9] = [
    "coroner",
    "inspector",
    "detective",
    "investigator",
    "ombudsman",
    "auditor",
    "spokesman",
    "spokeswoman",
    "spokesperson",
];

/// Whether a noun is one for those who speak of another's case: `a judge has ruled`, `a coroner said`.
pub(super) fn speaks_of_others(noun: &str) -> bool {
    AT_THE_BAR.contains(&noun) || INQUIRING.contains(&noun)
}

/// Ranks behind the first.
pub(super) const SECOND: [&str; 6] = [
    "deputy",
    "vice",
    "assistant",
    "junior",
    "associate",
    "lieutenant",
];

/// Words that say how much an office counts.
pub(super) fn is_weight(word: &str) -> bool {
    matches!(
        word,
        "senior"
            | "top"
            | "leading"
            | "ranking"
            | "high-ranking"
            | "top-ranking"
            | "high-level"
            | "prominent"
            | "influential"
            | "key"
    )
}

/// Words that judge a body, or say where it belongs, and do not tell it from others.
pub(super) fn is_evaluation(word: &str) -> bool {
    const JUDGING: [&str; 32] = [
        "powerful",
        "influential",
        "largest",
        "biggest",
        "main",
        "embattled",
        "troubled",
        "local",
        "struggling",
        "state-run",
        "state-owned",
        "giant",
        "same",
        "latter",
        "new",
        "small",
        "big",
        "national",
        "international",
        "global",
        "public",
        "private",
        "independent",
        "prestigious",
        "respected",
        "listed",
        "world",
        "whole",
        "entire",
        "then",
        "country",
        "nation",
    ];
    JUDGING.contains(&word)
}

/// Words that tell something new of somebody already known.
pub(super) fn is_epithet(word: &str) -> bool {
    matches!(
        word,
        "former"
            | "retired"
            | "veteran"
            | "ex"
            | "onetime"
            | "one-time"
            | "longtime"
            | "long-time"
            | "then"
    ) || word.ends_with("-based")
        || word.ends_with("-born")
        || word.ends_with("-backed")
        || word.ends_with("-year-old")
        || word.ends_with("-term")
        || word.ends_with("-old")
        || word.starts_with("ex-")
}
