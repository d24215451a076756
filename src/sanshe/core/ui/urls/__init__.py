"""Addresses of ui."""

from django.urls import path

from sanshe.core.ui import views

app_name = "ui"
urlpatterns = [
    path("preferences/", views.preferences, name="preferences"),
    path("gallery/", views.gallery, name="gallery"),
]
