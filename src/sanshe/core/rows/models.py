"""What the rows of all apps are made from. Abstract: this app has no table of its own."""

from typing import Any, ClassVar

from django.db import models
from django.db.models import Q

from sanshe.core.kit import ids
from sanshe.core.rows import adapters
from sanshe.core.rows.types import Mark


class Keyed(models.Model):
    """A row with a key that a device may make before it meets a server.

    `KIND` is what the record calls it, where that is not the name of its table.
    """

    KIND: ClassVar[str] = ""

    id = models.UUIDField(primary_key=True, default=ids.new, editable=False)

    class Meta:
        abstract = True


class Placed(Keyed):
    """A row that belongs to an area: who may see it is decided by `queries.within`."""

    area_path = models.CharField(max_length=15, db_index=True)

    class Meta:
        abstract = True


class Versioned(Keyed):
    """A row that changes: only as it was read, told by its version (`actions.change`, `actions.move`)."""

    version = models.PositiveIntegerField(default=1)

    class Meta:
        abstract = True

    @property
    def mark(self) -> str:
        """What a form says of the page it stands on: `<c-form drawn="{{ row.mark }}">`."""
        return adapters.sign(Mark(self._meta.label_lower, self.pk, self.version))


class Row(Placed, Versioned):
    """A row of an area that changes."""

    class Meta:
        abstract = True


class Standing(models.Manager[Any]):
    """What counts: nothing that was struck. It is the default, so no figure can forget to leave a struck row out."""

    def get_queryset(self) -> models.QuerySet[Any]:
        return super().get_queryset().filter(struck_at=None)


class Recorded(Placed):
    """A fact put down 记下的事: entered wrongly, it is struck with a reason and never edited.

    `objects` is what stands; `every` also has what was struck, for pages that show it crossed out. `SAID` names the
    fields that the record keeps when it is struck.
    """

    SAID: ClassVar[tuple[str, ...]] = ()

    struck_at = models.DateTimeField(null=True)
    struck_by = models.UUIDField(null=True)
    struck_why = models.CharField(max_length=200, blank=True)

    objects = Standing()
    every = models.Manager()  # noqa: DJ012  # a second manager, which the check takes for a field

    class Meta:
        abstract = True

    @property
    def on_record(self) -> Placed:
        """The row on whose record it stands; a part says that of its whole."""
        return self

    @staticmethod
    def constraint(name: str) -> models.CheckConstraint:
        """Nothing is struck without a reason."""
        return models.CheckConstraint(condition=Q(struck_at__isnull=True) | ~Q(struck_why=""), name=name)
