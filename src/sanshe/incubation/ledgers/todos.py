"""What incubation asks of people: to-dos for each role, found anew whenever the desk is opened."""

from datetime import datetime

from django.urls import reverse

from sanshe.core.accounts.enums import P as Accounts
from sanshe.core.accounts.queries import are_held
from sanshe.core.calendar.types import Due
from sanshe.core.kit.access import Actor
from sanshe.core.ledgers.queries import STEPS, TODOS, WORKS
from sanshe.core.ledgers.types import Step, Todo, TodoItem, Work
from sanshe.core.parties.enums import P as Parties
from sanshe.core.ui.queries import NAV
from sanshe.core.ui.types import NavItem
from sanshe.incubation.enums.access import P, Role
from sanshe.incubation.ledgers.finished import FINISHED
from sanshe.incubation.pages import desk
from sanshe.incubation.phrases.access import PEOPLE_STEP
from sanshe.incubation.phrases.ledgers import BATCH_STEP, OFFICES_STEP
from sanshe.incubation.phrases.ledgers import TODOS as WORDS
from sanshe.incubation.phrases.nav import NAME, SHORT
from sanshe.incubation.phrases.stay.todos import TODOS as STAY
from sanshe.incubation.queries import todos
from sanshe.incubation.queries.call import planning

PARTS = {
    "plan_judge": "#plan",
    "talk_first": "#supervision",
    "talk_follow": "#supervision",
    "link": "#links",
    "receipt": "#support",
    "desk": "#support",
    "report_judge": "#reports",
}


def item(kind: str, batch_name: str, url: str, due: Due | None = None, n: object = "") -> TodoItem:
    """One line of the desk's queue."""
    title, act = {**WORDS, **STAY}[kind]
    said = {"due": due.moment if due else None, "kind_of_day": due.kind if due else ""}
    return TodoItem(
        seal="孵", title=str(title).format(n=n), detail=batch_name, url=url, act_label=act, state="run", **said
    )


def find(actor: Actor, at: datetime) -> list[TodoItem]:
    """Everything incubation waits for from this person."""
    return [item(kind, name, reverse(f"incubation:{to}", kwargs=where) + PARTS.get(kind, ""), due, n)
             for kind, name, to, where, due, n in todos.waiting(actor, at)]  # fmt: skip


def are_manned(actor: Actor, at: datetime) -> bool:
    """Whether who drafts a call and who approves it are there, and are two people."""
    return are_held(actor, (Role.CENTRE_OPERATOR, Role.BUREAU_OFFICER), at)


def declare() -> None:
    """Tell the house; called once while the app is made ready."""
    TODOS.add("incubation", Todo(code="incubation", needs=(P.BATCH_READ, P.SCORE_WRITE), find=find))
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
