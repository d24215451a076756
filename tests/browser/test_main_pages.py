"""The main pages, each in the role and at the moment that fills it: no serious fault in both themes and two widths.

Pictures go to `shots/`, which is not kept: they are for looking at.
"""

from pathlib import Path

import pytest

pytestmark = pytest.mark.browser
SHOTS = Path(__file__).resolve().parents[2] / "shots"
WIDTHS = {"desk": {"width": 1440, "height": 900}, "phone": {"width": 390, "height": 844}}
# page: (who, moment, where: an address, {batch} for the third batch; then the links to follow)
PAGES = {
    # the front of the house, and the way in
    "login": ("", "1228b", "/login/"),
    "front": ("", "1228b", "/"),
    "call": ("", "1228b", "/d/140213/", 'a[href^="/incubation/calls/"]'),
    "form": ("zhishan", "0103a", "/d/140213/", 'a[href*="/form/"]'),
    "own": ("zhishan", "0218a", "/d/140213/", 'a[href*="/form/"]'),
    "inbox": ("zhishan", "0218a", "/notices/inbox/"),
    "devices": ("zhishan", "0218a", "/accounts/sessions/"),
    "missing": ("", "0218a", "/nothing/"),
    "forbidden": ("zhishan", "0218a", "/ledgers/"),
    "privacy": ("", "0218a", "/privacy/"),
    "notices": ("", "0218a", "/notices/"),
    # one batch, from its call to its agreements
    "home": ("liang", "0105a", "/incubation/"),
    "call-edit": ("liang", "1225a", "{batch}call/"),
    "upload": ("liang", "0104c", "/ledgers/import/incubation.applications/?batch=3"),
    "batch": ("liang", "0120a", "{batch}"),
    "screening": ("liang", "0105a", "{batch}screening/"),
    "screen": ("liang", "0105a", "{batch}screening/?state=submitted", "main a.s-row"),
    "application": ("liang", "0105a", "{batch}", "#list a.s-row"),
    "panel": ("liang", "0113a", "{batch}panel/"),
    "declare": ("tian", "0113a", "/", 'a.t[href$="/declare/"]'),
    "pads": ("jin", "0114b", "/", 'a.t[href$="/pad/"]'),
    "pad": ("jin", "0114b", "/", 'a.t[href$="/pad/"]', 'a.m:has-text("智善")'),
    "session": ("liang", "0114b", "{batch}session/"),
    "tabulation": ("liang", "0120a", "{batch}tabulation/"),
    "decision": ("liang", "0120a", "{batch}decision/"),
    "publication": ("liang", "0120a", "{batch}publication/"),
    "notice": ("", "0120a", "/d/140213/", 'a[href*="/notices/cxgs"]'),
    "object": ("", "0120a", "/d/140213/", 'a[href*="/notices/cxgs"]', 'a[href$="/object/"]'),
    "my-objection": ("", "0120a", "/track/"),
    "objections": ("liang", "0120a", "{batch}objections/"),
    "objection": ("du", "0126b", "/", 'a.t[href*="/objections/"]'),
    "agreements": ("liang", "0217a", "{batch}agreements/"),
    "agreement": ("liang", "0217a", "{batch}agreements/", 'main a[href^="/incubation/agreements/"]'),
    "register": ("liang", "0218a", "/incubation/register/"),
    # the desk and the books
    "desk": ("liang", "0217a", "/"),
    "desk-auditor": ("kong", "0218a", "/"),
    "figures": ("hao", "0218a", "/figures/"),
    "ledgers": ("hao", "0218a", "/ledgers/"),
    "ledger": ("liang", "0218a", "/ledgers/incubation.screenings/"),
    "ledger-empty": ("liang", "0218a", "/ledgers/incubation.screenings/?words=没有这一家"),
    "templates": ("qiao", "0218a", "/ledgers/templates/"),
    "find": ("hao", "0218a", "/search/?q=暖阳"),
    "find-nothing": ("hao", "0218a", "/search/?q=没有这个词"),
    "organisations": ("hao", "0218a", "/parties/"),
    "organisation": ("hao", "0218a", "/search/?q=暖阳", 'a[href^="/parties/"]:has(mark)'),
    "organisation-new": ("hao", "0218a", "/parties/new/"),
    "people": ("qiao", "0218a", "/accounts/people/"),
    "appoint": ("qiao", "0218a", "/accounts/people/appoint/"),
    "areas": ("hao", "0218a", "/areas/"),
    "calendar": ("hao", "0218a", "/calendar/"),
    "calendar-load": ("hao", "0218a", "/calendar/load/"),
    "notices-desk": ("hao", "0218a", "/notices/desk/"),
    "notice-desk": ("hao", "0218a", "/notices/desk/", "main a.s-row"),
    "audit": ("kong", "0218a", "/audit/"),
    "audit-events": ("kong", "0218a", "/audit/events/"),
    "audit-seals": ("kong", "0218a", "/audit/seals/"),
    "gallery": ("hao", "0218a", "/ui/gallery/"),
    "present": ("liang", "0114b", "{batch}session/present/"),
    "declared": ("jin", "0114b", "/", 'a.t[href$="/pad/"]', 'nav a[href$="/declare/"]'),
    "changes": ("liang", "0114b", "{batch}changes/"),
    "sign": ("liang", "0217a", "{batch}agreements/", '#open a[href^="/incubation/agreements/"]'),
}


def open_page(page, where, *links):
    if "{batch}" in where:
        page.goto("/incubation/")
        where = where.format(batch=page.locator("a.s-row").first.get_attribute("href"))
    page.goto(where)
    for link in links:
        page.goto(page.locator(link).first.get_attribute("href"))


@pytest.mark.parametrize("name", PAGES)
def test_a_main_page_has_no_serious_fault(person, faults, name):
    who, moment, where, *links = PAGES[name]
    page = person(who, moment)
    open_page(page, where, *links)
    SHOTS.mkdir(exist_ok=True)
    found = {}
    for width, size in WIDTHS.items():
        for theme in ("light", "dark"):
            page.set_viewport_size(size)
            page.context.add_cookies([{"name": "theme", "value": theme, "url": page.url}])
            page.reload()
            page.screenshot(path=SHOTS / f"{name}-{width}-{theme}.png")
            found[width, theme] = faults(page)
            assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), (width, theme)
    assert {key: value for key, value in found.items() if value} == {}
