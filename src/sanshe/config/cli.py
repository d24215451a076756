"""The command line: sanshe COMMAND. Each command's words come from where its work is done."""

import argparse
import os
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from sanshe.core.kit.command import FILE, Command, Console, flag, optional, plain, required

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "sanshe.config.settings")


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


def demo(given: argparse.Namespace, out: Console) -> int:
    from sanshe.demo import management  # the top floor; nothing else may know it

    return management.make_folder(say, lambda done, of: say(f"  演示区 demo {done}/{of}"), is_first=given.first)


def serve(given: argparse.Namespace, out: Console) -> int:
    from sanshe.config import serve as server  # starts children; the parent needs no Django

    place = server.Place(given.host, given.port, given.cert, given.key)
    return server.serve(place, upgrade=given.upgrade)


def run(given: argparse.Namespace, out: Console) -> int:
    from sanshe.config.serve import loop

    return loop(given.loop, upgrade=given.upgrade)


def check(given: argparse.Namespace, out: Console) -> int:
    from django.core.management import call_command
    from django.core.management.base import SystemCheckError

    from sanshe.config.health import watched

    try:
        call_command("check", "--deploy" if given.production else "--fail-level=ERROR")
    except SystemCheckError as error:
        say(str(error))
        return 1
    if fault := refusal_without_database(["watched"]):
        say(fault)
        return 1
    found = watched()
    say("\n".join(f"{name}\t{value}" for name, value in found.items()))
    return 0 if found["status"] in ("ok", "worker silent") else 1


def backup(given: argparse.Namespace, out: Console) -> int:
    from django.conf import settings

    from sanshe.config import setup

    path = setup.back_up(given.to or settings.BACKUPS)
    say(f"{path}\n密钥不在备份里：请另外收好 {settings.KEYS}，没有它，加密的姓名和电话读不出来。")
    return 0


def restore(given: argparse.Namespace, out: Console) -> int:
    from sanshe.config import backup as copies
    from sanshe.config.serve import data_folder

    try:
        copies.restore(given.file, data_folder())
    except copies.Spoilt as error:
        say(str(error))
        return 1
    say("恢复好了。密钥放回 keys/ 以后，运行 sanshe check 和 sanshe verify。")
    return 0


def upgrade(given: argparse.Namespace, out: Console) -> int:
    from sanshe.config import setup

    setup.upgrade(say)
    return 0


def init(given: argparse.Namespace, out: Console) -> int:
    from django.core.management import call_command

    from sanshe.config import setup
    from sanshe.core.accounts import management

    call_command("migrate", verbosity=0, interactive=False)
    steps = setup.steps(given.areas)
    return management.init(say, account=given.account, name=given.name, area=given.area, site=given.site, steps=steps)


def own() -> tuple[Command, ...]:
    """The commands of the house itself. They are there though the settings could not be read."""
    port = int(os.environ.get("PORT", "8000"))
    first, host = flag("--upgrade"), os.environ.get("HOST", "127.0.0.1")
    at = (("--host", {"default": host}), ("--port", {"type": int, "default": port}))
    site = ("--site", {"default": f"http://127.0.0.1:{port}"})
    areas = (required("--areas", type=Path), required("--area"), required("--account"), required("--name"), site)
    return (
        Command("demo", "在空的数据文件夹里建演示区 / make the demo district", demo, (flag("--first"),)),
        Command(
            "serve",
            "运行网站、后台任务和定时器 / run web, worker and ticker",
            serve,
            (*at, optional("--cert"), optional("--key"), first),
        ),
        Command(
            "run",
            "只运行一个后台循环 / one loop only",
            run,
            (plain("loop", choices=("worker", "ticker", "ready")), first),
        ),
        Command("check", "检查设置和数据库 / check settings and database", check, (flag("--production"),)),
        Command("backup", "备份 / back up", backup, (plain("--to", type=Path),)),
        Command("restore", "恢复到空的数据文件夹 / restore", restore, (FILE,)),
        Command("upgrade", "先备份再迁移 / back up, then migrate", upgrade),
        Command("init", "建一个新的区 / set up a new district", init, areas),
    )


def brought() -> list[Command]:
    """The commands that the apps bring."""
    _ready()
    from sanshe.config.found import brought as rooms

    return [one for module in rooms("management") for one in getattr(module, "COMMANDS", ())]


def parser(*commands: Command) -> argparse.ArgumentParser:
    """These commands with their arguments; all there are when none is named."""
    top = argparse.ArgumentParser(prog="sanshe", description="三社：社区治理工作台 / a district's working desk")
    words = top.add_subparsers(dest="command", required=True, metavar="COMMAND")
    for command in commands or (*own(), *brought()):
        one = words.add_parser(command.name, help=command.text, description=command.text, epilog=command.epilog)
        one.set_defaults(run=command.run)
        for name, how in command.arguments:
            one.add_argument(name, **how)
    return top


WITHOUT_DJANGO = ("serve", "demo", "restore")
FIRST = (*WITHOUT_DJANGO, "init", "run", "upgrade", "check")  # need none yet; every other command finds its database
PASSING = ("OperationalError", "InterfaceError", "PoolTimeout")


def main(arguments: list[str] | None = None) -> int:
    """The console script: its answer is the exit code. What an operator can mend is one line, no traceback."""
    typed = sys.argv[1:] if arguments is None else arguments
    is_own = bool(typed) and typed[0] in {one.name for one in own()}
    given = parser(*own()).parse_args(typed) if is_own else None
    if fault := refusal_of_folder() or refusal_without_database(typed):
        sys.stderr.write(f"{fault}\n")
        return 1
    if getattr(given, "production", False):
        os.environ["SANSHE_PRODUCTION"] = "1"  # asked as production would be served
    try:
        given = given or parser().parse_args(typed)
        if given.command not in WITHOUT_DJANGO:
            _ready()
        return given.run(given, Console(say, bar))
    except KeyboardInterrupt:
        return 130
    except Exception as error:
        if not (line := line_of(error)):
            raise
        sys.stderr.write(f"{line}\n")
        return 1


def line_of(fault: Exception) -> str:
    """What to say of a database that an operator can mend; by names, as Django may not be there yet. Else empty."""
    if "no such table" in str(fault) or type(fault.__cause__).__name__ == "UndefinedTable":
        return "数据库里还没有三社的表，先 sanshe init。The database has no tables yet: sanshe init makes them."
    if type(fault).__name__ in PASSING:
        return f"数据库没有应答。The database does not answer: {str(fault).splitlines()[0]}"
    return ""


def refusal_without_database(typed: list[str]) -> str:
    """Why there is nothing to read; a database is not made by looking for it. Empty when it is there or not needed."""
    from sanshe.config.serve import data_folder

    path = data_folder() / "db.sqlite3"
    asks = {"-h", "--help"} & set(typed)
    if not typed or typed[0] in FIRST or asks or os.environ.get("DATABASE_URL") or path.exists():
        return ""
    return f"{path.parent} 里还没有数据。There are no data yet: python3 run.py, sanshe demo, or sanshe init."


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
