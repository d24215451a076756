"""The auditor reads and verifies. Generated from every address there is: no other write is open to the role."""

import pytest

from sanshe.core.imports.queries import IMPORTERS
from sanshe.core.kit.access import Open
from sanshe.core.kit.roles import GRANTS, Role
from tests.matrix import OPEN, faces, marked, undone
from tests.matrix_rows import organisation

pytestmark = pytest.mark.django_db
VERIFIES = {"incubation:check", "incubation:pack", "audit:verify", "audit:package"}
IMPORTS = {"imports:upload", "imports:columns", "imports:mend", "imports:apply"}
PRINTS = {"papers:make_paper", "papers:make_set", "papers:stop_set"}  # of what one may read; no matter changes by it
FIELD = {f"field:{word}" for word in ("admit", "batch", "register", "revoke", "set_aside")}  # judged row by row
READS = {"api:openapi-json", "api_page"}  # what the API says of itself: the same answer to every method
UNSAFE = ("POST", "PUT", "PATCH", "DELETE")


def writable(browser, wanted):
    """Names of the addresses among `wanted` that do not answer 405 to some unsafe method."""
    found, mark = set(), organisation("140213").mark
    for face in wanted:
        for method in UNSAFE:
            with undone(browser):
                answer = browser.generic(method, face.path(), headers={"Accept": "text/html"}, **marked(method, mark))
            if answer.status_code != 405:
                found.add(face.name or face.route)
    return found


@pytest.fixture
def auditor(client_as):
    browser = client_as(Role.AUDITOR)
    browser.raise_request_exception = False
    return browser


def test_the_auditors_codes_open_no_write_but_verification(auditor):
    codes = set(map(str, GRANTS[Role.AUDITOR]))
    by_code = [f for f in faces() if any(set(f.needs(m)) & codes and not set(f.needs(m)) & OPEN for m in f.methods())]
    assert len(by_code) > 20
    assert writable(auditor, by_code) == VERIFIES


def test_what_is_open_to_all_staff_is_ones_own_account_a_print_or_asks_again(auditor):
    """Importing is open to staff by address and by its importer's codes; the auditor holds none of them."""
    staff = [f for f in faces() if any(Open.STAFF in f.needs(m) for m in f.methods())]
    found = {name for name in writable(auditor, staff) if not name.startswith(("account_", "mfa_", "usersessions_"))}
    assert found - READS == IMPORTS | PRINTS | FIELD
    upload = next(f for f in staff if f.name == "imports:upload")
    assert IMPORTERS.codes()
    for code in IMPORTERS.codes():
        assert auditor.post(upload.path(**{upload.blanks[0][0]: code})).status_code in (403, 404)
