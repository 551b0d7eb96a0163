"""Articles from files: plain text, zip archives, JSON Lines, CSV, Parquet."""

from __future__ import annotations

import errno
import glob
import os
import posixpath
from collections import Counter
from contextlib import contextmanager
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Literal

from hustings import _core
from hustings._arguments import is_listed
from hustings._checked import checked
from hustings._frames import arrow_frame, valid_name
from hustings._progress import Progress, reporting
from hustings._tables import SEPARATORS, read_csv, read_parquet
from hustings.corpus import Corpus, Format
from hustings.errors import InputTypeError, LimitError, ParameterError, TextError
from hustings.tokenizer import Tokenizer, chosen

if TYPE_CHECKING:
    import zipfile
    from collections.abc import Iterable, Iterator, Sequence

__all__ = ["read_articles", "sample_corpus"]

Source = str | os.PathLike[str]

_TABLES = {*SEPARATORS, ".parquet"}
# So many bytes of a manifest hold what it is of.
_HEAD = 200
_JSON_LINES = {".jsonl", ".ndjson"}
_MARKUP = "take the text out first, as trafilatura or an editor does, and write it as .txt"
# Files whose bytes are not the texts of articles, and what to do with them.
_REFUSED = {
    ".json": "write one object a line into a .jsonl file, "
    "or pass polars.read_json(path) to Corpus.from_frame",
    ".html": _MARKUP,
    ".htm": _MARKUP,
    ".xml": _MARKUP,
    ".pdf": _MARKUP,
    ".doc": _MARKUP,
    ".docx": _MARKUP,
    ".odt": _MARKUP,
    ".rtf": _MARKUP,
    ".xls": "save the table as .csv",
    ".xlsx": "save the table as .csv, or pass polars.read_excel(path) to Corpus.from_frame",
}
# An archive that unpacks to more than this, and to a hundred times its size, is refused.
_ARCHIVE_BYTES, _ARCHIVE_RATIO = 1 << 30, 100


@checked
def read_articles(
    source: Source | Iterable[Source],
    *,
    format: Format = "auto",  # noqa: A002 - the word that users know
    text: str = "text",
    id: str = "id",  # noqa: A002 - the word that users know
    encoding: str = "utf-8",
    errors: Literal["strict", "replace"] = "strict",
    tokenizer: Tokenizer | None = None,
    progress: Progress = None,
    save_to: str | os.PathLike[str] | None = None,
) -> Corpus:
    """Read articles and build a corpus of them.

    Parameters
    ----------
    source
        A file, a folder (every `.txt` file below it, but for hidden ones and those behind links to
        folders), a glob such as `"news/*.txt"`, or a list of files and folders: text, `.zip`
        archives of `.txt` files, `.jsonl`, `.csv`, `.tsv` or `.parquet`, all of one kind, their
        endings in capitals or not. CSV and Parquet are read by polars. Fields of CSV are parted by
        commas; by semicolons, tabs or `|` where these part the column of texts from others in the
        header and commas don't.
    format
        `"news"` takes articles apart into headline, dateline, headings and paragraphs, and their
        headline, date, place and agency become metadata. `"plain"` takes each text as one zone.
        `"auto"` (the default) decides for each text, transcripts too, which are taken apart as news
        is; the column `format` says how.
    text, id
        The fields or columns of text and id in JSON Lines, CSV and Parquet; all others become
        metadata. Without a field `id`, ids are `text1`, `text2`, …. A column has the type that fits
        all its values, in whichever file they stand: dates are written as `2031-03-04`, times as
        `2031-03-04 09:30` or `2031-03-04T09:30:00Z`. A column of CSV is text unless all cells that
        are not empty are such dates or times, integers or numbers without zeros in front, `true` or
        `false`.
    encoding
        The encoding of files other than Parquet, by its name in the WHATWG standard (`"utf-8"`,
        `"windows-1252"`, `"gb18030"`, …). A byte order mark is heeded, and left out.
    errors
        `"strict"` raises for bytes that are not of the encoding, for escapes of half a character in
        JSON and for names of files that are not UTF-8; `"replace"` makes all of these U+FFFD.
    tokenizer, progress
        As in `Corpus.from_texts`.
    save_to
        A folder to save the corpus to while it is built, as `Corpus.save` does; the corpus that is
        returned is the one there, mapped. However much is read, some hundred megabytes are held.

    Returns
    -------
    Corpus
        Documents in the order of their paths. The id of a text file is its name without its
        ending, or its path below the folder where names repeat.

    Raises
    ------
    OSError
        For a file that cannot be read.
    TextError
        For a file that is not of the encoding, or a line that is no JSON object or does not fit the
        header of its CSV file, naming the place.
    ParameterError
        If nothing is found, or files of several kinds are, or of one that holds no plain text
        (`.html`, `.pdf`, `.docx`, …).
    UnknownNameError
        If a table has no column of the texts.

    Examples
    --------
    >>> from pathlib import Path
    >>> _ = Path("talks.txt").write_text("Talks on mutual trust began.")
    >>> hs.read_articles("talks.txt").documents.column("id")
    ['talks']
    """
    _check_words(format=format, text=text, id=id, encoding=encoding, errors=errors)
    root, paths = _find(source)
    kind = _kind(paths)
    core, decoding = chosen(tokenizer)._inner, (encoding, errors == "replace")
    with reporting(progress) as report:
        building = (format, core, report, save_to)
        if kind in _TABLES:
            frame, column = arrow_frame(_table(paths, kind, (text, id), decoding), id)
            built = _core.Corpus.from_frame(frame, text, column, building)
        elif kind in _JSON_LINES:
            built = _core.Corpus.from_json_lines(paths, text, id, decoding, building)
        elif kind == ".zip":
            names, contents = _in_archives(paths)
            builder = _core.Builder(_ids(names, errors), decoding, building)
            for content in contents:
                builder.add(content)
            built = builder.finish()
        else:
            names = [path[len(root) :].replace(os.sep, "/").lstrip("/") for path in paths]
            built = _core.Corpus.from_files(paths, _ids(names, errors), decoding, building)
    return Corpus._wrap(built)


def sample_corpus(*, tokenizer: Tokenizer | None = None) -> Corpus:
    """Read the sample articles: 24 pieces of fiction on an invented summit.

    Examples
    --------
    >>> len(hs.sample_corpus())
    24
    """
    return read_articles(Path(__file__).parent / "samples", format="auto", tokenizer=tokenizer)


def _check_words(**words: str) -> None:
    for name, word in words.items():
        valid_name(name, word)
    if words["errors"] not in ("strict", "replace"):
        raise ParameterError(f'errors must be "strict" or "replace", got {words["errors"]!r}')


def _table(
    paths: Sequence[str], kind: str, columns: tuple[str, str], decoding: tuple[str, bool]
) -> object:
    if kind in SEPARATORS:
        return read_csv(paths, SEPARATORS[kind], columns, decoding)
    return read_parquet(paths, columns)


# Paths are strings from here on: there may be a million.
def _find(source: Source | Iterable[Source]) -> tuple[str, list[str]]:
    """The files that a source stands for, and the folder that their ids are relative to."""
    if not isinstance(source, str | os.PathLike) and not is_listed(source):
        raise InputTypeError(f"{_SOURCE}, got {type(source).__name__}")
    if not isinstance(source, str | os.PathLike):
        paths = _listed(source)
    elif not os.fspath(source):
        raise ParameterError(f'{_SOURCE}, got ""')
    elif (folder := Path(source)).is_dir():
        return os.fspath(folder), _in_folder(os.fspath(folder))
    elif not folder.exists() and glob.has_magic(os.fspath(source)):
        paths = _matching(os.fspath(source))
    else:
        paths = [os.fspath(folder)]
    # Unlike abspath, Path does not take ".." for the folder above a linked one.
    paths = [os.fspath(Path(path).absolute()) for path in paths]
    return os.path.commonpath([os.path.dirname(path) for path in paths]), paths  # noqa: PTH120


_SOURCE = "source must be a path, a glob or a list of paths"


def _listed(source: Iterable[Source]) -> list[str]:
    paths = []
    for number, path in enumerate(source):
        if not isinstance(path, str | os.PathLike):
            raise InputTypeError(f"{_SOURCE}, got a list with {type(path).__name__} at {number}")
        named = os.fspath(path)
        paths += _in_folder(named) if Path(named).is_dir() else [named]
    if not paths:
        raise ParameterError("source must name at least one file, got an empty list")
    return paths


def is_saved(folder: str) -> bool:
    """Whether a folder is a corpus that was saved, and none of articles."""
    manifest = Path(folder, "manifest.json")
    return manifest.is_file() and b'"hustings corpus"' in manifest.read_bytes()[:_HEAD]


def _in_folder(folder: str) -> list[str]:
    paths = sorted(_texts_below(folder), key=_parts)
    if not paths:
        remedy = "; what Corpus.save has written is opened by open_corpus"
        remedy = remedy if is_saved(folder) else ""
        raise ParameterError(f"no .txt file found in folder {folder!r}{remedy}")
    return paths


def _texts_below(folder: str) -> Iterator[str]:
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.name.startswith("."):
                continue
            if entry.is_dir(follow_symlinks=False):
                yield from _texts_below(entry.path)
            elif entry.name.lower().endswith(".txt"):
                _refuse_dangling(entry.path)
                if entry.is_file():
                    yield entry.path


def _refuse_dangling(path: str) -> None:
    if os.path.islink(path) and not os.path.exists(path):  # noqa: PTH110, PTH114 - a million of them
        raise FileNotFoundError(errno.ENOENT, "link to a file that is not there", path)


def _parts(path: str) -> list[str]:
    return path.split(os.sep)  # noqa: PTH206 - a million of them


def _matching(pattern: str) -> list[str]:
    found = glob.glob(pattern, recursive=True)  # noqa: PTH207 - pathlib knows no absolute globs
    for path in found:
        _refuse_dangling(path)
    paths = sorted(filter(os.path.isfile, found), key=_parts)
    if not paths:
        raise ParameterError(f"no file matches {pattern!r}")
    return paths


def _kind(paths: Sequence[str]) -> str:
    """The ending that decides how the files are read; text is `.txt`, whatever its ending."""
    known = {".zip", *_JSON_LINES, *_TABLES}
    endings = {os.path.splitext(path)[1].lower() for path in paths}  # noqa: PTH122
    for ending in sorted(endings & _REFUSED.keys()):
        path = next(path for path in paths if path.lower().endswith(ending))
        raise ParameterError(f"files must not be {ending}, got {path!r}: {_REFUSED[ending]}")
    kinds = {ending if ending in known else ".txt" for ending in endings}
    if len(kinds) > 1:
        raise ParameterError(f"files must be of one kind, got {sorted(kinds)}; read each by itself")
    return kinds.pop()


def _ids(names: Sequence[str], errors: str) -> list[str]:
    """Names without their endings, or whole paths where names repeat."""
    names = [_readable(name, errors) for name in names]
    stems = [posixpath.splitext(posixpath.basename(name))[0] for name in names]
    found = Counter(stems)
    return [stem if found[stem] == 1 else name for stem, name in zip(stems, names, strict=True)]


def _readable(name: str, errors: str) -> str:
    try:
        name.encode()
    except UnicodeEncodeError:
        if errors == "replace":
            return os.fsencode(name).decode(errors="replace")
        raise TextError(
            f'names of files must be UTF-8, got {name!a}; rename the file, or pass errors="replace"'
        ) from None
    return name


def _in_archives(paths: Sequence[str]) -> tuple[list[str], Iterator[bytes]]:
    """The names and the contents of the `.txt` members of archives, in the order of names."""
    found = [(path, _members(path)) for path in paths]
    names = [
        str(PurePosixPath(Path(path).stem if len(paths) > 1 else "") / member.filename)
        for path, members in found
        for member in members
    ]
    return names, _unpacked(found)


def _unpacked(found: Sequence[tuple[str, list[zipfile.ZipInfo]]]) -> Iterator[bytes]:
    for path, members in found:
        with _archive(path) as archive:
            for member in members:
                yield archive.read(member)


@contextmanager
def _archive(path: str) -> Iterator[zipfile.ZipFile]:
    import zipfile  # here, so that importing hustings stays fast
    import zlib

    unreadable = (zipfile.BadZipFile, zlib.error, EOFError, RuntimeError, NotImplementedError)
    try:
        with zipfile.ZipFile(path) as archive:
            yield archive
    except unreadable as error:
        raise TextError(f"cannot read archive {path!r}: {error}") from error


def _members(path: str) -> list[zipfile.ZipInfo]:
    with _archive(path) as archive:
        listed = sorted(archive.infolist(), key=lambda member: member.filename)
    members = [
        member
        for member in listed
        if member.filename.lower().endswith(".txt") and "__MACOSX" not in member.filename
    ]
    if not members:
        raise ParameterError(f"no .txt file found in archive {path!r}")
    unpacked = sum(member.file_size for member in members)
    packed = max(1, sum(member.compress_size for member in members))
    if unpacked > _ARCHIVE_BYTES and unpacked > _ARCHIVE_RATIO * packed:
        raise LimitError(
            f"archive {path!r} would unpack to {unpacked:,} bytes, "
            f"{unpacked // packed:,} times its size; unpack it yourself if you trust it"
        )
    return members
