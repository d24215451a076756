"""The checkers: whatever a file makes a library do ends there, in words; the house goes on. Each limit has its control:
the same look, outside of it, does what it is kept from."""

import os
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from sanshe.core.files.adapters import checker, checkers
from sanshe.core.files.types import Check
from sanshe.core.kit.refused import Refused
from tests.files import looks
from tests.files.looks import Code, Said

LINUX = pytest.mark.skipif(sys.platform != "linux", reason="not every system keeps every limit")


def check_of(look, **more):
    return Check(look, Said, Code, 1 << 20, Code.LARGE, Code.HARD, **more)


def ask(look, data=b"", *facts, **more):
    return checkers.ask(check_of(look, **more), data, *facts)


def code_of(look, data=b"", **more):
    with pytest.raises(Refused) as refusal:
        ask(look, data, **more)
    return refusal.value.code


def unconfined(look, data=b""):
    """The same look in a process without limits."""
    words = f"from tests.files import looks; print(looks.{look.__name__}({data!r}))"
    env = os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)}
    return subprocess.run([sys.executable, "-c", words], env=env, capture_output=True, text=True).stdout


@pytest.fixture(autouse=True)
def own(monkeypatch):
    """Checkers of this test alone."""
    one = checkers.Checkers()
    monkeypatch.setattr(checkers, "_own", one)
    yield one
    one.end()


def test_a_look_is_told_the_bytes_and_the_facts():
    assert ask(looks.size, b"abc", "a", "b") == Said("a b", 3)


def test_a_refusal_comes_back_with_its_code_and_facts():
    with pytest.raises(Refused) as refusal:
        ask(looks.refuse)
    assert (refusal.value.code, refusal.value.facts) == (Code.NO, {"most": 7})


def test_more_than_the_most_is_refused_unseen(own):
    assert ask(looks.size, b"x" * (1 << 20)).number == 1 << 20
    own.end()
    assert code_of(looks.size, b"x" * ((1 << 20) + 1)) == Code.LARGE
    assert own.free == []  # nobody was started for it


@LINUX
def test_time_of_the_processor(own):
    assert code_of(looks.work, b"30", seconds=1) == Code.HARD
    assert ask(looks.work, b"0.1").text == "done"  # the next one is asked as if nothing had been


@LINUX
def test_each_file_has_its_own_time():
    assert [ask(looks.work, b"0.5", seconds=2).text for _ in range(5)] == ["done"] * 5


def test_what_hangs_is_ended(monkeypatch):
    assert ask(looks.sleep, b"0.2").text == "done"
    monkeypatch.setattr(checkers, "PATIENCE", 1)
    assert code_of(looks.sleep, b"3600") == Code.HARD


@LINUX
def test_memory():
    assert code_of(looks.hoard, b"1200") == Code.HARD
    assert ask(looks.hoard, b"200").text == "done"
    assert "done" in unconfined(looks.hoard, b"1200")


@LINUX
def test_open_files():
    assert code_of(looks.open_many, b"100") == Code.HARD
    assert "done" in unconfined(looks.open_many, b"100")


@LINUX
def test_no_file_is_written(tmp_path):
    place = tmp_path / "a"
    assert code_of(looks.write, str(place).encode()) == Code.HARD and not place.stat().st_size
    assert "done" in unconfined(looks.write, str(place).encode()) and place.read_bytes() == b"x"


@LINUX
def test_no_program_is_started():
    """Of the limit only: root, as whom some run the tests, is above it."""
    assert ask(looks.programs).number == 0 and "number=0" not in unconfined(looks.programs)


@pytest.mark.parametrize("look", [looks.crash, looks.leave, looks.fail, looks.dig, looks.lie, looks.talk_too_much])
def test_what_breaks_is_told_in_words_and_the_next_is_looked_at(look):
    assert code_of(look) == Code.HARD
    assert ask(looks.size, b"abc").number == 3


def test_a_checker_uses_no_code_but_those_of_the_check():
    assert code_of(looks.refuse_as_a_stranger) == Code.HARD


def test_what_a_library_prints_is_no_answer():
    assert ask(looks.talk).text == "done"


def test_a_checker_knows_no_secrets(monkeypatch):
    monkeypatch.setenv("SANSHE_SECRET_KEY", "s")
    monkeypatch.setenv("DATABASE_URL", "postgres://u:p@h/d")
    assert "SANSHE" not in ask(looks.look_around).text and "DATABASE" not in ask(looks.look_around).text
    assert "SANSHE_SECRET_KEY" in unconfined(looks.look_around)


def test_one_is_kept_warm_and_replaced_after_so_many_files(monkeypatch):
    monkeypatch.setattr(checkers, "USES", 3)
    found = [ask(looks.process).number for _ in range(7)]
    assert found[0] == found[1] == found[2] != found[3] == found[5] != found[6]


def test_one_that_died_at_rest_is_replaced(own):
    first = ask(looks.process).number
    own.free[0].process.kill()
    own.free[0].process.wait()
    assert ask(looks.process).number != first


def test_one_that_has_rested_for_long_is_not_asked_again(own):
    first = ask(looks.process).number
    own.free[0].rests_since -= checker.IDLE
    assert ask(looks.process).number != first


def test_few_at_a_time_and_the_others_wait(own, tmp_path):
    go, found = tmp_path / "go", []
    threads = [threading.Thread(target=lambda: found.append(ask(looks.wait, str(go).encode()).text)) for _ in range(6)]
    [one.start() for one in threads]
    while own.places._value:  # until all places are taken
        time.sleep(0.01)
    assert own.places.acquire(blocking=False) is False
    go.touch()
    [one.join() for one in threads]
    assert found == ["done"] * 6 and len(own.free) <= checkers.PLACES


def test_what_was_found_before_is_not_looked_for_again(own):
    check = check_of(looks.size)
    known = {checkers.key_of(check, b"abc"): Said("before"), checkers.key_of(check, b"no"): Refused(Code.NO)}
    with checkers.knowing(known):
        assert ask(looks.size, b"abc") == Said("before") and code_of(looks.size, b"no") == Code.NO
        assert own.free == []
        assert ask(looks.size, b"abcd").number == 4  # other bytes
        assert ask(looks.size, b"abc", "fact").number == 3  # asked for something else
    assert ask(looks.size, b"abc").number == 3


AT_REST = """
import os, signal
from tests.files import looks
from tests.files.test_checkers import ask
print(ask(looks.process).number, flush=True)
{end}
"""
AT_WORK = """
import os, signal, threading, time
from sanshe.core.files.adapters import checkers
from tests.files import looks
from tests.files.test_checkers import ask
print(ask(looks.process).number, flush=True)
threading.Thread(target=ask, args=(looks.work, b"1000"), kwargs={{"seconds": 1000}}, daemon=True).start()
while checkers._own.free: time.sleep(0.01)
time.sleep(0.3)
{end}
"""
KILLED = "os.kill(os.getpid(), signal.SIGKILL)"


@pytest.mark.parametrize(("what", "end"), [(AT_REST, ""), (AT_REST, KILLED), (AT_WORK, KILLED)])
@LINUX
def test_no_checker_outlives_its_house(what, end):
    env = os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)}
    words = [sys.executable, "-c", what.format(end=end)]
    told = subprocess.run(words, env=env, capture_output=True, text=True).stdout
    while _is_alive(int(told)):  # it ends by itself, however long that takes on this machine
        time.sleep(0.05)


def _is_alive(pid):
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


@LINUX
def test_a_copied_process_has_checkers_of_its_own(own):
    first = ask(looks.process).number
    reads, writes = os.pipe()
    child = os.fork()
    if not child:
        os.write(writes, str(ask(looks.process).number).encode())
        checkers._own.end()
        os._exit(0)
    os.waitpid(child, 0)
    assert int(os.read(reads, 100)) != first and ask(looks.process).number == first
