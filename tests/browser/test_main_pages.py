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
    "call": ("", "1228b", "/", 'a[href^="/incubation/calls/"]'),
    "form": ("zhishan", "0103a", "/", 'a[href*="/form/"]'),
    "screening": ("liang", "0105a", "{batch}screening/"),
    "panel": ("liang", "0113a", "{batch}panel/"),
    "pad": ("jin", "0114b", "/", 'a.t[href$="/pad/"]', 'a.m:has-text("智善")'),
    "tabulation": ("liang", "0120a", "{batch}tabulation/"),
    "decision": ("liang", "0120a", "{batch}decision/"),
    "notice": ("", "0120a", "/", 'a[href*="/notices/cxgs"]'),
    "objection": ("du", "0126b", "/", 'a.t[href*="/objections/"]'),
    "agreement": ("liang", "0217a", "{batch}agreements/", 'main a[href^="/incubation/agreements/"]'),
    "desk": ("liang", "0217a", "/"),
    "login": ("", "0218a", "/login/"),
    "figures": ("hao", "0218a", "/figures/"),
    "ledger": ("liang", "0218a", "/ledgers/incubation.applications/"),
    "organisation": ("hao", "0218a", "/parties/", 'main a[href^="/parties/0"]'),
    "audit": ("kong", "0218a", "/audit/"),
    "screen": ("liang", "0114b", "{batch}session/"),
    "present": ("liang", "0114b", "{batch}session/present/"),
    "pads": ("jin", "0114b", "/", 'a.t[href$="/pad/"]'),
    "declared": ("jin", "0114b", "/", 'a.t[href$="/pad/"]', 'nav a[href$="/declare/"]'),
    "changes": ("liang", "0114b", "{batch}changes/"),
    "publication": ("liang", "0120a", "{batch}publication/"),
    "object": ("", "0120a", "/", 'a[href*="/notices/cxgs"]', 'a[href$="/object/"]'),
    "my_objection": ("", "0120a", "/incubation/objections/mine/"),
    "objections": ("du", "0126b", "{batch}objections/"),
    "agreements": ("liang", "0217a", "{batch}agreements/"),
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
