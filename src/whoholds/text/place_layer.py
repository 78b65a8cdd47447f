"""A place layer: what a small model that learned from coded sentences says of where an event happened.

None comes with the product. `scripts/train_places.py` makes one from sentences of your own, as a folder of
three files; `docs/model-card.md` tells what it is and what it must not be used for. Reading with one needs
`pip install 'whoholds[learned]'`.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from whoholds.errors import InputError
from whoholds.model import Span

CARD, MODEL, TOKENIZER = "card.json", "model.onnx", "tokenizer.json"
FORMAT = 1
LONGEST = 192  # word pieces of a sentence; of names after them the layer says nothing

Numbers = np.ndarray[Any, np.dtype[np.int64]]
Shares = np.ndarray[Any, np.dtype[np.float32]]


@dataclass(frozen=True, slots=True)
class Choice:
    """A sentence, the word of an event in it, and the names that may be its place, as spans of it."""

    text: str
    trigger: Span
    names: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Pieces:
    """The word pieces of a text: their numbers, and where each stands (empty: at the edges of the text)."""

    ids: Sequence[int]
    spans: Sequence[Span]

    def at(self, words: Span) -> list[int]:
        """The positions of the pieces of some words."""
        return [n for n, one in enumerate(self.spans) if one.start < one.end and one.meets(words)]


@dataclass(frozen=True)
class PlaceLayer:
    """A model of the place of events, as `load_place_layer` reads it; `find_events` takes it as `layer`.

    `name` is what an event says that it was changed by. `card` is what `card.json` tells: the data it was
    learned from, the seed, and the figures measured. `pieces_of` cuts a text, `run` gives the logarithm of
    the odds of each name (sentences, names) of pieces and marks (sentences, length) and of the shares
    of the pieces (sentences, 2 + names, length) in the mean of the sentence, the event's word and each name.
    """

    name: str
    card: Mapping[str, Any]
    pieces_of: Callable[[str], Pieces]
    run: Callable[[Numbers, Numbers, Shares], Shares]

    def odds(self, asked: Choice) -> list[float | None]:
        """The logarithm of the odds of each name; None where the name or the event lies beyond `LONGEST`.

        One sentence at a time: rounding to eight bits goes by the greatest value of what is run together, so
        that among others an event would have other odds.
        """
        if not asked.names:
            return []
        cut = self.pieces_of(asked.text)
        at = [list(range(len(cut.ids))), *(cut.at(words) for words in (asked.trigger, *asked.names))]
        pieces = np.array([cut.ids], dtype=np.int64)
        marks = np.zeros_like(pieces)
        marks[0, at[1]] = 1
        shares = np.zeros((1, len(at), len(cut.ids)), dtype=np.float32)
        for n, positions in enumerate(at):
            shares[0, n, positions] = 1 / max(1, len(positions))
        told = self.run(pieces, marks, shares)[0]
        return [float(odds) if at[1] and one else None for odds, one in zip(told, at[2:], strict=True)]


def load_place_layer(folder: str | Path) -> PlaceLayer:
    """The place layer in a folder that `scripts/train_places.py` made.

    Raises `InputError` when the folder is not one, a file of it is not the one its card tells of, or the
    packages that run it are not installed.
    """
    folder = Path(folder)
    card = _card(folder)
    for file in (MODEL, TOKENIZER):
        if sha256_of(_there(folder, file)) != card["sha256"].get(file):
            raise InputError(
                f"{file} in {folder} is not the file that {CARD} tells of. Copy the folder anew."
            )
    try:
        import onnxruntime
        import tokenizers
    except ImportError:
        raise InputError(
            "A place layer needs onnxruntime and tokenizers, which are not installed. "
            "Install them: pip install 'whoholds[learned]'."
        ) from None
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    session = onnxruntime.InferenceSession(str(folder / MODEL), options, providers=["CPUExecutionProvider"])
    tokenizer = tokenizers.Tokenizer.from_file(str(folder / TOKENIZER))
    tokenizer.no_padding()
    tokenizer.enable_truncation(LONGEST)

    def pieces_of(text: str) -> Pieces:
        cut = tokenizer.encode(text)
        return Pieces(cut.ids, [Span(*pair) for pair in cut.offsets])

    def run(pieces: Numbers, marks: Numbers, shares: Shares) -> Shares:
        odds: Shares = session.run(["odds"], {"pieces": pieces, "marks": marks, "weights": shares})[0]
        return odds

    return PlaceLayer(f"place layer {card['sha256'][MODEL][:8]}", card, pieces_of, run)


def sha256_of(file: Path) -> str:
    """The SHA-256 of a file, as hexadecimal digits."""
    with file.open("rb") as opened:
        return hashlib.file_digest(opened, "sha256").hexdigest()


def _card(folder: Path) -> Mapping[str, Any]:
    try:
        card = json.loads(_there(folder, CARD).read_text(encoding="utf-8"))
        fits = card["format"] == FORMAT and isinstance(card["sha256"], dict)
    except (ValueError, KeyError, TypeError):
        fits = False
    if not fits:
        raise InputError(
            f"{CARD} in {folder} is not the card of a place layer that this version reads. "
            "Make the layer anew with scripts/train_places.py."
        )
    found: Mapping[str, Any] = card
    return found


def _there(folder: Path, file: str) -> Path:
    if not (folder / file).is_file():
        raise InputError(f"{folder} is not the folder of a place layer: there is no {file} in it.")
    return folder / file
