"""Somebody else is faster: at one place in the actions an update or delete is done by another just before, the same
rows, the same fields, so that the one that is asked finds nothing left. A pytest plugin, asked for by
`test_overtaken.py`.

SANSHE_TEST_FASTER names a file {test: place}; what came of each is written beside it. Without a place for a test (or
with "" as the file) it says which places each test comes by: so one finds a test for a new place.
"""

import ast
import json
import os
import sys
from functools import wraps
from pathlib import Path

import pytest

from tests.house.reading import SOURCE, pythons, room_of, tree
from tests.house.test_offered import module_of
from tests.house.test_unasked import ASKS, is_dropped, parts_of, root

FRAMES = 4  # a manager hands an update on


def places(source=SOURCE):
    """(file, first line, last line, name) of every update or delete in actions whose number of rows is asked."""
    for path in pythons(source):
        if room_of(path, source) == "actions":
            for name, function in parts_of(tree(path)):
                home, seen = f"{module_of(path, source).removeprefix('sanshe.')}.{name}", []
                for call in asked_in(function):
                    seen.append(f"{home} {root(call.func)}.{call.func.attr}")
                    again = seen.count(seen[-1])
                    yield str(path), call.lineno, call.end_lineno, seen[-1] + (f" {again}" if again > 1 else "")


def asked_in(function):
    """Its updates and deletes, in order of lines, without those that go nowhere and those of dictionaries."""
    dropped = {id(one.value) for one in ast.walk(function) if hasattr(one, "value") and is_dropped(one, function)}
    found = [one for one in ast.walk(function) if isinstance(one, ast.Call) and getattr(one.func, "attr", "") in ASKS]
    kept = [one for one in found if id(one) not in dropped and not (one.func.attr == "update" and one.args)]
    return sorted(kept, key=lambda one: (one.lineno, one.col_offset))


class Faster:
    """What is done twice in this test, and what came of it."""

    def __init__(self, wanted):
        self.wanted, self.at, self.came, self.place, self.test = wanted, {}, {}, "", ""
        for file, first, last, name in places():
            self.at.setdefault(file, []).append((first, last, name))

    def here(self):
        """The place that this update was called from, if it is one."""
        frame = sys._getframe(2)
        for _number in range(FRAMES):
            for first, last, name in self.at.get(frame.f_code.co_filename, ()):
                if first <= frame.f_lineno <= last:
                    return name
            frame = frame.f_back
        return ""

    def begin(self, test):
        self.test, self.place = test, self.wanted.get(test, "")
        self.came.setdefault(test, [] if not self.place else "not met")

    def met(self, name):
        """Whether somebody else is faster here: once a test, at its own place."""
        if not self.place and name and isinstance(self.came.get(self.test), list):
            self.came[self.test].append(name)
        is_now = bool(name) and name == self.place and self.came[self.test] == "not met"
        if is_now:
            self.came[self.test] = "silent"
        return is_now

    def refused(self):
        if self.place and self.came.get(self.test) == "silent":
            self.came[self.test] = "refused"


def twice(faster, original):
    @wraps(original)
    def done(self, *given, **fields):
        if faster.met(faster.here()):
            original(self._chain(), *given, **fields)
        return original(self, *given, **fields)

    return done


@pytest.hookimpl(trylast=True)
def pytest_configure(config):
    from django.db.models import QuerySet

    from sanshe.core.kit.refused import Refused

    file = os.environ.get("SANSHE_TEST_FASTER", "")
    faster = config.stash[KEY] = Faster(json.loads(Path(file).read_text()) if file else {})
    for how in ASKS:
        setattr(QuerySet, how, twice(faster, getattr(QuerySet, how)))
    begin = Refused.__init__

    def init(self, *given, **facts):
        begin(self, *given, **facts)
        faster.refused()

    Refused.__init__ = init


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_call(item):
    item.config.stash[KEY].begin(item.nodeid.removeprefix("tests/"))


def pytest_unconfigure(config):
    faster, file = config.stash.get(KEY, None), os.environ.get("SANSHE_TEST_FASTER", "")
    if faster and file:
        Path(file).with_suffix(".came").write_text(json.dumps(faster.came))
    elif faster:
        for test, came in faster.came.items():
            sys.stdout.writelines(f"\nPLACE {name} <- {test}" for name in sorted(set(came)))


KEY = pytest.StashKey()
