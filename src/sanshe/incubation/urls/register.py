"""Addresses of the register."""

from django.urls import path

from sanshe.incubation.views import register as views

urlpatterns = [path("register/", views.register, name="register")]
