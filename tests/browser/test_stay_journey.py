"""在孵 from the archive to leaving, walked as people walk it: the desk at desk width, an organisation on a phone.

Each journey steps to its own moment, and reads its figures from pages that count them anew from the records.
"""

import io
import re
import zipfile

import pytest
from docx import Document as Word
from playwright.sync_api import expect

from sanshe.incubation.story.applications import PAPER
from tests.papers import pdftext

pytestmark = pytest.mark.browser
FOUND = {}  # the address of the batch, the same at every moment
WARM, WOOD, TOWN = "暖阳助老服务中心", "木作园非遗传习社", "古城记忆口述史小组"


def only(words):
    return re.compile(rf"^\s*{re.escape(words)}\s*$")


def filled(scope, said):
    """Values typed under the labels a person reads."""
    for label, value in said.items():
        field = scope.get_by_label(label).first
        if field.evaluate("one => one.tagName") == "SELECT":
            field.select_option(label=value)
        else:
            field.fill(value)


def ask(scope, act, said=None, then=None):
    """Open what an act asks, fill it in, and do it."""
    box = scope.locator("details.s-ask", has=scope.page.locator("summary", has_text=only(act))).first
    box.locator("summary").click()
    filled(box, said or {})
    box.get_by_role("button", name=then or act, exact=True).click()


def press(scope, words):
    scope.get_by_role("button", name=words, exact=True).first.click()


def todo(page, words):
    """The line of the desk's queue with these words."""
    page.goto("/")
    return page.locator(".s-todo li", has_text=words)


def row_of(page, kind, name):
    """The line of one organisation in a list of its batch, its cells by their heads."""
    if "batch" not in FOUND:
        page.goto("/incubation/")
        FOUND["batch"] = page.locator("a.s-row").first.get_attribute("href")
    page.goto(f"{FOUND['batch']}{kind}/")
    row = page.locator("tr", has=page.locator("th a", has_text=only(name)))
    return {one.get_attribute("data-l"): one.inner_text().strip() for one in row.locator("td").all()}


def entry(page, name):
    """From the list to the page of one organisation by a click."""
    row_of(page, "entries", name)
    page.locator("th a", has_text=only(name)).click()
    page.wait_for_url("**/entries/*/")


def part(page, name):
    return page.locator(f"section#{name}")


def on_phone(person, key):
    """Who acts for an organisation, on the front page of a phone."""
    return person(key, phone=True)


def fits(page):
    """No sideways scroll."""
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), page.url


def scan(n):
    return {"name": "s.pdf", "mimeType": "application/pdf", "buffer": PAPER.replace(b"842", str(n).encode())}


def test_papers_are_archived_and_a_plan_is_kept_handed_in_and_agreed(person):
    centre = person("liang", "0218a")
    todo(centre, "签字页还有 30 份没归档").get_by_role("link", name="归档", exact=True).click()
    centre.fill("#box", "2022-孵-09")
    press(centre, "归档选中的")
    expect(centre.locator("#signed")).to_contain_text("已归档，卷盒 2022-孵-09")
    assert centre.locator("#signed .s-meta", has_text="卷盒 2022-孵-09").count() == 30
    expect(todo(centre, "没归档")).to_have_count(0)

    own = on_phone(person, "muzuo")
    own.locator("a.m", has_text="写孵化计划").click()
    assert own.input_value("#f-aim")  # what the application said is there already
    for code, words in {
        "m1": "开第一次木工课",
        "m1_by": "2022-03-20",
        "m2": "固定来的人到 20 位",
        "m2_by": "2022-06-30",
    }.items():
        own.fill(f"#f-{code}", words)
    fits(own)
    press(own, "交给中心")  # at once: what was typed last goes first
    expect(own.locator("header + main")).to_contain_text("已交")
    own.goto("/")
    expect(own.locator("a.m", has_text="写孵化计划")).to_have_count(0)

    todo(centre, "孵化计划交来 1 份，等定").get_by_role("link", name="去定").click()
    expect(centre.locator("h1")).to_have_text(WOOD)
    ask(part(centre, "plan"), "定下")
    expect(part(centre, "plan").locator("header")).to_contain_text("已定")
    assert row_of(centre, "entries", WOOD)["里程碑"] == "0 / 2"
    expect(centre.locator("h1")).to_have_text("在孵 30 家，孵化计划交来 1 份，定下 1 份")
    expect(todo(centre, "孵化计划还有 29 份没交")).to_have_count(1)

    own.locator("a", has_text="在孵页").first.click()
    ask(part(own, "plan"), "做到了", {"哪里看得到，一句话": "登记本第 1 页"})
    expect(part(own, "plan")).to_contain_text("登记本第 1 页")
    assert row_of(centre, "entries", WOOD)["里程碑"] == "1 / 2"
    entry(centre, WOOD)
    ask(part(centre, "plan"), "记错了", {"哪里记错了": "课还没有开"}, then="划掉")
    assert row_of(centre, "entries", WOOD)["里程碑"] == "0 / 2"


def test_what_a_quarter_gave_is_recorded_mended_and_reported_on_a_phone(person):
    centre = person("liang", "0531a")
    before = row_of(centre, "entries", WARM)
    assert (before["培训来了"], before["督导小时"], before["资源链接"], before["支持还剩"]) == (
        "2",
        "3.5",
        "2",
        "1,573.50",
    )
    _trained(centre)
    _talked(centre)
    own = on_phone(person, "nuanyang")
    _linked(centre, own)
    _supported(centre, own)
    after = row_of(centre, "entries", WARM)
    assert (after["培训来了"], after["督导小时"], after["资源链接"], after["支持还剩"]) == ("3", "5", "3", "1,953.50")
    _reported(centre, own)


def _trained(centre):
    row_of(centre, "entries", WARM)
    centre.get_by_role("link", name="培训", exact=True).click()
    filled(
        centre.locator("#plan"), {"讲什么": "账怎么记", "哪一天": "2022-05-31", "几点开始": "09:00", "几小时": "1.5"}
    )
    filled(centre.locator("#plan"), {"地点": "创享中心二楼"})
    press(centre, "安排，请各家来")
    todo(centre, "培训“账怎么记”办过了").get_by_role("link", name="去记").click()
    filled(centre.locator("main"), {WARM: "3", WOOD: "2"})
    press(centre, "照签到表记下")
    expect(centre.locator("main h2").first).to_have_text("请了 30 家，来了 2 家 5 人")
    sheet = centre.locator("a", has_text="DOCX").get_attribute("href")
    assert WARM in read(centre, sheet)
    expect(todo(centre, "账怎么记")).to_have_count(0)


def _talked(centre):
    """One talk is put down with the wrong hours, struck, and put down again."""
    entry(centre, WARM)
    said = {"几小时": "4", "功能": "教育", "谈定了什么": "账分成两本"}
    ask(part(centre, "supervision"), "记一次督导", said)
    expect(part(centre, "supervision").locator("header")).to_contain_text("已给 7.5 小时")
    wrong = part(centre, "supervision").locator("li", has_text="账分成两本")
    ask(wrong, "记错了", {"哪里记错了": "是 1.5 小时"}, then="划掉")
    expect(part(centre, "supervision").locator("header")).to_contain_text("已给 3.5 小时")
    expect(part(centre, "supervision").locator("li.s-struck")).to_contain_text("划掉：是 1.5 小时")
    ask(part(centre, "supervision"), "记一次督导", said | {"几小时": "1.5"})
    expect(part(centre, "supervision").locator("header")).to_contain_text("已给 5 小时")
    table = part(centre, "supervision").get_by_role("link", name="DOCX").get_attribute("href")
    told = read(centre, table)
    assert told.count("账分成两本") == 1 and "教育" in told and "是 1.5 小时" not in told


def _linked(centre, own):
    own.locator("a", has_text="在孵页").first.click()
    ends = {"从哪一社来": "社会慈善资源", "给什么": "夏天的凉席", "什么物品，多少": "凉席 20 张"}
    box = part(own, "links")
    box.locator("summary", has_text="提一条链接").click()
    box.locator("#from_name").fill("平城区慈善协会")
    filled(box, ends)
    press(box, "提一条链接")
    fits(own)
    expect(todo(centre, "资源链接提了 2 条，等接")).to_have_count(1)
    todo(centre, "资源链接提了").get_by_role("link", name="去看").click()
    centre.locator("main .s-todo li", has_text=WARM).get_by_role(
        "link", name="去看"
    ).first.click()  # each opens its own
    ask(part(centre, "links").locator("li", has_text="夏天的凉席"), "接上了")
    expect(todo(centre, "资源链接提了 1 条，等接")).to_have_count(1)


def _supported(centre, own):
    """A desk for one, small support with a receipt for the other."""
    entry(centre, WOOD)
    ask(part(centre, "support"), "安排工位", {"空着的": "12"})
    assert row_of(centre, "entries", WOOD)["工位"] == "12"
    entry(centre, WARM)
    ask(part(centre, "support"), "给小额支持", {"多少钱，元": "500", "用途": "防暑用品"})
    own.reload()
    grant = part(own, "support").locator("li", has_text="防暑用品")
    grant.locator("summary", has_text="交票据").click()
    filled(grant, {"买了什么": "藿香正气水", "多少钱，元": "120"})
    grant.locator("input[type=file]").set_input_files(scan(777))
    press(grant, "交票据")
    expect(part(own, "support")).to_contain_text("给 500 元，已报 120 元，还剩 380 元")
    todo(centre, "票据等核：2 张").get_by_role("link", name="去核").click()
    centre.locator("main .s-todo li", has_text=WARM).get_by_role("link", name="去核").first.click()
    press(part(centre, "support").locator("li", has_text="藿香正气水"), "核过")
    expect(part(centre, "support").locator("li", has_text="藿香正气水")).to_contain_text("核过")
    expect(todo(centre, "票据等核：1 张")).to_have_count(1)


def _reported(centre, own):
    """The reminder is there; the report begins with what was recorded; it is handed in, accepted, and owed no more."""
    own.goto("/")
    own.get_by_role("link", name=re.compile("^消息")).click()
    expect(own.locator("main")).to_contain_text("写第 1 份季度报告")
    own.goto("/")
    own.locator("a.m", has_text="写第 1 份季度报告").click()
    facts = own.locator("main section").first
    for told in ("3 次，5 小时", "来了 3 次 7 人", "夏天的凉席", "给了 3,500 元，报了 4 张票据 1,546.50 元"):
        expect(facts).to_contain_text(told)
    for code, words in {
        "did": "陪诊 38 次，装灯 40 盏。",
        "changed": "固定来的从 0 到 21 位。",
        "next": "再开一个点。",
    }.items():
        own.fill(f"#f-{code}", words)
    fits(own)
    press(own, "交给中心")
    expect(own.locator("main")).to_contain_text("已交")
    own.goto("/")
    expect(own.locator("a.m", has_text="季度报告")).to_have_count(0)
    expect(todo(centre, "季度报告还有 21 份没交")).to_have_count(1)
    expect(todo(centre, "季度报告交来 3 份，等收")).to_have_count(1)
    entry(centre, WARM)
    part(centre, "reports").locator("a.m").first.click()
    ask(centre.locator("main"), "收下")
    expect(centre.locator("main")).to_contain_text("陪诊 38 次")
    assert row_of(centre, "entries", WARM)["季度报告"].endswith("收下了")
    expect(todo(centre, "季度报告交来 2 份，等收")).to_have_count(1)


def read(page, href):
    """The words of a paper, Word or PDF."""
    data = page.request.get(href).body()
    return words_of(data)


def words_of(data):
    if data[:4] == b"%PDF":
        return pdftext.words(data)
    paper = Word(io.BytesIO(data))
    cells = [cell.text for table in paper.tables for row in table.rows for cell in row.cells]
    return "\n".join([one.text for one in paper.paragraphs] + cells)


def case(page, name, column):
    """From the board of assessments to one organisation's case by a click."""
    row_of(page, "assessments", name)
    page.locator("tr", has_text=name).locator(f'td[data-l="{column}"] a').click()
    page.wait_for_load_state()


def test_at_half_time_one_passes_and_one_is_to_mend(person):
    centre = person("liang", "0817a")
    _self_report(person)
    _passes(centre, person)
    _mends(centre, person)


def _self_report(person):
    own = on_phone(person, "nuanyang")
    own.locator("a.m", has_text="交自评").click()
    for one in own.locator("textarea").all():
        one.fill("做了，有记录。")
    fits(own)
    ask(own.locator("main"), "交自评")  # at once: what was typed last goes first
    expect(own.locator(".sub")).to_contain_text("等面谈")
    own.goto("/")
    expect(own.locator("a.m", has_text="交自评")).to_have_count(0)


def _passes(centre, person):
    """Who assesses declares before reading; two marks, an interview, papers, a verdict of two people."""
    case(centre, TOWN, "中期评估")
    expect(centre.locator(".s-note.due")).to_contain_text("还没打分：樊丽")
    fan = person("fan")
    todo(fan, "评估前申报").get_by_role("link", name="去申报").click()
    assert "理事会" not in fan.inner_text("main")
    press(fan, "申报")
    marks = fan.locator("input[name^='m-']")
    for one in marks.all():
        full = int(one.locator("xpath=ancestor::tr").locator("td[data-l=满分]").inner_text())
        one.fill(str(full * 8 // 10))
    press(fan, "存下我的分")
    expect(todo(fan, TOWN)).to_have_count(0)
    centre.reload()
    filled(centre.locator("main"), {"谈了什么": "讲了三位老人的口述，录音都有同意书。"})
    press(centre, "面谈结束")
    # one gave 76 of 100 rounded down for each, the other 80: (10·.76→7, 20→15, 15→11, 5→3) = 71 and 80
    expect(centre.locator("main")).to_contain_text("总分 75.50，满分 100")
    expect(centre.locator("main")).to_contain_text("内部治理 75% · 服务开展 76% · 财务管理 75%")
    for one in centre.locator("input[value=seen]").all():
        one.check()
    press(centre, "核对完")
    expect(centre.locator("main")).to_contain_text("按规则算出来：通过")
    press(centre, "提出，由别人定")
    bureau = person("hao")
    todo(bureau, TOWN).get_by_role("link", name="去定").click()
    ask(bureau.locator("main"), "定 通过")
    assert row_of(bureau, "assessments", TOWN)["中期评估"].endswith("通过")
    expect(todo(bureau, TOWN)).to_have_count(0)


def _mends(centre, person):
    """Sent back, proposed otherwise with a reason, a notice with its day, an answer, looked at by somebody else."""
    bureau = person("hao")
    todo(bureau, WOOD).get_by_role("link", name="去定").click()
    press(bureau, "退回再议")
    case(centre, WOOD, "中期评估")
    centre.get_by_label("整改").check()
    filled(centre.locator("main"), {"和规则不一样的，写为什么": "账目两个月没有公开。"})
    press(centre, "提出，由别人定")
    bureau.reload()
    ask(bureau.locator("main"), "定 整改")
    todo(centre, "发整改通知书").get_by_role("link", name="去发").click()
    filled(centre.locator("main"), {"要改什么，一行一条": "账目按月公开", "几个工作日，5 到 20": "10"})
    press(centre, "发出")
    expect(centre.locator(".sub")).to_contain_text("最迟 8月31日 24 时")  # ten working days after 8-17
    own = on_phone(person, "muzuo")
    own.locator("a.m", has_text="交整改结果").click()
    own.locator("textarea").fill("每月 5 日贴在门口。")
    fits(own)
    press(own, "交整改结果")
    todo(bureau, "复查整改").get_by_role("link", name="去查").click()
    filled(bureau.locator("main"), {"查到什么": "看了公开栏。"})
    press(bureau, "改好了")
    assert row_of(bureau, "assessments", WOOD)["整改、延期"].endswith("整改好了")
    expect(todo(bureau, "复查整改")).to_have_count(0)


def test_a_certificate_answers_for_itself_on_a_strangers_phone(person, faults):
    """What is printed leads to a page that says valid, and revoked once the centre asked and the bureau decided."""
    bureau = person("hao", "0216a")
    todo(bureau, "批出壳").first.get_by_role("link", name="去批").click()
    ask(bureau.locator("main"), "批准出壳")
    number = bureau.locator("h1").inner_text().split("：")[1]
    told = read(bureau, bureau.get_by_role("link", name="出壳证书").get_attribute("href"))
    token = re.search(r"以扫出来的为准\s*((?:[2-9a-z]{4}\s*){6}[2-9a-z]{2})", told)[1]
    stranger = person(phone=True)
    stranger.goto("/v/")
    filled(stranger.locator("main"), {"二维码下面的字母和数字": token})  # as copied from the paper
    press(stranger, "查")
    expect(stranger.locator(".s-ver")).to_have_text("有效")
    expect(stranger.locator("main")).to_contain_text(number)
    fits(stranger)
    assert faults(stranger) == []
    bureau.get_by_role("link", name="证书的码").click()
    code = bureau.url
    centre = person("liang")
    centre.goto(code)
    centre.get_by_label("撤销：它说的已经不成立").check()
    filled(centre.locator("main"), {"为什么": "账目不实，经查实"})
    press(centre, "提出，由另一位定")
    stranger.reload()
    expect(stranger.locator(".s-ver")).to_have_text("有效")  # asked is not done
    todo(bureau, "定一份证书撤不撤销").get_by_role("link", name="去定").click()
    ask(bureau.locator("main"), "同意")
    stranger.reload()
    expect(stranger.locator(".s-ver")).to_have_text("已撤销")
    expect(stranger.locator("main")).not_to_contain_text("账目不实")
    stranger.goto(f"/v/{token.replace(' ', '')[:-1]}2x")
    expect(stranger.locator(".s-ver")).to_have_text("查无")


def test_one_graduates_with_a_certificate_and_one_leaves_by_its_day(person):
    bureau = person("hao", "0216a")
    sums = bureau.locator("main").inner_text()
    assert re.search(r"69\s*出壳.*?9\s*在孵.*?78", sums, re.DOTALL)
    line = todo(bureau, "批出壳").first
    name = line.locator(".d").inner_text()
    line.get_by_role("link", name="去批").click()
    bureau.get_by_role("link", name="建议出壳").click()
    expect(bureau.locator("main")).to_contain_text(re.compile(r"内部治理 \d+% · 服务开展 \d+% · 财务管理 \d+%"))
    bureau.go_back()
    ask(bureau.locator("main"), "批准出壳")
    expect(bureau.locator("h1")).to_contain_text("创出壳〔2023〕22 号")
    for link in ("出壳证书", "DOCX"):
        told = read(bureau, bureau.get_by_role("link", name=link).get_attribute("href"))
        assert name in told and "创出壳〔2023〕22号" in told.replace(" ", "")
    days = bureau.locator("section", has_text="跟踪一年").locator("li b").all_inner_texts()
    assert [one.split("最迟 ")[1] for one in days] == [
        "2023年5月16日",
        "2023年8月16日",
        "2023年11月16日",
        "2024年2月16日",
    ]
    _extended(bureau)
    _leaves(person("liang"))
    bureau.goto("/")
    assert re.search(r"70\s*出壳.*?7\s*在孵", bureau.locator("main").inner_text(), re.DOTALL)


def _extended(bureau):
    todo(bureau, "批延期").get_by_role("link", name="去批").click()
    ask(bureau.locator("main"), "准")
    expect(bureau.locator(".sub")).to_contain_text("2023年5月16日")


def _leaves(centre):
    todo(centre, "收场地、钥匙、材料、经费").get_by_role("link", name="去记").click()
    expect(centre.locator(".s-clock")).to_contain_text("共 15 工作日")
    for _line in range(2):
        press(centre, "交了")
        centre.wait_for_load_state()
    expect(centre.locator(".sub")).to_contain_text("已退出")
    notice = centre.get_by_role("link", name="退驻通知书").get_attribute("href")
    assert "夕阳红合唱艺术团" in read(centre, notice)
    expect(todo(centre, "收场地")).to_have_count(0)
    row_of(centre, "assessments", WARM)
    expect(centre.locator("h1")).to_have_text("入壳 30 家，在孵 7 家，出壳 22 家")


def _records(centre):
    """From a batch to its papers, and to one kind of them."""
    row_of(centre, "entries", WARM)
    centre.get_by_role("link", name="第三批社会组织孵化").click()
    centre.get_by_role("link", name="文书").first.click()
    centre.locator("a", has_text="督导记录表").first.click()


def test_a_text_is_edited_as_data_and_its_set_made_while_one_looks_on(person):
    centre = person("liang", "0531a")
    _records(centre)
    centre.get_by_role("link", name="改文字").click()
    centre.fill("#t-title", "{name}督导记录（{batch}）")
    press(centre, "存成新版")
    expect(centre.locator(".s-note.over")).to_contain_text("batch")  # no such blank: refused before anything is made
    centre.fill("#t-title", "{name}一年督导记录")
    press(centre, "存成新版")
    expect(centre.locator(".sub")).to_contain_text("现在用第 1 版")
    _records(centre)
    press(centre, "25 份做成一包")
    expect(centre.locator("h1")).to_have_text(re.compile(r"做了 \d+ 份，共 25 份|25 份做好了"))
    expect(centre.locator("h1")).to_have_text("25 份做好了")
    href = centre.get_by_role("link", name="下载这一包").get_attribute("href")
    pack = zipfile.ZipFile(io.BytesIO(centre.request.get(href).body()))
    mine = [name for name in pack.namelist() if WARM in name]
    assert len(pack.namelist()) == 50 and sorted(name[-4:] for name in mine) == [".pdf", "docx"]
    for name in mine:
        told = words_of(pack.read(name))
        assert f"{WARM}一年督导记录" in told and "3.5" in told


def test_pages_of_the_stay_have_no_serious_fault_and_fit(person, faults):
    desk, phone, fan = person("liang", "0817a"), person("liang", phone=True), person("fan", phone=True)
    entry(desk, WARM)
    desk.locator("summary", has_text="记错了").first.click()
    case(phone, TOWN, "中期评估")
    fan.goto(phone.url)
    found = {}
    for page in (desk, phone, fan):
        fits(page)
        found[page.url] = faults(page)
    assert fan.url.endswith("/declare/") and set(map(str, found.values())) == {"[]"}
