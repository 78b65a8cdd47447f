"""Running the server until it is stopped."""

from __future__ import annotations

import asyncio
import logging
import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress

import uvicorn

from whoholds.errors import WhoholdsError
from whoholds.server.application import make_app
from whoholds.server.desk import Desk
from whoholds.server.settings import Settings

BACKLOG = 256


class AddressError(WhoholdsError):
    """An address that cannot be served from."""


def serve(settings: Settings, port: int, *, told: Callable[[str], None]) -> None:
    """Answer at an address until the process is interrupted; port 0 is any that is free.

    `told` is given the address once it is bound. Raises StoreError where the record cannot be opened,
    AddressError where the address cannot be bound, KeyboardInterrupt after an orderly end by Ctrl-C.
    """
    desk = Desk(settings)
    try:
        with bound(settings.host, port) as listening:
            told(address_of(settings.host, listening))
            threading.Thread(target=_warmed, args=(desk,), daemon=True).start()
            server_of(desk).run(sockets=[listening])
    finally:
        desk.close()


def _warmed(desk: Desk) -> None:
    with suppress(WhoholdsError):  # whoever asks is told
        desk.warm()


def _is_told(record: logging.LogRecord) -> bool:
    """False for a question that was cut short because the server ends."""
    error = record.exc_info[1] if isinstance(record.exc_info, tuple) else None
    return not isinstance(error, asyncio.CancelledError)


def server_of(desk: Desk) -> uvicorn.Server:
    """A server for a record, to be run on a socket."""
    logging.getLogger("uvicorn.error").addFilter(_is_told)
    return uvicorn.Server(uvicorn.Config(
        make_app(desk), log_config=None, access_log=False, lifespan="off", server_header=False,
        proxy_headers=False, timeout_graceful_shutdown=5,
    ))  # fmt: skip


@contextmanager
def bound(host: str, port: int) -> Iterator[socket.socket]:
    """A listening socket. Raises AddressError."""
    try:
        family, kind, number, _, address = socket.getaddrinfo(
            host or None, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE
        )[0]
        listening = socket.socket(family, kind, number)
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            listening.bind(address)
            listening.listen(BACKLOG)
        except BaseException:
            listening.close()
            raise
    except (OSError, OverflowError) as error:
        why = getattr(error, "strerror", None) or str(error)
        raise AddressError(
            f"Cannot serve at {host}:{port} ({why}). Give another one, such as --port {port + 1}."
        ) from error
    with listening:
        yield listening


def address_of(host: str, listening: socket.socket) -> str:
    """The address to be opened in a browser."""
    name = {"0.0.0.0": "127.0.0.1", "": "127.0.0.1", "::": "::1"}.get(host, host)
    port = listening.getsockname()[1]
    return f"http://[{name}]:{port}/" if ":" in name else f"http://{name}:{port}/"
