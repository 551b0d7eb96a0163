"""Voices: every verb answers from the words that are quoted, told or said by somebody."""

import datetime as dt
import re
from collections import Counter
from itertools import pairwise, permutations

import hustings as hs
import polars as pl
import pytest
from articles.annotated import read, sources
from hypothesis import given, settings
from hypothesis import strategies as st
from oracle_voices import (
    KINDS,
    folded,
    innermost,
    is_said,
    labelled,
    mentioning,
    stretches,
    voices_of,
)

TEXT = (
    "Tara Vell, the harbour master, said the pier is safe. "
    '"The pier is old," Nilo Orr told reporters. "But it will stand."\n\n'
    '"Vell told me that the pier is new," Orr said. The pier is long.'
)


@pytest.fixture(scope="module")
def pier():
    return hs.Corpus.from_texts([TEXT], ids=["pier"])


@pytest.fixture(scope="module")
def corpora():
    texts = [read(path)["text"] for path in sources("open")]
    half = len(texts) // 2
    first = hs.Corpus.from_texts(texts[:half], format="auto")
    return {
        "sample": hs.sample_corpus(),
        "annotated, in two segments": first.append(texts[half:]),
    }


CORPORA = ["sample", "annotated, in two segments"]


@pytest.mark.parametrize("name", CORPORA)
def test_counts_within_a_voice_are_those_of_its_stretches(corpora, name):
    corpus = corpora[name]
    for voice in voices_of(corpus):
        expected = stretches(corpus, voice)
        view = corpus.subset(voice=voice)
        words = [token.word for stretch in expected for token in stretch]
        assert view.n_tokens == len(words), voice
        assert [folded(token) for token in view.tokens()["token"]] == words
        found = view.frequencies()
        assert dict(zip(found["term"], found["frequency"], strict=True)) == Counter(words)
        pairs = Counter(
            f"{one.word} {other.word}" for stretch in expected for one, other in pairwise(stretch)
        )
        found = view.ngrams(2)
        assert dict(zip(found["ngram"], found["frequency"], strict=True)) == pairs, voice


@pytest.mark.parametrize("name", CORPORA)
def test_searches_within_a_voice_don_t_leave_its_stretches(corpora, name):
    corpus = corpora[name]
    for voice in voices_of(corpus):
        expected = stretches(corpus, voice)
        view = corpus.subset(voice=voice)
        rows = [
            (at, [token.word for token in stretch])
            for stretch in expected
            for at, token in enumerate(stretch)
            if token.word == "the"
        ]
        lines = view.kwic("the", window=3)
        words = hs.Tokenizer().tokenize
        for (at, stretch), line in zip(rows, lines, strict=True):
            shown = [*words([line.left])[0], *words([line.right])[0]]
            near = [*stretch[max(0, at - 3) : at], *stretch[at + 1 : at + 4]]
            assert [folded(word).strip("'") for word in shown] == [word.strip("'") for word in near]
        two = sum(
            one.word == "the" and other.word.startswith("r")
            for stretch in expected
            for one, other in pairwise(stretch)
        )
        assert view.count("the r*") == view.count(cql='[norm="the"] [norm="r.*"]') == two
        assert view.count(cql='[norm="the"] []* [norm="r.*"] within 2') == two
        within = Counter()
        for stretch in expected:
            places = [at for at, token in enumerate(stretch) if token.word == "the"]
            near = {at + step for at in places for step in (-1, 1)} - set(places)
            within.update(stretch[at].word for at in near if 0 <= at < len(stretch))
        found = view.collocates("the", window=1, min_frequency=1)
        assert dict(zip(found["collocate"], found["frequency"], strict=True)) == within
        near = Counter(
            tuple(sorted([one.word, other.word]))
            for stretch in expected
            for one, other in pairwise(stretch)
        )
        found = view.cooccurrences(1, min_frequency=1)
        columns = (found["first"], found["second"], found["frequency"])
        assert {(one, two): n for one, two, n in zip(*columns, strict=True)} == near


@pytest.mark.parametrize("name", CORPORA)
def test_lines_know_voice_and_speaker(corpora, name):
    corpus = corpora[name]
    inner = [innermost(token) for token in labelled(corpus) if token.word == "the"]
    lines = corpus.kwic("the").with_context(
        *("voice", "speaker", "quotation", "verb", "verb_class")
    )
    voices = [one.kind if one else "narration" for one in inner]
    speakers = [one.speaker if one else None for one in inner]
    assert lines["voice"] == voices
    assert lines["speaker"] == speakers
    verbs = [one.verb if one else None for one in inner]
    assert lines["verb"] == verbs
    assert [line.verb for line in lines] == verbs
    assert lines["verb_class"] == [one.verb_class if one else None for one in inner]
    grouped = lines.group("verb")
    assert dict(zip(grouped["verb"], grouped["frequency"], strict=True)) == Counter(verbs)
    last = sorted(lines["verb_class"], key=lambda name: (name is None, name or ""))
    assert lines.sort("verb_class")["verb_class"] == last
    contents = set(corpus.quotations()["content"])
    assert all(
        (text in contents) if one else text is None
        for text, one in zip(lines["quotation"], inner, strict=True)
    )
    grouped = lines.group("speaker")
    assert dict(zip(grouped["speaker"], grouped["frequency"], strict=True)) == Counter(speakers)
    grouped = lines.group(["voice", "document"])
    columns = (grouped["voice"], grouped["document"], grouped["frequency"])
    assert {(one, two): n for one, two, n in zip(*columns, strict=True)} == Counter(
        zip(voices, lines["document"], strict=True)
    )
    missing_last = sorted(speakers, key=lambda name: (name is None, (name or "").encode()))
    assert lines.sort("speaker")["speaker"] == missing_last
    down = sorted([name for name in speakers if name], key=str.encode, reverse=True)
    assert lines.sort("speaker:descending")["speaker"][: len(down)] == down


QUESTIONS = {
    "quotations": lambda corpus: corpus.quotations(),
    "of some": lambda corpus: corpus.subset(id=["b", "d", "pier"]).quotations(),
    "speakers": lambda corpus: corpus.speakers(),
    "verbs": lambda corpus: corpus.reporting_verbs(by="speaker"),
    "a voice": lambda corpus: corpus.frequencies(voice="quoted"),
    "lines": lambda corpus: corpus.kwic("the").with_context("speaker", "verb", "quotation"),
}


@pytest.mark.parametrize("order", list(permutations(QUESTIONS, 2)))
def test_quotations_are_the_same_whatever_was_asked_before(order):
    texts = [read(path)["text"] for path in sources("open")[:6]] + [TEXT, ""]
    ids = [*"abcdef", "pier", "none"]

    def build():
        return hs.Corpus.from_texts(texts, ids=ids, format="auto")

    first, second = (QUESTIONS[name] for name in order)
    corpus = build()
    first(corpus)
    assert second(corpus).to_csv() == second(build()).to_csv()
    assert first(corpus).to_csv() == first(build()).to_csv()
    told = corpus.quotations().to_polars().drop("document")
    alone = [hs.quotations([text], format="auto").to_polars().drop("document") for text in texts]
    assert told.equals(pl.concat(alone))


@pytest.mark.parametrize("name", CORPORA)
def test_quotations_that_mention_something(corpora, name):
    corpus = corpora[name]
    for words in (["the"], ["of", "the"], ["the", "river"], ["trust"]):
        pattern = " ".join(words)
        expected = list(mentioning(corpus, words))
        found = corpus.quotations(pattern)
        assert found.to_polars().to_dicts() == expected
        assert corpus.quotations(pattern.upper(), case_sensitive=True).to_polars().is_empty()
        query = " ".join(f'[norm="{word}"]' for word in words)
        assert corpus.quotations(cql=query).to_csv() == found.to_csv()
        assert corpus.quotations([pattern, "no such word"]).to_csv() == found.to_csv()
        for fields, table in (
            (("speaker", "verb"), corpus.reporting_verbs(pattern, by="speaker")),
            (("document", "kind"), corpus.quotation_kinds(pattern, by="document")),
        ):
            counts = Counter(tuple(row[field] for field in fields) for row in expected)
            columns = [table[field] for field in (*fields, "frequency")]
            assert {(one, two): n for one, two, n in zip(*columns, strict=True)} == {
                key: n for key, n in counts.items() if key[1] is not None
            }
    everything = corpus.quotations().to_polars()
    assert corpus.quotations("*").to_polars().equals(everything)
    for voice in ("direct", "indirect"):
        mine = corpus.quotations("the", voice=voice, zone="paragraph").to_polars()
        rows = [row for row in mentioning(corpus, ["the"]) if row["kind"] == voice]
        assert mine.to_dicts() == [row for row in rows if row["zone"] == "paragraph"]


def test_a_mention_is_whole_and_in_one_piece():
    text = '"The pier," Vell said, "is safe." Orr said the pier. "Is safe," Orr said.'
    corpus = hs.Corpus.from_texts([text])
    assert corpus.quotations("pier")["speaker"] == ["Vell", "Orr"]
    assert len(corpus.quotations("pier is")) == 0
    assert corpus.quotations("said")["content"] == []
    with pytest.raises(hs.ParameterError, match="either pattern or cql must be given, got both"):
        corpus.quotations("pier", cql='"pier"')
    with pytest.raises(hs.QueryError):
        corpus.reporting_verbs(cql='"pier')


@pytest.mark.parametrize("name", CORPORA)
def test_regions_of_cql_are_quotations(corpora, name):
    corpus = corpora[name]
    tokens = list(labelled(corpus))
    the = [token for token in tokens if token.word == "the"]
    for region, voice in [("quotation", "quoted"), *[(kind, kind) for kind in KINDS]]:
        said = sum(is_said(token, voice) for token in the)
        assert corpus.count(cql=f'[norm="the"] within {region}') == said
        assert corpus.count(cql=f'[norm="the"] not within {region}') == len(the) - said
        whole = stretches(corpus, voice)
        assert corpus.count(cql=f"<{region}/>") == len(whole)
        assert corpus.count(cql=f"<{region}> []") == len(whole)
        assert corpus.count(cql=f"[] </{region}>") == len(whole)
        pairs = sum(max(0, len(stretch) - 1) for stretch in whole)
        assert corpus.count(cql=f"[] [] within {region}") == pairs
    assert corpus.subset(voice="quoted").count(cql="<paragraph> []") == sum(
        bool(token.own)
        and token.zone == "paragraph"
        and (at == 0 or tokens[at - 1].place != token.place)
        for at, token in enumerate(tokens)
    )


# --- what is meant, by example -------------------------------------------------------------------


@pytest.mark.parametrize(
    ("voice", "lines"),
    [
        ("quoted", ["the [pier] is safe.", '"The [pier] is old,"', 'that the [pier] is new,"']),
        ("narration", ["said. The [pier] is long."]),
        ("Tara Vell", ["the [pier] is safe.", 'the [pier] is new,"']),
        ("Nilo Orr", ['"The [pier] is old,"']),
        (["Nilo Orr", "narration"], ['"The [pier] is old,"', "said. The [pier] is long."]),
    ],
    ids=str,
)
def test_a_voice_is_what_it_says(pier, voice, lines):
    assert [str(line) for line in pier.kwic("pier", window=2, voice=voice)] == lines


def written(result):
    return (result.to_table() if isinstance(result, hs.Dtm) else result).to_csv()


def test_every_verb_takes_a_voice_and_a_zone():
    corpus = hs.sample_corpus()
    view = corpus.subset(zone="body", voice="quoted")
    both = {"zone": "body", "voice": "quoted"}
    for one, other in [
        (corpus.kwic("the", **both), view.kwic("the")),
        (corpus.frequencies(**both), view.frequencies()),
        (corpus.ngrams(2, **both), view.ngrams(2)),
        (corpus.collocates("river", **both), view.collocates("river")),
        (corpus.cooccurrences(3, **both), view.cooccurrences(3)),
        (corpus.dtm(**both), view.dtm()),
        (corpus.quotations(**both), view.quotations()),
        (corpus.tokens(**both), view.tokens()),
        (corpus.sentences(**both), view.sentences()),
    ]:
        assert one.manifest() == other.manifest()
        again = hs.replay(one.manifest(), corpus)
        assert written(one) == written(other) == written(again)
    assert corpus.count("the", **both) == view.count("the") > 0


def test_a_voice_narrows_what_is_in_view(pier):
    quoted = pier.subset(voice="quoted")
    both = quoted.subset(voice=["Tara Vell", "narration"])
    assert both.tokens()["token"] == pier.subset(voice="Tara Vell").tokens()["token"]
    assert both.manifest()["conditions"] == [
        {"voice": {"among": ["quoted"]}},
        {"voice": {"among": ["Tara Vell", "narration"]}},
    ]
    assert both.quotations()["speaker"] == ["Tara Vell"] * 2
    assert quoted.subset(voice="narration").n_tokens == 0
    assert pier.subset(voice="narration").quotations()["kind"] == []


def test_lines_are_kept_by_voice(pier):
    lines = pier.kwic("the pier")
    for voice in ["quoted", "narration", "direct", "indirect", "Nilo Orr", "Tara Vell"]:
        kept = lines.subset(voice=voice)
        assert kept["start"] == pier.kwic("the pier", voice=voice)["start"]
        assert hs.replay(kept.manifest(), pier)["start"] == kept["start"]


def test_metadata_called_speaker_come_first(pier):
    transcript = hs.Corpus.from_texts([TEXT], metadata={"speaker": ["Chair"]})
    assert transcript.kwic("pier").group("speaker")["speaker"] == ["Chair"]
    assert pier.kwic("pier").group("speaker").column("frequency") == [2, 1, 1]


def test_the_speaker_of_a_voice_has_a_name_that_metadata_cannot_take():
    metadata = {"speaker": ["Chair"], "verb": [1], "voice": [dt.date(2031, 3, 4)]}
    hidden = hs.Corpus.from_texts([TEXT], metadata=metadata)
    plain = hs.Corpus.from_texts([TEXT])
    pairs = [
        (lambda c, name: c.kwic("pier").group(name), ("speaker", "verb", "voice", "verb_class")),
        (lambda c, name: c.reporting_verbs(by=name), ("speaker", "kind", "zone")),
        (lambda c, name: c.quotation_kinds(by=name), ("speaker", "verb", "rule")),
    ]
    for ask, names in pairs:
        for name in names:
            own, expected = ask(hidden, f"voice:{name}"), ask(plain, name)
            assert own.columns == [f"voice:{name}", *expected.columns[1:]]
            assert [*own.to_polars().rows()] == [*expected.to_polars().rows()], name
            assert hs.replay(own.manifest(), hidden).to_polars().equals(own.to_polars())
    for keys in ("speaker", "speaker:descending", "verb R1"):
        own = hidden.kwic("*").sort(re.sub(r"speaker|verb", r"voice:\g<0>", keys))
        assert own["start"] == plain.kwic("*").sort(keys)["start"]
    both = hidden.reporting_verbs(by=["speaker", "voice:speaker"])
    assert both.columns[:2] == ["speaker", "voice:speaker"]
    assert set(both["speaker"]) == {"Chair"}


def test_names_of_voices_that_are_none_are_unknown(pier):
    for ask in (
        lambda: pier.kwic("pier").group("voice:nobody"),
        lambda: pier.reporting_verbs(by="voice:nobody"),
        lambda: pier.kwic("pier").sort("voice:nobody"),
    ):
        with pytest.raises(hs.UnknownNameError, match="nobody"):
            ask()


def test_a_citation_leads_only_to_what_is_in_view(pier):
    cites = [line.cite() for line in pier.kwic("pier")]
    found = pier.subset(voice="Nilo Orr").kwic("pier")
    assert pier.subset(voice="Nilo Orr").cited([line.cite() for line in found])["node"] == ["pier"]
    with pytest.raises(hs.CitationError):
        pier.subset(voice="Nilo Orr").cited(cites[0])


def test_what_is_around_a_line_is_whole(pier):
    line = pier.kwic("old", voice="quoted", window="sentence")
    assert line[0].left == '"The pier is'
    assert "told reporters" in line.expand(0, to="sentence").text


def test_voices_after_saving_and_opening(tmp_path, pier):
    pier.save(tmp_path / "pier.hustings")
    opened = hs.open_corpus(tmp_path / "pier.hustings", mmap=True)
    assert opened.frequencies(voice="quoted").to_csv() == pier.frequencies(voice="quoted").to_csv()


WORDS = st.lists(
    st.sampled_from(
        ['"', "“", "”", "he", "Tara Vell", "said", "that", ".", ",", "é", "\n\n", "told"]
    ),
    max_size=40,
)


@given(st.lists(WORDS.map(" ".join), min_size=1, max_size=3))
@settings(deadline=None)
def test_quoted_and_narrated_words_are_all_words(texts):
    corpus = hs.Corpus.from_texts(texts)
    parts = [corpus.subset(voice=voice).n_tokens for voice in ("quoted", "narration")]
    assert sum(parts) == corpus.n_tokens
    voices = corpus.kwic("*").group("voice")
    told = dict(zip(voices["voice"], voices["frequency"], strict=True))
    assert told.get("narration", 0) == parts[1]


# --- bad input -----------------------------------------------------------------------------------


def test_a_voice_that_nobody_has_is_an_error(pier):
    known = '"quoted", "narration", "direct", "mixed", "indirect", "Tara Vell", "Nilo Orr"'
    with pytest.raises(hs.UnknownNameError, match=f'voice must be one of \\[{known}\\], got "Orr"'):
        pier.subset(voice="Orr")
    with pytest.raises(hs.UnknownNameError, match='got "Vela"'):
        pier.kwic("pier", voice=["quoted", "Vela"])
    with pytest.raises(hs.UnknownNameError, match="voice must be one of"):
        pier.kwic("pier").subset(voice="")


@pytest.mark.parametrize("voice", [3, b"quoted", [None], ["quoted", 1], 1.5, {"a": 1}.items()])
def test_a_voice_is_a_name(pier, voice):
    with pytest.raises(hs.InputTypeError, match=r"^voice(\[\d\])? must be a str"):
        pier.subset(voice=voice)


@pytest.mark.parametrize("texts", [[], [""], ["pier"], ["", "", '"'], ['"Yes," said Orr.']])
def test_small_corpora_have_voices(texts):
    corpus = hs.Corpus.from_texts(texts)
    for voice in ["quoted", "narration", "direct", "mixed", "indirect"]:
        view = corpus.subset(voice=voice)
        assert view.n_tokens == len(view.tokens())
        assert view.count("*") == view.n_tokens == view.count(cql="[]")
    assert len(corpus.kwic("*").with_context("speaker", "quotation").to_polars()) == corpus.n_tokens
