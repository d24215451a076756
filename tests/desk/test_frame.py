"""What stands around every page of a desk: one's messages, the way out, and what is the same on every page."""

import pytest
from django.template import Context, Template
from django.utils import translation

from sanshe.core.notices.models import Message

pytestmark = pytest.mark.django_db


def test_messages_are_seen_with_their_number_on_every_page(client_as, at):
    client = client_as("bureau_officer")
    page = client.get("/ledgers/").content.decode()
    top = page.split('<div class="s-top">')[1].split("<main")[0]
    assert 'class="s-inbox"' in top and '<span class="n">' not in top
    for i in range(3):
        Message.objects.create(
            key=f"m{i}",
            template="t",
            channel="inbox",
            user=client.actor.id,
            title="x",
            text="y",
            made_at=at("2022-01-05"),
        )
    page = client.get("/ledgers/").content.decode()
    assert '<span class="n">3</span>' in page.split('<div class="s-top">')[1].split("<main")[0]
    Message.objects.all().delete()
    assert '<span class="n">3</span>' not in client.get("/ledgers/").content.decode()


def test_the_way_out_is_a_button_on_every_page_and_leads_back_to_the_door(client_as):
    client = client_as("bureau_officer")
    assert 'action="/accounts/logout/"' in client.get("/ledgers/").content.decode()
    answer = client.post("/accounts/logout/")
    assert answer.status_code == 302 and answer["Location"] == "/login/"
    assert client.get("/ledgers/").status_code == 302


def test_what_is_fixed_is_walked_once_in_each_language():
    seen = []
    text = Template("{% load fixed i18n %}{% fixed %}{% translate '退出' %}{{ said }}{% endfixed %}")
    for language in ("zh-hans", "en", "zh-hans"):
        with translation.override(language):
            seen.append(text.render(Context({"said": f"{len(seen)}"})))
    assert seen[0] == seen[2] and seen[1] != seen[0]
    assert not any(char.isdigit() for char in "".join(seen)), "what a page says of itself does not get in"
