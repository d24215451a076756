"""What is declared of agreements 孵化协议 and the register of who entered."""

from sanshe.incubation.ledgers.agreement import agreement, duties, register

CASES = (agreement, register, duties)
