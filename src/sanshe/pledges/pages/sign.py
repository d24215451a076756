"""What a signer sees: the text in its parts, where one may count, a receipt."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from sanshe.core.areas.queries import community_choices, name_of
from sanshe.core.kit import shanghai
from sanshe.core.kit.digest import fingerprint_bytes
from sanshe.core.privacy.rules import mask_name, mask_phone
from sanshe.core.signing.enums import Grade
from sanshe.pledges.enums import Stage
from sanshe.pledges.models import Campaign, Pledge, PledgeText
from sanshe.pledges.queries.campaigns import shown_text
from sanshe.pledges.queries.pledges import units
from sanshe.pledges.rules.campaign import close_of, with_agreement
from sanshe.pledges.rules.pledge import keep_ended_until, stage


@dataclass(frozen=True, slots=True)
class Shown:
    """A version as it is read: its parts, and the digest by which the form says which one was read."""

    title: str
    number: int
    since: date
    opening: str
    clauses: tuple[str, ...]
    close: str
    digest: str


def shown(row: PledgeText, campaign: Campaign) -> Shown:
    assert row.in_force_at is not None
    digest = fingerprint_bytes(shown_text(row).encode())
    since, close = shanghai.day(row.in_force_at), close_of(campaign.months)
    return Shown(row.title, row.number, since, row.opening, with_agreement(row.clauses), close, digest)


def places(campaign: Campaign) -> list[tuple[str, str]]:
    """The communities in which one may count."""
    return community_choices([campaign.area_path])


def workplaces(campaign: Campaign) -> list[tuple[str, str]]:
    """The units that take part."""
    return [(str(key), name) for key, name in units(campaign)]


@dataclass(frozen=True, slots=True)
class Receipt:
    """One's own pledge: who, what, where it counts, and where it is now."""

    key: UUID
    stage: Stage
    number: str
    letter: str
    name: str
    phone: str
    title: str
    version: int
    clauses: int
    is_large: bool
    signed_at: datetime
    effective_at: datetime
    ends_on: date
    ended_at: datetime | None
    place: str
    unit: str
    digest: str
    gone_on: date | None
    is_newest: bool


def receipt(row: Pledge, at: datetime, newest: int) -> Receipt:
    one = row.signature
    digest = one.digest[:12].upper()
    gone = keep_ended_until(shanghai.day(row.ended_at)) if row.ended_at else None
    return Receipt(
        key=row.pk,
        stage=stage(row.life, at=at),
        number=row.number,
        letter=Grade(row.grade).letter,
        name=mask_name(one.name),
        phone=mask_phone(one.phone),
        title=row.text.title,
        version=row.text.number,
        clauses=len(with_agreement(row.text.clauses)),
        is_large=bool(one.variant),
        signed_at=row.signed_at,
        effective_at=row.effective_at,
        ends_on=row.ends_on,
        ended_at=row.ended_at,
        place=name_of(row.area_path),
        unit=row.unit.name if row.unit else "",
        digest=f"{digest[:4]} {digest[4:8]} {digest[8:]}",
        gone_on=gone,
        is_newest=row.text.number == newest,
    )
