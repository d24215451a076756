"""What the command line does with figures: recounted, compared."""

import json
from argparse import Namespace
from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager
from datetime import datetime

from sanshe.core.figures import queries
from sanshe.core.figures.enums import R
from sanshe.core.figures.phrases import SAID
from sanshe.core.kit import clock
from sanshe.core.kit.areas import district_path
from sanshe.core.kit.command import DISTRICT, Command, Console, flag, optional
from sanshe.core.kit.hook import Hook
from sanshe.core.kit.refused import Refused
from sanshe.core.ui.queries import say as sentence

Say = Callable[[str], object]
OK, DIFFERS, WRONG = 0, 1, 2


def _no_moment(code: str) -> AbstractContextManager[datetime]:
    raise Refused(R.NO_MOMENT, code=code)


MOMENT: Hook[[str], AbstractContextManager[datetime]] = Hook(_no_moment)
"""A kept moment by its code: inside, the database is the one of then, and the value is the time it stands at."""


def figures(say: Say, *, as_json: bool = True, check: bool = False, district: str = "", moment: str = "") -> int:
    """Count every figure a district published from the records, now or at a kept moment. With `check`, 1 when a
    counter differs from them."""
    try:
        with _at(moment) as at:
            return _figures(say, district_path(district), at, as_json=as_json, check=check)
    except Refused as refusal:
        say(sentence(refusal.code, refusal.facts))
        return WRONG


@contextmanager
def _at(moment: str) -> Iterator[datetime]:
    if moment:
        with MOMENT(moment) as at:
            yield at
    else:
        clock.refresh()
        yield clock.now()


def _figures(say: Say, path: str, at: datetime, *, as_json: bool, check: bool) -> int:
    found = queries.published(path, at)
    say(json.dumps(found, ensure_ascii=False) if as_json else _plain(found))
    if not check:
        return OK
    wrong = queries.differences(path)
    for code, counted, kept in wrong:
        say(str(SAID["differs"]).format(code=code, counted=counted, kept=kept))
    return DIFFERS if wrong else OK


def _plain(found: Mapping[str, object]) -> str:
    return "\n".join(f"{name}\t{json.dumps(value, ensure_ascii=False)}" for name, value in found.items())


def _run(given: Namespace, out: Console) -> int:
    asked = {"district": given.district, "moment": given.moment}
    return figures(out.say, as_json=given.json, check=given.check, **asked)


MOMENT_TYPED = optional("--moment", help="演示区的一个时点 / a moment of the demo")
COMMANDS = (
    Command(
        "figures",
        "从记录重算全部公布数字 / recount all published figures",
        _run,
        (flag("--json"), flag("--check"), DISTRICT, MOMENT_TYPED),
    ),
)
