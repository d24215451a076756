"""Many browsers at once on the days that count. Every answer is one of the sentences, and what counts happens once."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from uuid import uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection, connections

from sanshe.core.audit.models import AuditEvent
from sanshe.core.imports.models import ImportRun
from sanshe.core.objections.models import Objection
from sanshe.incubation.models import Application, Batch, Place, Sheet, Slot

pytestmark = [pytest.mark.django_db(transaction=True)]
N = 6
FINE = {200, 302, 404, 409, 422}


@pytest.fixture
def until(transactional_db, district):
    """The story up to a moment, for good: other threads see it."""
    if connection.vendor == "sqlite" and "mode=memory" in str(connection.settings_dict["NAME"]):
        pytest.skip("threads share one connection in memory: run with SANSHE_TEST_FILE")
    return district.load


@pytest.fixture
def signed_in(client_of, it_is):
    """Browsers of people by login, or of the owner of an application."""
    from sanshe.core.accounts.queries import user, user_by_login

    def make(*keys, when):
        it_is(when)
        return [client_of(user(key) if not isinstance(key, str) else user_by_login(key)) for key in keys]

    return make


def at_once(*works):
    """The status of each answer, all asked for at the same time; a 503 is asked again as its page does."""
    gate = Barrier(len(works))

    def one(work):
        try:
            gate.wait()
            for _ in range(20):
                answer = work()
                if answer.status_code != 503:
                    return answer.status_code
            return 503
        finally:
            connections.close_all()

    with ThreadPoolExecutor(len(works)) as pool:
        return list(pool.map(one, works))


def events(event):
    return AuditEvent.objects.filter(event=event).count()


def test_the_last_evening(until, signed_in):
    """One application handed in from several devices at once, and one id sent by two people."""
    until("0103b")
    row = Application.objects.get(name="石榴籽社区小组")
    other = Application.objects.get(name="风信子手工社")
    url = f"/incubation/applications/{row.pk}/submit/"
    mine = signed_in(*[row.owner] * N, when="2022-01-03 23:59:50")
    (theirs,) = signed_in(other.owner, when="2022-01-03 23:59:50")
    same, before = {"X-Request-Id": str(uuid4())}, events("incubation.application.submitted")
    asked = [lambda c=c: c.post(url, {"truthful": "yes"}) for c in mine[:3]]
    asked += [lambda c=c: c.post(url, {"truthful": "yes"}, headers=same) for c in mine[3:]]
    there = f"/incubation/applications/{other.pk}/submit/"
    asked.append(lambda: theirs.post(there, {"truthful": "yes"}, headers=same))
    outcomes = at_once(*asked)
    assert set(outcomes) <= FINE, outcomes
    assert Application.objects.filter(pk=row.pk, state="submitted", number__in=("03-029", "03-030")).count() == 1
    taken = Application.objects.filter(serial__gt=28).count()
    assert events("incubation.application.submitted") - before == taken <= 2
    assert sorted(Application.objects.filter(serial__gt=28).values_list("serial", flat=True)) == [
        *range(29, 29 + taken)
    ]


def test_one_sheet_imported_at_once(until, signed_in):
    until("0104c")
    from tests.demo.test_import import line, sheet

    operators = signed_in(*["liang"] * 4, when="2022-01-04 08:51")
    data = sheet([line(no) for no in range(29, 41)]).read()
    pk, before = Batch.objects.get(no=3).pk, Application.objects.filter(serial__isnull=False).count()
    url = f"/ledgers/import/incubation.applications/?batch={pk}"
    read = at_once(*(lambda c=c: c.post(url, {"file": SimpleUploadedFile("a.csv", data)}) for c in operators))
    assert set(read) == {302} and ImportRun.objects.count() == 1
    run = ImportRun.objects.get()
    done = at_once(*(lambda c=c: c.post(f"/ledgers/import/run/{run.pk}/apply/") for c in operators))
    assert set(done) <= FINE and ImportRun.objects.get().state == "applied"
    assert Application.objects.filter(serial__isnull=False).count() == before + 12


def test_the_panels_day(until, signed_in):
    """One sheet sealed from several devices; the turn ended and the next called by two at once."""
    until("0114b")
    b, slot = Batch.objects.get(no=3).pk, Slot.objects.select_related("application").get(place=17)
    url = f"/incubation/batches/{b}/pad/{slot.application_id}/device/"
    devices = signed_in(*["jin"] * N, when="2022-01-14 12:02")
    mine = Sheet.objects.filter(application=slot.application, panelist__name__startswith="靳").first()
    said = {f"mark-{no}": "15" for no in range(1, 6)} | {"act": "seal", "comment": "好", "version": 0}

    def seal(client, i):
        sent = {
            **said,
            "sheet": str(mine.pk if mine else uuid4()),
            "mark-1": str(10 + i % 2),
            "version": mine.version if mine else 0,
        }
        return client.post(url, sent, content_type="application/json")

    outcomes = at_once(*(lambda c=c, i=i: seal(c, i) for i, c in enumerate(devices)))
    sheets = Sheet.objects.filter(application=slot.application, panelist__name__startswith="靳")
    assert set(outcomes) <= FINE and sheets.count() == 1, outcomes
    assert sheets.filter(state="sealed").count() == 1, outcomes
    act = f"/incubation/batches/{b}/session/act/"
    leaders = signed_in("liang", "liang", "liang", "liang", when="2022-01-14 12:10")
    ended = at_once(*(lambda c=c: c.post(act, {"act": "finish_call"}) for c in leaders))
    states = dict(Slot.objects.values_list("place", "state"))
    assert set(ended) <= FINE
    assert (states[17], states[18], states[19]) == ("done", "called", "waiting"), (ended, states)


def test_an_objection_withdrawn_while_it_is_taken_up(until, signed_in, visitor):
    until("0120a")
    one = Objection.objects.get()
    url, mine = f"/objections/{one.pk}/accept/", f"/objections/own/{one.pk}/withdraw/"
    officers = signed_in("du", "du", when="2022-01-20 09:12")
    visitor.post("/track/", {"number": one.number, "digits": one.phone[-4:]})
    taken = [lambda c=c: c.post(url, {"points": "第一点"}) for c in officers]
    outcomes = at_once(*taken, lambda: visitor.post(mine), lambda: visitor.post(mine))
    one.refresh_from_db()
    assert set(outcomes) <= FINE, outcomes
    assert one.state in ("accepted", "withdrawn")
    told = events("incubation.objection.withdrawn"), events("incubation.objection.accepted")
    assert told in ((1, 0), (0, 1)), (told, outcomes, one.state)
    assert one.points.count() == told[1]


def test_one_of_the_reserve_moves_up_for_one_place(until, signed_in):
    from sanshe.core.kit.access import SYSTEM
    from sanshe.core.kit.refused import Refused
    from sanshe.core.kit.shanghai import at
    from sanshe.incubation.actions.notice import publication

    until("0126b")
    batch = Batch.objects.get(no=3)
    Place.objects.filter(pk=Place.objects.filter(state="confirmed")[0].pk).update(state="lapsed")
    asked, outcomes = at("2022-02-28 09:00"), []

    class Answer:
        status_code = 200

    def promote():
        try:
            publication.promote(batch=Batch.objects.get(pk=batch.pk), by=SYSTEM, at=asked)
            outcomes.append("promoted")
        except Refused as refused:
            outcomes.append(str(refused.code))
        return Answer

    at_once(*[promote] * 4)
    assert outcomes.count("promoted") == 1, outcomes
    assert Place.objects.filter(batch=batch, kind="reserve").count() == 3
