"""Addresses of ledgers."""

from django.urls import path

from sanshe.core.ledgers.views import imports, lists, papers, templates

app_name = "ledgers"
urlpatterns = [
    path("", lists.index, name="index"),
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
    path("import/run/<uuid:run_id>/", imports.run, name="run"),
    path("import/run/<uuid:run_id>/mend/", imports.mend, name="mend"),
    path("import/run/<uuid:run_id>/apply/", imports.apply, name="apply"),
    path("import/run/<uuid:run_id>/bad.csv", imports.bad, name="bad"),
    path("import/<str:code>/", imports.upload, name="upload"),
    path("<str:code>/", lists.ledger, name="ledger"),
    path("<str:code>/export.<str:fmt>", lists.export, name="export"),
]
