"""Compiles the translations into the package; everything else stands in pyproject.toml."""

import sys
from pathlib import Path

from setuptools import setup
from setuptools.command.build_py import build_py

sys.path.insert(0, str(Path(__file__).resolve().parent))

from tests import translations  # noqa: E402 - found only from here


class Build(build_py):
    """The package with its .mo files, which the repository does not keep."""

    def run(self) -> None:
        translations.compiled()
        super().run()


setup(cmdclass={"build_py": Build})
