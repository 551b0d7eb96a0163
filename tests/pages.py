"""Tables of docs/ that are generated from the registries of measures.

`python tests/pages.py` writes them anew; tests/test_style_page.py sees that they have not drifted.
"""

import re
from pathlib import Path

import hustings as hs

PAGE = Path(__file__).parent.parent / "docs" / "style.md"

REGISTRIES = {"diversity": hs.diversity_measures, "readability": hs.readability_measures}


def with_tables(page):
    """The page with the table between each pair of marks as its registry is now."""
    for name, registry in REGISTRIES.items():
        begin, end = f"<!-- {name}: generated -->\n", f"<!-- {name}: end -->"
        marked = re.compile(f"{begin}.*?{end}", re.DOTALL)
        assert len(marked.findall(page)) == 1, name
        table = begin + rendered(registry()) + end
        page = marked.sub(lambda _, table=table: table, page)
    return page


def rendered(measures):
    """A list with an entry a measure, under a line that explains the symbols."""
    names = measures.columns
    rows = zip(*(measures[name] for name in names), strict=True)
    entries = [entry(dict(zip(names, row, strict=True))) for row in rows]
    return f"\n{measures.manifest()['symbols']}.\n\n{''.join(entries)}\n"


def entry(measure):
    formula, needs = measure["formula"], measure.get("needs", "")
    needs = f"Needs: {needs}. " if needs else ""
    formula = formula if "`" in formula else f"`{formula}`"
    return (
        f"- **`{measure['measure']}`** = {formula}. Range: {measure['range']}. "
        f"{needs}Mind: {measure['caution']}. Source: {measure['source']}.\n"
    )


if __name__ == "__main__":
    PAGE.write_text(with_tables(PAGE.read_text("utf-8")), "utf-8")
