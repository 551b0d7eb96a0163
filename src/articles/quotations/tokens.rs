//! The tokens of a text, sentence by sentence, in one row.

use std::ops::Range;

use super::known::Known;
use foldhash::fast::FixedState;
use hashbrown::HashSet;
use memchr::memmem;

use super::lexicon::{Class, listed};
use super::marks::Marked;
use super::names::ends_name;
use super::scan::{self, Word};
use super::spelling::{
    before_space, closes_company, is_called_per, is_in_capitals, is_short_form, is_suspended,
    opens_company, sign_of_company,
};
use super::verbs::{Form, ReadingsId};
use super::word_list::WordList;
use super::words::{Kind, Token, Told};
use crate::text::in_small;

/// Sentences as tokens, all in one row.
#[derive(Default)]
pub(super) struct Sentences<'t> {
    tokens: Vec<Token<'t>>,
    ends: Vec<usize>,
    /// Where the sentence under way begins.
    begun: usize,
    /// Whether a year stands behind a comma in it.
    dated: bool,
    /// The names in the text that end as adverbs do, once they are asked for.
    surnames: Option<HashSet<&'t str, FixedState>>,
}

impl<'t> Sentences<'t> {
    /// With room for those of so many bytes of text.
    pub(super) fn with_room(bytes: usize) -> Self {
        Self {
            tokens: Vec::with_capacity(bytes / BYTES_A_TOKEN + 1),
            ..Self::default()
        }
    }

    /// The sentences of these numbers.
    pub(super) fn get(&self, numbers: Range<usize>) -> impl Iterator<Item = &[Token<'t>]> {
        numbers.map(|number| {
            let start = number.checked_sub(1).map_or(0, |before| self.ends[before]);
            &self.tokens[start..self.ends[number]]
        })
    }

    /// How many tokens the sentence under way has.
    fn n_tokens(&self) -> usize {
        self.tokens.len() - self.begun
    }

    /// The last token of the sentence under way.
    fn last(&self) -> Option<&Token<'t>> {
        self.tokens[self.begun..].last()
    }

    /// Ends the sentence under way, if it has begun.
    fn end(&mut self) {
        if self.dated {
            join_dates(&mut self.tokens[self.begun..]);
            self.dated = false;
        }
        if self.n_tokens() > 0 {
            self.begun = self.tokens.len();
            self.ends.push(self.begun);
        }
    }
}

/// Makes the commas around a year part of its date: `on May 23, 2034, that`.
fn join_dates(tokens: &mut [Token<'_>]) {
    for at in 3..tokens.len() {
        let year = tokens[at].kind == Kind::Number && tokens[at].text.len() == 4;
        let date = year
            && tokens[at - 1].is_mark(',')
            && tokens[at - 2].kind == Kind::Number
            && tokens[at - 3].is(Class::TIME);
        if !date {
            continue;
        }
        tokens[at - 1].join();
        let told = tokens.get(at + 2).is_some_and(|next| {
            next.kind == Kind::Word && (next.may_report() || next.any(words!["that", "whether"]))
        });
        if told && at > 4 && tokens[at + 1].is_mark(',') {
            tokens[at + 1].join();
        }
    }
}

/// After how many tokens a sentence is taken to end: nobody writes longer ones, and the work on a
/// sentence grows faster than its length.
const LONGEST: usize = 800;

impl<'t> Sentences<'t> {
    /// Adds the sentences of a stretch; gives their numbers. `marked` are the stretches within marks directly
    /// in it.
    pub(super) fn read(
        &mut self,
        told: Told<'t>,
        part: &Range<usize>,
        marked: &[(usize, Marked)],
        mut ends: impl Iterator<Item = usize>,
    ) -> Range<usize> {
        let first = self.ends.len();
        let mut at = part.start;
        let mut marked = marked.iter();
        let mut next_marked = marked.next();
        let mut next_end = ends.next().unwrap_or(part.end);
        loop {
            let space = at;
            at = behind_space(told.text, at, part.end);
            if at >= part.end {
                break;
            }
            if self.n_tokens() >= LONGEST {
                self.end();
            }
            while next_end <= at {
                self.end();
                next_end = ends.next().unwrap_or(part.end);
            }
            if at == space + LOST_DASH && self.n_tokens() > 0 && lost_dash(told.text, space) {
                self.push(told, space..at, Kind::Mark('–'), Known::default());
            }
            while next_marked.is_some_and(|(_, one)| one.outer.start < at) {
                next_marked = marked.next();
            }
            let stop = next_marked.map_or(part.end, |(_, one)| one.outer.start);
            if let Some((number, one)) = next_marked.filter(|_| stop == at) {
                next_marked = marked.next();
                let outer = at..one.outer.end.min(part.end);
                at = outer.end;
                if one.named {
                    self.push_name(told, outer, &one.inner);
                } else {
                    let number = u32::try_from(*number).expect("fewer marks than 2^32");
                    self.push(told, outer, Kind::Quoted(number), Known::default());
                }
                // A sentence that ends within marks ends no sentence around them.
                while next_end < at {
                    next_end = ends.next().unwrap_or(part.end);
                }
                continue;
            }
            let end = Ends {
                words: stop.min(part.end),
                sentence: next_end,
            };
            at = self.push_next(told, at, &end);
            at = self.push_near(told, at, &end);
        }
        self.end();
        first..self.ends.len()
    }

    /// Takes the tokens with which the sentence under way goes on, up to the next mark, end or place where a dash may have
    /// been lost; gives where the last of them ends. Of most tokens nothing else is asked.
    fn push_near(&mut self, told: Told<'t>, mut at: usize, end: &Ends) -> usize {
        let stop = end.words.min(end.sentence);
        let longest = self.begun + LONGEST;
        while self.tokens.len() < longest {
            let next = behind_space(told.text, at, stop);
            if next >= stop || next == at + LOST_DASH {
                break;
            }
            at = self.push_next(told, next, end);
        }
        at
    }
}

/// How many spaces copy has whose dashes were lost: `the tower   which was closed   has been sold`.
const LOST_DASH: usize = 3;

/// Whether three spaces stand between two words where a dash has been.
fn lost_dash(text: &str, at: usize) -> bool {
    let bytes = text.as_bytes();
    let word = |byte: Option<&u8>| byte.is_some_and(u8::is_ascii_alphanumeric);
    bytes[at..].starts_with(b"   ") && word(bytes[..at].last()) && word(bytes.get(at + LOST_DASH))
}

/// About how long a token is with the space behind it, less than in English: a batch ends behind its room.
const BYTES_A_TOKEN: usize = 4;

/// The first place that is no white space.
#[inline]
fn behind_space(text: &str, at: usize, end: usize) -> usize {
    let bytes = &text.as_bytes()[..end];
    let visible = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_graphic);
    if visible(at) {
        at
    } else if bytes.get(at) == Some(&b' ') && visible(at + 1) {
        at + 1
    } else {
        behind_any_space(text, at, end)
    }
}

fn behind_any_space(text: &str, mut at: usize, end: usize) -> usize {
    let bytes = &text.as_bytes()[..end];
    while let Some(byte) = bytes.get(at) {
        if matches!(byte, b'\t'..=b'\r' | b' ') {
            at += 1;
        } else if byte.is_ascii() {
            return at;
        } else {
            let mark = text[at..].chars().next();
            match mark.filter(|mark| mark.is_whitespace()) {
                Some(mark) => at += mark.len_utf8(),
                None => return at,
            }
        }
    }
    at
}

/// Months, seasons and modals that are names of people as well.
const SURNAMES: WordList = WordList::new(&[
    "march", "april", "may", "june", "august", "summer", "winter", "will",
]);

/// Words behind which `'s` is a verb.
const BEFORE_IS: WordList = WordList::new(&[
    "it", "he", "she", "that", "there", "here", "what", "who", "where", "how", "this",
]);

/// What a firm does whose name ends with `'s`.
const SAID: [&str; 5] = ["said", "says", "tweeted", "announced", "wrote"];

/// What stands before the `'s` that belongs to the name of a firm, in small letters.
const WITH_S: WordList = WordList::new(&[
    "moody",
    "poor",
    "mcdonald",
    "lloyd",
    "sotheby",
    "christie",
    "macy",
    "kohl",
    "wendy",
    "sainsbury",
    "levi",
    "domino",
    "kellogg",
    "lowe",
]);

/// Where a word ends that a hyphen joins to the one before.
fn joined_behind(text: &str, bytes: &[u8], hyphen: usize) -> Option<usize> {
    let letter = bytes.get(hyphen + 1).is_some_and(u8::is_ascii_alphabetic);
    if bytes.get(hyphen) != Some(&b'-') || !letter {
        return None;
    }
    let word = Word::at(text, bytes, hyphen + 1)?;
    Some(hyphen + 1 + word.length)
}

/// How far the text goes on that the next token may be of.
struct Ends {
    words: usize,
    sentence: usize,
}

impl<'t> Sentences<'t> {
    /// Takes the token at a place; gives where it ends.
    #[inline]
    fn push_next(&mut self, told: Told<'t>, at: usize, end: &Ends) -> usize {
        let bytes = &told.text.as_bytes()[..end.words];
        let Some(letters) = scan::letters(&bytes[at..]) else {
            return self.push_other(told, at, end);
        };
        let behind = at + letters.length;
        let stop = bytes.get(behind) == Some(&b'.');
        if stop && bytes.get(behind + 1) == Some(&b'-') {
            return self.push_other(told, at, end);
        }
        if stop && is_abbreviated(told.text, behind, end) {
            let kind = if letters.capital {
                Kind::Name
            } else {
                Kind::Word
            };
            return self.push_word(told, at..behind + 1, kind, end);
        }
        let mut known = told.verbs.words.known_of_letters(letters);
        let short_form = letters.capital && is_short_form(&told.text[at..behind], known.class);
        if short_form || known.class.is(Class::PREPOSITION) && is_called_per(&bytes[at..]) {
            known = Known::default();
        }
        if letters.capital && self.is_surname(told, &(at..behind), known.class, end) {
            known = Known::default();
        }
        self.tokens
            .push(Token::of_letters(told, at, letters, known));
        behind
    }

    /// Whether a word with a capital that is an adverb, a month, a season or a modal is the name of somebody.
    fn is_surname(
        &mut self,
        told: Told<'t>,
        span: &Range<usize>,
        class: Class,
        end: &Ends,
    ) -> bool {
        if class == Class::ADVERB {
            self.is_adverb_called(told.text, &told.text[span.clone()])
        } else {
            class.is(Class::TIME.or(Class::MODAL)) && self.is_month_called(told, span, end)
        }
    }

    /// Whether a month, a season or a modal is a name: the last of somebody's, or where one speaks, as in `May told
    /// reporters`, `“We lost,” May said` and `said May, who`.
    fn is_month_called(&self, told: Told<'t>, span: &Range<usize>, end: &Ends) -> bool {
        let rest = &told.text[span.start..end.words];
        let last = self.last();
        if last.is_some_and(|last| ends_name(last, rest, span.len())) {
            return true;
        }
        let behind = &rest[span.len()..];
        let opens =
            |last: &Token<'t>| !last.is_plain() || last.is(Class::AND) || last.is_word("that");
        let past = || {
            let next = told.verbs.words.known(first_word(behind));
            let mut readings = told.verbs.verbs.listed(next.readings).iter();
            readings.any(|(_, form)| *form == Form::Past)
        };
        let said = |last: &Token<'t>| last.may_report() && behind.starts_with([',', '.']);
        SURNAMES.has(&rest[..span.len()])
            && (last.is_none_or(opens) && past() || last.is_some_and(said))
    }

    /// Whether a word with a capital is a name, though no list has it and it ends as adverbs do: `Brent Ridgely`, and
    /// at the beginning of a sentence where the text has it elsewhere.
    fn is_adverb_called(&mut self, text: &'t str, word: &str) -> bool {
        if !word.ends_with("ly") || listed(&in_small(word)).is_some() {
            return false;
        }
        let goes_on = |last: &Token<'t>| match last.kind {
            Kind::Mark(mark) => mark == ',',
            Kind::Name | Kind::Word | Kind::Quoted(_) => true,
            Kind::Number | Kind::Genitive => false,
        };
        if let Some(last) = self.last() {
            return goes_on(last);
        }
        let surnames = self.surnames.get_or_insert_with(|| surnames(text));
        surnames.contains(word)
    }

    /// The same of a token that is not merely letters of ASCII.
    fn push_other(&mut self, told: Told<'t>, at: usize, end: &Ends) -> usize {
        let bytes = &told.text.as_bytes()[..end.words];
        let Some(word) = Word::at(told.text, bytes, at) else {
            return self.push_mark(told, at..end.words);
        };
        let behind = at + word.length;
        let stop = bytes.get(behind) == Some(&b'.') && is_abbreviated(told.text, behind, end);
        // `U.S.-based`, `Gov.-elect`
        let short =
            bytes[at..behind].contains(&b'.') || word.kind == Kind::Name && word.length <= 4;
        let joined = bytes.get(behind) == Some(&b'.') && short;
        let joined = joined.then(|| joined_behind(told.text, bytes, behind + 1));
        let behind = joined.flatten().unwrap_or(behind + usize::from(stop));
        self.push_word(told, at..behind, word.kind, end)
    }

    fn push_word(
        &mut self,
        told: Told<'t>,
        mut span: Range<usize>,
        kind: Kind,
        end: &Ends,
    ) -> usize {
        if let Some(rest) = behind_who(&told.text[span.clone()]) {
            let auxiliary = span.end - rest.len()..span.end;
            self.push_word(told, span.start..auxiliary.start, kind, end);
            let known = told.verbs.words.known(rest);
            self.push(told, auxiliary.clone(), Kind::Word, known);
            return auxiliary.end;
        }
        // `74%` is one.
        let percent = kind == Kind::Number && told.text.as_bytes().get(span.end) == Some(&b'%');
        span.end += usize::from(percent);
        let word = &told.text[span.clone()];
        let known = match kind {
            Kind::Word => told.verbs.words.known(word),
            Kind::Name => {
                let known = told.verbs.words.known_in_small(word);
                let called = is_called_per(&told.text.as_bytes()[span.start..]);
                if called
                    || is_short_form(word, known.class)
                    || self.is_surname(told, &span, known.class, end)
                {
                    Known::default()
                } else {
                    known
                }
            }
            _ => Known {
                class: Class::NUMBER,
                ..Known::default()
            },
        };
        let behind = span.end;
        self.dated |= kind == Kind::Number
            && word.len() == 4
            && self.last().is_some_and(|token| token.is_mark(','));
        self.push(told, span, kind, known);
        behind
    }

    /// Takes a mark, or the ending of a possessive; gives where it ends.
    fn push_mark(&mut self, told: Told<'t>, rest: Range<usize>) -> usize {
        let words = &told.text[rest.clone()];
        let first = words.chars().next().expect("not empty");
        if let Some(sign) = sign_of_company(words) {
            return rest.start + sign;
        }
        let named = || {
            self.last()
                .is_some_and(|token| token.kind == Kind::Name || token.is_mark(')'))
        };
        if opens_company(words)
            || first == '>' && closes_company(&told.text[..rest.start]) && named()
        {
            return rest.start + 1;
        }
        let mut length = first.len_utf8();
        let mut known = Known::default();
        let glued = |token: &Token<'t>| {
            token.span.end == rest.start
                && matches!(token.kind, Kind::Name | Kind::Word | Kind::Number)
        };
        if first == '\'' && self.is_within_name(&words[1..]) && self.last().is_some_and(glued) {
            return self.lengthen(told, rest.start + 1);
        }
        if first == '-' && is_suspended(&words[1..]) && self.last().is_some_and(glued) {
            return self.lengthen(told, rest.start + 1);
        }
        let kind = if matches!(first, '\'' | '’') && self.last().is_some_and(glued) {
            let long = words[length..].starts_with(['s', 'S'])
                && !words[length + 1..].starts_with(char::is_alphanumeric);
            length += usize::from(long);
            if long
                && self
                    .last()
                    .is_some_and(|token| token.kind == Kind::Name && token.any(&WITH_S))
                && acts(told, &words[length..])
                || long && self.is_firm() && SAID.contains(&first_word(&words[length..]))
            {
                return self.lengthen(told, rest.start + length);
            }
            // `it's`, `that's`
            // `WHO's` is of a body.
            let before_is =
                |token: &Token<'t>| token.any(&BEFORE_IS) && !is_in_capitals(token.text);
            if long && self.last().is_some_and(before_is) {
                known.class = Class::BE;
                Kind::Word
            } else {
                Kind::Genitive
            }
        } else {
            length += usize::from(words.starts_with("--"));
            Kind::Mark(first)
        };
        let behind = rest.start + length;
        self.push(told, rest.start..behind, kind, known);
        behind
    }

    /// Whether two names stand here, the second with `'s`: `Orr and Harry's`.
    fn is_firm(&self) -> bool {
        let [before @ .., one, and, two] = &self.tokens[self.begun..] else {
            return false;
        };
        let named = one.kind == Kind::Name && two.kind == Kind::Name;
        let joined = and.is_mark('&') || and.is_word("and");
        named && joined && before.last().is_none_or(|last| !last.is_word("of"))
    }

    /// Whether an apostrophe ends a given name behind a title: `Dr. Rafa' Vell`.
    fn is_within_name(&self, rest: &str) -> bool {
        let mut marks = rest.chars();
        let named = marks.next() == Some(' ') && marks.next().is_some_and(char::is_uppercase);
        let [.., title, name] = &self.tokens[self.begun..] else {
            return false;
        };
        named
            && name.kind == Kind::Name
            && !name.text.ends_with(['s', 'z', 'x'])
            && title.kind == Kind::Name
            && title.is(Class::TITLE)
    }

    /// Makes the last token end at a place.
    fn lengthen(&mut self, told: Told<'t>, end: usize) -> usize {
        let last = self.tokens.last_mut().expect("there is one");
        last.lengthen(told.text, end);
        end
    }

    /// A title within marks is one name; a comma in them belongs to the sentence around.
    fn push_name(&mut self, told: Told<'t>, outer: Range<usize>, inner: &Range<usize>) {
        let end = outer.end;
        let known = Known {
            class: Class::DOCUMENT,
            ..Known::default()
        };
        self.push(told, outer, Kind::Name, known);
        if told.text[inner.clone()].ends_with(',') {
            self.push(told, end..end, Kind::Mark(','), Known::default());
        }
    }

    fn push(&mut self, told: Told<'t>, span: Range<usize>, kind: Kind, known: Known) {
        self.tokens.push(Token::new(told, span, kind, known));
    }
}

/// The words that end as adverbs do and have a capital behind another word.
fn surnames(text: &str) -> HashSet<&str, FixedState> {
    let ends = memmem::find_iter(text.as_bytes(), "ly").map(|at| at + 2);
    let ends = ends.filter(|end| !text[*end..].starts_with(char::is_alphanumeric));
    let words = ends.filter_map(|end| {
        let before = text[..end].trim_end_matches(char::is_alphabetic);
        let word = &text[before.len()..end];
        let inside = before
            .strip_suffix(' ')
            .is_some_and(|before| before.ends_with(char::is_alphanumeric));
        (inside && word.starts_with(char::is_uppercase)).then_some(word)
    });
    words.collect()
}

/// Whether what follows a name is nothing that it could own: a mark, the end, a verb.
fn acts(told: Told<'_>, rest: &str) -> bool {
    let next = first_word(rest);
    let known = told.verbs.words.known(next);
    let verb = Class::VERB.or(Class::AUXILIARY).or(Class::THIRD);
    next.is_empty() || known.class.is(verb) || known.readings != ReadingsId::default()
}

/// The short auxiliary behind "who": `who'd`, `who've`.
fn behind_who(word: &str) -> Option<&str> {
    let behind = word.get(3..)?;
    let auxiliary = behind.strip_prefix(['\'', '’'])?;
    let joined = matches!(auxiliary, "d" | "ve" | "ll" | "re");
    (joined && word[..3].eq_ignore_ascii_case("who")).then_some(behind)
}

fn first_word(rest: &str) -> &str {
    let rest = rest.trim_start();
    let end = rest.find(|mark: char| !mark.is_alphanumeric());
    &rest[..end.unwrap_or(rest.len())]
}

/// Whether a stop is that of an abbreviation: it stands within a sentence.
fn is_abbreviated(text: &str, stop: usize, end: &Ends) -> bool {
    // `(Vell said it was late.)`
    let closes = || text[stop + 1..end.sentence].trim_end() == ")";
    stop + 1 < end.sentence && before_space(&text[stop + 1..end.words]) && !closes()
}
