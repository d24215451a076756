"""What is typed about appeals; the rules judge it in the action."""

from datetime import datetime
from typing import Any, cast

from django import forms

from sanshe.appeals import phrases
from sanshe.appeals.enums import Channel, Ground, Outcome, P, PauseReason, Reach, Satisfied, Solved, Way
from sanshe.appeals.queries.settings import categories, duty_items
from sanshe.appeals.types import Unit
from sanshe.core.accounts.queries.people import holders
from sanshe.core.areas.queries import communities, name_of
from sanshe.core.areas.rules import district_of
from sanshe.core.calendar.enums import DayKind
from sanshe.core.calendar.phrases import DAY_KINDS
from sanshe.core.calendar.types import Term
from sanshe.core.kit import shanghai

F = phrases.FIELDS
BLANK = [("", "—")]


def _text(name: str, most: int, *, required: bool = True, rows: int = 3) -> forms.CharField:
    widget = forms.Textarea(attrs={"rows": rows})
    return forms.CharField(label=F[name], max_length=most, required=required, widget=widget)


def _line(name: str, most: int, *, required: bool = True) -> forms.CharField:
    return forms.CharField(label=F[name], max_length=most, required=required)


def _choice(name: str, words: Any, *, required: bool = True) -> forms.ChoiceField:
    return forms.ChoiceField(label=F[name], choices=[*BLANK, *words.items()], required=required)


def _yes(name: str) -> forms.BooleanField:
    return forms.BooleanField(label=F[name], required=False)


class IntakeForm(forms.Form):
    """Typed for somebody who called or came."""

    area_path = forms.ChoiceField(label=F["area"])
    category = forms.ChoiceField(label=F["category"])
    channel = forms.ChoiceField(label=F["channel"], choices=list(phrases.CHANNELS.items()))
    title = _line("title", 40)
    text = _text("text", 1000, rows=5)
    place = _line("place", 120, required=False)
    name = _line("name", 20, required=False)
    phone = _line("phone", 20, required=False)
    is_read_back = _yes("is_read_back")
    answered = _text("answered", 300, required=False)

    def __init__(self, *args: Any, places: list[tuple[str, str]], **more: Any) -> None:
        super().__init__(*args, **more)
        cast(forms.ChoiceField, self.fields["area_path"]).choices = places
        kinds = {row.pk: row for row in categories(places[0][0])} if places else {}
        self.kinds = {str(pk): row for pk, row in kinds.items()}
        cast(forms.ChoiceField, self.fields["category"]).choices = [(pk, row.name) for pk, row in self.kinds.items()]

    def clean_category(self) -> Any:
        return self.kinds[self.cleaned_data["category"]]

    def clean_channel(self) -> Channel:
        return Channel(self.cleaned_data["channel"])


class ActForm(forms.Form):
    """An act on an appeal; what can be chosen depends on it."""

    def __init__(self, *args: Any, appeal: Any, at: datetime, **more: Any) -> None:
        super().__init__(*args, **more)
        self.appeal, self.at = appeal, at
        self.fill()

    def fill(self) -> None:
        """Put what can be chosen into the fields."""

    def offer(self, name: str, choices: list[tuple[Any, Any]]) -> None:
        cast(forms.ChoiceField, self.fields[name]).choices = [*BLANK, *choices]


class AcceptForm(ActForm):
    duty_item = forms.ChoiceField(label=F["duty_item"])

    def fill(self) -> None:
        self.items = {str(one.pk): one for one in duty_items(self.appeal.area_path)}
        self.offer("duty_item", [(pk, str(one)) for pk, one in self.items.items()])

    def clean_duty_item(self) -> Any:
        return self.items[self.cleaned_data["duty_item"]]


class WhereForm(ActForm):
    where = _text("where", 300)


class DeclineForm(ActForm):
    ground = _choice("ground", phrases.GROUNDS, required=False)
    where = _text("where", 300, required=False)

    def clean_ground(self) -> Ground | None:
        return Ground(self.cleaned_data["ground"]) if self.cleaned_data["ground"] else None


class WordsForm(ActForm):
    words = _text("words", 300)


class CategoryForm(ActForm):
    category = forms.ChoiceField(label=F["category"])

    def fill(self) -> None:
        self.kinds = {str(one.pk): one for one in categories(self.appeal.area_path)}
        self.offer("category", [(pk, one.name) for pk, one in self.kinds.items()])

    def clean_category(self) -> Any:
        return self.kinds[self.cleaned_data["category"]]


class UnitForm(ActForm):
    """A community of the district, or a unit by its name."""

    unit = forms.ChoiceField(label=F["unit"], required=False)
    other = _line("other", 60, required=False)

    def fill(self) -> None:
        rows = communities(district_of(self.appeal.area_path))
        self.offer("unit", [(one.path, one.name) for one in rows])

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        path, name = given.get("unit", ""), given.get("other", "").strip()
        return {"to": Unit(name_of(path), path) if path else Unit(name)}


class WhyForm(ActForm):
    why = _text("why", 200)


class DecideForm(WhyForm):
    is_upheld = _yes("is_upheld")


class ContactForm(ActForm):
    way = _choice("way", phrases.WAYS)
    is_reached = _yes("is_reached")
    said = _text("said", 300, required=False)

    def clean_way(self) -> Way:
        return Way(self.cleaned_data["way"])


class PauseForm(ActForm):
    reason = _choice("reason", phrases.PAUSE_REASONS)
    proof = _line("proof", 120, required=False)
    told_at = forms.TimeField(label=F["told"], required=False, widget=forms.TimeInput(attrs={"type": "time"}))

    def clean_reason(self) -> PauseReason:
        return PauseReason(self.cleaned_data["reason"])

    def clean_told_at(self) -> datetime | None:
        told = self.cleaned_data["told_at"]
        return shanghai.moment(shanghai.day(self.at), told.hour, told.minute) if told else None


class NothingForm(ActForm):
    """Nothing is asked: it is done or not."""


class HandledForm(ActForm):
    what = _text("what", 500)
    outcome = _choice("outcome", phrases.OUTCOMES)

    def clean_outcome(self) -> Outcome:
        return Outcome(self.cleaned_data["outcome"])


class VerifierForm(ActForm):
    person = forms.ChoiceField(label=F["person"])

    def fill(self) -> None:
        self.people: dict[str, tuple[Any, Any]] = {}
        for place in communities(district_of(self.appeal.area_path)):
            for one in holders(P.VERIFY, place.path, self.at):
                self.people.setdefault(str(one.pk), (one, place))
        self.offer("person", [(pk, f"{place.name} {one.name}") for pk, (one, place) in self.people.items()])

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        if "person" not in given:
            return given
        one, place = self.people[given["person"]]
        return {"person": one.pk, "place": place.path}


class VerifyForm(ActForm):
    is_passed = _yes("is_passed")
    is_seen = _yes("is_seen")
    found = _text("found", 300)


class CallForm(ActForm):
    reach = _choice("reach", phrases.REACHES)
    solved = _choice("solved", phrases.SOLVED, required=False)
    satisfied = forms.ChoiceField(label=F["satisfied"], choices=list(phrases.SATISFIED.items()), initial="unsaid")
    wants_redo = _choice("wants_redo", phrases.REDO, required=False)
    words = _text("words", 500, required=False)
    is_read_back = _yes("is_read_back")

    def clean_reach(self) -> Reach:
        return Reach(self.cleaned_data["reach"])

    def clean_solved(self) -> Solved | None:
        return Solved(self.cleaned_data["solved"]) if self.cleaned_data["solved"] else None

    def clean_wants_redo(self) -> bool | None:
        return {"yes": True, "no": False}.get(self.cleaned_data["wants_redo"])

    def clean_satisfied(self) -> Satisfied:
        return Satisfied(self.cleaned_data["satisfied"])


class NightForm(ActForm):
    """What the resident counted, told by telephone."""

    night = forms.DateField(label=F["night"], widget=forms.DateInput(attrs={"type": "date"}))
    times = forms.IntegerField(label=F["times"], min_value=0, max_value=99)


KINDS = [(kind, DAY_KINDS[kind]) for kind in (DayKind.WORK_HOUR, DayKind.WORKDAY, DayKind.DAY)]


def _number(name: str, *, required: bool = True) -> forms.IntegerField:
    return forms.IntegerField(label=F[name], min_value=1, max_value=365, required=required)


def _kind(name: str, *, required: bool = True) -> forms.ChoiceField:
    return forms.ChoiceField(label=F[name], choices=KINDS if required else [*BLANK, *KINDS], required=required)


def _term(given: dict[str, Any], name: str) -> Term | None:
    n, kind = given.pop(f"{name}_n"), given.pop(f"{name}_kind")
    return Term(n, DayKind(kind)) if n and kind else None


class CategoryTermsForm(forms.Form):
    """A category with its terms; a leg has one of its own where both of its fields are filled."""

    name = _line("category", 20)
    contact_n = _number("contact_n")
    contact_kind = _kind("contact_kind")
    handle_n = _number("handle_n")
    handle_kind = _kind("handle_kind")
    leg_n = _number("leg_n", required=False)
    leg_kind = _kind("leg_kind", required=False)
    is_sensitive = _yes("is_sensitive")
    is_private = _yes("is_private")

    def said(self) -> dict[str, Any]:
        given = dict(self.cleaned_data)
        return {name: _term(given, name) for name in ("contact", "handle", "leg")} | given


class DutyForm(forms.Form):
    """An item of the list of duties."""

    number = _line("number", 10)
    name = _line("duty", 60)
    may_lead = _yes("may_lead")
    note = _line("note", 120, required=False)


class TermForm(forms.Form):
    """How long a step takes."""

    n = _number("n")
    kind = _kind("kind")


class OwnForm(forms.Form):
    """Written by a resident: nothing but the words and where it is has to be there."""

    text = _text("own_text", 1000, rows=5)
    category = forms.ChoiceField(label=F["what_kind"])
    area_path = forms.ChoiceField(label=F["area"])
    place = _line("where_is", 120, required=False)
    phone = _line("own_phone", 20, required=False)
    name = _line("own_name", 20, required=False)

    def __init__(self, *args: Any, places: list[tuple[str, str]], **more: Any) -> None:
        super().__init__(*args, **more)
        self.kinds = {str(row.pk): row for row in categories(places[0][0])} if places else {}
        cast(forms.ChoiceField, self.fields["area_path"]).choices = [*BLANK, *places]
        cast(forms.ChoiceField, self.fields["category"]).choices = [
            *BLANK,
            *((key, row.name) for key, row in self.kinds.items()),
        ]
        cast(forms.CharField, self.fields["phone"]).widget.attrs |= {"inputmode": "tel", "autocomplete": "tel"}

    def clean_category(self) -> Any:
        return self.kinds[self.cleaned_data["category"]]


class CodeForm(forms.Form):
    """The code of who left no telephone."""

    code = _line("code", 20)
