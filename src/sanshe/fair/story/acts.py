"""What happens at a fair, one act at its own moment: people answer, come to a desk, are paid or sent away."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import datetime
from importlib.resources import files

from sanshe.core.kit.access import NOBODY, Actor
from sanshe.core.kit.refused import Refused
from sanshe.core.kit.shanghai import at
from sanshe.core.kit.story import Step
from sanshe.fair import actions
from sanshe.fair.models import Card, Desk, Fair, Riddle, Ruling, Stock, Win
from sanshe.fair.queries import play
from sanshe.fair.queries.fairs import desks
from sanshe.fair.story.people import actor

Act = Callable[["Stage", datetime], object]


@dataclass(frozen=True, slots=True)
class Stage:
    """A fair with what is looked up again and again."""

    fair: Fair
    cards: dict[int, Card]
    desks: list[Desk]
    people: dict[str, Actor] = field(default_factory=dict)

    def actor(self, key: str, when: datetime) -> Actor:
        """Somebody of the story; nobody's appointment changes within a part."""
        if key not in self.people:
            self.people[key] = actor(key, when)
        return self.people[key]

    def riddle(self, number: int) -> Riddle:
        found = play.riddle(self.fair, number)
        assert found is not None
        return found

    def desk(self, number: int) -> Desk:
        """Whose range it is; no desk changes within a part."""
        return next(one for one in self.desks if one.first <= number <= one.last)

    def stock(self, number: int, good: str) -> Stock:
        return Stock.objects.select_related("good").get(desk=self.desk(number), good__name=good)


def book(name: str) -> str:
    """A book of riddles as it lies beside the story."""
    return (files("sanshe.fair.story") / "data" / name).read_text(encoding="utf-8-sig")


def steps(path: str, plan: Iterable[tuple[str, Act]], ends: Iterable[str]) -> tuple[Step, ...]:
    """The acts of a fair in order, cut at some moments: each is done at its own."""
    left = sorted(plan, key=lambda one: one[0])
    found = []
    for end in ends:
        part = [one for one in left if one[0] < end]
        left = left[len(part) :]
        if part:
            found.append(Step(part[-1][0], _tell(path, part)))
    return tuple(found)


def _tell(path: str, part: list[tuple[str, Act]]) -> Callable[[datetime], object]:
    def tell(when: datetime) -> None:
        fair = Fair.objects.get(area_path=path)
        cards = Card.objects.filter(fair=fair).select_related("fair")
        stage = Stage(fair, {card.number: card for card in cards}, desks(fair))
        for moment, act in part:
            act(stage, at(moment))

    return tell


def hangs(wave: int, by: str) -> Act:
    def act(stage: Stage, when: datetime) -> None:
        actions.hang(fair=stage.fair, wave=wave, by=stage.actor(by, when), at=when)
        stage.desks[:] = desks(stage.fair)  # they know the fair as it is now

    return act


def answers(number: int, card: int, said: str = "") -> Act:
    """By telephone; the right answer where nothing else is said."""

    def act(stage: Stage, when: datetime) -> None:
        riddle = stage.riddle(number)
        actions.answer(card=stage.cards[card], riddle=riddle, said=said or riddle.answer, by=NOBODY, at=when)

    return act


def tears(number: int) -> Act:
    def act(stage: Stage, when: datetime) -> None:
        actions.tear(riddle=stage.riddle(number), by=NOBODY, at=when)

    return act


def looks(number: int, by: str) -> Act:
    def act(stage: Stage, when: datetime) -> None:
        actions.look(desk=stage.desk(number), number=number, by=stage.actor(by, when), at=when)

    return act


def wins(number: int, card: int, good: str, by: str) -> Act:
    """Said rightly at the desk; without a good its prize waits."""

    def act(stage: Stage, when: datetime) -> None:
        stock = stage.stock(number, good) if good else None
        where = {"desk": stage.desk(number), "riddle": stage.riddle(number), "card": stage.cards[card]}
        actions.won(**where, stock=stock, by=stage.actor(by, when), at=when)

    return act


def misses(number: int, card: int, by: str) -> Act:
    def act(stage: Stage, when: datetime) -> None:
        where = {"desk": stage.desk(number), "riddle": stage.riddle(number), "card": stage.cards[card]}
        actions.wrong(**where, by=stage.actor(by, when), at=when)

    return act


def fetches(number: int, good: str, by: str) -> Act:
    def act(stage: Stage, when: datetime) -> None:
        won, stock = Win.objects.select_related("riddle").get(riddle=stage.riddle(number)), stage.stock(number, good)
        actions.hand_out(
            desk=stage.desk(number), win=won, stock=stock, code=won.code, by=stage.actor(by, when), at=when
        )

    return act


def comes_again(number: int, desk_of: int, by: str) -> Act:
    """A slip at a desk that does not pay it: sent away, and written down."""

    def act(stage: Stage, when: datetime) -> None:
        try:
            actions.look(desk=stage.desk(desk_of), number=number, by=stage.actor(by, when), at=when)
        except Refused:
            return
        raise AssertionError(number)

    return act


def seals(number: int, by: str, why: str) -> Act:
    def act(stage: Stage, when: datetime) -> None:
        where = {"desk": stage.desk(number), "riddle": stage.riddle(number)}
        actions.seal(**where, reason=why, by=stage.actor(by, when), at=when)

    return act


def asks_answer(number: int, answer: str, why: str, by: str) -> Act:
    def act(stage: Stage, when: datetime) -> None:
        actions.ask_answer(riddle=stage.riddle(number), answer=answer, reason=why, by=stage.actor(by, when), at=when)

    return act


def asks_back(number: int, why: str, by: str) -> Act:
    def act(stage: Stage, when: datetime) -> None:
        won = Win.objects.select_related("riddle__fair").get(riddle=stage.riddle(number))
        actions.ask_void(win=won, reason=why, is_returned=True, by=stage.actor(by, when), at=when)

    return act


def agrees(number: int, by: str) -> Act:
    def act(stage: Stage, when: datetime) -> None:
        ruling = Ruling.objects.select_related("riddle__fair", "win").get(riddle=stage.riddle(number))
        actions.agree(ruling=ruling, by=stage.actor(by, when), at=when)

    return act
