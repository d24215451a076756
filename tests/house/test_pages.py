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
LINES = 150  # of a template: one page, or one thing


# What `<c-field>` and `<c-sheet>` write; those that stay by hand, each with its reason.
BY_HAND = {
    "core/accounts/templates/accounts/_field.html": "the library's forms, their hint beside the label",
    "core/audit/templates/audit/_look_up.html": "its answer is a link",
    "core/imports/templates/imports/upload.html": "the file goes up by itself",
    "core/papers/templates/papers/_template_text.html": "the label of a block is read, not seen",
    "core/sheets/templates/sheets/_writer.html": "answers that are kept one by one",
    "incubation/templates/incubation/call/_field.html": "blanks that are kept one by one",
    "incubation/templates/incubation/end/self_report.html": "blanks that are kept one by one",
    "pledges/templates/pledges/details.html": "a tick, its words behind it",
    "incubation/templates/incubation/screening/_screen_rule.html": "its words go into a letter as one types",
}
ROW = re.compile(r"<tr\b.*?</tr>", re.DOTALL)
INCLUDED = re.compile(r'\{% include "([^"]+)"')


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


def long_templates(source):
    counts = ((path.relative_to(source), len(path.read_text().splitlines())) for path in templates(source))
    yield from (f"{name} {n}" for name, n in counts if n > LINES)


def blanks_at_risk(source):
    """Visible blanks that the formatter may turn into a line break that is nothing: to be written &#32;."""
    for path in templates(source):
        yield from (f"{path.relative_to(source)} {one}" for one in lost_blanks(path.read_text()))


def parts_by_hand(source):
    for path in templates(source):
        name = str(path.relative_to(source))
        if "/cotton/" not in name and "/allauth/" not in name and "/mfa/" not in name and name not in BY_HAND:
            yield from (
                f"{name} {found}"
                for found in re.findall(r'<(?:div|section) class="s-(?:field|sheet)[^>]*>', path.read_text())
            )


def parts_in_rows(source):
    """Cotton parts in a row of a table, or in what a row includes: each costs as much as forty cells."""
    texts = {str(path).rpartition("templates/")[2]: path.read_text() for path in templates(source)}
    for name, text in texts.items():
        for row in ROW.findall(text):
            within = [row, *(texts.get(one, "") for one in INCLUDED.findall(row))]
            yield from (f"{name} {found}" for one in within for found in re.findall(r"<c-[\w-]+", one))


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


def test_a_template_is_one_thing(tmp_path):
    assert list(long_templates(SOURCE)) == []
    planted(tmp_path, "<p></p>\n" * 151)
    assert list(long_templates(tmp_path)) == ["a/templates/a/b.html 151"]


def test_no_blank_goes_when_a_line_is_broken_at_it(tmp_path):
    assert list(blanks_at_risk(SOURCE)) == []
    planted(tmp_path, "{% if a %} <b>甲</b>{% endif %}")
    assert list(blanks_at_risk(tmp_path)) == ["a/templates/a/b.html {% if a %} <b>"]


def test_fields_and_sheets_are_parts(tmp_path):
    assert list(parts_by_hand(SOURCE)) == []
    assert [name for name in BY_HAND if 'class="s-field' not in (SOURCE / name).read_text()] == []
    planted(tmp_path, '<div class="s-field"><label for="a">甲</label></div><section class="s-sheet w6">乙</section>')
    assert [one.split(" ", 1)[1] for one in parts_by_hand(tmp_path)] == [
        '<div class="s-field">',
        '<section class="s-sheet w6">',
    ]


def test_no_part_stands_in_a_row(tmp_path):
    assert list(parts_in_rows(SOURCE)) == []
    planted(
        tmp_path,
        '<tr>\n<td><c-pill s="due">甲</c-pill></td><td>{% include "a/c.html" %}</td>\n</tr><c-note>乙</c-note>',
    )
    (tmp_path / "a/templates/a/c.html").write_text("<c-form>")
    assert list(parts_in_rows(tmp_path)) == ["a/b.html <c-pill", "a/b.html <c-form"]


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
