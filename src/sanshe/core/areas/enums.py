"""Codes of areas."""

from enum import StrEnum


class P(StrEnum):
    """Permissions."""

    READ = "areas.read"
    MANAGE = "areas.manage"
    PREMISES = "areas.premises.read"
    PREMISES_WRITE = "areas.premises.write"
    PREMISES_DECIDE = "areas.premises.decide"
    KEY_DECIDE = "areas.key.decide"


class Level(StrEnum):
    """Kinds of area, widest first."""

    PROVINCE = "province"
    CITY = "city"
    DISTRICT = "district"
    SUBDISTRICT = "subdistrict"
    COMMUNITY = "community"


class PremisesKind(StrEnum):
    """What stands behind a door."""

    SHOP = "shop"
    HOUSEHOLD = "household"
    COURTYARD = "courtyard"
    WAREHOUSE = "warehouse"
    GATEHOUSE = "gatehouse"


class PremisesState(StrEnum):
    """What became of premises."""

    LISTED = "listed"
    VACANT = "vacant"
    SHUT = "shut"
    MOVED_OUT = "moved_out"
    REFITTING = "refitting"
    DEMOLISHED = "demolished"
    NOT_THERE = "not_there"
    MERGED = "merged"

    @classmethod
    def moves(cls) -> dict["PremisesState", frozenset["PremisesState"]]:
        """Whatever is standing may be listed again; a door that was merged is the other one for good."""
        standing = frozenset(cls) - {cls.MERGED}
        return {state: (standing - {state}) | {cls.MERGED} for state in standing} | {cls.MERGED: frozenset()}


class R(StrEnum):
    """Refusals."""

    CODE_WRONG = "areas.code_wrong"
    LEVEL_WRONG = "areas.level_wrong"
    NO_NAME = "areas.no_name"
    NO_PARENT = "areas.no_parent"
    DOUBLE = "areas.double"
    HEAD_WRONG = "areas.head_wrong"
    COLUMNS_WRONG = "areas.columns_wrong"
    NO_DISTRICT = "areas.no_district"
    NOT_YOURS = "areas.not_yours"
    ENDED = "areas.ended"
    HAS_AREAS = "areas.has_areas"
    NO_TARGET = "areas.no_target"
    OPEN_MATTERS = "areas.open_matters"
    CANNOT_MOVE = "areas.cannot_move"
    NO_PREMISES_NAME = "areas.no_premises_name"
    PREMISES_CODE_TAKEN = "areas.premises_code_taken"
    COMPOUND_TAKEN = "areas.compound_taken"
    NO_COMMUNITY = "areas.no_community"
    NO_GROUND = "areas.no_ground"
    DOOR_THERE = "areas.door_there"
    MERGE_SELF = "areas.merge_self"
    MERGE_FAR = "areas.merge_far"
    MERGE_GONE = "areas.merge_gone"
    MERGE_UNKNOWN = "areas.merge_unknown"
    KEY_ALREADY = "areas.key_already"
    KEY_ENDS_EARLY = "areas.key_ends_early"


class E(StrEnum):
    """Events."""

    LOADED = "areas.loaded"
    RENAMED = "areas.renamed"
    ENDED = "areas.area_ended"
    COMPOUND_OPENED = "areas.compound_opened"
    COMPOUND_MOVED = "areas.compound_moved"
    PREMISES_MOVED = "areas.premises_moved"
    PREMISES_ENTERED = "areas.premises_entered"
    PREMISES_CHANGED = "areas.premises_changed"
    PREMISES_TURNED = "areas.premises_turned"
    PREMISES_MERGED = "areas.premises_merged"
    KEY_DECIDED = "areas.key_decided"
    KEY_ENDED = "areas.key_ended"


DIGITS = {Level.PROVINCE: 6, Level.CITY: 6, Level.DISTRICT: 6, Level.SUBDISTRICT: 9, Level.COMMUNITY: 12}
LEVEL_OF = {2: Level.PROVINCE, 4: Level.CITY, 6: Level.DISTRICT, 9: Level.SUBDISTRICT, 12: Level.COMMUNITY}
