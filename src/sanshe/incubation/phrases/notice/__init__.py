"""Words of the public notice 公示 and objections 异议."""

from sanshe.incubation.phrases.notice import objection, publication

CASES = (publication, objection)
