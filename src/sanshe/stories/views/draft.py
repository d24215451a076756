"""A draft: its head, its sentences, and the way to print."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from sanshe.core.audit.queries import history
from sanshe.core.consents import pages as consents
from sanshe.core.consents.queries import requests
from sanshe.core.kit.access import needs
from sanshe.core.kit.asked import key_of
from sanshe.core.ui.forms import sound
from sanshe.stories import actions, pages, queries
from sanshe.stories.enums import Basis, P, State
from sanshe.stories.forms import CorrectForm, HeadForm, SentenceForm, TraitsForm
from sanshe.stories.types import Said
from sanshe.stories.views.common import shown, story_of, who


@needs(P.READ)
@require_safe
def story(request: HttpRequest, key: UUID) -> HttpResponse:
    """The draft sentence by sentence with its sources; beside it consents and what betrays somebody."""
    row, at = story_of(request, key, P.READ), request.received_at
    asked, ready = requests(queries.KIND, row.pk), queries.ready(row, at)
    facts = {
        "story": row,
        "rail": pages.rail(row),
        "hands": pages.hands(row),
        "tally": queries.counted(row),
        "sentences": pages.lines(queries.sentences(row)),
        "lines": consents.lines(asked, at),
        "lacking": pages.lacking(ready) if row.state in State.drafts() else (),
        "traits": pages.traits(row),
        "traits_form": TraitsForm(),
        "entries": history(queries.KIND, row.pk),
        **_may(request, row),
    }
    return render(request, "stories/story.html", facts)


def _may(request: HttpRequest, row: Any) -> dict[str, bool]:
    """What this person does next with it."""
    may, where = request.actor.may_at, row.area_path
    return {
        "may_write": may(P.WRITE, where),
        "may_check": may(P.CHECK, where) and row.state == State.WRITING,
        "may_review": may(P.REVIEW, where) and row.state == State.MASKED,
        "is_draft": row.state in State.drafts(),
        "is_public": row.state == State.PUBLISHED,
    }


@needs(P.WRITE)
@require_http_methods(["GET", "POST"])
def head(request: HttpRequest, key: UUID) -> HttpResponse:
    """Title, the lines around it, and who tells it."""
    row = story_of(request, key, P.WRITE)
    people = pages.people(row)
    if request.method == "POST":
        given = sound(HeadForm(request.POST, people=people)).cleaned_data
        return shown(actions.head(story=row, **given | {"teller": key_of(given["teller"])}, **who(request)))
    start = {"title": row.title, "kick": row.kick, "deck": row.deck, "part": row.part, "teller": row.teller}
    return render(
        request, "stories/form.html", {"story": row, "drawn": row.mark, "form": HeadForm(initial=start, people=people)}
    )


@needs(P.WRITE)
@require_http_methods(["GET", "POST"])
def add(request: HttpRequest, key: UUID) -> HttpResponse:
    """The next sentence."""
    row = story_of(request, key, P.WRITE)
    people = pages.people(row)
    if request.method == "POST":
        said = _said(request, sound(SentenceForm(request.POST, people=people)).cleaned_data)
        actions.add(story=row, said=said, **who(request))
        return shown(row)
    return render(request, "stories/form.html", {"story": row, "drawn": row.mark, "form": SentenceForm(people=people)})


def _said(request: HttpRequest, given: dict[str, Any]) -> Said:
    case = queries.find_case(request.actor, given["case"]) if given["case"].strip() else None
    rest = {name: given[name] for name in ("text", "event", "sources")}
    return Said(**rest, basis=Basis(given["basis"]), case=case, person=key_of(given["person"]))


def _sentence(row: Any, pk: UUID) -> Any:
    found = queries.sentence(row, pk)
    if found is None:
        raise Http404
    return found


@needs(P.WRITE)
@require_http_methods(["GET", "POST"])
def rewrite(request: HttpRequest, key: UUID, pk: UUID) -> HttpResponse:
    """Another text, or another source."""
    row = story_of(request, key, P.WRITE)
    found, people = _sentence(row, pk), pages.people(row)
    if request.method == "POST":
        said = _said(request, sound(SentenceForm(request.POST, people=people)).cleaned_data)
        actions.rewrite(story=row, sentence=found, said=said, **who(request))
        return shown(row)
    start = {name: getattr(found, name) for name in ("text", "basis", "event", "sources", "person")}
    form = SentenceForm(initial={**start, "case": found.case_number}, people=people)
    return render(request, "stories/form.html", {"story": row, "sentence": found, "drawn": found.mark, "form": form})


@needs(P.WRITE)
@require_POST
def drop(request: HttpRequest, key: UUID, pk: UUID) -> HttpResponse:
    """A sentence goes from a draft."""
    row = story_of(request, key, P.WRITE)
    actions.drop(story=row, sentence=_sentence(row, pk), **who(request))
    return shown(row)


@needs(P.CHECK)
@require_POST
def check(request: HttpRequest, key: UUID) -> HttpResponse:
    """Each sentence was held against its source."""
    return shown(actions.check(story=story_of(request, key, P.CHECK), **who(request)))


@needs(P.WRITE)
@require_POST
def mask(request: HttpRequest, key: UUID) -> HttpResponse:
    """What would let somebody be recognised, and what was changed."""
    row = story_of(request, key, P.WRITE)
    return shown(actions.mask(story=row, looked=sound(TraitsForm(request.POST)).looked(), **who(request)))


@needs(P.REVIEW)
@require_POST
def review(request: HttpRequest, key: UUID) -> HttpResponse:
    return shown(actions.review(story=story_of(request, key, P.REVIEW), **who(request)))


@needs(P.REVIEW, P.WRITE)
@require_POST
def send_back(request: HttpRequest, key: UUID) -> HttpResponse:
    """Back to the writer, by who reviews or by the writer."""
    row = queries.story(request.actor, key, P.REVIEW) or story_of(request, key, P.WRITE)
    return shown(actions.send_back(story=row, reason=request.POST.get("reason", ""), **who(request)))


@needs(P.WRITE)
@require_POST
def publish(request: HttpRequest, key: UUID) -> HttpResponse:
    """Public from now on."""
    row = actions.publish(story=story_of(request, key, P.WRITE), **who(request))
    messages.success(request, _("发布了。"))
    return shown(row)


@needs(P.WRITE)
@require_http_methods(["GET", "POST"])
def correct(request: HttpRequest, key: UUID, pk: UUID) -> HttpResponse:
    """A sentence of a published piece, put right; both texts stand."""
    row = story_of(request, key, P.WRITE)
    found = _sentence(row, pk)
    if request.method == "POST":
        given = sound(CorrectForm(request.POST)).cleaned_data
        actions.correct(story=row, sentence=found, **given, **who(request))
        return shown(row)
    form = CorrectForm(initial={"text": found.text})
    return render(request, "stories/form.html", {"story": row, "sentence": found, "drawn": found.mark, "form": form})


@needs(P.WRITE)
@require_POST
def withdraw(request: HttpRequest, key: UUID) -> HttpResponse:
    """The whole piece goes; its number stays."""
    row = story_of(request, key, P.WRITE)
    return shown(actions.withdraw(story=row, reason=request.POST.get("reason", ""), **who(request)))
