"""Demo: the app."""

from typing import Any

from django.apps import AppConfig
from django.core import checks


class DemoConfig(AppConfig):
    """The top floor: it tells a story with everybody's actions."""

    name = "sanshe.demo"
    label = "demo"

    def ready(self) -> None:
        from django.conf import settings  # models are loaded only now

        from sanshe.core.accounts.queries import DOOR
        from sanshe.core.figures.management import MOMENT
        from sanshe.core.jobs.queries import HANDLERS, RULES
        from sanshe.core.jobs.types import Handler, Rule
        from sanshe.core.kit import clock
        from sanshe.core.kit.story import STORIES
        from sanshe.core.ui import queries as ui
        from sanshe.demo import phrases, queries, tasks, views
        from sanshe.demo.story import STORY

        checks.register(refusal_of_settings)
        STORIES.add("demo", STORY)
        ui.SENTENCES.update(phrases.SENTENCES)
        HANDLERS.add("demo.seen", Handler(run=tasks.seen, limit_seconds=20))
        if settings.IS_DEMO:
            RULES.add("demo.seen", Rule(every="minute", job="demo.seen"))
            MOMENT.fill(queries.standing_at)
            clock.shift_comes_from(queries.shift)
            DOOR.append(views.door)
            ui.DEMO.fill(views.clock_line)
            ui.add_slot("imports.import", views.sheet_line)

    def on_start(self) -> None:
        """The house starts: the demo's clock goes on where it stood."""
        from django.conf import settings

        from sanshe.core.kit import clock
        from sanshe.demo import phrases, queries
        from sanshe.demo.actions.clock import resume

        if faults := refusal_of_settings():
            raise SystemExit(faults[0].msg)
        if queries.is_left_over():
            raise SystemExit(str(phrases.LEFT_OVER))
        if settings.IS_DEMO:
            resume(real=clock.real())


def refusal_of_settings(**_: Any) -> list[checks.CheckMessage]:
    """A demo's folder is never served by production settings, and lies on SQLite: its chapters are files."""
    from django.conf import settings  # read when asked, not when imported

    if not settings.HAS_DEMO_FLAG:
        return []
    if settings.PRODUCTION:
        hint = "给 SANSHE_DATA 另一个文件夹，或者去掉 SANSHE_PRODUCTION。"
        return [checks.Error("这个数据文件夹是演示区，不能用生产设置打开。", hint=hint, id="demo.E001")]
    if not settings.DATABASES["default"]["ENGINE"].endswith("sqlite3"):
        return [checks.Error("演示区只用 SQLite。", hint="去掉 DATABASE_URL。", id="demo.E002")]
    return []
