"""What a new district starts with: its areas and the working days that are published."""

from collections.abc import Callable
from pathlib import Path

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
