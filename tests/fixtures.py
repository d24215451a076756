"""Fixtures of the whole house: people in their roles, signed-in clients, moments of business. A pytest plugin."""

from datetime import UTC, date, datetime
from urllib.parse import urlencode
from uuid import UUID, uuid4
from zoneinfo import ZoneInfo

import pytest

EARLY = date(2020, 1, 1)
FORM = "application/x-www-form-urlencoded"
NAMES = {
    "district_admin": "郝敏",
    "bureau_officer": "侯建平",
    "centre_operator": "梁晓芸",
    "panelist": "白志远",
    "organisation_rep": "崔玉兰",
    "subdistrict_manager": "贺晓东",
    "community_worker": "田晓红",
    "auditor": "孔维民",
}


def name_in(role: str | None) -> str:
    """What the tests call whoever holds a role, also one that an app adds; a resident, who has none, is not named."""
    return NAMES.get(role, "秦立峰") if role else ""


@pytest.hookimpl(tryfirst=True)  # before the groups are read
def pytest_collection_modifyitems(items):
    """What a module prepares once (the story of the demo) is prepared once: its tests stay with one worker."""
    for item in items:
        if any(one[-1].scope == "module" for one in item._fixtureinfo.name2fixturedefs.values()):
            item.add_marker(pytest.mark.xdist_group(item.module.__name__))


@pytest.fixture(autouse=True, scope="session")
def _keys_in_memory():
    """One key ring, the same for every worker: what one told, another reads. No test reads or writes key files unless
    it means to."""
    from sanshe.core.privacy.rules import keys
    from sanshe.core.privacy.types import KeyRing

    ring = KeyRing({"7e57": b"k" * 32}, b"b" * 32)
    keys.come_from(lambda: ring)


@pytest.fixture(autouse=True)
def _nothing_kept():
    """Every test begins with nothing in memory of another test's tables."""
    from sanshe.core.kit import kept

    for one in kept.ALL:
        one.forget()


@pytest.fixture(autouse=True, scope="session")
def _no_form_names_a_row_that_its_page_has_not():
    """A form whose `drawn` finds no row would be drawn without it and refused when it is sent: no page is drawn so. A
    page without a row yet says so by None."""
    from django.template.base import FilterExpression, Variable

    resolve = FilterExpression.resolve

    def insisting(self, context, ignore_failures=False):
        row, dot, last = str(self.var).rpartition(".")
        is_mark = self.is_var and dot and last == "mark" and not ignore_failures
        if is_mark and Variable(row).resolve(context) is not None:
            self.var.resolve(context)
        return resolve(self, context, ignore_failures)

    FilterExpression.resolve = insisting
    yield
    FilterExpression.resolve = resolve


@pytest.fixture
def still(monkeypatch):
    """Small kept tables are asked once and not again, so that queries can be counted on a slow machine too."""
    from sanshe.core.kit import kept

    monkeypatch.setattr(kept.Kept, "SECONDS", 1e9)


@pytest.fixture
def at():
    """A moment in UTC from Shanghai text: at('2022-01-05 15:20')."""

    def moment(text: str) -> datetime:
        return datetime.fromisoformat(text).replace(tzinfo=ZoneInfo("Asia/Shanghai")).astimezone(UTC)

    return moment


@pytest.fixture
def it_is(at, monkeypatch):
    """Set the business clock for everything in this test, requests too: it_is('2022-01-05 15:20')."""
    from sanshe.core.kit import clock

    def put(text: str) -> datetime:
        shift = at(text) - clock.real()
        monkeypatch.setattr(clock._source, "_source", lambda: shift)
        clock.refresh()
        return at(text)

    yield put
    monkeypatch.undo()
    clock.refresh()


@pytest.fixture
def actor():
    """An Actor of a role for an area or organisation, as values, no rows: actor('bureau_officer', path='140213')."""
    from sanshe.core.kit.access import Actor, Grant
    from sanshe.core.kit.roles import GRANTS, ROLES

    def make(role: str, path: str = "140213", organisation: UUID | None = None, id: UUID | None = None) -> Actor:
        grant = Grant(role, frozenset(GRANTS[role]), path, organisation)
        is_staff = ROLES[role].is_office
        return Actor(id=id or uuid4(), name=name_in(role), is_staff=is_staff, grants=(grant,))

    return make


@pytest.fixture
def few_areas(db):
    """A list of areas, for what is done only where an area stands."""
    from sanshe.core.areas.actions import load
    from sanshe.core.kit.access import SYSTEM

    lines = [
        ("140213", "district", "平城区", "140200"),
        ("140213003", "subdistrict", "迎宾街道", "140213"),
        ("140213003001", "community", "明珠社区", "140213003"),
        ("140213003002", "community", "和泰社区", "140213003"),
        ("140214", "district", "云冈区", "140200"),
        ("140214029", "subdistrict", "口泉街道", "140214"),
    ]
    assert not load(lines=lines, by=SYSTEM, at=datetime(2020, 1, 1, tzinfo=UTC))


@pytest.fixture
def user_as(db):
    """A user with one appointment, in the database. role=None: a resident who signed in by phone."""
    from sanshe.core.accounts import actions
    from sanshe.core.kit.access import SYSTEM
    from sanshe.core.kit.roles import ROLES

    actions.sync_roles()
    made = datetime(2020, 1, 1, tzinfo=UTC)

    def make(role: str | None = None, path: str = "140213", organisation: UUID | None = None, name: str | None = None):
        is_staff = role is not None and ROLES[role].is_office
        who = {"username": f"u{uuid4().hex[:12]}"} if is_staff else {"phone": f"139{uuid4().int % 10**8:08}"}
        name = name_in(role) if name is None else name
        user = actions.create_user(by=SYSTEM, at=made, name=name, is_staff=is_staff, **who)
        if role:
            actions.appoint(
                user=user, role=role, area_path=path, organisation=organisation, by=SYSTEM, at=made, starts=EARLY
            )
        return user

    return make


@pytest.fixture
def client_of():
    """A browser in which a user is signed in; each write carries a request id of its own, and comes from a page opened
    just now where it does not say from which."""
    from django.test import Client

    from tests.drawn import fresh

    class Browser(Client):
        def post(self, path, data=None, *args, **extra):
            is_form = (data is None or isinstance(data, dict)) and not args and "content_type" not in extra
            if is_form and "drawn" not in (data or {}) and (drawn := fresh(path)):
                data = {**(data or {}), "drawn": drawn}
            return super().post(path, data, *args, **extra)

        def generic(self, method, path, *args, **extra):
            if method == "POST" and not args and "data" not in extra:
                extra |= {"data": urlencode({"drawn": fresh(path)}), "content_type": FORM}
            if method not in ("GET", "HEAD", "OPTIONS") and not extra.pop("without_request_id", False):
                extra.setdefault("headers", {})
                extra["headers"] = {"X-Request-Id": str(uuid4()), **(extra["headers"] or {})}
            return super().generic(method, path, *args, **extra)

    def make(user=None):
        browser = Browser()
        browser.user = user
        if user:
            browser.force_login(user)
            session = browser.session
            session["accounts.second_factor"] = True
            session.save()
        return browser

    return make


@pytest.fixture
def client_as(user_as, client_of):
    """A browser of somebody in a role: client_as('bureau_officer').get('/'). `.user`, `.actor` tell who."""
    from sanshe.core.accounts.queries import actor_for

    def make(role: str | None = None, path: str = "140213", organisation: UUID | None = None):
        browser = client_of(user_as(role, path, organisation))
        browser.actor = actor_for(browser.user, datetime.now(UTC))
        return browser

    return make


@pytest.fixture
def visitor(client_of):
    """A browser of nobody."""
    return client_of()
