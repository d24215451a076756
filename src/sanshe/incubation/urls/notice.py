"""Addresses of the notice and of objections."""

from django.urls import path

from sanshe.incubation.views.notice import objection, publication

urlpatterns = [
    path("batches/<uuid:b>/publication/", publication.publication, name="publication"),
    path("batches/<uuid:b>/publication/draft/", publication.draft, name="draft_notice"),
    path("batches/<uuid:b>/publication/approve/", publication.approve, name="approve_notice"),
    path("batches/<uuid:b>/publication/publish/", publication.publish, name="publish_notice"),
    path("batches/<uuid:b>/objections/", objection.objections, name="objections"),
    path("batches/<uuid:b>/object/", objection.object_, name="object"),
    path("objections/mine/", objection.mine, name="my_objection"),
    path("objections/<uuid:pk>/", objection.objection, name="objection"),
    path("objections/<uuid:pk>/reveal/", objection.reveal, name="reveal_objector"),
    path("objections/<uuid:pk>/co-handler/", objection.co_handler, name="co_handler"),
    path("objections/<uuid:pk>/handle/", objection.handle, name="handle_objection"),
]
