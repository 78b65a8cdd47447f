"""Sentences coded with the place of an event: how their file is read and what is counted in them."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import pytest

sys.path.insert(0, str(Path(__file__).parents[1] / "scripts"))

import eval_place_layer
import place_sentences as sentences
from eval_measured import Measured
from layers import layer_saying
from learned_measures import total

from whoholds.model import Span
from whoholds.text.place_layer import PlaceLayer, sha256_of

TOWNS = ("Gao", "Kidal", "Mopti", "Segou", "Kita", "Niono", "Djenne", "Kayes")


def coded(town: str, **changed: Any) -> dict[str, Any]:
    text = f"Gunmen killed two men in {town}."
    start = text.index(town)
    row = {
        "text": text,
        "verb": [[7, 13, "killed"]],
        "location": [[start, start + len(town), town]],
    }
    return row | changed


def written(folder: Path, *rows: dict[str, Any]) -> Path:
    file = folder / "sentences.jsonl"
    file.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return file


def test_a_sentence_is_read_with_its_spans(tmp_path: Path) -> None:
    rows = [coded("Gao", document="report 1"), coded("Kidal", id="APW_ENG_20031101.0130_5"), coded("Kita")]
    found = sentences.read_sentences(written(tmp_path, *rows))
    assert (found[0].verb, found[0].places) == (Span(7, 13), (Span(25, 28),))
    assert [one.document for one in found] == ["report 1", "APW_ENG_20031101.0130", "line 3"]


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ({"text": "Gao fell."}, "line 2: 'verb' is missing"),
        (coded("Gao", verb=[]), "line 2: no word of an event is coded"),
        (coded("Gao", verb=[[0, 5, "killed"]]), "line 2: 'killed' in `verb` does not stand at 0 to 5"),
        (
            coded("Gao", location=[[25, 28, "Oran"]]),
            "line 2: 'Oran' in `location` does not stand at 25 to 28",
        ),
        (coded("Gao", location=[[25]]), "line 2: "),
    ],
)
def test_a_line_that_is_not_as_it_must_be_is_told(tmp_path: Path, row: dict[str, Any], said: str) -> None:
    with pytest.raises(SystemExit, match=said):
        sentences.read_sentences(written(tmp_path, coded("Kita"), row))


def test_every_sentence_is_in_one_half(tmp_path: Path) -> None:
    found = sentences.read_sentences(written(tmp_path, *map(coded, TOWNS)))
    halves = [sentences.in_half(found, half) for half in (sentences.TUNE, sentences.KEPT)]
    assert all(halves)
    assert sorted(map(found.index, [*halves[0], *halves[1]])) == list(range(len(found)))
    assert sentences.in_half(found, sentences.ALL) == found
    assert [sentences.other_than(half) for half in (sentences.TUNE, sentences.KEPT, sentences.ALL)] == [
        sentences.KEPT,
        sentences.TUNE,
        None,
    ]


def test_places_are_counted_by_document(tmp_path: Path) -> None:
    rows = [coded("Gao", document="one"), coded("Kita", document="one", location=[]), coded("Kidal")]
    found = sentences.read_sentences(written(tmp_path, *rows))
    counts = sentences.counted(found, [[Span(25, 28)], [], [Span(0, 6), Span(26, 27)]])
    assert counts == {"one": [1, 1, 1, 1, 1], "line 3": [1, 2, 1, 0, 0]}
    assert {name: figure(total(counts)) for name, figure in sentences.FIGURES.items()} == {
        "place F1": 4 / 5,
        "place precision": 2 / 3,
        "place recall": 1.0,
        "none, where there is none": 1.0,
    }


def measured(file: Path, layer: PlaceLayer, monkeypatch: pytest.MonkeyPatch) -> list[Measured]:
    """What is measured with a layer, without what the rules alone get."""
    monkeypatch.setenv(eval_place_layer.NAMED_BY, "a folder")
    monkeypatch.setattr(eval_place_layer, "_layer", lambda named: layer)
    return [one for one in eval_place_layer.event_place(file) if not one.pinned]


def learned_from(file: Path, half: str) -> PlaceLayer:
    """A layer that says no name is a place."""
    layer = layer_saying({})
    return PlaceLayer(
        layer.name, {"data": {"sha256": sha256_of(file)}, "half": half}, layer.pieces_of, layer.run
    )


def in_doubt(town: str) -> dict[str, Any]:
    """A sentence of which the rules are in doubt, so that a layer is asked."""
    text = f"Gunmen killed two men beside a road to {town}."
    return coded(town, text=text, location=[[text.index(town), text.index(town) + len(town), town]])


def test_a_layer_is_measured_on_the_half_that_it_did_not_learn_from(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = written(tmp_path, *(in_doubt(town) for town in TOWNS))
    rows = measured(file, learned_from(file, sentences.TUNE), monkeypatch)
    assert [(one.name, one.value, one.to_beat) for one in rows][:1] == [
        ("with the layer, half not learned from: place F1", 0.0, 1.0)
    ]


def test_a_layer_that_learned_from_others_is_measured_on_all(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = written(tmp_path, *map(coded, TOWNS))
    other = learned_from(Path(__file__), sentences.ALL)
    assert measured(file, other, monkeypatch)[0].name == "with the layer, all: place F1"


def test_a_layer_that_learned_from_all_is_not_measured_and_it_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = written(tmp_path, *map(coded, TOWNS))
    assert measured(file, learned_from(file, sentences.ALL), monkeypatch) == []
    assert "learned from all of these sentences" in (eval_place_layer.why_not(file) or "")


def test_it_is_said_that_no_layer_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(eval_place_layer.NAMED_BY, raising=False)
    why = eval_place_layer.why_not(written(tmp_path, coded("Gao")))
    assert why == "not measured with a place layer, WHOHOLDS_PLACE_LAYER names no folder"
