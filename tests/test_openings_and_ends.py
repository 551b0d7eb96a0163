# ruff: noqa: E501 - rows read best on one line
"""All reports of a sentence: where a content begins behind when and where it was said, and where it ends."""

import hustings as hs
import pytest
from test_reports import found

REPORTS = [
    # Where and when something was said, before a clause without "that".
    ("Voss told reporters at the Capitol she \u201cslept fine.\u201d", [("Voss", "told", "she \u201cslept fine.\u201d")]),
    ("Voss told reporters outside the courthouse she was done.", [("Voss", "told", "she was done")]),
    ("He told supporters in Oban on Friday the race was over.", [("He", "told", "the race was over")]),
    ("He told reporters on the steps of the court his client was innocent.", [("He", "told", "his client was innocent")]),
    ("The mayor said during the campaign the numbers were wrong.", [("The mayor", "said", "the numbers were wrong")]),
    ("She told reporters after the vote she was done.", [("She", "told", "she was done")]),
    ("He said at a rally on Sunday in Oban after the vote taxes would rise.", [("He", "said", "taxes would rise")]),
    ("Haldane said on his Harbour Page account he was \u201cdeeply sorry\u201d.", [("Haldane", "said", "he was \u201cdeeply sorry\u201d")]),
    ("She said outside court she was innocent.", [("She", "said", "she was innocent")]),
    ("The board said in a news release that the pier would close.", [("The board", "said", "the pier would close")]),
    ("The board said in a news release the pier would close.", [("The board", "said", "the pier would close")]),
    ("She told the \u201cToday\u201d programme: \u201cWe are tired.\u201d", [("She", "told", "We are tired.")]),
    ("She told the \u201cToday\u201d programme she was tired.", [("She", "told", "she was tired")]),
    # What belongs to the clause that is told.
    ("He told the board in Oban people were starving.", [("He", "told", "in Oban people were starving")]),
    ("She said in some villages the water had risen.", [("She", "said", "in some villages the water had risen")]),
    ("She told the court after the war the pier was rebuilt.", [("She", "told", "after the war the pier was rebuilt")]),
    # Infinitives behind when and where they were promised.
    ("He vowed Thursday to visit all 67 counties.", [("He", "vowed", "to visit all 67 counties")]),
    ("He pledged during the debate to repeal the law.", [("He", "pledged", "to repeal the law")]),
    ("He threatened in a post to fire the commissioner.", [("He", "threatened", "to fire the commissioner")]),
    ("He hopes to address the convention.", [("He", "hopes", "to address the convention")]),
    ("She promised to release her tax returns.", [("She", "promised", "to release her tax returns")]),
    ("He said in the letter to shareholders there was no need.", [("He", "said", "there was no need")]),
    # A verb of saying before its subject, behind words that open a clause.
    ("In some villages the water rose, said Tom Irden.", [("Tom Irden", "said", "In some villages the water rose")]),
    ("Nearly 40 houses burned, said Tom Irden.", [("Tom Irden", "said", "Nearly 40 houses burned")]),
    ("Rebuilding the pier will take years, said Tom Irden.", [("Tom Irden", "said", "Rebuilding the pier will take years")]),
    ("Last year, he said, the pier was shut.", [("he", "said", "Last year the pier was shut")]),
    ("Now, he said, the pier is shut.", [("he", "said", "Now the pier is shut")]),
    ("Nevertheless, he said, the pier is shut.", [("he", "said", "the pier is shut")]),
    # Passives and courts.
    ("He was accused by the union of lying.", [("the union", "accused", "He of lying")]),
    ("He was accused by the Union of Dockers of lying.", [("the Union of Dockers", "accused", "He of lying")]),
    ("It was announced on Monday that the pier would close.", [(None, "announced", "the pier would close")]),
    ("The plan was branded \u201creckless\u201d by the union.", [("the union", "branded", "The plan \u201creckless\u201d")]),
    ("A carer stole 50,000 from a widow, a court has heard.", [(None, "heard", "A carer stole 50,000 from a widow")]),
    ("A carer stole 50,000 from a widow, Oban Crown Court was told.", [(None, "told", "A carer stole 50,000 from a widow")]),
    ("A carer stole 50,000 from a widow, jurors heard.", [(None, "heard", "A carer stole 50,000 from a widow")]),
    ("\u201cWe have no boats,\u201d the inquest heard on Monday.", [(None, "heard", "We have no boats,")]),
    ("Magistrates heard he had fallen.", [(None, "heard", "he had fallen")]),
    ("Residents heard a blast, police said.", [("police", "said", "Residents heard a blast")]),
    ("The ministry has so far not said whether the pier will close.", [("The ministry", "said", "the pier will close")]),
    # Colons.
    ("Another aide put it more bluntly: \u201cNobody needs this.\u201d", [("Another aide", "put it", "Nobody needs this.")]),
    ("She summed it up: \u201cNobody needs this.\u201d", [("She", None, "Nobody needs this.")]),
    ("Orr had a message for voters: \u201cNobody needs this.\u201d", [("Orr", None, "Nobody needs this.")]),
    ("Orr offered a simpler explanation: \u201cNobody needs this.\u201d", [("Orr", "offered", "Nobody needs this.")]),
    # Where the narration goes on.
    ("The bank said risks were \u201cbroadly balanced\u201d, a change from May.", [("The bank", "said", "risks were \u201cbroadly balanced\u201d")]),
    ("The envoy said it was \u201cbarbaric\u201d, its strongest language yet.", [("The envoy", "said", "it was \u201cbarbaric\u201d")]),
    ("He claimed that the average driver earns 69,000, a figure the union disputes.", [("He", "claimed", "the average driver earns 69,000")]),
    ("The envoy said he had \u201cgood memories\u201d of the talks, raising fears of delay.", [("The envoy", "said", "he had \u201cgood memories\u201d of the talks")]),
    ("He said the port would close, raising fees for all.", [("He", "said", "the port would close, raising fees for all")]),
    ("Marchers chanted \u201cWater is life\u201d and \u201cOrr out\u201d as they made their way to the pier.", [("Marchers", "chanted", "\u201cWater is life\u201d and \u201cOrr out\u201d")]),
    ("The crowd shouted \u201cShame\u201d as Orr left.", [("The crowd", "shouted", "Shame")]),
    ("Marchers shouted \u201cShame\u201d and threw stones.", [("Marchers", "shouted", "Shame")]),
    ("The ministry said it cares about the town but did not directly address her claims.", [("The ministry", "said", "it cares about the town")]),
    ("The ministry said it cares about the town but did not answer questions.", [("The ministry", "said", "it cares about the town")]),
    ("He promised to release the records but has not done so.", [("He", "promised", "to release the records")]),
    ("She said she supports the plan but refused to take questions.", [("She", "said", "she supports the plan")]),
    ("She said the vote was close, then left the room.", [("She", "said", "the vote was close")]),
    ("She said the plan was dead and left the room.", [("She", "said", "the plan was dead")]),
    ("He said he was tired and left the room.", [("He", "said", "he was tired and left the room")]),
    ("He demanded that sales be banned and sought a statement from the port.", [("He", "demanded", "sales be banned")]),
    ("Hawkers said they welcomed the freeze, but some were doubtful.", [("Hawkers", "said", "they welcomed the freeze")]),
    # What belongs to the clause behind marks.
    ("She said crime there had fallen \u201cdramatically\u201d since August.", [("She", "said", "crime there had fallen \u201cdramatically\u201d since August")]),
    ("She said growth had \u201cslowed\u201d this year.", [("She", "said", "growth had \u201cslowed\u201d this year")]),
    ("She called it \u201ca sham\u201d on Monday.", [("She", "called", "it \u201ca sham\u201d")]),
    ("Mr Pell said ministers \u201csabotaged\u201d the deal.", [("Mr Pell", "said", "ministers \u201csabotaged\u201d the deal")]),
    ("Vell said the map reflects \u201ca people at sea\u201d.", [("Vell", "said", "the map reflects \u201ca people at sea\u201d")]),
    ("Vell said the board had offered \u201clittle more than a shrug\u201d of late.", [("Vell", "said", "the board had offered \u201clittle more than a shrug\u201d of late")]),
    ("She said she wished to \u201capologise sincerely\u201d for the delay.", [("She", "said", "she wished to \u201capologise sincerely\u201d for the delay")]),
    ("Orr said her nephew came and found \u201cfinal demand\u201d letters in a drawer.", [("Orr", "said", "her nephew came and found \u201cfinal demand\u201d letters in a drawer")]),
    ("Spain called on the union for urgent help.", [("Spain", "called on", "the union for urgent help")]),
    ("However, he said, the pier is shut.", [("he", "said", "the pier is shut")]),
    ("Meanwhile, officials said on Monday, the pier was shut.", [("officials", "said", "the pier was shut")]),
    ("Instead, he said, the pier was shut.", [("he", "said", "Instead the pier was shut")]),
    ("\u201cIt is over,\u201d he said. However, he added, \u201cwe will stay.\u201d", [("he", "said", "It is over,"), ("he", "added", "we will stay.")]),
    ("However, the pier is shut, Ida Vell said.", [("Ida Vell", "said", "the pier is shut")]),
    ("He told the court the officer \u201cgrabbed\u201d him by the neck.", [("He", "told", "the officer \u201cgrabbed\u201d him by the neck")]),
    # Who is told, or says so, without more.
    ("The minister told parliament taxes would rise.", [("The minister", "told", "taxes would rise")]),
    ("Orr left, telling judges he had been 200 miles away.", [("Orr", "telling", "he had been 200 miles away")]),
    ("They promised us they\u2019d fix the pipes first.", [("They", "promised", "they\u2019d fix the pipes first")]),
    ("They promised us nothing would change.", [("They", "promised", "nothing would change")]),
    ("He cautioned the Government against suspending the charter.", [("He", "cautioned", "the Government against suspending the charter")]),
    ("Vell asked aides in the Round Office, \u201cWho talks to these people?\u201d", [("Vell", "asked", "Who talks to these people?")]),
    ("He told reporters aboard Harbour One he was tired.", [("He", "told", "he was tired")]),
    ("\u201cWe are tired,\u201d another said.", [("another", "said", "We are tired,")]),
    ("Some said prices would rise.", [("Some", "said", "prices would rise")]),
    ("Another said: \u201cWe are tired.\u201d", [("Another", "said", "We are tired.")]),
    ("Some said facts were few.", [("Some", "said", "facts were few")]),
    # Clauses without \u201cthat\u201d that begin with a pronoun or a number.
    ("A spokeswoman confirmed he plans to seek a second term.", [("A spokeswoman", "confirmed", "he plans to seek a second term")]),
    ("They confirmed her plans to run.", [("They", "confirmed", "her plans to run")]),
    ("Officials said as many as 40 people were hurt.", [("Officials", "said", "as many as 40 people were hurt")]),
    # Relative clauses.
    ("The council passed a law that critics say would hurt farmers.", [("critics", "say", "would hurt farmers")]),
    ("Cole argued that the tax, which Vail has called \u201ca nonstarter,\u201d would raise billions.", [("Cole", "argued", "the tax, which Vail has called \u201ca nonstarter,\u201d would raise billions"), ("Vail", "called", "a nonstarter,")]),
    ("She said the bill, which she called \u201coverdue,\u201d would pass.", [("She", "said", "the bill, which she called \u201coverdue,\u201d would pass"), ("she", "called", "overdue,")]),
    ("A lawmaker who said that the vote was stolen has resigned.", [("A lawmaker", "said", "the vote was stolen")]),
    ("According to Mr Pell, who said he was turned away, the food was bad.", [("Mr Pell", "said", "he was turned away"), ("Mr Pell", "According to", "the food was bad")]),
    # Around a report between the last two of a list, and behind marks.
    ("There is a kettle on, a tin of tea and, she points out, nothing stronger.", [("she", "points out", "There is a kettle on, a tin of tea and nothing stronger")]),
    ("\u201cWe are tired.\u201d \u2014 Tom Irden, minister", [("Tom Irden", None, "We are tired.")]),
    ("\u201cWe are tired.\u201d \u2013 Tom Irden", [("Tom Irden", None, "We are tired.")]),
    ("\u201cWe are tired.\u201d \u2014 The boats left.", []),
    # What is no report of its own.
    ("She criticized what he called the \u201cscandalous silence\u201d of the board.", [("he", "called", "the \u201cscandalous silence\u201d of the board")]),
    ("He demanded that the port transfer 800 boats and criticized what he called \u201ca shame\u201d.", [("He", "demanded", "the port transfer 800 boats"), ("he", "called", "a shame")]),
    ("The forum, which concluded on Tuesday in the old Norlandic city, produced 60 papers.", []),
    # Terms, titles and labels.
    ("Senk said in his Sunday address the war would end.", [("Senk", "said", "the war would end")]),
    ("Senk said in his New Year address the war would end.", [("Senk", "said", "the war would end")]),
    ("The word \u201cloaves,\u201d she told the court, was code for prisoners.", [("she", "told", "The word \u201cloaves,\u201d was code for prisoners")]),
    ("The plan, dubbed \u201cNew Dawn,\u201d he said, would fail.", [("he", "said", "The plan, dubbed \u201cNew Dawn,\u201d would fail")]),
    ("When agents met him in May, the indictment says, he denied knowing the owner.", [("the indictment", "says", "When agents met him in May he denied knowing the owner"), ("he", "denied", "knowing the owner")]),
    ("Fennimore vouched for his deputy, that source said.", [("that source", "said", "Fennimore vouched for his deputy")]),
    ("He said 'the boys' and 'the girls' were ready.", [("He", "said", "'the boys' and 'the girls' were ready")]),
    ("He said the ministers' plan was 'for the boys' of Oban.", [("He", "said", "the ministers' plan was 'for the boys' of Oban")]),
    ("\u201cYou can\u2019t get away with it,\u201d complained Year 6 pupil Efa, 10.", [("Year 6 pupil Efa", "complained", "You can\u2019t get away with it,")]),
    ("The bottom line: Fennimore will quit, two people close to him say.", [("two people close to him", "say", "Fennimore will quit")]),
    ("The board voted, rejecting a complaint from a parent who called it \u201cdirty\u201d.", [("a parent", "called", "it \u201cdirty\u201d")]),
    ("The book tells the story of a teenager who survives a war.", []),
    ("The proposals put forward last week \u201creflect the will of the people,\u201d the minister said.", [("the minister", "said", "The proposals put forward last week \u201creflect the will of the people,\u201d")]),
    # Within what a court hears.
    ("Over a period of 26 months, Orr made 188 trips, the court heard.", [(None, "heard", "Over a period of 26 months, Orr made 188 trips")]),
    ("Orr, the court heard, had left.", [(None, "heard", "Orr had left")]),
    ("Orr, the jury was told, had left.", [(None, "told", "Orr had left")]),
    ("In May, the inquest heard, Orr left.", [(None, "heard", "In May Orr left")]),
    # What somebody found.
    ("The court found it reasonable to wait.", [("The court", "found", "it reasonable to wait")]),
    ("She found it \u201cappalling\u201d.", [("She", "found", "it \u201cappalling\u201d")]),
    # Words for places that tell who is meant.
    ("He said outside investors were worried about the port.", [("He", "said", "outside investors were worried about the port")]),
    ("He said outside the port the sea was calm.", [("He", "said", "the sea was calm")]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "reports"), REPORTS)
def test_the_reports_of_a_sentence_are_these(text, reports):
    assert found(text) == reports


def test_what_was_so_far_not_said_is_negated():
    table = hs.quotations(["The ministry has so far not said whether the pier will close."])
    assert table["negated"] == [True]


NO_REPORTS = [
    "The win confirmed their place in the final.",
    "The coach called up three players.",
    "He found it hard to sleep.",
    "Vell found it difficult to believe that the port was shut.",
    "Turnout was put at 68%, up from 61%.",
    "Wolf conceded defeat shortly after polls closed.",
    "She cries when she sees her friends in uniform.",
    "She spoke on condition of anonymity because she feared reprisals.",
    "A report expected to be out in May will help.",
    "Trains were late, with one in five services expected to run.",
    "The envoy continues to maintain \u201ctechnical contacts\u201d with Oban.",
    "Murder accused \u2018told a friend\u2019.",
    "The shop had a sign on its door: \u201cNo boats.\u201d",
]


@pytest.mark.parametrize("text", NO_REPORTS)
def test_what_somebody_does_is_no_report(text):
    assert found(text) == []


HEADLINES = [
    ("\u2018We look like amateurs\u2019: party chief rips fundraising", [(None, None, "We look like amateurs")]),
    ("\u2018I lost everything\u2019: the renters fighting back", [(None, None, "I lost everything")]),
    ("\u2018We\u2019re sitting ducks\u2019: Riverina town demands levee", [(None, None, "We\u2019re sitting ducks"), ("Riverina town", "demands", "levee")]),
    ("\u2018Harbour Week\u2019: festival opens in Oban", []),
    ("\u2018We are late\u2019: minister", [("minister", None, "We are late")]),
    ("\u2018We are late\u2019: Ida Vell on the new boats", []),
    ("Sheriff: deputy who posted about judge \u2018no longer employed\u2019", [("Sheriff", None, "deputy who posted about judge \u2018no longer employed\u2019")]),
    ("Drought: Namaland declares emergency", []),
    ("MP brands closure \u2018a disgrace\u2019", [("MP", "brands", "closure \u2018a disgrace\u2019")]),
    ("Mayor calls plan \u2018a disgrace\u2019", [("Mayor", "calls", "plan \u2018a disgrace\u2019")]),
    ("Library closure \u2018a disgrace\u2019 says MP", [("MP", "says", "Library closure \u2018a disgrace\u2019")]),
    ("Government \u2018failing\u2019 children: watchdog", [("watchdog", None, "Government \u2018failing\u2019 children")]),
    ("Police urge public to \u2018stay calm\u2019", [("Police", "urge", "public to \u2018stay calm\u2019")]),
    ("Vell says no deal yet", [("Vell", "says", "no deal yet")]),
    ("Forum offers \u201cbridge between peoples,\u201d says Norlandic scholar", [("Norlandic scholar", "says", "Forum offers \u201cbridge between peoples,\u201d")]),
    ("Central bank holds rates, signals cuts may be near", [("Central bank", "signals", "cuts may be near")]),
    ("Leaders condemn attack, vow to strengthen ties", [("Leaders", "vow", "to strengthen ties")]),
    ("Leaders back plan, call for truce", [("Leaders", "call for", "truce")]),
    ("Vell arrives in Oban, urges restraint", [("Vell", "urges", "restraint")]),
    ("Vell visits Oban, demands talks", [("Vell", "demands", "talks")]),
    ("Shares fall, says bank", [("bank", "says", "Shares fall")]),
    ("Carer robbed widow, court told", [(None, "told", "Carer robbed widow")]),
    ("Man died after long wait, inquest hears", [(None, "hears", "Man died after long wait")]),
    ("INTERVIEW - World needs reset: former envoy", [("former envoy", None, "World needs reset")]),
    ("Economic Watch: Forum to boost trade, say economists", [("economists", "say", "Forum to boost trade")]),
    ("Haldane calls talks \u201cuseful,\u201d urges patience", [("Haldane", "calls", "talks \u201cuseful,\u201d"), (None, "urges", "patience")]),
    ("\u2018We look like amateurs\u2019: House GOP campaign chief rips fundraising in closed-door meeting", [(None, None, "We look like amateurs")]),
]  # fmt: skip


@pytest.mark.parametrize(("headline", "reports"), HEADLINES)
def test_the_reports_of_a_headline_are_these(headline, reports):
    body = "LUMEN, March 4 (VPS) -- The boats of Lumen left early."
    assert found(f"{headline}\n\n{body}", "news") == reports


SINGLE = [
    (
        "Ms Hall said: \u2018It was late. I shout.\n\n\u2018All the crews had gone.\u2019",
        "It was late. I shout. All the crews had gone.",
    ),
    (
        "Ms Hall said: 'It was late. I don't sleep.\n\n'The crews' boats had gone.'",
        "It was late. I don't sleep. The crews' boats had gone.",
    ),
    (
        "\u2018We are late. It rains.\n\n\u2018I wait.\n\n\u2018All have gone,\u2019 said Ann Hall.",
        "We are late. It rains. I wait. All have gone,",
    ),
    (
        "\u2018It began well,\u2019 Ann Hall explains. \u2018One day.\n\n\u2018I left.\u2019",
        "It began well, One day. I left.",
    ),
]


@pytest.mark.parametrize(("text", "content"), SINGLE)
def test_single_marks_go_on_in_the_next_paragraph(text, content):
    table = hs.quotations([text], format="news")
    assert (table["content"], table["kind"]) == ([content], ["direct"])


def test_an_apostrophe_at_the_beginning_opens_nothing():
    for text in (
        "Vell, \u2018Twas Night in hand, left.",
        "The boats\u2019 crews left. \u2018Em and all.",
    ):
        assert found(text, "news") == []


BEHIND_IT = [
    *("plans to close the mill", "smokes in winter", "mines coal in Birr", "staffs the site"),
    *("trains 300 nurses", "beat its rivals", "also plans more cuts", "never imports grain"),
    *("still trades there", "outgrew the site", "resold the land"),
]


@pytest.mark.parametrize("verb", ["said", "said on Monday", "announced", "told Reuters"])
@pytest.mark.parametrize("clause", BEHIND_IT)
def test_what_stands_behind_it_is_a_verb(verb, clause):
    assert hs.quotations([f"The company {verb} it {clause}."])["content"][0] == f"it {clause}"


def test_a_plural_behind_it_as_an_object_is_no_verb():
    texts = ["The firm gave it wings.", "Vell said it twice, and he gave it wings."]
    assert hs.quotations(texts)["content"] == []


UNLISTED = [
    ("\u201cIt is late and nobody came,\u201d Ida Vell smirked.", "Ida Vell", "smirked"),
    (
        "\u201cIt is late and nobody came,\u201d Ida Vell pitched in, to laughter.",
        "Ida Vell",
        "pitched",
    ),
    ("\u201cIt is late and nobody came,\u201d she winked.", "Ida Vell", "winked"),
    ("\u201cIt is late and nobody came,\u201d saluted Ida Vell.", "Ida Vell", "saluted"),
    ("\u2018It is late and nobody came\u2019, Ida Vell nodded as she left.", "Ida Vell", "nodded"),
    ("\u201cIt is late and nobody came,\u201d a miner nodded.", "miner", "nodded"),
]


@pytest.mark.parametrize(("text", "speaker", "cue"), UNLISTED)
def test_marks_beside_a_verb_that_no_list_has_are_said(text, speaker, cue):
    found = hs.quotations([f"Ida Vell runs the pier. It is old.\n\n{text} \u201cI left.\u201d"])
    # A comma behind the marks is none of what was said.
    comma = "" if "\u2019," in text else ","
    assert found["content"] == [f"It is late and nobody came{comma} I left."]
    assert (found["speaker"], found["cue"], found["kind"]) == ([speaker], [cue], ["direct"])


@pytest.mark.parametrize(
    "text",
    [
        "In \u201cThe Sea and the Boat,\u201d Vell sailed alone.",
        "\u201cThe Sea and the Boat,\u201d Vell decided, was a success.",
        "After \u201cwe lost it all,\u201d Vell retired.",
        "\u201cThe old pier,\u201d Vell opened the door.",
    ],
)
def test_marks_beside_a_deed_are_not_said(text):
    assert hs.quotations([text])["cue"] == []
