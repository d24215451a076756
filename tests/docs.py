"""Docs tell the truth: links lead somewhere, commands exist, both READMEs agree, each app explains itself."""

import argparse
import re
import sys
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
LINK = re.compile(r"\[[^\]]*\]\(([^)\s]+)\)")
CODE = re.compile(r"```.*?```|`[^`\n]+`", re.DOTALL)
SANSHE = re.compile(r"(?:^|[\s/`])sanshe((?: +[^\s`#]+)+)", re.MULTILINE)
RUN = re.compile(r"run\.py((?: +[a-z-]+)*)")
SAYS = ("Noun", "Who may")
LINES = (5, 40)


def pages(root: Path) -> list[Path]:
    """Everything written for readers."""
    return sorted([*root.glob("*.md"), *root.glob("docs/**/*.md"), *root.glob("src/**/README.md")])


def lost_links(root: Path) -> Iterator[str]:
    for page in pages(root):
        for target in LINK.findall(page.read_text()):
            if "://" not in target and not (page.parent / target.partition("#")[0]).exists():
                yield f"{page.relative_to(root)}: {target} leads nowhere"


def lost_files(root: Path) -> Iterator[str]:
    """Tests and sources that a page names and that are not there."""
    for page in root.glob("docs/*.md"):
        for name in re.findall(r"`((?:tests|src)/[\w/]+(?:\.py|/))`", page.read_text()):
            if not (root / name).exists():
                yield f"{page.relative_to(root)}: {name} is not there"


def unknown_commands(root: Path, parser: argparse.ArgumentParser, words: set[str]) -> Iterator[str]:
    """Commands and options that the pages name and the programs do not know."""
    known = commands(parser)
    for page in pages(root):
        for code in CODE.findall(page.read_text()):
            for said in SANSHE.findall(code):
                name, *rest = said.split()
                options = [one for one in rest if one.startswith("--")]
                if re.fullmatch(r"[a-z]+", name) and (name not in known or not {*options} <= known[name]):
                    yield f"{page.relative_to(root)}: sanshe{said}"
            for said in RUN.findall(code):
                if said.split() and said.split()[0] not in words:
                    yield f"{page.relative_to(root)}: run.py{said} is no command"


def commands(parser: argparse.ArgumentParser) -> dict[str, set[str]]:
    """Each command with its options."""
    found = next(one for one in parser._actions if isinstance(one, argparse._SubParsersAction))
    return {name: {*one._option_string_actions} for name, one in found.choices.items()}


def unlike(root: Path) -> Iterator[str]:
    """Where the English and the Chinese README differ in their parts, their code or their pictures."""
    one, other = ((root / name).read_text() for name in ("README.md", "README.zh-CN.md"))
    for what, pattern in (("parts", r"^#+ "), ("code", r"^```"), ("pictures", r"!\[")):
        counts = [len(re.findall(pattern, text, flags=re.MULTILINE)) for text in (one, other)]
        if counts[0] != counts[1]:
            yield f"README.md and README.zh-CN.md differ in {what}: {counts[0]} and {counts[1]}"
    links = [{link for link in LINK.findall(text) if not link.startswith("README")} for text in (one, other)]
    yield from (f"only one README leads to {link}" for link in sorted(links[0] ^ links[1]))


def unexplained_apps(root: Path) -> Iterator[str]:
    """Apps without a README of their nouns, states and rights."""
    for config in sorted(root.glob("src/sanshe/**/apps.py")):
        page = config.with_name("README.md")
        text = page.read_text() if page.exists() else ""
        missing = [word for word in SAYS if word not in text]
        if missing or not LINES[0] <= len(text.splitlines()) <= LINES[1]:
            yield f"{page.relative_to(root)}: {len(text.splitlines())} lines, without {missing}"


def unmapped_apps(root: Path) -> Iterator[str]:
    """Apps that the map of the house in a README leaves out."""
    for page in root.glob("README*.md"):
        words = {*re.findall(r"[a-z]+", "".join(re.findall(r"```.*?```", page.read_text(), re.DOTALL)))}
        names = {config.parent.name for config in root.glob("src/sanshe/**/apps.py")}
        yield from (f"{page.name}: the map has no {name}" for name in sorted(names - words))


def faults(root: Path) -> list[str]:
    sys.path[:0] = [str(ROOT), str(ROOT / "src")]
    import run  # the two commands themselves
    from sanshe.config.cli import parser

    found = [*lost_links(root), *lost_files(root), *unknown_commands(root, parser(), set(run.WORDS)), *unlike(root)]
    return [*found, *unexplained_apps(root), *unmapped_apps(root)]


if __name__ == "__main__":
    left = faults(ROOT)
    sys.stdout.write("".join(f"{one}\n" for one in left) + f"{len(left)} faults in the docs.\n")
    sys.exit(1 if left else 0)
