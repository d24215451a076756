"""Creation: the app."""

from django.apps import AppConfig


class CreationConfig(AppConfig):
    """Schemes of naming on three levels: applied, attested by the police, on notice, named for a term, revoked."""

    name = "sanshe.creation"
    label = "creation"

    def ready(self) -> None:
        from sanshe.core.audit import queries as audit  # models are loaded only now
        from sanshe.core.codes.ledgers import declare_kind
        from sanshe.core.codes.types import CodeKind
        from sanshe.core.kit.story import STORIES
        from sanshe.core.notices.queries import TEMPLATES
        from sanshe.core.notices.types import Template
        from sanshe.core.ui.queries import BESIDE, DOORS, SENTENCES, WORDS
        from sanshe.core.ui.types import Door
        from sanshe.creation import enums, ledgers, phrases
        from sanshe.creation.pages import door
        from sanshe.creation.queries import applications, naming, schemes
        from sanshe.creation.story import STORY

        SENTENCES.update(phrases.SENTENCES)
        BESIDE.update(phrases.BESIDE)
        DOORS.add("creation", Door("牌", phrases.DOOR, door.shown, order=50))
        WORDS[enums.SchemeState] = phrases.SCHEME_STATES
        WORDS[enums.State] = phrases.STATES
        WORDS[enums.TitleState] = phrases.TITLE_STATES
        WORDS[enums.ListState] = phrases.LIST_STATES
        WORDS[enums.AwardState] = phrases.AWARD_STATES
        WORDS[enums.RevocationState] = phrases.REVOCATION_STATES
        WORDS[enums.TipState] = phrases.TIP_STATES
        WORDS[enums.Duty] = phrases.DUTIES
        audit.EVENT_LABELS.update(phrases.EVENTS)
        audit.KIND_LABELS.update(phrases.KINDS)
        audit.FIELD_LABELS.update(phrases.RECORD_FIELDS)
        audit.NAMED.add("creation.scheme", schemes.names)
        audit.NAMED.add("creation.application", applications.names)
        for code, (title, text) in phrases.LETTERS.items():
            TEMPLATES.add(code, Template(title, text))
        said = {"title": phrases.CODE_TITLE}
        kind = CodeKind(
            phrases.CODE_LABEL, decides=enums.P.DECIDE, fields=said, note=phrases.CODE_NOTE, back=naming.page_of
        )
        declare_kind(naming.CERTIFICATE, kind)
        _papers()
        _objections()
        _personal()
        ledgers.declare()
        _roles()
        STORIES.add("creation", STORY)


def _papers() -> None:
    """The text of the notice is data, like every paper's."""
    from sanshe.core.papers.queries import TEMPLATES
    from sanshe.creation import papers, phrases

    TEMPLATES.add(papers.CODE, {"title": phrases.NOTICE, "blanks": phrases.BLANKS, "tree": papers.NOTICE})


def _objections() -> None:
    """A name on the list may be objected to; who had a part in it does not handle it."""
    from sanshe.core.notices.queries import ASIDES, Aside
    from sanshe.core.objections.queries import SUBJECTS
    from sanshe.core.objections.types import Subject
    from sanshe.core.objections.views import aside_of
    from sanshe.creation import phrases
    from sanshe.creation.actions import uphold
    from sanshe.creation.enums import P
    from sanshe.creation.pages.objection import barred
    from sanshe.creation.queries import naming

    SUBJECTS.add(
        naming.KIND,
        Subject(
            seal="驾", handle=P.OBJECTION, follow=P.READ, listing=naming.listing, barred=barred, uphold=uphold,
            words=phrases.WORDS, form="creation:object", cases="creation:objections", about=naming.about,
            concerned=naming.concerned,
        ),
    )  # fmt: skip
    ASIDES.add(naming.KIND, Aside("objections/_aside.html", aside_of(naming.KIND)))


def _personal() -> None:
    """What a tip holds, until thirty days behind its answer."""
    from sanshe.core.privacy.enums import Mask
    from sanshe.core.privacy.queries import PERSONAL, PURGES
    from sanshe.core.privacy.types import PersonalField, Purge
    from sanshe.creation.actions.tip import purge
    from sanshe.creation.phrases import PRIVACY as said

    rest = (said["purpose"], said["basis"], said["retention"])
    for name, mask in (("text", Mask.HIDDEN), ("name", Mask.NAME), ("phone", Mask.PHONE)):
        PERSONAL.add(f"creation.tip.{name}", PersonalField("creation.Tip", name, said[name], *rest, mask))
    PURGES.add("creation.tips", Purge(("creation.Tip.text", "creation.Tip.name", "creation.Tip.phone"), purge))


def _roles() -> None:
    """Units and places apply, the level above recommends, the police attest, the civility office decides by two."""
    from sanshe.core.kit.roles import Role as House
    from sanshe.core.kit.roles import grant
    from sanshe.creation.enums import P

    grant("traffic_officer", P.ATTEST)
    grant("civility_officer", P.READ, P.SCHEME, P.DECIDE, P.TIP)
    grant(House.DISTRICT_ADMIN, P.READ, P.RECOMMEND_STREET, P.OBJECTION)
    grant(House.AUDITOR, P.READ)
    grant(House.SUBDISTRICT_MANAGER, P.READ, P.RECOMMEND, P.APPLY_STREET)
    grant(House.COMMUNITY_WORKER, P.READ, P.APPLY)
    grant(House.ORGANISATION_REP, P.APPLY)
