"""A real server on a fresh demo folder, and a real Chromium."""

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.district import kept_demo
from tests.served import House

SOURCE = Path(__file__).resolve().parents[2] / "src"
PATIENCE = 120_000  # milliseconds: what a busy machine may take over anything
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")


class Served:
    """A server of its own on a free port; `start` when its data is there."""

    def __init__(self, env):
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            self.port = probe.getsockname()[1]
        self.address, self.env, self.process = f"http://127.0.0.1:{self.port}", env | {"PORT": str(self.port)}, None

    def start(self):
        command = [sys.executable, "-m", "sanshe.config.cli", "serve"]
        self.process = subprocess.Popen(command, env=self.env, stdout=subprocess.DEVNULL)
        _wait(f"{self.address}/login/")

    def stop(self):
        if self.process:
            self.process.terminate()
            self.process.wait(20)


@contextmanager
def served(env):
    """One `Served`, stopped afterwards."""
    one = Served(env)
    try:
        yield one
    finally:
        one.stop()


@pytest.fixture(scope="session")
def site(tmp_path_factory):
    """The address of a demo served as a person would serve it."""
    data = tmp_path_factory.mktemp("demo") / "data"
    env = {key: value for key, value in os.environ.items() if key not in ("DATABASE_URL", "SANSHE_TEST_FILE")}
    with served(env | {"SANSHE_DATA": str(data), "PYTHONPATH": str(SOURCE)}) as one:
        if kept_demo().exists():  # made by another part of this run
            shutil.copytree(kept_demo(), data)
        else:
            command = [sys.executable, "-m", "sanshe.config.cli", "demo"]
            subprocess.run(command, env=one.env, check=True, stdout=subprocess.DEVNULL)
        one.start()
        yield one.address


def _wait(url):
    for _ in range(900):
        try:
            urllib.request.urlopen(url, timeout=2)
            return
        except OSError:
            time.sleep(0.2)
    raise AssertionError("the server did not come up")


@pytest.fixture(scope="module")
def small(tmp_path_factory):
    """Four applicants, three members, nothing drawn yet; served as an office serves it."""
    office = House(tmp_path_factory.mktemp("small") / "data", 4, 3).serve()
    yield office
    office.stop()


@pytest.fixture
def guest(small, chromium):
    """A page of somebody of the small office: guest('p0', phone=True). No error may reach the console."""
    opened, errors = [], []

    def make(key, phone=False):
        size = {"width": 390, "height": 844} if phone else {"width": 1440, "height": 900}
        context = chromium.new_context(viewport=size, base_url=small.address, has_touch=phone)
        context.set_default_timeout(PATIENCE)
        session = {"name": "session", "value": small.told["people"][key], "url": small.address}
        context.add_cookies([session])
        page = context.new_page()
        page.on("pageerror", lambda error: errors.append(str(error)))
        opened.append(context)
        return page

    yield make
    for context in opened:
        context.close()
    assert errors == []


@pytest.fixture(scope="session")
def chromium():
    """A browser; without one the run fails and says what to install."""
    from playwright.sync_api import expect, sync_playwright

    expect.set_options(timeout=PATIENCE)
    assert CHROMIUM, "No Chromium: apt-get install chromium"
    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.fixture
def person(site, chromium):
    """A page signed in as somebody at a moment: person('bai', '0114b', phone=True). No error may reach the console."""
    opened, errors = [], []

    def make(key="", moment="", phone=False, **cookies):
        size = {"width": 390, "height": 844} if phone else {"width": 1440, "height": 900}
        context = chromium.new_context(viewport=size, base_url=site)
        context.set_default_timeout(PATIENCE)
        context.add_cookies([{"name": name, "value": value, "url": site} for name, value in cookies.items()])
        page = context.new_page()
        page.on("pageerror", lambda error: errors.append(str(error)))
        page.on("console", lambda said: errors.append(said.text) if "Content Security Policy" in said.text else None)
        opened.append(context)
        page.goto("/login/")
        if moment:
            page.locator(f'.s-chapters form[action$="/step/{moment}/"] button').click()
            page.wait_for_url("**/login/")
        if key:
            page.locator(f'form[action$="/enter/{key}/"] button').click()
            page.wait_for_url(lambda url: "/login" not in url)
        return page

    yield make
    for context in opened:
        context.close()
    assert errors == []


@pytest.fixture
def faults():
    """Serious and critical findings of axe on a page."""
    from axe_playwright_python.sync_playwright import Axe

    def look(page):
        found = Axe().run(page).response["violations"]
        return [
            (one["id"], [node["target"] for node in one["nodes"]][:3])
            for one in found
            if one["impact"] in ("serious", "critical")
        ]

    return look
