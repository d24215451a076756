"""What was recorded of an organisation between two days, in words."""

from typing import Any

from sanshe.core.kit.hours import hours
from sanshe.core.kit.money import yuan
from sanshe.incubation.phrases.stay import report as words


def lines(facts: dict[str, Any]) -> list[tuple[Any, str]]:
    """(label, text) as a page and a paper say it."""
    talks, came, spent = facts["supervision"], facts["trainings"], facts["spent"]
    none = str(words.NONE)
    return [
        (words.MILESTONES, "；".join(facts["milestones"]) or none),
        (words.TRAININGS, str(words.CAME).format(**came) if came["held"] else none),
        (words.TALKS, str(words.TALKED).format(n=talks["n"], hours=hours(talks["sum"])) if talks["n"] else none),
        (words.LINKS, "；".join(facts["links"]) or none),
        (
            words.MONEY,
            str(words.MONEYS).format(given=yuan(facts["given"]["sum"]), spent=yuan(spent["sum"]), n=spent["n"]),
        ),
    ]
