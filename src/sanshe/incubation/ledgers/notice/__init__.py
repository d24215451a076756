"""What is declared of the public notice 公示 and objections 异议."""

from sanshe.incubation.ledgers.notice import duties, objection

CASES = (objection, duties)
