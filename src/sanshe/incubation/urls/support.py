"""Addresses of desks and small support."""

from django.urls import path

from sanshe.incubation.views import support as views

urlpatterns = [
    path("entries/<uuid:pk>/desk/", views.desk, name="desk_give"),
    path("desks/<uuid:pk>/release/", views.release, name="desk_release"),
    path("entries/<uuid:pk>/support/", views.money, name="support_give"),
    path("support/<uuid:pk>/receipts/", views.receipt, name="receipt_give"),
    path("receipts/<uuid:pk>/check/", views.check, name="receipt_check"),
]
