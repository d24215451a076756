"""By which recorded acts a matter of incubation is done with; what only moves one on, or runs by itself, is not."""

from sanshe.core.objections.enums import FINISHING
from sanshe.core.objections.types import event
from sanshe.incubation.enums.agreement.agreement import AgreementEvent
from sanshe.incubation.enums.call.batch import BatchEvent
from sanshe.incubation.enums.decision.decision import E as DecisionEvent
from sanshe.incubation.enums.decision.tabulation import E as TabulationEvent
from sanshe.incubation.enums.end.assessment import AssessmentEvent
from sanshe.incubation.enums.end.exit import ExitEvent
from sanshe.incubation.enums.end.graduation import GraduationEvent
from sanshe.incubation.enums.end.rectification import RectificationEvent
from sanshe.incubation.enums.notice.objection import KIND
from sanshe.incubation.enums.notice.publication import PublicationEvent
from sanshe.incubation.enums.panel.panel import PanelEvent
from sanshe.incubation.enums.panel.score import E as SheetEvent
from sanshe.incubation.enums.screening.screening import ScreeningEvent
from sanshe.incubation.enums.stay.plan import PlanEvent
from sanshe.incubation.enums.stay.report import ReportEvent
from sanshe.incubation.enums.stay.supervision import SupervisionEvent
from sanshe.incubation.enums.stay.support import SupportEvent
from sanshe.incubation.enums.stay.training import TrainingEvent

CHOSEN = (
    BatchEvent.APPROVED,
    BatchEvent.PUBLISHED,
    ScreeningEvent.PASSED,
    ScreeningEvent.REFUSED,
    ScreeningEvent.REVIEW_ANSWERED,
    PanelEvent.DECIDED,
    PanelEvent.LOCKED,
    SheetEvent.CHANGE_AGREED,
    SheetEvent.CHANGE_DECLINED,
    TabulationEvent.RUN,
    DecisionEvent.SUBMITTED,
    DecisionEvent.APPROVED,
)
CLOSED = (
    PublicationEvent.APPROVED,
    PublicationEvent.PUBLISHED,
    *(event(KIND, what) for what in FINISHING),
    AgreementEvent.SIGNED,
    AgreementEvent.ARCHIVED,
)
STAY = (
    PlanEvent.AGREED,
    ReportEvent.ACCEPTED,
    TrainingEvent.HELD,
    SupervisionEvent.FOLLOWED,
    SupportEvent.RECEIPT_CHECKED,
    AssessmentEvent.DECIDED,
    RectificationEvent.DONE,
    RectificationEvent.EXTENSION_APPROVED,
    RectificationEvent.EXTENSION_REFUSED,
    GraduationEvent.APPROVED,
    GraduationEvent.VISITED,
    ExitEvent.CLOSED,
)
FINISHED = tuple(map(str, CHOSEN + CLOSED + STAY))
