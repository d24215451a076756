"""The web server killed by `kill -9` in mid-session: nothing a phone keeps until it is answered is lost."""

import http.client
import json
import sqlite3
import threading
import time
from urllib.parse import urlencode
from uuid import uuid4

import pytest

from tests.prove import sized
from tests.served import House

pytestmark = pytest.mark.fault
MEMBERS, KILLS, APPLICANTS = sized((6, 6, 6), (3, 2, 3))


class Phone(threading.Thread):
    """Types every mark of each applicant and seals; what is not answered is sent again, as a pad does. A careless one
    (the control) takes what it sent for delivered."""

    def __init__(self, house, key, gone, is_careful, kill):
        super().__init__(daemon=True)
        self.house, self.key, self.gone, self.is_careful, self.kill = house, key, gone, is_careful, kill
        self.browser, self.sealed = house.comes(key), {}

    def run(self):
        for application in self.house.told["order"]:
            if application in self.gone.get(self.key, ()):
                continue
            sheet, marks = str(uuid4()), {}
            for no in range(1, 6):
                marks[f"mark-{no}"] = str((no * 7 + len(self.sealed)) % 21)
                self.deliver(application, {"sheet": sheet, "act": "save", "device": self.key, "base": "0", **marks})
            self.kill()
            if self.deliver(application, {"sheet": sheet, "act": "seal", "device": self.key, "base": "0", **marks}):
                self.sealed[application] = marks

    def deliver(self, application, said):
        """Until it is answered. True when it was taken."""
        where = f"{self.house.batch}pad/{application}/device/"
        until = time.monotonic() + 60
        while time.monotonic() < until:
            try:
                status = self.browser.post(where, json.dumps(said), "application/json")
                if status in (200, 409):
                    return status == 200
            except (OSError, http.client.HTTPException):
                self.browser.line.close()
            time.sleep(0.2)
            if not self.is_careful:
                return True
        return False


def finish_and_call(chair, house, n):
    """All numbers are called at once, so that every pad is open."""
    acts = ["start"] + ["call", "begin", "finish"] * (n - 1) + ["call", "begin"]
    for act in acts:
        sent = urlencode({"act": act, "drawn": chair.marks(f"{house.batch}session/")})
        assert chair.post(f"{house.batch}session/act/", sent) == 302, act


def killer(house):
    """Called by each phone about to seal, while others send: the first KILLS calls kill the server. So a careless
    phone's seal is lost on a machine of any speed."""
    lock, left = threading.Lock(), [KILLS]

    def kill():
        with lock:
            if left[0]:
                left[0] -= 1
                house.kill_web()

    return kill


@pytest.mark.parametrize("is_careful", [True, False])
def test_no_answered_mark_or_seal_is_lost(tmp_path, is_careful):
    """The control must lose, or the kills proved nothing."""
    house = House(tmp_path / "data", APPLICANTS, MEMBERS, "locked").serve()
    try:
        finish_and_call(house.comes("p0"), house, APPLICANTS)
        shut = {"p1": {house.told["applicants"][house.told["recused_from"]]}}
        kill = killer(house)
        phones = [Phone(house, f"p{i}", shut, is_careful, kill) for i in range(MEMBERS)]
        for phone in phones:
            phone.start()
        for phone in phones:
            phone.join(120)
    finally:
        house.stop()
    kept = rows(tmp_path / "data" / "db.sqlite3")
    told = {(phone.key, a): marks for phone in phones for a, marks in phone.sealed.items()}
    assert len(told) == MEMBERS * APPLICANTS - 1
    is_whole = kept == {pair: {no[5:]: int(mark) for no, mark in marks.items()} for pair, marks in told.items()}
    assert is_whole == is_careful


def rows(path):
    """{(who, applicant): marks} of every sealed sheet."""
    base = sqlite3.connect(path)
    found = base.execute(
        "select u.username, s.application_id, s.marks from incubation_sheet s"
        " join incubation_panelist p on p.id = s.panelist_id join accounts_user u on u.id = p.person"
        " where s.state = 'sealed'"
    )
    return {(who, dashed(application)): json.loads(marks) for who, application, marks in found}


def dashed(text):
    return text if "-" in text else "-".join((text[:8], text[8:12], text[12:16], text[16:20], text[20:]))
