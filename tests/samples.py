"""Articles, tables and metadata that several test files share, and short looks at a corpus."""

import datetime as dt

NEWS = (
    " date 2031-03-04 Ministers open river talks\n\n"
    "PORT LUMEN, March 4 (VPS) -- Ministers spoke of mutual trust.\n\n"
    "A SHARED RIVER\n\n"
    "Trust was not enough, one of them said.\n"
)
TABLE = {
    "id": ["a", "b"],
    "text": ['Mutual trust,\n"trust".', "Talks."],
    "year": [2031, None],
    "date": [dt.date(2031, 3, 4), dt.date(2031, 3, 5)],
}

METADATA = {
    "day": [dt.date(2031, 3, 4), None, dt.date(2031, 3, 6)],
    "at": [dt.datetime(2031, 3, 4, 9, 30), None, dt.datetime(2031, 3, 6)],  # noqa: DTZ001 - naive on purpose
    "year": [2030, None, 2031],
    "score": [0.5, None, 1e-7],
    "live": [True, None, False],
    "agency": ["VPS", None, 'Wire, "North"'],
}
TEXTS = ["Mutual trust, mutual gain.", "", 'No\n"trust", no\tgain: 中国 é.']


def ids(corpus):
    return corpus.documents.column("id")


def texts(corpus):
    return [corpus.text(name) for name in ids(corpus)]


def row(corpus, number=0):
    documents = corpus.documents
    return {name: documents.column(name)[number] for name in documents.columns}


def types(result):
    return {field.name: str(field.type) for field in result.to_arrow().schema}
