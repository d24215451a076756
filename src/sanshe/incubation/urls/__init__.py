"""Every address of incubation, put together from its cases."""

from sanshe.incubation.urls import (
    agreement,
    application,
    assessment,
    batch,
    decision,
    exit,
    graduation,
    objection,
    panel,
    planning,
    publication,
    receipt,
    rectification,
    register,
    score,
    screening,
    tabulation,
)

app_name = "incubation"
CASES = (
    batch,
    planning,
    application,
    receipt,
    screening,
    panel,
    score,
    tabulation,
    decision,
    publication,
    objection,
    agreement,
    register,
    assessment,
    rectification,
    graduation,
    exit,
)
urlpatterns = [pattern for case in CASES for pattern in case.urlpatterns]
