"""The addresses of tracking."""

from django.urls import path

from sanshe.core.tracking import views

PLACES = {"track/": "sanshe.core.tracking.urls"}
app_name = "tracking"
urlpatterns = [path("", views.track, name="track"), path("close/", views.close, name="close")]
