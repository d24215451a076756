"""What is typed about a person."""

from typing import Any

from django import forms

from sanshe.core.kit.refused import Refused
from sanshe.core.parties import phrases
from sanshe.core.parties.enums import R
from sanshe.core.ui.queries import say

F = phrases.PERSON


class Refusing(forms.Form):
    """A form that shows a refusal at the field it is about."""

    def refuse(self, refused: Refused) -> None:
        place = {R.NO_PHONE: "phone", R.PHONE_TAKEN: "phone", R.NO_REASON: "reason"}.get(refused.code)
        place = place or refused.facts.get("field")
        self.add_error(place if place in self.fields else None, str(say(refused.code, refused.facts)))


class NewPersonForm(Refusing):
    """A telephone, by which a person is known, and a name."""

    phone = forms.CharField(label=F["phone"], max_length=20)
    name = forms.CharField(label=F["name"], max_length=20, required=False)
    area_path = forms.ChoiceField(label=F["area_path"])

    def __init__(self, *args: Any, districts: list[tuple[str, str]], **more: Any) -> None:
        super().__init__(*args, **more)
        self.fields["area_path"].choices = districts  # type: ignore[attr-defined]  # a choice field


class CorrectForm(Refusing):
    """What is put right, and why; what is left blank stays."""

    name = forms.CharField(label=F["name"], max_length=20, required=False, help_text=phrases.STAYS)
    phone = forms.CharField(label=F["phone"], max_length=20, required=False, help_text=phrases.STAYS)
    reason = forms.CharField(label=F["reason"], max_length=200)
    version = forms.IntegerField(widget=forms.HiddenInput)
