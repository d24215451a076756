"""Duties of nobody's app for the desk."""

import pytest

from sanshe.core.accounts.enums import P
from sanshe.core.calendar.enums import DayKind
from sanshe.core.calendar.types import Due
from sanshe.core.duties.enums import Owner
from sanshe.core.duties.queries import SOURCES
from sanshe.core.duties.types import Said, Source
from sanshe.core.kit import shanghai
from sanshe.core.serials.models import Serial


@pytest.fixture
def duties(db, monkeypatch):
    """Let exactly these wait for everybody who reads people: duties(("甲", due or None), …, seal="账")."""

    def put(*told, seal="账"):
        Serial.objects.filter(series__startswith="duty-").delete()
        Serial.objects.bulk_create(Serial(series=f"duty-{i}") for i in range(len(told)))

        def say(line, at):
            title, when = told[int(line.facts[0].removeprefix("duty-"))]
            local = when and shanghai.local(when)
            return Said("/ledgers/", due=when and Due(local.date(), local.hour, DayKind.DAY), blanks=title)

        def rows(actor, at):
            return Serial.objects.filter(series__startswith="duty-")

        where = {"scope": "", "place": "", "key": "series", "facts": ("series",)}
        one = Source("t", seal, "{n}", "办", Owner.HOLDER, P.READ, rows, say, **where)
        monkeypatch.setattr(SOURCES, "_items", {"t": one})

    return put
