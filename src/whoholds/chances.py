"""Probabilities in words and figures, by one rule for the page, the commands and the briefs.

A figure never says more than its word: what rounding would raise to a bound at which another word begins is
"0.949", a thousandth below it, and nothing here is a certainty. `web/src/words.ts` has the same rule.
"""

from __future__ import annotations

import json
from functools import cache
from importlib.resources import files


@cache
def _words() -> tuple[tuple[float, str], ...]:
    """The words of `data/symbology.json`, least first, each with the probability below which it is said."""
    read = json.loads((files("whoholds") / "data" / "symbology.json").read_text("utf-8"))
    return tuple((row["below"], row["word"]) for row in read["probability_words"])


@cache
def chance_bounds() -> frozenset[float]:
    """The probabilities at which another word begins."""
    return frozenset(below for below, _ in _words())


def chance_word(probability: float) -> str:
    """The word for a probability (0 to 1), after the table of ICD 203 (ODNI, 2015)."""
    return next((word for below, word in _words() if probability < below), _words()[-1][1])


def chance_words(probability: float) -> str:
    """ "0.93"; "> 0.99" and "< 0.01" for what two digits would round to a certainty, "0.949" for what they
    would round to the bound that it lies under."""
    told = f"{probability:.2f}"
    if any(probability < bound and told == f"{bound:.2f}" for bound in chance_bounds()):
        return f"{float(told) - 0.001:.3f}"
    return {"1.00": "> 0.99", "0.00": "< 0.01"}.get(told, told)
