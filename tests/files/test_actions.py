"""Keep, attach, hand out, purge; and a corpus of hostile files."""

import io
from datetime import UTC, datetime
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import Http404
from django.test import RequestFactory
from PIL import Image

from sanshe.core.audit.queries import history
from sanshe.core.files import actions, queries, views
from sanshe.core.files.adapters import disk
from sanshe.core.files.models import Attachment, StoredFile
from sanshe.core.kit import ids
from sanshe.core.kit.access import Actor
from sanshe.core.kit.refused import Refused
from tests.files import corpus

AT = datetime(2022, 1, 5, tzinfo=UTC)
WHO = Actor(id=ids.new(), name="梁晓芸")
pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def root(settings, tmp_path):
    settings.FILES_ROOT = tmp_path / "files"
    return settings.FILES_ROOT


@pytest.fixture
def subject(monkeypatch):
    one = ids.new()
    monkeypatch.setitem(queries.GUARDS._items, "x", lambda actor, found: actor == WHO and found == one)
    return one


def keep(data=None, name="照片.jpg"):
    return actions.keep(upload=data or corpus.picture(), name=name, purpose="test", by=WHO, at=AT)


def attach(subject, file=None, slot="scan"):
    return actions.attach(file=file or keep(), kind="x", subject=subject, slot=slot, label="照片", by=WHO, at=AT)


@pytest.mark.parametrize("name", corpus.HOSTILE)
def test_hostile_files_are_refused_and_leave_nothing(name, root):
    make, code = corpus.HOSTILE[name]
    with pytest.raises(Refused) as refusal:
        keep(make() or b"") if name != "empty" else actions.keep(upload=b"", name="", purpose="", by=WHO, at=AT)
    assert refusal.value.code.startswith(code)
    assert not StoredFile.objects.exists() and not root.exists()


@pytest.mark.parametrize("name", corpus.HONEST)
def test_honest_files_are_kept(name):
    make, kind = corpus.HONEST[name]
    assert keep(make()).kind == kind


def test_our_own_papers_are_kept():
    from sanshe.core.papers.adapters import docx, pdf
    from sanshe.core.papers.types import Doc

    assert keep(pdf.render(Doc("公示"))).kind == "pdf" and keep(docx.render(Doc("公示"))).kind == "docx"


def test_a_photo_loses_its_place_and_stands_upright():
    kept = keep(corpus.photo_with_place())
    assert (kept.width, kept.height) == (30, 40)
    picture = Image.open(io.BytesIO(disk.load(kept.digest)))
    assert not picture.getexif() and picture.size == (30, 40)


def test_what_hides_behind_a_picture_does_not_survive():
    kept = keep(corpus.picture("PNG") + b"<script>alert(1)</script>" + corpus.office())
    data = disk.load(kept.digest)
    assert b"script" not in data and b"PK" not in data[-200:]


def test_a_zip_inside_a_jpeg_comment_does_not_survive():
    jpeg = corpus.picture(comment=b"<?php echo 1 ?>")
    assert b"<?php" in jpeg and b"<?php" not in disk.load(keep(jpeg).digest)


def test_the_same_content_is_kept_once(root):
    assert keep().pk == keep(name="b.jpg").pk
    assert len([path for path in Path(root).rglob("*") if path.is_file()]) == 1


def test_an_upload_is_read_from_its_beginning():
    upload = SimpleUploadedFile("a.jpg", corpus.picture())
    upload.read(5)
    assert keep(upload).kind == "jpg"


def test_a_full_disk_leaves_no_half_file(root, monkeypatch):
    def full(handle):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(disk.os, "fsync", full)
    with pytest.raises(OSError, match="No space"):
        keep()
    assert not [path for path in Path(root).rglob("*") if path.is_file()] and not StoredFile.objects.exists()


def test_attached_once_and_on_record(subject):
    first, again = attach(subject), attach(subject)
    assert first.pk == again.pk and first.name == "照片.jpg"
    assert [entry.event for entry in history("x", subject)] == ["files.attached"]


def test_slots_are_kept_apart(subject):
    attach(subject, slot="a")
    attach(subject, slot="b")
    assert len(queries.attachments("x", subject)) == 2 and len(queries.attachments("x", subject, "a")) == 1


def ask(attachment, actor=WHO):
    request = RequestFactory().get("/")
    request.actor = actor
    return views.attachment(request, attachment.pk)


def test_handed_out_as_a_download_that_cannot_run(subject):
    answer = ask(attach(subject))
    assert answer["Content-Disposition"].startswith("attachment; filename*=utf-8''%E7%85%A7")
    assert answer["X-Content-Type-Options"] == "nosniff" and "sandbox" in answer["Content-Security-Policy"]
    assert answer["Content-Type"] == "image/jpeg" and "no-store" in answer["Cache-Control"]


def test_others_and_unguarded_kinds_get_what_a_missing_file_gets(subject):
    found = attach(subject)
    unguarded = actions.attach(file=keep(), kind="y", subject=subject, slot="a", label="b", by=WHO, at=AT)
    for attachment, actor in ((found, Actor(id=ids.new(), name="b")), (unguarded, WHO)):
        with pytest.raises(Http404):
            ask(attachment, actor)


def test_purged_evidence_leaves_its_fingerprint_and_the_reason(subject, django_capture_on_commit_callbacks):
    found = attach(subject)
    with django_capture_on_commit_callbacks(execute=True):
        gone = actions.purge(kind="x", subject=subject, reason="未入选，公示结束满 6 个月", by=WHO, at=AT)
    assert gone == 1 and disk.load(found.file.digest) is None
    last = history("x", subject)[0]
    assert last.event == "files.purged" and last.old["digest"] == found.file.digest and "未入选" in last.note


def test_content_another_subject_holds_is_not_purged(subject):
    found = attach(subject)
    attach(ids.new())
    assert actions.purge(kind="x", subject=subject, reason="r", by=WHO, at=AT) == 0
    assert disk.load(found.file.digest)


def test_purged_content_may_come_again(subject, django_capture_on_commit_callbacks):
    attach(subject)
    with django_capture_on_commit_callbacks(execute=True):
        actions.purge(kind="x", subject=subject, reason="r", by=WHO, at=AT)
    assert keep().purged_at is None and disk.load(keep().digest)


def test_what_was_destroyed_before_it_was_hung_is_not_hung(subject, django_capture_on_commit_callbacks):
    attach(subject)
    mine, other = keep(), ids.new()
    with django_capture_on_commit_callbacks(execute=True):
        assert actions.purge(kind="x", subject=subject, reason="r", by=WHO, at=AT) == 1
    with pytest.raises(Refused, match="files.purged_meanwhile"):
        actions.attach(file=mine, kind="x", subject=other, slot="s", label="l", by=WHO, at=AT)
    assert not Attachment.objects.filter(subject=other).exists()


def test_content_that_came_again_before_the_commit_stays_on_the_disk(subject, django_capture_on_commit_callbacks):
    attach(subject)
    with django_capture_on_commit_callbacks(execute=True):
        actions.purge(kind="x", subject=subject, reason="r", by=WHO, at=AT)
        again = keep()
    assert disk.load(again.digest) and attach(ids.new()).file == again
