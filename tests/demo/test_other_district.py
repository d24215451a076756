"""Two districts in one house: nothing of one is on any page, in any list, search, export or answer of the other.

Each person of Pingcheng walks from the desk along every link, two pages of each address; what belongs to Yungang must
stand nowhere. Yungang's own people walk the same way and find it: so it could have been found.
"""

import io
import zipfile
from collections import Counter
from datetime import date
from html.parser import HTMLParser
from urllib.parse import parse_qs, urlsplit

import pytest
from django.urls import Resolver404, resolve

from sanshe.core.areas.models import Area
from sanshe.core.audit.models import AuditEvent
from sanshe.core.figures.queries import published
from sanshe.core.kit import clock
from sanshe.core.kit.access import SYSTEM
from sanshe.core.ledgers.queries import LEDGERS
from sanshe.core.notices import actions as notices
from sanshe.core.notices.models import PublicNotice
from sanshe.core.notices.types import Contact, Span, Wording
from sanshe.core.papers.types import Doc
from sanshe.core.parties.actions import register_organisation
from sanshe.core.parties.enums import Side
from sanshe.core.parties.queries import office_for
from sanshe.incubation.actions.call.batch import plan_batch
from sanshe.incubation.models import Application
from sanshe.incubation.story.applications import credit_code
from tests.matrix import faces

pytestmark = pytest.mark.django_db
UNTIL = "0218a"
NOW = "2022-02-18 08:30"
EAST, WEST = "140213", "140214"
EASTERN = ("liang", "qiao", "kong", "tianx")
WESTERN = {"yan": "district_admin", "mi": "centre_operator"}
MADE = ("金丝雀互助社", "金丝雀申请", "金丝雀公示", "金丝雀批次")
OURS = ("云冈", "西花园", "槐园", "罗建新", "庞秀云", "闫素芳", "连俊峰", "米秀英", WEST, *MADE)
CHOICE = {"desk:districts", "districts:choose"}  # where a visitor chooses a district they are named, and only there
EACH = 2


@pytest.fixture
def canary(told, at):
    """What Yungang has of its own: an organisation, a batch with an application, a notice in public, acts on record."""
    when = {"by": SYSTEM, "at": at("2022-02-01 09:00")}
    legal = {"registration": "registered", "credit_code": credit_code(77_001), "area_path": f"{WEST}029001"}
    party = register_organisation(name="金丝雀互助社", head_name="庞秀云", head_phone="13903529999", **legal, **when)
    centre = office_for(WEST, Side.RUNS)
    type(centre).objects.filter(pk=centre.pk).update(operator=party)
    centre.refresh_from_db()
    days = {"screening_until": date(2022, 3, 11), "panel_on": date(2022, 3, 14)}
    days |= {"signing_from": date(2022, 4, 1), "signing_to": date(2022, 4, 8)}
    batch = plan_batch(centre=centre, no=3, name="金丝雀批次", **days, **when)
    told_ = {"organisation": party, "serial": 1, "submitted_at": when["at"], "saved_at": when["at"]}
    where = {"batch": batch, "area_path": WEST, "draft_code": "C-1", "number": "03-001", "state": "submitted"}
    row = Application.objects.create(name="金丝雀申请", **where, **told_)
    wording = Wording(Doc("金丝雀公示"), ("金丝雀互助社",))
    said = {"kind": "test", "series": "yfgs", "office": "云服公示", "area_path": WEST}
    span = Span(date(2022, 2, 1), date(2022, 3, 1))
    contact = Contact("云冈区民政局", "0352-0000001", "西花园", "工作日")
    notice = notices.draft(wording=wording, contact=contact, span=span, **said, **when)
    notices.approve(notice=notice, **when)
    notice = notices.publish(notice=notice, **when)
    return {"organisation": party, "batch": batch, "application": row, "notice": notice, "office": centre}


class Links(HTMLParser):
    """The addresses a page leads to by GET: links, and forms that ask."""

    def __init__(self):
        super().__init__()
        self.found = []

    def handle_starttag(self, tag, attrs):
        told = dict(attrs)
        to = told.get("href") if tag == "a" else told.get("action") if told.get("method", "get") == "get" else ""
        to = to or told.get("data-poll") or ""
        if to.startswith("/") and not to.startswith("//"):
            self.found.append(to.partition("#")[0])


def name_of(address):
    try:
        found = resolve(urlsplit(address).path)
    except Resolver404:
        return ""
    return f"{found.view_name}/{found.kwargs.get('code', '')}" if "code" in found.kwargs else found.view_name


def text_of(answer):
    """What an answer says: pages, texts, and what is packed inside sheets and papers."""
    data = b"".join(answer.streaming_content) if answer.streaming else answer.content
    if data[:2] == b"PK":
        with zipfile.ZipFile(io.BytesIO(data)) as pack:
            data = b"\n".join(pack.read(name) for name in pack.namelist())
    if "json" in answer.get("Content-Type", ""):
        data = data.decode().encode().decode("unicode_escape", errors="ignore").encode(errors="ignore")
    return data.decode(errors="ignore")


def walked(browser, start=("/",)):
    """(address, what it says) along every link from these on, a few pages of each address."""
    todo, asked, often = [*start], set(), Counter()
    while todo:
        address = todo.pop(0)
        name = name_of(address)
        if address in asked or not name or often[name] >= EACH or "logout" in address:
            continue
        asked.add(address)
        often[name] += 1
        answer = browser.get(address)
        if answer.status_code != 200:
            continue
        text = text_of(answer)
        yield address, name, text
        if "html" in answer["Content-Type"]:
            links = Links()
            links.feed(text)
            todo += links.found


def plain():
    """Every address without a blank that somebody may ask for: what no link leads to is asked for too."""
    return ["/", *(face.path() for face in faces() if face.name and not face.blanks and "GET" in face.asks())]


def asked_for():
    """Lists narrowed to the other district, its name looked for, its ledgers as files and by program."""
    looks = [f"/search/?q={word}" for word in ("金丝雀", "云冈", "槐园", "庞秀云", "西花园", credit_code(77_001))]
    books = [f"/ledgers/{code}/?area={WEST}" for code in LEDGERS.codes()]
    files = [f"/ledgers/{code}/export.csv" for code in LEDGERS.codes()]
    api = [f"/api/v1/ledgers/{code}/rows/?size=200" for code in LEDGERS.codes()]
    return [*looks, *books, *files, *api, f"/notices/?district={WEST}", f"/api/v1/notices/?district={WEST}"]


def seen(browser, start, words):
    """(words that stood somewhere, addresses they stood on, names of the addresses walked)."""
    found, where, names = set(), [], set()
    for address, name, text in walked(browser, start):
        names.add(name)
        own = text.replace(address, "").replace(f"district={WEST}", "").replace(f"area={WEST}", "")
        asked = parse_qs(urlsplit(address).query).get("q", [""])[0]  # a page may say again what was typed
        here = {word for word in words if word in own and word != asked}
        if here and name not in CHOICE:
            found |= here
            where.append((address, sorted(here)))
    return found, where, names


@pytest.mark.parametrize("key", EASTERN)
def test_nothing_of_the_other_district_is_on_any_page(key, canary, as_person):
    browser = as_person(key, NOW)
    browser.raise_request_exception = False
    _found, where, names = seen(browser, [*plain(), *asked_for()], OURS)
    assert not where, "\n".join(map(str, where))
    assert len(names) > 30


def test_a_visitor_and_a_resident_see_the_district_they_chose(canary, as_person, client_of, user_as, it_is):
    for browser in (as_person("", NOW), client_of(user_as(None))):
        it_is(NOW)
        browser.raise_request_exception = False
        browser.get(f"/d/{EAST}/")
        _found, where, names = seen(browser, [*plain(), "/notices/"], OURS)
        assert not where, "\n".join(map(str, where))
        assert "notices:notice" in names


@pytest.mark.parametrize(("key", "role"), WESTERN.items())
def test_its_own_people_find_it_the_same_way(key, role, canary, as_person):
    browser = as_person(key, NOW)
    browser.raise_request_exception = False
    found, where, _names = seen(browser, [*plain(), *asked_for()], OURS)
    assert set(MADE) <= found and where, role
    eastern, _where, _names = seen(browser, plain(), ("永泰街道", "第三批社会组织孵化"))
    assert eastern == set()


def test_rows_of_the_other_district_are_missing_by_their_address(canary, as_person):
    gone = [
        f"/parties/{canary['organisation'].pk}/",
        f"/parties/offices/{canary['office'].pk}/",
        f"/incubation/applications/{canary['application'].pk}/",
        f"/incubation/batches/{canary['batch'].pk}/",
        f"/notices/desk/{canary['notice'].pk}/",
        f"/areas/{WEST}/",
        "/areas/140214029001/",
    ]
    own = as_person("mi", NOW)
    assert {address: own.get(address).status_code for address in gone if "offices" not in address} == dict.fromkeys(
        (address for address in gone if "offices" not in address), 200
    )
    for key in ("liang", "qiao", "kong", "hao"):
        browser = as_person(key, NOW)
        assert {browser.get(address).status_code for address in gone} <= {404, 403}, key
        assert browser.get(gone[0]).status_code == browser.get(f"/areas/{WEST}/").status_code == 404


def test_figures_are_of_one_district(canary):
    east, west = (published(path, clock.now()) for path in (EAST, WEST))
    assert east != west and "金丝雀" not in str(east)
    assert Area.objects.filter(path=WEST).exists() and PublicNotice.objects.filter(area_path=WEST).exists()
    assert AuditEvent.objects.filter(area_path__startswith=WEST).count() > 5
