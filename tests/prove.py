"""Proofs too long for every run: `run.py prove` lists them, `run.py prove NAME` runs one.

They are the tests of the suite at their full size (`sized`); the suite runs each with its control at a small one.
"""

import os
import subprocess
import sys

PROOFS = {
    "faults": ("10,000 writes under 22 kills, PostgreSQL killed 6 times, a panel day under 6 kills", ["tests/faults"]),
    "forms": ("every form shown at three moments, sent with nothing and with rubbish", ["tests/house/test_forms.py"]),
    "matrix": ("every row of another area for every role that may open it", ["tests/test_matrix.py"]),
}


def sized(long, short):
    """The full size in a proof, a small one in the suite."""
    return long if os.environ.get("SANSHE_PROVE") else short


def main(words):
    """Run the named proofs, all of them for `all`; without a name say which there are."""
    named = list(PROOFS) if words == ["all"] else words
    if not named or not set(named) <= set(PROOFS):
        sys.stdout.write("".join(f"{name:8} {what}\n" for name, (what, _tests) in PROOFS.items()))
        return 2 if named else 0
    tests = [path for name in named for path in PROOFS[name][1]]
    environment = {**os.environ, "SANSHE_PROVE": "1", "DATABASE_URL": "sqlite://:memory:"}
    return subprocess.run([sys.executable, "-m", "pytest", "-q", "--durations=10", *tests], env=environment).returncode


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
