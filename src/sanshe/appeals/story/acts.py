"""The steps of which the story is made: each is one act on one matter, at its minute, by who does it."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from sanshe.appeals import actions
from sanshe.appeals.enums import About, Channel, Outcome, PauseReason, Reach, Satisfied, Solved, Way
from sanshe.appeals.models import Appeal, Category, DutyItem
from sanshe.appeals.queries.appeals import lead
from sanshe.appeals.story.given import CATEGORIES
from sanshe.appeals.story.people import CALLER, DESK, DISTRICT, RUIHE, WORKERS, actor, manager_of
from sanshe.appeals.types import Told, Unit
from sanshe.core.areas.queries import name_of
from sanshe.core.kit.access import NOBODY
from sanshe.core.kit.story import Step

Tell = Callable[[datetime], object]


@dataclass(frozen=True, slots=True)
class Matter:
    """A matter of the story: its number, where, of what kind, its words; `phone` is empty for who left none."""

    number: str
    place: str
    kind: str
    title: str
    text: str
    where: str = ""
    name: str = ""
    phone: str = ""
    channel: Channel = Channel.PHONE

    @property
    def worker(self) -> str:
        return WORKERS[self.place]

    @property
    def manager(self) -> str:
        return manager_of(self.place)


def row_of(number: str) -> Appeal:
    return Appeal.objects.select_related("category").get(district=DISTRICT, number=number)


def steps(*acts: tuple[str, Tell]) -> list[Step]:
    """A matter's acts, each at its minute; a day without a year is of 2022."""
    return [Step(f"2022-{at}", tell) for at, tell in acts]


def take(matter: Matter, answered: str = "") -> Tell:
    """Typed by the desk and read back, or handed in by its resident."""

    def tell(when: datetime) -> None:
        kind = Category.objects.get(area_path=DISTRICT, name=matter.kind)
        told = Told(matter.text, matter.where, matter.name, matter.phone)
        own = matter.channel == Channel.WEB
        said = {"category": kind, "channel": matter.channel, "title": matter.title, "told": told, "is_read_back": True}
        by = NOBODY if own else actor(DESK, when)
        taken = actions.take_in(area_path=matter.place, **said, answered=answered, by=by, at=when)
        assert taken.appeal.number == matter.number, (taken.appeal.number, matter.number)

    return tell


def accept(matter: Matter, item: str = "") -> Tell:
    def tell(when: datetime) -> None:
        duty = DutyItem.objects.get(area_path=DISTRICT, number=item or CATEGORIES[matter.kind][2])
        actions.accept(appeal=row_of(matter.number), duty_item=duty, by=actor(matter.manager, when), at=when)

    return tell


def send(matter: Matter, to: str = "", helped_by: tuple[str, ...] = ()) -> Tell:
    """To the community of the place, or to a unit by its name."""

    def tell(when: datetime) -> None:
        unit = Unit(to) if to else Unit(name_of(matter.place), matter.place)
        helpers = [Unit(name) for name in helped_by]
        said = {"to": unit, "helped_by": helpers, "by": actor(matter.manager, when)}
        actions.dispatch(appeal=row_of(matter.number), **said, at=when)

    return tell


def accept_and_send(matter: Matter) -> Tell:
    """Both in one minute, by the subdistrict."""

    def tell(when: datetime) -> None:
        duty = DutyItem.objects.get(area_path=DISTRICT, number=CATEGORIES[matter.kind][2])
        row, who = row_of(matter.number), {"by": actor(matter.manager, when), "at": when}
        actions.accept(appeal=row, duty_item=duty, **who)
        actions.dispatch(appeal=row, to=Unit(name_of(matter.place), matter.place), **who)

    return tell


def take_on(matter: Matter, *, is_begun: bool = True) -> Tell:
    """Signed, the resident called, begun: in one go, as one does."""

    def tell(when: datetime) -> None:
        leg, who = lead(row_of(matter.number)), {"by": actor(matter.worker, when), "at": when}
        assert leg is not None
        actions.sign(leg=leg, **who)
        actions.contact(appeal=leg.appeal, way=Way.PHONE, is_reached=True, **who)
        if is_begun:
            actions.begin(appeal=leg.appeal, **who)

    return tell


def _on_leg(act: Callable[..., object], who: str, matter: Matter, **said: object) -> Tell:
    def tell(when: datetime) -> None:
        act(leg=lead(row_of(matter.number)), **said, by=actor(who, when), at=when)

    return tell


def _on_row(act: Callable[..., object], who: str, matter: Matter, **said: object) -> Tell:
    def tell(when: datetime) -> None:
        act(appeal=row_of(matter.number), **said, by=actor(who, when) if who else NOBODY, at=when)

    return tell


def sign(matter: Matter) -> Tell:
    return _on_leg(actions.sign, matter.worker, matter)


def dispute(matter: Matter, why: str) -> Tell:
    return _on_leg(actions.dispute, matter.worker, matter, why=why)


def uphold(matter: Matter, why: str) -> Tell:
    return _on_leg(actions.decide_dispute, matter.manager, matter, is_upheld=True, why=why)


def contact(matter: Matter, said: str = "", way: Way = Way.PHONE) -> Tell:
    return _on_row(actions.contact, matter.worker, matter, way=way, is_reached=True, said=said)


def begin(matter: Matter) -> Tell:
    return _on_row(actions.begin, matter.worker, matter)


def pause(matter: Matter, proof: str) -> Tell:
    def tell(when: datetime) -> None:
        said = {"reason": PauseReason.RESIDENT, "proof": proof, "told_at": when - timedelta(minutes=10)}
        actions.pause(appeal=row_of(matter.number), **said, by=actor(matter.worker, when), at=when)

    return tell


def resume(matter: Matter) -> Tell:
    return _on_row(actions.resume, matter.worker, matter)


def report(matter: Matter, what: str, outcome: Outcome = Outcome.RESOLVED) -> Tell:
    return _on_row(actions.report_handled, matter.worker, matter, what=what, outcome=outcome)


def name_verifier(matter: Matter, person: str, place: str = RUIHE) -> Tell:
    def tell(when: datetime) -> None:
        said = {"person": actor(person, when).key, "place": place, "by": actor(matter.manager, when)}
        actions.name_verifier(appeal=row_of(matter.number), **said, at=when)

    return tell


def verify(matter: Matter, found: str, by: str = "") -> Tell:
    """By who was named, else by the subdistrict."""
    said = {"is_passed": True, "is_seen": True, "found": found}
    return _on_row(actions.verify, by or matter.manager, matter, **said)


def call(matter: Matter, solved: Solved | None, satisfied: Satisfied = Satisfied.UNSAID, words: str = "",
         wants_redo: bool | None = None) -> Tell:  # fmt: skip
    said = {"reach": Reach.REACHED if solved else Reach.NO_ANSWER, "solved": solved, "satisfied": satisfied}
    more = {"words": words, "is_read_back": bool(words), "wants_redo": wants_redo}
    return _on_row(actions.call_back, CALLER, matter, **said, **more)


def redirect(matter: Matter, where: str) -> Tell:
    return _on_row(actions.redirect, DESK, matter, where=where)


def decline(matter: Matter, ground: object, where: str) -> Tell:
    return _on_row(actions.decline, DESK, matter, ground=ground, where=where)


def withdraw(matter: Matter) -> Tell:
    return _on_row(actions.withdraw, DESK, matter)


def night(matter: Matter, day: str, times: int) -> Tell:
    return _on_row(actions.note_night, "", matter, night=date.fromisoformat(f"2022-{day}"), times=times)


def add(matter: Matter, about: About, words: str = "") -> Tell:
    return _on_row(actions.add, "", matter, about=about, words=words)


def later(at: str, minutes: int) -> str:
    """A minute of 2022, so many minutes on."""
    found = datetime.fromisoformat(f"2022-{at}") + timedelta(minutes=minutes)
    return f"{found:%m-%d %H:%M}"
