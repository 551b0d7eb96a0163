"""Articles of some megabytes: that quotations of them end at all is what is seen here.

Such paragraphs once took time in the square of their number, five to thirty seconds for these.
"""

import hustings as hs
import polars as pl
import pytest

SAID = "The wall fell, said Ida Vell, the harbour master of Port."
PHOTO = "Photo: Ida Vell{0}/Agency"
BOARD = "HB{0} (Harbour Board Number{0}) said it would go."
REPEATED = {
    "headings within marks": f"“Harbour Walls Will Not Wait {{0}}”\n\n{SAID}\n\n",
    "marks in one paragraph": "“We will not wait,” said Ida Vell. “We go on {0}.\n",
    "lines of a paragraph": f'(Applause.)\n"Go {{0}}," he said.\n{PHOTO}\nIda Vell, {{0}}, said\n',
    "names that begin alike": "Ida Vell{0} met Oren Tarn{0}.\n\n“We wait,” said Ida Vell.\n\n",
    "bodies that begin alike": f"{BOARD}\n\nHarbour News ",
    "verbs without a stop": "he said, ",
    "labels without turns": "He and Orr{0} said no.\n\nVell{0}: no\n\nPort News\nVell{0}: no\n\n",
}


@pytest.mark.parametrize("structure", ["plain", "news"])
@pytest.mark.parametrize("paragraph", REPEATED.values(), ids=REPEATED)
def test_quotations_of_a_long_article_are_found(paragraph, structure):
    text = "".join(paragraph.format(number) for number in range(60_000))
    found = hs.quotations([text], format=structure).to_polars()
    assert found.filter(pl.col("content_end") > len(text)).is_empty()
