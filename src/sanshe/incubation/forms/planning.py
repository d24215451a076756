"""What is typed before a call: a centre, the plan of a batch, the call with its criteria and conditions."""

from typing import Any

from django import forms

from sanshe.incubation.phrases.call import batch as words
from sanshe.incubation.phrases.decision.tabulation import RULES

SIDES = {"bureau": "bureau", "centre_side": "centre", "social_work": "social_work", "community": "community"}
CAPACITY = ("desks", "sessions", "hours")
CRITERIA = range(1, 9)


def day(label: Any, *, required: bool = True) -> forms.DateField:
    return forms.DateField(
        label=label, required=required, widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    )


def number(label: Any, *, least: int = 0, most: int = 9999, initial: int | None = None) -> forms.IntegerField:
    return forms.IntegerField(label=label, min_value=least, max_value=most, initial=initial)


class Versioned(forms.Form):
    """A form that says from which state it was drawn."""

    version = forms.IntegerField(required=False, widget=forms.HiddenInput)


class PlanForm(Versioned):
    """One round: its places, days, panel and what the centre can give in all."""

    centre = forms.ChoiceField(label=words.PLAN["centre"])
    no = number(words.PLAN["no"], least=1, most=99)
    name = forms.CharField(label=words.PLAN["name"], max_length=60)
    places = number(words.PLAN["places"], least=1, most=500, initial=30)
    reserve_places = number(words.PLAN["reserve_places"], most=100, initial=4)
    tabulation_rule = forms.ChoiceField(label=words.PLAN["tabulation_rule"], choices=list(RULES.items()))
    screening_until = day(words.PLAN["screening_until"])
    panel_on = day(words.PLAN["panel_on"])
    notice_days = number(words.PLAN["notice_days"], least=1, most=60, initial=5)
    notice_day_kind = forms.ChoiceField(label=words.PLAN["notice_day_kind"], choices=words.DAY_KINDS)
    signing_from = day(words.PLAN["signing_from"])
    signing_to = day(words.PLAN["signing_to"])
    signing_hour = number(words.PLAN["signing_hour"], least=1, most=24, initial=18)
    reserve_until = day(words.PLAN["reserve_until"], required=False)
    term_months = number(words.PLAN["term_months"], least=1, most=60, initial=12)
    desks = number(words.PLAN["desks"], initial=30)
    sessions = number(words.PLAN["sessions"], initial=200)
    hours = number(words.PLAN["hours"], initial=800)
    bureau = number(words.PLAN["bureau"], most=30, initial=2)
    centre_side = number(words.PLAN["centre_side"], most=30, initial=2)
    social_work = number(words.PLAN["social_work"], most=30, initial=3)
    community = number(words.PLAN["community"], most=30, initial=0)

    def __init__(self, *args: Any, centres: list[tuple[str, str]], batch: Any = None, **more: Any) -> None:
        super().__init__(*args, **more)
        self.fields["centre"].choices = centres  # type: ignore[attr-defined]  # a choice field
        if batch is not None:
            for name in ("centre", "no"):
                del self.fields[name]
            self.initial = plan_of(batch)

    def facts(self) -> dict[str, Any]:
        """The batch's fields: sides and capacity gathered, an empty day as none."""
        given = {name: value for name, value in self.cleaned_data.items() if name not in ("version", "centre", "no")}
        sides = {side: given.pop(name) for name, side in SIDES.items()}
        capacity = {name: given.pop(name) for name in CAPACITY}
        return {**given, "panel_sides": sides, "capacity": capacity}


def plan_of(batch: Any) -> dict[str, Any]:
    """A batch as the form shows it."""
    shown = {name: getattr(batch, name, None) for name in PlanForm.base_fields}
    sides = {name: batch.panel_sides.get(side, 0) for name, side in SIDES.items()}
    return {**shown, **sides, **{name: batch.capacity.get(name, 0) for name in CAPACITY}}


class CallForm(Versioned):
    """The wording of a call, its criteria (name, what it says, points) and its conditions."""

    number = forms.CharField(label=words.CALL["number"], max_length=40)
    opens_on = day(words.CALL["opens_on"])
    closes_on = day(words.CALL["closes_on"])
    intro = forms.CharField(label=words.CALL["intro"], max_length=400, widget=forms.Textarea(attrs={"rows": 3}))
    conditions = forms.CharField(
        label=words.CALL["conditions"], max_length=3000, required=False, widget=forms.Textarea(attrs={"rows": 8})
    )

    def __init__(self, *args: Any, batch: Any, call: Any = None, criteria: Any, conditions: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        self.initial = {"conditions": "\n".join(one.text for one in conditions), **_call_initial(batch, call)}
        for n in CRITERIA:
            one = criteria[n - 1] if n <= len(criteria) else None
            label = str(words.CRITERION).format(n=n)
            self.fields[f"name_{n}"] = forms.CharField(label=label, max_length=60, required=False)
            self.fields[f"says_{n}"] = forms.CharField(label=words.SAYS, max_length=200, required=False)
            self.fields[f"points_{n}"] = forms.IntegerField(label=words.POINTS, required=False)
            if one:
                self.initial |= {f"name_{n}": one.name, f"says_{n}": one.says, f"points_{n}": one.points}

    def rows(self) -> list[Any]:
        """The criteria's fields, three a row."""
        return [tuple(self[f"{part}_{n}"] for part in ("name", "says", "points")) for n in CRITERIA]

    def texts(self) -> list[Any]:
        return [self[name] for name in ("number", "opens_on", "closes_on", "intro", "conditions")]

    def rubric(self) -> list[tuple[str, str, int]]:
        """(name, what it says, points) of the rows that have a name."""
        given = self.cleaned_data
        named = [n for n in CRITERIA if given.get(f"name_{n}")]
        return [(given[f"name_{n}"], given.get(f"says_{n}") or "", given.get(f"points_{n}") or 0) for n in named]

    def stated(self) -> list[str]:
        """The conditions, one a line."""
        return [line.strip()[:300] for line in self.cleaned_data["conditions"].splitlines() if line.strip()]

    def facts(self) -> dict[str, Any]:
        given = self.cleaned_data
        dates = {"opens_on": given["opens_on"], "closes_on": given["closes_on"]}
        return {"number": given["number"], "content": {"intro": given["intro"]}, **dates}


def _call_initial(batch: Any, call: Any) -> dict[str, Any]:
    if call is None:
        return {}
    said = {name: getattr(call, name) for name in ("number", "opens_on", "closes_on", "version")}
    return {**said, "intro": call.content.get("intro", "")}
