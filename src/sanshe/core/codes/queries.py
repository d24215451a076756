"""Reading codes: by their token for everybody, by their area for staff."""

from collections.abc import Iterable, Iterator
from datetime import datetime
from uuid import UUID

from django.conf import settings
from django.db.models import QuerySet
from django.urls import reverse

from sanshe.core.codes import rules
from sanshe.core.codes.enums import CodeState, P, Standing
from sanshe.core.codes.models import Code
from sanshe.core.codes.types import Answer, CodeKind
from sanshe.core.kit import shanghai
from sanshe.core.kit.access import Actor, Open
from sanshe.core.kit.registry import Registry
from sanshe.core.rows.queries import within

KIND = Code.KIND
KINDS: Registry[CodeKind] = Registry("kind of code")


class Changers:
    """Who may ask about some code or decide it: asked anew each time, for kinds declare themselves while apps are made
    ready. Which code it is about is asked by `may_ask` and `may_decide`."""

    def __iter__(self) -> Iterator[str]:
        found = dict.fromkeys(code for kind in KINDS for code in (*kind.asks, kind.decides))
        return iter(tuple(found) or (Open.CLOSED,))


def by_token(text: str) -> Code | None:
    """The code of a token; None for what nobody issued, whatever it looks like."""
    return Code.objects.filter(token=rules.read(text)).first()


def standing_of(code: Code, at: datetime) -> Standing:
    term = {"valid_from": code.valid_from, "valid_to": code.valid_to}
    return rules.standing(state=CodeState(code.state), **term, today=shanghai.day(at))


def answer_of(code: Code, at: datetime) -> Answer:
    """What a scan is told, at this moment."""
    kind, standing = KINDS[code.kind], standing_of(code, at)
    since = code.since or (code.valid_to if standing == Standing.ENDED else None)
    lines = tuple((label, code.says[name]) for name, label in kind.fields.items() if code.says.get(name))
    what = {"label": kind.label, "name": code.name, "number": code.number, "note": kind.note}
    return Answer(standing, valid_from=code.valid_from, valid_to=code.valid_to, since=since, lines=lines, **what)


def lead_of(code: Code, visitor: Actor, at: datetime) -> str:
    """Where the kind sends a visitor who scanned a valid code; "" keeps them on the page."""
    return KINDS[code.kind].leads(code.subject, visitor) if standing_of(code, at) == Standing.VALID else ""


def path_of(code: Code) -> str:
    return reverse("verification:code", args=[code.token])


def address_of(code: Code) -> str:
    """What the QR holds: the whole address, for a telephone that knows nothing of this house."""
    return settings.ADDRESS.rstrip("/") + path_of(code)


def newest(kind: str, subject: UUID) -> Code | None:
    """The code a thing bears now, or bore last."""
    return newest_of(kind, [subject]).get(subject)


def newest_of(kind: str, subjects: Iterable[UUID]) -> dict[UUID, Code]:
    """The same for many at once."""
    rows = Code.objects.filter(kind=kind, subject__in=list(subjects)).order_by("issued_at", "pk")
    return {row.subject: row for row in rows}


def visible_to(actor: Actor) -> QuerySet[Code]:
    """The codes of a reader's areas."""
    return Code.objects.filter(within(actor.paths(P.READ)))


def code_for(actor: Actor, pk: UUID) -> Code | None:
    return visible_to(actor).filter(pk=pk).first()


def may_ask(actor: Actor, code: Code) -> bool:
    """Whether this person may ask for a change, or make one, where the code lies."""
    kind = KINDS[code.kind]
    codes = (*kind.asks, kind.decides) if kind.is_seconded else (kind.decides,)
    return any(actor.may_at(one, code.area_path) for one in codes)


def may_decide(actor: Actor, code: Code) -> bool:
    """Whether this person may decide what somebody asked for."""
    return actor.may_at(KINDS[code.kind].decides, code.area_path)


def names(actor: Actor, ids: list[str]) -> dict[str, tuple[str, str]]:
    """Names and addresses for the record's pages."""
    rows = visible_to(actor).filter(pk__in=ids)
    return {str(row.pk): (row.number or row.name, reverse("codes:code", args=[row.pk])) for row in rows}


def due_to_end(at: datetime) -> QuerySet[Code]:
    """What is valid in its row while its term is over."""
    return Code.objects.filter(state=CodeState.VALID, valid_to__lt=shanghai.day(at))
