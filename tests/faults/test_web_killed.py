"""`kill -9` of the web under acknowledged writes: none lost, none doubled."""

import random
import shutil
import sys
import time

import pytest

from tests.faults.writers import Counter, House, Registrar, Typist, compared, play, settings, settled, written
from tests.prove import sized

pytestmark = [pytest.mark.fault, pytest.mark.skipif(sys.platform != "linux", reason="only on Linux")]
WRITES, KILLS, DYING = sized((10_000, 22, 40), (600, 2, 12))


def at(folder):
    return settings(folder, DATABASE_URL=f"sqlite:///{folder}/db.sqlite3")


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    """A small district on a file: its folder, and who is there."""
    folder = tmp_path_factory.mktemp("district")
    return folder, play(4, 2, env=at(folder))


@pytest.fixture
def told(made, tmp_path):
    """(environment, who is there) of a copy of it."""
    shutil.copytree(made[0], tmp_path / "data")
    return at(tmp_path / "data"), made[1]


def test_writes_outlive_kills(told):
    """Drafts that save themselves, organisations entered, and many light writes; one of two processes dies, or all."""
    env, who = told
    house, chance, killed = House(env, "tests.faults.counted:stage"), random.Random(7), 0
    typists = [Typist(house, one, WRITES // 100) for one in who["drafts"]]
    named = [Registrar(house, one, WRITES // 100, f"甲{n}") for n, one in enumerate(who["officers"])]
    named += [Counter(house, (WRITES - 6 * (WRITES // 100)) // 4, f"轻{n}") for n in range(4)]
    crew = [*typists, *named]
    [one.start() for one in crew]
    while any(one.is_alive() for one in crew):
        if written(crew) >= WRITES / (KILLS + 1) * (killed + 1) and killed < KILLS:
            killed += house.kill_one(chance) if killed % 11 else house.kill_all()
        house.stand_up()
        time.sleep(0.02)
    house.stop()
    settled(crew, 1)
    kept = play("count", env=env)
    assert (written(crew), killed) == (WRITES, KILLS) and sum(one.broken for one in crew) >= KILLS
    assert compared(kept, typists, named) == (0, 0)
    assert kept["receipts"] - who["receipts"] == WRITES


def test_the_control_that_takes_sent_for_kept_loses(told):
    """A client that does not repeat must lose something, or the kills killed nothing."""
    env, who = told
    house = House(env)
    crew = [Registrar(house, one, 60, f"乙{n}", repeats=False) for n, one in enumerate(who["officers"])]
    house.up()
    [one.start() for one in crew]
    while written(crew) < 20:
        time.sleep(0.005)
    house.stop()
    settled(crew, 60)
    assert compared(play("count", env=env), [], crew)[0] > 0


@pytest.mark.parametrize(("without", "is_doubled"), [("", False), ("1", True)])
def test_dying_between_the_commit_and_the_answer(told, without, is_doubled):
    """With receipts the repetition gets the first answer; without them (the control) it is written twice."""
    env, who = told
    house = House({**env, "PLAY_WITHOUT_RECEIPTS": without}, "tests.faults.dying:stage")
    crew = [Registrar(house, one, DYING, f"丙{n}") for n, one in enumerate(who["officers"])]
    [one.start() for one in crew]
    settled(crew, 240)
    house.stop()
    lost, doubled = compared(play("count", env=env), [], crew)
    assert lost == 0 and (doubled > 0) is is_doubled
    assert sum(one.broken for one in crew) >= DYING // 10
