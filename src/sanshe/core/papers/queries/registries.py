"""What the apps declared of papers."""

from typing import Any

from sanshe.core.kit.registry import Registry
from sanshe.core.papers.types import Case, Document

DOCUMENTS: Registry[Document] = Registry("document")
CASES: Registry[Case] = Registry("case with papers")
TEMPLATES: Registry[dict[str, Any]] = Registry("template")  # code -> {"title", "blanks": {name: label}, "tree"}
