"""The house dying at the worst moment: the write is committed, the answer has not left. Once in `EVERY` writes."""

import itertools
import os
import signal

from django.conf import settings

from sanshe.config.stage import Stage
from sanshe.config.wsgi import application as house

EVERY = 9
_written = itertools.count(1)

if os.environ.get("PLAY_WITHOUT_RECEIPTS"):
    from django.core.wsgi import get_wsgi_application

    settings.MIDDLEWARE.remove("sanshe.core.receipts.middleware.OnceOnly")
    house = get_wsgi_application()


def application(environ, start_response):
    answer = house(environ, start_response)
    if environ["REQUEST_METHOD"] == "POST" and next(_written) % EVERY == 0:
        os.kill(os.getpid(), signal.SIGKILL)
    return answer


stage = Stage(application)
