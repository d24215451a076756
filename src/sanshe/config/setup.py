"""What a new district starts with (areas, working days), what a new version needs, and what is kept every night."""

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
from sanshe.core.audit import actions as audit
from sanshe.core.calendar import actions as calendar
from sanshe.core.jobs.queries import HANDLERS, RULES
from sanshe.core.jobs.types import Handler, Rule
from sanshe.core.kit import clock
from sanshe.core.kit.access import SYSTEM
from sanshe.core.kit.refused import Refused

NIGHTLY = "config.backup"


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
    calendar.load_example_hours(first=2021, by=SYSTEM, at=clock.now())
    return f"2021–{last}"


def upgrade(say: Callable[[str], object]) -> None:
    """Back up what is there, then migrate; without pending migrations only keys and roles are looked after."""
    if pending():
        if connection.introspection.table_names():
            say(str(backup.make(settings.BACKUPS, progress=lambda step: None)))
        call_command("migrate", verbosity=0, interactive=False)
    prepare()


def back_up(to: Path) -> Path:
    """Seal the record, back up, and let go of the oldest: what `sanshe backup` and every night do."""
    audit.seal(at_real=clock.real())
    path = backup.make(to, progress=lambda step: None)
    backup.prune(to)
    return path


def every_night() -> None:
    """Let the worker back up at three; a demo is made anew instead."""
    if not settings.IS_DEMO:
        work = Handler(run=lambda payload: back_up(settings.BACKUPS), limit_seconds=3600, atomic=False)
        HANDLERS.add(NIGHTLY, work)
        RULES.add(NIGHTLY, Rule(every="day", job=NIGHTLY, at_hour=3))
