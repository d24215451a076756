"""Stories are told as one: by time, each step once, a step at a moment's own minute before one steps in there."""

import pytest

from sanshe.core.kit.registry import Registry
from sanshe.core.kit.story import Chapter, Moment, Step, Story
from sanshe.demo import queries
from sanshe.demo.actions import story


@pytest.fixture
def heard(monkeypatch):
    """What two stories say, told as one: (moment, its lines) in order, from the beginning or behind a moment."""
    said = []
    day = Chapter("一天", (Moment("a", "2022-01-01 10:00", "", ()), Moment("b", "2022-01-01 12:00", "", ())))
    stories = Registry("story")
    stories.add("one", Story(steps=(_step("2022-01-01 12:00", said), _step("2022-01-01 10:00", said)), chapters=(day,)))
    stories.add("two", Story(steps=(_step("2022-01-01 11:00", said), _step("2022-01-01 10:00:01", said))))
    for module in (queries, story):
        monkeypatch.setattr(module, "STORIES", stories)
    monkeypatch.setattr(story, "found", lambda: said.append("found"))

    def tell(after=""):
        for code, step in story.steps(after):
            said.clear()
            step()
            yield code, list(said)

    return tell


def _step(at, said):
    return Step(at, lambda when: said.append(at[11:]))


def test_each_step_is_told_once_in_order_of_time_and_before_the_moment_of_its_minute(heard):
    assert list(heard()) == [("a", ["found", "10:00"]), ("b", ["10:00:01", "11:00", "12:00"])]


def test_behind_a_moment_the_story_goes_on_and_nobody_founds_the_district_again(heard):
    assert list(heard(after="a")) == [("b", ["10:00:01", "11:00", "12:00"])]
    assert list(heard(after="b")) == []
