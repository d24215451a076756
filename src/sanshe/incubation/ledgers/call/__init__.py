"""What is declared of the call 招募 and the applications that answer it."""

from sanshe.incubation.ledgers.call import application, duties, imports

CASES = (application, imports, duties)
