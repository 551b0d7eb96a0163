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
            "A British-based opposition group, the Coral Observatory for Human Rights, said 20 had died.\n\nThe group said more were hurt.",
            ["Coral Observatory for Human Rights", "Coral Observatory for Human Rights"],
        ),
        (
            "Vellmar Technologies bought the port.\n\nVellmar Tech said the price was fair.",
            ["Vellmar Technologies"],
        ),
        (
            "The president of Norway said the port was shut.\n\nPresident Tara Marsh said talks would go on.",
            ["Tara Marsh", "Tara Marsh"],
        ),
        (
            "Relief group Artisans sans Frontieres said the ward was full.",
            ["Artisans sans Frontieres"],
        ),
        (
            "The strike began on Monday, which led Norway to warn that the port would close.",
            ["Norway"],
        ),
        (
            "When the strike began, the mayor, Ida Vell, left the talks, saying they had failed.",
            ["Ida Vell"],
        ),
        (
            'Lord Ashdown told the chamber that the bill was flawed.\n\n"It needs work," the peer said.',
            ["Lord Ashdown", "Lord Ashdown"],
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
        (
            "Oregon sued the federal government on Friday. The state said the order was unlawful.",
            ["Oregon"],
        ),
        (
            "Kenya closed the border on Friday. The country said it would reopen it in May.",
            ["Kenya"],
        ),
        ("Iran fired two missiles on Friday. Tehran said they were a test.", ["Tehran"]),
        (
            "The White House and the Justice Department said the files were lost.",
            ["White House and Justice Department"],
        ),
        (
            "Both the school board and the teachers' union said talks would go on.",
            ["school board and teachers' union"],
        ),
        ("Mark Hale and Dana Whitlock said the bill would pass.", ["Mark Hale and Dana Whitlock"]),
        (
            'Trump ally Steve Barrow met Orban in Budapest. "He is a giant," Barrow said of Orban. He said the two had dined.',
            ["Steve Barrow", "Steve Barrow"],
        ),
        (
            'Ms. Harlow praised Mr. Dunn, a carpenter, for his work. "He saved us," she said.',
            ["Harlow", "Harlow"],
        ),
        (
            "Governor Jane Mills signed the bill after a call from President Carl Dorn. She said it was her duty.",
            ["Jane Mills"],
        ),
        (
            "Sarah Conti beat Mayor Luis Ortega by 12 votes. He said he would ask for a recount.",
            ["Luis Ortega"],
        ),
        (
            "Police Chief Ann Dorsey suspended Officer Carl Webb. She said he had lied. Webb's lawyer, Rita Moss, said he had not.",
            ["Ann Dorsey", "Rita Moss"],
        ),
        (
            '"We will win," Pashinyan said. The Armenian prime minister also said peace was near. He called the deal historic.',
            ["Pashinyan", "Pashinyan", "Pashinyan"],
        ),
        (
            "Nikol Pashinyan arrived in Brussels on Monday. The Armenian prime minister said peace was near.",
            ["Nikol Pashinyan"],
        ),
        (
            "German Chancellor Olaf Merz met French President Alain Macron on Monday. The German leader said Europe must pay more. The French president said it would.",
            ["Olaf Merz", "Alain Macron"],
        ),
        (
            "Rep. Jim Dorn, the Ohio Republican who chairs the panel, opened the hearing. The chairman said nobody was above the law.",
            ["Jim Dorn"],
        ),
        (
            'Rep. Jim Dorn, an Ohio Republican, opened the hearing. The congressman said nobody was above the law. "It is time," the Ohioan said.',
            ["Jim Dorn", "Jim Dorn"],
        ),
        (
            "Attorney General Pam Bonner fired the prosecutor, Maya Cole, on Friday. The former prosecutor said she had done her job.",
            ["Maya Cole"],
        ),
        (
            'Judge Tanya Chu set the trial for March. Prosecutor Jack Shaw had asked for January. "We are ready," the prosecutor told the judge. The judge said January was too soon.',
            ["Jack Shaw", "Tanya Chu"],
        ),
        (
            "Elena Rossi, chief economist at Banca Nova, expects growth to slow. The economist said rates would fall.",
            ["Elena Rossi", "Elena Rossi"],
        ),
        (
            'Dr. Priya Raman treats children in the camp. The doctor said supplies were low. "We have two beds," Raman said.',
            ["Priya Raman", "Priya Raman"],
        ),
        (
            "Pastor John Oyedepo leads the church. The cleric said the vote was fair.",
            ["John Oyedepo"],
        ),
        ("Coach Marta Ruiz was not pleased. The coach said her team had slept.", ["Marta Ruiz"]),
        (
            "Hollywood actor George Clune wrote an essay. The actor said the president should go.",
            ["George Clune"],
        ),
        (
            "Author Lena Novak lives in Prague. The novelist said she wrote at night.",
            ["Lena Novak"],
        ),
        (
            "Peter Lerner, an army spokesman, briefed reporters. The spokesman said the tunnel was destroyed.",
            ["Peter Lerner"],
        ),
        (
            "A spokesman for the army said the tunnel was destroyed. The spokesman said nobody was hurt. He added that troops had left.",
            ["spokesman for the army", "spokesman for the army", "spokesman for the army"],
        ),
        (
            'A senior U.S. official said the talks went well. The official said another round would follow. "We are hopeful," the official said.',
            ["senior U.S. official", "senior U.S. official", "senior U.S. official"],
        ),
        (
            "A White House official said the call was short. Another official said it was long.",
            ["White House official", "another official"],
        ),
        (
            "Amnesty International said the trial was unfair. The rights group called for a new one. Its director, Agnes Call, said the court was biased.",
            ["Amnesty International", "Amnesty International", "Agnes Call"],
        ),
        (
            "Russia's Gazprom cut supplies on Monday. The state-owned company said a valve was broken.",
            ["Gazprom"],
        ),
        (
            "The Kremlin denied the report. It said no talks were planned. Spokesman Dmitry Orlov said on Friday that there would be none.",
            ["Kremlin", "Kremlin", "Dmitry Orlov"],
        ),
        ("The Taliban banned the show. The group said it was un-Islamic.", ["Taliban"]),
        (
            "The Supreme Court threw out the map. The justices said it was drawn by race.",
            ["justices"],
        ),
        (
            "The New York Times reported that the call took place. The newspaper said two aides were on the line.",
            ["New York Times", "New York Times"],
        ),
        (
            "In a letter to the governor, the mayor, Brandon Fox, said the troops were not needed. The letter said crime was down.",
            ["Brandon Fox", "letter"],
        ),
        (
            "Democratic Sen. Chris Marlow of Connecticut said the deal was bad. Marlow, who sits on the panel, said he would vote no. His Republican colleague Jim Risk said he would vote yes.",
            ["Chris Marlow", "Chris Marlow", "Jim Risk"],
        ),
        (
            '"It is a mess," said Kim Tran, 52, of Mesa. Her husband, Bao, nodded. "He voted for it," she said.',
            ["Kim Tran", "Kim Tran"],
        ),
        ('Maria Santos lost her son in the fire. "He was six," the mother said.', ["Maria Santos"]),
        ("Her father, retired miner Bob Yates, said the dust killed him slowly.", ["Bob Yates"]),
        (
            "The victim's sister, who did not want to be named, said he had been afraid.",
            ["victim's sister"],
        ),
        (
            "The senator's office said he would return. A spokeswoman for the senator, Kate Lind, said he was well.",
            ["senator's office", "Kate Lind"],
        ),
        (
            "Vice President JD Vance spoke in Munich. Vance said Europe must change. The vice president said free speech was in retreat.",
            ["JD Vance", "JD Vance"],
        ),
        (
            "Former President Bill Clifton spoke on Tuesday. The former president said the choice was clear. The 78-year-old said he would vote early.",
            ["Bill Clifton", "Bill Clifton"],
        ),
        (
            "President Ruto met youth leaders. The president said taxes would fall. Ruto said the bill was dead.",
            ["Ruto", "Ruto"],
        ),
        (
            "President William Ruto met youth leaders. Opposition leader Raila Odinga stayed away. The president said taxes would fall. The opposition leader said nobody believed it.",
            ["William Ruto", "Raila Odinga"],
        ),
        (
            "Interior Minister Ali Yerlikaya said 40 were held. The minister said they were linked to the group. A lawyer for one of them said he was at home.",
            ["Ali Yerlikaya", "Ali Yerlikaya", "lawyer for one of them"],
        ),
        (
            'Oil giant Petrona said on Thursday it would close its refinery in Port Vane.\n\nThe company said 900 jobs would go.\n\nChief Executive Lars Holm told analysts that the plant had lost money for six years. "It hurts," he said.\n\nThe mayor of Port Vane, Celia Brandt, said she had learned of the decision from the radio. "Nobody called," Brandt said.\n\nUnion official Tom Greer said workers would occupy the plant. He accused Holm of lying.\n\nPetrona rejected the accusation. It said the union had been told in May.',
            [
                "Petrona",
                "Petrona",
                "Lars Holm",
                "Lars Holm",
                "Celia Brandt",
                "Celia Brandt",
                "Tom Greer",
                "Tom Greer",
                "Petrona",
            ],
        ),
        (
            'A court in Manila sentenced a former senator to 12 years in jail on Friday.\n\nJudge Corazon Lim said Ramon Dizon had stolen from farmers. "You knew their names," she told him.\n\nDizon, 67, showed no emotion. His wife, Leonora, wept.\n\n"My husband is innocent," she said outside the court.\n\nThe former senator\'s lawyer said he would appeal. Prosecutor Jun Abad said the sentence was just.\n\nFarmers who had come by bus cheered. "At last," said one of them, Pedro Magno, 71.',
            [
                "Corazon Lim",
                "Corazon Lim",
                "Leonora",
                "former senator's lawyer",
                "Jun Abad",
                "Pedro Magno",
            ],
        ),
        (
            'Scientists have found microplastics in clouds above Mount Fuji, a study published on Tuesday said.\n\nThe study\'s lead author, Hiroshi Okochi of Waseda University, said the finding was worrying. "If it is in clouds, it is in rain," he said.\n\nMarie Dubois, an atmospheric chemist at the University of Lyon who was not involved in the research, said the samples were small. The chemist said more work was needed.\n\nOkochi agreed. He said his team would climb again in the spring.',
            [
                "study",
                "Hiroshi Okochi",
                "Hiroshi Okochi",
                "Marie Dubois",
                "Marie Dubois",
                "Hiroshi Okochi",
            ],
        ),
        (
            'Israeli strikes killed 11 people in Gaza on Monday, local health officials said.\n\nThe Israeli military said it had struck a command post. It said steps had been taken to avoid harm to civilians.\n\n"My brother was carrying bread," said Umm Khaled, 45, whose house was hit. Her neighbor, who gave his name as Abu Samir, said no fighters were there.\n\nPrime Minister Benjamin Navon said the war would go on. Navon told his cabinet that pressure was working.\n\nA Hamas official, Bassem Naji, said the group was ready for a deal. He accused Navon of stalling.\n\nIn Washington, a State Department spokesman said talks were continuing. The spokesman declined to say whether an envoy would travel.',
            [
                "local health officials",
                "Israeli military",
                "Israeli military",
                "Umm Khaled",
                "Abu Samir",
                "Benjamin Navon",
                "Benjamin Navon",
                "Bassem Naji",
                "Bassem Naji",
                "State Department spokesman",
                "State Department spokesman",
            ],
        ),
        (
            'Two weeks after the flood, Mary and John Oduya were still waiting for a tent.\n\n"They wrote down our names," Mary Oduya said. Her husband said he had stopped asking.\n\nCounty official Ruth Wekesa said 600 tents had been handed out. But she acknowledged that many families had none.\n\n"It is not enough," the official said.',
            ["Mary Oduya", "John Oduya", "Ruth Wekesa", "Ruth Wekesa", "Ruth Wekesa"],
        ),
        (
            'WASHINGTON -- President Walter Dunn said Thursday that he would veto the farm bill, calling it "a gift to lobbyists."\n\nThe announcement stunned Republican leaders, who had counted on his signature.\n\n"I found out from the television," said Sen. Gail Porter of Iowa, the chairwoman of the Agriculture Committee. She added that her staff had been negotiating with the White House until midnight.\n\nPorter\'s Democratic counterpart, Sen. Luis Arroyo of New Mexico, was less surprised. "He does this," Arroyo said. The New Mexico senator said Mr. Dunn had broken three promises to farmers.\n\nA White House official, speaking on the condition of anonymity, said the president had not made up his mind until Wednesday. The official said the veto threat was meant to improve the bill.\n\nFarm groups were furious. The National Corn Alliance said the veto would cost its members billions. Its president, Wade Buller, urged the president to reconsider.\n\n"We voted for him," said Buller, who grows corn near Ames.',
            [
                "Walter Dunn",
                "Walter Dunn",
                "Gail Porter",
                "Gail Porter",
                "Luis Arroyo",
                "Luis Arroyo",
                "White House official",
                "White House official",
                "National Corn Alliance",
                "Wade Buller",
                "Wade Buller",
            ],
        ),
        (
            'Former Governor Rick Tobin and his wife, Sheila, said on Friday that they would not testify.\n\n"We have nothing to add," the couple said in a statement released by their lawyer, Ed Marks.\n\nProsecutors say the Tobins accepted a boat from a builder. The builder, Carl Ott, has pleaded guilty.\n\nOtt\'s attorney, Nancy Bloom, said her client would cooperate. She said he was sorry.',
            [
                "Rick Tobin and Sheila",
                "Rick Tobin and Sheila",
                "prosecutors",
                "Nancy Bloom",
                "Nancy Bloom",
            ],
        ),
        (
            'Voters in the Lutonian capital queued before dawn.\n\n"I want a road," said Josephine Mbeki, a vegetable seller. Next to her, Thomas Okot shook his head. The retired soldier said roads were promised in every election.\n\nPresident Daniel Achen, who has ruled since 1994, voted in his home village. He told reporters he was confident.\n\nHis main challenger, the singer-turned-politician Bobi Lule, said the army had beaten his agents. The 41-year-old called for calm.\n\nElection chief Simon Byaka said polling had been smooth. He denied that ballots were missing.\n\nThe African Bloc\'s observer mission said it would report on Monday. Its head, former Ghanaian minister Akua Sarpong, said she had seen long lines and good humor.',
            [
                "Josephine Mbeki",
                "Thomas Okot",
                "Daniel Achen",
                "Bobi Lule",
                "Bobi Lule",
                "Simon Byaka",
                "Simon Byaka",
                "African Bloc's observer mission",
                "Akua Sarpong",
            ],
        ),
        (
            'Japan\'s central bank raised rates on Friday, and its governor, Kenji Ueno, said more increases might follow.\n\n"The economy can bear it," Ueno said.\n\nFinance Minister Aya Suzuki said the government respected the decision. She declined to say whether she had been consulted.\n\nEconomists were split. Takeshi Mori of Sakura Securities said the bank had moved too late, while Emi Kato, his former colleague, said it had moved too soon.\n\n"Wages are not there yet," Kato said. The economist expects the next move in spring.',
            [
                "Kenji Ueno",
                "Kenji Ueno",
                "Aya Suzuki",
                "Aya Suzuki",
                "Takeshi Mori",
                "Emi Kato",
                "Emi Kato",
                "Emi Kato",
            ],
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


def test_a_name_of_one_word_keeps_a_rank_that_belongs_to_it():
    text = "Pope Anselm said it was late. Lord Marsh said it was new. Lord Marsh, born Tom Marsh, left."
    assert speakers(text) == ["Pope Anselm", "Tom Marsh"]


def test_those_who_decline_to_be_named_are_not_quoted_for_it():
    text = "A woman at the market, who declined to be named, said two men had fled."
    assert speakers(text) == ["woman at the market"]


def test_an_adverb_with_a_capital_belongs_to_a_name():
    text = "Members of the Just Drill Less campaign were jailed. Just Drill Less called the ruling a disgrace."
    assert speakers(text) == ["Just Drill Less"]


def test_it_within_marks_is_the_body_of_which_they_speak():
    text = 'The Home Office defended the plan. "Parliament sent a signal that it expects murder to be punished," a spokesman said.'
    assert "Parliament" in speakers(text)


def test_the_state_is_the_one_of_which_the_article_speaks():
    text = "Minnesota lost on Tuesday.\n\nA court threw out Minnesota's law. Judges from Iowa agreed with the ban's foes, and Minnesota's argument failed. The ban, the state said, was needed."
    assert speakers(text)[-1] == "Minnesota"


def test_an_office_with_a_small_word_before_it_stands_beside_its_name():
    text = "Kent Brill spoke on Friday. His opponent, state Treasurer Dora Winn, said it was late."
    assert speakers(text) == ["Dora Winn"]


def test_a_leader_of_a_union_is_not_the_union():
    text = "A union leader, Paddy Moore of Usdaw, said it was late. The union said it was new."
    assert speakers(text) == ["Paddy Moore", "union"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Solva governor, Iris Vane, said the pier was safe.\n\nThe governor said it was new.",
            ["Iris Vane", "Iris Vane"],
        ),
        ("Rep. Iris Vane, R-N.Y., said the pier was safe.", ["Iris Vane"]),
        ("Harbour trustees, Iris Vane, and others said the pier was safe.", ["others"]),
        ("CM Vane said rice was cheap. Chief Minister Iris Vane spoke in Solva.", ["Iris Vane"]),
    ],
)
def test_a_role_without_an_article_stands_before_its_name(text, expected):
    assert speakers(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Solva governor, Peter Vane, said rice was cheap.\n\nAccording to the governor, Solva has grown. He said that it would go on.",
            ["Peter Vane", "Peter Vane", "Peter Vane"],
        ),
        ("Neither the club nor the league said when it would end.", ["the club and the league"]),
        ("Neither Vell nor Orr said when it would end.", ["Vell and Orr"]),
        (
            "Norway, Sweden and the Netherlands have expressed concern at the plan.",
            ["Norway, Sweden and the Netherlands"],
        ),
        ("The Harbour Today newspaper reported that rents rise.", ["Harbour Today"]),
        ("Past work has found that rents rise.", ["Past work"]),
        (
            "The Dock Union (DU) Secretary-General Paul Orr urged counties to pay.",
            ["Paul Orr"],
        ),
        (
            "Rents will rise, according to a council work report published on Monday.",
            ["council work report"],
        ),
        ("Rents will rise, according to a report analyzing the boom.", ["report"]),
        (
            "The minister read a report of the Dock Board. The report said that rents rise.",
            ["report of the Dock Board"],
        ),
        ("OBAN The council said that rents rise.", ["council"]),
        ("SEOUL South Korea said on Friday that rents rise.", ["South Korea"]),
        ("USA Basketball said on Friday that rents rise.", ["USA Basketball"]),
        (
            'President Marko "Miko" Vane said that rice was cheap.\n\nMiko said that it was late.',
            ['Marko "Miko" Vane', 'Marko "Miko" Vane'],
        ),
        (
            "Grand Dock Party (GDP) national president Tarun Nair said that chief minister Anil Kumar changed it.\n\nThe GDP chief said it was late.",
            ["Tarun Nair", "Tarun Nair"],
        ),
        (
            'Paul Brunt, an economist, said it was not. The reserves were small, he said.\n\nHis remarks were echoed by Tarun Orr, a well-known professor. "It is late," he said.',
            ["Paul Brunt", "Paul Brunt", "Tarun Orr"],
        ),
    ],
)
def test_what_stands_before_and_behind_a_source_does_not_hide_it(text, expected):
    assert speakers(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Not one of them said that it was late.", "Not one of them"),
        (
            "Vell, Orr and Finch said that they would leave.",
            "Vell, Orr and Finch",
        ),
        ("OBAN A council said that it was late.", "A council"),
        (
            'President Marko "Miko" Vane said that rice was cheap.',
            'President Marko "Miko" Vane',
        ),
        ("In Oban, Vell and Orr said that they would leave.", "Vell and Orr"),
    ],
)
def test_a_source_is_whole(text, expected):
    assert list(hs.quotations([text], format="news")["source"]) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Two-thirds of voters say the port should close, while a third say it should stay.",
            ["two-thirds of voters", "a third of voters"],
        ),
        (
            "Only 28 percent of Norlanders think the port should close, and 74 percent said it was too late.\n\nOne-third say they hope it stays open.",
            [
                "28 percent of Norlanders",
                "74 percent of Norlanders",
                "one-third of Norlanders",
                "one-third of Norlanders",
            ],
        ),
        (
            "Among likely voters, 58 percent say they would back her.\n\nJust 36% say she is honest.",
            ["58 percent of likely voters", "36%"],
        ),
        (
            "Half of respondents said it was late, and four in ten said they would leave.",
            ["half of respondents", "four in ten respondents"],
        ),
    ],
)
def test_a_share_is_of_those_who_were_asked(text, expected):
    assert speakers(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            'President Hal Orr held a rally.\n\nThe president wrote that the inquiry into the Orr campaign was "a hoax".',
            ["Hal Orr"],
        ),
        ('Meet Ann Vane. "It is late," Vane said.', ["Ann Vane"]),
        (
            "Turnout varies, according to the National Conference of Harbour Towns.",
            ["National Conference of Harbour Towns"],
        ),
        (
            'Staff are to lose their jobs at a television operator, Ostar. The company expects that it will save money.\n\n"It is late," Ostar shareholders said. Ostar has told its staff.',
            ["Ostar", "Ostar shareholders"],
        ),
        (
            "Hal Orr, who is charged with murder, pleaded not guilty. The defendant said that he had been at home.",
            ["Hal Orr"],
        ),
        (
            'Bernie Vell said it was hard. Many voters still believe Orr has the best chance, Vell said.\n\n"We are losing," said the democratic socialist senator from Vermont.',
            ["Bernie Vell", "Bernie Vell", "many voters", "Bernie Vell"],
        ),
        ("Wall Street arbitrageurs said it was late.", ["Wall Street arbitrageurs"]),
        (
            "The United Nations said it would send food. The world body said it was late.",
            ["United Nations", "United Nations"],
        ),
        (
            "The European Union acted. The bloc said it was late. The 27-member bloc said more would follow.",
            ["European Union", "European Union"],
        ),
        (
            'Senator Ida Vell said it was late. Her letter said it was unsafe. "It is unsafe," the Democrat wrote.',
            ["Ida Vell", "letter", "Ida Vell"],
        ),
        (
            "Residents heard shots. One resident, Hal Orr, said he ran. Another, Ida Vell, said she hid.",
            ["Hal Orr", "Ida Vell"],
        ),
        ("The company, Tide Corp, said it was disappointed.", ["Tide Corp"]),
        (
            "French Foreign Minister Iris Vane met her Russian counterpart, Hal Orr. The Russian foreign minister said it was late.",
            ["Hal Orr"],
        ),
        (
            "A judge refused to release a mayor, saying he might flee.\n\nHal Orr, 58, is charged with fraud.",
            ["judge"],
        ),
        ("Democrats said it was late.", ["Democrats"]),
        (
            "Norland's central bank raised rates. The bank said prices were too high.",
            ["Norland's central bank"],
        ),
        (
            "A man was unarmed, his lawyer said Tuesday.\n\nIda Vell said her client, Hal Orr, held a phone. The attorney said she would sue.",
            ["Ida Vell", "Ida Vell", "Ida Vell"],
        ),
        (
            "OBAN (Reuters) - Norland's finance minister said on Monday that taxes would rise.\n\nHal Orr told parliament it was late.",
            ["Hal Orr", "Hal Orr"],
        ),
        (
            "OBAN (Reuters) - Norland's finance minister said on Monday that taxes would rise.\n\nIda Vell, a teacher, said people would suffer.",
            ["Norland's finance minister", "Ida Vell"],
        ),
        (
            "OSLO (Reuters) - U.S. Senator Ida Vell said it was late.\n\nU.S. Ambassador Iris Vane delivers remarks at U.N. headquarters, September 21, 2037. REUTERS/Hal Orr\n\nThe moderate Republican lawmaker said it was new.",
            ["Ida Vell", "Ida Vell"],
        ),
        (
            "OBAN, March 4 - Baltic Terminal Systems Inc said it sold 200,000 shares to Oban Motors Inc.\n\nThe company said it was late.",
            ["Baltic Terminal Systems Inc"] * 2,
        ),
    ],
)
def test_whom_a_role_means_in_wire_copy(text, expected):
    assert speakers(text) == expected


@pytest.mark.parametrize(
    "names",
    [
        "Sen. Ida Vell, D-Norland, and Rep. Rolf Orr, R-Oban",
        "Ida Vell, a nurse, and Rolf Orr, a banker",
        "House Leader Ida Vell, D-Norland, and her deputy, Rep. Rolf Orr, R-Oban",
    ],
)
def test_those_named_together_with_what_is_told_of_each(names):
    text = (
        f'{names}, said the vote was late.\n\n"We want a vote," they wrote. Vell said it was late.'
    )
    assert speakers(text) == ["Ida Vell and Rolf Orr"] * 2 + ["Ida Vell"]


def test_one_who_speaks_with_their_own():
    text = 'Mayor Ida Vell and her legal team said it was late.\n\n"It is late," they wrote.'
    assert speakers(text) == ["Ida Vell and her legal team"] * 2


@pytest.mark.parametrize("storm", ["Hurricane", "Tropical Storm", "Typhoon"])
def test_a_storm_is_nobody(storm):
    text = f"{storm} Hal hit the coast. Hal weakened late.\n\nRolf Orr was glad that Hal was weak. He was expecting a worse night."
    assert speakers(text) == ["Rolf Orr"]
    text = f"{storm} Hal hit Norland. Hal weakened late. The country said it was over."
    assert "Hal" not in str(speakers(text))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Economist Jan van der Meer said the port was shut. Van der Meer said it was late.",
            ["Jan van der Meer"] * 2,
        ),
        (
            "France's foreign minister, Ida Vell, said it was late. Her German counterpart, Hal Orr, said it was early.\n\nThe German foreign minister said it was shut. The French minister said it was open.",
            ["Ida Vell", "Hal Orr", "Hal Orr", "Ida Vell"],
        ),
        (
            "Two witnesses said the port was shut.\n\nThe town lies on the coast. They said it was late.",
            ["two witnesses"] * 2,
        ),
        (
            "The World Grain Council (WGC) said it was late.\n\nThe town lies on the coast. It said it was early.",
            ["World Grain Council"] * 2,
        ),
        (
            "Russia's Defence Ministry said it was late.\n\nUkraine's Defence Ministry said it was early.",
            ["Russia's Defence Ministry", "Ukraine's Defence Ministry"],
        ),
    ],
)
def test_names_counterparts_and_what_lies_between(text, expected):
    assert speakers(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Fisheries Minister Tom Orrin said it was late. He added that the minister's wife, Clara Orrin, had done nothing.\n\nThe minister said he would stay. Orrin said he was sorry.",
            ["Tom Orrin"] * 4,
        ),
        (
            "Finance Minister Adrian Tomes said it was late.\n\nLiberal leader Mihai Tomes, no relation to the minister, said it was early.\n\nThe minister said they shared a name.",
            ["Adrian Tomes", "Mihai Tomes", "Adrian Tomes"],
        ),
        (
            "The Social Union of Halven's mayor, Danica Petrov, took 24 percent. The mayor promised to send an offer within days.\n\nIn a village, Peter Zorn, the mayor, said he had voted for the other side.",
            ["Danica Petrov", "Peter Zorn"],
        ),
        (
            "Candidate Tess Villar trails by 40 votes. Villar's side said it was late. Her attorney, Imani Brook, pointed to a ruling that she said was clear.",
            ["Villar's side", "Imani Brook"],
        ),
        (
            "Clerk Joan Pryor said it was late. The lawyers do not dispute that, but they argue that the law forbids it.",
            ["Joan Pryor", "lawyers"],
        ),
        (
            "According to the senators, the operator, the Alpine Tunnel Society (ATS), put off the work.\n\nThe operator says that it was late.",
            ["senators", "Alpine Tunnel Society"],
        ),
        (
            "Under the contract, Crestwater Utilities may ask for more. The company said that it was sorry.",
            ["Crestwater Utilities"],
        ),
        (
            "The citizens' group Keep It Ours said that it was late.",
            ["Keep It Ours"],
        ),
        (
            "A judge said Thursday she will decide by Monday whether the ballots can be counted.\n\nCircuit Judge Marit Oppeg heard five hours of testimony.",
            ["Marit Oppeg"],
        ),
        (
            "Most notably, the ambassador to the council, Susan Vell, said in several interviews that it was late.",
            ["Susan Vell"],
        ),
        (
            "That June, former Harbour director James Vell, told the committee that it was late.",
            ["James Vell"],
        ),
        (
            "Ida Marsh, stumping Monday in Scranton, Pennsylvania, with Vice President Joe Vell, slammed the plan as late.",
            ["Ida Marsh"],
        ),
        (
            "In a village, Peter Zorn, the mayor, said that it was late.",
            ["Peter Zorn"],
        ),
        (
            "The Oban administration said it was late. The Yemeni government said it was early.",
            ["Oban administration", "Yemeni government"],
        ),
        (
            "Seven men have been killed, according to a tally by Pellian officials.",
            ["tally"],
        ),
        (
            "The United States and Japan said it was late. Both the United States and North Korea said it was early.",
            ["United States and Japan", "United States and North Korea"],
        ),
        (
            "Officials said on Friday the United States and South Korea announced that it was late.",
            ["officials", "United States and South Korea"],
        ),
        (
            "Ships were late, according to a Raleigh News & Observer analysis.",
            ["Raleigh News & Observer analysis"],
        ),
        (
            'Omar Hadd, 12, was shot. His mother, Lina Hadd, said it was late.\n\n"He was good," Hadd said.',
            ["Lina Hadd"] * 2,
        ),
        (
            'Two sources said it was late. "It was early," the other said.',
            ["two sources", "other source"],
        ),
        (
            "A man told reporters it was late. The man, who gave only his first name, Omar, said it was early.",
            ["Omar"] * 2,
        ),
        (
            "Mayor Eva Birk said it was late.\n\nDeputy Mayor Hal Orr said it was early.\n\nThe mayor said it was over.\n\nThe deputy mayor said it was not.",
            ["Eva Birk", "Hal Orr", "Eva Birk", "Hal Orr"],
        ),
        (
            "The report changes little, said Anna Verst, who lost her brother.",
            ["Anna Verst"],
        ),
    ],
)
def test_relatives_namesakes_and_who_is_named_beside(text, expected):
    assert speakers(text) == expected


def test_a_second_verb_of_a_clause_below_has_the_subject_of_that_clause():
    found = hs.quotations(
        [
            "Judge Teodora Balan threatened to clear the gallery after an elderly woman rose and shouted that it was late.",
            "The report said engineers had as early as 2026 asked for the tunnel to be closed.",
        ],
        format="news",
    )
    assert list(found["source"]) == [
        "Judge Teodora Balan",
        "an elderly woman",
        "The report",
        "engineers",
    ]
