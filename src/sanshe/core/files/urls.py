"""Addresses of files."""

from django.urls import path

from sanshe.core.files import views

app_name = "files"
urlpatterns = [path("<uuid:attachment_id>/", views.attachment, name="attachment")]
