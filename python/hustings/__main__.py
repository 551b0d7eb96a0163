"""The command `hustings`: the main questions, asked from a terminal."""

from __future__ import annotations

import argparse
import io
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from hustings import __version__
from hustings.corpus import open_corpus
from hustings.errors import HustingsError
from hustings.readers import read_articles, sample_corpus

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hustings.corpus import Corpus
    from hustings.results import Result


# So many bytes of a manifest hold what it is of.
_HEAD = 200
_PATH = "a file, folder, glob or archive of articles, or a saved corpus"


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
        sys.stderr.write(f"hustings: {error}\n")
        return 1
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="hustings", description="Concordances, frequencies and quotations from raw articles."
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

    for command in (kwic, quotations):
        command.add_argument(
            "--metadata", metavar="COLUMNS", help='columns to show beside, as in "date agency"'
        )
        asked = command.add_mutually_exclusive_group()
        asked.add_argument("--cql", action="store_true", help="the pattern is a query in CQL")
        asked.add_argument("--regex", action="store_true", help="it is a regular expression")
        command.add_argument("--case-sensitive", action="store_true", help="tell may and May apart")
    for command in (kwic, frequencies, quotations):
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


def _read(options: argparse.Namespace) -> Corpus:
    if _is_saved(Path(options.path)):
        return open_corpus(options.path, mmap=True)
    told = {name: getattr(options, name) for name in ("text", "id", "encoding", "errors")}
    return read_articles(options.path, **told)


def _is_saved(path: Path) -> bool:
    """Whether a folder is a corpus that was saved, and none of articles."""
    manifest = path / "manifest.json"
    return manifest.is_file() and b'"hustings corpus"' in manifest.read_bytes()[:_HEAD]


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
