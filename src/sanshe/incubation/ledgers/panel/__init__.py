"""What is declared of the panel 评审组 and its day."""

from sanshe.incubation.ledgers.panel import duties

CASES = (duties,)
