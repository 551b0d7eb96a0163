"""Articles from files: which documents come in, under which ids, with which types."""

import datetime as dt
import json
import os
import zipfile
from pathlib import Path

import hustings as hs
import polars as pl
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from samples import NEWS, TABLE, ids, row, texts, types

FACTS = {
    "headline": "Ministers open river talks",
    "date": dt.date(2031, 3, 4),
    "place": "PORT LUMEN",
    "agency": "VPS",
}
PLAIN = "Mr President, trust is a river. It is long."


def write(path, content):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def write_zip(path, members, compression=zipfile.ZIP_STORED):
    with zipfile.ZipFile(path, "w", compression) as archive:
        for name, text in members.items():
            archive.writestr(name, text)
    return path


def write_json_lines(path, objects):
    return write(path, "\n".join(json.dumps(item) for item in objects))


# --- files of text -------------------------------------------------------------------------------


@pytest.fixture
def folder(tmp_path):
    write(tmp_path / "b.txt", "Second.")
    write(tmp_path / "a.txt", "First.")
    write(tmp_path / "sub" / "c.txt", "Third.")
    write(tmp_path / "notes.md", "Not an article.")
    write(tmp_path / ".hidden.txt", "Hidden.")
    write(tmp_path / ".git" / "d.txt", "Hidden too.")
    return tmp_path


SOURCES = [
    pytest.param(lambda folder: folder, ["a", "b", "c"], id="a folder"),
    pytest.param(lambda folder: f"{folder}/", ["a", "b", "c"], id="a folder as str"),
    pytest.param(lambda folder: folder / "a.txt", ["a"], id="a file"),
    pytest.param(lambda folder: str(folder / "a.txt"), ["a"], id="a file as str"),
    pytest.param(lambda folder: folder / "notes.md", ["notes"], id="text of another ending"),
    pytest.param(lambda folder: str(folder / "*.txt"), ["a", "b"], id="a glob"),
    pytest.param(lambda folder: str(folder / "**/*.txt"), ["a", "b", "c"], id="a deep glob"),
    pytest.param(lambda folder: [folder / "b.txt", folder / "a.txt"], ["b", "a"], id="a list"),
    pytest.param(lambda folder: iter([folder / "b.txt"]), ["b"], id="an iterator"),
    pytest.param(lambda folder: [folder], ["a", "b", "c"], id="a list of a folder"),
    pytest.param(
        lambda folder: [folder / "sub", folder / "a.txt"], ["c", "a"], id="a folder and a file"
    ),
]


@pytest.mark.parametrize(("source", "expected"), SOURCES)
def test_a_source_gives_the_documents_it_names(folder, source, expected):
    assert ids(hs.read_articles(source(folder))) == expected


def test_an_ending_in_capitals_is_the_same_ending(tmp_path):
    for name in ("a.TXT", "b.Txt", "c.txt"):
        write(tmp_path / "texts" / name, "Talks.")
    write_zip(tmp_path / "a.ZIP", {"d.TXT": "Talks."})
    write_json_lines(tmp_path / "a.JSONL", [{"id": "e", "text": "Talks."}])
    write(tmp_path / "a.CSV", "id,text\nf,Talks.\n")
    sources = ["texts", "a.ZIP", "a.JSONL", "a.CSV"]
    read = [ids(hs.read_articles(tmp_path / name)) for name in sources]
    assert read == [["a", "b", "c"], ["d"], ["e"], ["f"]]


def test_a_link_to_a_file_is_read_and_one_to_a_folder_is_not_followed(tmp_path):
    write(tmp_path / "apart" / "a.txt", "First.")
    (tmp_path / "texts").mkdir()
    (tmp_path / "texts" / "b.txt").symlink_to(tmp_path / "apart" / "a.txt")
    (tmp_path / "texts" / "c").symlink_to(tmp_path / "apart")
    (tmp_path / "texts" / "d.txt").symlink_to(tmp_path / "apart")
    assert ids(hs.read_articles(tmp_path / "texts")) == ["b"]


def test_replacing_gives_a_file_an_id_whose_name_is_not_utf_8(tmp_path):
    write(Path(os.fsdecode(os.fsencode(tmp_path) + b"/Zo\xeb.txt")), "Talks.")
    assert ids(hs.read_articles(tmp_path, errors="replace")) == ["Zo\ufffd"]


def test_folders_of_a_list_are_told_apart_by_their_names(tmp_path):
    for name in ("two", "one"):
        write(tmp_path / name / "a.txt", name)
    assert ids(hs.read_articles([tmp_path / "two", tmp_path / "one"])) == ["two/a.txt", "one/a.txt"]


def test_the_text_of_a_file_is_untouched(tmp_path):
    text = " \r\nTrust\tand\u00a0talks,\n\n  e\u0301galit\u00e9 \n"
    assert hs.read_articles(write(tmp_path / "a.txt", text)).text("a") == text


def test_names_that_repeat_become_paths_below_the_folder(tmp_path):
    for name in ("one/a.txt", "two/a.txt", "two/b.txt"):
        write(tmp_path / name, name)
    assert ids(hs.read_articles(tmp_path)) == ["one/a.txt", "two/a.txt", "b"]


def test_names_that_repeat_in_a_list_become_paths_below_the_common_folder(tmp_path):
    paths = [write(tmp_path / name / "a.txt", name) for name in ("two", "one")]
    assert ids(hs.read_articles(paths)) == ["two/a.txt", "one/a.txt"]


def test_a_file_whose_name_looks_like_a_glob_is_read_as_a_file(tmp_path):
    assert ids(hs.read_articles(str(write(tmp_path / "talks [1].txt", "Talks.")))) == ["talks [1]"]


def test_an_empty_file_is_a_document_without_tokens(tmp_path):
    corpus = hs.read_articles(write(tmp_path / "empty.txt", ""))
    assert (ids(corpus), corpus.n_tokens) == (["empty"], 0)


SPOKEN = "Zoë\u2019s trust"
ENCODINGS = [
    pytest.param(SPOKEN.encode("windows-1252"), "windows-1252", id="windows-1252"),
    pytest.param(SPOKEN.encode("utf-16"), "utf-8", id="utf-16 with its mark"),
    pytest.param(SPOKEN.encode("utf-16-le"), "utf-16le", id="utf-16 without a mark"),
    pytest.param(SPOKEN.encode("utf-8-sig"), "utf-8", id="utf-8 with a mark"),
    pytest.param(SPOKEN.encode("utf-8-sig"), "windows-1252", id="a mark wins"),
    pytest.param(SPOKEN.encode(), "UTF-8", id="utf-8"),
]


@pytest.mark.parametrize(("content", "encoding"), ENCODINGS)
def test_bytes_become_the_text_that_was_encoded(tmp_path, content, encoding):
    path = write(tmp_path / "a.txt", content)
    assert hs.read_articles(path, encoding=encoding).text("a") == SPOKEN


def test_an_encoding_holds_for_archives_and_json_lines_as_well(tmp_path):
    archive = write_zip(tmp_path / "a.zip", {"a.txt": "Zoë".encode("windows-1252")})
    lines = write(tmp_path / "a.jsonl", '{"text": "Zoë"}'.encode("windows-1252"))
    read = [hs.read_articles(path, encoding="windows-1252") for path in (archive, lines)]
    assert [texts(corpus) for corpus in read] == [["Zoë"], ["Zoë"]]


def test_replacing_makes_each_undecodable_byte_a_replacement_character(tmp_path):
    path = write(tmp_path / "a.txt", b"Mutual \xff trust")
    assert hs.read_articles(path, errors="replace").text("a") == "Mutual \ufffd trust"


# --- archives, JSON Lines, tables ----------------------------------------------------------------


def test_an_archive_gives_its_text_members_in_the_order_of_their_names(tmp_path):
    members = {"b.txt": "Second.", "x/a.txt": "Third.", "a.txt": "First.", "c.md": "Not text."}
    members["__MACOSX/._a.txt"] = "Not text either."
    corpus = hs.read_articles(write_zip(tmp_path / "a.zip", members))
    assert ids(corpus) == ["a.txt", "b", "x/a.txt"]
    assert texts(corpus) == ["First.", "Second.", "Third."]


def test_members_of_several_archives_that_share_a_name_are_told_apart(tmp_path):
    paths = [write_zip(tmp_path / f"{name}.zip", {"a.txt": name}) for name in ("one", "two")]
    assert ids(hs.read_articles(paths)) == ["one/a.txt", "two/a.txt"]


def test_an_archive_larger_than_a_batch_gives_all_its_members(tmp_path):
    long = "Mutual trust. " * (1 << 21)
    members = {f"{number}.txt": f"{number} {long}" for number in range(4)}
    corpus = hs.read_articles(write_zip(tmp_path / "a.zip", members, zipfile.ZIP_DEFLATED))
    assert ids(corpus) == ["0", "1", "2", "3"]
    assert [text[:3] for text in texts(corpus)] == ["0 M", "1 M", "2 M", "3 M"]
    assert corpus.n_tokens == 4 * (1 + 2 * (1 << 21))


JSON_COLUMNS = [
    ("integers", [1, -2, None], "int64", [1, -2, None]),
    ("numbers", [1, 2.5, None], "double", [1.0, 2.5, None]),
    ("truths", [True, None, False], "bool", [True, None, False]),
    ("words", ["a", None, "b"], "large_string", ["a", None, "b"]),
    (
        "dates",
        ["2031-03-04", None, "2031-12-31"],
        "date32[day]",
        [dt.date(2031, 3, 4), None, dt.date(2031, 12, 31)],
    ),
    ("not all dates", ["2031-03-04", "soon", None], "large_string", ["2031-03-04", "soon", None]),
    ("lists", [["a", 1], {"b": None}, None], "large_string", ['["a",1]', '{"b":null}', None]),
    ("mixed", [1, "a", None], "large_string", ["1", "a", None]),
    ("nothing", [None, None, None], "large_string", [None, None, None]),
]


@pytest.mark.parametrize(("name", "given", "kind", "expected"), JSON_COLUMNS)
def test_a_json_field_becomes_a_column_of_the_narrowest_type(tmp_path, name, given, kind, expected):
    objects = [{"text": "Trust.", name: value} for value in given]
    documents = hs.read_articles(write_json_lines(tmp_path / "a.jsonl", objects)).documents
    assert (types(documents)[name], documents.column(name)) == (kind, expected)


SURROGATES = [
    pytest.param(r"a\ud83d", "a\ufffd", id="a first half"),
    pytest.param(r"\ude00a", "\ufffda", id="a second half"),
    pytest.param(r"\uD83D\uDE00", "\U0001f600", id="both halves"),
    pytest.param(r"\ud83d\ud83d\ude00\ude00", "\ufffd\U0001f600\ufffd", id="more than both"),
    pytest.param(r"\\ud83d\ud83d", "\\ud83d\ufffd", id="a backslash before"),
    pytest.param(r"\ud83d\n", "\ufffd\n", id="an escape behind"),
]


@pytest.mark.parametrize(("written", "expected"), SURROGATES)
def test_replacing_makes_half_a_character_of_json_a_replacement_character(
    tmp_path, written, expected
):
    line = f'{{"text": "{written}", "x": ["{written}"]}}'
    corpus = hs.read_articles(write(tmp_path / "a.jsonl", line), errors="replace")
    assert texts(corpus) == [expected]
    assert json.loads(corpus.documents.column("x")[0]) == [expected]


def test_json_that_is_broken_beside_half_a_character_is_still_broken(tmp_path):
    path = write(tmp_path / "a.jsonl", r'{"text": "\ud83d", }')
    with pytest.raises(hs.TextError, match="line 1: not a JSON object: trailing comma at byte 20"):
        hs.read_articles(path, errors="replace")


def test_a_json_field_that_some_objects_lack_is_missing_there(tmp_path):
    path = write_json_lines(tmp_path / "a.jsonl", [{"text": "a"}, {"text": "b", "year": 2031}])
    assert hs.read_articles(path).documents.column("year") == [None, 2031]


def test_columns_of_json_lines_stand_in_the_order_in_which_their_fields_come(tmp_path):
    objects = [{"text": "a", "c": 1, "a": 1, "id": 1}, {"z": 2, "text": "b", "a": 1, "id": 2}]
    documents = hs.read_articles(write_json_lines(tmp_path / "a.jsonl", objects)).documents
    assert documents.columns == ["id", "c", "a", "z", "format"]


def test_the_last_of_two_fields_of_one_name_counts(tmp_path):
    line = '{"text": "a", "year": 1, "text": "b\\n", "year": 2}'
    corpus = hs.read_articles(write(tmp_path / "a.jsonl", line))
    assert (texts(corpus), corpus.documents.column("year")) == (["b\n"], [2])


def test_blank_lines_of_json_lines_are_passed_over(tmp_path):
    path = write(tmp_path / "a.jsonl", '\n{"text": "a"}\n \n{"text": "b"}\n\n')
    assert texts(hs.read_articles(path)) == ["a", "b"]


JSON_IDS = [
    pytest.param({}, [{"text": "a"}, {"text": "b"}], ["text1", "text2"], id="generated"),
    pytest.param({}, [{"text": "a", "id": "x"}, {"text": "b", "id": "y"}], ["x", "y"], id="text"),
    pytest.param({}, [{"text": "a", "id": 7}, {"text": "b", "id": 5}], ["7", "5"], id="numbers"),
    pytest.param({"id": "key"}, [{"text": "a", "key": "x"}], ["x"], id="another field"),
    pytest.param({"text": "body"}, [{"body": "a", "id": "x"}], ["x"], id="another text field"),
]


@pytest.mark.parametrize(("options", "objects", "expected"), JSON_IDS)
def test_ids_of_json_lines_are_those_of_the_field_or_generated(
    tmp_path, options, objects, expected
):
    path = write_json_lines(tmp_path / "a.jsonl", objects)
    assert ids(hs.read_articles(path, **options)) == expected


def test_several_json_lines_files_are_one_corpus(tmp_path):
    paths = [write_json_lines(tmp_path / f"{name}.jsonl", [{"text": name}]) for name in "ab"]
    assert texts(hs.read_articles(paths)) == ["a", "b"]


@pytest.mark.parametrize("ending", ["csv", "parquet"])
def test_a_table_file_gives_texts_ids_and_typed_columns(tmp_path, ending):
    path = tmp_path / f"talks.{ending}"
    getattr(pl.DataFrame(TABLE), f"write_{ending}")(path)
    corpus = hs.read_articles(path)
    assert texts(corpus) == TABLE["text"]
    documents = {name: corpus.documents.column(name) for name in ("id", "year", "date")}
    assert documents == {name: TABLE[name] for name in ("id", "year", "date")}


@pytest.mark.parametrize("ending", ["csv", "parquet"])
def test_several_table_files_are_one_corpus(tmp_path, ending):
    paths = [tmp_path / f"{name}.{ending}" for name in "ab"]
    for path in paths:
        getattr(pl.DataFrame({"body": [path.name]}), f"write_{ending}")(path)
    corpus = hs.read_articles(paths, text="body")
    assert (ids(corpus), texts(corpus)) == (["text1", "text2"], [path.name for path in paths])


TIMES = {
    "with a zone": ["2031-03-04T09:30:00Z", None, "2031-03-04T23:59:59.25+05:30"],
    "with zones of four digits": ["2031-03-04 09:30-0800", "2031-03-04 09:30+0000"],
    "without a zone": ["2031-03-04T09:30", None, "2031-03-04 09:30:00.123456"],
    "with a zone and without": ["2031-03-04T09:30:00Z", "2031-03-04T09:30:00"],
    "days and times": ["2031-03-04", "2031-03-04T09:30:00"],
    "a day that no month has": ["2031-02-29T09:30:00", "2031-03-04T09:30:00"],
    "an hour that no day has": ["2031-02-28T24:30:00", "2031-03-04T09:30:00"],
    "a second that few minutes have": ["2031-02-28T23:59:60", "2031-03-04T09:30:00"],
    "seven digits of a second": ["2031-02-28T23:59:07.1234567"],
    "words behind": ["2031-03-04T09:30:00Z or so", "2031-03-04T09:30:00Z"],
}


@pytest.mark.parametrize("written", TIMES.values(), ids=TIMES)
def test_times_of_json_lines_are_those_of_csv(tmp_path, written):
    rows = [{"text": "Trust.", "at": value} for value in written]
    pl.DataFrame(rows).write_csv(tmp_path / "a.csv")
    of_csv = hs.read_articles(tmp_path / "a.csv").documents
    of_json = hs.read_articles(write_json_lines(tmp_path / "a.jsonl", rows)).documents
    assert types(of_json)["at"].removeprefix("large_") == types(of_csv)["at"].removeprefix("large_")
    assert of_json["at"] == of_csv["at"]


def test_times_of_json_lines_are_grouped_by_month(tmp_path):
    rows = [
        {"text": "Trust.", "at": "2031-03-31T23:30:00-02:00"},
        {"text": "Talks.", "at": "2031-03-04T09:30:00Z"},
    ]
    corpus = hs.read_articles(write_json_lines(tmp_path / "a.jsonl", rows))
    assert corpus.frequencies(by="at:month")["at:month"] == ["2031-03", "2031-04"]


@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
@pytest.mark.parametrize("column", ["text", "die, Rede"])
def test_fields_of_csv_are_parted_by_what_parts_the_header(tmp_path, separator, column):
    table = {"id": ["a", "b"], column: ["War; peace, and | trade.", 'A "pact"'], "n": [1, 2]}
    pl.DataFrame(table).write_csv(tmp_path / "a.csv", separator=separator)
    corpus = hs.read_articles(tmp_path / "a.csv", text=column)
    assert (ids(corpus), texts(corpus)) == (table["id"], table[column])
    assert corpus.documents["n"] == [1, 2]


def test_a_parquet_file_of_pyarrow_is_read(tmp_path):
    pq.write_table(pa.table(TABLE), tmp_path / "a.parquet")
    assert texts(hs.read_articles(tmp_path / "a.parquet")) == TABLE["text"]


# --- formats -------------------------------------------------------------------------------------

FORMATS = [
    pytest.param("auto", NEWS, FACTS | {"format": "news"}, id="auto sees news"),
    pytest.param("news", NEWS, FACTS, id="news"),
    pytest.param("plain", NEWS, {}, id="plain ignores the header"),
    pytest.param("plain", PLAIN, {}, id="plain"),
    pytest.param("auto", PLAIN, {"format": "plain"}, id="auto sees a speech"),
    pytest.param("auto", "", {"format": "plain"}, id="auto of nothing"),
]


@pytest.mark.parametrize(("form", "text", "expected"), FORMATS)
def test_the_format_decides_which_facts_become_metadata(form, text, expected):
    assert row(hs.Corpus.from_texts([text], format=form)) == {"id": "text1"} | expected


def test_auto_decides_for_each_text(tmp_path):
    for name, text in (("news", NEWS), ("speech", PLAIN)):
        write(tmp_path / f"{name}.txt", text)
    assert hs.read_articles(tmp_path).documents.column("format") == ["news", "plain"]


def test_an_article_is_taken_apart_into_zones():
    zones = hs.Corpus.from_texts([NEWS], format="news").zones()
    spans = zip(*map(zones.column, ["zone", "start", "end"]), strict=True)
    assert [(zone, NEWS[start:end]) for zone, start, end in spans] == [
        ("header", "date 2031-03-04"),
        ("headline", "Ministers open river talks"),
        ("dateline", "PORT LUMEN, March 4 (VPS) --"),
        ("paragraph", "Ministers spoke of mutual trust."),
        ("heading", "A SHARED RIVER"),
        ("paragraph", "Trust was not enough, one of them said."),
    ]


def test_no_window_reaches_over_a_heading():
    lines = hs.Corpus.from_texts([NEWS], format="news").kwic("trust", window=20)
    assert [(line.left, line.right) for line in lines] == [
        ("Ministers spoke of mutual", "."),
        ("", "was not enough, one of them said."),
    ]


def test_no_phrase_is_found_across_a_heading():
    assert len(hs.Corpus.from_texts([NEWS], format="news").kwic("river trust")) == 0


def test_metadata_that_the_user_gives_wins_over_what_the_article_says():
    corpus = hs.Corpus.from_texts([NEWS], format="news", metadata={"agency": ["Northern Wire"]})
    assert row(corpus)["agency"] == "Northern Wire"


# --- saved while it is read ----------------------------------------------------------------------


def sources(folder):
    """The same two articles in every kind of file."""
    objects = [{"id": "a", "text": NEWS}, {"id": "b", "text": PLAIN}]
    for item in objects:
        write(folder / "texts" / f"{item['id']}.txt", item["text"])
    members = {f"{item['id']}.txt": item["text"] for item in objects}
    frame = pa.Table.from_pylist(objects)
    pq.write_table(frame, folder / "a.parquet")
    return {
        "text": folder / "texts",
        "zip": write_zip(folder / "a.zip", members),
        "jsonl": write_json_lines(folder / "a.jsonl", objects),
        "parquet": folder / "a.parquet",
    }


@pytest.mark.parametrize("kind", ["text", "zip", "jsonl", "parquet"])
def test_a_corpus_saved_while_it_is_read_is_that_of_reading_it(kind, tmp_path):
    source = sources(tmp_path)[kind]
    path = tmp_path / "a.hustings"
    expected = hs.read_articles(source)
    for corpus in (hs.read_articles(source, save_to=path), hs.open_corpus(path)):
        assert corpus.tokens().to_polars().equals(expected.tokens().to_polars())
        assert corpus.zones().to_polars().equals(expected.zones().to_polars())
        assert corpus.documents.to_polars().equals(expected.documents.to_polars())


def test_reading_that_fails_leaves_the_corpus_that_was_saved(tmp_path):
    path = tmp_path / "a.hustings"
    hs.Corpus.from_texts(["kept"]).save(path)
    broken = write(tmp_path / "a.jsonl", '{"text": "new"}\n{"text": 5}')
    with pytest.raises(hs.TextError, match="line 2"):
        hs.read_articles(broken, save_to=path)
    assert hs.open_corpus(path).count("kept") == 1


def test_reading_into_a_folder_of_something_else_is_refused(tmp_path):
    source = write(tmp_path / "notes" / "a.txt", "words")
    with pytest.raises(hs.ParameterError, match=r'holds "a\.txt"'):
        hs.read_articles(source, save_to=source.parent)
    assert source.read_text("utf-8") == "words"
