"""What the command line does with accounts. Each says what it did and answers an exit code."""

import os
from collections.abc import Callable, Iterable
from datetime import date

from sanshe.core.accounts import actions, phrases, queries, rules
from sanshe.core.accounts.enums import E
from sanshe.core.areas import queries as areas
from sanshe.core.audit.actions import record
from sanshe.core.kit import clock
from sanshe.core.kit.access import SYSTEM
from sanshe.core.kit.command import Command, optional, plain, required
from sanshe.core.kit.refused import Refused
from sanshe.core.kit.roles import LABELS, ROLES, Role
from sanshe.core.privacy import actions as privacy

Say = Callable[[str], object]


def appoint(
    say: Say, *, account: str, role: str, area: str, name: str = "", duty: str = "", ends: date | None = None, site: str
) -> int:
    """Give somebody a role for an area, making the account when there is none. `site` begins the link."""
    clock.refresh()
    if fault := _fault_of_term(role, rules.path_of(area)):
        say(fault)
        return 1
    term = {"role": role, "area_path": rules.path_of(area), "ends": ends, "duty": duty, "organisation": None}
    try:
        moment = {"by": SYSTEM, "at": clock.now(), "real": clock.real()}
        _, secret = actions.appoint_person(account=account, name=name, starts=None, **term, **moment)
    except Refused as refused:
        say(phrases.sentence(refused))
        return 1
    say(str(phrases.SAID["appointed"]).format(account=account, role=LABELS[role], area=term["area_path"]))
    _say_link(say, site, secret)
    return 0


def _fault_of_term(role: str, path: str) -> str:
    """What is mistyped, with what there is; empty when nothing is."""
    if role not in ROLES:
        return str(phrases.SAID["no_role"]).format(role=role, roles=" ".join(ROLES.codes()))
    return str(phrases.SAID["no_area"]).format(area=path) if path and not areas.name(path) else ""


def recover(say: Say, *, account: str, site: str) -> int:
    """Take away password, second factors, devices and sessions, and say the one-time link."""
    clock.refresh()
    found = queries.user_by_login(account)
    if found is None:
        say(str(phrases.SAID["nobody"]).format(account=account))
        return 1
    _say_link(say, site, actions.recover(user=found, by=SYSTEM, at=clock.now(), real=clock.real()))
    return 0


def _say_link(say: Say, site: str, secret: str) -> None:
    if secret:
        say(str(phrases.SAID["link"]).format(link=f"{site.rstrip('/')}{rules.LINK_PATH}{secret}/"))


def token(say: Say, *, account: str, role: str, label: str, days: int = 90) -> int:
    """Make a key for a program that acts by somebody's term of this role; the secret is said once."""
    clock.refresh()
    found = queries.user_by_login(account)
    term = queries.terms_in_force(found, clock.now()).filter(role_id=role).first() if found else None
    if term is None:
        say(str(phrases.SAID["no_term"]).format(account=account, role=role))
        return 1
    moment = {"at": clock.now(), "real": clock.real()}
    made, secret = actions.make_token(appointment=term, label=label, days=days, by=SYSTEM, **moment)
    say(str(phrases.SAID["token"]).format(secret=secret, until=made.until.date(), id=made.pk))
    return 0


def tokens(say: Say, *, account: str, revoke: str = "") -> int:
    """List somebody's tokens, or end the one that begins with this id."""
    clock.refresh()
    found = queries.user_by_login(account)
    for one in queries.tokens_of(found) if found else []:
        if revoke and str(one.pk).startswith(revoke):
            actions.revoke_token(token=one, by=SYSTEM, at=clock.now(), real=clock.real())
            say(str(phrases.SAID["revoked"]).format(label=one.label))
        elif not revoke:
            say(f"{one.pk}  {one.appointment.role_id}  {one.label}  {one.until.date()}")
    return 0 if found else 1


def rekey(say: Say, progress: Callable[[int], object] | None = None, *, new_key: bool = True) -> int:
    """Make a new key and write every encrypted value with it; stopped half way it is run again with new_key=False."""
    clock.refresh()
    if new_key:
        name = privacy.add_key()
        record(event=E.REKEYED, kind="privacy.key", subject=name, by=SYSTEM, at=clock.now())
    done = privacy.rekey(progress=progress) + actions.rekey_factors()
    say(str(phrases.SAID["rekeyed"]).format(n=done))
    return 0


def init(say: Say, *, account: str, name: str, area: str, site: str, steps: Iterable[Callable[[], str]] = ()) -> int:
    """Set up a new place: keys, roles, then `steps` (district, calendar: each says what it loaded), then the first
    administrator with a one-time link. Refuses where there is one already."""
    clock.refresh()
    if queries.users_with(Role.DISTRICT_ADMIN, rules.path_of(area), clock.now()).exists():
        say(str(phrases.SAID["has_admin"]))
        return 1
    prepare()
    for step in steps:
        say(step())
    return appoint(say, account=account, role=Role.DISTRICT_ADMIN, area=area, name=name, site=site)


def prepare() -> None:
    """Keys and roles: what `init`, a demo's beginning and every upgrade do first. Again is nothing."""
    privacy.make_keys()
    actions.sync_roles()


PORT = os.environ.get("PORT", "8000")
ACCOUNT = plain("account")
SITE = ("--site", {"default": f"http://127.0.0.1:{PORT}"})
COMMANDS = (
    Command(
        "appoint",
        "任命 / appoint",
        lambda given, out: appoint(
            out.say, account=given.account, role=given.role, area=given.area, name=given.name, site=given.site
        ),
        (ACCOUNT, required("--role"), required("--area"), optional("--name"), SITE),
    ),
    Command(
        "recover",
        "给一次性登录链接 / one-time link",
        lambda given, out: recover(out.say, account=given.account, site=given.site),
        (ACCOUNT, SITE),
    ),
    Command(
        "token",
        "给程序发令牌 / make an API token",
        lambda given, out: token(out.say, account=given.account, role=given.role, label=given.label, days=given.days),
        (ACCOUNT, required("--role"), required("--label"), ("--days", {"type": int, "default": 90})),
        f'curl -H "Authorization: Bearer TOKEN" http://127.0.0.1:{PORT}/api/v1/ledgers/',
    ),
    Command(
        "tokens",
        "看或收回令牌 / list or revoke tokens",
        lambda given, out: tokens(out.say, account=given.account, revoke=given.revoke),
        (ACCOUNT, optional("--revoke")),
    ),
    Command("rekey", "换密钥 / write with a new key", lambda given, out: rekey(out.say)),
)
