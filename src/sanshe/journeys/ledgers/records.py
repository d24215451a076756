"""Pledges show criteria of creation: the sessions a unit held, and how many of its drivers have signed."""

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from sanshe.core.kit import shanghai
from sanshe.core.kit.areas import whole
from sanshe.creation.queries.records import RECORDS
from sanshe.creation.types import Asked, Record, RecordSource
from sanshe.pledges.enums import P
from sanshe.pledges.queries import campaigns, pledges

DISTRICT = 6  # the length of a district's path


def _campaign(asked: Asked):
    return campaigns.running(whole(asked.area_path[:DISTRICT], P.READ))


def coverage(asked: Asked) -> Record | None:
    """Signatures by grade, and against the unit's own count of drivers where it gave one."""
    row = _campaign(asked)
    if row is None:
        return None
    field, key = ("unit", asked.organisation) if asked.organisation else ("area_path", asked.area_path)
    tally = pledges.tallies(row, field, asked.at).get(key)  # type: ignore[arg-type]  # a unit's key or a path
    page = reverse("pledges:campaign", args=[row.pk])
    if tally is None:
        return Record(_("一份也没有签"), page, is_met=False)
    text = _("有效 {n} ＝ B {b} ＋ C {c}").format(n=tally.whole, b=tally.own_phone, c=tally.witnessed)
    found = pledges.coverage(row, asked.organisation, tally.whole) if asked.organisation else None
    if found and found.permille is not None:
        share = f"{found.permille / 10:.1f}%"
        text += _("，{signed} ÷ {drivers} ＝ {share}").format(signed=found.signed, drivers=found.drivers, share=share)
    return Record(text, page)


def sessions(asked: Asked) -> Record | None:
    """The last session that was held there."""
    row = _campaign(asked)
    if row is None:
        return None
    held = [one for one in campaigns.sessions(row) if one.held_at and _is_of(one, asked)]
    if not held:
        return Record(_("没有在这里办过"), reverse("pledges:campaign", args=[row.pk]), is_met=False)
    last = held[-1]
    said = {"no": last.number, "date": shanghai.short(shanghai.day(last.starts_at)), "n": last.heads}
    text = _("第 {no} 场，{date}，到场 {n} 人，案例 {cases} 则").format(**said, cases=last.lessons.count())
    return Record(text, reverse("pledges:session", args=[row.pk, last.pk]))


def _is_of(one, asked: Asked) -> bool:
    if asked.organisation:
        return bool(one.unit_id == asked.organisation)
    return bool(one.area_path == asked.area_path)


def declare() -> None:
    """Called while the apps are made ready."""
    RECORDS.add("pledges.coverage", RecordSource(gettext_lazy("承诺"), coverage))
    RECORDS.add("pledges.sessions", RecordSource(gettext_lazy("讲座"), sessions))
