"""Words of the months in incubation 在孵."""

from sanshe.incubation.phrases.stay import plan, report, resource, strike, supervision, support, training

CASES = (plan, training, supervision, resource, support, report, strike)
