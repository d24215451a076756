"""What an app adds to the command line: its `management` holds COMMANDS, and `config.cli` finds them."""

from argparse import Namespace
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

Argument = tuple[str, Mapping[str, Any]]  # the name as it is typed, and what argparse is told of it


@dataclass(frozen=True, slots=True)
class Console:
    """Where a command speaks: `say` a line, `bar(title)` a progress bar as a callback (done, of)."""

    say: Callable[[str], None]
    bar: Callable[[str], Callable[..., object]]


@dataclass(frozen=True, slots=True)
class Command:
    """One word of the command line. `run` gets what was typed and answers with the exit code."""

    name: str
    text: str
    run: Callable[[Namespace, Console], int]
    arguments: tuple[Argument, ...] = field(default=())
    epilog: str = ""


def required(name: str, **how: Any) -> Argument:
    return name, {"required": True, **how}


def flag(name: str) -> Argument:
    return name, {"action": "store_true"}


def optional(name: str, **how: Any) -> Argument:
    return name, {"default": "", **how}


def plain(name: str, **how: Any) -> Argument:
    return name, how


FILE: Argument = ("file", {"type": Path})
PAIRS: Argument = ("--set", {"action": "append", "default": [], "metavar": "NAME=VALUE"})
DISTRICT: Argument = ("--district", {"default": "", "help": "区划代码，不止一个区时要写 / with several districts"})


def pairs_of(given: Namespace) -> dict[str, str]:
    """What was typed as --set NAME=VALUE."""
    return dict(pair.split("=", 1) for pair in given.set)
