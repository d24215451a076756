"""What is typed by who signs, and by who runs a campaign; the rules judge it in the action."""

from typing import Any, cast

from django import forms

from sanshe.pledges import phrases
from sanshe.pledges.enums import Ground
from sanshe.pledges.rules.paper import rows_of
from sanshe.pledges.types import PaperRow

F = phrases.FIELDS


def _day(label: Any) -> forms.DateField:
    return forms.DateField(label=label, widget=forms.DateInput(attrs={"type": "date"}))


class SignForm(forms.Form):
    """Who signs, and where it counts."""

    name = forms.CharField(label=F["name"], max_length=20, widget=forms.TextInput(attrs={"autocomplete": "name"}))
    phone = forms.CharField(
        label=F["phone"], max_length=30, widget=forms.TextInput(attrs={"autocomplete": "tel", "inputmode": "tel"})
    )
    community = forms.ChoiceField(label=F["community"], required=False)
    unit = forms.ChoiceField(label=F["unit"], required=False)
    is_adult = forms.BooleanField(label=F["is_adult"], required=False)

    def __init__(
        self, *args: Any, communities: list[tuple[str, str]], units: list[tuple[str, str]], **more: Any
    ) -> None:
        super().__init__(*args, **more)
        for name, choices in (("community", communities), ("unit", units)):
            cast(forms.ChoiceField, self.fields[name]).choices = [("", phrases.NEITHER), *choices]


class CodeForm(forms.Form):
    """The code that was sent."""

    code = forms.CharField(
        label=F["code"],
        max_length=12,
        widget=forms.TextInput(attrs={"autocomplete": "one-time-code", "inputmode": "numeric"}),
    )


class CampaignForm(forms.Form):
    """A new campaign."""

    area_path = forms.ChoiceField(label=F["place"])
    name = forms.CharField(label=F["campaign_name"], max_length=60)
    opens_on = _day(F["opens_on"])
    closes_on = _day(F["closes_on"])
    months = forms.IntegerField(label=F["months"], min_value=1, max_value=60, initial=12)

    def __init__(self, *args: Any, places: list[tuple[str, str]], **more: Any) -> None:
        super().__init__(*args, **more)
        cast(forms.ChoiceField, self.fields["area_path"]).choices = places


class TextForm(forms.Form):
    """The next version of the text."""

    title = forms.CharField(label=F["title"], max_length=40)
    opening = forms.CharField(label=F["opening"], max_length=200, required=False)
    clauses = forms.CharField(
        label=F["clauses"], max_length=2000, widget=forms.Textarea(attrs={"rows": 8}), help_text=phrases.CLAUSES_HINT
    )
    change = forms.CharField(label=F["change"], max_length=200, required=False, help_text=phrases.CHANGE_HINT)
    is_other_meaning = forms.BooleanField(label=F["is_other_meaning"], required=False)


class LessonForm(forms.Form):
    """A case."""

    title = forms.CharField(label=F["title"], max_length=60)
    body = forms.CharField(label=F["body"], max_length=2000, widget=forms.Textarea(attrs={"rows": 6}))
    article = forms.CharField(label=F["article"], max_length=100)


class VoidForm(forms.Form):
    """Why a pledge is void."""

    ground = forms.ChoiceField(label=F["ground"], choices=list(phrases.GROUNDS.items()))

    def clean_ground(self) -> Ground:
        return Ground(self.cleaned_data["ground"])


class SessionForm(forms.Form):
    """A session to come."""

    community = forms.ChoiceField(label=F["place"])
    place = forms.CharField(label=F["where"], max_length=60)
    day = _day(F["day"])
    hour = forms.TimeField(label=F["hour"], widget=forms.TimeInput(attrs={"type": "time"}))
    unit = forms.ChoiceField(label=F["held_at_unit"], required=False)

    def __init__(self, *args: Any, places: list[tuple[str, str]], units: list[tuple[str, str]], **more: Any) -> None:
        super().__init__(*args, **more)
        cast(forms.ChoiceField, self.fields["community"]).choices = places
        cast(forms.ChoiceField, self.fields["unit"]).choices = [("", phrases.NEITHER), *units]


class HeldForm(forms.Form):
    """What a session was like."""

    heads = forms.IntegerField(label=F["heads"], min_value=1, max_value=99999)
    lessons = forms.MultipleChoiceField(label=F["lessons"], required=False, widget=forms.CheckboxSelectMultiple)
    taken = forms.IntegerField(label=F["taken"], min_value=0, max_value=99999, initial=0)
    left = forms.IntegerField(label=F["left"], min_value=0, max_value=99999, initial=0)

    def __init__(self, *args: Any, lessons: list[tuple[str, str]], **more: Any) -> None:
        super().__init__(*args, **more)
        cast(forms.MultipleChoiceField, self.fields["lessons"]).choices = lessons


class TogetherForm(forms.Form):
    """Heads that pledged together."""

    heads = forms.IntegerField(label=F["heads_together"], min_value=1, max_value=99999)
    photo = forms.FileField(label=F["photo"])


class SheetForm(forms.Form):
    """A signed page: a line a person, the telephone behind a blank."""

    text = forms.ChoiceField(label=F["version"])
    community = forms.ChoiceField(label=F["community"])
    session = forms.ChoiceField(label=F["session"], required=False)
    unit = forms.ChoiceField(label=F["unit"], required=False)
    signed_on = _day(F["signed_on"])
    witness = forms.CharField(label=F["witness"], max_length=20, required=False)
    rows = forms.CharField(
        label=F["rows"], max_length=4000, widget=forms.Textarea(attrs={"rows": 10}), help_text=phrases.ROWS_HINT
    )
    scan = forms.FileField(label=F["scan"], required=False)

    def __init__(self, *args: Any, choices: dict[str, list[tuple[str, str]]], **more: Any) -> None:
        super().__init__(*args, **more)
        for name, offered in choices.items():
            free = [] if self.fields[name].required else [("", str(phrases.NEITHER))]
            cast(forms.ChoiceField, self.fields[name]).choices = [*free, *offered]

    def clean_rows(self) -> list[PaperRow]:
        return rows_of(self.cleaned_data["rows"])


class UnitForm(forms.Form):
    """A unit that is asked to take part."""

    unit = forms.ChoiceField(label=F["joining_unit"])
    count_by = _day(F["count_by"])

    def __init__(self, *args: Any, units: list[tuple[str, str]], **more: Any) -> None:
        super().__init__(*args, **more)
        cast(forms.ChoiceField, self.fields["unit"]).choices = units


class DriversForm(forms.Form):
    """A unit's own count of its drivers."""

    drivers = forms.IntegerField(label=F["drivers"], min_value=1, max_value=99999)
    as_of = _day(F["as_of"])
