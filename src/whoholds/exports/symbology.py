"""How states are drawn: the colours, patterns and words that the page and drawings share."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files
from typing import Any

from whoholds.errors import InputError

_COLOUR = re.compile(r"#[0-9A-Fa-f]{6}")


@cache
def symbology() -> Mapping[str, Any]:
    """`data/symbology.json`: palette, marks with their patterns and meanings, words of probability."""
    read: dict[str, Any] = json.loads((files("whoholds") / "data" / "symbology.json").read_text("utf-8"))
    return read


def colours_of(names: Sequence[str], chosen: Mapping[str, str] | None = None) -> dict[str, str]:
    """A colour (#rrggbb) for each party: the chosen one, else the next of the palette that nobody chose.

    Parties beyond the palette share one grey and are told apart by words. Raises `InputError` for a
    chosen colour that is not six hexadecimal digits after "#".
    """
    given = chosen or {}
    for name, colour in given.items():
        if _COLOUR.fullmatch(colour) is None:
            raise InputError(f"The colour {colour!r} of {name} is not of the form #rrggbb, such as #332288.")
    taken = {given[name].upper() for name in names if name in given}
    free = iter([colour for colour in symbology()["palette"] if colour.upper() not in taken])
    beyond = symbology()["beyond_palette"]
    return {name: given.get(name) or next(free, beyond) for name in names}


@cache
def probability_bounds() -> frozenset[float]:
    """The probabilities at which another word begins."""
    return frozenset(row["below"] for row in symbology()["probability_words"])


def probability_word(probability: float) -> str:
    """The word for a probability (0 to 1), after the table of ICD 203 (ODNI, 2015)."""
    rows = symbology()["probability_words"]
    word: str = next((row["word"] for row in rows if probability < row["below"]), rows[-1]["word"])
    return word
