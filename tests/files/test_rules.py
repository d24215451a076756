"""What a file is by its bytes, and what it is called when it is handed out."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sanshe.core.files import rules
from sanshe.core.files.enums import Kind, R
from tests.files.corpus import packed_pdf


@pytest.mark.parametrize(
    ("data", "members", "kind"),
    [
        (b"\xff\xd8\xff\xe0", [], Kind.JPEG),
        (b"\x89PNG\r\n\x1a\n", [], Kind.PNG),
        (b"%PDF-1.7", [], Kind.PDF),
        (b"PK\x03\x04", ["[Content_Types].xml", "word/document.xml"], Kind.DOCX),
        (b"PK\x03\x04", ["[Content_Types].xml", "xl/workbook.xml"], Kind.XLSX),
        (b"PK\x03\x04", ["a.txt"], None),
        (b"GIF89a", [], None),
        (b"<svg xmlns='http://www.w3.org/2000/svg'>", [], None),
        (b"<!doctype html>", [], None),
        (b"MZ", [], None),
        (b"", [], None),
    ],
)
def test_the_bytes_say_what_it_is(data, members, kind):
    assert rules.kind_by_magic(data, frozenset(members)) == kind


@pytest.mark.parametrize(("size", "code"), [(0, R.EMPTY), (1, None), (20 << 20, None), ((20 << 20) + 1, R.TOO_LARGE)])
def test_sizes(size, code):
    assert rules.refusal_of_size(size) == code


def test_pixels():
    assert rules.refusal_of_pixels(8000, 5000) is None
    assert rules.refusal_of_pixels(8001, 5000) == R.TOO_MANY_PIXELS


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"%PDF-1.7\n1 0 obj\n%%EOF\n", None),
        (b"%PDF-1.7\n/JavaScript (x)\n%%EOF", R.ACTIVE_CONTENT),
        (b"%PDF-1.7\n/Launch\n%%EOF", R.ACTIVE_CONTENT),
        (b"%PDF-1.7\n%%EOF\n<script>alert(1)</script>", R.ACTIVE_CONTENT),
        (b"%PDF-1.7 cut short", R.NOT_READABLE),
    ],
)
def test_pdfs(data, code):
    assert rules.refusal_of_pdf(data) == code


@pytest.mark.parametrize(
    ("members", "code"),
    [
        ([("word/document.xml", 100, 900)], None),
        ([("a", 1000, 101 << 20)], R.UNPACKS_TOO_LARGE),
        ([("a", 2000, 500_000)], R.UNPACKS_TOO_LARGE),
        ([("a", 1, 1)] * 2001, R.UNPACKS_TOO_LARGE),
        ([("../../etc/passwd", 1, 1)], R.ACTIVE_CONTENT),
        ([("/etc/passwd", 1, 1)], R.ACTIVE_CONTENT),
        ([("word/vbaProject.bin", 1, 1)], R.ACTIVE_CONTENT),
        ([("word/embeddings/a.exe", 1, 1)], R.ACTIVE_CONTENT),
    ],
)
def test_zips(members, code):
    assert rules.refusal_of_members(members) == code


@pytest.mark.parametrize(
    ("given", "shown"),
    [
        ("章程 终稿.docx", "章程 终稿.jpg"),
        ("../../etc/passwd", "passwd.jpg"),
        ("C:\\a\\b.png", "b.jpg"),
        ("a\r\nSet-Cookie: x.png", "a_Set-Cookie_ x.jpg"),
        ("photo\u202egnp.exe", "photo_gnp.jpg"),
        ("", "file.jpg"),
        ("....", "file.jpg"),
    ],
)
def test_names(given, shown):
    assert rules.shown_name(given, Kind.JPEG) == shown


@given(st.text(max_size=300))
def test_no_name_leads_out_of_its_folder(name):
    shown = rules.shown_name(name, Kind.PDF)
    assert shown.endswith(".pdf") and not set(shown) & set('/\\\x00\r\n"') and len(shown) <= 104


def test_an_honest_packed_pdf_is_taken():
    assert rules.refusal_of_pdf(packed_pdf(b"5 0 << /Type /Catalog /Pages 2 0 R >>")) is None


def test_our_own_papers_are_taken():
    from sanshe.core.papers.adapters import pdf
    from sanshe.core.papers.types import Doc

    assert rules.refusal_of_pdf(pdf.render(Doc("公示"))) is None


def test_chance_in_a_picture_is_no_script():
    """Three bytes of a large scan spell /JS sooner or later."""
    scan = b"%PDF-1.7\n9 0 obj << /Subtype /Image /Filter /DCTDecode >> stream\n\x88/JS\x90\x11 endstream\n%%EOF\n"
    assert rules.refusal_of_pdf(scan) is None


def test_an_outline_before_a_picture_is_no_stream_of_objects():
    outline = b"%PDF-1.7\n3 0 obj << /First 4 0 R /Last 5 0 R >> endobj\n"
    picture = b"9 0 obj << /Subtype /Image /Filter /DCTDecode >> stream\n\xff\xd8\xff endstream\n%%EOF\n"
    assert rules.refusal_of_pdf(outline + picture) is None


@pytest.mark.parametrize(
    "data", [b"/First " * 2_900_000, b"/First 1 " + b"stream\n" * 2_900_000, packed_pdf(b"1 " * 9_000_000) * 2]
)
def test_no_pdf_holds_up_the_house(data):
    """Twenty megabytes made to be slow are told apart in a few seconds."""
    begun = time.process_time()
    rules.refusal_of_pdf(b"%PDF-1.7\n" + data + b"\n%%EOF\n")
    assert time.process_time() - begun < 6
