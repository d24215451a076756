"""What takes a file says so: then it is looked at before the write begins, and not within it."""

import ast

from tests.house.reading import SOURCE, at, pythons, room_of, tree

ONLY_ASK_WHETHER = ("core/accounts/views/refusals.py", "core/receipts/views.py", "core/files/views.py")


def is_marked(face):
    return any(
        isinstance(one, ast.Call) and ast.unparse(one.func).endswith("takes_files") for one in face.decorator_list
    )


def reads_files(face):
    return any(isinstance(one, ast.Attribute) and one.attr == "FILES" for one in ast.walk(face))


def names(face):
    return {one.id for one in ast.walk(face) if isinstance(one, ast.Name)}


def unmarked(source):
    """Faces by which a file comes in, by themselves or by a function beside them, without a word of it."""
    for path in pythons(source):
        if room_of(path, source) not in ("views", "api") or path.relative_to(source).as_posix() in ONLY_ASK_WHETHER:
            continue
        faces = [one for one in tree(path).body if isinstance(one, ast.FunctionDef)]
        reading = {one.name for one in faces if reads_files(one)}
        for one in faces:
            takes = one.name in reading or names(one) & reading
            if takes and one.decorator_list and not is_marked(one):
                yield at(path, one.lineno, source, one.name)


def test_every_face_that_takes_files_says_so():
    assert list(unmarked(SOURCE)) == []


PLANT = """
@needs(P.READ)
@require_POST
def loose(request): request.FILES["a"]

@needs(P.READ)
def through(request): _read(request)

def _read(request): request.FILES["a"]

@needs(P.READ)
@takes_files(evidence)
def marked(request): _read(request)

@needs(P.READ)
def other(request): request.POST["a"]
"""


def test_one_that_does_not_is_seen(tmp_path):
    (tmp_path / "patrol").mkdir()
    (tmp_path / "patrol/views.py").write_text(PLANT)
    assert [one.rpartition(" ")[2] for one in unmarked(tmp_path)] == ["loose", "through"]


def test_the_mark_is_read_where_the_request_is():
    """The middleware stands where somebody may send, and no transaction has begun."""
    from django.conf import settings

    places = [settings.MIDDLEWARE.index(f"sanshe.core.{one}") for one in
              ("accounts.middleware.Acting", "files.middleware.Checked", "receipts.middleware.OnceOnly")]  # fmt: skip
    assert places == sorted(places)
