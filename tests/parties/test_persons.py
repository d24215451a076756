"""Persons: known by a telephone in a district, masked, found whole, merged, destroyed, shown for a reason."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, connection, transaction

from sanshe.core.audit.models import AuditEvent
from sanshe.core.kit.access import SYSTEM
from sanshe.core.kit.refused import Refused
from sanshe.core.parties import actions, queries
from sanshe.core.parties.enums import E, R
from sanshe.core.parties.models import Person
from sanshe.core.privacy.queries import PURGES
from sanshe.core.privacy.rules import mask_name, mask_phone

pytestmark = pytest.mark.django_db
PHONE = "13803525207"


@pytest.fixture
def now(at):
    return {"by": SYSTEM, "at": at("2022-02-14 09:40")}


@pytest.fixture
def zhao(now):
    return actions.know_person(phone=PHONE, name="赵德山", area_path="140213059006", **now)


def test_one_telephone_is_one_person_of_a_district_however_it_is_typed(zhao, now):
    again = actions.know_person(phone="+86 138-0352-5207", name="别的名", area_path="140213050", **now)
    assert (again.pk, again.area_path, again.name) == (zhao.pk, "140213", "赵德山")
    assert actions.know_person(phone=PHONE, area_path="140214029", **now).pk != zhao.pk
    with pytest.raises(IntegrityError), transaction.atomic():
        Person.objects.create(phone=PHONE, area_path="140213", known_at=now["at"], used_at=now["at"])
    with connection.cursor() as cursor:
        cursor.execute("SELECT name, phone, name_index, phone_index FROM parties_person")
        written = str(cursor.fetchall())
    assert PHONE not in written and "赵德山" not in written


@pytest.mark.parametrize(("phone", "code"), [("", R.NO_PHONE), (" ", R.NO_PHONE), ("138", "rows.bad_phone")])
def test_a_person_is_known_by_a_whole_telephone(phone, code, now):
    with pytest.raises(Refused) as refused:
        actions.know_person(phone=phone, name="赵", area_path="140213", **now)
    assert refused.value.code == code


def test_the_list_is_masked_and_found_by_the_whole_only(zhao, client_as):
    admin = client_as("district_admin")
    page = admin.get("/parties/persons/").content.decode()
    assert mask_name("赵德山") in page and mask_phone(PHONE) in page and "赵德山" not in page and PHONE not in page
    for asked, there in (("138 0352 5207", True), ("赵德山", True), ("5207", False), ("赵", False)):
        assert (str(zhao.pk) in admin.get("/parties/persons/", {"q": asked}).content.decode()) is there, asked
    other = client_as("district_admin", "140214")
    assert str(zhao.pk) not in other.get("/parties/persons/", {"q": PHONE}).content.decode()
    assert other.get(f"/parties/persons/{zhao.pk}/").status_code == 404


def test_whole_values_are_shown_for_a_reason_on_record(zhao, client_as):
    admin, to = client_as("district_admin"), f"/parties/persons/{zhao.pk}/show/"
    assert "请写为什么" in admin.post(to, {"reason": " "}).content.decode()
    assert not AuditEvent.objects.filter(event=E.PERSON_SHOWN).exists()
    page = admin.post(to, {"reason": "回电话"}).content.decode()
    assert "赵德山" in page and PHONE in page
    assert AuditEvent.objects.get(event=E.PERSON_SHOWN).note == "回电话"
    assert client_as("auditor").post(to, {"reason": "看看"}).status_code == 403


def test_what_is_put_right_is_on_record_without_its_text(zhao, client_as):
    admin, to = client_as("district_admin"), f"/parties/persons/{zhao.pk}/correct/"
    version = Person.objects.get().version
    sent = {"name": "赵得山", "phone": "", "reason": "写错字", "version": version}
    assert admin.post(to, sent).status_code == 302
    zhao.refresh_from_db()
    assert (zhao.name, zhao.phone) == ("赵得山", PHONE)
    told = AuditEvent.objects.get(event=E.PERSON_CORRECTED)
    assert "赵" not in told.new + told.old and told.note == "写错字"
    assert admin.post(to, sent).status_code == 409


def test_another_persons_telephone_is_refused(zhao, now):
    guo = actions.know_person(phone="13803526630", name="郭宝山", area_path="140213", **now)
    with pytest.raises(Refused) as refused:
        actions.correct_person(person=guo, version=guo.version, name="", phone=PHONE, reason="换号", **now)
    assert refused.value.code == R.PHONE_TAKEN


def test_two_rows_become_one_once_and_the_old_row_still_leads_to_the_person(zhao, now, client_as):
    twin = actions.know_person(phone="13903521111", name="赵德山", area_path="140213", **now)
    admin = client_as("district_admin")
    assert "是同一个人，并到那边" in admin.get(f"/parties/persons/{twin.pk}/").content.decode()
    answer = admin.post(f"/parties/persons/{twin.pk}/merge/", {"into": str(zhao.pk), "reason": "换了号"})
    assert answer["Location"] == f"/parties/persons/{zhao.pk}/"
    assert queries.standing_for(twin.pk) == zhao and queries.by_phone("140213", "13903521111") is None
    assert admin.get(f"/parties/persons/{twin.pk}/").status_code == 404
    assert AuditEvent.objects.filter(event=E.PERSON_MERGED).count() == 2
    twin.refresh_from_db()
    for pair in ({"person": twin, "into": zhao}, {"person": zhao, "into": twin}, {"person": zhao, "into": zhao}):
        with pytest.raises(Refused):
            actions.merge_persons(**pair, reason="换了号", **now)
    elsewhere = actions.know_person(phone=PHONE, area_path="140214", **now)
    with pytest.raises(Refused):
        actions.merge_persons(person=elsewhere, into=zhao, reason="换了号", **now)


def test_two_become_one_for_a_reason_and_where_name_or_telephone_is_the_same(zhao, now, client_as):
    twin = actions.know_person(phone="13903521111", name="赵德山", area_path="140213", **now)
    guo = actions.know_person(phone="13803526630", name="郭宝山", area_path="140213", **now)
    admin, to = client_as("district_admin"), f"/parties/persons/{twin.pk}/merge/"
    page = admin.get(f"/parties/persons/{twin.pk}/").content.decode()
    assert mask_phone(PHONE) in page and mask_phone("13903521111") in page and "不能恢复" in page
    for into, reason, said in ((guo, "看着像", "都不一样，不能并"), (zhao, " ", "请写为什么")):
        refused = admin.post(to, {"into": str(into.pk), "reason": reason})
        assert refused.status_code in (409, 422) and said in refused.content.decode()
    assert not Person.objects.filter(merged_into__isnull=False).exists()
    assert admin.post(to, {"into": str(zhao.pk), "reason": "换了号"}).status_code == 302
    assert {one.note for one in AuditEvent.objects.filter(event=E.PERSON_MERGED)} == {"换了号"}
    nameless = [actions.know_person(phone=f"1390352220{i}", area_path="140213", **now) for i in range(2)]
    with pytest.raises(Refused, match="not_alike"):  # two without a name are not alike for that
        actions.merge_persons(person=nameless[0], into=nameless[1], reason="x", **now)


def test_a_circle_that_no_act_makes_still_has_an_end(zhao, now):
    guo = actions.know_person(phone="13803526630", name="郭宝山", area_path="140213", **now)
    Person.objects.filter(pk=zhao.pk).update(merged_into=guo)
    Person.objects.filter(pk=guo.pk).update(merged_into=zhao)
    assert queries.standing_for(zhao.pk) in (zhao, guo)


def test_destroyed_is_gone_for_good(zhao, client_as):
    admin, to = client_as("district_admin"), f"/parties/persons/{zhao.pk}/destroy/"
    assert "请写为什么" in admin.post(to, {"reason": ""}).content.decode()
    admin.post(to, {"reason": "本人要求"})
    zhao.refresh_from_db()
    assert (zhao.name, zhao.phone, zhao.phone_index) == ("", "", "") and zhao.destroyed_at
    assert admin.get(f"/parties/persons/{zhao.pk}/").status_code == 404


def test_who_is_not_named_for_a_year_is_destroyed_unless_an_app_keeps_them(zhao, now, request):
    held = actions.know_person(phone="13803526630", name="郭宝山", area_path="140213", **now)
    queries.KEEPERS.append(lambda ids: {held.pk} & set(ids))
    request.addfinalizer(queries.KEEPERS.clear)
    purge = PURGES["parties.persons"].act
    assert purge(now["at"] + timedelta(days=365, microseconds=-1)) == 0
    assert purge(now["at"] + timedelta(days=365)) == 1
    zhao.refresh_from_db(), held.refresh_from_db()
    assert (zhao.phone, held.phone) == ("", "13803526630")
    assert purge(now["at"] + timedelta(days=366)) == 0
