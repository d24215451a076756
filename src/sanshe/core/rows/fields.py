"""Fields that any row may have."""

from typing import Any

from django.db import models

from sanshe.core.kit import same


class SameName(models.CharField):
    """A name as one compares it, beside the name as it was typed; written whenever the row is saved.

    `update()` does not pass here: set both fields there.
    """

    def __init__(self, *args: Any, source: str = "name", **kwargs: Any) -> None:
        for option, value in {"max_length": 60, "db_index": True, "editable": False, "default": ""}.items():
            kwargs.setdefault(option, value)
        super().__init__(*args, **kwargs)
        self.source = source

    def pre_save(self, instance: models.Model, add: bool) -> Any:
        setattr(instance, self.attname, same.name(getattr(instance, self.source)))
        return super().pre_save(instance, add)
