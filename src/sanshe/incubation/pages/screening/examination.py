"""One application under screening: conditions, evidence, what was found, and the time that is left."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sanshe.core.calendar.queries import clock
from sanshe.core.calendar.types import Due
from sanshe.incubation.enums.screening.screening import CheckVerdict as V
from sanshe.incubation.models import Application
from sanshe.incubation.pages.call.application_form import shown
from sanshe.incubation.pages.screening.evidence import evidence
from sanshe.incubation.phrases import letters
from sanshe.incubation.phrases.call import application as words
from sanshe.incubation.phrases.screening import screening as texts
from sanshe.incubation.queries.call import batch as batches
from sanshe.incubation.queries.call.application import papers
from sanshe.incubation.queries.screening import screening as queries

BRIEF = ("registration", "credit_code", "filing_number", "founders", "field", "for_whom", "what", "how_known")
MARKS = {V.MET: "ok", V.TO_MEND: "fix", V.NOT_MET: "no"}


@dataclass(frozen=True, slots=True)
class RuleLine:
    """One condition with what is shown for it, what was found and what is sent out."""

    no: int
    text: str
    remedy: str
    evidence: str
    source: Any
    verdict: str
    reason: str


def rule_lines(row: Application, found: dict[str, Any]) -> list[RuleLine]:
    """The conditions of the call in order."""
    checks, seen = queries.checks(row), evidence(row, found)
    return [_line(rule, checks.get(rule.no), seen.get(rule.kind, ("", ""))) for rule in batches.rules_of(row.batch)]


def _line(rule: Any, check: Any, seen: tuple[str, Any]) -> RuleLine:
    said = (check.evidence or seen[0], check.verdict, check.reason) if check else (seen[0], "", "")
    return RuleLine(rule.no, rule.text, rule.remedy, said[0], seen[1], said[1], said[2])


def around_of(row: Application, at: datetime) -> dict[str, Any]:
    """Everything the page of a case shows beside the queue."""
    found, newest, due = papers(row), queries.newest(row), queries.return_due(at)
    call = batches.standing_call(row.batch)
    until = Due(row.batch.screening_until)
    waiting, first = queries.returns(row.batch)
    return {
        "rules": rule_lines(row, found),
        "verdicts": [(code, MARKS[code], label) for code, label in texts.VERDICTS.items()],
        "shown": shown(row, is_clear=False, only=BRIEF),
        "papers": [(words.LABELS[slot], one) for slot, one in found.items()],
        "newest": newest,
        "state": words.STATES[row.state],
        "pill": words.PILLS[row.state],
        "due": due,
        "may_return": due <= row.batch.screening_until,
        "clock": clock("", opens=batches.window(call)[1], due=until, now=at) if call else None,
        "returned": waiting,
        "first_due": first,
        "earlier": queries.earlier(row),
        "letter": letters.LETTERS["incubation.refused"][1],
    }
