"""What people do, in a real browser on a real server."""

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.browser
BATCH = ("", "screening/", "panel/", "tabulation/", "decision/", "publication/", "agreements/", "objections/", "call/")


def batch_url(page):
    page.goto("/incubation/")
    return page.locator("a.s-row").first.get_attribute("href")


@pytest.mark.parametrize(("phone", "theme"), [(False, "light"), (False, "dark"), (True, "light")])
def test_pages_of_the_operator_have_no_serious_fault(person, faults, phone, theme):
    page = person("liang", "0218a", phone=phone, theme=theme)
    here = batch_url(page)
    urls = [
        "/",
        *(here + part for part in BATCH),
        "/incubation/register/",
        "/parties/",
        "/areas/",
        "/calendar/",
        "/ledgers/",
    ]
    found = {}
    for url in urls:
        page.goto(url)
        if faulty := faults(page):
            found[url.replace(here, "BATCH/")] = faulty
    assert found == {}


@pytest.mark.parametrize("phone", [False, True])
def test_public_pages_have_no_serious_fault(person, faults, phone):
    page = person("", "0120a", phone=phone)
    found = {"/login/": faults(page)}
    page.goto("/")
    found["/"] = faults(page)
    page.goto("/d/140213/")
    page.locator('a[href*="/notices/cxgs"]').first.click()
    found["notice"] = faults(page)
    page.locator('a[href$="/object/"]').click()
    found["object"] = faults(page)
    assert found == {"/login/": [], "/": [], "notice": [], "object": []}


def test_the_page_is_chinese_until_it_is_switched(person):
    page = person()
    assert page.locator("html").get_attribute("lang") == "zh-Hans-CN"


def sealed(page):
    page.locator("#pad-seal > summary").click()
    page.locator("#pad-seal button").click()


def test_a_pad_without_a_signal_keeps_everything_and_delivers_it_once(person):
    page = person("jin", "0114b", phone=True)
    page.goto(page.locator('a.t[href$="/pad/"]').first.get_attribute("href"))
    page.locator("a.m", has_text="智善").click()
    page.wait_for_selector("form[data-pad]")
    page.context.set_offline(True)
    for no, mark in enumerate((16, 18, 14, 17, 17), start=1):
        page.locator(f'label:has(input[name="mark-{no}"][value="{mark}"]) span').click()
    assert page.locator("[data-total]").inner_text() == "82"
    expect(page.locator("[data-net]")).to_contain_text("存本机")
    sealed(page)
    page.context.set_offline(False)
    expect(page.locator("[data-pad]")).to_have_count(0)
    assert "82" in page.locator("main").inner_text()


def test_a_refused_seal_is_pressed_again(person):
    page = person("jin", "0114b", phone=True)
    page.goto(page.locator('a.t[href$="/pad/"]').first.get_attribute("href"))
    page.locator("a.m", has_text="智善").click()
    page.wait_for_selector("form[data-pad]")
    for no in range(1, 5):
        page.locator(f'label:has(input[name="mark-{no}"][value="15"]) span').click()
    expect(page.locator("[data-net]")).to_have_attribute("data-s", "on")
    sealed(page)
    expect(page.locator("[data-net]")).to_have_attribute("data-s", "off")
    page.locator('label:has(input[name="mark-5"][value="15"]) span').click()
    page.wait_for_timeout(600)  # a pressed button says so after 300
    page.locator("#pad-seal button").click()
    expect(page.locator("[data-pad]")).to_have_count(0)
    assert "75" in page.locator("main").inner_text()


def test_the_screen_follows_within_a_second(person):
    chair = person("hou", "0114b")
    jin = person("jin", phone=True)
    pads = pads_of(jin)
    chair.goto(pads.replace("/pad/", "/session/"))
    expect(chair.locator("aside.r li.seal")).to_have_count(4)
    jin.goto(pads)
    jin.locator("a.m", has_text="智善").click()
    for no in range(1, 6):
        jin.locator(f'label:has(input[name="mark-{no}"][value="15"]) span').click()
    sealed(jin)
    expect(chair.locator("aside.r li.seal")).to_have_count(5)


def pads_of(page):
    """Where a member who has not sealed yet finds the pads."""
    page.goto("/")
    return page.locator('a.t[href$="/pad/"]').first.get_attribute("href")


def objected(page, phone):
    """The form of an objection filled and handed in, from the front page."""
    page.goto("/d/140213/")
    page.locator('a[href*="/notices/cxgs"]').first.click()
    page.locator('a[href$="/object/"]').click()
    page.select_option("[name=subject]", index=2)
    page.fill("[name=fact]", "公示里的服务地点和实际不一样，请核实。")
    page.fill("[name=name]", "许建国")
    page.fill("[name=phone]", phone)
    page.get_by_role("button", name="提交").click()


def test_a_resident_objects_with_four_fields_follows_it_and_takes_it_back(person):
    page = person("", "0120a", phone=True)
    objected(page, "1")
    page.wait_for_selector("[data-s=bad]")
    assert page.locator("[name=fact]").input_value().startswith("公示里的服务地点")
    page.fill("[name=phone]", "13800001234")
    page.get_by_role("button", name="提交").click()
    page.wait_for_selector(".s-stamp")
    assert "220120-002" in page.locator(".s-stamp").inner_text()
    assert page.get_by_role("button", name="复制").is_visible()
    page.context.clear_cookies(name="sessionid")
    page.goto("/d/140213/")
    page.locator('a[href="/track/"]').first.click()
    page.fill("[name=number]", "220120 002")
    page.fill("[name=digits]", "1234")
    page.get_by_role("button", name="查", exact=True).click()
    page.wait_for_selector("text=收到，等受理")
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    page.get_by_role("button", name="收回").click()
    page.wait_for_selector("text=已经收回")


def test_a_draft_is_saved_as_it_is_typed(person):
    page = person("zhishan", "0103a", phone=True)
    page.goto("/d/140213/")
    page.locator('a[href*="/form/"]').first.click()
    page.locator(".resume .btn-primary").click()  # one section a page: it goes on where something is left
    page.fill("#f-how_known", "做之前一年 12 起，一年后打算到 6 起，到派出所查。")
    expect(page.locator("[data-said=how_known]")).to_contain_text("已收妥")
    page.reload()
    assert "到派出所查" in page.input_value("#f-how_known")


def test_a_code_is_read_back_in_its_parts_and_its_fault_named(person):
    page = person("zhishan", "0103a")
    page.goto("/d/140213/")
    page.locator('a[href*="/form/"]').first.click()
    page.fill("#f-credit_code", "52140213MJX0032846")
    expect(page.locator("[data-said=credit_code]")).to_contain_text("校验对不上")
    expect(page.locator("#code-read .bad small")).to_have_text("校验不符")


def test_two_devices_on_one_field_are_asked_which_text_stays(person):
    first, second = person("zhishan", "0103a"), person("zhishan")
    for page in (first, second):
        page.goto("/d/140213/")
        page.locator('a[href*="/form/"]').first.click()
    first.fill("#f-want", "场地。")
    expect(first.locator("[data-said=want]")).to_contain_text("已收妥")
    second.fill("#f-want", "督导。")
    choices = second.locator(".s-choice")
    expect(choices).to_have_count(2)
    choices.filter(has_text="场地。").click()
    expect(choices).to_have_count(0)
    assert second.input_value("#f-want") == "场地。"


def _renamed(page, name):
    page.locator("main [name=name]").fill(name)
    page.get_by_role("button", name="存好").click()


def test_what_the_back_button_types_again_overwrites_nobody(person):
    mine = person("tianx", "0207p")
    mine.goto("/ledgers/areas.premises/")
    mine.locator('main a[href^="/premises/0"]').first.click()
    mine.get_by_role("link", name="改登记").click()
    edit = mine.url
    _renamed(mine, "甲号")
    expect(mine.locator("h1")).to_contain_text("甲号")
    other = mine.context.new_page()
    other.goto(edit)
    _renamed(other, "乙号")
    expect(other.locator("h1")).to_contain_text("乙号")
    mine.go_back()
    expect(mine.locator("main [name=name]")).to_have_value("甲号")
    mine.get_by_role("button", name="存好").click()
    expect(mine.locator("main")).to_contain_text("现在是：乙号")


def test_six_keys_and_enter_pass_a_case(person):
    page = person("liang", "0105a")
    page.goto(batch_url(page) + "screening/?state=submitted")
    page.locator("main a.s-row").first.click()
    before = page.locator(".scname").inner_text()
    for _ in range(6):
        page.keyboard.press("1")
    page.keyboard.press("Enter")
    expect(page.locator(".scname")).not_to_have_text(before)


def test_keys_find_walk_and_open(person):
    page = person("hao", "0218a")
    page.keyboard.press("?")
    expect(page.locator("#keys")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.locator("#keys")).to_be_hidden()
    page.keyboard.press("/")
    assert page.evaluate("document.activeElement.name") == "q"
    page.goto("/parties/")
    page.keyboard.press("j")
    page.keyboard.press("j")
    second = page.locator("a.s-row").nth(1)
    assert page.evaluate("document.activeElement.href") == second.evaluate("one => one.href")
    page.keyboard.press("Enter")
    page.wait_for_url("**/parties/0*/")
    page.keyboard.press("Escape")
    page.wait_for_url("**/parties/")


def test_the_skip_link_comes_first(person):
    page = person("hao", "0218a")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "s-skip"
