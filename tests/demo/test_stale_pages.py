"""A page that lay open acts for nobody else: what was posted from an earlier state is refused, with what was typed."""

import re

import pytest
from django.urls import reverse

from sanshe.incubation.models import Agreement, Batch, Relation, Signature

pytestmark = pytest.mark.django_db
UNTIL, NOW = "0217a", "2022-02-17 14:35"
MARK = re.compile(r'name="drawn" value="([^"]+)"')


@pytest.fixture
def prepared(told):
    return Agreement.objects.filter(state="prepared").first()


def form_of(browser, page, address):
    """The mark in the form of a page that is sent to this address."""
    text = browser.get(page).content.decode()
    return MARK.search(text.partition(f'action="{address}"')[2])[1]


def test_a_page_of_the_centres_turn_does_not_sign_for_the_organisation(prepared, as_person):
    page, sign = (reverse(f"incubation:{name}", args=[prepared.pk]) for name in ("agreement", "sign"))
    first, second = as_person("liang", NOW), as_person("wang", NOW)
    said = {"signer": "梁晓芸", "witnesses": "郝敏、樊丽", "founders": "3", "subdistrict": "贺晓东"}
    early = said | {"drawn": form_of(second, page, sign)}
    assert first.post(sign, said | {"drawn": form_of(first, page, sign)}).status_code == 302
    late = second.post(sign, early)
    assert late.status_code == 409 and "已经办了这一步" in late.content.decode()
    assert [one.side for one in Signature.objects.filter(agreement=prepared)] == ["centre"]
    now = second.post(sign, early | {"drawn": form_of(second, page, sign)})
    assert now.status_code == 302 and Signature.objects.filter(agreement=prepared).count() == 2


def test_who_did_not_see_the_first_decision_is_not_the_second_hand(told, as_person):
    """Two read an open relation; when both send 不构成, only the first has said so."""
    one = Relation.objects.filter(panelist__dismissed_at=None, panelist__panel__batch__no=3).first()
    Relation.objects.filter(pk=one.pk).update(decision="open", first_by=None, second_by=None, proposed="")
    batch = Batch.objects.get(no=3)
    page, decide = (
        reverse("incubation:panel", args=[batch.pk]),
        reverse("incubation:decide_recusal", args=[batch.pk, one.pk]),
    )
    first, second = as_person("hao", NOW), as_person("fan", NOW)
    said = {"decision": "no_conflict", "reason": "不是同一个人"}
    early = said | {"drawn": form_of(second, page, decide)}
    assert first.post(decide, said | {"drawn": form_of(first, page, decide)}).status_code == 302
    assert second.post(decide, early).status_code == 409
    one.refresh_from_db()
    assert (one.decision, one.second_by) == ("open", None)
