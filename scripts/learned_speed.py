"""What a learned layer would cost: megabytes, sentences a second, and reports a second beside the rules.

Weights do not matter here, so nothing is learned first: the encoder as it came, as ONNX with whole numbers.
"""

from __future__ import annotations

import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import numpy as np
import onnxruntime
import torch
from learned_encoder import Classifier, pieces_of, pretrained
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn

from whoholds.database import read_claims
from whoholds.evaluate import read_gold
from whoholds.text.sentences import find_sentences
from whoholds.text.triggers import has_trigger

TOGETHER = 16


class _States(nn.Module):  # type: ignore[misc]
    """The encoder without the classifier: word pieces → states."""

    def __init__(self, model: Classifier) -> None:
        super().__init__()
        self.model = model

    def forward(self, pieces: Tensor) -> Tensor:
        """The states of the last layer, of padded pieces (texts, length)."""
        return self.model.states(pieces, torch.zeros_like(pieces))


def compare(seed: int, shared: Path) -> None:
    """Print size and speed, on the reports that are coded."""
    gold = read_gold(shared / "gold" / "dev.jsonl")
    told = [list(_triggered(report.text)) for report in gold]
    texts = [text for of in told for text in of]
    torch.set_num_threads(1)
    torch.manual_seed(seed)
    model = pretrained(2).eval()
    with tempfile.TemporaryDirectory() as folder:
        file = _export(model, Path(folder))
        session = _session(file)
        print(f"int8 ONNX: {file.stat().st_size / 1e6:.1f} MB; {_likeness(model, session, texts):.3f} cosine")
        read_claims(gold[0].text)
        rules = _seconds(lambda: [read_claims(report.text) for report in gold])
        learned = _seconds(lambda: [_run(session, texts[n : n + TOGETHER]) for n in _starts(texts)])
    print(f"{len(gold)} reports, {len(texts)} sentences with a trigger; seconds of one core:")
    print(f"rules {rules:.2f} ({len(gold) / rules:.1f} reports/s), model {learned:.2f} ", end="")
    print(f"({len(texts) / learned:.0f} sentences/s), both {len(gold) / (rules + learned):.1f} reports/s")


def _triggered(text: str) -> Iterator[str]:
    yield from (found for span in find_sentences(text) if has_trigger(found := span.of(text)))


def _starts(texts: Sequence[str]) -> range:
    return range(0, len(texts), TOGETHER)


def _export(model: Classifier, folder: Path) -> Path:
    whole, small = folder / "whole.onnx", folder / "small.onnx"
    torch.onnx.export(
        _States(model),
        (torch.ones(2, 16, dtype=torch.long),),
        str(whole),
        input_names=["pieces"],
        output_names=["states"],
        dynamic_axes={"pieces": {0: "texts", 1: "length"}},
        dynamo=False,
    )
    quantize_dynamic(whole, small, weight_type=QuantType.QInt8, per_channel=True)
    return small


def _session(file: Path) -> onnxruntime.InferenceSession:
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    return onnxruntime.InferenceSession(str(file), options, providers=["CPUExecutionProvider"])


def _run(session: onnxruntime.InferenceSession, texts: Sequence[str]) -> np.ndarray:
    found: np.ndarray = session.run(None, {"pieces": _padded(texts)})[0]
    return found


def _padded(texts: Sequence[str]) -> np.ndarray:
    found = [pieces_of(text) for text in texts]
    pieces = np.zeros((len(found), max(map(len, found))), dtype=np.int64)
    for row, one in enumerate(found):
        pieces[row, : len(one)] = one
    return pieces


def _likeness(model: Classifier, session: onnxruntime.InferenceSession, texts: Sequence[str]) -> float:
    """The mean cosine of whole-text vectors, with and without rounding."""
    cosines = []
    for text in texts[:64]:
        pieces = torch.from_numpy(_padded([text]))
        with torch.inference_mode():
            one = model.states(pieces, torch.zeros_like(pieces))[0].mean(0).numpy()
        other = _run(session, [text])[0].mean(0)
        cosines.append(float(one @ other / np.linalg.norm(one) / np.linalg.norm(other)))
    return float(np.mean(cosines))


def _seconds(work: Callable[[], object]) -> float:
    start = time.process_time()
    work()
    return time.process_time() - start
