"""Whoever is a moment too late is told so: at every place in the actions where the number of changed rows is asked,
somebody else makes the same change just before, and the act is refused.

The tests that come by these places run once more, in a pytest of their own with `tests.overtaken`.
"""

import json
import os
import subprocess
import sys
from pathlib import Path

from tests.house.reading import differences
from tests.overtaken import places

ROOT = Path(__file__).parents[1]
COUNTS = "a number is added to in the database, whatever it is by now"
SWEEPS = "what is over is gone, whoever swept it"
NOBODY = "another worker has it: the answer says so, and nothing is done"
FOLLOWS = "what belonged to the one belongs to the other now, however much it was; the merging itself is asked"
UNREFUSED = {  # place -> what is so instead
    "incubation.actions.merging.follow Entry.update": FOLLOWS,
    "incubation.actions.merging.follow Application.update": FOLLOWS,
    "core.parties.actions.organisation.prove_organisation Organisation.update": "proven is proven: again is nothing",
    "core.parties.actions.merging.follow_offices Office.update": FOLLOWS,
    "core.notices.actions.messages.move_inbox Message.update": FOLLOWS,
    "core.imports.actions.retention.purge ImportTable.delete": SWEEPS,
    "core.accounts.actions.leaving.follow_terms Appointment.update": FOLLOWS,
    "core.accounts.actions.leaving.move_terms Appointment.update 2": "the area is ended first, and that is asked: `areas.ending._end`",
    "core.accounts.actions.leaving.move_terms Appointment.update": "the area is ended first, and that is asked: `areas.ending._end`",
    "core.accounts.actions.leaving._settle Appointment.update": NOBODY,
    "core.accounts.actions.access.revoke_token Token.update": "revoked is revoked: again is nothing",
    "core.accounts.actions.pacing.count_use Failure.update": COUNTS,
    "core.accounts.actions.pacing.sweep_counts old.delete": SWEEPS,
    "core.accounts.actions.phone.enter_code PhoneCode.update": COUNTS,
    "core.accounts.actions.phone.sweep PhoneCode.delete": SWEEPS,
    "core.accounts.actions.signing._lock Failure.update": "locked by somebody else is locked, and on record once",
    "core.accounts.actions.unsent.sweep_unsent Stash.delete": SWEEPS,
    "core.areas.actions.areas.turn_tree TreeVersion.update": COUNTS,
    "core.figures.actions._fold_some CounterDelta.delete": "a fault that undoes it all: the next run finds the rest",
    "core.imports.actions.retention.purge ImportRow.update": SWEEPS,
    "core.imports.actions.runs._hold ImportRun.update": COUNTS,
    "core.jobs.actions._claim DBTaskResult.update": NOBODY,
    "core.jobs.actions._finish _mine.update": "it raises Overtaken: `jobs/test_actions.py`",
    "core.jobs.actions._take_back _mine.update": NOBODY,
    "core.notices.actions.messages.deliver waiting.update": NOBODY,
    "core.notices.actions.retention.purge Message.update": SWEEPS,
    "core.objections.actions.handling.judge objection.update": "the case was changed as it was read, just before",
    "core.objections.actions.settling.purge found.update": SWEEPS,
    "core.receipts.actions.sweep Receipt.delete": SWEEPS,
    "core.serials.actions.next_numbers Serial.update": COUNTS,
    "incubation.actions.stay.support.give_receipt room.update": COUNTS,
}
DRIVEN = {  # place -> the test that comes by it
    "incubation.actions.undo.unask_review ReviewRequest.delete": "demo/test_undo.py::test_a_request_for_review_is_gone_unless_it_was_answered",
    "incubation.actions.undo.unmend asked.update": "demo/test_undo.py::test_a_mended_return_lies_open_again_and_can_be_sent_again",
    "incubation.actions.stay.supervision.follow open_ones.update": "demo/test_stay_given.py::TestSupervision::test_a_follow_up_is_asked_for_and_closed_once",
    "incubation.actions.stay.plan.reach Milestone.update": "demo/test_stay_plan.py::TestJudging::test_agreed_makes_milestones_and_closes_the_form",
    "incubation.actions.screening.screening.answer_review ReviewRequest.update": "demo/test_undo.py::test_a_review_is_answered_once_and_by_somebody_else",
    "incubation.actions.end.leaving.hand_over open_ones.update": "demo/test_leaving.py::X",
    "incubation.actions.call.receipt.enter_from_desk DeskReceipt.update": "incubation/test_from_nothing.py::test_a_paper_is_noted_witnessed_by_another_and_entered",
    "incubation.actions.call.receipt.witness DeskReceipt.update": "incubation/test_from_nothing.py::test_a_paper_with_a_wrong_code_says_so_at_the_code",
    "incubation.actions.agreement.archive.archive rows.update": "demo/test_stay_plan.py::TestArchive::test_a_scan_is_enough",
    "core.papers.actions.papers._finish open_.update": "demo/test_paper_sets.py::test_a_set_is_made_in_the_background_and_packed",
    "core.papers.actions.papers.cancel_set open_.update": "demo/test_paper_sets.py::test_a_set_is_stopped_and_its_papers_stay",
    "core.areas.actions.ending._end Area.update": "areas/test_ending.py::X",
    "core.accounts.actions.leaving._hand still.update": "accounts/test_leaving.py::X",
    "core.accounts.actions.access.use_link Link.update": "accounts/test_access.py::test_a_link_sets_a_password_once",
    "core.accounts.actions.leaving.end_appointment rows.update": "accounts/test_actions.py::test_a_term_is_ended_once",
    "core.accounts.actions.phone.enter_code PhoneCode.update 2": "accounts/test_phone.py::"
    "test_the_first_code_makes_a_user_with_a_phone_and_nothing_else",
    "core.imports.actions.runs.apply_run ImportRun.update": "imports/test_imports.py::"
    "test_the_same_file_is_the_same_run_and_changes_nothing",
    "core.papers.actions.templates.approve_template waiting.update": "papers/test_papers.py::"
    "test_an_official_text_is_used_once_somebody_else_approved_it",
    "core.rows.actions.change type.update": "notices/test_actions.py::"
    "test_a_notice_is_numbered_when_it_is_published_and_not_before",
    "core.rows.actions.strike standing.update": "rows/test_rows.py::"
    "test_a_fact_struck_counts_no_more_and_stays_as_it_was",
    "incubation.actions.end.assessment.declare Assessor.update": "incubation/test_stay_actions.py::TestAnnouncing::"
    "test_the_second_of_a_kind_is_refused_after_a_verdict",
    "incubation.actions.end.exit.hand_over HandOver.update": "incubation/test_stay_actions.py::TestLeaving::"
    "test_closed_when_everything_is_handed_over",
    "incubation.actions.end.graduation.visit FollowUp.update": "incubation/test_stay_actions.py::TestGraduation::"
    "test_visits",
    "incubation.actions.panel.change._put_in_force read.update": "incubation/test_live.py::"
    "test_a_correction_is_in_force_with_the_second_and_the_old_seal_can_be_computed",
    "incubation.actions.stay.strike._reopen Milestone.update": "incubation/test_strike.py::TestStriking::"
    "test_it_is_on_record_with_the_old_words_and_why[milestone]",
    "incubation.actions.stay.support.release_desk DeskUse.update": "incubation/test_stay_actions.py::"
    "test_who_has_left_has_no_desk_and_who_graduated_is_asked_for_it",
}


def came(wanted, folder):
    """What came of each place: refused, silent (it was not), not met; nothing for a test that is not there."""
    file = folder / "faster.json"
    file.write_text(json.dumps({test: place for place, test in wanted.items()}))
    env = {name: value for name, value in os.environ.items() if not name.startswith(("PYTEST_", "SANSHE_TEST_"))}
    told = {name: os.environ[name] for name in ("SANSHE_TEST_TOLD",) if name in os.environ}
    env |= told | {"DATABASE_URL": "sqlite://:memory:", "SANSHE_TEST_FASTER": str(file)}
    tests = sorted({f"tests/{test}" for test in wanted.values()})
    command = [sys.executable, "-m", "pytest", "-q", "-p", "tests.overtaken", "-p", "no:cacheprovider", *tests]
    said = subprocess.run(command, cwd=ROOT, env=env, capture_output=True, text=True, timeout=900, check=False).stdout
    found = file.with_suffix(".came")
    assert found.exists(), said[-2000:]
    heard = json.loads(found.read_text())
    return {place: heard.get(test, "") for place, test in wanted.items()}


def test_every_place_that_asks_is_driven_or_says_what_is_so_instead():
    changed = differences([*DRIVEN, *UNREFUSED], [name for _file, _first, _last, name in places()])
    told = "name a test that comes by it, or say what is so (+); strike out what is gone (-):\n"
    assert not changed, told + "\n".join(changed)


def test_whoever_is_a_moment_too_late_is_refused(tmp_path):
    found = came(DRIVEN, tmp_path)
    wrong = {place: how for place, how in found.items() if how != "refused"}
    assert not wrong


def test_a_place_that_does_not_ask_in_truth_is_seen(tmp_path):
    """One that only counts and one that its test does not come by."""
    silent, missed = "core.serials.actions.next_numbers Serial.update", "core.receipts.actions.sweep Receipt.delete"
    test = "figures/test_counting.py::test_numbers_begin_with_one_in_each_series"
    assert came({silent: test}, tmp_path) == {silent: "silent"}
    assert came({missed: test}, tmp_path) == {missed: "not met"}
