"""JSON Lines, whatever they hold: numbered objects, or word of the lines that are none."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, BinaryIO

from whoholds.errors import InputError
from whoholds.reports.decoding import MEBIBYTE, readable, refuse_binary
from whoholds.reports.found import Rejected

MOST_LINE = 10 * MEBIBYTE
_HEAD = 4096
_BROKEN = re.compile("[\\x00\\ud800-\\udfff]")


def read_objects(path: Path, where: str) -> Iterator[tuple[int, dict[str, Any]] | Rejected]:
    """The objects of a file with their line numbers, from 1; blank lines are passed over.

    The file may be of any size: one line at a time is held, and one over 10 MB is rejected. Raises InputError
    when the file cannot be opened or is not text.
    """
    with readable(where), path.open("rb") as file:
        for number, line in enumerate(_lines(file), start=1):
            if number == 1:
                refuse_binary(line[:_HEAD], where)
            if line.strip():
                yield _object(line, number, f"{where}, line {number}")


def _lines(file: BinaryIO) -> Iterator[bytes]:
    while line := file.readline(MOST_LINE + 1):
        yield line
        while len(line) > MOST_LINE and not line.endswith(b"\n"):
            line = file.readline(MOST_LINE + 1)


def _object(line: bytes, number: int, where: str) -> tuple[int, dict[str, Any]] | Rejected:
    if len(line) > MOST_LINE:
        return Rejected(where, f"{where} is longer than {MOST_LINE // MEBIBYTE} MB. Split it.")
    try:
        found = json.loads(line.decode("utf-8-sig" if number == 1 else "utf-8"))
    except UnicodeDecodeError:
        return Rejected(where, f"{where} is not UTF-8. Save the file as UTF-8.")
    except (ValueError, RecursionError) as error:
        return Rejected(where, f"{where} is not JSON ({error}). Write one JSON object a line.")
    if not isinstance(found, dict):
        return Rejected(where, f'{where} is not a JSON object. Write one object a line, with a "text".')
    return number, found


def words_of(line: dict[str, Any], key: str) -> str | None:
    """A text of a line; None where it is missing, null or blank. A number is written out, but is no
    text of a report.

    Raises InputError for anything else, and for half a character or a NUL, which no file keeps.
    """
    value = line.get(key)
    if key != "text" and isinstance(value, int | float) and not isinstance(value, bool):
        return str(value)
    if value is not None and not isinstance(value, str):
        raise InputError(f'"{key}" is not a text.')
    if value is None or not value.strip():
        return None
    broken = _BROKEN.search(value)
    if broken is not None:
        raise InputError(f'"{key}" holds U+{ord(broken[0]):04X}, which is no character. Take it out.')
    return value
