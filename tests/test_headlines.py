# ruff: noqa: E501, RUF001 - texts read best on one line, with the marks that they have
"""Headlines and the lines below them: what they report, and whom of the article they mean."""

import hustings as hs
import pytest
from test_frames_of_reports import parts

BODY = (
    "OBAN, March 3 (Norpress) -- Lutonian Foreign Minister Ida Vell and the trade envoy, Hal Orr, opened the "
    "talks on Monday, as Mara Lund did. The World Harbour Organization sent nobody, and South Korea was late."
)
MORE = "The talks go on in the town hall, where the board and its guests have met since the spring."


def reports(headline, body=BODY, zones=("headline",)):
    """What a headline reports: content, source and speaker."""
    table = hs.quotations([f"{headline}\n\n{body}\n\n{MORE}"], format="news").to_polars()
    table = table.filter(table["zone"].is_in(zones)).sort("content_start")
    return [
        tuple(row[name] for name in ("content", "source", "speaker")) for row in table.to_dicts()
    ]


REPORTS = [
    # Marks, a name, and where it was said.
    (
        '"We will not be pushed": Envoy Orr at harbour talks',
        ("We will not be pushed", "Envoy Orr", "Hal Orr"),
    ),
    (
        '"We will not be pushed": Ida Vell in council',
        ("We will not be pushed", "Ida Vell", "Ida Vell"),
    ),
    ("'We will not be pushed': Vell after talks", ("We will not be pushed", "Vell", "Ida Vell")),
    (
        "“We will not be pushed”: FM Vell to Norpress",
        ("We will not be pushed", "FM Vell", "Ida Vell"),
    ),
    # Who does something by words, and says so behind a colon.
    ("Vell Slams Orr on Docks: 'He Sold Them All'", ("He Sold Them All", "Vell", "Ida Vell")),
    ("Vell rips board: 'It lies'", ("It lies", "Vell", "Ida Vell")),
    ("Vell defends remarks: 'I was joking'", ("I was joking", "Vell", "Ida Vell")),
    ("Vell Attacks Judge: 'He's a Disgrace'", ("He's a Disgrace", "Vell", "Ida Vell")),
    ("Ida Vell mocks crowd: ‘Nobody there’", ("Nobody there", "Ida Vell", "Ida Vell")),
    # A label before what ends in marks, and a label behind a semicolon.
    ("Hal Orr: Port bill 'is a surrender'", ("Port bill 'is a surrender'", "Hal Orr", "Hal Orr")),
    (
        "Exclusive — Hal Orr: Vell's Port Bill 'Pays for Everything'",
        ("Vell's Port Bill 'Pays for Everything'", "Hal Orr", "Hal Orr"),
    ),
    (
        "Board gives port two weeks to answer; Vell: 'They have made themselves kings'",
        ("They have made themselves kings", "Vell", "Ida Vell"),
    ),
    # What there is to see is told too.
    ("Watch: Vell tells crowd 'We will win'", ("We will win", "Vell", "Ida Vell")),
    ("WATCH: Vell says talks are over", ("talks are over", "Vell", "Ida Vell")),
    ("(Harbour Voices) Vell says talks are over", ("talks are over", "Vell", "Ida Vell")),
    ("(2nd LD) Vell says talks are over", ("talks are over", "Vell", "Ida Vell")),
    # What is needed has no article.
    ("FM stresses need for talks", ("need for talks", "FM", "Ida Vell")),
    ("Vell underlines need to act", ("need to act", "Vell", "Ida Vell")),
    # Offices and bodies in short.
    ("FM urges unity", ("unity", "FM", "Ida Vell")),
    ("Lutonian FM says talks are over", ("talks are over", "Lutonian FM", "Ida Vell")),
    ("S. Korea calls for end to tolls", ("end to tolls", "S. Korea", "South Korea")),
    ("S Korea says tolls must end", ("tolls must end", "S Korea", "South Korea")),
    ("WHO says talks are over", ("talks are over", "WHO", "World Harbour Organization")),
]


@pytest.mark.parametrize(("headline", "expected"), REPORTS)
def test_headlines_report(headline, expected):
    assert reports(headline) == [expected]


@pytest.mark.parametrize(
    ("headline", "expected"),
    [
        # A thing, a place or somebody of whom the article tells nothing speaks at no occasion.
        ("'We were so cold': Life in Oban", [("We were so cold", None, None)]),
        ("'We will rise again': Norway at the crossroads", [("We will rise again", None, None)]),
        ("'I will not go': Tam Tal at 80", [("I will not go", None, None)]),
        ("Port claims need to be checked", []),
        # Whoever has something done to them is not who speaks.
        ("Vell loses vote: 'It was a farce'", []),
        (
            "FM urges unity, envoy says boats will sail",
            [("unity", "FM", "Ida Vell"), ("boats will sail", "envoy", "Hal Orr")],
        ),
        (
            "Vell urges calm, Lund says 'turn the page'",
            [("calm", "Vell", "Ida Vell"), ("turn the page", "Lund", "Mara Lund")],
        ),
    ],
)
def test_headlines_report_no_more(headline, expected):
    assert reports(headline) == expected


@pytest.mark.parametrize(
    ("short", "office", "other"),
    [
        ("PM", "Prime Minister", "Foreign Minister"),
        ("deputy FM", "Deputy Foreign Minister", "Foreign Minister"),
        ("Norwegian FM", "Norwegian Foreign Minister", "Swedish Foreign Minister"),
        ("CM", "Chief Minister", "Prime Minister"),
        ("EAM", "External Affairs Minister", "Prime Minister"),
    ],
)
def test_an_office_in_short_is_that_of_whoever_holds_it_below(short, office, other):
    body = f"OBAN, March 3 (Norpress) -- {other} Hal Orr met {office} Ida Vell on Monday in the harbour."
    assert reports(f"Talks are over, says {short}", body) == [("Talks are over", short, "Ida Vell")]


def test_an_office_in_short_that_nobody_holds_stays_as_it_is():
    body = "OBAN, March 3 (Norpress) -- The harbour master, Hal Orr, opened the talks on Monday."
    assert reports("PM says talks are over", body) == [("talks are over", "PM", "PM")]


def test_a_headline_means_whom_the_lead_calls_so():
    body = (
        "OBAN, March 3 (Norpress) -- New boats change trade, a Norwegian scholar has said.\n\n"
        "Hal Orr, deputy director of the Harbour Institute, said the towns had moved on.\n\n"
        "“We are glad,” the scholar said."
    )
    expected = [("Boats open new chapter", "Norwegian scholar", "Hal Orr")]
    assert reports("Boats open new chapter, says Norwegian scholar", body) == expected


def test_the_label_of_a_headline_is_no_other_than_who_is_named_below_the_points():
    body = (
        "- 'Weapons must fall silent,' says Hal Orr after talks\n\nIda Vell |04.03.2031 - Update : 04.03.2031\n\n"
        "Norway is ready to host talks, the country's foreign minister said Friday.\n\n"
        "“We are ready,” Hal Orr told reporters in the town hall of the harbour."
    )
    text = f"Norway ready to host talks: Foreign minister\n\n{body}"
    assert set(hs.quotations([text], format="news").column("speaker")) == {"Hal Orr"}


@pytest.mark.parametrize(
    ("deck", "expected"),
    [
        ("Ex-mayor among suspects, says envoy", [("Ex-mayor among suspects", "envoy", "Hal Orr")]),
        ("Probe to widen, envoy says", [("Probe to widen", "envoy", "Hal Orr")]),
        ("'We trust the judges', says Orr", [("We trust the judges", "Orr", "Hal Orr")]),
        (
            "Vell urges calm, Orr says 'no deal'",
            [("calm", "Vell", "Ida Vell"), ("no deal", "Orr", "Hal Orr")],
        ),
        ("Board meets again in May", []),
    ],
)
def test_the_line_below_reports_as_a_headline_does(deck, expected):
    assert reports(f"Police raid port\n\n{deck}", zones=["heading"]) == expected


def test_the_marks_of_a_sentence_below_the_headline_are_told_once():
    deck = "“I’m going to stay here, I guess,” Foreign Minister Ida Vell said."
    text = f"Minister says she will not go\n\n{deck}\n\nBy Tam Tal\n\n{BODY}\n\n{MORE}"
    table = hs.quotations([text], format="news").to_polars()
    assert table.filter(table["zone"] == "heading")["speaker"].to_list() == ["Ida Vell"]


def test_the_title_of_an_entry_says_who_says_what():
    entry = f"1.20pm EDT\n\nVell: ‘I’ll let the envoy speak for himself’\n\n{MORE}"
    found = reports("Port opens after nine years", f"{BODY}\n\n{MORE}\n\n{entry}", ["heading"])
    assert found == [("I’ll let the envoy speak for himself", "Vell", "Ida Vell")]


COPY = "\n\nOBAN, March 3 (Norpress) -- Ships came to Oban on Monday.\n"
SAYERS = """
|educator|watchdog|ministry|regulator|producer|union|council|charity|report|study|survey|poll|bank
|lender|firm|company|operator|restorer|craftsman|weaver|retailer|shipper|haulier|carrier|prefect
|insurer|broadcaster|mayor|scholar
"""


def test_whoever_a_headline_ends_with_says_it():
    bodies = ["Ships will come to Oban", "Oban is “best hope” of ports", "Ships late"]
    rows = [
        (f"{said}, says {kind}{noun}{COPY}", f"{kind}{noun}", said)
        for noun in parts(SAYERS)
        for kind in ["Lutonian ", "Oban ", ""]
        for said in bodies[: 1 if kind else 2]
    ]
    found = hs.quotations([text for text, _, _ in rows], format="news").to_polars()
    first = {row["document"]: row for row in reversed(list(found.iter_rows(named=True)))}
    wrong = []
    for number, (text, source, said) in enumerate(rows, 1):
        row = first.get(f"text{number}") or {"source": None, "content": None}
        if (row["source"], row["content"]) != (source, said):
            wrong.append((text.splitlines()[0], row["source"], row["content"]))
    assert wrong == []


def test_a_headline_that_goes_on_with_a_verb_says_what_stands_behind_it():
    headlines = {
        "Mayor visits Oban, says port open": ("Mayor", "port open"),
        "Vell visits Oban, says Lutonian ships welcome": ("Vell", "Lutonian ships welcome"),
    }
    for headline, (source, content) in headlines.items():
        found = hs.quotations([headline + COPY], format="news")
        assert (found["source"][0], found["content"][0]) == (source, content)
