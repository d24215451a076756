"""Every page a person can reach at the end of the story answers, for every role, and shows nobody's name unmasked."""

import re

import pytest

pytestmark = pytest.mark.django_db
UNTIL = "0218a"
WHEN = "2022-02-18 08:30"
ID = re.compile(r"[0-9a-f]{8}-[0-9a-f-]{27}")


def reach(client, limit=120):
    """Addresses under / by their shape, two of each, with the status and the page."""
    seen, todo, shapes = {}, ["/"], {}
    while todo and len(seen) < limit:
        url = todo.pop(0)
        if url in seen or shapes.get(ID.sub("ID", url), 0) >= 2:
            continue
        shapes[ID.sub("ID", url)] = shapes.get(ID.sub("ID", url), 0) + 1
        answer = client.get(url)
        text = answer.content.decode() if "html" in answer.get("Content-Type", "") and not answer.streaming else ""
        seen[url] = (answer.status_code, text)
        links = re.findall(r'href="(/[^"#]*)', text)
        todo += [link.replace("&amp;", "&") for link in links if not link.startswith("/static")]
    return seen


def astray(found):
    """Addresses that lead nowhere; a ledger too long for paper says so and leads on."""
    there = {url: status for url, (status, text) in found.items() if "纸上最多印" not in text}
    return {url: status for url, status in there.items() if status not in (200, 302)}


@pytest.mark.parametrize(
    "key", ["liang", "hao", "kong", "qiao", "he", "tianx", "du", "owner of 智善防诈宣传服务中心", ""]
)
def test_every_link_leads_somewhere(as_person, key):
    found = reach(as_person(key, WHEN))
    assert astray(found) == {}


@pytest.mark.parametrize("key", ["liang", "hao", "kong"])
def test_no_telephone_is_shown_whole(as_person, key):
    found = reach(as_person(key, WHEN))
    assert [url for url, (_status, text) in found.items() if re.search(r"\b1[35]\d00?352\d{4}\b", text)] == []


def test_the_desk_and_the_register_show_the_sum(as_person):
    page = as_person("liang", WHEN).get("/").content.decode()
    assert all(f'state={state}">{n}</a>' in page for state, n in (("graduated", 48), ("in_incubation", 30)))
    assert ">78</a>" in page


def test_another_district_sees_none_of_it(as_person, user_as_of, client_of):
    stranger = client_of(user_as_of("bureau_officer", "140214"))
    from sanshe.incubation.models import Agreement, Application, Batch

    batch, one, paper = Batch.objects.get(no=3), Application.objects.filter(serial=1)[0], Agreement.objects.all()[0]
    addresses = [
        f"/incubation/batches/{batch.pk}/{part}" for part in ("", "screening/", "panel/", "tabulation/", "decision/")
    ]
    addresses += [f"/incubation/applications/{one.pk}/", f"/incubation/agreements/{paper.pk}/"]
    assert {stranger.get(url).status_code for url in addresses} == {404}
    assert "暖阳" not in stranger.get("/incubation/").content.decode() + stranger.get("/parties/").content.decode()


@pytest.fixture
def user_as_of(told):
    """A user with a term, made inside the story's transaction."""
    from datetime import UTC, date, datetime

    from sanshe.core.accounts import actions
    from sanshe.core.kit.access import SYSTEM

    def make(role, path):
        made = {"by": SYSTEM, "at": datetime(2022, 1, 1, tzinfo=UTC)}
        user = actions.create_user(username=f"x{role}{path}", name="外区人", is_staff=True, **made)
        actions.appoint(user=user, role=role, area_path=path, starts=date(2022, 1, 1), **made)
        return user

    return make


def test_the_english_switch_is_whole(as_person):
    client = as_person("liang", WHEN)
    client.cookies["django_language"] = "en"
    page = client.get("/incubation/").content.decode()
    assert 'lang="en"' in page and "Incubation" in page and "从招募到出壳" not in page
