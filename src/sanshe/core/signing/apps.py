"""Signing: the app."""

from django.apps import AppConfig


class SigningConfig(AppConfig):
    """Above accounts, whose codes prove a telephone. What follows from a signature is decided by its app."""

    name = "sanshe.core.signing"
    label = "signing"

    def ready(self) -> None:
        from sanshe.core.audit import queries as audit  # models are loaded only now
        from sanshe.core.notices.queries import TEMPLATES
        from sanshe.core.notices.types import Template
        from sanshe.core.signing import actions, phrases
        from sanshe.core.signing.enums import Fault, Grade
        from sanshe.core.ui.queries import BESIDE, SENTENCES, WORDS

        SENTENCES.update(phrases.SENTENCES)
        BESIDE.update(phrases.BESIDE)
        WORDS[Grade] = phrases.GRADES
        WORDS[Fault] = phrases.FAULTS
        audit.EVENT_LABELS.update(phrases.EVENTS)
        audit.KIND_LABELS.update(phrases.KINDS)
        audit.FIELD_LABELS.update(phrases.RECORD_FIELDS)
        TEMPLATES.add(actions.USE.template, Template(phrases.CODE_TITLE, phrases.CODE_TEXT))
        _declare_personal()


def _declare_personal() -> None:
    from sanshe.core.privacy.enums import Mask
    from sanshe.core.privacy.queries import PERSONAL, PURGES
    from sanshe.core.privacy.types import PersonalField, Purge
    from sanshe.core.signing import phrases as p
    from sanshe.core.signing.actions import destroy_over

    fields = (
        ("Signature", "name", Mask.NAME),
        ("Signature", "phone", Mask.PHONE),
        ("Signature", "witness", Mask.NAME),
        ("Signature", "salt", Mask.HIDDEN),
        ("ShownText", "content", Mask.HIDDEN),
    )
    for model, field, mask in fields:
        told = PersonalField(f"signing.{model}", field, p.FIELDS[field], p.PURPOSE, p.BASIS, p.RETENTION, mask)
        PERSONAL.add(f"signing.{model}.{field}".lower(), told)
    PURGES.add(
        "signing.signatures", Purge(tuple(f"signing.{model}.{field}" for model, field, _ in fields), destroy_over)
    )
