"""Addresses of the notice."""

from django.urls import path

from sanshe.incubation.views import publication as views

urlpatterns = [
    path("batches/<uuid:b>/publication/", views.publication, name="publication"),
    path("batches/<uuid:b>/publication/draft/", views.draft, name="draft_notice"),
    path("batches/<uuid:b>/publication/approve/", views.approve, name="approve_notice"),
    path("batches/<uuid:b>/publication/publish/", views.publish, name="publish_notice"),
]
