"""Agreements 孵化协议: states, signing parties, ways of signing, refusals."""

from enum import StrEnum


class AgreementState(StrEnum):
    PREPARED = "prepared"
    CENTRE_SIGNED = "centre_signed"
    SIGNED = "signed"
    REPLACED = "replaced"
    LAPSED = "lapsed"

    @classmethod
    def moves(cls) -> dict["AgreementState", tuple["AgreementState", ...]]:
        return {
            cls.PREPARED: (cls.CENTRE_SIGNED, cls.REPLACED, cls.LAPSED),
            cls.CENTRE_SIGNED: (cls.SIGNED, cls.REPLACED, cls.LAPSED),
            cls.SIGNED: (),
            cls.REPLACED: (),
            cls.LAPSED: (),
        }


class SignatureSide(StrEnum):
    CENTRE = "centre"
    ORGANISATION = "organisation"


class SignatureWay(StrEnum):
    IN_PERSON = "in_person"
    SCAN = "scan"


class AgreementRefusal(StrEnum):
    NOT_CONFIRMED = "incubation.agreement.not_confirmed"
    OBJECTION_OPEN = "incubation.agreement.objection_open"
    WINDOW_NOT_OPEN = "incubation.agreement.window_not_open"
    WINDOW_OVER = "incubation.agreement.window_over"
    WINDOW_STILL_OPEN = "incubation.agreement.window_still_open"
    REASON_STILL_OPEN = "incubation.agreement.reason_still_open"
    CENTRE_NOT_LEGAL_PERSON = "incubation.agreement.centre_not_legal_person"
    CENTRE_FIRST = "incubation.agreement.centre_first"
    ALREADY_SIGNED = "incubation.agreement.already_signed"
    SCAN_MISSING = "incubation.agreement.scan_missing"
    WITNESS_MISSING = "incubation.agreement.witness_missing"
    WITNESSES_TOO_MANY = "incubation.agreement.witnesses_too_many"
    SUBDISTRICT_WITNESS_MISSING = "incubation.agreement.subdistrict_witness_missing"
    FOUNDERS_MISSING = "incubation.agreement.founders_missing"
    OVER_CAPACITY = "incubation.agreement.over_capacity"
    NO_REASON = "incubation.agreement.no_reason"
    NO_BOX = "incubation.agreement.no_box"
    NOT_TO_ARCHIVE = "incubation.agreement.not_to_archive"


class AgreementEvent(StrEnum):
    PREPARED = "incubation.agreement.prepared"
    SIGNED_BY_CENTRE = "incubation.agreement.signed_by_centre"
    SIGNED = "incubation.agreement.signed"
    REPLACED = "incubation.agreement.replaced"
    LAPSED = "incubation.agreement.lapsed"
    ENTERED = "incubation.agreement.entered"
    ARCHIVED = "incubation.agreement.archived"


REASON_WORKDAYS = 3
PLAN_WORKDAYS = 10
