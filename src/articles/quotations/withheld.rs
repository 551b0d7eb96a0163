//! What the narration says is not told: `…, but gave no details`, `… without naming anybody`.

use super::phrases::phrase_end;
use super::word_list::WordList;
use super::words::Token;

/// What somebody does not do who tells no more.
const TELL: WordList = WordList::new(&[
    "answer",
    "address",
    "respond",
    "take",
    "reply",
    "elaborate",
    "specify",
    "say",
    "explain",
    "give",
    "offer",
    "provide",
    "name",
    "identify",
    "disclose",
    "divulge",
    "reveal",
    "comment",
    "detail",
    "clarify",
    "cite",
    "present",
    "discuss",
    "share",
    "release",
    "mention",
]);

/// The same done, of nothing.
const GIVE: WordList = WordList::new(&[
    "gave",
    "offered",
    "provided",
    "cited",
    "presented",
    "giving",
    "offering",
    "providing",
    "citing",
    "presenting",
]);

/// Participles behind "without".
const TELLING: WordList = WordList::new(&[
    "saying",
    "explaining",
    "giving",
    "offering",
    "providing",
    "naming",
    "identifying",
    "disclosing",
    "detailing",
    "citing",
    "presenting",
    "mentioning",
]);

/// Of what no more is told.
const MORE: WordList = WordList::new(&[
    "details",
    "evidence",
    "further",
    "more",
    "any",
    "proof",
    "specifics",
    "examples",
    "names",
    "reasons",
]);

/// Whether somebody else says nothing: `…, while Norland has not commented`, `…, while the bank did not respond to a
/// request for comment`.
fn others_silent(tokens: &[Token<'_>], joint: usize, end: usize) -> bool {
    let word = |at: usize, words: &WordList| at < end && tokens[at].any(words);
    let subject = phrase_end(tokens, joint + 1);
    if !word(joint, words!["while", "but", "and", "though"]) || subject == joint + 1 {
        return false;
    }
    let have = usize::from(word(subject, words!["has", "have", "had"]));
    let verb = subject + have;
    let refused = word(verb, words!["declined", "refused"])
        && word(verb + 1, words!["to"])
        && (word(
            verb + 2,
            words!["comment", "respond", "elaborate", "say", "answer"],
        ) || word(verb + 2, words!["give", "provide"])
            && word(
                verb + 3,
                words!["details", "guidance", "figures", "reasons", "comment"],
            ));
    let adverb = usize::from(word(verb + 1, words!["immediately", "yet"]));
    let not = have == 1 && word(verb, words!["not", "yet", "never"])
        || word(verb, words!["did"]) && word(verb + 1, words!["not"]);
    let silent = not
        && (verb + 1..verb + 3 + adverb).any(|at| {
            word(
                at,
                words![
                    "comment",
                    "commented",
                    "respond",
                    "responded",
                    "reply",
                    "replied"
                ],
            )
        });
    refused || silent
}

/// Whether the narration goes on at a token with what is not told; behind a comma also with a participle.
pub(super) fn withheld(tokens: &[Token<'_>], at: usize, end: usize, comma: bool) -> bool {
    let word = |at: usize, words: &WordList| at < end && tokens[at].any(words);
    if word(at, words!["without"]) {
        return word(at + 1, words!["elaborating", "specifying"])
            || word(at + 1, &TELLING) && word(at + 2, &MORE);
    }
    let joint = word(at, words!["but", "though", "although", "and", "while"]);
    if !joint && !comma {
        return false;
    }
    let verb = at + usize::from(joint);
    if joint && others_silent(tokens, at, end) {
        return true;
    }
    let verb = verb + usize::from(joint && word(verb, words!["he", "she", "it", "they", "also"]));
    let verb = verb + usize::from(verb < end && tokens[verb].text.ends_with("ly"));
    // `but has not done so`
    let undone = word(verb, words!["has", "have", "had"])
        && word(verb + 1, words!["not", "yet", "never"])
        && (verb + 2..end.min(verb + 5))
            .any(|at| tokens[at].any(words!["so", "responded", "commented"]));
    if undone && joint {
        return true;
    }
    let nothing = word(verb, &GIVE) && word(verb + 1, words!["no", "few", "little", "neither"]);
    let refused = word(verb, words!["declined", "refused", "declining", "refusing"])
        && word(verb + 1, words!["to"])
        && word(verb + 2, &TELL);
    // `though she stopped short of naming a day`
    let short = word(verb, words!["stopped", "stopping", "fell"])
        && word(verb + 1, words!["short"])
        && word(verb + 2, words!["of"]);
    let adverb = usize::from(verb + 2 < end && tokens[verb + 2].text.ends_with("ly"));
    let not = word(verb, words!["did", "would"])
        && word(verb + 1, words!["not", "n't"])
        && word(verb + 2 + adverb, &TELL)
        || word(verb, words!["didn't", "didn’t", "wouldn't", "wouldn’t"]) && word(verb + 1, &TELL);
    nothing || refused || short || not && joint
}
