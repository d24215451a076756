"""Addresses of the panel."""

from django.urls import path

from sanshe.incubation.views import members
from sanshe.incubation.views import panel as views

urlpatterns = [
    path("batches/<uuid:b>/panel/", views.panel, name="panel"),
    path("batches/<uuid:b>/panel/order.<str:fmt>", views.order, name="order"),
    path("batches/<uuid:b>/panel/members/", members.members, name="members"),
    path("batches/<uuid:b>/panel/members/<uuid:pk>/dismiss/", members.dismiss, name="dismiss"),
    path("batches/<uuid:b>/panel/lot/", views.lot, name="lot"),
    path("batches/<uuid:b>/panel/lock/", views.lock, name="lock"),
    path("batches/<uuid:b>/panel/relations/<uuid:pk>/", views.decide, name="decide_recusal"),
    path("batches/<uuid:b>/declare/", views.declare, name="declare"),
    path("batches/<uuid:b>/read/<uuid:pk>/", views.read, name="read"),
]
