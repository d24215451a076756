"""Values of fairs."""

from dataclasses import dataclass
from datetime import datetime

from sanshe.fair.enums import Authority, Mode, RiddleState, Twist


@dataclass(frozen=True, slots=True)
class Rule:
    """What is printed at the entrance and stands still from the first slip that hangs."""

    name: str
    opens_at: datetime
    closes_at: datetime
    mode: Mode
    per_card: int
    max_wins: int
    authority: Authority
    partner: str = ""
    lit_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Line:
    """A riddle as its writer enters it."""

    number: int
    text: str
    hint: str
    answer: str
    also: tuple[str, ...] = ()
    twist: Twist = Twist.PLAIN
    theme: str = ""
    gloss: str = ""
    source: str = ""
    wave: int = 1


@dataclass(frozen=True, slots=True)
class Solution:
    """What an answer is held against."""

    hint: str
    answers: tuple[str, ...]
    twist: Twist = Twist.PLAIN


@dataclass(frozen=True, slots=True)
class Tried:
    """What a card did with a riddle before: tries that counted, and when the last of them was."""

    n: int = 0
    last_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Tally:
    """The riddles of a fair, or of a range of it, by what they are."""

    hung: int = 0
    held: int = 0
    won: int = 0
    sealed: int = 0
    expired: int = 0
    waiting: int = 0

    @property
    def whole(self) -> int:
        """Those that hang or hung; what is not up yet stands beside."""
        return self.hung + self.held + self.won + self.sealed + self.expired

    @classmethod
    def of(cls, counts: dict[str, int]) -> "Tally":
        early = counts.get(RiddleState.DRAFT, 0) + counts.get(RiddleState.CHECKED, 0)
        named = {one: counts.get(one, 0) for one in ("hung", "held", "won", "sealed", "expired")}
        return cls(**named, waiting=early)


@dataclass(frozen=True, slots=True)
class Account:
    """One kind of goods: what was brought, handed out, came back, and was counted in the end."""

    brought: int
    issued: int
    returned: int
    left: int
    counted: int | None = None

    @property
    def rest(self) -> int:
        """What was counted; before that, what should be there."""
        return self.left if self.counted is None else self.counted

    @property
    def given(self) -> int:
        """What was handed out and not taken back."""
        return self.issued - self.returned

    @property
    def difference(self) -> int:
        """账差 = 领来 − 发出 + 退回 − 余."""
        return self.brought - self.issued + self.returned - self.rest

    def __add__(self, other: "Account") -> "Account":
        known = None not in (self.counted, other.counted)
        return Account(
            self.brought + other.brought,
            self.issued + other.issued,
            self.returned + other.returned,
            self.left + other.left,
            (self.counted or 0) + (other.counted or 0) if known else None,
        )
