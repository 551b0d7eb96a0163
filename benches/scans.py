"""The standard library asked the same: a scan of all texts by `re`, lines as strings of Python."""

import re

WINDOW = 5
WORD = re.compile(r"\w+")


def count(texts, word):
    """How often a word occurs, case ignored, in a scan of all texts."""
    find = re.compile(rf"\b{word}\b", re.IGNORECASE).findall
    return sum(len(find(text)) for text in texts)


def search(texts, expression):
    """How many matches an expression has."""
    find = re.compile(expression, re.IGNORECASE).findall
    return sum(len(find(text)) for text in texts)


def lines(texts, word):
    """Every line as three strings: the words left of the node, itself, the words right of it."""
    found = []
    for text in texts:
        spans = [match.span() for match in WORD.finditer(text)]
        for number, (start, end) in enumerate(spans):
            if text[start:end].lower() == word:
                first = spans[max(0, number - WINDOW)][0]
                last = spans[min(len(spans) - 1, number + WINDOW)][1]
                found.append((text[first:start], text[start:end], text[end:last]))
    return len(found)
