"""The box of the field in a real browser: nothing leaves it before the server answered for it. The answers are made up
by a server of these tests, which loses, doubles and delays what it is told."""

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest

pytestmark = pytest.mark.browser
CORE = Path(__file__).resolve().parents[2] / "src" / "sanshe" / "core"
SCRIPTS = {f"/static/{app}/{p.name}": p for app in ("ui", "field") for p in (CORE / app / "static" / app).glob("*.js")}
PAGE = """<div id="root" data-person="p1" data-kind="test.door" data-name="手机" data-worker="/worker.js" data-scope="/"
 data-register="/register" data-batch="/batch" data-pull="/pull" data-receipts="/receipts"></div>
<span data-net></span><b data-box="unsent"></b><b data-box="received"></b><b data-box="asked"></b>
<i data-box="check"></i><p data-box="told"></p><ul data-box-rows></ul>
<button data-box-act="rescue">导出</button><input type="file" data-box-in>
<template id="field-row"><li><b data-title></b><span data-line></span><span data-why hidden><span data-said-why></span>
<button>知道了</button></span><span class="s-pill"></span></li></template>
<div id="field-words" data-offline="OFF" data-signin="SIGNIN" data-offline-none="{why}" data-offline-many="{why} {n}"
 data-sending="SEND {n}" data-online="ON" data-here="HERE" data-refused="REFUSED" data-waiting="WAITING"
 data-stuck="STUCK" data-checked="{here}={there}" data-same=" SAME" data-differs=" DIFFERS" data-rescued="SAVED"
 data-no-rescue="NONE" data-other-rescue="OTHER" data-taken-in="IN {taken}" data-met="MET {time}" data-never="NEVER"
 data-ready="READY" data-preparing="WAIT" data-thin="THIN" data-room="{n}" data-no-room="?"
 data-not-checked="" data-trying="TRYING"></div>
<form action="/logout/" method="post" data-person="p1"><button id="out">退出</button></form>
<div id="words" data-unsent="STAY"></div>
<script type="module" src="/static/ui/page.js"></script>
<script type="module">import { openField } from "/static/field/field.js";
 window.field = await openField(document.getElementById("root"), { hold: 0 }); window.opened = true;</script>"""


class House:
    """What the server has, and how the net is."""

    def __init__(self):
        self.events, self.posts, self.mode = {}, 0, "up"
        self.states = {}

    def answer(self, route):
        path = "/" + route.request.url.split("/", 3)[3].split("?")[0]
        if path in SCRIPTS:
            return route.fulfill(body=SCRIPTS[path].read_text(), content_type="text/javascript")
        if path == "/":
            return route.fulfill(body=PAGE, content_type="text/html; charset=utf-8")
        if self.mode == "down" or path in ("/logout/", "/worker.js"):
            return route.abort()
        if self.mode == "hotel":
            return route.fulfill(body="<h1>Wi-Fi</h1>", content_type="text/html")
        if self.mode == "out":
            return route.fulfill(status=403, body='{"code": "accounts.signed_out"}')
        said = {"at": datetime.now(UTC).isoformat()}
        if path == "/batch":
            said["answers"] = self.take(route.request.post_data_json["events"])
            if self.mode == "lost":  # it was written, and the answer never came
                return route.abort()
        if path == "/pull":
            said["list"] = {"doors": ["3-201"]}
        if path == "/receipts":
            said |= {"received": len(self.events), "waiting": 0, "missing": []}
        return route.fulfill(body=json.dumps(said), content_type="application/json")

    def take(self, events):
        self.posts += 1
        assert len(events) <= 50
        for one in events:
            kept = self.events.setdefault(one["id"], one)
            assert kept == one
        return [{"id": one["id"], **self.states.get(one["body"]["door"], {"state": "taken"})} for one in events]


@pytest.fixture
def house():
    return House()


@pytest.fixture
def page(chromium, house):
    context = chromium.new_context(viewport={"width": 390, "height": 844}, service_workers="block")
    context.route("**/*", house.answer)
    yield opened(context)
    context.close()


def opened(context):
    page = context.new_page()
    page.set_default_timeout(15_000)
    page.goto("http://127.0.0.1:1/")
    page.wait_for_function("window.opened")
    page.evaluate("window.field.met")
    return page


def note(page, *doors):
    for door in doors:
        page.evaluate("(door) => window.field.note({ door }, { title: door, line: '未发现' })", door)


def in_box(page):
    return page.evaluate("window.field.unsent().then((all) => all.length)")


def wait_empty(page):
    page.wait_for_function("localStorage.getItem('unsent p1') === '0'")


def test_noted_and_received(page, house):
    note(page, "3-201", "3-202")
    wait_empty(page)
    page.wait_for_function("document.querySelector('[data-net]').textContent === 'ON'")
    assert [one["seq"] for one in house.events.values()] == [1, 2]
    assert page.inner_text("[data-box=received]") == "2"
    assert {one["id"][14] for one in house.events.values()} == {"7"}


@pytest.mark.parametrize("mode", ["down", "hotel", "out", "lost"])
def test_nothing_leaves_before_its_answer_and_a_killed_tab_loses_nothing(page, house, mode):
    house.mode = mode
    note(page, "3-201", "3-202")
    page.evaluate("window.field.send()")
    assert in_box(page) == 2
    assert ("SIGNIN" if mode == "out" else "OFF") in page.inner_text("[data-net]")
    context = page.context
    page.close()
    house.mode = "up"
    again = opened(context)
    note(again, "3-203")
    wait_empty(again)
    assert [one["seq"] for one in house.events.values()] == [1, 2, 3]  # 0 lost, 0 doubled
    again.evaluate("window.field.send()")
    again.wait_for_function("document.querySelector('[data-box=check]').textContent === '3=3 SAME'")


def test_two_tabs_hand_in_one_box(page, house):
    house.mode = "down"
    note(page, *[f"3-{n}" for n in range(60)])
    other = opened(page.context)
    note(other, "4-1")
    house.mode = "up"
    for one in (page, other):
        one.evaluate("void window.field.send()")
    wait_empty(page)
    assert sorted(one["seq"] for one in house.events.values()) == list(range(1, 62))
    assert house.posts == 2  # fifty and eleven: the other tab found the lock taken


def test_what_was_not_taken_is_said_until_somebody_has_read_it(page, house):
    house.states = {"a": {"state": "refused", "said": "门不在名单上"}, "b": {"state": "waiting", "said": "等人核"},
                    "c": {"state": None, "said": "读不出来"}}  # fmt: skip
    note(page, "a", "b", "c")
    page.wait_for_function("document.querySelector('[data-box=asked]').textContent === '3'")
    said = page.inner_text("[data-box-rows]")
    assert all(word in said for word in ("门不在名单上", "等人核", "STUCK", "REFUSED", "WAITING"))
    assert in_box(page) == 1  # what nobody could read stays here
    page.click("[data-box-rows] li:has-text('门不在名单上') button")
    page.wait_for_function("document.querySelector('[data-box=asked]').textContent === '2'")


def test_what_was_noted_last_can_be_taken_back_and_its_number_is_used_again(page, house):
    house.mode = "down"
    page.evaluate(
        "import('/static/field/box.js').then(async ({ openBox }) => {"
        " window.slow = await openBox({ person: 'p1', kind: 'test.door', urls: {}, hold: 10000 });"
        " window.made = await window.slow.note({ door: 'x' }, {}); })"
    )
    assert page.evaluate("window.slow.takeBack(window.made.id)") is True
    note(page, "3-201")
    assert page.evaluate("window.field.unsent().then((all) => all.map((one) => [one.seq, one.body.door]))") == [
        [1, "3-201"]
    ]
    first = page.evaluate("window.field.unsent().then((all) => all[0].id)")
    note(page, "3-202")
    assert page.evaluate("(id) => window.slow.takeBack(id)", first) is False  # not the last


def test_the_rescue_file_goes_into_another_browser_and_doubles_nothing(page, house, chromium, tmp_path):
    house.mode = "down"
    note(page, "3-201", "3-202")
    with page.expect_download() as download:
        page.click("[data-box-act=rescue]")
    file = tmp_path / "rescue.json"
    download.value.save_as(file)
    house.mode = "up"
    context = chromium.new_context(service_workers="block")
    context.route("**/*", house.answer)
    other = opened(context)
    for said in ("IN 2", "IN 0"):
        other.set_input_files("[data-box-in]", file)
        other.wait_for_function("(said) => document.querySelector('[data-box=told]').textContent === said", arg=said)
        wait_empty(other)
    page.evaluate("window.field.send()")
    wait_empty(page)
    assert len(house.events) == 2
    other.set_input_files("[data-box-in]", {"name": "x.json", "mimeType": "application/json", "buffer": b"[]"})
    other.wait_for_function("document.querySelector('[data-box=told]').textContent === 'NONE'")
    others = json.dumps({**json.loads(file.read_text()), "person": "p2"}).encode()
    other.set_input_files("[data-box-in]", {"name": "x.json", "mimeType": "application/json", "buffer": others})
    other.wait_for_function("document.querySelector('[data-box=told]').textContent === 'OTHER'")
    context.close()


def test_nobody_signs_out_over_what_is_not_sent(page, house):
    house.mode = "down"
    note(page, "3-201")
    page.click("#out")
    assert "STAY" in page.inner_text("form")
    house.mode = "up"
    page.evaluate("window.field.send()")
    wait_empty(page)
    with page.expect_request("**/logout/"):
        page.click("#out")


def test_names_go_after_three_days_and_others_lists_at_once(page):
    put = """([days]) => new Promise((done) => { const asked = indexedDB.open("sanshe-field", 1);
      asked.onsuccess = () => { const act = asked.result.transaction("facts", "readwrite");
        const put = (person, days, list) => act.objectStore("facts").put(
          { key: `list test.door ${person}`, person, pulled: Date.now() - days * 864e5, list });
        put("p1", days, { doors: [1], names: ["田"] }); put("p2", 0, { doors: [2] });
        act.oncomplete = () => (asked.result.close(), done()); }; })"""
    page.evaluate(put, [2.9])
    assert page.evaluate("window.field.list().then((found) => found.list)") == {"doors": [1], "names": ["田"]}
    page.evaluate(put, [3.1])
    assert page.evaluate("window.field.list().then((found) => found.list)") == {"doors": [1]}
    page.evaluate("window.field.sweep()")
    left = """new Promise((done) => { const asked = indexedDB.open("sanshe-field", 1); asked.onsuccess = () => {
      const all = asked.result.transaction("facts").objectStore("facts").getAllKeys();
      all.onsuccess = () => (asked.result.close(), done(all.result)); }; })"""
    assert "list test.door p2" not in page.evaluate(left)
