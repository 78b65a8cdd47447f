"""Who has left a side does not take or hold places for it."""

from __future__ import annotations

import pytest
from readings import read

ARMY = "Afghan government"
LEFT = [
    "Defecting soldiers took control of Kunduz.",
    "Renegade soldiers control Kunduz.",
    "Mutinous soldiers seized Kunduz.",
    "Deserters from the Afghan army captured Kunduz.",
    "Afghan soldiers who had mutinied captured Kunduz.",
]
STAYED = [
    "Afghan soldiers captured Kunduz.",
    "Afghan soldiers who had fought all night captured Kunduz.",
    "Brave soldiers took control of Kunduz.",
    "An army unit seized Kunduz.",
]


@pytest.mark.parametrize("text", LEFT)
def test_who_left_the_army_is_not_the_army(text: str) -> None:
    assert ARMY not in {one.actor for one in read(text)}


@pytest.mark.parametrize("text", STAYED)
def test_who_is_of_the_army_is(text: str) -> None:
    assert {one.actor for one in read(text)} == {ARMY}


@pytest.mark.parametrize("who", ["A Taliban breakaway group", "A Taliban splinter faction"])
def test_a_group_that_split_off_is_not_who_it_left(who: str) -> None:
    assert [one.actor for one in read(f"{who} controls Kunduz.")] == []
    assert [one.actor for one in read("A Taliban unit controls Kunduz.")] == ["Taliban"]
