"""Notices from draft to their end; messages once."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.db import IntegrityError, transaction

from sanshe.core.audit import queries as audit
from sanshe.core.jobs.actions import work
from sanshe.core.kit import ids
from sanshe.core.kit.access import Actor, Grant
from sanshe.core.kit.refused import Refused
from sanshe.core.notices import actions, adapters, queries
from sanshe.core.notices.enums import MessageState, R, State
from sanshe.core.notices.models import Message, PublicNotice
from sanshe.core.notices.types import Contact, Figure, Recipient, Span, Template, Wording
from sanshe.core.papers.types import Doc, NameList, Para, Signature

AT = datetime(2022, 1, 17, 0, 30, tzinfo=UTC)
OVER = datetime(2022, 1, 21, 16, 0, tzinfo=UTC)
BY = Actor(ids.new(), "侯建平")
CONTACT = Contact("区民政局", "0352-0000000", "永泰街 1 号", "工作日")
pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def outside(settings, tmp_path):
    settings.AUDIT_ROOTS = tmp_path


@pytest.fixture(autouse=True)
def texts():
    held = dict(queries.TEMPLATES._items)
    queries.TEMPLATES.add("test.result", Template("结果出来了", "{name}：{result}"))
    queries.TEMPLATES.add("test.quiet", Template("提醒", "看一眼", sms=False))
    yield
    queries.TEMPLATES._items = held


SPAN = Span(date(2022, 1, 17), date(2022, 1, 21))


def draft(names=("甲社", "乙社"), title="公示", **more):
    listed = (NameList(tuple(names)),) if names else ()
    blocks = (Para("如下"), *listed, Para("{from}至{to}"), Signature(names=("区民政局",), date="{date}"))
    figures = [Figure("收到", 40), Figure("拟入壳", len(names), is_list=True)]
    wording = Wording(Doc(title, blocks=blocks, org="中心"), names, figures)
    fields = {"kind": "test", "series": "gs", "office": "创享公示", "area_path": "140213", "span": SPAN}
    return actions.draft(wording=wording, contact=CONTACT, by=BY, at=AT, **(fields | more))


def published(**more):
    notice = draft(**more)
    actions.approve(notice=notice, by=BY, at=AT)
    return actions.publish(notice=notice, by=BY, at=AT)


def refused(code, act, **more):
    with pytest.raises(Refused) as refusal:
        act(by=BY, at=AT, **more)
    assert refusal.value.code == code


def test_a_notice_is_numbered_when_it_is_published_and_not_before():
    assert draft().serial is None
    assert [published().serial, published().number_line] == ["gs-2022-1", "创享公示〔2022〕2 号"]


def test_the_record_is_sealed_before_and_its_root_printed():
    notice = published()
    assert notice.audit_root == audit.last_root() and notice.audit_seal == audit.sealed()[0]
    events = [entry.event for entry in audit.history("notices.notice", notice.pk)]
    assert events == ["notices.published", "notices.approved", "notices.drafted"]


def test_a_draft_is_not_published_without_approval():
    refused(R.NOT_APPROVED, actions.publish, notice=draft())


def test_the_database_holds_what_must_never_be_false():
    notice = draft()
    for change in ({"state": State.PUBLISHED}, {"state": State.APPROVED}, {"window_to": date(2022, 1, 1)}):
        with pytest.raises(IntegrityError), transaction.atomic():
            PublicNotice.objects.filter(pk=notice.pk).update(**change)


def test_an_approval_is_of_one_text_only():
    notice = actions.approve(notice=draft(), by=BY, at=AT)
    actions.redraft(notice=notice, wording=Wording(notice.doc, ["丙社"]), by=BY, at=AT)
    assert notice.state == State.DRAFT and notice.approved_at is None and notice.names == ["丙社"]


def test_what_was_approved_can_be_sent_back_with_a_reason():
    notice = actions.approve(notice=draft(), by=BY, at=AT)
    actions.send_back(notice=notice, reason="少一家", by=BY, at=AT)
    assert notice.state == State.DRAFT and notice.reason == "少一家"


def test_two_officers_at_one_notice_the_second_is_told():
    first = draft()
    second = PublicNotice.objects.get(pk=first.pk)
    actions.approve(notice=first, by=BY, at=AT)
    refused(R.NOT_ALLOWED_NOW, actions.approve, notice=second)


def test_a_published_text_is_never_changed():
    notice = published()
    refused(R.NOT_ALLOWED_NOW, actions.redraft, notice=notice, wording=Wording(notice.doc))


def test_a_window_that_runs_is_not_closed_and_one_that_is_over_not_opened():
    notice = published()
    refused(R.WINDOW_RUNS, actions.close, notice=notice)
    assert actions.close(notice=notice, by=BY, at=OVER).state == State.CLOSED
    late = actions.approve(notice=draft(), by=BY, at=AT)
    with pytest.raises(Refused, match=R.WINDOW_OVER):
        actions.publish(notice=late, by=BY, at=OVER)


def test_the_window_may_be_set_when_it_is_published():
    notice = actions.approve(notice=draft(span=None), by=BY, at=AT)
    days = [date(2022, 1, day) for day in (17, 18)]
    actions.publish(notice=notice, span=Span(days[0], days[1], days), by=BY, at=AT)
    assert notice.window_days == 2 and "2022年1月17日至2022年1月18日" in queries.doc_for(notice).blocks[2].text


def test_a_correction_is_a_new_notice_that_names_the_old():
    old = published()
    new = published(corrects=old, names=["甲社"])
    old.refresh_from_db()
    assert (new.version_no, new.corrects, old.state, old.reason) == (2, old, State.WITHDRAWN, new.number_line)
    assert queries.corrected_by(old) == new and queries.by_serial(old.serial, AT) == old


def test_a_number_is_not_lost_when_publishing_fails():
    notice = actions.approve(notice=draft(), by=BY, at=AT)
    with transaction.atomic():
        actions.publish(notice=notice, by=BY, at=AT)
        transaction.set_rollback(True)
    assert published().number == 1


def send(key="k", to=None, template="test.result", **values):
    to = to or Recipient(user_id=BY.id, phone="13800000000")
    given = values if values else {"name": "暖阳社", "result": "入选"}
    return actions.send(template=template, to=to, values=given, by=BY, at=AT, key=key)


def test_a_message_goes_once_by_both_ways(monkeypatch):
    sent = []
    monkeypatch.setattr(adapters, "send_sms", lambda phone, text, key: sent.append((phone, text)))
    assert send() == send()
    work()
    for message in Message.objects.all():
        actions.deliver(message_id=str(message.pk), at=AT)
    assert sent == [("13800000000", "暖阳社：入选")] and Message.objects.count() == 2


def test_a_message_of_a_failed_act_is_never_sent():
    with transaction.atomic():
        send()
        transaction.set_rollback(True)
    assert work() == 0 and not Message.objects.exists()


def test_without_a_gateway_the_message_is_shown_as_not_sent():
    send(to=Recipient(phone="13800000000"))
    work()
    row = Message.objects.get()
    assert (row.state, row.fault, row.sent_at) == (MessageState.FAILED, "no gateway", None)


def test_phone_and_text_lie_encrypted():
    from django.db import connection

    send()
    with connection.cursor() as cursor:
        cursor.execute("SELECT phone, text FROM notices_message")
        assert not any("13800000000" in f"{row}" or "暖阳" in f"{row}" for row in cursor.fetchall())


def test_some_messages_never_go_by_sms():
    send(template="test.quiet")
    assert [row.channel for row in Message.objects.all()] == ["inbox"]


@pytest.mark.parametrize(
    ("more", "code"),
    [
        ({"to": Recipient()}, R.NOBODY),
        ({"template": "no"}, R.UNKNOWN_TEMPLATE),
        ({"name": "x"}, R.EMPTY_BLANK),
    ],
)
def test_a_message_that_cannot_be_sent_is_refused(more, code):
    with pytest.raises(Refused, match=code):
        send(**more)


def test_an_organisations_message_is_read_by_each_of_its_people():
    organisation = ids.new()
    people = [Actor(ids.new(), "a", grants=(Grant("organisation_rep", frozenset(), "", organisation),)) for _ in "ab"]
    message = send(to=Recipient(organisation_id=organisation))
    actions.read(message=message, by=people[0], at=AT)
    assert [queries.unread(one) for one in people] == [0, 1] and queries.unread(BY) == 0
    assert actions.read_all(by=people[1], at=AT) == 1 and queries.unread(people[1]) == 0


class TestMail:
    """By a server only where one is set up."""

    def send(self, key="m"):
        to = Recipient(user_id=ids.new(), mail="office@example.org")
        return actions.send(template="test.quiet", to=to, values={}, by=BY, at=AT, key=key)

    def test_without_a_server_it_stands_in_the_inbox_only(self, settings, mailoutbox):
        settings.EMAIL_HOST = ""
        self.send()
        work()
        assert list(Message.objects.values_list("channel", flat=True)) == ["inbox"] and mailoutbox == []

    def test_with_one_it_goes_once(self, settings, mailoutbox):
        settings.EMAIL_HOST, settings.IS_DEMO = "mail.example.org", False
        self.send()
        self.send()
        work()
        assert [(one.to, one.subject) for one in mailoutbox] == [(["office@example.org"], "提醒")]
        assert Message.objects.get(channel="mail").state == MessageState.SENT

    def test_a_demo_sends_none(self, settings, mailoutbox):
        settings.EMAIL_HOST, settings.IS_DEMO = "mail.example.org", True
        self.send()
        work()
        assert mailoutbox == [] and not Message.objects.filter(channel="mail").exists()

    def test_a_server_that_is_gone_is_said(self, settings):
        settings.EMAIL_HOST, settings.IS_DEMO = "mail.example.org", False
        self.send()
        settings.EMAIL_HOST = ""
        work()
        one = Message.objects.get(channel="mail")
        assert (one.state, one.fault) == (MessageState.FAILED, "no gateway")


def test_a_year_later_a_message_is_only_its_title_and_is_not_sent_again():
    send = {"template": "test.result", "to": Recipient(phone="13800000000"), "values": {"name": "甲", "result": "通过"}}
    actions.send(**send, by=BY, at=AT, key="once")
    work()
    over = AT + timedelta(days=365, microseconds=1)
    assert actions.purge(at=AT + timedelta(days=365)) == 0
    assert actions.purge(at=over) == 1 and actions.purge(at=over) == 0
    one = Message.objects.get()
    assert (one.title, one.text, one.phone) == ("结果出来了", "", "")
    actions.send(**send, by=BY, at=AT, key="once")
    assert Message.objects.count() == 1


def test_what_still_waits_to_be_sent_keeps_its_words():
    values = {"name": "甲", "result": "通过"}
    actions.send(template="test.result", to=Recipient(phone="13800000000"), values=values, by=BY, at=AT, key="once")
    assert actions.purge(at=AT + timedelta(days=999)) == 0 and "甲" in Message.objects.get().text
