"""Power loss: what is answered with 2xx or 3xx has been handed to the disk before the answer leaves.

The system calls of the served house are read by strace: between the last write to the database's files and the answer
stands a sync.
"""

import re
import shutil
import sys

import pytest

from tests.faults.test_web_killed import at
from tests.faults.writers import House, Registrar, play, settled

pytestmark = [
    pytest.mark.fault,
    pytest.mark.skipif(sys.platform != "linux", reason="only on Linux"),
    pytest.mark.skipif(not shutil.which("strace"), reason="needs strace: apt-get install strace"),
]
CALLS = "pwrite64,pwritev,fsync,fdatasync,write,writev,sendto,sendmsg"
WRITE = re.compile(r"\b(pwrite64|pwritev)\(\d+<[^>]*db\.sqlite3[^>]*>")
SYNC = re.compile(r"\b(fsync|fdatasync)\(\d+<[^>]*db\.sqlite3[^>]*>")
ANSWER = re.compile(r'"HTTP/1\.1 [23]\d\d')


class Traced(House):
    """The same server, begun by strace."""

    def command(self):
        trace = ["strace", "-f", "-y", "-q", "-s", "16", "-e", f"trace={CALLS}", "-o"]
        return [*trace, f"{self.env['SANSHE_DATA']}/trace", *super().command()]


def unsynced(trace):
    """(answers, answers that left while something written was not synced) in one trace of the calls."""
    answers = early = 0
    is_open = False
    for line in trace.splitlines():
        if WRITE.search(line):
            is_open = True
        elif SYNC.search(line) and "unfinished" not in line or re.search(r"(fsync|fdatasync) resumed>.*= 0", line):
            is_open = False
        elif ANSWER.search(line):
            answers, early, is_open = answers + 1, early + is_open, False
    return answers, early


@pytest.mark.parametrize(("how", "is_safe"), [("FULL", True), ("OFF", False)])
def test_an_answer_leaves_behind_a_sync(tmp_path, how, is_safe):
    """`synchronous=OFF` is the control: there the same reading must find answers without a sync."""
    env = {**at(tmp_path), "PLAY_SYNCHRONOUS": how}
    who = play(0, 1, env=env)
    house = Traced(env, "tests.faults.unsafe:stage")
    house.up()
    crew = [Registrar(house, who["officers"][0], 20, "断电")]
    [one.start() for one in crew]
    settled(crew, 120)
    house.stop()
    answers, early = unsynced((tmp_path / "trace").read_text())
    assert answers >= 20 and (early == 0) is is_safe


def test_the_reading_sees_a_missing_sync():
    written = '7 pwrite64(9</x/db.sqlite3-wal>, "..", 24, 0) = 24\n'
    synced, answered = (
        "7 fdatasync(9</x/db.sqlite3-wal>) = 0\n",
        '8 writev(5<socket:[1]>, [{"HTTP/1.1 302 F"}], 1) = 9\n',
    )
    assert unsynced(written + synced + answered + written + answered) == (2, 1)
