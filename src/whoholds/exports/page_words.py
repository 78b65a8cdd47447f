"""How long a text of the page may be: a word of a million letters costs a browser a second wherever it is."""

from __future__ import annotations

from typing import TypeVar

LONGEST = 10_000  # characters of a text of the page; the record keeps it whole
LONGEST_NAME = 1_000  # of what the frame holds: names, which stand in many places at once
CUT = "…"
Data = TypeVar("Data")


def within(data: Data, most: int = LONGEST) -> Data:
    """Data of the page in which no text is longer; what is cut ends in "…". All else is the same."""
    found: object = data
    if isinstance(data, str):
        found = data if len(data) <= most else f"{data[:most]}{CUT}"
    elif isinstance(data, dict):
        found = {name: within(value, most) for name, value in data.items()}
    elif isinstance(data, list) and data and isinstance(data[0], str | dict | list):
        found = [within(one, most) for one in data]
    return found  # type: ignore[return-value]
