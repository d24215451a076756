"""sanshe demo: make the district in an empty folder, or go on where that was stopped."""

import gc
import os
from collections.abc import Callable, Iterator
from pathlib import Path

FLAG, UNFINISHED = "demo.json", "demo-unfinished"


def make_folder(say: Callable[[str], object], progress: Callable[..., object], *, is_first: bool = False) -> int:
    """Flag the folder and tell the story, a snapshot a moment; with `is_first` to where the demo opens."""
    data = Path(os.environ.get("SANSHE_DATA", "data")).resolve()
    if fault := _refusal(data):
        say(fault)
        return 1
    data.mkdir(parents=True, exist_ok=True)
    (data / UNFINISHED).touch()
    (data / FLAG).write_text('{"demo": true}')
    os.environ["DATABASE_URL"] = "sqlite://:memory:"  # only whole moments come into the folder
    import django  # the settings read the flag

    django.setup()
    gc.disable()  # a tenth of the time, and the process ends with the story
    if tell(progress, is_first=is_first):
        (data / UNFINISHED).unlink(missing_ok=True)
    return 0


def _refusal(data: Path) -> str:
    if data.exists() and any(data.iterdir()) and not (data / UNFINISHED).exists():
        return f"{data} 里已经有数据。演示区只建在空的文件夹里。"
    if "DATABASE_URL" in os.environ or os.environ.get("SANSHE_PRODUCTION"):
        return "演示区只用 SQLite，也不能用生产设置。请去掉 DATABASE_URL 和 SANSHE_PRODUCTION。"
    return ""


def tell(progress: Callable[..., object], *, is_first: bool) -> bool:
    """Tell what is not told yet; True when nothing is left. The house opens at the moment first seen."""
    from sanshe.demo import adapters
    from sanshe.demo.actions.story import tell_moment
    from sanshe.demo.queries import first_seen, moments, told

    opening = first_seen().code
    with adapters.telling():
        for code, step in _left(opening if is_first else ""):
            tell_moment(code, step)
            progress(len(told()), len(moments()))
            if code == opening:
                adapters.open_at(opening)
        if opening in told():  # also when the last one died between the two
            adapters.open_at(opening)
        return len(told()) == len(moments())


def _left(until: str) -> Iterator[tuple[str, Callable[[], None]]]:
    """The moments that are not told yet, up to this one, with the database where they begin."""
    from sanshe.demo import adapters
    from sanshe.demo.actions.story import go_on_after, steps
    from sanshe.demo.queries import moments, told

    there = told()
    if until in there or len(there) == len(moments()):
        return
    if there:
        go_on_after(there[-1])
    else:
        adapters.make_tables()
    for code, step in steps(after=there[-1] if there else ""):
        yield code, step
        if code == until:
            return
