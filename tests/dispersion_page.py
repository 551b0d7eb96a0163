"""The page of measures of dispersion, made from their registry; run it to write it anew."""

from pathlib import Path

import hustings as hs

PAGE = Path(__file__).parent.parent / "docs" / "dispersions.md"

HEAD = """# Measures of dispersion

Made by `python tests/dispersion_page.py` from the rows that `hs.dispersions()` gives; change these.

`corpus.dispersion(pattern, measures=…)` computes them from a corpus,
`hs.dispersion_of(counts, sizes)` from plain numbers. A part is a document
unless other parts are asked for.

Symbols: {symbols}.

- A part without tokens is no part.
- A measure that has no value is missing, never a number that is not one; each row says where.
- Measures whose row says "Takes positions" are computed from the place of each occurrence, the
  documents one behind the other, and do not depend on parts.
"""


def rendered() -> str:
    table = hs.dispersions().to_polars()
    sections = [HEAD.format(symbols=table["symbols"][0])]
    for row in table.iter_rows(named=True):
        takes = " Takes positions." if row["takes"] == "positions" else ""
        sections.append(
            f"## `{row['name']}`\n\n"
            f"    {row['formula']}\n\n"
            f"- Range: {row['range']}.{takes}\n"
            f"- Caution: {row['caution']}.\n"
            f"- Source: {row['citation']}.\n"
        )
    return "\n".join(sections)


if __name__ == "__main__":
    PAGE.write_text(rendered(), encoding="utf-8")
