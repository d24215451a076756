"""The words of a PDF as Typst writes it, line by line, with the standard library alone: streams, ToUnicode, positions.

Only what our own papers hold is understood. Each line is (page, x, y, size, text), in points from the lower left.
"""

import re
import zlib

_OBJ = re.compile(rb"(\d+) 0 obj(.*?)endobj", re.DOTALL)
_FLAT = rb"(?:\\.|[^\\()])"
_STRING = rb"\((?:%s|\((?:%s|\(%s*\))*\))*\)" % (_FLAT, _FLAT, _FLAT)  # strings hold pairs of brackets as they are
_TOKEN = re.compile(_STRING + rb"|<[0-9A-Fa-f]*>|\[|\]|/[^\s/<>\[\]()]+|[-+.\d]+|[A-Za-z'\"*]+", re.DOTALL)
_ESCAPES = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f"}


def objects(data: bytes) -> dict[int, bytes]:
    """Every object by number, those in object streams too."""
    found = {int(no): body for no, body in _OBJ.findall(data)}
    for body in list(found.values()):
        if b"/ObjStm" in body:
            inside = stream(body)
            first, n = (int(re.search(rb"/%s (\d+)" % key, body)[1]) for key in (b"First", b"N"))
            numbers = [int(one) for one in inside[:first].split()[: 2 * n]]
            starts = [*numbers[1::2], len(inside) - first]
            for place, no in enumerate(numbers[::2]):
                found[no] = inside[first + starts[place] : first + starts[place + 1]]
    return found


def stream(body: bytes) -> bytes:
    head, _mark, rest = body.partition(b"stream")
    raw = rest.lstrip(b"\r\n").rpartition(b"endstream")[0]
    return zlib.decompressobj().decompress(raw) if b"FlateDecode" in head else raw


def _cmap(text: bytes) -> dict[int, str]:
    def said(code: bytes) -> str:
        return bytes.fromhex(code.decode()).decode("utf-16-be")

    found = {}
    for part in re.findall(rb"beginbfchar(.*?)endbfchar", text, re.DOTALL):
        found |= {int(a, 16): said(b) for a, b in re.findall(rb"<(\w+)>\s*<(\w+)>", part)}
    for part in re.findall(rb"beginbfrange(.*?)endbfrange", text, re.DOTALL):
        for a, b, c in re.findall(rb"<(\w+)>\s*<(\w+)>\s*<(\w+)>", part):
            start = int.from_bytes(bytes.fromhex(c.decode()), "big")
            for step in range(int(b, 16) - int(a, 16) + 1):
                found[int(a, 16) + step] = said(f"{start + step:0{len(c)}x}".encode())
    return found


def _bytes(token: bytes) -> bytes:
    if token.startswith(b"<"):
        return bytes.fromhex(token[1:-1].decode())
    return re.sub(
        rb"\\([0-7]{1,3}|.)",
        lambda m: bytes([int(m[1], 8)]) if m[1].isdigit() else _ESCAPES.get(m[1], m[1]),
        token[1:-1],
        flags=re.DOTALL,
    )


def _fonts(found: dict[int, bytes], body: bytes) -> dict[bytes, dict[int, str]]:
    where = re.search(rb"/Resources (\d+) 0 R", body)
    resources = found[int(where[1])] if where else body
    fonts = re.search(rb"/Font\s*<<(.*?)>>", resources, re.DOTALL) or re.search(rb"/Font (\d+) 0 R", resources)
    listed = found[int(fonts[1])] if fonts and fonts[1].isdigit() else fonts[1] if fonts else b""
    maps = {}
    for name, no in re.findall(rb"(/\w+) (\d+) 0 R", listed):
        to = re.search(rb"/ToUnicode (\d+) 0 R", found[int(no)])
        maps[name] = _cmap(stream(found[int(to[1])])) if to else {}
    return maps


def pieces(data: bytes) -> list[tuple[int, float, float, float, str]]:
    """Every piece of text that was set, in the order of the file."""
    found, made = objects(data), []
    root = next(body for body in found.values() if b"/Type /Pages" in body or b"/Type/Pages" in body)
    kids = [int(no) for no in re.findall(rb"(\d+) 0 R", re.search(rb"/Kids\s*\[(.*?)\]", root, re.DOTALL)[1])]
    for page, no in enumerate(kids, 1):
        content = int(re.search(rb"/Contents (\d+) 0 R", found[no])[1])
        made += [(page, *one) for one in _set(stream(found[content]), _fonts(found, found[no]))]
    return made


def _set(content: bytes, fonts: dict[bytes, dict[int, str]]):
    stack, font, size, at, ctm, saved = [], {}, 0.0, (0.0, 0.0), (1.0, 0.0, 0.0, 1.0, 0.0, 0.0), []
    for match in _TOKEN.finditer(content):
        token = match[0]
        if not token[:1].isalpha() and token not in (b"'", b'"'):
            stack.append(token)
            continue
        numbers = [float(one) for one in stack if re.fullmatch(rb"[-+]?[\d.]+", one)]
        if token == b"q":
            saved.append(ctm)
        elif token == b"Q":
            ctm = saved.pop()
        elif token == b"cm":
            a, b, c, d, e, f = numbers[-6:]
            ctm = (a * ctm[0], b * ctm[3], c * ctm[0], d * ctm[3], e * ctm[0] + ctm[4], f * ctm[3] + ctm[5])
        elif token == b"Tf":
            font, size = fonts.get(next(one for one in stack if one.startswith(b"/")), {}), numbers[-1]
        elif token == b"Tm":
            at = (numbers[-2], numbers[-1])
        elif token in (b"Tj", b"TJ"):
            raw = b"".join(_bytes(one) for one in stack if one[:1] in b"(<")
            codes = [int.from_bytes(raw[i : i + 2], "big") for i in range(0, len(raw), 2)]
            text = "".join(font.get(code, "\ufffd") for code in codes)
            yield at[0] * ctm[0] + ctm[4], at[1] * ctm[3] + ctm[5], size, text
        stack = []


def words(data: bytes) -> str:
    """All text without spaces."""
    return "".join("".join(one[4].split()) for one in pieces(data))


def lines(data: bytes, page: int) -> list[str]:
    """The lines of a page from above, each as its text."""
    rows: dict[int, list[tuple[float, str]]] = {}
    for on, x, y, _size, text in pieces(data):
        if on == page:
            rows.setdefault(round(y), []).append((x, text))
    return ["".join(text for _x, text in sorted(row)) for _y, row in sorted(rows.items(), reverse=True)]
