"""The unified social credit code 统一社会信用代码. Source: GB 32100-2015; for characters 9 to 17 GB 11714-1997.

The weights are powers of 3 modulo 31; for the body's own digit 3 7 9 10 5 8 4 2 modulo 11.
"""

from sanshe.core.parties.enums import Kind, R
from sanshe.core.parties.types import CodeFault, CodeParts

ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY"
BODY_WEIGHTS = (3, 7, 9, 10, 5, 8, 4, 2)
CIVIL_AFFAIRS = "5"
SOCIAL = frozenset(Kind) - {Kind.ENTERPRISE, Kind.PUBLIC_BODY}
KINDS = {"51": Kind.ASSOCIATION, "52": Kind.SERVICE, "53": Kind.FOUNDATION, "59": Kind.OTHER}
LENGTH = 18


def tidied(code: str) -> str:
    """As it is compared: capitals, without spaces and hyphens; full-width characters made plain."""
    plain = "".join(chr(ord(c) - 0xFEE0) if "！" <= c <= "～" else c for c in code)
    return "".join(plain.split()).replace("-", "").upper()


def check_character(first: str) -> str:
    """The eighteenth character that the first seventeen call for."""
    total = sum(ALPHABET.index(c) * pow(3, i, 31) for i, c in enumerate(first[:17]))
    return ALPHABET[(31 - total % 31) % 31]


def body_digit(body: str) -> str:
    """The ninth character that the first eight of the body call for; remainder 10 is X, 11 is 0."""
    total = sum((int(c) if c.isdecimal() else ord(c) - 55) * w for c, w in zip(body[:8], BODY_WEIGHTS, strict=True))
    return "0123456789X0"[11 - total % 11]


def code_fault(code: str, *, social: bool = True) -> CodeFault | None:
    """What is wrong with a code; None when it is right. `social`: it must be one of a social organisation."""
    code = tidied(code)
    if len(code) != LENGTH:
        return CodeFault(R.CODE_LENGTH, {"n": len(code), "left": LENGTH - len(code)})
    if wrong := [(i, c) for i, c in enumerate(code, start=1) if c not in ALPHABET]:
        return CodeFault(R.CODE_LETTER, {"place": wrong[0][0], "letter": wrong[0][1]})
    if check_character(code) != code[17]:
        return CodeFault(R.CODE_CHECK, {"right": check_character(code), "given": code[17]})
    return _fault_of_parts(code, social)


def _fault_of_parts(code: str, social: bool) -> CodeFault | None:
    if social and code[0] != CIVIL_AFFAIRS:
        return CodeFault(R.CODE_AUTHORITY, {"given": code[0]})
    if social and code[:2] not in KINDS:
        return CodeFault(R.CODE_KIND, {"given": code[:2]})
    if body_digit(code[8:17]) != code[16]:
        return CodeFault(R.CODE_BODY, {"right": body_digit(code[8:17]), "given": code[16]})
    return None


def code_parts(code: str) -> CodeParts:
    """The four parts of a code of full length."""
    code = tidied(code)
    return CodeParts(code[:2], code[2:8], code[8:17], code[17:], kind_of(code))


def kind_of(code: str) -> Kind:
    """What a code's first characters say: 1 a public body, 5 a social organisation, 9 an enterprise."""
    first = {"1": Kind.PUBLIC_BODY, "9": Kind.ENTERPRISE}
    return KINDS.get(code[:2]) or first.get(code[:1], Kind.OTHER)
