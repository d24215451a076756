"""What an import contract cannot see: another package named in a text."""

import ast
import re

from tests.house.reading import SOURCE, at, calls, floors, may_name, package_of, pythons, room_of, templates, texts

RELATIONS = ("ForeignKey", "OneToOneField", "ManyToManyField")
LOADERS = ("import_module", "import_string", "get_model", "__import__", "find_spec")
PATH = re.compile(r"sanshe((\.[a-z_]+)+)(\.[A-Z]\w*)?")
TAG = re.compile(r"\{%\s*(include|extends|load)\s+['\"]?([a-z_]+)")
ADDRESS = re.compile(r"(?:\{%\s*url\s+|reverse\(\s*|redirect\(\s*)['\"]([a-z_]+):")
PAGE = re.compile(r"""['"]([a-z_]+/[\w/]+\.html)['"]""")
DOMAIN = (
    "incubation",
    "patrol",
    "pledges",
    "creation",
    "activities",
    "fair",
    "appeals",
    "stories",
    "desk",
    "journeys",
    "demo",
)


def packages(source):
    """App label -> package."""
    return {name.rsplit(".")[-1]: name for name in floors() if source.joinpath(*name.split(".")).is_dir()}


def foreign_keys(source):
    """Relations that name an app beside or above their own."""
    known = packages(source)
    for path in pythons(source):
        for call, name in calls(path):
            first = call.args[0] if call.args else None
            if name in RELATIONS and isinstance(first, ast.Constant) and "." in str(first.value):
                other = known.get(first.value.split(".")[0], "?")
                if not may_name(package_of(path, source), other):
                    yield at(path, call.lineno, source, first.value)


def loaded_by_name(source):
    """Modules and models fetched by a text, outside the wiring in config."""
    for path in pythons(source):
        for call, name in calls(path):
            if name in LOADERS and package_of(path, source) != "config":
                yield at(path, call.lineno, source, name)


def paths_upwards(source):
    """Dotted paths in texts that point beside or above."""
    for path in pythons(source):
        own = package_of(path, source)
        for line, text in texts(path):
            found = PATH.fullmatch(text)
            if found and not may_name(own, _package(found[1].strip("."))):
                yield at(path, line, source, text)


def _package(dotted):
    parts = dotted.split(".")
    return ".".join(parts[:2]) if parts[0] == "core" else parts[0]


def parts_upwards(source):
    """Includes, bases and tag libraries of an app beside or above."""
    known = packages(source)
    for path in templates(source):
        for number, line in enumerate(path.read_text().splitlines(), start=1):
            for kind, name in TAG.findall(line):
                if name in known and not may_name(package_of(path, source), known[name]):
                    yield at(path, number, source, f"{kind} {name}")


def bare_folders(source):
    """Folders of code without an `__init__.py`: no contract looks into them, and the wheel leaves them out."""
    folders = {path.parent for path in source.rglob("*.py")}
    return sorted(str(one.relative_to(source)) for one in folders if not (one / "__init__.py").exists())


def lost_templates(source):
    """Names of templates in code and templates that lead nowhere."""
    there = {str(path).partition("/templates/")[2] for path in templates(source)}
    for path in [*templates(source), *pythons(source)]:
        for name in PAGE.findall(path.read_text()):
            if name.partition("/")[0] in packages(source) and name not in there:
                yield at(path, 0, source, name)


def addresses_upwards(source):
    """Addresses of a domain app named by core or by another domain app."""
    for path in [*templates(source), *pythons(source)]:
        own = package_of(path, source)
        for name in ADDRESS.findall(path.read_text()):
            if name in DOMAIN and not may_name(own, name):
                yield at(path, 0, source, name)


def planted(tmp_path, where, text):
    (tmp_path / "core/areas").mkdir(parents=True)
    (tmp_path / "core/parties").mkdir()
    for name in ("patrol", "incubation"):
        (tmp_path / name).mkdir()
    path = tmp_path / where
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text)
    return tmp_path


def test_foreign_keys_go_down(tmp_path):
    assert list(foreign_keys(SOURCE)) == []
    plant = "a = ForeignKey('incubation.Batch')\nb = ForeignKey('areas.Area')\nc = ForeignKey('patrol.Visit')"
    assert len(list(foreign_keys(planted(tmp_path, "patrol/models.py", plant)))) == 1


def test_a_core_app_has_no_foreign_key_upwards(tmp_path):
    plant = planted(tmp_path, "core/areas/models.py", "a = models.OneToOneField('parties.Organisation')")
    assert list(foreign_keys(plant)) == ["core/areas/models.py:1 parties.Organisation"]


def test_nothing_is_fetched_by_its_name(tmp_path):
    assert list(loaded_by_name(SOURCE)) == []
    plant = "importlib.import_module('x')\napps.get_model('incubation', 'Batch')"
    assert len(list(loaded_by_name(planted(tmp_path, "patrol/queries.py", plant)))) == 2


def test_dotted_paths_go_down(tmp_path):
    assert list(paths_upwards(SOURCE)) == []
    plant = "a = 'sanshe.incubation.actions.panel.score'\nb = 'sanshe.core.areas'"
    assert len(list(paths_upwards(planted(tmp_path, "core/parties/apps.py", plant)))) == 1


def test_templates_take_parts_from_below(tmp_path):
    assert list(parts_upwards(SOURCE)) == []
    plant = '{% include "incubation/_row.html" %}{% load areas %}{% extends "patrol/base.html" %}'
    assert len(list(parts_upwards(planted(tmp_path, "core/areas/templates/areas/a.html", plant)))) == 2


def test_every_folder_of_code_is_a_package(tmp_path):
    assert bare_folders(SOURCE) == []
    (planted(tmp_path, "patrol/pages/street.py", "") / "patrol/__init__.py").touch()
    assert bare_folders(tmp_path) == ["patrol/pages"]


def test_every_template_that_is_named_is_there(tmp_path):
    assert list(lost_templates(SOURCE)) == []
    plant = planted(
        tmp_path, "patrol/views.py", """render(request, "patrol/visit.html"); render(request, "patrol/a.html")"""
    )
    (plant / "patrol/templates/patrol").mkdir(parents=True)
    (plant / "patrol/templates/patrol/a.html").touch()
    assert list(lost_templates(plant)) == ["patrol/views.py:0 patrol/visit.html"]


def test_addresses_of_a_domain_app_are_named_by_itself_and_above(tmp_path):
    assert list(addresses_upwards(SOURCE)) == []
    plant = """{% url "incubation:batch" %}{% url 'patrol:visit' %}{% url 'areas:area' %}"""
    assert len(list(addresses_upwards(planted(tmp_path, "patrol/templates/patrol/a.html", plant)))) == 1


def test_rooms_are_read_as_meant():
    assert room_of(SOURCE / "core/ledgers/actions/imports.py", SOURCE) == "actions"
    assert room_of(SOURCE / "incubation/models/call/batch.py", SOURCE) == "models"
