"""Words of the screening 初审."""

from sanshe.incubation.phrases.screening import screening

CASES = (screening,)
