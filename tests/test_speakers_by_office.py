# ruff: noqa: E501 - texts read best on one line
"""Speakers by their offices: names behind long titles, who speaks for whom, offices in short, who answers whom."""

import hustings as hs
import pytest


def last(text):
    table = hs.quotations([text], format="news").to_polars()
    rows = table.filter(table["cue_start"].is_not_null()).sort("cue_start").rows(named=True)
    return (rows[-1]["speaker"], rows[-1]["source"]) if rows else None


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("Minister of Trade, Industry and Supply Omar Kanal", "Omar Kanal"),
        ("Minister of Trade, Industry and Supply Dr. Omar Kanal", "Omar Kanal"),
        ("Minister of Foreign Affairs, Emigration and Lutonian Expatriates Tarek Abdel Kanal", "Tarek Abdel Kanal"),
        ("Minister of Planning, Economic Development and International Cooperation Rania Kanal", "Rania Kanal"),
        ("The head of the Harbour Energy Organization of Lutonia (HEOL) Mohsen Kanalpour", "Mohsen Kanalpour"),
        ("Secretary-General of the Harbour Water Council (HWC) Omar Kanal", "Omar Kanal"),
        ("Chairman of the state oil company Farid Kanal", "Farid Kanal"),
        ("CEO of the national shipping company Nadia Kanal-Orr", "Nadia Kanal-Orr"),
        ("Former Lutonian head of state Olumide Kanal", "Olumide Kanal"),
        ("Chairman of the fair's council and former Lutonian head of state Olumide Kanal", "Olumide Kanal"),
        ("Spokesman for the Foreign Ministry Ambassador Tamim Kanal", "Tamim Kanal"),
        ("Spokesman for the Armed Forces Brigadier General Tamim Kanal", "Tamim Kanal"),
        ("Mayor of Port Lumen Vasil Kanal", "Vasil Kanal"),
        ("Chairman of the State Duma Vasil Kanal", "Vasil Kanal"),
        ("Head of the Harbour faction Vasil Kanal", "Vasil Kanal"),
        ("Head of the Republic of Lutonia Vasil Kanal", "Vasil Kanal"),
        ("Lutonia's permanent representative to the UN Vasil Kanal", "Vasil Kanal"),
        ("Lutonia's Permanent Representative to the United Nations Fu Kanalwen", "Fu Kanalwen"),
        ("Chief Justice of Lutonia D Y Kanal", "D Y Kanal"),
        ("Leader of the Opposition in the Lower House Ida Kanal", "Ida Kanal"),
        ("Green MP and spokesperson Ida Kanal", "Ida Kanal"),
        ("House Minority Leader Nan Kanal", "Nan Kanal"),
        ("Party General Secretary To Kanal", "To Kanal"),
        ("Physio Tapan Kanal", "Tapan Kanal"),
        ("House Speaker Brent Kanally", "Brent Kanally"),
        ("Lutonian Agency for Harbour Development Administrator Ida Kanal", "Ida Kanal"),
        ("Centers for Storm Control and Prevention Director Ida Kanal", "Ida Kanal"),
        ("Office of Harbours and Budget Director Ida Kanal", "Ida Kanal"),
        ("Director of the Office of Harbours and Budget Ida Kanal", "Ida Kanal"),
        ("Council on Harbour Relations President Hal Kanal", "Hal Kanal"),
        ("Council on Harbour Relations fellow Hal Kanal", "Hal Kanal"),
        ("University of Oban at Birr professor Hal Kanal", "Hal Kanal"),
        ("Prime Minister-designate Hal Kanal", "Hal Kanal"),
    ],
)  # fmt: skip
def test_a_name_stands_behind_its_office(source, expected):
    assert last(f"{source} said it was late.") == (expected, source)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The traditional ruler of the area, Emir Musa Orr, said it was late.", "Musa Orr"),
        ("The Emir of Oban, Alhaji Musa Orr, said it was late.", "Musa Orr"),
        ("Chief Press Secretary to the governor, Mr Musa Orr, said it was late.", "Musa Orr"),
        ("The Resident Harbour Commissioner (RHC) in the state, Hawa Orr-Vell, opened it. The RHC said it was late.", "Hawa Orr-Vell"),
        ("The Chairman, House Committee on Works, Mr Musa Orr (ABC-Oban), said it was late.", "Musa Orr"),
        ("His Excellency Hal Orr said it was late.", "Hal Orr"),
        ("His Majesty King Harald said it was late.", "King Harald"),
        ("Former Green minister Lord Orr said it was late.", "Lord Orr"),
        ("The panel's top Democrat, Hal Orr of Oban, said it was late.", "Hal Orr"),
        ("One of the women, Ida Vell of Oban, said it was late.", "Ida Vell"),
        ("Bruno Orr, the director of the Friends of the Coast said that it was late.", "Bruno Orr"),
        ("The Water, Weather, and Rivers Agency said it was late.", "Water, Weather, and Rivers Agency"),
        ("The Water, Weather, and Rivers Agency (WWRA) said it was late.", "Water, Weather, and Rivers Agency"),
        ("The Harbour Regional Anti-Piracy Structure said it was late.", "Harbour Regional Anti-Piracy Structure"),
    ],
)  # fmt: skip
def test_a_name_behind_a_comma_belongs_to_its_office(text, expected):
    assert last(text)[0] == expected


@pytest.mark.parametrize("title", ["Rep. Hal", "Sen. Hal", "Gov. Hal", "Mr.", "Mayor Hal", "Hal"])
@pytest.mark.parametrize("role", ["spokesman", "spokeswoman", "spokesperson", "lawyer"])
def test_who_speaks_for_a_politician_is_another(title, role):
    name = f"{role} for {title} Orr"
    assert last(f"A {name} said it was late.") == (name, f"A {name}")
    assert last(f'"It is late," a {name} told reporters.') == (name, f"a {name}")


def test_a_party_and_a_state_are_nobodys_name():
    text = "The spokesman for Rep. Hal Orr, R-Ohio, said it was late."
    assert last(text)[0] == "spokesman for Rep. Hal Orr"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Lutonian Prime Minister Ida Vell visited Oban. The Lutonian PM said it was late.", "Ida Vell"),
        ("Turkish Foreign Minister Hakan Orr met Irish Foreign Minister Ida Vell. The Turkish FM said it was late.", "Hakan Orr"),
        ("President Hal Orr opened a school. The Head of State said it was late.", "Hal Orr"),
        ("Defense Secretary Hal Orr spoke. The Pentagon chief said it was late.", "Hal Orr"),
        ("Sgt. Hal Orr spoke. The sergeant said it was late.", "Hal Orr"),
        ('Republican vice presidential nominee Hal Orr was there.\n\n"It is late," the Kansas governor said.', "Hal Orr"),
        ("Democratic nominee Hal Orr said he and Ida Vell would win.\n\n“It is late,” the Kansas governor said.", "Hal Orr"),
        ("Rep. Hal Orr pressed Bob Fall on it.\n\n“It is late,” the Ohio Republican said.", "Hal Orr"),
        ("Abe Orr was there. A spokesman for the port said it was over.\n\nOrr left. He said it was late.", "Abe Orr"),
        ("Ida Vell attacked CNN's Hal Orr after the host said it was late.", "Hal Orr"),
        ("Ida Vell spoke to Fox News' Hal Orr. The anchor said it was late.", "Hal Orr"),
        ("The Associated Press counted the votes. The AP said it was late.", "Associated Press"),
        ("Minister Hal Orr met the farmers. Responding, the minister promised to help.", "Hal Orr"),
        ("The talks came after ministers met in Oban. They said it was late.", "ministers"),
    ],
)  # fmt: skip
def test_an_office_in_short_is_that_of_its_bearer(text, expected):
    assert last(text)[0] == expected


@pytest.mark.parametrize("asked", ["Pressed", "Asked", "Questioned", "Asked repeatedly", "Joined"])
@pytest.mark.parametrize(
    "by", ["Sen. Bob Fall", "Bob Fall", "Rep. Bob Fall, R-Ohio", "the chairman, Bob Fall"]
)
def test_who_acts_on_the_subject_is_not_the_subject(asked, by):
    assert last(f"Hal Orr testified in Oban. {asked} by {by}, he said it was late.")[0] == "Hal Orr"


@pytest.mark.parametrize(
    "source",
    ["A person close to Mr. Orr", "Aides who know Mr. Orr", "Two people who spoke to Hal Orr", "An aide to Hal Orr"],
)  # fmt: skip
def test_whom_an_unnamed_source_knows_is_meant_by_a_pronoun(source):
    assert last(f"{source} said he believes it is late.")[0].endswith("Orr")


def test_an_unnamed_source_is_whole_behind_the_stop_of_a_title():
    assert last("Aides who talked to Mr. Orr said it was late.")[0] == "aides who talked to Mr. Orr"


@pytest.mark.parametrize(
    "share", ["Just over half", "Slightly more than half", "A little over half", "Just under half"]
)
def test_half_may_be_a_little_more(share):
    assert last(f"{share} of Orr's supporters said it was late.") == ("half of Orr's supporters", f"{share} of Orr's supporters")  # fmt: skip


@pytest.mark.parametrize(
    "text",
    [
        "Brent Ridgely spoke. “It is late,” said Ridgely.",
        "Brent Ridgely spoke. “It is late,” Ridgely said.",
        "It is late, Brent Ridgely said. Ridgely said it was not.",
        "House Speaker Brent Ridgely was there. It is late, Ridgely told reporters.",
    ],
)
def test_surnames_may_end_as_adverbs_do(text):
    assert last(text)[0] == "Brent Ridgely"


@pytest.mark.parametrize("adverb", ["Clearly", "Finally", "Reportedly"])
def test_an_adverb_at_the_beginning_is_no_name(adverb):
    assert last(f"Ida Vell spoke. {adverb}, she said, it was late.")[0] == "Ida Vell"
    assert (
        last(f"Ida Vell spoke. {adverb} the mayor of Oban said it was late.")[1]
        == "the mayor of Oban"
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ministers Ida Vell, Hal Orr and Tara Kanal said it was late.", "Ida Vell, Hal Orr and Tara Kanal"),
        ("Birr, Oban and the Lumen Council said it was late.", None),
        ("The state oil company Sonaflar said it was late.", "Sonaflar"),
        ("Fans of Oban United and the Anti-Fraud Office said it was late.", None),
        ("In the capital, the minister promised to help.", "minister"),
        ("Russell Vell and Orr debated. The moderator said it was late.", "moderator"),
        ("Friends of the Sea in Oban said it was late.", "Friends of the Sea"),
    ],
)  # fmt: skip
def test_others_are_who_they_were(text, expected):
    found = last(text)
    assert expected is None or found[0] == expected
