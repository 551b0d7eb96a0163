"""Alignment of outer tokens to those of a corpus, once more and naively, from docs/layers.md."""

from collections import Counter


def in_order(rows):
    """Outer tokens of one document, (start, end, value), in the order of the text."""
    placed = enumerate(row for row in rows if row[2])
    return [row for _, row in sorted(placed, key=lambda pair: (pair[1][0], -pair[1][1], pair[0]))]


def common(one, other):
    """How many characters two stretches have in common."""
    return len(set(range(*one[:2])) & set(range(*other[:2])))


def value_of(token, rows, several):
    on = [row for row in in_order(rows) if common(token, row) > 0]
    if not on:
        return None
    if several == "joined":
        return "+".join(value for _, _, value in on)
    if several == "longest":
        most = max(common(token, row) for row in on)
        return next(row[2] for row in on if common(token, row) == most)
    return on[0 if several == "first" else -1][2]


def kind_of(row, tokens, rows):
    on = [token for token in tokens if common(token, row) > 0]
    if not on:
        return "outside"
    if len(on) > 1:
        return "spread"
    (token,) = on
    if sum(common(token, other) > 0 for other in rows) > 1:
        return "shared"
    if row[:2] == token[:2]:
        return "exact"
    return "wider" if row[0] <= token[0] and token[1] <= row[1] else "partial"


def kinds(tokens, rows):
    rows = in_order(rows)
    return [(row, kind_of(row, tokens, rows)) for row in rows]


def counted(kinds):
    found = Counter(kind for _, kind in kinds)
    names = ["exact", "wider", "shared", "spread", "partial", "outside"]
    return {"rows": len(kinds), **{name: found[name] for name in names}}
