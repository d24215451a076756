"""Translations: `compile` writes the .mo files, `check` fails on a text without an English one.

The texts of a file are found by Babel in Python and by Django's own reader of templates.
"""

import sys
from io import BytesIO
from pathlib import Path

from babel.messages.extract import extract
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

SOURCE = Path(__file__).resolve().parent.parent / "src" / "sanshe"
PLACE = Path("locale/en/LC_MESSAGES/django.po")


def compiled() -> int:
    """Write each .mo beside its .po when the .po is newer."""
    for po in SOURCE.rglob("locale/*/LC_MESSAGES/*.po"):
        mo = po.with_suffix(".mo")
        if not mo.exists() or mo.stat().st_mtime < po.stat().st_mtime:
            with po.open("rb") as file, mo.open("wb") as out:
                write_mo(out, read_po(file))
    return 0


def texts_of(path: Path) -> set[str]:
    """Every text of one file that is shown to people."""
    if path.suffix == ".py":
        words = ["gettext", "gettext_lazy", "_", "pgettext", "ngettext"]
        data = path.read_bytes()
    else:
        from django.utils.translation.template import templatize

        told = "\n".join(line.lstrip() for line in templatize(path.read_text()).splitlines())
        words, data = ["gettext", "_", "ngettext", "pgettext"], told.encode()
    found = extract("python", BytesIO(data), keywords=dict.fromkeys(words), options={"encoding": "utf-8"})
    return {
        one for _line, texts, _notes, _context in found for one in ([texts] if isinstance(texts, str) else texts) if one
    }


def app_of(path: Path) -> Path:
    """The app a file belongs to: the folder that has an apps.py."""
    return next(folder for folder in path.parents if (folder / "apps.py").exists() or folder == SOURCE)


def missing() -> list[tuple[Path, str]]:
    """(app, text) for each text without an English one."""
    known, found = {}, set()
    for po in SOURCE.rglob(str(PLACE)):
        with po.open("rb") as file:
            known[po.parents[3]] = {str(m.id) for m in read_po(file) if m.id and m.string and "fuzzy" not in m.flags}
    everywhere = set().union(*known.values()) if known else set()
    for path in [*SOURCE.rglob("*.py"), *SOURCE.rglob("templates/**/*.html")]:
        found |= {(app_of(path).relative_to(SOURCE), text) for text in texts_of(path) if text not in everywhere}
    return sorted(found)


def check() -> int:
    import django
    from django.conf import settings

    settings.configure()
    django.setup()
    left = [(app, text) for app, text in missing() if any("一" <= c <= "鿿" for c in text)]
    for app, text in left:
        sys.stdout.write(f"{app}: {text}\n")
    sys.stdout.write(f"{len(left)} texts without English.\n")
    return 1 if left else 0


if __name__ == "__main__":
    sys.exit(check() if sys.argv[1:] == ["check"] else compiled())
