"""PDFs as a program writes them, with a table of objects; what is wrong in them is put in by each test."""

import zlib

CATALOGUE = b"<< /Type /Catalog /Pages 2 0 R %s >>"
PAGES = b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>"
PAGE = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << >> %s >>"


def pdf(*more, catalogue=b"", page=b"", trailer=b""):
    """One empty page, and `more` objects, which are numbered from 4."""
    objects = [CATALOGUE % catalogue, PAGES, PAGE % page, *more]
    out, places = b"%PDF-1.7\n", []
    parts = [out]
    at = len(out)
    for number, one in enumerate(objects, 1):
        places.append(at)
        parts.append(b"%d 0 obj\n%s\nendobj\n" % (number, one))
        at += len(parts[-1])
    table = b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    table += b"".join(b"%010d 00000 n \n" % place for place in places)
    ends = b"trailer\n<< /Size %d /Root 1 0 R %s >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, trailer, at)
    return b"".join([*parts, table, ends])


def stream(data, keys=b""):
    return b"<< /Length %d %s >>\nstream\n%s\nendstream" % (len(data), keys, data)


def packed(inner, keys=b"/Filter /FlateDecode", first=b"/First", times=1):
    """A stream of one object."""
    for _ in range(times):
        inner = zlib.compress(inner)
    return stream(inner, b"/Type /ObjStm /N 1 %s 4 %s" % (first, keys))


SCRIPT = b"5 0 << /S /JavaScript /JS (app.alert\\(1\\)) >>"
