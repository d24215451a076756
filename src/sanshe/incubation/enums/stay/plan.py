"""The plan 孵化计划 of an organisation in incubation, and its milestones 里程碑."""

from enum import StrEnum

PLAN_HOUR = 18
MILESTONES = 6


class PlanRefusal(StrEnum):
    NOT_IN_INCUBATION = "incubation.plan.not_in_incubation"
    DAY_OUTSIDE_TERM = "incubation.plan.day_outside_term"
    ALREADY_REACHED = "incubation.plan.already_reached"
    DAY_TO_COME = "incubation.plan.day_to_come"
    NO_EVIDENCE = "incubation.plan.no_evidence"


class PlanEvent(StrEnum):
    SUBMITTED = "incubation.plan.submitted"
    SUBMITTED_LATE = "incubation.plan.submitted_late"
    RETURNED = "incubation.plan.returned"
    AGREED = "incubation.plan.agreed"
    REACHED = "incubation.plan.milestone_reached"
