"""Run the import contracts of pyproject.toml, cut to the packages that exist so far."""

import os
import subprocess
import sys
import tempfile
import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SRC = ROOT / "src"


def _exists(name: str) -> bool:
    head, star, tail = name.partition(".*")
    if not star:
        path = SRC.joinpath(*name.split("."))
        return not name.startswith("sanshe") or path.exists() or path.with_suffix(".py").exists()
    return any(_exists(f"{head}.{p.name}{tail}") for p in SRC.joinpath(*head.split(".")).iterdir() if p.is_dir())


def _ini(settings: dict) -> str:
    lines = ["[importlinter]", "root_package = sanshe", "include_external_packages = True"]
    for number, contract in enumerate(settings["contracts"]):
        lines.append(f"[importlinter:contract:{number}]")
        for key, value in contract.items():
            if key in ("containers", "source_modules", "forbidden_modules"):
                value = [name for name in value if _exists(name)]
            text = "\n    " + "\n    ".join(value) if isinstance(value, list) else str(value)
            lines.append(f"{key} = {text}")
    return "\n".join(lines)


if __name__ == "__main__":
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]["importlinter"]
    with tempfile.NamedTemporaryFile("w", suffix=".ini", delete=False) as file:
        file.write(_ini(settings))
    tool = Path(sys.executable).with_name("lint-imports")
    sys.exit(
        subprocess.run(
            [tool, "--config", file.name, "--no-cache"], cwd=ROOT, env={**os.environ, "PYTHONPATH": str(SRC)}
        ).returncode
    )
