"""What the desk was done with in the story, by name; who is recused from an applicant does not read its name."""

import pytest

from sanshe.core.accounts.queries import actor_for, user_by_login
from sanshe.incubation.models import Application, Relation
from sanshe.incubation.queries import subjects

pytestmark = pytest.mark.django_db
UNTIL = "0218a"


def test_what_was_signed_yesterday_is_named(told, as_person):
    page = as_person("liang", "2022-02-18 08:30").get("/finished/yesterday/?event=incubation.agreement.signed")
    text = page.content.decode()
    assert "双方签字，生效" in text and "暖阳助老服务中心" in text
    assert 'href="/incubation/agreements/' in text


def test_every_kind_has_names_that_its_rows_answer(told, as_person, it_is):
    at = it_is("2022-02-18 08:30")
    actor = actor_for(user_by_login("liang"), at)
    for kind, (rows, *_rest) in subjects.ABOUT.items():
        wanted = [str(pk) for pk in rows.objects.values_list("pk", flat=True)[:3]]
        found = subjects.names(kind)(actor, wanted)
        assert set(found) == set(wanted) and all(name for name, _url in found.values()), kind


def test_who_is_recused_does_not_read_the_name(told, as_person, it_is):
    tie = Relation.objects.exclude(decision="no_conflict").select_related("panelist").first()
    actor = actor_for(user_by_login("liang"), it_is("2022-02-18 08:30"))
    their = type(actor)(id=tie.panelist.person, name="", grants=actor.grants)
    wanted = [str(pk) for pk in Application.objects.values_list("pk", flat=True)]
    found = subjects.names("incubation.application")(their, wanted)
    assert str(tie.application_id) not in found and len(found) < len(wanted)
