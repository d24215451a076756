"""No secure context, no storage, no worker, no scripts: the page says so before one types, sends all the same, holds
what is typed as well as it can. Scripts alone, with what is missing taken away before they run."""

import pytest

from tests.browser.test_outbox import PAGES, SCRIPTS, SOURCE

pytestmark = pytest.mark.browser
THIN = "<p data-thin hidden>THIN</p><p data-old hidden>OLD</p><p id='no-worker' hidden>NO WORKER</p>"
LACKS = {
    "tls": "delete Crypto.prototype.randomUUID; delete Navigator.prototype.serviceWorker;",
    "uuids": "delete Crypto.prototype.randomUUID; delete Crypto.prototype.getRandomValues;",
    "storage": "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('denied'); } });"
    "Object.defineProperty(window, 'indexedDB', { value: undefined });",
    "closed base": "IDBFactory.prototype.open = () => { throw new DOMException('denied'); };"
    "Storage.prototype.setItem = () => { throw new DOMException('full'); };",
}
ALL = "".join(code for name, code in LACKS.items() if name != "closed base")


def opened(chromium, kind, lacks, status=200, scripts=True):
    sent, errors = [], []

    def answered(route):
        path = "/" + route.request.url.split("/", 3)[3]
        if path in SCRIPTS:
            return route.fulfill(body=SCRIPTS[path].read_text(), content_type="text/javascript")
        if path == "/save":
            sent.append((route.request.headers.get("x-request-id"), route.request.post_data))
            return route.fulfill(status=status, body="{}")
        return route.fulfill(body=THIN + PAGES.get(path, ""), content_type="text/html; charset=utf-8")

    page = chromium.new_context(java_script_enabled=scripts).new_page()
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.add_init_script(lacks)
    page.route("**/*", answered)
    page.goto(f"http://127.0.0.1:1{kind}")
    return page, sent, errors


@pytest.mark.parametrize("kind", ["/pad", "/form"])
@pytest.mark.parametrize("lacks", [*LACKS, "all"])
def test_what_is_typed_is_sent_whatever_the_browser_lacks(chromium, kind, lacks):
    page, sent, errors = opened(chromium, kind, LACKS.get(lacks, ALL))
    with page.expect_response("**/save"):
        page.fill("[name=comment]", "字")
    page.wait_for_function("document.body.innerText.includes('KEPT')")
    assert errors == [] and "字" in sent[-1][1]
    key = sent[-1][0]
    assert len(key) == 36 and key[14] == "4" and key[19] in "89ab"
    page.context.close()


@pytest.mark.parametrize("kind", ["/pad", "/form"])
@pytest.mark.parametrize("lacks", ["storage", "closed base"])
def test_a_browser_without_storage_is_told_before_one_types_and_holds_it_in_the_page(chromium, kind, lacks):
    page, sent, errors = opened(chromium, kind, LACKS[lacks], status=502)
    page.wait_for_function("!document.querySelector('[data-thin]').hidden")
    assert sent == []
    with page.expect_response("**/save"):
        page.fill("[name=comment]", "字")
    with page.expect_response("**/save", timeout=30_000):
        pass  # it is tried again, from the page
    assert len({key for key, _body in sent}) == 1 and errors == []
    assert page.input_value("[name=comment]") == "字"
    page.context.close()


@pytest.mark.parametrize("kind", ["/pad", "/form"])
def test_a_whole_browser_is_told_nothing(chromium, kind):
    page, _sent, errors = opened(chromium, kind, "")
    page.wait_for_timeout(500)
    assert page.locator("[data-thin]").is_hidden() and page.locator("[data-old]").is_hidden() and errors == []
    page.context.close()


def test_scripts_of_old_browsers_say_that_nothing_is_saved_by_itself(chromium):
    """A browser that knows no modules runs `old.js` alone, which has no word that it could not read."""
    page, _sent, _errors = opened(chromium, "/none", "")
    page.evaluate(SCRIPTS["/static/ui/old.js"].read_text())
    assert page.locator("[data-old]").is_visible()
    text = SCRIPTS["/static/ui/old.js"].read_text()
    assert not any(word in text for word in ("=>", "const ", "let ", "`", "?."))
    base = (SOURCE / "core/ui/templates/ui/base.html").read_text()
    assert "<script nomodule defer src=\"{% static 'ui/old.js' %}\">" in base
    page.context.close()


def test_without_scripts_the_form_is_sent_whole_by_its_button(chromium):
    page, sent, _errors = opened(chromium, "/form", "", scripts=False)
    page.fill("[name=comment]", "字")
    with page.expect_request(lambda one: one.method == "POST") as asked:
        page.click("button")
    assert "comment=" in asked.value.post_data and sent == []
    page.context.close()
