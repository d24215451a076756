"""Shapes of input."""

from collections.abc import Iterable, Sequence
from typing import Any, cast

from allauth.core import context
from allauth.mfa.base.forms import AuthenticateForm, ReauthenticateForm
from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from sanshe.core.accounts import actions, adapters, phrases, rules
from sanshe.core.accounts.enums import P
from sanshe.core.kit import clock
from sanshe.core.kit.access import Actor
from sanshe.core.kit.refused import Refused
from sanshe.core.kit.roles import ROLES
from sanshe.core.privacy.adapters import blind


class PasswordForm(forms.Form):
    """A username and a password."""

    username = forms.CharField(label=_("账号名"), max_length=60)
    password = forms.CharField(label=_("密码"), max_length=200, strip=False, widget=forms.PasswordInput)


class _Counted:
    """The library's form of the second factor, with our count of wrong codes."""

    user: Any

    def clean_code(self) -> str:
        request = context.request
        who = {"account": blind(f"factor:{self.user.pk}"), "user": self.user, "device": adapters.device_mark(request)}
        try:
            actions.count_guess(**who, at=request.received_at, real=clock.real())
        except Refused as refused:
            raise ValidationError(phrases.sentence(refused)) from None
        code = super().clean_code()  # type: ignore[misc]  # the library's form stands behind this one
        try:
            actions.spend_code(user=self.user, code=code, real=clock.real())
        except Refused as refused:
            raise ValidationError(phrases.sentence(refused)) from None
        actions.forgive(**who)
        return code


class FactorForm(_Counted, AuthenticateForm):
    """While signing in."""


class FactorAgainForm(_Counted, ReauthenticateForm):
    """Before something that asks for the factor again."""


class PhoneForm(forms.Form):
    """A phone number."""

    phone = forms.CharField(label=_("手机号"), max_length=30)


class CodeForm(forms.Form):
    """The code that was sent."""

    code = forms.CharField(label=_("登录码"), max_length=12)


class NewPasswordForm(forms.Form):
    """A new password, twice."""

    password = forms.CharField(label=_("新密码"), max_length=200, strip=False, widget=forms.PasswordInput)
    again = forms.CharField(label=_("再写一次"), max_length=200, strip=False, widget=forms.PasswordInput)

    def clean(self) -> None:
        if self.cleaned_data.get("password") != self.cleaned_data.get("again"):
            raise ValidationError({"again": _("两次写的不一样。")})


DAY = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")


class AppointForm(forms.Form):
    """Who, in which role, for which area, until when. An account that is not there yet is made."""

    account = forms.CharField(label=_("账号名或手机号"), max_length=60)
    name = forms.CharField(label=_("姓名"), max_length=60, required=False, help_text=_("新的人才要写"))
    phone = forms.CharField(
        label=_("本人手机号"), max_length=20, required=False, help_text=_("新的人才要写：设密码的链接发到这里")
    )
    role = forms.ChoiceField(label=_("角色"))
    area_path = forms.CharField(label=_("区域"), max_length=15, help_text=_("写名称找，选中的是代码"))
    organisation = forms.UUIDField(label=_("组织"), required=False, widget=forms.HiddenInput)
    duty = forms.CharField(label=_("职责"), max_length=60, required=False, help_text=_("代班、评委哪一方，可以空着"))
    starts = forms.DateField(label=_("从哪天"), required=False, help_text=_("空着就是今天"), widget=DAY)
    ends = forms.DateField(label=_("到哪天"), required=False, help_text=_("空着就是不定期"), widget=DAY)

    def __init__(self, *args: Any, actor: Actor, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["area_path"].initial = next(iter(actor.paths(P.MANAGE)), "")
        self.fields["area_path"].widget.attrs |= {"list": "areas", "autocomplete": "off"}
        roles = {role for path in actor.paths(P.MANAGE) for role in rules.appointable(actor, path)}
        cast(forms.ChoiceField, self.fields["role"]).choices = [(r.code, r.label) for r in ROLES if r.code in roles]

    def clean_area_path(self) -> str:
        """A code as printed (140213003000) or a path (140213003)."""
        return rules.path_of(self.cleaned_data["area_path"])


def _people(users: Iterable[Any]) -> list[tuple[str, str]]:
    return [("", str(_("选一个人"))), *((str(one.pk), one.name) for one in users)]


class SuccessorForm(forms.Form):
    """Who goes on with what somebody leaves open."""

    successor = forms.ChoiceField(label=_("谁接"))

    def __init__(self, *args: Any, successors: Sequence[Any], **more: Any) -> None:
        super().__init__(*args, **more)
        self.people = {str(one.pk): one for one in successors}
        cast(forms.ChoiceField, self.fields["successor"]).choices = _people(successors)

    def clean_successor(self) -> Any:
        return self.people.get(self.cleaned_data["successor"])


class EndForm(SuccessorForm):
    """When a term ends, who goes on, and why."""

    at_once = forms.BooleanField(label=_("马上结束，不等到今天 24 时"), required=False)
    note = forms.CharField(label=_("原因"), max_length=200, required=False)

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        self.fields["successor"].required = False  # with nothing in hand nobody need go on
