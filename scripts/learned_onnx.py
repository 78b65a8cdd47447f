"""A fine-tuned classifier as the file that `whoholds.text.place_layer` reads: ONNX, in eight bits."""

from __future__ import annotations

import tempfile
from pathlib import Path

import torch
from learned_encoder import Classifier
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn


class _Odds(nn.Module):  # type: ignore[misc]
    """The classifier with the means of words as products of matrices: what the file computes."""

    def __init__(self, model: Classifier) -> None:
        super().__init__()
        self.model = model

    def forward(self, pieces: Tensor, marks: Tensor, weights: Tensor) -> Tensor:
        """The logarithm of the odds of each pair (texts, pairs).

        `pieces` and `marks` are (texts, length), without padding; `weights` (texts, 2 + pairs, length) tell
        how much of each piece is in the mean of the text, of the trigger and of the others of each pair.
        """
        means = weights @ self.model.states(pieces, marks, padded=False)
        others = means[:, 2:]
        whole, trigger = (means[:, n : n + 1].expand_as(others) for n in range(2))
        scores = self.model.head(torch.cat((whole, trigger, others, trigger * others), dim=-1))
        return scores[..., 1] - scores[..., 0]


def write_model(model: Classifier, file: Path, *, rounded: bool = True) -> None:
    """Write a classifier of two classes; its weights as whole numbers of eight bits, if `rounded`."""
    with tempfile.TemporaryDirectory() as folder:
        whole = Path(folder) / "whole.onnx" if rounded else file
        torch.onnx.export(
            _Odds(model.eval()),
            (
                torch.ones(2, 16, dtype=torch.long),
                torch.zeros(2, 16, dtype=torch.long),
                torch.full((2, 5, 16), 1 / 16),
            ),
            str(whole),
            input_names=["pieces", "marks", "weights"],
            output_names=["odds"],
            dynamic_axes={
                "pieces": {0: "texts", 1: "length"},
                "marks": {0: "texts", 1: "length"},
                "weights": {0: "texts", 1: "rows", 2: "length"},
            },
            dynamo=False,
        )
        if rounded:
            quantize_dynamic(whole, file, weight_type=QuantType.QInt8, per_channel=True)
