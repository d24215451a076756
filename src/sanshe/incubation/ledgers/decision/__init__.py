"""What is declared of the tabulation 汇总 and the panel's decision 合议."""

from sanshe.incubation.ledgers.decision import proof, tabulation

CASES = (tabulation, proof)
