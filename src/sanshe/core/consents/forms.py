"""What is typed by who asks, and by who is asked; the rules judge it in the action."""

from collections.abc import Iterable
from typing import Any

from django import forms

from sanshe.core.consents import phrases
from sanshe.core.consents.enums import Capacity, Medium
from sanshe.core.consents.types import Answer, Asked

F = phrases.FIELDS


class AskForm(forms.Form):
    """Whom to ask, about what."""

    name = forms.CharField(label=F["name"], max_length=20)
    phone = forms.CharField(label=F["phone"], max_length=30, widget=forms.TextInput(attrs={"inputmode": "tel"}))
    part = forms.CharField(label=F["part"], max_length=40, help_text=phrases.PART_HINT)
    asked_media = forms.MultipleChoiceField(
        label=F["asked_media"], choices=list(phrases.MEDIA.items()), required=False, widget=forms.CheckboxSelectMultiple
    )
    months = forms.IntegerField(label=F["months"], initial=12)
    answer_by = forms.DateField(label=F["answer_by"], widget=forms.DateInput(attrs={"type": "date"}))
    capacity = forms.ChoiceField(
        label=F["capacity"], choices=list(phrases.CAPACITIES.items()), required=False, initial=Capacity.OWN
    )
    guardian = forms.CharField(label=F["guardian"], max_length=20, required=False, help_text=phrases.GUARDIAN_HINT)

    def asked(self) -> Asked:
        given = self.cleaned_data
        return Asked(
            media=tuple(Medium(one) for one in given["asked_media"]), part=given["part"], months=given["months"],
            answer_by=given["answer_by"], capacity=Capacity(given["capacity"] or Capacity.OWN),
            guardian=given["guardian"],
        )  # fmt: skip


class AnswerForm(forms.Form):
    """Yes or no to each medium that was asked about."""

    def __init__(self, *args: Any, media: Iterable[Medium], **more: Any) -> None:
        super().__init__(*args, **more)
        for one in media:
            self.fields[f"say_{one}"] = forms.ChoiceField(
                label=phrases.MEDIA[one], choices=phrases.ANSWERS, widget=forms.RadioSelect, required=False
            )

    def answer(self) -> Answer:
        said = {name.removeprefix("say_"): value for name, value in self.cleaned_data.items() if name[:4] == "say_"}
        given, declined = ([Medium(one) for one, what in said.items() if what == word] for word in ("yes", "no"))
        return Answer(tuple(given), tuple(declined))


class PaperForm(AnswerForm):
    """The same, as it was signed on paper or said at the window."""

    witness = forms.CharField(label=F["witness"], max_length=20, required=False)
    scan = forms.FileField(label=F["scan"], required=False)


class CodeForm(forms.Form):
    """The code that was sent."""

    code = forms.CharField(
        label=F["code"],
        max_length=12,
        widget=forms.TextInput(attrs={"autocomplete": "one-time-code", "inputmode": "numeric"}),
    )


class WithdrawForm(forms.Form):
    """How somebody said that they take it back."""

    how = forms.CharField(label=F["how"], max_length=100, help_text=phrases.HOW_HINT)
