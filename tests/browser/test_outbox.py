"""What was typed leaves the device only when the application itself answered. Scripts alone, the answers made up."""

from pathlib import Path

import pytest

pytestmark = pytest.mark.browser
SOURCE = Path(__file__).resolve().parents[2] / "src" / "sanshe"
SCRIPTS = {
    f"/static/{app}/{path.name}": path
    for app, folder in (("ui", "core/ui"), ("incubation", "incubation"))
    for path in (SOURCE / folder / "static" / app).glob("*.js")
}
FORM = (
    '<form {} method="post"><input name="csrfmiddlewaretoken" value="x"><input name="sheet" value="1">'
    '<input type="text" name="comment"><b data-total></b><p data-said="comment"></p><button>装</button></form>'
    '<span data-net></span><div id="words" data-local="LOCAL" data-kept="KEPT" data-busy="BUSY"></div>'
    '<script type="module" src="/static/{}"></script>'
)
PAGES = {
    "/pad": FORM.format('id="pad-form" data-pad="/save" data-key="pad-1-1-1"', "incubation/pad.js"),
    "/form": FORM.format('data-autosave="/save"', "ui/page.js"),
    "/file": FORM.format('data-download action="/zip"', "ui/page.js"),
}
HELD = """async () => localStorage.getItem("pad-1-1-1") !== null || new Promise((done) => {
  const asked = indexedDB.open("sanshe", 1);
  asked.onupgradeneeded = () => asked.result.createObjectStore("outbox", { keyPath: "id" });
  asked.onsuccess = () => {
    const all = asked.result.transaction("outbox").objectStore("outbox").getAll();
    all.onsuccess = () => done(all.result.length > 0);
  };
})"""
FAULTS = [(401, "{}"), (403, "<h1>"), (429, "<h1>"), (500, "<h1>"), (502, "<h1>"), (503, "{}"), (200, "<h1>")]
VERDICTS = [(200, "{}"), (409, '{"detail": "no"}'), (422, '{"detail": "no"}')]


def page_answering(chromium, status, body):
    """A page of nobody's site, whose every address is answered here."""

    def answered(route):
        path = "/" + route.request.url.split("/", 3)[3]
        if path in SCRIPTS:
            return route.fulfill(body=SCRIPTS[path].read_text(), content_type="text/javascript")
        if path == "/save":
            return route.fulfill(status=status, body=body)
        if path == "/zip":
            return route.fulfill(body="zip", headers={"Content-Disposition": 'attachment; filename="a.zip"'})
        return route.fulfill(body=PAGES.get(path, ""), content_type="text/html; charset=utf-8")

    page = chromium.new_context().new_page()
    page.route("**/*", answered)
    return page


def typed(chromium, kind, status, body):
    page = page_answering(chromium, status, body)
    page.goto(f"http://127.0.0.1:1{kind}")
    with page.expect_response("**/save"):
        page.fill("[name=comment]", "字")
    page.wait_for_timeout(300)
    return page


@pytest.mark.parametrize("kind", ["/pad", "/form"])
@pytest.mark.parametrize(("status", "body"), FAULTS)
def test_an_answer_of_nobody_keeps_what_was_typed(chromium, kind, status, body):
    page = typed(chromium, kind, status, body)
    assert page.evaluate(HELD) is True
    assert "LOCAL" in page.inner_text("body") and "KEPT" not in page.inner_text("body")
    page.context.close()


@pytest.mark.parametrize("kind", ["/pad", "/form"])
@pytest.mark.parametrize(("status", "body"), VERDICTS)
def test_a_verdict_ends_the_waiting(chromium, kind, status, body):
    page = typed(chromium, kind, status, body)
    assert page.evaluate(HELD) is False
    page.context.close()


def test_a_download_leaves_its_button_ready(chromium):
    page = page_answering(chromium, 200, "{}")
    page.goto("http://127.0.0.1:1/file")
    with page.expect_download():
        page.click("button")
    page.wait_for_timeout(500)
    assert page.inner_text("button") == "装" and page.is_enabled("button")
    page.context.close()


FAST = (
    '<form data-autosave="/save" data-version="1" method="post"><input name="csrfmiddlewaretoken" value="x">'
    '<input type="text" name="a"><input type="text" name="b"></form>'
    '<form id="hand" method="post" action="/hand"><button>交</button></form><span data-net></span>'
    '<div id="words" data-local="LOCAL"></div><script type="module" src="/static/ui/page.js"></script>'
)


@pytest.mark.parametrize(("up", "handed"), [(True, True), (False, False)])
def test_nothing_is_handed_in_before_what_was_typed_last_arrived(chromium, up, handed):
    page, seen = chromium.new_context().new_page(), []

    def answered(route):
        path = "/" + route.request.url.split("/", 3)[3]
        if path in SCRIPTS:
            return route.fulfill(body=SCRIPTS[path].read_text(), content_type="text/javascript")
        if path in ("/save", "/hand"):
            seen.append(route.request.post_data_json["field"] if path == "/save" else path)
            return route.fulfill(status=200, body='{"version": 2}') if up else route.abort()
        return route.fulfill(body=FAST, content_type="text/html; charset=utf-8")

    page.route("**/*", answered)
    page.goto("http://127.0.0.1:1/fast")
    page.wait_for_function("document.documentElement.dataset.js")
    page.fill("[name=a]", "一")
    page.fill("[name=b]", "二")
    page.click("#hand button")
    page.wait_for_timeout(600)
    assert (seen == ["a", "b", "/hand"]) is handed and ("/hand" in seen) is handed
    page.context.close()
