"""Parties: the app."""

from django.apps import AppConfig


class PartiesConfig(AppConfig):
    """Above areas, below accounts."""

    name = "sanshe.core.parties"
    label = "parties"

    def ready(self) -> None:
        from sanshe.core.areas.queries import MOVINGS  # models are loaded only now
        from sanshe.core.areas.types import Moving
        from sanshe.core.audit import queries as audit
        from sanshe.core.kit.roles import Role, grant
        from sanshe.core.parties import actions, ledgers, phrases, queries
        from sanshe.core.parties.enums import P
        from sanshe.core.search.queries import KINDS
        from sanshe.core.search.types import SearchKind
        from sanshe.core.ui.queries import BESIDE, MASTHEADS, SENTENCES

        SENTENCES.update(phrases.SENTENCES)
        BESIDE.update(phrases.BESIDE)
        grant(Role.DISTRICT_ADMIN, P.READ, P.WRITE, P.REVEAL, P.OFFICES)
        grant(Role.DISTRICT_ADMIN, P.PERSONS_READ, P.PERSONS_WRITE, P.PERSONS_REVEAL)
        grant(Role.AUDITOR, P.PERSONS_READ)
        for role in (Role.AUDITOR, Role.SUBDISTRICT_MANAGER, Role.COMMUNITY_WORKER, Role.ORGANISATION_REP):
            grant(role, P.READ)
        audit.EVENT_LABELS.update(phrases.EVENTS)
        audit.NAMED.add("parties.organisation", queries.names)
        audit.NAMED.add("parties.office", queries.office_names)
        audit.KIND_LABELS.update(phrases.KINDS)
        audit.FIELD_LABELS.update(phrases.FIELDS)
        found = SearchKind(phrases.FOUND, "人", queries.findable, queries.search_entries, order=10)
        KINDS.add("parties.organisation", found)
        MASTHEADS.fill(queries.masthead)
        ledgers.declare()
        _declare_personal()
        queries.FOLLOWERS.append(actions.follow_offices)
        moved = Moving("parties.organisations", phrases.FOUND, queries.standing_in, actions.move_organisations)
        MOVINGS.add(moved.code, moved)


def _declare_personal() -> None:
    from sanshe.core.parties import phrases
    from sanshe.core.parties.actions import SECRET, purge_persons
    from sanshe.core.privacy.enums import Mask
    from sanshe.core.privacy.queries import PERSONAL, PURGES
    from sanshe.core.privacy.types import PersonalField, Purge

    masks = {"name": Mask.NAME, "phone": Mask.PHONE, "account": Mask.ACCOUNT}
    for field in SECRET:
        rest = (phrases.FIELDS[field], phrases.PURPOSE, phrases.BASIS, phrases.RETENTION, masks[field.split("_")[1]])
        PERSONAL.add(f"parties.organisation.{field}", PersonalField("parties.Organisation", field, *rest, True))
    PURGES.add("parties.persons", Purge(("parties.Person.name", "parties.Person.phone"), purge_persons))
    for field in ("name", "phone"):
        why = (phrases.PERSON[field], phrases.PERSON_PURPOSE, phrases.PERSON_BASIS, phrases.PERSON_RETENTION)
        PERSONAL.add(f"parties.person.{field}", PersonalField("parties.Person", field, *why, masks[field]))
