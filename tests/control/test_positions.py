from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from factories import GOVERNMENT, KUNDUZ_PROVINCE, TALIBAN, make_resolved

from whoholds.control.positions import (
    ATTACKS,
    CONTESTED,
    HOLDS,
    NOT,
    NOT_CONTESTED,
    OTHER,
    Position,
    is_change,
    position_of,
    said_words,
)
from whoholds.model import Factuality, Precision

SAID: list[tuple[str, dict[str, Any], Position | None]] = [
    ("capture", {}, Position(HOLDS, TALIBAN)),
    ("handover", {}, Position(HOLDS, TALIBAN)),
    ("hold", {"actor": GOVERNMENT}, Position(HOLDS, GOVERNMENT)),
    ("repel", {"actor": GOVERNMENT}, Position(HOLDS, GOVERNMENT)),
    ("withdrawal", {"actor": GOVERNMENT}, Position(NOT, GOVERNMENT)),
    ("clash", {}, Position(CONTESTED)),
    ("entry", {}, Position(CONTESTED, TALIBAN)),
    ("airstrike", {"actor": GOVERNMENT}, Position(ATTACKS, GOVERNMENT)),
    ("siege", {}, None),
    ("explosion", {}, None),
    ("capture", {"actor": None}, Position(HOLDS, OTHER)),
    ("capture", {"actor": None, "factuality": Factuality.DENIED}, None),
    ("capture", {"actor": "gunmen"}, Position(HOLDS, OTHER)),
    ("capture", {"actor": "Gunmen"}, Position(HOLDS, OTHER)),
    ("capture", {"actor": "the militants"}, Position(HOLDS, OTHER)),
    ("capture", {"actor": "A group of armed men"}, Position(HOLDS, OTHER)),
    ("hold", {"actor": "Rebels"}, Position(HOLDS, OTHER)),
    ("capture", {"actor": "gunmen", "factuality": Factuality.DENIED}, Position(NOT, OTHER)),
    ("capture", {"actor": "gunmen", "recipient": GOVERNMENT}, Position(NOT, GOVERNMENT)),
    ("withdrawal", {"actor": "gunmen"}, Position(NOT, OTHER)),
    ("capture", {"actor": "the Popular Front"}, Position(HOLDS, "Popular Front")),
    ("capture", {"actor": "Popular Front"}, Position(HOLDS, "Popular Front")),
    ("capture", {"actor": "warlord Karim's men"}, Position(HOLDS, "warlord Karim's men")),
    ("capture", {"actor": None, "recipient": GOVERNMENT}, Position(NOT, GOVERNMENT)),
    ("capture", {"factuality": Factuality.DENIED}, Position(NOT, TALIBAN)),
    ("withdrawal", {"actor": GOVERNMENT, "factuality": Factuality.DENIED}, Position(HOLDS, GOVERNMENT)),
    ("entry", {"factuality": Factuality.DENIED}, Position(NOT_CONTESTED, TALIBAN)),
    ("capture", {"factuality": Factuality.FUTURE}, None),
    ("hold", {"precision": Precision.PART}, None),
    ("capture", {"precision": Precision.PART}, Position(CONTESTED, TALIBAN)),
    ("capture", {"precision": Precision.NEAR}, None),
    ("repel", {"actor": GOVERNMENT, "precision": Precision.NEAR}, Position(HOLDS, GOVERNMENT)),
    ("clash", {"precision": Precision.NEAR}, Position(CONTESTED)),
    ("capture", {"precision": Precision.PROVINCE}, None),
    ("capture", {"precision": Precision.PROVINCE, "place": KUNDUZ_PROVINCE}, Position(HOLDS, TALIBAN)),
    ("capture", {"start": date(2015, 1, 1), "end": date(2015, 12, 31)}, None),
    ("capture", {"start": date(2021, 6, 1), "end": date(2021, 8, 9)}, Position(HOLDS, TALIBAN)),
    ("hold", {"start": date(2015, 1, 1), "end": date(2015, 12, 31)}, None),
    ("hold", {"start": date(2011, 8, 9), "end": date(2021, 8, 9)}, Position(HOLDS, TALIBAN)),
    ("hold", {"actor": "Contested"}, Position(HOLDS, CONTESTED)),
    ("hold", {"actor": "contested", "factuality": Factuality.DENIED}, Position(NOT_CONTESTED)),
    ("hold", {"actor": "contested", "precision": Precision.PART}, None),
    ("clash", {"ongoing": True, "quote": "Kunduz: contested"}, Position(HOLDS, CONTESTED)),
    ("clash", {"ongoing": True, "quote": "Kunduz is divided."}, Position(HOLDS, CONTESTED)),
    ("clash", {"quote": "Kunduz: contested"}, Position(CONTESTED)),
    ("clash", {"ongoing": True, "quote": "Fighting went on in Kunduz."}, Position(CONTESTED)),
    (
        "clash",
        {"ongoing": True, "quote": "Kunduz: contested", "precision": Precision.NEAR},
        Position(CONTESTED),
    ),
    (
        "clash",
        {"ongoing": True, "quote": "They fought over the contested vote all day, and it goes on, he said."},
        Position(CONTESTED),
    ),
    ("capture", {"place": None, "place_name": "Imam Sahib"}, None),
]


@pytest.mark.parametrize(("kind", "given", "position"), SAID)
def test_what_a_claim_says_of_its_place(kind: str, given: dict[str, Any], position: Position | None) -> None:
    assert position_of(make_resolved(kind, **given)) == position


IN_WORDS: list[tuple[str, dict[str, Any], str]] = [
    ("clash", {}, "there is fighting inside it"),
    ("clash", {"precision": Precision.NEAR}, "there is fighting near it"),
    ("clash", {"factuality": Factuality.DENIED}, "there is no fighting inside it"),
    ("entry", {}, "Taliban is inside it, not said to hold it"),
    ("entry", {"precision": Precision.NEAR}, "Taliban is near it, not said to be inside"),
    ("entry", {"factuality": Factuality.DENIED}, "Taliban is not inside it"),
    ("entry", {"actor": "gunmen"}, "somebody who is not named is inside it, not said to hold it"),
    ("handover", {"precision": Precision.PART}, "Taliban is inside it, not said to hold it"),
    ("hold", {"actor": "contested", "factuality": Factuality.DENIED}, "there is no fighting inside it"),
    ("capture", {}, "Taliban holds it"),
]


@pytest.mark.parametrize(("kind", "given", "words"), IN_WORDS)
def test_who_is_inside_or_near_is_not_said_to_fight_there(
    kind: str, given: dict[str, Any], words: str
) -> None:
    claim = make_resolved(kind, **given)
    position = position_of(claim)
    assert position is not None
    assert said_words(claim, position) == words


@pytest.mark.parametrize(
    ("one", "other", "excluded"),
    [
        (Position(HOLDS, "A"), Position(HOLDS, "B"), True),
        (Position(HOLDS, "A"), Position(HOLDS, "A"), False),
        (Position(HOLDS, "A"), Position(NOT, "A"), True),
        (Position(HOLDS, "A"), Position(NOT, "B"), False),
        (Position(CONTESTED), Position(NOT_CONTESTED), True),
        (Position(CONTESTED), Position(HOLDS, "A"), False),
        (Position(HOLDS, CONTESTED), Position(HOLDS, "A"), True),
        (Position(HOLDS, CONTESTED), Position(CONTESTED), False),
        (Position(HOLDS, CONTESTED), Position(NOT_CONTESTED), True),
        (Position(HOLDS, CONTESTED), Position(NOT, "A"), False),
    ],
)
def test_which_positions_exclude_each_other(one: Position, other: Position, excluded: bool) -> None:
    assert one.excludes(other) is excluded
    assert other.excludes(one) is excluded


def test_a_taken_quarter_is_no_change_of_the_town() -> None:
    assert is_change(make_resolved("capture"))
    assert not is_change(make_resolved("capture", precision=Precision.PART))
    assert not is_change(make_resolved("hold"))
