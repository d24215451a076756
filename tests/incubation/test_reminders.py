"""Nothing due is forgotten, nothing is said twice: by whom, when, and whatever happens to who says it."""

from datetime import date
from uuid import UUID

import pytest

from sanshe.core.duties import actions, queries
from sanshe.core.duties.actions import remind
from sanshe.core.duties.enums import Owner
from sanshe.core.jobs import actions as jobs
from sanshe.core.jobs.queries import HANDLERS, RULES
from sanshe.core.kit import clock
from sanshe.core.notices.actions import deliver
from sanshe.core.notices.models import Message
from sanshe.incubation.actions.end import assessment, exit
from sanshe.incubation.enums.end.assessment import Kind
from sanshe.incubation.enums.end.exit import ExitKind

pytestmark = pytest.mark.django_db
STAY = ("plan", "plans", "report", "reports", "come", "training", "talk_first", "talk_follow", "archive", "desk")


def kind(duty):
    return duty.source.code.removeprefix("incubation.")


@pytest.fixture
def three_owe(stay, at):
    """Three organisations owe their report by 2022-08-31."""
    said = {"batch": stay.batch, "kind": Kind.MIDTERM, "report_by": date(2022, 8, 31), "by": stay.liang}
    assessment.announce_all(**said, at=at("2022-08-17 10:00"))
    Message.objects.all().delete()
    return stay


def sent(channel="inbox"):
    return list(Message.objects.filter(template__startswith="duties.", channel=channel).order_by("made_at", "pk"))


class TestSteps:
    """A week before, a day before, the first day overdue."""

    @pytest.mark.parametrize(
        ("when", "n"),
        [("2022-08-23 08:00", 0), ("2022-08-24 08:00", 3), ("2022-08-29 08:00", 3), ("2022-08-30 08:00", 3)],
    )
    def test_a_first_run_says_what_stands_now(self, three_owe, at, when, n):
        remind(at=at(when))
        assert len(sent()) == n and len(sent("sms")) == n

    def test_each_step_once_over_all_days(self, three_owe, at):
        for day in [*range(20, 32)]:
            remind(at=at(f"2022-08-{day} 08:00"))
        theirs = [one for one in sent() if one.organisation]
        assert len(theirs) == 6 and {one.template for one in theirs} == {"duties.soon"}
        for day in range(1, 10):
            remind(at=at(f"2022-09-0{day} 08:00"))
        assert len([one for one in sent() if one.organisation]) == 9

    def test_overdue_goes_to_the_centre_too(self, three_owe, at):
        remind(at=at("2022-09-01 08:00"))
        centre = {one.user for one in sent() if one.user}
        assert centre == {three_owe.users[key].pk for key in ("liang", "wang")}

    def test_a_day_without_a_run_is_made_up_for(self, three_owe, at):
        remind(at=at("2022-08-27 08:00"))
        assert len(sent()) == 3 and "最迟 8月31日" in sent()[0].title

    def test_what_was_done_is_not_said(self, three_owe, at):
        from sanshe.incubation.models import Assessment

        Assessment.objects.update(state="reported")
        remind(at=at("2022-08-30 08:00"))
        assert sent() == []

    def test_a_moved_date_is_said_anew(self, three_owe, at):
        remind(at=at("2022-08-30 08:00"))
        from sanshe.incubation.models import Assessment

        Assessment.objects.update(report_by=date(2022, 9, 7))
        remind(at=at("2022-09-06 08:00"))
        assert len(sent()) == 6


class TestOnce:
    """Two runs, two workers, a worker that dies."""

    def test_two_runs_send_once(self, three_owe, at):
        for _ in range(2):
            remind(at=at("2022-08-24 08:00"))
        assert len(sent()) == 3 and len(sent("sms")) == 3

    def test_a_run_that_is_cut_off_goes_on_where_it_stopped(self, three_owe, at, monkeypatch):
        real, calls = actions._send, []

        def dies(*given):
            calls.append(given)
            if len(calls) == 3:
                raise MemoryError
            return real(*given)

        monkeypatch.setattr(actions, "_send", dies)
        with pytest.raises(MemoryError):
            remind(at=at("2022-08-24 08:00"))
        assert len(sent()) == 2
        monkeypatch.setattr(actions, "_send", real)
        remind(at=at("2022-08-24 09:00"))
        assert len(sent()) == 3 and len({one.organisation for one in sent()}) == 3

    def test_the_rule_fires_once_a_day_and_does_the_work(self, three_owe, it_is):
        it_is("2022-08-24 09:00")
        assert RULES["duties.remind"].every == "day" and RULES["duties.remind"].at_hour == 8
        real = clock.real()
        assert "duties.remind" in jobs.tick(real=real) and "duties.remind" not in jobs.tick(real=real)
        jobs.work(worker="a")
        jobs.work(worker="b")
        assert len(sent()) == 3 and {one.state for one in sent()} == {"sent"}

    def test_the_work_is_not_one_long_transaction(self):
        assert HANDLERS["duties.remind"].atomic is False

    def test_a_text_message_is_handed_over_once(self, three_owe, at, settings):
        settings.IS_DEMO = True
        remind(at=at("2022-08-24 08:00"))
        one = sent("sms")[0]
        assert deliver(message_id=str(one.pk), at=at("2022-08-24 08:01"))
        assert not deliver(message_id=str(one.pk), at=at("2022-08-24 08:01"))


class TestWhoOwes:
    """Obligations of each stage, and the desk of each role."""

    def kinds(self, at, when):
        return sorted(kind(one) for one in queries.reminded(at(when)) if kind(one) not in STAY)

    @pytest.mark.parametrize(
        ("when", "kinds"),
        [("2022-07-16 10:00", []), ("2022-07-17 10:00", ["announce_midterm"]),
         ("2023-01-18 10:00", ["announce_graduation", "announce_midterm", "term_end"])],
    )  # fmt: skip
    def test_what_nobody_began(self, stay, at, when, kinds):
        assert self.kinds(at, when) == kinds

    def test_one_obligation_for_a_whole_batch(self, stay, at):
        (one,) = [one for one in queries.reminded(at("2022-07-17 10:00")) if kind(one) not in STAY]
        assert one.detail == "第三批 · 3 家" and one.due.day == date(2022, 7, 24) and one.source.owner == Owner.HOLDER

    def test_visits_until_the_follow_up_ends_by_itself(self, stay, at, graduate):
        graduate()
        found = {when: self.kinds(at, f"{when} 10:00").count("visit")
                 for when in ("2023-04-09", "2023-04-10", "2023-05-10", "2024-03-11", "2024-03-12")}  # fmt: skip
        assert list(found.values()) == [0, 1, 1, 4, 0]

    def test_the_hand_over_is_owed_by_both(self, stay, at):
        row = exit.propose(
            entry=stay.entries[2], kind=ExitKind.GIVEN_UP, reason="搬走了", by=stay.liang, at=at("2022-08-01 10:00")
        )
        exit.notice(exit=row, by=stay.hao, at=at("2022-08-01 11:00"))
        found = [one for one in queries.reminded(at("2022-08-02 10:00")) if kind(one) in ("hand_over", "take_over")]
        owed = {kind(one): UUID(one.line.owner) if one.source.owner == Owner.ORGANISATION else None for one in found}
        assert owed == {"hand_over": stay.entries[2].organisation_id, "take_over": None}
        assert len({one.matter for one in found}) == 1

    def asked(self, who, when):
        return [kind(one) for one in queries.owed(who, when).duties if kind(one) not in STAY]

    def test_the_desk_of_each(self, three_owe, at):
        when = at("2022-08-24 09:00")
        assert self.asked(three_owe.rep, when) == ["self_report"]
        assert self.asked(three_owe.hao, when) == []
        assert self.asked(three_owe.liang, at("2022-09-01 09:00")) == ["absent"] * 3

    def test_another_district_is_told_nothing(self, three_owe, at, actor):
        other = actor("centre_operator", path="140214")
        assert queries.owed(other, at("2022-09-01 09:00")).n == 0


def test_overdue_stands_on_the_desk(three_owe, client_of, it_is):
    it_is("2022-09-01 09:00")
    page = client_of(three_owe.users["liang"]).get("/").content.decode()
    assert 'data-s="over"' in page and "自评逾期" in page


def test_the_letters_have_no_open_blank(three_owe, at):
    for when in ("2022-08-24 08:00", "2022-09-01 08:00"):
        remind(at=at(when))
    assert [one.text for one in sent() if "{" in one.text or "{" in one.title] == []
