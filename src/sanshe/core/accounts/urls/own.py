"""Our own addresses below /accounts/."""

from django.urls import path

from sanshe.core.accounts import views

app_name = "accounts"
urlpatterns = [path("out/", views.logout, name="logout")]
