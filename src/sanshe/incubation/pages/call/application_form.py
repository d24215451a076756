"""The form of an application as its pages show it."""

from dataclasses import dataclass
from typing import Any

from sanshe.core.areas.queries import name as area_name
from sanshe.core.kit import same
from sanshe.core.parties.enums import R
from sanshe.core.parties.phrases import KINDS_OF
from sanshe.core.parties.rules import LENGTH, code_fault, code_parts, tidied
from sanshe.core.privacy.rules import mask_name, mask_phone
from sanshe.core.ui.queries import say
from sanshe.incubation.enums.call.application import Section
from sanshe.incubation.models import Application
from sanshe.incubation.phrases.call import application as words
from sanshe.incubation.queries.call.application import papers, values_of
from sanshe.incubation.rules.call.application import NONE, SLOTS, SPOTS, Spot, missing, wrong

WIDE = frozenset(("registration", "what", "how_known", "need_from", "where", "address", "founders"))


@dataclass(frozen=True, slots=True)
class Line:
    """One field with its words and what is in it."""

    spot: Spot
    label: Any
    hint: Any
    value: str
    is_missing: bool
    is_asked: bool = True
    fault: str = ""

    @property
    def is_wide(self) -> bool:
        """Whether it takes a whole row of the form."""
        return self.spot.code in WIDE

    @property
    def shown(self) -> str:
        """The value in words."""
        words_of: dict[str, Any] = {"registration": words.REGISTRATIONS, "truthful": {"yes": words.AGREED}}
        return str(words_of.get(self.spot.code, {}).get(self.value, self.value))


@dataclass(frozen=True, slots=True)
class Part:
    """One section: how many of its fields are still to fill; `state`: ok, half or nothing, for the bars of a phone."""

    no: str
    code: str
    title: Any
    lines: list[Line]
    all: int
    left: int

    @property
    def state(self) -> str:
        return "ok" if self.all and not self.left else "half" if self.left < self.all else ""

    @property
    def place(self) -> int:
        return NUMERALS.index(self.no) + 1


@dataclass(frozen=True, slots=True)
class Paper:
    """One paper to attach, and what is attached."""

    slot: str
    label: Any
    hint: Any
    one: Any

    @property
    def size(self) -> str:
        return f"{self.one.file.size / 1_000_000:.1f} MB" if self.one.file.size >= 100_000 else _small(self.one)

    @property
    def print(self) -> str:
        """The first six characters of its fingerprint, as they are read out."""
        return f"{self.one.file.digest[:4].upper()} {self.one.file.digest[4:6].upper()}"


def _small(one: Any) -> str:
    return f"{max(one.file.size // 1000, 1)} KB"


@dataclass(frozen=True, slots=True)
class Code:
    """The credit code read back in its four parts, and what was found out about it; `fault` is the part to look at."""

    parts: tuple[tuple[str, Any, bool], ...] = ()
    says: Any = ""
    is_right: bool = False


@dataclass(frozen=True, slots=True)
class Sheet:
    """The whole form as it is filled now."""

    parts: list[Part]
    papers: list[Paper]
    left: list[tuple[str, Any]]
    code: Code

    @property
    def all(self) -> int:
        return sum(part.all for part in self.parts)

    @property
    def filled(self) -> int:
        return self.all - sum(part.left for part in self.parts)

    @property
    def current(self) -> Part:
        """The first section with something to fill; the last when nothing is left."""
        return next((part for part in self.parts if part.left), self.parts[-1])


NUMERALS = "一二三四五"


def sheet(row: Application) -> Sheet:
    """The form with everything that is shown of it. Whether one undertakes that it is true is asked on handing in."""
    values, found = values_of(row), papers(row)
    left = tuple(code for code in missing(values, frozenset(found)) if code != "truthful")
    wanted = [slot for slot in SLOTS if slot != "certificate" or values.get("registration", NONE) != NONE]
    parts = [_part(no, section, values, left, len(wanted)) for no, section in zip(NUMERALS, Section, strict=True)]
    papers_of = [Paper(slot, words.LABELS[slot], words.HINTS.get(slot, ""), found.get(slot)) for slot in SLOTS]
    return Sheet(
        parts, papers_of, [(code, words.LABELS[code]) for code in left], code_of(values.get("credit_code", ""))
    )


def _part(no: str, section: Section, values: dict[str, str], left: tuple[str, ...], papers_wanted: int) -> Part:
    lines = [_line(spot, values, left) for spot in SPOTS if spot.section == section and spot.code != "truthful"]
    asked = [line for line in lines if line.is_asked and not line.spot.is_optional]
    if section == Section.PAPERS:
        lacking = len([slot for slot in SLOTS if slot in left])
        return Part(no, section, words.SECTIONS[section], [], papers_wanted, lacking)
    return Part(no, section, words.SECTIONS[section], lines, len(asked), sum(line.is_missing for line in asked))


def code_of(code: str) -> Code:
    """A credit code read back; nothing while it is empty, no parts while it has another length."""
    if not code:
        return Code()
    fault = code_fault(code)
    says = say(fault.code, fault.facts) if fault else words.CODE_RIGHT
    if len(tidied(code)) != LENGTH:
        return Code((), says)
    read = code_parts(code)
    kind = KINDS_OF[read.kind]
    wrong = WRONG_PART.get(fault.code, "authority") if fault else ""
    parts = (
        (read.authority, str(words.CODE_PARTS["authority"]).format(kind=kind), wrong == "authority"),
        (read.area, area_name(read.area) or words.CODE_PARTS["area"], False),
        (read.body, words.CODE_PARTS["body"], wrong == "body"),
        (read.check, words.CODE_PARTS["wrong" if wrong == "check" else "check"], wrong == "check"),
    )
    return Code(parts, says, fault is None)


WRONG_PART = {R.CODE_CHECK: "check", R.CODE_BODY: "body", R.CODE_LETTER: ""}


def _line(spot: Spot, values: dict[str, str], left: tuple[str, ...]) -> Line:
    hint, kind = words.HINTS.get(spot.code, ""), values.get("registration") or NONE
    value, why = values.get(spot.code, ""), wrong(values).get(spot.code)
    fault = say(why, {}) if why else ""
    return Line(spot, words.LABELS[spot.code], hint, value, spot.code in left, kind in spot.kinds, fault)


def shown(row: Application, is_clear: bool, only: tuple[str, ...] = ()) -> list[tuple[Any, str]]:
    """(label, value) of what was filled in; people masked unless they are to be shown."""
    values = values_of(row)
    asked = [spot for spot in SPOTS if spot.code != "truthful" and (not only or spot.code in only)]
    filled = [spot for spot in asked if values.get(spot.code)]
    return [(words.LABELS[spot.code], _told(spot, values[spot.code], is_clear)) for spot in filled]


def masked_values(row: Application) -> dict[str, str]:
    """What was filled in by field code, people masked: all that a program ever gets."""
    values = values_of(row)
    filled = [spot for spot in SPOTS if values.get(spot.code)]
    return {spot.code: mask_of(spot, values[spot.code]) for spot in filled}


def mask_of(spot: Spot, value: str) -> str:
    """A value with people masked, the codes of choices left as they are."""
    return masked(spot, value) if spot.is_personal else value


def _told(spot: Spot, value: str, is_clear: bool) -> str:
    if is_clear and spot.code != "registration":
        return value
    return masked(spot, value)


def masked(spot: Spot, value: str) -> str:
    """The value in words, as far as everybody who may read the application may see it."""
    if spot.code == "registration":
        return str(words.REGISTRATIONS.get(value, value))
    if not spot.is_personal:
        return value
    if spot.code == "founders":
        return "、".join(map(mask_name, same.people(value)))
    return mask_phone(value) if spot.code.endswith("phone") else mask_name(value)
