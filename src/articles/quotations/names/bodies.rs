//! Names of bodies and documents, with what belongs to them.

use std::ops::Range;

use super::super::lexicon::Class;
use super::super::speakers::places::{is_people, is_place};
use super::super::word_list::WordList;
use super::super::words::{Kind, Token, span_of};
use super::holders::holder_start;
use super::runs::{is_small, run_end};
use super::{Mention, Mentioned, before, blank, roles};

/// The mention of a body behind what it is: `Norwegian oil firm Nordolje`.
pub(super) fn kind_and_name(
    tokens: &[Token<'_>],
    (kind, name): (Range<usize>, Range<usize>),
) -> Mention {
    let bytes = span_of(tokens, &kind);
    let mut mention = blank(tokens, name, Mentioned::Body);
    mention.title = Some(bytes.clone());
    mention.role = Some(bytes);
    mention.place = false;
    mention
}

/// Whether a word of a name is one for a body or a document.
pub(super) fn is_bodily(name: &[Token<'_>]) -> bool {
    let noun = |token: &Token<'_>| token.is(Class::BODY.or(Class::DOCUMENT));
    name.iter().any(noun)
}

/// Whether a body is called by what it holds: `the National Conference of Harbour Towns`.
pub(super) fn is_conference(tokens: &[Token<'_>], name: Range<usize>) -> bool {
    let the = name.start > 0 && tokens[name.start - 1].is_word("the");
    let of = tokens.get(name.end).is_some_and(|next| next.is_word("of"));
    let named = tokens
        .get(name.end + 1)
        .is_some_and(|next| next.kind == Kind::Name && !next.is(Class::TIME));
    the && of && named && name.len() > 1 && tokens[name.end - 1].is(Class::OCCASION)
}

/// A name of a body, with what belongs to it behind "of", "for" or "on".
pub(super) fn body(tokens: &[Token<'_>], run: Range<usize>) -> Mention {
    let mut end = run.end;
    // `the Ministry of Trade, Industry and Energy`
    let of = usize::from(
        tokens
            .get(end)
            .is_some_and(|next| next.any(words!["of", "for"])),
    );
    if of == 1 && tokens[run.end - 1].any(words!["ministry", "department", "secretariat"]) {
        end = fields_end(tokens, end).unwrap_or(end);
    }
    while let Some(token) = tokens.get(end)
        && token.kind == Kind::Word
        && (token.any(words!["of", "for", "on", "and"])
            || token.is_word("to") && tokens[end - 1].any(words!["cruelty", "access"]))
    {
        let skip = usize::from(tokens.get(end + 1).is_some_and(|next| next.is_word("the")));
        let more = run_end(tokens, end + 1 + skip);
        if more == end + 1 + skip || token.is_word("and") && skip == 1 {
            break;
        }
        // `the United States and Japan`
        if token.is_word("and") {
            let names: Vec<&str> = tokens[run.start..end]
                .iter()
                .map(|token| token.text)
                .collect();
            if is_place(&names.join(" ")) {
                break;
            }
        }
        let field = end + 1 + skip..more;
        let holder = holder_start(tokens, &field);
        if holder > field.start {
            end = holder;
            break;
        }
        // `Bank of Lutonia Governor Ravi Menon`
        let behind = (end + 1 + skip + 1..more)
            .find(|at| tokens[*at].is(Class::PERSON) && !tokens[*at].ends_in_s());
        if let Some(office) = behind.filter(|office| office + 1 < more) {
            end = office;
            break;
        }
        end = more;
    }
    // `Farmers' Federation`, `People's Alliance`
    let owned = run.start >= 2
        && tokens[run.start - 1].kind == Kind::Genitive
        && tokens[run.start - 2].kind == Kind::Name
        && (tokens[run.start - 1].text.chars().count() == 1
            || tokens[run.start - 2].any(words!["people", "women", "men", "children"]));
    let owned = owned || is_dedicated(tokens, &run);
    let mut start = if owned { run.start - 2 } else { run.start };
    // `United Nations Children's Fund`
    while owned
        && start > 0
        && tokens[start - 1].kind == Kind::Name
        && !is_small(&tokens[start - 1])
    {
        start -= 1;
    }
    blank(tokens, start..end, Mentioned::Body)
}

/// Behind a list of what a ministry is for: `of Trade, Industry and Energy`.
fn fields_end(tokens: &[Token<'_>], of: usize) -> Option<usize> {
    let names = |from: usize| {
        let names = tokens.get(from..)?.iter();
        let many = names
            .take_while(|token| token.kind == Kind::Name && !is_small(token))
            .count();
        (1..4).contains(&many).then_some(from + many)
    };
    let the = usize::from(tokens.get(of + 1)?.is_word("the"));
    let mut end = names(of + 1 + the)?;
    let first = end;
    while tokens.get(end)?.is_mark(',') && !tokens.get(end + 1)?.is_word("and") {
        end = names(end + 1)?;
    }
    let comma = usize::from(tokens.get(end)?.is_mark(','));
    let joined = end > first && tokens.get(end + comma)?.is_word("and");
    if joined { names(end + comma + 1) } else { None }
}

/// Whether a body has its name from whom it is called after: `St Mary's Hospital`, `the Mayor's Office`.
fn is_dedicated(tokens: &[Token<'_>], run: &Range<usize>) -> bool {
    const CALLED: WordList = WordList::new(&[
        "hospital",
        "college",
        "school",
        "church",
        "cathedral",
        "abbey",
        "office",
        "academy",
        "university",
        "rangers",
        "army",
        "chapel",
    ]);
    let named = run.start >= 2
        && tokens[run.start - 1].kind == Kind::Genitive
        && tokens[run.start - 2].kind == Kind::Name;
    let noun = tokens[run.clone()].iter().any(|token| token.any(&CALLED));
    named && noun && !is_place(tokens[run.start - 2].text) && !is_people(tokens[run.start - 2].text)
}

/// The same with what it is, before a comma or behind one: `The company, Northern Motor Co, said`, `Harbour Forum, a
/// rights group, said`.
pub(super) fn told_body(tokens: &[Token<'_>], run: Range<usize>) -> Mention {
    let bytes = |role: Range<usize>| span_of(tokens, &role);
    let before = before::body(tokens, &run);
    let from = run.start;
    let mut mention = body(tokens, run);
    mention.before = before.map(bytes);
    let words = tokens[from..].iter();
    let end = from
        + words
            .take_while(|token| token.span.end <= mention.span.end)
            .count();
    mention.role = roles::apposition(tokens, end)
        .filter(|role| {
            let noun = &tokens[roles::head(tokens, role)];
            tokens[role.start].any(words!["a", "an"])
                && noun.is(Class::BODY)
                && !noun.is(Class::PERSON)
                && !noun.ends_in_s()
        })
        .map(bytes);
    mention
}

/// Behind the words of a name that commas divide, up to its "and": `the Water, Weather, and Rivers Agency`.
fn last_of_list(tokens: &[Token<'_>], run: &Range<usize>) -> usize {
    let the = run.start > 0 && tokens[run.start - 1].is_word("the");
    let mut end = run.end;
    while the && run.len() < 3 && tokens.get(end).is_some_and(|next| next.is_mark(',')) {
        let word = tokens
            .get(end + 1)
            .filter(|next| next.kind == Kind::Name && !is_small(next) && !is_place(next.text));
        let next = end + 1 + usize::from(word.is_some());
        let goes_on = tokens
            .get(next)
            .is_some_and(|after| after.is_mark(',') && word.is_some() || after.is_word("and"));
        if !goes_on {
            return run.end;
        }
        end = next;
    }
    end
}

/// The end of the name of a body that "and" divides: `the Provincial Harbour and Special Waters Unit`,
/// `Customs and Border Protection (CBP)`.
pub(super) fn joined_body(tokens: &[Token<'_>], run: Range<usize>) -> Option<usize> {
    let last = last_of_list(tokens, &run);
    let and = tokens.get(last)?.is_word("and");
    let end = if and { run_end(tokens, last + 1) } else { 0 };
    if end <= last + 2 {
        return None;
    }
    let the = run.start > 0 && tokens[run.start - 1].is_word("the");
    let last = &tokens[end - 1];
    // `the Health and Safety Executive`
    let body = the
        && (last.is(Class::BODY) || last.any(words!["executive", "trust"]))
        && !last.ends_in_s();
    let initials: String = tokens[run.start..end]
        .iter()
        .filter(|token| token.kind == Kind::Name)
        .filter_map(|token| token.text.chars().next())
        .collect();
    let short = tokens.get(end + 1).filter(|_| tokens[end].is_mark('('));
    let spelt = short.is_some_and(|short| short.text.len() > 2 && initials.ends_with(short.text));
    (body || spelt).then_some(end)
}
