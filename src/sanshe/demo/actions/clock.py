"""The demo's clock: one row, read by every request, task and command."""

import datetime

from sanshe.core.kit import clock
from sanshe.demo.models import DemoClock


def set_to(*, moment: str, at: datetime.datetime, real: datetime.datetime) -> None:
    """Let the demo's clock show `at` now."""
    shift = int((at - real).total_seconds())
    DemoClock.objects.update_or_create(pk=1, defaults={"shift_seconds": shift, "seen_at": real, "moment": moment})
    clock.refresh()


def seen(*, real: datetime.datetime) -> None:
    """The house runs: called each minute, so that a stop can be taken out of the demo's time."""
    DemoClock.objects.filter(pk=1).update(seen_at=real)


def resume(*, real: datetime.datetime) -> None:
    """Go on where the clock stood when the house was last seen running."""
    row = DemoClock.objects.filter(pk=1).first()
    if row is not None and real > row.seen_at:
        stood = row.seen_at + datetime.timedelta(seconds=row.shift_seconds)
        set_to(moment=row.moment, at=stood, real=real)
