"""Words of the tabulation 汇总 and the panel's decision 合议."""

from sanshe.incubation.phrases.decision import decision, tabulation

CASES = (tabulation, decision)
