"""What the command line does with the record: check it, write the auditor's package."""

from collections.abc import Callable
from pathlib import Path

from sanshe.core.audit import actions, queries
from sanshe.core.audit.rules.verify import Verdict, sentence, state
from sanshe.core.kit import clock
from sanshe.core.kit.access import SYSTEM
from sanshe.core.kit.command import Command


def verify(say: Callable[[str], object], progress: Callable[[int], object] | None = None) -> int:
    """Seal and check; says every finding in a sentence. Answers 0 when whole, 1 when not."""
    actions.seal(at_real=clock.real())
    verdict = queries.verify(progress)
    for finding in verdict.findings[:200]:
        say(sentence(finding))
    say(_sums(verdict))
    return 0 if verdict.ok else 1


def _sums(verdict: Verdict) -> str:
    parts = f"{verdict.seals} 封，{verdict.events} 条（还没封的 {verdict.unsealed} 条），{state(verdict)}。"
    outside = f"还没寄存到库外的 {verdict.not_kept_outside} 封。" if verdict.not_kept_outside else ""
    return f"{parts}{outside}末封的根 {verdict.last_root}"


def export(path: Path) -> None:
    """Write the package (record, roots, program) to a file."""
    clock.refresh()
    with path.open("wb") as stream:
        actions.package(within=("",), by=SYSTEM, at=clock.now(), to=stream)


COMMANDS = (
    Command("verify", "核验操作记录 / verify the record of acts", lambda given, out: verify(out.say, out.bar("核验"))),
)
