"""What a new district starts with (its areas, the working days that are published), and what a new version needs."""

from collections.abc import Callable
from pathlib import Path

from django.conf import settings
from django.core.management import call_command
from django.db import connection

from sanshe.config import backup
from sanshe.config.health import pending
from sanshe.core.accounts.management import prepare
from sanshe.core.areas import actions as areas
from sanshe.core.areas.adapters import read
from sanshe.core.areas.phrases import SENTENCES
from sanshe.core.calendar import actions as calendar
from sanshe.core.kit import clock
from sanshe.core.kit.access import SYSTEM
from sanshe.core.kit.refused import Refused


def steps(path: Path) -> tuple[Callable[[], str], ...]:
    """The steps of `sanshe init`, each saying what it loaded."""
    return (lambda: load_areas(path), load_calendar)


def load_areas(path: Path) -> str:
    """Load the district's list; the faults by line when it is not sound."""
    try:
        lines = read(path)
    except Refused as refused:
        raise SystemExit(f"{path}\t{str(SENTENCES[refused.code]).format(**refused.facts)}") from refused
    except OSError as fault:
        raise SystemExit(f"{path}\t{fault.strerror}") from fault
    faults = areas.load(lines=lines, by=SYSTEM, at=clock.now())
    if faults:
        raise SystemExit("\n".join(f"{fault.line}\t{fault.text}\t{SENTENCES[fault.code]}" for fault in faults))
    return f"{path.name}\t{len(lines)}"


def load_calendar() -> str:
    """Load the years published so far, from 2021 on."""
    last = clock.now().year
    calendar.load_published(first=2021, last=last, by=SYSTEM, at=clock.now())
    return f"2021–{last}"


def upgrade(say: Callable[[str], object]) -> None:
    """Back up what is there, then migrate; without pending migrations only keys and roles are looked after."""
    if pending():
        if connection.introspection.table_names():
            say(str(backup.make(settings.BACKUPS, progress=lambda step: None)))
        call_command("migrate", verbosity=0, interactive=False)
    prepare()
