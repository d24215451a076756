"""Desk: the app."""

from django.apps import AppConfig


class DeskConfig(AppConfig):
    """Above every domain app; it knows them only by what they declared."""

    name = "sanshe.desk"
    label = "desk"

    def ready(self) -> None:
        from sanshe.core.ui.queries import BADGES, NAV, ROLE, WORKDAY
        from sanshe.desk import queries
        from sanshe.desk.phrases import NAV_ITEMS

        for code, item in NAV_ITEMS.items():
            NAV.add(code, item)
        BADGES.fill(queries.badges)
        ROLE.fill(queries.role)
        WORKDAY.fill(queries.is_workday)
