"""Duties of the floors below."""

from datetime import datetime

from django.urls import reverse

from sanshe.core.accounts import phrases as accounts
from sanshe.core.accounts.enums import P as Accounts
from sanshe.core.accounts.queries import handovers_of
from sanshe.core.duties.enums import Owner
from sanshe.core.duties.queries import SOURCES
from sanshe.core.duties.types import Line, Said, Source
from sanshe.core.papers import phrases
from sanshe.core.papers.enums import P
from sanshe.core.papers.queries import TEMPLATES, to_approve
from sanshe.core.parties import phrases as parties
from sanshe.core.parties.enums import P as Parties
from sanshe.core.parties.queries import to_agree


def _text(line: Line, at: datetime) -> Said:
    code, version = line.facts[:2]
    blanks = {"title": TEMPLATES[code]["title"], "n": version}
    return Said(reverse("papers:template", args=[code]), blanks=blanks)


TEXTS = Source(
    "ledgers.templates",
    "文",
    phrases.TO_APPROVE,
    phrases.LOOK,
    Owner.HOLDER,
    P.TEMPLATES_APPROVE,
    to_approve,
    _text,
    scope="",
    place="",
    others="saved_by",
    facts=("code", "version"),
    label=phrases.TEXTS_TO_APPROVE,
)


def _handover(line: Line, at: datetime) -> Said:
    name, title = line.facts[:2]
    return Said(reverse("accounts:handover", args=[line.pk]), title, blanks=name)


HANDOVERS = Source(
    "accounts.handovers",
    "接",
    accounts.LEFT_DUTY[0],
    accounts.LEFT_DUTY[1],
    Owner.HOLDER,
    Accounts.MANAGE,
    lambda actor, at: handovers_of(actor),
    _handover,
    day="opened_at",
    facts=("term__user__name", "title"),
    label=accounts.LEFT_DUTY[2],
)


def _merge(line: Line, at: datetime) -> Said:
    return Said(reverse("parties:organisation", args=[line.pk]) + "#merge", line.facts[1], blanks=line.facts[0])


MERGINGS = Source(
    "parties.mergings",
    "人",
    parties.MERGE_DUTY[0],
    parties.MERGE_DUTY[1],
    Owner.HOLDER,
    Parties.WRITE,
    lambda actor, at: to_agree(),
    _merge,
    facts=("name", "merge_why"),
    others="merge_asked_by",
    label=parties.MERGE_DUTY[2],
)


def declare() -> None:
    """Called while the app is made ready."""
    for one in (TEXTS, HANDOVERS, MERGINGS):
        SOURCES.add(one.code, one)
