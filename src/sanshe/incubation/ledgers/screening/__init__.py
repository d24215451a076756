"""What is declared of the screening 初审."""

from sanshe.incubation.ledgers.screening import duties, screening

CASES = (screening, duties)
