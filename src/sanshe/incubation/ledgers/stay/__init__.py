"""What is declared of the months in incubation 在孵."""

from sanshe.incubation.ledgers.stay import duties, plan, report, resource, supervision, support, training

CASES = (plan, training, supervision, resource, support, report, duties)
