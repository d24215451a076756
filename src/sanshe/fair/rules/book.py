"""The book of riddles: what a riddle needs, and what its checker is warned of."""

import re
from collections import Counter
from collections.abc import Iterable

from sanshe.fair.enums import Lint, R, Twist
from sanshe.fair.rules.answer import fixed_lengths, plain
from sanshe.fair.types import Line

MOST = 500  # riddles of one fair
TWISTS = {"秋千格": Twist.SWING, "卷帘格": Twist.BLIND}
IDIOM = "成语四字"  # an idiom has four signs


def refusal_of_line(line: Line) -> R | None:
    """A riddle has a text, a hint and an answer."""
    if not line.text.strip():
        return R.NO_TEXT
    if not line.hint.strip():
        return R.NO_HINT
    return None if plain(line.answer) else R.NO_SOLUTION


def refusal_of_book(lines: Iterable[Line]) -> R | None:
    """Numbers from 1 without a gap, as they hang."""
    numbers = [line.number for line in lines]
    if not numbers or len(numbers) > MOST or numbers != list(range(1, len(numbers) + 1)):
        return R.BAD_LINE
    return None


def shown(line: Line) -> str:
    """The signs of the answer that already stand in the text 露面; other accepted answers may."""
    return "".join(sign for sign in dict.fromkeys(plain(line.answer)) if sign in plain_text(line.text))


def plain_text(text: str) -> str:
    """A text whole: unlike an answer it is never cut."""
    return "".join(map(plain, text))


def lint(line: Line, twice: Iterable[str]) -> list[Lint]:
    """What to look at before it hangs. It warns and refuses nothing."""
    found = [Lint.SHOWS] if shown(line) else []
    lengths = fixed_lengths(line.hint, [IDIOM])
    if lengths and len(plain(line.answer)) not in lengths:
        found.append(Lint.LENGTH)
    return [*found, Lint.TWICE] if plain(line.answer) in twice else found


def answered_twice(lines: Iterable[Line]) -> frozenset[str]:
    """Answers that more than one riddle of a fair has."""
    counts = Counter(plain(line.answer) for line in lines)
    return frozenset(one for one, n in counts.items() if n > 1)


def parts_of(text: str, size: int) -> list[Line]:
    """A book as it is copied out of a sheet: a line a riddle, its columns apart by a tab or a comma; a head is passed
    over. Every `size` of them are a wave."""
    rows = [re.split(r"[\t,]", line.strip("\ufeff \r")) for line in text.splitlines() if line.strip()]
    return [_line(row, size) for row in rows if row[0].strip().isdecimal()]


def _line(row: list[str], size: int) -> Line:
    number, theme, text, hint, twist, answer, also, _length, source, gloss, *_more = [
        *(cell.strip() for cell in row), *[""] * 10
    ]  # fmt: skip
    return Line(
        number=int(number[:6]),
        text=text,
        hint=hint,
        answer=answer,
        also=tuple(one for one in also.split("、") if one),
        twist=TWISTS.get(twist, Twist.PLAIN),
        theme=theme,
        gloss=gloss,
        source=source,
        wave=(int(number[:6]) - 1) // size + 1,
    )
