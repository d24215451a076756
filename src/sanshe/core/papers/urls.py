"""Addresses of papers."""

from django.urls import path

from sanshe.core.papers.views import papers, templates

PLACES = {"ledgers/": "sanshe.core.papers.urls"}
app_name = "papers"
urlpatterns = [
    path("templates/", templates.templates, name="templates"),
    path("templates/<str:code>/", templates.edit, name="template"),
    path("templates/<str:code>/preview/", templates.preview, name="preview"),
    path("templates/<str:code>/versions/<int:version>/", templates.version, name="template_version"),
    path("templates/<str:code>/versions/<int:version>/restore/", templates.restore, name="restore"),
    path("templates/<str:code>/versions/<int:version>/approve/", templates.approve, name="approve"),
    path("templates/<str:code>/sample.<str:fmt>", templates.sample, name="sample"),
    path("papers/<str:case>/<uuid:pk>/", papers.papers, name="papers"),
    path("papers/<str:case>/<uuid:pk>/<str:code>/", papers.papers_of, name="papers_of"),
    path("papers/<str:case>/<uuid:pk>/<str:code>/make/", papers.make, name="make_paper"),
    path("papers/<str:case>/<uuid:pk>/<str:code>/set/", papers.make_set, name="make_set"),
    path("paper/<uuid:paper_id>.<str:fmt>", papers.paper, name="paper"),
    path("paper-set/<uuid:set_id>/", papers.paper_set, name="paper_set"),
    path("paper-set/<uuid:set_id>/stop/", papers.stop, name="stop_set"),
]
