"""One who passes after the panel was named is looked up for every member: it alone, and nobody's form besides."""

import pytest

from sanshe.core.accounts.queries import actor_for, user_by_login
from sanshe.core.kit.refused import Refused
from sanshe.core.parties.models import Office
from sanshe.incubation.actions.panel import panel as panels
from sanshe.incubation.enums.panel.panel import RelationDecision
from sanshe.incubation.models import Application, Relation
from sanshe.incubation.queries.panel import panel as queries

pytestmark = pytest.mark.django_db
UNTIL = "0113a"


def test_who_passes_late_is_looked_up_for_each_member_and_no_other_form_is_read(told, at, monkeypatch):
    when, read, value = at("2022-01-13 16:40"), [], queries.applicant_value
    row = Application.objects.filter(batch__no=3, state="screened").order_by("serial").first()
    seated = queries.members(row.batch)
    Office.objects.filter(pk=row.batch.centre_id).update(operator=row.organisation)
    monkeypatch.setattr(panels.queries, "applicant_value", lambda one: read.append(one.pk) or value(one))
    panels.detect_for(application=row, by=actor_for(user_by_login("liang"), when), at=when)
    assert seated and read == [row.pk] * len(seated)
    tied = Relation.objects.filter(application=row, kind="affiliate").values_list("panelist__side", flat=True)
    assert set(tied) == {"centre"}


def test_a_relation_is_decided_by_two_and_once(told, at):
    when, free = at("2022-01-13 16:40"), {"decision": RelationDecision.OPEN, "proposed": "", "first_by": None}
    row = Relation.objects.exclude(decision=RelationDecision.OPEN).first()
    Relation.objects.filter(pk=row.pk).update(**free, second_by=None)
    said = {"decision": RelationDecision.RECUSED, "reason": "督导过", "at": when}

    def decides(key):
        panels.decide_recusal(relation=Relation.objects.get(pk=row.pk), by=actor_for(user_by_login(key), when), **said)

    decides("fan")
    for key in ("fan", "liang"):
        with pytest.raises(Refused):
            decides(key)
    decides("hao")
    row.refresh_from_db()
    assert row.decision == RelationDecision.RECUSED and row.first_by != row.second_by
    with pytest.raises(Refused):
        decides("hao")
