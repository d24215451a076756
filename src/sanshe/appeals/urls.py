"""Addresses of appeals."""

from django.urls import path

from sanshe.appeals.views import acts, figures, matter, own, settings

app_name = "appeals"
urlpatterns = [
    path("", matter.home, name="home"),
    path("new/", matter.new, name="new"),
    path("settings/", settings.home, name="settings"),
    path("settings/categories/new/", settings.new_category, name="new_category"),
    path("settings/categories/<uuid:key>/", settings.category, name="category"),
    path("settings/duties/new/", settings.new_duty, name="new_duty"),
    path("settings/duties/<uuid:key>/", settings.duty, name="duty"),
    path("settings/terms/<slug:step>/", settings.term, name="term"),
    path("figures/", figures.figures, name="figures"),
    path("tell/", own.hand_in, name="hand_in"),
    path("code/", own.by_code, name="by_code"),
    path("own/<uuid:key>/", own.own, name="own"),
    path("own/<uuid:key>/<slug:name>/", own.own_act, name="own_act"),
    path("<uuid:key>/", matter.appeal, name="appeal"),
    path("<uuid:key>/person/", matter.person, name="person"),
    path("<uuid:key>/<slug:name>/", acts.act, name="act"),
]
