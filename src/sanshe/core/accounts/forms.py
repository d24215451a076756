"""Shapes of input."""

from allauth.core import context
from allauth.mfa.base.forms import AuthenticateForm, ReauthenticateForm
from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from sanshe.core.accounts import actions, adapters, phrases
from sanshe.core.kit import clock
from sanshe.core.kit.refused import Refused
from sanshe.core.privacy.adapters import blind


class PasswordForm(forms.Form):
    """A username and a password."""

    username = forms.CharField(label=_("账号名"), max_length=60)
    password = forms.CharField(label=_("密码"), max_length=200, strip=False, widget=forms.PasswordInput)


class _Counted:
    """The library's form of the second factor, with our count of wrong codes."""

    def clean_code(self) -> str:
        request = context.request
        who = {"account": blind(f"factor:{self.user.pk}"), "user": self.user, "device": adapters.device_mark(request)}
        try:
            actions.count_guess(**who, at=request.received_at, real=clock.real())
        except Refused as refused:
            raise ValidationError(phrases.sentence(refused)) from None
        code = super().clean_code()
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
