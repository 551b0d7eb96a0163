"""What helps to read a line once more, naively: paragraphs, acronyms, marked terms."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import oracle


def paragraphs(text: str) -> list[tuple[int, int]]:
    """Where the stretches between blank lines begin and end."""
    bounds, start = [], 0
    for blank in re.finditer(r"\n(?:[ \t\r\f\v]*\n)+", text):
        bounds.append((start, blank.start()))
        start = blank.end()
    return [*bounds, (start, len(text))]


def acronyms(text: str) -> list[tuple[str, str]]:
    """Short and long forms by the algorithm of Schwartz and Hearst (2003, figure 1).

    Of short forms those with two capitals and no white space, of long forms those of two words or
    more within a sentence.
    """
    found = []
    for opening in re.finditer(r"\(", text):
        inside = re.match(r"[^(),;\n]*(?=[(),;\n])", text[opening.end() :])
        short = inside[0].strip().strip("\"'") if inside else ""
        capitals = sum(mark.isupper() for mark in short)
        if not (2 <= len(short) <= 10 and short[0].isalnum() and capitals >= 2):
            continue
        if re.search(r"\s", short):
            continue
        sentence = re.split(r"[.!?](?=\s)|[();:\"]", text[: opening.start()].rstrip())[-1]
        words = sentence.split()
        words = words[max(0, len(words) - min(len(short) + 5, 2 * len(short))) :]
        long = _best_long_form(short, " ".join(words))
        if long and len(long) > len(short) and len(long.split()) > 1 and short not in long.split():
            found.append((short, long))
    return found


def _best_long_form(short: str, long: str) -> str | None:
    at = len(long) - 1
    for number in range(len(short) - 1, -1, -1):
        letter = short[number].lower()
        if not letter.isalnum():
            continue
        while at >= 0 and (
            long[at].lower() != letter or (number == 0 and at > 0 and long[at - 1].isalnum())
        ):
            at -= 1
        if at < 0:
            return None
        at -= 1
    return long[long.rfind(" ", 0, at + 1) + 1 :]


def strings(text: str, line: object) -> list[tuple[int, int]]:
    """Where left, node and right of a line stand in its text."""
    before, behind = text[: line.start].rstrip(), text[line.end :]
    from_here = len(text) - len(behind.lstrip())
    left = (len(before) - len(line.left), len(before))
    return [left, (line.start, line.end), (from_here, from_here + len(line.right))]


def marks(
    naive: oracle.Corpus, texts: list[str], line: object, document: int, sets: list[list[str]]
) -> list[tuple[int, int, int, int]]:
    """String, first character, that behind the last and set of each mark in a line."""
    bounds = strings(texts[document], line)
    found = []
    for number, patterns in enumerate(sets):
        for span in naive.find(patterns, glob=True):
            start, end = naive.characters(span)
            if span.document == document and bounds[0][0] <= start and end <= bounds[2][1]:
                found.append((start, number, -end))
    chosen, last = [], -1
    for start, number, minus_end in sorted(found):
        if start >= last:
            last = -minus_end
            chosen += [
                (string, max(start, low) - low, min(last, high) - low, number)
                for string, (low, high) in enumerate(bounds)
                if max(start, low) < min(last, high)
            ]
    return chosen
