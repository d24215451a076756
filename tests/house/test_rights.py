"""Who may do what stands in two written tables, `roles.txt` and `faces.txt`: what the code grants and asks for must
say the same, so that a right given or loosened is a line that somebody changes and somebody reads."""

from collections import defaultdict

from sanshe.core.accounts.adapters import operations_of
from sanshe.core.kit.access import needs
from sanshe.core.kit.roles import GRANTS
from tests.house.reading import differences, written
from tests.matrix import Face, faces


def granted(grants):
    """A line for each code with the roles that start with it."""
    held = defaultdict(set)
    for role, codes in grants.items():
        for code in codes:
            held[str(code)].add(str(role))
    return [f"{code}: {' '.join(sorted(held[code]))}" for code in sorted(held)]


def asked(found):
    """A line for each address with the codes one of which opens it; an API path has a line for each method."""
    return sorted(line for face in found for line in _asked(face))


def _asked(face):
    where = face.name or f"/{face.route}"
    for method in face.methods() if operations_of(face.view) else [""]:
        yield f"{where} {method}".strip() + f": {' '.join(sorted(map(str, face.needs(method))))}"


def test_every_role_starts_with_the_codes_that_are_written():
    said = granted(GRANTS)
    changed = differences(written("roles.txt"), said)
    assert len(said) > 50 and not changed, "is it meant? then change roles.txt:\n" + "\n".join(changed)


def test_every_address_asks_for_the_codes_that_are_written():
    said = asked(faces())
    changed = differences(written("faces.txt"), said)
    assert len(said) > 250 and not changed, "is it meant? then change faces.txt:\n" + "\n".join(changed)


def test_a_code_given_to_one_role_more_is_seen():
    before = {"clerk": {"fair.read", "fair.write"}, "guest": {"fair.read"}}
    after = {**before, "guest": {"fair.read", "fair.write"}}
    assert differences(granted(before), granted(after)) == ["- fair.write: clerk", "+ fair.write: clerk guest"]
    assert differences(granted(before), granted({"clerk": before["clerk"]})) == [
        "- fair.read: clerk guest",
        "+ fair.read: clerk",
    ]


def test_a_face_that_is_loosened_or_new_is_seen():
    def face(name, *codes):
        return Face(name, needs(*codes)(lambda request: None), (), "")

    before = asked([face("fair:stall", "fair.read")])
    after = asked([face("fair:stall", "fair.read", "fair.guest"), face("fair:close", "public")])
    assert differences(before, after) == [
        "- fair:stall: fair.read",
        "+ fair:close: public",
        "+ fair:stall: fair.guest fair.read",
    ]
