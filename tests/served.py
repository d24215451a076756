"""A small office served as an office serves it, in a folder of its own, and browsers without a screen."""

import http.client
import json
import os
import re
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path
from uuid import uuid4

from tests.district import begun

ROOT = Path(__file__).resolve().parent.parent


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


class House:
    """`told` says who may come in; `serve` starts web, worker and ticker; `kill_web` is `kill -9` of the web alone."""

    def __init__(self, data, applicants, members, *more):
        self.data, self.port = Path(data), free_port()
        left_out = ("DATABASE_URL", "SANSHE_TEST_FILE")
        self.env = {key: value for key, value in os.environ.items() if key not in left_out}
        self.env |= {"SANSHE_DATA": str(data), "PORT": str(self.port), "PYTHONPATH": str(ROOT / "src")}
        self.env["DJANGO_SETTINGS_MODULE"] = "sanshe.config.settings"
        begun(data)
        made = [sys.executable, str(ROOT / "tests" / "small.py"), str(applicants), str(members), *more]
        told = subprocess.run(made, env=self.env, check=True, capture_output=True, text=True).stdout
        self.told = json.loads(told.splitlines()[-1])
        self.address = f"http://127.0.0.1:{self.port}"
        self.batch = f"/incubation/batches/{self.told['batch']}/"

    def serve(self):
        command = [sys.executable, "-m", "sanshe.config.cli", "serve"]
        self.server = subprocess.Popen(command, env=self.env, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        for _ in range(1800):
            with socket.socket() as probe:
                if probe.connect_ex(("127.0.0.1", self.port)) == 0:
                    return self
            time.sleep(0.1)
        self.stop()  # nothing that never came up outlives its test
        raise AssertionError("the server did not come up")

    def kill_web(self):
        """The web server's processes, found below the one that was started here."""
        for pid in below(self.server.pid):
            if b"granian" in command_of(pid):
                os.kill(pid, signal.SIGKILL)

    def stop(self):
        self.server.terminate()
        self.server.wait(20)

    def comes(self, key):
        """A browser of somebody, with the token of forms."""
        one = Browser(self.port, self.told["people"][key])
        one.ask("GET", "/accounts/sessions/")
        return one


def below(pid):
    """Every process under this one."""
    children = Path(f"/proc/{pid}/task/{pid}/children")
    found = [int(one) for one in children.read_text().split()] if children.exists() else []
    return found + [deeper for one in found for deeper in below(one)]


def command_of(pid):
    try:
        return Path(f"/proc/{pid}/cmdline").read_bytes()
    except OSError:
        return b""


class Browser:
    """One kept connection of somebody who is signed in."""

    def __init__(self, port, session):
        self.line = http.client.HTTPConnection("127.0.0.1", port, timeout=20)
        self.cookies = {"session": session}

    def ask(self, method, path, body=None, **headers):
        headers |= {"Cookie": "; ".join(f"{name}={value}" for name, value in self.cookies.items())}
        self.line.request(method, path, body, headers)
        answer = self.line.getresponse()
        text = answer.read()
        for name, value in answer.getheaders():
            if name.lower() == "set-cookie":
                key, _, rest = value.partition("=")
                self.cookies[key] = rest.partition(";")[0]
        return answer, text

    def post(self, path, body, kind="application/x-www-form-urlencoded"):
        said = {"Content-Type": kind, "X-CSRFToken": self.cookies["csrf"], "X-Request-Id": str(uuid4())}
        return self.ask("POST", path, body, **said)[0].status

    def marks(self, page):
        """What the largest form of a page says it was drawn from."""
        _answer, text = self.ask("GET", page)
        return max(re.findall(r'name="drawn" value="([^"]*)"', text.decode()), key=len)
