"""The reading stage: a request is read whole before a thread is taken for it, and the thread is free again before the
answer is on its way.

A phone on a weak line costs a coroutine and a file, never one of the few threads that run Django. Without it five
bodies sent byte by byte stop a house of two processes (tests/faults/test_slow_clients.py). What a request leaves to be
done ahead, the looking at its files, is done without the thread too; then it is asked again with what was found.
"""

import asyncio
import sys
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from tempfile import SpooledTemporaryFile
from typing import Any
from urllib.parse import unquote_to_bytes

from sanshe.core.receipts.rules import AHEAD, MOST_MB, UNREAD

SPOOL = 256 * 1024  # bytes of a request or an answer kept in memory; more goes to a file
PIECE = 64 * 1024
Application = Callable[[dict[str, Any], Callable[..., Any]], Iterable[bytes]]


@dataclass(frozen=True, slots=True)
class Limits:
    """What a request may cost: bytes in all, seconds without a byte, seconds in all."""

    most: int = MOST_MB * 1024 * 1024
    silence: float = 20
    whole: float = 600


@dataclass(slots=True)
class Answer:
    """What the application gave, all of it."""

    status: int = 500
    headers: list[tuple[str, str]] = field(default_factory=list)
    body: SpooledTemporaryFile[bytes] = field(default_factory=lambda: SpooledTemporaryFile(SPOOL))  # noqa: SIM115 - sent later
    size: int = 0

    def start(self, status: str, headers: list[tuple[str, str]], _fault: object = None) -> Callable[[bytes], None]:
        self.status, self.headers = int(status.partition(" ")[0]), [(name.lower(), said) for name, said in headers]
        return self.add

    def add(self, piece: bytes) -> None:
        self.size += self.body.write(piece)


class Stage:
    """A WSGI application behind granian's own interface (RSGI). One thread a process runs it, one request at a time."""

    def __init__(self, application: Application, limits: Limits | None = None) -> None:
        self.application, self.limits = application, limits or Limits()
        self.thread = ThreadPoolExecutor(1, "application")
        self.aside = ThreadPoolExecutor(1, "ahead")

    async def __rsgi__(self, scope: Any, protocol: Any) -> None:
        with SpooledTemporaryFile(SPOOL) as body:
            unread = await self._read(scope, protocol, body)
            answer = await self._answer(environment(scope, body, unread), body)
        with answer.body:
            await self._send(answer, protocol)

    async def _answer(self, environ: dict[str, Any], body: SpooledTemporaryFile[bytes]) -> Answer:
        loop, ahead = asyncio.get_running_loop(), list[Callable[[], dict[str, Any]]]()
        answer = await loop.run_in_executor(self.thread, self._ask, {**environ, AHEAD: ahead})
        for work in ahead:
            answer.body.close()
            environ |= await loop.run_in_executor(self.aside, work)
            body.seek(0)
            answer = await loop.run_in_executor(self.thread, self._ask, environ)
        return answer

    async def _read(self, scope: Any, protocol: Any, body: SpooledTemporaryFile[bytes]) -> int:
        """Take in the whole body; the status that says why not, 0 when it is there."""
        length = scope.headers.get("content-length", "")
        if not length and "transfer-encoding" not in scope.headers:
            return 0
        if length.isdecimal() and int(length) > self.limits.most:
            return 413
        try:
            async with asyncio.timeout(self.limits.whole):
                return await self._take(protocol, body)
        except TimeoutError:
            return 408

    async def _take(self, protocol: Any, body: SpooledTemporaryFile[bytes]) -> int:
        pieces, size = aiter(protocol), 0
        while True:
            async with asyncio.timeout(self.limits.silence):
                piece = await anext(pieces, b"")
            if not piece:
                body.seek(0)
                return 0
            size += body.write(piece)
            if size > self.limits.most:
                return 413

    def _ask(self, environ: dict[str, Any]) -> Answer:
        answer = Answer()
        pieces = self.application(environ, answer.start)
        try:
            for piece in pieces:
                answer.add(piece)
        finally:
            getattr(pieces, "close", bool)()
        answer.body.seek(0)
        return answer

    async def _send(self, answer: Answer, protocol: Any) -> None:
        """A small answer goes out at once, by the server; a large one piece by piece to whoever goes on reading."""
        if answer.size <= SPOOL:
            protocol.response_bytes(answer.status, answer.headers, answer.body.read())
            return
        stream = protocol.response_stream(answer.status, answer.headers)
        while piece := answer.body.read(PIECE):
            try:
                async with asyncio.timeout(self.limits.silence):
                    await stream.send_bytes(piece)
            except TimeoutError:
                return


def environment(scope: Any, body: Any, unread: int) -> dict[str, Any]:
    """What PEP 3333 says an application is told, from what the server says."""
    host, _, port = scope.server.rpartition(":")
    told = {
        "REQUEST_METHOD": scope.method,
        "SCRIPT_NAME": "",
        "PATH_INFO": unquote_to_bytes(scope.path).decode("latin-1"),
        "QUERY_STRING": scope.query_string,
        "SERVER_PROTOCOL": f"HTTP/{scope.http_version}",
        "SERVER_NAME": host,
        "SERVER_PORT": port,
        "REMOTE_ADDR": scope.client.rpartition(":")[0].strip("[]"),
        "wsgi.version": (1, 0),
        "wsgi.url_scheme": scope.scheme,
        "wsgi.input": body,
        "wsgi.input_terminated": True,
        "wsgi.errors": sys.stderr,
        "wsgi.multithread": False,
        "wsgi.multiprocess": True,
        "wsgi.run_once": False,
        UNREAD: unread,
    }
    for name, said in scope.headers.items():
        key = name.upper().replace("-", "_")
        key = key if key in ("CONTENT_TYPE", "CONTENT_LENGTH") else f"HTTP_{key}"
        between = "; " if key == "HTTP_COOKIE" else ","
        told[key] = f"{told[key]}{between}{said}" if key in told else said
    return told
