"""The sign-in page."""

from django.urls import path

from sanshe.core.accounts import views

urlpatterns = [path("", views.login, name="login")]
