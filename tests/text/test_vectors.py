"""The vectors of words: what the model's own library works out, and nothing else."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import numpy as np
import pytest

from whoholds.errors import DataError
from whoholds.text.parse import load_parser, load_vectors
from whoholds.text.vectors import WordVectors

SENTENCES = ("The army left Kidal.", "Rebels took Kidal on Monday, the mayor said.", "It fell.", "", "x")


@pytest.mark.parametrize("texts", [SENTENCES, SENTENCES[:1], SENTENCES[::-1], ("",)])
def test_they_are_those_of_the_model(texts: tuple[str, ...]) -> None:
    docs = [load_parser().make_doc(text) for text in texts]
    part: Any = load_parser().get_pipe("tok2vec")
    for found, wanted, doc in zip(load_vectors().of(docs), part.predict(docs), docs, strict=True):
        assert found.shape == wanted.shape == (len(doc), 96)
        np.testing.assert_allclose(found, wanted, atol=1e-5)


def test_they_stay_the_same_when_words_are_forgotten(monkeypatch: pytest.MonkeyPatch) -> None:
    part: Any = load_parser().get_pipe("tok2vec")
    docs = [load_parser().make_doc(text) for text in SENTENCES[:2]]
    vectors = WordVectors(part.model)
    before = vectors.of(docs)
    monkeypatch.setattr("whoholds.text.vectors.REMEMBERED", 2)
    for found, wanted in zip(vectors.of(docs), before, strict=True):
        np.testing.assert_allclose(found, wanted, atol=1e-5)


def test_another_model_is_told() -> None:
    other = SimpleNamespace(layers=[SimpleNamespace(layers=[]), SimpleNamespace(layers=[])])
    with pytest.raises(DataError, match="reinstall whoholds"):
        WordVectors(other)
