"""Shapes of what is sent to the pages of ledgers."""

from django import forms


class UploadForm(forms.Form):
    """A sheet to read in."""

    file = forms.FileField(allow_empty_file=True, max_length=200)
    with_hidden = forms.BooleanField(required=False)


class MendForm(forms.Form):
    """One cell of one row."""

    no = forms.IntegerField(min_value=1, max_value=10_000_000)
    field = forms.CharField(max_length=60, required=False)
    value = forms.CharField(max_length=2000, required=False)
    what = forms.ChoiceField(choices=[(one, one) for one in ("mend", "skip", "back")])
