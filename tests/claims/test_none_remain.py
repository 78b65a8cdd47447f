"""Of whom nobody remains at a place, he has left it; how much of a place is meant."""

from __future__ import annotations

import pytest
from readings import in_report, plain, read

NONE = [
    "No soldiers remain in Bukavu.",
    "No troops were left in Bukavu on Sunday.",
    "No government forces remained in Bukavu, residents said.",
    "None of the army's troops remain in Bukavu.",
    "Army troops no longer remain in Bukavu.",
    "There are no longer any Congolese soldiers in Bukavu.",
    "There were no longer any soldiers in Bukavu, M23 said.",
    "No Congolese soldier stayed in Bukavu.",
    "The last of the army's forces pulled out of Bukavu.",
    "The last soldiers left Bukavu.",
    "The remnants of the army left Bukavu.",
]
SOME = [
    "Soldiers remain in Bukavu.",
    "Hardly any soldiers remain in Bukavu.",
    "Few soldiers remain in Bukavu.",
    "No civilians remain in Bukavu.",
    "No soldiers remain loyal to the president in Bukavu.",
    "No soldiers were left alive in Bukavu.",
    "No troops were left behind in Bukavu.",
    "If no soldiers remain in Bukavu, people will flee.",
    "The army denied that no soldiers remain in Bukavu.",
    "No soldiers remain in the barracks.",
    "Army officers stayed at a hotel in Bukavu.",
    "No soldiers may remain in Bukavu.",
]


def left(text: str) -> list[tuple[str, str | None, str]]:
    found = [one for one in read(in_report(text)) if one.claim.type.value == "withdrawal"]
    return [(plain(one.place_name), one.actor, one.claim.factuality.value) for one in found]


@pytest.mark.parametrize("text", NONE)
def test_of_whom_none_remain_he_has_left(text: str) -> None:
    assert left(text) == [("Bukavu", "Congolese government", "certain")]


@pytest.mark.parametrize("text", SOME)
def test_some_remain_or_nobody_knows(text: str) -> None:
    assert left(text) == []


@pytest.mark.parametrize(
    ("text", "precision"),
    [
        ("The army controls much of Bukavu.", "part"),
        ("Much of Bukavu is under M23 control.", "part"),
        ("M23 holds about half of Bukavu.", "part"),
        ("M23 captured around a third of Bukavu.", "part"),
        ("M23 captured most of Bukavu.", "exact"),
        ("M23 controls the whole of Bukavu.", "exact"),
    ],
)
def test_how_much_is_meant(text: str, precision: str) -> None:
    (claim,) = read(in_report(text))
    assert claim.precision.value == precision
