"""Run the import contracts of pyproject.toml over src, or over another folder that holds the package."""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
TOOL = Path(sys.executable).with_name("lint-imports")


def run(source: Path = ROOT / "src", **how: object) -> subprocess.CompletedProcess[str]:
    """Lint the package in `source`; `how` goes to subprocess."""
    command = [str(TOOL), "--config", str(ROOT / "pyproject.toml"), "--no-cache", "--no-logo"]
    return subprocess.run(command, cwd=source, env={**os.environ, "PYTHONPATH": str(source)}, text=True, **how)


if __name__ == "__main__":
    sys.exit(run(Path(sys.argv[1]).resolve() if sys.argv[1:] else ROOT / "src").returncode)
