"""The rows of incubation, one file a case."""

from sanshe.incubation.models.application import Application, DeskReceipt
from sanshe.incubation.models.batch import Batch, Call, Centre, Criterion, EligibilityRule
from sanshe.incubation.models.closing import Agreement, Entry, Objection, ObjectionNote, Point, Signature
from sanshe.incubation.models.decision import Ballot, Decision, Place, Vote
from sanshe.incubation.models.panel import Draw, Panel, Panelist, Relation, Slot
from sanshe.incubation.models.score import Sheet, SheetChange, SheetClash
from sanshe.incubation.models.screening import Check, FieldVisit, ReviewRequest, Screening
from sanshe.incubation.models.tabulation import Tabulation

__all__ = [
    "Agreement",
    "Application",
    "Ballot",
    "Batch",
    "Call",
    "Centre",
    "Check",
    "Criterion",
    "Decision",
    "DeskReceipt",
    "Draw",
    "EligibilityRule",
    "Entry",
    "FieldVisit",
    "Objection",
    "ObjectionNote",
    "Panel",
    "Panelist",
    "Place",
    "Point",
    "Relation",
    "ReviewRequest",
    "Screening",
    "Sheet",
    "SheetChange",
    "SheetClash",
    "Signature",
    "Slot",
    "Tabulation",
    "Vote",
]
