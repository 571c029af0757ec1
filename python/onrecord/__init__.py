"""Who said and did what, on the record: sourced facts from interviews, speeches and news.

>>> document = extract("Chinese President Xi Jinping visited Kenya in May.", date="2026-06-01")
>>> [str(fact) for fact in document.facts if fact.kind == "visit"]
['visit(visitor=Xi Jinping, destination=Kenya)']
"""

import datetime
import os
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Literal, overload

from onrecord import _onrecord
from onrecord._onrecord import __version__
from onrecord.document import Document, Given, Own
from onrecord.errors import InputError, OnRecordError
from onrecord.layers import (
    Arg,
    Entity,
    Fact,
    Layer,
    Mention,
    Paragraph,
    Quantity,
    Quotation,
    Sentence,
    Span,
    Time,
    Token,
    Turn,
)

__all__ = [
    "Arg",
    "Document",
    "Entity",
    "Fact",
    "InputError",
    "Layer",
    "Mention",
    "OnRecordError",
    "Paragraph",
    "Quantity",
    "Quotation",
    "Sentence",
    "Span",
    "Time",
    "Token",
    "Turn",
    "__version__",
    "extract",
    "extract_many",
    "quantities",
    "times",
]

Source = str | bytes | os.PathLike[str]
Date = str | datetime.date | None
Files = str | os.PathLike[str] | Iterable[str | os.PathLike[str]]

#: Characters that are read ahead for every thread: enough work to share, and a bound on memory.
_BATCH = 200_000


def extract(
    source: Source,
    *,
    date: Date = None,
    id: str | None = None,
    title: str | None = None,
    speaker: str | None = None,
    layers: str | Iterable[str] = "all",
    open: bool = False,
    rules: Files = (),
    names: Files = (),
) -> Document:
    """Read one document: a text (a ``str``, never a file's name), bytes in any encoding, or a path (``pathlib.Path``).

    ``date`` is when it was written, a date or ISO 8601; without it, what the text's dateline says counts. ``speaker``
    is who speaks wherever no label of the text says so: "President Ann Lee", "Kenya". ``layers`` names what is wanted;
    the rest costs nothing. ``open`` adds every other clause as a fact of kind ``relation``. ``rules`` and ``names`` are
    files of frames and of names of your own, which take precedence. Raises InputError for a document or file that
    cannot be read, ValueError for an unknown layer or a mistake in a file.
    """
    given = _given(source, date, id, title, speaker)
    wanted, own = _wanted(layers, open), _own(rules, names)
    ((line, problem),) = _onrecord.extract([given], list(wanted), 1, own)
    if line is None:
        raise InputError(problem or "unknown problem", given[0])
    return Document(given, wanted, line, own)


@overload
def extract_many(
    sources: Iterable[Source],
    *,
    date: Date = ...,
    speaker: str | None = ...,
    layers: str | Iterable[str] = ...,
    open: bool = ...,
    rules: Files = ...,
    names: Files = ...,
    threads: int | None = ...,
    on_error: Literal["raise"] = ...,
) -> Iterator[Document]: ...
@overload
def extract_many(
    sources: Iterable[Source],
    *,
    date: Date = ...,
    speaker: str | None = ...,
    layers: str | Iterable[str] = ...,
    open: bool = ...,
    rules: Files = ...,
    names: Files = ...,
    threads: int | None = ...,
    on_error: Literal["return"],
) -> Iterator[Document | InputError]: ...
def extract_many(
    sources: Iterable[Source],
    *,
    date: Date = None,
    speaker: str | None = None,
    layers: str | Iterable[str] = "all",
    open: bool = False,
    rules: Files = (),
    names: Files = (),
    threads: int | None = None,
    on_error: Literal["raise", "return"] = "raise",
) -> Iterator[Document | InputError]:
    """Read many documents on ``threads`` threads (all by default): one result a source, in order, as they are ready.

    Sources are texts, bytes and paths (``pathlib.Path``; a ``str`` is a text), as in ``extract``; ``date`` and
    ``speaker`` are those of all of them. They are read in batches of bounded size, so there may be more than fit into
    memory. A document that cannot be read raises InputError, or stands in the results with ``on_error="return"``.
    """
    if on_error not in ("raise", "return"):
        raise ValueError(f"on_error is 'raise' or 'return', not {on_error!r}")
    count = threads if threads is not None else int(os.environ.get("ONRECORD_THREADS", "0"))
    if count < 0:
        raise ValueError(f"threads is a positive number, not {count}")
    return _many(sources, date, speaker, _wanted(layers, open), _own(rules, names), count, on_error == "raise")


def times(text: str, *, date: Date = None) -> Layer[Time]:
    """The time expressions of ``text``, relative to ``date``."""
    return extract(text, date=date, layers="times").times


def quantities(text: str) -> Layer[Quantity]:
    """The numbers of ``text`` with what they count."""
    return extract(text, layers="quantities").quantities


def _many(
    sources: Iterable[Source],
    date: Date,
    speaker: str | None,
    layers: tuple[str, ...],
    own: Own,
    threads: int,
    raises: bool,
) -> Iterator[Document | InputError]:
    share = threads or os.cpu_count() or 1
    batch: list[Given | InputError] = []
    size = 0
    for number, source in enumerate(sources):
        try:
            given: Given | InputError = _given(source, date, None, None, speaker, number)
        except InputError as error:
            given = error
        except TypeError as error:
            given = InputError(str(error), f"text-{number}")
        batch.append(given)
        size += 100 if isinstance(given, InputError) else 100 + len(given[1])
        if size > _BATCH * share:
            yield from _batch(batch, layers, own, threads, raises)
            batch, size = [], 0
    yield from _batch(batch, layers, own, threads, raises)


def _batch(
    batch: list[Given | InputError], layers: tuple[str, ...], own: Own, threads: int, raises: bool
) -> Iterator[Document | InputError]:
    readable = [given for given in batch if not isinstance(given, InputError)]
    results = iter(_onrecord.extract(readable, list(layers), threads, own) if readable else ())
    for given in batch:
        if isinstance(given, InputError):
            result: Document | InputError = given
        else:
            line, problem = next(results)
            failed = InputError(problem or "unknown problem", given[0])
            result = failed if line is None else Document(given, layers, line, own)
        if raises and isinstance(result, InputError):
            raise result
        yield result


def _wanted(layers: str | Iterable[str], open: bool) -> tuple[str, ...]:
    names = (layers,) if isinstance(layers, str) else tuple(layers)
    return (*names, "relations") if open else names


def _own(rules: Files, names: Files) -> Own:
    return (_contents(rules), _contents(names))


def _contents(files: Files) -> list[tuple[str, str]]:
    paths = [files] if isinstance(files, str | os.PathLike) else list(files)
    contents = []
    for path in paths:
        try:
            contents.append((os.fspath(path), Path(path).read_text(encoding="utf-8")))
        except (OSError, UnicodeDecodeError) as error:
            raise InputError(f"cannot be read: {error}", os.fspath(path)) from error
    return contents


def _given(
    source: Source, date: Date, id: str | None, title: str | None, speaker: str | None, number: int = 0
) -> Given:
    written = date.isoformat() if isinstance(date, datetime.date) else date
    if isinstance(source, str):
        try:
            source.encode()
        except UnicodeEncodeError as error:
            raise InputError(f"the text has half a character at {error.start}", id) from error
        if _is_file(source):
            raise InputError(f"this is a file; a str is the text itself, so give Path({source!r})", id or source)
        return (id or f"text-{number}", source, written, title, speaker, None)
    if isinstance(source, bytes):
        name = id or f"text-{number}"
        return (name, _decoded(source, name), written, title, speaker, None)
    if not isinstance(source, os.PathLike):
        raise TypeError(f"a document is a text, bytes or a path, not {type(source).__name__}")
    path = Path(source)
    # A file may have a name that is no Unicode; what is read of it is.
    name = str(path).encode(errors="replace").decode()
    try:
        content = path.read_bytes()
    except (OSError, ValueError) as error:
        raise InputError(f"cannot be read: {getattr(error, 'strerror', error)}", name) from error
    return (id or Path(name).stem, _decoded(content, name), written, title, speaker, name)


def _is_file(text: str) -> bool:
    # One word with a point in it, such as a name with an ending, that names a file: hardly meant as a text.
    one = len(text) < 256 and "." in text and not text.split()[1:]
    return one and os.path.isfile(text)  # noqa: PTH113 (Path.is_file raises for a name that is too long)


def _decoded(content: bytes, name: str) -> str:
    try:
        return _onrecord.decoded(content, name)
    except ValueError as error:
        raise InputError(str(error), name) from error
