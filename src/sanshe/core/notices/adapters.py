"""The way out for text messages and mail: a gateway that speaks HTTP, a server that speaks SMTP, each by settings."""

import json
import urllib.error
import urllib.request
from http import HTTPStatus
from typing import Any

from django.conf import settings
from django.core.mail import EmailMessage

SECONDS = 10
LATER = (HTTPStatus.REQUEST_TIMEOUT, HTTPStatus.TOO_EARLY, HTTPStatus.TOO_MANY_REQUESTS)  # asked again, as all of 500


class NoGateway(Exception):
    """No gateway is set up, and this is no demo."""


class NotTaken(Exception):
    """The gateway will never take this message: a wrong number, a text it does not allow."""


class _Straight(urllib.request.HTTPRedirectHandler):
    """A gateway does not move: telephone numbers go to the address that was set up and to no other."""

    def redirect_request(self, *args: Any, **kwargs: Any) -> None:
        return None


_gateway = urllib.request.build_opener(_Straight)


def send_sms(phone: str, text: str, key: str) -> None:
    """Hand a text message to the gateway, once for a key. A demo sends none: it stands in 演示短信箱."""
    if settings.IS_DEMO:
        return
    if not settings.SMS_URL:
        raise NoGateway
    said = json.dumps({"id": key, "phone": phone, "text": text}, ensure_ascii=False).encode()
    headers = {"Content-Type": "application/json; charset=utf-8", "Idempotency-Key": key}
    if settings.SMS_KEY:
        headers["Authorization"] = f"Bearer {settings.SMS_KEY}"
    try:
        _gateway.open(urllib.request.Request(settings.SMS_URL, said, headers), timeout=SECONDS).close()
    except urllib.error.HTTPError as fault:
        if HTTPStatus.BAD_REQUEST <= fault.code < HTTPStatus.INTERNAL_SERVER_ERROR and fault.code not in LATER:
            raise NotTaken(str(fault.code)) from fault
        raise


def has_mail() -> bool:
    """Whether a mail server is set up; in a demo nothing leaves the house."""
    return bool(settings.EMAIL_HOST) and not settings.IS_DEMO


def send_mail(address: str, title: str, text: str) -> None:
    """Hand a mail to the server; raises when it was not taken, so that it is tried again."""
    if not has_mail():
        raise NoGateway
    EmailMessage(title, text, settings.DEFAULT_FROM_EMAIL, [address]).send()
