"""Words of agreements 孵化协议 and the register of who entered."""

from sanshe.incubation.phrases.agreement import agreement, register

CASES = (agreement, register)
