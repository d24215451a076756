"""What is typed about an organisation. The code and the rest are judged by the rules, in the action."""

from typing import Any, cast

from django import forms

from sanshe.core.kit.access import Actor
from sanshe.core.parties import phrases
from sanshe.core.parties.actions import SECRET
from sanshe.core.parties.enums import Kind, R, Registration
from sanshe.core.parties.queries import places_for

F = phrases.FIELDS


def _text(field: str, length: int, *, required: bool = False) -> forms.CharField:
    return forms.CharField(label=F[field], max_length=length, required=required)


def _initial(organisation: Any) -> dict[str, Any]:
    """What the form shows of a row: nothing personal, which is shown only by an act that goes on record."""
    fields = (name for name in OrganisationForm.base_fields if name not in SECRET)
    return {name: getattr(organisation, name) for name in fields} if organisation else {}


class OrganisationForm(forms.Form):
    """The whole register entry; `version` is the one that was read."""

    name = _text("name", 60, required=True)
    registration = forms.ChoiceField(label=F["registration"], choices=list(phrases.REGISTRATIONS.items()))
    credit_code = _text("credit_code", 30)
    filing_number = _text("filing_number", 40)
    kind = forms.ChoiceField(label=F["kind"], choices=list(phrases.KINDS_OF.items()), initial=Kind.FORMING)
    field = _text("field", 20)
    area_path = forms.ChoiceField(label=F["area_path"])
    address = _text("address", 120)
    head_name = _text("head_name", 20)
    head_phone = _text("head_phone", 20)
    employer = _text("employer", 60)
    contact_name = _text("contact_name", 20)
    contact_phone = _text("contact_phone", 20)
    supervisor_unit = _text("supervisor_unit", 60)
    annual_check = _text("annual_check", 30)
    certificate_until = forms.DateField(
        label=F["certificate_until"], required=False, widget=forms.DateInput(attrs={"type": "date"})
    )
    party_group = _text("party_group", 60)
    party_members = forms.IntegerField(label=F["party_members"], required=False, min_value=0, max_value=9999)
    bank_account = _text("bank_account", 40)
    version = forms.IntegerField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, actor: Actor, organisation: Any = None, **more: Any) -> None:
        super().__init__(*args, **{"initial": _initial(organisation), **more})
        self.organisation = organisation
        cast(forms.ChoiceField, self.fields["area_path"]).choices = places_for(actor)
        for name in SECRET if organisation else ():
            self.fields[name].help_text = phrases.LEAVE_BLANK

    def clean(self) -> dict[str, Any]:
        """A registered one needs its code."""
        given = super().clean() or self.cleaned_data
        if given.get("registration") == Registration.REGISTERED and not given.get("credit_code"):
            self.add_error("credit_code", phrases.SENTENCES[R.CODE_LENGTH].format(n=0))
        return given

    def facts(self) -> dict[str, Any]:
        """What was given: of an organisation that is there, only what changes; a personal field left blank stays."""
        given = {name: value for name, value in self.cleaned_data.items() if name != "version"}
        if self.organisation is None:
            return given
        return {name: value for name, value in given.items() if self._changes(name, value)}

    def _changes(self, name: str, value: Any) -> bool:
        return bool(value) if name in SECRET else value != getattr(self.organisation, name)
