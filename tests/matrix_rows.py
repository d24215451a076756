"""Examples for the authorisation matrix. Each app adds its own lines here.

ROWS: name of a URL pattern -> `build(area_path) -> kwargs`: makes a row of that area, answers what its address needs.
The matrix asks for it from the own, the parent, a sibling and a child area.
LISTS: path of a page that lists rows of an area -> `build(area_path, text)`: makes a row of that area in which the text
stands where the page shows it. The text must appear for its own area, and never for another.
BODIES: name of an API path -> what its writes are sent.
"""

from collections.abc import Callable
from datetime import UTC, date, datetime
from typing import Any
from uuid import uuid4

from sanshe.core.accounts.actions import appoint, create_user
from sanshe.core.kit.access import SYSTEM
from sanshe.core.ledgers.types import Doc
from sanshe.core.notices.actions import draft
from sanshe.core.notices.types import Contact
from sanshe.core.parties.actions import register_organisation
from sanshe.incubation.actions.assessment import announce
from sanshe.incubation.actions.batch import plan_batch
from sanshe.incubation.enums.assessment import Kind
from sanshe.incubation.models import Application, Centre, Entry

EARLY = {"by": SYSTEM, "at": datetime(2020, 1, 1, tzinfo=UTC)}


def _worker(area: str, name: str = "田晓红") -> Any:
    user = create_user(username=f"w{uuid4().hex[:12]}", name=name, is_staff=True, **EARLY)
    return appoint(user=user, role="community_worker", area_path=area, **EARLY)


def _notice(area: str, title: str = "公示") -> Any:
    contact = Contact("区民政局", "0352-0000000", "永泰街 1 号", "工作日")
    fields = {"kind": "test", "series": "gs", "office": "公示", "title": title, "contact": contact, "names": ["甲社"]}
    return draft(doc=Doc(title), area_path=area, **fields, **EARLY)


def _organisation(area: str, name: str = "柳岸互助社") -> Any:
    fields = {"name": name, "kind": "forming", "registration": "none", "area_path": area}
    return register_organisation(**fields, **EARLY)


def _batch(area: str, name: str = "第一批") -> Any:
    days = {"screening_until": date(2022, 1, 11), "panel_on": date(2022, 1, 14)}
    days |= {"signing_from": date(2022, 2, 17), "signing_to": date(2022, 2, 23)}
    centre = Centre.objects.create(name=f"中心 {uuid4().hex[:8]}", area_path=area)
    return plan_batch(centre=centre, no=1, name=name, **days, **EARLY)


def _entry(area: str) -> Any:
    term = {"entered_on": date(2019, 7, 1), "term_to": date(2020, 6, 30), "area_path": area}
    return Entry.objects.create(organisation=_organisation(area), batch=_batch(area), **term)


def _assessment(area: str) -> dict[str, Any]:
    entry = _entry(area)
    row = announce(entry=entry, kind=Kind.MIDTERM, report_by=date(2020, 1, 15), **EARLY)
    return {"e": entry.pk, "pk": row.pk}


BATCH_PAGES = (
    "batch", "call_edit", "replan", "wording", "screening", "panel", "members", "tabulation", "decision", "objections",
    "publication", "agreements", "receipts", "assessments",
)  # fmt: skip


def _application(area: str, name: str = "柳岸互助社") -> Any:
    """Received, in a batch of this area."""
    batch = _batch(area)
    told = {"serial": 1, "number": "01-001", "draft_code": "C-1", "state": "submitted"}
    moment = {"saved_at": EARLY["at"], "submitted_at": EARLY["at"]}
    return Application.objects.create(batch=batch, area_path=area, name=name, **told, **moment)


ROWS: dict[str, Callable[[str], dict[str, Any]]] = {
    "notices:one": lambda area: {"notice_id": _notice(area).pk},
    "accounts:person": lambda area: {"user_id": _worker(area).user_id},
    "accounts:sign_out": lambda area: {"user_id": _worker(area).user_id},
    "parties:organisation": lambda area: {"organisation_id": _organisation(area).pk},
    "parties:edit": lambda area: {"organisation_id": _organisation(area).pk},
    "parties:reveal": lambda area: {"organisation_id": _organisation(area).pk},
    "accounts:end": lambda area: {"term_id": _worker(area).pk},
    "api:application": lambda area: {"pk": _application(area).pk},
}
ROWS |= {f"incubation:{name}": lambda area: {"e": _entry(area).pk} for name in ("graduation", "exit")}
ROWS |= {"incubation:assessment": _assessment}
ROWS |= {f"incubation:{name}": lambda area: {"b": _batch(area).pk} for name in BATCH_PAGES}
LISTS: dict[str, Callable[[str, str], object]] = {
    "/accounts/people/": _worker,
    "/notices/desk/": _notice,
    "/parties/": _organisation,
    "/incubation/": _batch,
    "/api/v1/ledgers/incubation.applications/rows/": _application,
    "/api/v1/ledgers/notices.notices/rows/": _notice,
}
BODIES: dict[str, dict[str, Any]] = {
    "api:field": {"value": "x", "version": 1},
    "api:sheet": {"sheet": str(uuid4()), "marks": {}},
    "api:seal": {"sheet": str(uuid4()), "marks": {}},
}
