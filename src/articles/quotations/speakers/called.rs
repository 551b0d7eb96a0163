//! What the label of a turn calls its speaker: by an office, or by a name behind titles.

use super::offices::OFFICES;
use crate::articles::quotations::lexicon::{Class, class};
use crate::articles::quotations::names::given;
use crate::text::in_small;

/// Who holds a post, behind a courtesy title: `Mr. President`.
const ADDRESSED: [&str; 9] = [
    "president",
    "chairman",
    "chairwoman",
    "chairperson",
    "chair",
    "speaker",
    "secretary",
    "minister",
    "moderator",
];

/// Nouns that end the label of one who is not named, beside the offices.
const UNNAMED: [&str; 11] = [
    "photojournalist",
    "member",
    "members",
    "official",
    "officials",
    "officer",
    "representative",
    "student",
    "participant",
    "operator",
    "moderator",
];

/// What a label calls its speaker; the words are those of the label.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Called<'t> {
    /// By what they are.
    Office(Vec<&'t str>),
    /// By name, behind titles.
    Name(Vec<&'t str>, Vec<&'t str>),
}

impl<'t> Called<'t> {
    /// Reads a label.
    pub(super) fn read(label: &'t str) -> Self {
        let pieces: Vec<&str> = label.split_whitespace().collect();
        let small: Vec<String> = pieces.iter().map(|piece| plain(piece)).collect();
        let last = small.len() - 1;
        if small[0] == "the" && last > 0 {
            return Self::Office(pieces[1..].to_vec());
        }
        if is_courtesy(&small[0]) && last > 0 {
            let rest = &small[1..];
            if rest.iter().all(|piece| ADDRESSED.contains(&piece.as_str())) {
                return Self::Office(pieces[1..].to_vec());
            }
            let more = rest[..rest.len() - 1].iter();
            let more = more
                .take_while(|piece| class(piece).is(Class::TITLE) && piece.len() > 1)
                .count();
            return Self::Name(pieces[..=more].to_vec(), pieces[more + 1..].to_vec());
        }
        if is_office(&small) {
            return Self::Office(pieces);
        }
        let titles = titles(&small);
        Self::Name(pieces[..titles].to_vec(), pieces[titles..].to_vec())
    }
}

fn plain(piece: &str) -> String {
    in_small(piece.trim_end_matches(['.', ','])).into_owned()
}

fn is_courtesy(small: &str) -> bool {
    matches!(
        small,
        "mr" | "mrs" | "ms" | "miss" | "mx" | "dr" | "prof" | "sir" | "dame" | "madam"
    )
}

fn is_title(small: &str) -> bool {
    class(small).is(Class::TITLE.or(Class::PERSON))
}

/// Whether the words are those of an office, or of somebody by what they are: `SENIOR OFFICIAL`, `AUDIENCE`,
/// but not `SECRETARY BAKER`.
fn is_office(small: &[String]) -> bool {
    let (last, before) = small.split_last().expect("a label has words");
    let noun = class(last).is(Class::PERSON.or(Class::BODY)) && given(last).is_none();
    if before.is_empty() {
        let known =
            UNNAMED.contains(&last.as_str()) || matches!(last.as_str(), "audience" | "crowd");
        return known || noun && class(last).is(Class::PERSON);
    }
    let known = OFFICES.contains(&last.as_str()) || UNNAMED.contains(&last.as_str());
    let described = !before.iter().any(|piece| given(piece).is_some());
    class(last).is(Class::PERSON) && described && (known || !before.iter().any(|one| is_title(one)))
}

/// How many words stand before the name: `ACTING ADMINISTRATOR`, `SECRETARY OF STATE`.
fn titles(small: &[String]) -> usize {
    let last = small.len() - 1;
    let named = (0..last).find(|at| given(&small[*at]).is_some() && !is_title(&small[*at]));
    let before = named.unwrap_or(last);
    let Some(title) = (0..before).rev().find(|at| is_title(&small[*at])) else {
        let compound = (0..before).any(|at| small[at].contains('-'));
        return named.filter(|_| compound).unwrap_or(0);
    };
    if matches!(small[title + 1].as_str(), "of" | "for") {
        return before.max(title + 2).min(last);
    }
    title + 1
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_are_read_as_offices_or_as_names_behind_titles() {
        let rows = [
            ("THE PRESIDENT", None),
            ("MODERATOR", None),
            ("AUDIENCE", None),
            ("AUDIENCE MEMBER", None),
            ("SENIOR ADMINISTRATION OFFICIAL", None),
            ("MADAM SPEAKER", None),
            ("VICE PRESIDENT", None),
            ("MR. BAKER", Some("BAKER")),
            ("Mr. Arce", Some("Arce")),
            ("MS VELL", Some("VELL")),
            ("SECRETARY ORR", Some("ORR")),
            ("SECRETARY OF STATE TOM ORR", Some("TOM ORR")),
            ("SECRETARY OF STATE ORR", Some("ORR")),
            ("ACTING ADMINISTRATOR ORR", Some("ORR")),
            ("PRESIDENT VON DER ORR", Some("VON DER ORR")),
            ("Tara Vell", Some("Tara Vell")),
            ("BBC", Some("BBC")),
        ];
        for (label, name) in rows {
            let found = match Called::read(label) {
                Called::Office(_) => None,
                Called::Name(_, name) => Some(name.join(" ")),
            };
            assert_eq!(found.as_deref(), name, "{label}");
        }
    }
}
