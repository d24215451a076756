"""The way out for text messages and mail."""

from collections.abc import Callable

from django.conf import settings
from django.core.mail import EmailMessage

SENDERS: list[Callable[[str, str], None]] = []  # a deployment's gateway: send(phone, text), raises when it did not go


class NoGateway(Exception):
    """No gateway is set up, and this is no demo."""


def send_sms(phone: str, text: str) -> None:
    """Hand a text message to the gateway. In a demo nothing leaves the house: the message stands in 演示短信箱."""
    if settings.IS_DEMO:
        return
    if not SENDERS:
        raise NoGateway
    SENDERS[0](phone, text)


def has_mail() -> bool:
    """Whether a mail server is set up; in a demo nothing leaves the house."""
    return bool(settings.EMAIL_HOST) and not settings.IS_DEMO


def send_mail(address: str, title: str, text: str) -> None:
    """Hand a mail to the server; raises when it was not taken, so that it is tried again."""
    if not has_mail():
        raise NoGateway
    EmailMessage(title, text, settings.DEFAULT_FROM_EMAIL, [address]).send()
