"""Addresses of areas."""

from django.urls import path

from sanshe.core.areas import views

app_name = "areas"
urlpatterns = [
    path("", views.index, name="index"),
    path("<str:path>/", views.one, name="one"),
]
