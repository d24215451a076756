"""Rows are written in actions; time is read from the kit's clock; forms and schemas know no rows."""

import ast

from tests.house.reading import SOURCE, at, calls, pythons, room_of, tree

WRITES = {"save", "create", "update", "delete", "bulk_create", "bulk_update", "get_or_create", "update_or_create",
          "update_or_insert", "asave", "acreate", "aupdate", "adelete"}  # fmt: skip
IN_MEMORY = {  # receiver -> why this is no row; a name in capitals is a registry filled in apps.ready()
    "found": "a hash takes in bytes (receipts)",
    "GRANTS[str(role)]": "the table of roles, filled in apps.ready() (kit)",
    "word": "a python-docx paper goes to a stream (ledgers)",
    "drawn": "a QR goes to a stream (ui)",
    "fresh": "a Pillow picture goes to a stream (files)",
}
SQL = ("INSERT ", "UPDATE ", "DELETE ")
CLOCKS = {("datetime", "now"), ("datetime", "utcnow"), ("datetime", "today"), ("date", "today"), ("timezone", "now"),
          ("time", "time"), ("time", "localtime"), ("time", "gmtime")}  # fmt: skip
NOT_OURS = ("ModelForm", "ModelSchema", "ModelAdmin", "modelform_factory")


def writes(source):
    """(place, is in actions) for each write of rows."""
    for path in pythons(source):
        in_actions = room_of(path, source) == "actions"
        for call, name in calls(path):
            if name in WRITES and isinstance(call.func, ast.Attribute):
                receiver = ast.unparse(call.func.value)
                if receiver not in IN_MEMORY and not receiver.split(".")[-1].isupper():
                    yield at(path, call.lineno, source, f"{receiver}.{name}"), in_actions
            if name in ("execute", "executemany") and call.args:
                said = ast.unparse(call.args[0]).strip("fr'\"").upper()
                if said.startswith(SQL):
                    yield at(path, call.lineno, source, said[:30]), in_actions


def clocks(source):
    """Every reading of the time that passes by the kit's clock."""
    for path in pythons(source):
        if path.relative_to(source).as_posix() == "core/kit/clock.py":
            continue
        for node in ast.walk(tree(path)):
            if isinstance(node, ast.Attribute):
                owner = ast.unparse(node.value).split(".")[-1]
                if (owner, node.attr) in CLOCKS:
                    yield at(path, node.lineno, source, f"{owner}.{node.attr}")
            if isinstance(node, ast.keyword) and node.arg in ("auto_now", "auto_now_add"):
                yield at(path, node.value.lineno, source, node.arg)
            if isinstance(node, ast.Call) and getattr(node.func, "id", getattr(node.func, "attr", "")) == "Now":
                yield at(path, node.lineno, source, "Now()")


def not_ours(source):
    """Names we do not use: forms and schemas made from rows, and the admin of Django."""
    for path in pythons(source):
        for node in ast.walk(tree(path)):
            name = getattr(node, "id", getattr(node, "attr", ""))
            if name in NOT_OURS:
                yield at(path, getattr(node, "lineno", 0), source, name)
            if isinstance(node, ast.ImportFrom | ast.Import) and "django.contrib.admin" in ast.unparse(node):
                yield at(path, node.lineno, source, "django.contrib.admin")


def plant(tmp_path, text, where="patrol/queries.py"):
    path = tmp_path / where
    path.parent.mkdir(parents=True)
    path.write_text(text)
    return tmp_path


def test_rows_are_written_in_actions():
    found = list(writes(SOURCE))
    outside = [place for place, in_actions in found if not in_actions]
    assert len(found) > 100 and len(outside) <= 0.02 * len(found), outside
    assert outside == [], "name it here with its reason if it must be"


def test_a_write_elsewhere_is_seen(tmp_path):
    text = "a.save()\nVisit.objects.create(n=1)\nb.filter(x=1).update(y=2)\ncursor.execute('DELETE FROM visits')\n"
    text += "LABELS.update({})\naudit.EVENT_LABELS.update(x)\n"
    seen = list(writes(plant(tmp_path, text)))
    assert len(seen) == 4 and not any(in_actions for _place, in_actions in seen)


def test_every_allowed_receiver_is_still_there():
    receivers = {ast.unparse(call.func.value) for path in pythons(SOURCE) for call, name in calls(path)
                 if name in WRITES and isinstance(call.func, ast.Attribute)}  # fmt: skip
    assert set(IN_MEMORY) <= receivers


def test_time_is_read_from_the_clock_of_the_kit():
    assert list(clocks(SOURCE)) == []


def test_another_clock_is_seen(tmp_path):
    text = "datetime.datetime.now(UTC)\ntimezone.now()\nF(auto_now=True)\nF(default=timezone.now)\nNow()\nclock.now()\n"
    assert len(list(clocks(plant(tmp_path, text)))) == 5


def test_no_form_or_schema_is_made_from_rows(tmp_path):
    assert list(not_ours(SOURCE)) == []
    text = "class A(forms.ModelForm): ...\nclass B(ModelSchema): ...\nfrom django.contrib.admin import site\n"
    assert len(list(not_ours(plant(tmp_path, text)))) == 3
