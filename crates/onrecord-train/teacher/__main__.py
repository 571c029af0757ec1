"""Teaches a larger network the treebanks and has it annotate plain texts, from which the small ones then learn.

The small networks of the engine learn more from many sentences that a better parser has annotated than from the few
that people have (Weiss and others 2015; Anderson & Gómez-Rodríguez 2020). A sentence is kept if the heads that the
teacher finds make one tree whose arcs do not cross, and if it is sure of them on the whole.

    python crates/onrecord-train/teacher --corpora CORPORA

writes CORPORA/taught.conllu.gz. On two cores it took 77 minutes beside other work. The command onrecord finds words.
"""

from __future__ import annotations

import argparse
import gzip
import subprocess
import tempfile
from pathlib import Path

import torch
from network import Teacher, Word, read, taught, treebank
from texts import write

EPOCHS = 3

LENGTHS = range(4, 61)
"""Words of a sentence that is kept."""

SURE = -0.25
"""The least mean logarithm of the probability of a head."""


def is_tree(words: list[Word]) -> bool:
    """Whether the arcs make one tree, and do not cross."""
    if sum(word.head == 0 for word in words) != 1:
        return False
    for start in range(1, len(words) + 1):
        at, steps = start, 0
        while at and steps <= len(words):
            at, steps = words[at - 1].head, steps + 1
        if at:
            return False
    arcs = [(min(at, word.head), max(at, word.head)) for at, word in enumerate(words, 1) if word.head]
    return not any(a < c < b < d for a, b in arcs for c, d in arcs)


def measure(teacher: Teacher, path: Path) -> None:
    """Prints how often the teacher is right on a treebank."""
    n = tags = heads = arcs = 0
    for gold, seen, _ in teacher.annotated(treebank(path)):
        for right, word in zip(gold, seen, strict=True):
            n += 1
            tags += right.tags == word.tags
            heads += right.head == word.head
            arcs += (right.head, right.relation) == (word.head, word.relation)
    print(f"{path.name}: tags {tags / n:.2%}, UAS {heads / n:.2%}, LAS {arcs / n:.2%}")


def main() -> None:
    """Learns, measures, annotates."""
    flags = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    flags.add_argument("--corpora", type=Path, required=True, help="folder of the treebanks, as gzipped CoNLL-U")
    flags.add_argument("--train", nargs="+", default=["ewt-train", "gum-train.open"])
    flags.add_argument("--dev", nargs="+", default=["ewt-dev", "gum-dev.open"])
    flags.add_argument("--onrecord", default="onrecord", help="the command that finds the words of texts")
    flags.add_argument("--out", type=Path, help="file to write, taught.conllu.gz in CORPORA without this")
    flags = flags.parse_args()
    torch.manual_seed(1)
    paths = [flags.corpora / f"{name}.conllu.gz" for name in flags.train]
    teacher = taught([sentence for path in paths for sentence in treebank(path)], EPOCHS)
    for name in flags.dev:
        measure(teacher, flags.corpora / f"{name}.conllu.gz")

    sentences = []
    with tempfile.TemporaryDirectory() as folder:
        for file in write(flags.corpora, Path(folder)):
            command = [flags.onrecord, "extract", file, "--format", "conllu"]
            words = subprocess.run(command, check=True, capture_output=True, text=True, encoding="utf-8").stdout
            sentences += [sentence for sentence in read(words.splitlines()) if len(sentence) in LENGTHS]
    kept = 0
    out = flags.out or flags.corpora / "taught.conllu.gz"
    with gzip.open(out, "wt", encoding="utf-8") as file:
        for _, words, sure in teacher.annotated(sentences):
            if sure < SURE or not is_tree(words):
                continue
            kept += 1
            for at, word in enumerate(words, 1):
                upos, xpos = word.tags.split(" ")
                columns = (at, word.form, "_", upos, xpos, "_", word.head, word.relation, "_", word.misc)
                file.write("\t".join(map(str, columns)) + "\n")
            file.write("\n")
    print(f"{out}: {kept} of {len(sentences)} sentences")


if __name__ == "__main__":
    main()
