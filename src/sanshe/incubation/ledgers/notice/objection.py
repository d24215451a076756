"""A place of the public list may be objected to: told to the house, with the papers of a case."""

from sanshe.core.objections.ledgers import declare_papers
from sanshe.core.objections.queries import SUBJECTS
from sanshe.core.objections.types import Subject
from sanshe.incubation.actions.notice.objection import uphold
from sanshe.incubation.enums.access import P
from sanshe.incubation.enums.notice.objection import KIND
from sanshe.incubation.pages.notice.objection import barred
from sanshe.incubation.phrases.notice.objection import WORDS
from sanshe.incubation.queries.notice import objection as queries

SUBJECT = Subject(
    seal="孵",
    handle=P.OBJECTION_HANDLE,
    follow=P.OBJECTION_PROGRESS,
    listing=queries.listing,
    barred=barred,
    uphold=uphold,
    words=WORDS,
    form="incubation:object",
    cases="incubation:objections",
    about=queries.about,
    concerned=queries.concerned,
    shut=queries.shut,
)


def declare() -> None:
    """Tell the house; called once while the app is made ready."""
    SUBJECTS.add(KIND, SUBJECT)
    declare_papers(KIND, "incubation.batch")
