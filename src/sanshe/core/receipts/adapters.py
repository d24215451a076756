"""Our edge to the databases' faults and to signing."""

import errno
import hashlib
import json
from collections.abc import Iterable
from contextvars import ContextVar
from datetime import datetime
from typing import Any
from urllib.parse import urlsplit

import msgspec
from django.conf import settings
from django.contrib.staticfiles.storage import staticfiles_storage
from django.core import signing
from django.core.files.uploadedfile import UploadedFile
from django.db import InterfaceError, OperationalError
from django.http import HttpRequest, HttpResponse
from django.utils.encoding import iri_to_uri

from sanshe.core.kit.hook import Hook
from sanshe.core.kit.plain import is_plain, plain, plainly
from sanshe.core.receipts import rules
from sanshe.core.receipts.enums import Trouble

SALT = "sanshe.receipts.received"
STANDBY_WARNING = "canceling wait for synchronous replication"
# Asked inside the transaction of every write, before its view: the request, the view, what fills its address.
before_write: Hook[[HttpRequest, object, Iterable[object]], None] = Hook(lambda request, view, blanks: None)
_unconfirmed: ContextVar[bool] = ContextVar("unconfirmed", default=False)


class UnknownCommit(Exception):
    """The database said the commit succeeded, and warned that the standby has not confirmed it."""


def trouble_in(fault: BaseException) -> Trouble | None:
    """The passing trouble behind an exception; None when it is a fault of the program."""
    if isinstance(fault, UnknownCommit):
        return Trouble.UNKNOWN_COMMIT
    if isinstance(fault, OSError) and fault.errno in (errno.ENOSPC, errno.EDQUOT):
        return Trouble.FULL
    if isinstance(fault, InterfaceError):
        return Trouble.BUSY
    if isinstance(fault, OperationalError):
        cause = fault.__cause__
        if (state := getattr(cause, "sqlstate", None)) or hasattr(cause, "sqlstate"):
            return rules.trouble_of_postgres(state)
        return rules.trouble_of_sqlite(str(fault))
    return None


def listen(sender: object, connection: Any, **kwargs: Any) -> None:
    """Hear PostgreSQL's warnings on a new connection (`connection_created`)."""
    if connection.vendor == "postgresql" and not getattr(connection.connection, "sanshe_listens", False):
        connection.connection.add_notice_handler(_hear)
        connection.connection.sanshe_listens = True


def _hear(notice: Any) -> None:
    if STANDBY_WARNING in (notice.message_primary or ""):
        _unconfirmed.set(True)


def forget_warnings() -> None:
    """Before a transaction: what was heard earlier does not concern it."""
    _unconfirmed.set(False)


def insist_on_commit() -> None:
    """After a transaction: raise `UnknownCommit` when the standby did not confirm it."""
    if _unconfirmed.get():
        _unconfirmed.set(False)
        raise UnknownCommit


def digest_of(request: HttpRequest) -> str:
    """The fingerprint of what a request asks. Reads forms, files and bodies; leaves files at their beginning."""
    query = iri_to_uri(request.META.get("QUERY_STRING", "")).encode()  # as `get_full_path` has it sent again
    if request.content_type in ("application/x-www-form-urlencoded", "multipart/form-data"):
        fields = [(name, value) for name, values in request.POST.lists() for value in values]
        files = [(name, _digest(file)) for name, found in request.FILES.lists() for file in found]
        return rules.fingerprint(fields, files, b"", query)
    return rules.fingerprint((), (), request.body, query)


def holds_null(request: HttpRequest) -> bool:
    """Whether an address, a form or JSON holds U+0000, which no person types and PostgreSQL keeps in no text."""
    if "\x00" in request.path or "%00" in request.META.get("QUERY_STRING", ""):
        return True
    if request.content_type == "application/json":
        return b"\\u0000" in request.body
    return any("\x00" in value for _name, values in request.POST.lists() for value in values)


def make_plain(request: HttpRequest) -> None:
    """Take out of a form or JSON, before anybody reads it, what nobody sees and what turns text around."""
    if request.content_type == "application/json":
        _make_json_plain(request)
    elif not all(is_plain(value) for _name, values in request.POST.lists() for value in values):
        fields = request.POST.copy()
        for name, values in request.POST.lists():
            fields.setlist(name, [plain(value) for value in values])
        request.POST = fields  # type: ignore[assignment]  # a form may be put in the place of one


def _make_json_plain(request: HttpRequest) -> None:
    if is_plain(request.body.decode("utf-8", "replace")) and b"\\u" not in request.body:
        return
    try:
        request._body = json.dumps(plainly(json.loads(request.body))).encode()  # its place
    except (ValueError, RecursionError):
        return  # no JSON: its reader says so


def _digest(file: UploadedFile) -> bytes:
    found = hashlib.sha256((file.name or "").encode())
    for chunk in file.chunks():
        found.update(chunk)
    file.seek(0)
    return found.digest()


def sign_received(request_id: str, path: str, digest: str, at: datetime) -> str:
    """A receipt time that only this request, to this address and with this content, can show again."""
    return signing.dumps([request_id, path, digest, at.isoformat()], salt=SALT, compress=True)


def read_received(text: str, request_id: str, path: str, digest: str) -> datetime | None:
    """The time of a signed receipt not older than ten minutes; None when it is not for this request or spoilt."""
    try:
        *signed, at = signing.loads(text, salt=SALT, max_age=rules.HONOURED_SECONDS)
    except (signing.BadSignature, ValueError, TypeError):
        return None
    return datetime.fromisoformat(at) if signed == [request_id, path, digest] else None


def is_from_here(request: HttpRequest) -> bool:
    """Whether a browser says that it sends from a page of ours. Every browser tells one of the two on a write."""
    told = request.headers.get("Origin") or request.headers.get("Referer", "")
    origin = "{0.scheme}://{0.netloc}".format(urlsplit(told))
    return origin in (f"{request.scheme}://{request.get_host()}", *settings.CSRF_TRUSTED_ORIGINS)


def page_behind(request: HttpRequest) -> str:
    """The page of ours that a form stood on; else the address it was sent to."""
    page = urlsplit(request.headers.get("Referer", ""))
    is_ours = page.netloc == request.get_host() and page.path.startswith("/") and not page.path.startswith("//")
    return f"{page.path}?{page.query}".rstrip("?") if is_ours else request.path


def script_url() -> str:
    """Where the script of the 503 page lies; a page for bad times must not fail for want of a manifest."""
    try:
        return staticfiles_storage.url("receipts/again.js")
    except ValueError:
        return f"{settings.STATIC_URL}receipts/again.js"


def as_json(value: Any) -> HttpResponse:
    """A large answer to a program, written at once; times as RFC 3339, words of the interface in its language."""
    return HttpResponse(msgspec.json.encode(value, enc_hook=str), content_type="application/json")
