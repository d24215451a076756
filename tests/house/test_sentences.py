"""Every refusal has its sentence in the table that pages and programs are answered from."""

import ast
from enum import StrEnum
from importlib import import_module

from sanshe.core.ui.queries import SENTENCES
from tests.house.reading import SOURCE, at, calls, pythons, room_of

SAYS_NO = ("Refused", "insist")


def codes(source):
    """Every code of an enum of refusals, with the place of the enum."""
    for path in pythons(source):
        if room_of(path, source) == "enums":
            for name, one in vars(_module(path, source)).items():
                is_own = isinstance(one, type) and issubclass(one, StrEnum) and one.__module__.endswith(_dotted(path))
                if is_own and (name == "R" or name.endswith("Refusal")):
                    yield from ((at(path, 0, source, f"{name}.{code.name}"), code) for code in one)


def raised(source):
    """Every code that is written where somebody is refused, of whichever enum it is."""
    for path in pythons(source):
        for call, name in calls(path):
            if name in SAYS_NO and isinstance(call.func, ast.Name) and call.args:
                for node in _ends(call.args[0]):
                    code = _value(node, path, source)
                    if isinstance(code, StrEnum):
                        yield at(path, call.lineno, source, ast.unparse(node)), code


def without_sentence(found, sentences):
    return sorted({place for place, code in found if not str(sentences.get(str(code), "")).strip()})


def _ends(node):
    """What an expression may come to: not what it asks on the way."""
    parts = [node.body, node.orelse] if isinstance(node, ast.IfExp) else getattr(node, "values", [])
    return [end for part in parts for end in _ends(part)] if parts else [node]


def _value(node, path, source):
    """What `R.CODE` means in its file."""
    is_named = isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name)
    return getattr(getattr(_module(path, source), node.value.id, None), node.attr, None) if is_named else None


def _dotted(path):
    return path.parent.name if path.name == "__init__.py" else path.stem


def _module(path, source):
    inner = path.relative_to(source.parent).with_suffix("").parts
    return import_module(".".join(inner[:-1] if inner[-1] == "__init__" else inner))


def test_every_code_has_its_sentence():
    found = list(codes(SOURCE))
    assert len(found) > 200 and without_sentence(found, SENTENCES) == []


def test_so_has_every_code_that_is_raised():
    found = list(raised(SOURCE))
    assert len(found) > 200 and without_sentence(found, SENTENCES) == []


PLANTED = """
from enum import StrEnum
from sanshe.core.kit.refused import Refused

class R(StrEnum):
    SAID = "planted.said"
    MUTE = "planted.mute"

class LoanRefusal(StrEnum):
    BLANK = "planted.blank"

class Other(StrEnum):
    MUTE = "planted.other"

def lend():
    raise Refused(R.SAID if lend else Other.MUTE)
"""


def test_a_planted_code_without_a_sentence_is_seen(tmp_path, monkeypatch):
    monkeypatch.syspath_prepend(tmp_path)
    source = tmp_path / "planted"
    (source / "loans").mkdir(parents=True)
    (source / "loans" / "enums.py").write_text(PLANTED)
    said = {"planted.said": "借不了。", "planted.blank": " "}
    assert without_sentence(codes(source), said) == ["loans/enums.py:0 LoanRefusal.BLANK", "loans/enums.py:0 R.MUTE"]
    assert without_sentence(raised(source), said) == ["loans/enums.py:16 Other.MUTE"]
