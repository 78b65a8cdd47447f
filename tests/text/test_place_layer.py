"""A place layer: what it is asked, what it says, and folders that are none."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from layers import layer_saying, layer_that

from whoholds.errors import InputError
from whoholds.model import Span
from whoholds.text.place_layer import (
    CARD,
    FORMAT,
    MODEL,
    TOKENIZER,
    Choice,
    Numbers,
    Shares,
    load_place_layer,
    sha256_of,
)

TEXT = "Gunmen fired in Gao and in Kidal."


def choice(text: str, trigger: str, *names: str) -> Choice:
    def at(words: str) -> Span:
        return Span(text.index(words), text.index(words) + len(words))

    return Choice(text, at(trigger), tuple(map(at, names)))


def test_the_model_sees_the_pieces_the_marked_word_and_the_share_of_each_piece_in_each_mean() -> None:
    seen: list[tuple[Numbers, Numbers, Shares]] = []

    def run(pieces: Numbers, marks: Numbers, shares: Shares) -> Shares:
        seen.append((pieces, marks, shares))
        return np.zeros((len(pieces), shares.shape[1] - 2), dtype=np.float32)

    layer_that(run).odds(choice(TEXT, "fired", "Gao", "in Kidal"))
    ((pieces, marks, shares),) = seen
    assert pieces.tolist() == [[1, 6, 5, 2, 3, 3, 2, 5]]
    assert marks.tolist() == [[0, 0, 1, 0, 0, 0, 0, 0]]
    assert shares[0, 0].tolist() == [1 / 8] * 8
    assert [row.nonzero()[0].tolist() for row in shares[0, 1:]] == [[2], [4], [6, 7]]
    assert shares.sum(axis=2).tolist() == [[1.0] * 4]


def test_each_name_has_its_odds_in_the_order_asked() -> None:
    layer = layer_saying({3: 1.0, 5: 2.0})
    assert layer.odds(choice(TEXT, "fired", "Kidal", "Gao")) == [2.0, 1.0]
    assert layer.odds(choice("They met in Rome.", "met", "Rome")) == [-5.0]
    assert layer.odds(choice("They fled.", "fled")) == []


def test_nothing_is_said_of_words_beyond_what_the_model_sees() -> None:
    long = "They fired in Gao, and later, when the sun was down, in Kidal and Oran."
    layer = layer_saying({3: 1.0})
    assert layer.odds(choice(long, "fired", "Gao", "Oran")) == [1.0, None]
    assert layer.odds(choice(long, "Oran", "Gao")) == [None]


def folder_of_a_layer(folder: Path, **changed: Any) -> Path:
    (folder / MODEL).write_bytes(b"weights")
    (folder / TOKENIZER).write_bytes(b"pieces")
    card = {"format": FORMAT, "sha256": {name: sha256_of(folder / name) for name in (MODEL, TOKENIZER)}}
    (folder / CARD).write_text(json.dumps(card | changed), encoding="utf-8")
    return folder


@pytest.mark.parametrize("file", [CARD, MODEL, TOKENIZER])
def test_a_folder_without_one_of_its_files_is_told_in_one_sentence(tmp_path: Path, file: str) -> None:
    (folder_of_a_layer(tmp_path) / file).unlink()
    with pytest.raises(InputError) as raised:
        load_place_layer(tmp_path)
    assert str(raised.value) == f"{tmp_path} is not the folder of a place layer: there is no {file} in it."


def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="not the folder of a place layer"):
        load_place_layer(tmp_path / "nowhere")


@pytest.mark.parametrize("text", ["", "{", "[]", "{}", '{"format": 1}', '{"format": 99, "sha256": {}}'])
def test_a_card_that_is_none(tmp_path: Path, text: str) -> None:
    (folder_of_a_layer(tmp_path) / CARD).write_text(text, encoding="utf-8")
    with pytest.raises(InputError, match="not the card of a place layer that this version reads"):
        load_place_layer(tmp_path)


@pytest.mark.parametrize("file", [MODEL, TOKENIZER])
def test_a_file_that_is_not_the_one_of_the_card(tmp_path: Path, file: str) -> None:
    (folder_of_a_layer(tmp_path) / file).write_bytes(b"other")
    with pytest.raises(InputError, match=f"{file} in .* is not the file that card.json tells of"):
        load_place_layer(tmp_path)


@pytest.mark.parametrize("package", ["onnxruntime", "tokenizers"])
def test_without_its_packages_it_is_said_what_to_install(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, package: str
) -> None:
    monkeypatch.setitem(sys.modules, package, None)
    with pytest.raises(InputError) as raised:
        load_place_layer(folder_of_a_layer(tmp_path))
    assert str(raised.value) == (
        "A place layer needs onnxruntime and tokenizers, which are not installed. "
        "Install them: pip install 'whoholds[learned]'."
    )
