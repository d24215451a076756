"""A file on its way: how much of it is sent, a fault in place, stopping, and the same without scripts."""

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.browser
MOMENT, WHERE = "0104c", "/ledgers/import/incubation.applications/?batch=3"


@pytest.fixture
def page(person):
    page = person("liang", MOMENT)
    page.goto(WHERE)
    return page


def sheet(page):
    """The demo's sheet of fifteen rows."""
    data = page.request.get("/demo/sheet/incubation.applications.csv").body()
    return {"name": "线下收件登记表.csv", "mimeType": "text/csv", "buffer": data}


def slow(page, bytes_a_second):
    cdp = page.context.new_cdp_session(page)
    cdp.send("Network.enable")
    rates = {"downloadThroughput": -1, "uploadThroughput": bytes_a_second}
    cdp.send("Network.emulateNetworkConditions", {"offline": False, "latency": 0, **rates})


def test_a_sheet_is_sent_and_read(page):
    page.set_input_files("#file", sheet(page))
    page.get_by_role("button", name="读进来看看").click()
    page.wait_for_url("**/import/run/**")
    expect(page.locator("h1")).to_contain_text("15 行里 10 行可以导入，5 行要看")


def test_a_bar_grows_while_it_is_sent_and_it_can_be_stopped(page):
    slow(page, 200_000)
    page.set_input_files("#file", {"name": "a.csv", "mimeType": "text/csv", "buffer": b"x" * 2_000_000})
    page.get_by_role("button", name="读进来看看").click()
    bar = page.locator("[data-progress]")
    expect(bar).to_contain_text("正在传")
    page.locator('[data-progress] rect:not([width="0"])').wait_for(state="attached")
    assert page.locator("[data-percent]").inner_text().endswith("%")
    page.get_by_role("button", name="停下，一行不进").click()
    page.wait_for_load_state()
    expect(page.locator("[data-progress]")).to_be_hidden()


def test_a_fault_is_said_beside_the_field_and_it_can_be_sent_again(page):
    page.set_input_files("#file", {"name": "a.csv", "mimeType": "text/csv", "buffer": b"\x00\x00"})
    page.get_by_role("button", name="读进来看看").click()
    expect(page.locator("#file-said")).to_be_visible()
    page.set_input_files("#file", sheet(page))
    page.get_by_role("button", name="读进来看看").click()
    page.wait_for_url("**/import/run/**")


def test_without_scripts_the_form_is_sent_as_it_stands(page, chromium, site):
    context = chromium.new_context(base_url=site, java_script_enabled=False, storage_state=page.context.storage_state())
    plain = context.new_page()
    plain.goto(WHERE)
    assert plain.locator("[data-progress]").is_hidden()
    plain.set_input_files("#file", sheet(page))
    plain.get_by_role("button", name="读进来看看").click()
    plain.wait_for_url("**/import/run/**")
    context.close()


def test_columns_are_matched_by_hand_on_a_phone(page):
    page.set_viewport_size({"width": 390, "height": 844})
    heads = "序,单位,登记没有,找谁,手机\n".encode()
    rows = "1,暖阳社,已登记,甲,13800000000\n2,晨曦社,已登记,乙,13900000000\n".encode()
    page.set_input_files("#file", {"name": "各单位.csv", "mimeType": "text/csv", "buffer": heads + rows})
    page.get_by_role("button", name="读进来看看").click()
    page.wait_for_url("**/columns/")
    expect(page.get_by_label("E 列　手机")).to_have_accessible_description("138***00、139***00")
    for head, field in zip("ABCDE", ("收件编号 *", "名称 *", "您的组织现在是 *", "联系人 *", "联系人 *"), strict=True):
        page.get_by_label(f"{head} 列").select_option(label=field)
    page.get_by_role("button", name="就这样对，核对每一行").click()
    expect(page.locator("#refused")).to_contain_text("“联系人”已经对了前面一列。")
    expect(page.get_by_label("D 列")).to_have_value("contact_name")
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    page.get_by_label("E 列").select_option(label="联系人电话 *")
    page.get_by_role("button", name="就这样对，核对每一行").click()
    page.wait_for_url("**/import/run/*/")
    expect(page.locator("main")).to_contain_text("改对应的列")
