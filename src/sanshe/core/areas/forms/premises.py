"""What is typed about compounds and premises; the rules judge it in the action."""

from datetime import date
from typing import Any, cast

from django import forms

from sanshe.core.areas import phrases
from sanshe.core.areas.enums import PremisesKind, PremisesState
from sanshe.core.areas.types import Door

F = phrases.PREMISES_FIELDS


def day_field(label: Any) -> forms.DateField:
    return forms.DateField(label=label, widget=forms.DateInput(attrs={"type": "date"}))


class CompoundForm(forms.Form):
    """A new compound."""

    area_path = forms.ChoiceField(label=F["community"])
    name = forms.CharField(label=F["compound"], max_length=60)

    def __init__(self, *args: Any, places: list[tuple[str, str]], **more: Any) -> None:
        super().__init__(*args, **more)
        cast(forms.ChoiceField, self.fields["area_path"]).choices = places


class PremisesForm(forms.Form):
    """Premises; of those that are there, everything but the number."""

    kind = forms.ChoiceField(label=F["kind"], choices=list(phrases.PREMISES_KINDS.items()))
    name = forms.CharField(label=F["name"], max_length=60, help_text=phrases.NAME_HINT)
    code = forms.CharField(label=F["code"], max_length=30, required=False, help_text=phrases.CODE_HINT)
    building = forms.CharField(label=F["building"], max_length=20, required=False)
    unit = forms.CharField(label=F["unit"], max_length=20, required=False)
    room = forms.CharField(label=F["room"], max_length=20, required=False)
    walk_no = forms.IntegerField(
        label=F["walk_no"], min_value=1, max_value=99_999, required=False, help_text=phrases.WALK_HINT
    )

    def __init__(self, *args: Any, premises: Any = None, **more: Any) -> None:
        if premises:
            more["initial"] = {name: getattr(premises, name) for name in self.base_fields}
        super().__init__(*args, **more)
        if premises:
            del self.fields["code"]

    def door(self) -> Door:
        given = self.cleaned_data
        return Door(**{**given, "kind": PremisesKind(given["kind"]), "walk_no": given["walk_no"] or 0})


class TurnForm(forms.Form):
    """What became of premises."""

    to = forms.ChoiceField(label=F["state"])
    on = day_field(F["on"])
    why = forms.CharField(label=F["why"], max_length=200)

    def __init__(self, *args: Any, premises: Any, today: date, **more: Any) -> None:
        more["initial"] = {"on": today}
        super().__init__(*args, **more)
        said = phrases.PREMISES_STATES.items()
        choices = [(state, word) for state, word in said if state not in (premises.state, PremisesState.MERGED)]
        cast(forms.ChoiceField, self.fields["to"]).choices = choices


class MergeForm(forms.Form):
    """Into which premises these are merged."""

    code = forms.CharField(label=F["into"], max_length=30)
    why = forms.CharField(label=F["why"], max_length=200)


class KeyForm(forms.Form):
    """That a compound is a key one."""

    starts_on = day_field(F["starts_on"])
    why = forms.CharField(label=F["ground"], max_length=200)


class EndKeyForm(forms.Form):
    """That it is one no longer."""

    ends_on = day_field(F["ends_on"])
    why = forms.CharField(label=F["ground"], max_length=200)
