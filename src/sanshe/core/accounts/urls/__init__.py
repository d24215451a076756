"""Addresses of accounts; behind ours come the library's."""

from django.urls import include, path

from sanshe.core.accounts import views

urlpatterns = [
    path("login/", views.old_login, name="account_login"),
    path("", include("sanshe.core.accounts.urls.own")),
    path("", include("allauth.urls")),
]
