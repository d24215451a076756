"""An organisation in incubation, made from bare rows: where no story is told."""

from datetime import UTC, date, datetime
from itertools import count
from uuid import uuid4

from sanshe.core.kit.access import SYSTEM
from sanshe.core.parties.actions import register_organisation
from sanshe.incubation.models import Agreement, Application, Batch, Decision, Entry, Place, Tabulation
from tests.offices import an_office

AT = datetime(2022, 2, 18, 1, tzinfo=UTC)
SERIALS = count(1)
DAYS = {"screening_until": date(2022, 1, 11), "panel_on": date(2022, 1, 14)}
SIGNING = {"signing_from": date(2022, 2, 17), "signing_to": date(2022, 2, 23)}
PROMISED = {"desks": 1, "sessions": 6, "hours": 24}


def batch(area="140213", desks=30, name="第三批"):
    centre = an_office(area)
    said = {"state": "incubating", "capacity": {"desks": desks, "sessions": 200, "hours": 800}}
    return Batch.objects.create(centre=centre, no=3, area_path=area, name=name, **said, **DAYS, **SIGNING)


def decision(of):
    """One for all places of a batch."""
    where = {"batch": of, "area_path": of.area_path}
    told = {"rule": "mean", "sheets": 0, "inputs_hash": "0" * 64, "result": {}, "result_hash": "0" * 64, "run_at": AT}
    run = Tabulation.objects.get_or_create(no=1, batch=of, defaults={"area_path": of.area_path, **told})[0]
    more = {"tabulation": run, "members": 7, "opened_at": AT, "opened_by": uuid4()}
    return Decision.objects.filter(batch=of).first() or Decision.objects.create(**where, **more)


def entry(area="140213", name="柳岸互助社", of=None):
    """Signed on 2022-02-17 for a year."""
    serial, of = next(SERIALS), of or batch(area)
    fields = {"name": name, "kind": "forming", "registration": "none", "area_path": area}
    party = register_organisation(**fields, by=SYSTEM, at=AT)
    said = {"organisation": party, "serial": serial, "submitted_at": AT, "saved_at": AT, "state": "scored"}
    code = f"C-{serial}"
    row = Application.objects.create(batch=of, area_path=area, name=name, draft_code=code, number=code, **said)
    where = {"batch": of, "area_path": area}
    place = Place.objects.create(
        application=row, decision=decision(of), rank=serial, kind="selected", state="signed", **where
    )
    term = {"term_from": date(2022, 2, 17), "term_to": date(2023, 2, 16), "signed_at": AT, "prepared_at": AT}
    number = f"协〔2022〕{serial}"
    paper = {"number": number, "place": place, "area_path": area, "state": "signed", "content": {"party_b": name}}
    signed = Agreement.objects.create(**paper, **term, content_hash="0" * 64, promised=PROMISED)
    days = {"entered_on": term["term_from"], "term_to": term["term_to"]}
    return Entry.objects.create(organisation=party, batch=of, agreement=signed, area_path=area, **days)
