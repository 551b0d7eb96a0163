"""The widget in which lines are coded by keys, in a notebook."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hustings._libraries import library

if TYPE_CHECKING:
    from hustings._codes import Code
    from hustings.coding import Coding

_STYLE = """
.hustings-coding { border: 1px solid #8888; border-radius: 4px; padding: .6em 1em; }
.hustings-coding:focus-within { border-color: currentColor; }
.hustings-head, .hustings-help { font-size: .85em; opacity: .75; }
.hustings-line { font-size: 1.1em; line-height: 1.5; max-width: 60em; }
.hustings-value { margin: 0 .5em .5em 0; padding: .2em .7em; }
.hustings-value[aria-pressed="true"] { font-weight: bold; outline: 2px solid currentColor; }
.hustings-note { display: block; width: 30em; max-width: 100%; margin-bottom: .5em; }
"""


class Session:
    """One coder at work: the line that is shown, and what keys do to it."""

    def __init__(self, coding: Coding, coder: str) -> None:
        self._coding, self._coder = coding, coder
        self._number, self._wide = 0, False
        self._uncoded()

    def state(self) -> dict[str, object]:
        """What is shown of the present line."""
        coding = self._coding
        head = coding._caption_of(self._coder)
        values = [str(value) for value in coding._values]
        if not coding._cites:
            shown = {"left": "", "node": "", "right": "", "note": "", "code": None}
            return {**shown, "head": head, "values": values}
        cite = coding._cites[self._number]
        left, node, right = self._shown(cite)
        code, note = coding._codes.get((self._coder, cite), (None, None))
        return {
            "head": f"{head}; line {self._number}: {cite}",
            "left": left,
            "node": node,
            "right": right,
            "values": values,
            "code": None if code is None else coding._values.index(code),
            "note": note or "",
        }

    def _shown(self, cite: str) -> tuple[str, str, str]:
        if not self._wide:
            place = self._coding._places[cite]
            return f"{place.left} ", place.node, f" {place.right}"
        passage = self._coding._concordance().expand(self._number)
        start, end = passage.node
        return passage.text[:start], passage.text[start:end], passage.text[end:]

    def after(self, message: object) -> dict[str, object]:
        """Do what a message of the page says, and give what is shown then."""
        match message:
            case _ if not self._coding._cites:
                pass
            case {"do": "code", "value": int(value), "note": str(note)} if value in range(
                len(self._coding._values)
            ):
                given = self._coding._values[value]
                self._coding.set(self._number, given, note=note.strip(), coder=self._coder)
                self._uncoded()
            case {"do": "note", "note": str(note)}:
                kept = self._code(self._number)
                self._coding.set(self._number, kept, note=note.strip(), coder=self._coder)
            case {"do": "clear"}:
                self._coding.set(self._number, None, coder=self._coder)
            case {"do": "move", "by": int(by)}:
                self._go((self._number + by) % len(self._coding))
            case {"do": "expand"}:
                self._wide = not self._wide
            case {"do": "uncoded"}:
                self._uncoded()
        return self.state()

    def _go(self, number: int) -> None:
        self._number, self._wide = number, False

    def _code(self, number: int) -> Code | None:
        cite = self._coding._cites[number]
        return self._coding._codes.get((self._coder, cite), (None,))[0]

    def _uncoded(self) -> None:
        """Go to the next line without a code, beginning anew at the end; stay if there is none."""
        size = len(self._coding)
        following = ((self._number + step) % size for step in range(size))
        self._go(next((n for n in following if self._code(n) is None), self._number))


def widget(coding: Coding, coder: str) -> object:
    """Build the widget of a coding, which needs anywidget."""
    from pathlib import Path

    anywidget, traitlets = (
        library(name, "coding in a widget") for name in ("anywidget", "traitlets")
    )
    session = Session(coding, coder)
    members = {
        "_esm": Path(__file__).with_name("coding.js"),
        "_css": _STYLE,
        "state": traitlets.Dict().tag(sync=True),
    }
    shown = type("CodingWidget", (anywidget.AnyWidget,), members)(state=session.state())

    def answer(_widget: object, message: object, _buffers: object) -> None:
        shown.state = session.after(message)

    shown.on_msg(answer)
    return shown
