"""Signatures: by a code to one's own telephone, from a paper; chained, checked, destroyed in their time."""

import re
from datetime import date, timedelta
from uuid import UUID

import pytest
from django.db import IntegrityError, transaction

from sanshe.core.accounts.enums import R as Accounts
from sanshe.core.audit.models import AuditEvent
from sanshe.core.kit import clock
from sanshe.core.kit.access import SYSTEM
from sanshe.core.kit.refused import Refused
from sanshe.core.kit.shanghai import at
from sanshe.core.notices.models import Message
from sanshe.core.signing import actions, queries
from sanshe.core.signing.enums import Fault, Grade, R
from sanshe.core.signing.models import ShownText, Signature
from sanshe.core.signing.types import Entry, Proof

pytestmark = pytest.mark.django_db
KIND, MATTER = "test.matter", UUID(int=7)
NOW = at("2022-02-16 10:20")
TEXT = "我承诺：喝酒不开车。"
PHONE = "13803525207"


def own(n=1, **more):
    said = {"grade": Grade.OWN_PHONE, "text": TEXT, "name": f"签名人{n}", "phone": f"1380000{n:04}", "signed_at": NOW}
    proof = Proof(code=UUID(int=n), device="d")
    return Entry(**{**said, "area_path": "140213", "keep_until": date(2026, 2, 16), "proof": proof, **more})


def paper(n):
    return own(n, grade=Grade.WITNESSED, phone="", proof=Proof(witness="田晓红", paper="ab" * 32))


def sign(*entries, when=NOW):
    said = {"kind": KIND, "subject": MATTER, "area_path": "140213"}
    return actions.sign(**said, entries=entries, by=SYSTEM, at=when)


def the_chain():
    return queries.chain_of(KIND, MATTER)


def test_signatures_of_telephones_and_papers_stand_in_one_chain_that_holds():
    sign(own(1))
    sign(paper(2), paper(3))
    sign(own(4))
    found = queries.check(the_chain())
    assert (found.links, found.faults) == (4, ())
    assert [one.grade for one in queries.signatures(KIND, MATTER)] == [
        Grade.OWN_PHONE,
        Grade.WITNESSED,
        Grade.WITNESSED,
        Grade.OWN_PHONE,
    ]
    text = ShownText.objects.get()
    assert (text.content, len(text.sm3), len(text.sha256)) == (TEXT, 64, 64)
    acts = AuditEvent.objects.filter(event="signing.signed").order_by("pk")
    assert [('"first":1' in one.new, '"last":4' in one.new) for one in (acts[0], acts[2])] == [
        (True, False),
        (False, True),
    ]
    assert "签名人" not in "".join(acts.values_list("new", flat=True))


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        ({"grade": Grade.WITNESSED, "paper": "x"}, Fault.ALTERED),
        ({"area_path": "140214"}, None),
        ({"signed_at": NOW - timedelta(minutes=1)}, Fault.ALTERED),
        ({"previous": "0" * 64}, Fault.ALTERED),
    ],
)
def test_what_is_changed_behind_the_chain_is_found(change, fault):
    one = sign(own(1), own(2))[1]
    Signature.objects.filter(pk=one.pk).update(**change)
    assert fault in [*(found for _n, found in queries.check(the_chain()).faults), None]
    assert queries.check(the_chain()).holds == (fault is None)


def test_another_name_is_found():
    one = sign(own(1))[0]
    one.name = "别人"
    one.save()
    assert queries.check(the_chain()).faults == ((1, Fault.OTHER_SIGNER),)


def test_a_signature_that_was_taken_out_is_found():
    first, _second = sign(own(1), own(2))
    Signature.objects.filter(pk=first.pk).delete()
    assert queries.check(the_chain()).faults == ((1, Fault.MISSING),)


def test_a_whole_paper_is_entered_or_nothing():
    with pytest.raises(Refused) as no:
        sign(paper(1), paper(2), own(3, proof=Proof()))
    assert no.value.code == R.NO_PROOF
    assert the_chain() is None


def test_one_code_is_one_signature():
    sign(own(1))
    with pytest.raises(IntegrityError), transaction.atomic():
        sign(own(2, proof=Proof(code=UUID(int=1))))
    assert queries.check(the_chain()).links == 1


def test_names_go_when_their_time_is_over_and_the_chain_still_holds():
    first, second = sign(own(1), own(2, text="另一版。"))
    actions.keep_until(signatures=[first.pk], day=date(2022, 3, 18))
    assert actions.destroy_over(at("2022-03-18 23:59")) == 0
    assert actions.destroy_over(at("2022-03-19 00:00")) == 1
    first.refresh_from_db()
    second.refresh_from_db()
    assert (first.name, first.phone, first.name_index, first.phone_index, first.salt) == ("", "", "", "", "")
    assert second.name == "签名人2"
    assert list(ShownText.objects.order_by("kept_at", "pk").values_list("destroyed_at", flat=True)).count(None) == 1
    assert queries.check(the_chain()).holds
    assert actions.destroy_over(at("2022-03-19 00:00")) == 0


def test_a_text_that_was_destroyed_comes_back_when_it_is_signed_again():
    one = sign(own(1))[0]
    actions.keep_until(signatures=[one.pk], day=date(2022, 3, 18))
    actions.destroy_over(at("2022-03-19 00:00"))
    assert ShownText.objects.get().content == ""
    sign(own(2), when=at("2022-03-20 09:00"))
    assert ShownText.objects.get().content == TEXT
    assert queries.check(the_chain()).holds


def sent_code():
    actions.send_code(phone=PHONE, title="承诺书", text=TEXT, device="d", at=NOW, real=clock.real())
    text = Message.objects.filter(channel="sms").latest("made_at").text
    assert "《承诺书》" in text
    return re.search(r"\d{6}", text)[0]


def test_a_code_is_good_for_the_text_that_was_shown_once():
    code = sent_code()
    said = {"phone": PHONE, "code": code, "real": clock.real()}
    for other in ({"text": TEXT + " "}, {"device": "another"}):
        with pytest.raises(Refused) as no:
            actions.prove(**{**said, "text": TEXT, "device": "d", **other})
        assert no.value.code == Accounts.CODE_OVER
    proof = actions.prove(**said, text=TEXT, device="d")
    sign(own(1, phone=PHONE, proof=proof))
    with pytest.raises(Refused):
        actions.prove(**said, text=TEXT, device="d")


def test_a_code_to_sign_with_signs_nobody_in():
    from sanshe.core.accounts.actions import enter_code

    code = sent_code()
    with pytest.raises(Refused) as no:
        enter_code(phone=PHONE, code=code, device="d", at=NOW, real=clock.real())
    assert no.value.code == Accounts.CODE_OVER
