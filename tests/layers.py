"""Place layers without a model: word pieces are words, and the odds of names are given."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

import numpy as np

from whoholds.model import Span
from whoholds.text.place_layer import Numbers, Pieces, PlaceLayer, Shares

Run = Callable[[Numbers, Numbers, Shares], Shares]
LONGEST = 13  # words


def words_of(text: str) -> Pieces:
    """Each word a piece, whose number is its length; an empty one at the beginning, as a model has it."""
    found = [Span(*match.span()) for match in re.finditer(r"\w+", text)][:LONGEST]
    return Pieces([1, *(one.end - one.start for one in found)], [Span(0, 0), *found])


def layer_that(run: Run) -> PlaceLayer:
    """A layer that computes so."""
    return PlaceLayer("place layer of a test", {}, words_of, run)


def layer_saying(odds: Mapping[int, float]) -> PlaceLayer:
    """A layer that gives the odds by the length of a name's first word, and -5.0 to the others."""

    def run(pieces: Numbers, marks: Numbers, shares: Shares) -> Shares:
        firsts = np.take_along_axis(pieces, shares[:, 2:].argmax(axis=2), axis=1)
        told: Shares = np.vectorize(lambda length: odds.get(int(length), -5.0), otypes=[np.float32])(firsts)
        return told

    return layer_that(run)
