"""Pledges: who may see which, how many are in force by grade, what is known of a telephone."""

from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from django.db.models import Count, Exists, F, OuterRef, Q, QuerySet, Sum
from django.urls import reverse

from sanshe.core.kit import shanghai
from sanshe.core.kit.access import Actor
from sanshe.core.ledgers.queries import keyset
from sanshe.core.ledgers.types import Page
from sanshe.core.parties.enums import Kind
from sanshe.core.parties.models import Organisation
from sanshe.core.privacy.queries import blind_name, blind_phone
from sanshe.core.rows.queries import within
from sanshe.pledges.enums import CampaignState, P, PledgeState
from sanshe.pledges.models import Campaign, Collective, DriverCount, PaperSheet, Participant, Pledge
from sanshe.pledges.types import Coverage, Earlier, Tally

KIND = "pledges.pledge"
UNITS = (Kind.ENTERPRISE, Kind.PUBLIC_BODY)


def pledges(actor: Actor, code: str = P.NAMES) -> QuerySet[Pledge]:
    """Those of one's areas, for who may see who signed."""
    return Pledge.objects.filter(within(actor.paths(code))).select_related("signature", "text", "unit")


def pledge(actor: Actor, key: UUID, code: str = P.NAMES) -> Pledge | None:
    return pledges(actor, code).filter(pk=key).first()


def signed(actor: Actor, row: Campaign, after: str | None = None, before: str | None = None) -> Page:
    """Those of a campaign in one's areas, the newest first."""
    return keyset(pledges(actor).filter(campaign=row), ("-signed_at", "pk"), KIND, after=after, before=before)


def may_see_scan(actor: Actor, key: UUID) -> bool:
    """A signed page shows names: for who may see who signed there."""
    row = PaperSheet.objects.filter(pk=key).first()
    return row is not None and actor.may_at(P.NAMES, row.area_path)


def may_see_photo(actor: Actor, key: UUID) -> bool:
    """A photograph of heads that were counted shows faces: for who may see who signed there."""
    row = Collective.every.filter(pk=key).first()
    return row is not None and actor.may_at(P.NAMES, row.area_path)


def found_by(index: str) -> list[UUID]:
    """The pledges of this number and these digits, for who follows them."""
    return list(Pledge.objects.filter(track_index=index).values_list("pk", flat=True))


def own_address(key: UUID) -> str:
    return reverse("pledges:own", args=[key])


def own_pledge(key: UUID) -> Pledge | None:
    """A pledge as its signer finds it: the page asks first whether it is theirs."""
    return Pledge.objects.select_related("signature", "text", "campaign", "unit").filter(pk=key).first()


def in_force(at: datetime) -> Q:
    """In force at a moment: its ten minutes are over, its last day is not, and it stands or what renews it does not
    count yet."""
    stands = Q(state=PledgeState.STANDS) | Q(state=PledgeState.RENEWED, ended_at__gt=at)
    return stands & Q(effective_at__lte=at, ends_on__gte=shanghai.day(at))


def tally(rows: QuerySet[Pledge], at: datetime) -> Tally:
    """How many are in force, by grade."""
    counts = rows.filter(in_force(at)).order_by().values_list("grade").annotate(n=Count("pk"))
    return Tally.of(dict(counts))


def waiting(rows: QuerySet[Pledge], at: datetime) -> int:
    """Signed, and still in their ten minutes: in no figure."""
    return rows.filter(state=PledgeState.STANDS, effective_at__gt=at).count()


def tallies(row: Campaign, field: str, at: datetime) -> dict[UUID | None, Tally]:
    """How many are in force by grade for each session or unit of a campaign; None are those without."""
    rows = row.pledges.filter(in_force(at)).order_by().values_list(field, "grade").annotate(n=Count("pk"))
    found: dict[UUID | None, dict[str, int]] = {}
    for key, grade, n in rows:
        found.setdefault(key, {})[grade] = n
    return {key: Tally.of(counts) for key, counts in found.items()}


def ended(row: Campaign) -> dict[str, int]:
    """What is in no figure, by how it ended; what was taken back in its ten minutes stands apart."""
    rows = row.pledges.exclude(state=PledgeState.STANDS)
    early = rows.filter(state=PledgeState.WITHDRAWN, ended_at__lt=F("effective_at")).count()
    counts = dict(rows.order_by().values_list("state").annotate(n=Count("pk")))
    counts[PledgeState.WITHDRAWN] = counts.get(PledgeState.WITHDRAWN, 0) - early
    return {"taken_back": early, **{str(state): n for state, n in counts.items() if n}}


def together(row: Campaign) -> tuple[int, int]:
    """Heads that pledged together, and at how many sessions: beside the signatures, never among them."""
    rows = Collective.objects.filter(session__campaign=row)
    return sum(rows.values_list("heads", flat=True)), rows.values("session").distinct().count()


def together_by_session(row: Campaign) -> dict[UUID, int]:
    """Heads that pledged together, by session."""
    rows = Collective.objects.filter(session__campaign=row).order_by().values_list("session")
    return dict(rows.annotate(n=Sum("heads")))


def coverage(row: Campaign, unit: UUID, signed: int) -> Coverage:
    """Signatures of a unit beside its own latest count of drivers."""
    rows = DriverCount.objects.filter(campaign=row, unit=unit).order_by("-as_of", "-given_at")
    found = rows.values_list("drivers", "as_of").first()
    return Coverage(signed, *(found or (None, None)))


def units(row: Campaign) -> list[tuple[UUID, str]]:
    """The units that take part, are named by a pledge, held a session or gave a count, by name."""
    part = Q(pk__in=row.participants.values("unit"))
    named = Q(pk__in=row.pledges.exclude(unit=None).values("unit"))
    held = Q(pk__in=row.sessions.exclude(unit=None).values("unit"))
    counted = Q(pk__in=DriverCount.objects.filter(campaign=row).values("unit"))
    return list(Organisation.objects.filter(part | named | held | counted).order_by("name").values_list("pk", "name"))


def not_joined(row: Campaign) -> list[tuple[UUID, str]]:
    """Enterprises and public bodies of the place that take no part yet, by name."""
    rows = Organisation.objects.filter(within([row.area_path]), kind__in=UNITS, merged_into=None)
    rows = rows.exclude(pk__in=row.participants.values("unit"))
    return list(rows.order_by("name").values_list("pk", "name"))


def uncounted(at: datetime) -> QuerySet[Participant]:
    """Units of campaigns that take signatures, which never said how many drivers they have."""
    given = DriverCount.objects.filter(campaign=OuterRef("campaign"), unit=OuterRef("unit"))
    where = {"campaign__state": CampaignState.OPEN, "campaign__closes_on__gte": shanghai.day(at)}
    return Participant.objects.filter(~Exists(given), **where)


def standing(row: Campaign, phone: str) -> Pledge | None:
    """The pledge of a telephone that stands in a campaign."""
    index = blind_phone(phone) if phone else ""
    rows = Pledge.objects.filter(campaign=row, state=PledgeState.STANDS, phone_index=index)
    return rows.select_related("signature").first() if index else None


def earlier(row: Campaign, *, name: str, phone: str, device: str, at: datetime) -> Earlier:
    """What is known of a telephone and a browser in a campaign. What ran out stands in nobody's way."""
    found = standing(row, phone)
    if found is not None and found.ends_on < shanghai.day(at):
        found = None
    others = row.pledges.filter(state=PledgeState.STANDS, signature__device=device)
    is_others = bool(device) and others.exclude(phone_index=blind_phone(phone)).exists()
    if found is None:
        return Earlier(is_others_device=is_others)
    is_same = found.signature.name_index == blind_name(name)
    return Earlier(shanghai.day(found.signed_at), is_same, is_others)


def standing_of(row: Campaign, phones: Iterable[str]) -> list[Pledge]:
    """What these telephones signed in a campaign and nobody ended, the oldest first."""
    indexes = {blind_phone(phone) for phone in phones if phone.strip()}
    rows = row.pledges.filter(state=PledgeState.STANDS, phone_index__in=indexes)
    return list(rows.order_by("signed_at"))


def namesakes(row: Campaign, unit: UUID | None, names: Iterable[str]) -> set[str]:
    """Blind indexes of names that already signed for this unit: asked about, never refused."""
    indexes = {index for name in names if (index := blind_name(name))}
    rows = row.pledges.filter(state=PledgeState.STANDS, unit=unit, signature__name_index__in=indexes)
    return set(rows.values_list("signature__name_index", flat=True))
