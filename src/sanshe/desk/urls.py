"""The addresses of the desk."""

from django.urls import path

from sanshe.desk import views

PLACES = {"": "sanshe.desk.urls"}
app_name = "desk"
urlpatterns = [
    path("", views.front, name="front"),
    path("districts/", views.districts, name="districts"),
    path("figures/", views.figures, name="figures"),
    path("finished/<str:span>/", views.finished, name="finished"),
]
