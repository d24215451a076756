"""What is typed about programmes and rounds; the rules judge it in the action."""

from typing import Any, cast

from django import forms

from sanshe.core.kit.refused import Refused
from sanshe.core.ui.queries import say
from sanshe.patrol import phrases
from sanshe.patrol.enums import R, RoundKind

F = phrases.FIELDS
WHERE = {
    R.NO_NAME: "name",
    R.SEASON_WRONG: "ends_on",
    R.ROUND_DAYS_WRONG: "ends_on",
    R.NO_PREMISES: "code",
    R.STOP_THERE: "code",
    R.PREMISES_MERGED: "code",
}


def _day(label: Any) -> forms.DateField:
    return forms.DateField(label=label, widget=forms.DateInput(attrs={"type": "date"}))


class Asked(forms.Form):
    """A form that puts a refusal at the field it is about."""

    def refuse(self, refused: Refused) -> None:
        place = WHERE.get(cast(R, refused.code))
        self.add_error(place if place in self.fields else None, say(refused.code, refused.facts))


class ProgrammeForm(Asked):
    """A new programme."""

    area_path = forms.ChoiceField(label=F["place"])
    name = forms.CharField(label=F["name"], max_length=60)
    starts_on = _day(F["starts_on"])
    ends_on = _day(F["ends_on"])
    scope_note = forms.CharField(label=F["scope_note"], max_length=200, required=False, help_text=phrases.SCOPE_HINT)

    def __init__(self, *args: Any, places: list[tuple[str, str]], **more: Any) -> None:
        super().__init__(*args, **more)
        cast(forms.ChoiceField, self.fields["area_path"]).choices = places


class RoundForm(Asked):
    """The next round."""

    kind = forms.ChoiceField(label=F["round_kind"], choices=list(phrases.ROUND_KINDS.items()))
    starts_on = _day(F["starts_on"])
    ends_on = _day(F["ends_on"])

    def clean_kind(self) -> RoundKind:
        return RoundKind(self.cleaned_data["kind"])


class AddForm(Asked):
    """Premises that the frame has not."""

    code = forms.CharField(label=F["code"], max_length=30, help_text=phrases.CODE_HINT)
