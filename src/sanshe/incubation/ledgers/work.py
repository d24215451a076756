"""Incubation as a work of the house: its line, its place in the rail, its first steps."""

from datetime import datetime

from sanshe.core.accounts.enums import P as Accounts
from sanshe.core.accounts.queries import are_held
from sanshe.core.kit.access import Actor
from sanshe.core.ledgers.queries import STEPS, WORKS
from sanshe.core.ledgers.types import Step, Work
from sanshe.core.parties.enums import P as Parties
from sanshe.core.ui.queries import NAV
from sanshe.core.ui.types import NavItem
from sanshe.incubation.enums.access import P, Role
from sanshe.incubation.ledgers.finished import FINISHED
from sanshe.incubation.pages import desk
from sanshe.incubation.phrases.access import PEOPLE_STEP
from sanshe.incubation.phrases.ledgers import BATCH_STEP, OFFICES_STEP
from sanshe.incubation.phrases.nav import NAME, SHORT
from sanshe.incubation.queries.call import planning


def are_manned(actor: Actor, at: datetime) -> bool:
    """Whether who drafts a call and who approves it are there, and are two people."""
    return are_held(actor, (Role.CENTRE_OPERATOR, Role.BUREAU_OFFICER), at)


def declare() -> None:
    """Tell the house; called once while the app is made ready."""
    where = {"needs": P.BATCH_READ, "url_name": "incubation:home"}
    WORKS.add(
        "incubation",
        Work("incubation", "孵", NAME, line=desk.line, waiting=desk.waiting, order=10, finished=FINISHED, **where),
    )
    people = ("people", *PEOPLE_STEP, Accounts.MANAGE, "accounts:appoint", are_manned, 30)
    offices = ("offices", *OFFICES_STEP, Parties.OFFICES, "parties:offices", planning.has_offices, 20)
    batch = ("batch", *BATCH_STEP, P.BATCH_PLAN, "incubation:plan", planning.has_batch, 90)
    for step in (Step(*people), Step(*offices), Step(*batch)):
        STEPS.add(step.code, step)
    NAV.add("incubation", NavItem("孵", NAME, "incubation:home", (P.BATCH_READ,), order=10, phone=True, short=SHORT))
