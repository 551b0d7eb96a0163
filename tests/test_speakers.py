# ruff: noqa: E501 - texts read best on one line
"""Speakers: one person under every name, role and pronoun; nobody where the text does not tell."""

import sys
import time
from pathlib import Path

import hustings as hs
import hypothesis
import pytest
from hypothesis import strategies

sys.path.insert(0, str(Path(__file__).parent / "articles"))

import annotated

SEED = Path(__file__).parents[2] / "shared" / "data" / "seed" / "000_263e5df255ff4bef.txt"


def speakers(text, form="news"):
    table = hs.quotations([text], format=form)
    return list(zip(table["source"], table["speaker"], strict=True))


def speaker(text, number=-1):
    return speakers(text)[number][1]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Norland must leave, said Iris Vell. \u201cThere is no other way.\u201d",
            "Iris Vell",
            id="marks behind a report go on with it",
        ),
        pytest.param(
            "Tara Orr won. The pier must close, Iris Vell said. \u201cThere is no other way.\u201d",
            "Iris Vell",
            id="marks behind a report of another than the subject",
        ),
        pytest.param(
            "Zoë Vell-Orr said it was safe. Mrs Orr added that it was new.",
            "Zoë Vell-Orr",
            id="half of a double surname",
        ),
        pytest.param(
            "Li Guozheng said it was safe. Li added that it was new.",
            "Li Guozheng",
            id="family name first",
        ),
        pytest.param(
            "Orr said it was late. Tara J. Orr, the mayor, said so too.",
            "Tara J. Orr",
            id="the full name comes later",
        ),
        pytest.param(
            "Sen. Joe Orr said it was safe. Joseph Orr, a Democrat, said it was new.",
            "Joseph Orr",
            id="short form of a given name",
        ),
        pytest.param(
            "Tara Vell, a Lutonian analyst, said it was safe. Orr Dane, the mayor, said it was late.\n\nIt will hold, said the analyst.",
            "Tara Vell",
            id="the role that was told",
        ),
        pytest.param(
            "Tara Vell, head of the Port Institute in Almaty, said it was safe. Ann Dane, head of the Sea Institute, said it was late.\n\nIt will hold, said the Kazakh scholar.",
            "Tara Vell",
            id="an origin told by a city",
        ),
        pytest.param(
            "Sen. Tom Vell (D-Ill.) said it was safe. Sen. Ann Dane (R-Texas) said it was late.\n\nIt will hold, the Illinois Democrat said.",
            "Tom Vell",
            id="party and state in brackets",
        ),
        pytest.param(
            "Tara Vell, 54, said it was safe. Ann Dane, 61, said it was late.\n\nIt will hold, the 54-year-old said.",
            "Tara Vell",
            id="an age",
        ),
        pytest.param(
            "Tom Vell met Ann Dane on Monday. She said it was late.",
            "Ann Dane",
            id="gender by a given name",
        ),
        pytest.param(
            "Mr. Vell met Mrs. Dane on Monday. She said it was late.",
            "Dane",
            id="gender by a title",
        ),
        pytest.param(
            "The Port Lumen Company (PLC) has closed. It said the pier was old.",
            "Port Lumen Company",
            id="a body by a pronoun",
        ),
        pytest.param(
            "Vell's wife, Oona, said he was late. He was not, she said.",
            "Oona",
            id="a relative named between commas",
        ),
        pytest.param(
            "A senior official who asked not to be named said it was safe. The official said it was new.",
            "senior official",
            id="an unnamed source stays a description",
        ),
        pytest.param(
            "Tara Vell said it was safe. Orr Dane, a spokesman for Tara Vell, said it was late. A spokesman for Vell declined to say whether it was.",
            "spokesman for Vell",
            id="a spokesman is not whom he speaks for",
        ),
        pytest.param(
            "Hendrik van der Velde-Osei, an adviser, said it was late.",
            "Hendrik van der Velde-Osei",
            id="several particles in a name",
        ),
        pytest.param(
            "Trade envoy Gonzalo Urquiza de la Peña said it was late. Urquiza added that it was new.",
            "Gonzalo Urquiza de la Peña",
            id="two surnames with particles",
        ),
        pytest.param(
            "Vice Minister of Commerce Lu Jintian said it was late.",
            "Lu Jintian",
            id="a field of office before the name",
        ),
        pytest.param(
            "Minister of Trade and Industry Maria Vell said it was late.",
            "Maria Vell",
            id="two fields of office before the name",
        ),
        pytest.param(
            "Commerce Secretary Dean Vell said it was late.",
            "Dean Vell",
            id="a given name that is a noun as well",
        ),
        pytest.param(
            "Sen. Tara Vell of Nebraska spoke on Monday. The Nebraskan said it was late.",
            "Tara Vell",
            id="a word for people of a state",
        ),
        pytest.param(
            "Sen. Tara Vell said it was late. Ms. Vell was tired. Her aides said it was new.",
            "Vell's aides",
            id="those who work for a woman",
        ),
        pytest.param(
            "Tara Vell said it was late. Vell was tired. Her brother said it was new.",
            "Tara Vell's brother",
            id="a relative without a name",
        ),
        pytest.param(
            "Mrs. Vell's advisers said it was late.",
            "Vell's advisers",
            id="a courtesy title in a description",
        ),
        pytest.param(
            "Two people who have met her since the summer said it was late.",
            "two people who have met her since the summer",
            id="a clause that tells who people are",
        ),
        pytest.param(
            "It was late, according to an aide who attended the meeting.",
            "aide who attended the meeting",
            id="a clause at the end",
        ),
        pytest.param(
            "The only senator to vote against it said it was late.",
            "only senator to vote against it",
            id="an infinitive behind a rank",
        ),
        pytest.param(
            "Tara Vell said it was late. One of them said it was new.",
            "one of them",
            id="one of several",
        ),
        pytest.param(
            "The growers were polite. Several of them said it was late.",
            "growers",
            id="several of a group",
        ),
        pytest.param(
            "Others believe it was late.",
            "others",
            id="others",
        ),
        pytest.param(
            "Three sources close to the talks said it was late. The sources said it was new.",
            "three sources close to the talks",
            id="a group by its noun",
        ),
        pytest.param(
            "The Port Authority itself proposed a pause.",
            "Port Authority",
            id="a reflexive",
        ),
        pytest.param(
            "South Vell's Joint Chiefs of Staff said it was late.",
            "Joint Chiefs of Staff",
            id="a possessor before a name",
        ),
        pytest.param(
            "Conservatives, led by Orr, contend that it was late, and the Pier Club, an advocacy group, has promised to count the vote.",
            "Pier Club",
            id="the subject of a second clause",
        ),
        pytest.param(
            "Tammy Lutz, 39, a teacher from Delaware, Ohio, said it was late.",
            "Tammy Lutz",
            id="a state behind a city in an apposition",
        ),
        pytest.param(
            "Farther away, Foreign Minister Godfrey Orr of Kafunda, whose country buys arms, admitted that it was late.",
            "Godfrey Orr",
            id="a country behind a name",
        ),
        pytest.param(
            "The letter was short. The letters warned of rain.",
            "letters",
            id="several are not one",
        ),
        pytest.param(
            "Mr. Vell's most serious charge concerns the pier, which Ann Orr built. He wrote that it was late.",
            "Vell",
            id="a possessor at the beginning",
        ),
        pytest.param(
            "The Federal Election Commission has met. The F.E.C. has long held that it was late.",
            "Federal Election Commission",
            id="a short form with stops",
        ),
        pytest.param(
            "The Port Lumen Herald wrote that it was late. It was new, the newspaper added.",
            "Port Lumen Herald",
            id="a newspaper",
        ),
        pytest.param(
            "When I asked Vell's spokeswoman, Ellie Dane, she said it was late.",
            "Ellie Dane",
            id="the one named right before",
        ),
        pytest.param(
            "State television quoted President Idris Hallem as saying it was late.",
            "Idris Hallem",
            id="the one who is quoted by another",
        ),
        pytest.param(
            "Prime Minister Jonas Vik's office said it was late.",
            "Prime Minister Jonas Vik's office",
            id="an office is not its holder",
        ),
        pytest.param(
            "Amnesty Watch, a rights group, said it was late. The London-based group called for rain.",
            "Amnesty Watch",
            id="where a body is based",
        ),
        pytest.param(
            '"It is late," said Maria Gomez, a baker. "It is new," added the mother of three.',
            "Maria Gomez",
            id="something new of the last speaker",
        ),
        pytest.param(
            "U.N. Secretary-General Pedro Alves called for calm. The U.N. chief said it was late.",
            "Pedro Alves",
            id="an office in other words",
        ),
        pytest.param(
            "A columnist for the Sun Times said it was late.",
            "columnist for the Sun Times",
            id="a writer is not the newspaper",
        ),
        pytest.param(
            "It was put off by the firm Cutler Ames, nine women said.",
            "nine women",
            id="several are no apposition",
        ),
        pytest.param(
            "Bank of Lutonia Governor Ravi Menon said it was late.",
            "Ravi Menon",
            id="an office behind a body",
        ),
        pytest.param(
            "Deputy Foreign Minister for Legal Affairs Kazem Rostami said it was late.",
            "Kazem Rostami",
            id="a field behind for",
        ),
        pytest.param(
            "Assistant Secretary of State for African Affairs Joy Cole said it was late.",
            "Joy Cole",
            id="a field behind an office of state",
        ),
        pytest.param(
            "Chinese Ambassador to Lutonia Wang Shuo said it was late.",
            "Wang Shuo",
            id="a country behind an ambassador",
        ),
        pytest.param(
            "Head of the Lutonian Red Cross Irina Popova said it was late.",
            "Irina Popova",
            id="a body behind its head",
        ),
        pytest.param(
            "Chief economist Jan Kowalski said it was late.",
            "Jan Kowalski",
            id="a name like a month's short form",
        ),
        pytest.param(
            "Attorney General nominee Sally Page said it was late.",
            "Sally Page",
            id="a surname that is a noun",
        ),
        pytest.param(
            "Sheikh Hamad bin Rashid al-Kuwari said it was late.",
            "Hamad bin Rashid al-Kuwari",
            id="a title of the Gulf",
        ),
        pytest.param(
            "Kay Dole said it was late. Her opponent, the Republican businessman Hal Finch, called it new.",
            "Hal Finch",
            id="a title within an apposition",
        ),
        pytest.param(
            "A doctor who treated him, Raj Patel, said it was late.",
            "Raj Patel",
            id="a clause before the name",
        ),
        pytest.param(
            "One aide said it was late. Another said it was new.",
            "another aide",
            id="another of the same",
        ),
        pytest.param(
            "The lawsuit was filed in May. The suit claims that it was late.",
            "lawsuit",
            id="a document by another word",
        ),
        pytest.param(
            "The London-based IGC has met. The International Grain Council (IGC) is old. The London-based IGC said it was late.",
            "International Grain Council",
            id="where a short form is based",
        ),
        pytest.param(
            "A spokesman for Ms. Sorrell, Owen Pike, said it was late.",
            "Owen Pike",
            id="a spokesman before his name",
        ),
        pytest.param(
            "Norwegian oil firm Nordolje said it was late. The company expects rain.",
            "Nordolje",
            id="what a body is before its name",
        ),
        pytest.param(
            '"I ran," said Fatima, a 30-year-old seamstress. Her brother said it was late.',
            "Fatima's brother",
            id="a given name with an age",
        ),
        pytest.param(
            "Foreign Minister Mevlut Aydin and his counterpart, Nikos Pappas, said it was late.",
            "Mevlut Aydin and Nikos Pappas",
            id="a counterpart named beside",
        ),
        pytest.param(
            '"It is late," said one of them, Tomas Riva.',
            "Tomas Riva",
            id="one of them, named beside",
        ),
        pytest.param(
            "Chancellor Ana Vell said it was late.\n\nThe pier is old.\n\nThe sea is new.\n\nThe moderator asked for rain.",
            "moderator",
            id="nobody in focus any more",
        ),
        pytest.param(
            "Police Chief Bill Nash said it was late.",
            "Bill Nash",
            id="a given name that is a document",
        ),
        pytest.param(
            "A spokeswoman for the mayor, Lily Cho, said it was late.",
            "Lily Cho",
            id="a spokeswoman for somebody with an office",
        ),
        pytest.param(
            "By his own account, Mr. Doyle never read it.",
            "Doyle",
            id="a pronoun before the name",
        ),
        pytest.param(
            "It was late, chairwoman of the upper house Valeria Stoz said.",
            "Valeria Stoz",
            id="an office in a body with a small letter",
        ),
        pytest.param(
            "It was late, Chairman of the Standing Committee Hao Jingwen said.",
            "Hao Jingwen",
            id="an office in a body with a capital",
        ),
        pytest.param(
            "It was late, Deputy Head of the Federal Agency for Fisheries Vasily Sokol told KNA.",
            "Vasily Sokol",
            id="an office in a body with a field",
        ),
        pytest.param(
            "The head of the Konrad Aden Foundation said it was late.",
            "head of the Konrad Aden Foundation",
            id="a body that is called after somebody",
        ),
        pytest.param(
            "Datuk Rohaizah binti Osman said it was late.",
            "Rohaizah binti Osman",
            id="an honour before the name",
        ),
        pytest.param(
            "Tan Sri Fikri Marzuki said it was late.", "Fikri Marzuki", id="an honour of two words"
        ),
        pytest.param("Tan Siew Ling said it was late.", "Tan Siew Ling", id="a family name"),
        pytest.param("Iris Vane KC said it was late.", "Iris Vane", id="letters behind the name"),
        pytest.param(
            "Oban South MP Ida Orr said it was safe. Orr said it was late.",
            "Ida Orr",
            id="an office in capitals",
        ),
        pytest.param(
            "Lyle Banks, a teacher from Oban, said it was safe.\n\nIt was new, Mr Banks said.",
            "Lyle Banks",
            id="a surname that is a noun for bodies",
        ),
        pytest.param(
            "It will be a good year for small ferries Ida Orr will say on Monday. Ms Orr said it was late.",
            "Ida Orr",
            id="a noun in the plural before a name",
        ),
        pytest.param(
            "Last year Zephyr lost money. Zephyr is to sell its ships, the shipping giant said.",
            "Zephyr",
            id="a firm of which it speaks itself",
        ),
        pytest.param(
            "Labour's Ida Orr, the works minister, said it was safe.\n\nThe Oban South MP said it was late.",
            "Ida Orr",
            id="the seat of one who spoke",
        ),
        pytest.param(
            "The Greens have shown what they say is the bill. Now they say it was late.",
            "Greens",
            id="a party in the plural",
        ),
        pytest.param(
            "The New York Times was there, and they say it was late.",
            None,
            id="no party in the plural",
        ),
        pytest.param(
            "Colin and Jean Marsh said it was safe. Mr Marsh added that it was new.",
            "Colin Marsh",
            id="the first of two with one surname",
        ),
        pytest.param(
            "Colin Orr said it was safe. Nobody told Colin and Jean Marsh. Mr Orr said it was new.",
            "Colin Orr",
            id="two who share no surname",
        ),
        pytest.param(
            "Leader of the Opposition Ida Orr said it was late.",
            "Ida Orr",
            id="a leader of a body without a name",
        ),
        pytest.param("Engr. Musa Orr said it was late.", "Musa Orr", id="a title of a trade"),
        pytest.param(
            "So I\u2019ve left. The mayor said it was late.", "mayor", id="a pronoun with its verb"
        ),
        pytest.param(
            "Rope is sold to Zephyr.\n\nZephyr\u2019s plan shows how the company wants to grow.\n\nZephyr hopes it will, and Zephyr is sure.\n\nIda Orr left.\n\nJuan Orr stayed.\n\nThe company said it was late.",
            "Zephyr",
            id="the firm of which most is told",
        ),
        pytest.param(
            "Naciye Orr said the company had left.\n\nRopewell Zinc denied it. It was late, the company said.",
            "Ropewell Zinc",
            id="a firm of which somebody else has spoken",
        ),
        pytest.param(
            "Ida Orr, a clerk, said the prime minister believed it was late.",
            "prime minister",
            id="another than the one who tells it",
        ),
        pytest.param(
            "Support came from neighbouring Mali and Burkina Faso. The two countries said it was late.",
            "Mali and Burkina Faso",
            id="two countries",
        ),
        pytest.param(
            "Mayor Victor Salas said it was safe. His wife, Elena, was there. Ms. Salas said it was late.",
            "Elena Salas",
            id="a wife by the surname of her husband",
        ),
        pytest.param(
            "Critics in lower Esbjerg said it was late.",
            "critics in lower Esbjerg",
            id="a place that is no speaker",
        ),
        pytest.param("Sanders said it was late.", "Sanders", id="a name that ends as plurals do"),
        pytest.param("Families said it was late.", "families", id="a plural that no list has"),
        pytest.param("They said it was late.", None, id="nobody"),
        pytest.param("She said it was late.", None, id="no woman"),
        pytest.param("So you say that it is late.", None, id="the reader"),
    ],
)
def test_a_source_leads_to_its_speaker(text, expected):
    assert speaker(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "The mayor, Ida Orr, said it was late.", "The mayor, Ida Orr", id="role and name"
        ),
        pytest.param(
            "Its late founder's son, Olaf, denied that it was late.",
            "Its late founder's son, Olaf",
            id="role and given name",
        ),
        pytest.param(
            "It was late, said the port's director, Ida Orr.",
            "the port's director, Ida Orr",
            id="behind the verb",
        ),
        pytest.param(
            "In a letter to the mayor, Ida Orr, a welder, said it was late.",
            "Ida Orr",
            id="the role of another",
        ),
        pytest.param(
            "A clerk in the harbour office said it was late.",
            "A clerk in the harbour office",
            id="where somebody works",
        ),
        pytest.param(
            "Dockers in Esbjerg believe it was late.", "Dockers in Esbjerg", id="where a group is"
        ),
        pytest.param("The mayor in a speech said it was late.", "The mayor", id="on what occasion"),
        pytest.param("Officials at the time said it was late.", "Officials", id="when it was said"),
        pytest.param(
            "It was late, according to three people close to the owners.",
            "three people close to the owners",
            id="whom people are close to",
        ),
        pytest.param(
            "The Northern Ferry Council (NFC) said it was late.",
            "The Northern Ferry Council",
            id="short form in brackets",
        ),
        pytest.param(
            "Senator Ida Orr, D-N.M., who owns a boat, said it was late.",
            "Senator Ida Orr",
            id="party and state",
        ),
        pytest.param(
            "Then union leader Ida Orr said it was late.",
            "union leader Ida Orr",
            id="behind an adverb",
        ),
        pytest.param(
            '"It was late," said welder and local historian Ida Orr in a speech.',
            "welder and local historian Ida Orr",
            id="two roles",
        ),
        pytest.param(
            "The mayor of Oban, Ida Orr, thanked them and urged them to be strong.",
            "The mayor of Oban, Ida Orr",
            id="before another verb",
        ),
        pytest.param(
            "Her uncle, Lewis Champion, said it was late.",
            "Her uncle, Lewis Champion",
            id="a surname that is a noun",
        ),
        pytest.param(
            "A clerk in the harbour office, who gave no name, said it was late.",
            "A clerk in the harbour office",
            id="before a clause",
        ),
        pytest.param(
            "It was late, according to a letter from one of the clerks in the office.",
            "a letter from one of the clerks in the office",
            id="according to",
        ),
    ],
)
def test_a_source_is_whole(text, expected):
    assert speakers(text)[0][0] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            'The pier is safe, a Danish historian has said.\n\n"It is old," said Ida Holm, a historian at the university of Aarhus.',
            ["Ida Holm", "Ida Holm"],
            id="told in the lead and named below",
        ),
        pytest.param(
            'The pier is safe, a Danish historian has said.\n\n"It is old," said Ida Holm, a welder.',
            ["Danish historian", "Ida Holm"],
            id="another than the lead has told",
        ),
        pytest.param(
            'A spokesman for the port said it was safe.\n\n"It is old," spokesman Juan Orr said.',
            ["Juan Orr", "Juan Orr"],
            id="a spokesman named below",
        ),
        pytest.param(
            "The pier is unsafe, the pier watchdog has said.\n\nThe National Works Office said it was old.",
            ["National Works Office", "National Works Office"],
            id="a body named below the lead",
        ),
    ],
)
def test_one_who_is_only_told_gets_the_name_that_follows(text, expected):
    assert [name for _, name in speakers(text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "The police believe that he fled. Captain Ann Neill, a police spokeswoman, said it was late. The police believe he is ill.",
            ["police", "Ann Neill", "police"],
            id="a police spokeswoman is not the police",
        ),
        pytest.param(
            "The Norwegian navy said it was late. The Danish navy said it was safe. The navy said it would stay.",
            ["Norwegian navy", "Danish navy", "Danish navy"],
            id="two navies",
        ),
        pytest.param(
            'Seventeen-year-old Mina Vell sang. "I like it," she said.',
            ["Mina Vell"],
            id="an age before the name",
        ),
        pytest.param(
            "The Judge, Ovid Egward, said there was merit in it. Egward said it was late.",
            ["Ovid Egward", "Ovid Egward"],
            id="a title between the and a comma",
        ),
        pytest.param(
            "PM Vell said it was late. Tomas Vell was elected on Monday.",
            ["Tomas Vell"],
            id="PM is a title",
        ),
        pytest.param(
            "SSP Ravi Marsh said two were hurt. It was late, added the SSP.",
            ["Ravi Marsh", "Ravi Marsh"],
            id="a rank alone",
        ),
        pytest.param(
            "It was late, said Bert Olmo, station house officer (SHO) of the Oban police. The door was open, the SHO added.",
            ["Bert Olmo", "Bert Olmo"],
            id="an office by its letters",
        ),
        pytest.param(
            "The BBC's Iain Kerr in Oban says there are doubts. There are few answers, our correspondent says.",
            ["Iain Kerr", "Iain Kerr"],
            id="our correspondent",
        ),
        pytest.param(
            "Two people died, according to Taliban officials.",
            ["Taliban officials"],
            id="people behind a name without an article",
        ),
        pytest.param(
            "Ida Harwelsky, a lawyer, said it was late. Harwelski said the court had risen.",
            ["Ida Harwelsky", "Ida Harwelsky"],
            id="a long name misspelt",
        ),
        pytest.param(
            "Lutonian ambassador Wu Jun said it was late. Teresa April said it was safe. Karen March told reporters it was new.",
            ["Wu Jun", "Teresa April", "Karen March"],
            id="a month that is a name",
        ),
        pytest.param(
            "Police in Oban March 5 said it was late. The mayor of Oban said June 5 that it was safe.",
            ["Police", "mayor of Oban"],
            id="a month that is a date",
        ),
        pytest.param(
            "Energy Minister Dr. Rafa' Vell Orr said it was late. Rafa' Vell Orr added that it was safe.",
            ["Rafa' Vell Orr", "Rafa' Vell Orr"],
            id="an apostrophe at the end of a name",
        ),
        pytest.param(
            "Lance Cpl. Deacon Vell said it was late. Lutonian Minister of Public Works Bill Marsh said it was safe.",
            ["Deacon Vell", "Bill Marsh"],
            id="given names that are nouns",
        ),
        pytest.param(
            "One of the welders, Tomas Riva, 34, from Oban, said it was late.",
            ["Tomas Riva"],
            id="one of several, and the name",
        ),
        pytest.param(
            "One of the welders, Tomas Riva said, was late. The pier is closed.",
            ["Tomas Riva"],
            id="one of several, of whom another tells",
        ),
        pytest.param(
            "The head of the trust that runs the clinic, Ida Orr, said it was late.",
            ["Ida Orr"],
            id="a role with a clause before the name",
        ),
        pytest.param(
            'Governor Vell spoke. "It is late," he said.\n\nHal Orr, who has been ill, returned to Oban on Monday, his spokesman said.',
            ["Vell", "Orr's spokesman"],
            id="whose spokesman tells where he went",
        ),
        pytest.param(
            "This was told by Wu Zhen, director-general of the Forest Bureau, at a conference.\n\nAccording to the official, it was late.",
            ["Wu Zhen"],
            id="a director-general is an official",
        ),
        pytest.param(
            "Erik Petersen, a lawyer, said it was late. Peterson said the court had risen.",
            ["Erik Petersen", "Peterson"],
            id="two surnames with an ending of their own",
        ),
        pytest.param(
            "Barbara Clinton, a lawyer, said it was late. Clifton said the court had risen. Ida Johnson said it was safe. Johnston said it was not.",
            ["Barbara Clinton", "Clifton", "Ida Johnson", "Johnston"],
            id="letters that nobody takes for one another",
        ),
        pytest.param(
            "Media in-charge for Prayagra Dan Bahadu Madh said it was late. Area coordinator for Oban Hal Vell said it was safe.",
            ["Dan Bahadu Madh", "Hal Vell"],
            id="a post and its place before a name",
        ),
        pytest.param(
            "Prime Minister Malcolm Vell left. Former prime minister Tony Orr came.\n\nThe former prime minister said it was late.",
            ["Tony Orr"],
            id="the former minister is not the minister",
        ),
        pytest.param(
            "It was late, according to U.S. Department of Harbours data.",
            ["U.S. Department of Harbours data"],
            id="data of a department",
        ),
        pytest.param(
            "China's Harbour Ministry said it was late. The ministry said it was safe.",
            ["China's Harbour Ministry", "China's Harbour Ministry"],
            id="whose ministry",
        ),
        pytest.param(
            'Premier Li Chang spoke. "It is late," Li said.\n\nIda Holm, an economist, said her lawyers believe that it is safe.',
            ["Li Chang", "Ida Holm", "Holm's lawyers"],
            id="whose lawyers, within what she says",
        ),
        pytest.param(
            "The port raised the duties shortly after Orr warned that it was late. Ties reached a new low after former minister Ida Vell said it was safe.",
            ["Orr", "Ida Vell"],
            id="what was done before somebody spoke",
        ),
        pytest.param(
            "A protester outside the court after the verdict said it was late.",
            ["protester"],
            id="where somebody spoke after what",
        ),
        pytest.param(
            "Marta Petrovska, a lawyer, said it was late. Petrovsky said the court had risen.",
            ["Marta Petrovska", "Petrovsky"],
            id="two endings are two names",
        ),
        pytest.param(
            "The mayor's own doctor and lawyer both said that he was ill.",
            ["mayor's own doctor and lawyer"],
            id="both",
        ),
        pytest.param(
            "Catches have halved, according to data released by the Harbour Institute.",
            ["data released by the Harbour Institute"],
            id="a document by who made it public",
        ),
        pytest.param(
            "The rule was void, according to a study published on Monday.",
            ["study"],
            id="a document by its day",
        ),
        pytest.param(
            "The police radio was silent. The Harbour Police Board said it was late. The police believe that he fled.",
            ["Harbour Police Board", "police"],
            id="the police beside bodies that have the word",
        ),
        pytest.param(
            "The Vell Group said two had died. Norway fired on Sunday night at what it said were ships.",
            ["Vell Group", "Norway"],
            id="a country that is the subject",
        ),
        pytest.param(
            "A former council official said it was late. It was early, said the other former official.",
            ["former council official", "other former official"],
            id="the other official",
        ),
        pytest.param(
            "A spokesman for President Ida Orr said it was late.",
            ["spokesman for President Ida Orr"],
            id="a spokesman is not the one for whom he speaks",
        ),
        pytest.param(
            "SSP Ravi K Oblonde said it was late.",
            ["Ravi K Oblonde"],
            id="a letter without a stop within a name",
        ),
        pytest.param(
            "The Oban Society for the Prevention of Cruelty to Animals is against it. It said that hens need room.",
            ["Oban Society for the Prevention of Cruelty to Animals"],
            id="the long name of a society",
        ),
        pytest.param(
            "Last month Norwegian officials held nine men, accusing them of theft.",
            ["Norwegian officials"],
            id="a time before a subject",
        ),
        pytest.param(
            "According to Mr Marsh, Norway's delegation voiced anger at the vote. He noted that it was late.",
            ["Marsh", "Norway's delegation", "Marsh"],
            id="a delegation is not he",
        ),
    ],
)
def test_names_titles_and_bodies_lead_to_their_bearers(text, expected):
    assert [name for _, name in speakers(text)] == expected


@pytest.mark.parametrize(
    "headline",
    ["President Orr says talks will open", "Talks will open, Orr says", "Orr: talks will open"],
)
def test_a_name_in_a_headline_is_that_of_somebody_in_the_article(headline):
    text = (
        f"{headline}\n\nPORT LUMEN, March 3 (VPS) -- President Zoë Orr opened the talks on Monday."
    )
    assert speaker(text, 0) == "Zoë Orr"


def test_a_role_in_a_headline_is_that_of_whoever_says_the_same_below():
    text = "President seeks talks, envoy says\n\nPORT LUMEN, March 3 (VPS) -- The president seeks talks with the rebels, special representative Tara Vell said on Monday."
    assert [name for _, name in speakers(text)] == ["Tara Vell", "Tara Vell"]


def test_marks_in_a_heading_are_of_whoever_says_them_below():
    text = "The pier\n\nBy Priya Nolan\n\nTara Vell said it was late.\n\n\u201cThey talk like we are not home\u201d\n\n\u201cThey talk like we are not home,\u201d Ann Orr said. \u201cWe are.\u201d"
    assert [name for _, name in speakers(text)] == ["Tara Vell", "Ann Orr", "Ann Orr"]


def test_i_outside_of_marks_is_the_author():
    text = "The pier\n\nBy Priya Nolan\n\nTara Vell, the mayor, turned off the light. I asked whether she was afraid. She said no, and that it was late."
    assert [name for _, name in speakers(text)] == ["Priya Nolan", "Tara Vell"]


def test_a_transcript_gives_turns_their_speakers():
    text = """Remarks by President Dane at the port

THE PRESIDENT:  Thank you all.

Q  Why is the pier closed?

THE PRESIDENT:  It is old.

MS. ORR:  It is new.

Q  Thank you.
"""
    assert [name for _, name in speakers(text)] == ["Dane", None, "Dane", "Orr", None]


def test_another_of_the_same_office_is_not_whose_turn_it_is():
    text = "THE PRESIDENT:  Thank you all. The President of Norland told me that the pier was shut.\n\nQ  Why?\n\nTHE PRESIDENT:  It is old.\n"
    assert ("The President of Norland", "President of Norland") in speakers(text, "auto")


@pytest.mark.skipif(not SEED.exists(), reason=f"{SEED} is not there")
def test_the_seed_article_has_every_speaker_right():
    found = speakers(SEED.read_text("utf-8"))
    told = {}
    for source, name in found:
        told.setdefault(source, []).append(name)
    assert told["the analyst"] == ["Gulnar Shaimergenova", "Alexey Maslov"]
    assert told["The analyst"] == ["Yekaterina Zaklyazhminskaya"]
    assert told["the Kazakh scholar"] == ["Gulnar Shaimergenova"]
    assert told["Shaimergenova"] == ["Gulnar Shaimergenova"] * len(told["Shaimergenova"])
    assert told["his"] == ["Jamshed Toshev"]
    assert told["Maslov"] == ["Alexey Maslov"]
    assert told["the experts"] == ["experts"]
    assert told["Zaklyazhminskaya"] == ["Yekaterina Zaklyazhminskaya"] * 2


def test_most_speakers_of_the_open_articles_are_right_and_confidence_says_which():
    right, stated = [], []
    for path in annotated.sources("open"):
        article = annotated.read(path)
        table = hs.quotations([article["text"]], format="news")
        rows = zip(
            *(table[name] for name in ("content_start", "speaker", "speaker_confidence")),
            strict=True,
        )
        gold = {one["content"][0][0]: one["speaker"] for one in article["quotations"]}
        for start, name, confidence in rows:
            if start in gold and name is not None:
                right.append(name == gold[start])
                stated.append(confidence)
    assert sum(right) / len(right) > 0.89
    assert abs(sum(right) / len(right) - sum(stated) / len(stated)) < 0.05
    sure = [good for good, confidence in zip(right, stated, strict=True) if confidence >= 0.9]
    unsure = [good for good, confidence in zip(right, stated, strict=True) if confidence < 0.9]
    assert sum(sure) / len(sure) > sum(unsure) / len(unsure) + 0.05


NAMES = strategies.sampled_from(
    [
        *(
            "Tara Vell",
            "Vell",
            "Mr. Orr",
            "the analyst",
            "She",
            "They",
            "It",
            "his wife",
            "Both experts",
        ),
        *(
            "A spokesman for Orr",
            "The PLC",
            "Port Lumen Company (PLC)",
            "É. Ğ",
            "D-Ill.",
            "one of them",
        ),
        *(
            "said it was late.",
            "said",
            ",",
            "(",
            ")",
            '"',
            "\u201c",
            "who",
            "and",
            "\n\n",
            "Q",
            ":",
            "61",
            "'s",
        ),
    ]
)


@hypothesis.given(strategies.lists(NAMES, max_size=30))
def test_any_words_are_survived_and_speakers_are_the_same_again(pieces):
    text = " ".join(pieces)
    for form in ("plain", "news"):
        assert speakers(text, form) == speakers(text, form)


def test_a_text_may_end_with_the_place_of_a_body_that_it_does_not_name():
    assert speakers("Vell said the harbour was safe. The envoys met in Oban-based", "plain")


def test_thousands_of_names_take_time_in_proportion():
    def seconds(count):
        lines = (
            f"Anna Vell{n}on, a trader, said it was late. Orr{n} Smith said no. She added that the trader left."
            for n in range(count)
        )
        text = "\n\n".join(lines)
        started = time.process_time()
        assert len(hs.quotations([text], format="news")) > count
        return time.process_time() - started

    seconds(50)
    assert seconds(8000) < 24 * seconds(1000) + 0.5
