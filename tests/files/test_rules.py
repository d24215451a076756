"""What a file is by its bytes, and what it is called when it is handed out."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sanshe.core.files import rules
from sanshe.core.files.enums import Kind, R
from sanshe.core.files.rules import office, pdfs


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


def test_files_of_one_request():
    assert (rules.refusal_of_count(10), rules.refusal_of_count(11)) == (None, R.TOO_MANY)


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"%PDF-1.7\n1 0 obj\n%%EOF\n", None),
        (b"%PDF-1.7\n%%EOF\r\n\x00", None),
        (b"%PDF-1.7\n%%EOF\n<script>alert(1)</script>", R.ACTIVE_CONTENT),
        (b"%PDF-1.7 PK\x05\x06 \n%%EOF", R.ACTIVE_CONTENT),
        (b"%PDF-1.7 cut short", R.NOT_READABLE),
    ],
)
def test_ends_of_pdfs(data, code):
    assert pdfs.refusal_of_ends(data) == code


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"1 0 obj << /JavaScript (x) >>", R.ACTIVE_CONTENT),
        (b"1 0 obj << /J#53(x) >>", R.ACTIVE_CONTENT),
        (b"1 0 obj << /#4c#61unch >>", R.ACTIVE_CONTENT),
        (b"1 0 obj << /#4C#61unch >>", R.ACTIVE_CONTENT),
        (b"stream\n/JS\nendstream\n<< /Launch >>", R.ACTIVE_CONTENT),  # what follows a stream is looked at
        (b"trailer << /#45ncrypt 9 0 R >>", R.HIDDEN),
        (b"<< /JSON 1 /Launcher 2 /Encrypted (a) >>", None),
        (b"stream\r\n\x88/JS(\x90\nendstream", None),  # chance in a picture is no script
        (b"stream\n/Launch", None),
    ],
)
def test_what_stands_between_streams(data, code):
    assert pdfs.refusal_of_loose(data) == code


@pytest.mark.parametrize(
    ("spelt", "is_stream", "code"),
    [
        (b"<< /S /GoTo /D [ 3 0 R /Fit ] >>", False, None),
        (b"<< /A << /S /URI /URI (http://x) >> >>", False, None),
        (b"<< /Title (about /JavaScript \\(and /Launch\\)) >>", False, None),
        (b"<< /S /JavaScript /JS 5 0 R >>", False, R.ACTIVE_CONTENT),
        (b"<< /Title (a) /AA << >> >>", False, R.ACTIVE_CONTENT),
        (b"<< /Names << /EmbeddedFiles 5 0 R >> >>", False, R.ACTIVE_CONTENT),
        (b"<< /S /GoToR /F (a.pdf) >>", False, R.EXTERNAL),
        (b"<< /Type /Filespec /FS /URL /F (http://x) >>", False, R.EXTERNAL),
        (b"<< /Ref << /F (a.pdf) >> >>", False, R.EXTERNAL),
        (b"<< /S /P /Ref [ 5 0 R ] >>", False, None),  # an element of the structure names others
        (b"<< /F (a) /Length 0 >>", True, R.EXTERNAL),
        (b"<< /F << /F (a) >> /Length 0 >>", True, R.EXTERNAL),
        (b"<< /F 4 /Length 0 >>", True, None),  # flags
        (b"<< /F (a) >>", False, None),  # a name for a field
    ],
)
def test_objects_of_pdfs(spelt, is_stream, code):
    assert pdfs.refusal_of_object(spelt, is_stream) == code


@pytest.mark.parametrize(
    ("kind", "code"), [(None, None), ("/GoTo", None), ("/URI", R.ACTIVE_CONTENT), ("", R.ACTIVE_CONTENT)]
)
def test_what_is_done_at_opening(kind, code):
    assert pdfs.refusal_of_opening(kind) == code


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
        ([("xl/externalLinks/externalLink1.xml", 1, 1)], R.EXTERNAL),
        ([("xl/connections.xml", 1, 1)], R.EXTERNAL),
        ([("word/document.xml", 1, 1), ("WORD/document.xml", 1, 1)], R.HIDDEN),
    ],
)
def test_zips(members, code):
    assert office.refusal_of_members(members) == code


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


def test_a_zip_with_a_password():
    assert office.refusal_of_members([("a", 1, 1)], locked=True) == R.HIDDEN


@pytest.mark.parametrize(
    ("kind", "target", "is_outside", "code"),
    [
        ("http://x/relationships/hyperlink", "http://x/", True, None),
        ("http://x/relationships/styles", "styles.xml", False, None),
        ("http://x/relationships/image", "media/a.png", False, None),
        ("http://x/relationships/image", "http://x/a.png", True, R.EXTERNAL),
        ("http://x/relationships/attachedTemplate", "file:///C:\\a.dotm", True, None),
        ("http://x/relationships/attachedTemplate", "file://host/a.dotm", True, R.EXTERNAL),
        ("http://x/relationships/attachedTemplate", "\\\\host\\a.dotm", True, R.EXTERNAL),
        ("http://x/relationships/externalLink", "externalLinks/a.xml", False, R.EXTERNAL),
        ("http://x/relationships/oleObject", "a.bin", False, R.ACTIVE_CONTENT),
        ("http://x/relationships/aFChunk", "a.html", False, R.ACTIVE_CONTENT),
        ("http://x/relationships/vbaProject/", "a.bin", False, R.ACTIVE_CONTENT),
    ],
)
def test_relations_of_parts(kind, target, is_outside, code):
    assert office.refusal_of_relation(kind, target, is_outside) == code


@pytest.mark.parametrize(
    ("code", "refusal"),
    [
        (" PAGE ", None),
        (' HYPERLINK "http://x" ', None),
        ("DDEAUTO c:\\cmd", R.ACTIVE_CONTENT),
        (" dde excel", R.ACTIVE_CONTENT),
        (' INCLUDETEXT "\\\\host\\a"', R.EXTERNAL),
        ("REF includetext", None),
    ],
)
def test_fields_of_texts(code, refusal):
    assert office.refusal_of_field(code) == refusal


@pytest.mark.parametrize("first", [b"MZ\x90", b"\x7fELF", b"PK\x03\x04", b"%PDF-1.7", b"Rar!"])
def test_parts_that_are_files(first):
    assert office.refusal_of_part(first) == R.ACTIVE_CONTENT


@pytest.mark.parametrize("first", [b"<?xml", b"\x89PNG\r\n", b"\xff\xd8\xff", b"", b"PKZ", b"\x01\x00\x00\x00"])
def test_parts_that_are_none(first):
    assert office.refusal_of_part(first) is None


def test_types_of_parts():
    assert office.refusal_of_type("application/vnd.ms-excel.sheet.macroEnabled.main+xml") == R.ACTIVE_CONTENT
    assert office.refusal_of_type("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml") is None
