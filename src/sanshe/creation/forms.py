"""What is typed about creation; the rules judge it in the action."""

from typing import Any, cast

from django import forms

from sanshe.creation import phrases
from sanshe.creation.enums import Ground, Level, Source
from sanshe.creation.types import Criterion

F, H = phrases.FIELDS, phrases.HINTS
MARKS = {"记录": Source.RECORD, "交警": Source.POLICE}


def _day(label: Any) -> forms.DateField:
    return forms.DateField(label=label, widget=forms.DateInput(attrs={"type": "date"}))


def _choices(form: forms.Form, name: str, given: list[tuple[str, str]]) -> None:
    cast(forms.ChoiceField, form.fields[name]).choices = given


class SchemeForm(forms.Form):
    """A new scheme."""

    office = forms.ChoiceField(label=F["office"])
    name = forms.CharField(label=F["name"], max_length=30)
    number_prefix = forms.CharField(label=F["prefix"], max_length=12, help_text=H["prefix"])
    months = forms.IntegerField(label=F["months"], min_value=1, max_value=60, initial=12)
    share = forms.IntegerField(label=F["share"], min_value=1, max_value=100, initial=60)
    grounds = forms.MultipleChoiceField(
        label=F["grounds"],
        choices=list(phrases.GROUNDS.items()),
        initial=list(Ground),
        widget=forms.CheckboxSelectMultiple,
    )

    def __init__(self, *args: Any, offices: list[tuple[str, str]], **more: Any) -> None:
        super().__init__(*args, **more)
        _choices(self, "office", offices)


class StandardForm(forms.Form):
    """The criteria of a level, a line each: in words, or behind 记录： the name of a record, or behind 交警：."""

    level = forms.ChoiceField(label=F["level"], choices=list(phrases.LEVELS.items()))
    criteria = forms.CharField(label=F["criteria"], max_length=2000, widget=forms.Textarea, help_text=H["criteria"])

    def __init__(self, *args: Any, records: list[tuple[str, str]], **more: Any) -> None:
        super().__init__(*args, **more)
        self.records = {label: code for code, label in records}

    def clean_level(self) -> Level:
        return Level(self.cleaned_data["level"])

    def clean_criteria(self) -> list[Criterion]:
        lines = [line.strip() for line in self.cleaned_data["criteria"].splitlines() if line.strip()]
        return [self._criterion(no, line) for no, line in enumerate(lines, start=1)]

    def _criterion(self, no: int, line: str) -> Criterion:
        """记录：讲座；办过讲座，讲过案例 names a record and then what it shows."""
        mark, colon, rest = line.partition("：")
        if not colon or mark not in MARKS:
            return Criterion(no, line, Source.WORDS)
        if MARKS[mark] == Source.POLICE:
            return Criterion(no, rest.strip(), Source.POLICE)
        label, _semicolon, text = rest.partition("；")
        return Criterion(no, text.strip(), Source.RECORD, self.records.get(label.strip(), ""))


class DeclareForm(forms.Form):
    """Who means to be named in which scheme."""

    scheme = forms.ChoiceField(label=F["scheme"])
    applicant = forms.ChoiceField(label=F["applicant"])

    def __init__(
        self, *args: Any, schemes: list[tuple[str, str]], applicants: list[tuple[str, str]], **more: Any
    ) -> None:
        super().__init__(*args, **more)
        _choices(self, "scheme", schemes)
        _choices(self, "applicant", applicants)


class AwardForm(forms.Form):
    """From which day on."""

    starts_on = _day(F["starts_on"])


class TipForm(forms.Form):
    """What somebody saw; who it was may stay unsaid."""

    text = forms.CharField(label=F["text"], max_length=500, widget=forms.Textarea)
    seen_on = _day(F["seen_on"])
    name = forms.CharField(label=F["tipster"], max_length=20, required=False, help_text=H["optional"])
    phone = forms.CharField(label=F["phone"], max_length=20, required=False)
