"""Words of the call 招募 and the applications that answer it."""

from sanshe.incubation.phrases.call import application, batch

CASES = (batch, application)
