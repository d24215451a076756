"""What is typed about a person."""

from typing import Any

from django import forms

from sanshe.core.parties import phrases

F = phrases.PERSON


class NewPersonForm(forms.Form):
    """A telephone, by which a person is known, and a name."""

    phone = forms.CharField(label=F["phone"], max_length=20)
    name = forms.CharField(label=F["name"], max_length=20, required=False)
    area_path = forms.ChoiceField(label=F["area_path"])

    def __init__(self, *args: Any, districts: list[tuple[str, str]], **more: Any) -> None:
        super().__init__(*args, **more)
        self.fields["area_path"].choices = districts  # type: ignore[attr-defined]  # a choice field


class CorrectForm(forms.Form):
    """What is put right, and why; what is left blank stays."""

    name = forms.CharField(label=F["name"], max_length=20, required=False, help_text=phrases.STAYS)
    phone = forms.CharField(label=F["phone"], max_length=20, required=False, help_text=phrases.STAYS)
    reason = forms.CharField(label=F["reason"], max_length=200)
    version = forms.IntegerField(widget=forms.HiddenInput)
