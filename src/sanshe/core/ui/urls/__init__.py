"""Addresses of ui."""

from django.urls import path

from sanshe.core.ui import views

PLACES = {"ui/": "sanshe.core.ui.urls", "privacy/": "sanshe.core.ui.urls.privacy"}
app_name = "ui"
urlpatterns = [
    path("preferences/", views.preferences, name="preferences"),
    path("gallery/", views.gallery, name="gallery"),
]
