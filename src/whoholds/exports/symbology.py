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


@cache
def probability_bounds() -> frozenset[float]:
    """The probabilities at which another word begins."""
    return frozenset(row["below"] for row in symbology()["probability_words"])


def probability_word(probability: float) -> str:
    """The word for a probability (0 to 1), after the table of ICD 203 (ODNI, 2015)."""
    rows = symbology()["probability_words"]
    word: str = next((row["word"] for row in rows if probability < row["below"]), rows[-1]["word"])
    return word
