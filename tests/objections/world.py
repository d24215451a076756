"""Two toy subjects, as pledges and activities will have them: a title of a scheme under a published notice, which falls
when an objection to it is upheld; and an allocation with a window of its own, which is run again with its seed."""

from datetime import UTC, datetime
from types import SimpleNamespace
from uuid import UUID

from django.urls import include, path

from sanshe.core.audit.actions import record
from sanshe.core.calendar.queries import workdays
from sanshe.core.calendar.types import Due
from sanshe.core.kit import ids, shanghai
from sanshe.core.kit.access import SYSTEM
from sanshe.core.notices import actions as notices
from sanshe.core.notices.models import PublicNotice
from sanshe.core.notices.types import Contact, Recipient, Span, Wording
from sanshe.core.objections import views
from sanshe.core.objections.enums import Outcome
from sanshe.core.objections.queries import notice_end
from sanshe.core.objections.types import Barred, Days, Listing, Said, Subject, Words
from sanshe.core.papers.types import Doc

DISTRICT, OTHER = "140213", "140214"
TITLE, ALLOCATION = "toys.objection", "games.objection"
AT = datetime(2022, 1, 20, 1, tzinfo=UTC)
CONTACT = Contact("区文明办", "0352-0000000", "永泰街 1 号", "工作日")
GROUNDS = ("上一年没有违法记录", "驾驶人名单齐全")
SAID = Said("名单里这一家上个月有车违停被罚，请核实。", "许建国", "13803527788")
WORDS = Words(
    which="对哪一家",
    meanwhile="这一家先不命名，其余照常。",
    outside="推荐、核验、拟公示和批准的人不能办。",
    effects={one: str(one) for one in Outcome},
    paper=("没有推荐、核验过的人", "这一家不命名"),
)
toys = SimpleNamespace(people={}, titles={}, run=None, seed="", notice=None, told=[])


def _titles(key: UUID) -> Listing | None:
    notice = PublicNotice.objects.filter(kind="toys.titles", subject=key, published_at__isnull=False).first()
    if notice is None:
        return None
    items = tuple((pk, name) for pk, name in toys.titles.items() if name in notice.names)
    window = {"opens": notice.published_at, "closes": notice_end(notice), "notice": notice.pk}
    return Listing(key, notice.title, notice.area_path, items=items, contact=notice.contact, **window)


def _titles_barred(listing: UUID, subject: UUID) -> Barred:
    notice = PublicNotice.objects.get(kind="toys.titles", subject=listing)
    made = {str(notice.drafted_by): "拟过这份公示", str(notice.approved_by): "批准过这份公示"}
    return Barred({**made, **toys.people}, {"community_worker": "是推荐的单位"})


def _fall(*, subject, by, at):
    record(event="toys.fell", kind="toys.title", subject=subject, by=by, at=at)
    if toys.run == "breaks":
        raise RuntimeError


def _allocation(key: UUID) -> Listing | None:
    if key != toys.run:
        return None
    opens = AT
    closes = Due(workdays().add_workdays(shanghai.day(AT), 3)).moment
    return Listing(key, "春季排期", DISTRICT, opens, closes, ((key, "春季排期结果"),), CONTACT.plain())


def _rerun(*, subject, by, at):
    record(event="games.rerun", kind="games.run", subject=subject, by=by, at=at, new={"seed": toys.seed})


def title() -> Subject:
    return Subject(
        seal="创",
        handle="toys.handle",
        follow="toys.follow",
        review="toys.review",
        listing=_titles,
        barred=_titles_barred,
        uphold=_fall,
        words=WORDS,
        form="toys:object",
        cases="toys:cases",
        about=lambda actor, key: ("无酒驾", "/toys/") if actor.may("toys.follow") or actor.may("toys.handle") else None,
        grounds=lambda key: GROUNDS,
        concerned=lambda key: [Recipient(phone="13900000001")],
        shut=lambda actor, key: toys.shut.get(actor.id, set()),
    )


def allocation() -> Subject:
    return Subject(
        seal="动",
        handle="games.handle",
        follow="games.handle",
        listing=_allocation,
        barred=lambda listing, subject: Barred(),
        uphold=_rerun,
        words=WORDS,
        form="toys:object_run",
        cases="toys:cases_run",
        about=lambda actor, key: None,
        days=Days(accept=1, answer=5, review=2),
    )


def announce(area: str = DISTRICT, by=SYSTEM, approved_by=SYSTEM) -> UUID:
    """A notice of two titles, in its window from 17 to 21 January 2022; the key of what was announced."""
    key, at = ids.new(), datetime(2022, 1, 17, 1, tzinfo=UTC)
    toys.titles = {ids.new(): name for name in ("甲单位", "乙单位", "丙单位")}
    names = list(toys.titles.values())[:2]
    wording = Wording(Doc("无酒驾单位公示", "", ()), names, [])
    where = {"kind": "toys.titles", "series": "toys", "office": "文明办公示", "area_path": area}
    row = notices.draft(**where, wording=wording, contact=CONTACT, subject_kind="toys", subject=key, by=by, at=at)
    notices.approve(notice=row, by=approved_by, at=at)
    first = shanghai.day(at)
    notices.publish(notice=row, span=Span(first, first.replace(day=21)), by=SYSTEM, at=at)
    return key


app_name = "toys"
urlpatterns = [
    path("", include("sanshe.config.urls")),
    path("toys/", include(([
        path("<uuid:key>/object/", views.form_of(TITLE), name="object"),
        path("<uuid:key>/objections/", views.cases_of(TITLE), name="cases"),
        path("runs/<uuid:key>/object/", views.form_of(ALLOCATION), name="object_run"),
        path("runs/<uuid:key>/objections/", views.cases_of(ALLOCATION), name="cases_run"),
    ], "toys"))),
]  # fmt: skip
