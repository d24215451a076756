"""The one way to compare names and telephones, however they were typed: width, spaces, marks, +86."""

import re
import unicodedata

from sanshe.core.kit.plain import plain

_DOTS = re.compile("[\u00b7\u2022\u2027\u2219\u22c5\u30fb\u25cf\u2024.]")
_OPEN, _CLOSE = "[{〔【〖〈《「『❨", "]}〕】〗〉》」』❩"
_BRACKETS = str.maketrans(_OPEN + _CLOSE, "(" * len(_OPEN) + ")" * len(_CLOSE))
_MARKS = re.compile(r"[、,;:/|&+\n\r\t]+|\d+[.)]|\(\d+\)")
_TRUNK = re.compile(r"^(?:00|\+)86")
_MOBILE = r"1[3-9]\d{9}"
_LANDLINE = r"(?:0\d{2,3})?[2-8]\d{6,7}|[48]00\d{7}"
_PHONE = re.compile(rf"(?:{_MOBILE}|(?:{_LANDLINE})(?:x\d{{1,6}})?)")
_BETWEEN = re.compile(r"[\s()\-\u2010-\u2015\u2212/.·_]+")


def _wide(text: str) -> str:
    """Full width made plain, and nothing that nobody sees."""
    return plain(unicodedata.normalize("NFKC", text))


def name(text: str) -> str:
    """A name as one compares it: no spaces, one dot for all middle dots, round brackets for all, small letters."""
    squeezed = re.sub(r"\s", "", _wide(text)).translate(_BRACKETS)
    return _DOTS.sub("·", squeezed).casefold()


def people(text: str) -> tuple[str, ...]:
    """The names in a list, whatever mark stands between them; each once, as one compares them.

    Where nothing but blanks does, a lone character belongs to what follows it: 李 四 王五 are two people.
    """
    parts = [part.strip() for part in _MARKS.split(_wide(text)) if part.strip()]
    if len(parts) == 1:
        parts = _words(parts[0])
    return tuple(dict.fromkeys(name(part) for part in parts))


def _words(text: str) -> list[str]:
    words: list[str] = []
    for one in text.split():
        if words and len(words[-1]) == 1:
            words[-1] += one
        else:
            words.append(one)
    return words


def phone(text: str) -> str:
    """The digits of a telephone as one compares them: no separators, no country code 86."""
    shown = re.sub(r"[^\d+]", "", _wide(text))
    digits = re.sub(r"\D", "", _TRUNK.sub("", shown))
    if _TRUNK.match(shown) and digits and not re.fullmatch(rf"{_MOBILE}|0\d*", digits):
        return f"0{digits}"  # +86 352 … is 0352 … at home
    return re.sub(rf"^86(?={_MOBILE}$)", "", digits)


def is_phone(text: str) -> bool:
    """Whether it is one whole telephone: a mobile, a landline or 400; an extension may follow the last two."""
    shown = re.sub(r"(?:转|ext\.?|x|#)\s*(?=\d{1,6}\s*$)", "x", _wide(text).strip().casefold())
    number, mark, extension = shown.partition("x")
    bare = _BETWEEN.sub("", number)
    if not re.fullmatch(r"\+?\d+", bare):
        return False
    return _PHONE.fullmatch(phone(bare) + (f"x{extension.strip()}" if mark else "")) is not None
