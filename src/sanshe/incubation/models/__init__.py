"""The rows of incubation, one file a case."""

from sanshe.incubation.models.agreement.agreement import Agreement, Signature
from sanshe.incubation.models.agreement.register import Entry
from sanshe.incubation.models.call.application import Application, DeskReceipt
from sanshe.incubation.models.call.batch import Batch, Call, Criterion, EligibilityRule
from sanshe.incubation.models.decision.decision import Ballot, Decision, Place, Vote
from sanshe.incubation.models.decision.tabulation import Tabulation
from sanshe.incubation.models.end.assessment import Assessment, Assessor, Indicator, Mark, PaperCheck
from sanshe.incubation.models.end.exit import Exit, HandOver
from sanshe.incubation.models.end.graduation import FollowUp, Graduation
from sanshe.incubation.models.end.rectification import Extension, Rectification, RectificationPoint
from sanshe.incubation.models.panel.panel import Draw, Panel, Panelist, Relation, Slot
from sanshe.incubation.models.panel.score import Sheet, SheetChange, SheetClash
from sanshe.incubation.models.screening.screening import Check, FieldVisit, ReviewRequest, Screening
from sanshe.incubation.models.stay.plan import Milestone, Plan
from sanshe.incubation.models.stay.report import QuarterlyReport
from sanshe.incubation.models.stay.resource import ResourceLink
from sanshe.incubation.models.stay.supervision import Supervision
from sanshe.incubation.models.stay.support import DeskUse, Receipt, SupportGrant
from sanshe.incubation.models.stay.training import Attendance, Training

__all__ = [
    "Agreement",
    "Application",
    "Assessment",
    "Assessor",
    "Attendance",
    "Ballot",
    "Batch",
    "Call",
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
    "Panel",
    "Panelist",
    "PaperCheck",
    "Place",
    "Rectification",
    "RectificationPoint",
    "Plan",
    "Place",
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
