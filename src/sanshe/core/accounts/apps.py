"""Accounts: the app."""

from django.apps import AppConfig


class AccountsConfig(AppConfig):
    """The top of the core: it knows the people, everything below knows only their ids."""

    name = "sanshe.core.accounts"
    label = "accounts"

    def ready(self) -> None:
        from sanshe.core.accounts import middleware, phrases, queries
        from sanshe.core.accounts.enums import P
        from sanshe.core.audit import queries as audit
        from sanshe.core.kit.roles import LABELS, Role, grant
        from sanshe.core.ui.queries import BESIDE, DOOR, SENTENCES

        SENTENCES.update(phrases.SENTENCES)
        BESIDE.update(phrases.BESIDE)
        DOOR.fill(middleware.at_the_door)
        grant(Role.DISTRICT_ADMIN, P.READ, P.MANAGE)
        grant(Role.SUBDISTRICT_MANAGER, P.READ, P.MANAGE)
        grant(Role.AUDITOR, P.READ)
        audit.EVENT_LABELS.update(phrases.EVENTS)
        audit.KIND_LABELS.update(phrases.KINDS)
        audit.FIELD_LABELS.update(phrases.FIELDS)
        audit.VALUE_LABELS[("accounts.user", "role_id")] = LABELS
        audit.VALUE_LABELS[("accounts.user", "how")] = phrases.WAYS
        audit.NAMED.add("accounts.user", queries.named)
        audit.NAMES.fill(queries.names_of)
        _define_roles()
        _declare_personal()
        _declare_work()
        _listen()


def _define_roles() -> None:
    from sanshe.core.accounts.phrases import GROUPS as groups
    from sanshe.core.accounts.phrases import ROLES
    from sanshe.core.areas.enums import Level
    from sanshe.core.kit.roles import GROUPS, Role, define

    GROUPS.update(groups)
    wide, admin = (Level.CITY, Level.DISTRICT), (Role.DISTRICT_ADMIN,)
    define(Role.DISTRICT_ADMIN, ROLES[Role.DISTRICT_ADMIN], levels=wide, appointed_by=admin)
    define(Role.AUDITOR, ROLES[Role.AUDITOR], levels=wide, appointed_by=admin)
    manager, worker = Role.SUBDISTRICT_MANAGER, Role.COMMUNITY_WORKER
    define(manager, ROLES[manager], levels=(Level.SUBDISTRICT,), appointed_by=admin, appoints=(worker,), group="local")
    define(worker, ROLES[worker], levels=(Level.COMMUNITY,), appointed_by=admin, group="local")
    rep = Role.ORGANISATION_REP
    define(rep, ROLES[rep], levels=Level, appointed_by=admin, group="organisation", is_office=False)


def _declare_personal() -> None:
    from sanshe.core.accounts import actions
    from sanshe.core.accounts import phrases as p
    from sanshe.core.kit import clock
    from sanshe.core.privacy.enums import Mask
    from sanshe.core.privacy.queries import PERSONAL, PURGES
    from sanshe.core.privacy.types import PersonalField, Purge

    PURGES.add("accounts.stash", Purge(("accounts.Stash.fields",), lambda at: actions.sweep_unsent(real=clock.real())))
    fields = (("User", "name", "name", Mask.NAME), ("User", "phone", "phone", Mask.PHONE))
    for model, field, key, mask in (*fields, ("Stash", "fields", "stash", Mask.HIDDEN)):
        why = (p.LABELS[key], p.PURPOSES[key], p.BASES[key], p.RETENTIONS[key])
        told = PersonalField(f"accounts.{model}", field, *why, mask, is_archive=model == "User")
        PERSONAL.add(f"accounts.{model}.{field}".lower(), told)


def _declare_work() -> None:
    from sanshe.core.accounts import ledgers, phrases, queries, tasks
    from sanshe.core.accounts.actions.leaving import GIVEN, LEFT, follow_terms, move_terms
    from sanshe.core.accounts.actions.people import CHANGED, LINK
    from sanshe.core.accounts.actions.phone import SIGN_IN
    from sanshe.core.accounts.views import uploads
    from sanshe.core.areas.queries import MOVINGS
    from sanshe.core.areas.types import Moving
    from sanshe.core.files import queries as files
    from sanshe.core.notices.queries import TEMPLATES
    from sanshe.core.notices.types import Template
    from sanshe.core.parties.queries import FOLLOWERS

    TEMPLATES.add(SIGN_IN.template, Template(phrases.CODE_TITLE, phrases.CODE_TEXT))
    TEMPLATES.add(LINK, Template(phrases.LINK_TITLE, phrases.LINK_TEXT))
    TEMPLATES.add(CHANGED, Template(phrases.CHANGED_TITLE, phrases.CHANGED_TEXT, sms=False))
    TEMPLATES.add(GIVEN, Template(phrases.GIVEN_TITLE, phrases.GIVEN_TEXT, sms=False))
    TEMPLATES.add(LEFT, Template(phrases.LEFT_TITLE, phrases.LEFT_TEXT, sms=False))
    files.count_file.fill(uploads.count)
    files.forgive_file.fill(uploads.forgive)
    moved = Moving("accounts.terms", phrases.TERMS, lambda path, at: queries.terms_in(path, at).count(), move_terms)
    MOVINGS.add(moved.code, moved)
    FOLLOWERS.append(follow_terms)
    tasks.register()
    ledgers.declare()


def _listen() -> None:
    from allauth.mfa.models import Authenticator
    from django.db.models.signals import post_delete, post_save

    from sanshe.core.accounts.actions import factors

    post_save.connect(factors.added, sender=Authenticator, dispatch_uid="accounts.factor_added")
    post_delete.connect(factors.removed, sender=Authenticator, dispatch_uid="accounts.factor_removed")
