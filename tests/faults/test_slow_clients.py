"""Bodies sent byte by byte, and readers that never read: others are answered all the while."""

import http.client
import socket
import sys
from contextlib import suppress
from threading import Event, Thread

import pytest

from tests.faults.writers import REAL, House, play, settings

pytestmark = [pytest.mark.fault, pytest.mark.skipif(sys.platform != "linux", reason="only on Linux")]
SLOW, LONG = 20, 1_000_000
FORM = "Content-Type: application/x-www-form-urlencoded"  # of which the house reads the whole before it answers
HEAD = f"POST /login/ HTTP/1.1\r\nHost: 127.0.0.1\r\n{FORM}\r\nContent-Length: {{}}\r\n\r\n"


class WithoutStage(House):
    """The control: the server takes a thread for a request as soon as its head is there."""

    def command(self):
        words = [one.replace(REAL, "sanshe.config.wsgi:application") for one in super().command()]
        words = ["wsgi" if one == "rsgi" else one for one in words]
        return [*words[:-1], "--blocking-threads", "1", words[-1]]


@pytest.fixture(scope="module")
def env(tmp_path_factory):
    folder = tmp_path_factory.mktemp("district")
    env = settings(folder, DATABASE_URL=f"sqlite:///{folder}/db.sqlite3")
    play(4, 2, env=env)
    return env


def answered(house, patience):
    """The status of a page asked for by somebody else, None when it does not come."""
    line = http.client.HTTPConnection(house.place.host, house.place.port, timeout=patience)
    with suppress(OSError):
        line.request("GET", "/login/")
        return line.getresponse().status
    return None


def up(house):
    """Wait until the house answers at all."""
    while answered(house, 5) is None:
        assert house.process.poll() is None
    return house


def crowd(house, over):
    """Slow clients that have all been taken in: each sends its head and then a byte now and again."""
    lines = [socket.create_connection((house.place.host, house.place.port), timeout=60) for _ in range(SLOW)]
    for one in lines:
        one.sendall(HEAD.format(LONG).encode() + b"x")

    def trickle():
        while not over.wait(0.2):
            for one in lines:
                with suppress(OSError):
                    one.sendall(b"x")

    Thread(target=trickle, daemon=True).start()
    return lines


@pytest.mark.parametrize(("kind", "patience", "status"), [(House, 60, 200), (WithoutStage, 3, None)])
def test_twenty_slow_bodies(env, kind, patience, status):
    house, over = up(kind(env)), Event()
    lines = crowd(house, over)
    try:
        assert {answered(house, patience) for _ in range(4)} == {status}
    finally:
        over.set()
        [one.close() for one in lines]


def test_a_body_too_large_is_told_so_before_it_is_sent(env):
    """The head alone is answered, in the words of the house."""
    house = up(House(env))
    with socket.create_connection((house.place.host, house.place.port), timeout=60) as line:
        line.sendall(HEAD.format(10**10).encode())
        answer = http.client.HTTPResponse(line)
        answer.begin()
        said = answer.read().decode()
    assert answer.status == 413 and "64 MB" in said and "<h1" in said
