"""What every request passes first: its Host, the size of its body; and the headers of every answer."""

from __future__ import annotations

from collections.abc import Mapping
from urllib.parse import parse_qsl

from starlette.exceptions import HTTPException
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from whoholds.server.params import REPEATED
from whoholds.server.problems import MEDIA, problem_body
from whoholds.server.settings import MOST_SAID, Settings, host_of
from whoholds.server.writing import refusal

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; "
    "font-src 'self'; connect-src 'self'; worker-src 'self' blob:; manifest-src 'self'; base-uri 'none'; "
    "form-action 'none'; frame-ancestors {ancestors}"
)
EMBEDDED = "/embed"
UPLOAD = "/api/reports"
WRITES = frozenset((UPLOAD, "/api/judgements"))
PERMITTED = "/api/permitted"  # whether the token that is sent is the right one: yes or no
SIGNED = "/api/judgements/signed"  # with who judged: only for those who may judge
HEADERS: Mapping[bytes, bytes] = {
    b"x-content-type-options": b"nosniff",
    b"referrer-policy": b"no-referrer",
    b"cross-origin-opener-policy": b"same-origin",
    b"permissions-policy": b"camera=(), geolocation=(), microphone=()",
}


class Guard:
    """An ASGI application around another one."""

    def __init__(self, app: ASGIApp, settings: Settings) -> None:
        self.app = app
        self.settings = settings
        self._plain = _headers("'none'")
        self._embedded = _headers("*")

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Refuse what may not pass, and hand the rest on."""
        if scope["type"] != "http":
            if scope["type"] == "lifespan":
                await self.app(scope, receive, send)
            return
        added = self._embedded if scope["path"] == EMBEDDED else self._plain

        async def telling(message: Message) -> None:
            if message["type"] == "http.response.start":
                message["headers"] = [*message.get("headers", ()), *added]
            await send(message)

        refused = self._refusal(scope)
        if refused is not None:
            await _refuse(telling, *refused)
            return
        await self.app(scope, _limited(receive, self._most(scope)), telling)

    def _most(self, scope: Scope) -> int:
        return self.settings.most_uploaded if scope["path"] == UPLOAD else MOST_SAID

    def _refusal(self, scope: Scope) -> tuple[int, str] | None:
        given: dict[bytes, bytes] = dict(scope["headers"])
        host = given.get(b"host", b"").decode("latin-1")
        if not self.settings.answers_to(host_of(host)):
            return 421, (
                f"This server does not answer to the name {host[:60]!r}. Ask it as it was started: "
                f"http://{self.settings.host}."
            )
        length = given.get(b"content-length", b"0")
        most = self._most(scope)
        if length.isdigit() and int(length) > most:
            return 413, _too_large(most)
        if scope["path"] == SIGNED or (scope["method"] == "POST" and scope["path"] in WRITES):
            forbidden = refusal(self.settings, given)
            if forbidden is not None:
                return forbidden
        names = [name for name, _ in parse_qsl(scope["query_string"].decode("latin-1"), True)]
        twice = next((name for name in names if name not in REPEATED and names.count(name) > 1), None)
        if twice is not None:
            return 422, f"The parameter {twice[:60]!r} is given twice. Give it once."
        return None


def _headers(ancestors: str) -> list[tuple[bytes, bytes]]:
    policy = POLICY.format(ancestors=ancestors).encode("ascii")
    return [(b"content-security-policy", policy), *HEADERS.items()]


def _limited(receive: Receive, most: int) -> Receive:
    came = 0

    async def receiving() -> Message:
        nonlocal came
        message = await receive()
        came += len(message.get("body", b""))
        if came > most:
            raise HTTPException(413, _too_large(most))
        return message

    return receiving


def _too_large(most: int) -> str:
    return f"The body is larger than {most:,} bytes. Send it in parts."


async def _refuse(send: Send, status: int, detail: str) -> None:
    body = problem_body(status, detail)
    length = str(len(body)).encode("ascii")
    headers = [(b"content-type", MEDIA.encode("ascii")), (b"content-length", length)]
    if status == 401:
        headers.append((b"www-authenticate", b"Bearer"))
    await send({"type": "http.response.start", "status": status, "headers": headers})
    await send({"type": "http.response.body", "body": body})
