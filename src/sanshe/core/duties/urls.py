"""Addresses of duties."""

from django.urls import path

from sanshe.core.duties import views

app_name = "duties"
urlpatterns = [
    path("<str:code>/", views.source, name="source"),
    path("<str:code>/<uuid:key>/", views.rows, name="rows"),
]
