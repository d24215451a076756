"""The notice of a year and the hours of offices, as typed."""

from django import forms
from django.utils.translation import gettext_lazy as _


class YearForm(forms.Form):
    """A year and its special days, one line a day or range."""

    year = forms.IntegerField(label=_("年份"), min_value=2000, max_value=2100)
    days = forms.CharField(
        label=_("放假和上班的日子"),
        help_text=_("一行一段，如：休 01-31 至 02-06；调休上班写：班 01-29。"),
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 10}),
    )


class HoursForm(forms.Form):
    """The hours that offices keep from a day on."""

    starts_on = forms.DateField(label=_("从哪天起"), widget=forms.DateInput(attrs={"type": "date"}))
    spans = forms.CharField(
        label=_("上班时间"), help_text=_("上午和下午各一段，如：8:30-12:00 14:30-18:00。"), max_length=100
    )
