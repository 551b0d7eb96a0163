"""Lookup once more, naively: every entry at every place of every sentence, by string comparison."""

import re


def glob(pattern):
    parts = (".*" if c == "*" else "." if c == "?" else re.escape(c) for c in pattern)
    return re.compile("".join(parts), re.DOTALL)


def matches(entry, tokens):
    """The places (start, end) at which an entry of words with spaces between them stands."""
    words = [glob(word) for word in entry.split()]
    return [
        (start, start + len(words))
        for start in range(len(tokens) - len(words) + 1)
        if all(word.fullmatch(tokens[start + at]) for at, word in enumerate(words))
    ]


def inside(one, other):
    return other[0] <= one[0] and one[1] <= other[1] and one != other


def counts(entries, documents, *, overlaps, negation, within, by_entry):
    """For each category or entry: matches, negated, sentences and documents with a match.

    Entries are (category, pattern); a document is a list of sentences, which are one zone.
    """
    keys = list(dict.fromkeys(entries if by_entry else (category for category, _ in entries)))
    found = {key: {"matches": 0, "negated": 0, "sentences": 0, "documents": 0} for key in keys}
    for sentences in documents:
        tokens = [token for sentence in sentences for token in sentence]
        starts = [sum(map(len, sentences[:number])) for number in range(len(sentences))]
        hits = {(c, e, place) for c, e in set(entries) for place in matches(e, tokens)}
        if overlaps != "all":
            hits = {
                (category, entry, place)
                for category, entry, place in hits
                if not any(
                    inside(place, other)
                    for other_category, _, other in hits
                    if overlaps == "longest_of_all" or other_category == category
                )
            }
        ends = [end for entry in negation for _, end in matches(entry, tokens)]
        for key in keys:
            own = {p for c, e, p in hits if (key == (c, e) if by_entry else key == c)}
            hit_sentences = set()
            for start, _ in own:
                sentence = max(number for number, first in enumerate(starts) if first <= start)
                last_tokens = {end - 1 for end in ends if end <= start}
                near = range(max(starts[sentence], start - within), start)
                if last_tokens & set(near):
                    found[key]["negated"] += 1
                else:
                    found[key]["matches"] += 1
                    hit_sentences.add(sentence)
            found[key]["sentences"] += len(hit_sentences)
            found[key]["documents"] += bool(hit_sentences)
    return found
