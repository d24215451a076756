"""Search: the app."""

from django.apps import AppConfig


class SearchConfig(AppConfig):
    """Above ledgers, below notices: kinds of higher floors declare themselves in `queries.KINDS`."""

    name = "sanshe.core.search"
    label = "search"
