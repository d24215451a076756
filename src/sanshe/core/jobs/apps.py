"""Jobs: the app."""

from django.apps import AppConfig


class JobsConfig(AppConfig):
    """Below everything that has work to put off."""

    name = "sanshe.core.jobs"
    label = "jobs"

    def ready(self) -> None:
        from sanshe.core.jobs import actions, queries  # models are loaded only now
        from sanshe.core.jobs.types import Handler, Rule

        queries.HANDLERS.add("jobs.sweep", Handler(run=lambda payload: actions.sweep(), limit_seconds=120))
        queries.RULES.add("jobs.sweep", Rule(every="day", at_hour=4, job="jobs.sweep"))
        queries.HANDLERS.add(
            "jobs.purge", Handler(run=lambda payload: actions.purge(), limit_seconds=600, atomic=False)
        )
        queries.RULES.add("jobs.purge", Rule(every="day", at_hour=2, job="jobs.purge"))
        queries.HANDLERS.add("jobs.analyse", Handler(run=lambda payload: actions.analyse(), limit_seconds=600))
        queries.RULES.add("jobs.analyse", Rule(every="day", at_hour=3, job="jobs.analyse"))
