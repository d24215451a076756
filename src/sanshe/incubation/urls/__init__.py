"""Every address of incubation, put together from its wings."""

from sanshe.incubation.urls import agreement, call, decision, end, notice, panel, screening, stay

app_name = "incubation"
WINGS = (call, screening, panel, decision, notice, agreement, end, stay)
urlpatterns = [pattern for wing in WINGS for pattern in wing.urlpatterns]
