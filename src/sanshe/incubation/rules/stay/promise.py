"""What was promised beside what was given: more than promised is shown, never hidden."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Promise:
    """What an agreement promised of one kind, and what was given so far, in the same unit."""

    promised: int
    given: int

    @property
    def left(self) -> int:
        return max(self.promised - self.given, 0)

    @property
    def over(self) -> int:
        return max(self.given - self.promised, 0)

    @property
    def share(self) -> int:
        """The part given, 0 to 100."""
        return min(100, 100 * self.given // self.promised) if self.promised else 100 * (self.given > 0)
