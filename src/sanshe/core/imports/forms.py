"""Shapes of what is sent to the pages of imports."""

from collections.abc import Collection

from django import forms
from django.http import QueryDict

from sanshe.core.imports.phrases import NO_FILE
from sanshe.core.imports.rules import MOST_COLUMNS
from sanshe.core.imports.types import Spot


class UploadForm(forms.Form):
    """A sheet to read in."""

    file = forms.FileField(allow_empty_file=True, max_length=200, error_messages={"required": NO_FILE})
    with_hidden = forms.BooleanField(required=False)


class MendForm(forms.Form):
    """One cell of one row."""

    no = forms.IntegerField(min_value=1, max_value=10_000_000)
    field = forms.CharField(max_length=60, required=False)
    value = forms.CharField(max_length=2000, required=False)
    what = forms.ChoiceField(choices=[(one, one) for one in ("mend", "skip", "back")])


class SpotForm(forms.Form):
    """Where the head stands."""

    table = forms.IntegerField(min_value=0, max_value=1_000, required=False)
    row = forms.IntegerField(min_value=0, max_value=1_000, required=False)
    depth = forms.IntegerField(min_value=1, max_value=2, required=False)

    def spot(self) -> Spot | None:
        """The place that was asked for; None where none was."""
        if not self.is_valid() or self.cleaned_data["row"] is None:
            return None
        asked = self.cleaned_data
        return Spot(asked["table"] or 0, asked["row"], asked["depth"] or 1)


def columns_chosen(posted: QueryDict, codes: Collection[str]) -> dict[int, str]:
    """The field that was chosen for each column: c0, c1, …"""
    asked = {place: posted.get(f"c{place}", "") for place in range(MOST_COLUMNS)}
    return {place: code for place, code in asked.items() if code in codes}
