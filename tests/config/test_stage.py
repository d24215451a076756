"""The reading stage: read whole first, answered whole, with limits; what an application is told."""

import asyncio
import json
import threading
from types import SimpleNamespace

import pytest

from sanshe.config.stage import SPOOL, Limits, Stage
from sanshe.core.receipts.rules import AHEAD, UNREAD

QUICK = Limits(most=1000, silence=0.05, whole=0.2)


class Protocol:
    """The server's side of one request: pieces come in as told, what goes out is kept."""

    def __init__(self, pieces=(), every=0.0, *, deaf=False):
        self.pieces, self.every, self.deaf, self.sent, self.read = list(pieces), every, deaf, [], 0

    async def __aiter__(self):
        for piece in self.pieces:
            await asyncio.sleep(self.every)
            self.read += len(piece)
            yield piece

    def response_bytes(self, status, headers, body):
        self.status, self.headers, self.sent = status, headers, [body]

    def response_stream(self, status, headers):
        self.status, self.headers = status, headers
        return self

    async def send_bytes(self, piece):
        await asyncio.sleep(3600 if self.deaf else 0)
        self.sent.append(piece)


def scope_of(**more):
    asked = {"method": "POST", "path": "/a%20b/%E4%B8%AD/", "query_string": "x=%20", "scheme": "https"}
    asked |= {"http_version": "1.1", "server": "127.0.0.1:8000", "client": "[::1]:5000", "headers": Headers()}
    return SimpleNamespace(**asked | more)


class Headers(dict):
    """Headers as the server gives them; a name may come twice."""

    def __init__(self, *lines):
        super().__init__(lines)
        self.lines = lines

    def items(self):
        return self.lines


def ask(protocol, application, *, limits=None, headers=(), **more):
    asyncio.run(Stage(application, limits).__rsgi__(scope_of(headers=Headers(*headers), **more), protocol))
    return protocol


def echo(environ, start):
    """What was told, and how much came."""
    told = {key: value for key, value in environ.items() if isinstance(value, str | int)}
    start("200 OK", [("Content-Type", "text/plain")])
    return [json.dumps({**told, "came": len(environ["wsgi.input"].read())}).encode()]


def told(protocol):
    return json.loads(b"".join(protocol.sent))


def test_a_body_is_whole_before_it_is_asked_about():
    came = told(ask(Protocol([b"abc", b"de"]), echo, headers=[("content-length", "5"), ("content-type", "text/plain")]))
    assert (came["came"], came[UNREAD], came["CONTENT_LENGTH"], came["CONTENT_TYPE"]) == (5, 0, "5", "text/plain")


def test_what_an_application_is_told():
    lines = [("x-a", "1"), ("x-a", "2"), ("cookie", "a=1"), ("cookie", "b=2"), ("host", "h")]
    came = told(ask(Protocol(), echo, headers=lines))
    assert came["PATH_INFO"].encode("latin-1").decode() == "/a b/中/" and came["QUERY_STRING"] == "x=%20"
    assert (came["HTTP_X_A"], came["HTTP_COOKIE"], came["HTTP_HOST"]) == ("1,2", "a=1; b=2", "h")
    assert (came["REMOTE_ADDR"], came["SERVER_NAME"], came["SERVER_PORT"]) == ("::1", "127.0.0.1", "8000")
    assert (came["wsgi.url_scheme"], came["REQUEST_METHOD"], came["SERVER_PROTOCOL"]) == ("https", "POST", "HTTP/1.1")


@pytest.mark.parametrize(
    ("pieces", "every", "length", "status"),
    [
        ([b"x" * 1000], 0, "1000", 0),
        ([b"x" * 1001], 0, "1001", 413),  # said beforehand: not a byte is read
        ([b"x" * 600, b"x" * 401], 0, None, 413),  # found out on the way
        ([b"x", b"x"], 0.1, "2", 408),  # silent for too long
        ([b"x"] * 40, 0.02, "40", 408),  # never silent for long, and never done
    ],
)
def test_limits(pieces, every, length, status):
    protocol = Protocol(pieces, every)
    line = ("content-length", length) if length else ("transfer-encoding", "chunked")
    assert told(ask(protocol, echo, limits=QUICK, headers=[line]))[UNREAD] == status
    assert protocol.read == 0 or length != "1001"


def test_a_large_answer_goes_out_in_pieces_and_its_source_is_closed():
    closed = []

    class Source:
        def __iter__(self):
            return iter([b"x" * SPOOL, b"y"])

        def close(self):
            closed.append(True)

    def large(_environ, start):
        start("200 OK", [("X-A", "1")])
        return Source()

    protocol = ask(Protocol(), large)
    assert len(protocol.sent) > 1 and b"".join(protocol.sent) == b"x" * SPOOL + b"y" and closed == [True]
    assert (protocol.status, protocol.headers) == (200, [("x-a", "1")])


def test_who_stops_reading_is_let_go():
    def large(_environ, start):
        start("200 OK", [])
        return [b"x" * (SPOOL + 1)]

    assert ask(Protocol(deaf=True), large, limits=QUICK).sent == []


def test_many_are_read_at_once_by_one_thread():
    """Twenty slow bodies take the time of one: none of them holds the thread that answers."""
    answered = []

    def app(environ, start):
        answered.append(environ["PATH_INFO"])
        start("200 OK", [])
        return [b"ok"]

    async def play():
        stage, line = Stage(app), Headers(("content-length", "2"))
        slow = [stage.__rsgi__(scope_of(path=f"/{n}", headers=line), Protocol([b"a", b"b"], 0.5)) for n in range(20)]
        await asyncio.gather(*slow, stage.__rsgi__(scope_of(path="/quick"), Protocol()))

    asyncio.run(play())
    assert answered[0] == "/quick" and len(answered) == 21


def waiting(over, heard):
    """Leaves work to be done ahead, then says what it was told the second time."""

    def look():
        heard.append("looking")
        return {"found": over.wait(20)}

    def app(environ, start):
        start("200 OK", [])
        if environ["PATH_INFO"] == "/quick":
            heard.append("quick")
            over.set()
            return [b"ok"]
        came = environ["wsgi.input"].read()
        heard.append((len(came), environ.get("found")))
        if (ahead := environ.get(AHEAD)) is not None:
            ahead.append(look)
        return [b"again" if "found" not in environ else came]

    return app


def test_what_is_done_ahead_holds_no_thread():
    """A file is looked at while others are answered: here the look ends only when somebody else was."""
    over, heard = threading.Event(), []

    async def play():
        stage, line, slow = Stage(waiting(over, heard)), Headers(("content-length", "3")), Protocol([b"abc"])
        asked = asyncio.create_task(stage.__rsgi__(scope_of(path="/file", headers=line), slow))
        while "looking" not in heard:
            await asyncio.sleep(0)
        await stage.__rsgi__(scope_of(path="/quick"), Protocol())
        await asked
        return slow

    slow = asyncio.run(play())
    assert heard == [(3, None), "looking", "quick", (3, True)]  # asked again, with the whole body and what was found
    assert slow.sent == [b"abc"]
