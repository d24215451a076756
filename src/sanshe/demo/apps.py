"""Demo: the app."""

from django.apps import AppConfig


class DemoConfig(AppConfig):
    """The top floor: it tells a story with everybody's actions."""

    name = "sanshe.demo"
    label = "demo"

    def ready(self) -> None:
        from django.conf import settings  # models are loaded only now

        from sanshe.core.accounts.queries import DOOR
        from sanshe.core.jobs.queries import HANDLERS, RULES
        from sanshe.core.jobs.types import Handler, Rule
        from sanshe.core.kit import clock
        from sanshe.core.ui import queries as ui
        from sanshe.demo import phrases, queries, tasks, views

        ui.SENTENCES.update(phrases.SENTENCES)
        HANDLERS.add("demo.seen", Handler(run=tasks.seen, limit_seconds=20))
        if settings.IS_DEMO:
            RULES.add("demo.seen", Rule(every="minute", job="demo.seen"))
            clock.shift_comes_from(queries.shift)
            DOOR.append(views.door)
            ui.DEMO.append(views.clock_line)

    def on_start(self) -> None:
        """The house starts: the demo's clock goes on where it stood."""
        from django.conf import settings

        from sanshe.core.kit import clock
        from sanshe.demo.actions.clock import resume

        if settings.IS_DEMO:
            resume(real=clock.real())
