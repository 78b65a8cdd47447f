"""An answer of one JSON object a line, each sent when it is made; the making ends when nobody listens."""

from __future__ import annotations

from collections.abc import Generator, Iterator

import anyio
from starlette.responses import StreamingResponse
from starlette.types import Receive, Scope, Send

from whoholds.exports.plain import Row
from whoholds.server.replies import NDJSON, as_bytes


class Lines(StreamingResponse):
    """Rows as NDJSON. Whatever ends the answer, also one that leaves, closes the generator of the rows."""

    def __init__(self, rows: Generator[Row]) -> None:
        super().__init__(_lines(rows), media_type=NDJSON)
        self._rows = rows

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Send the rows."""
        try:
            await super().__call__(scope, receive, send)
        finally:
            with anyio.CancelScope(shield=True):
                await anyio.to_thread.run_sync(self._rows.close)


def _lines(rows: Iterator[Row]) -> Iterator[bytes]:
    for row in rows:
        yield as_bytes(row) + b"\n"
