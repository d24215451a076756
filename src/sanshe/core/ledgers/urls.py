"""Addresses of ledgers."""

from django.urls import path

from sanshe.core.ledgers.views import imports, lists, templates

app_name = "ledgers"
urlpatterns = [
    path("", lists.index, name="index"),
    path("templates/", templates.templates, name="templates"),
    path("templates/<str:code>/", templates.edit, name="template"),
    path("templates/<str:code>/sample.<str:fmt>", templates.sample, name="sample"),
    path("import/run/<uuid:run_id>/", imports.run, name="run"),
    path("import/run/<uuid:run_id>/mend/", imports.mend, name="mend"),
    path("import/run/<uuid:run_id>/apply/", imports.apply, name="apply"),
    path("import/run/<uuid:run_id>/bad.csv", imports.bad, name="bad"),
    path("import/<str:code>/", imports.upload, name="upload"),
    path("<str:code>/", lists.ledger, name="ledger"),
    path("<str:code>/export.<str:fmt>", lists.export, name="export"),
]
