"""How states are drawn: the colours, patterns and words that the page and drawings share."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def symbology() -> Mapping[str, Any]:
    """`data/symbology.json`: palette, marks with their patterns and meanings, words of probability."""
    read: dict[str, Any] = json.loads((files("whoholds") / "data" / "symbology.json").read_text("utf-8"))
    return read
