"""What incubation tells for the demo: batch 3 from its call to graduation."""

from sanshe.core.kit.story import Story
from sanshe.incubation.phrases.nav import NAME
from sanshe.incubation.story.moments import CHAPTERS
from sanshe.incubation.story.people import PEOPLE, POSTS
from sanshe.incubation.story.sheet import SHEETS
from sanshe.incubation.story.steps import STEPS

STORY = Story(steps=STEPS, title=NAME, chapters=CHAPTERS, people=PEOPLE, posts=POSTS, sheets=SHEETS)
