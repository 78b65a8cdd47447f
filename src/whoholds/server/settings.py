"""What a server is told: which record, who may ask it, who may write."""

from __future__ import annotations

import ipaddress
import socket
from dataclasses import dataclass
from pathlib import Path

MOST_UPLOADED = 32 * 2**20  # bytes of one upload, all files together
MOST_SAID = 64 * 2**10  # bytes of any other body
KEPT_BYTES = 128 * 2**20  # of answers, in memory
STATIC = Path(__file__).resolve().parent / "static"
LOOPBACK = ("localhost", "127.0.0.1", "::1")
EVERYWHERE = ("0.0.0.0", "::", "")


@dataclass(frozen=True, slots=True)
class Settings:
    """A record (its file), the address served, the token that permits writing (None: reading only)."""

    record: Path
    host: str = "127.0.0.1"
    token: str | None = None
    static: Path = STATIC
    most_uploaded: int = MOST_UPLOADED
    kept_bytes: int = KEPT_BYTES

    def answers_to(self, host: str) -> bool:
        """True for a Host header (without its port) that is this server's own.

        A page elsewhere that lets its name point here (DNS rebinding) sends its own name and is refused.
        """
        name = host.casefold().strip("[]")
        if self.host in EVERYWHERE:
            return name == "localhost" or name == socket.gethostname().casefold() or _is_address(name)
        return name == self.host.casefold() or (self.host in LOOPBACK and name in LOOPBACK)


def _is_address(name: str) -> bool:
    try:
        ipaddress.ip_address(name)
    except ValueError:
        return False
    return True


def host_of(header: str) -> str:
    """The name in a Host header: "127.0.0.1" of "127.0.0.1:8000", "::1" of "[::1]:8000"."""
    if header.startswith("["):
        return header[1:].partition("]")[0]
    return header.partition(":")[0]
