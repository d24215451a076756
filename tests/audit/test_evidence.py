"""An act can be proven by itself, without the rest of the record."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sanshe.core.audit.actions import anchor, record, seal
from sanshe.core.audit.models import Seal
from sanshe.core.audit.queries import evidence
from sanshe.core.audit.rules import hashes
from sanshe.core.audit.rules.paths import path_of
from sanshe.core.kit.access import SYSTEM


def climbed(leaf, path):
    for side, other in path:
        pair = other + leaf if side == "left" else leaf + other
        leaf = hashes.sha(b"\x01" + bytes.fromhex(pair))
    return leaf


@given(st.integers(1, 70))
def test_every_leaf_leads_to_the_root(n):
    leaves = [hashes.sha(bytes([i])) for i in range(n)]
    assert {climbed(leaf, path_of(leaves, i)) for i, leaf in enumerate(leaves)} == {hashes.root_of(leaves)}


@given(st.integers(2, 40), st.data())
def test_no_other_leaf_does(n, data):
    leaves = [hashes.sha(bytes([i])) for i in range(n)]
    at = data.draw(st.integers(0, n - 1))
    assert climbed(hashes.sha(b"other"), path_of(leaves, at)) != hashes.root_of(leaves)


@pytest.fixture
def acts(db, at, settings, tmp_path):
    """Three seals: an act on `mine` in the first and the third, one looked at; the list outside has them."""
    settings.AUDIT_ROOTS = tmp_path

    def act(subject, event="done"):
        record(event=event, kind="case", subject=subject, by=SYSTEM, at=at("2022-01-05 09:00"), new={"n": subject})

    for subjects in (("mine", "other", "third"), ("other",), ("mine",), ("other",)):
        for subject in subjects:
            act(subject)
        act("mine", "looked")
        seal(at_real=at("2022-01-05 10:00"))
    anchor()


def test_only_the_acts_asked_for_with_what_they_need(acts):
    told = evidence({"case": ["mine"], "empty": []}, without=["looked"])
    assert [(e["seal"], e["subject"]) for e in told["events"]] == [(1, "mine"), (3, "mine")]
    assert [head["number"] for head in told["seals"]] == [1, 2, 3] and len(told["roots"]) == 3
    roots = {head["number"]: head["root"] for head in told["seals"]}
    assert all(climbed(hashes.leaf(e), e["path"]) == roots[e["seal"]] for e in told["events"])
    assert all(hashes.chain_of(head) == head["chain"] for head in told["seals"]) and Seal.objects.count() == 4


def test_acts_on_nothing_prove_nothing(acts):
    assert evidence({"case": ["nobody"]}) == {"events": [], "seals": [], "roots": []}
