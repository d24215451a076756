"""Every constraint of every table is broken once: what may stand in one row only stands in two, and a row says what
none may say. Made from the models; the rows are those of the told district, copied, or made of nothing where it has
none.

Keys to other rows are looked at when a transaction ends, and this one never does: a copy may point anywhere.
"""

import itertools
import re
from uuid import uuid4

import pytest
from django.apps import apps
from django.db import IntegrityError, models, transaction
from django.db.models import F, Q

from sanshe.core.areas.models import Area
from sanshe.core.parties.models import Organisation
from tests.copies import Maker, is_key, new_value, source

pytestmark = pytest.mark.django_db
UNTIL = "0216a"
COLUMNS = re.compile(r"Key \(([^)]*)\)=|UNIQUE constraint failed: (.*)")


SAID = {  # what a row has to say for a rule about doubles to speak of it, where other rules of its table bind it too
    "fair.Desk.one_desk_a_number": {"last": 30_000},
    "fair.Try.one_try_a_turn": {"ordinal": 1, "verdict": "wrong"},
    "field.Event.one_event_a_content": {"twin_id": uuid4()},
    "patrol.Finding.one_open_finding_a_premises_and_class": {"state": "found", "ending_id": None},
}


def kept():
    """(table, constraint) for all of ours; a field that is unique by itself is a constraint like any other."""
    for model in apps.get_models():
        if model.__module__.startswith("sanshe."):
            yield from ((model, one) for one in model._meta.constraints)
            alone = [field for field in model._meta.local_fields if field.unique and not field.primary_key]
            yield from ((model, models.UniqueConstraint(fields=[one.name], name=f"({one.column})")) for one in alone)


def name_of(pair):
    return f"{pair[0]._meta.label}.{pair[1].name}"


def fields_of(model, asked):
    """The fields a condition speaks about, on both of its sides."""
    if isinstance(asked, F):
        return {model._meta.get_field(asked.name)}
    if isinstance(asked, Q):
        return set().union(*(fields_of(model, child) for child in asked.children))
    if isinstance(asked, tuple):
        other = fields_of(model, asked[1]) if isinstance(asked[1], F) else set()
        return {model._meta.get_field(asked[0].split("__")[0])} | other
    sources = asked.get_source_expressions() if hasattr(asked, "get_source_expressions") else ()
    return set().union(*(fields_of(model, one) for one in sources if one is not None))


def fields_kept(model, constraint):
    named = [model._meta.get_field(name) for name in getattr(constraint, "fields", ())]
    of = set().union(*(fields_of(model, one) for one in getattr(constraint, "expressions", ())))
    return {*named} | of


def is_named(fault, model, constraint):
    """Whether the database complains of exactly this constraint: by its name, or by its columns."""
    if constraint.name in re.split(r"\W+", str(fault)):
        return True
    if isinstance(constraint, models.CheckConstraint) or not (found := COLUMNS.search(str(fault))):
        return False
    columns = {one.strip().split(".")[-1].strip('"') for one in (found[1] or found[2]).split(",")}
    return columns == {one.column for one in fields_kept(model, constraint)}


def is_broken(model, constraint):
    """Whether a row is found that the database refuses for exactly this reason; what was put in is gone again."""
    maker = Maker(model)
    with transaction.atomic():
        tries = checked if isinstance(constraint, models.CheckConstraint) else doubled
        found = any(tries(maker, row, constraint) for row in maker.seeds(constraint.condition))
        transaction.set_rollback(True)
    return found


def checked(maker, row, constraint):
    """The row says something that the condition does not allow."""
    fields = fields_of(maker.model, constraint.condition)
    for change in maker.changes(fields, fresh(maker, other_fields(maker.model, constraint, fields))):
        if (fault := maker.put(maker.copy(row, change))) and is_named(fault, maker.model, constraint):
            return True
    return False


def doubled(maker, row, constraint):
    """One row of this kind goes in, beside those that are there; its double does not."""
    own, model = fields_kept(maker.model, constraint), maker.model
    said = fields_of(model, constraint.condition) if constraint.condition else set()
    elsewhere = other_fields(model, constraint, own | said)
    new = maker.changes(said, fresh(maker, own - said | elsewhere))
    more = SAID.get(name_of((model, constraint)), {})
    for change in itertools.chain(new, maker.changes(own | said, fresh(maker, elsewhere))):
        first, point = maker.copy(row, change | more), transaction.savepoint()
        if maker.put(first) is None and stands(first, constraint):
            fault = maker.put(maker.copy(first, fresh(maker, elsewhere) | more))
            return fault is not None and is_named(fault, model, constraint)
        transaction.savepoint_rollback(point)
    return False


def stands(row, constraint):
    """Whether the row is there, and the constraint speaks about it."""
    rows = type(row)._base_manager.filter(pk=row.pk)
    return (rows.filter(constraint.condition) if constraint.condition else rows).exists()


def other_fields(model, constraint, own):
    """One field of each other rule about doubles, a key if it has one: there it says something new, and is kept."""
    of = [one for kept_by, one in kept() if kept_by is model and one.name != constraint.name]
    named = [
        sorted(fields_kept(model, one) - own, key=is_other) for one in of if isinstance(one, models.UniqueConstraint)
    ]
    return {fields[0] for fields in named if fields}


def is_other(field):
    return not is_key(field), bool(field.choices), field.name


def fresh(maker, fields):
    """A change that makes these fields say what no other row says."""
    return {source(one): new_value(one, next(maker.numbers)) for one in fields if not one.choices}


def unbroken(pairs):
    return [name_of(pair) for pair in pairs if not is_broken(*pair)]


def test_every_constraint_is_kept_by_the_database(told):
    pairs = list(kept())
    assert len(pairs) > 100
    assert not (left := unbroken(pairs)), "\n".join(left)


def test_a_constraint_that_the_database_does_not_have_is_seen(told):
    planted = [
        (Organisation, models.CheckConstraint(condition=~Q(name=""), name="an_organisation_has_a_name")),
        (Organisation, models.UniqueConstraint(fields=["name"], name="one_organisation_of_a_name")),
        (Area, models.UniqueConstraint(fields=["name"], condition=~Q(name=""), name="one_area_of_a_name")),
    ]
    assert unbroken(planted) == [name_of(pair) for pair in planted]


def test_what_a_database_complains_of_is_read_exactly():
    pair = next(one for one in kept() if one[1].name == "one_organisation_per_credit_code")
    column = "parties_organisation.credit_code"
    assert is_named(IntegrityError(f"UNIQUE constraint failed: {column}"), *pair)
    assert is_named(IntegrityError(f'violates "{pair[1].name}"\nDETAIL:  Key (credit_code)=(9) already exists.'), *pair)
    assert not is_named(IntegrityError(f"UNIQUE constraint failed: {column}, parties_organisation.name"), *pair)
    time = next(one for one in kept() if one[1].name == "one_ballot_per_motion_and_time")
    assert is_named(IntegrityError('DETAIL:  Key (decision_id, no, "time")=(1, 2, 1) already exists.'), *time)
