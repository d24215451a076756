"""Addresses of the notice, and of objections to its list."""

from django.urls import path
from django.views.generic import RedirectView

from sanshe.core.kit.access import Open, needs
from sanshe.core.objections.views import cases_of, form_of
from sanshe.incubation.enums.notice.objection import KIND
from sanshe.incubation.views.notice import publication

urlpatterns = [
    path("batches/<uuid:b>/publication/", publication.publication, name="publication"),
    path("batches/<uuid:b>/publication/draft/", publication.draft, name="draft_notice"),
    path("batches/<uuid:b>/publication/approve/", publication.approve, name="approve_notice"),
    path("batches/<uuid:b>/publication/publish/", publication.publish, name="publish_notice"),
    path("batches/<uuid:key>/objections/", cases_of(KIND), name="objections"),
    path("batches/<uuid:key>/object/", form_of(KIND), name="object"),
    path(
        "objections/mine/", needs(Open.PUBLIC)(RedirectView.as_view(pattern_name="tracking:track")), name="my_objection"
    ),
]
