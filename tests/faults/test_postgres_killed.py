"""PostgreSQL killed while clients write: each is told to come again, does so with the same id, and nothing is lost."""

import time

import pytest

from tests import server
from tests.faults.cluster import Cluster
from tests.faults.writers import House, Registrar, Typist, compared, play, settings, settled, written
from tests.prove import sized

pytestmark = [pytest.mark.fault, pytest.mark.skipif(not server.CLUSTERS, reason="only on Linux, with its PostgreSQL")]
KILLS = sized(6, 1)


@pytest.fixture(scope="module")
def cluster():
    one = Cluster()
    yield one
    one.away()


@pytest.fixture(scope="module")
def told(cluster, tmp_path_factory):
    """(environment, who is there) of a small district on this PostgreSQL."""
    env = settings(tmp_path_factory.mktemp("data"), DATABASE_URL=cluster.address)
    return env, play(3, 4, env=env)


def test_kills_lose_and_double_nothing(cluster, told):
    env, who = told
    house = House(env)
    registrars = [Registrar(house, one, 10 * KILLS, f"甲{n}") for n, one in enumerate(who["officers"][:2])]
    typists = [Typist(house, one, 27 * KILLS) for one in who["drafts"]]
    crew = [*registrars, *typists]
    [one.start() for one in crew]
    for kill in range(1, KILLS + 1):
        while written(crew) < 80 * kill and any(one.is_alive() for one in crew):
            time.sleep(0.01)
        assert any(one.is_alive() for one in crew), "all was written before the last kill"
        cluster.kill()
        time.sleep(0.3)
        cluster.start()
    settled(crew, 240)
    house.stop()
    kept = play("count", env=env)
    assert written(crew) == 101 * KILLS and compared(kept, typists, registrars) == (0, 0)
    assert kept["receipts"] - who["receipts"] == 101 * KILLS
    assert sum(one.not_now for one in crew) >= KILLS


def test_the_control_that_takes_a_503_for_kept_loses(cluster, told):
    env, who = told
    house = House(env)
    crew = [Registrar(house, one, 24, f"乙{n}", repeats=False) for n, one in enumerate(who["officers"][2:])]
    house.up()
    [one.start() for one in crew]
    while written(crew) < 20:
        time.sleep(0.005)
    cluster.kill()
    settled(crew, 240)
    cluster.start()
    house.stop()
    assert compared(play("count", env=env), [], crew)[0] > 0
