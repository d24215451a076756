"""Reading signatures and checking their chains."""

from collections.abc import Callable, Collection, Iterator
from datetime import date
from uuid import UUID

from django.db.models import QuerySet

from sanshe.core.kit import same
from sanshe.core.signing.enums import Grade
from sanshe.core.signing.models import Chain, ShownText, Signature
from sanshe.core.signing.rules import chain as rules
from sanshe.core.signing.types import Checked, Kept, Link

# What apps kept by the signer of a signature, to be forgotten with the name: called with the keys of the signatures.
FORGETTERS: list[Callable[[Collection[UUID]], int]] = []


def chain_of(kind: str, subject: UUID) -> Chain | None:
    """The chain of a matter; None before its first signature."""
    return Chain.objects.filter(kind=kind, subject=subject).first()


def signatures(kind: str, subject: UUID) -> QuerySet[Signature]:
    """Those of a matter, in the order in which they came."""
    return Signature.objects.filter(chain__kind=kind, chain__subject=subject).order_by("number")


def links(row: Chain) -> Iterator[Kept]:
    """The links of a chain as they are kept, the first one first."""
    for one in row.signatures.select_related("text").order_by("number").iterator(chunk_size=500):
        yield Kept(link_of(one), one.digest, _person(one), None if one.text.destroyed_at else _shown(one))


def check(row: Chain) -> Checked:
    """Whether everything in a chain is as it was signed."""
    return rules.check(links(row), length=row.length, head=row.head)


def link_of(one: Signature) -> Link:
    """A signature as its chain binds it in."""
    return Link(
        chain=one.chain_id,
        number=one.number,
        previous=one.previous,
        grade=Grade(one.grade),
        sha256=one.text.sha256,
        sm3=one.text.sm3,
        variant=one.variant,
        signer=one.signer,
        signed_at=rules.moment(one.signed_at),
        received_at=rules.moment(one.received_at),
        proof=one.proof,
    )


def person_of(name: str, phone: str) -> tuple[str, str]:
    """A signer as one compares them."""
    return same.name(name), same.phone(phone)


def over_by(day: date) -> QuerySet[Signature]:
    """Whose time is over on a day, and whose names are still there."""
    return Signature.objects.filter(keep_until__lt=day, destroyed_at=None)


def unread_texts() -> QuerySet[ShownText]:
    """Texts of which no signature with a name is left."""
    return ShownText.objects.filter(destroyed_at=None).exclude(signatures__destroyed_at=None)


def _person(one: Signature) -> tuple[str, ...] | None:
    return None if one.destroyed_at else (one.salt, *person_of(one.name, one.phone))


def _shown(one: Signature) -> bytes:
    return str(one.text.content).encode()
