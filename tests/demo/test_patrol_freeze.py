"""7 February, 8:40: the officer reads forty changes and freezes, the subdistrict sends and adds one, a worker walks."""

import pytest

from sanshe.core.accounts.queries.people import user_by_username
from sanshe.core.areas.models import Compound
from sanshe.core.audit.queries import history
from sanshe.core.kit.shanghai import at
from sanshe.patrol.models import Round
from sanshe.patrol.queries.frame import draft
from sanshe.patrol.queries.stops import walking
from sanshe.patrol.story.register import find_more

UNTIL = "0207p"
WHEN = "2022-02-07 08:40"
PEARL = "140213053006"
DRAFT, SEND = "第 6 轮的底册等您冻结", "第 6 轮还没派的"
pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("told")]


def text(answer):
    return answer.content.decode()


def test_the_frame_is_read_frozen_sent_and_one_is_added(as_person):
    officer, manager, worker = as_person("qin", WHEN), as_person("he", WHEN), as_person("tianx", WHEN)
    row = Round.objects.get(number=6)
    assert DRAFT in text(officer.get("/")) and SEND not in text(manager.get("/"))
    page = text(officer.get(f"/patrol/rounds/{row.pk}/"))
    assert "第 6 轮底册，1,284 户，待冻结" in page and "共 40 处，每处有原因" in page
    officer.post(f"/patrol/rounds/{row.pk}/freeze/", {"digest": draft(row).digest})
    assert "第 6 轮，应查 1,284 户" in text(officer.get(f"/patrol/rounds/{row.pk}/"))
    assert DRAFT not in text(officer.get("/")) and SEND in text(manager.get("/"))
    assert "明珠社区居民委员会，100 户" in text(manager.get("/"))
    path = f"/patrol/rounds/{row.pk}/assign/{PEARL}/"
    for key, names, n in (
        ("tianx", ("迎宾西路 18 号院", "迎宾西路临街"), 54),
        ("wei", ("兴云苑", "明珠花园"), 46),
    ):
        chosen = [str(pk) for pk in Compound.objects.filter(name__in=names).values_list("pk", flat=True)]
        said = {"compound": chosen, "worker": str(user_by_username(key).pk), "digest": walking(row, [PEARL])}
        sent = manager.post(path, said, follow=True)
        assert f"派了 {n} 户" in text(sent)
    assert "34 户" in text(worker.get(f"/patrol/rounds/{row.pk}/route/"))
    new = find_more("兴云苑", PEARL, ["3 号楼 302"], at(WHEN))[0]
    manager.post(f"/patrol/rounds/{row.pk}/add/", {"code": new.code})
    assert row.stops.filter(is_added=True).count() == 1
    assert "应查 386 户" in text(manager.get(f"/patrol/rounds/{row.pk}/"))
    course = [(one.label, one.note) for one in history("patrol.round", row.pk)]
    assert course[:2] == [("派单", "明珠社区居民委员会")] * 2
