"""Codes of areas."""

from enum import StrEnum


class P(StrEnum):
    """Permissions."""

    READ = "areas.read"


class Level(StrEnum):
    """Kinds of area, widest first."""

    PROVINCE = "province"
    CITY = "city"
    DISTRICT = "district"
    SUBDISTRICT = "subdistrict"
    COMMUNITY = "community"


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


class E(StrEnum):
    """Events."""

    LOADED = "areas.loaded"
    RENAMED = "areas.renamed"


DIGITS = {Level.PROVINCE: 6, Level.CITY: 6, Level.DISTRICT: 6, Level.SUBDISTRICT: 9, Level.COMMUNITY: 12}
LEVEL_OF = {2: Level.PROVINCE, 4: Level.CITY, 6: Level.DISTRICT, 9: Level.SUBDISTRICT, 12: Level.COMMUNITY}
