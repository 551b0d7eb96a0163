"""Statistics of what is said by somebody, or stands in a zone, from the words in view alone."""

import random
from collections import Counter
from itertools import combinations, pairwise
from math import log2, sqrt

import hustings as hs
import oracle_keyness
import pytest
from articles.annotated import read, sources
from oracle_dispersion import BY_POSITION
from oracle_keyness import Side
from oracle_trend import below, xoshiro
from oracle_voices import by_document, voices_of

ALL = hs.dispersions().column("name")
COUNTED = [name for name in ALL if name not in BY_POSITION]
NOUNS = ["pier", "bridge", "river", "trust", "talks", "old", "new", "safe"]


def article(rng):
    """Wire copy of chance, in which two speakers and a narrator use the same words."""

    def words(least=1, most=5):
        return " ".join(rng.choices(NOUNS, k=rng.randint(least, most)))

    says = [
        lambda: f"Tara Vell said the {words()} is {words()}.",
        lambda: f'"The {words()}," Nilo Orr told reporters. "The {words()}."',
        lambda: f'"The {words()}," Orr said, "is {words()} and {words()}."',
        lambda: f'"Vell told me that the {words()} is {words()}," Orr said.',
        lambda: f'Nilo Orr said the {words()} is "{words()} and {words()}", but {words()}.',
        lambda: f"The {words()} is {words()}. It is {words()}.",
    ]
    paragraphs = [" ".join(rng.choice(says)() for _ in range(3)) for _ in range(rng.randint(1, 4))]
    return "\n\n".join([f"Tara Vell and Nilo Orr on the {words()}", *paragraphs])


def built(name):
    if name == "sample":
        return hs.sample_corpus()
    rng = random.Random(name)
    if name == "annotated":
        texts = [read(path)["text"] for path in sources("open")]
    else:
        texts = [article(rng) if number % 6 else "" for number in range(24)]
    years = [rng.choice([2030, 2031, 2033]) for _ in texts]
    half = len(texts) // 2
    first = hs.Corpus.from_texts(texts[:half], format="news", metadata={"year": years[:half]})
    return first.append(
        texts[half:],
        ids=[f"more{number}" for number in range(half, len(texts))],
        metadata={"year": years[half:]},
    )


CORPORA = ["sample", "annotated", "chance 1", "chance 2"]
VIEWS = {
    "sample": [("quoted", None), ("narration", "paragraph"), ("indirect", "paragraph")],
    "annotated": [("quoted", "paragraph"), ("narration", None), ("direct", None)],
    "chance 1": [(voice, None) for voice in ["quoted", "narration", "Tara Vell", "Nilo Orr"]],
    "chance 2": [("Nilo Orr", "paragraph"), ("mixed", None), ("narration", "headline")],
}
CASES = [(name, *view) for name in CORPORA for view in VIEWS[name]]
each_view = pytest.mark.parametrize(("name", "voice", "zone"), CASES)


@pytest.fixture(scope="module")
def corpora():
    return {name: built(name) for name in CORPORA}


def view_of(voice, zone):
    return {"voice": voice, **({"zone": zone} if zone else {})}


def words_of(documents):
    """The words of each document, its stretches one behind the other."""
    return {
        document: [token.word for stretch in own for token in stretch]
        for document, own in documents.items()
    }


def rows(table):
    return list(zip(*map(table.column, table.columns), strict=True))


@pytest.mark.parametrize("name", CORPORA)
def test_the_speakers_of_chance_are_found(corpora, name):
    # Else the tests below would be of nothing.
    corpus = corpora[name]
    assert all(corpus.subset(**view_of(*view)).n_tokens > 20 for view in VIEWS[name])
    assert len(voices_of(corpus)) > 5


# --- dispersion ----------------------------------------------------------------------------------


@each_view
def test_dispersion_is_over_the_words_in_view(corpora, name, voice, zone):
    corpus, view = corpora[name], view_of(voice, zone)
    words = words_of(by_document(corpus, voice, zone))
    everything = [word for own in words.values() for word in own]
    counts = [Counter(own) for own in words.values()]
    sizes = [len(own) for own in words.values()]
    expected = []
    for term, frequency in sorted(Counter(everything).items(), key=lambda row: (-row[1], row[0])):
        places = [at for at, word in enumerate(everything) if word == term]
        own = [count[term] for count in counts]
        scores = hs.dispersion_of(own, sizes, positions=places, measures=ALL)
        expected.append((term, frequency, *scores.values()))
    found = corpus.dispersion(measures=ALL, **view)
    assert rows(found) == expected
    assert found.manifest()["n_parts"] == len(words)
    patterns = corpus.dispersion(found["term"], exact=True, measures=ALL, **view)
    assert rows(patterns) == expected


@each_view
def test_equal_parts_are_of_the_words_in_view(corpora, name, voice, zone):
    corpus, view = corpora[name], view_of(voice, zone)
    words = words_of(by_document(corpus, voice, zone)).values()
    everything = [word for own in words for word in own]
    ends = [len(everything) * part // 5 for part in range(6)]
    parts = [everything[first:end] for first, end in pairwise(ends)]
    sizes = [len(part) for part in parts]
    for term, frequency, *scores in rows(
        corpus.dispersion(by=None, parts=5, measures=COUNTED, **view)
    ):
        own = [part.count(term) for part in parts]
        assert sum(own) == frequency
        assert scores == list(hs.dispersion_of(own, sizes, measures=COUNTED).values())


@each_view
def test_a_plot_has_the_matches_in_view_at_their_place_in_the_document(corpora, name, voice, zone):
    corpus = corpora[name]
    plot = corpus.dispersion_plot("the", **view_of(voice, zone))
    expected = [
        (token.document, token.start)
        for own in by_document(corpus, voice, zone).values()
        for stretch in own
        for token in stretch
        if token.word == "the"
    ]
    assert list(zip(plot["document"], plot["start"], strict=True)) == expected
    whole = corpus.dispersion_plot("the")
    assert set(rows(plot)) <= set(rows(whole))


# --- style ---------------------------------------------------------------------------------------


@each_view
def test_diversity_is_that_of_the_words_in_view(corpora, name, voice, zone):
    corpus, view = corpora[name], view_of(voice, zone)
    words = words_of(by_document(corpus, voice, zone))
    table = corpus.diversity(by="document", window=5, segment=4, basis=6, sample=3, **view)
    for document, tokens, types, *scores in rows(table):
        own = words.get(document, [])
        assert (tokens, types) == (len(own), len(set(own)))
        of = hs.diversity_of(own, window=5, segment=4, basis=6, sample=3)
        assert scores == list(of.values()), document
    assert sum(table["tokens"]) == sum(map(len, words.values()))


def sentences_of(corpus):
    """For each token, by document and start, the place at which its sentence begins."""
    firsts = corpus.kwic(cql="<s> []")
    begins = set(zip(firsts["document"], firsts["start"], strict=True))
    found, last = {}, None
    for place in zip(corpus.tokens()["document"], corpus.tokens()["start"], strict=True):
        last = place if place in begins else last
        found[place] = last
    return found


@each_view
def test_readability_has_the_sentences_with_a_word_in_view(corpora, name, voice, zone):
    corpus, view = corpora[name], view_of(voice, zone)
    sentences = sentences_of(corpus)
    tokens = [
        token
        for own in by_document(corpus, voice, zone).values()
        for stretch in own
        for token in stretch
        if token.zone == "paragraph"
    ]
    table = corpus.readability(**view)
    own = {sentences[token.document, token.start] for token in tokens}
    assert table["sentences"] == [len(own)]
    assert table["characters"] == [sum(len(token.token) for token in tokens)]
    words = [token.token for token in tokens if token.token[0] not in "'\u2019"]
    assert table["words"] == [len(words)]
    assert table["syllables"] == [sum(map(hs.syllables, words))]
    assert len(corpus.sentences(**view)) == len(own)


@each_view
def test_similarity_is_that_of_the_words_in_view(corpora, name, voice, zone):
    corpus = corpora[name]
    words = words_of(by_document(corpus, voice, zone))
    for one, other, cosine in rows(corpus.similarity(**view_of(voice, zone))):
        first, second = (Counter(words.get(document, [])) for document in (one, other))
        product = sqrt(sum(n * n for n in first.values()) * sum(n * n for n in second.values()))
        shared = sum(n * second[word] for word, n in first.items())
        assert cosine == (pytest.approx(shared / product, abs=1e-12) if product else None)


@each_view
def test_near_duplicates_share_shingles_in_view(corpora, name, voice, zone):
    corpus = corpora[name]
    shingles = {
        document: {
            tuple(token.word for token in stretch[at : at + 2])
            for stretch in own
            for at in range(len(stretch) - 1)
        }
        for document, own in by_document(corpus, voice, zone).items()
    }
    expected = {}
    for one, other in combinations(shingles, 2):
        first, second = shingles[one], shingles[other]
        shared = len(first & second)
        least = min(len(first), len(second))
        if least and shared / least >= 0.3 and (shared >= 8 or first == second):
            expected[one, other] = (shared, shared / least, shared / len(first | second))
    found = corpus.near_duplicate_pairs(similarity=0.3, n=2, **view_of(voice, zone))
    pairs = {(one, other): tuple(scores) for one, other, *scores in rows(found)}
    # Candidates are a sample where a document has more than 64 shingles.
    assert pairs.items() <= expected.items()
    small = {document for document, own in shingles.items() if len(own) < 64}
    assert expected.keys() - pairs.keys() <= {pair for pair in expected if not set(pair) <= small}
    table = corpus.near_duplicates(similarity=0.3, n=2, **view_of(voice, zone))
    assert set(table["document"]) == {document for pair in pairs for document in pair}


# --- dictionaries --------------------------------------------------------------------------------

ENTRIES = ["the", "is", "trust", "the *", "is * and"]


def fits(entry, words):
    slots = entry.split()
    return len(slots) == len(words) and all(
        slot in ("*", word) for slot, word in zip(slots, words, strict=True)
    )


@each_view
@pytest.mark.parametrize("negation", ["the", ()])
def test_lookups_count_units_in_view(corpora, name, voice, zone, negation):
    corpus, view = corpora[name], view_of(voice, zone)
    sentences = sentences_of(corpus)
    documents = by_document(corpus, voice, zone)
    found = {entry: {"token": 0, "sentence": set(), "document": set()} for entry in ENTRIES}
    units = {"token": 0, "sentence": set(), "document": set()}
    for document, own in documents.items():
        for stretch in own:
            sentence = [sentences[document, token.start] for token in stretch]
            units["token"] += len(stretch)
            units["sentence"] |= set(sentence)
            units["document"].add(document)
            words = [token.word for token in stretch]
            for entry in ENTRIES:
                length = len(entry.split())
                for at in range(len(words) - length + 1):
                    near = range(max(0, at - 3), at)
                    negated = any(
                        words[before] == negation and sentence[before] == sentence[at]
                        for before in near
                    )
                    if fits(entry, words[at : at + length]) and not negated:
                        found[entry]["token"] += 1
                        found[entry]["sentence"].add(sentence[at])
                        found[entry]["document"].add(document)
    dictionary = {f"c{number}": [entry] for number, entry in enumerate(ENTRIES)}
    for unit, column in [
        ("token", "frequency"),
        ("sentence", "sentences"),
        ("document", "documents"),
    ]:
        table = corpus.lookup(dictionary, unit=unit, negation=negation, overlaps="all", **view)
        size = units[unit] if unit == "token" else len(units[unit])
        counts = [row[unit] if unit == "token" else len(row[unit]) for row in found.values()]
        assert table[column] == counts, unit
        assert table.manifest()["base"] == [size]


# --- keyness -------------------------------------------------------------------------------------

PAIRS = [
    ("sample", "quoted", "narration"),
    ("annotated", "direct", "narration"),
    ("annotated", "narration", "quoted"),
    ("chance 1", "Tara Vell", "narration"),
    ("chance 2", "Nilo Orr", "Tara Vell"),
]
each_pair = pytest.mark.parametrize(("name", "voice", "other"), PAIRS)


def compared(corpus, voice, other, **options):
    options = {"direction": "both", "min_frequency": 1, "confidence": None, **options}
    return corpus.keyness(voice=voice, reference_voice=other, **options)


@each_pair
def test_keyness_of_two_voices_is_of_the_words_of_each(corpora, name, voice, other):
    corpus = corpora[name]
    sides = [Side([*words_of(by_document(corpus, one)).values()]) for one in (voice, other)]
    expected = oracle_keyness.rows(*sides)
    key = compared(corpus, voice, other)
    found = {row[0]: dict(zip(key.columns, row, strict=True)) for row in rows(key)}
    assert found.keys() == expected.keys()
    for term, row in expected.items():
        for column, value in row.items():
            wanted = value if value is None else pytest.approx(value, rel=1e-12, abs=1e-12)
            assert found[term][column] == wanted, (term, column)
    assert key.manifest()["compared_tokens"] == [[side.tokens for side in sides]]
    assert key.manifest()["compared_documents"] == [[len(side.documents) for side in sides]]
    apart = corpus.subset(voice=voice).keyness(
        corpus.subset(voice=other), direction="both", min_frequency=1, confidence=None
    )
    assert apart.to_csv() == key.to_csv()
    term = key["term"][0]
    lines = key.explain(term)
    assert [len(side) for side in lines] == [
        found[term]["frequency"],
        found[term]["reference_frequency"],
    ]


def percentile(values, share):
    values = sorted(values)
    place = (len(values) - 1) * share
    below_ = int(place)
    above = values[min(below_ + 1, len(values) - 1)]
    return values[below_] + (above - values[below_]) * (place - below_)


def drawn(strata, seed, resamples):
    """For each sample the documents drawn of each stratum, which has a stream of its own."""
    samples = [[] for _ in range(resamples)]
    for documents, stream in strata:
        draws = xoshiro(seed, stream << 32)
        for sample in samples:
            sample += [documents[below(draws, len(documents))] for _ in documents]
    return samples


@each_pair
def test_documents_of_both_voices_are_drawn_with_the_words_of_both(corpora, name, voice, other):
    corpus, resamples, seed = corpora[name], 40, 7
    own, others = (words_of(by_document(corpus, one)) for one in (voice, other))
    shared = [document for document in own if document in others]
    alone = [[document for document in side if document not in shared] for side in (own, others)]
    assert shared != []
    samples = [
        drawn([(one, stream), (shared, 3)], seed, resamples)
        for one, stream in zip(alone, (1, 2), strict=True)
    ]
    key = compared(corpus, voice, other, confidence=0.8, resamples=resamples, seed=seed)
    for term, low, high in list(
        zip(*(key[name] for name in ("term", "log_ratio_low", "log_ratio_high")), strict=True)
    )[:25]:
        ratios = []
        for one, two in zip(*samples, strict=True):
            counts = [
                (sum(side[document].count(term) for document in sample) or 0.5)
                / sum(len(side[document]) for document in sample)
                for side, sample in ((own, one), (others, two))
            ]
            ratios.append(log2(counts[0] / counts[1]))
        ends = [percentile(ratios, share) for share in (0.1, 0.9)]
        assert [low, high] == pytest.approx(ends, rel=1e-9, abs=1e-9), term


def test_a_zone_is_compared_with_another_and_a_voice_with_that_of_other_documents(corpora):
    corpus = corpora["sample"]
    key = corpus.keyness(zone="headline", reference_zone="body", min_frequency=2)
    views = corpus.subset(zone="headline").keyness(corpus.subset(zone="body"), min_frequency=2)
    assert key.to_csv() == views.to_csv()
    assert len(key) > 0
    agency = corpus.subset(agency="VPS")
    key = agency.keyness(voice="quoted", min_frequency=2, significance="permutation")
    rest = corpus.subset(agency=[name for name in set(corpus.documents["agency"]) if name != "VPS"])
    views = agency.subset(voice="quoted").keyness(
        rest.subset(voice="quoted"), min_frequency=2, significance="permutation"
    )
    assert key.to_csv() == views.to_csv()
    assert agency.keyness(rest, voice="quoted", min_frequency=2).to_csv() == (
        agency.subset(voice="quoted").keyness(rest.subset(voice="quoted"), min_frequency=2).to_csv()
    )


def test_what_two_voices_cannot_be_asked_is_refused(corpora):
    corpus = corpora["chance 1"]
    with pytest.raises(hs.ParameterError, match="significance must be None where target and ref"):
        compared(corpus, "Tara Vell", "Nilo Orr", significance="permutation")
    with pytest.raises(hs.ParameterError, match="reference must not share tokens with the target"):
        compared(corpus, "quoted", "Nilo Orr")
    with pytest.raises(hs.ParameterError, match="must be None beside a frequency list"):
        corpus.keyness({"the": 3}, reference_voice="quoted")
    with pytest.raises(hs.UnknownNameError, match="voice must be one of"):
        compared(corpus, "Tara Vell", "Nobody")


# --- trends --------------------------------------------------------------------------------------


@pytest.mark.parametrize(("name", "voice", "zone"), [case for case in CASES if case[0] != "sample"])
def test_trends_are_relative_to_the_words_in_view(corpora, name, voice, zone):
    corpus = corpora[name]
    words = words_of(by_document(corpus, voice, zone))
    years = dict(zip(corpus.documents["id"], corpus.documents["year"], strict=True))
    trend = corpus.trend("the", by="year", date="year", resamples=0, **view_of(voice, zone))
    for period, frequency, tokens, documents, all_documents in zip(
        *(trend[c] for c in ("period", "frequency", "tokens", "documents", "period_documents")),
        strict=True,
    ):
        own = [found for document, found in words.items() if str(years[document]) == period]
        assert tokens == sum(map(len, own))
        assert frequency == sum(found.count("the") for found in own)
        assert documents == sum("the" in found for found in own)
        assert all_documents == len(own)
    assert sum(trend["tokens"]) == sum(map(len, words.values()))
    whole = corpus.trend("the", by="year", date="year", resamples=0)
    assert trend["period"] == whole["period"]


# --- every verb ----------------------------------------------------------------------------------

VERBS = {
    "dispersion": lambda c, **v: c.dispersion("the", **v),
    "dispersion_plot": lambda c, **v: c.dispersion_plot("the", **v),
    "trend": lambda c, **v: c.trend("the", resamples=40, **v),
    "diversity": lambda c, **v: c.diversity(by="agency", **v),
    "readability": lambda c, **v: c.readability(by="agency", **v),
    "lookup": lambda c, **v: c.lookup({"a": ["the *"]}, unit="sentence", **v),
    "similarity": lambda c, **v: c.similarity(**v),
    "near_duplicates": lambda c, **v: c.near_duplicates(similarity=0.1, n=1, **v),
    "near_duplicate_pairs": lambda c, **v: c.near_duplicate_pairs(similarity=0.1, n=1, **v),
    "text_reuse": lambda c, **v: c.text_reuse(*c.documents["id"][:2], n=1, **v),
    "keyness": lambda c, **v: c.keyness(by="agency", min_frequency=3, **v),
    "clusters": lambda c, **v: c.clusters("the", 2, **v),
}


@pytest.mark.parametrize("verb", VERBS)
@pytest.mark.parametrize(
    "view", [{"zone": "body", "voice": "quoted"}, {"zone": "headline"}], ids=str
)
def test_a_verb_takes_a_view_and_is_replayed(verb, view):
    corpus = hs.sample_corpus()
    given = VERBS[verb](corpus, **view)
    taken = VERBS[verb](corpus.subset(**view))
    again = hs.replay(given.manifest(), corpus)
    assert given.manifest() == taken.manifest() == again.manifest()
    assert given.to_csv() == taken.to_csv() == again.to_csv()
    assert given.to_csv() != VERBS[verb](corpus).to_csv()


@each_pair
def test_keyness_of_two_voices_is_replayed(corpora, name, voice, other):
    key = compared(corpora[name], voice, other, confidence=0.9, resamples=20)
    again = hs.replay(key.manifest(), corpora[name])
    assert again.to_csv() == key.to_csv()
    assert again.manifest() == key.manifest()
