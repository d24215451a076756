"""Values of 入驻申请表, 资格审查表 and the letters of the screening. People are masked."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from sanshe.core.files.models import Attachment
from sanshe.core.kit import shanghai
from sanshe.core.kit.access import Actor
from sanshe.core.papers.types import Item
from sanshe.incubation.enums.call.application import ApplicationState as S
from sanshe.incubation.enums.screening.screening import CheckVerdict as V
from sanshe.incubation.enums.screening.screening import ScreeningOutcome as O
from sanshe.incubation.models import Application, Batch, Screening
from sanshe.incubation.pages.call.application_form import masked
from sanshe.incubation.papers.words import NOTHING, Values, about, day, minute
from sanshe.incubation.queries.call.application import KIND, values_of
from sanshe.incubation.queries.call.batch import newest_call
from sanshe.incubation.queries.panel.panel import shut_to
from sanshe.incubation.queries.screening.screening import review_due
from sanshe.incubation.rules.call.application import NONE, SLOTS, SPOTS

REGISTRATIONS = {"registered": "已登记", "filed": "已备案", "none": "正在筹办"}
PAPERS = {"certificate": "登记证书或备案证", "records": "近一年服务记录", "undertaking": "负责人签名的承诺页"}
VERDICTS = {V.MET: "符合", V.TO_MEND: "需补正", V.NOT_MET: "不符合"}
OUTCOMES = {O.PASSED: "初审通过", O.RETURNED: "退回补正", O.REFUSED: "初审未通过", O.OVERDUE: "补正逾期，初审未通过"}
OVERDUE = "补正期满没有交回。"


def _received(batch: Batch, **which: Any) -> list[Application]:
    found = Application.objects.filter(batch=batch, serial__isnull=False, **which).exclude(state=S.DRAFT)
    return list(found.order_by("serial"))


def _item(one: Application, row: tuple[Application, Screening] | None = None) -> Item:
    return Item(one.pk, one.name, one.number, row or one)


def registered(batch: Batch, at: datetime) -> Sequence[Item]:
    """Received applications of those registered or filed."""
    return [_item(one) for one in _received(batch, registration__in=["registered", "filed"])]


def forming(batch: Batch, at: datetime) -> Sequence[Item]:
    return [_item(one) for one in _received(batch, registration=NONE)]


def shut_applications(actor: Actor, batch: Batch) -> set[UUID]:
    """What this person is recused from, or may yet be."""
    return set(shut_to(actor))


def form_values(item: Item, at: datetime) -> Values:
    one: Application = item.row
    given = set(Attachment.objects.filter(kind=KIND, subject=one.pk, detached_at=None).values_list("slot", flat=True))
    filled = values_of(one)
    said = {spot.code: masked(spot, filled[spot.code]) if filled.get(spot.code) else NOTHING for spot in SPOTS}
    papers = [{"name": PAPERS[slot], "given": "有" if slot in given else "没有"} for slot in SLOTS]
    return {**about(one.batch), **said, **_head(one), "papers": papers}


def _head(one: Application) -> Values:
    kind = REGISTRATIONS.get(one.registration, NOTHING)
    return {"number": one.number, "name": one.name, "registration": kind, "received": day(one.submitted_at)}


def judged(batch: Batch, at: datetime) -> Sequence[Item]:
    """Applications about which the screening has decided."""
    newest = _newest(batch)
    return [_item(one, (one, newest[one.pk])) for one in _received(batch) if one.pk in newest]


def _newest(batch: Batch, *outcomes: O) -> dict[UUID, Screening]:
    rows = Screening.objects.filter(application__batch=batch).order_by("no")
    found = {one.application_id: one for one in rows}
    return {key: one for key, one in found.items() if not outcomes or one.outcome in outcomes}


def judged_values(item: Item, at: datetime) -> Values:
    one, screening = item.row
    found = {check.rule_id: check for check in one.checks.all()}
    checks = [_check(rule, found.get(rule.pk)) for rule in one.batch.rules.all()]
    visits = [
        {"day": day(v.visited_on), "who": "、".join(map(str, v.visitors)), "found": v.found}
        for v in one.visits.order_by("visited_on")
    ] or [dict.fromkeys(("day", "who", "found"), NOTHING)]
    told = {"outcome": OUTCOMES[screening.outcome], "reason": screening.reason or NOTHING}
    return {
        **about(one.batch), **_head(one), **told,
        "checks": checks, "visits": visits, "decided": day(screening.decided_at),
    }  # fmt: skip


def _check(rule: Any, check: Any) -> Values:
    why = (check.reason or check.evidence) if check else ""
    verdict = VERDICTS[check.verdict] if check else NOTHING
    return {"no": rule.no, "text": rule.text, "verdict": verdict, "why": why or NOTHING}


def refused(batch: Batch, at: datetime) -> Sequence[Item]:
    """初审未通过: refused, or returned and not mended in time."""
    newest = _newest(batch, O.REFUSED, O.OVERDUE)
    found = _received(batch, state__in=[S.INELIGIBLE, S.OVERDUE])
    return [_item(one, (one, newest[one.pk])) for one in found if one.pk in newest]


def refused_values(item: Item, at: datetime) -> Values:
    one, screening = item.row
    overdue = screening.outcome == O.OVERDUE
    grounds = [{"no": rule.no, "text": rule.text} for rule in one.batch.rules.all() if rule.no in screening.grounds]
    told = {"reason": OVERDUE if overdue else screening.reason, "outcome": OUTCOMES[screening.outcome]}
    return {
        **about(one.batch), **_head(one), **told,
        "grounds": [] if overdue else grounds,
        "review_until": day(review_due(screening)),
        "number_line": _line(one.batch, "初", screening.decided_at, one.serial),
        "date": day(screening.decided_at),
    }  # fmt: skip


def _line(batch: Batch, kind: str, when: datetime, number: Any) -> str:
    return f"{batch.centre.number_prefix}{kind}〔{shanghai.day(when).year}〕{number} 号"


def returned(batch: Batch, at: datetime) -> Sequence[Item]:
    """Every return for correction, whatever became of it."""
    rows = Screening.objects.filter(application__batch=batch, outcome=O.RETURNED)
    found = rows.select_related("application", "application__batch__centre").order_by("application__serial", "no")
    return [Item(row.pk, row.application.name, row.application.number, row) for row in found]


def shut_returns(actor: Actor, batch: Batch) -> set[UUID]:
    rows = Screening.objects.filter(application__batch=batch, application__in=shut_to(actor))
    return set(rows.values_list("pk", flat=True))


def returned_values(item: Item, at: datetime) -> Values:
    row: Screening = item.row
    one = row.application
    checks = one.checks.filter(verdict__in=[V.TO_MEND, V.NOT_MET]).select_related("rule").order_by("rule__no")
    points = [{"no": check.rule.no, "text": check.reason or check.rule.text} for check in checks]
    if not points:  # mended and judged again since: what was written then stands
        points = [{"no": 1, "text": row.reason or NOTHING}]
    return {
        **about(one.batch), **_head(one),
        "points": points, "reason": row.reason or NOTHING, "due": day(row.due_on),
        "number_line": _line(one.batch, "补", row.decided_at, one.serial), "date": day(row.decided_at),
    }  # fmt: skip


def late(batch: Batch, at: datetime) -> Sequence[Item]:
    """What came after the call had closed: kept as a draft, never numbered."""
    found = Application.objects.filter(batch=batch, state=S.DRAFT, late_at__isnull=False).order_by("draft_code")
    return [
        Item(one.pk, one.name or one.draft_code, one.draft_code, one) for one in found.select_related("batch__centre")
    ]


def late_values(item: Item, at: datetime) -> Values:
    one: Application = item.row
    call = newest_call(one.batch)
    digits = "".join(c for c in one.draft_code if c.isdecimal()).lstrip("0") or one.draft_code
    told = {"draft_code": one.draft_code, "late": minute(one.late_at), "closes": day(call.closes_on if call else None)}
    line = _line(one.batch, "收", one.late_at or at, digits)
    return {**about(one.batch), **_head(one), **told, "name": item.name, "number_line": line, "date": day(one.late_at)}


def own_application(actor: Actor, subject: UUID) -> bool:
    """Whether this person wrote the application."""
    return actor.id is not None and Application.objects.filter(pk=subject, owner=actor.id).exists()


def own_return(actor: Actor, subject: UUID) -> bool:
    return actor.id is not None and Screening.objects.filter(pk=subject, application__owner=actor.id).exists()
