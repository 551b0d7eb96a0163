//! Those of whom an article gives the surname alone: `The engineer, surnamed Kwon, had left`.

use super::cast::Cast;
use super::entity::Kind;
use crate::articles::quotations::names::Mention;
use crate::text::tail;

/// How far before the name, in bytes.
const NEAR: usize = 64;
/// How many words may tell who it is.
const LONGEST_ROLE: usize = 5;

/// What the words before a surname end with that stands alone.
const TELLING: [&str; 10] = [
    "surnamed ",
    "only as ",
    "by the surname ",
    "by the surname of ",
    "by his surname ",
    "by her surname ",
    "by his surname, ",
    "by her surname, ",
    "only his surname, ",
    "only her surname, ",
];

/// What an article calls somebody whose surname alone it gives, before the name: `engineer`.
fn role_before(text: &str, at: usize) -> Option<&str> {
    let before = tail(&text[..at], NEAR);
    let told = TELLING
        .iter()
        .find_map(|telling| before.strip_suffix(telling))?;
    let (role, _) = told.rsplit_once(',').unwrap_or((told, ""));
    let role = role.rsplit(['.', ',', '"', '“', '\n']).next()?;
    let role = role.trim_start();
    let article = ["The ", "the ", "A ", "a ", "An ", "an "];
    let bare = article.iter().find_map(|one| role.strip_prefix(one));
    let short = bare.filter(|bare| bare.split(' ').count() <= LONGEST_ROLE);
    Some(short.unwrap_or_default())
}

/// The surnames that stand alone, each with its bearer.
#[derive(Default)]
pub(super) struct Surnamed(Vec<(String, usize)>);

impl Surnamed {
    /// The bearer of a name of one word, if it is such a surname from here on.
    pub(super) fn bearer(
        &mut self,
        cast: &mut Cast<'_>,
        mention: &Mention,
        own: &[String],
    ) -> Option<usize> {
        let [word] = own else { return None };
        if let Some((_, bearer)) = self.0.iter().find(|(surname, _)| surname == word) {
            return Some(*bearer);
        }
        let role = role_before(cast.text, mention.span.start)?;
        let named_before = cast
            .bearers(word)
            .any(|one| cast.all[one].first < mention.span.start);
        if named_before {
            return None;
        }
        let bearer = cast.add(mention, own.to_vec(), Kind::Person);
        cast.all[bearer].learn(role);
        self.0.push((word.clone(), bearer));
        Some(bearer)
    }
}
