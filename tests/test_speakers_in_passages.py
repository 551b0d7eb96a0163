# ruff: noqa: E501 - texts read best on one line
"""Who speaks in short passages of copy, beside what a reader would say."""

import hustings as hs
import pytest


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Two fishermen, Hal Orr and Tom Berg, said the port was shut. Both men said it would take months.",
            ["Hal Orr and Tom Berg", "Hal Orr and Tom Berg"],
            id="two who are named behind what they are",
        ),
        pytest.param(
            "The mayor, Hal Orr, and the governor, Ida Vell, said the port was shut.",
            ["Hal Orr and Ida Vell"],
            id="two with an office each",
        ),
        pytest.param(
            "Hal Orr, the mayor, and Ida Vell, his deputy, said the port was shut.",
            ["Hal Orr and Ida Vell"],
            id="one and his deputy",
        ),
        pytest.param(
            "Three residents said it was late. One of them, Ida Vell, said it was dark. The third, Tom Berg, said he was tired.",
            ["three residents", "Ida Vell", "Tom Berg"],
            id="the third",
        ),
        pytest.param(
            "Hal Orr, the mayor, met Ida Vell, the governor. The former said it was late; the latter said it was early.",
            ["Hal Orr", "Ida Vell"],
            id="the former and the latter",
        ),
        pytest.param(
            "Two officials said the port was shut. One of the officials said it was late. The second official said it was early.",
            ["two officials", "one of the officials", "second official"],
            id="a second one is another",
        ),
        pytest.param(
            "Hal Orr, a dentist, said the port was shut. His brother, Tom, said it was late. His brother said it was early.",
            ["Hal Orr", "Tom", "Tom"],
            id="his brother, again",
        ),
        pytest.param(
            'Two jurors spoke. One, a schoolteacher, called the evidence "a joke"; the other, a retired surveyor, said it was late.',
            ["schoolteacher", "retired surveyor"],
            id="what one and the other are",
        ),
        pytest.param(
            "A reporter asked Ida Vell what she would do next. She looked at the clock.\n\n“Sleep,” she said.",
            ["reporter", "Ida Vell"],
            id="whoever is asked answers",
        ),
        pytest.param(
            "Shortly after 6 a.m., an officer in a red beret appeared on television and announced the dissolution of the government.\n\nThe officer identified himself as Colonel Bakary Sonko of the guard.",
            ["Bakary Sonko"],
            id="identified himself as, with a rank",
        ),
        pytest.param(
            "“It is never a penalty,” said the manager, Hal Farrelly, whose team had lost.",
            ["Hal Farrelly"],
            id="a surname that ends as adverbs do",
        ),
        pytest.param(
            "Qadri said seven had died.\n\nLocal doctor Nils Falk said six had come in.\n\nAt least 128 were hurt, he added.",
            ["Qadri", "Nils Falk", "Nils Falk"],
            id="he, of whoever spoke in the paragraph before",
        ),
        pytest.param(
            "Max Ruud, a spokesman for the minister, said it was late. The minister said it was early.",
            ["Max Ruud", "minister"],
            id="a spokesman for the minister is no minister",
        ),
        pytest.param(
            'Ida Vell, 54, is a pharmacist and has held the seat since 2022; Hal Orr is a teacher.\n\n"People ask me," the pharmacist said.',
            ["Ida Vell"],
            id="what somebody is",
        ),
        pytest.param(
            'A brother of one of the dead, who gave his name only as Wim, said he had left. "They had years to settle it."',
            ["Wim", "Wim"],
            id="words that go on behind a report",
        ),
        pytest.param(
            'The World Harvest Fund will halve rations, its executive director told donors on Thursday.\n\n"I have run out of adjectives," Ida Vell wrote.',
            ["Ida Vell", "Ida Vell"],
            id="its director, named in the next paragraph",
        ),
        pytest.param(
            "Three administration officials left. One said he had found out from his barber.",
            ["one official"],
            id="one of those told of",
        ),
        pytest.param(
            '"It slowed, it left," one of them, a 24-year-old Gambian who gave his name as Lamin, said by telephone.',
            ["Lamin"],
            id="who gave his name as",
        ),
        pytest.param(
            "The court heard the man had three convictions.", [None], id="what a court heard"
        ),
        pytest.param(
            "No trader in the market has said that it will close.", [None], id="no trader"
        ),
        pytest.param(
            "Growers should wait, according to Ida Vell, head of sales at Nordhill Advisors, who sees the price at 80.",
            ["Ida Vell", "Ida Vell"],
            id="who, behind where somebody works",
        ),
        pytest.param(
            "Two aides to the governor said they had no idea. A third said she had an idea.",
            ["two aides to the governor", "third aide"],
            id="a third of those",
        ),
        pytest.param(
            "“They are near,” Abdi Jama said.\n\n“They are gone,” said Peter Loki, 34, a drone operator. It takes time, he added.",
            ["Abdi Jama", "Peter Loki", "Peter Loki"],
            id="an operator with a given name is a person",
        ),
        *(
            pytest.param(f"“It is shut,” {source} Ida Vell said.", ["Ida Vell"], id=source)
            for source in ["its managing director", "its acting head", "his managing editor"]
        ),
        pytest.param(
            "An aide advising Kessler said the plan was late.",
            ["aide advising Kessler"],
            id="whoever advises somebody is another",
        ),
        pytest.param(
            "Mayor Ida Vell, whose office said on Monday she would travel to Ostar, was absent.",
            ["Vell's office"],
            id="whose office",
        ),
        pytest.param(
            "Comments by Ida-Maria Vell, the minister, suggested that the talks were over.",
            ["Ida-Maria Vell"],
            id="comments by somebody",
        ),
        pytest.param(
            "While the state paper said the two would meet, Vice Minister Cho Sun Mi struck a harder tone, telling reporters that he was late.\n\n“There is no need,” she said.",
            ["state paper", "Cho Sun Mi", "Cho Sun Mi"],
            id="a participle is of the main clause, not of the one before it",
        ),
        pytest.param(
            "Birr Airlines said the route would close. The carrier said prices would rise.",
            ["Birr Airlines", "Birr Airlines"],
            id="a carrier is an airline",
        ),
        pytest.param(
            "Anna Kessler, a spokesman for the railway, said it was late. It rained. She added that it was dark.",
            ["Anna Kessler", "Anna Kessler"],
            id="a woman who is called a spokesman",
        ),
        pytest.param(
            "Hours earlier Norland's foreign minister, Ida Vell, had accused the port of delay.",
            ["Ida Vell"],
            id="how much earlier before a subject",
        ),
        pytest.param(
            "Late on Monday the ministry told the schools to wait.",
            ["ministry"],
            id="how late before a subject",
        ),
        pytest.param(
            "In a joint statement, the ministers of the three states, Norland, Ostar and Birr, called on both sides to wait.",
            ["ministers of the three states"],
            id="several before the list of their names",
        ),
        pytest.param(
            'Mediator Hal Orr reported "some movement".\n\nOne negotiator, who asked not to be named, said the sides were near.\n\n"It is the pay," he said.',
            ["Hal Orr", "one negotiator", "one negotiator"],
            id="who spoke in the paragraph above goes on",
        ),
        pytest.param(
            'Rep. Hal Orr said it was late.\n\nThe treasurer, Tom Berg, died in April.\n\n"I will not resign," the congressman said.',
            ["Hal Orr", "Hal Orr"],
            id="a congressman is a representative",
        ),
        pytest.param(
            'Sheriff Hal Orr told the board that the locks fail.\n\nHis predecessor, Tom Berg, sat in the back row. Berg said he was tired.\n\n"I asked twice," the former sheriff said.',
            ["Hal Orr", "Tom Berg", "Tom Berg"],
            id="a predecessor is the former one",
        ),
        pytest.param(
            "Whip Ida Vell demanded an inquiry. The Maryland Democrat added that it was late.\n\nThe panel's chairman, Hal Orr, and its top Democrat, Tara Berg, said it was early.",
            ["Ida Vell", "Ida Vell", "Hal Orr and Tara Berg"],
            id="nobody is meant who is named later",
        ),
        pytest.param(
            'Pierce Orr is a two-term Republican. He told a crowd that it was late.\n\n"She can count," the senator said.',
            ["Pierce Orr", "Pierce Orr"],
            id="a party is no office",
        ),
        pytest.param(
            'Ida Vell had walked since dawn. She said the clinic had asked for money.\n\n"I sell pots," the 29-year-old said.',
            ["Ida Vell", "clinic", "Ida Vell"],
            id="an age is nobody's but a person's",
        ),
        pytest.param(
            "Work will go on, the mediator in the strike said on Thursday.\n\nHal Orr, a former president of Norland, told reporters that both sides had packed.",
            ["Hal Orr", "Hal Orr"],
            id="whom the lead tells, with what they were before",
        ),
        pytest.param(
            "The Republican chairman of the House Harbour Committee threatened Thursday to act.\n\nIn a letter, Rep. Hal Orr (R-Ohio) demanded documents.",
            ["Hal Orr", "Hal Orr"],
            id="whom the lead tells, with the title of a congress",
        ),
        pytest.param(
            "A lawyer for the sheriff of Oban on Tuesday urged a court to end the case.\n\nThe case is watched closely.\n\nHal Orr, the lawyer, told the judges that it was late.",
            ["Hal Orr", "Hal Orr"],
            id="the lawyer whom the lead tells",
        ),
        pytest.param(
            "The first witness, senior nurse Ida Vell, said she had worked alone.",
            ["Ida Vell"],
            id="a name with a role of its own behind what somebody is",
        ),
        pytest.param(
            "The energy secretary, Caroline Vell, denied it.\n\nHer rival, Hugo Orr, said Vell had been left alone.\n\nIn an exchange, Orr asked whether she had threatened to resign.",
            ["Hugo Orr", "Hugo Orr", "Caroline Vell"],
            id="no man is she in what he says",
        ),
        pytest.param(
            "Du Ruo, a researcher at the institute, said it was new. Du expects trade to grow.",
            ["Du Ruo", "Du Ruo"],
            id="a surname that is a particle elsewhere",
        ),
        pytest.param(
            "Chief Minister Ida Vell said it was late. In a post, the CM wrote that it was over.",
            ["Ida Vell", "Ida Vell"],
            id="the CM",
        ),
        pytest.param(
            "Spokeswoman Keely Orr insisted the law was kept.",
            ["Keely Orr"],
            id="a given name that ends as adverbs do",
        ),
        pytest.param(
            "A report by the national harbour service warned that the pier was unstable. It recommended closing it.",
            ["report by the national harbour service", "report by the national harbour service"],
            id="a document with those who wrote it",
        ),
        pytest.param(
            "Two sources said it was late. One of them said it was dark.",
            ["two sources", "one of two sources"],
            id="one of a group",
        ),
        pytest.param(
            "The printing company, Birr Graphics of Oban, said a file had been lost.",
            ["Birr Graphics"],
            id="a body with its place",
        ),
        pytest.param(
            "Ida Vell, who directs the Harbour Ratepayers Union (HRU), said it was late.\n\nA dealer came. Hal Orr, who leads the HRU, accused him of delay. The group demanded a hearing.",
            ["Ida Vell", "Hal Orr", "Harbour Ratepayers Union"],
            id="the group of whoever has just spoken",
        ),
        pytest.param(
            "Birr Ferry Lines runs the dock. The operator replied that it was safe.",
            ["Birr Ferry Lines"],
            id="an operator",
        ),
        pytest.param(
            "Hal Orr, who took up the post of chief executive in May, said it was late.\n\nTom Berg asked when it would open. The chief executive replied that nobody knew.",
            ["Hal Orr", "Tom Berg", "Hal Orr"],
            id="who took up a post has it",
        ),
        pytest.param(
            "A group of limnologists came. The limnologists said the basin would be empty.",
            ["group of limnologists"],
            id="a group is more than a group",
        ),
    ],
)
def test_who_speaks_in_a_passage(text, expected):
    assert list(hs.quotations([text], format="news")["speaker"]) == expected


MONTHS = [
    ("Governor Theresa May said on Monday that it was late. May told reporters she would go.", 2),
    (
        "Theresa May, the mayor, left. On Friday, May denied that it was late, and May added it rained.",
        2,
    ),
    (
        "Theresa May left. \u201cWe lost,\u201d May said. \u201cIt is over,\u201d said May, who wept.",
        2,
    ),
    ("Theresa May left the hall. It was late, said May.", 1),
]


@pytest.mark.parametrize("name", ["May", "August", "March", "Winter"])
@pytest.mark.parametrize(("text", "number"), MONTHS)
def test_months_are_surnames_where_they_speak(name, text, number):
    found = hs.quotations([text.replace("May", name)])
    assert found["speaker"] == [f"Theresa {name}"] * number


def test_months_that_nobody_is_called_by_stay_months():
    for text, speaker in (
        ("The bank said May sales fell.", "bank"),
        ("In May Vell said it was late.", "Vell"),
        ("Vell said in June that it was late.", "Vell"),
        ("The mill closed in March. The mayor said April was worse.", "mayor"),
        ("Vell said Oban may close.", "Vell"),
    ):
        assert hs.quotations([text])["speaker"] == [speaker], text


@pytest.mark.parametrize(
    "country", ["Bahamas", "Barbados", "Seychelles", "Philippines", "Honduras"]
)
def test_a_country_that_ends_as_a_plural_keeps_its_capital(country):
    texts = [f"{country} said it would not sign.", f"Talks had failed, according to {country}."]
    assert hs.quotations(texts)["speaker"] == [country, country]


@pytest.mark.parametrize(
    ("country", "word"),
    [("Lesotho", "Basotho"), ("Monaco", "Monegasque")],
)
def test_who_is_of_a_small_country_is_known_by_it(country, word):
    text = (
        f"Omar Vell, a scholar at {country}\u2019s Lake Institute, said that talks had failed. Ida Orr, a "
        f"scholar in Oban, said it was early. The {word} scholar added that it was late."
    )
    assert hs.quotations([text])["speaker"] == ["Omar Vell", "Ida Orr", "Omar Vell"]


CALLED = [
    "Ida Vell, a NOUN, said the mill was safe. The NOUN added that it was late.",
    "Ida Vell, a tall NOUN in Oban, said the mill was safe. The NOUN added that it was late.",
    "Ida Vell is a NOUN. \u201cIt is late,\u201d she said. The NOUN said that the mill was safe.",
    "Ida Vell, 43, works as a NOUN at the mill. It was late, Vell said. \u201cIt is safe,\u201d the NOUN said.",
    "Ida Vell has worked as a NOUN since May. It was late, Vell said. It was safe, the NOUN said.",
]


@pytest.mark.parametrize("noun", ["nurse", "bookseller", "locksmith", "flenser", "glassblower"])
@pytest.mark.parametrize("text", CALLED)
def test_what_somebody_is_called_between_commas_stands_for_them(text, noun):
    assert hs.quotations([text.replace("NOUN", noun)])["speaker"] == ["Ida Vell"] * 2


def test_what_somebody_is_called_is_a_role_though_no_list_has_the_noun():
    found = hs.quotations(["Ida Vell, a flotch in Oban, said that it was late."])
    assert found["role"] == ["a flotch in Oban"]
    for told in ("a day later", "a bit tired", "a move that failed"):
        found = hs.quotations([f"Ida Vell, {told}, said that it was late."])
        assert found.column("role") == [None], told
