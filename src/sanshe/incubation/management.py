"""What the command line does with incubation: the proof pack of a batch."""

from collections.abc import Callable
from pathlib import Path

from sanshe.core.kit import clock
from sanshe.core.kit.access import SYSTEM
from sanshe.core.kit.areas import district_path
from sanshe.core.kit.command import DISTRICT, FILE, Command, plain
from sanshe.core.kit.refused import Refused
from sanshe.core.ui.queries import say as sentence
from sanshe.incubation.actions.decision import proof
from sanshe.incubation.phrases.decision.proof import NO_BATCH, PACKED
from sanshe.incubation.queries.call.batch import numbered

OK, REFUSED, WRONG = 0, 1, 2


def pack(no: int, path: Path, say: Callable[[str], object], *, district: str = "") -> int:
    """Write the proof pack of a batch to a file, by its number in a district. 1: refused; 2: no batch, or no file."""
    clock.refresh()
    try:
        found = numbered(no, district_path(district))
    except Refused as refusal:
        say(sentence(refusal.code, refusal.facts))
        return WRONG
    if len(found) != 1:
        say(str(NO_BATCH).format(no=no, n=len(found)))
        return WRONG
    try:
        data = proof.make(batch=found[0], by=SYSTEM, at=clock.now())
        path.write_bytes(data)
    except Refused as refusal:
        say(sentence(refusal.code, refusal.facts))
        return REFUSED
    except OSError as fault:
        say(f"{path}：{fault.strerror}")
        return WRONG
    say(str(PACKED).format(path=path, size=len(data)))
    return OK


COMMANDS = (
    Command(
        "pack",
        "一批的核验材料包 / the proof pack of a batch",
        lambda given, out: pack(given.batch, given.file, out.say, district=given.district),
        (plain("batch", type=int), FILE, DISTRICT),
    ),
)
