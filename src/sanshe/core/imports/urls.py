"""Addresses of imports."""

from django.urls import path

from sanshe.core.imports import views

PLACES = {"ledgers/": "sanshe.core.imports.urls"}
app_name = "imports"
urlpatterns = [
    path("import/run/<uuid:run_id>/", views.run, name="run"),
    path("import/run/<uuid:run_id>/columns/", views.columns, name="columns"),
    path("import/run/<uuid:run_id>/mend/", views.mend, name="mend"),
    path("import/run/<uuid:run_id>/apply/", views.apply, name="apply"),
    path("import/run/<uuid:run_id>/bad.csv", views.bad, name="bad"),
    path("import/<str:code>/blank.xlsx", views.blank, name="blank"),
    path("import/<str:code>/", views.upload, name="upload"),
]
