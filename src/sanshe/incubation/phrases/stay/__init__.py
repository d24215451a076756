"""Words of the months in incubation 在孵."""

from sanshe.incubation.phrases.stay import drafting, plan, report, resource, strike, supervision, support, training

CASES = (drafting, plan, training, supervision, resource, support, report, strike)
