# ruff: noqa: E501 - the verbs read best in rows
"""Reporting verbs, each with what it takes as content, behind speakers of several kinds.

As in `test_frames_of_reports.py`, content and source are known before a sentence is read. All names are fiction.
"""

from itertools import product

from test_frames_of_reports import assert_told, capital

# A verb, and its contents; of "that" and "whether", and of whoever is told, the content is what comes behind.
VERBS = """
vowed: to act against the gangs | that the port would open
pledged: support for the plan | to send 20 ships
expressed: concern about the strike | concern that the port was shut | hope that talks would resume | support for the plan
voiced: support for the plan | fears that the port would close
called on: the board to act
called for: calm | the board to resign | an end to the strike
asked: the board to act | whether the port was shut | why the port was shut
demanded: an apology | that the board resign
threatened: to leave the pact
offered: to help the families
refused to say: whether the port was shut
declined to say: whether the port was shut
praised: the plan as "brave" | the crews for their courage
criticized: the plan as weak | the board for its silence
described: the plan as a gift | the plan as "a gift"
hailed: the vote as a victory
dismissed: the report as false | the claims as "nonsense"
blamed: the board for the delay | the delay on the board
accused: the board of lying | Norland of breaking the pact
likened: the plan to a gift
predicted: a long strike | that the strike would end
estimated: the cost at 20 million | that 20 people died
put: the cost at 20 million
proposed: that the port be shut | a new tax
suggested: that the port was shut
hinted: that the port would close
admitted: that the port was shut
acknowledged: the delay | that the port was shut
conceded: that the port was shut
confirmed: the sale | that the port was shut
denied: lying to the board | the claims | that the port was shut
insisted: that the port was shut
insisted on: a vote
urged: caution | the board to act | that the port be shut
appealed for: calm
appealed to: the board to act
pleaded with: the board to act
warned of: a long strike
warned: that the strike would last | the board that the strike would last | the board not to act
advised: the board to act
recommended: that the port be shut | closing the port
ruled out: a new tax | closing the port
promised: that the port would open | to open the port | a new port | voters a new port
assured: voters that the port would open
reminded: voters that the port was shut
told: the board to act | the board that the port was shut
spoke of: a long strike
complained: that the port was shut
complained of: a lack of ships
complained about: the delay
joked: that the port was shut
quipped: that the port was shut
tweeted: that the port was shut
wrote: that the port was shut
wondered: whether the port was shut
questioned: whether the port was shut
argued: that the port was shut
argued for: a new port
argued against: a new port
believes: the port is shut | that the port is shut
thinks: the port is shut
fears: the port will close | that the port will close
hopes: the port will open | to open the port
expects: the port to open | prices to rise
claimed: that the port was shut | to have seen the ship
alleged: that the port was shut
stressed: the need for calm | that the port was shut
emphasized: the need for calm
reiterated: that the port was shut | his support for the plan
noted: that the port was shut
pointed out: that the port was shut
added: that the port was shut
concluded: that the port was shut
found: that the port was shut
ruled: that the port was shut
announced: a new port | that the port was shut | plans to close the port
revealed: that the port was shut
disclosed: that the port was shut
explained: that the port was shut | why the port was shut
recalled: that the port was shut
testified: that the port was shut
swore: that the port was shut
lamented: the loss of the ship
regretted: that the port was shut
apologized for: the delay
defended: the plan as fair
rejected: the claims as false | the idea that the port was shut
signaled: that the port would open
indicated: that the port would open
declared: that the port was open | the port open | the vote void | the vote invalid
proclaimed: that the port was open
labeled: the group a threat
called: the plan a gift | the plan "a gift"
branded: the group a threat
characterized: the plan as fair
portrayed: the plan as fair
demanded to know: why the port was shut
warned against: a strike
advised against: travel to Norland
pronounced: the plan dead
"""
SPEAKERS = [
    "Vell",
    "Ida Vell",
    "the minister",
    "the ministry",
    "two officials",
    "Hal Orr, the mayor,",
    "Norland's foreign minister, Ida Vell,",
]
OPENINGS = ["", "On Monday, ", "In a letter, ", "Speaking in Oslo, "]


def contents(words):
    """What may be taken as the content of these words."""
    yield words
    for joint in ("that ", "whether ", "voters that ", "the board that ", "voters "):
        if words.startswith(joint):
            yield words.removeprefix(joint)


def test_every_verb_has_its_content_and_its_source():
    verbs = [row.split(": ") for row in VERBS.strip().split("\n")]
    takes = [(verb, words) for verb, each in verbs for words in each.split(" | ")]
    rows = []
    for number, ((verb, words), speaker) in enumerate(product(takes, SPEAKERS)):
        text = f"{OPENINGS[number % 4]}{speaker} {verb} {words}."
        sources = {speaker.rstrip(","), speaker.split(",")[0]}
        rows.append((capital(text), product(contents(words), sources)))
    assert_told(rows, case=str)
