"""What a page, a program or a task does leaves an act on the record, or a line here says why not.

A call in one branch counts: whether the right act is written, the tests of each action ask."""

import ast

from tests.house.reading import SOURCE, differences, pythons, room_of, tree
from tests.house.test_offered import handed_on, imported, module_of, named

RECORD = "sanshe.core.audit.actions.sealing.record"
DRAFT = "a draft of whoever types: handing it in is on record"
BLIND = "guesses and uses are counted without keeping who it was"
TAKEN_BACK = "undone by `rows.take_back`, which puts it on record"
WORK = "how the work goes: what a piece of work does to rows is on record by its own action"
OVER = "what is destroyed here is no act: leavings whose time is over"
READS = "asks only and writes nothing"
MESSAGE = "a message is a record of itself: to whom, when, how it went"
DERIVED = "derived rows, made again from what is on record"
DEMO = "the clock and the moments of a demo: no business of anybody"
MERGED = "a consequence of two organisations becoming one: that is on record, with how many rows"
KEYS = "keys of the place, by its operator at a terminal: the command puts the change on record when it is over"
UNRECORDED = {
    "appeals.actions.own.find_by_code": BLIND,
    "appeals.actions.own.undo_received": TAKEN_BACK,  # what a face calls -> why it leaves nothing on the record
    "core.accounts.actions.access.rekey_factors": KEYS,
    "core.accounts.actions.pacing.spend_code": BLIND,
    "core.accounts.actions.pacing.count_file": BLIND,
    "core.accounts.actions.pacing.forgive_file": BLIND,
    "core.accounts.actions.pacing.sweep_counts": OVER,
    "core.accounts.actions.people.sync_roles": "what the program itself grants: `tests/house/roles.txt` has it",
    "core.accounts.actions.phone.send_code": "the code is a message; who comes in by it is on record",
    "core.accounts.actions.phone.sweep": OVER,
    "core.accounts.actions.signing.forgive": BLIND,
    "core.accounts.actions.unsent.drop_unsent": DRAFT,
    "core.accounts.actions.unsent.keep_unsent": DRAFT,
    "core.accounts.actions.unsent.sweep_unsent": OVER,
    "core.audit.actions.sealing.seal": "it is the record",
    "core.codes.actions.count_miss": BLIND,
    "core.duties.actions.remind": MESSAGE,
    "core.figures.actions.fold": DERIVED,
    "core.files.actions.keep": "it hangs on nothing yet: `attach` is on record",
    "core.imports.actions.runs.skip": "a run that is still looked at: taking it over is on record, with how many rows",
    "core.jobs.actions.analyse": WORK,
    "core.jobs.actions.beat": WORK,
    "core.jobs.actions.progress": WORK,
    "core.jobs.actions.purge": WORK,
    "core.jobs.actions.sweep": OVER,
    "core.jobs.actions.tick": WORK,
    "core.jobs.actions.work": WORK,
    "core.notices.actions.messages.deliver": MESSAGE,
    "core.notices.actions.messages.read": MESSAGE,
    "core.notices.actions.messages.read_all": MESSAGE,
    "core.papers.actions.templates.insist_on_blanks": READS,
    "core.parties.actions.merging.follow_offices": MERGED,
    "core.privacy.actions.add_key": KEYS,
    "core.privacy.actions.make_keys": "the first keys of a place that has no data yet, and so no record",
    "core.privacy.actions.rekey": KEYS,
    "core.receipts.actions.outlive": "what it is given to do is on record",
    "core.receipts.actions.remember": "what it is given to do is on record",
    "core.receipts.actions.sweep": OVER,
    "core.rows.actions.hold": READS,
    "core.search.actions.rebuild": DERIVED,
    "core.tracking.actions.look_up": BLIND,
    "demo.actions.chapters.step_into": DEMO,
    "demo.actions.clock.resume": DEMO,
    "demo.actions.clock.seen": DEMO,
    "demo.actions.story.go_on_after": DEMO,
    "demo.actions.story.tell_moment": DEMO,
    "incubation.actions.call.application.fill": DRAFT,
    "incubation.actions.call.application.save_field": DRAFT,
    "incubation.actions.call.application.start": DRAFT,
    "incubation.actions.end.self_report.fill": DRAFT,
    "incubation.actions.end.self_report.save_answer": DRAFT,
    "incubation.actions.merging.follow": MERGED,
    "incubation.actions.notice.objection.uphold": "a registered consequence: the objection that is upheld is on record",
    "incubation.actions.panel.pad.insist_may_score": READS,
    "incubation.actions.panel.score.save_sheet": DRAFT,
    "incubation.actions.stay.plan.fill": DRAFT,
    "incubation.actions.stay.plan.save_field": DRAFT,
    "incubation.actions.stay.plan.start": DRAFT,
    "incubation.actions.stay.report.fill": DRAFT,
    "incubation.actions.stay.report.save_field": DRAFT,
    "incubation.actions.stay.report.start": DRAFT,
    "activities.actions.undo.undo_enter": TAKEN_BACK,
    "incubation.actions.undo.reopen_answer": TAKEN_BACK,
    "incubation.actions.undo.reopen_paper": TAKEN_BACK,
    "incubation.actions.undo.reopen_self_report": TAKEN_BACK,
    "incubation.actions.undo.unask_review": TAKEN_BACK,
    "incubation.actions.undo.unmend": TAKEN_BACK,
    "core.consents.actions.answer.send_code": "the code is a message; the signature by it is on record",
    "core.consents.actions.answer.shown": READS,
    "pledges.actions.ending.forget": "a consequence of names destroyed: `signing` puts that on record",
    "pledges.actions.merging.follow": MERGED,
    "pledges.actions.signing.ask_code": "the code is a message; the signature by it is on record",
}


def names_of(node):
    """What a statement of a module defines: a function, or a table of functions."""
    if isinstance(node, ast.FunctionDef):
        return [node.name]
    return [one.id for one in getattr(node, "targets", [getattr(node, "target", None)]) if isinstance(one, ast.Name)]


def acts(source):
    """(what a file of actions defines, what that uses), each by the name of the file it stands in."""
    real = dict(handed_on(source))
    for path in pythons(source):
        if room_of(path, source) == "actions":
            module, home = tree(path), module_of(path, source)
            names = imported(module) | {name: f"{home}.{name}" for one in module.body for name in names_of(one)}
            for one in module.body:
                used = {real.get(name, name) for name in named(one, names)} if names_of(one) else set()
                yield from ((f"{home}.{name}", used) for name in names_of(one))


def recorded(source):
    """All from which some call leads to the record."""
    uses, reaching, new = dict(acts(source)), set(), {RECORD}
    while new:
        reaching |= new
        new = {act for act, used in uses.items() if used - {act} & new} - reaching
    return reaching


def called(source):
    """The actions that a face, a command or a registry names: what only other actions call is on record with those."""
    real = dict(handed_on(source))
    faces = (tree(path) for path in pythons(source) if room_of(path, source) not in ("actions", "story"))
    used = {real.get(name, name) for face in faces for name in named(face, imported(face))}
    functions = {act for act, _used in acts(source) if not act.rpartition(".")[2].isupper()}
    return used & functions


def unrecorded(source):
    return sorted(act.removeprefix("sanshe.") for act in called(source) - recorded(source))


def test_what_a_face_does_is_on_record():
    assert len(called(SOURCE)) > 200
    changed = differences(UNRECORDED, unrecorded(SOURCE))
    assert not changed, "put it on record (+), or say here why not; strike out what is (-):\n" + "\n".join(changed)


def test_an_act_that_is_not_on_record_is_seen(tmp_path):
    head = "from sanshe.core.audit.actions import record\nfrom sanshe.core.rows import actions as rows\n"
    for where, text in {
        "core/audit/actions/__init__.py": "from sanshe.core.audit.actions.sealing import record\n",
        "core/audit/actions/sealing.py": "def record(*, event): ...\n",
        "core/rows/actions.py": head + "def note(row): record(event=1)\n",
        "patrol/actions/visit.py": head
        + "def visit(*, by, at): _note()\ndef _note(): rows.note(1)\ndef lose(*, by, at): _drop()\ndef _drop(): ...\n"
        + "def agree(*, by): return DO[1](by=by)\nDO = {1: visit}\ndef other(*, by): ...\n",
        "patrol/views.py": "from sanshe.patrol.actions import visit as acts\n"
        + "def page(request):\n    acts.visit(by=1, at=2)\n    acts.lose(by=1, at=2)\n    acts.agree(by=1)\n",
    }.items():
        (tmp_path / where).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / where).write_text(text)
    assert unrecorded(tmp_path) == ["patrol.actions.visit.lose"]
