"""Addresses of striking."""

from django.urls import path

from sanshe.incubation.views import strike as views

urlpatterns = [path("recorded/<str:sort>/<uuid:pk>/strike/", views.strike, name="strike")]
