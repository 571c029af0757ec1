"""Lengthens word vectors by what a pretrained encoder makes of every word alone.

Public word vectors of 50 numbers say little of rare words. An encoder that has read much more tells them by their
pieces: the mean of its middle layers over the pieces of the word, in its principal components (compare Bommasani and
others 2020). Both halves have the length one.

    python crates/onrecord-train/teacher/vectors.py --vectors GLOVE --corpora CORPORA --out LONGER

writes a file in the same text format and order. Words that are rare and in no treebank stay as they are. On two cores
it took 3 minutes.
"""

from __future__ import annotations

import argparse
import gzip
import tempfile
from pathlib import Path

import numpy as np
import torch
from network import unpack
from transformers import AutoModel, AutoTokenizer

COMMON, READ = 30_000, 200_000
"""Words that are lengthened whether a treebank has them or not, and that are read; the commonest come first."""

LAYERS = slice(2, 8)
"""Layers whose mean is taken: the first ones tell of spelling, the last ones of the encoder's own task."""

BATCH, PIECES = 256, 10
"""Words at once, and pieces of a word at most."""


def seen(words: list[str]) -> np.ndarray:
    """One row a word: the mean over its pieces and the layers."""
    torch.manual_seed(1)
    with tempfile.TemporaryDirectory() as folder:
        path = unpack(Path(folder))
        encoder, pieces = AutoModel.from_pretrained(path).eval(), AutoTokenizer.from_pretrained(path)
    rows = np.zeros((len(words), encoder.config.hidden_size), dtype=np.float32)
    order = sorted(range(len(words)), key=lambda at: len(words[at]))
    with torch.no_grad(), torch.autocast("cpu", torch.bfloat16):
        for start in range(0, len(order), BATCH):
            batch = order[start : start + BATCH]
            cut = pieces(
                [words[at] for at in batch], return_tensors="pt", padding=True, truncation=True, max_length=PIECES
            )
            layers = encoder(**cut, output_hidden_states=True).hidden_states[LAYERS]
            inside = cut["attention_mask"].clone().float()
            # Not the marks that open and close the word.
            inside[:, 0] = 0
            inside[torch.arange(len(batch)), cut["attention_mask"].sum(1) - 1] = 0
            weights = (inside / inside.sum(1, keepdim=True).clamp(min=1)).unsqueeze(-1)
            rows[batch] = (torch.stack([layer.float() for layer in layers]).mean(0) * weights).sum(1).numpy()
    return rows


def components(rows: np.ndarray, number: int) -> np.ndarray:
    """The first principal components, the large ones made smaller; those of the commonest words count."""
    rows = (rows - rows.mean(0)) / (rows.std(0) + 1e-6)
    common = rows[:COMMON]
    axes, sizes, _ = np.linalg.svd(common.T @ common)
    return rows @ axes[:, :number] / (sizes[:number] / len(common)) ** 0.25


def unit(rows: np.ndarray) -> np.ndarray:
    """Every row with the length one."""
    return rows / (np.linalg.norm(rows, axis=1, keepdims=True) + 1e-6)


def main() -> None:
    """Reads, lengthens, writes."""
    flags = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    flags.add_argument("--vectors", type=Path, required=True, help="word vectors in the text format of GloVe")
    flags.add_argument("--corpora", type=Path, required=True, help="folder of the treebanks, as gzipped CoNLL-U")
    flags.add_argument("--train", nargs="+", default=["ewt-train", "gum-train.open", "taught"])
    flags.add_argument("--add", type=int, default=110, help="numbers that every vector gets (%(default)s)")
    flags.add_argument("--out", type=Path, required=True, help="file to write")
    flags = flags.parse_args()
    forms = set()
    for name in flags.train:
        with gzip.open(flags.corpora / f"{name}.conllu.gz", "rt", encoding="utf-8") as lines:
            forms |= {line.split("\t")[1].lower() for line in lines if line[:1].isdigit()}
    with flags.vectors.open(encoding="utf-8") as lines:
        read = [line.split() for _, line in zip(range(READ), lines, strict=False)]
    wanted = [at for at, (word, *_) in enumerate(read) if at < COMMON or word in forms]
    old = unit(np.array([read[at][1:] for at in wanted], dtype=np.float32))
    new = unit(components(seen([read[at][0] for at in wanted]), flags.add))
    longer = dict(zip(wanted, np.hstack([old, new]), strict=True))
    with flags.out.open("w", encoding="utf-8") as file:
        for at, (word, *numbers) in enumerate(read):
            written = [f"{number:.4f}" for number in longer[at]] if at in longer else numbers
            print(word, *written, file=file)


if __name__ == "__main__":
    main()
