"""Honest and hostile files, made on the spot."""

import io
import struct
import zipfile
import zlib

from PIL import Image


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


def packed_pdf(inner=b"5 0 << /S /JavaScript /JS (app.alert\\(1\\)) >>", keys=b"/Filter /FlateDecode", first=b"/First"):
    """A PDF whose catalogue's action lies in a packed stream of objects."""
    packed = zlib.compress(inner)
    head = b"<< /Type /ObjStm /N 1 %s 4 /Length %d %s >>" % (first, len(packed), keys)
    return b"%PDF-1.7\n7 0 obj " + head + b"\nstream\r\n" + packed + b"\nendstream endobj\n%%EOF\n"


HOSTILE = {
    "pdf with a packed script": (packed_pdf, "files.active_content"),
    "packed, and its key spelt otherwise": (lambda: packed_pdf(first=b"/F#69rst"), "files.active_content"),
    "packed script spelt otherwise": (lambda: packed_pdf(b"5 0 << /S /J#61vaScript >>"), "files.active_content"),
    "behind a comment that says stream": (
        lambda: packed_pdf(keys=b"/Filter /FlateDecode % stream\nendobj\n"),
        "files.",
    ),
    "packed twice": (lambda: packed_pdf(keys=b"/Filter [/ASCIIHexDecode /FlateDecode]"), "files.hidden_content"),
    "packed with a predictor": (
        lambda: packed_pdf(keys=b"/Filter /FlateDecode /DecodeParms << /Predictor 12 >>"),
        "files.hidden_content",
    ),
    "packed by a filter named elsewhere": (lambda: packed_pdf(keys=b"/Filter 9 0 R"), "files.hidden_content"),
    "encrypted pdf": (lambda: b"%PDF-1.7\ntrailer << /Encrypt 9 0 R >>\n%%EOF\n", "files.hidden_content"),
    "pdf bomb": (lambda: packed_pdf(b" " * (40 << 20)), "files.unpacks_too_large"),
    "empty": (lambda: b"", "files.empty"),
    "21 MB": (lambda: b"\xff\xd8\xff" + b"\x00" * (21 << 20), "files.too_large"),
    "gif": (lambda: b"GIF89a" + b"\x00" * 50, "files.not_allowed"),
    "svg under a png name": (lambda: b"<svg onload='alert(1)'/>", "files.not_allowed"),
    "html": (lambda: b"<html><script>1</script>", "files.not_allowed"),
    "plain zip": (lambda: office("a.txt"), "files.not_allowed"),
    "png of 50,000 x 50,000": (lambda: png_that_claims(50_000, 50_000), "files.too_many_pixels"),
    "jpeg head and nothing": (lambda: b"\xff\xd8\xff\xe0garbage", "files.not_readable"),
    "cut jpeg": (lambda: picture(size=(400, 400))[:900], "files.not_readable"),
    "spoilt zip": (lambda: spoilt(office()), "files.not_readable"),
    "cut zip": (lambda: office()[:60], "files.not_readable"),
    "zip bomb": (lambda: office(bomb=b"\x00" * 200_000_000), "files.unpacks_too_large"),
    "zip bomb that lies": (zip_that_lies, "files."),
    "macros": (lambda: office(**{"word/vbaProject.bin": b"x"}), "files.active_content"),
    "climbing zip": (lambda: office(**{"../../x": b"x"}), "files.active_content"),
    "pdf with script": (lambda: b"%PDF-1.7\n/OpenAction << /JS (x) >>\n%%EOF\n", "files.active_content"),
    "pdf with a script spelt otherwise": (lambda: b"%PDF-1.7\n/J#61vaScr#69pt (x)\n%%EOF\n", "files.active_content"),
    "pdf and zip in one": (lambda: b"%PDF-1.7\n%%EOF\n" + office(), "files."),
}
