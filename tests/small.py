"""A small office on the eve of its panel day, made by the apps' own actions in the folder SANSHE_DATA.

`python tests/small.py 4 3` makes four applicants and three members and prints who may come in: {"batch", "people":
{key: session}, "applicants": {name: id}}; with `locked` the lot is drawn too. The clock of the house is the machine's;
what led here lies in 2022.
"""

import datetime
import json
import sys

import django

django.setup()

from django.conf import settings  # noqa: E402 - Django comes first
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY  # noqa: E402
from django.contrib.sessions.backends.db import SessionStore  # noqa: E402
from django.core.management import call_command  # noqa: E402
from django.db import transaction  # noqa: E402

from sanshe.core.accounts import actions as accounts  # noqa: E402
from sanshe.core.accounts import queries  # noqa: E402
from sanshe.core.accounts.middleware import FACTOR  # noqa: E402
from sanshe.core.accounts.story import actor  # noqa: E402
from sanshe.core.kit.access import SYSTEM  # noqa: E402
from sanshe.core.kit.shanghai import at  # noqa: E402
from sanshe.core.parties.actions import open_office, register_organisation  # noqa: E402
from sanshe.core.parties.enums import Side as OfficeSide  # noqa: E402
from sanshe.demo.actions.founding import found  # noqa: E402
from sanshe.incubation.actions.call import batch  # noqa: E402
from sanshe.incubation.actions.panel import panel  # noqa: E402
from sanshe.incubation.enums.panel.panel import RelationDecision, RelationKind, Side  # noqa: E402
from sanshe.incubation.models import Application, Batch, Draw  # noqa: E402
from sanshe.incubation.queries.panel.panel import relations  # noqa: E402
from sanshe.incubation.rules.panel.panel import seal_of_number  # noqa: E402
from sanshe.incubation.story import applications as story  # noqa: E402

SIDES = (Side.BUREAU, Side.CENTRE, Side.SOCIAL_WORK)
NAMES = ("侯建平", "韩文静", "靳海燕", "薛丽君", "温如新", "白志远", "田守义", "康慧敏", "邓立新")
DAY = datetime.date


def make(applicants: int, members: int) -> dict[str, object]:
    """The order is not drawn yet; the second member is recused from the last applicant."""
    with transaction.atomic():
        found()
        new = _called(members)
        story.online(1, applicants, at("2021-12-25 10:00"), datetime.timedelta(hours=1))
        names = story.received_order()[:applicants]
        story.pass_all(names, at("2022-01-05 10:00"))
        people = _seated(new, members, names[-1])
    keys = {one.name: str(one.pk) for one in Application.objects.filter(batch=new)}
    return {"batch": str(new.pk), "people": people, "applicants": keys, "recused_from": names[-1]}


def _called(members: int) -> Batch:
    liang, hao = (actor(key, at("2021-12-20 10:00")) for key in ("liang", "hao"))
    operator = register_organisation(
        name="承办方", registration="registered", credit_code=story.credit_code(1), area_path="140213", by=SYSTEM,
        at=at("2021-12-01 09:00"),
    )  # fmt: skip
    where = {"area_path": "140213", "phone": "0352-0000000", "address": "永泰街", "hours": "工作日"}
    said = {"number_prefix": "创享", "short_prefix": "创", "by": SYSTEM, "at": at("2021-12-20 10:00"), **where}
    open_office(side=OfficeSide.APPROVES, name="区民政局", letters="mz", **said)
    centre = open_office(operator=operator, side=OfficeSide.RUNS, name="创享中心", letters="cx", **said)
    sides = {side: sum(SIDES[i % 3] == side for i in range(members)) for side in SIDES}
    new = batch.plan_batch(
        centre=centre, no=3, name="第三批社会组织孵化", places=2, reserve_places=1, screening_until=DAY(2022, 1, 11),
        panel_on=DAY(2022, 1, 14), signing_from=DAY(2022, 2, 17), signing_to=DAY(2022, 2, 23),
        reserve_until=DAY(2022, 5, 16), capacity={"desks": 30, "sessions": 200, "hours": 800}, panel_sides=sides,
        by=liang, at=at("2021-12-20 10:00"),
    )  # fmt: skip
    dates = {"opens_on": DAY(2021, 12, 25), "closes_on": DAY(2022, 1, 3), "content": {"intro": "招募。"}}
    call = batch.draft_call(batch=new, number="创享公告〔2021〕3 号", **dates, by=liang, at=at("2021-12-23 15:00"))
    batch.approve_call(call=call, by=hao, at=at("2021-12-24 10:00"))
    story.publish(at("2021-12-25 09:00"))
    return new


def _seated(new: Batch, members: int, shut: str) -> dict[str, str]:
    """Members seated and declared; two people of the bureau decided the one relation."""
    when, liang = at("2022-01-12 10:00"), actor("liang", at("2022-01-12 10:00"))
    people = {key: session_of(key) for key in ("liang", "hao", "fan", "du", "kong")}
    for i in range(members):
        user = accounts.create_user(username=f"p{i}", name=NAMES[i], is_staff=True, by=SYSTEM, at=when)
        accounts.appoint(user=user, role="panelist", area_path="140213", by=SYSTEM, at=when)
        said = {"person": user.pk, "name": NAMES[i], "side": SIDES[i % 3], "is_chair": i == 0}
        row = panel.appoint(batch=new, by=liang, at=when, **said)
        last = Application.objects.get(batch=new, name=shut)
        related = {last.pk: (RelationKind.SUPERVISOR, "督导过")} if i == 1 else {}
        panel.declare(panelist=row, related=related, denied={}, by=actor(f"p{i}", when), at=when)
        people[f"p{i}"] = session_of(f"p{i}")
    for relation in relations(new):
        for key in ("fan", "hao"):
            relation.refresh_from_db()
            said = {"decision": RelationDecision.RECUSED, "reason": "督导过"}
            panel.decide_recusal(relation=relation, by=actor(key, when), at=when, **said)
    return people


def draw_and_lock() -> None:
    """The eve's last acts."""
    new, when = story.third(), at("2022-01-13 16:00")
    liang, said = actor("liang", when), {"bureau": 3817, "centre": 2206, "organisations": 5941}
    for side, number in said.items():
        seal = seal_of_number(number=number, nonce=side)
        panel.seal_number(batch=new, side=side, seal=seal, by=liang, at=when)
    panel.open_draw(batch=new, opened={side: (n, side) for side, n in said.items()}, by=liang, at=when)
    panel.lock(batch=new, by=liang, at=when)


def session_of(key: str) -> str:
    """The key of a session in which somebody is signed in with both factors."""
    user = queries.user_by_login(key)
    session = SessionStore()
    backend = settings.AUTHENTICATION_BACKENDS[0]
    session.update(
        {SESSION_KEY: str(user.pk), BACKEND_SESSION_KEY: backend, HASH_SESSION_KEY: user.get_session_auth_hash()}
    )
    session[FACTOR] = True
    session.save()
    return session.session_key


if __name__ == "__main__":
    call_command("migrate", verbosity=0)
    told = make(int(sys.argv[1]), int(sys.argv[2]))
    if sys.argv[3:] == ["locked"]:
        draw_and_lock()
        told["order"] = list(Draw.objects.get(panel__batch=story.third()).order)
    sys.stdout.write(json.dumps(told, ensure_ascii=False) + "\n")
