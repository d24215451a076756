"""Addresses of the desk's book."""

from django.urls import path

from sanshe.incubation.views import receipt as views

urlpatterns = [
    path("batches/<uuid:b>/receipts/", views.receipts, name="receipts"),
    path("batches/<uuid:b>/receipts/<int:no>/witness/", views.witness, name="witness"),
    path("batches/<uuid:b>/receipts/<int:no>/enter/", views.enter, name="enter"),
]
