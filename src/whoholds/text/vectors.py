"""The vectors of words, worked out from spaCy's small model by numpy alone, and only what is asked for.

The model's own library also keeps what training would need, layer by layer, and works a word out anew
wherever it stands. The first layers know nothing of the words beside: what they give is kept.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from whoholds.errors import DataError

if TYPE_CHECKING:
    from spacy.tokens import Doc

Floats = NDArray[np.float32]
REMEMBERED = 20_000  # words whose first vectors are kept, 400 bytes each
BESIDE = 1  # words on each side that one layer sees
SMALLEST = 1e-08  # added to a variance, as the model was trained with


@dataclass(frozen=True, slots=True)
class _Layer:
    """A layer of the model that looks at the words beside: the largest of some products, levelled.

    `weights` has a column for each product, those of one piece side by side; `scale` and `shift` follow.
    """

    weights: Floats
    bias: Floats
    scale: Floats
    shift: Floats

    def added_to(self, rows: Floats) -> Floats:
        """The rows with what the layer makes of each of them and its neighbours."""
        width = rows.shape[1]
        beside = np.zeros((len(rows), (1 + 2 * BESIDE) * width), np.float32)
        beside[1:, :width] = rows[:-1]
        beside[:, width:-width] = rows
        beside[:-1, -width:] = rows[1:]
        products = beside @ self.weights
        products += self.bias
        best = products[:, :width]
        for piece in range(width, products.shape[1], width):
            best = np.maximum(best, products[:, piece : piece + width])
        best -= (best.sum(axis=1) / width)[:, None]
        spread = np.einsum("ij,ij->i", best, best) / width + SMALLEST
        best *= (spread**-0.5)[:, None]
        best *= self.scale
        best += self.shift
        best += rows
        return best


def _layer_of(residual: Any) -> _Layer:
    """The layer inside of what adds it to its own input; the pieces of its products are put side by side."""
    nodes = {node.name: node for node in residual.walk()}
    product, level = nodes["maxout"], nodes["layernorm"]
    weights, bias = product.get_param("W"), product.get_param("b")
    seen = weights.shape[2]
    if seen != (1 + 2 * BESIDE) * weights.shape[0]:
        raise ValueError("It sees other words than those right beside.")
    return _Layer(
        np.ascontiguousarray(weights.transpose(2, 1, 0).reshape(seen, -1)),
        np.ascontiguousarray(bias.T.reshape(-1)),
        level.get_param("G"),
        level.get_param("b"),
    )


class WordVectors:
    """What `tok2vec` of the model gives for the words of some sentences; made of that part's own model."""

    def __init__(self, model: Any) -> None:
        """Takes the layers out. Raises DataError where the model has other ones: it is not the pinned one."""
        try:
            features, _, tables, mixed, _ = model.layers[0].layers
            self._columns = features.attrs["columns"]
            self._tables, self._mixed = tables.layers[0], mixed.layers[0]
            self._layers = [_layer_of(one) for one in model.layers[1].layers[0].layers]
        except (ValueError, IndexError, KeyError) as error:
            raise DataError("The model of English has layers not known here: reinstall whoholds.") from error
        self._first: dict[bytes, bytes] = {}

    def of(self, docs: Sequence[Doc]) -> list[Floats]:
        """One row of numbers for each word of each sentence."""
        rows = self._first_of(np.concatenate([doc.to_array(self._columns) for doc in docs]))
        gap = np.zeros((BESIDE * len(self._layers), rows.shape[1]), np.float32)
        parts: list[Floats] = [gap]
        starts: list[int] = []
        start = 0
        for doc in docs:  # so far apart, no sentence sees another
            starts.append(start + len(gap) * (len(starts) + 1))
            parts += [rows[start : start + len(doc)], gap]
            start += len(doc)
        found = np.concatenate(parts)
        for layer in self._layers:
            found = layer.added_to(found)
        return [found[at : at + len(doc)] for at, doc in zip(starts, docs, strict=True)]

    def _first_of(self, features: NDArray[np.uint64]) -> Floats:
        """What the first layers give for words of these features, one row each; kept for the next time."""
        if len(self._first) > REMEMBERED:
            self._first = {}
        known = self._first
        size = features.shape[1] * features.itemsize
        whole = np.ascontiguousarray(features).tobytes()
        keys = [whole[at : at + size] for at in range(0, len(whole), size)]
        new = list({key for key in keys if key not in known})
        if new:
            asked = np.frombuffer(b"".join(new), np.uint64).reshape(len(new), -1)
            given = self._mixed.predict(self._tables.predict(asked))
            known.update(zip(new, (row.tobytes() for row in given), strict=True))
        found = np.frombuffer(b"".join([known[key] for key in keys]), np.float32)
        return found.reshape(len(keys), len(self._layers[0].shift))
