//! How the words of labels are written in running text: `VELL` is Vell, `BBC` stays.

use foldhash::fast::FixedState;
use hashbrown::{HashMap, HashSet};

use super::naming::{plain, recased, without_genitive};
use crate::articles::quotations::phrases::is_name_particle;
use crate::articles::quotations::turns::Turns;
use crate::articles::zones::{Zone, ZoneKind};
use crate::text::{in_small, pieces};

/// How running text has a word.
#[derive(Debug, Default)]
struct Form {
    /// Not in capitals throughout.
    mixed: Option<String>,
    /// Whether it is found in capitals.
    capitals: bool,
}

/// The words of the labels of a text, in small letters, each with how running text has it.
#[derive(Debug, Default)]
pub(super) struct Written {
    forms: HashMap<String, Form, FixedState>,
    /// The words as names have them.
    words: HashSet<String, FixedState>,
}

impl Written {
    pub(super) fn read(text: &str, zones: &[Zone], turns: &Turns) -> Self {
        let mut written = Self::default();
        for source in turns.sources() {
            for piece in text[source.clone()].split_whitespace() {
                let word = bare(piece);
                if !written.forms.contains_key(&*in_small(word)) {
                    written
                        .forms
                        .insert(in_small(word).into_owned(), Form::default());
                    written.words.insert(plain(piece).into_owned());
                }
            }
        }
        let begins = written.begins();
        for zone in zones.iter().filter(|zone| zone.kind == ZoneKind::Paragraph) {
            let said = turns.said_from(zone.span.start)..zone.span.end;
            written.meet_all(&text[said], &begins);
        }
        written
    }

    /// The bytes with which the words of the labels may begin where they have a capital: one of ASCII, or the first
    /// of any letter beyond it, which no mark of general punctuation is.
    fn begins(&self) -> [bool; 256] {
        let mut begins = [false; 256];
        begins[0xc2..].fill(true);
        for word in self.forms.keys() {
            if let Some(first) = word.bytes().next() {
                begins[usize::from(first.to_ascii_uppercase())] = true;
            }
        }
        begins
    }

    /// Meets the words of a text, without looking at most of them.
    fn meet_all(&mut self, text: &str, begins: &[bool; 256]) {
        let mut at = 0;
        while let Some(next) = next_capital(&text.as_bytes()[at..], begins) {
            at += next;
            if !is_punctuation(&text.as_bytes()[at..])
                && begins_word(&text[..at])
                && let Some(word) = pieces(&text[at..]).next()
            {
                self.meet(word);
            }
            at += 1;
        }
    }

    fn meet(&mut self, word: &str) {
        let word = without_genitive(bare(word));
        if !word.starts_with(char::is_uppercase) {
            return;
        }
        let Some(form) = self.forms.get_mut(&*in_small(word)) else {
            return;
        };
        if is_in_capitals(word) {
            form.capitals = true;
        } else if form.mixed.is_none() {
            form.mixed = Some(word.to_owned());
        }
    }

    /// Whether a word of a name is in a label.
    pub(super) fn labels(&self, word: &str) -> bool {
        self.words.contains(word)
    }

    /// A name as running text would have it; behind a title it is that of a person, and so is the last of
    /// several words.
    pub(super) fn name(&self, pieces: &[&str], titled: bool) -> String {
        let last = pieces.len() - 1;
        let written: Vec<String> = pieces
            .iter()
            .enumerate()
            .map(|(at, piece)| self.piece(piece, titled || at == last && last > 0))
            .collect();
        written.join(" ")
    }

    /// One word of it.
    pub(super) fn piece(&self, piece: &str, person: bool) -> String {
        let word = bare(piece);
        if !is_in_capitals(word) {
            // `Ms. Vell.` at the end of a sentence.
            let stopped = word.len() > 3 && piece.len() == word.len() + 1 && piece.ends_with('.');
            return if stopped { word } else { piece }.to_owned();
        }
        let small = in_small(word);
        let form = self.forms.get(&*small);
        if let Some(mixed) = form.and_then(|form| form.mixed.as_ref()) {
            return mixed.clone();
        }
        let vowels = small.contains(|mark: char| "aeiouy".contains(mark) || !mark.is_ascii());
        if !person && (form.is_some_and(|form| form.capitals) || !vowels) {
            piece.to_owned()
        } else if is_name_particle(&small) || matches!(&*small, "of" | "the" | "and") {
            small.into_owned()
        } else {
            recased(piece)
        }
    }
}

/// How many bytes are looked at together.
const BLOCK: usize = 16;

/// Where the first byte stands that is one of some, which are all capitals or beyond ASCII.
fn next_capital(bytes: &[u8], begins: &[bool; 256]) -> Option<usize> {
    // Most blocks hold neither, which plain comparisons tell for a whole block at once.
    let may_be = |byte: &u8| u8::from(byte.wrapping_sub(b'A') < 26) | u8::from(*byte >= 0x80);
    let blocks = bytes.as_chunks::<BLOCK>().0.iter();
    let small = |block: &&[u8; BLOCK]| block.iter().fold(0, |any, byte| any | may_be(byte)) == 0;
    let passed = BLOCK * blocks.take_while(small).count();
    let found = bytes[passed..]
        .iter()
        .position(|byte| begins[usize::from(*byte)])?;
    Some(passed + found)
}

/// Whether a mark of general punctuation stands here, of which none is a letter.
fn is_punctuation(bytes: &[u8]) -> bool {
    matches!(bytes, [0xe2, 0x80, ..])
}

/// Whether a word begins behind these: nothing but marks stands between it and white space.
fn begins_word(before: &str) -> bool {
    // Most capitals stand right behind a space.
    before.ends_with(' ')
        || before
            .chars()
            .rev()
            .find(|mark| mark.is_whitespace() || mark.is_alphanumeric())
            .is_none_or(char::is_whitespace)
}

fn bare(word: &str) -> &str {
    // Most words have nothing to be taken off.
    let letter = |byte: Option<u8>| byte.is_some_and(|byte| byte.is_ascii_alphanumeric());
    if letter(word.bytes().next()) && letter(word.bytes().next_back()) {
        return word;
    }
    word.trim_matches(|mark: char| !mark.is_alphanumeric())
}

fn is_in_capitals(word: &str) -> bool {
    let mut letters = word.chars().filter(|mark| mark.is_alphabetic());
    letters.clone().count() > 1 && letters.all(char::is_uppercase)
}
