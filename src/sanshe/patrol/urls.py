"""Addresses of patrol."""

from django.urls import path

from sanshe.patrol.views import round, season

app_name = "patrol"
urlpatterns = [
    path("", season.home, name="home"),
    path("programmes/new/", season.new, name="new_programme"),
    path("programmes/<uuid:key>/", season.programme, name="programme"),
    path("programmes/<uuid:key>/rounds/new/", season.plan_round, name="new_round"),
    path("programmes/<uuid:key>/close/", season.close, name="close_programme"),
    path("rounds/<uuid:key>/", round.round, name="round"),
    path("rounds/<uuid:key>/freeze/", round.freeze, name="freeze"),
    path("rounds/<uuid:key>/changes/", round.changes, name="changes"),
    path("rounds/<uuid:key>/assign/<str:path>/", round.assign, name="assign"),
    path("rounds/<uuid:key>/add/", round.add, name="add_stop"),
    path("rounds/<uuid:key>/close/", round.close, name="close_round"),
    path("rounds/<uuid:key>/route/", round.route, name="route"),
]
