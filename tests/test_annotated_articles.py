"""The annotated articles are sound, and an error planted in one is found."""

import json

import pytest

from articles import annotated, checks

SOURCES = annotated.sources()
SOUND = """date: 2031-03-04
T = Tara Vell | harbour master
C = crew
---
<h>Harbour opens</h>

<dl><pl>PORT LUMEN</pl>, <dt>4 March 2031</dt> (<ag>VPS</ag>) --</dl> The harbour is open.|
"<q1 d T>We are ready,</q>" <c1 say>said</c> <s1>Tara Vell</s>, harbour master of the
<L PLC>Port Lumen Company</L> (PLC).

<s2>She</s> <c2 add>added</c> that <q2 m T>the PLC was "more than ready"</q>.|
<s3>The crew</s> did not <c3 say>say</c> whether <q3 i C neg>it was</q>.

<o bullet>-</o> Boats leave at noon.
<o bullet>-</o> They return at night.
"""


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: path.stem)
def test_an_article_is_sound(path):
    assert checks.errors(annotated.read(path)) == []


def test_half_of_the_articles_are_set_aside_by_their_names():
    aside = annotated.sources("set_aside")
    assert [path.stem for path in aside if not annotated.set_aside(path.stem)] == []
    assert [path.stem for path in annotated.sources("open") if annotated.set_aside(path.stem)] == []


def test_the_annotation_of_an_article_is_what_its_tags_say():
    article = annotated.annotate("sound", SOUND)
    text = article["text"]
    words = [
        (zone["kind"], text[zone["start"] : zone["end"]].split()[0])
        for zone in article["structure"]
    ]
    assert words == [
        ("headline", "Harbour"),
        ("paragraph", "PORT"),
        ("dateline", "PORT"),
        ("paragraph", "She"),
        ("paragraph", "-"),
        ("other", "-"),
        ("paragraph", "-"),
        ("other", "-"),
    ]
    assert [text[start:end] for start, end in article["sentences"]][-2:] == [
        "Boats leave at noon.",
        "They return at night.",
    ]
    first, second, third = article["quotations"]
    assert [text[start:end] for start, end in first["content"]] == ["We are ready,"]
    assert (second["kind"], second["speaker"], second["role"]) == (
        "mixed",
        "Tara Vell",
        "harbour master",
    )
    assert third["negated"]
    assert [mention["form"] for mention in article["acronyms"][0]["mentions"]] == [
        "long",
        "short",
        "short",
    ]
    assert json.loads(json.dumps(article)) == article


def test_wrapped_lines_move_no_offset_and_windows_ends_move_all():
    plain = annotated.annotate("plain", SOUND)
    narrow = annotated.annotate("narrow", f"wrap: 30\n{SOUND}")
    assert narrow["quotations"] == plain["quotations"]
    assert max(len(line) for line in narrow["text"].split("\n")) <= 30
    windows = annotated.annotate("windows", f"ends: crlf\n{SOUND}")
    assert windows["text"] == plain["text"].replace("\n", "\r\n")
    for one, other in zip(plain["quotations"], windows["quotations"], strict=True):
        cue, moved = one["cue"], other["cue"]
        assert (
            windows["text"][moved["start"] : moved["end"]]
            == plain["text"][cue["start"] : cue["end"]]
        )
    assert checks.errors(windows) == checks.errors(narrow) == []


PLANTED = [
    ('"<q1 d T>We are ready,</q>"', '"<q1 d T>We are ready, </q>"', "white space"),
    ("<c1 say>", "<c1>", "has no lemma"),
    ("did not <c3 say>say</c>", "did <c3 say>not say</c>", "auxiliary"),
    ("<s3>The crew</s>", "<s3>The crew's</s>", "possessive"),
    ("<c2 add>added</c>", "added", "no cue and is no label"),
    ("<s2>She</s> <c2 add>added</c>", "She added", "neither cue nor source"),
    ('"<q1 d T>We are ready,</q>"', "<q1 d T>We are ready,</q>", "no mark before it"),
    ('"<q1 d T>We are ready,</q>"', '"<q1 d T>We are</q> ready,"', "no mark after it"),
    ('was "more than ready"', "was more than ready", "no pair of marks"),
    ('<q2 m T>the PLC was "more than ready"', 'it was <q2 m T>"more than ready"', "as a whole"),
    ("<q2 m T>", "<q2 i T>", "holds marks"),
    ("whether <q3 i C neg>", "<q3 i C neg>whether ", "conjunction"),
    ("neg>it was</q>.", "neg>it was.</q>", "ends with a stop"),
    ("<c2 add>added</c> that <q2 m T>", "<q2 m T><c2 add>added</c> that ", "overlaps its"),
    ("did not <c3", "did later <c3", "beside no negation"),
    (
        '"<q1 d T>We are ready,</q>"',
        '"<q4 i T><q1 d T>We</q4> are ready,</q1>"',
        "neither cue nor source",
    ),
    (
        'the PLC was "more than ready"</q>.|',
        'the PLC <q4 d T>was "more</q2> than ready"</q4>.|',
        "cross",
    ),
    ("is open.|", 'is "open".|', "is in nothing"),
    ("T = Tara Vell", "T = Tara Bell", "is not in the text"),
    ("| harbour master", "| harbour mistress", "is not in the text"),
    ("Port Lumen Company", "Harbour of Lumen", "is not made of"),
    ("<L PLC>", "<L PLX>", "no short form"),
    ("date: 2031-03-04", "date: 2031-03-05", "is not printed"),
]


@pytest.mark.parametrize(("old", "new", "message"), PLANTED)
def test_an_error_planted_in_a_source_is_found(old, new, message):
    assert checks.errors(annotated.annotate("sound", SOUND)) == []
    assert SOUND.count(old) == 1
    found = checks.errors(annotated.annotate("planted", SOUND.replace(old, new)))
    assert [error for error in found if message in error]


def lose_headline(article):
    del article["structure"][0]


def repeat_headline(article):
    article["structure"].append(article["structure"][0])


def shorten_sentence(article):
    article["sentences"][0][1] -= 5


def leave_paragraph(article):
    article["sentences"][0][0] = 0


def leave_text(article):
    article["quotations"][0]["cue"]["end"] = 10_000


@pytest.mark.parametrize(
    ("spoil", "message"),
    [
        (lose_headline, "zones leave out"),
        (repeat_headline, "zones overlap"),
        (shorten_sentence, "sentences leave out"),
        (leave_paragraph, "leaves its paragraph"),
        (leave_text, "outside the text"),
    ],
)
def test_a_span_moved_afterwards_is_found(spoil, message):
    article = annotated.annotate("sound", SOUND)
    spoil(article)
    assert [error for error in checks.errors(article) if message in error]


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("---\n", "--\n", "no line ---"),
        ("date: ", "day: ", "head line"),
        ("</c> <s1>", " <s1>", "never closed"),
        ("<s1>", "", "closes nothing"),
        ("<h>Harbour opens</h>", "<x>Harbour opens</x>", "unknown tags"),
        ("<q1 d T>", "<q1>", "needs one full tag"),
        ("<q1 d T>", "<q1 d U>", "unknown kind, speaker or flag"),
    ],
)
def test_a_source_that_is_not_in_the_notation_is_refused(old, new, message):
    with pytest.raises(annotated.SourceError, match=message):
        annotated.annotate("planted", SOUND.replace(old, new))
