"""What is typed at the desk: a line of the book, and a paper application from it."""

from typing import Any

from django import forms

from sanshe.core.parties.rules import code_fault, tidied
from sanshe.core.ui.queries import say
from sanshe.incubation.phrases.call import application as words
from sanshe.incubation.rules.call.application import REGISTERED, SPOTS, missing, wrong


class ReceiptForm(forms.Form):
    """Who handed in, when; the scan is the signed paper."""

    name = forms.CharField(label=words.RECEIPT["name"], max_length=60)
    received_at = forms.DateTimeField(
        label=words.RECEIPT["received_at"], widget=forms.DateTimeInput(attrs={"type": "datetime-local"})
    )
    scan = forms.FileField(label=words.RECEIPT["scan"])


class PaperForm(forms.Form):
    """The fields of the application, as the paper has them; its undertaking is signed on the paper itself."""

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        for spot in SPOTS:
            if spot.code != "truthful":
                self.fields[spot.code] = _field(spot)

    def clean(self) -> dict[str, Any]:
        """What the form of an applicant would ask for is asked here too, at its field."""
        given = {name: str(value).strip() for name, value in (super().clean() or {}).items()}
        given["credit_code"] = tidied(given.get("credit_code", ""))
        for name in missing({**given, "truthful": "yes"}):
            self.add_error(name, words.STILL_EMPTY)
        for name, why in wrong(given).items():
            self.add_error(name, say(why, {}))
        if given.get("registration") == REGISTERED and (fault := code_fault(given["credit_code"])):
            self.add_error("credit_code", say(fault.code, fault.facts))
        return {**given, "truthful": "yes"}


def _field(spot: Any) -> forms.Field:
    label, hint = words.LABELS[spot.code], words.HINTS.get(spot.code, "")
    if spot.code == "registration":
        return forms.ChoiceField(label=label, choices=list(words.REGISTRATIONS.items()))
    widget = forms.Textarea(attrs={"rows": 3}) if spot.is_long else forms.TextInput()
    return forms.CharField(label=label, max_length=spot.most, required=False, help_text=hint, widget=widget)
