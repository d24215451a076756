"""Templates and static files: short lines, nothing inline, nothing from another house. No real person anywhere."""

import re
from html.parser import HTMLParser

from sanshe.core.ui.rules import lost_blanks
from tests.house.reading import ROOT, SOURCE, templates

HOST = re.compile(r"(?:https?:|wss?:)?//([a-z0-9-]+(?:\.[a-z0-9-]+)+|localhost)", re.IGNORECASE)
OURS = {"127.0.0.1", "localhost", "www.w3.org"}  # ourselves, and the name of SVG (a name, nobody asks there)
READ = (".html", ".css", ".js", ".svg", ".json", ".txt", ".in", ".webmanifest")
# Written apart, or this file would carry what it looks for.
PERSONS = [
    "".join(parts)
    for parts in (("张", "文倩"), ("王", "宁"), ("孙", "秀兰"), ("邱", "东芳"), ("段", "雨萌"), ("杨", "翠叶"))
]
LEFT_OUT = {".git", ".venv", "data", "__pycache__", "node_modules", ".ruff_cache", ".mypy_cache", ".pytest_cache"}


LINE = 160  # the formatter aims at 120; a sentence or an address is not broken


class Inline(HTMLParser):
    """Collects what a content security policy without 'unsafe-inline' would refuse."""

    def __init__(self):
        super().__init__()
        self.found = []

    def handle_starttag(self, tag, attrs):
        names = dict(attrs)
        if tag == "style" or (tag == "script" and "src" not in names and names.get("type") != "application/json"):
            self.found.append(f"<{tag}>")
        self.found += [name for name, value in attrs if name == "style" or name.startswith("on")]
        self.found += ["javascript:" for _name, value in attrs if str(value).startswith("javascript:")]


def long_lines(source):
    for path in templates(source):
        lines = enumerate(path.read_text().splitlines(), 1)
        yield from (f"{path.relative_to(source)}:{no} {len(line)}" for no, line in lines if len(line) > LINE)


def blanks_at_risk(source):
    """Visible blanks that the formatter may turn into a line break that is nothing: to be written &#32;."""
    for path in templates(source):
        yield from (f"{path.relative_to(source)} {one}" for one in lost_blanks(path.read_text()))


def inline(source):
    for path in templates(source):
        reader = Inline()
        reader.feed(re.sub(r"\{[%#].*?[%#]\}", "", path.read_text(), flags=re.DOTALL))
        yield from (f"{path.relative_to(source)} {one}" for one in reader.found)


def foreign_hosts(*folders):
    for folder in folders:
        for path in sorted(folder.rglob("*")):
            if path.suffix in READ and LEFT_OUT.isdisjoint(path.relative_to(folder).parts):
                text = path.read_text()
                yield from (f"{path.name} {host}" for host in HOST.findall(text) if host.lower() not in OURS)


def persons(folder):
    """Files that name somebody of the newspaper page."""
    for path in sorted(folder.rglob("*")):
        if path.is_file() and LEFT_OUT.isdisjoint(path.relative_to(folder).parts):
            text = path.read_bytes().decode(errors="ignore")
            yield from (f"{path.relative_to(folder)} {name}" for name in PERSONS if name in text or name in path.name)


def planted(folder, text):
    page = folder / "a/templates/a/b.html"
    page.parent.mkdir(parents=True)
    page.write_text(text)


def test_a_line_of_a_template_can_be_read_at_once(tmp_path):
    assert list(long_lines(SOURCE)) == []
    planted(tmp_path, f"<p>\n{'字' * 161}\n</p>\n")
    assert list(long_lines(tmp_path)) == ["a/templates/a/b.html:2 161"]


def test_no_blank_goes_when_a_line_is_broken_at_it(tmp_path):
    assert list(blanks_at_risk(SOURCE)) == []
    planted(tmp_path, "{% if a %} <b>甲</b>{% endif %}")
    assert list(blanks_at_risk(tmp_path)) == ["a/templates/a/b.html {% if a %} <b>"]


def test_nothing_is_inline(tmp_path):
    assert list(inline(SOURCE)) == []
    planted(
        tmp_path, '<p style="x" onclick="y"><script>1</script><style></style><a href="javascript:1"><script src="z">'
    )
    assert len(list(inline(tmp_path))) == 5


def test_no_page_script_or_package_list_names_another_host(tmp_path):
    assert list(foreign_hosts(SOURCE, ROOT / "requirements")) == []
    (tmp_path / "a.css").write_text("@import url(//cdn.example.com/a.css); url(/static/b.png) // a comment")
    (tmp_path / "b.txt").write_text("--index-url https://pypi.example.org/simple")
    (tmp_path / "c.svg").write_text('xmlns="http://www.w3.org/2000/svg"')
    assert list(foreign_hosts(tmp_path)) == ["a.css cdn.example.com", "b.txt pypi.example.org"]


def test_no_real_person_of_the_newspaper_is_named(tmp_path):
    assert list(persons(ROOT)) == []
    (tmp_path / "a.py").write_text(f"name = '{PERSONS[0]}'")
    assert list(persons(tmp_path)) == [f"a.py {PERSONS[0]}"]
