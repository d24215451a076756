"""A new district: the one-time link, a password, a second factor, the desk. No demo flag anywhere."""

import base64
import hashlib
import hmac
import os
import re
import struct
import subprocess
import sys
import time

import pytest

from tests.browser.conftest import SOURCE, served

pytestmark = pytest.mark.browser
PASSWORD = "correct horse 42 staple"
AREAS = "code,level,name,parent\n140200,city,大同市,140000\n140213,district,平城区,140200\n"


def code_of(secret):
    """The six digits an app shows now (RFC 6238)."""
    key = base64.b32decode(secret + "=" * (-len(secret) % 8))
    mac = hmac.new(key, struct.pack(">Q", int(time.time() // 30)), hashlib.sha1).digest()
    at = mac[-1] & 15
    return f"{(struct.unpack('>I', mac[at : at + 4])[0] & 0x7FFFFFFF) % 10**6:06d}"


@pytest.fixture
def district(tmp_path):
    """A served district of two areas, and the administrator's link."""
    (tmp_path / "areas.csv").write_text(AREAS)
    env = {key: value for key, value in os.environ.items() if key not in ("DATABASE_URL", "SANSHE_TEST_FILE")}
    env |= {"SANSHE_DATA": str(tmp_path / "data"), "PYTHONPATH": str(SOURCE)}
    with served(env) as site:
        words = ["init", "--areas", "areas.csv", "--account", "admin", "--name", "乔志刚", "--area", "140213", "--site"]
        command = [sys.executable, "-m", "sanshe.config.cli", *words, site.address]
        said = subprocess.run(command, env=env, cwd=tmp_path, capture_output=True, text=True, check=True).stdout
        site.start()
        yield re.search(r"http\S+", said)[0]


def send(page, locator):
    page.locator("form").filter(has=locator).locator("button").first.click()


def test_a_new_administrator_reaches_the_desk_only_with_a_second_factor(district, chromium, faults):
    page = chromium.new_context(base_url=district.split("/accounts")[0]).new_page()
    page.goto(district)
    for field in page.locator("input[type=password]").all():
        field.fill(PASSWORD)
    send(page, page.locator("input[type=password]").first)
    page.wait_for_url("**/login/**")
    word = page.locator("input[type=password]")
    page.locator("form").filter(has=word).locator("input:not([type=hidden])").first.fill("admin")
    word.fill(PASSWORD)
    send(page, word)
    page.wait_for_url("**/accounts/2fa/")
    page.goto("/accounts/people/")
    assert page.url.endswith("/accounts/2fa/")
    page.goto("/accounts/2fa/totp/activate/")
    secret = re.search(r"\b[A-Z2-7]{32}\b", page.content())[0]
    six = page.locator("input[name=code]")
    six.fill(code_of(secret))
    send(page, six)
    page.wait_for_url("**/recovery-codes/**")
    assert (page.locator("code").count(), faults(page)) == (10, [])
    page.goto("/accounts/people/")
    assert "1 人，1 个任职" in page.inner_text("h1")
