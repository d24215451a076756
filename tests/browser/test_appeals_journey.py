"""An old man's noise on his own telephone: found by number and four digits, a night written down, not better yet."""

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.browser


def look_up(page, digits):
    page.goto("/track/")
    page.get_by_label("编号").fill("220214-017")
    page.get_by_label("手机号后四位").fill(digits)
    page.get_by_role("button", name="查", exact=True).click()


def test_a_resident_follows_and_adds_without_an_account(person):
    page = person(moment="0214s", phone=True)
    look_up(page, "5208")
    expect(page.get_by_text("楼上夜间噪声")).to_have_count(0)
    look_up(page, "5207")
    expect(page.get_by_role("heading", name="楼上夜间噪声")).to_be_visible()
    expect(page.get_by_text("2月14日 16:08")).to_be_visible()
    page.get_by_label("哪一夜").fill("2022-02-13")
    page.get_by_label("几次").fill("6")
    page.get_by_role("button", name="记下").click()
    expect(page.get_by_text("6 次")).to_be_visible()
    page.get_by_role("button", name="还没好").click()
    expect(page.locator(".s-list").get_by_text("还没好")).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
