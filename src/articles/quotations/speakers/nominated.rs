//! Who is nominated or stands for an office, as the words before a name tell: `the nomination of Ida Vell`.

use crate::text::tail;

/// How far before the name, in bytes.
const NEAR: usize = 48;

/// What such words make of the bearer of a name behind them.
const TELLING: [(&str, &str); 8] = [
    ("nomination of", "nominee"),
    ("nominated", "nominee"),
    ("nominate", "nominee"),
    ("nominating", "nominee"),
    ("candidacy of", "candidate"),
    ("candidacies of", "candidate"),
    ("extradition of", "suspect"),
    ("appointment of", "appointee"),
];

/// What the words before a name and its title make of its bearer.
pub(super) fn named_for(text: &str, begin: usize) -> Option<&'static str> {
    let before = tail(&text[..begin], NEAR).trim_end();
    if !before.ends_with("of")
        && !before.ends_with("ed")
        && !before.ends_with("ate")
        && !before.ends_with("ing")
    {
        return None;
    }
    let mut rows = TELLING.iter();
    rows.find(|(words, _)| before.ends_with(words))
        .map(|(_, role)| *role)
}
