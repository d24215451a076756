"""Addresses of objections."""

from django.urls import path

from sanshe.incubation.views import objection as views

urlpatterns = [
    path("batches/<uuid:b>/objections/", views.objections, name="objections"),
    path("batches/<uuid:b>/object/", views.object_, name="object"),
    path("objections/mine/", views.mine, name="my_objection"),
    path("objections/<uuid:pk>/", views.objection, name="objection"),
    path("objections/<uuid:pk>/reveal/", views.reveal, name="reveal_objector"),
    path("objections/<uuid:pk>/co-handler/", views.co_handler, name="co_handler"),
    path("objections/<uuid:pk>/handle/", views.handle, name="handle_objection"),
]
