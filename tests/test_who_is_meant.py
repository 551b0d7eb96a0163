# ruff: noqa: E501 - texts read best on one line
"""Whom roles, pronouns and words for two stand for; what a reader would say stands beside each text."""

import hustings as hs
import pytest


def speakers(text):
    return list(hs.quotations([text], format="news")["speaker"])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            'Zainab Okoro, a barrister who represented the families, said the ruling was late.\n\nPort Minister Ivan Petrenko rejected the criticism.\n\n"We will appeal," the barrister said.',
            ["Zainab Okoro", "Zainab Okoro"],
        ),
        (
            'Lord Ashdown told the chamber that the bill was flawed.\n\n"It needs work," the peer said.',
            ["Ashdown", "Ashdown"],
        ),
        (
            "Maria Lindqvist, who teaches law at Uppsala University, said the clause was new.\n\nJan Berg, the mayor, disagreed.\n\nThe clause will not hold, the professor said.",
            ["Maria Lindqvist", "Maria Lindqvist"],
        ),
        (
            'Anna Kovacs, who teaches history at Szeged University, said the clause was new. "It is bad," the historian said.',
            ["Anna Kovacs", "Anna Kovacs"],
        ),
        (
            'Samuel Mutua, 34, was standing outside the clinic when the shots rang out.\n\n"I ran," the witness said.',
            ["Samuel Mutua"],
        ),
        (
            'Grace Wanjiku, who works on the ward, saw it.\n\n"There were no beds," said the nurse.',
            ["Grace Wanjiku"],
        ),
        (
            'Grace Wanjiku, a nurse at the hospital, arrived at dawn. Peter Kamau, a driver, was already there.\n\n"There were no beds," the nurse said.',
            ["Grace Wanjiku"],
        ),
        (
            'Abdul Rahim grows wheat on four hectares outside the town. "The rain came late," the farmer said.',
            ["Abdul Rahim"],
        ),
        (
            'Abdul Rahim, who grows wheat outside the town, lost half of his crop. "The rain came late," the farmer said.',
            ["Abdul Rahim"],
        ),
        (
            'Rep. Dana Whitlock, D-Ohio, voted against the bill. "It is too long," the lawmaker said.',
            ["Dana Whitlock"],
        ),
        (
            'Sen. Dana Whitlock, R-Maine, voted against the bill. Gov. Tom Hale signed it. "It is too long," the senator said.',
            ["Dana Whitlock"],
        ),
        (
            'Daniel Mwangi, 34, lost his house in the flood. His neighbour Paul Otieno, 51, did not. "I have nothing left," the 34-year-old said.',
            ["Daniel Mwangi"],
        ),
        (
            'Former Finance Minister Karim Haddad was released on Monday. His lawyer met him at the gate. "I am free," the former minister said.',
            ["Karim Haddad"],
        ),
        (
            'Eliud Barasa of Kenya won the race in Boston on Monday. Spain\'s Luis Ortega was second. "I felt strong," the Kenyan said. "I was tired," said the Spaniard.',
            ["Eliud Barasa", "Luis Ortega"],
        ),
        (
            'Mayor Rosa Jimenez was absent. Her deputy, Luis Prado, said she was ill. "She will be back," the deputy mayor added.',
            ["Luis Prado", "Luis Prado"],
        ),
        ("Mayor Rosa Jimenez was absent. Her deputy said she was ill.", ["Jimenez's deputy"]),
        (
            'Opposition leader Moses Banda was arrested on Friday. His lawyer, Agnes Phiri, said the charge was false.\n\n"He is in good spirits," the lawyer said.',
            ["Agnes Phiri", "Agnes Phiri"],
        ),
        (
            'Opposition leader Moses Banda was arrested on Friday. "He is in good spirits," his lawyer said.',
            ["Banda's lawyer"],
        ),
        (
            '"We have waited since dawn," said a woman at the gate. Wanjiru, 34, had walked for two hours.',
            ["Wanjiru"],
        ),
        (
            '"We have waited since dawn," said a voter outside the school. Amina Yusuf, 34, had walked for two hours.',
            ["Amina Yusuf"],
        ),
        (
            '"We have waited since dawn," a man in a red cap said. He gave his name as Juma.',
            ["Juma"],
        ),
        (
            '"We have waited since dawn," said one voter, who gave her name only as Halima.',
            ["Halima"],
        ),
        ('"We have waited since dawn," said a man who identified himself as Ko Latt.', ["Ko Latt"]),
        (
            'A teacher in the crowd said the pay was low. Miriam Adeyemi, 45, has taught for 20 years. "We cannot live on it," she said.',
            ["Miriam Adeyemi", "Miriam Adeyemi"],
        ),
        (
            'Tom Baker and his wife, Julia, opened the shop in 2010. "We are tired," the couple said in a statement.',
            ["Tom Baker and Julia"],
        ),
        (
            "Foreign Minister Wang Yi met his Russian counterpart, Sergei Lavrov, on Monday. The two ministers said trade would grow.",
            ["Wang Yi and Sergei Lavrov"],
        ),
        (
            "President Emil Radu met Prime Minister Olga Stan on Monday. The two leaders pledged to keep taxes low.",
            ["Emil Radu and Olga Stan"],
        ),
        (
            "President Emil Radu met Prime Minister Olga Stan on Monday. Both said taxes would stay low.",
            ["Emil Radu and Olga Stan"],
        ),
        (
            "Economist Emil Radu said prices would rise. Analyst Olga Stan said wages would. Both warned of strikes.",
            ["Emil Radu", "Olga Stan", "Emil Radu and Olga Stan"],
        ),
        (
            'Hun Sen ruled for decades. His son Hun Manet took over last year. "Nothing changes," Hun Manet said. The younger Hun said taxes would stay.',
            ["Hun Manet", "Hun Manet"],
        ),
        (
            'Ferdinand Marcos Jr. is the son of the late dictator Ferdinand Marcos. "I am not my father," Marcos said.',
            ["Ferdinand Marcos Jr."],
        ),
        (
            'Michelle Orban lives with her husband, Peter Orban. "It is quiet," Michelle Orban said. Peter Orban said it was too quiet. "He likes noise," Michelle said.',
            ["Michelle Orban", "Peter Orban", "Michelle Orban"],
        ),
        (
            "Chancellor Eva Brandt met President Jorge Salas on Monday. She said the pact would hold. He said it would not.",
            ["Eva Brandt", "Jorge Salas"],
        ),
        (
            "Chairwoman Kim Ferris opened the hearing with a question to Mark Dole. She said the firm had lied.",
            ["Kim Ferris"],
        ),
        (
            "Thandi Nkosi sued her employer after her husband Sipho died in the mine. She said nobody had called.",
            ["Thandi Nkosi"],
        ),
        (
            "Police arrested Nikhil Rao after his brother Arjun Rao called the station. He said he had seen a knife.",
            ["Arjun Rao"],
        ),
        (
            "Vice President Leni Castro challenged President Rico Duran over the budget. She said the money was gone.",
            ["Leni Castro"],
        ),
        (
            "Aisha Bello's lawyer, Chidi Eze, filed the motion. She said she would not testify.",
            ["Aisha Bello"],
        ),
        (
            "Aisha Bello's lawyer, Chidi Eze, filed the motion. He said she would not testify.",
            ["Chidi Eze"],
        ),
        (
            "Prosecutor Ines Duarte questioned the former president for two hours. She said the answers were thin.",
            ["Ines Duarte"],
        ),
        (
            "Tran Van Minh, a rice farmer, said prices had fallen. His wife, Nguyen Thi Hoa, sells noodles. She said nobody buys.",
            ["Tran Van Minh", "Nguyen Thi Hoa"],
        ),
        ("Nordwind AG cut 200 jobs on Monday. The company said demand was weak.", ["Nordwind AG"]),
        (
            "Halden Foods cut 200 jobs on Monday. The company said demand was weak.",
            ["Halden Foods"],
        ),
        (
            "Officials at the Ministry of Health met on Monday. The ministry said no cases were found.",
            ["Ministry of Health"],
        ),
        (
            "The Lutonian Foreign Ministry summoned the envoy. The ministry said the visit was a provocation.",
            ["Lutonian Foreign Ministry"],
        ),
        (
            "The People's Alliance won 40 seats. The party said it would not join the cabinet.",
            ["People's Alliance"],
        ),
        (
            "The National Disaster Agency sent 40 boats. The agency said 12 people were missing.",
            ["National Disaster Agency"],
        ),
        (
            "Judges at the Constitutional Court heard the case on Monday. The court said the law was void.",
            ["Constitutional Court"],
        ),
        (
            "UNICEF issued a report on Monday. The report said 2 million children were out of school.",
            ["report"],
        ),
        ("Mayor Rosa Jimenez posted a message on X. The post said schools would close.", ["post"]),
        (
            "Human Rights Watch published its findings on Monday. The New York-based group said dozens were held.",
            ["Human Rights Watch"],
        ),
        (
            "The army denied the report. The military said no shots were fired.",
            ["army", "military"],
        ),
        ("Sen. Susan Collier, R-Maine, said the bill was late.", ["Susan Collier"]),
        (
            '"It is late," Collier told reporters. Sen. Susan Collier (R-Maine) chairs the panel.',
            ["Susan Collier"],
        ),
        (
            'Claudia Sheinberg Pardo took office on Tuesday. "We will not yield," Sheinberg said.',
            ["Claudia Sheinberg Pardo"],
        ),
        (
            "Abdel Fattah al-Masri met aid workers. Al-Masri said the crossing would open.",
            ["Abdel Fattah al-Masri"],
        ),
        (
            "Muhammad bin Salim al-Thani met aid workers. Sheikh Muhammad said the crossing would open.",
            ["Muhammad bin Salim al-Thani"],
        ),
        (
            'Prime Minister Keir Stamford said growth would slow. "We must act," Sir Keir said.',
            ["Keir Stamford", "Keir Stamford"],
        ),
        (
            "José María Peña met workers. Peña said pay would rise. Later, Pena said it might not.",
            ["José María Peña", "José María Peña"],
        ),
        (
            'White House press secretary Karen Levitt said the plan was ready. "It is ready," Levitt told reporters aboard Air Force One.',
            ["Karen Levitt", "Karen Levitt"],
        ),
        (
            'U.S. Secretary of State Marco Rubin said talks went on. "We are close," the top U.S. diplomat said.',
            ["Marco Rubin", "Marco Rubin"],
        ),
        (
            "A senior European Union diplomat said the talks had failed.",
            ["senior European Union diplomat"],
        ),
        (
            "Two U.S. officials familiar with the matter said the talks had failed.",
            ["Two U.S. officials familiar with the matter"],
        ),
        (
            "The officials, who spoke on condition of anonymity, said the talks had failed.",
            ["officials"],
        ),
        (
            "Palestinian health officials said 12 people were killed.",
            ["Palestinian health officials"],
        ),
        (
            "Witnesses said the bus caught fire. Residents of the village said help came late.",
            ["witnesses", "residents of the village"],
        ),
    ],
)
def test_a_reader_and_the_rules_agree_on_who_speaks(text, expected):
    assert speakers(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Both said it was late.",
        "The pair said it was late.",
        "Tara Vell said it was late.\n\nThe pier is old.\n\nBoth said it was new.",
    ],
)
def test_two_who_are_not_there_are_nobody(text):
    assert speakers(text)[-1] is None


def test_a_mayor_is_not_the_deputy_mayor():
    text = "Mayor Rosa Jimenez said it was late. The deputy mayor said it was new."
    assert speakers(text) == ["Rosa Jimenez", "deputy mayor"]


def test_one_without_a_name_is_not_whoever_speaks_next():
    text = '"We waited," said a voter. Amina Yusuf, 34, said she had waited too.'
    assert speakers(text) == ["voter", "Amina Yusuf"]


def test_whoever_is_named_in_what_is_said_does_not_say_it():
    text = "Senator Tom Dane arrived late. Governor Ted Orr followed. Orr must answer, he said. The senator said Dane would."
    assert speakers(text)[0] == "Tom Dane"
