"""Whoever is a moment too late is told so: at every place in the actions where the number of changed rows is asked,
somebody else makes the same change just before, and the act is refused.

The tests that come by these places (`overtaken.txt`) run once more, in a pytest of their own with `tests.overtaken`.
"""

import json
import os
import subprocess
import sys
from pathlib import Path

from tests.house.reading import differences, written
from tests.overtaken import places

ROOT = Path(__file__).parents[1]
TABLE = dict(line.split(" | ") for line in written("overtaken.txt", ROOT / "tests"))
DRIVEN = {place: test for place, test in TABLE.items() if "::" in test}


def came(wanted, folder):
    """What came of each place: refused, silent (it was not), not met; nothing for a test that is not there."""
    assert len(set(wanted.values())) == len(wanted), "each place has a test of its own"
    file = folder / "faster.json"
    file.write_text(json.dumps({test: place for place, test in wanted.items()}))
    env = {name: value for name, value in os.environ.items() if not name.startswith(("PYTEST_", "SANSHE_TEST_"))}
    told = {name: os.environ[name] for name in ("SANSHE_TEST_TOLD",) if name in os.environ}
    env |= told | {"DATABASE_URL": "sqlite://:memory:", "SANSHE_TEST_FASTER": str(file)}
    tests = sorted({f"tests/{test}" for test in wanted.values()})
    command = [sys.executable, "-m", "pytest", "-q", "-p", "tests.overtaken", "-p", "no:cacheprovider", *tests]
    said = subprocess.run(command, cwd=ROOT, env=env, capture_output=True, text=True, timeout=900, check=False).stdout
    found = file.with_suffix(".came")
    assert found.exists(), said[-2000:]
    heard = json.loads(found.read_text())
    return {place: heard.get(test, "") for place, test in wanted.items()}


def test_every_place_that_asks_is_driven_or_says_what_is_so_instead():
    changed = differences(TABLE, [name for _file, _first, _last, name in places()])
    told = "name a test that comes by it, or say what is so (+); strike out what is gone (-):\n"
    assert not changed, told + "\n".join(changed)


def test_whoever_is_a_moment_too_late_is_refused(tmp_path):
    found = came(DRIVEN, tmp_path)
    wrong = {place: how for place, how in found.items() if how != "refused"}
    assert not wrong


def test_a_place_that_does_not_ask_in_truth_is_seen(tmp_path):
    """One that only counts and one that its test does not come by."""
    silent, missed = "core.serials.actions.next_numbers Serial.update", "core.receipts.actions.sweep Receipt.delete"
    test = "figures/test_counting.py::test_numbers_begin_with_one_in_each_series"
    assert came({silent: test}, tmp_path) == {silent: "silent"}
    assert came({missed: test}, tmp_path) == {missed: "not met"}
