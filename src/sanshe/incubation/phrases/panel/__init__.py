"""Words of the panel 评审小组 and its session."""

from sanshe.incubation.phrases.panel import panel, score

CASES = (panel, score)
