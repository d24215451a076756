"""Offices for tests that are not about them."""

from typing import Any
from uuid import uuid4

from sanshe.core.parties.enums import Side
from sanshe.core.parties.models import Office


def an_office(area_path: str = "140213", side: Side = Side.RUNS, **more: Any) -> Office:
    """One of its own name and letters, which numbers papers 创享…; without an organisation that runs it."""
    mark = uuid4().hex
    letters = "".join(chr(97 + int(one, 16)) for one in mark[:8])
    told = {"name": f"中心{mark[:8]}", "number_prefix": "创享", "short_prefix": "创", "letters": letters}
    told |= {"phone": "1", "address": "a", "hours": "h", **more}
    return Office.objects.create(area_path=area_path, side=side, **told)
