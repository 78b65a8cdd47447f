"""Where events happened, with a place layer beside the rules, on sentences that it did not learn from."""

from __future__ import annotations

import os
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import eval_finders
from eval_measured import Measured
from learned_measures import total
from place_sentences import ALL, FIGURES, counted, in_half, other_than, read_sentences, told

from whoholds.text.place_layer import PlaceLayer, load_place_layer, sha256_of

NAMED_BY = "WHOHOLDS_PLACE_LAYER"


def event_place(path: Path) -> Iterator[Measured]:
    """The rules alone, on both halves; then with the layer, beside the rules on the same sentences."""
    yield from eval_finders.event_place(path)
    named = os.environ.get(NAMED_BY)
    if not named or why_not(path) is not None:
        return
    layer = _layer(named)
    half = _half(path, layer)
    measured = in_half(read_sentences(path), half)
    rules, both = (total(counted(measured, told(measured, one))) for one in (None, layer))
    where = "all" if half == ALL else "half not learned from"
    for name, figure in FIGURES.items():
        yield Measured(f"with the layer, {where}: {name}", figure(both), figure(rules), pinned=False)


def why_not(path: Path) -> str | None:
    """Why nothing is measured with a layer; None where it is."""
    named = os.environ.get(NAMED_BY)
    if not named:
        return f"not measured with a place layer, {NAMED_BY} names no folder"
    if not _half(path, _layer(named)):
        return f"not measured with the place layer in {named}, which learned from all of these sentences"
    return None


def _half(path: Path, layer: PlaceLayer) -> str:
    """The half to measure, or all; empty where the layer learned from all sentences of the file."""
    same = layer.card["data"]["sha256"] == sha256_of(path)
    return (other_than(layer.card["half"]) or "") if same else ALL


@cache
def _layer(named: str) -> PlaceLayer:
    return load_place_layer(named)
