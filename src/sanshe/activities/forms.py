"""What is typed about stations, groups and bookings; the rules judge it in the action."""

from datetime import datetime, time
from typing import Any, cast

from django import forms

from sanshe.activities import phrases
from sanshe.activities.enums import GroupKind, Sound
from sanshe.activities.types import Leader, Plan, Span
from sanshe.core.kit import shanghai
from sanshe.core.kit.asked import whole

F, HINTS = phrases.FIELDS, phrases.HINTS


def _day(name: str, required: bool = True) -> forms.DateField:
    return forms.DateField(label=F[name], required=required, widget=forms.DateInput(attrs={"type": "date"}))


def _hour(name: str, required: bool = True, hint: Any = "") -> forms.TimeField:
    widget = forms.TimeInput(attrs={"type": "time", "step": 900})
    return forms.TimeField(label=F[name], required=required, widget=widget, help_text=hint)


class _Chosen(forms.Form):
    """A form with one choice that its page knows."""

    CHOICE = ""

    def __init__(self, *args: Any, choices: list[tuple[str, str]], **more: Any) -> None:
        super().__init__(*args, **more)
        cast(forms.ChoiceField, self.fields[self.CHOICE]).choices = choices


class StationForm(_Chosen):
    """A new station."""

    CHOICE = "area_path"
    area_path = forms.ChoiceField(label=F["place"])
    name = forms.CharField(label=F["name"], max_length=60)
    address = forms.CharField(label=F["address"], max_length=100, required=False)


class SpaceForm(forms.Form):
    """A hall with its zones, or a room."""

    name = forms.CharField(label=F["name"], max_length=30)
    sound = forms.ChoiceField(label=F["sound"], choices=list(phrases.SOUNDS.items()))
    zone = forms.CharField(
        label=F["zones"],
        max_length=500,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=HINTS["zones"],
    )

    def plan(self) -> Plan:
        """东区 40: the last word is how many, when it is a number."""
        lines = [one.split() for one in self.cleaned_data["zone"].splitlines() if one.strip()] or [[""]]
        zones = tuple(_zone(words) for words in lines)
        return Plan(self.cleaned_data["name"], Sound(self.cleaned_data["sound"]), zones)


def _zone(words: list[str]) -> tuple[str, int | None]:
    most = whole(words[-1])
    return " ".join(words if most is None else words[:-1])[:30], most


class HoursForm(forms.Form):
    """Opening hours from a day on: the same on each of the chosen weekdays, before noon and after."""

    starts_on = _day("starts_on")
    weekdays = forms.MultipleChoiceField(
        label=F["weekdays"], choices=list(phrases.WEEKDAYS.items()), widget=forms.CheckboxSelectMultiple
    )
    opens = _hour("opens")
    closes = _hour("closes")
    opens_again = _hour("opens", required=False, hint=HINTS["hours"])
    closes_again = _hour("closes", required=False)

    def spans(self) -> list[Span]:
        given = self.cleaned_data
        halves = [(given["opens"], given["closes"])]
        if given["opens_again"] or given["closes_again"]:
            halves.append((given["opens_again"] or time(0), given["closes_again"] or time(0)))
        return [Span(int(day), *half) for day in given["weekdays"] for half in halves]


class _OnDay(_Chosen):
    """A time of one day."""

    day = _day("day")
    opens = _hour("opens")
    closes = _hour("closes")

    def moments(self) -> tuple[datetime, datetime]:
        given = self.cleaned_data
        first, last = (shanghai.moment(given["day"], one.hour, one.minute) for one in (given["opens"], given["closes"]))
        return first, last


class ChangeForm(_OnDay):
    """Other hours for a day."""

    CHOICE = "space"
    space = forms.ChoiceField(label=F["space"], required=False)
    is_open = forms.ChoiceField(label=F["is_open"], choices=[("", phrases.SHUT), ("1", phrases.OPENED)], required=False)
    ground = forms.CharField(label=F["ground"], max_length=100)
    is_emergency = forms.BooleanField(label=F["is_emergency"], required=False, help_text=HINTS["emergency"])


class LimitForm(forms.Form):
    """How many percent a station takes."""

    percent = forms.IntegerField(label=F["percent"], min_value=1, max_value=100)
    starts_on = _day("starts_on")
    ends_on = _day("ends_on", required=False)
    ground = forms.CharField(label=F["ground"], max_length=100)


class GroupForm(forms.Form):
    """A group forms."""

    name = forms.CharField(label=F["name"], max_length=60)
    kind = forms.ChoiceField(label=F["kind"], choices=list(phrases.GROUP_KINDS.items()))
    leader = forms.CharField(label=F["leader"], max_length=20)
    phone = forms.CharField(label=F["phone"], max_length=20)
    members = forms.CharField(
        label=F["members"], max_length=3000, widget=forms.Textarea(attrs={"rows": 6}), help_text=HINTS["members"]
    )
    is_loud = forms.BooleanField(label=F["is_loud"], required=False)
    agreed = forms.BooleanField(label=F["agreed"], required=False)

    def told(self) -> dict[str, Any]:
        given = self.cleaned_data
        return {
            "name": given["name"],
            "kind": GroupKind(given["kind"]),
            "leader": Leader(given["leader"], given["phone"]),
            "members": [one[:20] for one in given["members"].split()],
            "is_loud": given["is_loud"],
            "has_agreed": given["agreed"],
        }


class BookingForm(_OnDay):
    """Zones for a group on a day."""

    CHOICE = "zone"
    zone = forms.MultipleChoiceField(label=F["zone"], widget=forms.CheckboxSelectMultiple)
    may_share = forms.BooleanField(label=F["may_share"], required=False)
