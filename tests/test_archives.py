"""Exports of archives: the labels of Nexis, Factiva and others above and below the words."""

import datetime as dt

import hustings as hs
import pytest

BODY = """The council of Talvora voted to close three of its seven baths, saying it cannot pay.

"We looked at every other way," council leader Ida Vell said.

Opponents want to go to court."""

HEADLINE = "Baths of Talvora to close in June"

NEXIS = f"""{HEADLINE}

The Northern Courier
January 22, 2031 Monday

Copyright 2031 Courier Media All Rights Reserved

Section: NEWS; Pg. 4
Length: 201 words
Byline: Hal Orr

Body


{BODY}

Graphic

Photo: the old bath

Classification

Language: ENGLISH

Subject: BATHS (90%); COUNCILS (78%)

Load-Date: January 23, 2031


End of Document"""

OLD_NEXIS = f"""                              2 of 500 DOCUMENTS

                        The Northern Courier (Talvora)

                            January 22, 2031 Monday
                         Edition 1, National Edition

{HEADLINE}

BYLINE: Hal Orr, Health Reporter

SECTION: NEWS; Pg. 7

LENGTH: 143 words

DATELINE: LUMEN

{BODY}

LOAD-DATE: January 23, 2031

LANGUAGE: ENGLISH

PUBLICATION-TYPE: Newspaper

                    Copyright 2031 Courier Media
                        All Rights Reserved"""

LABELLED_NEXIS = f"""The Northern Courier

January 22, 2031 Monday

SECTION: NEWS; Pg. 7

LENGTH: 143 words

HEADLINE: {HEADLINE}

BYLINE: Hal Orr

BODY:
{BODY}

LOAD-DATE: January 23, 2031"""

FACTIVA = f"""{HEADLINE}
Hal Orr
412 words
22 January 2031
Northern Courier
NBDA
English
(c) 2031 Northern Courier. All rights reserved.

{BODY}

Document NBDA000020310122ek7i0002x"""

FACTIVA_CODES = f"""SE News
HD {HEADLINE}
BY Hal Orr
WC 188 words
PD 22 January 2031
SN The Northern Courier
LA English
CY (c) 2031 Courier Pty
LP
{BODY.replace(chr(10) * 2, chr(10) + "TD" + chr(10), 1)}

RF Distributed by example.
AN Document NBDA0020310122"""

PROQUEST = f"""{HEADLINE}
Orr, Hal. Northern Courier; Talvora [Talvora]. 22 Jan 2031: A.3.

Full text:

{BODY}

Word count: 132
Copyright Northern Courier Jan 22, 2031"""

PROQUEST_LABELS = f"""{HEADLINE}
Author: Orr, Hal
Publication info: Northern Courier; Talvora [Talvora]22 Jan 2031: A.3.
Abstract: The council of Talvora voted to close three of its baths.
Full text: {BODY}
Subject: Baths; Councils
Publication title: Northern Courier
ProQuest document ID: 12345"""

NEWSBANK = f"""{HEADLINE}
Northern Courier, The (Talvora, Verania) - January 22, 2031
Author/Byline: Hal Orr
Edition: 1
Section: News
Page: 7

{BODY}

Record: 0A1B
Copyright: Copyright (c) 2031 Courier Media"""

FACTIVA_COLUMNS = f"""SE
News
HD
{HEADLINE}
BY
Hal Orr
WC
412 words
PD
22 January 2031
SN
Northern Courier
LA
English
LP
{BODY.replace(chr(10) * 2, chr(10) + "TD" + chr(10), 1)}
NS
c42 : Labor Issues | gcat : Political News
AN
Document NBDA000020310122ek7i0002x"""

PROQUEST_LIST = f"""____________________________________________________________

Document 1 of 25

{PROQUEST_LABELS}"""

NEXIS_PAGES = f"Page 1 of 2\n{HEADLINE}\n\n{NEXIS}"

EXPORTS = {
    "columns of Factiva": FACTIVA_COLUMNS,
    "list of ProQuest": PROQUEST_LIST,
    "pages of Nexis": NEXIS_PAGES,
    "Nexis with line ends of Windows": NEXIS.replace("\n", "\r\n"),
    "Nexis": NEXIS,
    "old Nexis": OLD_NEXIS,
    "labelled Nexis": LABELLED_NEXIS,
    "Factiva": FACTIVA,
    "codes of Factiva": FACTIVA_CODES,
    "ProQuest": PROQUEST,
    "labels of ProQuest": PROQUEST_LABELS,
    "NewsBank": NEWSBANK,
}


def zones(text, texts="auto"):
    table = hs.Corpus.from_texts([text], format=texts).zones()
    columns = (table.column(name) for name in ("zone", "start", "end"))
    return [(zone, text[start:end]) for zone, start, end in zip(*columns, strict=True)]


def told(text):
    return hs.Corpus.from_texts([text], format="auto").documents.column("format")[0]


def document(text):
    documents = hs.Corpus.from_texts([text], format="auto").documents
    return {name: documents.column(name)[0] for name in ("format", "headline", "date")}


@pytest.mark.parametrize("text", EXPORTS.values(), ids=EXPORTS)
def test_an_export_is_news_with_headline_and_day(text):
    day = dt.date(2031, 1, 22)
    assert document(text) == {"format": "news", "headline": HEADLINE, "date": day}


@pytest.mark.parametrize("text", EXPORTS.values(), ids=EXPORTS)
def test_nothing_but_the_words_of_an_export_is_paragraph(text):
    paragraphs = [words for zone, words in zones(text) if zone == "paragraph"]
    assert paragraphs == BODY.split("\n\n")


@pytest.mark.parametrize("line", ["Page 2", "Page 2 of 4"])
def test_the_number_of_a_page_is_beside_the_body(line):
    first, *rest = BODY.split("\n\n")
    text = "\n\n".join([HEADLINE, "By Hal Orr", first, line, *rest])
    assert ("note", line) in zones(text)


@pytest.mark.parametrize("text", EXPORTS.values(), ids=EXPORTS)
def test_an_export_has_one_headline_and_one_byline(text):
    found = dict(zones(text))
    assert [zone for zone, _ in zones(text)].count("byline") == 1
    assert found["headline"] == HEADLINE
    assert "Orr" in found["byline"]


def test_lines_around_an_export_are_header_and_trailer():
    kinds = {words: zone for zone, words in zones(NEXIS)}
    for line in ("The Northern Courier", "Section: NEWS; Pg. 4", "Length: 201 words", "Body"):
        assert kinds[line] == "header"
    for line in (
        "Graphic",
        "Photo: the old bath",
        "Load-Date: January 23, 2031",
        "End of Document",
    ):
        assert kinds[line] == "trailer"


def test_the_place_of_a_labelled_dateline_is_read():
    corpus = hs.Corpus.from_texts([OLD_NEXIS], format="auto")
    assert corpus.documents.column("place")[0] == "LUMEN"


def test_the_headline_of_fields_has_no_label():
    text = (
        f"Title: {HEADLINE}\nAuthor: Hal Orr\nDate: 2031-01-22\nURL: https://courier.example/1\n\n"
        f"{BODY}"
    )
    found = zones(text, "news")
    assert found[:2] == [("header", "Title:"), ("headline", HEADLINE)]
    assert ("header", "URL: https://courier.example/1") in found


def test_an_export_of_what_was_broadcast_is_a_transcript():
    turns = "\n\n".join(
        f"{name}: {said}"
        for name, said in [
            ("IDA VELL, HOST", "Good evening. Minister, why did the baths close?"),
            ("HAL ORR", "I thought that we could not pay for them, Ida."),
            ("VELL", "You said last year that they would stay open."),
            ("ORR", "I did say so, and I was wrong about the costs."),
            ("ORR", "I had no choice, you know, and I said so at the time."),
            ("VELL", "Thank you for coming tonight, Minister."),
        ]
    )
    text = (
        "THE EVENING HOUR\n\nLENGTH: 912 words\n\nBYLINE: Ida Vell\n\n"
        f"BODY:\n\n{turns}\n\nLOAD-DATE: May 2, 2031"
    )
    assert told(text) == "transcript"


OTHERS = {
    "a mail": (
        "From: Ida Vell\nTo: all\nSubject: Baths\nDate: 4 March 2031\n\n"
        "Dear all, I said it before: we close."
    ),
    "a story": (
        "The Letter\nAuthor: Ida Vell\nWord count: 2,100\nLanguage: English\n\n"
        "It was late. She said no word."
    ),
    "a book": (
        "Title: Baths\nAuthor: Ida Vell\nPublisher: Orr\nLanguage: English\nPages: 212\n\n"
        "It is long, I said."
    ),
    "a text in full": (
        "Full text: what the minister told us\n\nI said that we would close the baths, my friends."
    ),
    "a film": (
        "Section: Films\nLength: 90 minutes\n\nWe follow a bath to its end. I said that it is sad."
    ),
}


@pytest.mark.parametrize("text", OTHERS.values(), ids=OTHERS)
def test_labels_of_other_texts_are_no_sign_of_an_archive(text):
    assert told(text) == "plain"


def test_two_articles_in_one_file_keep_their_words():
    text = f"{FACTIVA}\n\n{FACTIVA}"
    words = [words for zone, words in zones(text) if zone == "paragraph"]
    assert set(BODY.split("\n\n")) <= set(words)
    assert sum(word.startswith("Opponents") for word in words) == 2
