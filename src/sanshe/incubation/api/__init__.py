"""Operations of incubation for programs, one file a case."""

from sanshe.incubation.api.application import router as applications
from sanshe.incubation.api.score import router as sheets

ROUTERS = {"applications": applications, "batches": sheets}
