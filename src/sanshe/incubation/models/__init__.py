"""The rows of incubation, one file a case."""

from sanshe.incubation.models.application import Application, DeskReceipt
from sanshe.incubation.models.assessment import Assessment, Assessor, Indicator, Mark, PaperCheck
from sanshe.incubation.models.batch import Batch, Call, Centre, Criterion, EligibilityRule
from sanshe.incubation.models.closing import Agreement, Entry, Objection, ObjectionNote, Point, Signature
from sanshe.incubation.models.decision import Ballot, Decision, Place, Vote
from sanshe.incubation.models.exit import Exit, HandOver
from sanshe.incubation.models.graduation import FollowUp, Graduation
from sanshe.incubation.models.panel import Draw, Panel, Panelist, Relation, Slot
from sanshe.incubation.models.plan import Milestone, Plan
from sanshe.incubation.models.rectification import Extension, Rectification, RectificationPoint
from sanshe.incubation.models.report import QuarterlyReport
from sanshe.incubation.models.resource import ResourceLink
from sanshe.incubation.models.score import Sheet, SheetChange, SheetClash
from sanshe.incubation.models.screening import Check, FieldVisit, ReviewRequest, Screening
from sanshe.incubation.models.supervision import Supervision
from sanshe.incubation.models.support import DeskUse, Receipt, SupportGrant
from sanshe.incubation.models.tabulation import Tabulation
from sanshe.incubation.models.training import Attendance, Training

__all__ = [
    "Agreement",
    "Application",
    "Assessment",
    "Assessor",
    "Attendance",
    "Ballot",
    "Batch",
    "Call",
    "Centre",
    "Check",
    "Criterion",
    "Decision",
    "DeskReceipt",
    "DeskUse",
    "Draw",
    "EligibilityRule",
    "Entry",
    "Exit",
    "Extension",
    "FieldVisit",
    "Graduation",
    "HandOver",
    "Indicator",
    "Mark",
    "Milestone",
    "Objection",
    "ObjectionNote",
    "Panel",
    "Panelist",
    "PaperCheck",
    "Place",
    "Point",
    "Rectification",
    "RectificationPoint",
    "Plan",
    "Place",
    "Point",
    "QuarterlyReport",
    "Receipt",
    "Relation",
    "ResourceLink",
    "ReviewRequest",
    "Screening",
    "Sheet",
    "SheetChange",
    "SheetClash",
    "Signature",
    "Slot",
    "Supervision",
    "SupportGrant",
    "Tabulation",
    "FollowUp",
    "Training",
    "Vote",
]
