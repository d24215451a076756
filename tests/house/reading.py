"""How the house is read: its files, its packages, its floors. Every check takes the folder to read, so that a
planted fault in a folder of its own can show that the check sees it."""

import ast
import re
import tomllib
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SOURCE = ROOT / "src" / "sanshe"
CONTRACTS = tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]["importlinter"]["contracts"]


def contract(name: str) -> dict:
    return next(one for one in CONTRACTS if one["name"] == name)


def floors() -> dict[str, int]:
    """Each package below sanshe with its height; strangers to one another share one."""
    layers = [*contract("core floors")["layers"][::-1], *contract("floors")["layers"][-2::-1]]
    names = [(re.findall(r"\w+", layer), height) for height, layer in enumerate(layers)]
    core = len(contract("core floors")["layers"])
    return {f"core.{one}" if height < core else one: height for found, height in names for one in found}


def package_of(path: Path, source: Path) -> str:
    """The package a file belongs to: `incubation`, `core.areas`."""
    parts = path.relative_to(source).parts
    return ".".join(parts[:2]) if parts[0] == "core" and len(parts) > 2 else parts[0]


def room_of(path: Path, source: Path) -> str:
    """The room a file belongs to: `actions`, `views`."""
    parts = path.relative_to(source).with_suffix("").parts
    inner = parts[2:] if parts[0] == "core" else parts[1:]
    return inner[0] if inner else ""


def may_name(one: str, other: str) -> bool:
    """Whether package `one` may name `other` in a text: itself and what lies below, never a stranger beside it."""
    heights = floors()
    return one == other or one == "config" or heights.get(one, 0) > heights.get(other, 0)


def pythons(source: Path) -> Iterator[Path]:
    """Every Python file but migrations."""
    return (path for path in sorted(source.rglob("*.py")) if "migrations" not in path.parts)


def templates(source: Path) -> Iterator[Path]:
    return iter(sorted(source.rglob("templates/**/*.html")))


@cache
def _parsed(path: Path, at: float) -> ast.Module:
    return ast.parse(path.read_text())


def tree(path: Path) -> ast.Module:
    return _parsed(path, path.stat().st_mtime)


def calls(path: Path) -> Iterator[tuple[ast.Call, str]]:
    """Each call with the last word of what is called."""
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Call):
            yield node, getattr(node.func, "attr", getattr(node.func, "id", ""))


def texts(path: Path) -> Iterator[tuple[int, str]]:
    """Each text constant with its line, docstrings left out."""
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node.lineno, node.value


def at(path: Path, line: int, source: Path, text: str = "") -> str:
    return f"{path.relative_to(source)}:{line} {text}".strip()


def written(name: str, folder: Path = Path(__file__).parent) -> list[str]:
    """The lines of a table that stands beside the tests, without its heading."""
    return [line for line in (folder / name).read_text().splitlines() if line and not line.startswith("#")]


def differences(table: Iterable[str], said: Iterable[str]) -> list[str]:
    """What a written table says and the code does not (-), and the other way round (+), line by line."""
    stands, found = Counter(list(table)), Counter(list(said))
    return [f"- {one}" for one in (stands - found).elements()] + [f"+ {one}" for one in (found - stands).elements()]
