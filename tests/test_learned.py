"""The experiment with a learned layer: its counts, its folds; it never learns from what it measures."""

from __future__ import annotations

import math
import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[1] / "scripts"))

import learned_measures as measures

DOCUMENTS = [f"report {n}" for n in range(23)]


def test_folds_hold_every_document_once() -> None:
    parts = measures.folds(DOCUMENTS * 2, seed=1)
    assert sorted(name for part in parts for name in part) == sorted(DOCUMENTS)
    assert len(parts) == measures.FOLDS


def test_folds_follow_from_the_seed() -> None:
    assert measures.folds(DOCUMENTS, seed=1) == measures.folds(DOCUMENTS[::-1], seed=1)
    assert measures.folds(DOCUMENTS, seed=1) != measures.folds(DOCUMENTS, seed=2)


@pytest.mark.parametrize(
    ("chances", "right", "expected"),
    [
        ([0.9, 0.8, 0.1], [True, True, False], 1.0),
        ([0.1, 0.8, 0.9], [True, False, False], 0.0),
        ([0.5, 0.5], [True, False], 0.5),
        ([0.9, 0.2, 0.5], [True, True, False], 0.5),
    ],
)
def test_auc(chances: list[float], right: list[bool], expected: float) -> None:
    assert measures.auc(chances, right) == expected


def test_auc_of_one_kind_only_is_unknown() -> None:
    assert math.isnan(measures.auc([0.5, 0.6], [True, True]))


@pytest.mark.parametrize(("counts", "expected"), [((8, 10, 16), 8 / 13), ((0, 0, 0), 0.0), ((5, 5, 5), 1.0)])
def test_f1(counts: tuple[float, ...], expected: float) -> None:
    assert measures.f1(counts) == pytest.approx(expected)


def test_a_row_tells_the_gain_and_how_sure_it_is(capsys: pytest.CaptureFixture[str]) -> None:
    than = dict.fromkeys(DOCUMENTS, (1.0, 2.0))
    ours = dict.fromkeys(DOCUMENTS, (2.0, 2.0))
    measures.print_row("ours", ours, than, {"right": measures.share})
    assert capsys.readouterr().out == "| ours | 1.000 (+0.500, +0.500 to +0.500) |\n"


def test_a_gain_in_some_documents_only_is_less_sure(capsys: pytest.CaptureFixture[str]) -> None:
    than = dict.fromkeys(DOCUMENTS, (1.0, 2.0))
    ours = than | {DOCUMENTS[0]: (2.0, 2.0)}
    measures.print_row("ours", ours, than, {"right": measures.share})
    gain, low, _, high = capsys.readouterr().out.split("(")[1].rstrip(" |)\n").replace(",", "").split()
    assert float(low) == 0.0 < float(gain) < float(high)


def test_nothing_of_the_measured_half_is_learned_from() -> None:
    pytest.importorskip("torch", reason="packages not there: pip install --group learned")
    from eval_factuality import events
    from learned_factuality import halves_of, learned_from

    told = list(events())
    tune, kept = halves_of(told)
    learned = {one.text for one in learned_from(tune, kept)}
    assert learned.isdisjoint({one.text for one in kept})
    assert {one.text for one in tune} <= learned
