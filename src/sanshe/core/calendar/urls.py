"""Addresses of the calendar."""

from django.urls import path

from sanshe.core.calendar import views

app_name = "calendar"
urlpatterns = [
    path("", views.index, name="index"),
    path("load/", views.load, name="load"),
    path("hours/", views.hours, name="hours"),
]
