"""Lists of areas as files; which district a visitor chose."""

import csv
from pathlib import Path

from django.conf import settings
from django.http import HttpRequest, HttpResponse

from sanshe.core.areas.enums import R
from sanshe.core.kit.refused import Refused

DEMO = Path(__file__).parent / "data" / "datong.csv"
COOKIE = "district"
YEAR = 365 * 24 * 3600
HEAD = ("code", "level", "name", "parent")


def read(path: Path) -> list[tuple[str, str, str, str]]:
    """The lines of a CSV list with the head code,level,name,parent, in UTF-8 or GB 18030.

    Raises Refused: HEAD_WRONG, or COLUMNS_WRONG with the number of the line, counted as in a spreadsheet.
    """
    rows = list(csv.reader(_text(path.read_bytes()).splitlines()))
    if not rows or tuple(cell.strip() for cell in rows[0]) != HEAD:
        raise Refused(R.HEAD_WRONG, head=",".join(HEAD))
    for line, row in enumerate(rows, start=1):
        if row and len(row) != len(HEAD):
            raise Refused(R.COLUMNS_WRONG, line=line, n=len(row))
    return [(code.strip(), level.strip(), name, parent.strip()) for code, level, name, parent in filter(None, rows[1:])]


def _text(data: bytes) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("gb18030", errors="replace")  # what is no text at all has no head either


def chosen(request: HttpRequest) -> str:
    """The district asked for in the address, the one of this host, or the one chosen before; empty when none was."""
    host = settings.DISTRICT_HOSTS.get(request.get_host().partition(":")[0], "")
    return request.GET.get("district", "") or host or request.COOKIES.get(COOKIE, "")


def remember(request: HttpRequest, answer: HttpResponse, path: str) -> None:
    """Keep the choice in this browser."""
    answer.set_cookie(COOKIE, path, max_age=YEAR, samesite="Lax", secure=request.is_secure(), httponly=True)
