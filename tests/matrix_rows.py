"""Examples for the authorisation matrix. Each app adds its own lines here.

ROWS: name of a URL pattern -> `build(area_path) -> kwargs`: makes a row of that area, answers what its address needs.
The matrix asks for it from the own, the parent, a sibling and a child area.
LISTS: path of a page that lists rows of an area -> `build(area_path, text)`: makes a row of that area in which the text
stands where the page shows it. The text must appear for its own area, and never for another.
"""

from collections.abc import Callable
from typing import Any

ROWS: dict[str, Callable[[str], dict[str, Any]]] = {}
LISTS: dict[str, Callable[[str, str], object]] = {}
