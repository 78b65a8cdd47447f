"""Answers that were given before, as bytes: by address, ledger sequence and method; with ETag and gzip."""

from __future__ import annotations

import gzip
from collections import OrderedDict
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from urllib.parse import parse_qsl, urlencode

import anyio
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from whoholds.database.moments import moment_of
from whoholds.errors import InputError, WhoholdsError
from whoholds.model import content_key
from whoholds.server.desk import Desk, Stamp
from whoholds.server.guard import PERMITTED, SIGNED
from whoholds.server.problems import FAULT, MEDIA, problem_body

KEPT = ("/api/", "/feeds/", "/map.html", "/openapi.json")
LIVE, FROZEN = b"no-cache", b"private, max-age=86400, immutable"
FIRST = "first"  # the parameter by which what can be had soon is asked for in place of the whole
GZIP = "-gzip"  # ends the ETag of the zipped form
LEAST_GZIP = 1024  # bytes; less is not worth the work
Headers = list[tuple[bytes, bytes]]


@dataclass(slots=True)
class Kept:
    """One answer: its headers, its bytes, and the same gzipped once somebody took it so."""

    headers: Headers
    body: bytes
    gzipped: bytes | None = field(default=None)

    @property
    def size(self) -> int:
        """Bytes in memory."""
        return len(self.body) + len(self.gzipped or b"")


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked: the address with its values in order, and whether its answer can ever change.

    `whole`: that of which it asks the first, if it does; where it is kept, it is the better answer.
    """

    address: str
    frozen: bool
    whole: Asked | None = None

    def tag(self, stamp: Stamp, host: str) -> str:
        """The name of the answer: by ledger sequence, method and query."""
        day = "" if self.frozen else stamp.today.isoformat()
        return content_key("answer", self.address, host, str(stamp.seq), stamp.basis, day)


class Answers:
    """An ASGI application around another one: what it answered once it does not work out again."""

    def __init__(self, app: ASGIApp, desk: Desk) -> None:
        self.app = app
        self.desk = desk
        self._kept: OrderedDict[str, Kept] = OrderedDict()
        self._size = 0

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer from what is kept, else ask and keep."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        try:
            stamp = scope.setdefault("state", {})["stamp"] = self.desk.stamp()
        except WhoholdsError as error:
            await _fail(send, scope, 503, str(error))
            return
        if scope["method"] not in ("GET", "HEAD"):
            await self.app(scope, receive, send)
        elif scope["path"].startswith(KEPT) and scope["path"] not in (SIGNED, PERMITTED):
            await self._answer(scope, receive, send, stamp)
        else:
            reply = await _whole(self.app, scope, receive, send)
            await _send(send, scope, reply.status, reply.headers, reply.body)

    async def _answer(self, scope: Scope, receive: Receive, send: Send, stamp: Stamp) -> None:
        given: dict[bytes, bytes] = dict(scope["headers"])
        asked = asked_of(scope)
        host = given.get(b"host", b"").decode("latin-1")
        if asked.whole is not None and asked.whole.tag(stamp, host) in self._kept:
            asked = asked.whole
        tag = asked.tag(stamp, host)
        named = [(b"cache-control", FROZEN if asked.frozen else LIVE), (b"vary", b"Accept-Encoding")]
        known = _known(given.get(b"if-none-match"), tag)
        if known is not None:
            await _send(send, scope, 304, [(b"etag", known), *named], b"")
            return
        found = self._kept.get(tag)
        if found is None:
            reply = await _whole(self.app, scope, receive, send)
            if reply.status != 200:
                await _send(send, scope, reply.status, reply.headers, reply.body)
                return
            found = self._keep(tag, Kept(reply.headers, reply.body))
        else:
            self._kept.move_to_end(tag)
        zipped = len(found.body) >= LEAST_GZIP and _takes_gzip(given.get(b"accept-encoding", b""))
        body = await self._gzipped(tag, found) if zipped else found.body
        coded = [(b"content-encoding", b"gzip")] if zipped else []
        headers = [(b"etag", f'"{tag}{GZIP if zipped else ""}"'.encode("ascii")), *named, *coded]
        await _send(send, scope, 200, [*headers, *found.headers], body)

    async def _gzipped(self, tag: str, found: Kept) -> bytes:
        if found.gzipped is None:
            zipped = await anyio.to_thread.run_sync(lambda: gzip.compress(found.body, 5, mtime=0))
            if found.gzipped is None and self._kept.get(tag) is found:
                self._size += len(zipped)
            found.gzipped = zipped
        return found.gzipped

    def _keep(self, tag: str, reply: Kept) -> Kept:
        most = self.desk.settings.kept_bytes
        if reply.size > most // 4 or tag in self._kept:
            return reply
        self._kept[tag] = reply
        self._size += reply.size
        while self._size > most and self._kept:
            self._size -= self._kept.popitem(last=False)[1].size
        return reply


@dataclass(slots=True)
class _Reply:
    status: int = 500
    headers: Headers = field(default_factory=list)
    body: bytes = b""


async def _fail(send: Send, scope: Scope, status: int, detail: str) -> None:
    await _send(send, scope, status, [(b"content-type", MEDIA.encode("ascii"))], problem_body(status, detail))


async def _whole(app: ASGIApp, scope: Scope, receive: Receive, send: Send) -> _Reply:
    """What an application answers to GET, gathered. A fault is told to whoever asks, and raised."""
    reply, parts = _Reply(), []

    async def gathering(message: Message) -> None:
        if message["type"] == "http.response.start":
            reply.status = message["status"]
            reply.headers = [one for one in message["headers"] if one[0].lower() != b"content-length"]
        elif message["type"] == "http.response.body":
            parts.append(message.get("body", b""))

    try:
        await app({**scope, "method": "GET"}, receive, gathering)
    except Exception:
        await _fail(send, scope, 500, FAULT)
        raise
    reply.body = b"".join(parts)
    return reply


async def _send(send: Send, scope: Scope, status: int, headers: Headers, body: bytes) -> None:
    if status != 304:
        headers = [*headers, (b"content-length", str(len(body)).encode("ascii"))]
    await send({"type": "http.response.start", "status": status, "headers": headers})
    await send({"type": "http.response.body", "body": b"" if scope["method"] == "HEAD" else body})


def asked_of(scope: Scope) -> Asked:
    """What a request asks, whatever the order of its values."""
    pairs = sorted(parse_qsl(scope["query_string"].decode("latin-1"), keep_blank_values=True))
    rest = [one for one in pairs if one[0] != FIRST]
    whole = Asked(f"{scope['path']}?{urlencode(rest)}", is_frozen(dict(rest), datetime.now(UTC)))
    if len(rest) == len(pairs):
        return whole
    return Asked(f"{scope['path']}?{urlencode(pairs)}", frozen=False, whole=whole)


def is_frozen(query: Mapping[str, str], now: datetime) -> bool:
    """True where both clocks of knowledge stand still: the answer can never change."""
    both = {"from_as_of", "to_as_of"} <= query.keys()
    moments = [query[name] for name in ("as_of", "from_as_of", "to_as_of") if name in query]
    recorded = query.get("recorded")
    if recorded is None or not ("as_of" in query or both):
        return False
    return all(_is_past(one, now) for one in (*moments, *(() if recorded.isdigit() else (recorded,))))


def _is_past(words: str, now: datetime) -> bool:
    try:
        moment = moment_of(words)
    except InputError:
        return False
    return moment is not None and moment <= now


def _takes_gzip(header: bytes) -> bool:
    for part in header.lower().split(b","):
        name, _, weight = part.strip().partition(b";")
        if name.strip() in (b"gzip", b"*"):
            return weight.replace(b" ", b"") not in (b"q=0", b"q=0.0", b"q=0.00", b"q=0.000")
    return False


def _known(header: bytes | None, tag: str) -> bytes | None:
    """The ETag of this answer, zipped or not, that a client has already; None where it has not."""
    if header is None:
        return None
    told = {one.strip().removeprefix("W/").strip('"') for one in header.decode("latin-1").split(",")}
    known = next((one for one in (tag, f"{tag}{GZIP}") if one in told), tag if "*" in told else None)
    return None if known is None else f'"{known}"'.encode("ascii")
