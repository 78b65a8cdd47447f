"""Bytes to text: exactly what stands there, line ends included, or a sentence on why not."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import charset_normalizer

from whoholds.errors import InputError

MEBIBYTE = 2**20
MOST_BYTES = 20 * MEBIBYTE  # of one text
_SAMPLE = 100_000
_HALF = re.compile("[\ud800-\udfff]")
_MAGIC = (
    (b"%PDF-", "a PDF document"),
    (b"PK\x03\x04", "a ZIP archive or an Office document"),
    (b"\xd0\xcf\x11\xe0", "an old Office document"),
    (b"\x89PNG", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"RIFF", "a sound, film or WebP image"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"BZh", "a bzip2 archive"),
    (b"\xfd7zXZ", "an xz archive"),
    (b"\x28\xb5\x2f\xfd", "a zstd archive"),
    (b"SQLite format 3", "an SQLite database"),
    (b"\x7fELF", "a program"),
)
_MARKS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))


def shown(path: Path | str) -> str:
    """A path for people and for the record: what is not UTF-8 in a file's name is shown as �."""
    return os.fsencode(path).decode("utf-8", "replace")


@contextmanager
def readable(where: str) -> Iterator[None]:
    """Turn what the operating system raises into an InputError."""
    try:
        yield
    except FileNotFoundError as error:
        raise InputError(f"There is no file {where}. Check the name.") from error
    except PermissionError as error:
        raise InputError(f"{where} may not be read. Change its permissions, or read a copy.") from error
    except OSError as error:
        raise InputError(
            f"{where} could not be read ({error.strerror}). Check the disk or the name."
        ) from error


def read_text(path: Path) -> str:
    """The text of a file of at most 20 MB; raises InputError. A larger one is refused without being read."""
    where = shown(path)
    with readable(where):
        if path.stat().st_size > MOST_BYTES:
            raise InputError(too_large(where))
        with path.open("rb") as file:
            return decode(file.read(MOST_BYTES + 1), where)


def too_large(where: str) -> str:
    """The sentence for a text beyond the limit."""
    return (
        f"{where} is larger than {MOST_BYTES // MEBIBYTE} MB, too large to be one report. "
        "Split it into one file a report, or into JSON Lines (.jsonl)."
    )


def decode(data: bytes, where: str) -> str:
    """Text from bytes: UTF-8, UTF-16 with its mark, else another encoding when that is beyond doubt.

    Raises InputError when the bytes are no text, empty, too many, or of an encoding that is in doubt.
    """
    if len(data) > MOST_BYTES:
        raise InputError(too_large(where))
    refuse_binary(data, where)
    text = _decoded(data, where)
    if not text.strip():
        raise InputError(f"{where} is empty: there is no text in it. Name a file with the text of a report.")
    if "\0" in text:
        raise InputError(_no_text(where, "binary data"))
    return text


def checked_text(text: str, where: str) -> str:
    """A text as it is given; raises InputError when it is empty or too long, or holds what no text does."""
    if len(text.encode("utf-8", "surrogatepass")) > MOST_BYTES:
        raise InputError(too_large(where))
    if not text.strip("\ufeff").strip():
        raise InputError(f"{where} is empty: there is no text in it. Give the text of a report.")
    if "\0" in text:
        raise InputError(f"{where} holds a NUL (U+0000), which is no character. Take it out.")
    half = _HALF.search(text)
    if half is not None:
        code = f"U+{ord(half[0]):04X}"
        raise InputError(f"{where} holds half a character ({code}). Take it out, or decode the text again.")
    refuse_binary(text[:_SAMPLE].encode("utf-8", "surrogatepass"), where)
    return text


def refuse_binary(head: bytes, where: str) -> None:
    """Raise InputError when the first bytes are those of something other than text."""
    kind = next((kind for magic, kind in _MAGIC if head.startswith(magic)), None)
    if kind is None and b"\0" in head and _marked(head) is None:
        kind = "binary data"
    if kind is not None:
        raise InputError(_no_text(where, kind))


def _no_text(where: str, kind: str) -> str:
    return f"{where} is {kind}, not text. Save the words of the report as a text file (UTF-8) and read that."


def _marked(data: bytes) -> str | None:
    return next((encoding for mark, encoding in _MARKS if data.startswith(mark)), None)


def _decoded(data: bytes, where: str) -> str:
    marked = _marked(data)
    try:
        return data.decode(marked or "utf-8")
    except UnicodeDecodeError as error:
        encoding = None if marked else _guessed(data)
        if encoding is None:
            raise InputError(
                f"{where} is not UTF-8 (byte {error.start} is not) and its encoding is in doubt. "
                "Save it as UTF-8 and read it again."
            ) from error
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise InputError(f"{where} is neither UTF-8 nor all {encoding}. Save it as UTF-8.") from error


def _guessed(data: bytes) -> str | None:
    """An encoding in which the text is clean and reads like a language; None where that is in doubt."""
    sample = data[:_SAMPLE]
    if len(sample) < len(data):
        sample = sample[: sample.rfind(b"\n") + 1] or sample
    if _is_western(sample):
        return "cp1252"
    best = charset_normalizer.from_bytes(sample).best()
    if best is None or best.percent_chaos > 5 or best.percent_coherence < 20:
        return None
    return best.encoding


def _is_western(data: bytes) -> bool:
    """True for a mostly ASCII text whose other bytes are marks and accented letters of Windows
    Latin-1, which other code pages would turn into the middle of words."""
    others = [byte for byte in data if byte > 0x7F]
    if not others or len(others) > len(data) / 10:
        return False
    try:
        words = bytes(others).decode("cp1252")
    except UnicodeDecodeError:
        return False
    return all(char.isalpha() or char in "‘’“”–—…•«»€°£§\xa0" for char in words)
