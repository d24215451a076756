"""What is an action has a page, and what a text promises has a button."""

import ast
import re

from tests.house.reading import SOURCE, at, package_of, pythons, room_of, templates, tree

PUBLIC = "a public notice is drafted, approved and published by the page of its app; "
WITHOUT_A_FACE = {  # act that no page reaches yet -> why it is there
    "sanshe.core.audit.actions.sealing.use_anchor": "a copy of a district keeps its roots in a list of its own",
    "sanshe.core.notices.actions.public.close": f"{PUBLIC}none closes one yet",
    "sanshe.core.notices.actions.public.redraft": f"{PUBLIC}none writes one anew yet",
    "sanshe.core.notices.actions.public.send_back": f"{PUBLIC}none sends one back yet",
    "sanshe.incubation.actions.agreement.agreement.enter_past": "batches before this system: the story only",
}
MINUTES = re.compile(r"(?:10|十) ?分钟[^。]{0,20}撤回|撤回[^。]{0,20}(?:10|十) ?分钟")
PROMISE = re.compile(rf"(?:可以|能)(?:自己)?撤回|{MINUTES.pattern}")
SAMPLES = "core.ui"  # the gallery shows what a page may say
BUTTON = re.compile(r"rows/_take_back\.html|take_back|withdraw")


def module_of(path, source):
    return "sanshe." + ".".join(path.relative_to(source).with_suffix("").parts).removesuffix(".__init__")


def imported(module):
    """What the names of a module stand for."""
    found = {}
    for node in ast.walk(module):
        if isinstance(node, ast.ImportFrom) and node.module:
            found |= {one.asname or one.name: f"{node.module}.{one.name}" for one in node.names}
    return found


def named(node, names):
    """Every dotted name that is used below a node."""
    for one in ast.walk(node):
        if isinstance(one, ast.Name):
            yield names.get(one.id, "")
        elif isinstance(one, ast.Attribute):
            whole, _, rest = ast.unparse(one).partition(".")
            yield f"{names.get(whole, '')}.{rest}"


def uses(source):
    """(action or nothing, what it uses) for every file; the story of a demo is no page, and a package hands on."""
    for path in pythons(source):
        room, module, name = room_of(path, source), tree(path), module_of(path, source)
        if room == "story":
            continue
        names = imported(module)
        if room != "actions":
            yield "", set(named(module, names))
            continue
        names |= {one.name: f"{name}.{one.name}" for one in module.body if isinstance(one, ast.FunctionDef)}
        for one in module.body:
            if isinstance(one, ast.FunctionDef):
                yield f"{name}.{one.name}", set(named(one, names))
            elif not isinstance(one, ast.ImportFrom):
                yield "", set(named(one, names))


def handed_on(source):
    """The names under which a package of actions hands on those of its files."""
    for path in source.rglob("actions/__init__.py"):
        name = module_of(path, source)
        yield from ((f"{name}.{short}", full) for short, full in imported(tree(path)).items())


def without_a_face(source):
    """Public acts that no page, program, task or command reaches."""
    real, used = dict(handed_on(source)), {}
    for act, names in uses(source):
        used.setdefault(act, set()).update(real.get(one, one) for one in names)
    reached, new = set(), used.get("", set())
    while new:
        reached |= new
        new = set().union(*(used.get(one, set()) for one in new)) - reached
    return sorted(act for act in used if act not in reached and act and not act.rpartition(".")[2].startswith("_"))


def unkept(source):
    """Texts that promise to take back. Minutes: a button in the same template. Until a day: one in the same app. A
    sentence in Python has none at all."""
    pages = [(path, package_of(path, source), path.read_text()) for path in templates(source)]
    with_button = {package for _path, package, text in pages if BUTTON.search(text)} | {SAMPLES}
    for path, package, text in pages:
        is_kept = BUTTON.search(text) if MINUTES.search(text) else package in with_button
        if (found := PROMISE.search(text)) and not is_kept:
            yield at(path, 1, source, found[0])
    for path in pythons(source):
        if room_of(path, source) == "phrases" and package_of(path, source) != "core.rows":
            for number, line in enumerate(path.read_text().splitlines(), 1):
                if (found := PROMISE.search(line)) and "不能" not in line:
                    yield at(path, number, source, found[0])


def test_every_action_has_a_face():
    assert without_a_face(SOURCE) == sorted(WITHOUT_A_FACE), "make its page, or delete it; strike out what has one now"


def test_an_action_that_only_the_story_calls_is_seen(tmp_path):
    acts = "def visit(*, by, at): _note()\ndef _note(): ...\ndef lose(*, by, at): ...\ndef close(*, by, at): ...\n"
    view = "from sanshe.patrol.actions import visit as visits\ndef page(request): visits.visit(by=1, at=2)\n"
    story = "from sanshe.patrol.actions import visit\nvisit.lose(by=1, at=2)\n"
    task = "from sanshe.patrol.actions.visit import close\nRULES.add('x', close)\n"
    found = {
        "patrol/actions/visit.py": acts,
        "patrol/views.py": view,
        "patrol/story.py": story,
        "patrol/tasks.py": task,
    }
    for where, text in found.items():
        (tmp_path / where).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / where).write_text(text)
    assert without_a_face(tmp_path) == ["sanshe.patrol.actions.visit.lose"]


def test_what_is_promised_has_a_button():
    assert list(unkept(SOURCE)) == []


WITHOUT = ["fair/templates/fair/before.html", "patrol/templates/patrol/told.html", "patrol/phrases/visit.py"]


def test_a_promise_without_a_button_is_seen(tmp_path):
    for where, text in {
        "patrol/templates/patrol/told.html": "<p>10 分钟内可以自己撤回。</p>",
        "patrol/templates/patrol/kept.html": '<p>10 分钟内可以自己撤回。</p>{% include "rows/_take_back.html" %}',
        "patrol/templates/patrol/before.html": "<p>截止前可以撤回。</p>",
        "fair/templates/fair/before.html": "<p>截止前可以撤回。</p>",
        "patrol/phrases/visit.py": 'A = _("十分钟内您可以撤回。")\nB = _("过了 10 分钟，不能自己撤回。")\n',
    }.items():
        (tmp_path / where).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / where).write_text(text)
    assert [one.split(":")[0] for one in unkept(tmp_path)] == WITHOUT


def test_every_act_that_is_taken_back_is_an_event_with_words():
    from sanshe.core.audit.queries import EVENT_LABELS
    from sanshe.core.rows.queries import TAKEN_BACK

    codes = TAKEN_BACK.codes()
    assert codes and all(code in EVENT_LABELS and str(TAKEN_BACK[code].event) in EVENT_LABELS for code in codes)
