"""Areas: the app."""

from django.apps import AppConfig


class AreasConfig(AppConfig):
    """Above calendar, below parties."""

    name = "sanshe.core.areas"
    label = "areas"

    def ready(self) -> None:
        from sanshe.core.areas import ledgers, phrases, queries  # models are loaded only now
        from sanshe.core.areas.enums import P, PremisesState
        from sanshe.core.areas.queries import premises
        from sanshe.core.areas.views import areas as views
        from sanshe.core.audit import queries as audit
        from sanshe.core.kit.areas import area_choices, area_name, districts
        from sanshe.core.kit.roles import Role, grant
        from sanshe.core.search.queries import KINDS
        from sanshe.core.search.types import SearchKind
        from sanshe.core.ui.queries import BESIDE, DISTRICTS, SENTENCES, WORDS

        SENTENCES.update(phrases.SENTENCES)
        BESIDE.update(phrases.BESIDE)
        WORDS[PremisesState] = phrases.PREMISES_STATES
        for role in Role:
            if role != Role.ORGANISATION_REP:
                grant(role, P.READ)
        for role in (Role.DISTRICT_ADMIN, Role.SUBDISTRICT_MANAGER, Role.COMMUNITY_WORKER, Role.AUDITOR):
            grant(role, P.PREMISES)
        grant(Role.DISTRICT_ADMIN, P.KEY_DECIDE, P.MANAGE)
        grant(Role.SUBDISTRICT_MANAGER, P.PREMISES_WRITE, P.PREMISES_DECIDE)
        grant(Role.COMMUNITY_WORKER, P.PREMISES_WRITE)
        audit.EVENT_LABELS.update(phrases.EVENTS)
        audit.KIND_LABELS.update(phrases.KINDS)
        audit.FIELD_LABELS.update(phrases.FIELDS)
        found = SearchKind(phrases.PLACE, "地", queries.findable, queries.search_entries, order=30)
        KINDS.add("areas.area", found)
        doors = SearchKind(phrases.PREMISES, "户", premises.findable, premises.search_entries, order=20)
        KINDS.add("areas.premises", doors)
        audit.NAMED.add("areas.premises", premises.names)
        audit.NAMED.add("areas.compound", premises.compound_names)
        ledgers.declare()
        _declare_movings()
        area_name.fill(queries.name_of)
        area_choices.fill(queries.choices)
        districts.fill(queries.districts)
        DISTRICTS.fill(views.districts_of)


def _declare_movings() -> None:
    """An area that ends takes its compounds and doors along."""
    from sanshe.core.areas import actions, phrases
    from sanshe.core.areas.queries import MOVINGS
    from sanshe.core.areas.queries import premises as queries
    from sanshe.core.areas.types import Moving

    for one in (
        Moving("areas.compounds", phrases.COMPOUND, queries.compounds_in, actions.move_compounds),
        Moving("areas.premises", phrases.PREMISES, queries.doors_in, actions.move_premises),
    ):
        MOVINGS.add(one.code, one)
