"""Bytes to text, exactly, or one clear sentence."""

from __future__ import annotations

import os
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from whoholds.errors import InputError
from whoholds.reports.decoding import MOST_BYTES, decode, read_text

RUSSIAN = (
    "Представитель министерства обороны сообщил, что войска покинули город в ночь на воскресенье. "
    "Местные жители рассказали, что слышали взрывы у аэропорта."
)


@given(st.text(st.characters(codec="utf-8", exclude_characters="\0\ufeff"), min_size=1))
def test_utf_8_comes_back_exactly(text: str) -> None:
    data = text.encode("utf-8")
    if not text.strip():
        with pytest.raises(InputError, match="empty"):
            decode(data, "a.txt")
    elif text.startswith(("%PDF-", "GIF8", "RIFF", "BZh")):
        with pytest.raises(InputError, match="not text"):
            decode(data, "a.txt")
    else:
        assert decode(data, "a.txt") == text


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (b"\xef\xbb\xbfKunduz", "Kunduz"),
        ("Kunduz fell".encode("utf-16"), "Kunduz fell"),
        (b"one\r\ntwo\rthree\n", "one\r\ntwo\rthree\n"),  # line ends stay: offsets hang on them
        (RUSSIAN.encode("cp1251"), RUSSIAN),
    ],
)
def test_encodings(data: bytes, text: str) -> None:
    assert decode(data, "a.txt") == text


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"", "empty"),
        (b" \n\t ", "empty"),
        (b"\xef\xbb\xbf", "empty"),
        (b"%PDF-1.7 ...", "PDF"),
        (b"PK\x03\x04rest", "ZIP"),
        (b"\x89PNG\r\n\x1a\n", "PNG"),
        (b"\xff\xd8\xff\xe0", "JPEG"),
        (b"a\0b", "binary"),
        (b"caf\xe9", "in doubt"),
        (bytes(range(128, 256)), "in doubt|not text"),
        (b"\xff\xfea", "UTF-8"),  # a mark of UTF-16, and half a unit
    ],
)
def test_what_is_no_text_is_refused(data: bytes, says: str) -> None:
    with pytest.raises(InputError, match=says) as refused:
        decode(data, "report.txt")
    assert str(refused.value).startswith("report.txt ")


def test_a_large_file_is_refused_without_being_read(tmp_path: Path) -> None:
    path = tmp_path / "large.txt"
    with path.open("wb") as file:
        os.truncate(file.fileno(), 100 * 2**20)
    began = time.monotonic()
    with pytest.raises(InputError, match="larger than 20 MB"):
        read_text(path)
    assert time.monotonic() - began < 0.05
    assert MOST_BYTES == 20 * 2**20


def test_an_endless_file_is_refused() -> None:
    if not Path("/dev/zero").exists():
        pytest.skip("this system has no /dev/zero")
    with pytest.raises(InputError, match=r"larger|binary"):
        read_text(Path("/dev/zero"))
