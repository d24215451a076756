"""The pages of notices, asked for directly."""

from datetime import UTC, datetime

import pytest
from django.http import Http404
from django.test import RequestFactory

from sanshe.core.kit import ids
from sanshe.core.kit.access import NOBODY, Actor, Grant
from sanshe.core.ledgers import queries as ledgers
from sanshe.core.notices import actions, queries
from sanshe.core.notices.models import Message
from sanshe.core.notices.types import Recipient
from sanshe.core.notices.views import desk, messages, public
from tests.notices.test_actions import AT, BY, OVER, draft, outside, published, send, texts

__all__ = ["outside", "texts"]
pytestmark = pytest.mark.django_db


def officer(path="140213"):
    return Actor(ids.new(), "侯建平", True, (Grant("bureau_officer", frozenset({"notices.read"}), path),))


def ask(view, *args, actor=NOBODY, at=AT, method="get", **data):
    request = getattr(RequestFactory(), method)("/notices/", data)
    request.actor, request.received_at = actor, at
    return view(request, *args)


def text(view, *args, **more):
    return ask(view, *args, **more).content.decode()


def test_a_notice_is_read_without_signing_in():
    page = text(public.notice, published().serial, at=datetime(2022, 1, 20, 2, 0, tzinfo=UTC))
    for words in (
        "创享公示〔2022〕1 号",
        "第 4 天，共 5 工作日",
        "还剩 1 工作日",
        "0352-0000000",
        "永泰街 1 号",
        "甲社",
    ):
        assert words in page
    assert 'href="#list">2</a>' in page and '<td class="s-num">40</td>' in page


def test_a_draft_and_an_unknown_number_are_not_there():
    draft()
    for serial in ("gs-2022-1", "None", "x"):
        with pytest.raises(Http404):
            ask(public.notice, serial)
        with pytest.raises(Http404):
            ask(public.paper, serial, "pdf")


def test_a_withdrawn_notice_says_so_and_leads_to_its_correction():
    old = published()
    new = published(corrects=old)
    assert f"/notices/{new.serial}/" in text(public.notice, old.serial)
    assert f"/notices/{old.serial}/" in text(public.notice, new.serial)


def test_a_window_that_is_over_says_so():
    assert "已满" in text(public.notice, published().serial, at=OVER) and "公示期满" in text(public.index, at=OVER)


@pytest.mark.parametrize(("fmt", "head"), [("pdf", b"%PDF"), ("docx", b"PK\x03\x04")])
def test_a_notice_can_be_printed(fmt, head):
    assert ask(public.paper, published().serial, fmt).content.startswith(head)


def test_what_an_app_puts_beside_its_notices_is_shown():
    held = dict(queries.ASIDES._items)
    queries.ASIDES.add("test", queries.Aside("notices/_range.html", lambda notice, at: {"one": notice}))
    assert "1月17日至1月21日" in text(public.notice, published().serial)
    queries.ASIDES._items = held


@pytest.mark.parametrize("n", [1, 3])
def test_the_public_list_takes_two_queries(n, still, django_assert_num_queries):
    for _ in range(n):
        published()
    draft(title="草稿")
    text(public.index)  # the tables a process keeps are in memory from here on
    with django_assert_num_queries(2):  # the notices, the masthead
        page = text(public.index)
    assert page.count("创享公示〔2022〕") == n and "草稿" not in page


def test_an_officer_sees_the_drafts_of_their_area():
    notice = draft()
    assert "草稿" in text(desk.desk, actor=officer()) and "拟了公示" in text(desk.one, notice.pk, actor=officer())
    assert "公示</a></th>" not in text(desk.desk, actor=officer("140214"))
    with pytest.raises(Http404):
        ask(desk.one, notice.pk, actor=officer("140214"))


def test_notices_are_a_ledger():
    published()
    ledger = ledgers.LEDGERS["notices.notices"]
    assert next(iter(ledgers.export_rows(ledger, officer(), {})))[1] == "创享公示〔2022〕1 号"
    assert list(ledgers.export_rows(ledger, officer("140214"), {})) == []


def test_messages_are_ones_own():
    message = send()
    assert "1 条没看" in text(messages.inbox, actor=BY) and "入选" not in text(messages.inbox, actor=officer())
    with pytest.raises(Http404):
        ask(messages.message, message.pk, actor=officer(), method="post")
    ask(messages.message, message.pk, actor=BY, method="post")
    assert "都看过了" in text(messages.inbox, actor=BY)


@pytest.mark.parametrize(
    ("url", "leads"), [("/parties/", "/parties/"), ("//evil.example/", "/notices/inbox/"), ("", "/notices/inbox/")]
)
def test_a_message_leads_only_within_the_house(url, leads):
    sent = actions.send(template="test.quiet", to=Recipient(user_id=BY.id), values={}, by=BY, at=AT, key="u", url=url)
    assert ask(messages.message, sent.pk, actor=BY, method="post")["Location"] == leads


def test_all_can_be_marked_as_read():
    send()
    ask(messages.read_all, actor=BY, method="post")
    assert queries.unread(BY) == 0


@pytest.mark.parametrize("n", [1, 3])
def test_the_inbox_takes_the_same_queries(n, django_assert_num_queries):
    for place in range(n):
        send(key=str(place))
    text(messages.inbox, actor=BY)
    with django_assert_num_queries(3):  # messages, unread on the page, unread in the rail
        text(messages.inbox, actor=BY)


def test_the_demo_has_a_box_for_text_messages_and_nobody_else(settings):
    send()
    settings.IS_DEMO = True
    assert "13800000000" in text(messages.sms)
    settings.IS_DEMO = False
    with pytest.raises(Http404):
        ask(messages.sms)
    assert Message.objects.count() == 2
