"""What is typed about an office."""

from typing import Any, cast

from django import forms
from django.core.exceptions import ValidationError

from sanshe.core.kit.access import Actor
from sanshe.core.parties import phrases
from sanshe.core.parties.enums import R
from sanshe.core.parties.queries import by_credit_code, places_of_offices

F = phrases.OFFICE
FIXED = ("side", "number_prefix", "short_prefix", "letters", "area_path")


class OfficeForm(forms.Form):
    """A new office; of one that is there, everything but its place and its numbers."""

    name = forms.CharField(label=F["name"], max_length=60)
    side = forms.ChoiceField(label=F["side"], choices=list(phrases.SIDES.items()))
    area_path = forms.ChoiceField(label=F["area_path"])
    number_prefix = forms.CharField(label=F["number_prefix"], max_length=10, help_text=phrases.PREFIX_HINT)
    short_prefix = forms.CharField(label=F["short_prefix"], max_length=4, help_text=phrases.INITIAL_HINT)
    letters = forms.CharField(label=F["letters"], max_length=8, help_text=phrases.LETTERS_HINT)
    operator = forms.CharField(label=F["operator"], max_length=30, required=False, help_text=phrases.OPERATOR_HINT)
    phone = forms.CharField(label=F["phone"], max_length=30)
    address = forms.CharField(label=F["address"], max_length=120)
    hours = forms.CharField(label=F["hours"], max_length=120)
    masthead = forms.CharField(label=F["masthead"], max_length=40, required=False, help_text=phrases.MASTHEAD_HINT)
    version = forms.IntegerField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, actor: Actor, office: Any = None, **more: Any) -> None:
        if office:
            more["initial"] = {name: getattr(office, name) for name in self.base_fields if name != "operator"}
            more["initial"]["operator"] = office.operator.credit_code if office.operator else ""
        super().__init__(*args, **more)
        for name in FIXED if office else ():
            del self.fields[name]
        if not office:
            cast(forms.ChoiceField, self.fields["area_path"]).choices = places_of_offices(actor)

    def clean_operator(self) -> Any:
        """The registered organisation of this credit code."""
        code = self.cleaned_data["operator"].strip()
        found = by_credit_code(code)
        if code and found is None:
            raise ValidationError(phrases.SENTENCES[R.NO_OPERATOR])
        return found

    def facts(self) -> dict[str, Any]:
        return {name: value for name, value in self.cleaned_data.items() if name != "version"}
