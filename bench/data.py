"""A data folder of any size, made by rows in bulk: python -m bench.data FOLDER APPLICATIONS

Three batches: one scored by nine panelists and tabulated (up to 250 applications), one in session, and one with all the
rest. People and organisations are invented. What the scenarios need (addresses, sessions, a token, the number of
queries of each page) is written to bench.json in the folder.
"""

import json
import os
import random
import sys
from collections.abc import Iterator
from dataclasses import asdict, dataclass, field
from datetime import UTC, date, datetime, timedelta
from itertools import islice
from pathlib import Path
from typing import Any

DISTRICT = "140213"
AT = datetime(2022, 1, 14, 1, 0, tzinfo=UTC)
BOARD, SESSION, PANEL, CRITERIA = 250, 40, 9, 5
CHUNK = 2000
TOKEN = "b" * 32  # a browser that was here before has one
KINDS = ("柳岸", "石桥", "晨光", "同心", "青禾", "暖阳", "邻里", "善行")
FIELDS = ("为老服务", "儿童陪伴", "助残", "社区环境", "矛盾调解")


@dataclass
class Made:
    """What stands in the folder: how many rows, where the pages are, who may open them, how many queries each takes."""

    applications: int
    pages: dict[str, str] = field(default_factory=dict)
    headers: dict[str, dict[str, str]] = field(default_factory=dict)
    queries: dict[str, int] = field(default_factory=dict)


def make(folder: Path, applications: int) -> Made:
    """Migrate an empty folder, fill it as it stands after its first night, count the queries of its pages."""
    from sanshe.core.jobs.actions import analyse

    found()
    made = fill(applications)
    analyse()
    count(made)
    (folder / "bench.json").write_text(json.dumps(asdict(made), ensure_ascii=False))
    return made


def found() -> None:
    """The district as `sanshe init` makes it."""
    from django.core.management import call_command

    from sanshe.config.setup import steps
    from sanshe.core.accounts.management import prepare
    from sanshe.core.areas.adapters import DEMO
    from sanshe.core.kit import clock

    call_command("migrate", verbosity=0, interactive=False)
    clock.refresh()
    prepare()
    for step in steps(DEMO):
        step()


def fill(applications: int) -> Made:
    """The rows, and who may read them."""
    from django.db import transaction

    with transaction.atomic():
        board = min(applications - 1, BOARD)  # one at least is on stage
        session = min(applications - board, SESSION)
        scored, live, rest = (_batch(no) for no in (1, 2, 3))
        chair = _person("bench-panelist", "panelist")
        _seats(scored, board, chair), _seats(live, session, chair)
        _keep(_applications(rest, applications - board - session))
        _score(scored)
        row = _call_first(live)
        made = Made(applications)
        made.pages = {
            "frame": "/bench/frame/",
            "list": "/ledgers/incubation.applications/",
            "board": f"/incubation/batches/{scored.pk}/",
            "sheet": f"/incubation/batches/{live.pk}/pad/{row.application_id}/",
            "json": "/api/v1/ledgers/incubation.applications/rows/?size=50",
            "csv": "/ledgers/incubation.applications/export.csv",
        }
        made.headers = _who(chair)
    return made


def _batch(no: int) -> Any:
    """A batch with its rubric, past the session."""
    from sanshe.core.parties.enums import Side
    from sanshe.core.parties.models import Office
    from sanshe.incubation.models import Batch, Criterion

    where = {"area_path": DISTRICT}
    told = {**where, "phone": "0352-0000000", "address": "永泰街 1 号", "hours": "工作日"}
    told |= {"side": Side.RUNS, "number_prefix": "创享", "short_prefix": "创", "letters": "cx"}
    centre, _is_new = Office.objects.get_or_create(name="创享中心", defaults=told)
    days = dict.fromkeys(("screening_until", "panel_on", "signing_from", "signing_to"), date(2022, 1, 14))
    batch = Batch.objects.create(centre=centre, no=no, name=f"第 {no} 批", state="reviewing", **where, **days)
    Criterion.objects.bulk_create(Criterion(batch=batch, no=n, name=f"指标 {n}") for n in range(1, CRITERIA + 1))
    return batch


def _applications(batch: Any, n: int, state: str = "scored") -> Iterator[Any]:
    """Applications as they lie after the screening: with fields, people encrypted, a number."""
    from sanshe.incubation.models import Application
    from sanshe.incubation.rules.call.application import number_of

    pick = random.Random(batch.no)
    for serial in range(1, n + 1):
        name, about = f"{pick.choice(KINDS)}社区互助社 {serial}", pick.choice(FIELDS)
        people = {
            "head_name": "武月英",
            "head_phone": "13900000000",
            "contact_name": "郝建国",
            "contact_phone": "13900000001",
        }
        texts = {"name": name, "registration": "none", "field": about, "what": "每周二下午在社区活动室做一场。" * 8}
        yield Application(
            batch=batch, area_path=DISTRICT, draft_code=f"C-{serial}", serial=serial, state=state, name=name,
            number=number_of(batch.no, serial), registration="none", field=about, fields=texts,
            private=json.dumps(people, ensure_ascii=False), saved_at=AT, submitted_at=AT + timedelta(seconds=serial),
        )  # fmt: skip


def _keep(rows: Iterator[Any]) -> list[Any]:
    """Write rows in pieces; the last piece is answered, so that memory does not grow."""
    last: list[Any] = []
    while piece := list(islice(rows, CHUNK)):
        type(piece[0]).objects.bulk_create(piece)
        last = piece
    return last


def _seats(batch: Any, n: int, chair: Any) -> None:
    """The panel, and a turn for each of n applications."""
    from sanshe.core.kit import ids
    from sanshe.incubation.models import Panel, Panelist, Slot

    panel = Panel.objects.create(batch=batch, area_path=DISTRICT, locked_at=AT, started_at=AT)
    people = [(chair.pk, "白志远"), *((ids.new(), f"评委 {n}") for n in range(2, PANEL + 1))]
    for place, (person, name) in enumerate(people):
        seat = {
            "person": person,
            "name": name,
            "side": "social_work",
            "is_chair": not place,
            "letter": "ABCDEFGHI"[place],
        }
        Panelist.objects.create(panel=panel, declared_at=AT, **seat)
    rows = _keep(_applications(batch, n))
    slots = (Slot(panel=panel, application=a, area_path=DISTRICT, place=a.serial, turn=a.serial) for a in rows)
    Slot.objects.bulk_create(slots)


def _score(batch: Any) -> None:
    """Every sheet sealed, and tabulated by the announced rule."""
    from sanshe.core.kit.access import SYSTEM
    from sanshe.incubation.actions.decision.tabulation import run
    from sanshe.incubation.enums.decision.tabulation import TabulationRule
    from sanshe.incubation.models import Sheet, Slot
    from sanshe.incubation.queries.panel.panel import members
    from sanshe.incubation.queries.panel.score import due

    Slot.objects.filter(panel__batch=batch).update(state="done", done_at=AT)
    pick, same = random.Random(7), {"batch": batch, "area_path": DISTRICT, "state": "sealed"}
    applications = list(batch.applications.values_list("pk", flat=True))
    sheets = []
    for seat in members(batch):
        for application in applications:
            marks = {str(no): pick.randint(8, 20) for no in range(1, CRITERIA + 1)}
            told = {"marks": marks, "total": sum(marks.values()), "seal_hash": "0" * 64}
            sheets.append(Sheet(**same, **told, panelist=seat, application_id=application, saved_at=AT, sealed_at=AT))
    Sheet.objects.bulk_create(sheets, batch_size=CHUNK)
    run(batch=batch, rule=TabulationRule.MEAN, due=due(batch), by=SYSTEM, at=AT)


def _call_first(batch: Any) -> Any:
    """The first of the session is on stage."""
    from sanshe.incubation.models import Slot

    row = Slot.objects.filter(panel__batch=batch).order_by("turn").first()
    row.state, row.called_at = "presenting", AT
    row.save(update_fields=["state", "called_at"])
    return row


def _person(username: str, role: str) -> Any:
    from sanshe.core.accounts.actions import appoint, create_user
    from sanshe.core.kit.access import SYSTEM

    user = create_user(username=username, name="白志远", is_staff=True, by=SYSTEM, at=AT)
    appoint(user=user, role=role, area_path=DISTRICT, starts=date(2020, 1, 1), by=SYSTEM, at=AT)
    return user


def _who(chair: Any) -> dict[str, dict[str, str]]:
    """What each page's reader sends: a session for people, a token for programs."""
    from sanshe.core.accounts.actions import make_token
    from sanshe.core.kit import clock
    from sanshe.core.kit.access import SYSTEM

    officer = _person("bench-officer", "centre_operator")
    said = {"label": "bench", "days": 1, "by": SYSTEM, "at": clock.now(), "real": clock.real()}
    _token, secret = make_token(appointment=officer.appointments.get(), **said)
    staff, panelist = ({"Cookie": f"session={_session(user)}; csrf={TOKEN}"} for user in (officer, chair))
    program = {"Authorization": f"Bearer {secret}"}
    return {"frame": staff, "list": staff, "board": staff, "csv": staff, "sheet": panelist, "json": program}


def _session(user: Any) -> str:
    """A browser's session of somebody whose second factor was asked for."""
    from django.conf import settings
    from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
    from django.contrib.sessions.backends.db import SessionStore

    store = SessionStore()
    store.update(
        {
            SESSION_KEY: str(user.pk),
            BACKEND_SESSION_KEY: settings.AUTHENTICATION_BACKENDS[0],
            HASH_SESSION_KEY: user.get_session_auth_hash(),
        }
    )
    store["accounts.second_factor"] = True
    store.save()
    return store.session_key


def count(made: Made) -> None:
    """How many queries each page takes once it is warm."""
    from django.test.utils import override_settings

    with override_settings(ROOT_URLCONF="bench.framed"):  # the product with the page of the frame
        for name in made.pages:
            made.queries[name] = _queries(made, name)


def _queries(made: Made, name: str) -> int:
    from django.db import connection
    from django.test import Client
    from django.test.utils import CaptureQueriesContext

    for _warm in range(2):
        with CaptureQueriesContext(connection) as seen:
            answer = Client(headers=made.headers[name]).get(made.pages[name])
            b"".join(answer) if answer.streaming else answer.content
    assert answer.status_code == 200, (name, answer.status_code, answer.get("Location"))
    return len(seen)


if __name__ == "__main__":
    folder = Path(sys.argv[1]).resolve()
    folder.mkdir(parents=True, exist_ok=True)
    os.environ |= {"SANSHE_DATA": str(folder), "DJANGO_SETTINGS_MODULE": "sanshe.config.settings"}
    import django

    django.setup()
    make(folder, int(sys.argv[2]))
