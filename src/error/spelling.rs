//! How many slips of the keyboard lie between two names.

/// Of so many characters one may be wrong.
const CHARACTERS_A_SLIP: usize = 3;

/// The fewest letters left out, added, changed or swapped with their neighbours that make one name the other
/// (optimal string alignment); none where they are too many for a slip.
pub(super) fn slips(given: &str, known: &str) -> Option<usize> {
    let (given, known): (Vec<char>, Vec<char>) = (given.chars().collect(), known.chars().collect());
    let most = given.len() / CHARACTERS_A_SLIP;
    if given.len().abs_diff(known.len()) > most {
        return None;
    }
    let mut before: Vec<usize> = Vec::new();
    let mut last: Vec<usize> = (0..=known.len()).collect();
    for (at, letter) in given.iter().enumerate() {
        let mut row = vec![at + 1];
        for (place, other) in known.iter().enumerate() {
            let changed = last[place] + usize::from(letter != other);
            let mut fewest = changed.min(last[place + 1] + 1).min(row[place] + 1);
            let is_swapped =
                at > 0 && place > 0 && *letter == known[place - 1] && given[at - 1] == *other;
            if is_swapped {
                fewest = fewest.min(before[place - 1] + 1);
            }
            row.push(fewest);
        }
        before = std::mem::replace(&mut last, row);
    }
    last.last().copied().filter(|slips| *slips <= most)
}

#[cfg(test)]
mod tests {
    use super::slips;

    #[test]
    fn letters_left_out_added_changed_or_swapped_are_slips() {
        let rows = [
            ("pskai", "psaki", Some(1)),
            ("logdice", "log_dice", Some(1)),
            ("vell", "well", Some(1)),
            ("trade", "traed", Some(1)),
            ("berlin", "berlin", Some(0)),
            ("berlin", "paris", None),
            ("ab", "ac", None),
            ("", "a", None),
        ];
        for (given, known, expected) in rows {
            assert_eq!(slips(given, known), expected, "{given} {known}");
        }
    }
}
