"""What is typed about programmes, rounds, visits and findings; the rules judge it in the action."""

from collections.abc import Mapping
from typing import Any, cast
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from sanshe.patrol import phrases
from sanshe.patrol.enums import Consent, Department, Missing, Outcome, Result, RoundKind
from sanshe.patrol.types import Event

F = phrases.FIELDS


def _day(label: Any) -> forms.DateField:
    return forms.DateField(label=label, widget=forms.DateInput(attrs={"type": "date"}))


class ProgrammeForm(forms.Form):
    """A new programme."""

    area_path = forms.ChoiceField(label=F["place"])
    name = forms.CharField(label=F["name"], max_length=60)
    starts_on = _day(F["starts_on"])
    ends_on = _day(F["ends_on"])
    scope_note = forms.CharField(label=F["scope_note"], max_length=200, required=False, help_text=phrases.SCOPE_HINT)

    def __init__(self, *args: Any, places: list[tuple[str, str]], **more: Any) -> None:
        super().__init__(*args, **more)
        cast(forms.ChoiceField, self.fields["area_path"]).choices = places


class RoundForm(forms.Form):
    """The next round."""

    kind = forms.ChoiceField(label=F["round_kind"], choices=list(phrases.ROUND_KINDS.items()))
    starts_on = _day(F["starts_on"])
    ends_on = _day(F["ends_on"])

    def clean_kind(self) -> RoundKind:
        return RoundKind(self.cleaned_data["kind"])


class AddForm(forms.Form):
    """Premises that the frame has not."""

    code = forms.CharField(label=F["code"], max_length=30, help_text=phrases.CODE_HINT)


def _choice(label: Any, words: Mapping[Any, Any], *, is_needed: bool = True) -> forms.ChoiceField:
    """Nothing is chosen beforehand."""
    options = [("", _("请选一项")), *((str(code), word) for code, word in words.items())]
    return forms.ChoiceField(label=label, choices=options, required=is_needed)


def _text(label: Any, most: int = 200, **more: Any) -> forms.CharField:
    return forms.CharField(label=label, max_length=most, **{"required": False, **more})


def _photo() -> forms.FileField:
    return forms.FileField(label=F["photo"], required=False, help_text=phrases.PHOTO_HINT)


class VisitForm(forms.Form):
    """What was seen at a door."""

    outcome = _choice(F["outcome"], phrases.OUTCOMES)
    result = _choice(F["result"], phrases.RESULTS, is_needed=False)
    kg = forms.IntegerField(label=F["kg"], min_value=1, max_value=99999, required=False)
    is_kg_unknown = forms.BooleanField(label=F["is_kg_unknown"], required=False)
    reason = _choice(F["reason"], phrases.MISSING, is_needed=False)
    words = _text(F["words"])
    has_slip = forms.BooleanField(label=F["has_slip"], required=False)
    photo = _photo()
    second_words = _text(F["second_words"], help_text=phrases.SECOND_HINT)
    heating = _choice(phrases.QUESTIONS["heating"], phrases.HEATING, is_needed=False)
    guides = _text(phrases.QUESTIONS["guides"], 3)
    rules = _text(phrases.QUESTIONS["rules"], 3)
    promises = _text(phrases.QUESTIONS["promises"], 3)

    def event(self, **more: Any) -> Event:
        """The visit that was told."""
        said = dict(self.cleaned_data)
        answers = {code: said.pop(code) for code in phrases.QUESTIONS}
        said.pop("photo")
        said["outcome"] = Outcome(said["outcome"])
        said["result"] = Result(said["result"]) if said["result"] else None
        said["reason"] = Missing(said["reason"]) if said["reason"] else None
        return Event(**said, answers={code: text for code, text in answers.items() if text}, **more)


class CorrectionForm(VisitForm):
    """What was noted wrongly, as it was."""

    why = _text(F["why"], help_text=phrases.WHY_HINT)


class PersonForm(forms.Form):
    """Somebody among those who may."""

    person = forms.ChoiceField(label=F["person"])

    def __init__(self, *args: Any, people: list[tuple[UUID, str]], **more: Any) -> None:
        super().__init__(*args, **more)
        options = [("", _("请选一项")), *((str(pk), name) for pk, name in people)]
        cast(forms.ChoiceField, self.fields["person"]).choices = options

    def clean_person(self) -> UUID:
        return UUID(self.cleaned_data["person"])


class ReportForm(forms.Form):
    """What was done."""

    words = forms.CharField(label=F["done"], max_length=500)
    is_cleared = forms.BooleanField(label=F["is_cleared"], required=False)
    consent = _choice(F["consent"], phrases.CONSENTS, is_needed=False)
    photo = _photo()
    second_words = _text(F["second_words"], help_text=phrases.SECOND_HINT)

    def clean_consent(self) -> Consent | None:
        return Consent(self.cleaned_data["consent"]) if self.cleaned_data["consent"] else None


class ReferForm(forms.Form):
    """To which department, under which number."""

    department = _choice(F["department"], phrases.DEPARTMENTS)
    number = forms.CharField(label=F["number"], max_length=60)

    def clean_department(self) -> Department:
        return Department(self.cleaned_data["department"])


class AnswerForm(forms.Form):
    """What a department answered."""

    words = forms.CharField(label=F["answer"], max_length=500)


class DaysForm(forms.Form):
    """How many days more, and why."""

    days = forms.IntegerField(label=F["days"], min_value=1, max_value=10)
    ground = forms.CharField(label=F["ground"], max_length=200)


class WaitForm(forms.Form):
    """Until when it waits, and why."""

    look_again_on = _day(F["look_again_on"])
    ground = forms.CharField(label=F["ground"], max_length=200)


class DeclineForm(forms.Form):
    """Why not."""

    words = forms.CharField(label=F["ground"], max_length=200)
