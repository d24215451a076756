"""Two toy subjects declared to the house, a notice of titles, and people of every duty."""

from types import SimpleNamespace

import pytest

from tests.objections import world

CODES = {
    "district_admin": ("toys.handle", "games.handle"),
    "subdistrict_manager": ("toys.review",),
    "auditor": ("toys.follow",),
    "community_worker": ("toys.handle",),
}


@pytest.fixture(autouse=True)
def subjects(monkeypatch):
    """Declared for one test, and forgotten again."""
    from sanshe.core.audit import queries as audit
    from sanshe.core.duties.queries import SOURCES
    from sanshe.core.figures.queries import INDICATORS
    from sanshe.core.kit import roles
    from sanshe.core.ledgers.queries import LEDGERS
    from sanshe.core.notices.queries import TEMPLATES
    from sanshe.core.objections import ledgers
    from sanshe.core.objections.queries import SUBJECTS
    from sanshe.core.tracking.queries import TRACKED

    for registry in (audit.NAMED, INDICATORS, SOURCES, LEDGERS, TEMPLATES, SUBJECTS, TRACKED):
        monkeypatch.setattr(registry, "_items", dict(registry._items))
    for role, codes in CODES.items():
        monkeypatch.setitem(roles.GRANTS, role, {*roles.GRANTS[role], *codes})
    for kind, subject in ((world.TITLE, world.title()), (world.ALLOCATION, world.allocation())):
        SUBJECTS.add(kind, subject)
        ledgers.declare(kind)
    world.toys.people, world.toys.run, world.toys.shut, world.toys.seed = {}, None, {}, "lot-and-word"


@pytest.fixture
def case(db, user_as):
    """An objection to the first of two titles, and people: who may handle it (three), review it, follow it, and who had
    a part in it. `case.actor(name)` acts, `case.users[name]` signs in."""
    from sanshe.core.accounts.queries import actor_for
    from sanshe.core.calendar.actions import load_published
    from sanshe.core.kit.access import SYSTEM
    from sanshe.core.objections import actions

    load_published(first=2021, last=2025, by=SYSTEM, at=world.AT)
    roles = {"handler": "district_admin", "other": "district_admin", "third": "district_admin"}
    roles |= {"drafter": "district_admin", "reviewer": "subdistrict_manager", "follower": "auditor"}
    roles |= {"recommender": "community_worker"}
    users = {name: user_as(role) for name, role in roles.items()}
    made = SimpleNamespace(users=users)
    made.actor = lambda name: actor_for(users[name], world.AT)
    made.key = world.announce(by=made.actor("drafter"))
    made.subject = next(iter(world.toys.titles))
    where = {"kind": world.TITLE, "listing": made.key, "subject": made.subject}
    made.row = actions.raise_(**where, said=world.SAID, at=world.AT)
    return made
