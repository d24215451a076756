"""The papers of a case, for an app whose work has a page of papers (`Case`) of what was announced."""

from typing import Any

from sanshe.core.objections import phrases
from sanshe.core.objections.papers import texts
from sanshe.core.objections.papers.values import items, shut, values
from sanshe.core.objections.queries import SUBJECTS
from sanshe.core.papers.queries import DOCUMENTS, TEMPLATES
from sanshe.core.papers.rules import blanks_in, to_json
from sanshe.core.papers.types import Doc, Document

TREES: dict[str, Doc] = {"accepted": texts.ACCEPTED, "answer": texts.ANSWER, "review": texts.REVIEW}


def declare_papers(kind: str, case: str) -> None:
    """Three papers of this kind; called while the app is made ready, once its subject is declared."""
    for which, (title, waits) in phrases.PAPERS.items():
        code, tree = f"{kind}_{which}", TREES[which]
        there = blanks_in(to_json(tree))
        blanks: dict[str, Any] = {name: text for name, text in phrases.BLANKS.items() if name in there}
        TEMPLATES.add(code, {"title": title, "blanks": blanks, "tree": tree})
        made = {"items": items(kind, which), "values": values(which), "shut": shut(kind)}
        told = {"title": title, "gate": phrases.LABEL, "waits": waits, "case": case}
        subject = SUBJECTS[kind]
        DOCUMENTS.add(code, Document(code=code, needs=tuple({subject.handle, subject.reviews}), **told, **made))
