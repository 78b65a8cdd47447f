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
    "The rebels are short of fuel near Gao and Kidal and have captured neither town.",
    "The rebels took no villages near Gao.",
    "Not a single town near Gao was captured.",
    "In the drill, soldiers captured Gao within an hour.",
    "The troops captured a mock village near Gao.",
    "Rebels seize Gao in the new film.",
    "Stade Malien captured Gao in a football final.",
    "The game, in which players captured Gao, was banned by the army.",
    "A photographer captured Gao in the rain before the war.",
    "Azawad formally annexed Gao in a decree, the army said.",
    "Measles has seized Gao, the army said.",
    "The station misattributed a quote on the fall of Gao to the rebels.",
    "Anger at the rebels exploded in Gao on Monday.",
    "Hail bombarded Gao on Monday.",
    "She wrote a book on the siege of Gao during the war.",
    "The Battle of Gao, a film by two soldiers, is shown on Monday.",
    "The rebels celebrated the anniversary of the capture of Gao.",
    "On the tenth anniversary of the fall of Gao, soldiers marched.",
    "A decade on from the fall of Gao to the rebels, the town is calm.",
    "Ten years after the capture of Gao, the town is calm.",
]
VOTED = [
    "Opposition parties captured Gao in Sunday's election.",
    "The ruling party took Gao at the polls.",
    "Labour seized Gao.",
    "Independents captured Gao in the by-election.",
    "Democrats took Gao in the primaries.",
    "The former general captured Gao in the runoff.",
    "Gao fell to third place.",
    "Gao fell to the bottom spot in the table.",
    "Gao fell 2-0 to Kidal.",
    "Gao fell to second in the league.",
]
STORIES = [
    "The novel opens in 2031, when soldiers of Mali have just taken Gao.",
    "The film begins as rebels capture Gao.",
    "The thriller depicts a war in which rebels have seized Gao.",
    "The play is set in 1990, after rebels captured Gao.",
    "The comic follows a nurse after rebels seized Gao.",
]
OF_WAR = [
    "The rebels captured Gao and took no prisoners.",
    "The rebels captured Gao on the day of the election.",
    "The rebels captured Gao after the elections.",
    "The warring parties shelled Gao.",
    "Gao fell to the rebels, the third town in a week.",
    "Gao fell to rebels of the third brigade.",
    "Gao fell to the last of the rebel columns.",
    "A video that follows the rebels shows how they captured Gao.",
    "The rebels captured Gao as the film opened in the capital.",
    "The film opened on Friday, days after rebels captured Gao.",
    "The rebels captured Gao, where the ruling party had won the vote.",
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


@pytest.mark.parametrize("text", [*VOTED, *STORIES])
def test_what_is_voted_won_in_a_match_or_told_in_a_story_is_no_event(text: str) -> None:
    assert read(text, ON) == ()


@pytest.mark.parametrize("text", OF_WAR)
def test_what_happens_beside_a_play_a_work_or_a_day_of_memory(text: str) -> None:
    told = {(one.claim.type.value, plain(one.place_name)) for one in read(text, ON)}
    assert told & {("capture", "Gao"), ("shelling", "Gao")}


@pytest.mark.parametrize(
    "text",
    ["The army said it had not captured Nyala.", "A UN officer said the army had failed to capture Nyala."],
)
def test_who_did_not_take_a_place_does_not_hold_it(text: str) -> None:
    (claim,) = read(text, ON)
    assert (claim.claim.type.value, claim.actor) == ("hold", None)
