"""Examples for the authorisation matrix. Each app adds its own lines here.

ROWS: name of a URL pattern -> `build(area_path) -> kwargs`: makes a row of that area, answers what its address needs.
The matrix asks for it from the own, the parent, a sibling and a child area.
LISTS: path of a page that lists rows of an area -> `build(area_path, text)`: makes a row of that area in which the text
stands where the page shows it. The text must appear for its own area, and never for another.
"""

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any
from uuid import uuid4

from sanshe.core.accounts.actions import appoint, create_user
from sanshe.core.kit.access import SYSTEM
from sanshe.core.ledgers.types import Doc
from sanshe.core.notices.actions import draft
from sanshe.core.notices.types import Contact
from sanshe.core.parties.actions import register_organisation

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


ROWS: dict[str, Callable[[str], dict[str, Any]]] = {
    "notices:one": lambda area: {"notice_id": _notice(area).pk},
    "accounts:person": lambda area: {"user_id": _worker(area).user_id},
    "accounts:sign_out": lambda area: {"user_id": _worker(area).user_id},
    "parties:organisation": lambda area: {"organisation_id": _organisation(area).pk},
    "parties:edit": lambda area: {"organisation_id": _organisation(area).pk},
    "parties:reveal": lambda area: {"organisation_id": _organisation(area).pk},
    "accounts:end": lambda area: {"term_id": _worker(area).pk},
}
LISTS: dict[str, Callable[[str, str], object]] = {
    "/accounts/people/": _worker,
    "/notices/desk/": _notice,
    "/parties/": _organisation,
}
