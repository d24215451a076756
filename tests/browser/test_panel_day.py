"""A whole panel day in a real browser: the lot, a big screen, three phones of which one loses its signal, the vote.

One story in order: each test goes on where the one before ended.
"""

import hashlib
import re

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.browser
NUMBERS = {"bureau": ("3817", "松"), "centre": ("2206", "竹"), "organisations": ("5941", "梅")}
MARKS = {"p0": 16, "p1": 15, "p2": 14}


@pytest.fixture(scope="module")
def day():
    """What the day has told so far."""
    return {}


def press(page, words):
    page.get_by_role("button", name=words).first.click()


def marked(page, mark):
    """One tap for each criterion: the next one opens by itself."""
    for no in range(1, 6):
        page.locator(f'label:has(input[name="mark-{no}"][value="{mark}"]) span').click()


def sealed(page):
    page.locator("#pad-seal > summary").click()
    page.locator("#pad-seal button").click()


def pad_of(page, small):
    """From the list to the one on stage by one tap."""
    page.goto(f"{small.batch}pad/")
    page.locator(".s-called a").click()
    page.wait_for_selector("#pad-form")


def test_three_fingerprints_are_read_out_before_the_numbers(guest, small):
    page = guest("liang")
    page.goto(f"{small.batch}panel/")
    for side, (number, word) in NUMBERS.items():
        page.fill(f"#n-{side}", number)
        page.fill(f"#w-{side}", word)
    press(page, "交封好的数")
    shown = page.locator("#lot code.s-hex").all_inner_texts()
    expected = [hashlib.sha256(f'{{"nonce":"{w}","number":{n}}}'.encode()).hexdigest() for n, w in NUMBERS.values()]
    assert shown == expected
    assert "3817" not in page.inner_text("#lot")


def test_the_order_can_be_computed_by_anyone_from_the_page(guest, small):
    page = guest("liang")
    page.goto(f"{small.batch}panel/")
    for side, (number, word) in NUMBERS.items():
        page.fill(f"#n-{side}", number)
        page.fill(f"#w-{side}", word)
    press(page, "一起开，定顺序")
    page.wait_for_selector(".s-draw")
    seed = hashlib.sha256(b"3817-2206-5941").hexdigest()
    names = page.locator(".s-draw li").all_inner_texts()
    order = sorted(
        small.told["applicants"].items(), key=lambda one: hashlib.sha256(f"{seed}-{one[1]}".encode()).digest()
    )
    assert seed in page.inner_text("#lot footer")
    assert [re.sub(r"^\d+\s*|\s*回避.*$", "", name) for name in names] == [name for name, _key in order]


def test_list_and_order_are_locked(guest, small):
    page = guest("liang")
    page.goto(f"{small.batch}panel/")
    page.locator("details.s-ask > summary", has_text="锁定名单和顺序").click()
    page.locator("details.s-ask[open] button").click()
    expect(page.locator("h1")).to_contain_text("已锁定，4 家")


def test_who_is_here_is_noted_and_the_day_begins(guest, small):
    page = guest("liang")
    page.goto(f"{small.batch}session/present/")
    for _ in range(3):
        press(page, "到了")
        page.wait_for_load_state()
    expect(page.locator("h1")).to_contain_text("到会 3 / 3 人")
    chair = guest("p0")
    chair.goto(f"{small.batch}session/")
    press(chair, "开始")
    expect(chair.locator("footer")).to_contain_text("请第 1 号")


def test_the_call_reaches_the_phones_and_a_seal_the_screen(guest, small):
    chair, phone = guest("p0"), guest("p2", phone=True)
    phone.goto(f"{small.batch}pad/")
    chair.goto(f"{small.batch}session/")
    press(chair, "请第 1 号")
    press(chair, "到了，开始陈述")
    expect(phone.locator(".s-called a")).to_contain_text("第 1 号")
    press(chair, "提问")
    chair.select_option("#who", "靳海燕")
    chair.fill("#q", "一年以后，怎么知道有用？")
    press(chair, "记一问")
    expect(chair.locator(".ql li")).to_contain_text("靳海燕")
    press(chair, "打分")
    expect(chair.locator(".s-count")).to_contain_text("1:5")
    phone.locator(".s-called a").click()
    marked(phone, MARKS["p2"])
    sealed(phone)
    phone.wait_for_selector(".s-list .s-total")
    assert phone.locator(".s-total").inner_text() == "70"
    expect(chair.locator("aside.r li.seal")).to_have_count(1)
    assert "70" not in chair.locator(".s-live").inner_text()


def test_the_screen_fits_and_can_be_read_from_eight_metres(guest, small):
    page = guest("liang")
    for width, height in ((1440, 900), (1920, 1080)):
        page.set_viewport_size({"width": width, "height": height})
        page.goto(f"{small.batch}session/")
        size = "parseFloat(getComputedStyle(document.querySelector('{}')).fontSize)"
        assert page.evaluate(size.format(".nm")) >= 50 and page.evaluate(size.format(".s-count")) >= 136
        assert page.evaluate("document.documentElement.scrollHeight <= innerHeight")
        assert page.locator("footer button").last.bounding_box()["y"] + 40 < height


def test_a_countdown_goes_on_after_a_reload_from_the_servers_time(guest, small):
    page = guest("liang")
    page.goto(f"{small.batch}session/")
    page.wait_for_timeout(600)
    left = "document.querySelector('.s-count').textContent.replace('−', '').split(':')"
    seconds = f"(() => {{ const [m, s] = {left}; return m * 60 + +s }})()"
    first = page.evaluate(seconds)
    page.wait_for_timeout(2000)
    page.reload()
    page.wait_for_timeout(600)
    assert 1 <= abs(first - page.evaluate(seconds)) <= 6


# The worker answers for this page; asked by the browser's own tools, for the page itself evaluates no text.
CONTROLLED = """async () => {
    const worker = navigator.serviceWorker;
    if (!worker.controller) await new Promise((done) => worker.addEventListener("controllerchange", done));
}"""


def cut(route):
    """Nothing that is sent gets out."""
    route.abort() if route.request.method == "POST" else route.fallback()


def test_a_phone_without_a_signal_seals_reloads_and_delivers_once(guest, small):
    phone, chair = guest("p1", phone=True), guest("p0")
    pad_of(phone, small)
    phone.evaluate(CONTROLLED)
    phone.wait_for_timeout(800)
    phone.context.set_offline(True)
    phone.context.route("**/*", cut)  # a reload lifts the browser's own "offline" for a blink
    marked(phone, MARKS["p1"])
    expect(phone.locator("[data-net]")).to_contain_text("存本机")
    phone.reload()
    assert phone.locator("[data-total]").inner_text() == "75"
    sealed(phone)
    expect(phone.locator("#pad-stamp")).to_contain_text("存本机")
    phone.reload()
    expect(phone.locator("#pad-stamp")).to_be_visible()
    expect(phone.locator("#pad-act")).to_be_hidden()
    chair.goto(f"{small.batch}session/")
    expect(chair.locator("aside.r li.seal")).to_have_count(1)
    phone.context.unroute("**/*", cut)
    phone.context.set_offline(False)
    phone.wait_for_selector(".s-total")
    assert phone.locator(".s-total").inner_text() == "75"
    expect(phone.locator("dl.s-kv")).to_contain_text("设备上的时间")
    expect(chair.locator("aside.r li.seal")).to_have_count(2)


def test_who_has_unsent_sheets_cannot_sign_out(guest, small):
    chair = guest("p0", phone=True)
    pad_of(chair, small)
    chair.wait_for_timeout(500)
    chair.route("**/device/", lambda route: route.abort())
    marked(chair, MARKS["p0"])
    chair.goto("/accounts/sessions/")
    press(chair, "退出")
    expect(chair.locator("[role=alert]")).to_contain_text("1")
    assert "/accounts/sessions/" in chair.url
    chair.unroute("**/device/")
    pad_of(chair, small)
    assert chair.locator("[data-total]").inner_text() == "80"
    sealed(chair)
    chair.wait_for_selector(".s-total")


def test_two_devices_with_an_empty_pad_lose_nothing(guest, small):
    chair = guest("p0")
    chair.goto(f"{small.batch}session/")
    press(chair, "收齐打分表，请第 2 号")
    press(chair, "到了，开始陈述")
    one, two = guest("p2", phone=True), guest("p2", phone=True)
    for device in (one, two):
        pad_of(device, small)
    two.route("**/device/", lambda route: route.abort())
    two.locator('label:has(input[name="mark-1"][value="9"]) span').click()
    marked(one, 12)
    expect(one.locator("[data-net]")).to_contain_text("已送达")
    two.unroute("**/device/")
    expect(two.locator("#pad-clash")).to_contain_text("另一台设备")
    expect(two.locator("#pad-clash")).to_contain_text("12")
    assert two.locator('input[name="mark-1"]:checked').input_value() == "9"
    two.get_by_role("button", name="用另一台的").click()
    assert two.locator("[data-total]").inner_text() == "60"
    sealed(two)
    two.wait_for_selector(".s-total")
    one.wait_for_selector(".s-total")


def test_the_rest_is_scored_the_recused_see_a_blank_and_the_absent_are_called_thrice(guest, small, day):
    chair = guest("p0")
    phones = {key: guest(key, phone=True) for key in ("p0", "p1", "p2")}
    for key in ("p0", "p1"):
        finish_pad(phones[key], small, MARKS[key])
    chair.goto(f"{small.batch}session/")
    shut, absent = small.told["recused_from"], None
    for _ in range(8):
        if chair.get_by_role("button", name="全部评完，结束").count():
            break
        turn(chair, small, phones, shut, day, absent)
        absent = day.get("absent")
    assert day["called"] == 3 + 3 and day["blank"]
    press(chair, "全部评完，结束")
    expect(chair.locator(".nm")).to_contain_text("全部封存")


def turn(chair, small, phones, shut, day, absent):
    """The next number: scored by all who are not recused; the first that anybody may miss does not come at all."""
    chair.locator('button[value="call"], button[value="finish_call"]').first.click()
    chair.wait_for_selector('button[value="begin"]')
    name = chair.locator(".nm").inner_text()
    if name == absent or (absent is None and name != shut):
        day["absent"], day["called"] = name, day.get("called", 0)
        while chair.locator('button[value="no_answer"]').count() and chair.locator(".nm").inner_text() == name:
            chair.locator('button[value="no_answer"]').click()
            chair.wait_for_load_state()
            day["called"] += 1
        return
    press(chair, "到了，开始陈述")
    if name == shut:
        han = phones["p1"]
        han.goto(f"{small.batch}pad/")
        day["blank"] = name not in han.inner_text("body") and "您已回避" in han.inner_text("body")
        day["blank"] &= han.goto(f"{small.batch}pad/{small.told['applicants'][name]}/").status == 409
        day["blank"] &= han.goto(f"{small.batch}session/").status == 200 and name not in han.inner_text("body")
        day["blank"] &= "已封存" not in han.inner_text("body") and han.locator("aside.r li").count() == 0
    for key, mark in MARKS.items():
        if not (name == shut and key == "p1"):
            finish_pad(phones[key], small, mark)
    chair.goto(f"{small.batch}session/")
    if chair.locator('button[value="finish"]').count():
        chair.locator('button[value="finish"]').click()
        chair.wait_for_load_state()


def finish_pad(page, small, mark):
    pad_of(page, small)
    marked(page, mark)
    sealed(page)
    page.wait_for_selector(".s-total")


def test_a_sealed_sheet_is_corrected_by_two_others_before_the_tabulation(guest, small):
    phone = guest("p2", phone=True)
    phone.goto(f"{small.batch}pad/")
    phone.locator(".s-list a.m[href*='/pad/']").last.click()
    press_link(phone, "申请更正")
    phone.select_option("#m-1", "13")
    phone.fill("#reason", "第一项看错了行，写高 1 分。")
    press(phone, "申请更正")
    for key in ("p0", "liang"):
        page = guest(key)
        page.goto(f"{small.batch}changes/")
        expect(page.locator("tbody")).to_contain_text("14 → 13")
        press(page, "同意")
    expect(page.locator("tbody")).to_contain_text("已更正")
    phone.reload()
    expect(phone.locator("dl.s-kv")).to_contain_text("已更正")
    assert phone.locator(".s-total").inner_text() == "69"


def press_link(page, words):
    page.get_by_role("link", name=words).first.click()


def test_the_summary_has_its_signature_boxes_and_the_panel_votes(guest, small):
    page = guest("liang")
    page.goto(f"{small.batch}tabulation/")
    press(page, "生成汇总")
    page.wait_for_selector('a[href$="/tabulation/summary.pdf"]')
    assert page.request.get(f"{small.batch}tabulation/summary.pdf").body()[:4] == b"%PDF"
    page.goto(f"{small.batch}decision/")
    press(page, "开始合议")
    while page.locator("form.s-vote").count():
        page.locator("form.s-vote button[name=all]").click()
        page.wait_for_load_state()
    page.fill("#reason", "按公布的规则，名次不变。")
    page.locator("#ask-submit summary").click()
    page.locator("#ask-submit button").click()
    expect(page.locator("h1")).to_contain_text("2 家入围")
    assert page.request.get(f"{small.batch}tabulation/minutes.docx").status == 200
    assert page.request.get(f"{small.batch}tabulation/minutes.pdf").body()[:4] == b"%PDF"
