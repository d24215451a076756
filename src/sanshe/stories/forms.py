"""What is typed by who proposes and who writes; the rules judge it in the action."""

from typing import Any, cast

from django import forms

from sanshe.stories import phrases
from sanshe.stories.enums import Trait

F = phrases.FIELDS


def _choices(form: forms.Form, name: str, choices: list[tuple[str, Any]]) -> None:
    cast(forms.ChoiceField, form.fields[name]).choices = choices


class LeadForm(forms.Form):
    """A story that somebody might tell."""

    title = forms.CharField(label=F["title"], max_length=60)
    area_path = forms.ChoiceField(label=F["area_path"])
    teller_name = forms.CharField(label=F["teller_name"], max_length=20)
    teller_user = forms.CharField(label=F["teller_user"], max_length=30, required=False, help_text=phrases.USER_HINT)
    part = forms.CharField(label=F["part"], max_length=40, required=False)
    case_number = forms.CharField(label=F["case_number"], max_length=20, required=False)
    why = forms.CharField(label=F["why"], max_length=200, required=False)

    def __init__(self, *args: Any, places: list[tuple[str, Any]], **more: Any) -> None:
        super().__init__(*args, **more)
        _choices(self, "area_path", places)


class HeadForm(forms.Form):
    """Title and the lines around it."""

    title = forms.CharField(label=F["title"], max_length=60)
    kick = forms.CharField(label=F["kick"], max_length=60, required=False)
    deck = forms.CharField(label=F["deck"], max_length=200, required=False, widget=forms.Textarea(attrs={"rows": 3}))
    part = forms.CharField(label=F["part"], max_length=40, required=False)
    teller = forms.ChoiceField(label=F["teller"], required=False)

    def __init__(self, *args: Any, people: list[tuple[str, Any]], **more: Any) -> None:
        super().__init__(*args, **more)
        _choices(self, "teller", [("", phrases.NOT_CHOSEN), *people])


class SentenceForm(forms.Form):
    """One sentence and what it rests on."""

    text = forms.CharField(label=F["text"], max_length=300, widget=forms.Textarea(attrs={"rows": 3}))
    basis = forms.ChoiceField(label=F["basis"], choices=list(phrases.BASES.items()))
    case = forms.CharField(label=F["case"], max_length=20, required=False, help_text=phrases.CASE_HINT)
    event = forms.CharField(label=F["event"], max_length=60, required=False)
    sources = forms.CharField(label=F["sources"], max_length=100, required=False, help_text=phrases.SOURCES_HINT)
    person = forms.ChoiceField(label=F["person"], required=False, help_text=phrases.PERSON_HINT)

    def __init__(self, *args: Any, people: list[tuple[str, Any]], **more: Any) -> None:
        super().__init__(*args, **more)
        _choices(self, "person", [("", phrases.NOBODY), *people])


class TraitsForm(forms.Form):
    """What would let somebody be recognised."""

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        for one in Trait:
            self.fields[str(one)] = forms.CharField(label=phrases.TRAITS[one], max_length=200, required=False)

    def looked(self) -> dict[Trait, str]:
        return {one: self.cleaned_data[str(one)] for one in Trait}


class CorrectForm(forms.Form):
    """A sentence of a published piece, put right."""

    text = forms.CharField(label=F["text"], max_length=300, widget=forms.Textarea(attrs={"rows": 3}))
    reason = forms.CharField(label=F["reason"], max_length=200, required=False)
