"""The command `hustings`: the main questions, asked from a terminal."""

from __future__ import annotations

import argparse
import io
import os
import sys
from typing import TYPE_CHECKING, Any

from hustings import __version__
from hustings.corpus import Corpus, open_corpus
from hustings.errors import HustingsError, ParameterError, TextError
from hustings.readers import is_saved, read_articles, sample_corpus

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hustings.results import Result


_PATH = (
    "a file, folder, glob or archive of articles, a saved corpus, or - for a text that is piped in"
)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; the exit code is 0, or 1 for an error that is printed."""
    options = _parser().parse_args(arguments)
    # Readers of several scripts: whatever the locale says, what is printed is UTF-8.
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8")
    try:
        options.run(options)
        sys.stdout.flush()
    except BrokenPipeError:
        # Whoever read our output has seen enough. Python must not flush the rest at its exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except (HustingsError, OSError) as error:
        sys.stderr.write(f"hustings: {_as_options(str(error))}\n")
        return 1
    return 0


def _as_options(message: str) -> str:
    """A message with the options of the command where it has arguments of Python."""
    return message.replace("encoding=", "--encoding").replace(
        'errors="replace"', "--errors replace"
    )


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="hustings",
        description="The main questions of corpus linguistics, asked of raw articles.",
    )
    parser.add_argument("--version", action="version", version=f"hustings {__version__}")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")

    demo = commands.add_parser("demo", help="run the main job on the sample articles")
    demo.set_defaults(run=_demo)

    kwic = commands.add_parser("kwic", help="show a word in context")
    kwic.add_argument("path", metavar="PATH", help=_PATH)
    kwic.add_argument("pattern", metavar="PATTERN", help="a word, phrase or glob")
    kwic.add_argument("--window", type=int, default=5, help="tokens on either side (%(default)s)")
    kwic.add_argument("--sort", metavar="KEYS", help='as in "R1 R2 L1"')
    kwic.add_argument(
        "--context", metavar="COLUMNS", help='what to show beside the lines, as in "speaker verb"'
    )
    kwic.add_argument("--voice", help="quoted, narration, a kind of quotation or a speaker")
    kwic.add_argument("--lines", type=int, default=20, help="lines to show (%(default)s)")
    kwic.set_defaults(run=_kwic)

    frequencies = commands.add_parser("frequencies", help="count terms")
    frequencies.add_argument("path", metavar="PATH", help=_PATH)
    frequencies.add_argument("--by", metavar="COLUMN", help="count in groups, as by agency")
    frequencies.add_argument(
        "--min-frequency", type=int, default=1, help="leave rarer terms out (%(default)s)"
    )
    frequencies.set_defaults(run=_frequencies)

    quotations = commands.add_parser("quotations", help="show who says what, with which verb")
    quotations.add_argument("path", metavar="PATH", help=_PATH)
    quotations.add_argument(
        "pattern", metavar="PATTERN", nargs="?", help="a word, phrase or glob that they mention"
    )
    quotations.set_defaults(run=_quotations)

    collocates = commands.add_parser("collocates", help="show what stands near a word")
    collocates.add_argument("path", metavar="PATH", help=_PATH)
    collocates.add_argument("pattern", metavar="PATTERN", help="a word, phrase or glob")
    collocates.add_argument(
        "--window", type=int, default=5, help="tokens on either side (%(default)s)"
    )
    collocates.add_argument(
        "--measures", metavar="NAMES", default="log_dice", help='as in "log_dice g2" (%(default)s)'
    )
    collocates.set_defaults(run=_collocates)

    keyness = commands.add_parser("keyness", help="show what one corpus has more of than another")
    keyness.add_argument("path", metavar="PATH", help=_PATH)
    keyness.add_argument(
        "reference", metavar="REFERENCE", help="what it is compared with, likewise"
    )
    keyness.set_defaults(run=_keyness)

    for command in (collocates, keyness):
        command.add_argument(
            "--min-frequency", type=int, default=5, help="leave rarer terms out (%(default)s)"
        )
    for command in (kwic, quotations):
        command.add_argument(
            "--metadata", metavar="COLUMNS", help='columns to show beside, as in "date agency"'
        )
    for command in (kwic, quotations, collocates):
        asked = command.add_mutually_exclusive_group()
        asked.add_argument("--cql", action="store_true", help="the pattern is a query in CQL")
        asked.add_argument("--regex", action="store_true", help="it is a regular expression")
        command.add_argument("--case-sensitive", action="store_true", help="tell may and May apart")
    for command in (kwic, frequencies, quotations, collocates, keyness):
        command.add_argument("--csv", action="store_true", help="print all rows as CSV")
        command.add_argument("--text", default="text", help="the column of texts (%(default)s)")
        command.add_argument("--id", default="id", help="the column of their ids (%(default)s)")
        command.add_argument("--encoding", default="utf-8", help="that of the files (%(default)s)")
        command.add_argument(
            "--errors",
            choices=["strict", "replace"],
            default="strict",
            help="whether bytes that are not of it are an error",
        )
    return parser


def _demo(_: argparse.Namespace) -> None:
    corpus = sample_corpus()
    lines = corpus.kwic("multilateral*", window=6).sort("R1 R2")
    _print(f"{corpus} of fiction that comes with hustings\n")
    _print(f"corpus.documents\n{corpus.documents}\n")
    _print(f"corpus.frequencies(min_frequency=40)\n{corpus.frequencies(min_frequency=40)}\n")
    _print(f'corpus.kwic("multilateral*", window=6).sort("R1 R2")\n{lines}')


def _read(options: argparse.Namespace, path: str | None = None) -> Corpus:
    path = path or options.path
    if path == "-":
        return Corpus.from_texts([_piped(options)], ids=["stdin"], format="auto")
    if is_saved(path):
        return open_corpus(path, mmap=True)
    told = {name: getattr(options, name) for name in ("text", "id", "encoding", "errors")}
    return read_articles(path, **told)


def _piped(options: argparse.Namespace) -> str:
    """The text that comes from another program."""
    try:
        text = sys.stdin.buffer.read().decode(options.encoding, options.errors)
    except LookupError:
        raise ParameterError(
            f"encoding must be one that is known, got {options.encoding!r}"
        ) from None
    except UnicodeDecodeError as error:
        raise TextError(
            f"stdin is not {options.encoding} at byte {error.start}; pass the text's encoding=, or "
            'errors="replace"'
        ) from None
    return text.removeprefix("\ufeff")


def _asked(options: argparse.Namespace) -> dict[str, Any]:
    pattern = "cql" if options.cql else "pattern"
    given = {pattern: options.pattern, "regex": options.regex}
    return {**given, "case_sensitive": options.case_sensitive}


def _kwic(options: argparse.Namespace) -> None:
    lines = _read(options).kwic(**_asked(options), window=options.window, voice=options.voice)
    if options.metadata:
        lines = lines.with_metadata(options.metadata.split())
    if options.context:
        lines = lines.with_context(options.context.split())
    if options.sort:
        lines = lines.sort(options.sort)
    _print(_csv(lines) if options.csv else lines.page(lines=options.lines))


def _frequencies(options: argparse.Namespace) -> None:
    table = _read(options).frequencies(by=options.by, min_frequency=options.min_frequency)
    _print(_csv(table) if options.csv else str(table))


def _collocates(options: argparse.Namespace) -> None:
    measures = options.measures.split()
    table = _read(options).collocates(
        **_asked(options),
        window=options.window,
        min_frequency=options.min_frequency,
        measures=measures,
    )
    if measures:
        table = table.sort(measures[0], descending=True)
    _print(_csv(table) if options.csv else str(table))


def _keyness(options: argparse.Namespace) -> None:
    reference = _read(options, options.reference)
    table = _read(options).keyness(reference, min_frequency=options.min_frequency)
    _print(_csv(table) if options.csv else str(table))


def _quotations(options: argparse.Namespace) -> None:
    corpus = _read(options)
    table = corpus.quotations() if options.pattern is None else corpus.quotations(**_asked(options))
    if options.metadata:
        table = table.with_metadata(options.metadata.split())
    _print(_csv(table) if options.csv else str(table))


def _csv(result: Result) -> str:
    return (result.to_csv() or "").removesuffix("\n")


def _print(text: str) -> None:
    sys.stdout.write(f"{text}\n")


if __name__ == "__main__":
    sys.exit(main())
