"""Papers a second: one kept Typst compiler against one made anew, and python-docx. Prints a table and one JSON line.

PYTHONPATH=src python bench/documents.py
"""

import json
import sys
import time
from collections.abc import Callable

from sanshe.core.papers.adapters import docx, pdf
from sanshe.core.papers.types import Doc, KeyValue, Para, Signature, Table

OFFICE = "平城区社区治理创享中心"
TEXT = "经申请、初审、现场评审和评审小组表决，你单位入选第三批社会组织孵化。请于二月二十三日前到服务台签协议。"


def certificate(no: int) -> Doc:
    """One page under the red head, as a certificate or a letter is."""
    signed = Signature(names=(OFFICE,), date="2022年2月17日", style="seal")
    blocks = (Para(f"第 {no} 家组织：", "plain"), Para(TEXT), signed)
    return Doc("出壳证书", f"创享证〔2022〕{no} 号", blocks, org=OFFICE)


def form(no: int) -> Doc:
    """A page of a form with two tables."""
    pairs = tuple((f"第 {one} 项", f"内容 {no} {one}") for one in range(16))
    rows = tuple((str(one), "服务内容的公益性", "不以营利为目的", "20", str(one)) for one in range(8))
    return Doc("评审打分表", "", (KeyValue(pairs), Table(("", "指标", "说明", "满分", "得分"), rows)), style="plain")


def rate(render: Callable[[Doc], bytes], make: Callable[[int], Doc], seconds: float) -> float:
    """Papers a second, each another one; the first is not counted."""
    render(make(0))
    count, began = 0, time.perf_counter()
    while (spent := time.perf_counter() - began) < seconds:
        count += 1
        render(make(count))
    return count / spent


def anew(doc: Doc) -> bytes:
    """With a compiler of its own: what keeping one saves."""
    pdf._press.cache_clear()
    return pdf.render(doc)


def main(seconds: float = 5.0) -> dict[str, float]:
    """Measure, print, return the figures."""
    found = {
        "certificate_pdf": rate(pdf.render, certificate, seconds),
        "certificate_pdf_compiler_anew": rate(anew, certificate, seconds),
        "certificate_docx": rate(docx.render, certificate, seconds),
        "form_pdf": rate(pdf.render, form, seconds),
        "form_docx": rate(docx.render, form, seconds),
    }
    found = {name: round(value, 1) for name, value in found.items()}
    both = 1 / found["certificate_pdf"] + 1 / found["certificate_docx"]
    found["forty_in_both_seconds"] = round(40 * both, 2)
    for name, value in found.items():
        sys.stdout.write(f"{name:32} {value:>9}\n")
    sys.stdout.write(json.dumps({"bench": "documents", **found}) + "\n")
    return found


if __name__ == "__main__":
    main(float(sys.argv[1]) if len(sys.argv) > 1 else 5.0)
