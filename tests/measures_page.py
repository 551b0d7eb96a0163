"""docs/measures.md out of the registry of measures; run this file to write the page anew."""

from pathlib import Path

import hustings as hs

PAGE = Path(__file__).parent.parent / "docs" / "measures.md"
ABOVE = """\
# Measures of association

How strongly a term goes with a node, a target or another word. Every verb that scores (collocates,
n-grams, keyness) takes these names in `measures=`, and so does `hustings.association`, which takes
the four numbers alone. This page is made of the rows of `hustings.measures()` by
`python tests/measures_page.py`.

All start from a table of two rows and two columns, of which four numbers say everything: `o11`,
`r1`, `c1`, `n`.

|  | the term | other tokens | |
| --- | --- | --- | --- |
| **the row**: windows of a node, target, first word | O11 | O12 | R1 |
| **all else**: other tokens, reference, other first words | O21 | O22 | R2 |
| | C1 | C2 | N |

Scores are computed from whole counts in one step. Where a formula has no value, mostly because it
would divide by zero, the score is missing (`None`, null), never infinite and never "not a number";
the line *zeros* says when. Measures that test (log-likelihood, chi-squared, Fisher) have no sign;
whether a term is more or less frequent than expected is told by the signed ones, such as
`log_ratio` or `mi`. Tokens of one document depend on each other, so p-values read off these tests
are too small.
"""
ROW = """
## {name}

`{formula}`

- symbols: {symbols}
- source: {citation}
- range: {range}
- signed: {signed}
- zeros: {zeros}
- not to be used: {avoid}
"""


def page() -> str:
    rows = hs.measures().to_polars().rows(named=True)
    signs = {True: "yes", False: "no"}
    return ABOVE + "".join(ROW.format(**row | {"signed": signs[row["signed"]]}) for row in rows)


if __name__ == "__main__":
    PAGE.write_text(page(), "utf-8")
