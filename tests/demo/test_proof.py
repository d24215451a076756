"""The proof pack of the story: counted again by its own program, and nothing altered passes."""

import subprocess
import sys

import pytest

from sanshe.core.audit.queries import history
from sanshe.incubation.models import Batch
from sanshe.incubation.rules import recount

pytestmark = pytest.mark.django_db
UNTIL = "0120a"
WHEN = "2022-01-20 09:12"


@pytest.fixture
def pack(as_person, told, tmp_path):
    """The pack as the auditor gets it, on disk."""
    batch = Batch.objects.get(no=3)
    answer = as_person("kong", WHEN).post(f"/incubation/batches/{batch.pk}/tabulation/pack/")
    path = tmp_path / "proof.zip"
    path.write_bytes(answer.content)
    return path


def test_the_pack_agrees_with_itself_and_its_manifest_is_on_record(pack):
    files = recount.read(pack)
    assert recount.check(files) == []
    said = history("incubation.batch", Batch.objects.get(no=3).pk)
    assert recount.sha(files["manifest.json"]) in str([entry.new for entry in said])


def test_it_is_checked_by_plain_python_from_inside_the_pack(pack, tmp_path):
    program = tmp_path / "recount.py"
    program.write_bytes(recount.read(pack)["recount.py"])
    run = subprocess.run([sys.executable, "-I", str(program), str(pack)], capture_output=True, text=True)
    assert run.returncode == 0 and "全部一致" in run.stdout


@pytest.mark.parametrize("name", ["sheets.json", "decision.json", "places.json", "papers/会议纪要.docx", "recount.py"])
def test_one_altered_byte_is_named(pack, name):
    files = recount.read(pack)
    changed = bytearray(files[name])
    changed[len(changed) // 2] ^= 1
    assert any(name in finding for finding in recount.check({**files, name: bytes(changed)}))


@pytest.mark.parametrize("key", ["jin", "liang"])
def test_who_scored_or_ran_it_gets_no_pack(as_person, told, key):
    """The key to the letters lies in it."""
    batch = Batch.objects.get(no=3)
    assert as_person(key, WHEN).post(f"/incubation/batches/{batch.pk}/tabulation/pack/").status_code == 403
