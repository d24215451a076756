"""What runs where: the parts of `run.py test` and the tests of each. A pytest plugin: SANSHE_TEST_PART names the part.

Everything but the browser runs on SQLite. On PostgreSQL run once more actions, queries, constraints, races, imports and
search, and a sample of the matrix: what a page looks like and what a rule says does not hang on the database.
"""

import os
import zlib
from fnmatch import fnmatch

import pytest

ONCE = (  # SQLite is enough
    "house/*", "config/*", "kit/*", "ui/*", "desk/*", "privacy/*", "faults/*", "test_bench.py*", "*rules.py*",
    "*_pages.py*", "*_page.py*", "*::TestPages*", "*words.py*", "*texts.py*", "demo/test_papers.py*",
    "demo/test_folder.py*", "incubation/test_spellings.py*", "calendar/test_chart.py*", "audit/test_verify.py*",
    "test_overtaken.py*", "test_elsewhere.py*",
)  # fmt: skip
BROWSER = ("browser/*",)
RACES = (  # threads, or a file that is locked: not in memory
    "receipts/test_races.py*",
    "*/test_counting.py*",
    "files/test_meanwhile.py*",
    "incubation/test_vote_races.py*",
    "demo/test_races.py*",
)
QUICK = ("house/*", "kit/*", "*rules.py*", "*actions.py*", "rows/*")
SAMPLED = ("test_matrix.py*",)  # on PostgreSQL one of five
PARTS = ("sqlite", "browser", "races", "postgres", "quick")


def is_one_of(name, patterns):
    return any(fnmatch(name, pattern) for pattern in patterns)


def runs_in(name, part):
    """Whether a test, named from the folder of tests, belongs to a part."""
    if part in ("browser", "races", "quick"):
        return is_one_of(name, {"browser": BROWSER, "races": RACES, "quick": QUICK}[part])
    if is_one_of(name, BROWSER):
        return False
    if part == "postgres":
        return not is_one_of(name, ONCE) and (not is_one_of(name, SAMPLED) or zlib.crc32(name.encode()) % 5 == 0)
    return True


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(config, items):
    if part := os.environ.get("SANSHE_TEST_PART"):
        left_out = [item for item in items if not runs_in(item.nodeid.removeprefix("tests/"), part)]
        config.hook.pytest_deselected(items=left_out)
        items[:] = [item for item in items if item not in set(left_out)]
