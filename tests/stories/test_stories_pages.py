"""Pages of stories: a lead to print by its people, and what anybody reads."""

import pytest

from sanshe.stories import actions, queries
from sanshe.stories.enums import State
from sanshe.stories.models import Lead, Story
from tests.consents.world import last_code
from tests.stories import world
from tests.stories.world import HERE, NOW

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def cases(monkeypatch, it_is):
    it_is("2022-02-17 10:00")
    return world.settle(monkeypatch)


def text(answer):
    return answer.content.decode()


def sentence(words, basis="feeling", **more):
    return {"text": words, "basis": basis, "case": "", "event": "", "sources": "", "person": "", **more}


def test_from_a_lead_to_print_by_four_people(client_as, visitor):
    editor, desk, civility = (client_as(role) for role in ("story_editor", "appeals_desk", "civility_officer"))
    lead = {"title": "夜里安静了", "area_path": HERE, "teller_name": "韩春梅", "part": "睿和社区"}
    assert desk.post("/stories/leads/new/", lead).status_code == 302
    lead = Lead.objects.get()
    page = text(editor.get("/stories/"))
    assert "夜里安静了" in page and "韩**" in page and "韩春梅" not in page
    editor.post(f"/stories/leads/{lead.pk}/yes/")
    editor.post(f"/stories/leads/{lead.pk}/begin/")
    story = Story.objects.get()
    base = f"/stories/drafts/{story.pk}/"
    cited = sentence("电话响了。", "event", case="220107-021", event="收到 1月7日")
    assert editor.post(f"{base}sentences/new/", cited).status_code == 302
    wrong = editor.post(f"{base}sentences/new/", sentence("又响了。", "event", case="999999-999", event="收到"))
    assert wrong.status_code == 422 and "没有找到这个编号的记录" in text(wrong)
    assert "本人还没同意讲" not in text(editor.get(base))
    request = world.ask(story, editor.actor)
    world.answer(request)
    editor.post(
        f"{base}head/", {"title": "夜里安静了", "kick": "", "deck": "", "part": "睿和社区", "teller": request.person}
    )
    assert "核实过" in text(desk.post(f"{base}check/", follow=True))
    editor.post(f"{base}mask/", {str(one): "全文没有" for one in world.LOOKED})
    assert "还没审核" in text(editor.post(f"{base}publish/"))
    civility.post(f"{base}review/")
    editor.post(f"{base}publish/")
    page = text(visitor.get(f"/stories/public/{story.pk}/"))
    assert "电话响了。" in page and "韩春梅" in page and "220107-021" not in page and "我想收回" in page
    assert "夜里安静了" in text(editor.get("/stories/public/"))
    assert world.PHONES["讲述人"] not in page


def test_publishing_is_refused_with_the_sentence_and_the_page_says_what_is_missing(client_as):
    editor = client_as("story_editor")
    story = world.begun(editor.actor)
    world.write(story, editor.actor, world.Said("一冬天有七八回。"))
    page = text(editor.get(f"/stories/drafts/{story.pk}/"))
    assert "第 4 句没有出处。" in page and "睿和社区的文字授权还缺。" in page
    answer = editor.post(f"/stories/drafts/{story.pk}/publish/")
    assert answer.status_code == 409 and "第 4 句没有出处。" in text(answer)


def test_two_taps_on_ones_own_page_take_the_sentences_away(client_as, visitor):
    editor = client_as("story_editor")
    story, _teller, old = world.whole(editor.actor)
    actions.publish(story=story, by=editor.actor, at=NOW)
    address = f"/stories/public/{story.pk}/"
    assert "就想睡个整觉" in text(visitor.get(address))
    visitor.post("/track/", {"number": old.number, "digits": world.PHONES["老人"][-4:]})
    own = f"/consents/own/{old.pk}/"
    assert "收回文字" in text(visitor.get(own))
    visitor.post(f"{own}text/withdraw/")
    page = text(visitor.get(address))
    assert "就想睡个整觉" not in page and "应本人要求，略去 1 句。" in page
    for path in ("/stories/", f"/stories/drafts/{story.pk}/", "/find/?q=就想睡个整觉", "/ledgers/stories.stories/"):
        assert "他说，就想睡个整觉。" not in text(editor.get(path))
    assert last_code()


def test_a_withdrawn_piece_is_a_tombstone(client_as, visitor):
    editor = client_as("story_editor")
    story, teller, _old = world.whole(editor.actor)
    actions.publish(story=story, by=editor.actor, at=NOW)
    visitor.post("/track/", {"number": teller.number, "digits": world.PHONES["讲述人"][-4:]})
    visitor.post(f"/consents/own/{teller.pk}/text/withdraw/")
    answer = visitor.get(f"/stories/public/{story.pk}/")
    page = text(answer)
    assert answer.status_code == 410 and "这一篇撤下了" in page and "讲-001" in page
    assert "电话响了" not in page and "韩春梅" not in page
    story.refresh_from_db()
    assert story.state == State.WITHDRAWN


def test_a_draft_is_nobodys_but_theirs(client_as, visitor):
    story = world.begun(world.person("story_editor"))
    assert visitor.get(f"/stories/public/{story.pk}/").status_code == 404
    assert client_as("story_editor", "140214").get(f"/stories/drafts/{story.pk}/").status_code == 404
    assert client_as("subdistrict_manager", "140213053").get("/stories/").status_code == 403


def test_a_sentence_is_rewritten_dropped_and_corrected(client_as):
    editor = client_as("story_editor")
    story = world.begun(editor.actor)
    first = world.write(story, editor.actor)[0]
    base = f"/stories/drafts/{story.pk}/sentences/{first.pk}/"
    assert "220107-021" in text(editor.get(base))
    editor.post(base, sentence("改成感受。"))
    editor.post(f"/stories/drafts/{story.pk}/sentences/{queries.sentences(story)[2].pk}/drop/")
    assert [one.text for one in queries.sentences(story)] == ["改成感受。", "一共花了不到三十块钱。"]
    whole, *_rest = world.whole(editor.actor, when=NOW.replace(hour=3))
    actions.publish(story=whole, by=editor.actor, at=NOW)
    one = queries.sentences(whole)[1]
    path = f"/stories/drafts/{whole.pk}/sentences/{one.pk}/correct/"
    assert "三十" in text(editor.get(path))
    editor.post(path, {"text": "不到四十块钱。", "reason": "票据是 38.5 元"})
    page = text(editor.get(f"/stories/public/{whole.pk}/"))
    assert "原写“一共花了不到三十块钱。”" in page and "票据是 38.5 元" in page
