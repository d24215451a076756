"""The code that goes to the signer's own telephone. It is good for the text that was shown, and for no other."""

from datetime import datetime, timedelta
from uuid import UUID

from sanshe.core.accounts import actions as accounts
from sanshe.core.accounts.types import CodeUse
from sanshe.core.kit.digest import fingerprint_bytes
from sanshe.core.signing.types import Proof

USE = CodeUse("signing.sign", timedelta(minutes=5), 3, "signing.code")


def send_code(
    *, phone: str, title: str, text: str, device: str, address: str = "", at: datetime, real: datetime
) -> None:
    """Send a code for signing this text, by the title its signer reads in the message."""
    where = {"device": device, "address": address, "about": fingerprint_bytes(text.encode())}
    accounts.send_code(phone=phone, at=at, real=real, use=USE, title=title, **where)


def prove(*, phone: str, code: str, text: str, device: str, real: datetime) -> Proof:
    """Spend the code that was sent for this text. Runs outside a transaction: a wrong try stays counted."""
    asked: dict[str, str] = {"phone": phone, "code": code, "device": device, "about": fingerprint_bytes(text.encode())}
    spent: UUID = accounts.prove_phone(**asked, real=real, use=USE)
    return Proof(code=spent, device=device)
