"""Every address of incubation, put together from its cases."""

from sanshe.incubation.urls import (
    agreement,
    application,
    batch,
    decision,
    objection,
    panel,
    planning,
    publication,
    receipt,
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
)
urlpatterns = [pattern for case in CASES for pattern in case.urlpatterns]
