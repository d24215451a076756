"""Reading leads and stories; the sources of cases that may be cited."""

from datetime import datetime
from uuid import UUID

from django.db.models import Q, QuerySet
from django.urls import reverse

from sanshe.core.consents import queries as consents
from sanshe.core.consents.enums import Medium, Stage
from sanshe.core.consents.rules import stage
from sanshe.core.consents.types import Matter
from sanshe.core.kit.access import Actor
from sanshe.core.kit.registry import Registry
from sanshe.core.rows.queries import within
from sanshe.core.search.types import Entry
from sanshe.stories.enums import Basis, LeadState, P, State
from sanshe.stories.models import Lead, Sentence, Story
from sanshe.stories.rules import tally
from sanshe.stories.types import Case, CaseSource, Ready, Tally

KIND = "stories.story"
CASES: Registry[CaseSource] = Registry("source of cases")


def leads(actor: Actor) -> QuerySet[Lead]:
    """For who writes: all of the place. For others: what they proposed and what they are asked to tell, so that a no is
    between the teller and the writer."""
    own = Q(teller=actor.key) | Q(proposed_by=actor.key) & ~Q(state=LeadState.UNWILLING)
    return Lead.objects.filter(within(actor.paths(P.WRITE)) | own).order_by("-proposed_at", "-pk")


def forgotten(moment: datetime) -> list[Lead]:
    """Leads that somebody said no to before a moment, or whose story ended: the teller's name is needed no more."""
    said_no = Q(state=LeadState.UNWILLING, answered_at__lt=moment)
    rows = Lead.objects.filter(said_no | Q(story__ended_at__isnull=False), forgotten_at=None)
    return list(rows.order_by("pk"))


def lead(actor: Actor, key: UUID) -> Lead | None:
    return leads(actor).filter(pk=key).first()


def stories(actor: Actor, code: str = P.READ) -> QuerySet[Story]:
    return Story.objects.filter(within(actor.paths(code)))


def story(actor: Actor, key: UUID, code: str = P.READ) -> Story | None:
    return stories(actor, code).select_related("lead").filter(pk=key).first()


def by_key(key: UUID) -> Story | None:
    """A story whose consents end: who asked has asked already."""
    return Story.objects.filter(pk=key).first()


def sentence(row: Story, key: UUID) -> Sentence | None:
    return row.sentences.filter(pk=key).first()


def sentences(row: Story) -> list[Sentence]:
    return list(row.sentences.order_by("number"))


def published(paths: tuple[str, ...]) -> QuerySet[Story]:
    """What anybody reads, the newest first."""
    return Story.objects.filter(within(paths), state=State.PUBLISHED).order_by("-published_at", "number")


def public_story(key: UUID) -> Story | None:
    """A piece that is or was public: of one that was withdrawn the tombstone."""
    return Story.objects.filter(pk=key).exclude(published_at=None).first()


def find_case(actor: Actor, number: str) -> Case | None:
    """A case by its number, as somebody who writes in its district finds it."""
    found = (source.find(actor, number.strip()) for source in CASES)
    return next((case for case in found if case), None)


def case_again(kind: str, district: str, key: UUID) -> Case | None:
    """A case that was cited, as it stands now."""
    source = CASES.get(kind)
    return source.again(district, key) if source else None


def counted(row: Story) -> Tally:
    rows = row.sentences.order_by("number").values_list("number", "basis", "omitted_at")
    return tally((number, Basis(basis), out is not None) for number, basis, out in rows)


def cases(row: Story) -> list[Case]:
    """The cases that a story cites, each once, as they stand now."""
    cited = row.sentences.exclude(case_key=None).order_by("case_number").values_list("case_kind", "case_key")
    found = (case_again(kind, row.district, key) for kind, key in dict.fromkeys(cited) if key)
    return [case for case in found if case]


def open_cases(row: Story, at: datetime) -> tuple[str, ...]:
    """Those that are open, or can be opened again: a reader of a published piece is told so."""
    return tuple(case.number for case in cases(row) if case.is_open(at))


def missing(row: Story, at: datetime) -> tuple[tuple[str, str], ...]:
    """(part, medium) of each consent that a piece waits for: an answer to come, or no yes to the words of the teller
    or of somebody a sentence is about."""
    given = consents.given(KIND, row.pk, at)
    requests = consents.requests(KIND, row.pk)
    parts = {one.person: one.part for one in requests}
    about = row.sentences.filter(omitted_at=None).values_list("person", flat=True)
    needed = {who for who in (*about, row.teller) if who}
    lacking = [(parts.get(who, ""), str(Medium.TEXT)) for who in needed if (who, Medium.TEXT) not in given]
    waiting = [
        (one.part, consent.medium)
        for one in requests
        for consent in one.consents.all()
        if stage(consent.life, at=at) == Stage.WAITING
    ]
    nobody = [] if row.teller else [(row.part, str(Medium.TEXT))]
    return tuple(sorted(set(lacking + waiting + nobody)))


def ready(row: Story, at: datetime) -> Ready:
    return Ready(State(row.state), counted(row).bare, open_cases(row, at), missing(row, at))


def matter(actor: Actor, key: UUID) -> Matter | None:
    """A story as people are asked about it, for who writes there and while it may still be shown."""
    row = stories(actor, P.WRITE).filter(pk=key, state__in=[*State.drafts(), State.PUBLISHED]).first()
    return Matter(KIND, row.pk, row.title, row.area_path, reverse("stories:story", args=[row.pk])) if row else None


def figures(path: str, at: datetime) -> dict[str, int]:
    """What stories publish as a whole."""
    rows = Story.objects.filter(within((path,)))
    drafts = list(rows.filter(state__in=State.drafts()))
    whole = sum(not missing(row, at) for row in drafts)
    return {
        "drafts": len(drafts),
        "consents_complete": whole,
        "published": rows.filter(state=State.PUBLISHED).count(),
    }


def findable(actor: Actor) -> Q:
    """Published stories are found by who reads stories there."""
    return within(actor.paths(P.READ))


def entry(row: Story) -> Entry:
    """A story as it is found: by its number, title and words, never by a name."""
    text = " ".join(row.sentences.filter(omitted_at=None).order_by("number").values_list("text", flat=True))
    return Entry(KIND, str(row.pk), row.area_path, f"{row.number} {row.title}", text[:2000], public_address(row.pk))


def entries() -> list[Entry]:
    return [entry(row) for row in Story.objects.filter(state=State.PUBLISHED)]


def public_address(key: UUID) -> str:
    return reverse("stories:read", args=[key])


def names(actor: Actor, ids: list[str]) -> dict[str, tuple[str, str]]:
    """What stories are called, and where they stand."""
    found = stories(actor).filter(pk__in=ids).values_list("pk", "number", "title")
    return {str(pk): (f"{number} {title}", reverse("stories:story", args=[pk])) for pk, number, title in found}
