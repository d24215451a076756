"""Address of taking back."""

from django.urls import path

from sanshe.incubation.views import undo as views

urlpatterns = [path("applications/<uuid:pk>/undo/", views.undo, name="undo")]
