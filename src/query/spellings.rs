//! Names in British and American spelling, in the singular and the plural.

use crate::text::{in_small, normal_form};

/// Words of names that are spelled in two ways, British first.
const PAIRS: [(&str, &str); 44] = [
    ("aeroplane", "airplane"),
    ("ageing", "aging"),
    ("aluminium", "aluminum"),
    ("anaesthesia", "anesthesia"),
    ("archaeology", "archeology"),
    ("archaeological", "archeological"),
    ("armour", "armor"),
    ("armoured", "armored"),
    ("artefact", "artifact"),
    ("behaviour", "behavior"),
    ("behavioural", "behavioral"),
    ("catalogue", "catalog"),
    ("centre", "center"),
    ("colour", "color"),
    ("coloured", "colored"),
    ("counselling", "counseling"),
    ("counsellor", "counselor"),
    ("defence", "defense"),
    ("dialogue", "dialog"),
    ("endeavour", "endeavor"),
    ("enrolment", "enrollment"),
    ("fibre", "fiber"),
    ("fuelling", "fueling"),
    ("gynaecology", "gynecology"),
    ("haematology", "hematology"),
    ("harbour", "harbor"),
    ("honour", "honor"),
    ("jewellery", "jewelry"),
    ("judgement", "judgment"),
    ("labour", "labor"),
    ("licence", "license"),
    ("litre", "liter"),
    ("metre", "meter"),
    ("neighbour", "neighbor"),
    ("neighbourhood", "neighborhood"),
    ("offence", "offense"),
    ("orthopaedic", "orthopedic"),
    ("paediatric", "pediatric"),
    ("plough", "plow"),
    ("programme", "program"),
    ("sulphur", "sulfur"),
    ("theatre", "theater"),
    ("traveller", "traveler"),
    ("travelling", "traveling"),
];

/// Endings that are spelled in two ways, British first.
const ENDINGS: [(&str, &str); 8] = [
    ("isation", "ization"),
    ("isations", "izations"),
    ("isational", "izational"),
    ("ising", "izing"),
    ("ised", "ized"),
    ("iser", "izer"),
    ("ise", "ize"),
    ("yse", "yze"),
];

/// How many words of one name are spelled in two ways at the most.
const MOST: usize = 6;

/// A word as it is spelled on the other side of the ocean.
fn other(word: &str) -> Option<String> {
    let small = in_small(word);
    let (single, plural) = small
        .strip_suffix('s')
        .map_or((small.as_ref(), ""), |single| (single, "s"));
    let paired = PAIRS.iter().find_map(|(british, american)| match single {
        one if one == *british => Some(*american),
        one if one == *american => Some(*british),
        _ => None,
    });
    // That some words with such an ending have one spelling alone does no harm: nobody writes the other.
    let found = paired.map(|other| format!("{other}{plural}")).or_else(|| {
        let pairs = ENDINGS
            .iter()
            .flat_map(|(british, american)| [(british, american), (american, british)]);
        let mut found = pairs.filter_map(|(from, to)| {
            let stem = small.strip_suffix(*from).filter(|stem| stem.len() > 2)?;
            Some(format!("{stem}{to}"))
        });
        found.next()
    })?;
    Some(as_written(word, &found))
}

/// Small letters with the capitals that another word has.
fn as_written(like: &str, small: &str) -> String {
    let letters = || like.chars().filter(|letter| letter.is_alphabetic());
    if letters().count() > 1 && letters().all(char::is_uppercase) {
        return small.to_uppercase();
    }
    let mut letters = small.chars();
    match letters.next() {
        Some(first) if like.starts_with(char::is_uppercase) => {
            first.to_uppercase().chain(letters).collect()
        }
        _ => small.to_owned(),
    }
}

/// The plural of a name, or its singular.
fn of_other_number(name: &str) -> String {
    let stem = |end: &str| name.strip_suffix(end);
    let vowel = |stem: &str| stem.ends_with(['a', 'e', 'i', 'o', 'u']);
    if let Some(stem) = stem("ies").filter(|stem| !vowel(stem)) {
        format!("{stem}y")
    } else if let Some(single) = stem("s") {
        single.to_owned()
    } else if let Some(stem) = stem("y").filter(|stem| !vowel(stem)) {
        format!("{stem}ies")
    } else {
        format!("{name}s")
    }
}

/// A name as it may be spelled: in British or American manner, in the singular or the plural.
pub(super) fn spellings(name: &str) -> Vec<String> {
    let mut spelled = vec![String::new()];
    let mut ways = 0;
    for (number, word) in name.split(' ').enumerate() {
        let space = if number > 0 { " " } else { "" };
        let second = other(word).filter(|_| ways < MOST);
        ways += usize::from(second.is_some());
        let both = [Some(word.to_owned()), second];
        let words = both.into_iter().flatten();
        spelled = words
            .flat_map(|word| {
                let longer = |begun: &String| format!("{begun}{space}{word}");
                spelled.iter().map(longer).collect::<Vec<_>>()
            })
            .collect();
    }
    let others: Vec<String> = spelled.iter().map(|one| of_other_number(one)).collect();
    spelled.extend(others);
    spelled
}

/// Whether two names differ in nothing but case, spelling and number.
pub(super) fn same_name(one: &str, another: &str) -> bool {
    let wanted = normal_form(another);
    let mut spelled = spellings(&normal_form(one)).into_iter();
    spelled.any(|one| one == wanted)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_spelled_in_both_manners_and_numbers() {
        for (one, another) in [
            ("International Water Center", "International Water Centre"),
            ("Ministry of Labour", "Ministry of Labor"),
            ("Labour Organisation", "Labor Organization"),
            ("National Defence Agency", "National Defense Agencies"),
            ("World Food Programme", "World Food Programs"),
            ("HARBOR BOARD", "HARBOUR BOARD"),
            ("Theater Centers", "Theatre Centre"),
        ] {
            assert!(spellings(one).contains(&another.to_owned()), "{one}");
            assert!(spellings(another).contains(&one.to_owned()), "{another}");
            assert!(same_name(one, &another.to_lowercase()), "{one}");
        }
        assert!(!same_name("Interstate Council", "Intrestate Council"));
        assert!(!same_name("Water Council", "Water Counsel"));
    }
}
