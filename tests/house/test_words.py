"""Words: every state stands in the glossary, one noun has one word, every setting is documented."""

import ast
import re

from tests.house.reading import ROOT, SOURCE, pythons, room_of, tree

GLOSSARY = (ROOT / "docs/glossary.md").read_text()
OPERATIONS = (ROOT / "docs/operations.md").read_text()
WORD = re.compile(r"([^`|·]+) `([a-z_]+)`")


def enums(source):
    """(name, values) of every enum of states or kinds; tables of codes (their values hold a dot) are no words."""
    for path in pythons(source):
        if room_of(path, source) == "enums" or path.name == "roles.py":
            parts = [
                part
                for part in path.relative_to(source).with_suffix("").parts
                if part not in ("core", "enums", "roles")
            ]
            for node in tree(path).body:
                if isinstance(node, ast.ClassDef) and "StrEnum" in map(ast.unparse, node.bases):
                    values = [one.value.value for one in node.body if isinstance(one, ast.Assign)]
                    if not any("." in value for value in values):
                        yield (
                            ".".join([*parts[:1], *parts[1:][-1:], node.name]),
                            values,
                        )  # app and case, whatever the wing


def unexplained(source, glossary):
    """Values without a Chinese word in the row of their enum."""
    rows = dict(re.findall(r"^\| (\S+) \| (.+) \|$", glossary, flags=re.MULTILINE))
    for name, values in enums(source):
        known = {value for _word, value in WORD.findall(rows.get(name, ""))}
        yield from (f"{name} {value}" for value in values if value not in known)


def vanished(source, glossary):
    """Rows and values of the glossary that no enum has any more."""
    there = {f"{name} {value}" for name, values in enums(source) for value in values}
    for name, row in re.findall(r"^\| ([a-z_.]+\.\w+) \| (.+) \|$", glossary, flags=re.MULTILINE):
        yield from (f"{name} {value}" for _word, value in WORD.findall(row) if f"{name} {value}" not in there)


def said_twice(glossary):
    """Nouns with two words, words for two nouns, and enums that have two rows."""
    table = glossary.partition("## Nouns")[2].partition("## States")[0]
    cells = [cell.strip() for line in table.splitlines()[4:] for cell in line.strip("| ").split(" | ")]
    words = [cell for cell in cells if cell] + re.findall(r"^\| ([a-z_.]+\.\w+) \|", glossary, flags=re.MULTILINE)
    return sorted({word for word in words if words.count(word) > 1})


def undocumented(source, operations):
    """Names read from the environment that the operator is not told of."""
    names = set()
    for path in pythons(source):
        names |= set(re.findall(r'"(SANSHE_[A-Z_]+)"', path.read_text()))
    return sorted(name for name in names if f"`{name}`" not in operations)


def test_every_state_stands_in_the_glossary(tmp_path):
    assert list(unexplained(SOURCE, GLOSSARY)) == []
    (tmp_path / "fair").mkdir()
    (tmp_path / "fair/enums.py").write_text(
        "class StallState(StrEnum):\n    SET = 'set'\n    GONE = 'gone'\nclass R(StrEnum):\n    NO = 'fair.no'\n"
    )
    assert list(unexplained(tmp_path, "| fair.StallState | 摆好 `set` |")) == ["fair.StallState gone"]


def test_the_glossary_names_nothing_that_is_gone():
    assert list(vanished(SOURCE, GLOSSARY)) == []
    assert list(vanished(SOURCE, "| kit.Role | 没有 `nobody` |")) == ["kit.Role nobody"]


def test_one_noun_has_one_word():
    assert said_twice(GLOSSARY) == []
    table = "## Nouns\n\n| a | b |\n|---|---|\n| 批次 | batch | 批 | batch |\n## States"
    assert said_twice(table) == ["batch"]
    assert said_twice("| kit.Role | 评委 `panelist` |\n" * 2) == ["kit.Role"]


def test_every_setting_is_documented(tmp_path):
    assert undocumented(SOURCE, OPERATIONS) == []
    (tmp_path / "a.py").write_text('env("SANSHE_NEW")')
    assert undocumented(tmp_path, OPERATIONS) == ["SANSHE_NEW"]
