"""Files that a command writes: whole or not at all; no record is written over, no device or pipe replaced."""

from __future__ import annotations

import secrets
from contextlib import suppress
from pathlib import Path

from whoholds.errors import WhoholdsError


def write_file(path: Path, content: str | bytes) -> None:
    """Write a file whole, or not at all; a pipe or a device is written into, a link is followed.

    Raises WhoholdsError when it cannot be written, or where it is a record: that is never written over.
    """
    data = content.encode() if isinstance(content, str) else content
    try:
        if path.exists() and not path.is_file():
            path.write_bytes(data)
            return
        _refuse_record(path)
        _replace(path.resolve(), data)
    except OSError as error:
        raise WhoholdsError(
            f"{path} could not be written ({error.strerror}). Name another file, or make room."
        ) from error


def _refuse_record(path: Path) -> None:
    from whoholds.store import is_record  # here, not above: --help must not wait for it

    if is_record(path):
        raise WhoholdsError(f"{path} is a whoholds record and was left as it is. Name another file to write.")


def _replace(path: Path, data: bytes) -> None:
    """Put a new file in the place of one that may be there, once all of it is written."""
    part = path.with_name(f".{secrets.token_hex(8)}.part")
    try:
        with part.open("xb") as file:
            file.write(data)
        part.replace(path)
    finally:
        with suppress(OSError):
            part.unlink(missing_ok=True)
