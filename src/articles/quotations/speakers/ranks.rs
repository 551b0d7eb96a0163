//! Ranks and offices in short before a name, each with the word that is said without one: `Gov. Vell`, `the governor`.

/// The short forms, in small letters and without stop.
const RANKS: [(&str, &str); 24] = [
    ("gov", "governor"),
    ("sen", "senator"),
    ("rep", "representative"),
    ("lt", "lieutenant"),
    ("col", "colonel"),
    ("maj", "major"),
    ("capt", "captain"),
    ("sgt", "sergeant"),
    ("cpl", "corporal"),
    ("adm", "admiral"),
    ("brig", "brigadier"),
    ("cmdr", "commander"),
    ("supt", "superintendent"),
    ("insp", "inspector"),
    ("det", "detective"),
    ("amb", "ambassador"),
    ("prof", "professor"),
    ("rev", "reverend"),
    ("ald", "alderman"),
    ("cllr", "councillor"),
    ("atty", "attorney"),
    ("engr", "engineer"),
    ("barr", "barrister"),
    ("asst", "assistant"),
];

/// The word for which a short one stands.
pub(super) fn in_full(short: &str) -> Option<&'static str> {
    if short.len() > "engr".len() {
        return None;
    }
    let mut ranks = RANKS.iter();
    ranks
        .find(|(rank, _)| *rank == short)
        .map(|(_, full)| *full)
}
