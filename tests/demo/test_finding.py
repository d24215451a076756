"""The find box over the story: applications, agreements and organisations, each for those who may read them."""

import pytest

from sanshe.core.search.actions import rebuild
from sanshe.core.search.models import SearchRow

UNTIL = "0218a"
NOW = "2022-02-18 08:30"


def found(client, asked):
    return client.get("/search/", {"q": asked}).content.decode()


def test_by_number_by_name_and_by_paper(as_person):
    page = found(as_person("liang", NOW), "03-017")
    assert "/incubation/applications/" in page and "/incubation/agreements/" not in page
    assert found(as_person("liang", NOW), "创孵协 2022").count("/incubation/agreements/") == 20


def test_a_published_notice_is_found_by_its_number(as_person, told):
    from sanshe.core.notices.models import PublicNotice

    one = PublicNotice.objects.filter(state="published").first() or PublicNotice.objects.get(serial__isnull=False)
    assert f"/notices/{one.serial}/" in found(as_person("liang", NOW), one.number_line)


def test_who_may_not_read_applications_does_not_find_them(as_person):
    for person in ("bai", ""):
        assert "/incubation/applications/" not in found(as_person(person, NOW), "03-017")


def test_a_draft_is_not_found(told):
    from sanshe.incubation.models import Application

    drafts = {str(pk) for pk in Application.objects.filter(state="draft").values_list("pk", flat=True)}
    assert drafts and not drafts & set(SearchRow.objects.values_list("object_id", flat=True))


@pytest.mark.parametrize("private", ["head_name", "head_phone", "contact_name"])
def test_no_personal_text_is_in_the_index(told, private):
    from sanshe.incubation.models import Application
    from sanshe.incubation.queries.call.application import private_of

    names = {private_of(row).get(private) for row in Application.objects.all()} - {None, ""}
    everything = "\n".join(f"{row.title} {row.text}" for row in SearchRow.objects.all())
    assert names and not [name for name in names if name in everything]


def test_the_index_made_anew_is_the_same(told):
    def rows():
        return set(SearchRow.objects.values_list("kind", "object_id", "area_path", "title", "text", "url", "grams"))

    before = rows()
    rebuild()
    assert rows() == before


@pytest.fixture
def tied(told):
    """An application, who is recused from it and reads applications for the bureau all the same, and who is not."""
    from sanshe.core.kit.access import Actor, Grant
    from sanshe.incubation.enums.access import P
    from sanshe.incubation.models import Relation

    one = Relation.objects.exclude(decision="no_conflict").select_related("panelist", "application").first()
    both = Grant("bureau_officer", frozenset({P.APPLICATION_READ, P.SCREENING_READ}), "140213")
    return one.application, *(Actor(pk, "", True, (both,)) for pk in (one.panelist.person, None))


def test_who_is_recused_does_not_find_that_applicant(tied):
    from sanshe.core.search.queries import find

    one, recused, other = tied
    assert find(other, one.number).hits
    assert not find(recused, one.number).hits and not find(recused, one.name).hits


def test_who_is_recused_reads_of_that_applicant_neither_the_findings_nor_what_its_organisation_applied_for(tied):
    from sanshe.core.ledgers.queries import LEDGERS
    from sanshe.incubation.pages.organisation import of_organisation

    one, *people = tied
    read = [LEDGERS["incubation.screenings"].rows(who, {}).filter(application=one).exists() for who in people]
    shown = [one.number in [row.number for row in of_organisation(who, one.organisation_id)] for who in people]
    assert read == shown == [False, True]
