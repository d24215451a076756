"""What the installed apps bring, found in their packages: a new app is one line in the settings."""

from collections.abc import Iterator
from importlib import import_module
from importlib.util import find_spec
from types import ModuleType

from django.conf import settings


def brought(room: str) -> Iterator[ModuleType]:
    """This room of each installed app that has one, the lowest floor first."""
    for app in reversed(settings.SANSHE_APPS):
        if find_spec(f"{app}.{room}"):
            yield import_module(f"{app}.{room}")


def places() -> Iterator[tuple[str, str]]:
    """(where they stand, module of addresses). An app's stand under its own name, unless its `urls` has PLACES."""
    for module in brought("urls"):
        own = {f"{module.__name__.split('.')[-2]}/": module.__name__}
        yield from getattr(module, "PLACES", own).items()
