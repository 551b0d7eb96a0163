"""Tables of voices: verbs and kinds by group, and quotations as files that other tools read."""

import json
from collections import Counter
from pathlib import Path

import hustings as hs
import polars as pl
import pytest

rdflib = pytest.importorskip("rdflib")

# The terms of the Web Annotation context that the export uses, as the W3C's vocabulary has them.
OA = "http://www.w3.org/ns/oa#"
AS = "http://www.w3.org/ns/activitystreams#"
CONTEXT = {
    "oa": OA,
    "as": AS,
    "id": "@id",
    "type": "@type",
    **{
        name: f"oa:{name}"
        for name in [
            *("Annotation", "SpecificResource", "TextPositionSelector", "TextQuoteSelector"),
            *("start", "end", "exact", "prefix", "suffix"),
        ]
    },
    "AnnotationCollection": "as:OrderedCollection",
    "AnnotationPage": "as:OrderedCollectionPage",
    "label": "http://www.w3.org/2000/01/rdf-schema#label",
    "total": "as:totalItems",
    "startIndex": "as:startIndex",
    "first": {"@id": "as:first", "@type": "@id"},
    "items": {"@id": "as:items", "@type": "@id", "@container": "@list"},
    "body": {"@id": "oa:hasBody", "@type": "@id"},
    "target": {"@id": "oa:hasTarget", "@type": "@id"},
    "source": {"@id": "oa:hasSource", "@type": "@id"},
    "selector": {"@id": "oa:hasSelector", "@type": "@id"},
    "motivation": {"@id": "oa:motivatedBy", "@type": "@vocab"},
    "identifying": "oa:identifying",
}


@pytest.fixture(scope="module")
def corpus():
    return hs.sample_corpus()


def counted(corpus, fields, by):
    """Rows of the table of quotations, counted one by one."""
    agencies = dict(zip(corpus.documents["id"], corpus.documents["agency"], strict=True))
    counts, documents, sums = Counter(), {}, Counter()
    for row in corpus.quotations().to_polars().iter_rows(named=True):
        if row[fields[0]] is None:
            continue
        row["agency"] = agencies[row["document"]]
        group, key = tuple(row[name] for name in by), tuple(row[name] for name in fields)
        counts[group, key] += 1
        sums[group] += 1
        documents.setdefault((group, key), set()).add(row["document"])

    def missing_last(values):
        return [(value is None, (value or "").encode()) for value in values]

    order = sorted(
        counts, key=lambda own: (missing_last(own[0]), -counts[own], missing_last(own[1]))
    )
    return [
        (*group, *key, n := counts[group, key], n * 100 / sums[group], len(documents[group, key]))
        for group, key in order
    ]


@pytest.mark.parametrize(
    "by", [[], ["agency"], ["speaker"], ["kind"], ["agency", "speaker"], ["document"]]
)
def test_verbs_and_kinds_are_counted_by_group(corpus, by):
    tables = [(corpus.reporting_verbs(by=by), ["verb", "verb_class"])]
    if "kind" not in by:
        tables.append((corpus.quotation_kinds(by=by), ["kind"]))
    for table, fields in tables:
        found = table.to_polars().rows()
        expected = counted(corpus, fields, by)
        assert [row[:-2] for row in found] == [row[:-2] for row in expected]
        assert [row[-1] for row in found] == [row[-1] for row in expected]
        assert [row[-2] for row in found] == pytest.approx([row[-2] for row in expected])
        assert hs.replay(table.manifest(), corpus).to_csv() == table.to_csv()


def test_counts_take_zones_and_voices(corpus):
    direct = corpus.reporting_verbs(voice="direct", zone="body")
    quotations = corpus.subset(zone="body", voice="direct").quotations()
    assert sum(direct["frequency"]) == sum(verb is not None for verb in quotations["verb"])
    assert sum(corpus.quotation_kinds()["frequency"]) == len(corpus.quotations())


@pytest.mark.parametrize(
    ("ask", "message"),
    [
        (lambda c: c.reporting_verbs(by="color"), "by must be one of ["),
        (lambda c: c.quotation_kinds(by=["agency", "color"]), 'got "color"'),
        (lambda c: c.reporting_verbs(by="verb"), '"verb" would stand twice'),
        (lambda c: c.quotation_kinds(by=["agency", "agency"]), '"agency" would stand twice'),
        (lambda c: c.quotation_kinds(voice="Nobody at all"), "voice must be one of"),
    ],
)
def test_bad_groups_are_an_error(corpus, ask, message):
    with pytest.raises(hs.HustingsError) as raised:
        ask(corpus)
    assert message in str(raised.value)


def test_the_resource_of_verbs_is_a_table():
    path = Path(__file__).parent.parent / "src/articles/quotations/reporting_verbs.tsv"
    lines = [line for line in path.read_text("utf-8").splitlines() if not line.startswith("#")]
    names, *rows = [line.split("\t") for line in lines]
    verbs = hs.reporting_verbs()
    assert verbs.columns == names
    for at, name in enumerate(names):
        values = [row[at] for row in rows]
        known = {"counts": lambda value: value == "yes"} | dict.fromkeys(
            ["occurrences", "before_that", "beside_marks"], int
        )
        assert verbs[name] == [known.get(name, str)(value) for value in values]
    assert verbs.manifest()["version"].isdigit()
    assert set(hs.sample_corpus().reporting_verbs()["verb"]) - set(verbs["lemma"]) <= {
        "according to"
    }


# --- export --------------------------------------------------------------------------------------


def test_quotations_are_written_and_read_as_tables(corpus, tmp_path):
    found = corpus.quotations()
    frame = found.to_polars()
    found.to_parquet(tmp_path / "q.parquet")
    assert pl.read_parquet(tmp_path / "q.parquet").equals(frame)
    found.to_jsonl(tmp_path / "q.jsonl")
    rows = [json.loads(line) for line in (tmp_path / "q.jsonl").read_text("utf-8").splitlines()]
    assert rows == frame.to_dicts()
    found.to_csv(tmp_path / "q.csv")
    read = pl.read_csv(tmp_path / "q.csv", schema_overrides={"content_spans": pl.String})
    assert read["quotation"].to_list() == frame["quotation"].to_list()
    assert [json.loads(spans) for spans in read["content_spans"]] == frame[
        "content_spans"
    ].to_list()
    assert found.to_jsonl() == (tmp_path / "q.jsonl").read_text("utf-8")


def test_json_lines_hold_what_json_can():
    import datetime as dt

    metadata = {"day": [dt.date(2031, 3, 4), None], "score": [0.5, float("inf")]}
    documents = hs.Corpus.from_texts(['a "b"\n', "é"], metadata=metadata).documents
    rows = [json.loads(line) for line in documents.to_jsonl().splitlines()]
    assert rows == [
        {"id": "text1", "day": "2031-03-04", "score": 0.5},
        {"id": "text2", "day": None, "score": None},
    ]


def graph(written):
    """What an RDF library reads, the published context replaced by its terms at hand."""
    found = json.loads(written)
    assert found["@context"][0] == "http://www.w3.org/ns/anno.jsonld"
    found["@context"][0] = CONTEXT
    return rdflib.Graph().parse(data=json.dumps(found), format="json-ld")


def annotated(read):
    """A row for each target: annotation, source, part, start, end, exact, prefix, suffix, kind."""
    oa, own = rdflib.Namespace(OA), rdflib.Namespace("urn:hustings:")

    def value(subject, predicate):
        found = read.value(subject, predicate, any=False)
        return found if found is None or isinstance(found, rdflib.URIRef) else found.toPython()

    for one in read.subjects(rdflib.RDF.type, oa.Annotation):
        assert read.value(one, oa.motivatedBy) == oa.identifying
        body = read.value(one, oa.hasBody)
        for target in read.objects(one, oa.hasTarget):
            selectors = {
                read.value(own, rdflib.RDF.type): own
                for own in read.objects(target, oa.hasSelector)
            }
            place, words = selectors[oa.TextPositionSelector], selectors[oa.TextQuoteSelector]
            yield (
                one,
                value(target, oa.hasSource),
                value(target, own.part),
                *(value(place, name) for name in (oa.start, oa.end)),
                *(value(words, name) for name in (oa.exact, oa.prefix, oa.suffix)),
                *(value(body, name) for name in (own.kind, own.speaker)),
            )


@pytest.mark.filterwarnings("ignore:ConjunctiveGraph:DeprecationWarning")
def test_annotations_are_read_by_an_rdf_library(corpus):
    rows = list(annotated(graph(corpus.quotation_annotations(source="https://example.org/"))))
    texts = {f"https://example.org/{name}": corpus.text(name) for name in corpus.documents["id"]}
    for _, source, _, start, end, exact, prefix, suffix, *_ in rows:
        text = texts[str(source)]
        assert text[start:end] == exact
        assert text[:start].endswith(prefix)
        assert text[end:].startswith(suffix)
        assert len(prefix) == min(32, start)
    expected = Counter()
    for row in corpus.quotations().to_polars().iter_rows(named=True):
        own = (f"https://example.org/{row['document']}", row["kind"], row["speaker"])
        spans = row["content_spans"]
        for start, end in zip(spans[::2], spans[1::2], strict=True):
            expected[*own, "content", start, end] += 1
        for part in ("cue", "source"):
            if row[f"{part}_start"] is not None:
                expected[*own, part, row[f"{part}_start"], row[f"{part}_end"]] += 1
    found = Counter(
        (str(source), kind, speaker, part, start, end)
        for _, source, part, start, end, _, _, _, kind, speaker in rows
    )
    assert found == expected
    assert len({row[0] for row in rows}) == len(corpus.quotations())


def test_annotations_are_written_and_ids_are_quoted(tmp_path):
    corpus = hs.Corpus.from_texts(['"Yes," said Vell.', "No."], ids=["a b/é", "c"])
    corpus.quotation_annotations(tmp_path / "a.jsonld", voice="direct")
    found = json.loads((tmp_path / "a.jsonld").read_text("utf-8"))
    assert found["total"] == 1
    assert (
        found["first"]["items"][0]["target"][0]["source"] == "urn:hustings:document:a%20b%2F%C3%A9"
    )
    assert json.loads(hs.Corpus.from_texts([]).quotation_annotations())["first"]["items"] == []


def test_the_sentence_of_a_quotation_is_a_row_of_sentences():
    corpus = hs.sample_corpus()
    spans = {}
    sentences = corpus.sentences()
    for document, *span in zip(*map(sentences.column, ("document", "start", "end")), strict=True):
        spans.setdefault(document, []).append(span)
    found = corpus.quotations()
    names = ("document", "content_start", "zone", "sentence")
    rows = list(zip(*map(found.column, names), strict=True))
    for document, start, zone, number in rows:
        inside = [at for at, (first, end) in enumerate(spans[document]) if first <= start < end]
        assert [number] == (inside if zone == "paragraph" else [None])
    assert len({number for *_, number in rows}) > 5
    assert found[7:12].column("sentence") == [row[-1] for row in rows[7:12]]


def test_what_is_asked_or_expected_is_told_apart():
    text = "Ann Vell left. Did she say it was over? Vell is expected to argue that it is."
    table = hs.quotations([f"{text} She said so was he."])
    assert table.column("questioned") == [True, True, False]
    assert table.column("sentence") == [1, 2, 3]
