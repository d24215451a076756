"""The answer: by a code to one's own telephone for the exact text, or on paper before a witness. A no needs neither."""

from datetime import datetime

from django.db import transaction

from sanshe.core.consents import phrases, queries, rules
from sanshe.core.consents.enums import Capacity, E, Medium, State
from sanshe.core.consents.models import ConsentRequest
from sanshe.core.consents.types import Answer
from sanshe.core.files import actions as files
from sanshe.core.files.models import StoredFile
from sanshe.core.kit import shanghai
from sanshe.core.kit.access import Actor
from sanshe.core.kit.refused import insist
from sanshe.core.rows.actions import move, record
from sanshe.core.signing import actions as signing
from sanshe.core.signing.enums import Grade
from sanshe.core.signing.models import Signature
from sanshe.core.signing.types import Entry, Proof

SCAN = "scan"


def shown(row: ConsentRequest, answer: Answer) -> str:
    """The exact text that is signed."""
    facts = {"title": row.title, "part": row.part, "months": row.months}
    return rules.shown(**facts, answer=answer, words=phrases.SIGNED_MEDIA)


def send_code(
    *, request: ConsentRequest, answer: Answer, device: str, address: str = "", at: datetime, real: datetime
) -> None:
    """Send a code for this answer, when it may be given now."""
    _insist(request, answer, at, has_paper=False)
    phone = _phone(request)
    where = {"device": device, "address": address, "at": at, "real": real}
    signing.send_code(phone=phone, title=request.title, text=shown(request, answer), **where)


def answer_own(
    *, request: ConsentRequest, answer: Answer, code: str = "", device: str, by: Actor, at: datetime, real: datetime
) -> None:
    """Answer on one's own telephone. Runs outside a transaction: a wrong code stays counted. A no needs no code."""
    _insist(request, answer, at, has_paper=False)
    text, proof = shown(request, answer), None
    if answer.given:
        proof = signing.prove(phone=_phone(request), code=code, text=text, device=device, real=real)
    _answer(request, answer, Grade.OWN_PHONE, proof, by, at)


@transaction.atomic
def answer_on_paper(
    *, request: ConsentRequest, answer: Answer, witness: str, scan: StoredFile | None, by: Actor, at: datetime
) -> None:
    """Enter an answer that was given on paper, or a no that was said at the window."""
    _insist(request, answer, at, has_paper=scan is not None)
    insist(rules.refusal_of_paper(witness=witness, has_scan=scan is not None) if answer.given else None)
    proof = Proof(witness=witness, paper=scan.digest) if scan else None
    _answer(request, answer, Grade.WITNESSED, proof if answer.given else None, by, at)
    if scan:
        where = {"kind": queries.KIND, "subject": request.pk, "area_path": request.area_path, "by": by, "at": at}
        files.attach(file=scan, slot=SCAN, label=str(phrases.SCAN_LABEL), **where)


def _insist(row: ConsentRequest, answer: Answer, at: datetime, *, has_paper: bool) -> None:
    waiting = {Medium(one.medium) for one in queries.open_media(row, at)}
    facts = {"asked": waiting, "answer_by": row.answer_by, "at": at, "has_paper": has_paper}
    refused = rules.refusal_to_answer(answer, **facts, capacity=Capacity(row.capacity))
    insist(refused, date=shanghai.short(row.answer_by))


def _phone(row: ConsentRequest) -> str:
    person = queries.person_of(row)
    return person.phone if person else ""


@transaction.atomic
def _answer(row: ConsentRequest, answer: Answer, grade: Grade, proof: Proof | None, by: Actor, at: datetime) -> None:
    """Each medium as it was answered; a yes is signed once for all of them."""
    rows = {Medium(one.medium): one for one in queries.open_media(row, at)}
    for medium in answer.declined:
        move(rows[medium], State.DECLINED, answered_at=at)
    if proof is not None:
        ends = rules.ends_on(shanghai.day(at), months=row.months)
        signature = _sign(row, answer, grade, proof, by, at)
        for medium in answer.given:
            move(rows[medium], State.GIVEN, answered_at=at, ends_on=ends, signature=signature)
        record(E.GIVEN, row, by=by, at=at, media=list(answer.given), grade=grade, ends_on=ends)
    if answer.declined:
        record(E.DECLINED, row, by=by, at=at, media=list(answer.declined))


def _sign(row: ConsentRequest, answer: Answer, grade: Grade, proof: Proof, by: Actor, at: datetime) -> Signature:
    person = queries.person_of(row)
    name = row.guardian if row.capacity == Capacity.KIN else (person.name if person else "")
    ends = rules.ends_on(shanghai.day(at), months=row.months)
    entry = Entry(
        grade=grade, text=shown(row, answer), name=name, phone=person.phone if person else "", signed_at=at,
        area_path=row.area_path, keep_until=rules.keep_until(ends), proof=proof,
    )  # fmt: skip
    return signing.sign(kind=row.kind, subject=row.subject, area_path=row.area_path, entries=[entry], by=by, at=at)[0]
