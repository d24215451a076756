"""Lists, decisions, titles, revocations, and what is known of a list to who objects."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from uuid import UUID

from django.db.models import QuerySet
from django.urls import reverse

from sanshe.core.kit.access import Actor
from sanshe.core.notices.types import Recipient
from sanshe.core.objections.queries import notice_end
from sanshe.core.objections.types import Listing
from sanshe.core.rows.queries import within
from sanshe.creation.enums import AwardState, ListState, P, RevocationState, State, TitleState
from sanshe.creation.models import Application, Attestation, Award, Proposal, Revocation, Scheme, Title
from sanshe.creation.queries.attestations import attesters

KIND = "creation.objection"
CERTIFICATE = "creation.title"


def renewed(row: Application) -> Title | None:
    """The title that an application asks another term for."""
    found = getattr(row, "renewal", None)
    return found.title if found else None


def proposals(actor: Actor, code: str = P.READ) -> QuerySet[Proposal]:
    return Proposal.objects.filter(within(actor.paths(code))).select_related("scheme", "notice")


def proposal(actor: Actor, key: UUID, code: str = P.READ) -> Proposal | None:
    return proposals(actor, code).filter(pk=key).first()


def awards(actor: Actor, code: str = P.READ) -> QuerySet[Award]:
    return Award.objects.filter(within(actor.paths(code))).select_related("scheme")


def award(actor: Actor, key: UUID, code: str = P.READ) -> Award | None:
    return awards(actor, code).filter(pk=key).first()


def attested(row: Scheme, renews: bool = False) -> QuerySet[Application]:
    """Who may be put on a list; or whose renewal may be decided."""
    rows = Application.objects.filter(scheme=row, state=State.ATTESTED, renewal__isnull=not renews, award=None)
    return rows.order_by("number")


def chosen(row: Scheme, keys: Iterable[UUID]) -> list[Application]:
    """Some of them by their keys, in the order of their numbers."""
    return list(Application.objects.filter(scheme=row, pk__in=list(keys)).order_by("number"))


def listed(row: Proposal) -> QuerySet[Application]:
    return row.applications.order_by("number")


def on_notice(row: Proposal) -> QuerySet[Application]:
    """Who is on it and in no decision yet."""
    return listed(row).filter(state=State.ON_NOTICE, award=None)


def closes(row: Proposal) -> datetime | None:
    """The first moment after its window; None before it was published."""
    return notice_end(row.notice) if row.notice and row.state == ListState.ON_NOTICE else None


def newest_list(row: Scheme) -> Proposal | None:
    return row.proposals.exclude(state=ListState.DROPPED).order_by("-number").select_related("notice").first()


def open_awards(row: Scheme) -> QuerySet[Award]:
    return row.awards.filter(state=AwardState.DRAFT).order_by("drafted_at")


def titles(actor: Actor, code: str = P.READ) -> QuerySet[Title]:
    rows = Title.objects.filter(within(actor.paths(code))) | Title.objects.filter(
        application__organisation__in=actor.organisations(P.APPLY)
    )
    return rows.select_related("scheme", "application__organisation")


def title(actor: Actor, key: UUID) -> Title | None:
    return titles(actor).filter(pk=key).first()


def page_of(subject: UUID) -> str:
    return reverse("creation:title", args=[subject])


def public(paths: Iterable[str], today: date) -> QuerySet[Title]:
    """The list for everybody: a revoked one stands on it until its old term is over."""
    rows = Title.objects.filter(within(paths), starts_on__lte=today, ends_on__gte=today)
    return rows.exclude(state=TitleState.ENDED).select_related("scheme", "application")


def public_title(key: UUID, today: date) -> Title | None:
    """One of that list, by its key."""
    rows = Title.objects.filter(pk=key, starts_on__lte=today, ends_on__gte=today)
    return rows.select_related("scheme", "application").first()


def open_revocation(row: Title) -> Revocation | None:
    return row.revocations.filter(state__in=[RevocationState.TOLD, RevocationState.DRAFTED]).first()


def last_revocation(row: Title) -> Revocation | None:
    return row.revocations.exclude(state=RevocationState.DROPPED).order_by("-told_at").first()


def revocation(actor: Actor, key: UUID) -> Revocation | None:
    rows = Revocation.objects.filter(title__in=titles(actor))
    return rows.select_related("title__application__organisation", "title__scheme").filter(pk=key).first()


def ground_of(row: Title) -> Attestation | None:
    """The newest answer within its term that says there was something."""
    return row.attestations.filter(reply="some").order_by("-answered_at").first()


def listing(key: UUID) -> Listing | None:
    """A list on notice, as who objects sees it."""
    row = Proposal.objects.filter(pk=key, state=ListState.ON_NOTICE).select_related("notice", "scheme").first()
    if row is None or row.notice is None or row.notice.published_at is None:
        return None
    items = tuple(listed(row).values_list("pk", "name"))
    window = {"opens": row.notice.published_at, "closes": notice_end(row.notice), "notice": row.notice.pk}
    return Listing(key, row.scheme.name, row.area_path, items=items, contact=row.notice.contact, **window)


def about(actor: Actor, key: UUID) -> tuple[str, str] | None:
    """The list and its page, for who may read it."""
    row = proposal(actor, key)
    return (row.scheme.name, reverse("creation:proposal", args=[key])) if row else None


def took_part(key: UUID, subject: UUID) -> dict[str, set[UUID | None]]:
    """Who drafted and approved the list, who recommended and who attested this one."""
    row, one = Proposal.objects.get(pk=key), Application.objects.get(pk=subject)
    return {
        "drafter": {row.drafted_by, row.approved_by},
        "recommender": {one.recommended_by},
        "attester": attesters(one),
    }


def concerned(subject: UUID) -> Sequence[Recipient]:
    """The unit; a place is told by its people's desk."""
    row = Application.objects.get(pk=subject)
    return [Recipient(organisation_id=row.organisation_id)] if row.organisation_id else []
