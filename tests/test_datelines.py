"""Datelines in the forms that agencies use: what they say, and which texts they tell are news."""

import datetime as dt

import hustings as hs
import pytest

DAY = dt.date(2031, 3, 4)
# The dateline, then place, agency and day as printed.
FORMS = [
    ("TALVORA, November 21. /TASS/.", "TALVORA", "TASS", None),
    ("Port Lumen, Nov 21 (IANS)", "Port Lumen", "IANS", None),
    ("(PTI)", None, "PTI", None),
    ("Youngstown, Ohio (CNN)", "Youngstown, Ohio", "CNN", None),
    ("PORT LUMEN (AP)", "PORT LUMEN", "AP", None),
    ("TALVORA. March 4 (Ukrinform).", "TALVORA", "Ukrinform", None),
    ("TALVORA, Verania, March 4.", "TALVORA, Verania", None, None),
    ("Talvora, 04.03.2031 -", "Talvora", None, DAY),
    ("Talvora, 2031-03-04 (VPS) --", "Talvora", "VPS", DAY),
    ("(Reuters) -", None, "Reuters", None),
    ("(Northern Wire) --", None, "Northern Wire", None),
    ("PORT LUMEN\u00a0(AP) —", "PORT LUMEN", "AP", None),
    ("PORT LUMEN (AP)\u00a0—", "PORT LUMEN", "AP", None),
    ("PORT LUMEN, March\u00a04 (AP) --", "PORT LUMEN", "AP", None),
    ("PORT LUMEN, March\u00a04,\u00a02031 (AP) --", "PORT LUMEN", "AP", DAY),
    ("PORT LUMEN, Lumen \u2013 March 4, 2031 \u2013", "PORT LUMEN, Lumen", None, DAY),
    ("VPS - Port Lumen, March 4 -", "Port Lumen", "VPS", None),
    ("TALVORA. Nov 21 (Interfax) -", "TALVORA", "Interfax", None),
    ("PORT LUMEN--(BUSINESS WIRE)--", "PORT LUMEN", "BUSINESS WIRE", None),
    ("PORT LUMEN, D.C. (AP) --", "PORT LUMEN, D.C.", "AP", None),
    ("MILL BAY, Wis. --", "MILL BAY, Wis.", None, None),
    ("TALVORA, March 4:", "TALVORA", None, None),
    ("TALVORA, March 4 (APP):", "TALVORA", "APP", None),
    ("Port Lumen [Verania], March 4 (ANI):", "Port Lumen [Verania]", "ANI", None),
    ("TALVORA, March 4, Kyodo -", "TALVORA", "Kyodo", None),
    ("AAP -", None, "AAP", None),
    # An agency that is known behind a stop or a day, with little or nothing behind it.
    ("TALVORA. KAZINFORM", "TALVORA", "KAZINFORM", None),
    ("TALVORA. KAZINFORM \u2013", "TALVORA", "KAZINFORM", None),
    ("TALVORA. March 4. KAZINFORM \u2013", "TALVORA", "KAZINFORM", None),
    ("TALVORA. March 4, 2031. KAZINFORM.", "TALVORA", "KAZINFORM", DAY),
    ("Talvora, March 4, AZERTAC", "Talvora", "AZERTAC", None),
    ("Talvora, Verania, March 4, Trend:", "Talvora, Verania", "Trend", None),
    # A place that is known, with nothing but a colon behind it.
    ("ISLAMABAD:", "ISLAMABAD", None, None),
    ("NEW DELHI:", "NEW DELHI", None, None),
]


@pytest.mark.parametrize("form", ["auto", "news"])
@pytest.mark.parametrize(("line", "place", "agency", "day"), FORMS)
def test_datelines_of_agencies_say_where_when_and_who(line, place, agency, day, form):
    text = f"Port opens in Lumen\n\n{line} The port opened after nine years of work."
    corpus = hs.Corpus.from_texts([text], format=form)
    zones = corpus.zones().to_polars().filter(zone="dateline").to_dicts()
    found = [text[zone["start"] : zone["end"]] for zone in zones]
    assert found == [line]
    assert [zones[0][name] for name in ("place", "agency", "date")] == [place, agency, day]
    if form == "auto":
        assert corpus.documents["format"] == ["news"]


@pytest.mark.parametrize(
    "opening",
    [
        "In Talvora, May 5 (a Tuesday) was cold.",
        "On May 5 (Tuesday) we met in Talvora.",
        "(Laughter.) - So we begin.",
        "(Applause) -- So we begin.",
        "(continued) - So we begin.",
        "(NATO) The alliance met.",
        "Talvora, 14 of us, met here.",
        "We met on 04.03.2031 - it was cold.",
    ],
)
def test_openings_of_speeches_are_no_datelines(opening):
    text = f"{opening}\n\nThe port is open, and we have waited for nine years."
    assert hs.Corpus.from_texts([text], format="auto").documents["format"] == ["plain"]


@pytest.mark.parametrize(
    "opening",
    [
        "TALVORA. AP photographers met the board on the pier at noon.",
        "TALVORA, CNN President Ida Vell said, was cold.",
        "In March, AP President Ida Vell went to the port of Lumen.",
        "Ida Vell, March 4, Reuters and all: she forgot nothing of it.",
    ],
)
def test_sentences_that_begin_with_an_agency_have_no_dateline(opening):
    text = f"Port opens in Lumen\n\n{opening}\n\nThe port opened after nine years of work."
    assert "dateline" not in hs.Corpus.from_texts([text], format="news").zones()["zone"]


@pytest.mark.parametrize(
    "line", ["Contact: Jo Bell, +1 555 0100", "Media contact: Jo Bell", "Phone: +1 555 0100"]
)
def test_whom_to_ask_about_a_release_is_no_headline(line):
    text = f"{line}\n\nLumen opens river port\n\nPORT LUMEN, March 4, 2031 \u2013 The port opened."
    corpus = hs.Corpus.from_texts([text], format="auto")
    assert corpus.documents["headline"] == ["Lumen opens river port"]
    assert corpus.zones()["zone"] == ["header", "headline", "dateline", "paragraph"]


@pytest.mark.parametrize("series", ["Xinhua Headlines", "Economic Watch", "Lumen Focus"])
def test_what_an_agency_calls_a_series_does_not_speak(series):
    text = f"{series}: Trade grows in Lumen\n\nPORT LUMEN, March 4 (VPS) -- Trade grew in May."
    assert len(hs.quotations([text])) == 0
