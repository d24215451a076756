"""Addresses of compounds and premises."""

from django.urls import path

from sanshe.core.areas.views import compounds, premises

app_name = "premises"
urlpatterns = [
    path("", compounds.index, name="index"),
    path("compounds/new/", compounds.new, name="new_compound"),
    path("compounds/<uuid:key>/", compounds.compound, name="compound"),
    path("compounds/<uuid:key>/new/", compounds.new_premises, name="new"),
    path("compounds/<uuid:key>/key/", compounds.decide_key, name="decide_key"),
    path("key/<uuid:key>/end/", compounds.end_key, name="end_key"),
    path("<uuid:key>/", premises.premises, name="premises"),
    path("<uuid:key>/edit/", premises.edit, name="edit"),
    path("<uuid:key>/state/", premises.turn, name="turn"),
    path("<uuid:key>/merge/", premises.merge, name="merge"),
]
