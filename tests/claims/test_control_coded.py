"""Claims of control on a coded set of many wars in two halves: how many are found, how many are right."""

from __future__ import annotations

import json
from collections import Counter
from functools import cache

import pytest
from evals import PROJECT, figures

from whoholds.evaluate.scores import CONTROL
from whoholds.model import Factuality
from whoholds.ontology import parties

FILE = PROJECT / "tests" / "claims" / "control_coded.jsonl"
ROWS = [json.loads(line) for line in FILE.read_text(encoding="utf-8").splitlines()]
LEAST = {
    "tune: precision": 0.92,
    "tune: recall": 0.92,
    "kept: precision": 0.90,
    "kept: recall": 0.75,
}


@cache
def measured() -> dict[str, float]:
    return {name: one["value"] for name, one in figures("control")["control"].items()}


@pytest.mark.parametrize("figure", LEAST)
def test_no_figure_falls_below_its_floor(figure: str) -> None:
    assert measured()[figure] >= LEAST[figure]


def test_every_type_of_control_is_coded_and_so_are_near_misses() -> None:
    types = Counter(kind for row in ROWS for claim in row["claims"] for kind in claim["type"].split("/"))
    assert set(types) >= {str(kind) for kind in CONTROL}
    assert sum(not row["claims"] for row in ROWS) >= 15


def test_no_text_is_coded_twice() -> None:
    texts = Counter(row["text"] for row in ROWS)
    assert [text for text, count in texts.items() if count > 1] == []


def test_every_claim_is_coded_in_the_words_of_the_codebook() -> None:
    values = {one.value for one in Factuality}
    for row in ROWS:
        for claim in row["claims"]:
            assert set(claim) <= {"type", "place", "actor", "factuality", "optional"}
            assert claim.get("factuality", "certain") in values
            assert claim["place"]


def test_every_actor_that_is_a_known_party_is_coded_by_its_plain_name() -> None:
    coded = {claim["actor"] for row in ROWS for claim in row["claims"] if "actor" in claim}
    known = {name: party for name in coded if (party := parties().named(name)) is not None}
    assert {name: party.name for name, party in known.items() if party.name != name} == {}
