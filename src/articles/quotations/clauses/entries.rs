//! Labels of entries: headings of a live page that tell what somebody says, and who spoke on what.

use std::ops::Range;

use super::super::lexicon::Class;
use super::super::word_list::WordList;
use super::super::words::{Kind, Token};
use super::Sentence;

/// Whether a content begins with what others are to do: `Go home and wait`, `Don't look at us`.
pub(super) fn bids_to(tokens: &[Token<'_>], content: &Range<usize>) -> bool {
    const BIDDING: WordList = WordList::new(&[
        "go",
        "let",
        "keep",
        "stop",
        "get",
        "give",
        "leave",
        "wait",
        "stay",
        "take",
        "tell",
        "trust",
        "forget",
        "bring",
        "don't",
        "don\u{2019}t",
        "do",
        "never",
        "vote",
    ]);
    content.len() > 1
        && tokens[content.start].any(&BIDDING)
        && !tokens[content.start + 1].is(Class::AUXILIARY)
}

impl Sentence<'_, '_, '_> {
    /// Whether a heading tells what somebody says whom the text names below: `Vell: Go home and wait`, but `Vell: the early
    /// years`.
    pub(super) fn heads_entry(&self, source: &Range<usize>, content: &Range<usize>) -> bool {
        let tokens = self.tokens;
        let told = || {
            content
                .clone()
                .any(|at| tokens[at].is(Class::AUXILIARY) && tokens[at].kind == Kind::Word)
        };
        source.len() <= 2
            && source.clone().all(|at| tokens[at].kind == Kind::Name)
            && (bids_to(tokens, content) || told())
            && !tokens[content.start].any(words!["what", "how", "why", "who", "where", "when"])
            && self.is_named_below(source)
    }

    /// Whether one name stands before a comma, and on what they spoke before the colon: `ORR, on the dues: "They doubled."`
    pub(super) fn tells_on_what(&self, name: Range<usize>, colon: usize) -> bool {
        let tokens = self.tokens;
        let first = &tokens[name.start];
        name.len() == 1
            && first.kind == Kind::Name
            && first.text.len() > 2
            && tokens[name.end + 1].any(words!["on", "about", "to"])
            && colon + 2 == self.end
            && tokens[colon + 1].quoted().is_some()
    }
}
