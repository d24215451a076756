"""Run the import contracts of pyproject.toml over src, or over another folder that holds the package.

The contract of rooms is about every app, and which these are is found: a package with an `apps.py`.
"""

import os
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
TOOL = Path(sys.executable).with_name("lint-imports")
EVERY_APP = 'containers = ["every app"]'


def apps(source: Path) -> list[str]:
    """The apps in a folder that holds the package, by their dotted names."""
    return sorted(".".join(path.parent.relative_to(source).parts) for path in source.glob("sanshe/**/apps.py"))


def config(source: Path) -> str:
    """The contracts of pyproject.toml, or of the one beside this folder, with the apps of the folder."""
    beside = source.parent / "pyproject.toml"
    text = (beside if beside.exists() else ROOT / "pyproject.toml").read_text()
    if EVERY_APP not in text:
        raise ValueError(f"pyproject.toml has no contract with {EVERY_APP}")
    return text.replace(EVERY_APP, f"containers = {apps(source)!r}")


def run(source: Path = ROOT / "src", **how: object) -> subprocess.CompletedProcess[str]:
    """Lint the package in `source`; `how` goes to subprocess."""
    with tempfile.NamedTemporaryFile("w", suffix=".toml", encoding="utf-8") as file:
        file.write(config(source))
        file.flush()
        command = [str(TOOL), "--config", file.name, "--no-cache", "--no-logo"]
        return subprocess.run(command, cwd=source, env={**os.environ, "PYTHONPATH": str(source)}, text=True, **how)


if __name__ == "__main__":
    sys.exit(run(Path(sys.argv[1]).resolve() if sys.argv[1:] else ROOT / "src").returncode)
