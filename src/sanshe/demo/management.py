"""sanshe demo: make the district in an empty folder."""

import os
import shutil
from collections.abc import Callable
from pathlib import Path

UNFINISHED = "demo-unfinished"


def make_folder(say: Callable[[str], object], progress: Callable[..., object]) -> int:
    """Flag the folder, migrate, tell the story with a snapshot a moment, and end at the default moment."""
    data = Path(os.environ.get("SANSHE_DATA", "data")).resolve()
    if (data / UNFINISHED).exists():  # the last one was stopped half way: begin anew
        shutil.rmtree(data)
    if data.exists() and any(data.iterdir()):
        say(f"{data} 里已经有数据。演示区只建在空的文件夹里。")
        return 1
    if "DATABASE_URL" in os.environ or os.environ.get("SANSHE_PRODUCTION"):
        say("演示区只用 SQLite，也不能用生产设置。请去掉 DATABASE_URL 和 SANSHE_PRODUCTION。")
        return 1
    data.mkdir(parents=True, exist_ok=True)
    (data / UNFINISHED).touch()
    (data / "demo.json").write_text('{"demo": true}')
    import django  # the settings read the flag

    django.setup()
    tell(progress)
    (data / UNFINISHED).unlink()
    return 0


def tell(progress: Callable[..., object]) -> None:
    """Migrate and tell the story; the clock stands at the default moment at the end."""
    from django.core.management import call_command

    from sanshe.core.audit import actions as audit
    from sanshe.core.kit import clock
    from sanshe.core.kit.shanghai import at
    from sanshe.demo import adapters
    from sanshe.demo.actions.chapters import step_into
    from sanshe.demo.actions.clock import set_to
    from sanshe.demo.actions.story import steps
    from sanshe.demo.queries import first_seen, moment_of

    call_command("migrate", verbosity=0, interactive=False)
    told = list(steps())
    for done, (code, step) in enumerate(told, start=1):
        step()
        moment = moment_of(code)
        assert moment is not None
        audit.seal(at_real=clock.real())
        set_to(moment=code, at=at(moment.at), real=clock.real())
        adapters.snapshot(code)
        progress(done, len(told))
    step_into(first_seen().code)
