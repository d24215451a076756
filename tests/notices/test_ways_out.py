"""Text messages and mail leave by what the settings name; a fake of each on this machine says what arrived."""

import json
import socketserver
import threading
from contextlib import contextmanager
from datetime import UTC, datetime
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest

from sanshe.core.jobs.actions import work
from sanshe.core.kit import ids
from sanshe.core.kit.access import SYSTEM
from sanshe.core.notices import actions
from sanshe.core.notices.enums import MessageState
from sanshe.core.notices.models import Message
from sanshe.core.notices.queries import TEMPLATES
from sanshe.core.notices.types import Recipient, Template

pytestmark = pytest.mark.django_db
AT = datetime(2022, 1, 20, 1, 0, tzinfo=UTC)


@pytest.fixture(autouse=True)
def words(monkeypatch, settings):
    settings.IS_DEMO = False
    monkeypatch.setattr(TEMPLATES, "_items", {"test.way": Template("提醒", "{name}：入选")})


@contextmanager
def served(server):
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield server.server_address[1]
    finally:
        server.shutdown()
        server.server_close()


@pytest.fixture
def gateway(settings):
    """A gateway that answers with `answers` in turn, the last for good, and keeps what it was asked."""
    asked, answers = [], [202]

    class Fake(BaseHTTPRequestHandler):
        def do_POST(self):
            asked.append((dict(self.headers), json.loads(self.rfile.read(int(self.headers["Content-Length"])))))
            code = answers.pop(0) if len(answers) > 1 else answers[0]
            self.send_response(code)
            if code in (302, 307):
                self.send_header("Location", f"http://127.0.0.1:{self.server.server_address[1]}/elsewhere")
            self.end_headers()

        do_GET = do_POST

        def log_message(self, *args):
            """Nothing on the terminal."""

    with served(HTTPServer(("127.0.0.1", 0), Fake)) as port:
        settings.SMS_URL, settings.SMS_KEY = f"http://127.0.0.1:{port}/send", "secret"
        yield asked, answers


def send(**to):
    return actions.send(
        template="test.way", to=Recipient(**to), values={"name": "暖阳社"}, by=SYSTEM, at=AT, key=f"k{ids.new()}"
    )


def test_the_gateway_is_told_who_and_what_once(gateway):
    asked, _answers = gateway
    row = send(phone="13800000000")
    work(worker="a")
    assert not actions.deliver(message_id=str(row.pk), at=AT)
    ((headers, said),) = asked
    assert said == {"id": str(row.pk), "phone": "13800000000", "text": "暖阳社：入选"}
    assert headers["Authorization"] == "Bearer secret" and headers["Idempotency-Key"] == str(row.pk)
    row.refresh_from_db()
    assert (row.state, row.sent_at is not None) == (MessageState.SENT, True)


@pytest.mark.parametrize("code", [408, 425, 429, 500, 503, 302, 307])
def test_what_may_pass_is_tried_again(gateway, code):
    asked, answers = gateway
    answers[:] = [code, 200]
    row = send(phone="13800000000")
    with pytest.raises(OSError):
        actions.deliver(message_id=str(row.pk), at=AT)
    row.refresh_from_db()
    assert (row.state, row.sent_at) == (MessageState.QUEUED, None) and len(asked) == 1
    assert actions.deliver(message_id=str(row.pk), at=AT)
    assert [headers["Idempotency-Key"] for headers, _said in asked] == [str(row.pk)] * 2


@pytest.mark.parametrize("code", [400, 403, 404, 422])
def test_what_the_gateway_never_takes_is_kept_with_its_number(gateway, code):
    asked, answers = gateway
    answers[:] = [code]
    row = send(phone="13800000000")
    work(worker="a")
    row.refresh_from_db()
    assert (row.state, row.fault) == (MessageState.FAILED, f"not taken: {code}") and len(asked) == 1


def test_a_gateway_that_is_away_leaves_the_message_waiting(settings):
    settings.SMS_URL = "http://127.0.0.1:9/"
    row = send(phone="13800000000")
    work(worker="a")
    row.refresh_from_db()
    assert row.state == MessageState.QUEUED


def test_a_demo_tells_no_gateway(gateway, settings):
    asked, _answers = gateway
    settings.IS_DEMO = True
    send(phone="13800000000")
    work(worker="a")
    assert asked == [] and Message.objects.get().state == MessageState.SENT


class Post(socketserver.StreamRequestHandler):
    """As much of a mail server as takes one letter."""

    def handle(self):
        self.say("220 here")
        for line in self.rfile:
            word = line.decode().strip().upper()
            if word == "DATA":
                self.say("354 go on")
                letter = b"".join(iter(self.rfile.readline, b".\r\n"))
                self.server.letters.append((self.server.to, letter))
            elif word.startswith("RCPT TO:"):
                self.server.to = line.decode().split(":", 1)[1].strip(" <>\r\n")
            self.say("221 bye" if word == "QUIT" else "250 ok")
            if word == "QUIT":
                return

    def say(self, text):
        self.wfile.write(f"{text}\r\n".encode())


def test_mail_goes_to_the_server_that_is_named(settings):
    from email import message_from_bytes, policy

    server = socketserver.TCPServer(("127.0.0.1", 0), Post)
    server.letters, server.to = [], ""
    with served(server) as port:
        settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
        settings.EMAIL_HOST, settings.EMAIL_PORT, settings.EMAIL_USE_TLS = "127.0.0.1", port, False
        settings.EMAIL_HOST_USER, settings.DEFAULT_FROM_EMAIL = "", "desk@example.org"
        send(user_id=ids.new(), mail="office@example.org")
        work(worker="a")
    ((to, letter),) = server.letters
    read = message_from_bytes(letter, policy=policy.default)
    assert to == "office@example.org" and read["Subject"] == "提醒" and "暖阳社：入选" in read.get_content()
    assert Message.objects.get(channel="mail").state == MessageState.SENT
