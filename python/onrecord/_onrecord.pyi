from os import PathLike

__all__ = ["LAYERS", "__version__", "decoded", "extract", "main", "markup"]

__version__: str
LAYERS: list[str]

_Given = tuple[str, str, str | None, str | None, str | None, str | None]

_Own = tuple[list[tuple[str, str]], list[tuple[str, str]]]

def extract(texts: list[_Given], names: list[str], threads: int, own: _Own) -> list[tuple[str | None, str | None]]: ...
def markup(text: _Given, names: list[str], own: _Own) -> str: ...
def decoded(bytes: bytes, name: str) -> str: ...
def main(args: list[str | PathLike[str]]) -> int: ...
