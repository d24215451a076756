"""Every template can be read on its own: what it names is loaded in it, whatever page takes it in."""

import pytest
from django.template import TemplateSyntaxError
from django.template.loader import get_template

from tests.house.reading import SOURCE, at, templates


def unreadable(source, read):
    for path in templates(source):
        try:
            read(path)
        except TemplateSyntaxError as fault:
            yield at(path, 1, source, str(fault))


def by_name(path):
    parts = path.parts
    return get_template("/".join(parts[len(parts) - parts[::-1].index("templates") :]))


def test_every_template_can_be_read():
    found = list(templates(SOURCE))
    assert len(found) > 100 and list(unreadable(SOURCE, by_name)) == []


@pytest.mark.parametrize("text", ["{{ now|at_time }}", "{% at_noon %}", "{% if a %}"])
def test_a_part_that_loads_nothing_is_seen(tmp_path, text):
    from django.template import engines

    path = tmp_path / "patrol/templates/patrol/_visit.html"
    path.parent.mkdir(parents=True)
    path.write_text(text)
    read = engines["django"].from_string
    assert len(list(unreadable(tmp_path, lambda one: read(one.read_text())))) == 1
