"""A real server on a free port, in a thread of this process."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import httpx

from whoholds.server import Desk, Settings
from whoholds.server.running import address_of, bound, server_of

TOKEN = "a long random word"
PERMITTED = {"Authorization": f"Bearer {TOKEN}"}


@dataclass(frozen=True)
class Served:
    """A server's address and record, and a client of it."""

    address: str
    record: Path
    client: httpx.Client
    desk: Desk

    def rows(self, path: str, key: str) -> list[dict[str, object]]:
        """The rows under a key of a JSON answer."""
        answer = self.client.get(path)
        assert answer.status_code == 200, answer.text
        found: list[dict[str, object]] = answer.json()[key]
        return found


@contextmanager
def serving(
    record: Path, *, token: str | None = None, static: Path | None = None, most: int = 200_000
) -> Iterator[Served]:
    """Serve a record while the block runs; `most` bytes go in one upload."""
    settings = Settings(record, token=token, most_uploaded=most)
    if static is not None:
        settings = Settings(record, token=token, static=static)
    desk = Desk(settings)
    server = server_of(desk)
    with bound(settings.host, 0) as listening:
        address = address_of(settings.host, listening).rstrip("/")
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]})
        thread.start()
        try:
            while not server.started:
                time.sleep(0.01)
            with httpx.Client(base_url=address, timeout=60) as client:
                yield Served(address, record, client, desk)
        finally:
            server.should_exit = True
            thread.join()
            desk.close()
