"""Address of the privacy notice: its declarations stand below, its page here."""

from django.urls import path

from sanshe.core.ui import views

app_name = "privacy"
urlpatterns = [path("", views.privacy, name="notice")]
