"""Rows made from rows: copies of what a table holds, changed field by field, and rows made of nothing."""

import datetime
import itertools
import uuid

from django.db import DatabaseError, IntegrityError, models, transaction

ONE = uuid.UUID(int=1)
MOST = 4  # fields that are changed at once
BOUND = {"months": 12}  # what a field says that a rule of its table binds


def values(field, fresh):
    """What a field could say instead: its choices, nothing, both sides of every usual bound; last what no row has."""
    new = new_value(field, fresh)
    found = [None] if field.null else []
    if field.choices:
        return [*found, *(value for value, _label in field.flatchoices)]
    if isinstance(field, models.BooleanField):
        return [*found, False, True]
    if isinstance(field, models.JSONField):
        return [*found, {}, [], {"x": 1}]
    if isinstance(field, models.IntegerField):
        return [*found, 0, 1, -1, 2, 9999, new]
    if isinstance(field, models.DateField):
        return [*found, new_value(field, -9999), new_value(field, 9999), new]
    if isinstance(field, models.CharField | models.TextField):
        return [*found, "", "x", new]
    return [*found, *([ONE] if is_key(field) else []), new]


def is_key(field):
    return isinstance(getattr(field, "target_field", field), models.UUIDField)


def new_value(field, fresh):
    """A value of this kind that no row has."""
    if is_key(field):
        return uuid.uuid4()
    if isinstance(field, models.DateTimeField):
        return datetime.datetime(2050, 1, 1, tzinfo=datetime.UTC) + datetime.timedelta(days=fresh)
    if isinstance(field, models.DateField):
        return datetime.date(2050, 1, 1) + datetime.timedelta(days=fresh)
    if isinstance(field, models.TimeField):
        return datetime.time(fresh % 24)
    if isinstance(field, models.BooleanField):
        return True
    if isinstance(field, models.JSONField):
        return {}
    if isinstance(field, models.BinaryField):
        return b"x"
    if isinstance(getattr(field, "target_field", field), models.IntegerField):
        return 20_000 + fresh
    return uuid.uuid4().hex[: field.max_length]


class Maker:
    """Copies of the rows of one table."""

    def __init__(self, model):
        self.model, self.numbers = model, itertools.count(1)

    def seeds(self, condition=None):
        """Rows to copy: told ones that the condition covers, told ones, one made of nothing."""
        rows = self.model._base_manager
        told = list(rows.filter(condition).order_by("pk")[:2]) if condition else []
        return [*told, *rows.order_by("pk")[:3], self.made()]

    def made(self):
        """A row of nothing but what its fields begin with, and a value where they begin with nothing: a row that is
        there where another one is named."""
        row = self.model()
        for field in self.model._meta.local_concrete_fields:
            is_open = not field.primary_key and not field.has_default() and not field.null
            if is_open and not (field.blank and field.empty_strings_allowed):
                setattr(row, field.attname, self.first(field))
        return row

    def first(self, field):
        if field.name in BOUND:
            return BOUND[field.name]
        if field.choices:
            return field.flatchoices[0][0]
        rows = field.related_model._base_manager.order_by("pk") if field.many_to_one else None
        there = rows.values_list(field.target_field.name, flat=True).first() if rows is not None else None
        return there or new_value(field, next(self.numbers))

    def copy(self, row, change):
        """Another row that says the same, but for its key and the change."""
        said = {one.attname: getattr(row, one.attname) for one in self.model._meta.local_concrete_fields}
        key = self.model._meta.pk
        said[key.attname] = None if isinstance(key, models.AutoField) else new_value(key, next(self.numbers))
        return self.model(**said | change)

    def put(self, row):
        """What the database says against one row more: nothing, or its fault."""
        stand_in(row)
        try:
            with transaction.atomic():
                self.model._base_manager.bulk_create([row])
        except IntegrityError as fault:
            return fault
        except (DatabaseError, ValueError, TypeError, OverflowError):  # no value for such a field at all
            return None
        return None

    def changes(self, fields, base=None):
        """No change, then one field after the other, then two at once and so on."""
        fields = sorted(fields, key=lambda one: one.name)
        for number in range(min(len(fields), MOST) + 1):
            for some in itertools.combinations(fields, number):
                for said in itertools.product(*(values(one, next(self.numbers)) for one in some)):
                    yield (base or {}) | {source(one): value for one, value in zip(some, said, strict=True)}


def stand_in(row):
    """For the one row that belongs to this one a blank, where it was not read: it may not be there at all."""
    for field in row._meta.local_concrete_fields:
        if field.one_to_one and (key := getattr(row, field.attname)) and not field.is_cached(row):
            field.set_cached_value(row, field.related_model(pk=key))


def source(field):
    """Where a field's value comes from: a field kept beside another one is written from that."""
    return getattr(field, "source", field.attname)
