"""Addresses of privacy."""

from django.urls import path

from sanshe.core.privacy import views

app_name = "privacy"
urlpatterns = [path("", views.notice, name="notice")]
