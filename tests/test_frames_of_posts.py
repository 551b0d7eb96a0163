"""Who holds a post that is joined to a place or another office; whom general nouns mean.

The posts, trades and passages are put together from parts of our own.
"""

from itertools import product

import hustings as hs
from test_frames_of_kinds import assert_last
from test_frames_of_reports import parts

NAMES = ["Ida Vell", "Wafa Orrin", "Temir Vossik"]

POSTS = """
|UN Resident Coordinator in Kenya|UNICEF Representative in Somalia
|UN Humanitarian Coordinator in South Sudan|WHO Country Director in Nepal
|Assistant to the President for Economic Affairs
|Special Assistant to the Prime Minister on Maritime Affairs Barrister
|Adviser to the Prime Minister on Finance Dr|Adviser to the President on Trade
|Special Representative in Libya|Assistant to the President
"""


def test_a_post_is_told_with_whom_or_where_it_serves():
    said = [
        "{post} {name} said the port would open.",
        "“The port will open,” {post} {name} said.",
        "“The port will open,” said {post} {name}.",
        "According to {post} {name}, the port will open.",
        "The road was shut. {post} {name} told reporters that the port would open.",
    ]
    rows = [
        (frame.format(post=post, name=name), name)
        for post, name, frame in product(parts(POSTS), NAMES, said)
    ]
    assert_last(rows)


def test_others_in_a_place_or_beside_an_office_stay_who_they_are():
    assert_last(
        [
            ("An adviser to the President said the port would open.", "adviser to the President"),
            ("Ida Vell met a partner in Kenya. Vell said the port was full.", "Ida Vell"),
            ("Director Ida Vell spoke in Kenya. Vell said the port was full.", "Ida Vell"),
            ("The head of state television said so: “It is over.”", "head of state television"),
        ]
    )


JOINED = """
|Minister of Irrigation Hani Salem|Deputy Minister of Trade Azamat Beisenov
|Minister for Foreign Affairs Jon Vell|Minister of Trade and Industry Jon Vell
"""
SECOND = """
|Sudanese Ambassador Goran Milet|Serbian Ambassador Goran Milet|Mayor Goran Milet
|Deputy Premier Goran Milet
"""


def test_two_with_offices_are_two_though_the_first_has_a_field():
    rows = []
    for first, second in product(parts(JOINED), parts(SECOND)):
        name = " ".join(first.split()[-2:])
        rows += [
            (f"{first} and {second} met on Monday. Milet said all was well.", "Goran Milet"),
            (
                f"{first} and {second} met on Monday. The minister said all was well."
                if "Minister" not in second
                else "",
                name,
            ),
            (f"{first} and {second} said all was well.", f"{name} and Goran Milet"),
        ]
    assert_last(rows)


def test_the_head_of_the_government_is_the_premier():
    heads = ["The Head of the Government", "The head of government", "The Head of Government"]
    rows = [
        (f"Prime Minister Temir Vossik came to Oban. {head} said roads must be built.", who)
        for head, who in product(heads, ["Temir Vossik"])
    ]
    assert_last(rows)


GENERAL = {
    "expert": "an agronomist|a hydrologist|an architect|a pharmacist|a veterinarian|a dean"
    "|a geneticist|an oceanographer|head of the think tank|a psychiatrist|a consultant",
    "scholar": "an agronomist|a sinologist|a doctoral student|a jurist|an ethnographer|a dean",
    "official": "a coordinator at the UN|a commissioner|head of the water department",
    "doctor": "an epidemiologist|a general practitioner|medical director of a clinic|a medic",
    "activist": "an environmentalist|a conservationist|a volunteer|a protest leader",
    "commander": "a militia leader|a rebel leader|an army chief|an air chief marshal",
    "journalist": "a presenter|a blogger|an editor-in-chief",
    "farmer": "a beekeeper",
    "investor": "a fund manager|a shareholder|a portfolio manager",
    "cleric": "a patriarch",
    "teacher": "a tutor",
}


GENERALLY = (
    "Harbour fees will rise, ministers said on Monday.\n\n"
    "“It is a plan,” said {name}, {trade} in Oban.\n\n"
    "The port opened in 1960.\n\n“It grows fast,” said the {noun}."
)


def test_a_general_noun_stands_for_those_of_whom_it_is_true():
    rows = [
        (GENERALLY.format(name=name, trade=trade, noun=noun), name)
        for noun, trades in GENERAL.items()
        for trade, name in product(trades.split("|"), NAMES[:2])
    ]
    assert_last(rows)


def test_one_from_elsewhere_is_not_meant():
    first = "Teng Dara, dean of the Royal Academy, said trade would grow.\n\n"
    second = "Lee Wong, a professor at the University of Penang in Malaysia, said ports were full."
    third = "\n\nThe Malaysian scholar said ships would wait."
    based = second.replace("University of Penang in Malaysia", "Hanoi-based Harbour Institute")
    assert_last(
        [
            (first + second + third, "Lee Wong"),
            (
                first + second + third + "\n\nThe Cambodian scholar said roads were bad.",
                "Teng Dara",
            ),
            (first + based + "\n\nThe Vietnamese expert said ships would wait.", "Lee Wong"),
        ]
    )


def test_land_and_sea_are_nobody():
    lands = ["China's Fujian Province", "the Lomar Strait", "the Birr River", "the Orr Islands"]
    rows = [
        (f"A grass from {land} is grown in Oban. “It grows fast,” said the {who}.", who)
        for land, who in product(lands, ["Chinese expert", "expert"])
    ]
    assert_last(rows)


def test_an_agency_is_not_the_television_that_has_its_name():
    told = " She told Reuters Television that she had fled."
    assert_last(
        [
            (f"Reuters reported that the port was shut.{told} Reuters said ships wait.", "Reuters"),
            (
                f"Ida Vell left.{told} Reuters could not check that. Reuters said ships wait.",
                "Reuters",
            ),
            (f"Ida Vell left.{told}", "Ida Vell"),
        ]
    )


def test_a_company_is_told_by_what_it_makes_or_how_large_it_is():
    told = "Norwegian truckmaker Halvorsen cut its forecast on Monday. "
    sells = "Spain's Vestar cut its forecast on Monday.\n\nThe retailer said supply was short.\n\n"
    assert_last(
        [
            (told + "The maker of Viking trucks said sales would fall.", "Halvorsen"),
            (
                told + "The maker of Viking trucks cut jobs. The company said orders fell.",
                "Halvorsen",
            ),
            (
                sells
                + "Vestar shares fell. The world's biggest clothing retailer said sales fell.",
                "Vestar",
            ),
        ]
    )


def test_a_country_is_called_without_what_it_is_like():
    rows = [
        (f"{like} Lutonia said it would close the border.", "Lutonia")
        for like in ["Neighbouring", "Neighboring", "Nearby", "Tiny", "Landlocked", "Oil-rich"]
    ]
    assert_last(rows)


def test_who_stands_against_a_request_says_why():
    rows = [
        (f"{first}, {joint} {second}, {verb} the road is unsafe.", who)
        for first, joint, (second, who), verb in product(
            [
                "The party backs the plan",
                "The mayor has told the council to wait",
                "The Reform Party has asked the government to set up a fund",
            ],
            ["but", "while"],
            [
                ("residents are angry", "residents"),
                ("Finance Ministry officials are cautious", "Finance Ministry officials"),
                ("Ida Vell voted against it", "Ida Vell"),
            ],
            ["saying", "arguing that", "warning that"],
        )
    ]
    rows += [
        (
            "Vell said the road was shut, but the police were ready, adding that it was late.",
            "Vell",
        ),
        ("Vell said the road was shut but the pier was open, adding that buses ran.", "Vell"),
    ]
    assert_last(rows)


LEADS = [
    ("A Lutonian educator has said", "vice chancellor of Oban University"),
    ("A Lutonian educator has said", "rector of the University of Oban"),
    ("The mayor of a port in the north said on Monday", "mayor of Birr in Lutonia"),
    ("The head of a port authority said on Monday", "chairman of the Harbour Authority"),
    ("A Lutonian scholar said on Monday", "dean of the Harbour Academy"),
]


def test_whom_a_lead_tells_by_a_thing_or_a_kind_is_named_below():
    rows = [
        (f"{lead} that ties had grown.\n\n{before}{name}, {role}, said ships came.", name)
        for (lead, role), before, name in product(
            LEADS, ["", "In an interview with the Post, "], NAMES
        )
    ]
    found = hs.quotations([text for text, _ in rows], format="plain")
    leads = [row["speaker"] for row in found.to_polars().iter_rows(named=True)][::2]
    assert leads == [name for _, name in rows]


def test_whom_a_lead_tells_is_not_somebody_of_another_kind():
    told = "The mayor of a port in the north said that ties had grown.\n\n"
    found = hs.quotations([told + "Ida Vell, a nurse in Oban, said ships came."], format="plain")
    assert found["speaker"][0] == "mayor of a port"


RULED = (
    "A driver must pay a fine, {who} has ruled.\n\n"
    "{name}, 34, hit the pier in May.\n\n{small} said it was reckless."
)
FREED = (
    "A nurse says she was freed.\n\nIda Holm, 44, had been held for years. "
    "The nurse said it was over."
)


def test_who_rules_on_a_case_is_not_the_one_whose_case_it_is():
    rows = [
        (RULED.format(who=who, name=name, small=small), small[4:])
        for (who, small), name in product(
            [
                ("a judge", "The judge"),
                ("a coroner", "The coroner"),
                ("a magistrate", "The magistrate"),
                ("an ombudsman", "The ombudsman"),
            ],
            NAMES,
        )
    ]
    assert_last(rows)
    assert_last([(FREED, "Ida Holm")])
