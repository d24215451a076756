"""Addresses of ledgers."""

from django.urls import path

from sanshe.core.ledgers.views import lists

app_name = "ledgers"
urlpatterns = [
    path("", lists.index, name="index"),
    path("<str:code>/", lists.ledger, name="ledger"),
    path("<str:code>/export.<str:fmt>", lists.export, name="export"),
]
