"""The rows of every layer, with the names that they have in the JSON.

``start`` and ``end`` count the characters of a Python string, so
``document.text[row.start:row.end] == row.text``.
"""

import html
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass, fields
from typing import TYPE_CHECKING, Any, Self, SupportsIndex, TypeVar, overload

if TYPE_CHECKING:
    import pandas
    import polars

Json = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Span:
    """Some characters of the text."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Paragraph(Span):
    """A block of text."""

    kind: str


@dataclass(frozen=True, slots=True)
class Turn(Span):
    """One speaker's uninterrupted contribution, without its label."""

    label: Span | None
    speaker: str | None
    entity: int | None
    role: str
    answers: int | None
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Sentence(Span):
    """A sentence; ``paragraph`` and ``turn`` are rows of those layers."""

    paragraph: int
    turn: int | None


@dataclass(frozen=True, slots=True)
class Token(Span):
    """A word; fields that were not asked for are ``None``."""

    upos: str | None
    xpos: str | None
    lemma: str | None
    feats: str | None
    head: int | None
    deprel: str | None
    sentence: int


@dataclass(frozen=True, slots=True)
class Mention(Span):
    """One place where an entity is named; ``entity`` is its row."""

    type: str
    form: str
    entity: int
    head: Span


@dataclass(frozen=True, slots=True)
class Entity:
    """One thing in the world."""

    id: int
    type: str
    name: str
    aliases: tuple[str, ...]
    code: str | None
    titles: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Time(Span):
    """A time expression (TIMEX3); ``begin`` to ``end_date`` is the interval it denotes, half-open."""

    type: str
    value: str
    mod: str | None
    quant: str | None
    freq: str | None
    begin: str | None
    end_date: str | None


@dataclass(frozen=True, slots=True)
class Quantity(Span):
    """A number with what it counts; ``value`` and ``high`` are exact decimal strings."""

    label: str
    value: str | None
    high: str | None
    unit: str | None
    mod: str | None
    counted: Span | None


@dataclass(frozen=True, slots=True)
class Quotation:
    """Somebody's words or claim."""

    content: tuple[Span, ...]
    cue: tuple[Span, ...]
    source: tuple[Span, ...]
    entity: int | None
    manner: str
    cue_lemma: str | None
    type: str


@dataclass(frozen=True, slots=True)
class Arg(Span):
    """What fills a role of a fact."""

    role: str
    entity: str | None
    entity_id: int | None
    value: str | None
    high: str | None
    unit: str | None
    mod: str | None


@dataclass(frozen=True, slots=True)
class Fact:
    """One proposition that the document supports; ``evidence`` are the characters that do."""

    id: str
    kind: str
    predicate: str
    args: tuple[Arg, ...]
    time: Json | None
    place: Json | None
    polarity: str
    modality: str
    source: tuple[Json, ...]
    plover: Json | None
    evidence: Span
    sentence: int
    turn: int | None
    rule: str
    confidence: float
    same_as: str | None

    def __getitem__(self, role: str) -> tuple[str, ...]:
        """What fills ``role``: names of entities, values, or words; nothing for a role that the fact does not have."""
        if not isinstance(role, str):
            raise TypeError(f"a role is a string, not {type(role).__name__}")
        return tuple(arg.entity or arg.value or arg.text for arg in self.args if arg.role == role)

    def __iter__(self) -> Iterator[str]:
        """The roles that are filled, each once."""
        return iter(dict.fromkeys(arg.role for arg in self.args))

    def __contains__(self, role: object) -> bool:
        """Whether ``role`` is filled."""
        return any(arg.role == role for arg in self.args)

    def __hash__(self) -> int:
        # Facts that are equal have these in common; other fields hold dictionaries, which have no hash.
        return hash((self.id, self.rule, self.args, self.evidence))

    def __str__(self) -> str:
        parts = (f"{arg.role}={arg.entity or arg.value or arg.text}" for arg in self.args)
        return f"{self.kind}({', '.join(parts)})"


Row = TypeVar("Row")


class Layer(tuple[Row, ...]):
    """The rows of one layer: a tuple that shows itself as a table.

    ``of`` is the class of its rows, so that a layer without any still has its columns.
    """

    of: type[Row] | None

    def __new__(cls, rows: Iterable[Row] = (), of: type[Row] | None = None) -> Self:
        """Hold ``rows``, each of the class ``of``."""
        layer = super().__new__(cls, rows)
        layer.of = of
        return layer

    @overload
    def __getitem__(self, at: SupportsIndex) -> Row: ...
    @overload
    def __getitem__(self, at: slice) -> "Layer[Row]": ...
    def __getitem__(self, at: SupportsIndex | slice) -> "Row | Layer[Row]":
        return Layer(super().__getitem__(at), self.of) if isinstance(at, slice) else super().__getitem__(at)

    def to_dicts(self) -> list[dict[str, Any]]:
        """One plain dictionary a row."""
        return [asdict(row) for row in self]  # type: ignore[call-overload]

    def to_pandas(self) -> "pandas.DataFrame":
        """The rows as a data frame; needs pandas (``pip install onrecord[pandas]``)."""
        import pandas

        return pandas.DataFrame(self.to_dicts(), columns=self._columns())

    def to_polars(self) -> "polars.DataFrame":
        """The rows as a data frame; needs polars. What is nested becomes JSON."""
        import polars

        def flat(value: Any) -> Any:
            return json.dumps(value, ensure_ascii=False) if isinstance(value, dict | list | tuple) else value

        rows = [{key: flat(value) for key, value in row.items()} for row in self.to_dicts()]
        return polars.DataFrame(rows, schema=None if rows else self._columns(), infer_schema_length=None)

    def _columns(self) -> list[str] | None:
        """The columns of a data frame; ``None`` where nothing says what the rows are."""
        return None if self.of is None else [field.name for field in fields(self.of)]  # type: ignore[arg-type]

    def _repr_html_(self) -> str:
        return table(self[:100].to_dicts(), len(self))


def table(rows: Iterable[Mapping[str, Any]], total: int) -> str:
    """``rows`` as a table of HTML, everything escaped."""
    rows = list(rows)
    if not rows:
        return "<p>no rows</p>"

    def cell(value: Any) -> str:
        if isinstance(value, tuple | list):
            return "; ".join(cell(item) for item in value)
        if isinstance(value, Mapping):
            return str(value.get("text") or value.get("entity") or "")
        return "" if value is None else str(value)

    head = "".join(f"<th>{html.escape(key)}</th>" for key in rows[0])
    body = "".join(
        "<tr>" + "".join(f"<td>{html.escape(cell(value))}</td>" for value in row.values()) + "</tr>" for row in rows
    )
    more = f"<p>… {total - len(rows)} more</p>" if total > len(rows) else ""
    return f"<table><tr>{head}</tr>{body}</table>{more}"
