"""Which tests ran, which were skipped and how long they took, one file a part: `run.py test` names the slowest and
fails on a test that ran in no part.

What reads /proc is skipped elsewhere than on Linux, and says so; that alone is no fault.
"""

import json
import os
import re
import sys
from collections import Counter
from pathlib import Path

SEEN: dict[str, set[str]] = {"ran": set(), "skipped": set()}
TOOK: Counter[str] = Counter()


def pytest_runtest_logreport(report):
    name = re.sub(r"@[\w.]+$", "", report.nodeid)  # without the group that two workers give it
    TOOK[name] += report.duration
    if report.skipped and sys.platform != "linux" and "only on Linux" in str(report.longrepr):
        return
    if report.skipped:
        SEEN["skipped"].add(name)
    elif report.when == "call":
        SEEN["ran"].add(name)


def pytest_sessionfinish(session):
    folder = os.environ.get("SANSHE_TEST_SEEN")
    if folder and not hasattr(session.config, "workerinput"):
        told = {name: sorted(tests) for name, tests in SEEN.items()}
        told["slowest"] = [[round(seconds, 1), name] for name, seconds in TOOK.most_common(10)]
        Path(folder, f"seen-{os.getpid()}.json").write_text(json.dumps(told))
