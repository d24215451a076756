"""Clients that write and repeat until they are answered; and the house they write to, as `sanshe serve` serves it."""

import http.client
import json
import os
import signal
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path
from threading import Thread
from urllib.parse import urlencode
from uuid import uuid4

from sanshe.config.serve import Place, web
from tests.config.test_serve import environment, free_port
from tests.district import begun
from tests.faults.district import CSRF

ROOT = Path(__file__).resolve().parents[2]
PLAY = ROOT / "tests/faults/district.py"
REAL = "sanshe.config.wsgi:stage"
STANDING = []  # what a failed test leaves behind is pulled down after it


def play(*words, env):
    """Run the small district's play; the answer is what it printed."""
    if "sqlite" in env["DATABASE_URL"]:
        begun(env["SANSHE_DATA"])
    done = subprocess.run([sys.executable, PLAY, *map(str, words)], env=env, cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr[-3000:]
    return json.loads(done.stdout.splitlines()[-1])


def settings(data, **more):
    """The environment of this house; the tests' own folder stands on the path for what is played."""
    said = environment(data, DJANGO_SETTINGS_MODULE="sanshe.config.settings", **more)
    return {**said, "PYTHONPATH": os.pathsep.join([str(ROOT / "src"), str(ROOT)])}


class House:
    """The web server of `sanshe serve`, to be killed: one of its processes, or all of it."""

    def __init__(self, env, application=REAL):
        self.place, self.env, self.application = Place("127.0.0.1", free_port()), env, application
        STANDING.append(self)
        self.start()

    def command(self):
        return web(self.place, self.application)

    def start(self):
        how = {"start_new_session": True, "stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
        self.process = subprocess.Popen(self.command(), env=self.env, cwd=ROOT, **how)

    def up(self):
        """Wait until it answers."""
        until = time.monotonic() + 120
        while time.monotonic() < until:
            with suppress(OSError):
                line = http.client.HTTPConnection(self.place.host, self.place.port, timeout=60)
                line.request("GET", "/healthz")
                return line.getresponse()
            time.sleep(0.05)
        raise AssertionError("the server did not come up")

    def workers(self):
        """The processes that answer; the one that shares out nothing but names is left alone."""
        return [pid for pid in born_of(self.process.pid) if b"resource_tracker" not in _words(pid)]

    def kill_one(self, chance):
        """`kill -9` of one of the two that answer; the other goes on, and a new one comes beside it."""
        if found := self.workers():
            os.kill(chance.choice(found), signal.SIGKILL)
        return bool(found)

    def kill_all(self):
        """`kill -9` of everything at once, and what the supervisor does then."""
        self.stop()
        self.start()
        return True

    def stand_up(self):
        """What the supervisor does when the whole web has gone, as it does after two of its own died at once."""
        if self.process.poll() is not None:
            self.start()

    def stop(self):
        with suppress(ProcessLookupError):
            os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait()


def born_of(parent):
    """The processes that this one started."""
    for path in Path("/proc").glob("[0-9]*"):
        with suppress(OSError):
            if path.joinpath("stat").read_text().rpartition(")")[2].split()[1] == str(parent):
                yield int(path.name)


def _words(pid):
    try:
        return Path(f"/proc/{pid}/cmdline").read_bytes()
    except OSError:
        return b""


class Writer(Thread):
    """Writes `many` times; each write keeps its id and is repeated until it is answered, as a browser does it."""

    def __init__(self, house, cookie, many, repeats=True):
        super().__init__(daemon=True)
        self.house, self.cookie, self.many, self.repeats = house, cookie, many, repeats
        self.acknowledged, self.not_now, self.broken, self.fault = [], 0, 0, ""
        self.line = None

    def run(self):
        for number in range(1, self.many + 1):
            if not self._write(number, str(uuid4())):
                return

    def _write(self, number, request_id):
        until = time.monotonic() + 90
        while time.monotonic() < until:
            status, answer = self._sent(number, request_id)
            if status in (200, 302):
                self.read(number, answer)
                self.acknowledged.append(number)
                return True
            if status not in (0, 503):
                self.fault = f"{number}: {status} {answer.body[:300]!r}"
                return False
            self.not_now += status == 503 and answer.headers.get("Retry-After") == "2"
            self.broken += status == 0
            if not self.repeats:  # the control: whatever was sent counts as done
                self.acknowledged.append(number)
                return True
            time.sleep(0.2 if status else 0.05)
        self.fault = f"{number}: not answered in 90 seconds"
        return False

    def _sent(self, number, request_id):
        path, body, kind = self.asked(number)
        said = {"Cookie": self.cookie, "X-CSRFToken": CSRF, "X-Request-Id": request_id, "Content-Type": kind}
        try:
            if self.line is None:
                self.line = http.client.HTTPConnection(self.house.place.host, self.house.place.port, timeout=30)
            self.line.request("POST", path, body, said)
            answer = self.line.getresponse()
            answer.body = answer.read()
        except (OSError, http.client.HTTPException):
            if self.line:
                self.line.close()
            self.line = None
            return 0, None
        return answer.status, answer

    def read(self, number, answer):
        """Take from an answer what the next write needs."""


class Typist(Writer):
    """Fills one field of a draft over and over, as the form saves itself."""

    def __init__(self, house, draft, many, **more):
        super().__init__(house, draft["cookie"], many, **more)
        self.application, self.version = draft["application"], 0

    def asked(self, number):
        body = json.dumps({"field": "what", "value": f"第 {number} 稿", "version": self.version})
        return f"/incubation/applications/{self.application}/save/", body.encode(), "application/json"

    def read(self, number, answer):
        self.version = json.loads(answer.body)["version"]


class Registrar(Writer):
    """Enters organisations, a new name each time: what is done twice is there twice."""

    prefix = "写"

    def __init__(self, house, officer, many, name, **more):
        super().__init__(house, officer["cookie"], many, **more)
        self.named = name

    def asked(self, number):
        fields = {"name": f"{self.prefix}-{self.named}-{number}", "registration": "none", "kind": "forming"}
        body = urlencode({**fields, "area_path": "140213050001", "is_another": "1"}).encode()
        return "/parties/new/", body, "application/x-www-form-urlencoded"


class Counter(Writer):
    """Writes a row with a name of its own, again and again."""

    prefix = "count"

    def __init__(self, house, many, name, **more):
        super().__init__(house, "", many, **more)
        self.named = name

    def asked(self, number):
        return "/count/", f"name={self.prefix}-{self.named}-{number}".encode(), "application/x-www-form-urlencoded"


def written(crew):
    """How many writes were acknowledged so far."""
    return sum(len(one.acknowledged) for one in crew)


def settled(writers, seconds):
    """Wait for all of them; a writer's own fault fails the test with its words."""
    until = time.monotonic() + seconds
    for one in writers:
        one.join(max(0.1, until - time.monotonic()))
    assert not [one.fault for one in writers if one.fault], [one.fault for one in writers]
    assert not [one for one in writers if one.is_alive()], "still writing"


def compared(kept, typists, named):
    """(lost, doubled): acknowledged writes that are not there, and writes that took effect more than once."""
    lost = doubled = 0
    for one in typists:
        version, text = kept["drafts"][one.application]
        newest = int(text.split()[1]) if text else 0
        lost += max(0, max(one.acknowledged, default=0) - newest)
        doubled += max(0, version - 1 - newest)
    for one in named:
        names = [f"{one.prefix}-{one.named}-{number}" for number in one.acknowledged]
        lost += sum(name not in kept["named"] for name in names)
        doubled += sum(max(0, kept["named"].get(name, 0) - 1) for name in names)
    return lost, doubled
