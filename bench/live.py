"""The live session as it is served: nine members' phones and two screens ask every 0.4 s; how soon do they see an act?

`python bench/live.py [events]` makes a small office in a folder of its own, serves it, and prints a table and a line of
JSON. An act begins when its request is sent; it is seen when the answer with the new part has arrived. `misses` counts
what nobody saw within 5 s. Bounded: some 60 s for the 40 events it makes unless told otherwise.
"""

import http.client
import json
import random
import statistics
import sys
import tempfile
import time
from pathlib import Path
from threading import Event, Lock, Thread
from urllib.parse import urlencode
from uuid import uuid4

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
from tests.served import Browser, House

EVERY, WAIT, MEMBERS = 0.4, 5.0, 9
GOAL = 0.5


class Follower(Thread):
    """A screen or a phone: notes when it saw something new, and how long nothing new took."""

    def __init__(self, kind, port, session, path, stop):
        super().__init__(daemon=True)
        self.kind, self.path, self.stop = kind, path, stop
        self.browser, self.seen, self.idle, self.lock = Browser(port, session), [], [], Lock()

    def run(self):
        tag = ""
        time.sleep(random.random() * EVERY)
        while not self.stop.wait(EVERY):
            sent = time.perf_counter()
            try:
                answer, _ = self.browser.ask("GET", self.path, **{"X-Part": "1", "If-None-Match": tag})
            except (OSError, http.client.HTTPException):
                self.browser.line.close()  # it is opened again by the next question
                continue
            came = time.perf_counter()
            tag = answer.getheader("ETag") or tag
            with self.lock:
                (self.idle if answer.status == 304 else self.seen).append(came - sent if answer.status == 304 else came)

    def saw_after(self, moment, until):
        while time.perf_counter() < until:
            with self.lock:
                later = [came for came in self.seen if came > moment]
            if later:
                return later[0] - moment
            time.sleep(0.02)
        return None


def measure(house, events):
    people, stop = house.told["people"], Event()
    chair, members = house.comes("p0"), [house.comes(f"p{i}") for i in range(MEMBERS)]
    for act in ("start", "call", "begin"):
        assert _leads(chair, house, act)() == 302, act
    pads = [Follower("phone", house.port, people[f"p{i}"], f"{house.batch}pad/", stop) for i in range(MEMBERS)]
    screens = [Follower("screen", house.port, people[key], f"{house.batch}session/", stop) for key in ("p0", "liang")]
    for one in (*pads, *screens):
        one.start()
    time.sleep(2)
    found = {"seal to screen": [], "act to screen": [], "act to phone": [], "misses": 0}
    for i in range(events):
        if i % 2:
            _note(found, "act to screen", screens, _phase(chair, house, i))
        else:
            _note(found, "seal to screen", screens, lambda i=i: _seal(members, house, chair, i // 2))
        if i % 2:
            found["act to phone"] += _seen(found, pads)
        time.sleep(0.2 + random.random() * EVERY)
    stop.set()
    found["nothing new"] = [took for one in (*pads, *screens) for took in one.idle]
    return found


def _note(found, name, followers, act):
    found["at"] = time.perf_counter()
    act()
    found[name] += _seen(found, followers)


def _seen(found, followers):
    took = [one.saw_after(found["at"], found["at"] + WAIT) for one in followers]
    found["misses"] += sum(one is None for one in took)
    return [one for one in took if one is not None]


def _leads(chair, house, act):
    """An act of the chair, from the page as it is before the clock runs."""
    drawn = chair.marks(f"{house.batch}session/")
    return lambda: chair.post(f"{house.batch}session/act/", urlencode({"act": act, "drawn": drawn}))


def _phase(chair, house, i):
    return _leads(chair, house, ("questions", "scoring")[i // 2 % 2])


def _seal(members, house, chair, n):
    """The next member who has not sealed seals; after the last the next number is called."""
    who = n % MEMBERS
    if n and who == 0:
        _leads(chair, house, "finish_call")()
        _leads(chair, house, "begin")()
        time.sleep(1.5)
    said = {"sheet": str(uuid4()), "act": "seal", "comment": "", **{f"mark-{no}": "15" for no in range(1, 6)}}
    where = f"{house.batch}pad/{house.told['order'][n // MEMBERS]}/device/"
    return members[who].post(where, json.dumps(said), "application/json")


def percentile(values, share):
    return sorted(values)[min(len(values) - 1, int(len(values) * share))] if values else float("nan")


def main(events):
    with tempfile.TemporaryDirectory() as folder:
        house = House(Path(folder) / "data", 6, MEMBERS, "locked").serve()
        try:
            found = measure(house, events)
        finally:
            house.stop()
    lines = {"phones": MEMBERS, "screens": 2, "every_s": EVERY, "misses": found["misses"]}
    sys.stdout.write(f"{'':16}{'n':>6}{'median':>10}{'p95':>10}\n")
    for name in ("seal to screen", "act to screen", "act to phone", "nothing new"):
        took = found[name]
        middle, high = statistics.median(took), percentile(took, 0.95)
        sys.stdout.write(f"{name:16}{len(took):>6}{middle * 1000:>8.1f}ms{high * 1000:>8.1f}ms\n")
        lines[name] = {"n": len(took), "median_ms": round(middle * 1000, 1), "p95_ms": round(high * 1000, 1)}
    lines["holds"] = found["misses"] == 0 and max(lines[n]["p95_ms"] for n in lines if " to " in n) <= GOAL * 1000
    sys.stdout.write(json.dumps({"bench": "live", **lines}) + "\n")
    return 0 if lines["holds"] else 1


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 40))
