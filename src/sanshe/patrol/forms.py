"""What is typed about programmes and rounds; the rules judge it in the action."""

from typing import Any, cast

from django import forms

from sanshe.patrol import phrases
from sanshe.patrol.enums import RoundKind

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
