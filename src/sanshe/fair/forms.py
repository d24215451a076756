"""What is typed about a fair; the rules judge it in the action."""

from datetime import datetime
from typing import Any, cast
from uuid import UUID

from django import forms

from sanshe.core.kit import shanghai
from sanshe.fair import phrases
from sanshe.fair.enums import Authority, GoodKind, Mode, Twist
from sanshe.fair.rules.book import parts_of
from sanshe.fair.types import Line, Rule

F = phrases.FIELDS


class Moment(forms.CharField):
    """A moment as a Shanghai clock shows it."""

    widget = forms.TextInput(attrs={"type": "datetime-local"})

    def to_python(self, value: Any) -> Any:
        text = super().to_python(value)
        if not text:
            return None
        try:
            return shanghai.at(datetime.fromisoformat(text).isoformat())
        except ValueError as error:
            raise forms.ValidationError(phrases.BAD_MOMENT) from error

    def prepare_value(self, value: Any) -> Any:
        return f"{shanghai.local(value):%Y-%m-%dT%H:%M}" if isinstance(value, datetime) else value


class RuleForm(forms.Form):
    """The rule of a fair, as it is printed at the entrance."""

    area_path = forms.ChoiceField(label=F["place"])
    name = forms.CharField(label=F["name"], max_length=40)
    partner = forms.CharField(label=F["partner"], max_length=60, required=False)
    opens_at = Moment(label=F["opens_at"])
    lit_at = Moment(label=F["lit_at"], required=False)
    closes_at = Moment(label=F["closes_at"])
    mode = forms.ChoiceField(label=F["mode"], choices=list(phrases.MODES.items()))
    per_card = forms.IntegerField(label=F["per_card"], min_value=1, max_value=20)
    max_wins = forms.IntegerField(label=F["max_wins"], min_value=1, max_value=20)
    authority = forms.ChoiceField(label=F["authority"], choices=list(phrases.AUTHORITIES.items()))

    def __init__(self, *args: Any, places: list[tuple[str, str]] | None = None, **more: Any) -> None:
        super().__init__(*args, **more)
        if places is None:
            del self.fields["area_path"]
        else:
            cast(forms.ChoiceField, self.fields["area_path"]).choices = places

    @property
    def rule(self) -> Rule:
        given = {name: value for name, value in self.cleaned_data.items() if name != "area_path"}
        given |= {"mode": Mode(given["mode"]), "authority": Authority(given["authority"])}
        return Rule(**given)


class GoodForm(forms.Form):
    """Something that is handed out."""

    name = forms.CharField(label=F["name"], max_length=20)
    unit = forms.CharField(label=F["unit"], max_length=4)
    kind = forms.ChoiceField(label=F["kind"], choices=list(phrases.GOOD_KINDS.items()))

    def clean_kind(self) -> GoodKind:
        return GoodKind(self.cleaned_data["kind"])


class DeskForm(forms.Form):
    """A desk with its range."""

    first = forms.IntegerField(label=F["first"], min_value=1, max_value=500)
    last = forms.IntegerField(label=F["last"], min_value=1, max_value=500)
    keeper = forms.ChoiceField(label=F["keeper"])

    def __init__(self, *args: Any, keepers: list[tuple[str, str]], **more: Any) -> None:
        super().__init__(*args, **more)
        cast(forms.ChoiceField, self.fields["keeper"]).choices = keepers

    def clean_keeper(self) -> UUID:
        return UUID(self.cleaned_data["keeper"])


class StockForm(forms.Form):
    """What was brought of a good to a place."""

    good = forms.ChoiceField(label=F["good"])
    desk = forms.ChoiceField(label=F["desk"], required=False)
    brought = forms.IntegerField(label=F["brought"], min_value=1, max_value=99999)

    def __init__(self, *args: Any, choices: dict[str, list[tuple[str, str]]], **more: Any) -> None:
        super().__init__(*args, **more)
        for name, offered in choices.items():
            cast(forms.ChoiceField, self.fields[name]).choices = offered


class BookForm(forms.Form):
    """A whole book, as it is copied out of a sheet."""

    lines = forms.CharField(
        label=F["lines"], max_length=60000, widget=forms.Textarea(attrs={"rows": 12}), help_text=phrases.LINES_HINT
    )
    size = forms.IntegerField(
        label=phrases.WAVE_SIZE, min_value=1, max_value=500, initial=11, help_text=phrases.WAVE_HINT
    )

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        if "lines" in given and "size" in given:
            given["book"] = parts_of(given["lines"], given["size"])
        return given


class RiddleForm(forms.Form):
    """One riddle."""

    theme = forms.CharField(label=F["theme"], max_length=10, required=False)
    text = forms.CharField(label=F["text"], max_length=120)
    hint = forms.CharField(label=F["hint"], max_length=20)
    twist = forms.ChoiceField(label=F["twist"], choices=list(phrases.TWISTS.items()))
    answer = forms.CharField(label=F["answer"], max_length=20)
    also = forms.CharField(label=F["also"], max_length=100, required=False, help_text=phrases.ALSO_HINT)
    gloss = forms.CharField(label=F["gloss"], max_length=60, required=False)
    wave = forms.IntegerField(label=F["wave"], min_value=1, max_value=100)

    def line(self, number: int, source: str) -> Line:
        given = self.cleaned_data
        also = tuple(one.strip() for one in given["also"].split("、") if one.strip())
        return Line(**{**given, "also": also, "twist": Twist(given["twist"])}, number=number, source=source)


class CloseForm(forms.Form):
    """Who helped."""

    volunteers = forms.IntegerField(label=F["volunteers"], min_value=0, max_value=9999, initial=0)
    hours = forms.IntegerField(label=F["hours"], min_value=0, max_value=9999, initial=0)
