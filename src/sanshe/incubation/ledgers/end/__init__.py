"""What is declared of assessments 评估, graduation 出壳 and leaving 退出."""

from sanshe.incubation.ledgers.end import duties, end, graduation

CASES = (graduation, end, duties)
