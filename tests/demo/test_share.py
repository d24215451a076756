"""What one sends into a group chat: words and a code that lead to the public page, while something is to be done."""

import pytest

from sanshe.core.notices.models import PublicNotice
from sanshe.core.ui.adapters import qr
from sanshe.incubation.models import Batch

pytestmark = pytest.mark.django_db
UNTIL = "0120a"


@pytest.fixture
def read(visitor, it_is):
    def get(path, when):
        it_is(when)
        return visitor.get(path).content.decode()

    return get


def test_a_notice_in_its_window_has_words_and_a_code_to_send_on(told, read):
    notice = PublicNotice.objects.filter(window_to__isnull=False, state="published").latest("published_at")
    path = f"/notices/{notice.serial}/"
    text, url = read(path, "2022-01-20 09:12"), f"http://testserver{path}"
    assert "发到群里" in text and url in text and qr(url) in text and notice.contact["phone"] in text
    assert "公示到 1月21日 24 时" in text and 'data-copy="share"' in text


def test_a_call_does_while_it_is_open(told, read):
    path = f"/incubation/calls/{Batch.objects.get(no=3).pk}/"
    open_, over = read(path, "2022-01-03 12:00"), read(path, "2022-01-20 09:12")
    assert qr(f"http://testserver{path}") in open_ and "1月3日 24 时截止" in open_
    assert "发到群里" not in over


def test_the_receipt_of_an_objection_leads_to_the_page_of_tracking():
    from django.template.loader import render_to_string
    from django.test import RequestFactory

    text = render_to_string("tracking/_receipt.html", {"kept": "220120-001"}, RequestFactory().get("/"))
    assert qr("http://testserver/track/") in text and "220120-001\nhttp://testserver/track/" in text
