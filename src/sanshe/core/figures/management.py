"""What the command line does with figures: recounted, compared."""

import json
from collections.abc import Callable, Mapping

from sanshe.core.figures import queries
from sanshe.core.figures.phrases import SAID
from sanshe.core.kit.areas import district_path
from sanshe.core.kit.command import DISTRICT, Command, flag
from sanshe.core.kit.refused import Refused
from sanshe.core.ui.queries import say as sentence

Say = Callable[[str], object]
OK, DIFFERS, WRONG = 0, 1, 2


def figures(say: Say, *, as_json: bool = True, check: bool = False, district: str = "") -> int:
    """Count every figure a district published from the records. With `check`, 1 when a counter differs from them."""
    try:
        path = district_path(district)
    except Refused as refusal:
        say(sentence(refusal.code, refusal.facts))
        return WRONG
    found = queries.published(path)
    say(json.dumps(found, ensure_ascii=False) if as_json else _plain(found))
    if not check:
        return OK
    wrong = queries.differences(path)
    for code, counted, kept in wrong:
        say(str(SAID["differs"]).format(code=code, counted=counted, kept=kept))
    return DIFFERS if wrong else OK


def _plain(found: Mapping[str, object]) -> str:
    return "\n".join(f"{name}\t{json.dumps(value, ensure_ascii=False)}" for name, value in found.items())


COMMANDS = (
    Command(
        "figures",
        "从记录重算全部公布数字 / recount all published figures",
        lambda given, out: figures(out.say, as_json=given.json, check=given.check, district=given.district),
        (flag("--json"), flag("--check"), DISTRICT),
    ),
)
