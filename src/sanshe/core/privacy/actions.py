"""Make keys, and write everything anew with the newest."""

from collections.abc import Callable

from django.db import models, transaction

from sanshe.core.kit.refused import Refused
from sanshe.core.privacy.adapters import key_file, read_ring, write_ring
from sanshe.core.privacy.enums import R
from sanshe.core.privacy.fields import EncryptedText
from sanshe.core.privacy.queries import encrypted_fields, raw
from sanshe.core.privacy.rules import cipher, keys
from sanshe.core.privacy.types import KeyRing

BATCH = 500


def make_keys() -> None:
    """The first keys of a new place; nothing when they are there. Raises `Refused` DATA_EXISTS."""
    if key_file().exists():
        return
    if any(raw(model, field).exists() for model, field in encrypted_fields()):
        raise Refused(R.DATA_EXISTS)
    write_ring(cipher.new_ring(), fresh=True)


def add_key() -> str:
    """A new key that writes from now on; the old ones still read. Returns its id."""
    ring, name = read_ring(), cipher.new_id()
    write_ring(KeyRing(ring.keys | {name: cipher.new_key()}, ring.blind))
    return name


def rekey(*, progress: Callable[[int], object] | None = None) -> int:
    """Write every encrypted value anew that an older key wrote; returns how many. May be stopped and run again."""
    done = 0
    for model, field in encrypted_fields():
        while n := _batch(model, field):
            done += n
            if progress:
                progress(done)
    return done


def _older(model: type[models.Model], field: EncryptedText) -> models.QuerySet:
    return raw(model, field).exclude(raw__startswith=cipher.prefix(keys.ring()))


@transaction.atomic
def _batch(model: type[models.Model], field: EncryptedText) -> int:
    """A value somebody changed meanwhile is left alone: the newest key wrote it."""
    rows = list(_older(model, field).order_by("pk").values_list("pk", "raw", field.name)[:BATCH])
    for pk, stored, plain in rows:
        raw(model, field).filter(pk=pk, raw=stored).update(**{field.name: plain})
    return len(rows)
