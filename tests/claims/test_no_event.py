"""Words that only look like an event of war, and near-misses that tell of one."""

from __future__ import annotations

from datetime import date

import pytest
from readings import plain, read

ON = date(2025, 3, 10)
NEARLY = [
    "The army said it had almost retaken Nyala before the floods came.",
    "The rebels nearly captured Gao, a UN officer said.",
    "The rebels have all but seized Timbuktu.",
    "The army had practically recaptured Nyala, its spokesman said.",
    "M23 almost took Goma in the night.",
]
TAKEN = [
    ("The army recaptured nearly all of Nyala.", "Nyala"),
    ("M23 took Goma almost without a shot.", "Goma"),
    ("The rebels captured Gao after almost three weeks of fighting.", "Gao"),
    ("All but the governor had fled when the rebels captured Gao.", "Gao"),
    ("M23 captured Goma, nearly doubling its land.", "Goma"),
]
PLAYED = [
    "In the drill, soldiers captured Gao within an hour.",
    "The troops captured a mock village near Gao.",
    "Rebels seize Gao in the new film.",
    "The game, in which players captured Gao, was banned by the army.",
    "A photographer captured Gao in the rain before the war.",
    "Measles has seized Gao, the army said.",
    "Hail bombarded Gao on Monday.",
    "She wrote a book on the siege of Gao during the war.",
    "The Battle of Gao, a film by two soldiers, is shown on Monday.",
    "The rebels celebrated the anniversary of the capture of Gao.",
    "On the tenth anniversary of the fall of Gao, soldiers marched.",
]
OF_WAR = [
    "The rebels captured Gao while the soldiers held a drill.",
    "Rebels captured Gao in a series of raids that a film later showed.",
    "The rebels captured Gao on the anniversary of the coup.",
    "The rebels captured Gao in a raid, an author said.",
    "The rebels captured Gao, the town of a famous novel.",
    "The rebels, armed with cameras and rifles, captured Gao.",
    "The rebels captured Gao in heavy rain.",
    "The rebels, who had trained in drills near Kidal, captured Gao.",
]


@pytest.mark.parametrize("text", NEARLY)
def test_what_is_nearly_taken_is_not_taken_and_tells_of_no_holder(text: str) -> None:
    assert read(text, ON) == ()


@pytest.mark.parametrize(("text", "place"), TAKEN)
def test_nearly_of_something_else(text: str, place: str) -> None:
    told = [(plain(one.place_name), one.claim.factuality.value) for one in read(text, ON)]
    assert (place, "certain") in told


@pytest.mark.parametrize("text", PLAYED)
def test_what_is_played_told_or_remembered_is_no_event(text: str) -> None:
    assert read(text, ON) == ()


@pytest.mark.parametrize("text", OF_WAR)
def test_what_happens_beside_a_play_a_work_or_a_day_of_memory(text: str) -> None:
    told = {(one.claim.type.value, plain(one.place_name)) for one in read(text, ON)}
    assert ("capture", "Gao") in told


@pytest.mark.parametrize(
    "text",
    ["The army said it had not captured Nyala.", "A UN officer said the army had failed to capture Nyala."],
)
def test_who_did_not_take_a_place_does_not_hold_it(text: str) -> None:
    (claim,) = read(text, ON)
    assert (claim.claim.type.value, claim.actor) == ("hold", None)
