"""A form that was refused, in its page drawn anew: everything as it was typed, each sentence beside its field.

It works on the page as it was drawn, whatever wrote a field there: an app does nothing for it.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from html import escape, unescape
from urllib.parse import urlsplit

from sanshe.core.ui.enums import R
from sanshe.core.ui.rules.drawn import Element, Page
from sanshe.core.ui.rules.limits import Broken, broken
from sanshe.core.ui.types import Beside, Sent, Wrong

CONTROLS = frozenset(("input", "select", "textarea"))
TICKED = frozenset(("checkbox", "radio"))
UNTYPED = frozenset(("submit", "button", "image", "reset", "hidden", "password"))
STATE = frozenset(("version", "digest", "drawn"))  # the hidden fields that say from which state a form was drawn


class Form:
    """One form of a drawn page."""

    def __init__(self, page: Page, element: Element, parts: Sequence[Element]) -> None:
        self.page, self.element, self.parts = page, element, parts
        self.controls = [one for one in self.parts if one.tag in CONTROLS and one.get("name")]

    @cached_property
    def typed(self) -> list[Element]:
        """The fields that somebody types or ticks."""
        return [one for one in self.controls if kind_of(one) not in UNTYPED]

    @cached_property
    def seen(self) -> dict[str, list[Element]]:
        """The fields that somebody sees, by their name."""
        return by_name(one for one in self.controls if kind_of(one) != "hidden")

    @cached_property
    def hidden(self) -> list[Element]:
        return [one for one in self.controls if kind_of(one) == "hidden" and not one.get("name").startswith("_")]

    def goes_to(self, path: str, here: str) -> bool:
        """Whether it, or a button of it, is sent to an address."""
        addresses = [self.element.get("action"), *(one.get("formaction") for one in self.parts)]
        return path in {urlsplit(one).path or here for one in (addresses[0], *filter(None, addresses[1:]))}

    def likeness(self, sent: Sent, pairs: set[tuple[str, str]]) -> tuple[bool, bool, int]:
        """How well it may be the one that was sent: what is hidden in it, its button, its fields. `pairs` are all names
        that were sent, each with each of its values."""
        fixed = [
            one for one in self.hidden if one.get("value") and one.get("name") not in (*STATE, "csrfmiddlewaretoken")
        ]
        is_same = all((one.get("name"), one.get("value")) in pairs for one in fixed)
        pressed = any((one.get("name"), one.get("value")) in pairs for one in self.parts if one.tag == "button")
        return is_same, pressed, sum(sent.has(name) for name in {one.get("name") for one in self.controls})


def kind_of(control: Element) -> str:
    """`text`, `date`, `radio` and the like; `select` and `textarea` are their own."""
    return (control.get("type") or "text").lower() if control.tag == "input" else control.tag


def by_name(controls: Iterable[Element]) -> dict[str, list[Element]]:
    """Fields in their order, those of one name together."""
    found = defaultdict[str, list[Element]](list)
    for one in controls:
        found[one.get("name")].append(one)
    return found


def forms_of(page: Page) -> list[Form]:
    """The forms of a page that write, each with what belongs to it, by going through the page once."""
    parts = defaultdict[Element | None, list[Element]](list)
    for one in page.elements:
        if (one.tag in CONTROLS or one.tag == "button") and "disabled" not in one.attrs:
            told = one.get("form")
            parts[page.first("id", told, "form") if told else one.holder("form")].append(one)
    found = [one for one in page.elements if one.tag == "form" and one.get("method").lower() == "post"]
    return [Form(page, one, parts[one]) for one in found]


def form_sent(page: Page, sent: Sent, here: str) -> Form | None:
    """The form of a page that was sent; None where the page has none like it any more. Of several that go to one
    address (a row each) it is the one that hides the same."""
    pairs = {(name, value) for name, values in sent.values.items() for value in values}
    found = [one for one in forms_of(page) if one.goes_to(sent.path, here)]
    found.sort(key=lambda one: one.likeness(sent, pairs))
    return found[-1] if found and (len(found) == 1 or found[-1].likeness(sent, pairs)[0]) else None


def put_back(form: Form, sent: Sent, hidden: Mapping[str, str], is_newer: bool) -> None:
    """What was typed stands in its fields again; what was hidden too, but the version where a newer one was told of."""
    place: dict[str, int] = {}
    for one in form.typed:
        name = one.get("name")
        if kind_of(one) in TICKED:
            _tick(form.page, one, sent)
        elif name in sent.values and name not in sent.secret:
            n = place[name] = place.get(name, -1) + 1
            _write(form.page, one, sent.values[name], n)
    for one in form.hidden:
        values = sent.values.get(one.get("name"), ())
        if values and not (is_newer and one.get("name") in STATE):
            form.page.set(one, value=values[0])
    for name, value in hidden.items():
        _hide(form, name, value)


def _hide(form: Form, name: str, value: str) -> None:
    """A hidden field with this value, in the place of one that is there."""
    found = next((one for one in form.controls if one.get("name") == name), None)
    if found:
        form.page.set(found, value=value)
    else:
        html = f'<input type="hidden" name="{escape(name)}" value="{escape(value)}">'
        form.page.insert(form.element.inside, html)


def _tick(page: Page, one: Element, sent: Sent) -> None:
    value = one.attrs.get("value")
    page.set(one, checked=("on" if value is None else value) in sent.values.get(one.get("name"), ()))


def _write(page: Page, one: Element, values: Sequence[str], n: int) -> None:
    value = values[n] if n < len(values) else ""
    if one.tag == "textarea":
        page.fill(one, f"\n{value}")
    elif one.tag == "select":
        chosen = values if "multiple" in one.attrs else (value,)
        for option in options(page, one):
            page.set(option, selected=value_of(page, option) in chosen)
    elif kind_of(one) != "file":
        page.set(one, value=value)


def options(page: Page, select: Element) -> list[Element]:
    return [one for one in page.within(select) if one.tag == "option"]


def value_of(page: Page, option: Element) -> str:
    """What an option sends: its value, without one its words."""
    value = option.attrs.get("value")
    return page.words(option) if value is None and "value" not in option.attrs else value or ""


def changed_meanwhile(form: Form, sent: Sent) -> dict[str, str]:
    """By name what stands in the fields now, where it is not what was typed."""
    found: dict[str, str] = {}
    for one in form.typed:
        name, now = one.get("name"), _standing(form.page, one)
        typed = sent.values.get(name, ())
        if now and name not in found and len(typed) == 1 and now[0] != typed[0].replace("\r\n", "\n"):
            found[name] = now[1]
    return found


def _standing(page: Page, one: Element) -> tuple[str, str] | None:
    """What a field holds, as it is sent and as it is read; None for what is empty, is ticked or is a file."""
    if one.tag == "textarea":
        text = unescape(page.text[one.inside : one.end]).removeprefix("\n")
        return (text, text) if text else None
    if one.tag == "select":
        chosen = next((option for option in options(page, one) if "selected" in option.attrs), None)
        return (value_of(page, chosen), page.words(chosen)) if chosen and page.words(chosen) else None
    value = "" if kind_of(one) in (*TICKED, "file") else one.get("value")
    return (value, value) if value else None


def beyond_limits(form: Form, sent: Sent) -> dict[str, Broken]:
    """By name the fields that do not hold what they themselves say they take."""
    asked = {name: same for name, same in by_name(form.typed).items() if name not in sent.secret}
    found = {name: next(filter(None, _beyond(form.page, same, sent)), None) for name, same in asked.items()}
    return {name: fault for name, fault in found.items() if fault}


def _beyond(page: Page, same: Sequence[Element], sent: Sent) -> Iterator[Broken | None]:
    """What is wrong in each field of one name."""
    name = same[0].get("name")
    values = sent.values.get(name, ())
    whole, files = "".join(values), "".join(sent.files.get(name, ()))
    if any(kind_of(one) in TICKED for one in same):
        yield _not_offered({one.get("value") or "on" for one in same}, values)
    for n, one in enumerate(same):
        if one.tag == "select":
            yield _not_offered({value_of(page, option) for option in options(page, one)}, values)
        is_whole = kind_of(one) in TICKED or one.tag == "select"
        own = values[n] if n < len(values) else ""
        yield broken(kind_of(one), one.attrs, files if kind_of(one) == "file" else whole if is_whole else own)


def _not_offered(offered: set[str], values: Sequence[str]) -> Broken | None:
    return (R.NOT_OFFERED, {}) if any(value and value not in offered for value in values) else None


def set_beside(form: Form, wrong: Iterable[Wrong]) -> tuple[list[Beside], list[str]]:
    """Each sentence beside the field it is about; those about no field of this form are left for its head."""
    beside: dict[str, list[str]] = {}
    places: dict[str, list[Element]] = {}
    whole = []
    for one in wrong:
        name, same = next(((name, same) for name in one.fields if (same := _fields(form, name, one))), ("", []))
        if same:
            places[name] = same
            beside.setdefault(name, []).append(one.sentence)
        else:
            whole.append(one.sentence)
    order = sorted(places, key=lambda name: places[name][0].start)
    return [_said(form.page, places[name], " ".join(beside[name])) for name in order], whole


def _fields(form: Form, name: str, wrong: Wrong) -> list[Element]:
    """The fields of a name that somebody sees: of the form, else of the page where the refusal named it itself."""
    found = form.seen.get(name, [])
    if found or not wrong.is_anywhere:
        return found
    controls = [one for one in form.page.elements if one.tag in CONTROLS and one.get("name") == name]
    return [one for one in controls if kind_of(one) != "hidden"][:1]


def _said(page: Page, same: Sequence[Element], sentence: str) -> Beside:
    first, last = same[0], same[-1] if kind_of(same[0]) in TICKED else same[0]
    place = first.get("id") or f"f-{first.get('name')}"
    line = f"{place}-said"
    page.set(first, id=place)
    for one in same if kind_of(first) in TICKED else [first]:
        about = " ".join(filter(None, (one.get("aria-describedby"), line)))
        page.set(
            one, aria_invalid="true", aria_describedby=about, **{"class": f"{one.get('class')} is-invalid".strip()}
        )
    if own := page.first("data-said", first.get("name")):
        page.set(own, id=line, data_s="bad")  # the field has its line, in which it says what was kept
        page.fill(own, sentence)
    else:
        html = f'<span class="s-said" id="{escape(line)}" data-s="bad">{escape(sentence, quote=False)}</span>'
        page.insert((last.holder("label") or last).after, html)
    for one in first.holders():
        if one.tag == "details":
            page.set(one, open=True)
    return Beside(place, _label(page, first), sentence)


def _label(page: Page, control: Element) -> str:
    """What a field is called: of ticks that are several, what they are together."""
    group = control.holder("fieldset") if kind_of(control) in TICKED else None
    inside = page.within(group) if group else ()
    legend = next((one for one in inside if one.tag == "legend" and one.holder("fieldset") is group), None)
    found = legend or page.first("for", control.get("id"), "label") or control.holder("label")
    return page.words(found) if found else control.get("aria-label") or control.get("placeholder")


def open_up(page: Page, element: Element) -> None:
    """What is folded around it stands open."""
    for one in element.holders():
        if one.tag in ("details", "dialog"):
            page.set(one, open=True)


def stand_at(page: Page, here: str) -> None:
    """Addresses that a page takes from where it stands: it is answered under another."""
    for one in page.elements:
        for name in ("href", "action", "formaction", "data-poll"):
            told = one.attrs.get(name)
            if told is not None and (told.startswith("?") or not told and one.tag == "form"):
                page.set(one, **{name.replace("-", "_"): f"{urlsplit(here).path}{told}"})
        if one.tag == "form" and "action" not in one.attrs:
            page.set(one, action=here)
        if "autofocus" in one.attrs:
            page.set(one, autofocus=False)
