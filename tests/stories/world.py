"""A district with an editor, a checker, a reviewer, a worker who tells, and cases that may be cited."""

from datetime import date

from sanshe.core.areas import actions as areas
from sanshe.core.calendar.actions import load_published
from sanshe.core.consents import actions as consents
from sanshe.core.consents.enums import Medium
from sanshe.core.consents.types import Answer, Asked
from sanshe.core.kit.access import SYSTEM, Actor, Grant
from sanshe.core.kit.ids import new
from sanshe.core.kit.roles import GRANTS
from sanshe.core.kit.shanghai import at
from sanshe.stories import actions, queries
from sanshe.stories.enums import Basis, Trait
from sanshe.stories.types import Case, CaseSource, Said
from tests.consents.world import LINES, last_code

DISTRICT, HERE = "140213", "140213053006"
EARLY = {"by": SYSTEM, "at": at("2022-01-10 08:30")}
NOW = at("2022-02-17 10:00")
DONE = Case("tests.case", new(), "220107-021", at("2022-02-05 00:00"))
LATE = Case("tests.case", new(), "220208-009", at("2022-02-26 00:00"))
PHONES = {"讲述人": "13800000001", "老人": "13800000002"}
LOOKED = dict.fromkeys(Trait, "全文没有")


def person(role, path=DISTRICT):
    return Actor(new(), role, is_staff=True, grants=(Grant(role, frozenset(GRANTS[role]), path),))


def settle(monkeypatch):
    areas.load(lines=LINES, **EARLY)
    load_published(first=2021, last=2025, **EARLY)
    cases = {case.number: case for case in (DONE, LATE)}
    by_key = {case.key: case for case in cases.values()}
    source = CaseSource("案", lambda actor, number: cases.get(number), lambda district, key: by_key.get(key))
    monkeypatch.setattr(queries.CASES, "_items", {"tests.case": source})
    return by_key


def begun(by, title="夜里安静了", path=HERE, when=NOW):
    lead = actions.propose(area_path=path, title=title, teller_name="韩春梅", part="睿和社区", by=by, at=when)
    return actions.begin(lead=actions.answer(lead=lead, yes=True, by=by, at=when), by=by, at=when)


def ask(story, by, part="讲述人", media=(Medium.TEXT,), when=NOW):
    asked = Asked(tuple(media), part, 12, date(2022, 2, 25))
    said = {"matter": queries.matter(by, story.pk), "phone": PHONES[part], "name": f"{part}某"}
    return consents.ask(**said, asked=asked, by=by, at=when)


def answer(request, given=(Medium.TEXT,), declined=(), when=NOW):
    said = {"request": request, "answer": Answer(tuple(given), tuple(declined)), "device": "d", "at": when}
    if given:
        consents.send_code(**said, real=when)
    consents.answer_own(**said, code=last_code() if given else "", by=SYSTEM, real=when)


def agreed(story, by, part="讲述人", when=NOW):
    request = ask(story, by, part, when=when)
    answer(request, when=when)
    return request


def write(story, by, *more, when=NOW):
    """Four sentences that stand on something."""
    rows = [
        Said("1月7日上午电话响了。", Basis.EVENT, DONE, "收到 1月7日"),
        Said("一共花了不到三十块钱。", Basis.SOURCES, sources="收据，同去的社工"),
        Said("怕的不是事多。", Basis.FEELING),
        *more,
    ]
    return [actions.add(story=story, said=one, by=by, at=when) for one in rows]


def whole(editor, when=NOW):
    """A story to the door of print: two people agreed, one of whom a sentence is about."""
    story = begun(editor, when=when)
    teller, old = agreed(story, editor, when=when), agreed(story, editor, "老人", when=when)
    actions.head(story=story, title=story.title, part="睿和社区", teller=teller.person, by=editor, at=when)
    write(
        story, editor, Said("他说，就想睡个整觉。", Basis.SOURCES, sources="韩春梅，同事", person=old.person), when=when
    )
    actions.check(story=story, by=person("appeals_desk"), at=when)
    actions.mask(story=story, looked=LOOKED, by=editor, at=when)
    actions.review(story=story, by=person("civility_officer"), at=when)
    return story, teller, old
