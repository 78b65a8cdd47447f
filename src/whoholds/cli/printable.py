"""Text of reports made safe to show: no control of the terminal, no reversed reading, no half characters.

Reports may be hostile. What is shown differs from what is recorded only in such characters.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping

_BIDI = (0x061C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A))
_UNSEEN = (0xFEFF, *range(0xFFF9, 0xFFFC), *range(0xE0000, 0xE0080))
_CONTROLS = (*range(0x20), *range(0x7F, 0xA0))
_LINE_ENDS = (0x09, 0x0A, 0x0B, 0x0C, 0x0D, 0x85, 0x2028, 0x2029)

_WHOLE: Mapping[int, str | None] = {
    **dict.fromkeys(_CONTROLS, "\ufffd"),
    **dict.fromkeys(range(0xD800, 0xE000), "\ufffd"),
    **dict.fromkeys((*_BIDI, *_UNSEEN)),
    0x2028: "\n",
    0x2029: "\n",
}
_LINES: Mapping[int, str | None] = {**_WHOLE, 0x09: "\t", 0x0A: "\n", 0x0D: None}
_ONE_LINE: Mapping[int, str | None] = {**_WHOLE, **dict.fromkeys(_LINE_ENDS, " ")}
_SPACES = re.compile(" {2,}")
_RAW = re.compile("[\x7f-\x9f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]")


def printable(text: str) -> str:
    """The text on one line: controls become �, direction marks go, line ends become spaces."""
    return _SPACES.sub(" ", text.translate(_ONE_LINE)).strip()


def printable_lines(text: str) -> str:
    """The text with its lines and tabs, otherwise as `printable`."""
    return text.translate(_LINES)


def cut(text: str, width: int) -> str:
    """The text on one line, at most `width` characters, an ellipsis where it was cut."""
    line = printable(text)
    return line if len(line) <= width else line[: width - 1].rstrip() + "…"


def to_json(value: object, *, indent: int | None = None) -> str:
    """JSON in UTF-8; what could steer a terminal or is half a character is written as an escape."""
    text = json.dumps(value, ensure_ascii=False, indent=indent)
    return _RAW.sub(lambda found: f"\\u{ord(found[0]):04x}", text)
