"""Is an answer of the API what its description promises? A small reader of the schema's words; unknown ones fail."""

import json
import re
from datetime import date, datetime
from functools import cache
from typing import Any
from uuid import UUID

from django.core.serializers.json import DjangoJSONEncoder

TYPES = {"object": dict, "array": list, "string": str, "boolean": bool, "null": type(None)}
FORMATS = {"uuid": UUID, "date": date.fromisoformat, "date-time": datetime.fromisoformat}
SAID = {"title", "description", "default"}
KNOWN = SAID | {
    "$ref",
    "anyOf",
    "type",
    "format",
    "properties",
    "required",
    "items",
    "additionalProperties",
    "maxLength",
}


@cache
def schema() -> dict[str, Any]:
    from sanshe.config.api import api

    return json.loads(json.dumps(api.get_openapi_schema(), cls=DjangoJSONEncoder))


def told(answer: Any) -> Any:
    """The content of an answer, found to be one that its operation declares, in every part."""
    assert answer["Content-Type"].partition(";")[0] == "application/json"
    path = "/" + re.sub(r"<(?:\w+:)?(\w+)>", r"{\1}", answer.wsgi_request.resolver_match.route)
    operation = schema()["paths"][path][answer.wsgi_request.method.lower()]
    promised = operation["responses"][str(answer.status_code)]["content"]["application/json"]["schema"]
    found = answer.json()
    assert faults(found, promised, "answer") == []
    return found


def faults(value: Any, promised: dict[str, Any], at: str) -> list[str]:
    """Where a value is not what a schema says; a property that is not declared is a fault too."""
    if unknown := set(promised) - KNOWN:
        return [f"{at}: the reader does not know {unknown}"]
    if "$ref" in promised:
        return faults(value, schema()["components"]["schemas"][promised["$ref"].rsplit("/", 1)[-1]], at)
    if "anyOf" in promised:
        each = [faults(value, one, at) for one in promised["anyOf"]]
        return [] if [] in each else each[0]
    return _of_type(value, promised, at)


def _of_type(value: Any, promised: dict[str, Any], at: str) -> list[str]:
    kind = promised["type"]
    if kind in ("integer", "number"):
        allowed = int if kind == "integer" else (int, float)
        return [] if isinstance(value, allowed) and not isinstance(value, bool) else [f"{at}: {value!r} is no {kind}"]
    if not isinstance(value, TYPES[kind]):
        return [f"{at}: {value!r} is no {kind}"]
    inside = {"object": _of_object, "array": _of_array, "string": _of_string}.get(kind)
    return inside(value, promised, at) if inside else []


def _of_object(value: dict[str, Any], promised: dict[str, Any], at: str) -> list[str]:
    names, rest = promised.get("properties", {}), promised.get("additionalProperties")
    found = [f"{at}.{name} is missing" for name in promised.get("required", ()) if name not in value]
    for name, one in value.items():
        if name not in names and not rest:
            found.append(f"{at}.{name} is not declared")
        else:
            found += faults(one, names.get(name, rest), f"{at}.{name}")
    return found


def _of_array(value: list[Any], promised: dict[str, Any], at: str) -> list[str]:
    return [fault for place, one in enumerate(value) for fault in faults(one, promised["items"], f"{at}[{place}]")]


def _of_string(value: str, promised: dict[str, Any], at: str) -> list[str]:
    try:
        FORMATS.get(promised.get("format", ""), str)(value)
    except ValueError:
        return [f"{at}: {value!r} is no {promised['format']}"]
    return [f"{at} is too long"] if len(value) > promised.get("maxLength", len(value)) else []
