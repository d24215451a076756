"""The shared pages: refusals, preferences, tags, and what no template may hold."""

import re
from pathlib import Path
from uuid import uuid4

import pytest
from django import forms
from django.template import Context, Template

from sanshe.core.kit.refused import Refused
from sanshe.core.ui import queries
from sanshe.core.ui.forms import sound

SOURCE = Path(queries.__file__).parents[2]
TEMPLATES = sorted(SOURCE.rglob("templates/**/*.html"))


def rendered(text, **facts):
    return Template("{% load ui %}" + text).render(Context(facts))


def test_a_figure_is_a_door():
    assert rendered("{{ n|fig:'/x/' }}", n=1284) == '<a class="s-fig" href="/x/">1,284</a>'
    assert "href" not in rendered("{{ n|fig:'/x/' }}", n=0)


def test_every_form_gets_another_request_id():
    assert rendered("{% request_id %}") != rendered("{% request_id %}")


def test_sentences_fill_both_kinds_of_blanks(monkeypatch):
    for code, sentence in (("a", "还差 {n} 处"), ("b", "还差 %(n)s 处")):
        monkeypatch.setitem(queries.SENTENCES, code, sentence)
    assert queries.say("a", {"n": 2}) == queries.say("b", {"n": 2}) == "还差 2 处"
    assert "再试一次" in queries.say("nobody.wrote", {})


@pytest.mark.django_db
def test_preferences_come_back_to_the_page(client):
    answer = client.post(
        "/ui/preferences/",
        {"theme": "dark", "_request_id": uuid4()},
        headers={"Referer": "http://testserver/areas/?a=1"},
    )
    assert answer.status_code == 302 and answer["Location"] == "/areas/" and answer.cookies["theme"].value == "dark"


@pytest.mark.django_db
@pytest.mark.parametrize("back", ["//evil.example/", "http://x//evil.example/", ""])
def test_preferences_never_lead_away(client, back):
    answer = client.post("/ui/preferences/", {"theme": "x", "_request_id": uuid4()}, headers={"Referer": back})
    assert answer["Location"] == "/" and "theme" not in answer.cookies


@pytest.mark.parametrize(
    ("url", "name"), [("/parties/", "社会组织"), ("/parties/offices/", "承办和审批单位"), ("/", "工作台")]
)
def test_one_line_of_the_rail_is_where_one_is(client_as, url, name):
    page = client_as("district_admin").get(url).content.decode()
    rail = page[: page.index("s-bot")]
    here = re.findall(r'<a[^>]*aria-current="page"[^>]*>(.*?)</a>', rail, re.DOTALL)
    assert len(here) == 1 and name in here[0]


def test_the_gallery_shows_every_state(client_as):
    page = client_as("bureau_officer").get("/ui/gallery/").content.decode()
    assert page.count("s-pill") >= 8 and 'lang="zh-Hans-CN"' in page


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.name)
def test_no_template_holds_inline_code_or_a_foreign_host(path):
    text = path.read_text()
    assert not re.search(r"<script(?![^>]*(src=|type=\"(application/json|speculationrules)\"))", text)
    assert not re.search(r"\s(style|on[a-z]+)=\"", text) and "<style" not in text
    assert not re.search(r"(?:src|href|action)=\"(?:https?:)?//", text)


class Blanks(forms.Form):
    name = forms.CharField()
    file = forms.CharField(error_messages={"required": "请选文件。"})
    day = forms.DateField()


def test_an_empty_field_is_told_in_the_words_of_the_house():
    with pytest.raises(Refused) as caught:
        sound(Blanks({"day": "31 February"}))
    said = caught.value.facts["said"]
    assert said["name"] == ["这一项要填。"] and said["file"] == ["请选文件。"] and "必填" not in str(said["day"])
