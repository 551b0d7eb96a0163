"""Records of several speakers: how they are told from other texts, and who speaks in them."""

import hustings as hs
import pytest

BRIEFING = (
    "Port Lumen\n\n1:00 P.M. EST\n\n"
    "MS. VELL: Good afternoon, everybody. The pier opens today.\n\n"
    "It was closed for a year.\n\n"
    "Q Why was it closed?\n\n"
    "MS. VELL: It was old.\n\n"
    "Q And who pays?\n\n"
    "MR. ORR: The county does.\n\n"
    "END 1:30 P.M. EST"
)
RECORD = (
    "The meeting was called to order at 10 a.m.\n\n"
    "The President: I call on the representative of Argentina.\n\n"
    "Mr. Arce (Argentina): We thank you for this debate.\n\n"
    "The President: I thank him for his words.\n\n"
    "The meeting rose at 1.15 p.m."
)
HANSARD = (
    "The Secretary of State for Transport (Tara Vell): I beg to move that the pier be opened.\n\n"
    "Mr. Orr: Will she say what it costs?\n\n"
    "The Secretary of State for Transport: I will, and gladly.\n\n"
    "Mr. Orr: Then I will listen to her."
)
INTERVIEW = (
    "INTERVIEW: Tara Vell on the pier\n\n"
    "Ledger: Is the pier safe now?\n\n"
    "Vell: It is, and it will be.\n\n"
    "Ledger: Who says that it is?\n\n"
    "Vell: Everybody who has seen it."
)
TOWNHALL = (
    "DR. VELL: We have met for nine hours on Tuesday and agreed on nothing.\n\n"
    "MR. ORR: It was ten hours, and we have agreed on the next meeting.\n\n"
    "SECRETARY BLIGH: It will be in May, when the ice has gone from here."
)
CONGRESS = (
    "RIVER FREIGHT AND THE STATES\n\n"
    "(Mr. ORR asked and was given permission to address the House for 1 minute.)\n\n"
    "Mr. ORR. Madam Speaker, I rise today in support of our river towns.\n\n"
    "They have waited long enough. We owe them more.\n\n"
    "The SPEAKER pro tempore. The gentleman is recognized.\n\n"
    "Ms. VELL of Lumen. Madam Speaker, I thank my friend.\n\n"
    "Mr. ORR. I yield back the balance of my time."
)
PRESS = (
    "Foreign Ministry Spokesperson Lin Tal's Press Conference on March 4, 2031\n\n"
    "Ledger News Agency: Will the president come? Could you tell us more?\n\n"
    "Lin Tal: The two countries are good friends. We look forward to the visit.\n\n"
    "AFP: A court has jailed the leader of the opposition. Do you have a comment?\n\n"
    "Lin Tal: We have no comment.\n\n"
    "Oban Daily: When will the talks go on?\n\n"
    "Lin Tal: I have no information to offer."
)
COUNCIL = (
    "River Assembly\n\nRA/PV.12\n\nSecond year\n\n12th meeting\n\nTuesday, 10 a.m.\n\nOban\n\n"
    "Provisional\n\nAgenda\n\nRiver tolls\n\n"
    "The President: I now give the floor to Ms. Vell.\n\n"
    "Ms. Vell: I thank you, Mr. President, for this opportunity.\n\n"
    "The President: I thank her for her words.\n\n"
    "Mr. Orr (Verania): We have come here to ask for help."
)
RADIO = (
    "A town votes to move itself uphill\n\nMarch 4, 2031 5:00 AM ET\n\nHEARD ON MORNING NEWS\n\n"
    "HAL BRAND, HOST:\n\nPeople here have lived beside the river. Ana Lindt reports.\n\n"
    "ANA LINDT, BYLINE: Mayor Mira Tal walks along the pier.\n\n"
    "MIRA TAL: It is the only choice that we have.\n\n"
    "LINDT: The plan would move 900 houses.\n\n(SOUNDBITE OF BELL RINGING)\n\n"
    "TAL: I was married in that church, and so was my mother.\n\n"
    "LINDT: What will you miss?\n\nTAL: The sound of it, I think.\n\n(SOUNDBITE OF MUSIC)"
)
SPEECH = (
    "Mr. President: I thank you for the floor.\n\n"
    "Three things matter here: trust, time and water.\n\n"
    "So: let us begin.\n\nFirst: the river.\n\nSecond: the pier.\n\nFinally: the port."
)
FORM = "Name: Tara Vell\nAge: 51\nTown: Lumen\n\nName: Jo Orr\nAge: 40\nTown: Talvora\n"
FACTS = (
    "MYTH: The pier is closed to all of us.\n\nFACT: The pier is open to all of us.\n\n"
    "MYTH: The port is old and about to close.\n\nFACT: The port is new and about to grow."
)
BOARD = "Secretary: Jo Orr\nTreasurer: Ann Bligh\nChair: Tara Vell\nDirector: Dan Oreb\n"
NOVEL = (
    "CHAPTER I: The pier\n\nShe said: it is late.\n\n"
    + "It was late, and the pier was empty.\n\n" * 40
    + "Then Vell spoke: Come here.\n\nOrr: No.\n\nVell: Come here.\n\nOrr: I will not.\n\n"
)
APPLAUSE = (
    '"What they say of the pier"\n\n'
    "Senator Tara Vell: \u201cThe pier is the best that this county has built.\u201d\n\n"
    "Governor Jo Orr: \u201cThe pier is the best that this county has seen.\u201d\n\n"
    "Mayor Ann Bligh: \u201cThe pier is the best that this county has had.\u201d"
)
NOMINEES = (
    "Judge Tara Vell: Nominee for the high court of Lumen, where she has served for years.\n\n"
    "Judge Jo Orr: Nominee for the high court of Talvora, where he has served for years.\n\n"
    "Judge Ann Bligh: Nominee for the high court of Verania, where she has never served.\n\n"
)
OFTEN = "MS. VELL: We start.\n\nQ Why?\n\nMS. VELL: It is late.\n\n"


def turns(text, form="auto"):
    table = hs.quotations([text], format=form)
    rows = zip(*(table[name] for name in ("rule", "source", "speaker", "content")), strict=True)
    return [row[1:] for row in rows if row[0] == "turn"]


def speakers(text, form="auto"):
    return [row[1] for row in turns(text, form)]


@pytest.mark.parametrize(
    ("text", "form"),
    [
        pytest.param(BRIEFING, "transcript", id="questions and titles"),
        pytest.param(BRIEFING.replace("\n\n", "\r\n\r\n"), "transcript", id="ends of Windows"),
        pytest.param(BRIEFING.replace("\n\n", "\n"), "transcript", id="no blank lines"),
        pytest.param(RECORD, "transcript", id="a record of a meeting"),
        pytest.param(HANSARD, "transcript", id="offices with names"),
        pytest.param(INTERVIEW, "transcript", id="names"),
        pytest.param(TOWNHALL, "transcript", id="each speaks once"),
        pytest.param(CONGRESS, "transcript", id="a congress"),
        pytest.param(PRESS, "transcript", id="one who answers all"),
        pytest.param(COUNCIL, "transcript", id="a long head"),
        pytest.param(RADIO, "transcript", id="directions between turns"),
        pytest.param("", "plain", id="nothing"),
        pytest.param("Q", "plain", id="one word"),
        pytest.param("MS. VELL: We start.", "plain", id="one turn"),
        pytest.param(SPEECH, "plain", id="a speech"),
        pytest.param("Mr. President:\nI thank you.\n\n" * 5, "plain", id="an address"),
        pytest.param(FORM, "plain", id="forms"),
        pytest.param(FACTS, "plain", id="claims and facts"),
        pytest.param(BOARD, "plain", id="a list of people"),
        pytest.param(NOVEL, "plain", id="a novel"),
        pytest.param(NOMINEES, "plain", id="what is told of people"),
        pytest.param(APPLAUSE, "plain", id="quotations of people"),
        pytest.param("Step by step.\n\n" * 30 + BRIEFING, "plain", id="turns far below"),
    ],
)
def test_auto_tells_transcripts_from_other_texts(text, form):
    assert hs.Corpus.from_texts([text], format="auto").documents["format"] == [form]


def test_only_the_top_of_a_text_is_looked_at():
    long = "The river is long and its water is cold. " * 1000 + "\n\n"
    assert hs.Corpus.from_texts([long + BRIEFING], format="auto").documents["format"] == ["plain"]


def test_a_transcript_is_taken_apart_as_news_is():
    corpus = hs.Corpus.from_texts([BRIEFING], format="auto")
    zones = corpus.zones()
    kinds = list(zip(zones["zone"], zones["label"], zones["speaker"], strict=True))
    assert kinds == [
        ("header", None, None),
        ("header", None, None),
        ("paragraph", "MS. VELL", "Vell"),
        ("paragraph", None, "Vell"),
        ("paragraph", "Q", None),
        ("paragraph", "MS. VELL", "Vell"),
        ("paragraph", "Q", None),
        ("paragraph", "MR. ORR", "Orr"),
        ("trailer", None, None),
    ]


@pytest.mark.parametrize("venue", ["Tara Bligh Briefing Room", "Aboard the Lumen", "Via Cable"])
def test_where_a_record_was_made_is_no_headline(venue):
    text = BRIEFING.replace("Port Lumen", venue, 1)
    assert hs.Corpus.from_texts([text], format="auto").zones()["zone"][0] == "header"


def test_what_is_said_in_a_word_is_no_heading():
    text = (
        "MS. VELL: I —\n\nQ Is it late, and if it is, who will pay for the pier?\n\n"
        "MS. VELL: IT IS.\n\nDr. Orr?\n\n"
        "DR. ORR: I cannot say who pays, but that it is late I do know, and so do you.\n\n"
        "END 1:30 P.M. EST\n\nTo see the pictures, visit"
    )
    zones = hs.Corpus.from_texts([text], format="auto").zones()["zone"]
    assert zones == ["paragraph"] * 5 + ["trailer", "paragraph"]


@pytest.mark.parametrize("form", ["auto", "news", "plain"])
@pytest.mark.parametrize(
    ("text", "last"),
    [(BRIEFING, "The county does."), (RECORD, "I thank him for his words.")],
)
def test_when_a_meeting_ended_is_not_said_by_anybody(text, last, form):
    assert turns(text, form)[-1][2] == last


@pytest.mark.parametrize("form", ["auto", "news", "plain"])
def test_a_headline_that_says_interview_is_no_turn(form):
    assert turns(INTERVIEW, form)[0][0] == "Ledger"
    if form != "plain":
        assert hs.Corpus.from_texts([INTERVIEW], format=form).zones()["zone"][0] == "headline"


@pytest.mark.parametrize("form", ["auto", "news", "plain"])
@pytest.mark.parametrize(
    "words",
    [
        "So, point is: It was late.",
        "So: It was late.",
        "Look: It was late.",
        "And: It was late.",
        "Now: It was late.",
        "But: It was late.",
        "Again: It was late.",
        "First: It was late.",
        "On Talvora: It was late.",
        "For Dr. Orr: It was late.",
        "And the Department of Ports: It was late.",
        "Okay. Okay: It was late.",
        "JP Bligh: It was late.",
        "Talvora: It was late.",
    ],
)
def test_words_before_a_colon_that_name_nobody_end_no_turn(words, form):
    text = f"{OFTEN}{words}\n\nQ Thank you."
    assert [row[:2] for row in turns(text, form)] == [
        ("MS. VELL", "Vell"),
        ("Q", None),
        ("MS. VELL", "Vell"),
        ("Q", None),
    ]
    assert turns(text, form)[2][2].endswith(words)


@pytest.mark.parametrize(
    ("label", "name"),
    [
        ("Mr. Orr", "Orr"),
        ("Mr. ORR", "Orr"),
        ("Senator Jo Orr", "Jo Orr"),
        ("Jo Orr", "Jo Orr"),
        ("Vell", "Vell"),
        ("DALY", "Daly"),
        ("MR. BAKER", "Baker"),
        ("MAYOR VON DER ORR", "von der Orr"),
        ("SECRETARY OF STATE JO ORR", "Jo Orr"),
        ("BBC", "BBC"),
        ("MR. NG", "Ng"),
        ("AUDIENCE MEMBER", "audience member"),
        ("SENIOR OFFICIAL", "senior official"),
    ],
)
def test_labels_of_speakers_are_kept_and_their_names_written_as_names(label, name):
    assert speakers(f"{OFTEN}{label}: It was late.\n\nQ Thank you.")[3] == name


@pytest.mark.parametrize("form", ["auto", "news", "plain"])
def test_whoever_is_spoken_of_in_a_turn_does_not_ask(form):
    text = (
        "MR. ORR: I spoke with Governor Vell of Lumen.\n\n"
        "Q Thank you. Governor Vell said no.\n\nMR. ORR: He did."
    )
    assert speakers(text, form) == ["Orr", None, "Orr"]


@pytest.mark.parametrize(
    ("said", "who"),
    [
        ("Tara Bligh, the Ledger. Why is it late?", "Tara Bligh"),
        ("Tara Bligh with Northern Wire. Why is it late?", "Tara Bligh"),
        ("Jo Orr, The President said it was late.", None),
        ("Thanks Tara, Why is it late?", None),
        ("Build Back Better Act, The third one?", None),
    ],
)
def test_who_asks_is_known_by_their_own_words_only(said, who):
    text = f"MR. JO ORR: We start.\n\nQ {said}\n\nMR. JO ORR: It is.\n\nQ Why?\n\nMR. JO ORR: So."
    assert speakers(text)[1] == who


@pytest.mark.parametrize("form", ["auto", "news", "plain"])
def test_a_moderator_is_nobody_who_is_thanked(form):
    text = (
        "MODERATOR: Welcome to you all.\n\nMS. VELL: Thanks, Moderator. We start.\n\n"
        "MODERATOR: Next, Minister Orr.\n\nQ Why?"
    )
    assert speakers(text, form) == ["moderator", "Vell", "moderator", None]


@pytest.mark.parametrize("form", ["auto", "news", "plain"])
@pytest.mark.parametrize("top", ["", "Press Briefing by Press Secretary Tara Vell\n\n"])
def test_a_speaker_has_one_name_over_a_document(top, form):
    text = (
        f"{top}MS. VELL: Good day.\n\n(A note is handed to Ms. Vell.)\n\nQ Why?\n\n"
        "MS. VELL: Ask VELL.\n\nVell: It is so.\n\nQ Why?\n\nMS. VELL: I am here."
    )
    names = {name for name in speakers(text, form) if name}
    assert names == {"Tara Vell" if top else "Vell"}


def test_a_name_in_brackets_behind_an_office_is_the_speaker():
    assert speakers(HANSARD) == ["Tara Vell", "Orr", "Tara Vell", "Orr"]


def test_capitals_of_a_label_are_those_of_running_text():
    text = f"{OFTEN}MR. MCVANE: I am late.\n\nMS. VELL: Thank you, Mr. McVane."
    assert speakers(text)[3] == "McVane"


@pytest.mark.parametrize("form", ["auto", "news", "plain"])
@pytest.mark.parametrize(
    ("said", "content"),
    [
        ("Good day. (Laughter.) We start.", "Good day. We start."),
        ("(Laughs.) We start.", "We start."),
        ("We start. (Applause.)", "We start."),
        ("We (inaudible) start.", "We start."),
        ("Good day. [Laughter] We start.", "Good day. We start."),
        ("Good day. (A note is handed to Ms. Orr.) We start.", "Good day. We start."),
        ("The Port Council (PC) is here.", "The Port Council (PC) is here."),
        ("We thank [the mayor] for it.", "We thank [the mayor] for it."),
        ("We start (and we do) now.", "We start (and we do) now."),
        ("We start (now.", "We start (now."),
    ],
)
def test_stage_directions_divide_what_is_said(said, content, form):
    text = f"MS. VELL: {said}\n\nQ Why?\n\nMS. VELL: Yes."
    assert turns(text, form)[0][2] == content


@pytest.mark.parametrize(
    ("line", "zone"),
    [
        ("END 1:30 P.M. EST", "trailer"),
        ("End: 13:30", "trailer"),
        ("(Ends at 1.30 p.m.)", "trailer"),
        ("1:30 P.M. EST", "trailer"),
        ("12.50", "paragraph"),
    ],
)
def test_the_last_line_of_a_record_says_when_it_ended(line, zone):
    text = BRIEFING.replace("END 1:30 P.M. EST", line)
    assert hs.Corpus.from_texts([text], format="auto").zones()["zone"][-1] == zone


@pytest.mark.parametrize("length", range(57))
def test_a_bracket_behind_a_label_may_go_on_with_any_letters(length):
    said = f"{'a' * length}\u201d\u00e9\u00e9 and so on."
    text = RECORD.replace(
        "The President: I thank", f"The President (spoke in Malay): {said} I thank"
    )
    assert len(turns(text, "auto")) >= 2


def test_the_names_of_a_congress_end_with_a_stop():
    assert speakers(CONGRESS) == ["Orr", "speaker pro tempore", "Vell", "Orr"]
    assert [content for *_, content in turns(CONGRESS)][2] == "Madam Speaker, I thank my friend."


@pytest.mark.parametrize(
    "line",
    [
        "Mr. Orr. Madam Speaker is here.",
        "Mr. ORR left. He was late.",
        "The NATO. It is here.",
        "Dr. ORR of the ferry. she left",
    ],
)
def test_other_names_with_a_stop_open_no_turn(line):
    text = CONGRESS.replace("They have waited long enough. We owe them more.", line)
    assert len(speakers(text)) == 4


@pytest.mark.parametrize(
    "title", ["Press Briefing by Ida Vell, March 4, 2031", "Department Press Briefing - 4 May 2031"]
)
def test_a_title_with_its_day_is_the_headline_of_a_record(title):
    text = f"{title}\n\nHal Orr Press Briefing Room\n\n{BRIEFING.split(chr(10), 2)[2]}"
    corpus = hs.Corpus.from_texts([text], format="auto")
    assert corpus.documents["headline"] == [title]


@pytest.mark.parametrize(
    "line", ["Aired March 4, 2031 - 11:00 ET", "Oban, 4 March 2031", "Press Briefing, 4 March 2031"]
)
def test_a_line_of_place_and_day_is_none(line):
    corpus = hs.Corpus.from_texts([f"{line}\n\n{BRIEFING}"], format="auto")
    assert corpus.zones()["zone"][0] == "header"


COURT = (
    "TRANSCRIPT OF PROCEEDINGS\n\n"
    "THE COURT: Good morning. Please be seated.\n\n"
    "MR. ORR: Good morning, Your Honor.\n\n"
    "Q. Mr. Brand, where were you on March 4?\n\nA. I was on the pier.\n\n"
    "Q. Did you see the ferry leave?\n\nA. I did, yes."
)


def test_questions_and_answers_of_a_court_have_stops():
    assert hs.Corpus.from_texts([COURT], format="auto").documents["format"] == ["transcript"]
    assert [source for source, *_ in turns(COURT)][2:] == ["Q", "A", "Q", "A"]


def test_letters_of_sections_are_no_answers():
    text = COURT.replace("Q. Did", "A. Vell stood there. Did").replace("A. I did", "B. I did")
    assert [source for source, *_ in turns(text)][2:] == ["Q", "A"]


@pytest.mark.parametrize("title", ["River Tolls Bill: Second Stage", "Weekly: I was never asked"])
def test_a_title_with_a_colon_is_no_turn(title):
    corpus = hs.Corpus.from_texts([f"{title}\n\n{INTERVIEW.split(chr(10), 2)[2]}"], format="auto")
    assert corpus.documents["headline"] == [title]


def test_what_one_says_below_the_hour_is_no_title():
    text = (
        "Lumen Hall\n\n10:19 A.M. MDT\n\nTHE VICE PRESIDENT: Hi, everybody. Hi. (Applause.)\n\n"
        "Can we give it up for the cadets? (Applause.)\n\nAUDIENCE: Yes!\n\n"
        "THE VICE PRESIDENT: To all of you, thank you for what you have done for us here.\n\n"
        "END 10:40 A.M. MDT\n\n10:40 A.M. MDT"
    )
    zones = list(hs.Corpus.from_texts([text], format="news").zones())
    said = [zone for zone in zones if text[zone["start"] :].startswith(("THE VICE", "Can we"))]
    assert [zone["zone"] for zone in said] == ["paragraph"] * 3
    assert zones[-1]["zone"] == "trailer"


TURNS = [
    ("Maya Lind", "Welcome back to the show. I'm so glad you could come."),
    ("Josh Perry", "Thank you. I was on the train for five hours."),
    ("Maya Lind", "You wrote a book about frogs. Why?"),
    ("Josh Perry", "I grew up near a pond, you know."),
    ("Maya Lind", "And what did you find?"),
    ("Josh Perry", "I found that nobody listens to them. We should."),
]


@pytest.mark.parametrize(
    "form",
    [
        "[00:0{n}] {name}: {said}",
        "[00:00:0{n}] {name}: {said}",
        "(00:00:0{n}.120) {name}: {said}",
        "00:0{n} {name}: {said}",
        "{name} [00:0{n}]: {said}",
        "{name} (00:00:0{n}): {said}",
    ],
)
def test_speakers_may_have_the_time_beside_their_names(form):
    turns = [form.format(n=n, name=name, said=said) for n, (name, said) in enumerate(TURNS)]
    corpus = hs.Corpus.from_texts(["\n\n".join(["The Pond Hour", *turns])], format="auto")
    assert corpus.documents.column("format") == ["transcript"]
    labels = [label for label in corpus.zones().column("label") if label]
    assert labels == [name for name, _ in TURNS]


@pytest.mark.parametrize("noun", ["Speaker", "SPEAKER", "Participant"])
def test_speakers_may_be_counted(noun):
    turns = [f"{noun} {n % 2 + 1}: {said}" for n, (_, said) in enumerate(TURNS)]
    corpus = hs.Corpus.from_texts(["\n\n".join(turns)], format="auto")
    assert corpus.documents.column("format") == ["transcript"]


def test_a_programme_with_hours_is_no_transcript():
    rows = [
        "09:00 Registration: hall",
        "09:30 Welcome: Ida Vell",
        "10:00 Keynote: Hal Orr",
        "11:00 Coffee: foyer",
    ]
    assert hs.Corpus.from_texts(["\n\n".join(rows)], format="auto").documents.column("format") == [
        "plain"
    ]
