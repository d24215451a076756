"""What an application itself shows for each condition of the call, before anybody judged it."""

from typing import Any

from sanshe.core.kit import same
from sanshe.core.parties.rules import code_fault
from sanshe.core.privacy.rules import mask_name
from sanshe.core.ui.queries import say
from sanshe.incubation.enums.screening.screening import ConditionKind as K
from sanshe.incubation.models import Application
from sanshe.incubation.phrases.screening import evidence as words
from sanshe.incubation.queries.call.application import values_of
from sanshe.incubation.rules.call.application import FILED, NONE, REGISTERED

Shown = tuple[str, Any]  # what is shown, and where it comes from


def evidence(row: Application, papers: dict[str, Any]) -> dict[str, Shown]:
    """By the kind of the condition; a kind nothing can be said about is left out."""
    values = values_of(row)
    found = {
        K.WHERE: (values.get("where", ""), words.BY_FORM),
        K.STANDING: _standing(values),
        K.PEOPLE: (_people(values), words.BY_FORM),
        K.CLEAN: _past(row),
        K.LAWFUL: (values.get("what", ""), words.BY_FORM),
        K.UNDERTAKING: _undertaking(papers),
    }
    return {kind: shown for kind, shown in found.items() if shown[0]}


def _standing(values: dict[str, str]) -> Shown:
    """Registered with a code that checks, filed with a number, or so many founders."""
    kind = values.get("registration") or NONE
    if kind == REGISTERED:
        fault = code_fault(values.get("credit_code", ""))
        return (say(fault.code, fault.facts) if fault else str(words.CODE_FITS), words.BY_SYSTEM)
    if kind == FILED:
        return (str(words.FILED).format(number=values.get("filing_number", "")), words.BY_FORM)
    founders = same.people(values.get("founders", ""))
    return (str(words.FOUNDERS).format(n=len(founders)), words.BY_SYSTEM)


def _past(row: Application) -> Shown:
    if row.registration == NONE:
        return (str(words.NOT_ASKED), words.BY_CALL)
    return (str(words.TO_LOOK_UP), words.BY_HAND)


def _people(values: dict[str, str]) -> str:
    names = [mask_name(values[code]) for code in ("head_name", "contact_name") if values.get(code)]
    return "，".join(names)


def _undertaking(papers: dict[str, Any]) -> Shown:
    one = papers.get("undertaking")
    return (str(words.UNDERTAKEN).format(name=one.name) if one else str(words.NO_PAPER), words.BY_PAPER)
