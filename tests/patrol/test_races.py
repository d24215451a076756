"""Two at once: a round that is being closed takes nothing more."""

import time
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection, connections, transaction

from sanshe.core.kit.access import SYSTEM
from sanshe.core.kit.refused import Refused
from sanshe.core.kit.shanghai import at
from sanshe.patrol import actions
from sanshe.patrol.enums import R
from tests.patrol import world

pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.skipif(connection.vendor != "postgresql", reason="SQLite lets one writer in at a time"),
]
NOW = {"by": SYSTEM, "at": at("2022-02-18 10:00")}


def outcome(work):
    try:
        return work()
    except Refused as refused:
        return refused.code
    finally:
        connections.close_all()


def test_what_is_added_while_a_round_closes_is_refused(client_as):
    yards, row = world.settle(), world.frozen(world.programme())
    new, worker = world.enter(yards[0], "4 单元 302")[0], client_as("community_worker", world.HERE).user.pk
    sent = list(row.stops.values_list("pk", flat=True))
    late = (
        lambda: actions.add_stop(round=row, premises=new, **NOW),
        lambda: actions.assign(round=row, stops=sent, worker=worker, **NOW),
    )
    with ThreadPoolExecutor(2) as pool:
        with transaction.atomic():
            actions.close_round(round=type(row).objects.get(pk=row.pk), **NOW)
            waiting = [pool.submit(outcome, one) for one in late]
            time.sleep(0.5)
        assert [one.result() for one in waiting] == [R.ROUND_OVER, R.ROUND_OVER]
