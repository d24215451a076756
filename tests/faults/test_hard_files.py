"""Files made to take as long as they may: others are answered and write all the while, and no process is left over."""

import os
import signal
import time
from contextlib import suppress
from threading import Thread
from urllib.request import Request, urlopen
from uuid import uuid4

import pytest

from tests.faults.test_slow_clients import WithoutStage, answered, up
from tests.faults.writers import CSRF, House, Typist, _words, born_of, play, settings, settled
from tests.files import corpus, pdfs

pytestmark = [pytest.mark.fault, pytest.mark.skipif("sys.platform != 'linux'", reason="only on Linux")]


@pytest.fixture(scope="module")
def env(tmp_path_factory):
    folder = tmp_path_factory.mktemp("district")
    env = settings(folder, DATABASE_URL=f"sqlite:///{folder}/db.sqlite3")
    env["told"] = play(8, 0, env=env)
    return env


def house_of(kind, env):
    return up(kind({key: value for key, value in env.items() if key != "told"}))


@pytest.fixture(scope="module")
def hard():
    """A document of a megabyte in which a reader sees twenty-four million tags."""
    return corpus.office(
        **{"word/a.xml": "<a>" + "<b/>" * 24_000_000 + "</a>", "word/media/a.emf": os.urandom(1 << 20)}
    )


def send(house, draft, data):
    """Hand in a paper; the status and where it leads."""
    field = '--edge\r\nContent-Disposition: form-data; name="{}"{}\r\n\r\n'
    body = (field.format("drawn", "") + draft["drawn"] + "\r\n" + field.format("file", '; filename="a"')).encode()
    said = {"Cookie": draft["cookie"], "X-CSRFToken": CSRF, "X-Request-Id": str(uuid4())}
    said |= {"Content-Type": "multipart/form-data; boundary=edge"}
    where = f"{house.place}/incubation/applications/{draft['application']}/papers/certificate/"
    with urlopen(Request(where, body + data + b"\r\n--edge--\r\n", said), timeout=600) as answer:
        return answer.status, answer.url


def send_aside(house, drafts, data):
    def work(draft):
        with suppress(OSError):  # nobody waits for the answer
            send(house, draft, data)

    for draft in drafts:
        Thread(target=work, args=(draft,), daemon=True).start()


def checkers(house):
    """The processes that look at files for this house."""
    return [
        one for pid in born_of(house.process.pid) for one in born_of(pid) if b"files.adapters.checker" in _words(one)
    ]


def both_are_at_work(house):
    """One process of the house reads many requests, so each of the two has got one after a while."""
    while len(found := checkers(house)) < 2:
        assert house.process.poll() is None
        time.sleep(0.05)
    return found


def is_over(pids):
    """They end by themselves, however long that takes on this machine."""
    while any(_words(pid) for pid in pids):
        time.sleep(0.1)
    return True


def test_others_write_while_files_are_looked_at(env, hard):
    house, drafts = house_of(House, env), env["told"]["drafts"]
    status, where = send(house, drafts[0], pdfs.pdf())
    assert status == 200 and "/form/" in where  # an honest one is taken
    send_aside(house, drafts[1:], hard)
    found = both_are_at_work(house)
    writer = Typist(house, drafts[0], 10)
    writer.start()
    settled([writer], 600)
    assert len(writer.acknowledged) == 10 and answered(house, 60) == 200
    assert set(found) == set(checkers(house)), "the writes were over before the files were"
    killed = house.workers()[0]
    its = list(born_of(killed))
    os.kill(killed, signal.SIGKILL)
    assert is_over(its) and answered(house, 60) == 200  # it ends with the process it worked for
    house.stop()
    assert is_over(found)


def test_without_the_stage_they_wait(env, hard):
    """The control: whoever looks at a file holds the thread that answers."""
    house, drafts = house_of(WithoutStage, env), env["told"]["drafts"]
    send_aside(house, drafts[1:], hard)
    both_are_at_work(house)
    assert {answered(house, 3) for _ in range(3)} == {None}
