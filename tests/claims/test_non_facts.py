"""What is only thought of, pretended, rumoured or foretold, and near-misses that are told as facts."""

from __future__ import annotations

from datetime import date

import pytest
from readings import read

ON = date(2025, 3, 10)
NOT_CERTAIN = [
    ("The rebels dreamt of capturing Gao.", "future"),
    ("The rebels had thought about seizing Gao.", "future"),
    ("The army spoke of recapturing Gao on Monday.", "future"),
    ("The army talked about the recapture of Gao.", "future"),
    ("The general insisted on recapturing Gao.", "future"),
    ("The conquest of Gao is still a dream of the rebels.", "future"),
    ("The capture of Gao was only a rumour.", "possible"),
    ("Imagine that the rebels captured Gao.", "possible"),
    ("If the reports are true, the rebels have captured Gao.", "probable"),
    ("The fall of Gao is unlikely, the army says.", "future"),
    ("The army says a fall of Gao cannot be ruled out.", "possible"),
    ("The rebels stopped controlling Gao in May.", "denied"),
    ("Only an idiot would claim that the army holds Gao.", "denied"),
]
CERTAIN = [
    "The general spoke of having retaken Gao.",
    "Residents spoke of heavy fighting in Gao.",
    "Residents talked about the shelling of Gao on Monday.",
    "The capture of Gao was a mistake, the rebels said.",
    "The capture of Gao was a sign of their strength.",
    "The capture of Gao was no hoax, the rebels said.",
    "The rebels captured Gao on Monday, a message on Facebook said.",
    "The rebels claim to hold Gao.",
    "The rebels captured Gao only on Monday.",
    "The rebels stopped shelling when they captured Gao.",
]
UNREAL = [
    "The army's recapture of Gao proved to be an illusion.",
    "The rebels pretended to have captured Gao.",
    "The army prematurely announced the recapture of Gao.",
    "The rebels captured Gao only on paper.",
    "The capture of Gao by the rebels was a hoax.",
]


@pytest.mark.parametrize(("text", "value"), NOT_CERTAIN)
def test_what_is_not_told_as_a_fact(text: str, value: str) -> None:
    assert [one.claim.factuality.value for one in read(text, ON)] == [value]


@pytest.mark.parametrize("text", CERTAIN)
def test_what_is_told_as_a_fact(text: str) -> None:
    assert {one.claim.factuality.value for one in read(text, ON)} == {"certain"}


@pytest.mark.parametrize("text", UNREAL)
def test_a_taking_that_was_none_is_no_capture(text: str) -> None:
    assert [one.claim.type.value for one in read(text, ON)] in ([], ["hold"])


def test_where_both_sides_say_that_they_hold_it_nobody_is_said_to() -> None:
    (found,) = read("Both sides claim to control Gao, the army said.", ON)
    assert (found.actor, found.claim.factuality.value, found.claim.unverified) == (None, "possible", True)


def test_where_the_fighting_may_get_to_is_no_new_fighting() -> None:
    text = "Fighting raged in Lashio on Monday. Police said they did not expect the fighting to reach Muse."
    assert [(one.place_name, one.claimer) for one in read(text, ON)] == [("Lashio", None)]


def test_the_fighting_that_is_told_of_again_keeps_its_place() -> None:
    text = "Fighting raged in Lashio on Monday. Police said the fighting killed ten people."
    assert [one.place_name for one in read(text, ON)] == ["Lashio", "Lashio"]
