"""Address of taking back."""

from django.urls import path

from sanshe.core.rows import views

PLACES = {"undo/": "sanshe.core.rows.urls"}
app_name = "rows"
urlpatterns = [path("<str:code>/<uuid:pk>/", views.take_back, name="take_back")]
