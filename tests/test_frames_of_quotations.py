# ruff: noqa: E501 - the forms read best in rows
"""Words within marks put together from known parts: each form with each speaker, marks curly and straight.

A form has the content of a quotation between `<` and `>`; its pieces end and begin at `|`. All names are fiction.
"""

import re

import hustings as hs
import pytest
from test_frames_of_reports import SAID, SPEAKERS, capital, parts, sources

# {s} the speaker, {S} at the beginning of a sentence, {t} without a comma behind, {c} and {d} what is said.
FORMS = [
    ("“<{C},>” {s} said.", ["direct"]),
    ("“<{C}>”, {s} said.", ["direct"]),
    ("“<{C},>” said {t}.", ["direct"]),
    ("“<{C},>” {s} told reporters on Monday.", ["direct"]),
    ("“<{C},>” {s} said in a statement on Monday.", ["direct"]),
    ("“<{C},|” {s} said. “|{D}.>”", ["direct"]),
    ("“<{C},|” said {t}. “|{D}.>”", ["direct"]),
    ("“<{C},|” {s} said, “|and {d}.>”", ["direct"]),
    ("{S} said: “<{C}.>”", ["direct"]),
    ("{S} said, “<{C}.>”", ["direct"]),
    ("{S} told Northern Wire on Monday: “<{C}.>”", ["direct"]),
    ("{S} said that “<{c}.>”", ["direct"]),
    ("{S} said <the plan was “a scar on the port.”>", ["mixed"]),
    ("{S} called <the plan “a scar on the port.”>", ["mixed"]),
    ("{S} described <the talks as “frank” and useful>.", ["mixed"]),
    ("“<{C},>” {s} said, adding that <{d}>.", ["direct", "indirect"]),
    ("“<{C},>” said {t}, adding: “<{D}.>”", ["direct", "direct"]),
    ("{S} said <{c}>, calling <it “a great day.”>", ["indirect", "mixed"]),
    ("“<{C},>” {s} was quoted as saying.", ["direct"]),
    ("“<Has the port been shut?>” {s} asked.", ["direct"]),
    ("<The plan is “a scar on the port,”> according to {t}.", ["mixed"]),
    ("“<{C},>” {s} said, while workers left the port.", ["direct"]),
    ("“<{C},>” {s} said after the talks ended in Oslo on Monday.", ["direct"]),
    ("“<{C},>” {s} said, referring to the strike.", ["direct"]),
]


def pieces_of(marked):
    """The text without brackets, and the spans of each content."""
    text, contents = "", []
    for part in re.split(r"([<>|])", marked):
        if part == "<":
            contents.append([len(text)])
        elif part in ("|", ">"):
            contents[-1].append(len(text))
        else:
            text += part
    return text, contents


def spans(bounds):
    """The pieces: each from a bound to the next, with nothing of the content between two of them."""
    return list(zip(bounds[::2], bounds[1::2], strict=True))


def articles():
    """Text, spans and kinds of the contents, the speaker."""
    # What hopes to do something reports by itself.
    said = [one for one in parts(SAID) if "hopes" not in one]
    for number, ((form, kinds), speaker) in enumerate(
        (form, speaker) for form in FORMS for speaker in parts(SPEAKERS)
    ):
        one, two = said[number % len(said)], said[(number * 5 + 3) % len(said)]
        marked = form.format(
            s=speaker,
            S=capital(speaker),
            t=speaker.rstrip(","),
            c=one,
            C=capital(one),
            d=two,
            D=capital(two),
        )
        text, contents = pieces_of(marked)
        if number % 2:
            text = text.replace("“", '"').replace("”", '"')
        yield text, [spans(bounds) for bounds in contents], kinds, speaker


def test_words_within_marks_put_together_from_parts_are_read_apart():
    rows = list(articles())
    found = {}
    for row in hs.quotations([text for text, *_ in rows], format="plain"):
        ends = row["content_spans"]
        told = (row["kind"], list(zip(ends[::2], ends[1::2], strict=True)))
        found.setdefault(row["document"], []).append((*told, row["source"]))
    wrong = []
    for number, (text, contents, kinds, speaker) in enumerate(rows, 1):
        own = found.get(f"text{number}", [])
        told = [(kind, content) for kind, content, _ in own]
        expected = list(zip(kinds, contents, strict=True))
        named = {source.lower() for source in sources(speaker)}
        if told != expected or not any((source or "").lower() in named for *_, source in own):
            wrong.append((text, expected, own))
    assert not wrong, f"{len(wrong)} of {len(rows)}, the first: {wrong[:3]}"


@pytest.mark.parametrize(("form", "kinds"), FORMS)
def test_each_form_has_as_many_contents_as_kinds(form, kinds):
    assert len(pieces_of(form)[1]) == len(kinds)
