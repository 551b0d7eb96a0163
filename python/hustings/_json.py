"""JSON, imported when it is first needed: importing hustings stays fast."""

from __future__ import annotations


def parsed(text: str) -> dict[str, object]:
    """The object that a JSON text describes."""
    import json

    found: dict[str, object] = json.loads(text)
    return found


def serialised(value: dict[str, object]) -> str:
    """An object as JSON."""
    import json

    return json.dumps(value)


def told(value: object) -> str:
    """A value as people read it: text as it is, all else as JSON."""
    import json

    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)


def line(row: dict[str, object]) -> str:
    """Write a row as one line of JSON Lines."""
    import json
    import math

    def plain(value: object) -> object:
        is_none = isinstance(value, float) and not math.isfinite(value)
        return None if is_none else value

    values = {name: plain(value) for name, value in row.items()}
    return json.dumps(values, ensure_ascii=False, allow_nan=False, default=_text) + "\n"


def _text(value: object) -> str:
    """Write what JSON has no form for: dates and times."""
    written = getattr(value, "isoformat", None)
    return str(written() if written else value)
