"""A row may have changed since it was read: who updates or deletes asks how many rows there were, or says here why
nobody need ask."""

import ast

from tests.house.reading import SOURCE, differences, pythons, room_of, tree
from tests.house.test_offered import module_of

ASKS = ("update", "delete")
REPLACED = "what stood there is put anew in the same transaction, however many there were"
LOCKED = "the row was moved as it was read just before, in the same transaction"
NEXT = "the move of its parent, as it was read, comes next in the same transaction and rolls this back"
COUNTS = "a number is added to in the database, whatever it is by now"
FORGETS = "to have nothing left is what is asked, and nothing more"
OURS = "the row was made, claimed or found in this transaction, which alone may change it"
LATEST = "the latest says what is so; who comes between loses nothing"
NOBODY = "no row means that somebody else has it by now, and then there is nothing to do"
HELD = "the row it belongs to was moved or changed as it was read just before"
UNASKED = {  # action, what is written, how -> why the number of rows is not asked
    "activities.actions.booking._end row.delete": HELD,
    "activities.actions.group.drop_member Member.update": HELD,
    "activities.actions.group.change_leader group.update": HELD,
    "activities.actions.session._give_way row.update": HELD,
    "activities.actions.session.close session.update": HELD,
    "activities.actions.session.close session.update 2": HELD,
    "activities.actions.session.close booking.delete": HELD,
    "activities.actions.undo.undo_enter part.update": HELD,
    "appeals.actions.after.withdraw Pause.update": LOCKED,
    "appeals.actions.clocks.drop rows.update": FORGETS,
    "appeals.actions.handling.end_pause Pause.update": NEXT,
    "appeals.actions.leaving.move_open Leg.update": LOCKED,
    "appeals.actions.leaving.move_open model.update": LOCKED,
    "appeals.actions.retention._empty rows.update": FORGETS,
    "appeals.actions.retention.purge Appeal.update": FORGETS,
    "core.accounts.actions.access.make_link Link.update": FORGETS,
    "core.accounts.actions.access.recover Authenticator.delete": FORGETS,
    "core.accounts.actions.access.recover Device.delete": FORGETS,
    "core.accounts.actions.leaving._close_settled Handover.update": NOBODY,
    "core.accounts.actions.pacing.count_use Failure.update": "a count that is not stale goes on; the next line asks",
    "core.accounts.actions.pacing.take_back_use Failure.update": COUNTS,
    "core.accounts.actions.signing._counted Failure.update": COUNTS,
    "core.accounts.actions.signing._counted stale.update": "a count that is not stale goes on",
    "core.accounts.actions.signing.forgive rows.delete": FORGETS,
    "core.accounts.actions.signing.forgive rows.update": COUNTS,
    "core.accounts.actions.unsent.drop_unsent Stash.delete": FORGETS,
    "core.accounts.actions.unsent.keep_unsent Stash.delete": REPLACED,
    "core.areas.actions.areas._rename Area.update": "areas are never deleted, and the name is the list's",
    "core.areas.actions.moving.move_premises rows.update": "`ending.end_area` asks behind it whether one is left",
    "core.audit.actions.sealing.use_anchor Anchor.delete": REPLACED,
    "core.calendar.actions.load_year SpecialDay.delete": REPLACED,
    "core.calendar.actions.set_hours WorkSpan.delete": REPLACED,
    "core.field.actions.batch._tell Device.update": "the device is held: `_held` locked it in this transaction",
    "core.figures.actions._add Counter.update": COUNTS,
    "core.files.actions._keep StoredFile.update": "only what was destroyed stands up again; mostly nothing was",
    "core.files.actions.purge StoredFile.update": "the row is held: `_held` locked it in this transaction",
    "core.files.actions.purge held.update": FORGETS,
    "core.imports.actions.reading._rematch ImportRow.delete": REPLACED,
    "core.imports.actions.runs._take_over ImportTable.delete": FORGETS,
    "core.imports.actions.runs._take_over ImportRow.update": "the run, still open, is moved next and that is asked",
    "core.jobs.actions._claim Job.update": "the next line returns nothing where the claim met no row",
    "core.jobs.actions._fail _mine.update": NOBODY,
    "core.jobs.actions._fail _mine.update 2": NOBODY,
    "core.jobs.actions._take_back Job.update": OURS,
    "core.jobs.actions._take_back _mine.update": NOBODY,
    "core.jobs.actions.progress Job.update": LATEST,
    "core.jobs.actions.sweep DBTaskResult.delete": FORGETS,
    "core.jobs.actions.sweep Firing.delete": FORGETS,
    "core.jobs.actions.sweep Job.delete": FORGETS,
    "core.notices.actions.messages._failed waiting.update": NOBODY,
    "core.parties.actions.person.know_person Person.update": LATEST,
    "core.privacy.actions._batch raw.update": "what somebody changed meanwhile was written with the newest key",
    "core.receipts.actions._again Receipt.update": COUNTS,
    "core.receipts.actions._first Receipt.update": OURS,
    "core.search.actions.forget SearchRow.delete": FORGETS,
    "core.search.actions.rebuild SearchRow.delete": REPLACED,
    "core.serials.actions.next_numbers Serial.update": "made by the line before, by whomever",
    "creation.actions.application.assess application.delete": REPLACED,
    "creation.actions.application.declare rows.update": "the newest of an applicant; mostly there was none before",
    "demo.actions.clock.seen DemoClock.update": LATEST,
    "incubation.actions.call.planning.set_conditions batch.delete": REPLACED,
    "incubation.actions.call.planning.set_rubric batch.delete": REPLACED,
    "incubation.actions.decision.decision._close Ballot.update": "`_held` locked it in this transaction",
    "incubation.actions.decision.decision._held Ballot.update": "it changes nothing: it is the lock",
    "incubation.actions.decision.decision.send_back Place.delete": LOCKED,
    "incubation.actions.end.assessment.check_papers PaperCheck.update": NEXT,
    "incubation.actions.end.assessment.give_marks Assessor.update": LOCKED,
    "incubation.actions.end.assessment.give_marks Mark.delete": REPLACED,
    "incubation.actions.end.assessment.set_indicators Indicator.delete": REPLACED,
    "incubation.actions.end.rectification.answer RectificationPoint.update": NEXT,
    "incubation.actions.panel.panel._note Relation.update": "a relation is never deleted; found twice is found",
    "incubation.actions.panel.panel.declare Relation.update": NEXT,
    "incubation.actions.panel.panel.declare Relation.update 2": NEXT,
    "incubation.actions.panel.score.unbar Sheet.delete": "before the list is locked nobody is barred",
    "incubation.actions.panel.screens.tick Panel.update": COUNTS,
    "incubation.actions.screening.screening.mend Check.delete": LOCKED,
    "incubation.actions.screening.screening.mend Screening.update": LOCKED,
    "incubation.actions.stay.strike.strike DeskUse.update": "a desk that is free by now stays free from its day",
    "incubation.actions.stay.strike.strike SupportGrant.update": COUNTS,
    "incubation.actions.stay.support.check_receipt SupportGrant.update": COUNTS,
    "patrol.actions.opening.open_findings Visit.update": OURS,
    "patrol.actions.visit.refold Stop.update": "`_held` locked them in this transaction",
    "pledges.actions.merging.follow Participant.delete": "where both take part, one does: the merging itself is asked",
}


def parts_of(module):
    """Each function of a file with what it is called, methods and inner ones on their own."""
    for node in ast.walk(module):
        if isinstance(node, ast.FunctionDef):
            yield node.name, node


def root(node):
    """The name a chain of calls begins with: `Firing` of `Firing.objects.filter(…)`."""
    while not isinstance(node, ast.Name):
        node = getattr(node, "func", getattr(node, "value", None))
        if node is None:
            return "?"
    return node.id


def is_dropped(statement, function):
    """Whether the answer goes nowhere: it has no name, or one that is not read again."""
    if isinstance(statement, ast.Expr):
        return True
    if not isinstance(statement, ast.Assign):
        return False
    read = {one.id for one in ast.walk(function) if isinstance(one, ast.Name) and isinstance(one.ctx, ast.Load)}
    return not read & {one.id for target in statement.targets for one in ast.walk(target) if isinstance(one, ast.Name)}


def unasked(source):
    """Every update or delete in actions whose number of rows nobody asks: action, what, how; a second one has a 2."""
    for path in pythons(source):
        if room_of(path, source) == "actions":
            module = module_of(path, source).removeprefix("sanshe.")
            for name, function in parts_of(tree(path)):
                seen = []
                for statement in ast.walk(function):
                    call = getattr(statement, "value", None)
                    is_write = isinstance(call, ast.Call) and getattr(call.func, "attr", "") in ASKS
                    if is_write and is_dropped(statement, function):
                        seen.append(f"{module}.{name} {root(call.func)}.{call.func.attr}")
                        again = seen.count(seen[-1])
                        yield seen[-1] + (f" {again}" if again > 1 else "")


def test_whoever_changes_rows_asks_how_many_there_were():
    changed = differences(UNASKED, unasked(SOURCE))
    assert not changed, "ask it (+), or say here why nobody need; strike out what is asked (-):\n" + "\n".join(changed)


def test_an_update_that_nobody_asks_is_seen(tmp_path):
    path = tmp_path / "patrol/actions/visit.py"
    path.parent.mkdir(parents=True)
    path.write_text(
        "def close(*, row, by, at):\n"
        "    if Visit.objects.filter(pk=row.pk, closed_at=None).update(closed_at=at) != 1:\n"
        "        raise Refused(R.LATE)\n"
        "    Note.objects.filter(visit=row).update(closed_at=at)\n    Note.every.update(n=1)\n"
        "def lose(*, row, by, at):\n    gone, _kinds = Visit.objects.filter(pk=row.pk).delete()\n"
        "def end(*, row, by, at):\n    gone = row.notes.all().delete()[0]\n    return gone\n"
        "def keep(*, row, by, at):\n    done = row.update(at=at)\n    insist(None if done else R.LATE)\n"
    )
    found = ["close Note.update", "close Note.update 2", "lose Visit.delete"]
    assert list(unasked(tmp_path)) == [f"patrol.actions.visit.{one}" for one in found]
