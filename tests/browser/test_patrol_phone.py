"""A worker in a cellar: the net is cut, the tab is killed, and every visit arrives once."""

import re

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.browser


def opened(context, site):
    page = context.new_page()
    page.goto(f"{site}/patrol/phone/")
    page.wait_for_selector("[data-doors] li")
    return page


def says(page, name, text):
    """What the page says of its box."""
    expect(page.locator(f"[data-box={name}]").last).to_have_text(text)


def noted(page, *choices, **texts):
    """One door, from the list: a tap on it, one a choice, one to keep it."""
    for choice in choices:
        page.click(f"#door label:visible:has-text('{choice}')")
    for name, text in texts.items():
        page.fill(f"#door [name={name}]", text)
    page.click("button[form=door]")
    page.wait_for_selector("p[data-saved]:visible")


def test_nothing_is_lost_in_the_cellar_and_nothing_doubled(person, site):
    page = person("tianx", "0217c", phone=True)
    context = page.context
    page.goto(f"{site}/patrol/phone/")
    says(page, "ready", re.compile("^可离线"))
    context.set_offline(True)
    page.close()

    page = opened(context, site)  # from what the telephone kept
    assert page.inner_text("h1[data-heading]") == "今天 25 户"
    assert "没有信号" in page.inner_text("[data-net]")
    page.click("a[data-next]")
    assert page.locator("#door :checked").count() == 0  # nothing is chosen beforehand
    noted(page, "已查", "未发现")  # four taps in all
    says(page, "unsent", "1")

    page.click("[data-doors] li:has-text('4 单元 502') a")
    page.click("#door label:has-text('已查')")
    page.click("#door label:has-text('存煤')")
    assert "反弹：煤-030 12月22日销号，隔 57 天又发现。" in page.inner_text("p[data-rebound]")
    page.click("button[form=door]")
    assert "请写大约多少公斤" in page.inner_text("[data-wrong]")
    noted(page, kg="30", second_words="楼长魏国平也看见了")
    says(page, "unsent", "2")
    page.close()  # the tab is killed

    page = opened(context, site)
    says(page, "unsent", "2")
    page.click("[data-tab=box]")
    assert "4 单元 502" in page.inner_text("[data-box-rows]")
    with page.expect_download() as download:
        page.click("[data-box-act=rescue]")
    assert download.value.suggested_filename.startswith("sanshe-")

    context.set_offline(False)
    says(page, "unsent", "0")
    says(page, "received", "2")
    page.click("[data-box-act=send]")
    says(page, "check", "手机 2 条，系统 2 条，不多不少")
    page.set_input_files("[data-box-in]", download.value.path())  # put in again: all of it was there
    says(page, "told", re.compile("^放进 0 条"))
    page.click("[data-tab=list]")
    assert "已查" in page.inner_text("[data-doors] li:has-text('4 单元 502')")
    page.goto(f"{site}/ledgers/patrol.findings/")
    assert "反弹" in page.inner_text("main") or "煤-048" in page.inner_text("main")
