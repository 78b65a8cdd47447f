"""Some of a town, a town that is not named, and who leaves without arms."""

from __future__ import annotations

import pytest
from readings import read

from whoholds.control.of_before import is_of_before
from whoholds.model import EventType, Factuality, Precision

PIECES = [
    ("Air strikes hit rebel-held areas in divided Aleppo.", "Aleppo", "part"),
    ("A bomb hit a rebel-held district of Syria's Aleppo city.", "Aleppo", "part"),
    ("Jets pounded the rebel-held districts of the Syrian city of Aleppo.", "Aleppo", "part"),
    ("Fighters were driven out of the last rebel-held district of Homs.", "Homs", "part"),
    ("Mortars fell on government-held neighbourhoods of Homs.", "Homs", "part"),
    ("Shells fell on government-held Aleppo.", "Aleppo", "exact"),
    ("Shells fell on the government-held city of Aleppo.", "Aleppo", "exact"),
]


@pytest.mark.parametrize(("text", "place", "precision"), PIECES)
def test_who_holds_some_of_a_town_does_not_hold_the_town(text: str, place: str, precision: str) -> None:
    holds = [claim for claim in read(text) if claim.claim.type is EventType.HOLD]
    assert {(claim.place_name, claim.precision.value) for claim in holds if claim.precision} == {
        (place, precision)
    }


@pytest.mark.parametrize(
    ("text", "precision"),
    [
        ("The Taliban captured a village in Kunduz.", "province"),
        ("The army withdrew from the base of the Sixth Division in El Fasher.", "part"),
        ("The army withdrew from El Fasher.", "exact"),
        ("A video showed JNIM fighters inside the barracks at Djibo.", "part"),
        ("A video showed JNIM fighters inside Djibo.", "exact"),
        ("The Taliban captured the city of Kunduz.", "exact"),
        ("The Taliban captured Kunduz's eastern district.", "part"),
        ("The Taliban captured Zaranj the army's last base in Nimruz province.", "exact"),
        ("Jihadists seized Djibo killing dozens of soldiers.", "exact"),
        ("The Taliban captured Imam Sahib district of Kunduz.", "exact"),
        ("The Taliban captured the village of Khanabad in Kunduz.", "exact"),
    ],
)
def test_a_town_that_is_not_named_is_not_the_one_that_is(text: str, precision: str) -> None:
    (claim,) = read(text)
    assert claim.precision is not None
    assert claim.precision.value == precision


@pytest.mark.parametrize(
    "text",
    [
        "Islamic State controls the province of Deir Ezzor.",
        "Islamic State controls most of the oil-rich province of Deir Ezzor.",
        "Islamic State controls most of Deir Ezzor province.",
    ],
)
def test_the_province_is_meant_by_another_name_of_its_town(text: str) -> None:
    (claim,) = read(text)
    assert claim.precision is Precision.PROVINCE


@pytest.mark.parametrize(
    "text",
    [
        "The army announced an operation to recapture Raqqa.",
        "The alliance said it had begun a new offensive to liberate Raqqa.",
        "Turkey is determined to push ahead with the offensive in the north and capture Raqqa.",
    ],
)
def test_what_an_operation_is_for_has_not_come(text: str) -> None:
    told = [claim for claim in read(text) if claim.claim.type is EventType.CAPTURE]
    assert told
    assert {claim.claim.factuality for claim in told} == {Factuality.FUTURE}


def test_villages_that_are_not_named_are_not_the_towns_told_of_before() -> None:
    text = "Fighting went on in Aleppo and Latakia. The army said two villages were wrested back."
    assert not [claim for claim in read(text) if claim.claim.type is EventType.CAPTURE]


@pytest.mark.parametrize(
    ("text", "types"),
    [
        ("Civilians were evacuated from Aleppo on Thursday.", set()),
        ("A bomb hit buses carrying civilians who had been evacuated from Aleppo.", set()),
        ("Rebel fighters were evacuated from Aleppo on Thursday.", {"withdrawal"}),
        ("A convoy of buses left Aleppo on Thursday.", set()),
        ("An aid convoy entered Raqqa on Thursday.", set()),
        ("A group of journalists entered Kunduz.", set()),
        ("An army convoy left Aleppo on Thursday.", {"withdrawal"}),
        ("A convoy of Taliban fighters entered Kunduz.", {"entry"}),
    ],
)
def test_who_carries_no_arms_neither_enters_nor_withdraws(text: str, types: set[str]) -> None:
    found = {claim.claim.type.value for claim in read(text)}
    assert found & {"entry", "withdrawal"} == types


def test_they_who_flee_are_whom_the_clause_tells_of() -> None:
    told = read("Dozens were killed as they fled from the front lines in the city of Manbij.")
    assert EventType.WITHDRAWAL not in {claim.claim.type for claim in told}


@pytest.mark.parametrize(
    "text",
    [
        "When it controlled Kunduz, the Taliban banned music.",
        "The Taliban banned music when they controlled Kunduz.",
        "Thousands fled while the Taliban held Kunduz.",
    ],
)
def test_what_was_held_when_something_happened_says_nothing_of_now(text: str) -> None:
    for claim in read(text):
        if claim.claim.type is EventType.HOLD:
            assert is_of_before(claim)


@pytest.mark.parametrize(
    "text",
    [
        "More human losses in Idlib.",
        "The army's losses in Homs grew.",
        "Children were taken out of Aleppo.",
        "On Friday 217 people were taken out of Homs.",
    ],
)
def test_losses_of_people_and_people_brought_away_are_no_capture(text: str) -> None:
    assert not [claim for claim in read(text) if claim.claim.type is EventType.CAPTURE]


def test_a_share_of_the_city_is_a_part_of_it() -> None:
    (claim,) = read("The battle for Raqqa goes on. The SDF hold a third of the city.")[-1:]
    assert (claim.claim.type, claim.precision) == (EventType.HOLD, Precision.PART)


def test_the_city_is_not_the_one_that_says_where_it_lies() -> None:
    text = "The army entered Manbij city northeast of Aleppo as the rebels withdrew from the city."
    assert {claim.place_name for claim in read(text) if claim.claim.type is not EventType.CLASH} == {"Manbij"}


@pytest.mark.parametrize("dash", ["-", "–", " – "])
def test_a_road_between_two_towns_is_neither(dash: str) -> None:
    told = read(f"The army seized the Damascus{dash}Homs highway.")
    assert not {claim.place_name for claim in told} & {"Damascus", "Homs"}


@pytest.mark.parametrize(
    "text",
    [
        "Police patrolled Kunduz on Friday.",
        "The president arrived in Kunduz on Friday.",
        "Peacekeepers patrol Goma.",
    ],
)
def test_who_keeps_order_does_not_enter(text: str) -> None:
    assert not [claim for claim in read(text) if claim.claim.type is EventType.ENTRY]


def test_fighters_who_patrol_are_inside() -> None:
    (claim,) = read("Taliban fighters patrolled Kunduz on Friday.")
    assert claim.claim.type is EventType.ENTRY


def test_what_stands_behind_another_verb_is_not_taken() -> None:
    told = read(
        "Rebels had seized four military posts, and were moving towards Homs, the village of the mayor."
    )
    assert not [claim for claim in told if (claim.place_name, claim.precision) == ("Homs", Precision.EXACT)]


def test_this_village_is_not_the_town_of_the_speakers() -> None:
    text = "According to officials in Aleppo, the army advanced from Fah, en route to taking this village."
    assert "Aleppo" not in {claim.place_name for claim in read(text)}


def test_a_village_of_a_people_has_no_name() -> None:
    assert {claim.place_name for claim in read("The rebels captured a Muslim village.")} == set()
