"""That it is not known who holds a place is a hold by nobody, possible and unverified."""

from __future__ import annotations

import pytest
from readings import in_report, plain, read

from whoholds.control.positions import leaves_open

OPEN = [
    "It is unclear who controls Bukavu.",
    "It was not immediately clear who was in control of Bukavu.",
    "It was unclear on Monday which force held Bukavu, the capital of South Kivu.",
    "Control of Bukavu could not be confirmed.",
    "Control of the city of Bukavu was in dispute on Monday.",
    "Who controls Bukavu could not be verified.",
    "There are conflicting reports over who holds Bukavu.",
    "Contradictory accounts emerged about who rules Bukavu.",
    "Accounts differed as to who held Bukavu.",
    "Nobody knows who holds Bukavu.",
    "Who controls Bukavu today is anything but clear.",
    "It was impossible to say who controlled Bukavu.",
    "There was confusion over who controlled Bukavu.",
    "Both sides claim to control Bukavu.",
    "The UN said it could not confirm who held Bukavu.",
]
NOT_OPEN = [
    "It is clear who controls Bukavu.",
    "There is no doubt who controls Bukavu.",
    "It is not disputed who controls Bukavu.",
    "Residents know who controls Bukavu.",
    "Whoever controls Bukavu controls the roads.",
    "The talks will decide who controls Bukavu.",
    "It is unclear who will control Bukavu after the war.",
    "It was unclear who attacked the army, which controls Bukavu.",
    "It is unclear whether M23 controls Bukavu.",
    "Control of Bukavu is crucial to the army.",
    "Both sides want to control Bukavu.",
    "It is unclear how long the army can hold Bukavu.",
    "It is unclear who holds part of Bukavu.",
]


def opened(text: str) -> list[str]:
    return [plain(one.place_name) for one in read(in_report(text)) if leaves_open(one)]


@pytest.mark.parametrize("text", OPEN)
def test_who_holds_it_is_left_open(text: str) -> None:
    assert opened(text) == ["Bukavu"]


@pytest.mark.parametrize("text", NOT_OPEN)
def test_who_holds_it_is_not_left_open(text: str) -> None:
    assert opened(text) == []


def test_a_past_year_leaves_nothing_open_now() -> None:
    assert opened("It is unclear who controlled Bukavu in 2012.") == []


@pytest.mark.parametrize(
    "text",
    [
        "Bukavu is contested.",
        "The town of Bukavu was still contested on Sunday.",
        "Bukavu remains contested between M23 and the army.",
        "Control of Bukavu remains contested.",
    ],
)
def test_what_is_contested_is_held_by_nobody_alone(text: str) -> None:
    (claim,) = read(in_report(text))
    assert (claim.claim.type.value, claim.actor) == ("hold", "contested")


@pytest.mark.parametrize(
    "text",
    [
        "Bukavu is no longer contested.",
        "Bukavu may be contested soon.",
        "The results in Bukavu were contested.",
        "The seat of Bukavu was contested by five candidates.",
        "M23 contested the vote in Bukavu.",
        "The contested town of Bukavu has a harbour.",
    ],
)
def test_what_is_not_told_to_be_contested(text: str) -> None:
    assert read(in_report(text)) == ()
