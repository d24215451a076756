"""What is typed about a member of a panel."""

from typing import Any

from django import forms

from sanshe.incubation.phrases.panel import panel as words


class MemberForm(forms.Form):
    """Who sits, for which side; employer and phone only serve to find relations."""

    person = forms.ChoiceField(label=words.MEMBER["person"])
    side = forms.ChoiceField(label=words.MEMBER["side"], choices=list(words.SIDES.items()))
    title = forms.CharField(label=words.MEMBER["title"], max_length=60, required=False)
    employer = forms.CharField(label=words.MEMBER["employer"], max_length=60, required=False)
    phone = forms.CharField(label=words.MEMBER["phone"], max_length=20, required=False)
    is_chair = forms.BooleanField(label=words.MEMBER["is_chair"], required=False)

    def __init__(self, *args: Any, people: list[tuple[str, str]], **more: Any) -> None:
        super().__init__(*args, **more)
        self.fields["person"].choices = people  # type: ignore[attr-defined]  # a choice field
