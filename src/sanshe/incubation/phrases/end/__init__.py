"""Words of assessments 评估, graduation 出壳 and leaving 退出."""

from sanshe.incubation.phrases.end import assessment, exit, graduation, rectification

CASES = (assessment, rectification, graduation, exit)
