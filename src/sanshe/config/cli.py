"""The command line: sanshe COMMAND. Each command's words come from where its work is done."""

import argparse
import os
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "sanshe.config.settings")
Command = Callable[[argparse.Namespace], int]


def say(text: str) -> None:
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()


def bar(title: str) -> Callable[..., object]:
    """A progress bar as a callback: (done) or (done, of). Silent where nobody looks."""
    from tqdm import tqdm  # only commands that take over a second need it

    shown = tqdm(desc=title, disable=None, leave=False)

    def tell(done: int = 1, of: int | None = None, *_: object) -> None:
        shown.total = of or shown.total
        shown.n = done
        shown.refresh()

    return tell


def _ready() -> None:
    import django  # the settings are read only when a command needs them

    django.setup()


def demo(given: argparse.Namespace) -> int:
    from sanshe.demo import management  # the top floor; nothing else may know it

    return management.make_folder(say, bar("演示数据"))


def serve(given: argparse.Namespace) -> int:
    from sanshe.config import serve as server  # starts children; the parent needs no Django

    place = server.Place(given.host, given.port, given.cert, given.key)
    return server.serve(place, upgrade=given.upgrade)


def run(given: argparse.Namespace) -> int:
    from sanshe.config.serve import loop

    return loop(given.loop, upgrade=given.upgrade)


def check(given: argparse.Namespace) -> int:
    from django.core.management import call_command
    from django.core.management.base import SystemCheckError

    from sanshe.config.health import watched

    try:
        call_command("check", "--deploy" if given.production else "--fail-level=ERROR")
    except SystemCheckError as error:
        say(str(error))
        return 1
    found = watched()
    say("\n".join(f"{name}\t{value}" for name, value in found.items()))
    return 0 if found["status"] in ("ok", "worker silent") else 1


def figures(given: argparse.Namespace) -> int:
    from sanshe.core.figures.management import figures

    return figures(say, as_json=given.json, check=given.check, district=given.district)


def bring_in(given: argparse.Namespace) -> int:
    from sanshe.core.imports.management import import_sheet

    context = dict(pair.split("=", 1) for pair in given.set)
    code = given.what if "." in given.what else f"incubation.{given.what}"
    return import_sheet(
        code,
        given.file,
        say,
        district=given.district,
        context=context,
        skip_bad=given.skip_bad,
        progress=bar(given.file.name),
    )


def export(given: argparse.Namespace) -> int:
    from sanshe.core.ledgers import management

    filters = dict(pair.split("=", 1) for pair in given.set)
    return management.export_ledger(
        given.ledger, given.file, say, district=given.district, filters=filters, progress=bar(given.ledger)
    )


def verify(given: argparse.Namespace) -> int:
    from sanshe.core.audit import management

    return management.verify(say, bar("核验"))


def pack(given: argparse.Namespace) -> int:
    from sanshe.incubation import management

    return management.pack(given.batch, given.file, say, district=given.district)


def reindex(given: argparse.Namespace) -> int:
    from sanshe.core.search import management

    return management.reindex(say)


def backup(given: argparse.Namespace) -> int:
    from django.conf import settings

    from sanshe.config import setup

    path = setup.back_up(given.to or settings.BACKUPS)
    say(f"{path}\n密钥不在备份里：请另外收好 {settings.KEYS}，没有它，加密的姓名和电话读不出来。")
    return 0


def restore(given: argparse.Namespace) -> int:
    from sanshe.config import backup as copies
    from sanshe.config.serve import data_folder

    try:
        copies.restore(given.file, data_folder())
    except copies.Spoilt as error:
        say(str(error))
        return 1
    say("恢复好了。密钥放回 keys/ 以后，运行 sanshe check 和 sanshe verify。")
    return 0


def upgrade(given: argparse.Namespace) -> int:
    from sanshe.config import setup

    setup.upgrade(say)
    return 0


def init(given: argparse.Namespace) -> int:
    from django.core.management import call_command

    from sanshe.config import setup
    from sanshe.core.accounts import management

    call_command("migrate", verbosity=0, interactive=False)
    steps = setup.steps(given.areas)
    return management.init(say, account=given.account, name=given.name, area=given.area, site=given.site, steps=steps)


def _account(name: str) -> Command:
    def command(given: argparse.Namespace) -> int:
        from sanshe.core.accounts import management

        said = {key: value for key, value in vars(given).items() if key not in ("command", "run")}
        return getattr(management, name)(say, **said)

    return command


def parser() -> argparse.ArgumentParser:
    """Every command with its arguments."""
    top = argparse.ArgumentParser(prog="sanshe", description="三社：社区治理工作台 / a district's working desk")
    commands = top.add_subparsers(dest="command", required=True, metavar="COMMAND")

    def add(name: str, run: Command, text: str, *arguments: tuple[tuple[str, ...], dict[str, Any]]) -> None:
        one = commands.add_parser(name, help=text, description=text)
        one.set_defaults(run=run)
        for names, how in arguments:
            one.add_argument(*names, **how)

    port = int(os.environ.get("PORT", "8000"))
    pairs = (("--set",), {"action": "append", "default": [], "metavar": "NAME=VALUE"})
    district = (
        ("--district",),
        {"default": "", "help": "区划代码，不止一个区时要写 / with several districts"},
    )
    site = (("--site",), {"default": f"http://127.0.0.1:{port}"})
    first = (("--upgrade",), {"action": "store_true"})
    account: tuple[tuple[str, ...], dict[str, Any]] = (("account",), {})
    add("demo", demo, "在空的数据文件夹里建演示区 / make the demo district")
    add("serve", serve, "运行网站、后台任务和定时器 / run web, worker and ticker",
        (("--host",), {"default": os.environ.get("HOST", "127.0.0.1")}), (("--port",), {"type": int, "default": port}),
        (("--cert",), {"default": ""}), (("--key",), {"default": ""}), first)  # fmt: skip
    add(
        "run", run, "只运行一个后台循环 / one loop only", (("loop",), {"choices": ("worker", "ticker", "ready")}), first
    )
    add("check", check, "检查设置和数据库 / check settings and database", (("--production",), {"action": "store_true"}))
    add("figures", figures, "从记录重算全部公布数字 / recount all published figures",
        (("--json",), {"action": "store_true"}), (("--check",), {"action": "store_true"}), district)  # fmt: skip
    add("import", bring_in, "导入表格 / import a sheet", (("what",), {}), (("file",), {"type": Path}), pairs,
        (("--skip-bad",), {"action": "store_true"}), district)  # fmt: skip
    add("export", export, "导出台账 / export a ledger", (("ledger",), {}), (("file",), {"type": Path}), pairs, district)
    add("verify", verify, "核验操作记录 / verify the record of acts")
    add(
        "pack",
        pack,
        "一批的核验材料包 / the proof pack of a batch",
        (("batch",), {"type": int}),
        (("file",), {"type": Path}),
        district,
    )
    add("reindex", reindex, "重建查找的索引 / make the index of search anew")
    add("backup", backup, "备份 / back up", (("--to",), {"type": Path}))
    add("restore", restore, "恢复到空的数据文件夹 / restore", (("file",), {"type": Path}))
    add("upgrade", upgrade, "先备份再迁移 / back up, then migrate")
    must = {"required": True}
    area, name = (("--area",), must), (("--name",), must)
    areas = (("--areas",), {"type": Path, "required": True})
    add("init", init, "建一个新的区 / set up a new district", areas, area, (("--account",), must), name, site)
    role, called = (("--role",), must), (("--name",), {"default": ""})
    add("appoint", _account("appoint"), "任命 / appoint", account, role, area, called, site)
    add("recover", _account("recover"), "给一次性登录链接 / one-time link", account, site)
    add("token", _account("token"), "给程序发令牌 / make an API token", account, role, (("--label",), must),
        (("--days",), {"type": int, "default": 90}))  # fmt: skip
    commands.choices["token"].epilog = f'curl -H "Authorization: Bearer TOKEN" http://127.0.0.1:{port}/api/v1/ledgers/'
    add("tokens", _account("tokens"), "看或收回令牌 / list or revoke tokens", account, (("--revoke",), {"default": ""}))
    add("rekey", _account("rekey"), "换密钥 / write with a new key")
    return top


WITHOUT_DJANGO = ("serve", "demo", "restore")
PASSING = ("OperationalError", "InterfaceError", "PoolTimeout")


def main(arguments: list[str] | None = None) -> int:
    """The console script: its answer is the exit code. What an operator can mend is one line, no traceback."""
    given = parser().parse_args(arguments)
    if fault := refusal_of_folder():
        sys.stderr.write(f"{fault}\n")
        return 1
    if getattr(given, "production", False):
        os.environ["SANSHE_PRODUCTION"] = "1"  # asked as production would be served
    try:
        if given.command not in WITHOUT_DJANGO:
            _ready()
        return given.run(given)
    except KeyboardInterrupt:
        return 130
    except Exception as fault:  # sorted by name: Django may not be there yet
        if type(fault).__name__ not in PASSING:
            raise
        sys.stderr.write(f"数据库没有应答。The database does not answer: {str(fault).splitlines()[0]}\n")
        return 1


def refusal_of_folder() -> str:
    """Why nothing can be kept in the data folder, in both languages; empty when it can."""
    from sanshe.config.serve import data_folder

    folder = data_folder()
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=folder):
            return ""
    except OSError as fault:
        return (
            f"数据文件夹 {folder} 写不进去，换一个：SANSHE_DATA=…。The data folder cannot be written: {fault.strerror}."
        )


if __name__ == "__main__":
    sys.exit(main())
