"""A document with its layers."""

import json
from collections.abc import Callable
from functools import cached_property
from typing import Any, TypeVar

from onrecord import _onrecord
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

Row = TypeVar("Row")
#: Id, text, date, title, speaker and source.
Given = tuple[str, str, str | None, str | None, str | None, str | None]
#: A user's files of rules and of names, each with its name and content.
Own = tuple[list[tuple[str, str]], list[tuple[str, str]]]


class Document:
    """One text with all that was found in it.

    Every layer is a sequence of rows, made when it is first asked for. A layer that was not extracted is empty.
    """

    def __init__(self, given: Given, layers: tuple[str, ...], line: str, own: Own) -> None:
        self._given = given
        self._layers = layers
        self._line = line
        self._own = own

    @property
    def id(self) -> str:
        """How the caller knows the document."""
        return self._given[0]

    @property
    def text(self) -> str:
        """The text as it was given."""
        return self._given[1]

    @property
    def date(self) -> str | None:
        """Document creation time, ISO 8601."""
        return self._object["date"]  # type: ignore[no-any-return]

    @property
    def title(self) -> str | None:
        """Title, where it was given."""
        return self._given[3]

    @property
    def speaker(self) -> str | None:
        """Who speaks wherever no label says so, where it was given."""
        return self._given[4]

    @property
    def source(self) -> str | None:
        """Path or URL, where it was given."""
        return self._given[5]

    @cached_property
    def _object(self) -> dict[str, Any]:
        return json.loads(self._line)  # type: ignore[no-any-return]

    @cached_property
    def paragraphs(self) -> Layer[Paragraph]:
        """Blocks of text with their kinds."""
        return self._rows("paragraphs", Paragraph, lambda row: Paragraph(**self._in(row)))

    @cached_property
    def turns(self) -> Layer[Turn]:
        """One speaker's uninterrupted contributions."""

        def turn(row: dict[str, Any]) -> Turn:
            label = row["label"] and self._span(row["label"])
            return Turn(**{**self._in(row), "label": label, "spans": self._pairs(row.get("spans"))})

        return self._rows("turns", Turn, turn)

    @cached_property
    def sentences(self) -> Layer[Sentence]:
        """Sentences."""
        return self._rows("sentences", Sentence, lambda row: Sentence(**self._in(row)))

    @cached_property
    def tokens(self) -> Layer[Token]:
        """Words with their tags and arcs."""
        names = ("upos", "xpos", "lemma", "feats", "head", "deprel")
        return self._rows("tokens", Token, lambda row: Token(**{**dict.fromkeys(names), **self._in(row)}))

    @cached_property
    def mentions(self) -> Layer[Mention]:
        """Places where an entity is named."""
        return self._rows(
            "mentions", Mention, lambda row: Mention(**{**self._in(row), "head": self._span(row["head"])})
        )

    @cached_property
    def entities(self) -> Layer[Entity]:
        """Things in the world."""

        def entity(row: dict[str, Any]) -> Entity:
            return Entity(**{**row, "aliases": tuple(row["aliases"]), "titles": tuple(row["titles"])})

        return self._rows("entities", Entity, entity)

    @cached_property
    def times(self) -> Layer[Time]:
        """Time expressions."""
        return self._rows("times", Time, lambda row: Time(**self._in(row)))

    @cached_property
    def quantities(self) -> Layer[Quantity]:
        """Numbers with what they count."""

        def quantity(row: dict[str, Any]) -> Quantity:
            return Quantity(**{**self._in(row), "counted": row["counted"] and self._span(row["counted"])})

        return self._rows("quantities", Quantity, quantity)

    @cached_property
    def quotations(self) -> Layer[Quotation]:
        """Somebody's words or claims."""

        def quotation(row: dict[str, Any]) -> Quotation:
            spans = {name: self._pairs(row[name]) for name in ("content", "cue", "source")}
            return Quotation(**{**row, **spans})

        return self._rows("quotations", Quotation, quotation)

    @cached_property
    def facts(self) -> Layer[Fact]:
        """Propositions that the document supports."""
        nothing = dict.fromkeys(("entity", "entity_id", "value", "high", "unit", "mod"))

        def fact(row: dict[str, Any]) -> Fact:
            evidence = row["evidence"]
            made = {
                "args": tuple(Arg(**{**nothing, **arg}) for arg in row["args"]),
                "source": tuple(row["source"]),
                "evidence": self._span(evidence),
                "sentence": evidence["sentence"],
                "turn": evidence["turn"],
            }
            return Fact(**{**row, **made})

        return self._rows("facts", Fact, fact)

    def mentions_of(self, entity: Entity) -> Layer[Mention]:
        """Where ``entity`` is mentioned."""
        return Layer((mention for mention in self.mentions if mention.entity == entity.id), Mention)

    def to_dict(self) -> dict[str, Any]:
        """The document as the command writes it, as plain dictionaries and lists."""
        return json.loads(self._line)  # type: ignore[no-any-return]

    def to_json(self) -> str:
        """The document as the command writes it, on one line."""
        return self._line

    def _in(self, row: dict[str, Any]) -> dict[str, Any]:
        """The row with its text."""
        return {**row, "text": self.text[row["start"] : row["end"]]}

    def _span(self, row: dict[str, Any]) -> Span:
        return Span(row["start"], row["end"], self.text[row["start"] : row["end"]])

    def _pairs(self, pairs: list[list[int]] | None) -> tuple[Span, ...]:
        return tuple(Span(start, end, self.text[start:end]) for start, end in pairs or ())

    def _rows(self, name: str, of: type[Row], make: Callable[[dict[str, Any]], Row]) -> Layer[Row]:
        return Layer((make(row) for row in self._object.get(name, ())), of)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Document) and (self._line, self.text) == (other._line, other.text)

    def __hash__(self) -> int:
        return hash((self.id, self.text))

    def __len__(self) -> int:
        return len(self.text)

    def __reduce__(self) -> tuple[type["Document"], tuple[Given, tuple[str, ...], str, Own]]:
        return Document, (self._given, self._layers, self._line, self._own)

    def __repr__(self) -> str:
        layers = {name: len(rows) for name, rows in self._object.items() if isinstance(rows, list)}
        counts = ", ".join(f"{name}={count}" for name, count in layers.items())
        return f"Document(id={self.id!r}, chars={len(self.text)}, {counts})"

    def _repr_html_(self) -> str:
        # The engine gives the same for the same text, so the display is made when it is asked for.
        return _onrecord.markup(self._given, list(self._layers), self._own)
