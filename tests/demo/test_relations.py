"""One who passes after the panel was named is looked up for every member: it alone, and nobody's form besides."""

import pytest

from sanshe.core.accounts.queries import actor_for, user_by_login
from sanshe.core.parties.models import Office
from sanshe.incubation.actions.panel import panel as panels
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
