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
