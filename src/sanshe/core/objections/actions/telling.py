"""What every act of a case has in common: it is on record, and who must know is told."""

import datetime
from typing import Any

from sanshe.core.audit.actions import record
from sanshe.core.kit.access import Actor
from sanshe.core.notices.actions import send
from sanshe.core.notices.types import Recipient
from sanshe.core.objections.enums import E, Letter
from sanshe.core.objections.models import Objection
from sanshe.core.objections.queries import SUBJECTS
from sanshe.core.objections.types import event


def tell(what: E, row: Objection, by: Actor, at: datetime.datetime, **new: Any) -> None:
    """Put an act on record under the name of its kind."""
    name = event(row.kind, what)
    record(event=name, kind=row.kind, subject=row.pk, by=by, at=at, area_path=row.area_path, new=new)


def write_objector(letter: Letter, row: Objection, by: Actor, at: datetime.datetime, **values: Any) -> None:
    """A message to who raised it, by telephone: they need no account."""
    template, said = f"{row.kind}_{letter}", {"number": row.number, "title": row.title, **values}
    send(template=template, to=Recipient(phone=row.phone), values=said, by=by, at=at, key=f"{letter}-{row.pk}")


def write_concerned(letter: Letter, row: Objection, by: Actor, at: datetime.datetime, **values: Any) -> None:
    """A message to each whom it concerns; it never says who raised it."""
    template, said = f"{row.kind}_{letter}", {"number": row.number, "title": row.title, **values}
    for i, to in enumerate(SUBJECTS[row.kind].concerned(row.subject)):
        send(template=template, to=to, values=said, by=by, at=at, key=f"{letter}-{row.pk}-{i}")
