//! The name that is shown of one who is only described.

use super::description::Description;
use super::places::place;
use crate::articles::quotations::lexicon::{Class, class};
use crate::articles::quotations::names::given_in_small;
use crate::articles::quotations::word_list::WordList;
use crate::text::{in_small, pieces};

/// Adjectives that tell of the moment, not of the speaker.
const FLEETING: [&str; 7] = [
    "new",
    "latest",
    "recent",
    "influential",
    "similar",
    "separate",
    "earlier",
];

/// Names that end as plurals do, of people first, then of what else speaks.
const NAMES_IN_S: WordList = WordList::new(&[
    "adams",
    "andrews",
    "barnes",
    "bates",
    "bridges",
    "briggs",
    "brooks",
    "burns",
    "byrnes",
    "collins",
    "cousins",
    "cruickshanks",
    "cummings",
    "curtis",
    "daniels",
    "davis",
    "dickens",
    "douglas",
    "edwards",
    "ellis",
    "evans",
    "fernandes",
    "fields",
    "flores",
    "francis",
    "gates",
    "gibbons",
    "gibbs",
    "giles",
    "gomes",
    "gonzales",
    "harris",
    "hastings",
    "hawkins",
    "hayes",
    "haynes",
    "hess",
    "hicks",
    "higgins",
    "hobbs",
    "holmes",
    "hopkins",
    "howells",
    "hughes",
    "humphreys",
    "jacobs",
    "jennings",
    "jenkins",
    "johns",
    "jones",
    "kraus",
    "lewis",
    "lopes",
    "lucas",
    "maas",
    "matthews",
    "meyers",
    "michaels",
    "morales",
    "morris",
    "moss",
    "myers",
    "nichols",
    "norris",
    "nunes",
    "owens",
    "parks",
    "perkins",
    "peters",
    "phillips",
    "ramos",
    "rees",
    "reyes",
    "reynolds",
    "richards",
    "roberts",
    "rodrigues",
    "rogers",
    "rojas",
    "ross",
    "sachs",
    "sanders",
    "santos",
    "saunders",
    "simmons",
    "simons",
    "sims",
    "soames",
    "spears",
    "stephens",
    "stevens",
    "strauss",
    "thomas",
    "torres",
    "travis",
    "vargas",
    "walters",
    "waters",
    "watkins",
    "watts",
    "weeks",
    "weiss",
    "welles",
    "wells",
    "wilkins",
    "williams",
    "willis",
    "withers",
    "woods",
    "yates",
    "axios",
    "forbes",
    "hamas",
    "isis",
    "reuters",
    "airbus",
    "siemens",
    "starbucks",
    "walgreens",
    "mercedes",
    "lukas",
    "ives",
]);

impl Description {
    /// The name that is shown of one who is only described.
    pub(super) fn shown(&self) -> &str {
        self.shown.get_or_init(|| self.make_shown())
    }

    fn make_shown(&self) -> String {
        let mut pieces: Vec<&str> = self.bare.split(' ').collect();
        // `the opposition Renewal Party`, `South Lutonia's official Harbour Agency`
        let lower = pieces
            .iter()
            .rposition(|piece| !piece.starts_with(char::is_uppercase));
        let owned = |at: usize| {
            let capital = |piece: &&str| piece.starts_with(char::is_uppercase);
            pieces[..at].iter().all(capital) && pieces[at - 1].ends_with(['s', '\'', '’'])
        };
        let near = |at: usize| at < 2 || at < 4 && owned(at);
        if let Some(at) =
            lower.filter(|at| pieces.len() - at > 2 && near(*at) && self.complement.is_empty())
        {
            pieces.drain(..=at);
        }
        // `the official NCNA news agency`
        if pieces.len() > 3 && pieces[pieces.len() - 2..] == ["news", "agency"] {
            let small = |piece: &&&str| piece.starts_with(char::is_lowercase);
            let adjectives = pieces.iter().take_while(small).count();
            if adjectives + 2 < pieces.len() {
                pieces.drain(..adjectives);
            }
        }
        without_owner(&mut pieces);
        // `Ohio-based Wheelpool`
        let based = pieces.len() > 1
            && pieces[0].ends_with("-based")
            && pieces[1..]
                .iter()
                .all(|piece| piece.starts_with(char::is_uppercase));
        if based {
            pieces.remove(0);
        }
        if pieces.len() > 1 && FLEETING.contains(&pieces[0]) {
            pieces.remove(0);
        }
        let text = pieces.join(" ");
        let own = self.bare.len() < self.text.len() && text.starts_with(char::is_uppercase);
        if (own || keeps_capital(&text)) && pieces[0] != "One" {
            text
        } else {
            uncapitalised(&text)
        }
    }
}

/// `South Vell's Joint Chiefs of Staff` are the Joint Chiefs; `Mrs. Vell's aides` are Vell's.
fn without_owner(pieces: &mut Vec<&str>) {
    if matches!(
        pieces[0],
        "Mr." | "Mrs." | "Ms." | "Dr." | "Mr" | "Mrs" | "Ms" | "Dr"
    ) && pieces.get(1).is_some_and(|next| {
        next.ends_with(['\'', '’']) || next.ends_with("'s") || next.ends_with("’s")
    }) {
        pieces.remove(0);
    }
    let owner = pieces
        .iter()
        .take(3)
        .position(|piece| piece.ends_with("'s") || piece.ends_with("’s"));
    let Some(owner) = owner.filter(|owner| pieces.len() > owner + 2) else {
        return;
    };
    let named = |piece: &&str| {
        piece.starts_with(char::is_uppercase)
            || matches!(*piece, "of" | "for" | "and" | "the" | "on")
    };
    let capitals = pieces[..=owner]
        .iter()
        .all(|piece| piece.starts_with(char::is_uppercase));
    if capitals && pieces[owner + 1..].iter().all(named) {
        pieces.drain(..=owner);
    }
}

/// Whether the first word has its capital of its own, not from the beginning of the sentence.
fn keeps_capital(text: &str) -> bool {
    let mut words = pieces(text);
    let first = words.next().unwrap_or_default();
    let more = words.any(|word| word.starts_with(char::is_uppercase));
    let inner = first.chars().skip(1).any(char::is_uppercase);
    let owner = first.ends_with("'s") || first.ends_with("’s");
    let small = in_small(first);
    let known = class(&small).is(Class::SPEAKER.or(Class::NUMBER).or(Class::DETERMINER))
        || small.ends_with('s') && !NAMES_IN_S.has(&small) && given_in_small(&small).is_none();
    let party = ["democrat", "republican", "tories", "tory"];
    let party = party.contains(&small.strip_suffix('s').unwrap_or(&small));
    // `Most of the senators in Oban`, `Aides who know Vell`, but `Friends of the Sea`
    let next = pieces(text).nth(1).unwrap_or_default();
    let of_several = class(&small).is(Class::DETERMINER) && next == "of"
        || class(&small).is(Class::PERSON)
            && small.ends_with('s')
            && matches!(
                next,
                "who" | "in" | "at" | "from" | "with" | "close" | "familiar"
            );
    more && !of_several || inner || owner || party || place(first).is_some() || !known
}

fn uncapitalised(text: &str) -> String {
    let mut marks = text.chars();
    marks.next().map_or_else(String::new, |first| {
        first.to_lowercase().chain(marks).collect()
    })
}
