"""Whose an application is: a code alone ties nobody to an organisation that has people of its own."""

import pytest

from sanshe.core.accounts import actions as accounts
from sanshe.core.accounts.queries import actor_for, user
from sanshe.core.kit import same
from sanshe.core.kit.access import SYSTEM
from sanshe.core.kit.refused import Refused
from sanshe.core.notices.models import Message
from sanshe.core.parties.models import Organisation
from sanshe.incubation.actions.call import application as actions
from sanshe.incubation.actions.call.belonging import belong, prove
from sanshe.incubation.actions.screening import screening
from sanshe.incubation.enums.call.application import ApplicationRefusal as R
from sanshe.incubation.enums.screening.screening import ScreeningRefusal
from sanshe.incubation.models import Application
from sanshe.incubation.story.applications import credit_code

pytestmark = pytest.mark.django_db
UNTIL = "0103b"
IN_TIME = "2022-01-03 23:59:00"
NAME = "石榴籽社区小组"


@pytest.fixture
def draft(told, at, it_is):
    """C-52, all filled in; its writer types the code of an organisation that is there and has a representative."""
    from django.db import transaction

    with transaction.atomic():
        it_is(IN_TIME)
        row = Application.objects.get(name=NAME)
        victim = Organisation.objects.exclude(credit_code="").exclude(pk__in=_taken(row)).order_by("pk")[0]
        said = {"registration": "registered", "credit_code": victim.credit_code, "filing_number": ""}
        actions.fill(application=row, values=said, at=at(IN_TIME))
        row.victim = victim
        yield row
        transaction.set_rollback(True)


def _taken(row):
    applied = Application.objects.filter(organisation__isnull=False).values_list("organisation", flat=True)
    return [*applied, row.batch.centre.operator_id]


def represented(row, person=None, at=None):
    person = person or accounts.create_user(by=SYSTEM, at=row.saved_at, phone="13900008888")
    term = {"role": "organisation_rep", "area_path": row.victim.area_path, "organisation": row.victim.pk}
    accounts.appoint(user=person, **term, by=SYSTEM, at=row.saved_at, starts=row.saved_at.date())
    return person


def hand_in(client_of, row):
    client = client_of(user(row.owner))
    answer = client.post(f"/incubation/applications/{row.pk}/submit/", {"truthful": "yes"})
    assert answer.status_code == 302, answer.content.decode()
    row.refresh_from_db()
    return row


def met(row):
    from sanshe.incubation.enums.screening.screening import CheckVerdict as V

    return dict.fromkeys(row.batch.rules.values_list("no", flat=True), V.MET)


def writes_by(row, phone):
    """Its writer signed in by this telephone."""
    who = user(row.owner)
    who.phone = phone
    who.save()


def test_a_code_is_no_proof_where_nobody_represents_the_organisation_either(client_of, draft):
    row = hand_in(client_of, draft)
    assert (row.organisation_id, row.credit_code, row.state) == (None, "", "submitted")


def test_the_telephone_under_which_it_is_registered_is(client_of, draft):
    writes_by(draft, draft.victim.head_phone)
    assert hand_in(client_of, draft).organisation_id == draft.victim.pk


def test_the_telephone_of_one_that_nobody_has_seen_proves_nothing(client_of, draft):
    Organisation.objects.filter(pk=draft.victim.pk).update(proven_at=None)
    writes_by(draft, draft.victim.head_phone)
    assert hand_in(client_of, draft).organisation_id is None
    assert not Message.objects.filter(template="incubation.claimed").exists()


def another(draft, at, **said):
    """A second draft by somebody else, filled in like the first."""
    who = accounts.create_user(by=SYSTEM, at=at(IN_TIME), phone="13900007777")
    row = actions.new_draft(draft.batch, who.pk, at(IN_TIME))
    same = {**draft.fields, "name": draft.name} | said
    kept = {code: value for code, value in same.items() if isinstance(value, str)}
    return actions.fill(application=row, values=kept, at=at(IN_TIME))


def test_who_types_a_code_that_is_new_here_does_not_shut_out_who_it_belongs_to(client_of, draft, at, actor):
    """The stranger is first; the real one is received all the same, learns nothing, and takes the place when proven."""
    when, code = at(IN_TIME), {"registration": "registered", "credit_code": credit_code(77001), "filing_number": ""}
    actions.fill(application=draft, values=code, at=when)
    stranger = hand_in(client_of, draft)
    assert stranger.organisation is not None and stranger.organisation.proven_at is None
    real = another(draft, at, **code)
    actions.receive(application=real, received=when, by=SYSTEM, at=when)
    assert (real.state, real.organisation_id) == ("submitted", None)
    desk = actor("centre_operator")
    prove(application=real, how="看了法人证书原件", by=desk, at=when)
    real.refresh_from_db(), stranger.refresh_from_db()
    assert real.organisation.credit_code == code["credit_code"] and real.organisation.proven_at == when
    assert (stranger.organisation_id, stranger.credit_code, stranger.state) == (None, "", "submitted")
    with pytest.raises(Refused, match="duplicate"):
        prove(application=stranger, how="再看", by=desk, at=when)


def test_a_refused_submit_tells_nothing_about_others_of_the_same_name(client_of, draft, at):
    when, forming = at(IN_TIME), {"registration": "none", "credit_code": "", "founders": "甲、乙、丙"}
    actions.fill(application=draft, values=forming, at=when)
    first = hand_in(client_of, draft)
    other = another(draft, at, **forming)
    by = actor_for(user(other.owner), when)
    actions.receive(application=other, received=when, by=by, at=when)
    assert other.organisation_id not in (None, first.organisation_id)
    again = actions.new_draft(draft.batch, other.owner, when)
    kept = {code: value for code, value in {**other.fields, "name": other.name}.items() if isinstance(value, str)}
    actions.fill(application=again, values=kept, at=when)
    with pytest.raises(Refused) as refused:  # one's own number is no secret
        actions.receive(application=again, received=when, by=by, at=when)
    assert refused.value.facts["number"] == other.number


def test_another_of_the_same_name_is_entered_for_itself_when_the_desk_says_so(client_of, draft, actor, at):
    gone = {"credit_code": "", "registration": "none", "kind": "forming", "same_name": same.name(NAME), "name": NAME}
    Organisation.objects.filter(pk=draft.victim.pk).update(**gone)
    said = {"name": NAME, "credit_code": "", "registration": "none", "founders": "甲、乙、丙"}
    actions.fill(application=draft, values=said, at=at(IN_TIME))
    row = hand_in(client_of, draft)
    assert row.organisation_id is None
    prove(application=row, how="两家同名，负责人不同", is_another=True, by=actor("centre_operator"), at=at(IN_TIME))
    row.refresh_from_db()
    assert row.organisation_id not in (None, draft.victim.pk) and row.organisation.proven_at


def test_what_passes_the_screening_was_seen(client_of, draft, actor, at):
    actions.fill(application=draft, values={"credit_code": credit_code(77002)}, at=at(IN_TIME))
    row, when = hand_in(client_of, draft), at("2022-01-04 10:00")
    assert row.organisation.proven_at is None
    screening.check_all(application=row, verdicts=met(row), by=actor("centre_operator"), at=when)
    screening.pass_(application=row, by=actor("centre_operator"), at=when)
    assert Organisation.objects.get(pk=row.organisation_id).proven_at == when


def test_its_own_representative_is_tied_at_once(client_of, draft):
    represented(draft, user(draft.owner))
    row = hand_in(client_of, draft)
    assert (row.organisation_id, row.credit_code) == (draft.victim.pk, draft.victim.credit_code)


def test_a_stranger_is_received_in_time_and_tied_to_nobody(as_person, client_of, draft):
    victim = draft.victim
    represented(draft)
    row = hand_in(client_of, draft)
    assert (row.number, row.state, row.organisation_id, row.credit_code) == ("03-029", "submitted", None, "")
    assert Message.objects.filter(template="incubation.claimed", organisation=victim.pk).exists()
    own = as_person(f"owner of {NAME}", IN_TIME).get(f"/incubation/applications/{row.pk}/form/").content.decode()
    assert victim.name not in own and str(victim.pk) not in own


def test_a_stranger_does_not_stand_in_the_way_of_the_organisation(client_of, draft, at):
    owner = represented(draft)
    hand_in(client_of, draft)
    theirs = actions.new_draft(draft.batch, owner.pk, at(IN_TIME))
    said = {"name": draft.victim.name, "registration": "registered", "credit_code": draft.victim.credit_code}
    actions.fill(application=theirs, values=said, at=at(IN_TIME))
    actions.receive(application=theirs, received=at(IN_TIME), by=SYSTEM, at=at(IN_TIME))
    assert theirs.organisation_id == draft.victim.pk


def test_it_does_not_pass_before_the_desk_has_proved_it(as_person, client_of, draft, actor, at):
    represented(draft)
    row, by, when = hand_in(client_of, draft), actor("centre_operator"), at("2022-01-04 10:00")
    screening.check_all(application=row, verdicts=met(row), by=by, at=when)
    with pytest.raises(Refused) as refused:
        screening.pass_(application=row, by=by, at=when)
    assert refused.value.code == ScreeningRefusal.UNPROVEN
    desk, url = as_person("liang", "2022-01-04 10:00"), f"/incubation/batches/{row.batch_id}/screening/{row.pk}/"
    page = desk.get(url).content.decode()
    assert "是不是这一家的人交的" in page and f"/parties/{draft.victim.pk}/" in page
    assert desk.post(f"{url}prove/", {"how": " "}).status_code == 409
    assert desk.post(f"{url}prove/", {"how": "看了法人证书原件，和代表通过电话"}).status_code == 302
    row.refresh_from_db()
    assert (row.organisation_id, row.credit_code) == (draft.victim.pk, draft.victim.credit_code)
    assert "是不是这一家的人交的" not in desk.get(url).content.decode()
    assert desk.post(f"{url}prove/", {"how": "再一次"}).status_code == 409
    assert screening.pass_(application=row, by=by, at=when).outcome == "passed"


def test_who_wrote_it_does_not_prove_it(as_person, client_of, draft):
    from sanshe.incubation.rules.call.application import refusal_to_prove

    assert refusal_to_prove(is_unproven=True, is_own=True, how="x") == R.PROVEN_BY_OWN
    represented(draft)
    row = hand_in(client_of, draft)
    url = f"/incubation/batches/{row.batch_id}/screening/{row.pk}/prove/"
    assert as_person(f"owner of {NAME}", IN_TIME).post(url, {"how": "我就是"}).status_code == 403


def test_a_code_typed_when_mending_ties_nobody_either(client_of, draft, at):
    """First in its own name, then, returned, under the code of another that is represented."""
    code = draft.victim.credit_code
    actions.fill(
        application=draft, values={"credit_code": "", "registration": "none", "founders": "甲、乙、丙"}, at=at(IN_TIME)
    )
    represented(draft)
    row = hand_in(client_of, draft)
    first = row.organisation_id
    Application.objects.filter(pk=row.pk).update(state="returned")
    from sanshe.incubation.models import Screening

    said = {"outcome": "returned", "due_on": at("2022-01-07 12:00").date(), "decided_at": at("2022-01-04 09:00")}
    Screening.objects.create(application=row, area_path=row.area_path, **said)
    row.refresh_from_db()
    actions.fill(application=row, values={"credit_code": code, "registration": "registered"}, at=at("2022-01-05 10:00"))
    screening.mend(application=row, by=SYSTEM, at=at("2022-01-05 10:01"))
    row.refresh_from_db()
    assert first and row.state == "submitted" and row.organisation_id is None and row.credit_code == ""


def test_a_name_alone_ties_nobody_to_one_that_is_represented(client_of, draft, at):
    Organisation.objects.filter(pk=draft.victim.pk).update(credit_code="", registration="none", kind="forming")
    said = {"name": draft.victim.name, "credit_code": "", "registration": "none", "founders": "甲、乙、丙"}
    actions.fill(application=draft, values=said, at=at(IN_TIME))
    represented(draft)
    assert hand_in(client_of, draft).organisation_id is None


def test_an_organisation_applies_once_though_it_left_its_code_out_in_between(client_of, draft, at):
    """Tied by its code, taken back and sent again without one under another name, it was tied and unseen."""
    who = {"by": SYSTEM, "at": at(IN_TIME)}
    writes_by(draft, draft.victim.head_phone)
    row = hand_in(client_of, draft)
    actions.take_back(application=row, **who)
    forming = {"registration": "none", "credit_code": "", "name": "石榴籽小组二队"}
    row = actions.fill(application=Application.objects.get(pk=row.pk), values=forming, at=at(IN_TIME))
    actions.receive(application=row, received=at(IN_TIME), **who)
    row.refresh_from_db()
    assert (row.organisation_id, row.credit_code) == (draft.victim.pk, "")
    other = Application.objects.exclude(pk=row.pk).filter(batch=row.batch, state="submitted").first()
    other.owner, other.organisation, other.fields = (
        row.owner,
        None,
        other.fields | {"credit_code": draft.victim.credit_code},
    )
    with pytest.raises(Refused) as refused:
        belong(application=other, number=other.number, **who)
    assert refused.value.code == R.DUPLICATE and refused.value.facts["number"] == row.number
